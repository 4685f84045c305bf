package api

import "unicode/utf8"

// appendString appends s as a JSON string: what gjson.AppendJSONString writes, <, > and & escaped among it, but stretches
// that need no escape are copied whole, which is most of an answer and a third of its time.
func appendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	done := 0 // up to here s is in b
	for i := 0; i < len(s); {
		if len(s)-i >= 8 { // eight at a time, without a branch between them: a loop's step is dear in Go's WebAssembly
			t := s[i : i+8]
			if marked[t[0]]|marked[t[1]]|marked[t[2]]|marked[t[3]]|marked[t[4]]|marked[t[5]]|marked[t[6]]|marked[t[7]] == 0 {
				i += 8
				continue
			}
		}
		c := s[i]
		if marked[c] == 0 {
			i++
			continue
		}
		size := 1
		if c >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			if (r != utf8.RuneError || size > 1) && r != '\u2028' && r != '\u2029' {
				i += size
				continue
			}
			b = append(append(b, s[done:i]...), `\ufffd`...)
			if r != utf8.RuneError {
				b = append(b[:len(b)-4], '2', '0', '2', hex[r&0xf])
			}
		} else {
			b = append(append(b, s[done:i]...), '\\')
			if short := shortEscape[c]; short != 0 {
				b = append(b, short)
			} else {
				b = append(b, 'u', '0', '0', hex[c>>4], hex[c&0xf])
			}
		}
		i += size
		done = i
	}
	return append(append(b, s[done:]...), '"')
}

var shortEscape = [utf8.RuneSelf]byte{'\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't', '\\': '\\', '"': '"'}

// marked is 0 for the bytes that stand for themselves.
var marked = func() (is [256]byte) {
	for c := range is {
		if c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			is[c] = 1
		}
	}
	return is
}()
