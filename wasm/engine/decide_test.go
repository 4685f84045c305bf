package engine_test

import (
	"slices"
	"strings"
	"testing"

	"readout/wasm/engine"
	"readout/wasm/know"
)

func pair(kind know.DecisionKind, a, textA, b, textB string) know.Decision {
	return know.Decision{Kind: kind, Quotes: []know.Quote{{Article: a, Text: textA}, {Article: b, Text: textB}}, At: "decisions.yaml:1"}
}

// meetingsOf are the files of each meeting's coverage.
func meetingsOf(c *engine.Corpus) (out []string) {
	for _, m := range c.Meetings {
		var files []string
		for _, cov := range m.Coverage {
			files = append(files, c.Articles[cov.Article].File)
		}
		out = append(out, strings.Join(files, " "))
	}
	return out
}

func unmet(c *engine.Corpus, k *know.Base) string {
	var out []string
	for _, u := range c.Unmet(k) {
		out = append(out, u.Decision.At+": "+u.What+"; "+u.Fix)
	}
	return strings.Join(out, "\n")
}

const (
	heldWords  = "Finnish Foreign Minister Eero Salo met Norwegian\n Foreign Minister Anna Berg" // white space does not matter
	aheadWords = "Norwegian Foreign Minister Anna Berg will meet Finnish Foreign Minister Eero Salo"
	aprilWords = "Anna Berg met Finnish Foreign Minister Eero Salo in Oslo"
)

func TestEditorJoinsAndPartsMeetings(t *testing.T) {
	if got := meetingsOf(assemble(t, &know.Base{}, ahead, held, april)); strings.Join(got, "|") != "april.txt|ahead.txt held.txt" && strings.Join(got, "|") != "ahead.txt held.txt|april.txt" {
		t.Fatalf("undecided: %q", got)
	}
	k := &know.Base{Decisions: []know.Decision{pair(know.DecideOtherMeeting, "held.txt", heldWords, "ahead.txt", aheadWords)}}
	c := assemble(t, k, ahead, held)
	if got := meetingsOf(c); len(got) != 2 || unmet(c, k) != "" {
		t.Errorf("parted: %q, unmet %s", got, unmet(c, k))
	}
	// Two days apart nothing would join them.
	k = &know.Base{Decisions: []know.Decision{pair(know.DecideSameMeeting, "held.txt", heldWords, "april.txt", aprilWords)}}
	c = assemble(t, k, held, april)
	if got := meetingsOf(c); len(got) != 1 || unmet(c, k) != "" {
		t.Errorf("joined: %q, unmet %s", got, unmet(c, k))
	}
	// Two decisions that contradict each other: the parting one holds, the other is told.
	k.Decisions = append(k.Decisions, pair(know.DecideOtherMeeting, "april.txt", aprilWords, "held.txt", heldWords))
	c = assemble(t, k, held, april)
	if got := meetingsOf(c); len(got) != 2 || !strings.Contains(unmet(c, k), "another decision says the contrary") {
		t.Errorf("contradiction: %q, unmet %q", got, unmet(c, k))
	}
}

// Two leads that name no contact are a meeting where an editor says so, and none before.
func TestEditorJoinsLeadsWithoutContact(t *testing.T) {
	salo := item{"salo.txt", "2015-03-05", "Salo asks Oslo for more cod\n\nFinnish Foreign Minister Eero Salo on Thursday asked Norwegian Foreign Minister Anna Berg for a larger share of the cod in the north.\n\nThe share has been in dispute for nine years, and trawlers of both fleets stay in port.\n"}
	berg := item{"berg.txt", "2015-03-05", "Berg rejects cod plea\n\nNorway turned down a plea for more cod, its ministry of fisheries said on Thursday.\n\nNo fleet of the north is to take more than last year until the stock has grown again.\n"}
	for _, c := range []struct {
		decisions []know.Decision
		want      string
	}{{nil, ""}, {[]know.Decision{pair(know.DecideSameMeeting, "salo.txt", "asked Norwegian Foreign Minister Anna Berg", "berg.txt", "turned down a plea for more cod")}, "berg.txt salo.txt"}} {
		k := &know.Base{Decisions: c.decisions}
		corpus := assemble(t, k, berg, salo)
		if got := strings.Join(meetingsOf(corpus), "|"); got != c.want || unmet(corpus, k) != "" {
			t.Errorf("%d decisions: meetings %q, want %q; unmet %s", len(c.decisions), got, c.want, unmet(corpus, k))
		}
	}
}

