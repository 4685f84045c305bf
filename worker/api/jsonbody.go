package api

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Bounds of a JSON body, so that no body costs more than its bytes.
const (
	deepestBody = 16 // arrays and objects within each other
	mostMembers = 64 // of one object
)

// bodyReader reads JSON (RFC 8259) of which the caller knows the shape, in one pass and without building a tree. It is stricter than
// most: an object may not have a name twice, and strings must be Unicode (RFC 7493), since what different programs make of such a
// body is not the same. The first fault ends the reading; then problem is set and every method reports false.
type bodyReader struct {
	body    []byte
	at      int
	path    []string // names and indexes that lead to the value that is read
	problem *problem
}

// fail notes the fault, with its place as byte and as JSON pointer (RFC 6901).
func (r *bodyReader) fail(what string) bool {
	if r.problem == nil {
		r.problem = failure("bad-request", "The body cannot be read: at byte "+strconv.Itoa(r.at)+", "+what+".")
		r.problem.extra.str("pointer", r.pointer()).num("byte", int64(r.at))
	}
	return false
}

func (r *bodyReader) pointer() string {
	s := ""
	for _, p := range r.path {
		s += "/" + strings.ReplaceAll(strings.ReplaceAll(clip(p), "~", "~0"), "/", "~1")
	}
	return s
}

// peek skips white space and returns the byte that follows; 0 at the end.
func (r *bodyReader) peek() byte {
	for r.at < len(r.body) {
		switch c := r.body[r.at]; c {
		case ' ', '\t', '\n', '\r':
			r.at++
		default:
			return c
		}
	}
	return 0
}

// take reads one byte of punctuation if it is c.
func (r *bodyReader) take(c byte) bool {
	if r.peek() != c || r.at == len(r.body) {
		return false
	}
	r.at++
	return true
}

// end reports whether nothing follows.
func (r *bodyReader) end() bool {
	if r.peek(); r.at < len(r.body) {
		return r.fail("something follows the value; send one value")
	}
	return true
}

// list reads the elements of an array or the members of an object between two brackets.
func (r *bodyReader) list(open, shut byte, what string, element func() bool) bool {
	if !r.take(open) {
		return r.fail(what + " is needed")
	}
	if len(r.path) == deepestBody {
		return r.fail("more than " + strconv.Itoa(deepestBody) + " levels")
	}
	if r.take(shut) {
		return true
	}
	for {
		if !element() {
			return false
		}
		if r.take(shut) {
			return true
		}
		if !r.take(',') {
			return r.fail("a comma or " + strconv.QuoteRune(rune(shut)) + " is needed")
		}
	}
}

// object reads an object; member reads the value of each name.
func (r *bodyReader) object(member func(name string) bool) bool {
	var names []string
	return r.list('{', '}', "an object", func() bool {
		r.peek()
		name, ok := r.str()
		switch {
		case !ok:
			return false
		case slices.Contains(names, name):
			return r.fail("the name " + strconv.Quote(clip(name)) + " stands twice in one object")
		case len(names) == mostMembers:
			return r.fail("an object of more than " + strconv.Itoa(mostMembers) + " members")
		case !r.take(':'):
			return r.fail("a colon is needed")
		}
		names = append(names, name)
		r.path = append(r.path, name)
		if !member(name) {
			return false
		}
		r.path = r.path[:len(r.path)-1]
		return true
	})
}

// array reads an array; element reads the value at each index.
func (r *bodyReader) array(element func(index int) bool) bool {
	n := 0
	return r.list('[', ']', "an array", func() bool {
		r.path = append(r.path, strconv.Itoa(n))
		if !element(n) {
			return false
		}
		r.path = r.path[:len(r.path)-1]
		n++
		return true
	})
}

// str reads a string. The body is known to be valid UTF-8.
func (r *bodyReader) str() (string, bool) {
	if r.peek() != '"' {
		return "", r.fail("a string is needed")
	}
	r.at++
	start := r.at
	for r.at < len(r.body) && r.body[r.at] != '"' && r.body[r.at] != '\\' && r.body[r.at] >= ' ' {
		r.at++
	}
	if r.at < len(r.body) && r.body[r.at] == '"' {
		r.at++
		return string(r.body[start : r.at-1]), true
	}
	out := append([]byte{}, r.body[start:r.at]...)
	for r.at < len(r.body) {
		switch c := r.body[r.at]; {
		case c == '"':
			r.at++
			return string(out), true
		case c < ' ':
			return "", r.fail(`a control character in a string; write \u00` + strconv.FormatInt(int64(c)+0x100, 16)[1:])
		case c == '\\':
			char, ok := r.escape()
			if !ok {
				return "", false
			}
			out = utf8.AppendRune(out, char)
		default:
			out = append(out, c)
			r.at++
		}
	}
	return "", r.fail("the body ends within a string")
}

// escape reads a backslash and what it stands for.
func (r *bodyReader) escape() (rune, bool) {
	if r.at+1 >= len(r.body) {
		return 0, r.fail("the body ends within a string")
	}
	c := r.body[r.at+1]
	switch c {
	case '"', '\\', '/':
		r.at += 2
		return rune(c), true
	case 'b', 'f', 'n', 'r', 't':
		r.at += 2
		return map[byte]rune{'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}[c], true
	case 'u':
		high, ok := r.hex(r.at)
		if !ok {
			return 0, r.fail(`\u must be followed by four hex digits`)
		}
		if !utf16.IsSurrogate(high) {
			r.at += 6
			return high, true
		}
		low, ok := r.hex(r.at + 6)
		char := utf16.DecodeRune(high, low)
		if !ok || char == utf8.RuneError {
			return 0, r.fail("half of a surrogate pair, which is no character")
		}
		r.at += 12
		return char, true
	}
	return 0, r.fail("no such escape")
}

// hex reads the four digits of "\uXXXX" at i.
func (r *bodyReader) hex(i int) (rune, bool) {
	if i+6 > len(r.body) || r.body[i] != '\\' || r.body[i+1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(r.body[i+2:i+6]), 16, 32)
	return rune(n), err == nil && r.body[i+2] != '+' && r.body[i+2] != '-'
}

// skip reads any value.
func (r *bodyReader) skip() bool {
	switch c := r.peek(); {
	case c == '{':
		return r.object(func(string) bool { return r.skip() })
	case c == '[':
		return r.array(func(int) bool { return r.skip() })
	case c == '"':
		_, ok := r.str()
		return ok
	}
	start := r.at
	for r.at < len(r.body) {
		c := r.body[r.at]
		if (c < '0' || c > '9') && (c < 'a' || c > 'z') && c != '-' && c != '+' && c != '.' && c != 'E' {
			break
		}
		r.at++
	}
	switch s := string(r.body[start:r.at]); s {
	case "true", "false", "null":
		return true
	default:
		if !isJSONNumber(s) {
			r.at = start
			return r.fail("a value is needed")
		}
		return true
	}
}

// isJSONNumber reports whether s is a number as JSON writes it: 0, -1.5e+3, but not 01, .5 or 0x1.
func isJSONNumber(s string) bool {
	digits := func() bool {
		n := 0
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		s = s[n:]
		return n > 0
	}
	if s != "" && s[0] == '-' {
		s = s[1:]
	}
	if len(s) > 1 && s[0] == '0' && s[1] >= '0' && s[1] <= '9' || !digits() {
		return false
	}
	if s != "" && s[0] == '.' {
		if s = s[1:]; !digits() {
			return false
		}
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		s = s[1:]
		if s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		if !digits() {
			return false
		}
	}
	return s == ""
}
