// Command dev is `make dev`: it compiles the dataset, builds the Worker, serves it with wrangler on this machine, and
// does so again whenever a seed, the registry, a Go file or a web file changes. If something does not compile, it
// says so, and the last good version stays in service.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"readout/tools/process"
)

// place is where a run reads and writes, so that a test can run beside a person's.
type place struct {
	seeds string // articles
	dist  string // the compiled dataset
	out   string // the built Worker
	conf  string // wrangler's configuration, whose main is in out
}

func main() {
	var at place
	port := flag.Int("port", 8787, "port to serve on")
	flag.StringVar(&at.seeds, "seeds", "seeds", "folder of the articles")
	flag.StringVar(&at.dist, "dist", filepath.Join("data", "dist"), "folder to compile into")
	flag.StringVar(&at.out, "out", "build", "folder to build the Worker into")
	flag.StringVar(&at.conf, "config", "wrangler.toml", "wrangler's configuration, whose main is in that folder")
	flag.Parse()

	ctx, stop := process.UntilSignal()
	defer stop()
	if err := run(ctx, *port, at); err != nil && ctx.Err() == nil {
		fmt.Fprintln(os.Stderr, "make dev:", err)
		os.Exit(1)
	}
}

// restarts is how often a server that ended by itself is started again. On a busy machine wrangler was seen to end while it reloaded.
const restarts = 3

func run(ctx context.Context, port int, at place) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if err := checkPort(port); err != nil {
		return err // before the work, not after
	}
	roots := []string{at.seeds, "data", "wasm", "worker", "web", "go.mod", "go.sum"}
	seen := look(roots)
	for !first(ctx, at) {
		if ctx.Err() != nil {
			return nil
		}
		fmt.Println("dev: nothing to serve yet; mend the above, I am watching")
		seen = waitForChange(ctx, roots, seen)
	}
	served, err := serve(ctx, port, at)
	if err != nil {
		return err
	}
	announce(port, at)
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		for ctx.Err() == nil {
			if seen = waitForChange(ctx, roots, seen); ctx.Err() == nil && again(ctx, at) {
				fmt.Println("dev: reload the page")
			}
		}
	}()
	for tries := 0; ; tries++ {
		if err = <-served; ctx.Err() != nil || tries == restarts {
			break
		}
		if taken := checkPort(port); taken != nil {
			err = taken // by another program, which may have let go of it for a moment when we looked first
			break
		}
		fmt.Println("dev: starting the server again:", err)
		if served, err = serve(ctx, port, at); err != nil {
			break
		}
	}
	stop() // a build that is under way ends with the server
	<-watched
	return err
}
