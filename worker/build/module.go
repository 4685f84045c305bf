package main

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Sections of a WebAssembly module (core specification 5.5.2).
const (
	memorySection = 5
	dataSection   = 11
)

// rewrite passes the content of one section through change and returns the module with what came back in its place.
func rewrite(module []byte, section byte, change func([]byte) ([]byte, error)) ([]byte, error) {
	if len(module) < 8 || string(module[:4]) != "\x00asm" {
		return nil, errors.New("not a WebAssembly module")
	}
	for at := 8; at < len(module); {
		size, n := binary.Uvarint(module[at+1:])
		start := at + 1 + n
		if n <= 0 || size > uint64(len(module)-start) {
			return nil, fmt.Errorf("section at byte %d: broken", at)
		}
		end := start + int(size)
		if module[at] != section {
			at = end
			continue
		}
		content, err := change(module[start:end])
		if err != nil {
			return nil, err
		}
		out := append([]byte(nil), module[:at+1]...)
		out = binary.AppendUvarint(out, uint64(len(content)))
		out = append(out, content...)
		return append(out, module[end:]...), nil
	}
	return nil, fmt.Errorf("the module has no section %d", section)
}
