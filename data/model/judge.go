package model

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Judge says how alike the sentences of a meeting are: from what was kept, else by the encoder where its weights are there.
type Judge struct {
	Made  Scores    // what the encoder said in this run
	Blind int       // meetings of which nobody could say anything
	Tell  func(int) // called before the encoder reads so many sentences; may be nil

	kept    Scores
	dir     string
	fetched bool // the weights are there
	encoder *Encoder
	err     error
}

// NewJudge takes scores as WriteScores writes them, and the weights in dir, which need not be there.
func NewJudge(scores, dir string) (*Judge, error) {
	kept, err := ParseScores(scores)
	if err != nil {
		return nil, err
	}
	j := &Judge{Made: Scores{}, kept: kept, dir: dir}
	_, err = os.Stat(filepath.Join(dir, "model.safetensors"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("the encoder's weights: %w", err)
	}
	j.fetched = err == nil
	return j, nil
}

// Alike is align.Input.Alike. It is nil where nothing is kept and there are no weights.
func (j *Judge) Alike(sentences []string) [][]int {
	key := Key(sentences)
	if s := j.Made[key]; s != nil {
		return s
	}
	if s := j.kept[key]; len(s) == len(sentences) {
		return s
	}
	if j.fetched && j.encoder == nil && j.err == nil {
		j.encoder, j.err = Open(j.dir)
	}
	if j.encoder == nil {
		j.Blind++
		return nil
	}
	if j.Tell != nil {
		j.Tell(len(sentences))
	}
	s := j.encoder.Alike(sentences)
	j.Made[key] = s
	return s
}

// Fetched reports whether the weights are there.
func (j *Judge) Fetched() bool { return j.fetched }

// Err is why weights that are there could not be read.
func (j *Judge) Err() error { return j.err }
