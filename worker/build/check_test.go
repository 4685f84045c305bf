package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"readout/data/dataset/folder"
)

// compiled is a folder of the five seeds as the compiler writes it, in a layout.
func compiled(t *testing.T, layout string) string {
	t.Helper()
	dist := filepath.Join(t.TempDir(), layout)
	cmd := exec.Command("go", "run", "./data/compile", "-layout", layout, "-cache", "none", "-out", dist)
	cmd.Dir = filepath.Join("..", "..")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return dist
}

// copied is a copy of a folder, to be broken.
func copied(t *testing.T, dist string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "dist")
	if err := os.CopyFS(to, os.DirFS(dist)); err != nil {
		t.Fatal(err)
	}
	return to
}

func change(t *testing.T, dir, name string, f func([]byte) []byte) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	raw, err := os.ReadFile(name)
	if err == nil {
		err = os.WriteFile(name, f(raw), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func half(b []byte) []byte { return b[:len(b)/2] }

// consistently changes a document and everything that the manifest says of it, as a faulty compiler would have written it.
func consistently(t *testing.T, dir, path string, f func([]byte) []byte) {
	t.Helper()
	change(t, dir, "manifest.json", func(raw []byte) []byte {
		var m folder.Manifest
		if err := json.Unmarshal(raw, &m); err != nil {
			t.Fatal(err)
		}
		for i := range m.Documents {
			d := &m.Documents[i]
			if d.Path != path {
				continue
			}
			change(t, dir, d.File, func(b []byte) []byte {
				b = f(b)
				sum := sha256.Sum256(b)
				d.Bytes, d.SHA256 = len(b), hex.EncodeToString(sum[:])
				return b
			})
			if path == "/v1/dataset.json" {
				m.Digest = d.SHA256
			}
		}
		raw, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		return raw
	})
}

func TestCheckRefusesWhatMustNotBePublished(t *testing.T) {
	whole, archive := compiled(t, "whole"), compiled(t, "packed")
	for _, dist := range []string{whole, archive} {
		if err := check(os.DirFS(dist)); err != nil {
			t.Fatalf("%s as the compiler wrote it: %v", dist, err)
		}
	}
	unlist := func(part string) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) {
			change(t, dir, "manifest.json", func(raw []byte) []byte {
				var m folder.Manifest
				if err := json.Unmarshal(raw, &m); err != nil {
					t.Fatal(err)
				}
				for i, d := range m.Documents {
					if strings.HasPrefix(d.Path, part) && strings.HasSuffix(d.Path, ".json") {
						m.Documents = append(m.Documents[:i], m.Documents[i+1:]...)
						break
					}
				}
				raw, err := json.Marshal(m)
				if err != nil {
					t.Fatal(err)
				}
				return raw
			})
		}
	}
	for name, c := range map[string]struct {
		from string
		do   func(t *testing.T, dir string)
		want string
	}{
		"dataset.json cut short": {whole, func(t *testing.T, dir string) { change(t, dir, "dataset.json", half) }, "dataset.json is not what manifest.json says"},
		"manifest cut short":     {whole, func(t *testing.T, dir string) { change(t, dir, "manifest.json", half) }, "manifest.json"},
		"no manifest":            {whole, func(t *testing.T, dir string) { remove(t, dir, "manifest.json") }, "manifest.json"},
		"a file gone":            {whole, func(t *testing.T, dir string) { remove(t, dir, "index.html") }, "index.html"},
		"no articles": {whole, func(t *testing.T, dir string) {
			consistently(t, dir, "/v1/dataset.json", func([]byte) []byte { return []byte(`{"schema":1,"articles":[],"meetings":[]}`) })
		}, "the dataset is empty"},
		"a dataset of another shape": {whole, func(t *testing.T, dir string) {
			consistently(t, dir, "/v1/dataset.json", func(b []byte) []byte { return []byte(`{"news":1,` + strings.TrimPrefix(string(b), "{")) })
		}, `unknown field "news"`},
		"another digest": {whole, func(t *testing.T, dir string) {
			change(t, dir, "manifest.json", func(b []byte) []byte {
				at := strings.Index(string(b), `"digest":"`) + len(`"digest":"`)
				copy(b[at:], strings.Repeat("0", 64))
				return b
			})
		}, "the digest is not that of the documents"},
		"another schema": {whole, func(t *testing.T, dir string) {
			change(t, dir, "manifest.json", func(b []byte) []byte { return []byte(strings.Replace(string(b), `"schema":1`, `"schema":2`, 1)) })
		}, "has schema 2"},
		"a meeting without its document":  {whole, unlist("/v1/meetings/"), "there is no document /v1/meetings/"},
		"an article without its document": {whole, unlist("/v1/articles/"), "there is no document /v1/articles/"},
		"a twin that is not there": {whole, func(t *testing.T, dir string) {
			consistently(t, dir, "/", func(b []byte) []byte { return append(b, `<link href="/h/0123456789abcdef/readout.css">`...) })
		}, "/ names /h/0123456789abcdef/readout.css"},
		"a pack gone":      {archive, func(t *testing.T, dir string) { remove(t, dir, folder.PackName(0)) }, folder.PackName(0)},
		"a pack cut short": {archive, func(t *testing.T, dir string) { change(t, dir, folder.PackName(0), half) }, "_packs/0000.pack: the pack is cut short"},
		"a pack emptied": {archive, func(t *testing.T, dir string) {
			change(t, dir, folder.PackName(0), func([]byte) []byte { return []byte{2, 0, 0, 0, '{', '}'} })
		}, "the packs have"},
		"a byte of a pack": {archive, func(t *testing.T, dir string) {
			change(t, dir, folder.PackName(0), func(b []byte) []byte { b[len(b)-1] ^= 1; return b })
		}, "is not what the index says"},
		"an archive's contents changed": {archive, func(t *testing.T, dir string) {
			consistently(t, dir, "/", func(b []byte) []byte { return append(b, '\n') })
		}, "the digest is not that of the documents"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copied(t, c.from)
			c.do(t, dir)
			if err := check(os.DirFS(dir)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

func remove(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
		t.Fatal(err)
	}
}
