package compare

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestKinds: every edit that says nothing has a kind, and ignoring that kind, and no other, takes it away.
func TestKinds(t *testing.T) {
	for _, c := range []struct{ kind, a, b string }{
		{Case, "TALKS BEGIN IN OSLO", "Talks begin in Oslo"},
		{Punctuation, "The talks, they say, begin.", "The talks they say begin"},
		{Honorifics, "Mr. Berg met the union in Oslo", "Berg met the union in Oslo"},
		{Names, "They met Kim Jung-han in the old house.", "They met Kim Jeong-han in the old house."},
		{Names, "The union met Kenji Kanasugi in the old house.", "The union met Kanasugi Kenji in the old house."},
		{Numbers, "The talks of the union began on Oct. 29 in Oslo", "The talks of the union began on 29 October in Oslo"},
		{Numbers, "The union sent three letters to Oslo", "The union sent 3 letters to Oslo"},
		{Particles, "회담은 서울에서 열렸다", "회담이 서울에서 열렸다"},
		{Spelling, "They organised the talks of the union", "They organized the talks of the union"},
	} {
		a, b := side(c.a), side(c.b)
		plain := Readings(a, b, nil)
		if len(plain.Edits) == 0 || slices.ContainsFunc(plain.Edits, func(e Edit) bool { return !e.Noise }) {
			t.Errorf("%q, %q: %s", c.a, c.b, drawn(a, b, plain))
			continue
		}
		if d := With(a, b, nil, Options{Ignore: []string{c.kind}}); len(d.Edits) > 0 || d.Mode != None {
			t.Errorf("%q, %q without %s: %s", c.a, c.b, c.kind, drawn(a, b, d))
		}
		others := slices.DeleteFunc(slices.Clone(Kinds), func(k string) bool { return k == c.kind })
		if d := With(a, b, nil, Options{Ignore: others}); !cmp.Equal(d, plain) {
			t.Errorf("%q, %q without all but %s: %s, not %s", c.a, c.b, c.kind, drawn(a, b, d), drawn(a, b, plain))
		}
	}
}

func TestChars(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"Kim demanded that Japan retract the export curbs at once.", "Kim demanded that Japan retract the export curfews at once.", "edits: -b +few"},
		{"They agreed on a quota of 1,200 tons for the north.", "They agreed on a quota of 1,500 tons for the north.", "edits: -2 +5"},
		{"They did agree to keep the tax.", "They did not agree to keep the tax.", "edits: +not"},
		{"The union, it said, rejected the offer of the port", "The union it said rejected the offer of the port", "edits: (-,) (-,)"},
	} {
		a, b := side(c.a), side(c.b)
		if got := drawn(a, b, With(a, b, nil, Options{Chars: true})); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// TestWithNothing: no options change nothing, on texts of all sorts and either way round.
func TestWithNothing(t *testing.T) {
	texts := []string{"", "Mr. Kim met 3 unions on Oct. 29.", "KIM met three unions on 29 October, in Oslo!", "In Oslo the unions met again; 회담은 서울에서 열렸다",
		strings.Repeat("They said no to the old offer. ", 40), strings.Repeat("They said yes to the new offer. ", 40)}
	for _, x := range texts {
		for _, y := range texts {
			a, b := side(x), side(y)
			if got, want := With(a, b, nil, Options{}), Readings(a, b, nil); !cmp.Equal(got, want) {
				t.Errorf("%q, %q: %s, not %s", x, y, drawn(a, b, got), drawn(a, b, want))
			}
			// By characters no more is marked than by words.
			marked := func(d Diff) (n int) {
				for _, e := range d.Edits {
					n += e.Base.Len() + e.Other.Len()
				}
				return n
			}
			if got, most := marked(With(a, b, nil, Options{Chars: true})), marked(Readings(a, b, nil)); got > most {
				t.Errorf("%q, %q: %d characters marked by characters, %d by words", x, y, got, most)
			}
		}
	}
}
