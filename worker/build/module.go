package main

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Sections of a WebAssembly module (core specification 5.5.2).
const (
	memorySection = 5
	codeSection   = 10
	dataSection   = 11
)

// sections visits the sections of a module: the number of each, and where its content begins and ends.
func sections(module []byte, visit func(id byte, start, end int) error) error {
	if len(module) < 8 || string(module[:4]) != "\x00asm" {
		return errors.New("not a WebAssembly module")
	}
	for at := 8; at < len(module); {
		size, n := binary.Uvarint(module[at+1:])
		start := at + 1 + n
		if n <= 0 || size > uint64(len(module)-start) {
			return fmt.Errorf("section at byte %d: broken", at)
		}
		end := start + int(size)
		if err := visit(module[at], start, end); err != nil {
			return err
		}
		at = end
	}
	return nil
}

// rewrite passes the content of one section through change and returns the module with what came back in its place.
func rewrite(module []byte, section byte, change func([]byte) ([]byte, error)) ([]byte, error) {
	var out []byte
	last := 8 // end of the section before
	err := sections(module, func(id byte, start, end int) error {
		if id == section {
			content, err := change(module[start:end])
			if err != nil {
				return err
			}
			out = append(out, module[:last+1]...)
			out = binary.AppendUvarint(out, uint64(len(content)))
			out = append(append(out, content...), module[end:]...)
		}
		last = end
		return nil
	})
	if err == nil && out == nil {
		err = fmt.Errorf("the module has no section %d", section)
	}
	return out, err
}
