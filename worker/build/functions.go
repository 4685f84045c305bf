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
	funcID        = 40
	funcNFuncData = 43
	funcSize      = 44 // then npcdata offsets in pctab, then nfuncdata offsets in the moduledata's gofunc
)

// Numbers of what a function has, and one of the kinds of functions (internal/abi/symtab.go).
const (
	pcdataTree, pcdataLiveArgs                   = 2, 3
	funcdataTree, funcdataArgs, funcdataLiveArgs = 3, 5, 6
	noFuncdata                                   = 1<<32 - 1 // an offset
	wrapper                                      = 23
)

// treeNode is the size of a runtime.inlinedCall: kind, offset of the name, instruction of the caller, first line.
const treeNode = 16

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

// funcdataOf is what the offsets of funcdata count in: the rest of the segment from the moduledata's gofunc on. The moduledata
// (runtime/symtab.go) is found by what it begins with: the table's address and its parts'.
func funcdataOf(segments []segment, t *functions, address int64) ([]byte, error) {
	const gofunc = 40 // the word
	begin := binary.LittleEndian.AppendUint64(nil, uint64(address))
	begin = binary.LittleEndian.AppendUint64(begin, uint64(address)+uint64(t.names))
	for _, s := range segments {
		at := bytes.Index(s.content, begin)
		if at < 0 || at+8*(gofunc+1) > len(s.content) {
			continue
		}
		to := int64(binary.LittleEndian.Uint64(s.content[at+8*gofunc:]))
		for _, s := range segments {
			if s.address <= to && to < s.end() {
				return s.content[to-s.address:], nil
			}
		}
	}
	return nil, errFunctions
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

func (f function) isWrapper() bool { return f.of.table[f.at+funcID] == wrapper }

func (f function) funcdataCount() int { return int(f.of.table[f.at+funcNFuncData]) }

func (f function) funcdataAt(i int) int { return funcSize + 4*int(f.word(funcNPCData)) + 4*i }

func (f function) funcdata(i int) uint32 { return f.word(f.funcdataAt(i)) }

func (f function) setFuncdata(i int, offset uint32) {
	binary.LittleEndian.PutUint32(f.of.table[f.at+f.funcdataAt(i):], offset)
}

// dropValues takes a table of values from the function.
func (f function) dropValues(pcdata int) {
	if pcdata < int(f.word(funcNPCData)) {
		clear(f.of.table[f.at+funcSize+4*pcdata:][:4])
	}
}

// treeLength is the length in bytes of the tree of what was inlined into the function, up to the last node that an instruction names.
func (f function) treeLength() int {
	if pcdataTree >= int(f.word(funcNPCData)) {
		return 0
	}
	offset := int(f.word(funcSize + 4*pcdataTree))
	if offset == 0 {
		return 0
	}
	last, value := int64(-1), int64(-1) // -1 stands for the function itself
	b := f.of.table[f.of.pctab+offset:]
	for first := true; ; first = false {
		delta, n := binary.Uvarint(b)
		if delta == 0 && !first {
			return int(last+1) * treeNode
		}
		value += int64(-(delta & 1) ^ (delta >> 1))
		last = max(last, value)
		_, m := binary.Uvarint(b[n:])
		b = b[n+m:]
	}
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
