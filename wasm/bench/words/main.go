//go:build js && wasm

// Command words is the engine's differ of words alone, for wasm/bench/run.mjs, which lays it beside other differs in the same V8.
//
//	readout_reserve(n) → address   room for n bytes of input: texts in pairs, each after its length as four bytes, the lowest first
//	readout_words(n) → edits       compares the pairs, from raw text to edits, and counts the edits
//	readout_apart(n) → words       how many words of both texts the differ aligns with none of the other
package main

import (
	"runtime/debug"
	"unsafe"

	"readout/wasm/compare"
	"readout/wasm/text"
)

func main() {
	debug.SetGCPercent(800) // as wasm/browser has it
	debug.SetMemoryLimit(48 << 20)
	select {}
}

var input []byte

//go:wasmexport readout_reserve
func reserve(n int32) unsafe.Pointer {
	input = make([]byte, n)
	return unsafe.Pointer(&input[0])
}

//go:wasmexport readout_words
func words(n int32) int32 {
	edits := 0
	each(input[:n], func(r *compare.Reader, pair []compare.Side) {
		edits += len(r.Pairs(pair, nil)[0].Edits)
	})
	return int32(edits)
}

//go:wasmexport readout_apart
func apart(n int32) int32 {
	sum := 0
	each(input[:n], func(r *compare.Reader, pair []compare.Side) { sum += r.Apart(pair[0], pair[1]) })
	return int32(sum)
}

// each reads the pairs, the first texts of all as one document, the second texts as another, and visits them.
func each(b []byte, visit func(r *compare.Reader, pair []compare.Side)) {
	var all [2][]rune
	var docs [2]text.Document
	for i := 0; len(b) > 0; i = 1 - i {
		n := int(b[0]) | int(b[1])<<8 | int(b[2])<<16 | int(b[3])<<24
		from := len(all[i])
		all[i] = append(all[i], []rune(string(b[4:4+n]))...)
		docs[i].Blocks = append(docs[i].Blocks, text.Block{Span: text.Span{Start: from, End: len(all[i])}, Kind: text.Headline}) // kept whole
		all[i] = append(all[i], '\n')
		b = b[4+n:]
	}
	var passages [2][][]int // by text
	for i := range docs {
		docs[i].Source = all[i]
		text.Segment(&docs[i])
		passages[i] = make([][]int, len(docs[i].Blocks))
		for p := range docs[i].Passages {
			n := docs[i].Passages[p].Paragraph - 1
			passages[i][n] = append(passages[i][n], p)
		}
	}
	var r compare.Reader
	for n := range passages[0] {
		visit(&r, []compare.Side{{Doc: &docs[0], Passages: passages[0][n]}, {Doc: &docs[1], Passages: passages[1][n]}})
	}
}
