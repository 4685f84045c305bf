package text

import "strings"

// Segment fills d.Passages from d.Source, d.Language and d.Blocks: the sentences of every block and, in English, their
// clauses, each with its tokens. Clauses of one sentence share Sentence and cover it but for white space between them.
func Segment(d *Document) {
	english := d.Language == "" || d.Language == "en" || strings.HasPrefix(d.Language, "en-")
	d.Passages = nil
	t := tokenizer{src: d.Source, english: english}
	n := 0
	for b, block := range d.Blocks {
		for _, s := range sentences(d.Source, block) {
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
