package pieces

import (
	"bytes"
	"strings"
	"testing"

	"readout/data/compile/documents"
	"readout/data/dataset/folder"
)

// What documents have in common stands once, and each comes out as it was.
func TestShared(t *testing.T) {
	quote := func(n int) string {
		return `<p class="q" lang="en">` + strings.Repeat("said the minister ", n) + `</p>`
	}
	var s shared
	files := []documents.File{
		{Path: "/a", Type: documents.TypeHTML, Data: []byte("<html><head><title>One and the same head of all</title></head><main>" + quote(3) + quote(4) + quote(5) + "<div>end</div></main>")},
		{Path: "/b", Type: documents.TypeHTML, Data: []byte("<html><head><title>One and the same head of all</title></head><main>" + quote(3) + quote(4) + "<b>other</b>" + quote(5) + "<div>end</div></main>")},
		{Path: "/c", Type: documents.TypeHTML, Data: []byte(quote(5) + quote(3) + "<p class>" + quote(4))},
		{Path: "/d", Type: documents.TypeJSON, Data: []byte(quote(3))},
		{Path: "/e", Type: documents.TypeJSON, Data: nil},
		{Path: "/f", Type: documents.TypeHTML, Data: nil},
		{Path: "/g", Type: documents.TypeHTML, Data: []byte("no tag")},
		{Path: "/h", Type: documents.TypeHTML, Data: []byte("<html><head><title>One and the same head of all</title></head><main>" + quote(3))},
	}
	total := 0
	var places []Place
	for _, f := range files {
		places = append(places, s.add(f))
		total += len(f.Data)
	}
	for i, f := range files {
		if got, ok := folder.Join(s.store, places[i].At, 0, places[i].Spans, len(f.Data)); !ok || !bytes.Equal(got, f.Data) {
			t.Errorf("%s came out as %q", f.Path, got)
		}
	}
	if len(s.store) > total/2+len(quote(3)) { // the JSON is kept beside
		t.Errorf("%d bytes of %d are kept", len(s.store), total)
	}
	for _, i := range []int{0, 7} { // the first page, and the beginning of another
		if places[i].Spans != 0 {
			t.Errorf("%s is in %d stretches", files[i].Path, places[i].Spans)
		}
	}
}
