package main

import (
	"bytes"
	"strings"
	"testing"
)

const header = "\x00asm\x01\x00\x00\x00"

func TestCapMemory(t *testing.T) {
	for _, test := range []struct{ name, module, want, wrong string }{
		{name: "no maximum", module: header + "\x05\x03\x01\x00\x02", want: header + "\x05\x05\x01\x01\x02\x80\x08"},
		{name: "a maximum already", module: header + "\x05\x04\x01\x01\x02\x03", want: header + "\x05\x05\x01\x01\x02\x80\x08"},
		{name: "between sections", module: header + "\x01\x02ab\x05\x03\x01\x00\x02\x07\x01c", want: header + "\x01\x02ab\x05\x05\x01\x01\x02\x80\x08\x07\x01c"},
		{name: "too big at the start", module: header + "\x05\x04\x01\x00\x80\x10", wrong: "more than the cap"},
		{name: "none", module: header + "\x01\x02ab", wrong: "no section 5"},
		{name: "cut off", module: header + "\x05\x09\x01", wrong: "broken"},
		{name: "shared", module: header + "\x05\x04\x01\x03\x02\x03", wrong: "unshared"},
		{name: "no module", module: "hello, world", wrong: "not a WebAssembly module"},
	} {
		got, err := capMemory([]byte(test.module), maxMemory)
		switch {
		case test.wrong != "" && (err == nil || !strings.Contains(err.Error(), test.wrong)):
			t.Errorf("%s: %v, want %q", test.name, err, test.wrong)
		case test.wrong == "" && (err != nil || !bytes.Equal(got, []byte(test.want))):
			t.Errorf("%s: %q, %v; want %q", test.name, got, err, test.want)
		}
	}
}
