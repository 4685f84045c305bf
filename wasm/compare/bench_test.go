package compare

import (
	"math/rand"
	"strings"
	"testing"
)

// article is a text of n words, some of them common to all.
func article(r *rand.Rand, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		k := r.Intn(r.Intn(1500) + 1)
		b.WriteString("w" + string(rune('a'+k%26)) + string(rune('a'+k/26%26)) + string(rune('a'+k/676)))
		if i%20 == 19 {
			b.WriteByte('.')
		}
	}
	return b.String()
}

// BenchmarkArticles compares two whole articles of 700 words that share little.
func BenchmarkArticles(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	x, y := side(article(r, 700)), side(article(r, 700))
	for b.Loop() {
		Readings(x, y, nil)
	}
}

// BenchmarkSentences compares 1,000 pairs of sentences that share most words.
func BenchmarkSentences(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	var pairs [][2]Side
	for range 1000 {
		s := strings.Fields(article(r, 25))
		t := append([]string(nil), s...)
		for range 5 {
			t[r.Intn(len(t))] = article(r, 1)
		}
		pairs = append(pairs, [2]Side{side(strings.Join(s, " ")), side(strings.Join(t, " "))})
	}
	for b.Loop() {
		for _, p := range pairs {
			Readings(p[0], p[1], nil)
		}
	}
}
