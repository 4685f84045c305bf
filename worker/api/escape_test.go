package api

import (
	"testing"

	"github.com/tidwall/gjson"
)

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "plain", "\x00\b\f\n\r\t\x1f \"\\/<>&\x7f", "é会議😀", "a\u2028b\u2029c", "\xff\xed\xa0\x80\xe2\x80", "\ufffd", "x\xe2\x80\xa8", "1234567<90123456"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := string(appendString([]byte("x"), s)), string(gjson.AppendJSONString([]byte("x"), s)); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	})
}
