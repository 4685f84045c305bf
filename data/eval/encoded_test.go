package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"readout/data/model"
)

// fake is an encoder to which i and j are alike by 100i + j; sentences that begin with "Not" stand at a right angle to the others.
type fake struct{}

func (fake) AlikeAndWhole(sentences []string) ([][]int, map[string][]float32) {
	alike, whole := make([][]int, len(sentences)), map[string][]float32{}
	for i, s := range sentences {
		alike[i] = make([]int, len(sentences))
		for j := range alike[i] {
			alike[i][j] = 100*i + j
		}
		whole[s] = []float32{0.6, 0.8}
		if strings.HasPrefix(s, "Not") {
			whole[s] = []float32{-0.8, 0.6}
		}
	}
	return alike, whole
}

// TestKept holds that what the large encoder says of pairs is kept by the sentences that it read together, and becomes features.
func TestKept(t *testing.T) {
	pairs := make([]sentences, together+1)
	for i := range pairs {
		pairs[i] = sentences{A: strings.Repeat("a", i+1), B: strings.Repeat("b", i+1)}
	}
	pairs[1].B = "Not this."
	var kept strings.Builder
	few(pairs, func(_ int, all []string) {
		text, err := line(model.Key(all), ask(fake{}, all))
		if err != nil {
			t.Fatal(err)
		}
		kept.WriteString(text)
	})
	name := filepath.Join(t.TempDir(), "kept.txt")
	if err := os.WriteFile(name, []byte(kept.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	said, err := readKept(name)
	if err != nil {
		t.Fatal(err)
	}
	features := make([][]float64, len(pairs))
	for i := range features {
		features[i] = []float64{1, float64(i)}
	}
	got := withKept(features, pairs, said)
	if want := []float64{1, 1, 0.203, 0.302, 0}; !reflect.DeepEqual(got[1], want) {
		t.Errorf("the second pair: got %v, want %v", got[1], want)
	}
	if want := []float64{1, together, 0.001, 0.1, 1}; !reflect.DeepEqual(got[together], want) {
		t.Errorf("the first pair that is read alone: got %v, want %v", got[together], want)
	}
	pairs[together].A = "Something else."
	if got := withKept(features, pairs, said); got != nil {
		t.Errorf("of a pair nothing is kept, and still there are features: %v", got)
	}
	if err := os.WriteFile(name, []byte("0123 AAAA\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readKept(name); err == nil || !strings.Contains(err.Error(), "-encode") {
		t.Errorf("three bytes are no three numbers: %v, want an error that says how to make the file", err)
	}
}
