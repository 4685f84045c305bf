package main

import (
	"errors"
	"fmt"
	"io/fs"
)

// What a version of a Worker may have of static assets, by Cloudflare's plans (docs/scale.md has the source and its date).
const (
	mostFree = 20_000
	mostPaid = 100_000
)

// countAssets counts the files of a folder of static assets. There are none where there is no folder.
func countAssets(assets fs.FS) (n int, err error) {
	err = fs.WalkDir(assets, ".", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	return n, err
}

// assetsFit says which plan n static assets take, and refuses what none takes.
func assetsFit(n int) (said string, err error) {
	switch {
	case n > mostPaid:
		return "", fmt.Errorf("%d static assets, and a Worker takes %d at most; divide seeds/ by years or desks and deploy each as a Worker of its own (docs/scale.md)", n, mostPaid)
	case n > mostFree:
		return fmt.Sprintf("%d static assets are more than the %d of the free plan: deploy to an account with the paid plan (up to %d), or with fewer articles", n, mostFree, mostPaid), nil
	}
	return fmt.Sprintf("%d static assets of the %d of the free plan", n, mostFree), nil
}
