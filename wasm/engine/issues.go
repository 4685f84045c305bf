package engine

import (
	"readout/wasm/compare"
	"readout/wasm/know"
	"readout/wasm/text"
)

// Issue is a contested topic and where articles write of it.
type Issue struct {
	know.Issue
	Uses  []Use
	Terms []compare.TermUse // Doc is an index into Corpus.Articles
}

// Use is a passage on an issue.
type Use struct {
	Article, Passage int // indexes into Corpus.Articles and the document's passages
	Marks            []text.Span
}

// issues finds where each issue of the registry is written of.
func (c *Corpus) issues() {
	docs := c.docs()
	words := c.words.ofIssues()
	for i := range words {
		w := &words[i]
		out := Issue{Issue: w.Issue}
		for a, d := range docs {
			for _, u := range w.uses(d) {
				u.Article = a
				out.Uses = append(out.Uses, u)
			}
		}
		if len(out.Uses) == 0 {
			continue
		}
		out.Terms = w.own.Terms(docs, all(docs))
		c.Issues = append(c.Issues, out)
	}
}

// uses are the passages of one document on the issue.
func (w *issueWords) uses(d *text.Document) []Use {
	var out []Use
	for p := range d.Passages {
		one := []*text.Document{d}
		found := w.phrases.Terms(one, [][]int{{p}})
		if len(found) == 0 || !w.cued(d, p) {
			continue
		}
		u := Use{Passage: p}
		for _, f := range found {
			u.Marks = append(u.Marks, f.First)
		}
		u.Marks = namesFirst(u.Marks, w.names.Terms(one, [][]int{{p}}))
		out = append(out, u)
	}
	return out
}

// termsOf are the terms that name an issue.
func termsOf(k *know.Base, issue string) []know.Term {
	var out []know.Term
	for _, t := range k.Terms {
		if t.Issue == issue {
			out = append(out, t)
		}
	}
	return out
}

// namesFirst puts the marks that stand in a name of the issue before those that only speak of it.
func namesFirst(marks []text.Span, names []compare.TermUse) []text.Span {
	var first, rest []text.Span
	for _, m := range marks {
		named := false
		for _, n := range names {
			named = named || n.First.Overlaps(m)
		}
		if named {
			first = append(first, m)
		} else {
			rest = append(rest, m)
		}
	}
	return append(first, rest...)
}

// cued reports whether an issue asks for no cue, or one stands in the passage's sentence or its neighbours.
func (w *issueWords) cued(d *text.Document, p int) bool {
	if len(w.Cues) == 0 {
		return true
	}
	for q := range d.Passages {
		if n := d.Passages[q].Sentence - d.Passages[p].Sentence; n >= -1 && n <= 1 {
			if len(w.cues.Terms([]*text.Document{d}, [][]int{{q}})) > 0 {
				return true
			}
		}
	}
	return false
}

func (c *Corpus) docs() []*text.Document {
	var out []*text.Document
	for _, a := range c.Articles {
		out = append(out, a.Doc)
	}
	return out
}

// all lists every passage of every document.
func all(docs []*text.Document) [][]int {
	out := make([][]int, len(docs))
	for i, d := range docs {
		for p := range d.Passages {
			out[i] = append(out[i], p)
		}
	}
	return out
}

func contains(l []int, x int) bool {
	for _, v := range l {
		if v == x {
			return true
		}
	}
	return false
}

func folded(s string) string { return text.Fold(s) }
