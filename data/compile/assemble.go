package main

import (
	_ "embed"
	"errors"
	"fmt"
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
func assemble(arts []*engine.Article, base *know.Base, o options, step func(format string, args ...any)) (*engine.Corpus, error) {
	if o.model != "mpnet" {
		return engine.Assemble(arts, base), nil
	}
	dir, err := model.Dir()
	if err != nil {
		return nil, err
	}
	kept := keptScores
	if o.keep != "" { // what was written there before need not be made again
		more, err := os.ReadFile(o.keep)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		kept += string(more)
	}
	judge, err := model.NewJudge(kept, dir)
	if err != nil {
		return nil, fmt.Errorf("data/compile/scores.txt or %s: %w", o.keep, err)
	}
	judge.Tell = func(n int) { step("reading %d sentences of a meeting with the encoder", n) }
	corpus := engine.AssembleBy(arts, base, judge.Alike)
	if err := judge.Err(); err != nil {
		return nil, err
	}
	if judge.Blind > 0 {
		step("%d %s compared by words alone; `make model` fetches the encoder, which pairs better", judge.Blind, plural(judge.Blind, "meeting"))
	}
	if o.keep != "" {
		return corpus, model.WriteScores(o.keep, judge.Said)
	}
	return corpus, nil
}
