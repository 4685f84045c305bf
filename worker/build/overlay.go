package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
)

// overlayDist writes the go command's overlay file that puts the files below dist in the place of those below
// data/dist, without touching the tree. It returns the overlay's path, in temp.
func overlayDist(dist, temp string) (string, error) {
	const embedded = "data/dist"
	replace := map[string]string{}
	err := eachFile(embedded, func(path string) error {
		replace[path] = "" // gone, unless dist has it
		return nil
	})
	if err != nil {
		return "", err
	}
	err = eachFile(dist, func(path string) error {
		below, err := filepath.Rel(dist, path)
		if err != nil {
			return err
		}
		actual, err := filepath.Abs(path)
		replace[filepath.Join(embedded, below)] = actual
		return err
	})
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name := filepath.Join(temp, "overlay.json")
	return name, os.WriteFile(name, text, 0o644)
}

func eachFile(root string, do func(path string) error) error {
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		return do(path)
	})
}
