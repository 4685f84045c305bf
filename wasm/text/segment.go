package text

import (
	"slices"
	"strings"
)

// Segment fills d.Passages from d.Source, d.Language and d.Blocks: the sentences of every block and, in English, their clauses, each
// with its tokens. Clauses of one sentence share Sentence, and cover it except for the white space between them. A sentence of more
// than maxSentence code points is cut into several, and d.Cut says so.
func Segment(d *Document) {
	english := d.Language == "" || d.Language == "en" || strings.HasPrefix(d.Language, "en-")
	d.Passages, d.Cut = nil, false
	t := tokenizer{src: d.Source, english: english}
	n := 0
	for b, block := range d.Blocks {
		all, cut := bounded(d.Source, sentences(d.Source, block))
		d.Cut = d.Cut || cut
		for _, s := range all {
			if s.Len() == 0 {
				continue
			}
			n++
			tokens := t.cut(s)
			var cuts []int
			if english && !block.Aside && (block.Kind == Body || block.Kind == Caption) {
				cuts = clauses(tokens)
			}
			from := 0
			for _, cut := range append(cuts, len(tokens)) {
				part := tokens[from:cut:cut]
				span := s
				if from > 0 {
					span.Start = tokens[from].Start
				}
				if cut < len(tokens) {
					span.End = tokens[cut-1].End
				}
				d.Passages = append(d.Passages, Passage{Span: span, Sentence: n, Paragraph: b + 1, Kind: block.Kind, Aside: block.Aside, Tokens: part})
				from = cut
			}
		}
	}
}

// maxSentence is the most code points of one sentence. What later stages do can grow with the square of it. It is twice the longest
// sentence of ten thousand articles and ten times what a newspaper prints; only made-up texts reach it.
const maxSentence = 2000

// bounded cuts sentences that are longer than maxSentence, at white space where there is some, and reports whether there were any.
func bounded(src []rune, all []Span) (out []Span, cut bool) {
	long := func(s Span) bool { return s.Len() > maxSentence }
	if !slices.ContainsFunc(all, long) {
		return all, false
	}
	for _, s := range all {
		for long(s) {
			end := s.Start + maxSentence
			for end > s.Start+maxSentence/2 && !isSpace(src[end]) {
				end--
			}
			if !isSpace(src[end]) { // no word is so long
				for end = s.Start + maxSentence; end > s.Start+maxSentence-maxToken && isMark(src[end]); end-- {
				}
			}
			out = append(out, trim(src, Span{s.Start, end}))
			s = trim(src, Span{end, s.End})
		}
		out = append(out, s)
	}
	return out, true
}