func onePoint(c *engine.Corpus, a, b string) bool {
	for _, m := range c.Meetings {
		for _, p := range m.Points {
			all := ""
			for _, r := range p.Readings {
				d := c.Articles[m.Coverage[r.Article].Article].Doc
				for _, x := range r.Passages {
					all += d.Slice(d.Passages[x].Span)
				}
			}
			if strings.Contains(all, a) && strings.Contains(all, b) {
				return true
			}
		}
	}
	return false
}

func TestEditorJoinsAndPartsPoints(t *testing.T) {
	const urge, agreed, content = "cut the cod quota by 20 percent", "cut the cod quota by 30 percent", "We are content with the quota"
	if c := assemble(t, &know.Base{}, ahead, held); !onePoint(c, urge, agreed) || onePoint(c, urge, content) {
		t.Fatal("undecided: the test's premise does not hold")
	}
	k := &know.Base{Decisions: []know.Decision{
		pair(know.DecideOtherPoint, "ahead.txt", urge, "held.txt", agreed),
		pair(know.DecideSamePoint, "ahead.txt", urge, "held.txt", content),
	}}
	c := assemble(t, k, ahead, held)
	if onePoint(c, urge, agreed) || !onePoint(c, urge, content) || unmet(c, k) != "" {
		t.Errorf("not followed; unmet %q", unmet(c, k))
	}
}

// Of one article too: whether it tells of one meeting or of two.
func TestEditorDecidesOnMeetingsOfAnArticle(t *testing.T) {
	const lead = "Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Oslo on Thursday."
	for _, c := range []struct {
		name, headline, before, after string // before and after the lead
		kind                          know.DecisionKind
		words                         string
		undecided, decided            int // threads of the article that tell in the lead or in the words
	}{
		{"parted", "Berg and Salo hold talks", "", "Salo met Berg in a hotel at the harbour, two aides said.", know.DecideOtherMeeting, "Salo met Berg in a hotel", 1, 2},
		{"parted, with words that open no meeting", "Berg and Salo hold talks", "", "The talks lasted two hours.", know.DecideOtherMeeting, "The talks lasted", 1, 2},
		{"the headline parted", "Norway and Finland hold talks", "", "", know.DecideOtherMeeting, "Norway and Finland hold talks", 1, 2},
		{"joined", "Berg and Salo hold talks", "", "Salo met Berg in a hotel on May 2, two aides said.", know.DecideSameMeeting, "Salo met Berg in a hotel", 2, 1},
		{"joined with what stands before it", "Cod", "The meeting was long awaited.", "", know.DecideSameMeeting, "The meeting was long awaited.", 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			paragraphs := slices.DeleteFunc([]string{c.headline, c.before, "OSLO - " + lead + " Both brought advisers, boxes of papers and a good deal of patience, an aide said, and neither would say what was in the boxes.", c.after, "The two sides agreed to cut the cod quota by 30 percent.", "\"We are content with the quota,\" Berg told reporters.", "Fishermen in the north say that cod has become rare, that their boats lie in the harbours for most of the year, and that nobody has asked them."}, func(s string) bool { return s == "" })
			it := item{"own.txt", "2019-05-10", strings.Join(paragraphs, "\n\n") + "\n"}
			told := func(k *know.Base) (threads int, places []string) {
				a := understand(t, it, k)
				for _, th := range a.Threads {
					n := len(places)
					for _, m := range th.Mentions {
						if words := a.Doc.Slice(a.Doc.Passages[m.Passages[0]].Span); strings.Contains(words, lead[:20]) || strings.Contains(words, c.words) {
							places = append(places, words)
						}
					}
					if len(places) > n {
						threads++
					}
				}
				return threads, places
			}
			if n, places := told(&know.Base{}); n != c.undecided {
				t.Fatalf("undecided: %d threads, %q: the test's premise does not hold", n, places)
			}
			k := &know.Base{Decisions: []know.Decision{pair(c.kind, "own.txt", c.words, "own.txt", lead)}}
			if n, places := told(k); n != c.decided || len(places) < 2 {
				t.Errorf("decided: %d threads, %q", n, places)
			}
			if said := unmet(assemble(t, k, it), k); said != "" {
				t.Error(said)
			}
		})
	}
}

