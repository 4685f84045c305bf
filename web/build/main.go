// Command build makes the parts of "Compare your own" that are too large for the Worker's module, or that belong to the toolchain:
// the engine as WebAssembly, the thread that runs it, and the reader of saved pages. They are served as Workers Static Assets
// (wrangler.toml, [assets]) and are loaded when somebody compares, never before.
//
//	go run ./web/build [-out build]
//
// It is run in the module's root. In the folder it writes
//
//	assets/own/parts.json       names of the others, for web/src/own/engine.js; asked anew each time
//	assets/own/parts/NAME-HASH  the others, named by their content: they never change
//	assets/_headers             what they are served with
//	engine/linked.wasm          the engine as it was linked: where nothing has changed, the go command need not do so again
//
// Same input, same bytes.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"readout/tools/lean"
)

func main() {
	log.SetFlags(0)
	out := flag.String("out", "build", "folder to write; what this command wrote there before is replaced")
	flag.Parse()
	if err := build(*out); err != nil {
		log.Fatal(err)
	}
}

// headers are Cloudflare's _headers file. The thread sees the texts and may ask nobody for anything: its policy is the proof of
// what the page promises. (A worker has the policy of its own response, not that of the page.)
const headers = `/own/*
  X-Content-Type-Options: nosniff
  Cross-Origin-Resource-Policy: same-origin
/own/parts.json
  Cache-Control: no-cache
/own/parts/*
  Cache-Control: public, max-age=31536000, immutable
/own/parts/thread-*
  Content-Security-Policy: default-src 'none'
`

// part is an entry of parts.json.
type part struct {
	Path  string `json:"path"`
	Bytes int    `json:"bytes"` // before any encoding of a transfer: what the progress of loading counts to
}

func build(out string) error {
	engine, err := compile(filepath.Join(out, "engine", "linked.wasm"))
	if err != nil {
		return err
	}
	thread, err := bundleThread()
	if err != nil {
		return err
	}
	pages, err := bundle("", `export { Readability } from "@mozilla/readability"`)
	if err != nil {
		return fmt.Errorf("%w (make installs what package.json names; run `make tools`)", err)
	}
	out = filepath.Join(out, "assets")
	folder := filepath.Join(out, "own", "parts")
	if err := errors.Join(os.RemoveAll(folder), os.MkdirAll(folder, 0o755)); err != nil {
		return err
	}
	parts := map[string]part{}
	for _, f := range []struct {
		name, ext string
		data      []byte
	}{{"engine", ".wasm", engine}, {"thread", ".js", thread}, {"pages", ".js", pages}} {
		sum := sha256.Sum256(f.data)
		file := f.name + "-" + hex.EncodeToString(sum[:8]) + f.ext
		parts[f.name] = part{"/own/parts/" + file, len(f.data)}
		if err := os.WriteFile(filepath.Join(folder, file), f.data, 0o644); err != nil {
			return err
		}
	}
	list, err := json.Marshal(parts)
	if err != nil {
		return err
	}
	return errors.Join(os.WriteFile(filepath.Join(out, "own", "parts.json"), append(list, '\n'), 0o644),
		os.WriteFile(filepath.Join(out, "_headers"), []byte(headers), 0o644))
}

// small are the packages that are compiled without inlining: a twelfth of the module for no time that could be measured, since the
// time goes into text, align and compare.
var small = []string{"readout/wasm/meeting", "readout/wasm/when", "readout/wasm/who", "readout/wasm/engine", "readout/data/..."}

// compile builds ./wasm/browser into a file.
func compile(wasm string) ([]byte, error) {
	modfile, err := lean.Modfile()
	if err != nil {
		return nil, err
	}
	args := []string{"build", "-modfile", modfile, "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-o", wasm}
	for _, p := range small {
		args = append(args, "-gcflags="+p+"=-l")
	}
	cmd := exec.Command("go", append(args, "./wasm/browser")...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("go build ./wasm/browser: %w", err)
	}
	linked, err := os.ReadFile(wasm)
	if err != nil {
		return nil, err
	}
	trimmed := filepath.Join(filepath.Dir(wasm), "trimmed.wasm")
	if err := os.WriteFile(trimmed, linked, 0o644); err != nil {
		return nil, err
	}
	defer os.Remove(trimmed)
	if out, err := exec.Command("go", "run", "./worker/build", "-trim", trimmed).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go run ./worker/build -trim: %w\n%s", err, out)
	}
	return os.ReadFile(trimmed)
}

// bundleThread puts the glue of the toolchain that has compiled the engine before the thread's own script: the two must fit.
func bundleThread() ([]byte, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	glue := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	return bundle("/*! wasm_exec.js: Copyright 2018 The Go Authors. BSD 3-Clause, https://go.dev/LICENSE */",
		"import "+jsString(glue)+`; import "./thread.js"`)
}

// bundle makes one minified script of source and what it imports; notices of licences stay in it.
func bundle(banner, source string) ([]byte, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	r := api.Build(api.BuildOptions{
		Stdin: &api.StdinOptions{Contents: source, ResolveDir: filepath.Join(here, "web", "src", "own")}, Bundle: true, Format: api.FormatESModule, Banner: map[string]string{"js": banner},
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Charset: api.CharsetUTF8, Target: api.ES2022, LegalComments: api.LegalCommentsEndOfFile,
	})
	if len(r.Errors) > 0 {
		e := r.Errors[0]
		if e.Location != nil {
			return nil, fmt.Errorf("%s:%d: %s", e.Location.File, e.Location.Line, e.Text)
		}
		return nil, errors.New(e.Text)
	}
	return r.OutputFiles[0].Contents, nil
}

func jsString(s string) string {
	b, _ := json.Marshal(s) // a string cannot fail
	return string(b)
}
