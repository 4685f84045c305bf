//go:build !js

package main

import (
	"io/fs"

	"readout/data"
)

// dist is what the compiler wrote, with manifest.json at its root.
func dist() (fs.FS, error) { return fs.Sub(data.Dist, "dist") }
