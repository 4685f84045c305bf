package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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
	t.check("products are rounded", roundedProducts(ctx))
	return t
}

// fused is an instruction of arm64 that adds a product without rounding it first.
var fused = regexp.MustCompile(`\tFN?M(?:ADD|SUB)[SD]\t`)

// roundedProducts holds the engine to products that are rounded before they are added, by float64(x * y): Go may fuse the two where a
// processor can, as on arm64, and then the last bit differs from what amd64 and Wasm give.
func roundedProducts(ctx context.Context) error {
	cmd := process.Command(ctx, "go", "build", "-gcflags=readout/wasm/...=-S", "./wasm/engine")
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0")
	var out bytes.Buffer
	cmd.Stderr = &out
	if err := process.Run(cmd); err != nil {
		return fmt.Errorf("%w\n%s", err, out.Bytes())
	}
	var where []string
	for line := range strings.Lines(out.String()) {
		if fused.MatchString(line) {
			_, at, _ := strings.Cut(line, "(")
			at, _, _ = strings.Cut(at, ")")
			where = append(where, at)
		}
	}
	if len(where) > 0 {
		slices.Sort(where)
		return errors.New("write float64(x * y) at " + strings.Join(slices.Compact(where), ", "))
	}
	if !strings.Contains(out.String(), "FMULD") {
		return errors.New("no product was seen: does the compiler still print what it makes?")
	}
	return nil
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
