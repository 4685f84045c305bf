package main

import (
	"fmt"
	"os"
	"strings"

	"readout/data/compile/compiler"
	"readout/data/compile/input"
	"readout/data/compile/progress"
	"readout/data/seed"
)

// options are what the flags of all commands say.
type options struct {
	compiler.Options
	registry  string
	check     bool
	port      int  // of the review page
	open      bool // the review page in the browser
	keepGoing bool // leave out what has errors
}

// run is the whole program but for its flags.
func run(o options, p *progress.Progress) error {
	p.Step("reading %s", o.Seeds)
	seeds, base, problems := input.Read(o.Seeds, o.registry)
	for _, pr := range problems {
		fmt.Fprintln(os.Stderr, pr)
	}
	failed := seed.Errors(problems)
	if failed > 0 && o.keepGoing && !o.check {
		var left []string
		if seeds, left = input.Without(seeds, problems, o.Seeds); len(seeds) == 0 {
			return fmt.Errorf("%d %s that concern more than single articles; nothing was written and %s is as it was", failed, progress.Plural(failed, "error"), o.Out)
		}
		p.Note("compile: left out, with errors: %s", strings.Join(left, ", "))
		failed = 0
	}
	if failed > 0 {
		return fmt.Errorf("%d %s; nothing was written and %s is as it was", failed, progress.Plural(failed, "error"), o.Out)
	}
	return compiler.Compile(o.Options, seeds, base, p)
}
