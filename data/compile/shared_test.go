package main

import (
	"bytes"
	"strings"
	"testing"
)

// What documents have in common stands once, and each comes out as it was.
func TestShared(t *testing.T) {
	quote := func(n int) string {
		return `<p class="q" lang="en">` + strings.Repeat("said the minister ", n) + `</p>`
	}
	var s shared
	files := []file{
		{"/a", typeHTML, []byte("<html><head><title>One and the same head of all</title></head><main>" + quote(3) + quote(4) + quote(5) + "<div>end</div></main>")},
		{"/b", typeHTML, []byte("<html><head><title>One and the same head of all</title></head><main>" + quote(3) + quote(4) + "<b>other</b>" + quote(5) + "<div>end</div></main>")},
		{"/c", typeHTML, []byte(quote(5) + quote(3) + "<p class>" + quote(4))},
		{"/d", typeJSON, []byte(quote(3))},
		{"/e", typeJSON, nil},
		{"/f", typeHTML, nil},
		{"/g", typeHTML, []byte("no tag")},
		{"/h", typeHTML, []byte("<html><head><title>One and the same head of all</title></head><main>" + quote(3))},
	}
	total := 0
	var spans [][]span
	for _, f := range files {
		spans = append(spans, s.add(f))
		total += len(f.data)
	}
	for i, f := range files {
		if got := join(s.store, spans[i]); !bytes.Equal(got, f.data) {
			t.Errorf("%s came out as %q", f.path, got)
		}
	}
	if len(s.store) > total/2+len(quote(3)) { // the JSON is kept beside
		t.Errorf("%d bytes of %d are kept", len(s.store), total)
	}
	if len(spans[7]) != 1 {
		t.Errorf("the beginning of another page is in %d spans", len(spans[7]))
	}
}
