package witness

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// join makes the text of tokens. Where some token brings white space along, as CollateX's own tokeniser leaves it, they are put
// together as they are; else a space goes between them, but not before closing and after opening punctuation, and not between
// characters of a script that is written without spaces.
func join(tokens []Token) string {
	spaced := false
	for _, t := range tokens {
		spaced = spaced || strings.ContainsFunc(t.T, unicode.IsSpace)
	}
	var b strings.Builder
	last := ' '
	for _, t := range tokens {
		if t.T == "" {
			continue
		}
		next, _ := utf8.DecodeRuneInString(t.T)
		if !spaced && b.Len() > 0 && apart(last, next) {
			b.WriteByte(' ')
		}
		b.WriteString(t.T)
		last, _ = utf8.DecodeLastRuneInString(t.T)
	}
	return b.String()
}

// apart reports whether a space parts two tokens that end and begin with these.
func apart(a, b rune) bool {
	if unicode.In(a, unicode.Ps, unicode.Pi) || unicode.In(b, unicode.Pe, unicode.Pf) || strings.ContainsRune(".,;:!?%…、。", b) {
		return false
	}
	return !dense(a) || !dense(b)
}

// dense reports whether r belongs to a script without spaces between words.
func dense(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer) || strings.ContainsRune("、。「」『』・ー", r)
}
