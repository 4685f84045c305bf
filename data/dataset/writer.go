package dataset

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"
)

// writer appends JSON. A comma is due before whatever does not follow an opening bracket or a colon.
type writer struct{ b []byte }

func (w *writer) open(c byte) { w.comma(); w.b = append(w.b, c) }
func (w *writer) shut(c byte) { w.b = append(w.b, c) }

func (w *writer) comma() {
	if len(w.b) == 0 {
		return
	}
	switch w.b[len(w.b)-1] {
	case '{', '[', ':':
	default:
		w.b = append(w.b, ',')
	}
}

func (w *writer) raw(s string) { w.comma(); w.b = append(w.b, s...) }

func (w *writer) name(s string) {
	w.comma()
	w.b = append(append(append(w.b, '"'), s...), '"', ':')
}

func (w *writer) str(name, s string) {
	w.name(name)
	w.b = AppendString(w.b, s)
}

// some writes what is not empty.
func (w *writer) some(name, s string) {
	if s != "" {
		w.str(name, s)
	}
}

func (w *writer) pointer(name string, s *string) {
	if s == nil {
		w.name(name)
		w.raw("null")
		return
	}
	w.str(name, *s)
}

func (w *writer) flag(name string, on bool) {
	if on {
		w.name(name)
		w.raw("true")
	}
}

func (w *writer) int(name string, n int) {
	w.name(name)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

// float writes a number that was rounded to a few digits, so an exponent is never due.
func (w *writer) float(name string, x float64) {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		x = 0
	}
	w.name(name)
	w.b = strconv.AppendFloat(w.b, x, 'f', -1, 64)
}

func (w *writer) ints(ns []int) {
	w.open('[')
	for _, n := range ns {
		w.comma()
		w.b = strconv.AppendInt(w.b, int64(n), 10)
	}
	w.shut(']')
}

func (w *writer) strs(name string, ss []string) {
	w.name(name)
	if ss == nil {
		w.raw("null")
		return
	}
	w.open('[')
	for _, s := range ss {
		w.comma()
		w.b = AppendString(w.b, s)
	}
	w.shut(']')
}

func (w *writer) forms(name string, forms map[string][]string) {
	w.name(name)
	if forms == nil {
		w.raw("null")
		return
	}
	w.open('{')
	for _, k := range slices.Sorted(maps.Keys(forms)) {
		w.comma()
		w.b = append(AppendString(w.b, k), ':')
		if forms[k] == nil {
			w.raw("null")
			continue
		}
		w.open('[')
		for _, s := range forms[k] {
			w.comma()
			w.b = AppendString(w.b, s)
		}
		w.shut(']')
	}
	w.shut('}')
}

// languages writes texts by their language; nothing where there are none.
func (w *writer) languages(name string, texts map[string]string) {
	if len(texts) == 0 {
		return
	}
	w.name(name)
	w.open('{')
	for _, lang := range slices.Sorted(maps.Keys(texts)) {
		w.str(lang, texts[lang])
	}
	w.shut('}')
}

// list writes an array of objects, each filled by fill.
func list[T any](w *writer, name string, xs []T, fill func(*T)) {
	w.name(name)
	if xs == nil {
		w.raw("null")
		return
	}
	w.open('[')
	for i := range xs {
		w.open('{')
		fill(&xs[i])
		w.shut('}')
	}
	w.shut(']')
}

// AppendString appends s as a JSON string, as Encode writes it. Invalid UTF-8 becomes U+FFFD.
func AppendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\b':
				b = append(b, '\\', 'b')
			case '\f':
				b = append(b, '\\', 'f')
			case '\n':
				b = append(b, '\\', 'n')
			case '\r':
				b = append(b, '\\', 'r')
			case '\t':
				b = append(b, '\\', 't')
			default:
				if c < ' ' {
					b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
				} else {
					b = append(b, c)
				}
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b = append(b, `\ufffd`...)
		case r == '\u2028' || r == '\u2029': // a line break in scripts
			b = append(b, '\\', 'u', '2', '0', '2', hex[r&15])
		default:
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return append(b, '"')
}
