package align_test

import (
	"sort"

	"readout/wasm/align"
)

// Tally counts how rows agree with what is known, over pairs of sentences.
type Tally struct {
	Right, Predicted, Known int
	Ranked                  []Guess
}

// Guess is a predicted pair and the highest confidence of a row that makes it.
type Guess struct {
	Pair       Pair
	Confidence float64
	Right      bool
}

// Tally scores rows. A pair counts as predicted when a row has a passage on each of its sentences.
func (m *Meeting) Tally(rows []align.Row) Tally {
	predicted := map[Pair]float64{}
	for _, r := range rows {
		for i, x := range r.Readings {
			for _, y := range r.Readings[i+1:] {
				for _, p := range x.Passages {
					for _, q := range y.Passages {
						a, ok := m.Sentences[x.Article][p]
						b, ok2 := m.Sentences[y.Article][q]
						if ok && ok2 {
							k := PairOf(a, b)
							predicted[k] = max(predicted[k], r.Confidence)
						}
					}
				}
			}
		}
	}
	t := Tally{Predicted: len(predicted), Known: len(m.Pairs)}
	for k, c := range predicted {
		if m.Pairs[k] {
			t.Right++
		}
		t.Ranked = append(t.Ranked, Guess{k, c, m.Pairs[k]})
	}
	return t
}

// Add adds u to t.
func (t *Tally) Add(u Tally) {
	t.Right += u.Right
	t.Predicted += u.Predicted
	t.Known += u.Known
	t.Ranked = append(t.Ranked, u.Ranked...)
}

// Figures are precision, recall, F1 and the best recall at precision 0.8 over all cuts of the confidence.
func (t Tally) Figures() (precision, recall, f1, r80 float64) {
	if t.Predicted > 0 {
		precision = float64(t.Right) / float64(t.Predicted)
	}
	if t.Known > 0 {
		recall = float64(t.Right) / float64(t.Known)
	}
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	sort.Slice(t.Ranked, func(i, j int) bool { return t.Ranked[i].Confidence > t.Ranked[j].Confidence })
	right := 0
	for i, g := range t.Ranked {
		if g.Right {
			right++
		}
		last := i+1 == len(t.Ranked) || t.Ranked[i+1].Confidence != g.Confidence
		if last && float64(right) >= .8*float64(i+1) {
			r80 = max(r80, float64(right)/float64(t.Known))
		}
	}
	return
}

// Shown is how many pairs have at least this confidence, and how many of them are right.
func (t Tally) Shown(least float64) (right, shown int) {
	for _, g := range t.Ranked {
		if g.Confidence >= least {
			shown++
			if g.Right {
				right++
			}
		}
	}
	return right, shown
}
