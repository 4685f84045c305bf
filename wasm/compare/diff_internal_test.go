package compare

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// peer is the diff of two sequences by go-diff, in our steps.
func peer(a, b []int32) []step {
	var out []step
	i, j := 0, 0
	dmp := diffmatchpatch.DiffMatchPatch{}
	for _, x := range dmp.DiffMainRunes(a, b, false) {
		n := len([]rune(x.Text))
		switch x.Type {
		case diffmatchpatch.DiffEqual:
			out = append(out, step{keep, i, n})
			i += n
			j += n
		case diffmatchpatch.DiffDelete:
			out = append(out, step{remove, i, n})
			i += n
		case diffmatchpatch.DiffInsert:
			out = append(out, step{insert, j, n})
			j += n
		}
	}
	return out
}

// TestDiff holds the differ against go-diff, step by step: random sequences, long ones among them, and edited copies.
func TestDiff(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var d differ
	for round := range 60_000 {
		most, letters := 1+r.IntN(12), int32(1+r.IntN(6))
		if round%100 == 0 {
			most, letters = 300, int32(2+r.IntN(200))
		}
		sequence := func() []int32 {
			s := make([]int32, r.IntN(most+1))
			for i := range s {
				s[i] = 'a' + r.Int32N(letters)
			}
			return s
		}
		a, b := sequence(), sequence()
		if round%3 == 0 { // an edited copy
			b = slices.Clone(a)
			for range r.IntN(4) {
				i := r.IntN(len(b) + 1)
				j := i + r.IntN(len(b)-i+1)
				b = slices.Replace(b, i, j, sequence()...)
			}
		}
		if got, want := d.diff(a, b), peer(a, b); !slices.Equal(got, want) {
			t.Fatalf("%q and %q:\n%v, go-diff\n%v", string(a), string(b), got, want)
		}
	}
}

// FuzzDiff: the steps lead from the one to the other, and are go-diff's.
func FuzzDiff(f *testing.F) {
	f.Add("the quick brown fox", "a quick red fox")
	f.Add("abcabba", "cbabac")
	var d differ
	f.Fuzz(func(t *testing.T, x, y string) {
		if len(x)*len(y) > 1<<16 || strings.ContainsRune(x+y, '\uFFFD') {
			return
		}
		a, b := []int32(x), []int32(y)
		got := d.diff(a, b)
		if want := peer(a, b); !slices.Equal(got, want) {
			t.Fatalf("%q and %q: %v, go-diff %v", x, y, got, want)
		}
		var made []int32
		for _, s := range got {
			made = append(made, slices.Clone(d.text(&s))...)
			if s.op == remove {
				made = made[:len(made)-s.n]
			}
		}
		if !slices.Equal(made, b) {
			t.Fatalf("%q and %q: the steps make %q", x, y, string(made))
		}
	})
}

// BenchmarkDiff compares two articles of 700 words that share little.
func BenchmarkDiff(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	x, y := make([]int32, 700), make([]int32, 700)
	for i := range x {
		x[i], y[i] = 0x100+r.Int32N(1+r.Int32N(600)), 0x100+r.Int32N(1+r.Int32N(600))
	}
	b.Run("ours", func(b *testing.B) {
		var d differ
		for b.Loop() {
			d.diff(x, y)
		}
	})
	b.Run("go-diff", func(b *testing.B) {
		for b.Loop() {
			peer(x, y)
		}
	})
}
