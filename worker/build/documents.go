package main

import (
	"io/fs"

	"readout/worker/api"
)

// pack makes documents.json and documents.bin of a folder that the compiler wrote. The table is the handler's own, so
// that what worker.mjs answers is what the handler would.
func pack(dist fs.FS) (table, contents []byte, err error) {
	h, err := api.New(dist, api.Options{})
	if err != nil {
		return nil, nil, err
	}
	for _, file := range h.Files() {
		content, err := fs.ReadFile(dist, file)
		if err != nil {
			return nil, nil, err
		}
		contents = append(contents, content...)
	}
	return h.Table(), contents, nil
}
