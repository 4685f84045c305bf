package when

import (
	"unicode"

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
func cut(source []rune, s text.Span) line {
	var out line
	gap := false
	for i := s.Start; i < s.End; {
		r := source[i]
		if unicode.IsSpace(r) {
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
			p.norm = string(source[p.Start:p.End])
		case unicode.IsLetter(r):
			p.kind = letters
			p.upper = unicode.IsUpper(r)
			for p.End < s.End && (unicode.IsLetter(source[p.End]) || unicode.IsMark(source[p.End])) {
				p.End++
			}
			p.norm = lower(source[p.Start:p.End])
		default:
			p.norm = string(plain(r))
		}
		i = p.End
		out = append(out, p)
	}
	return out
}

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

func lower(runes []rune) string {
	out := make([]rune, len(runes))
	for i, r := range runes {
		out[i] = unicode.ToLower(r)
	}
	return string(out)
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

// at is the piece i, or the zero piece outside the line.
func (l line) at(i int) piece {
	if i < 0 || i >= len(l) {
		return piece{}
	}
	return l[i]
}

// is reports whether piece i is one of the words.
func (l line) is(i int, words ...string) bool {
	norm := l.at(i).norm
	if norm == "" {
		return false
	}
	for _, w := range words {
		if norm == w {
			return true
		}
	}
	return false
}

// glued reports whether piece i stands right behind the one before it.
func (l line) glued(i int) bool { return l.at(i).kind != nothing && !l.at(i).gap }

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
