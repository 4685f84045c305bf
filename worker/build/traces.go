package main

import (
	"bytes"
	"encoding/binary"
	"runtime"
	"slices"
	"strings"
)

// dropTraces empties what stack traces alone read: the tables that lead from an instruction to a file and a line with the names of files,
// what was inlined where with the names of what only stands inlined, and how arguments are printed. A stack trace of the Worker then names
// functions and says "(...)" for their arguments and "?:0" for the line, as Go does for code that never had any. docs/size.md has the gain.
//
// It touches what runtime.funcline1 and runtime.printArgs alone read, the first line of each function, which the runtime only hands on to
// profiles, and the inlining trees. Those are read beside traces by recover, which counts the frames above it: no function that calls
// recover is inlined, so the count is the same without them, except where a wrapper has something inlined; wrappers keep theirs. What
// the garbage collector and the unwinding of stacks read stays, byte by byte: depths of the stack (pcsp), live pointers and unsafe points
// (pcdata), stack maps (funcdata), names. TestOnlyTracesAreDropped holds the whole module against what the linker wrote, and
// test/collector.test.mjs runs it with a collector that never rests.
//
// The form is that of Go 1.26; another Go's module is left as it is.
func dropTraces(segments []segment) error {
	if !strings.HasPrefix(runtime.Version(), "go1.26") {
		return nil
	}
	for _, s := range segments {
		at := bytes.Index(s.content, pcHeader)
		if at < 0 {
			continue
		}
		t, err := readFunctions(s.content[at:])
		if err != nil {
			return err
		}
		data, err := funcdataOf(segments, t, s.address+int64(at))
		if err != nil {
			return err
		}
		if err := t.dropTrees(data); err != nil {
			return err
		}
		t.dropLines()
		return nil
	}
	return errNoFunctions
}

// dropLines empties what leads to files and lines, and the values by instruction that no function names any more.
func (t *functions) dropLines() {
	used := make([]bool, t.functab-t.pctab)
	for f := range t.each {
		clear(t.table[f.at+funcPCFile : f.at+funcPCLn+4]) // offset 0: no values
		clear(t.table[f.at+funcUnit : f.at+funcStartLine+4])
		for _, o := range f.values() {
			for i := range lengthOfValues(t.table[t.pctab+int(o) : t.functab]) {
				used[int(o)+i] = true
			}
		}
	}
	clear(t.table[t.units:t.pctab]) // files of each compilation, and their names
	for i, u := range used {
		if !u {
			t.table[t.pctab+i] = 0
		}
	}
}

// dropTrees takes from all functions but wrappers what was inlined into them, from all how their arguments are printed, and empties what
// none of them names any more: of data, where funcdata stand, and of names.
func (t *functions) dropTrees(data []byte) error {
	gone := map[int]int{}                  // funcdata that a trace read: where each begins, and its length
	named := make([]bool, t.units-t.names) // by functions and by the trees that stay
	name := func(at int) {
		for i := at; t.table[t.names+i] != 0; i++ {
			named[i] = true
		}
	}
	var kept []int
	for f := range t.each {
		name(int(f.word(funcName)))
		for i := range f.funcdataCount() {
			begin, length := int(f.funcdata(i)), 0
			switch i {
			case funcdataTree:
				length = f.treeLength()
			case funcdataArgs:
				length = lengthOfArguments(data[min(begin, len(data)):])
			}
			switch {
			case begin == noFuncdata:
			case begin+length > len(data):
				return errFunctions
			case i == funcdataTree && f.isWrapper():
				for node := range slices.Chunk(data[begin:begin+length], treeNode) {
					at := int(binary.LittleEndian.Uint32(node[4:]))
					if at <= 0 || at >= len(named) || t.table[t.names+at-1] != 0 {
						return errFunctions
					}
					name(at)
				}
				kept = append(kept, begin)
			case i == funcdataTree, i == funcdataArgs, i == funcdataLiveArgs:
				gone[begin] = max(gone[begin], length)
				f.setFuncdata(i, noFuncdata)
			default:
				kept = append(kept, begin)
			}
		}
		if !f.isWrapper() {
			f.dropValues(pcdataTree)
		}
		f.dropValues(pcdataLiveArgs)
	}
	for _, begin := range kept { // equal data stand once
		delete(gone, begin)
	}
	for begin, length := range gone {
		clear(data[begin : begin+length])
	}
	for i, n := range named {
		if !n {
			t.table[t.names+i] = 0
		}
	}
	return nil
}

// lengthOfArguments is the length of what tells how arguments are printed (runtime.printArgs): pairs of offset and size, and marks from
// 0xfb on, of which the last ends it.
func lengthOfArguments(b []byte) int {
	for at := 0; at < len(b); at++ {
		switch {
		case b[at] == 0xff:
			return at + 1
		case b[at] < 0xfb:
			at++
		}
	}
	return 0
}
