package dataset_test

import (
	"strings"
	"testing"

	"readout/data/dataset"
	"readout/data/dataset/sample"
)

func TestValidateTakesWhatTheEngineMakes(t *testing.T) {
	for _, rights := range []string{"full", "passages", "quotes", "headline"} {
		list := sample.Pair(rights)
		if err := dataset.Validate(sample.Build(t, sample.Field(), list), sample.Sources(list)); err != nil {
			t.Errorf("%s: %v", rights, err)
		}
	}
}

// TestValidateFindsDamage does one thing wrong at a time.
func TestValidateFindsDamage(t *testing.T) {
	const id = "2019-05-09-anna-berg-eero-salo-helsinki"
	nowhere := "nowhere"
	for _, c := range []struct {
		name, want string
		damage     func(*dataset.Dataset)
	}{
		{"two articles of one id", "article a: the id stands twice", func(d *dataset.Dataset) { d.Articles = append(d.Articles, d.Articles[0]) }},
		{"two meetings of one id", "meeting " + id + ": the id stands twice", func(d *dataset.Dataset) { d.Meetings = append(d.Meetings, d.Meetings[0]) }},
		{"two series of one id", "series nordic-ministers: the id stands twice", func(d *dataset.Dataset) { d.Series = append(d.Series, d.Series[0]) }},
		{"two people of one id", "person anna-berg: the id stands twice", func(d *dataset.Dataset) { d.People = append(d.People, d.People[0]) }},
		{"two outlets of one id", "outlet paper-a: the id stands twice", func(d *dataset.Dataset) { d.Outlets = append(d.Outlets, d.Outlets[0]) }},
		{"two passages of one id", "passage a s1: the id stands twice", func(d *dataset.Dataset) { d.Articles[0].Passages[1].ID = "s1" }},

		{"an article without its outlet", `article a: outlet "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Articles[0].Outlet = nowhere }},
		{"a publication date", `article a: published "10 May 2019"`, func(d *dataset.Dataset) { d.Articles[0].Published = "10 May 2019" }},
		{"a main meeting", `article a: main_meeting "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Articles[0].MainMeeting = &nowhere }},

		{"a passage that is longer than the file", "outside the file of", func(d *dataset.Dataset) { last(d.Articles[0].Passages).End = 10000 }},
		{"a passage before the file", "passage a s1: [-1, 26) is empty, out of order or outside", func(d *dataset.Dataset) { d.Articles[0].Passages[0].Start = -1 }},
		{"an empty passage", "passage a s1: [0, 0) is empty", func(d *dataset.Dataset) { d.Articles[0].Passages[0].End = 0 }},
		{"passages out of order", "passage a s1: [0, 26) is empty, out of order", func(d *dataset.Dataset) {
			p := d.Articles[0].Passages
			p[0], p[1] = p[1], p[0]
		}},
		{"passages that overlap", "passage a s2: [25, 180) is empty, out of order", func(d *dataset.Dataset) { d.Articles[0].Passages[1].Start = 25 }},
		{"a text that is not the file's", "passage a s2: text is not the slice [28, 180) of a.txt", func(d *dataset.Dataset) { d.Articles[0].Passages[1].Text = "Ministers met." }},
		{"offsets that are one off", "passage a s2: text is not the slice [29, 180) of a.txt", func(d *dataset.Dataset) { d.Articles[0].Passages[1].Start++ }},
		{"a text of another file", "outside the file of 0 code points", func(d *dataset.Dataset) { d.Articles[0].File = "z.txt" }},

		{"a form in no article", `person anna-berg: article "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.People[0].Forms[nowhere] = []string{"Berg"} }},
		{"a person's meeting", `person anna-berg: meeting "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.People[0].Meetings[0] = nowhere }},

		{"a meeting's date", "meeting " + id + `: date "May 9"`, func(d *dataset.Dataset) { d.Meetings[0].Date = "May 9" }},
		{"a participant", `participant "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Meetings[0].Participants[0] = nowhere }},
		{"a meeting's series", `series "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Meetings[0].Series = &nowhere }},
		{"a coverage's article", "meeting " + id + `: article "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Meetings[0].Coverage[0].Article = nowhere }},
		{"a coverage's passage", "meeting " + id + `: article "a" has no passage "s99"`, func(d *dataset.Dataset) { d.Meetings[0].Coverage[0].Passages[0] = "s99" }},
		{"a coverage's status", "meeting " + id + ": the status in a is missing", func(d *dataset.Dataset) { d.Meetings[0].Coverage[0].Status = "" }},
		{"a meeting's status", "meeting " + id + ": type or status is missing", func(d *dataset.Dataset) { d.Meetings[0].Status = "" }},
		{"a coverage's date", `date in a "soon"`, func(d *dataset.Dataset) { d.Meetings[0].Coverage[0].Date = "soon" }},
		{"a cell too many", "point p1: 2 readings and 1 omissions for 2 articles", func(d *dataset.Dataset) {
			d.Meetings[0].Points[0].Omissions = []dataset.Omission{{Article: "a", Evidence: "not-mentioned"}}
		}},
		{"a cell too few", "point p1: 1 readings and 0 omissions for 2 articles", func(d *dataset.Dataset) { d.Meetings[0].Points[0].Readings = d.Meetings[0].Points[0].Readings[:1] }},
		{"a confidence", "point p1: confidence 1.5 is not from 0 to 1", func(d *dataset.Dataset) { d.Meetings[0].Points[0].Confidence = 1.5 }},
		{"a reading's passage", `point p1: article "b" has no passage "s99"`, func(d *dataset.Dataset) { d.Meetings[0].Points[0].Readings[1].Passages[0] = "s99" }},
		{"an edit after the article", "lies outside article a", func(d *dataset.Dataset) { edit(d).Base[1] = 10000 }},
		{"an edit that ends before it begins", "lies outside article a", func(d *dataset.Dataset) { e := edit(d); e.Base[0], e.Base[1] = e.Base[1], e.Base[0] }},
		{"a diff's article", `point p1: diff: article "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Meetings[0].Points[0].Diffs[0].Other = nowhere }},
		{"a voice's passage", `voice Anna Berg: article "a" has no passage "s99"`, func(d *dataset.Dataset) { d.Meetings[0].Voices[0].Passages[0] = "s99" }},
		{"a voice's person", `voice "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Meetings[0].Voices[0].Person = nowhere }},
		{"a term's passage", "meeting " + id + `: term the-sea: article "a" has no passage "s99"`, func(d *dataset.Dataset) { d.Meetings[0].Terms[0].Uses[0].Passage = "s99" }},
		{"a term's article", `terms: term the-sea: article "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Terms[0].Forms[nowhere] = []string{"sea"} }},
		{"a discrepancy of one side", "discrepancy x has one side only", func(d *dataset.Dataset) {
			d.Meetings[0].Discrepancies = []dataset.Discrepancy{{ID: "x", Sides: []dataset.Side{{Article: "a", Passage: "s1"}}}}
		}},
		{"a discrepancy's passage", `article "b" has no passage "s99"`, func(d *dataset.Dataset) {
			d.Meetings[0].Discrepancies = []dataset.Discrepancy{{ID: "x", Sides: []dataset.Side{{Article: "a", Passage: "s1"}, {Article: "b", Passage: "s99"}}}}
		}},
		{"a discrepancy's point", `discrepancy x: point "p99" is not in the meeting`, func(d *dataset.Dataset) {
			d.Meetings[0].Discrepancies = []dataset.Discrepancy{{ID: "x", Point: "p99", Sides: []dataset.Side{{Article: "a", Passage: "s1"}, {Article: "b", Passage: "s1"}}}}
		}},

		{"a round", `series nordic-ministers: round "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Series[0].Rounds[0] = nowhere }},
		{"a claim's passage", `order claim: article "a" has no passage "s99"`, func(d *dataset.Dataset) { d.Series[0].OrderClaims[0].Passage = "s99" }},
		{"a claim's meeting", `order claim: meeting "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Series[0].OrderClaims[0].Meeting = nowhere }},
		{"a claim's date", `order claim: since "then"`, func(d *dataset.Dataset) { d.Series[0].OrderClaims[0].Since = "then" }},
		{"a claim's words", "order claim: words are not the slice [145, 179) of a.txt", func(d *dataset.Dataset) { d.Series[0].OrderClaims[0].Start++ }},
		{"a claim that ends before it begins", "order claim: words are not the slice [179, 144) of a.txt", func(d *dataset.Dataset) {
			c := &d.Series[0].OrderClaims[0]
			c.Start, c.End = c.End, c.Start
		}},
		{"a claim after the file", "order claim: words are not the slice [144, 10000) of a.txt", func(d *dataset.Dataset) { d.Series[0].OrderClaims[0].End = 10000 }},
		{"a claim of a meeting", "order claim: words are not the slice [145, 179) of a.txt", func(d *dataset.Dataset) { d.Meetings[0].OrderClaims[0].Start++ }},
		{"a series' discrepancy of one side", "series nordic-ministers: discrepancy x has one side only", func(d *dataset.Dataset) { d.Series[0].Discrepancies = []dataset.Discrepancy{{ID: "x"}} }},

		{"an issue's passage", `issue cod: article "a" has no passage "s99"`, func(d *dataset.Dataset) { d.Issues[0].Uses[0].Passage = "s99" }},
		{"an issue's meeting", `issue cod: meeting "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Issues[0].Uses[0].Meeting = nowhere }},
		{"an issue's absent article", `issue cod: article "nowhere" is not in the dataset`, func(d *dataset.Dataset) { d.Issues[0].Not[0].Article = nowhere }},
	} {
		t.Run(c.name, func(t *testing.T) {
			list := sample.Pair("full")
			d := sample.Build(t, sample.Field(), list)
			c.damage(d)
			err := dataset.Validate(d, sample.Sources(list))
			if err == nil {
				t.Fatalf("nothing is found; want %q", c.want)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("found\n%v\nwant %q", err, c.want)
			}
		})
	}
}

// All that is wrong is named at once.
func TestValidateFindsAllDamage(t *testing.T) {
	list := sample.Pair("full")
	d := sample.Build(t, sample.Field(), list)
	d.Articles[0].Published = "10 May"
	d.Meetings[0].Date = "9 May"
	d.Issues[0].Uses[0].Passage = "s99"
	err := dataset.Validate(d, sample.Sources(list))
	if err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("found %v, want three problems, one a line", err)
	}
}

func last[T any](l []T) *T { return &l[len(l)-1] }

// edit is the first edit of the sample that has a range in its base.
func edit(d *dataset.Dataset) *dataset.Edit {
	edits := d.Meetings[0].Points[0].Diffs[0].Edits
	for i := range edits {
		if edits[i].Base != nil {
			return &edits[i]
		}
	}
	panic("the sample has no deletion")
}
