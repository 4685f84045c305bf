// Command check is `make test`. It runs every test of the project, quick ones first, streams their output, and ends
// with one line for all of them: "N passed, N failed". It exits 1 if a test failed or if a stage ran no test, because a
// suite that has silently become empty must not look like one that passes.
//
// A Go test or subtest, a JavaScript test, and a check without tests (gofmt, a build) count as one each.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"readout/tools/process"
)

// stageLimit ends a stage that hangs. Guessed: five times what the slowest takes from nothing on two cores.
const stageLimit = 10 * time.Minute

// stage is one part of the suite; run prints as it goes and gives what it counted.
type stage struct {
	name  string
	about string
	run   func(context.Context) tally
}

var stages = []stage{
	{"lint", "gofmt, go vet, staticcheck, products in the engine", lint},
	{"go", "Go tests, natively", goNative},
	{"wasm", "the engine's Go tests under Wasm", goWasm},
	{"build", "the Worker's Wasm", buildWorker},
	{"worker", "the Worker in workerd", workerTests},
	{"web", "pages and widget in Chromium", webTests},
	{"e2e", "make dev, from a changed seed to the browser", e2eTests},
}

func main() {
	only := flag.String("only", "", "run these stages only, separated by commas: "+strings.Join(names(), ","))
	flag.Parse()
	ctx, stop := process.UntilSignal()
	defer stop()

	wanted := names()
	if *only != "" {
		wanted = strings.Split(*only, ",")
	}
	for _, w := range wanted {
		if !slices.Contains(names(), w) {
			fmt.Fprintf(os.Stderr, "no stage %q; there are %s\n", w, strings.Join(names(), ", "))
			os.Exit(2)
		}
	}
	total := runStages(ctx, wanted)
	fmt.Println(total)
	if total.failed > 0 {
		os.Exit(1)
	}
}

func runStages(ctx context.Context, wanted []string) (total tally) {
	var summary []string
	for _, s := range stages {
		if !slices.Contains(wanted, s.name) || ctx.Err() != nil {
			continue
		}
		fmt.Printf("== %s: %s\n", s.name, s.about)
		begun := time.Now()
		limited, cancel := context.WithTimeout(ctx, stageLimit)
		t := s.run(limited)
		if limited.Err() != nil {
			t.fail("%s was ended: %v", s.name, context.Cause(limited))
		}
		cancel()
		if t.passed+t.failed == 0 {
			t.fail("%s ran no test", s.name)
		}
		summary = append(summary, fmt.Sprintf("   %-7s %4.0f s   %s", s.name, time.Since(begun).Seconds(), t))
		total.add(t)
	}
	if ctx.Err() != nil {
		total.fail("ended before all stages had run")
	}
	fmt.Println("\n== all")
	total.explain()
	fmt.Println(strings.Join(summary, "\n"))
	return total
}

func names() (n []string) {
	for _, s := range stages {
		n = append(n, s.name)
	}
	return n
}
