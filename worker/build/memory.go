package main

import (
	"encoding/binary"
	"errors"
	"fmt"
)

const (
	pageSize      = 64 << 10
	memorySection = 5
)

// capMemory gives the memory of a WebAssembly module a maximum (core specification 5.4.4 and 5.5.8). Go's linker knows
// no option for it.
func capMemory(module []byte, bytes int) ([]byte, error) {
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
		if module[at] != memorySection {
			at = end
			continue
		}
		section, err := limit(module[start:end], uint64(bytes/pageSize))
		if err != nil {
			return nil, err
		}
		out := append([]byte(nil), module[:at+1]...)
		out = binary.AppendUvarint(out, uint64(len(section)))
		out = append(out, section...)
		return append(out, module[end:]...), nil
	}
	return nil, errors.New("the module has no memory")
}

// limit rewrites the content of a memory section with one memory: count 1, flag 0 (no maximum) or 1, minimum[, maximum].
func limit(section []byte, most uint64) ([]byte, error) {
	if len(section) < 3 || section[0] != 1 || section[1] > 1 {
		return nil, errors.New("expected one unshared 32-bit memory")
	}
	least, n := binary.Uvarint(section[2:])
	if n <= 0 || least > most {
		return nil, fmt.Errorf("the module starts with %d pages, more than the cap of %d", least, most)
	}
	return binary.AppendUvarint(binary.AppendUvarint([]byte{1, 1}, least), most), nil
}
