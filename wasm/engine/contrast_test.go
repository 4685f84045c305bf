package engine

import (
	"fmt"
	"strings"
	"testing"

	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/when"
)

func edtf(s string) when.Date {
	d, err := when.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// understood is an article of one sentence a paragraph under a headline of its own.
func understood(file, body string, k *know.Base) *Article {
	return Understand(Source{File: file, Text: "Ministers of Norway and Finland meet in Oslo\n\n" + strings.ReplaceAll(body, "\n", "\n\n")}, k)
}

// TestContrasts reads articles of a few sentences: "rule: first side's voice and opening / the other's".
func TestContrasts(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"a plain reply", "Anna Berg asked Eero Salo to open the port.\nSalo replied that the ice decides.", "reply: Anna Berg, Anna Berg asked / Eero Salo, Salo replied that"},
		{"a report denied", "Kyodo News reported that Norway would leave the treaty.\nNorway's foreign ministry denied the report.", "reply: Kyodo News, Kyodo News reported / Norway's foreign ministry, Norway's foreign ministry"},
		{"a body that does not respond", "Anna Berg of Norway said she hoped for talks soon.\nThe Finnish foreign ministry did not respond to her appeal.", "reply: Anna Berg, Anna Berg of / Finnish foreign ministry, The Finnish foreign"},
		{"an alarm is no speech", "Anna Berg said the harbour was on fire.\nOslo police responded to the alarm at noon.", ""},
		{"a motion is no claim", "Anna Berg asked for a new trial.\nJudge Eero Salo denied the motion.", ""},
		{"one voice answers itself no more", "Anna Berg said the ice was thin.\nBerg replied that nothing was decided.", ""},
		{"two agendas", "The talks will focus on cod, Norwegian Foreign Minister Anna Berg said.\nFinland's foreign ministry said the talks would address the border.", "two-agendas: Anna Berg, The talks will / Finland's foreign ministry, Finland's foreign ministry"},
		{"one side's agenda twice", "The talks will focus on cod, Norwegian Foreign Minister Anna Berg said.\nNorway's foreign ministry said the talks would address the border.", ""},
		{"a turn to a voice", "A ministers' summit at the Nordic Forum could come next month.\nBut Anna Berg said that no summit at the forum was planned.", "turn: , A ministers' summit / Anna Berg, But Anna Berg"},
		{"a turn on another matter", "Fishermen blocked the harbour.\nBut Anna Berg said that the museum was open.", ""},
		{"a name alone is no matter", "Anna Berg said the ice was thin.\nHowever, Anna Berg has a long way home.", ""},
		{"hearsay", "Officials of the two sides said nothing, and no visible progress on the fishing dispute was made in Oslo.\nHowever, it is reported that progress on the fishing dispute was wished for.", "turn: Officials of the two sides, Officials of the / it is reported, However it is"},
		{"but for", "Anna Berg praised the summer fishing quotas.\nBut for the fishing quotas, said Eero Salo, nobody would be here.", ""},
	} {
		a := understood("a.txt", c.body, &know.Base{})
		var all []int
		for i := range a.Doc.Passages {
			all = append(all, i)
		}
		var got []string
		for _, x := range a.contrasts(all, func(string) bool { return false }) {
			var sides []string
			for _, s := range x.Sides {
				words := strings.FieldsFunc(a.Doc.Slice(a.Doc.Passages[s.Passages[0]].Span), func(r rune) bool { return r == ' ' || r == ',' || r == '.' })
				sides = append(sides, s.Speaker+s.Reported+", "+strings.Join(words[:min(3, len(words))], " "))
			}
			got = append(got, x.Rule+": "+strings.Join(sides, " / "))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, s, c.want)
		}
	}
}

