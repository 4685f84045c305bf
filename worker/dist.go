//go:build !js

package main

import (
	"encoding/json"
	"errors"
	"io/fs"

	"readout/data"
)

// dist is what the compiler wrote, with manifest.json at its root.
func dist() (fs.FS, error) {
	documents, err := fs.Sub(data.Dist, "dist")
	if err != nil {
		return nil, err
	}
	return documents, embedded(documents)
}

// embedded refuses an archive: its packs are not embedded, so most of its documents would be missing.
func embedded(documents fs.FS) error {
	raw, err := fs.ReadFile(documents, "manifest.json")
	if err != nil {
		return err
	}
	var m struct{ Packs struct{ Count int } }
	if err := json.Unmarshal(raw, &m); err != nil {
		return err
	}
	if m.Packs.Count > 0 {
		return errors.New("data/dist is an archive, whose packs are not embedded: serve the folder, -dist data/dist")
	}
	return nil
}