// And whether it tells a point in one reading or in two.
func TestEditorDecidesOnPointsOfAnArticle(t *testing.T) {
	const quota, content = "agreed to cut the cod quota by 30 percent", "We are content with the quota"
	points := func(ds ...know.Decision) (*engine.Corpus, string) {
		k := &know.Base{Decisions: ds}
		c := assemble(t, k, ahead, held)
		return c, unmet(c, k)
	}
	if c, _ := points(); onePoint(c, quota, content) {
		t.Fatal("undecided: the test's premise does not hold")
	}
	c, said := points(pair(know.DecideSamePoint, "held.txt", quota, "held.txt", content))
	if !onePoint(c, quota, content) || !onePoint(c, quota, "cut the cod quota by 20 percent") || said != "" {
		t.Errorf("joined: not followed, or the point has lost the other article; unmet %q", said)
	}
	// Both are found to tell what the other article tells, and parted.
	c, said = points(pair(know.DecideSamePoint, "ahead.txt", "cut the cod quota by 20 percent", "held.txt", content))
	if !onePoint(c, quota, content) || said != "" {
		t.Fatalf("the two sentences are in no common point: the test's premise does not hold; unmet %q", said)
	}
	c, said = points(pair(know.DecideSamePoint, "ahead.txt", "cut the cod quota by 20 percent", "held.txt", content), pair(know.DecideOtherPoint, "held.txt", quota, "held.txt", content))
	if onePoint(c, quota, content) || said != "" {
		t.Errorf("parted: not followed; unmet %q", said)
	}
}

func TestEditorDropsWhatIsNoArticle(t *testing.T) {
	k := &know.Base{Decisions: []know.Decision{{Kind: know.DecideNotArticle, Quotes: []know.Quote{{Article: "held.txt", Text: "The two sides agreed to cut the cod quota by 30 percent."}}}}}
	a := understand(t, held, k)
	for _, p := range a.Doc.Passages {
		if strings.Contains(a.Doc.Slice(p.Span), "30 percent") {
			t.Errorf("still there: %q", a.Doc.Slice(p.Span))
		}
	}
	if n := len(a.Doc.Passages); n < 3 {
		t.Errorf("only %d passages are left", n)
	}
	if got := unmet(assemble(t, k, ahead, held), k); got != "" {
		t.Error(got)
	}
	// The contrary: words that look like none of the article.
	menu := item{"menu.txt", held.published, "Home > World\n\n" + held.text + "\nMore: the cod wars\n"}
	k2 := &know.Base{Decisions: []know.Decision{{Kind: know.DecideArticle, Quotes: []know.Quote{{Article: "menu.txt", Text: "More: the cod wars"}}}}}
	has := func(k *know.Base) bool {
		a := understand(t, menu, k)
		for _, p := range a.Doc.Passages {
			if a.Doc.Slice(p.Span) == "More: the cod wars" {
				return true
			}
		}
		return false
	}
	if has(&know.Base{}) || !has(k2) {
		t.Errorf("undecided %v, decided %v", has(&know.Base{}), has(k2))
	}
	// Part of a paragraph: the rest stays, in pieces of the source.
	k.Decisions[0].Quotes[0].Text = "two sides agreed to cut"
	a = understand(t, held, k)
	rest := ""
	for _, p := range a.Doc.Passages {
		rest += a.Doc.Slice(p.Span) + "|"
	}
	if !strings.Contains(rest, "|The|") || !strings.Contains(rest, "the cod quota by 30 percent.") {
		t.Error(rest)
	}
}

