package main

import (
	"encoding/binary"
	"errors"
)

// widestGap is how many zero bytes between two data segments are written out to join them. Go's linker begins a new
// segment after 8 zeros, 80,000 of them, whose addresses do not compress while zeros do: joined, the module is 150 kB
// smaller after gzip, and is loaded in fewer steps.
const widestGap = 256

// joinSegments writes neighbouring data segments as one (core specification 5.5.14). What memory holds afterwards is the
// same. It expects the form that Go's linker writes: active segments of the first memory, at constant and rising
// addresses.
func joinSegments(module []byte) ([]byte, error) {
	return rewrite(module, dataSection, func(section []byte) ([]byte, error) {
		count, n := binary.Uvarint(section)
		section = section[max(n, 0):]
		var out []byte
		var joined uint64
		var start int64 // of the segment that grows
		var data []byte
		flush := func() {
			if len(data) == 0 {
				return
			}
			joined++
			out = appendVarint(append(out, 0, opI32Const), start)
			out = append(binary.AppendUvarint(append(out, opEnd), uint64(len(data))), data...)
			data = nil
		}
		for ; count > 0; count-- {
			address, content, rest, ok := segment(section)
			end := start + int64(len(data))
			if !ok || len(data) > 0 && address < end {
				return nil, errors.New("a data segment is not as Go's linker writes them")
			}
			if address-end > widestGap {
				flush()
			}
			if len(data) == 0 {
				start, end = address, address
			}
			data = append(append(data, make([]byte, address-end)...), content...)
			section = rest
		}
		flush()
		return append(binary.AppendUvarint(nil, joined), out...), nil
	})
}

const (
	opI32Const = 0x41
	opEnd      = 0x0b
)

// segment reads one data segment: flag 0, i32.const address, end, length, content.
func segment(b []byte) (address int64, content, rest []byte, ok bool) {
	if len(b) < 2 || b[0] != 0 || b[1] != opI32Const {
		return 0, nil, nil, false
	}
	address, n := varint(b[2:])
	b = b[2+n:]
	if n == 0 || address < 0 || len(b) == 0 || b[0] != opEnd {
		return 0, nil, nil, false
	}
	length, n := binary.Uvarint(b[1:])
	if n <= 0 || length > uint64(len(b)-1-n) {
		return 0, nil, nil, false
	}
	b = b[1+n:]
	return address, b[:length], b[length:], true
}

// varint reads a signed LEB128 number, which is not the zigzag form of encoding/binary; n is 0 where there is none.
func varint(b []byte) (v int64, n int) {
	for shift := 0; n < len(b) && shift < 35; shift += 7 {
		c := b[n]
		n++
		v |= int64(c&0x7f) << shift
		if c < 0x80 {
			if c&0x40 != 0 {
				v -= 1 << (shift + 7)
			}
			return v, n
		}
	}
	return 0, 0
}

func appendVarint(b []byte, v int64) []byte {
	for {
		c := byte(v & 0x7f)
		v >>= 7
		if v == 0 && c&0x40 == 0 || v == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}
