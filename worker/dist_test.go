//go:build !js

package main

import (
	"encoding/json"
	"io/fs"
	"testing"
	"testing/fstest"

	"readout/data"
	"readout/data/dataset/folder"
)

func TestEmbedded(t *testing.T) {
	manifest := func(text string) fs.FS { return fstest.MapFS{"manifest.json": {Data: []byte(text)}} }
	if err := embedded(manifest(`{"documents":[]}`)); err != nil {
		t.Error(err)
	}
	for _, text := range []string{`{"packs":{"count":4}}`, `{"packs":`} {
		if err := embedded(manifest(text)); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
}

func TestEveryDocumentIsEmbedded(t *testing.T) {
	raw, err := fs.ReadFile(data.Dist, "dist/manifest.json")
	var m folder.Manifest
	if err == nil {
		err = json.Unmarshal(raw, &m)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range m.Documents {
		if _, err := fs.Stat(data.Dist, "dist/"+d.File); err != nil {
			t.Error(err)
		}
	}
}