// TestOneArticleAtOdds reads one article and compares what it has at odds with itself.
func TestOneArticleAtOdds(t *testing.T) {
	k := &know.Base{People: []know.Person{{ID: "eero-salomaki", Name: "Eero Salomaki", Country: "FI", Forms: []know.Form{{Text: "Eero Salomaki"}, {Text: "Eero Salonaki"}, {Text: "Salomaki"}}}}}
	for _, c := range []struct{ name, body, want string }{
		{"a slip in a name", "Eero Salomaki met Anna Berg in Oslo on Friday.\nLater Eero Salonaki left.", "name-differs: Eero Salomaki / Eero Salonaki"},
		{"a name in another order", "Eero Salomaki met Anna Berg in Oslo on Friday.\nLater Salomaki left.", ""},
		{"one post, two people", "Norway's Foreign Minister Anna Berg met Finland's Defence Minister Mika Aho in Oslo on Friday.\nNorwegian Foreign Minister Kari Lund spoke too.", "post-differs: Anna Berg / Kari Lund"},
		{"a post that changed hands", "Norway's Foreign Minister Anna Berg met Finland's Defence Minister Mika Aho in Oslo on Friday.\nFormer Norwegian Foreign Minister Kari Lund spoke too.", ""},
		{"two countries", "Norway's Foreign Minister Anna Berg met Finland's Foreign Minister Mika Aho in Oslo on Friday.", ""},
		{"another year", "Norway's Foreign Minister Anna Berg met Finland's Defence Minister Mika Aho in Oslo on Friday.\nIn 2011 Norwegian Foreign Minister Kari Lund signed the pact.", ""},
	} {
		a := understood("a.txt", c.body, k)
		var got []string
		for _, d := range append(a.twoNames(0), a.twoTitles(0)...) {
			got = append(got, d.Rule+": "+d.Sides[0].Value+" / "+d.Sides[1].Value)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// TestManyTitles reads an article of nothing but people with titles. What each two of them are compared by is made once: a list of some
// thousand members of a cabinet once took half a minute.
func TestManyTitles(t *testing.T) {
	const n = 400
	var body strings.Builder
	for i := range n {
		fmt.Fprintf(&body, "Norwegian Foreign Minister Anna B%c%cg spoke.\n", 'a'+i%26, 'a'+i/26)
	}
	a := understood("a.txt", body.String(), &know.Base{})
	if len(a.Who.People) < n/2 || len(a.twoTitles(0)) != 1 {
		t.Fatalf("%d people, %d discrepancies", len(a.Who.People), len(a.twoTitles(0)))
	}
	if allocated := testing.AllocsPerRun(1, func() { a.twoNames(0); a.twoTitles(0) }); allocated > 50*n {
		t.Errorf("%.0f allocations for %d people", allocated, n)
	}
}

// TestCountsWithoutWords: an article whose lead only fits a round, without a word of contact, has nothing to quote where rounds are counted.
func TestCountsWithoutWords(t *testing.T) {
	held := func(date string, coverage ...meeting.Coverage) Meeting {
		return Meeting{Meeting: meeting.Meeting{Date: edtf(date), Status: meeting.Held, Coverage: coverage}}
	}
	quiet := understood("quiet.txt", "Oslo asked Helsinki for more cod.", &know.Base{})
	quiet.Threads = []meeting.Thread{{Guess: true}}
	talk := func() *Article {
		a := understood("talk.txt", "Anna Berg met Eero Salo in Oslo.", &know.Base{})
		a.Threads = []meeting.Thread{{Mentions: []meeting.Mention{{Passages: []int{0}}}}}
		return a
	}
	c := &Corpus{Articles: []*Article{talk(), quiet, talk()},
		Meetings: []Meeting{held("2019-02-01", meeting.Coverage{Article: 1}, meeting.Coverage{Article: 2}), held("2019-05-09", meeting.Coverage{Article: 0})}}
	s := &Series{Rounds: []int{0, 1}, Claims: []Claim{{Article: 0, Meeting: 1, Order: meeting.Order{Ordinal: 3}}}}
	c.counts(s)
	if len(s.Discrepancies) != 1 || len(s.Discrepancies[0].Sides) != 2 || s.Discrepancies[0].Sides[1].Article != 2 {
		t.Errorf("%+v", s.Discrepancies)
	}
}

// TestApart compares two accounts of one meeting: the city, and whether it was held.
func TestApart(t *testing.T) {
	const in = "Foreign Minister Anna Berg of Norway met her Finnish counterpart, Eero Salo, in %s on May 9, 2019."
	account := func(city, published string) Source {
		return Source{File: city + published, Text: "Ministers meet\n\n" + fmt.Sprintf(in, city), Published: edtf(published)}
	}
	for _, c := range []struct {
		a, b Source
		want string
	}{
		{account("Osaka", "2019-05-10"), account("Kyoto", "2019-05-10"), "place-differs: Osaka / Kyoto"},
		{account("Osaka", "2019-05-10"), account("Osaka", "2019-05-11"), ""},
	} {
		x, y := Understand(c.a, &know.Base{}), Understand(c.b, &know.Base{})
		m := &meeting.Meeting{Date: x.Threads[0].Date, Coverage: []meeting.Coverage{{Article: 0}, {Article: 1}}}
		corpus := &Corpus{Articles: []*Article{x, y}}
		check := func(want string) {
			t.Helper()
			var got []string
			for _, d := range corpus.apart(m, m.Coverage[0], m.Coverage[1]) {
				got = append(got, d.Rule+": "+d.Sides[0].Value+" / "+d.Sides[1].Value)
			}
			if s := strings.Join(got, "; "); s != want {
				t.Errorf("%q, want %q", s, want)
			}
		}
		check(c.want)
		y.Threads[0].Place, y.Threads[0].Status, y.Threads[0].Mentions[0].Status = "", meeting.Denied, meeting.Denied
		check("status-differs: met / met")
		y.Published = edtf("2019-05-08") // nobody can know yet
		check("")
	}
}
