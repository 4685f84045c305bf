package when

import (
	"unicode"
	"unicode/utf8"

	"readout/wasm/text"
)

// piece is a run of letters, a run of digits, or a single mark. Pieces are finer than tokens ("29th" is two,
// "2019-08-29" five), so that one grammar reads every way to write a date.
type piece struct {
	text.Span
	norm  string // lower case, typographic quotes and dashes made plain
	kind  pieceKind
	gap   bool // white space stands before it
	upper bool // begins with a capital letter
	n     int  // value of a run of digits; -1 when it has more than nine
}

type pieceKind uint8

const (
	nothing pieceKind = iota // beyond the end
	letters
	digits
	mark
)

// line is a stretch of text in pieces.
type line []piece

// cut divides a span of the source.
func cut(source []rune, s text.Span) line { return new(cutter).cut(source, s) }

// cutter divides spans of a source. What it gives is valid until the next, whose pieces take the same room.
type cutter struct {
	pieces line
	norms  []byte  // of all pieces, one behind the other
	ends   []int32 // of each in norms
}

// cut divides a span of the source.
func (c *cutter) cut(source []rune, s text.Span) line {
	c.pieces, c.norms, c.ends = c.pieces[:0], c.norms[:0], c.ends[:0]
	gap := false
	for i := s.Start; i < s.End; {
		r := source[i]
		if isSpace(r) {
			gap = true
			i++
			continue
		}
		p := piece{Span: text.Span{Start: i, End: i + 1}, kind: mark, gap: gap}
		gap = false
		switch {
		case r >= '0' && r <= '9':
			p.kind = digits
			for p.End < s.End && source[p.End] >= '0' && source[p.End] <= '9' {
				p.End++
			}
			p.n = value(source[p.Start:p.End])
			c.norms = appendLower(c.norms, source[p.Start:p.End])
		case isLetter(r):
			p.kind = letters
			p.upper = unicode.IsUpper(r)
			for p.End < s.End && (isLetter(source[p.End]) || source[p.End] >= 0x80 && unicode.IsMark(source[p.End])) {
				p.End++
			}
			c.norms = appendLower(c.norms, source[p.Start:p.End])
		default:
			c.norms = utf8.AppendRune(c.norms, plain(r))
		}
		c.pieces, c.ends = append(c.pieces, p), append(c.ends, int32(len(c.norms)))
		i = p.End
	}
	norms, from := string(c.norms), int32(0)
	for i, end := range c.ends {
		c.pieces[i].norm = norms[from:end]
		from = end
	}
	return c.pieces
}

// isSpace and isLetter ask the tables of Unicode beyond ASCII alone.
func isSpace(r rune) bool { return r == ' ' || uint32(r)-'\t' < 5 || r >= 0x80 && unicode.IsSpace(r) }

func isLetter(r rune) bool { return uint32(r|0x20)-'a' < 26 || r >= 0x80 && unicode.IsLetter(r) }

func value(digits []rune) int {
	if len(digits) > 9 {
		return -1
	}
	n := 0
	for _, r := range digits {
		n = n*10 + int(r-'0')
	}
	return n
}

// appendLower appends runes in lower case.
func appendLower(out []byte, runes []rune) []byte {
	for _, r := range runes {
		if r < 0x80 {
			if 'A' <= r && r <= 'Z' {
				r |= 0x20
			}
			out = append(out, byte(r))
		} else {
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	return out
}

func plain(r rune) rune {
	switch r {
	case '‐', '‑', '‒', '–', '—', '−':
		return '-'
	case '‘', '’', 'ʼ', '′':
		return '\''
	case '“', '”':
		return '"'
	}
	return r
}

// beyond is the piece before the first and after the last.
var beyond piece

// at is the piece i, or the zero piece outside the line. It is not to be changed.
func (l line) at(i int) *piece {
	if uint(i) >= uint(len(l)) {
		return &beyond
	}
	return &l[i]
}

// is reports whether piece i is one of the words.
func (l line) is(i int, words ...string) bool {
	if uint(i) >= uint(len(l)) {
		return false
	}
	norm := l[i].norm
	for _, w := range words {
		if norm == w {
			return true
		}
	}
	return false
}

// glued reports whether piece i stands right behind the one before it.
func (l line) glued(i int) bool { return uint(i) < uint(len(l)) && !l[i].gap }

// hyphen is the position after a hyphen at i, or i where there is none.
func (l line) hyphen(i int) int {
	if l.is(i, "-") {
		return i + 1
	}
	return i
}

// comma is the position after a comma at i, or i where there is none.
func (l line) comma(i int) int {
	if l.is(i, ",") {
		return i + 1
	}
	return i
}
