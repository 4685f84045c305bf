package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"readout/tools/lean"
)

// unspeedy are the packages that are compiled without inlining, because nearly no request runs them: of the engine, which only the
// comparison of a visitor's own texts runs, all but the four in which most of its time goes (28 kB, for which a comparison would take a
// tenth longer), its documents (11 kB; GET /v1/compare, which writes one, takes about as long), and of Go's library what writes logs (11 kB).
// Not so net/http: without inlining the linker finds less that is never called, and the module grows by 100 kB.
var unspeedy = []string{"readout/wasm/east", "readout/wasm/engine", "readout/wasm/know", "readout/wasm/meeting", "readout/wasm/when",
	"readout/wasm/who", "readout/data/dataset/...", "readout/data/witness", "fmt", "log"}

// compile builds ./worker for js/wasm and returns the module, with its memory capped and its data packed.
func compile(tags string) ([]byte, error) {
	module, err := link(tags)
	if err == nil {
		module, err = capMemory(module, maxMemory)
	}
	if err == nil {
		module, err = joinSegments(module, dropTraces)
	}
	return module, err
}

// link builds ./worker for js/wasm as Go's linker leaves it.
//
// Five things keep it small beside the flags of compiler and linker. Inside a Worker nobody speaks TLS, so crypto/tls is
// replaced by worker/build/tls, and what else net/http brings and nothing calls is left out (writeOverlay); modifiers of GJSON are off, so github.com/tidwall/pretty is replaced by
// worker/build/pretty; go-diff does without regular expressions and package html (tools/lean); and net/http is built without HTTP/2
// (nethttpomithttp2 is its own tag for that), of which the platform gives us the answers only.
func link(tags string) ([]byte, error) {
	temp, err := os.MkdirTemp("", "readout-build-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	mod, wasm := filepath.Join(temp, "worker.mod"), filepath.Join(temp, "worker.wasm")
	overlay, err := writeOverlay(temp)
	if err = errors.Join(err, writeModFile(mod)); err != nil {
		return nil, err
	}
	args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-overlay", overlay, "-modfile", mod,
		"-tags", strings.TrimPrefix(tags+",nethttpomithttp2", ","), "-o", wasm}
	for _, part := range unspeedy {
		args = append(args, "-gcflags="+part+"=-l")
	}
	cmd := exec.Command("go", append(args, "./worker")...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("go build: %w", err)
	}
	return os.ReadFile(wasm)
}

// writeModFile writes go.mod with worker/build/pretty in the place of github.com/tidwall/pretty and tools/lean's copy in that of
// github.com/sergi/go-diff, and go.sum beside it.
func writeModFile(name string) error {
	leaner, err := lean.Modfile()
	if err != nil {
		return err
	}
	mod, err := os.ReadFile(leaner)
	if err != nil {
		return err
	}
	sum, err := os.ReadFile("go.sum")
	if err != nil {
		return err
	}
	ours, err := filepath.Abs(filepath.Join("worker", "build", "pretty"))
	if err != nil {
		return err
	}
	mod = fmt.Appendf(mod, "\nreplace github.com/tidwall/pretty => %q\n", ours)
	return errors.Join(os.WriteFile(name, mod, 0o644), os.WriteFile(strings.TrimSuffix(name, ".mod")+".sum", sum, 0o644))
}

// writeOverlay writes the go command's overlay file. It puts worker/build/tls in the place of crypto/tls and worker/build/rand in that of
// crypto/rand; and package mime, at its start, does not prepare to read the tables of a machine's file types: a Worker has no files.
func writeOverlay(temp string) (name string, err error) {
	root, err := goroot()
	if err != nil {
		return "", err
	}
	replace := map[string]string{}
	for _, p := range []string{"tls", "rand"} {
		std := filepath.Join(root, "src", "crypto", p)
		files, err := filepath.Glob(filepath.Join(std, "*.go"))
		if err != nil {
			return "", err
		}
		for _, f := range files {
			replace[f] = "" // gone
		}
		if replace[filepath.Join(std, p+".go")], err = filepath.Abs(filepath.Join("worker", "build", p, p+".go")); err != nil {
			return "", err
		}
	}
	types := filepath.Join(temp, "types.go")
	replace[filepath.Join(root, "src", "mime", "type_unix.go")] = types
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name = filepath.Join(temp, "overlay.json")
	return name, errors.Join(os.WriteFile(types, []byte("package mime\n\nfunc init() { osInitMime = func() {} }\n"), 0o644), os.WriteFile(name, text, 0o644))
}
