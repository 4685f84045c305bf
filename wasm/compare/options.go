package compare

import (
	"slices"
	"strings"

	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// Options ask for another view of a comparison than the one that is shown at first.
type Options struct {
	Chars  bool     // replaced words are compared by characters
	Ignore []string // kinds of noise that are left out: some of Kinds
}

// The kinds of noise: what an edit may be that says nothing.
const (
	Case        = "case"        // capitals and small letters
	Punctuation = "punctuation" // marks alone
	Honorifics  = "honorifics"  // "Mr.", "씨"
	Names       = "names"       // another romanisation or order of one name
	Numbers     = "numbers"     // formats of numbers and dates: "Oct. 29" and "29 October"
	Particles   = "particles"   // of Korean
	Spelling    = "spelling"    // hyphens, British and American endings
)

// Kinds lists the kinds of noise.
var Kinds = []string{Case, Punctuation, Honorifics, Names, Numbers, Particles, Spelling}

// maxChars bounds the product of the lengths, in code points, of two runs that are compared by characters: Myers' work can grow with
// it. Longer runs stay as they are.
const maxChars = 1 << 16

// With compares two readings under options. The zero Options change nothing of what [Reader.Pairs] says of them.
func With(base, other Side, names func(norm string) bool, o Options) Diff {
	if !sameLanguage(base, other) {
		return Diff{Mode: Languages}
	}
	var r Reader
	d, marks := r.readings(r.words(base), r.words(other), names)
	var out []mark
	for len(marks) > 0 {
		n := 1
		for n < len(marks) && marks[n].a == marks[0].a && marks[n].b == marks[0].b {
			n++
		}
		out = append(out, o.place(&r, base, other, marks[:n])...)
		marks = marks[n:]
	}
	d.Edits = editsOf(out)
	if len(out) == 0 {
		d.Mode = None
	}
	return d
}

// place is the marks of one place under the options.
func (o Options) place(r *Reader, base, other Side, marks []mark) []mark {
	var deleted, inserted []word
	var out []mark
	for _, m := range marks {
		if !m.Noise {
			continue
		}
		deleted = append(deleted, wordsOf(base, m.Base)...)
		inserted = append(inserted, wordsOf(other, m.Other)...)
	}
	kind := kindOf(deleted, inserted)
	for _, m := range marks {
		hushed := false
		for _, k := range o.Ignore {
			hushed = hushed || m.Noise && k == kind
		}
		if !hushed {
			out = append(out, m)
		}
	}
	if o.Chars && len(out) == 2 && out[0].Op == Delete && out[1].Op == Insert && !out[0].Noise && !out[1].Noise {
		return chars(base.Doc, other.Doc, out[0], out[1])
	}
	return out
}

// wordsOf are the words of a side that lie in s.
func wordsOf(side Side, s text.Span) []word {
	var out []word
	for _, p := range side.Passages {
		if !side.Doc.Passages[p].Overlaps(s) {
			continue
		}
		tokens := side.Doc.Passages[p].Tokens
		for i := range tokens {
			if t := &tokens[i]; t.Overlaps(s) {
				out = append(out, word{Token: t, form: formOf(t)})
			}
		}
	}
	return out
}

// kindOf says what sort of noise the words of one place are. Either side may be empty: then it stands at another place, or nowhere.
func kindOf(x, y []word) string {
	p, q := lexical(x), lexical(y)
	if len(p) == 0 && len(q) == 0 {
		kind := Punctuation
		for _, w := range append(x, y...) {
			switch {
			case w.Particle:
				return Particles
			case w.Word:
				kind = Honorifics
			}
		}
		return kind
	}
	same := joinText(p) == joinText(q)
	switch {
	case same && (wordy(x, p) || wordy(y, q)):
		return Honorifics
	case same:
		return Punctuation
	case strings.EqualFold(joinText(p), joinText(q)):
		return Case
	case anyNumber(p) || anyNumber(q):
		return Numbers
	case allNameLike(p) && allNameLike(q):
		return Names
	}
	return Spelling
}

// wordy reports whether w has a word that its lexical part has not.
func wordy(w []word, lexical []*word) bool {
	n := 0
	for _, x := range w {
		if x.Word {
			n++
		}
	}
	return n > len(lexical)
}

func joinText(w []*word) string {
	var b strings.Builder
	for _, x := range w {
		b.WriteString(x.Text)
	}
	return b.String()
}

func allNameLike(w []*word) bool {
	return !slices.ContainsFunc(w, func(x *word) bool { return !nameLike(x) })
}

func anyNumber(w []*word) bool {
	for _, x := range w {
		if isNumber(x) || months.Of(x.Norm) != "" || monthNames.Has(x.plain) {
			return true
		}
	}
	return false
}

var monthNames = wordlist.Of("january february march april may june july august september october november december " +
	"monday tuesday wednesday thursday friday saturday sunday")

// chars are the marks of a replaced run by characters. A lone letter that both have says nothing and is part of the change.
func chars(base, other *text.Document, d, i mark) []mark {
	x, y := base.Source[d.Base.Start:d.Base.End], other.Source[i.Other.Start:i.Other.End]
	if len(x)*len(y) > maxChars {
		return []mark{d, i}
	}
	var out []mark
	var b, o text.Span // the change that is open
	b.Start, o.Start = d.Base.Start, i.Other.Start
	b.End, o.End = b.Start, o.Start
	flush := func() {
		if b.Len() > 0 {
			m := d
			m.Base = b
			out = append(out, m)
		}
		if o.Len() > 0 {
			m := i
			m.Other = o
			out = append(out, m)
		}
	}
	steps := letters(x, y)
	for k, e := range steps {
		n := e.n
		switch {
		case e.op == remove:
			b.End += n
		case e.op == insert:
			o.End += n
		case n == 1 && k > 0 && k+1 < len(steps):
			b.End++
			o.End++
		default:
			flush()
			b.Start, o.Start = b.End+n, o.End+n
			b.End, o.End = b.Start, o.Start
		}
	}
	flush()
	return out
}
