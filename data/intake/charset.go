package intake

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode/utf32"
)

func wordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }

// utf8Text decodes plain text: UTF-8 as it is, UTF-16 by its byte order mark, anything else by the encoding that the caller names.
func (r *Reader) utf8Text(data []byte) (text string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		return decode(utf32.UTF32(utf32.BigEndian, utf32.UseBOM), "UTF-32", data)
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		e, name, _ := charset.DetermineEncoding(data, "")
		return decode(e, name, data)
	case utf8.Valid(data):
		return string(data), nil
	case r.Charset != "":
		e, name := charset.Lookup(r.Charset)
		if e == nil {
			return "", fault{fmt.Sprintf("%q is no encoding that is known", r.Charset), "write EUC-KR, Shift_JIS, EUC-JP, GB18030, Big5, windows-1252 or another name of the WHATWG's list"}
		}
		return decode(e, name, data)
	}
	return "", fault{"is not UTF-8 and does not say what it is", "name its encoding, as -charset EUC-KR (or Shift_JIS, EUC-JP, GB18030, Big5, windows-1252), or save it as UTF-8"}
}

// pageText decodes HTML by its byte order mark, the HTTP header, or what its head declares, as browsers do.
func pageText(data []byte, contentType string) (string, error) {
	e, name, certain := charset.DetermineEncoding(data, contentType)
	if !certain && utf8.Valid(data) {
		return string(data), nil // a page that declares nothing
	}
	return decode(e, name, data)
}

// decode refuses text that is plainly not in the encoding: one character in a hundred that cannot be read is a mistake of the
// label, not of the text.
func decode(e encoding.Encoding, name string, data []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", fault{"is not in the encoding " + name + " that it declares: " + err.Error(), "save it as UTF-8"}
	}
	text := strings.TrimPrefix(string(out), "\ufeff")
	if bad := strings.Count(text, "\ufffd"); bad*100 > utf8.RuneCountInString(text) {
		return "", fault{fmt.Sprintf("is not in the encoding %s that it declares: %d characters cannot be read", name, bad), "save it as UTF-8, or give its encoding with -charset"}
	}
	return text, nil
}
