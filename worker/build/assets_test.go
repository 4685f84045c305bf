package main

import (
	"strings"
	"testing"
	"testing/fstest"
)

// The files are counted, and who has too many is told what to do.
func TestAssetsAreCounted(t *testing.T) {
	if n, err := countAssets(fstest.MapFS{"_packs/0000.pack": {}, "_search/s0000": {}, "_headers": {}}); n != 3 || err != nil {
		t.Errorf("%d files, %v; want 3", n, err)
	}
	for n, want := range map[int]string{20_000: "20000 static assets of the 20000 of the free plan", 20_001: "paid plan", 100_000: "paid plan"} {
		if said, err := assetsFit(n); err != nil || !strings.Contains(said, want) {
			t.Errorf("%d: %q, %v; want %q", n, said, err, want)
		}
	}
	if _, err := assetsFit(100_001); err == nil || !strings.Contains(err.Error(), "divide seeds/") {
		t.Errorf("100001 files: %v", err)
	}
}
