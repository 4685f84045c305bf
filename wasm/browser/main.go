//go:build js && wasm

// Command browser is the engine as a web page loads it: texts go in, a comparison comes out, and that is all it can do. It
// imports nothing of the browser, no network among it; the page hands it bytes and takes bytes.
//
// The exports, in the order of their use by web/src/own/thread.js:
//
//	readout_reserve(n) → address      room for n bytes of input
//	readout_registry(n)               the first n bytes are what know.Base.Pack gives
//	readout_begin(n) → texts          … what decode reads; the texts that are to be understood
//	readout_understand() → texts left once for each text
//	readout_document()                the document, as /v1/meetings/ID.json has it
//	readout_result() → address        two 32-bit words: address and length of what was made last, -1 having been returned an error as JSON
//
// Each returns -1 where it failed. Go's memory is little-endian and moves only when it grows.
package main

import (
	"runtime"
	"runtime/debug"
	"unsafe"

	"readout/data/witness"
	"readout/wasm/know"
)

func main() {
	// A comparison lives shortly: what it leaves behind may lie until there is much of it. Two texts leave 3 MB, eight of the greatest
	// length some hundred.
	debug.SetGCPercent(800)
	debug.SetMemoryLimit(48 << 20)
	select {}
}

var (
	input      []byte
	registry   = &know.Base{}
	comparison *witness.Comparison
	output     []byte
	result     [2]uint32 // address and length of output
)

// litter is how much may lie when a comparison begins: five comparisons of two texts leave it, or half of one of eight.
const litter = 16 << 20

// maxInput bounds what may be asked for: eight texts at their limit, and as much again.
const maxInput = 16 << 20

//go:wasmexport readout_reserve
func reserve(n int32) unsafe.Pointer {
	if n <= 0 || n > maxInput {
		return nil
	}
	input = make([]byte, n)
	return unsafe.Pointer(&input[0])
}

//go:wasmexport readout_registry
func loadRegistry(n int32) int32 {
	b, err := know.Unpack(input[:n])
	if err != nil {
		return fail(err)
	}
	registry = b
	return 0
}

//go:wasmexport readout_begin
func begin(n int32) int32 {
	// Between two comparisons next to nothing lives, so that a collection is cheap; in the middle of one it walks all that was understood
	// so far, and every pointer that is written meanwhile is noted for it.
	var m runtime.MemStats
	if runtime.ReadMemStats(&m); m.HeapAlloc > litter {
		runtime.GC()
	}
	var err error
	if comparison, err = witness.Begin(decode(input[:n]), registry); err != nil {
		return fail(err)
	}
	input = nil
	return int32(comparison.Left())
}

//go:wasmexport readout_understand
func understand() int32 {
	if err := comparison.Understand(); err != nil {
		return fail(err)
	}
	return int32(comparison.Left())
}

//go:wasmexport readout_document
func document() int32 {
	give(comparison.Document().AppendJSON(output[:0])) // the page has copied what was made last
	comparison = nil
	return 0
}

//go:wasmexport readout_result
func resultAddress() unsafe.Pointer { return unsafe.Pointer(&result) }

func give(b []byte) {
	output = b
	result = [2]uint32{uint32(uintptr(unsafe.Pointer(unsafe.SliceData(b)))), uint32(len(b))}
}

func fail(err error) int32 {
	give(encode(err))
	return -1
}
