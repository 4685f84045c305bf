package main

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// functions is Go's table of functions (runtime.pcHeader, moduledata and _func in runtime/symtab.go), as the linker of Go 1.26 writes it.
type functions struct {
	table []byte // from the header on
	count int

	// Where the parts of the table begin.
	names, units, files, pctab, functab int
}

// function is one _func.
type function struct {
	of    *functions
	index int // the number of the function, firstFunction and above
	at    int // in the table
}

// pcHeader begins the table: magic, two zeros, instructions of one byte, pointers of eight.
var pcHeader = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// Offsets in a _func, in bytes. Tables of values by instruction are named by their offset in pctab, 0 for none.
const (
	funcName      = 4
	funcPCSP      = 16 // depth of the stack
	funcPCFile    = 20 // file
	funcPCLn      = 24 // line
	funcNPCData   = 28
	funcUnit      = 32 // where the files of its compilation are listed
	funcStartLine = 36
	funcNFuncData = 43
	funcSize      = 44 // then npcdata offsets in pctab, then nfuncdata offsets elsewhere
)

var (
	errNoFunctions = errors.New("the module has no table of functions")
	errFunctions   = errors.New("the table of functions is not as Go 1.26 writes it")
)

// readFunctions finds the parts of the table and checks that everything that it points to is in it.
func readFunctions(table []byte) (*functions, error) {
	if len(table) < 72 {
		return nil, errFunctions
	}
	word := func(i int) uint64 { return binary.LittleEndian.Uint64(table[8*i:]) }
	last := uint64(72)
	for _, i := range []int{4, 5, 6, 7, 8} {
		if word(i) < last || word(i) > uint64(len(table)) {
			return nil, errFunctions
		}
		last = word(i)
	}
	if word(1) > (uint64(len(table))-last)/8 {
		return nil, errFunctions
	}
	t := &functions{table, int(word(1)), int(word(4)), int(word(5)), int(word(6)), int(word(7)), int(word(8))}
	for i := range t.count {
		f := t.function(i)
		if f.at+funcSize > len(table) || f.at+f.size() > len(table) || f.nameAt() >= t.units || bytes.IndexByte(table[f.nameAt():t.units], 0) < 0 {
			return nil, errFunctions
		}
		for _, o := range f.values() {
			if int64(o) >= int64(t.functab-t.pctab) || lengthOfValues(table[t.pctab+int(o):t.functab]) == 0 {
				return nil, errFunctions
			}
		}
	}
	return t, nil
}

func (t *functions) function(i int) function {
	entry := t.table[t.functab+8*i:]
	return function{t, int(binary.LittleEndian.Uint32(entry)), t.functab + int(binary.LittleEndian.Uint32(entry[4:]))}
}

// each yields all functions.
func (t *functions) each(yield func(function) bool) {
	for i := range t.count {
		if !yield(t.function(i)) {
			return
		}
	}
}

func (f function) word(offset int) uint32 {
	return binary.LittleEndian.Uint32(f.of.table[f.at+offset:])
}

func (f function) size() int {
	return funcSize + 4*int(min(f.word(funcNPCData), 1<<20)) + 4*int(f.of.table[f.at+funcNFuncData])
}

func (f function) nameAt() int { return f.of.names + int(f.word(funcName)) }

func (f function) name() string {
	name, _, _ := bytes.Cut(f.of.table[f.nameAt():f.of.units], []byte{0})
	return string(name)
}

// values lists the offsets of all tables of values that the function has.
func (f function) values() []uint32 {
	var all []uint32
	add := func(offset int) {
		if o := f.word(offset); o != 0 {
			all = append(all, o)
		}
	}
	add(funcPCSP)
	add(funcPCFile)
	add(funcPCLn)
	for i := range int(f.word(funcNPCData)) {
		add(funcSize + 4*i)
	}
	return all
}

// lengthOfValues is the length in bytes of the table of values that b begins with: pairs of numbers, of which the first is 0 at the
// end (runtime.step); 0 where the table has no end.
func lengthOfValues(b []byte) int {
	for at := 0; ; {
		value, n := binary.Uvarint(b[at:])
		if n <= 0 {
			return 0
		}
		if at > 0 && value == 0 {
			return at + n
		}
		at += n
		if _, n = binary.Uvarint(b[at:]); n <= 0 {
			return 0
		}
		at += n
	}
}
