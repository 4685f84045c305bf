package meeting_test

import (
	"slices"
	"testing"

	"readout/wasm/know"
)

// TestClaims reads one short article each and compares the words of its order claims, in order; "own" marks a count of what one person did.
func TestClaims(t *testing.T) {
	const lead = "Norway and Finland resume talks on fish\n\n"
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"one person's first", lead + "Norwegian Foreign Minister Anna Berg will hold her first talks with Eero Salo of Finland in Oslo on Friday.",
			[]string{"own: her first talks with Eero Salo"}},
		{"the previous round", lead + "Anna Berg of Norway and Eero Salo of Finland met in Oslo on Thursday. The previous ministerial meeting was held on April 2 between Berg and Salo.",
			[]string{"previous ministerial meeting"}},
		{"their last", lead + "Anna Berg of Norway and Eero Salo of Finland met in Oslo on Thursday. Their last meeting was held on April 2 in Helsinki between Berg and Salo.",
			[]string{"last meeting"}},
		{"last month only dates", lead + "Anna Berg of Norway and Eero Salo of Finland met in Oslo on Thursday. Berg recalled last month's talks with Salo in Helsinki.", nil},
		{"a number", lead + "Anna Berg of Norway and Eero Salo of Finland held the 35th ministerial meeting in Oslo on Thursday.", []string{"35th ministerial meeting"}},
		{"such", lead + "Anna Berg of Norway and Eero Salo of Finland met in Oslo on Thursday. It was the first such meeting between Norway and Finland since 2017.", []string{"first such meeting between Norway and Finland since 2017"}},
		{"before the verb", lead + "It was the second time that Anna Berg of Norway had met Eero Salo of Finland.", []string{"second time that Anna Berg of Norway had met"}},
		{"of the noun behind the verb", lead + "Anna Berg of Norway and Eero Salo of Finland met in Oslo on Thursday for the tenth ministerial meeting.", []string{"tenth ministerial meeting"}},
		{"a lead without names goes on with the headline", "Norway-Finland director-general talks end without a deal\n\nAfter nine months, officials from Norway and Finland held talks in Oslo, but nothing was signed.",
			[]string{"After nine months"}},
	} {
		a, ts := read(t, "2019-05-10", c.source, &know.Base{})
		var got []string
		for _, th := range ts {
			for _, m := range th.Mentions {
				if m.Order != nil {
					words := a.Doc.Slice(m.Order.Span)
					if m.Order.Own {
						words = "own: " + words
					}
					got = append(got, words)
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
