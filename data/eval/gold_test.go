package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/tidwall/gjson"
)

// TestCompared compiles the seeds with words alone and holds the outcome against the reference. The target of each of the first three is .90;
// what is shown and is not in the reference must stay rare.
func TestCompared(t *testing.T) {
	if _, err := os.Stat("../../../shared/gold/seeds.json"); err != nil {
		t.Skip("no reference material here")
	}
	dist := filepath.Join(t.TempDir(), "dist")
	if _, err := command("go", "run", "../compile", "-seeds", "../../seeds", "-registry", "../registry", "-model", "none", "-out", dist); err != nil {
		t.Fatal(err)
	}
	answer, err := compared("../../../shared", "../../seeds", filepath.Join(dist, "dataset.json"))
	if err != nil {
		t.Fatal(err)
	}
	t.Log(answer)
	for path, least := range map[string]float64{"orders": 0.9, "aligned": 0.9, "uses_right": 0.9, "contrasts": 0.9, "orders_right": 0.9, "contrasts_right": 0.9} {
		if got := gjson.Get(answer, path).Float(); got < least {
			t.Errorf("%s: %v, want %v", path, got, least)
		}
	}
}
