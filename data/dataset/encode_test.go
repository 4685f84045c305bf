package dataset_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/data/dataset"
	"readout/data/dataset/sample"
)

func TestEncodeAndDecodeAreInverse(t *testing.T) {
	want := sample.Build(t, sample.Field(), sample.Pair("full"))
	if len(want.Meetings) != 1 || len(want.Series) != 1 || len(want.Issues) != 1 || len(want.Terms) != 1 || len(want.People) != 3 {
		t.Fatalf("%d meetings, %d series, %d issues, %d terms, %d people: the sample no longer fills every list", len(want.Meetings), len(want.Series), len(want.Issues), len(want.Terms), len(want.People))
	}
	text := sample.Encode(t, want)
	got, err := dataset.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("decoded dataset differs (-want +got):\n%s", d)
	}
	if !bytes.Equal(sample.Encode(t, got), text) {
		t.Error("encoding what was decoded gives other bytes")
	}
}

// The same value gives the same bytes, in one line, with the characters of the articles as they are.
func TestEncodeIsPlainAndStable(t *testing.T) {
	d := sample.Build(t, sample.Field(), sample.Pair("full"))
	d.Articles[0].Note = `<b> & "日本" ` + "\u2028"
	text := sample.Encode(t, d)
	for range 5 {
		if !bytes.Equal(sample.Encode(t, d), text) {
			t.Fatal("the same value gives other bytes")
		}
	}
	if n := bytes.Count(text, []byte("\n")); n != 1 || text[len(text)-1] != '\n' {
		t.Errorf("%d line feeds, want one at the end", n)
	}
	if !strings.Contains(string(text), `<b> & \"日本\"`) {
		t.Error(`"<b> & 日本" does not stand in it as it is`)
	}
}

func TestDecodeRefuses(t *testing.T) {
	good := string(sample.Encode(t, sample.Build(t, sample.Field(), sample.Pair("full"))))
	for _, c := range []struct{ name, old, new, want string }{
		{"an unknown field", `{"schema":1`, `{"colour":"red","schema":1`, `unknown field "colour"`},
		{"an unknown field deep down", `"siglum":"PA"`, `"siglum":"PA","colour":"red"`, `unknown field "colour"`},
		{"a newer schema", `{"schema":1`, `{"schema":2`, "schema 2; this program reads schema 1"},
		{"no schema", `{"schema":1,`, `{`, "schema 0; this program reads schema 1"},
		{"a word for a number", `"start":0`, `"start":"0"`, "cannot unmarshal string"},
		{"half a file", `"outlets":[`, "\x00", "invalid character"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(good, c.old, c.new, 1)
			if text == good {
				t.Fatalf("%s does not stand in the sample", c.old)
			}
			_, err := dataset.Decode([]byte(text))
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "dataset.json: ") {
				t.Errorf("error %v, want dataset.json: … %s", err, c.want)
			}
		})
	}
	if _, err := dataset.Decode([]byte(good[:len(good)/2])); err == nil {
		t.Error("half a file is taken")
	}
}
