package engine

import (
	"readout/wasm/compare"
	"readout/wasm/know"
	"readout/wasm/text"
)

// terms counts the forms of each term for itself: within one term the longest form wins, but "South Korea" counts as a name of
// the country where "South Korea and Japan" counts as a name of the pair. The result is ordered by term.
func terms(docs []*text.Document, passages [][]int, list []know.Term) []compare.TermUse {
	var out []compare.TermUse
	for i := range list {
		out = append(out, compare.Terms(docs, passages, list[i:i+1])...)
	}
	return out
}
