package main

import (
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"os"

	"readout/data/model"
	"readout/wasm/engine"
	"readout/wasm/know"
)

// keptScores is what the encoder said of the articles that ship: they give the same dataset on machines without it.
//
//go:embed scores.txt
var keptScores string

// assemble puts the articles together, by meaning where the options allow it and somebody can say; step tells what it does.
// It returns too what the encoder said anew, for keep.
func assemble(arts []*engine.Article, base *know.Base, o options, step func(format string, args ...any)) (*engine.Corpus, model.Scores, error) {
	if o.model != "mpnet" {
		return engine.Assemble(arts, base), nil, nil
	}
	dir, err := model.Dir()
	if err != nil {
		return nil, nil, err
	}
	kept := keptScores
	if o.keep != "" { // what was written there before need not be made again
		more, err := os.ReadFile(o.keep)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, nil, err
		}
		kept += string(more)
	}
	judge, err := model.NewJudge(kept, dir)
	if err != nil {
		return nil, nil, fmt.Errorf("data/compile/scores.txt or %s: %w", o.keep, err)
	}
	judge.Tell = func(n int) { step("reading %d sentences of a meeting with the encoder", n) }
	corpus := engine.AssembleBy(arts, base, judge.Alike)
	if err := judge.Err(); err != nil {
		return nil, nil, err
	}
	if judge.Blind > 0 {
		step("%d %s compared by words alone; `make model` fetches the encoder, which pairs better", judge.Blind, plural(judge.Blind, "meeting"))
	}
	return corpus, judge.Made, nil
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
