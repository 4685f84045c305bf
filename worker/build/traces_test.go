package main

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"
)

// madeUp is a table of functions, with names, two files, and the values by instruction of all as they stand in pctab.
func madeUp(pctab []byte, functions ...[]uint32) []byte {
	const start = 72
	names, units, files := []byte("main.f\x00main.g\x00"), []byte{0, 0, 0, 0, 5, 0, 0, 0}, []byte("a.go\x00b.go\x00")
	table := append([]byte(nil), pcHeader...)
	at := start
	for _, v := range []int{len(functions), 2, 0, len(names), len(units), len(files), len(pctab), 0} {
		if len(table) < 4*8 {
			table = binary.LittleEndian.AppendUint64(table, uint64(v))
			continue
		}
		table = binary.LittleEndian.AppendUint64(table, uint64(at))
		at += v
	}
	table = slices.Concat(table, names, units, files, pctab)
	begin := 8*len(functions) + 4
	var funcs []byte
	for i, f := range functions { // pcsp, pcfile, pcln, pcdata…
		table = binary.LittleEndian.AppendUint32(table, uint32(firstFunction+i))
		table = binary.LittleEndian.AppendUint32(table, uint32(begin+len(funcs)))
		words := []uint32{1, uint32(7 * i), 3, 4, f[0], f[1], f[2], uint32(len(f) - 3), 8, 99, 0x01000007} // … unit, line, one funcdata
		for _, w := range append(append(words, f[3:]...), 0xabcdef) {
			funcs = binary.LittleEndian.AppendUint32(funcs, w)
		}
	}
	return append(append(table, 0xff, 0xff, 0xff, 0xff), funcs...)
}

func TestDropLines(t *testing.T) {
	pctab := []byte{0, 2, 9, 0, 4, 8, 6, 5, 0, 8, 7, 0, 2, 0x81, 1, 0} // at 1 pcsp, at 4 lines, at 9 files, at 12 pcdata
	table := madeUp(pctab, []uint32{1, 9, 4, 12}, []uint32{1, 9, 0})
	functions, err := readFunctions(table)
	if err != nil {
		t.Fatal(err)
	}
	functions.dropLines()
	kept := []byte{0, 2, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x81, 1, 0}
	want := madeUp(kept, []uint32{1, 0, 0, 12}, []uint32{1, 0, 0})
	for _, gone := range [][]byte{{5, 0, 0, 0}, []byte("a.go\x00b.go"), {8, 0, 0, 0, 99}} { // units, names of files, unit and line
		for bytes.Contains(want, gone) {
			copy(want[bytes.Index(want, gone):], make([]byte, len(gone)))
		}
	}
	if !bytes.Equal(table, want) {
		t.Errorf("%x\nwant\n%x", table, want)
	}
}

func TestLengthOfArguments(t *testing.T) {
	for _, c := range []struct {
		info   []byte
		length int
	}{{[]byte{0xff, 1}, 1}, {[]byte{0, 8, 16, 8, 0xff, 0}, 5}, {[]byte{0xfe, 0, 8, 0xfb, 0xfd, 0xff, 0}, 6}, {[]byte{0, 8}, 0}} {
		if n := lengthOfArguments(c.info); n != c.length {
			t.Errorf("%x: %d, want %d", c.info, n, c.length)
		}
	}
}

func TestDropTracesRefuses(t *testing.T) {
	for name, content := range map[string][]byte{
		"no table":           []byte("nothing"),
		"cut off":            pcHeader,
		"values without end": madeUp([]byte{0, 2, 9}, []uint32{1, 0, 0}),
		"beyond the values":  madeUp([]byte{0, 2, 9, 0}, []uint32{7, 0, 0}),
		"no moduledata":      madeUp([]byte{0, 2, 9, 0}, []uint32{1, 0, 0}),
		"functions cut off":  madeUp([]byte{0, 2, 9, 0}, []uint32{1, 0, 0})[:150],
	} {
		if err := dropTraces([]segment{{0, content}}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
