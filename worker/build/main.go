// Command build makes the folder that wrangler and workerd take:
//
//	worker.wasm     the Go program, without documents
//	documents.bin   the contents of all documents, one after the other, and of manifest.json
//	documents.json  where each begins, its addresses and its headers
//	worker.mjs      the entry, with wasm_exec.js, packs.mjs and build.mjs, which it imports
//	assets/_pictures/  the documents that are pictures
//	assets/_packs/  of an archive: the documents that are too many for documents.bin (docs/scale.md)
//	assets/_search/ of an archive: what /v1/search looks in
//
//	go run ./worker/build [-out build] [-dist data/dist] [-tags faults]
//	go run ./worker/build -check [-dist data/dist] [-out build]
//	go run ./worker/build -trim engine.wasm
//	go run ./worker/build -shares build/worker.wasm
//
// The second writes nothing and says whether the documents may be published, and which plan their files take; make deploy asks it. The third makes another module of
// the same toolchain smaller, in place, as it does its own (joinSegments, dropTraces). The fourth prints what each dependency and each
// package takes of a module after gzip; make size does.
//
// It is run in the module's root. Same input, same bytes.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
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
	dist := flag.String("dist", filepath.Join("data", "dist"), "folder of the documents")
	tags := flag.String("tags", "", "build tags; faults adds addresses that kill the instance, for tests")
	only := flag.Bool("check", false, "only check that the documents are whole and not empty")
	module := flag.String("trim", "", "make this module smaller, in place, and nothing else")
	of := flag.String("shares", "", "tell what takes how many bytes of this module, and nothing else")
	flag.Parse()
	var err error
	switch {
	case *of != "":
		err = printShares(*of)
	case *module != "":
		err = trim(*module)
	case *only:
		if err = checkAll(*dist, *out); err != nil {
			err = fmt.Errorf("%s must not be published: %w\nrun make data, then deploy again", *dist, err)
		}
	default:
		err = build(*out, *dist, *tags)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// checkAll checks the documents and, where they are built, how many static assets they come to.
func checkAll(dist, out string) error {
	if err := check(os.DirFS(dist)); err != nil {
		return err
	}
	n, err := countAssets(os.DirFS(filepath.Join(out, "assets")))
	if err != nil || n == 0 {
		return err
	}
	said, err := assetsFit(n)
	if err == nil {
		log.Print(said)
	}
	return err
}

func trim(name string) error {
	module, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if module, err = joinSegments(module, dropTraces); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return os.WriteFile(name, module, 0o644)
}

func printShares(name string) error {
	module, err := os.ReadFile(name)
	if err == nil {
		err = writeShares(os.Stdout, module)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func build(out, dist, tags string) error {
	search, err := writeSearch(os.DirFS(dist), filepath.Join(out, "assets"))
	if err != nil {
		return fmt.Errorf("%s: %w", dist, err)
	}
	table, contents, err := pack(os.DirFS(dist), search)
	if err != nil {
		return fmt.Errorf("%s: %w", dist, err)
	}
	wasm, err := compile(tags)
	if err != nil {
		return err
	}
	root, err := goroot()
	if err != nil {
		return err
	}
	runtime, err := os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	entry, err := os.ReadFile(filepath.Join("worker", "worker.mjs"))
	if err != nil {
		return err
	}
	packed, err := os.ReadFile(filepath.Join("worker", "packs.mjs"))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if err := copyPictures(os.DirFS(dist), filepath.Join(out, "assets")); err != nil {
		return err
	}
	if err := copyPacks(dist, filepath.Join(out, "assets")); err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		data []byte
	}{
		{"worker.wasm", wasm},
		{"documents.bin", contents},
		{"documents.json", table},
		{"wasm_exec.js", runtime},
		{"worker.mjs", entry},
		{"packs.mjs", packed},
		{"build.mjs", fmt.Appendf(nil, "// Names program and data together.\nexport const build = %q;\n", fingerprint(wasm, table, contents))},
	} {
		if err := place(filepath.Join(out, f.name), f.data); err != nil {
			return err
		}
	}
	return nil
}

// place writes a file beside its place and puts it there whole: wrangler, which watches the folder, would read a half one.
func place(name string, data []byte) error {
	part := name + ".part"
	return errors.Join(os.WriteFile(part, data, 0o644), os.Rename(part, name))
}

func fingerprint(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		sum := sha256.Sum256(p)
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func goroot() (string, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	return strings.TrimSpace(string(out)), err
}
