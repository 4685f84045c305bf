package engine

import (
	"math"

	"readout/wasm/text"
)

// similar compares articles by their words: cosine of log-tf × idf over stems, headline and body.
type similar struct {
	vectors []map[string]float64
	order   [][]string // the keys of vectors, in order of first appearance: sums must not depend on map order
}

func newSimilar(arts []*Article) *similar {
	s := &similar{}
	df := map[string]int{}
	counts := make([]map[string]int, len(arts))
	for i, a := range arts {
		counts[i] = map[string]int{}
		var order []string
		for _, p := range a.Doc.Passages {
			for _, t := range p.Tokens {
				if !t.Word || short(t) {
					continue
				}
				if counts[i][t.Stem] == 0 {
					df[t.Stem]++
					order = append(order, t.Stem)
				}
				counts[i][t.Stem]++
			}
		}
		s.order = append(s.order, order)
	}
	for i := range arts {
		v := map[string]float64{}
		norm := 0.0
		for _, w := range s.order[i] {
			x := (1 + math.Log(float64(counts[i][w]))) * math.Log(1+float64(len(arts))/float64(df[w]))
			v[w] = x
			norm += x * x
		}
		norm = math.Sqrt(norm)
		for _, w := range s.order[i] {
			v[w] /= norm
		}
		s.vectors = append(s.vectors, v)
	}
	return s
}

// short reports whether a token is too short to say what an article is about.
func short(t text.Token) bool { return len(t.Norm) < 2 }

func (s *similar) cosine(a, b int) float64 {
	if len(s.order[b]) < len(s.order[a]) || len(s.order[b]) == len(s.order[a]) && b < a {
		a, b = b, a
	}
	sum := 0.0
	for _, w := range s.order[a] {
		sum += s.vectors[a][w] * s.vectors[b][w]
	}
	// rounded, so that a fused multiply-add on one machine cannot tip a comparison
	return math.Round(sum*1e6) / 1e6
}
