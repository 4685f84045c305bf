package model

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Judge says how alike the sentences of a meeting are: from kept scores, else by the large encoder if its weights are
// there, else by the compact one.
type Judge struct {
	Made  Scores    // what the encoder scored in this run
	Small int       // meetings scored by the compact encoder only
	Tell  func(int) // called before the encoder reads this many sentences; may be nil

	kept    Scores
	dir     string
	fetched bool // the weights are there
	encoder *Encoder
	small   *Small
	err     error
}

// NewJudge takes scores as WriteScores writes them, and the folder of the weights, which need not be there ("" asks for none). Without
// either, the compact encoder is used.
func NewJudge(scores, dir string) (*Judge, error) {
	kept, err := ParseScores(scores)
	if err != nil {
		return nil, err
	}
	j := &Judge{Made: Scores{}, kept: kept, dir: dir}
	if dir != "" {
		_, err = os.Stat(filepath.Join(dir, "model.safetensors"))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("the encoder's weights: %w", err)
		}
		j.fetched = err == nil
	}
	j.small, err = NewSmall()
	return j, err
}

// Alike says how much of sentence i is in sentence j, in thousandths. large reports whether this is by the large encoder, now or when
// the score was kept; otherwise it is by the compact one.
func (j *Judge) Alike(sentences []string) (scores [][]int, large bool) {
	key := Key(sentences)
	if s := j.Made[key]; s != nil {
		return s, true
	}
	if s := j.kept[key]; len(s) == len(sentences) {
		return s, true
	}
	if j.fetched && j.encoder == nil && j.err == nil {
		j.encoder, j.err = Open(j.dir)
	}
	if j.encoder == nil {
		j.Small++
		return j.small.Alike(sentences), false
	}
	if j.Tell != nil {
		j.Tell(len(sentences))
	}
	s := j.encoder.Alike(sentences)
	j.Made[key] = s
	return s, true
}

// Fetched reports whether the weights are there.
func (j *Judge) Fetched() bool { return j.fetched }

// Err says why existing weights could not be read.
func (j *Judge) Err() error { return j.err }
