package seed

import (
	"bytes"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// maxLine is the line, in bytes, above which a text seems to have lost its line breaks. Guessed: the longest paragraph of
// the texts at hand has 1300.
const maxLine = 20000

// text checks the content of an article and reports whether it can be used.
func (l *loader) text(rel string, raw []byte) bool {
	if n, what, fix := Fault(raw); what != "" {
		l.report(rel, n, what, fix)
		return false
	}
	for n, rest := 1, raw; len(rest) > 0; n++ {
		var one []byte
		one, rest, _ = bytes.Cut(rest, []byte("\n"))
		if len(one) > maxLine {
			l.warn(rel, n, "is a line of "+strconv.Itoa(len(one))+" bytes: paragraphs cannot be told apart", "put a line break after each paragraph")
			break
		}
	}
	return true
}

// Fault says why the content of a file cannot be an article, and at which line, 0 for the whole file. what is "" if it can be one.
func Fault(raw []byte) (at int, what, fix string) {
	for _, k := range kinds {
		if bytes.HasPrefix(raw, k.magic) {
			return 0, "is " + k.name + " and no plain text", k.fix
		}
	}
	if i := bytes.IndexByte(raw, 0); i >= 0 {
		return line(raw, i), "is binary: byte 0 at offset " + strconv.Itoa(i), "save the article as plain text in UTF-8"
	}
	if i := invalid(raw); i >= 0 {
		return line(raw, i), "is not UTF-8: byte 0x" + strconv.FormatUint(uint64(raw[i]), 16) + " at offset " + strconv.Itoa(i),
			"save the file as UTF-8; it may be in Windows-1252, Shift_JIS, EUC-KR or GB 18030"
	}
	letters := false
	for _, r := range string(raw) {
		if unicode.IsLetter(r) {
			letters = true
			break
		}
	}
	if !letters {
		what := "has no letters"
		if len(bytes.TrimSpace(bytes.TrimPrefix(raw, []byte("\ufeff")))) == 0 {
			what = "is empty"
		}
		return 0, what, "paste the article into it, or remove it"
	}
	if head := bytes.ToLower(bytes.TrimLeft(raw[:min(len(raw), 400)], " \t\r\n\ufeff")); bytes.HasPrefix(head, []byte("<!doctype")) || bytes.HasPrefix(head, []byte("<html")) {
		return 1, "is HTML and no plain text", "rename it to .html and take the article out of it with `go run ./data/add FILE`"
	}
	return 0, "", ""
}

// kinds are files that are often mistaken for text.
var kinds = []struct {
	magic     []byte
	name, fix string
}{
	{[]byte("%PDF-"), "a PDF", "copy the article out of it and save that as text"},
	{[]byte("PK\x03\x04"), "a ZIP or Office file", "save the article as plain text in UTF-8"},
	{[]byte("\xd0\xcf\x11\xe0"), "an Office file", "save the article as plain text in UTF-8"},
	{[]byte("{\\rtf"), "RTF", "save the article as plain text in UTF-8"},
	{[]byte("\xff\xfe"), "UTF-16", "save the file as UTF-8"},
	{[]byte("\xfe\xff"), "UTF-16", "save the file as UTF-8"},
	{[]byte("\x1f\x8b"), "compressed", "unpack it"},
	{[]byte("\x89PNG"), "an image", "save the article as plain text in UTF-8"},
	{[]byte("\xff\xd8\xff"), "an image", "save the article as plain text in UTF-8"},
}

// invalid is the offset of the first byte that is no valid UTF-8, -1 for none.
func invalid(raw []byte) int {
	if utf8.Valid(raw) {
		return -1
	}
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// line is the 1-based line of the byte at offset i.
func line(raw []byte, i int) int { return 1 + bytes.Count(raw[:i], []byte("\n")) }
