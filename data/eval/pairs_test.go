package main

import (
	"fmt"
	"math"
	"testing"
)

// TestWordFeatures holds what is compared: words in common, in order, numbers and names.
func TestWordFeatures(t *testing.T) {
	pairs := []sentences{
		{A: "Berg paid 20 crowns in Oslo.", B: "Berg paid 20 crowns in Oslo."},
		{A: "Berg paid 20 crowns in Oslo.", B: "In Oslo, Stein paid 30."},
	}
	f := wordFeatures(pairs)
	want := [][]float64{
		{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, math.Log(7), 1, 0, 0, 1, 0, 0},
		{1, 3.0 / 5, 3.0 / 6, 1.0 / 4, 1.0 / 5, 0, 0, f[1][7], f[1][8], 2.0 / 6, 5.0 / 6, math.Log(6), 0, 1, 1, 1, 0, 1},
	}
	for i := range want {
		if got, want := fmt.Sprintf("%.6f", f[i]), fmt.Sprintf("%.6f", want[i]); got != want {
			t.Errorf("pair %d:\ngot  %s\nwant %s", i, got, want)
		}
	}
	if f[1][7] >= f[1][1] {
		t.Errorf("what all sentences have counts as much as what is rare: %v", f[1])
	}
}

// TestJudge holds that pairs are judged by weights that did not see them: of labels that no feature tells, nothing is known, and of those that one
// tells, all.
func TestJudge(t *testing.T) {
	var pairs []sentences
	var told, untold [][]float64
	for i := range 400 {
		label := float64(i * i / 7 % 2)
		pairs = append(pairs, sentences{Label: label})
		told = append(told, []float64{1, label})
		one := make([]float64, 60) // each pair has a feature nearly of its own, by which its label could be learned by heart
		one[0], one[1+i%59] = 1, 1
		untold = append(untold, one)
	}
	if a := judge(pairs, told); a["accuracy"] != 1 || a["f1"] != 1 {
		t.Errorf("a feature that tells all: %v", a)
	}
	if a := judge(pairs, untold); a["accuracy"] > 0.55 {
		t.Errorf("features that tell nothing: %v", a)
	}
	if r := pearson([]float64{1, 2, 3}, []float64{2, 4, 6}); math.Abs(r-1) > 1e-9 {
		t.Errorf("pearson: %v", r)
	}
}
