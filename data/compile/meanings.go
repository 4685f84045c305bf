package main

import (
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"os"
	"sync"

	"readout/data/model"
	"readout/wasm/align"
)

// keptScores is what the encoder said of the articles that ship: they give the same dataset on machines without it.
//
//go:embed scores.txt
var keptScores string

// meanings say how alike the sentences of a meeting are in meaning: from what was kept, by the encoder where it is asked and its
// weights are there, and else by the compact one. Several may ask at a time.
type meanings struct {
	state string // what the answers rest on beside this program
	o     options
	p     *progress
	kept  model.Scores
	mu    sync.Mutex
	judge *model.Judge // nil where no encoder is asked
}

// newMeanings reads what was kept. An archive asks no encoder: the large one takes about as long for one meeting as everything else for
// a hundred, and the compact one 0.1 s for an article.
func newMeanings(o options, p *progress) (*meanings, error) {
	m := &meanings{o: o, p: p, state: o.model}
	if o.model == "none" {
		return m, nil
	}
	if o.layout == layoutPacked {
		if o.keep != "" {
			p.note("compile: an archive does not ask the encoder: -keep %s is neither read nor written", o.keep)
		}
		var err error
		if m.kept, err = model.ParseScores(keptScores); err != nil {
			return nil, fmt.Errorf("data/compile/scores.txt: %w", err)
		}
		return m, nil
	}
	dir, kept := "", ""
	var err error
	if o.model == "mpnet" {
		if dir, err = model.Dir(); err != nil {
			return nil, err
		}
		kept = keptScores
	}
	if o.model == "mpnet" && o.keep != "" { // what was written there before need not be made again
		more, err := os.ReadFile(o.keep)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		kept += string(more)
	}
	if m.judge, err = model.NewJudge(kept, dir); err != nil {
		return nil, fmt.Errorf("data/compile/scores.txt or %s: %w", o.keep, err)
	}
	m.judge.Tell = func(n int) { p.note("reading %d sentences of a meeting with the encoder", n) }
	m.state = fmt.Sprintf("%s %t %x", o.model, m.judge.Fetched(), digestOf([]byte(kept)))
	return m, nil
}

// alike is engine.Words.Alike.
func (m *meanings) alike(sentences []string) ([][]int, align.Reader) {
	if m.judge != nil {
		m.mu.Lock()
		defer m.mu.Unlock()
		scores, large := m.judge.Alike(sentences)
		if large {
			return scores, align.Large
		}
		return scores, align.Small
	}
	if s := m.kept[model.Key(sentences)]; len(s) == len(sentences) {
		return s, align.Large
	}
	return nil, align.Nobody
}

// finish tells what the encoder could not do, and keeps what it said.
func (m *meanings) finish() error {
	if m.judge == nil {
		return nil
	}
	if err := m.judge.Err(); err != nil {
		return err
	}
	if n := m.judge.Small; n > 0 && m.o.model == "mpnet" {
		m.p.note("%d %s read with the small encoder; `make model` fetches the large one, which pairs better", n, plural(n, "meeting"))
	}
	if m.o.keep == "" {
		return nil
	}
	return keep(m.o.keep, m.judge.Made)
}

// keep adds scores to those of a file, which stays as it is where there are none to add: what it holds of meetings that are no more,
// or read otherwise now, serves again when an edit is taken back.
func keep(name string, made model.Scores) error {
	if len(made) == 0 {
		return nil
	}
	before, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	all, err := model.ParseScores(string(before))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	maps.Copy(all, made)
	return model.WriteScores(name, all)
}
