package pieces

import (
	"bytes"
	"strings"
	"testing"

	"readout/data/compile/documents"
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
	var spans [][]Span
	for _, f := range files {
		spans = append(spans, s.add(f))
		total += len(f.Data)
	}
	for i, f := range files {
		if got := join(s.store, spans[i]); !bytes.Equal(got, f.Data) {
			t.Errorf("%s came out as %q", f.Path, got)
		}
	}
	if len(s.store) > total/2+len(quote(3)) { // the JSON is kept beside
		t.Errorf("%d bytes of %d are kept", len(s.store), total)
	}
	if len(spans[7]) != 1 {
		t.Errorf("the beginning of another page is in %d spans", len(spans[7]))
	}
}
