// Package compare says how two readings of one point differ, which words articles use for one concept,
// and which values of aligned readings cannot both be right.
//
// Two readings are compared word by word, in two rounds of Myers' algorithm (diff.go; no timer). The first round aligns
// only content words, so that no comma or "the" is aligned at their cost. The second aligns the rest between two
// aligned content words. Words that differ on both sides of one place are compared by letters. The result is shown in
// one of these modes:
//
//	edits   most content words are shared: the words that only one side has are marked (delete, insert)
//	shared  most differ: runs of words that both have are marked (equal)
//	none    nothing but names and small words in common, or nothing at all to mark
//	languages  the readings are in two languages: their words are not compared
//
// The package refuses nothing. Very long texts are compared up to maxTokens words on each side; words beyond
// that count as changed.
//
// All offsets are code points of the source texts, half open.
package compare

import (
	"strings"

	"readout/wasm/text"
)

// Side is one reading: passages of a document, in order.
type Side struct {
	Doc      *text.Document
	Passages []int // indexes into Doc.Passages
}

// The operations of an Edit.
const (
	Equal  = "equal"
	Delete = "delete"
	Insert = "insert"
)

// The modes of a Diff.
const (
	Edits  = "edits"
	Shared = "shared"
	None   = "none"
	// Languages: the readings are in two languages, so their words are not compared: every one of them would be marked.
	Languages = "languages"
)

// Edit is a run of words to mark. A delete has only Base, an insert only Other, an equal both.
type Edit struct {
	Op          string
	Base, Other text.Span // zero when absent
	Moved       bool      // the same run stands elsewhere on the other side
	Noise       bool      // says nothing: case, punctuation, an honorific, another spelling of a name, format of a number
}

// Diff is what two readings share and where they differ.
type Diff struct {
	Mode   string
	Shared float64 // 0 to 1: share of the content words of both readings that are aligned
	Edits  []Edit  // by place in the texts; where both sides changed at one place, delete before insert
}

// minShared is the share of content words from which on changes are marked and not what is shared
// (a guess from reading about forty pairs, by the designer).
const minShared = 0.55

// Pairs compares each two of the readings of a point: the first with all that follow it, then the second, and so on. names reports
// whether a folded word (text.Token.Norm) is one that nearly all articles of the meeting use (names, places), so that it says nothing
// by itself; nil means no word is.
func (r *Reader) Pairs(sides []Side, names func(norm string) bool) []Diff {
	if len(sides) < 2 {
		return nil
	}
	read := make([][]word, len(sides))
	for i, s := range sides {
		read[i] = r.words(s)
	}
	out := make([]Diff, 0, len(sides)*(len(sides)-1)/2)
	for i, a := range read {
		for j, b := range read[i+1:] {
			if !sameLanguage(sides[i], sides[i+1+j]) {
				out = append(out, Diff{Mode: Languages})
				continue
			}
			d, marks := r.readings(a, b, names)
			d.Edits = editsOf(marks)
			out = append(out, d)
		}
	}
	return out
}

// sameLanguage reports whether two sides are in one language, whatever its country or script.
func sameLanguage(a, b Side) bool {
	x, _, _ := strings.Cut(a.Doc.Language, "-")
	y, _, _ := strings.Cut(b.Doc.Language, "-")
	return x == y
}

// Apart is how many words of two readings are aligned with none of the other: what a differ of words calls changed. Punctuation is no word.
func (r *Reader) Apart(base, other Side) int {
	a, b := r.words(base), r.words(other)
	n := 0
	for _, side := range [2][]word{a, b} {
		for i := range side {
			if side[i].Word {
				n++
			}
		}
	}
	for _, p := range r.align(a, b) {
		if a[p.a].Word {
			n -= 2
		}
	}
	return n
}

// readings compares two readings, with the edits as marks, in order, of the words of two sides. The marks are the Reader's until the next call.
func (r *Reader) readings(a, b []word, names func(norm string) bool) (Diff, []mark) {
	if names == nil {
		names = func(string) bool { return false }
	}
	flip := later(a, b)
	if flip {
		a, b = b, a // one order of the two, so that swapping the sides swaps delete and insert and nothing else
	}
	pairs := r.align(a, b)
	d := Diff{Mode: Edits, Shared: share(a, b, pairs)}
	var marks []mark
	if d.Shared >= minShared {
		marks = r.edits(a, b, pairs, names)
	} else {
		d.Mode = Shared
		marks = runs(a, b, pairs, names)
	}
	if len(marks) == 0 {
		d.Mode = None
	}
	inOrder(marks, flip)
	return d, marks
}

// later reports whether a comes after b in the order of what is written.
func later(a, b []word) bool {
	for i := range a {
		if i == len(b) {
			return true
		}
		if c := strings.Compare(a[i].Text, b[i].Text); c != 0 {
			return c > 0
		}
	}
	return false
}

// share is the part of the content words of a and b that pairs aligns, rounded to thousandths. Two texts without any are alike.
func share(a, b []word, pairs []match) float64 {
	n, k := 0, 0
	for _, side := range [2][]word{a, b} {
		for i := range side {
			if side[i].content {
				n++
			}
		}
	}
	if n == 0 {
		return 1
	}
	for _, p := range pairs {
		if a[p.a].content {
			k += 2
		}
	}
	return float64((1000*k+n/2)/n) / 1000
}
