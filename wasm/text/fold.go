package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold gives different spellings of a word or phrase one form. It converts to lower case, makes typographic quotes
// and dashes plain and full-width forms narrow, composes decomposed Hangul and collapses white space. It drops
// diacritics (Tōkyō, Tokyo), the possessive 's, dots of acronyms (U.N., UN) and separators of thousands.
//
// "US", "U.S" and "U.S." all become "u.s.", because without its dots the country would be the pronoun "us".
// Folding a folded string changes nothing.
func Fold(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	return foldAny(s)
}

// foldASCII is Fold for what most words are: ASCII letters, digits and hyphens, one space between words, and no "US". It reports
// false for anything else.
func foldASCII(s string) (string, bool) {
	upper := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '-':
		case 'A' <= c && c <= 'T', 'V' <= c && c <= 'Z':
			upper = true
		case c == 'U' && (i+1 == len(s) || s[i+1] != 'S'):
			upper = true
		case c == ' ' && i > 0 && i+1 < len(s) && s[i+1] != ' ':
		default:
			return "", false
		}
	}
	if !upper {
		return s, true
	}
	return strings.ToLower(s), true
}

// foldAny is Fold for any string.
func foldAny(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return foldPlain(plainRunes(s))
		}
	}
	return foldPlain([]byte(s))
}

// foldPlain is Fold for code points in their plain forms; bytes are those of ASCII.
func foldPlain[C byte | rune](plain []C) string {
	var short [64]byte
	out := short[:0]
	if len(plain) > len(short) {
		out = make([]byte, 0, len(plain)+len(plain)/8)
	}
	for i := 0; i < len(plain); {
		if isSpace(rune(plain[i])) {
			i++
			continue
		}
		j := i
		for j < len(plain) && !isSpace(rune(plain[j])) {
			j++
		}
		if len(out) > 0 {
			out = append(out, ' ')
		}
		out = foldWord(out, plain[i:j])
		i = j
	}
	return string(out)
}

// foldWord appends one stretch without white space.
func foldWord[C byte | rune](out []byte, w []C) []byte {
	begins := true // nothing of a word stands before: an acronym may begin
	for i := 0; i < len(w); {
		r := rune(w[i])
		if begins && isLetter(r) {
			if n := acronym(w, i); n > 0 {
				from := len(out)
				for _, r := range w[i : i+n] {
					if r != '.' {
						out = appendLower(out, rune(r))
					}
				}
				if string(out[from:]) == "us" {
					out = append(out[:from], "u.s."...)
				}
				begins = false
				i += n
				continue
			}
		}
		switch {
		case r == '\'' && i > 0 && letterAt(w, i-1) && i+1 < len(w) && (w[i+1] == 's' || w[i+1] == 'S') && !letterAt(w, i+2):
			begins = false
			i += 2
			continue
		case r == ',' && digitAt(w, i-1) && digitAt(w, i+1) && digitAt(w, i+2) && digitAt(w, i+3) && !digitAt(w, i+4):
		default:
			out = appendLower(out, r)
		}
		begins = !isLetter(r) && !isDigit(r) && r != '.'
		i++
	}
	return out
}

// appendLower appends r in lower case.
func appendLower(out []byte, r rune) []byte {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r |= 0x20
		}
		return append(out, byte(r))
	}
	return utf8.AppendRune(out, unicode.ToLower(r))
}

// acronym is the length of an acronym with dots ("U.S.", "u.n.") or of the word "US" at w[i:], 0 where there is none.
func acronym[C byte | rune](w []C, i int) int {
	if i > 0 && (letterAt(w, i-1) || digitAt(w, i-1) || w[i-1] == '.') {
		return 0
	}
	if i+1 < len(w) && w[i] == 'U' && w[i+1] == 'S' && !letterAt(w, i+2) && !digitAt(w, i+2) {
		return 2
	}
	n := 0
	for letterAt(w, i+n) && rune(w[i+n]) < 0x250 && i+n+1 < len(w) && w[i+n+1] == '.' {
		n += 2
	}
	switch {
	case n >= 4 && !letterAt(w, i+n):
		return n
	case n >= 2 && letterAt(w, i+n) && !letterAt(w, i+n+1): // "U.S" without its last dot
		return n + 1
	}
	return 0
}

