package compare

import (
	"strings"
	"testing"
)

func TestDiscrepancies(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"The delegation has seven members.", "The delegation has 8 members.", "number-differs member: seven members / 8 members"},
		{"The talks lasted 25 minutes.", "The talks lasted about 30 minutes.", ""},
		{"The talks lasted 25 minutes.", "The talks lasted about 45 minutes.", "number-differs minut: 25 minutes / 45 minutes"},
		{"The two sides met for three hours.", "The three sides met for 3 hours.", ""},
		{"They met nine days after the round in Beijing.", "They met eight days after the round in Beijing.", "number-differs day after: nine days / eight days"},
		{"They met nine days after the round in Beijing.", "The round in Beijing took eight days.", ""},
		{"The plan costs 40 million dollars.", "The plan costs 40,000,000 dollars.", ""},
		{"The union has 1,800 nurses and 30 doctors.", "The union has 1,900 nurses.", "number-differs nurs: 1,800 nurses / 1,900 nurses"},
		{"He said 5 members left and 7 members stayed.", "He said 6 members left.", ""},
		{"Vessels stop where young fish exceed 10 percent of a haul.", "The season ended with only 40 percent caught because of young fish.", ""},
		{"The state threatened to cut 24 million euros if nothing happened.", "The state will add 40 million euros over five years if the union succeeds.", ""},
		{"Some 61 percent of the vote went to the chairman after a revolt over plans.", "A year ago the chairman had the backing of 96 percent.", ""},
		{"Two letters arrived.", "Nobody came but three dogs.", ""},
	} {
		a, b := side(c.a), side(c.b)
		var got []string
		for _, d := range new(Reader).Discrepancies([][]Told{{{Side: a, Article: 0}, {Side: b, Article: 1}}}) {
			got = append(got, d.Rule+" "+d.Unit+": "+a.Doc.Slice(d.Witnesses[0].Value.Span)+" / "+b.Doc.Slice(d.Witnesses[1].Value.Span))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q, %q:\n got %q\nwant %q", c.a, c.b, s, c.want)
		}
	}
}

func TestDatesThatDiffer(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2019-08-20", "2019-08-21", true},
		{"2019-08", "2019-08-21", false},
		{"2019-08-20?", "2019-08-21", true},
		{"2019-08-20/2019-08-22", "2019-08-21", false},
		{"2019-08-XX", "2019-08-21", false},
	} {
		if got := differs(Value{Rule: RuleDate, Text: c.a}, Value{Rule: RuleDate, Text: c.b}); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}
