package meeting

import (
	"strings"
	"testing"

	"readout/wasm/text"
)

func TestTokens(t *testing.T) {
	s := &sentence{}
	for _, w := range strings.Fields("They said , after that , they met again in May") {
		s.toks = append(s.toks, text.Token{Text: w, Norm: text.Fold(w)})
	}
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"a word of the list", oneOf("they", "he they she"), true},
		{"the last of the list", oneOf("she", "he they she"), true},
		{"a part of one", oneOf("the", "he they she"), false},
		{"no word", oneOf("", "he"), false},
		{"no token", s.is(-1, "they"), false},
		{"the first of two", s.first(1, 11, "they after"), 3},
		{"the first outside the tokens", s.first(-2, 3, "met"), -1},
		{"back to the nearest", s.back(7, 7, "they after", ""), 6},
		{"back over a stop", s.back(7, 7, "after", ","), -1},
		{"back too far", s.back(7, 3, "after", ""), -1},
		{"back far enough", s.back(7, 4, "after", ""), 3},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
}
