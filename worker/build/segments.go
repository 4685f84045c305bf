package main

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
)

// widestGap is how many zero bytes between two data segments are written out to join them. Go's linker begins a new
// segment after 8 zeros, 80,000 of them, whose addresses do not compress while zeros do: joined, the module is 150 kB
// smaller after gzip, and is loaded in fewer steps.
const widestGap = 256

// wordSize is how many bytes a word of Go has here. The linker's segments begin where the zeros end, within a word too: then the address
// of the table of functions, at the head of the moduledata, had lost its last byte in one build of eight, and edit did not find it. So
// what is joined begins with a whole word.
const wordSize = 8

// joinSegments writes neighbouring data segments as one (core specification 5.5.14). What memory holds afterwards is the
// same. It expects the form that Go's linker writes: active segments of the first memory, at constant addresses, which
// do not overlap. What is joined goes through edit, which may be nil.
func joinSegments(module []byte, edit func([]segment) error) ([]byte, error) {
	return rewrite(module, dataSection, func(section []byte) ([]byte, error) {
		segments, err := readSegments(section)
		if err != nil {
			return nil, err
		}
		slices.SortFunc(segments, func(a, b segment) int { return cmp.Compare(a.address, b.address) })
		joined := segments[:0]
		for _, s := range segments {
			last := len(joined) - 1
			gap := int64(-1)
			if last >= 0 {
				if gap = s.address - joined[last].end(); gap < 0 {
					return nil, errors.New("two data segments overlap")
				}
			}
			if last >= 0 && gap <= widestGap {
				grown := &joined[last].content
				*grown = append(append(*grown, make([]byte, gap)...), s.content...)
			} else {
				cut := s.address % wordSize
				joined = append(joined, segment{s.address - cut, append(make([]byte, cut), s.content...)})
			}
		}
		if edit != nil {
			if err := edit(joined); err != nil {
				return nil, err
			}
		}
		out := binary.AppendUvarint(nil, uint64(len(joined)))
		for _, s := range joined {
			out = appendVarint(append(out, 0, opI32Const), s.address)
			out = binary.AppendUvarint(append(out, opEnd), uint64(len(s.content)))
			out = append(out, s.content...)
		}
		return out, nil
	})
}

// segment is what the module puts into memory at an address.
type segment struct {
	address int64
	content []byte
}

func (s segment) end() int64 { return s.address + int64(len(s.content)) }

func readSegments(section []byte) ([]segment, error) {
	count, n := binary.Uvarint(section)
	if n <= 0 {
		return nil, errors.New("the data section is broken")
	}
	var all []segment
	for b := section[n:]; count > 0; count-- {
		s, rest, ok := readSegment(b)
		if !ok {
			return nil, errors.New("a data segment is not as Go's linker writes them")
		}
		all = append(all, s)
		b = rest
	}
	return all, nil
}

const (
	opI32Const = 0x41
	opEnd      = 0x0b
)

// readSegment reads one data segment: flag 0, i32.const address, end, length, content.
func readSegment(b []byte) (s segment, rest []byte, ok bool) {
	if len(b) < 2 || b[0] != 0 || b[1] != opI32Const {
		return s, nil, false
	}
	address, n := varint(b[2:])
	b = b[2+n:]
	if n == 0 || address < 0 || len(b) == 0 || b[0] != opEnd {
		return s, nil, false
	}
	length, n := binary.Uvarint(b[1:])
	if n <= 0 || length > uint64(len(b)-1-n) {
		return s, nil, false
	}
	b = b[1+n:]
	return segment{address, b[:length]}, b[length:], true
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
