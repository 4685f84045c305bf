package registry

import (
	"readout/data/seed"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/text"
)

// Quotes says which decisions quote words that are not there. Whether the others still apply is known only after the articles are compiled.
func Quotes(seeds []seed.Seed, base *know.Base) (out []seed.Problem) {
	docs := map[string]*text.Document{}
	for _, s := range seeds {
		docs[s.File] = &text.Document{Source: []rune(s.Text)}
	}
	for _, d := range base.Decisions {
		file, line := place(d)
		for _, q := range d.Quotes {
			switch doc := docs[q.Article]; {
			case doc == nil:
				out = append(out, seed.Problem{File: file, Line: line, What: "the decision does not apply: there is no article " + q.Article, Fix: "correct the name of the file, or remove the entry", Warning: true})
			case len(doc.Locate(q.Text)) == 0:
				out = append(out, seed.Problem{File: file, Line: line, What: "the decision does not apply: " + q.Article + " no longer has the words it quotes", Fix: "remove the entry, or decide anew on the review page", Warning: true})
			}
		}
	}
	return out
}

// Unmet says which of the editors' decisions had no effect. They are kept, never silently lost.
func Unmet(list []engine.Unmet) (out []seed.Problem) {
	for _, u := range list {
		file, line := place(u.Decision)
		out = append(out, seed.Problem{File: file, Line: line, What: "the decision does not apply: " + u.What, Fix: u.Fix, Warning: true})
	}
	return out
}
