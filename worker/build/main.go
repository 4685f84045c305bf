// Command build makes the folder that wrangler and workerd take: worker.wasm, worker.mjs and what they import.
//
//	go run ./worker/build [-out build] [-dist data/dist] [-tags faults]
//
// It is run in the module's root. Same input, same bytes.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// maxMemory caps the instance. Without it Go grew to 4 GB; with it an endless allocation is a clean death. An isolate
// may have 128 MB, and worker.mjs replaces an instance above 48 MB.
const maxMemory = 64 << 20

func main() {
	log.SetFlags(0)
	out := flag.String("out", "build", "folder to write")
	dist := flag.String("dist", "", "folder to embed instead of data/dist")
	tags := flag.String("tags", "", "build tags; faults adds addresses that kill the instance, for tests")
	flag.Parse()
	if err := build(*out, *dist, *tags); err != nil {
		log.Fatal(err)
	}
}

func build(out, dist, tags string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	wasm, err := compile(dist, tags)
	if err != nil {
		return err
	}
	if wasm, err = capMemory(wasm, maxMemory); err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	runtime, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	entry, err := os.ReadFile(filepath.Join("worker", "worker.mjs"))
	if err != nil {
		return err
	}
	sum := sha256.Sum256(wasm)
	files := []struct {
		name string
		data []byte
	}{
		{"worker.wasm", wasm},
		{"wasm_exec.js", runtime},
		{"worker.mjs", entry},
		{"build.mjs", fmt.Appendf(nil, "// Names program and data together.\nexport const build = %q;\n", hex.EncodeToString(sum[:8]))},
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(out, f.name), f.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// compile builds ./worker for js/wasm and returns the module, with dist in place of data/dist if one is given.
func compile(dist, tags string) ([]byte, error) {
	temp, err := os.MkdirTemp("", "readout-build-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	wasm := filepath.Join(temp, "worker.wasm")
	args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-tags", tags, "-o", wasm}
	if dist != "" {
		overlay, err := overlayDist(dist, temp)
		if err != nil {
			return nil, err
		}
		args = append(args, "-overlay", overlay)
	}
	cmd := exec.Command("go", append(args, "./worker")...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("go build: %w", err)
	}
	return os.ReadFile(wasm)
}
