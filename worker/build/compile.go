package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// compile builds ./worker for js/wasm and returns the module, with its memory capped and its data packed.
//
// Two things keep it small beside the linker's own flags. Inside a Worker nobody speaks TLS, so crypto/tls is replaced
// by worker/build/tls; and net/http is built without HTTP/2 (nethttpomithttp2 is its own tag for that), of which the
// platform gives us the answers only.
func compile(tags string) ([]byte, error) {
	temp, err := os.MkdirTemp("", "readout-build-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	overlay := filepath.Join(temp, "overlay.json")
	if err := writeOverlay(overlay); err != nil {
		return nil, err
	}
	wasm := filepath.Join(temp, "worker.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-overlay", overlay,
		"-tags", strings.TrimPrefix(tags+",nethttpomithttp2", ","), "-o", wasm, "./worker")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("go build: %w", err)
	}
	module, err := os.ReadFile(wasm)
	if err == nil {
		module, err = capMemory(module, maxMemory)
	}
	if err == nil {
		module, err = joinSegments(module)
	}
	return module, err
}

// writeOverlay writes the go command's overlay file that puts worker/build/tls in the place of crypto/tls.
func writeOverlay(name string) error {
	root, err := goroot()
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(root, "src", "crypto", "tls", "*.go"))
	if err != nil {
		return err
	}
	replace := map[string]string{}
	for _, f := range files {
		replace[f] = "" // gone
	}
	ours, err := filepath.Abs(filepath.Join("worker", "build", "tls", "tls.go"))
	if err != nil {
		return err
	}
	replace[filepath.Join(root, "src", "crypto", "tls", "tls.go")] = ours
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(name, text, 0o644)
}
