package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"readout/data/dataset/folder"
)

// manifest is what this program needs of a compiled folder's manifest.json.
type manifest struct {
	Digest    string
	Documents []struct{ Path, File, SHA256 string }
	Packs     *struct{ Count, Documents int }
}

// read calls f with every document of a compiled folder, in whatever layout, and fails where a document is missing or is not what the
// folder says of it.
func read(out string, f func(path string, data []byte) error) (manifest, error) {
	var m manifest
	raw, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		return m, fmt.Errorf("manifest.json: %w", err)
	}
	check := func(path string, data []byte, want string) error {
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != want {
			return fmt.Errorf("%s is not what the manifest says", path)
		}
		return f(path, data)
	}
	for _, d := range m.Documents {
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(d.File)))
		if err != nil {
			return m, err
		}
		if err := check(d.Path, data, d.SHA256); err != nil {
			return m, err
		}
	}
	if m.Packs == nil {
		return m, nil
	}
	n := 0
	for k := range m.Packs.Count {
		name := folder.PackName(k)
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		if err != nil {
			return m, err
		}
		err = folder.ReadPack(data, func(d folder.Document, body []byte) error {
			n++
			return f(d.Path, body)
		})
		if err != nil {
			return m, fmt.Errorf("%s: %w", name, err)
		}
	}
	if n != m.Packs.Documents {
		return m, fmt.Errorf("%d documents in packs, the manifest says %d", n, m.Packs.Documents)
	}
	return m, nil
}

// mainMeetings reads which meeting each article is chiefly about, by file; every document is checked on the way.
func mainMeetings(out string) (map[string]string, error) {
	found := map[string]string{}
	_, err := read(out, func(path string, data []byte) error {
		whole := path == "/v1/dataset.json"
		if !whole && !strings.HasPrefix(path, "/v1/dataset/") {
			return nil
		}
		var part struct {
			Articles []struct {
				File string
				Main *string `json:"main_meeting"`
			}
		}
		if err := json.Unmarshal(data, &part); err != nil {
			return err
		}
		for _, a := range part.Articles {
			if a.Main != nil {
				found[a.File] = *a.Main
			}
		}
		return nil
	})
	return found, err
}
