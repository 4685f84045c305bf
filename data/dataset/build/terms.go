package build

import (
	"readout/data/dataset"
	"readout/data/dataset/rights"
	"readout/wasm/compare"
	"readout/wasm/know"
)

// CountedTerm is one form of a registry's term in an article that has no id yet.
type CountedTerm struct {
	Term string // know.Term.ID
	dataset.TermUse
}

// CountTerms turns what the engine counted in an article (engine.Words.Terms) into the types of the dataset; passages are the article's.
func CountTerms(uses []compare.TermUse, passages []dataset.Passage) []CountedTerm {
	var out []CountedTerm
	for _, u := range uses {
		out = append(out, CountedTerm{u.Term, dataset.TermUse{Form: u.Form, Count: u.Count, Passage: passages[u.Passage].ID, Start: u.First.Start, End: u.First.End}})
	}
	return out
}

// Terms are the terms of n articles, as Dataset gives them; counted returns those of one article. about[i] belongs to article i and
// has its id and rights.
func Terms(n int, counted func(i int) []CountedTerm, k *know.Base, about []About) []dataset.Term {
	closed := map[string]bool{}
	by := map[string]*dataset.Term{}
	for i := range n {
		id := about[i].ID
		closed[id] = about[i].Rights == "headline"
		for _, u := range counted(i) {
			t := by[u.Term]
			if t == nil {
				t = &dataset.Term{ID: u.Term, Forms: map[string][]string{}}
				by[u.Term] = t
			}
			use := u.TermUse
			use.Article = id
			t.Forms[id] = append(t.Forms[id], use.Form)
			t.Uses = append(t.Uses, use)
		}
	}
	out := []dataset.Term{}
	for _, kt := range k.Terms {
		if t := by[kt.ID]; t != nil {
			t.Concept, t.Names, t.Disputed = kt.Concept, Names(kt.Names), kt.Disputed
			out = append(out, *t)
		}
	}
	return rights.Terms(out, closed)
}
