// Command compile turns a folder of articles into the dataset. It reads and lints the seeds and the registry, runs the engine,
// validates the result, renders the pages, and writes either everything or nothing. It also helps the editor of the dataset: it
// checks, watches, shows what was made of the articles, takes decisions, and explains.
//
//	go run ./data/compile [compile] [-seeds DIR] [-out DIR] [-registry DIR|none] [-model mpnet|none] [-site ORIGIN]
//	go run ./data/compile check     lint only
//	go run ./data/compile watch     compile at every change
//	go run ./data/compile review    open the review page
//	go run ./data/compile explain ID
//
// The same input gives the same bytes. Every problem of the input is printed, with file, line and remedy. If one of them is an
// error, the old output stays as it is. The exit status is 0 if all is well, 1 if something must be corrected, 2 if the command
// line is wrong. The command data/add puts articles into the folder.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
)

// keptScores is what the encoder said of the articles that ship: they give the same dataset on machines without it.
//
//go:embed scores.txt
var keptScores string

// The heap may grow to four times what is in use, since most of what is made is gone at once, but from softMemory bytes on the
// collector works harder: 100,000 articles are to stay below 2 GB. What is resident was 64 MB more at most. At 1,400 MB collecting took two
// thirds of the CPU there (docs/scale.md).
const (
	heapGrowth = 300 // per cent
	softMemory = 1750 << 20
)

func main() {
	debug.SetGCPercent(heapGrowth)
	debug.SetMemoryLimit(softMemory)
	name, args := "compile", os.Args[1:]
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		name, args = args[0], args[1:]
	}
	c := commandOf(name)
	if c == nil {
		fmt.Fprintf(os.Stderr, "compile: no command %q; %s\n", name, instead(name))
		os.Exit(2)
	}
	var o options
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	c.declare(f, &o)
	switch err := f.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return
	case err != nil:
		os.Exit(2)
	}
	if n := f.NArg(); n != c.takes {
		what := fmt.Sprintf("unexpected argument %q; folders are given with -seeds, -out and -registry", f.Arg(c.takes))
		if n < c.takes {
			what = "say what: " + c.usage
		}
		fmt.Fprintf(os.Stderr, "%s: %s\n", name, what)
		os.Exit(2)
	}
	if err := c.run(o, f.Args()); err != nil {
		fmt.Fprintln(os.Stderr, name+":", err)
		os.Exit(1)
	}
}
