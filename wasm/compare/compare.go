// Package compare says how two readings of one point differ, which words articles use for one concept,
// and which values of aligned readings cannot both be right.
//
// Two readings are compared over words, in two rounds of github.com/sergi/go-diff (Myers 1986, no timer): first the
// content words alone, so that no comma or "the" is aligned at their cost, then, between two aligned content words, the
// rest. What remains on both sides of one place is refined inside words. How the outcome is shown:
//
//	edits   most content words are shared: the words that only one side has are marked (delete, insert)
//	shared  most differ: runs of words that both have are marked (equal)
//	none    nothing but names and small words in common, or nothing at all to mark
//
// The package refuses nothing; very long texts are compared up to maxTokens words a side, and what is beyond
// them counts as changed.
//
// All offsets are code points of the source texts, half open.
package compare

import (
	"slices"
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

// Readings compares two readings of a point. names reports whether a folded word (text.Token.Norm) is one that nearly all
// articles of the meeting use (names, places), so that it says nothing by itself; nil means no word is.
func Readings(base, other Side, names func(norm string) bool) Diff {
	return Pairs([]Side{base, other}, names)[0]
}

// Pairs is Readings for each pair of the sides of one row: the first with all that follow it, then the second, and so on. Each side is
// read once.
func Pairs(sides []Side, names func(norm string) bool) []Diff {
	read := make([][]word, len(sides))
	for i, s := range sides {
		read[i] = words(s)
	}
	var out []Diff
	for i, a := range read {
		for _, b := range read[i+1:] {
			d, marks := readings(a, b, names)
			d.Edits = editsOf(marks)
			out = append(out, d)
		}
	}
	return out
}

// readings is Readings with the edits as marks, in order, of the words of two sides.
func readings(a, b []word, names func(norm string) bool) (Diff, []mark) {
	if names == nil {
		names = func(string) bool { return false }
	}
	flip := slices.CompareFunc(a, b, func(x, y word) int { return strings.Compare(x.Text, y.Text) }) > 0
	if flip {
		a, b = b, a // one order of the two, so that swapping the sides swaps delete and insert and nothing else
	}
	pairs := align(a, b)
	d := Diff{Mode: Edits, Shared: share(a, b, pairs)}
	var marks []mark
	if d.Shared >= minShared {
		marks = edits(a, b, pairs, names)
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

// share is the part of the content words of a and b that pairs aligns, rounded to thousandths. Two texts without any are alike.
func share(a, b []word, pairs []match) float64 {
	n, k := 0, 0
	for _, w := range a {
		if w.content {
			n++
		}
	}
	for _, w := range b {
		if w.content {
			n++
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
