package model

import (
	"os"
	"path/filepath"
)

// Dir is where the weights are kept: in the user's cache folder, so that all clones share them.
func Dir() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(cache, "readout", "all-mpnet-base-v2"), nil
}
