package web_test

import (
	"bytes"
	"encoding/binary"
	"image/png"
	"strings"
	"testing"

	"readout/data/dataset"
	"readout/data/openapi"
	"readout/web"
)

// TestAPIPage: every operation of the description stands on the page, with an example, and nothing on it needs another site or a
// script within the page.
func TestAPIPage(t *testing.T) {
	ops := openapi.Operations(&dataset.Dataset{Meetings: []dataset.Meeting{{ID: "m<1>", Coverage: []dataset.Coverage{}}}})
	b, err := web.API(ops)
	if err != nil {
		t.Fatal(err)
	}
	page := string(b)
	for _, op := range ops {
		if op.Tag == "Documents" {
			continue
		}
		for _, p := range op.Params {
			if strings.Contains(p.Text, "such as") {
				t.Errorf("%s, %s: the page says \"such as\" before the example, the text says it too: %s", op.ID, p.Name, p.Text)
			}
		}
		if !strings.Contains(page, `id="`+op.ID+`"`) || !strings.Contains(page, "<code>"+op.Path+"</code>") {
			t.Errorf("%s is not on the page", op.ID)
		}
	}
	if strings.Contains(page, "m<1>") || strings.Contains(page, "style=") || strings.Contains(page, "onclick") {
		t.Error("the page has markup that its policy forbids, or that is not its own")
	}
	if n := strings.Count(page, "<form class=\"try\""); n < 15 {
		t.Errorf("%d examples to run", n)
	}
}

// TestFaviconICO: the icon is an ICO file with one PNG of the size it says.
func TestFaviconICO(t *testing.T) {
	files, err := web.Assets()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if f.Path != "/favicon.ico" {
			continue
		}
		picture, err := png.Decode(bytes.NewReader(f.Data[22:]))
		if err != nil || picture.Bounds().Dx() != int(f.Data[6]) || int(binary.LittleEndian.Uint32(f.Data[14:])) != len(f.Data)-22 || binary.LittleEndian.Uint32(f.Data[18:]) != 22 {
			t.Errorf("%v: %v", err, f.Data[:22])
		}
		return
	}
	t.Error("no /favicon.ico")
}
