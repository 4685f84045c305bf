// Package meanings finds how alike sentences are in meaning, by the encoder or by scores that it gave earlier.
package meanings

import (
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"os"
	"sync"

	"readout/data/compile/cache"
	"readout/data/compile/progress"
	"readout/data/model"
	"readout/wasm/align"
)

// Options say which encoder to use, and where scores are kept.
type Options struct {
	Model string // encoder: "mpnet", "small" or "none"
	Kept  string // file with the scores of the articles that ship
	Keep  string // file to write this run's scores to, "" for none
}

// Meanings say how alike the sentences of a meeting are in meaning. It uses kept scores if there are any; else the large
// encoder, if it is wanted and its weights are there; else the compact one. It is safe for concurrent use.
type Meanings struct {
	State string // what the answers depend on besides this program
	o     Options
	p     *progress.Progress
	kept  model.Scores
	mu    sync.Mutex
	judge *model.Judge // nil where no encoder is asked
}

// New reads the kept scores. An archive runs no encoder: the large one takes about as long for one meeting as everything else
// for a hundred, and the compact one takes 0.1 s for an article.
func New(o Options, archive bool, p *progress.Progress) (*Meanings, error) {
	m := &Meanings{o: o, p: p, State: o.Model}
	if o.Model == "none" {
		return m, nil
	}
	if archive {
		if o.Keep != "" {
			p.Note("compile: an archive does not ask the encoder: -keep %s is neither read nor written", o.Keep)
		}
		var err error
		if m.kept, err = model.ParseScores(o.Kept); err != nil {
			return nil, fmt.Errorf("data/compile/scores.txt: %w", err)
		}
		return m, nil
	}
	dir, kept := "", ""
	var err error
	if o.Model == "mpnet" {
		if dir, err = model.Dir(); err != nil {
			return nil, err
		}
		kept = o.Kept
	}
	if o.Model == "mpnet" && o.Keep != "" { // what was written there before need not be made again
		more, err := os.ReadFile(o.Keep)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		kept += string(more)
	}
	if m.judge, err = model.NewJudge(kept, dir); err != nil {
		return nil, fmt.Errorf("data/compile/scores.txt or %s: %w", o.Keep, err)
	}
	m.judge.Tell = func(n int) { p.Note("reading %d sentences of a meeting with the encoder", n) }
	m.State = fmt.Sprintf("%s %t %x", o.Model, m.judge.Fetched(), cache.Of([]byte(kept)))
	return m, nil
}

// Alike is engine.Words.Alike.
func (m *Meanings) Alike(sentences []string) ([][]int, align.Reader) {
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

// Finish reports what the encoder could not do, and keeps the scores that it gave.
func (m *Meanings) Finish() error {
	if m.judge == nil {
		return nil
	}
	if err := m.judge.Err(); err != nil {
		return err
	}
	if n := m.judge.Small; n > 0 && m.o.Model == "mpnet" {
		m.p.Note("%d %s read with the small encoder; `make model` fetches the large one, which pairs better", n, progress.Plural(n, "meeting"))
	}
	if m.o.Keep == "" {
		return nil
	}
	return keep(m.o.Keep, m.judge.Made)
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
