package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"runtime"
	"strings"
)

// dropLines empties the tables that lead from an instruction to a file and a line, which are 138 kB after gzip. A stack
// trace of the Worker then names functions, inlined ones too, and says "?:0" for the line, as Go does for code that never
// had any. The tables that the garbage collector needs stay.
//
// The form is that of runtime/symtab.go (pcHeader, _func) in Go 1.26; another Go's module is left as it is.
func dropLines(segments []segment) error {
	if !strings.HasPrefix(runtime.Version(), "go1.26") {
		return nil
	}
	for _, s := range segments {
		if at := bytes.Index(s.content, pcHeader); at >= 0 {
			return emptyLines(s.content[at:])
		}
	}
	return errors.New("the module has no table of functions")
}

// pcHeader begins the table: magic, two zeros, instructions of one byte, pointers of eight.
var pcHeader = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// Offsets in a _func, in bytes.
const (
	funcPCSP    = 16
	funcPCFile  = 20
	funcPCLn    = 24
	funcNPCData = 28
	funcSize    = 44 // then npcdata offsets
)

// emptyLines works on the table from its header on.
func emptyLines(table []byte) error {
	broken := errors.New("the table of functions is not as Go 1.26 writes it")
	if len(table) < 72 {
		return broken
	}
	word := func(i int) uint64 { return binary.LittleEndian.Uint64(table[8*i:]) }
	count, values, functions := word(1), word(7), word(8)
	if values > functions || functions > uint64(len(table)) || count > (uint64(len(table))-functions)/8 {
		return broken
	}
	pctab, functab := table[values:functions], table[functions:]
	used := make([]bool, len(pctab))
	if len(used) > 0 {
		used[0] = true
	}
	for i := range count {
		at := uint64(binary.LittleEndian.Uint32(functab[8*i+4:]))
		if at+funcSize > uint64(len(functab)) {
			return broken
		}
		f := functab[at:]
		n := uint64(binary.LittleEndian.Uint32(f[funcNPCData:]))
		if n > 16 || funcSize+4*n > uint64(len(f)) {
			return broken
		}
		offsets := []uint32{binary.LittleEndian.Uint32(f[funcPCSP:])}
		for d := range n {
			offsets = append(offsets, binary.LittleEndian.Uint32(f[funcSize+4*d:]))
		}
		for _, o := range offsets {
			if o != 0 && !markValues(pctab, used, int(o)) {
				return broken
			}
		}
		clear(f[funcPCFile : funcPCLn+4]) // offset 0: no values
	}
	for i, u := range used {
		if !u {
			pctab[i] = 0
		}
	}
	return nil
}

// markValues marks the bytes of one table of values by instruction: pairs of numbers, of which the first is 0 at the end.
func markValues(pctab []byte, used []bool, at int) bool {
	for first := true; ; first = false {
		value, n := binary.Uvarint(tail(pctab, at))
		_, m := binary.Uvarint(tail(pctab, at+n))
		end := value == 0 && !first
		if end {
			m = 0
		} else if m <= 0 {
			return false
		}
		if n <= 0 {
			return false
		}
		for i := at; i < at+n+m; i++ {
			used[i] = true
		}
		if at += n + m; end {
			return true
		}
	}
}

func tail(b []byte, at int) []byte { return b[min(max(at, 0), len(b)):] }
