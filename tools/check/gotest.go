package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"readout/tools/process"
)

// goNative runs every Go test. -count=1 because some of them run other programs, whose sources Go's test cache does
// not know of.
func goNative(ctx context.Context) tally {
	return goTest(ctx, "", os.Environ(), "-count=1", "./...")
}

// goWasm runs the engine's tests again in the other of its two hosts: native and Wasm must agree.
func goWasm(ctx context.Context) (t tally) {
	root, err := process.Command(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		t.fail("go env GOROOT: %v", err)
		return t
	}
	host := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "go_js_wasm_exec")
	env := append(smallEnv(os.Environ()), "GOOS=js", "GOARCH=wasm")
	return goTest(ctx, "wasm ", env, "-count=1", "-exec="+host, "./wasm/...")
}

// smallEnv keeps the variables that go and node need. Go's Wasm start code takes at most 8 kB of arguments and
// environment together, and machines of continuous integration have more.
func smallEnv(env []string) (kept []string) {
	for _, kv := range env {
		key, _, _ := strings.Cut(kv, "=")
		switch {
		case key == "PATH", key == "HOME", key == "TMPDIR", key == "CI", strings.HasPrefix(key, "XDG_CACHE"),
			strings.HasPrefix(key, "GO"), strings.HasPrefix(key, "SSL_"), strings.HasSuffix(strings.ToLower(key), "_proxy"):
			kept = append(kept, kv)
		}
	}
	return kept
}

func goTest(ctx context.Context, label string, env []string, args ...string) (t tally) {
	cmd := process.Command(ctx, "go", append([]string{"test", "-json"}, args...)...)
	cmd.Env = env
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.fail("go test: %v", err)
		return t
	}
	t = countGo(label, out, os.Stdout)
	err = cmd.Wait()
	process.Reap(cmd)
	if err != nil && t.failed == 0 {
		t.fail("go test: %v", err)
	}
	return t
}

// goEvent is a line of `go test -json`; see `go doc test2json`.
type goEvent struct {
	Action, Package, ImportPath, Test, Output string
	Elapsed                                   float64
}

// countGo reads `go test -json`, prints one line per package and all that a failed test said, and counts. label goes
// before names, to tell the two hosts apart.
func countGo(label string, events io.Reader, out io.Writer) (t tally) {
	said := map[string]*strings.Builder{} // by package and test, until it ends
	failedIn := map[string]int{}
	lines := bufio.NewScanner(events)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var e goEvent
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Fprintln(out, lines.Text()) // not an event: the go command's own words
			continue
		}
		name := label + e.Package
		if e.Test != "" {
			name += " " + e.Test
		}
		if said[name] == nil {
			said[name] = new(strings.Builder)
		}
		switch e.Action {
		case "build-output":
			fmt.Fprint(out, e.Output)
		case "output":
			said[name].WriteString(e.Output)
		case "pass", "fail", "skip":
			if e.Test == "" {
				t.endPackage(name, e, failedIn[e.Package], said[name].String(), out)
			} else {
				t.endTest(name, e, said[name].String(), out)
				if e.Action == "fail" {
					failedIn[e.Package]++
				}
			}
			delete(said, name)
		}
	}
	if err := lines.Err(); err != nil {
		t.fail("reading go test -json: %v", err)
	}
	return t
}

func (t *tally) endTest(name string, e goEvent, said string, out io.Writer) {
	switch e.Action {
	case "pass":
		t.passed++
	case "skip":
		t.skipped++
		t.skips = append(t.skips, name+": "+reason(said))
	case "fail":
		fmt.Fprint(out, said)
		t.fail("%s", name)
	}
}

// endPackage prints the package's line. A package that failed without a failed test did not build, or died, or its
// TestMain failed: that counts as one failure. A package without tests says nothing.
func (t *tally) endPackage(name string, e goEvent, failedTests int, said string, out io.Writer) {
	switch {
	case e.Action == "fail" && failedTests == 0:
		fmt.Fprint(out, said)
		t.fail("%s: did not build, or died", name)
	case e.Action != "skip":
		fmt.Fprintf(out, "%-4s %s %.1f s\n", e.Action, name, e.Elapsed)
	}
}

// reason is what a skipped test gave as its reason: the line that names its file, without the name.
func reason(said string) string {
	for line := range strings.Lines(said) {
		if _, why, found := strings.Cut(line, ".go:"); found {
			if _, why, found = strings.Cut(why, ": "); found {
				return strings.TrimSpace(why)
			}
		}
	}
	return "no reason given"
}
