package main

import (
	"encoding/binary"
	"errors"
	"fmt"
)

const pageSize = 64 << 10

// capMemory gives the memory of a WebAssembly module a maximum (core specification 5.4.4 and 5.5.8). Go's linker knows
// no option for it.
func capMemory(module []byte, bytes int) ([]byte, error) {
	return rewrite(module, memorySection, func(section []byte) ([]byte, error) {
		return limit(section, uint64(bytes/pageSize))
	})
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
