package compare

import (
	"strings"
	"testing"

	"readout/wasm/text"
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
		// Read on the articles of ECB+ (crime, sport, business):
		{"Westhaven voters in 2010 approved a bond to pay for the property.", "Westhaven voters in 2009 approved a bond to pay for the property.", ""},
		{"They also attacked a truck, injuring at least two people.", "About 100 people have been injured.", ""},
		{"The riots have left at least 70 people injured.", "The riots have left 100 people injured.", ""},
		{"The riots have left at least 120 people injured.", "The riots have left 100 people injured.", "number-differs peopl: 120 people / 100 people"},
		{"The riots have left no more than 70 people injured.", "The riots have left 100 people injured.", "number-differs peopl: 70 people / 100 people"},
		{"Judge Bodiford sentenced Nichols to seven consecutive life sentences and four sentences without parole.", "Judge Bodiford sentenced Nichols to four consecutive life sentences without parole.", ""},
		{"Before that, DiLeo spent four seasons with the club as director.", "DiLeo has spent 19 seasons with the club.", ""},
		{"Tyler Hansbrough finished the game with 20 points and nine rebounds.", "Austin Daye finished the game with 18 points and eight rebounds.", ""},
		{"Running back Peyton Hillis rushed for 101 yards.", "Jamaal Charles rushed for 226 yards while Peyton Hillis added 101.", ""},
		{"He served 41 / 2 months in federal prison.", "He served four months in federal prison.", ""},
		{"Garrard completed 28 of 41 passes for a touchdown.", "Garrard completed 28 passes for a touchdown.", ""},
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

// TestDatesOfOneThing: two dates clash where they date one thing that one person did.
func TestDatesOfOneThing(t *testing.T) {
	for _, c := range []struct {
		a, x, b, y string // each sentence and the words of its date
		want       bool
	}{
		{"Palmer voters approved the bond in 2010.", "2010", "Palmer voters approved the bond in 2009.", "2009", true},
		{"Gigante was acquitted in 1958 on charges of attempted murder.", "1958", "Gigante was charged in 1957 with attempted murder.", "1957", false},
		{"Receiver Vincent Jackson was arrested on January 6 on suspicion of driving drunk.", "January 6", "Tackle Jamal Williams was arrested on February 1 on suspicion of driving drunk.", "February 1", false},
		{"The bishop, Catherine Moyle, would decide on the church in July.", "July", "They will put the case of the church to the bishop, Catherine Moyle, in June.", "June", false},
		{"Kim and Obuchi issued their joint declaration in 1988.", "1988", "Yoon wants to build on the spirit of the 1998 declaration of Kim Dae-jung and Keizo Obuchi.", "1998", true},
	} {
		one := func(s, at string, article int) Told {
			from := strings.Index(s, at)
			return Told{Side: side(s), Article: article, Values: []Value{{Rule: RuleDate, Text: strings.NewReplacer("January 6", "2013-01-06", "February 1", "2013-02-01", "July", "2013-07", "June", "2013-06").Replace(at), Span: text.Span{Start: from, End: from + len(at)}}}}
		}
		if got := len(new(Reader).Discrepancies([][]Told{{one(c.a, c.x, 0), one(c.b, c.y, 1)}})) > 0; got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
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
		if got := differs(&Value{Rule: RuleDate, Text: c.a}, &Value{Rule: RuleDate, Text: c.b}); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

// TestSpeakersOfOneQuotation: the same words clash where both sentences name their speakers, and none names the other's.
func TestSpeakersOfOneQuotation(t *testing.T) {
	const quotation = `"People should run, not walk, to get it installed," `
	for _, c := range []struct {
		a, x, b, y string // each sentence and who speaks, as the engine has it
		want       bool
	}{
		{"said Paul Ferguson of Trend Micro.", "paul ferguson", "said Rik Dawson.", "rik dawson", true},
		{"said Paul Ferguson of Trend Micro.", "paul ferguson", "he said.", "rik dawson", false},
		{"said Paul Ferguson, a researcher with Trend Micro.", "paul ferguson", "said Trend Micro researcher Paul Ferguson.", "trend micro", false},
	} {
		one := func(s, who string, article int) Told {
			return Told{Side: side(quotation + s), Article: article, Values: []Value{{Rule: RuleSpeaker, Unit: "people should run", Text: who, Span: text.Span{Start: 1, End: len(quotation) - 2}}}}
		}
		if got := len(new(Reader).Discrepancies([][]Told{{one(c.a, c.x, 0), one(c.b, c.y, 1)}})) > 0; got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}
