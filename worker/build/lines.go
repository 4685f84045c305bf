package main

import (
	"bytes"
	"runtime"
	"strings"
)

// dropLines empties the tables that lead from an instruction to a file and a line, and the names of files: 155 kB after gzip. A
// stack trace of the Worker then names functions, inlined ones too, and says "?:0" for the line, as Go does for code that never had
// any.
//
// It touches what runtime.funcline1 alone reads (pcfile, pcln, and through them the list of files), and the first line of each
// function, which the runtime only hands on to profiles. What the garbage collector and the unwinding of stacks read stays, byte by
// byte: depths of the stack (pcsp), live pointers and unsafe points (pcdata), stack maps and inlining trees (funcdata), names.
// TestOnlyLinesAreDropped holds the whole module against what the linker wrote, and test/collector.test.mjs runs it with a collector
// that never rests.
//
// The form is that of Go 1.26; another Go's module is left as it is.
func dropLines(segments []segment) error {
	if !strings.HasPrefix(runtime.Version(), "go1.26") {
		return nil
	}
	for _, s := range segments {
		if at := bytes.Index(s.content, pcHeader); at >= 0 {
			return emptyLines(s.content[at:])
		}
	}
	return errNoFunctions
}

// emptyLines works on the table from its header on.
func emptyLines(table []byte) error {
	t, err := readFunctions(table)
	if err != nil {
		return err
	}
	used := make([]bool, t.functab-t.pctab)
	for f := range t.each {
		clear(table[f.at+funcPCFile : f.at+funcPCLn+4]) // offset 0: no values
		clear(table[f.at+funcUnit : f.at+funcStartLine+4])
		for _, o := range f.values() {
			for i := range lengthOfValues(table[t.pctab+int(o) : t.functab]) {
				used[int(o)+i] = true
			}
		}
	}
	clear(table[t.units:t.pctab]) // files of each compilation, and their names
	for i, u := range used {
		if !u {
			table[t.pctab+i] = 0
		}
	}
	return nil
}
