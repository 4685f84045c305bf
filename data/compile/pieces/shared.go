package pieces

import (
	"bytes"
	"encoding/binary"
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

// Place is where a document is in a store. If Spans is 0, it is at At. Otherwise it is joined from Spans stretches, and their
// table (folder.Join) is at At. Everything that the table names comes before it, so a reader may stop after the table.
type Place struct{ At, Spans int }

// span is n bytes of a store, from at on.
type span struct{ at, n int }

// leastShared is the length from which on a chunk is worth a stretch of its own: one is 8 bytes in the table.
const leastShared = 48

// add puts a document into the store. The first page is one stretch: it is asked for most, and needs no putting together.
func (s *shared) add(f documents.File) Place {
	if !strings.HasPrefix(f.Type, "text/html") {
		s.store = append(s.store, f.Data...)
		return Place{At: len(s.store) - len(f.Data)}
	}
	first := s.at == nil
	if first {
		s.at = map[string]int{}
	}
	var spans []span
	for rest := f.Data; len(rest) > 0; {
		c := chunk(rest)
		rest = rest[len(c):]
		if n := len(spans); n > 0 && !first { // what went on as before goes on
			last := &spans[n-1]
			if end := last.at + last.n; bytes.HasPrefix(s.store[end:], c) {
				last.n += len(c)
				continue
			}
		}
		at, known := s.at[string(c)]
		if first || !known || len(c) < leastShared {
			at = len(s.store)
			s.store = append(s.store, c...)
			s.at[string(c)] = at
		}
		if n := len(spans); n > 0 && spans[n-1].at+spans[n-1].n == at {
			spans[n-1].n += len(c)
		} else {
			spans = append(spans, span{at, len(c)})
		}
	}
	switch len(spans) {
	case 0:
		return Place{}
	case 1:
		return Place{At: spans[0].at}
	}
	at := len(s.store)
	for _, x := range spans {
		s.store = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(s.store, uint32(x.at)), uint32(x.n))
	}
	return Place{at, len(spans)}
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
