package model

import (
	_ "embed"
	"errors"
)

// tunedWidth is how many numbers of a word's vector are left once what was learned has been applied to it.
const tunedWidth = 192

// tunedWeights is a matrix in the form of smallWeights, tunedWidth × vectorWidth; data/model/learn/tune.py writes it.
//
//go:embed tuned.bin
var tunedWeights string

// tuned is what was learned on top of the large encoder: a linear map of the vectors of words, after which words of sentences that tell
// one point are more alike than others (learned from the invented meetings of package align, and from nothing else).
type tuned struct {
	out []float32 // tunedWidth × vectorWidth
}

// newTuned unpacks it.
func newTuned() (*tuned, error) {
	r := tensors{rest: tunedWeights}
	t := &tuned{out: r.matrix(tunedWidth, vectorWidth)}
	if r.short || r.rest != "" {
		return nil, errors.New("data/model/tuned.bin does not fit the shape in tuned.go; make it with data/model/learn/tune.py")
	}
	return t, nil
}

// apply maps the vectors of words.
func (t *tuned) apply(vectors [][]float32) {
	for i, v := range vectors {
		vectors[i] = times(v, t.out, vectorWidth)
	}
}
