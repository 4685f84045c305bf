package align_test

import (
	"strings"
	"testing"

	"readout/wasm/align"
)

// TestLabelsAreShort holds the labels of points that several articles tell to one clause, all of it words of a reading.
func TestLabelsAreShort(t *testing.T) {
	dev, invented := meetings(t)
	n := 0
	for _, m := range append(dev, invented...) {
		for _, r := range align.Rows(m.In) {
			if len(r.Readings) < 2 {
				continue
			}
			n++
			label := m.In.Articles[r.LabelArticle].Doc.Slice(r.Label)
			words := strings.FieldsFunc(label, func(c rune) bool { return c == ' ' || c == '-' || c == '\'' || c == '’' || c == '.' || c == ':' })
			if len(words) < 3 || len(words) > 28 { // the engine's words are longer than these: "2:10", "U.S."
				t.Errorf("%s: %d words: %s", m.Name, len(words), label)
			}
			if !strings.Contains(told(m.In, r), label) && !strings.Contains(joined(m.In, r), label) {
				t.Errorf("%s: not the words of a reading: %q in\n%s", m.Name, label, told(m.In, r))
			}
		}
	}
	if n == 0 {
		t.Error("no points that several articles tell")
	}
}

// joined is the readings' text without the marks between passages.
func joined(in align.Input, r align.Row) string { return strings.ReplaceAll(told(in, r), "| ", "") }

func TestLabelIsTheSharedCore(t *testing.T) {
	in := articles(
		"After a long evening with little food, Berg demanded that the fishing quota be cut by 20 percent, which surprised even her own delegation and several reporters.",
		"A cut of the fishing quota by 20 percent is what Anna Berg demanded. It rained.",
		"Berg demanded that the fishing quota be cut by 20 percent. Nobody answered.")
	for _, r := range align.Rows(in) {
		if len(r.Readings) == 3 {
			label := in.Articles[r.LabelArticle].Doc.Slice(r.Label)
			if !strings.Contains(label, "fishing quota") || !strings.Contains(label, "demanded") || strings.Contains(label, "evening") {
				t.Errorf("the label is not what all three say: %q", label)
			}
			return
		}
	}
	t.Error("no point told by all three")
}

// labelOf is the label of the point that two accounts with one sentence in common share.
func labelOf(t *testing.T, sentence string) string {
	t.Helper()
	in := articles(sentence+" It rained.", sentence+" Nobody came.")
	for _, r := range align.Rows(in) {
		if len(r.Readings) == 2 {
			return in.Articles[r.LabelArticle].Doc.Slice(r.Label)
		}
	}
	t.Errorf("no point: %q", sentence)
	return ""
}

// TestLabelEnds holds that a label is a clause with its verb, and does not stop where its words ask for more.
func TestLabelEnds(t *testing.T) {
	for _, c := range []struct{ sentence, label string }{
		{"Union leader Marieke Vos will keep the dock gates closed as long as the employers refuse her demand.",
			"Union leader Marieke Vos will keep the dock gates closed as long as the employers refuse her demand"},
		{"The union leader Marieke Vos on Friday with great anger asked about the new port contracts.",
			"The union leader Marieke Vos on Friday with great anger asked about the new port contracts"},
		{"Norland had put into effect a day earlier its decision to take Suddia off a list of favoured partners in trade and shipping.",
			"Norland had put into effect a day earlier its decision to take Suddia off a list of favoured partners"},
		{"Marieke Vos took the view that the port of Westhaven must first of all pay the night shifts of last year.",
			"Marieke Vos took the view that the port of Westhaven must first of all pay the night shifts of last year"},
		{"After about three hours together, Marieke Vos and Piet Bakker left the harbour office without a word.",
			"After about three hours together, Marieke Vos and Piet Bakker left the harbour office"},
		{"Harbour Lines, represented by the lawyer Piet Bakker, offered the dockers a bonus of 400 crowns a year.",
			"Harbour Lines, represented by the lawyer Piet Bakker, offered the dockers a bonus of 400 crowns a year"},
		{"WESTHAVEN, May 12 (Wire) -- Dockers and harbour companies resumed their negotiations over the night shifts.",
			"Dockers and harbour companies resumed their negotiations over the night shifts"},
		{"On the issue of former requisitioned vessels, Piet Bakker spoke of the need to find a way out together.",
			"On the issue of former requisitioned vessels, Piet Bakker spoke of the need to find a way out together"},
		{"On Monday the dockers called on Minister Hayward, Secretary Kimble and Mayor Hagen at the harbour office.",
			"On Monday the dockers called on Minister Hayward, Secretary Kimble and Mayor Hagen"},
		{"The harbour board of the old town of Westhaven said that the new quay fee would raise about 40 million crowns each year toward cranes.",
			"The harbour board of the old town of Westhaven said that the new quay fee would raise about 40 million crowns each year"},
		{"The vote, ending a noisy session called by Piet Bakker, came a week after the quay fee was agreed.",
			"The vote, ending a noisy session called by Piet Bakker, came a week after"},
		{"Both the dockers and their friends packed the hall, waving signs with the slogans “Pay the Nights” and “Close the Gates.”",
			"Both the dockers and their friends packed the hall"},
		{"Harbour Lines (LIST:HARB) agreed to buy a cleaner from Norland Steel (LIST:NOST) on Friday evening.",
			"Harbour Lines (LIST:HARB) agreed to buy a cleaner"},
		{"New Westhaven [Norland], January 8 (WNI): The eighth round of talks between dockers and harbour companies remained inconclusive.",
			"The eighth round of talks between dockers and harbour companies remained inconclusive"},
		{"Dockers will stay away from the harbour gates on 13, 14, 16, 17 December as well as 3, 4, 6, 7 January, their union said.",
			"Dockers will stay away from the harbour gates on 13, 14, 16, 17 December"},
		{"The long and noisy evening talks in the harbour office, with many of the dockers waiting at the gates, between Mayor Hagen, Minister Hayward and Secretary Kimble took place without the press.",
			"The long and noisy evening talks"},
	} {
		if label := labelOf(t, c.sentence); !strings.HasPrefix(label, c.label) || strings.Count(label, "(") != strings.Count(label, ")") {
			t.Errorf("of %q\n got %q\nwant %q", c.sentence, label, c.label)
		}
	}
}

