package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"readout/tools/process"
)

// lint runs what finds mistakes without running the code. gofmt walks the named folders, not ".", for node_modules may
// hold Go files that are not ours.
func lint(ctx context.Context) (t tally) {
	t.check("gofmt", gofmt(ctx))
	t.check("go vet", show(ctx, nil, "go", "vet", "./..."))
	t.check("go vet, js/wasm", show(ctx, []string{"GOOS=js", "GOARCH=wasm"}, "go", "vet", "./wasm/...", "./worker/..."))
	t.check("staticcheck", show(ctx, nil, "go", "tool", "staticcheck", "./..."))
	return t
}

func gofmt(ctx context.Context) error {
	roots, err := filepath.Glob("*.go")
	if err != nil {
		return err
	}
	roots = append(roots, "data", "tools", "wasm", "web", "worker")
	cmd := process.Command(ctx, "gofmt", append([]string{"-l"}, roots...)...)
	cmd.Stderr = os.Stderr
	var out strings.Builder
	cmd.Stdout = &out
	if err := process.Run(cmd); err != nil {
		return err
	}
	if out.Len() > 0 {
		return errors.New("run `make fmt` for " + strings.Join(strings.Fields(out.String()), " "))
	}
	return nil
}

// buildWorker makes what the next stages test. It does not compile the dataset: they test the committed one.
func buildWorker(ctx context.Context) (t tally) {
	t.check("go run ./worker/build", show(ctx, nil, "go", "run", "./worker/build"))
	t.check("go run ./web/build", show(ctx, nil, "go", "run", "./web/build"))
	return t
}

// show runs a program and passes its output on. env is added to our own.
func show(ctx context.Context, env []string, name string, args ...string) error {
	cmd := process.Command(ctx, name, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return process.Run(cmd)
}
