//go:build js && wasm

// Command stock is the handler in the form that the template of github.com/syumai/workers suggests, with the documents
// inside the module. The benchmark measures against it; nothing else uses it.
package main

import (
	"io/fs"
	"log"

	"readout/data"
	"readout/worker/api"

	"github.com/syumai/workers"
)

func main() {
	dist, err := fs.Sub(data.Dist, "dist")
	if err != nil {
		log.Fatal(err)
	}
	h, err := api.New(dist, api.Options{})
	if err != nil {
		log.Fatal(err)
	}
	workers.Serve(h)
}