func letterAt[C byte | rune](w []C, i int) bool { return i >= 0 && i < len(w) && isLetter(rune(w[i])) }
func digitAt[C byte | rune](w []C, i int) bool  { return i >= 0 && i < len(w) && isDigit(rune(w[i])) }

// plainRunes maps each code point of s to its plain form; marks that combine disappear and Hangul is composed.
func plainRunes(s string) []rune {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		if n := len(out); n > 0 {
			if c, ok := composeHangul(out[n-1], r); ok {
				out[n-1] = c
				continue
			}
		}
		switch {
		case r < 0x80:
			out = append(out, r)
		case r >= 0x300 && r < 0x370, r == 0xAD, r == 0x200B, r == 0x200C, r == 0x200D, r == 0x2060, r == 0xFEFF:
			// combining marks, soft hyphens and zero-width characters
		case r >= 0xFF01 && r <= 0xFF5E:
			out = append(out, r-0xFEE0)
		default:
			if p, ok := plain[r]; ok {
				out = append(out, []rune(p)...)
			} else {
				out = append(out, r)
			}
		}
	}
	return out
}

// composeHangul joins decomposed Hangul (Unicode 3.12), as files from macOS have it.
func composeHangul(a, b rune) (rune, bool) {
	const sBase, lBase, vBase, tBase = 0xAC00, 0x1100, 0x1161, 0x11A7
	switch {
	case a >= lBase && a < lBase+19 && b >= vBase && b < vBase+21:
		return sBase + ((a-lBase)*21+(b-vBase))*28, true
	case a >= sBase && a < sBase+11172 && (a-sBase)%28 == 0 && b > tBase && b < tBase+28:
		return a + (b - tBase), true
	}
	return 0, false
}

// plain is built from pairs of equally long lists, so that it reads like the alphabet it covers.
var plain = buildPlain()

func buildPlain() map[rune]string {
	m := map[rune]string{
		'‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", '`': "'", '´': "'",
		'“': "\"", '”': "\"", '„': "\"", '‟': "\"", '″': "\"", '«': "\"", '»': "\"",
		'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-", '﹣': "-",
		'…': "...", '•': "-", '‧': "·", '・': "·", 'ㆍ': "·",
		'\u00a0': " ", '\u3000': " ", '\u202f': " ", '\u2009': " ",
		'ß': "ss", 'æ': "ae", 'Æ': "Ae", 'œ': "oe", 'Œ': "Oe", 'ﬁ': "fi", 'ﬂ': "fl", 'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L",
		'đ': "d", 'Đ': "D", 'ı': "i", 'İ': "I",
	}
	lists := [][2]string{
		{"àáâãäåāăąǎ", "a"}, {"ÀÁÂÃÄÅĀĂĄǍ", "A"}, {"çćĉċč", "c"}, {"ÇĆĈĊČ", "C"}, {"ďḍ", "d"}, {"ĎḌ", "D"},
		{"èéêëēĕėęě", "e"}, {"ÈÉÊËĒĔĖĘĚ", "E"}, {"ĝğġģ", "g"}, {"ĜĞĠĢ", "G"}, {"ĥḥ", "h"}, {"ĤḤ", "H"},
		{"ìíîïĩīĭįǐ", "i"}, {"ÌÍÎÏĨĪĬĮǏ", "I"}, {"ķ", "k"}, {"Ķ", "K"}, {"ĺļľ", "l"}, {"ĹĻĽ", "L"},
		{"ñńņň", "n"}, {"ÑŃŅŇ", "N"}, {"òóôõöōŏőǒ", "o"}, {"ÒÓÔÕÖŌŎŐǑ", "O"}, {"ŕŗř", "r"}, {"ŔŖŘ", "R"},
		{"śŝşšș", "s"}, {"ŚŜŞŠȘ", "S"}, {"ţťț", "t"}, {"ŢŤȚ", "T"}, {"ùúûüũūŭůűųǔ", "u"}, {"ÙÚÛÜŨŪŬŮŰŲǓ", "U"},
		{"ýÿŷ", "y"}, {"ÝŶŸ", "Y"}, {"źżž", "z"}, {"ŹŻŽ", "Z"},
	}
	for _, l := range lists {
		for _, r := range l[0] {
			m[r] = l[1]
		}
	}
	return m
}
