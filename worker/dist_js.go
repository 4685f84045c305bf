//go:build js && wasm

package main

import (
	"errors"
	"io/fs"
	"unsafe"
)

// dist is what the compiler wrote, with manifest.json at its root. It lies outside of the module, in documents.bin, which
// worker.mjs holds: so a changed article changes no program, and a document is answered before there is one. What the
// handler reads (the dataset, for queries) it gets as a copy.
func dist() (fs.FS, error) { return hostFiles{}, nil }

// hostFiles asks worker.mjs for whole files.
type hostFiles struct{}

//go:wasmimport readout open
func hostOpen(name string) int32 // the size in bytes, -1 where there is none

//go:wasmimport readout read
func hostRead(into unsafe.Pointer) // writes the file that was opened last

// ReadFile implements [fs.ReadFileFS].
func (hostFiles) ReadFile(name string) ([]byte, error) {
	n := hostOpen(name)
	if n < 0 {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	content := make([]byte, n)
	if n > 0 {
		hostRead(unsafe.Pointer(&content[0]))
	}
	return content, nil
}

// Open is there for the interface: files are read whole.
func (hostFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: errors.ErrUnsupported}
}
