package text

import (
	"math/rand/v2"
	"testing"
)

// TestFoldASCII: the short way gives what the long one does, whatever letters, marks and spaces stand together.
func TestFoldASCII(t *testing.T) {
	const letters = "USusaZt09-- .,'`\n\té"
	alphabet := []rune(letters)
	r := rand.New(rand.NewPCG(1, 2))
	short := 0
	for range 200_000 {
		s := make([]rune, r.IntN(8))
		for i := range s {
			s[i] = alphabet[r.IntN(len(alphabet))]
		}
		got, ok := foldASCII(string(s))
		if !ok {
			continue
		}
		short++
		if want := foldAny(string(s)); got != want {
			t.Fatalf("foldASCII(%q) = %q, want %q", string(s), got, want)
		}
	}
	if short < 20_000 {
		t.Errorf("only %d strings took the short way", short)
	}
}
