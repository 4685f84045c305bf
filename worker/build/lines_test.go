package main

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// madeUp is a table of two functions: the values of both are given as they stand in pctab.
func madeUp(pctab []byte, functions ...[]uint32) []byte {
	table := append([]byte(nil), pcHeader...)
	const start = 72
	for _, v := range []int{len(functions), 0, 0, 0, 0, 0, start, start + len(pctab)} {
		table = binary.LittleEndian.AppendUint64(table, uint64(v))
	}
	table = append(table, pctab...)
	at := 8*len(functions) + 4
	var funcs []byte
	for i, f := range functions { // pcsp, pcfile, pcln, pcdata…
		table = binary.LittleEndian.AppendUint32(table, uint32(i))
		table = binary.LittleEndian.AppendUint32(table, uint32(at+len(funcs)))
		words := []uint32{1, 2, 3, 4, f[0], f[1], f[2], uint32(len(f) - 3), 5, 6, 7}
		for _, w := range append(words, f[3:]...) {
			funcs = binary.LittleEndian.AppendUint32(funcs, w)
		}
	}
	return append(append(table, 0xff, 0xff, 0xff, 0xff), funcs...)
}

func TestDropLines(t *testing.T) {
	pctab := []byte{0, 2, 9, 0, 4, 8, 6, 5, 0, 8, 7, 0, 2, 0x81, 1, 0} // at 1 pcsp, at 4 lines, at 9 files, at 12 pcdata
	table := madeUp(pctab, []uint32{1, 9, 4, 12}, []uint32{1, 9, 0})
	segments := []segment{{1, []byte("other")}, {100, append([]byte("before"), table...)}}
	if err := dropLines(segments); err != nil {
		t.Fatal(err)
	}
	kept := []byte{0, 2, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x81, 1, 0}
	want := append([]byte("before"), madeUp(kept, []uint32{1, 0, 0, 12}, []uint32{1, 0, 0})...)
	if !bytes.Equal(segments[1].content, want) {
		t.Errorf("%x\nwant\n%x", segments[1].content, want)
	}
}

func TestDropLinesRefuses(t *testing.T) {
	for name, content := range map[string][]byte{
		"no table":           []byte("nothing"),
		"cut off":            pcHeader,
		"values without end": madeUp([]byte{0, 2, 9}, []uint32{1, 0, 0}),
		"beyond the values":  madeUp([]byte{0, 2, 9, 0}, []uint32{7, 0, 0}),
		"functions cut off":  madeUp([]byte{0, 2, 9, 0}, []uint32{1, 0, 0})[:110],
	} {
		if err := dropLines([]segment{{0, content}}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
