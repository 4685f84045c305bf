package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"readout/tools/process"
)

// first builds what is served at the start. Where the seeds do not compile, the dataset of the last good run (the
// committed one, in a fresh clone) is better than none.
func first(ctx context.Context, at place) bool {
	if compile(ctx, at) {
		return assemble(ctx, at)
	}
	_, err := os.Stat(filepath.Join(at.dist, "manifest.json"))
	return ctx.Err() == nil && err == nil && assemble(ctx, at)
}

// again builds after a change. What fails changes nothing that is served: the compiler leaves dist as it was, and the
// Worker's build what it made before.
func again(ctx context.Context, at place) bool {
	return compile(ctx, at) && assemble(ctx, at)
}

func compile(ctx context.Context, at place) bool {
	return goRun(ctx, "./data/compile", "-seeds", at.seeds, "-out", at.dist)
}

func assemble(ctx context.Context, at place) bool {
	return goRun(ctx, "./worker/build", "-dist", at.dist, "-out", at.out) && goRun(ctx, "./web/build", "-out", at.out)
}

func goRun(ctx context.Context, program string, args ...string) bool {
	begun := time.Now()
	cmd := process.Command(ctx, "go", append([]string{"run", program}, args...)...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	err := process.Run(cmd)
	switch {
	case ctx.Err() != nil:
		return false
	case err != nil:
		fmt.Printf("dev: %s failed; the last good version stays\n", program)
		return false
	}
	fmt.Printf("dev: %s %.1f s\n", program, time.Since(begun).Seconds())
	return true
}