func TestEditorNamesAPerson(t *testing.T) {
	k := &know.Base{People: []know.Person{
		{ID: "anna-berg", Name: "Anna Berg", Country: "NO", Forms: []know.Form{{Text: "Berg"}}},
		{ID: "bo-berg", Name: "Bo Berg", Country: "SE"},
	}}
	who := func(k *know.Base, it item) (ids []string) {
		for _, p := range understand(t, it, k).Who.People {
			ids = append(ids, p.ID)
		}
		return ids
	}
	bare := item{"bare.txt", "2019-05-10", "Berg holds talks\n\nHELSINKI - Foreign Minister Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday.\n"}
	if got := strings.Join(who(k, bare), " "); !strings.Contains(got, "anna-berg") {
		t.Fatal("undecided:", got)
	}
	k.Decisions = []know.Decision{{Kind: know.DecidePerson, Quotes: []know.Quote{{Article: "bare.txt", Text: "Berg"}}, Person: "bo-berg"}}
	if got := strings.Join(who(k, bare), " "); !strings.Contains(got, "bo-berg") || strings.Contains(got, "anna-berg") {
		t.Error("decided:", got)
	}
	if got := strings.Join(who(k, held), " "); !strings.Contains(got, "anna-berg") {
		t.Error("it reaches another article:", got)
	}
	if got := unmet(assemble(t, k, bare), k); got != "" {
		t.Error(got)
	}
	if len(k.People[0].Forms) != 1 {
		t.Error("the registry itself was changed")
	}
}

// Nothing that was decided is lost in silence.
func TestUnmet(t *testing.T) {
	one := func(kind know.DecisionKind, file, words, person string) know.Decision {
		return know.Decision{Kind: kind, Quotes: []know.Quote{{Article: file, Text: words}}, Person: person}
	}
	for _, c := range []struct {
		name string
		d    know.Decision
		want string
	}{
		{"no article", one(know.DecideNotArticle, "gone.txt", "x", ""), "there is no article gone.txt"},
		{"words gone", one(know.DecideNotArticle, "held.txt", "Subscribe now", ""), "no longer has the words “Subscribe now”"},
		{"no name", one(know.DecidePerson, "held.txt", "quota", "anna-berg"), "no name “quota”"},
		{"words of one gone", pair(know.DecideSameMeeting, "held.txt", heldWords, "ahead.txt", "They met on Mars"), "ahead.txt no longer has the words"},
		{"no meeting there", pair(know.DecideSameMeeting, "held.txt", "We are content with the quota", "ahead.txt", aheadWords), "no meeting is found in “We are content"},
		{"no meeting to join", pair(know.DecideSameMeeting, "held.txt", heldWords, "held.txt", "We are content"), "no meeting is found in “We are content"},
		{"one clause", pair(know.DecideOtherMeeting, "held.txt", "Eero Salo met", "held.txt", "Anna Berg"), "touch one clause"},
		{"no common meeting", pair(know.DecideSamePoint, "held.txt", heldWords, "april.txt", aprilWords), "of no common meeting"},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := &know.Base{Decisions: []know.Decision{c.d}}
			if got := unmet(assemble(t, k, ahead, held, april), k); !strings.Contains(got, c.want) || !strings.Contains(got, "; ") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
