package pieces

import (
	"bytes"
	"strings"

	"readout/data/compile/documents"
)

// The documents of one meeting have most of their bytes in common: the page of each pair, the pages in three languages, the frames. They
// are kept, and laid out in packs, as parts of one store in which what is the same stands once.

// shared is such a store. The zero value is ready for use.
type shared struct {
	store []byte
	at    map[string]int // where a chunk of a document begins
}

// Span is n bytes of a store, from at on.
type Span struct{ At, N int }

// leastShared is the length from which on a chunk is worth a span of its own: one is 10 bytes in the index of a pack.
const leastShared = 48

// add puts a document into the store and returns what it is made of.
func (s *shared) add(f documents.File) (out []Span) {
	if !strings.HasPrefix(f.Type, "text/html") {
		s.store = append(s.store, f.Data...)
		return []Span{{len(s.store) - len(f.Data), len(f.Data)}}
	}
	if s.at == nil {
		s.at = map[string]int{}
	}
	for rest := f.Data; len(rest) > 0; {
		c := chunk(rest)
		rest = rest[len(c):]
		if n := len(out); n > 0 { // what went on as before goes on
			last := &out[n-1]
			if end := last.At + last.N; bytes.HasPrefix(s.store[end:], c) {
				last.N += len(c)
				continue
			}
		}
		at, known := s.at[string(c)]
		if !known || len(c) < leastShared {
			at = len(s.store)
			s.store = append(s.store, c...)
			s.at[string(c)] = at
		}
		if n := len(out); n > 0 && out[n-1].At+out[n-1].N == at {
			out[n-1].N += len(c)
		} else {
			out = append(out, Span{at, len(c)})
		}
	}
	return out
}

// cuts are the tags before which a page is cut: those that begin a quotation, its source, a cell, a point, a section.
var cuts = [][]byte{[]byte("<p "), []byte("<div "), []byte("<article "), []byte("<section "), []byte("<details "), []byte("<form "), []byte("<nav ")}

// letters are those that the tags begin with: most others are seen by that not to be meant.
var letters = func() (begins [256]bool) {
	for _, tag := range cuts {
		begins[tag[1]] = true
	}
	return begins
}()

var endOfText = []byte("</p>")

// chunk is the beginning of a page up to the next place where it may be cut, which follows from the bytes there alone: so what is the
// same in two pages is cut in the same way.
func chunk(page []byte) []byte {
	for i := 1; i < len(page); i++ {
		n := bytes.IndexByte(page[i:], '<')
		if n < 0 {
			break
		}
		i += n
		if i+1 == len(page) {
			break
		}
		switch letter := page[i+1]; {
		case letter == '/':
			if bytes.HasPrefix(page[i:], endOfText) {
				return page[:i+len(endOfText)]
			}
		case letters[letter]:
			for _, tag := range cuts {
				if bytes.HasPrefix(page[i:], tag) {
					return page[:i]
				}
			}
		}
	}
	return page
}

// join is the document that is made of spans of a store.
func join(store []byte, spans []Span) []byte {
	if len(spans) == 1 {
		return store[spans[0].At:][:spans[0].N]
	}
	n := 0
	for _, s := range spans {
		n += s.N
	}
	out := make([]byte, 0, n)
	for _, s := range spans {
		out = append(out, store[s.At:][:s.N]...)
	}
	return out
}