// TestLabelKeepsWhatItSays holds that a label is never the part of a sentence that the sentence denies, and has both marks of a quotation or none.
func TestLabelKeepsWhatItSays(t *testing.T) {
	if label := labelOf(t, "Marieke Vos denied on Friday evening that the union of dockers had accepted the offer of the harbour companies."); !strings.Contains(label, "denied") {
		t.Errorf("what is denied is made a claim: %q", label)
	}
	for _, sentence := range []string{
		`The rector, Samuel Oyelaran, asked villagers to "listen as we would wish to be heard".`,
		`"We hear you and your nurses," Board Chair Walter Sung said.`,
		"“We hear you and your nurses,” Board Chair Walter Sung said.",
		"The dockers’ leader Marieke Vos declared that the talks in the harbour office had been ‘a step forward’.",
	} {
		label := labelOf(t, sentence)
		if n := strings.Count(label, `"`); n%2 != 0 || strings.Count(label, "“") != strings.Count(label, "”") || strings.Count(label, "‘") != strings.Count(strings.Replace(label, "dockers’", "", 1), "’") {
			t.Errorf("half of a quotation: %q", label)
		}
	}
}

// TestLabelTellsOfOthers: what somebody says of himself is no label where another account reports it.
func TestLabelTellsOfOthers(t *testing.T) {
	said := "“I hope that we will keep our harbour gates closed until the employers pay the night shifts.”"
	asked := "“Madam, you will keep your harbour gates closed until the employers pay the night shifts,” she told her."
	reported := "According to Marieke Vos, the dockers will keep the harbour gates “closed for good until the employers of Westhaven pay the night shifts.”"
	for _, in := range []align.Input{articles(said+" It rained.", reported+" Nobody came."), articles(reported+" It rained.", asked+" Nobody came.")} {
		for _, r := range align.Rows(in) {
			label := in.Articles[r.LabelArticle].Doc.Slice(r.Label)
			if len(r.Readings) == 2 && !strings.Contains(label, "the dockers will keep") {
				t.Errorf("nobody can tell who says it: %q", label)
			}
		}
	}
}

// TestLabelsDiffer holds that two points are not named by the same words where others could name one of them.
func TestLabelsDiffer(t *testing.T) {
	dev, invented := meetings(t)
	again, rows := 0, 0
	for _, m := range append(dev, invented...) {
		seen := map[string]bool{}
		for _, r := range align.Rows(m.In) {
			if len(r.Readings) < 2 {
				continue
			}
			rows++
			label := m.In.Articles[r.LabelArticle].Doc.Slice(r.Label)
			if seen[label] {
				again++
			}
			seen[label] = true
		}
	}
	if 8*again > rows { // four sentences can make six pairs
		t.Errorf("%d of %d labels stand above another point already", again, rows)
	}
}

// TestLabelOfMarks: a mark that stands on no letter is a word without any letter of its own.
func TestLabelOfMarks(t *testing.T) {
	in := articles(
		"OSLO \u030e – Berg demanded that the fishing quota be cut by 20 percent.",
		"BERGEN \u030e – Berg demanded that the fishing quota be cut by 20 percent.",
	)
	if rows := align.Rows(in); len(rows) == 0 {
		t.Error("no rows")
	}
}
