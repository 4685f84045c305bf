package main

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

func TestJoinSegments(t *testing.T) {
	data := func(segments ...string) string {
		content := uvarint(len(segments)) + strings.Join(segments, "")
		return header + "\x0b" + uvarint(len(content)) + content
	}
	at := func(address int64, content string) string {
		return "\x00\x41" + string(appendVarint(nil, address)) + "\x0b" + uvarint(len(content)) + content
	}
	for _, test := range []struct{ name, module, want, wrong string }{
		{name: "one", module: data(at(72, "ab")), want: data(at(72, "ab"))},
		{name: "neighbours", module: data(at(72, "ab"), at(74, "c")), want: data(at(72, "abc"))},
		{name: "a gap", module: data(at(72, "ab"), at(77, "c")), want: data(at(72, "ab\x00\x00\x00c"))},
		{name: "far apart", module: data(at(72, "ab"), at(2000, "c")), want: data(at(72, "ab"), at(2000, "c"))},
		{name: "a word that begins with zeros", module: data(at(72, "ab"), at(2003, "c")), want: data(at(72, "ab"), at(2000, "\x00\x00\x00c"))},
		{name: "in any order", module: data(at(1<<20, "z"), at(77, "c"), at(72, "ab")), want: data(at(72, "ab\x00\x00\x00c"), at(1<<20, "z"))},
		{name: "padded address", module: header + "\x0b\x09\x01\x00\x41\xc8\x80\x00\x0b\x01a", want: data(at(72, "a"))},
		{name: "overlap", module: data(at(72, "abc"), at(74, "c")), wrong: "overlap"},
		{name: "passive", module: header + "\x0b\x04\x01\x01\x01a", wrong: "not as Go's linker"},
		{name: "cut off", module: header + "\x0b\x07\x01\x00\x41\x05\x0b\x09a", wrong: "not as Go's linker"},
		{name: "negative", module: data(at(-1, "a")), wrong: "not as Go's linker"},
		{name: "none", module: header, wrong: "no section 11"},
	} {
		got, err := joinSegments([]byte(test.module), nil)
		switch {
		case test.wrong != "" && (err == nil || !strings.Contains(err.Error(), test.wrong)):
			t.Errorf("%s: %v, want %q", test.name, err, test.wrong)
		case test.wrong == "" && (err != nil || !bytes.Equal(got, []byte(test.want))):
			t.Errorf("%s: %q, %v; want %q", test.name, got, err, test.want)
		}
	}
}

func uvarint(n int) string { return string(binary.AppendUvarint(nil, uint64(n))) }

func TestVarint(t *testing.T) {
	for _, v := range []int64{0, 1, 63, 64, 127, 128, 1 << 20, 1<<31 - 1, -1, -64, -65, -1 << 31} {
		b := appendVarint(nil, v)
		if got, n := varint(append(b, 0xff)); got != v || n != len(b) {
			t.Errorf("%d: %x is read as %d, %d bytes", v, b, got, n)
		}
	}
	if _, n := varint([]byte{0x80}); n != 0 {
		t.Error("half a number was read")
	}
}
