package text

import (
	"slices"

	"readout/wasm/sorting"
)

// Drop removes spans from the article, with the white space around them, and cuts the passages again.
func (d *Document) Drop(spans []Span) {
	if len(spans) == 0 {
		return
	}
	for _, s := range spans {
		var kept []Block
		for _, b := range d.Blocks {
			if !b.Overlaps(s) {
				kept = append(kept, b)
				continue
			}
			for _, part := range []Span{{b.Start, s.Start}, {s.End, b.End}} {
				if part = trim(d.Source, part); part.Start < part.End {
					rest := b
					rest.Span = part
					kept = append(kept, rest)
				}
			}
		}
		d.Blocks = kept
	}
	Segment(d)
}

// Keep adds spans to the article, each as a paragraph of the body, unless they are part of it already, and cuts the passages again.
func (d *Document) Keep(spans []Span) {
	if len(spans) == 0 {
		return
	}
	for _, s := range spans {
		if s = trim(d.Source, s); s.Len() > 0 && !slices.ContainsFunc(d.Blocks, func(b Block) bool { return b.Overlaps(s) }) {
			d.Blocks = append(d.Blocks, Block{Span: s, Kind: Body})
		}
	}
	sorting.By(d.Blocks, func(a, b Block) int { return a.Start - b.Start })
	Segment(d)
}

// Locate finds every place where the words of quote are in the document, in order. Any white space counts as one space.
func (d *Document) Locate(quote string) []Span {
	want := []rune(plainSpaces(quote))
	if len(want) == 0 {
		return nil
	}
	squeezed := make([]rune, 0, len(d.Source))
	at := make([]int, 0, len(d.Source)) // of each rune of squeezed in the source
	for i, r := range d.Source {
		if isSpace(r) {
			if n := len(squeezed); n == 0 || squeezed[n-1] == ' ' {
				continue
			}
			r = ' '
		}
		squeezed = append(squeezed, r)
		at = append(at, i)
	}
	var out []Span
	for i := 0; i+len(want) <= len(squeezed); i++ {
		j := 0
		for j < len(want) && squeezed[i+j] == want[j] {
			j++
		}
		if j == len(want) {
			out = append(out, Span{at[i], at[i+j-1] + 1})
			i += j - 1
		}
	}
	return out
}

// plainSpaces makes every run of white space one space, none at the ends.
func plainSpaces(s string) string {
	var out []rune
	for _, r := range s {
		if isSpace(r) {
			if n := len(out); n == 0 || out[n-1] == ' ' {
				continue
			}
			r = ' '
		}
		out = append(out, r)
	}
	if n := len(out); n > 0 && out[n-1] == ' ' {
		out = out[:n-1]
	}
	return string(out)
}
