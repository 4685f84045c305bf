//go:build js && wasm

// Command worker is Readout's handler inside a Cloudflare Worker; built for any other system it serves the same handler
// over HTTP for debugging (go run ./worker).
//
// worker.mjs boots one instance per isolate and calls the exports below. The handler is also registered with
// github.com/syumai/workers, whose ready signal ends the boot and whose handleRequest is the second way in: slower (it
// crosses the boundary once per header and promise), but with Request and Response objects; the READOUT_VIA variable
// chooses it, and the tests hold it equal to the others.
package main

import (
	"log"
	"net/http"
	"os"
	"time"
	"unsafe"

	"readout/worker/api"
	"readout/worker/edge"

	"github.com/syumai/workers"
)

func main() {
	documents, err := dist()
	if err != nil {
		log.Fatal(err)
	}
	if site, err = api.New(documents, api.Options{Build: os.Getenv("READOUT_BUILD"), Clock: still}); err != nil {
		log.Fatal(err)
	}
	handler = withFaults(site)
	workers.ServeNonBlock(rawBody(withFaults(site)))
	workers.Ready()
	select {}
}

// still is a clock for a place where clocks stand still while a program computes; asking the real one costs four calls
// into JavaScript.
func still() (t time.Time) { return t }

var (
	site    *api.Handler
	handler edge.Handler

	request = make([]byte, 64<<10) // where worker.mjs writes a request; grows to maxRequest
	answer  edge.Answer            // kept here so that its bytes stay until the next call
	report  block
)

// maxRequest bounds what worker.mjs may reserve: its limit for bodies and room for the head.
const maxRequest = 2 << 20

// block is how an export tells where its result is. worker.mjs zeroes Status before each call, because an instance that
// died in the middle returns as if nothing had happened.
type block struct {
	Status       uint32 // 200 to 599
	Head, Body   uint32 // addresses
	HeadN, BodyN uint32 // bytes
}

func (b *block) set(status int, head, body []byte) {
	b.Head, b.HeadN = address(head), uint32(len(head))
	b.Body, b.BodyN = address(body), uint32(len(body))
	b.Status = uint32(status)
}

func address(b []byte) uint32 { return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) }

// reportAddress tells where the block is; it stays there.
//
//go:wasmexport readout_report
func reportAddress() unsafe.Pointer { return unsafe.Pointer(&report) }

// reserve makes room for a request of n bytes and tells where to write it; 0 when n is too much.
//
//go:wasmexport readout_reserve
func reserve(n uint32) unsafe.Pointer {
	if n > maxRequest {
		return nil
	}
	if int(n) > len(request) {
		request = make([]byte, n)
	}
	return unsafe.Pointer(&request[0])
}

// handle answers the request in the first n reserved bytes.
//
//go:wasmexport readout_handle
func handle(n uint32) {
	var err error
	if answer, err = edge.Serve(handler, request[:n]); err != nil {
		log.Print(err)
		return
	}
	report.set(answer.Status, answer.Head, answer.Body)
}

// warm prepares for the first requests; worth its time only before there are any.
//
//go:wasmexport readout_warm
func warm() {
	site.Warm()
	report.set(http.StatusOK, nil, nil)
}
