package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"readout/data/dataset/folder"
	"readout/worker/api"
)

// pack makes documents.json and documents.bin of a folder that the compiler wrote:
//
//	{"files": {name: [begin, end], …},   bytes of documents.bin
//	 "table": …,                         the handler's own, see api.Handler.Table
//	 "packs": …}                         of an archive: where the other documents are, see folder.Packs
//
// Among the contents is search, what the handler searches in, at no address.
//
// Pictures are not among the contents: they do not get smaller, and a Worker may have 3 MB. worker.mjs fetches them from the static
// assets (copyPictures).
func pack(dist fs.FS, search []byte) (index, contents []byte, err error) {
	h, err := api.New(dist, api.Options{})
	if err != nil {
		return nil, nil, err
	}
	raw := h.Table()
	var table struct{ Documents []struct{ File string } }
	if err := json.Unmarshal(raw, &table); err != nil {
		return nil, nil, err
	}
	names := []string{"manifest.json"}
	for _, d := range table.Documents {
		names = append(names, d.File)
	}
	files := map[string][2]int{}
	for _, name := range names {
		if _, done := files[name]; done || picture(name) {
			continue // one file at several addresses
		}
		content, err := fs.ReadFile(dist, name)
		if err != nil {
			return nil, nil, err
		}
		files[name] = [2]int{len(contents), len(contents) + len(content)}
		contents = append(contents, content...)
	}
	if err := verify(dist, contents, files); err != nil {
		return nil, nil, err
	}
	if search != nil {
		files[api.SearchFile] = [2]int{len(contents), len(contents) + len(search)}
		contents = append(contents, search...)
	}
	packs, err := packs(dist)
	if err != nil {
		return nil, nil, err
	}
	index, err = json.Marshal(map[string]any{"files": files, "table": json.RawMessage(raw), "packs": packs})
	return index, contents, err
}

// verify holds the files against their hashes, which stand in the headers of every answer.
func verify(dist fs.FS, contents []byte, files map[string][2]int) error {
	part := func(name string) []byte {
		if picture(name) {
			data, _ := fs.ReadFile(dist, name) // none has another hash
			return data
		}
		return contents[files[name][0]:files[name][1]]
	}
	var manifest struct {
		Documents []struct{ File, SHA256 string }
	}
	if err := json.Unmarshal(part("manifest.json"), &manifest); err != nil {
		return err
	}
	for _, d := range manifest.Documents {
		if sum := sha256.Sum256(part(d.File)); hex.EncodeToString(sum[:]) != d.SHA256 {
			return fmt.Errorf("%s is not what manifest.json says: run the compiler again", d.File)
		}
	}
	return nil
}

func picture(name string) bool { return path.Ext(name) == ".png" }

// copyPictures puts the pictures of the documents among the static assets of the Worker, below a folder that no address has, and
// removes those of another dataset.
func copyPictures(dist fs.FS, assets string) error {
	to := filepath.Join(assets, "_pictures")
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return fs.WalkDir(dist, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !picture(name) {
			return err
		}
		data, err := fs.ReadFile(dist, name)
		if err != nil {
			return err
		}
		file := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		return os.WriteFile(file, data, 0o644)
	})
}

// packs says of an archive what is in packs, nil of a dataset that has none.
func packs(dist fs.FS) (*folder.Packs, error) {
	raw, err := fs.ReadFile(dist, "manifest.json")
	if err != nil {
		return nil, err
	}
	var m folder.Manifest
	err = json.Unmarshal(raw, &m)
	return m.Packs, err
}

// writeSearch makes what the handler searches in: one file, or of an archive many, which go among the static assets of the Worker, and
// what is said of them.
func writeSearch(dist fs.FS, assets string) ([]byte, error) {
	to := filepath.Join(assets, "_search")
	if err := os.RemoveAll(to); err != nil {
		return nil, err
	}
	plan, err := api.SearchShards(dist, func(name string, data []byte) error {
		if err := os.MkdirAll(to, 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(assets, filepath.FromSlash(name)), data, 0o644)
	})
	if err != nil || plan != nil {
		return plan, err
	}
	return api.SearchIndex(dist)
}

// copyPacks puts the packs of an archive among the static assets of the Worker and removes those of another dataset. Files are linked
// where that can be done: there may be ten thousand.
func copyPacks(dist, assets string) error {
	to := filepath.Join(assets, "_packs")
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	packs, err := packs(os.DirFS(dist))
	if err != nil || packs == nil {
		return err
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for k := range packs.Count {
		name := folder.PackName(k)
		from, into := filepath.Join(dist, filepath.FromSlash(name)), filepath.Join(assets, filepath.FromSlash(name))
		if os.Link(from, into) == nil {
			continue
		}
		data, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		if err := os.WriteFile(into, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
