// Command dev is `make dev`: it compiles the dataset, builds the Worker, serves it with wrangler on this machine, and
// does so again whenever a seed, the registry, a Go file or a web file changes. What does not compile is told and
// changes nothing: the last good version stays in service.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"readout/tools/process"
)

func main() {
	port := flag.Int("port", 8787, "port to serve on")
	seeds := flag.String("seeds", "seeds", "folder of the articles")
	flag.Parse()

	ctx, stop := process.UntilSignal()
	defer stop()
	if err := run(ctx, *port, *seeds); err != nil && ctx.Err() == nil {
		fmt.Fprintln(os.Stderr, "make dev:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, port int, seeds string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if err := checkPort(port); err != nil {
		return err // before the work, not after
	}
	roots := []string{seeds, "data", "wasm", "worker", "web", "go.mod", "go.sum"}
	seen := look(roots)
	for !build(ctx, seeds) {
		fmt.Println("dev: nothing to serve yet; mend the above, I am watching")
		if seen = waitForChange(ctx, roots, seen); ctx.Err() != nil {
			return nil
		}
	}
	served, err := serve(ctx, port)
	if err != nil {
		return err
	}
	announce(port)
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		for ctx.Err() == nil {
			if seen = waitForChange(ctx, roots, seen); ctx.Err() == nil && build(ctx, seeds) {
				fmt.Println("dev: reload the page")
			}
		}
	}()
	err = <-served
	stop() // a build that is under way ends with the server
	<-watched
	return err
}
