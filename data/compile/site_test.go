package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	must(t, "-seeds", shippedSeeds, "-registry", shippedRegistry, "-out", out, "-site", "https://readout.example")
	files := tree(t, out)
	for name, data := range files {
		if strings.Contains(data, "readout.invalid") {
			t.Errorf("%s: an address of nowhere is left", name)
		}
	}
	for _, m := range readDataset(t, out).Meetings {
		page := "https://readout.example/meetings/" + m.ID
		if !strings.Contains(files["sitemap.xml"], "<loc>"+page+"</loc>") {
			t.Errorf("%s is not in the sitemap", page)
		}
		card := "cards/" + m.ID + ".png"
		if !strings.HasPrefix(files[card], "\x89PNG") || !strings.Contains(files["meetings/"+m.ID+".html"], `"https://readout.example/`+card+`"`) {
			t.Errorf("%s: no card", m.ID)
		}
	}
	for page, card := range map[string]string{"series/japan-rok-director-general-talks": "series-japan-rok-director-general-talks", "issues/forced-labor": "issue-forced-labor"} {
		card = "cards/" + card + ".png"
		if !strings.HasPrefix(files[card], "\x89PNG") || !strings.Contains(files[page+".html"], `"https://readout.example/`+card+`"`) {
			t.Errorf("%s: no card", page)
		}
	}
	if !strings.Contains(files["robots.txt"], "Sitemap: https://readout.example/sitemap.xml") {
		t.Errorf("robots.txt: %s", files["robots.txt"])
	}

	// Without an origin there are no absolute addresses, hence no sitemap.
	if plain := compiled(t, shippedRegistry); !exists(filepath.Join(plain, "robots.txt")) || exists(filepath.Join(plain, "sitemap.xml")) {
		t.Error("without -site: robots.txt and no sitemap.xml are expected")
	}

	status, said := compile(t, "-site", "readout.example/x", "-out", out)
	if status != 2 || !strings.Contains(said, "write https://readout.example") {
		t.Errorf("-site readout.example/x: status %d, %s", status, said)
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}
