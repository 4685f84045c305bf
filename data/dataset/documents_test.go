package dataset_test

import (
	"slices"
	"testing"

	"readout/data/dataset"
)

// A meeting's document has each passage that anything in it names, also one that nothing else names, and no others.
func TestMeetingDocHasWhatItCites(t *testing.T) {
	side := func(passage string) []dataset.Side {
		return []dataset.Side{{Article: "a", Passage: passage}, {Article: "a", Passage: "s1"}}
	}
	m := dataset.Meeting{
		ID:            "m",
		Coverage:      []dataset.Coverage{{Article: "a", Passages: []string{"s1"}}},
		Points:        []dataset.Point{{ID: "p1", Readings: []dataset.Reading{{Article: "a", Passages: []string{"s2"}}}}},
		Voices:        []dataset.Voice{{Article: "a", Passages: []string{"s3"}}},
		Discrepancies: []dataset.Discrepancy{{Sides: side("s4")}},
		Contrasts:     []dataset.Discrepancy{{Sides: side("s5")}},
		OrderClaims:   []dataset.OrderClaim{{Article: "a", Passage: "s6"}},
	}
	d := &dataset.Dataset{Outlets: []dataset.Outlet{{ID: "o", Articles: []string{"a", "b"}}}, Meetings: []dataset.Meeting{m}, Articles: []dataset.Article{{ID: "a", Outlet: "o"}, {ID: "b", Outlet: "o"}}}
	for _, id := range []string{"s1", "s2", "s3", "s4", "s5", "s6", "s7"} {
		d.Articles[0].Passages = append(d.Articles[0].Passages, dataset.Passage{ID: id, Kind: "body", Paragraph: 2})
	}
	d.Articles[0].Passages = append(d.Articles[0].Passages, dataset.Passage{ID: "lead", Kind: "body", Paragraph: 1})
	doc := d.MeetingDoc(&d.Meetings[0])
	var got []string
	for _, p := range doc.Articles[0].Passages {
		got = append(got, p.ID)
	}
	if len(doc.Articles) != 1 || !slices.Equal(got, []string{"s1", "s2", "s3", "s4", "s5", "s6"}) {
		t.Errorf("%d articles, passages %q", len(doc.Articles), got)
	}
	// Where several tell of a meeting, their first words are put side by side.
	d.Meetings[0].Coverage = append(d.Meetings[0].Coverage, dataset.Coverage{Article: "b"})
	if ps := d.MeetingDoc(&d.Meetings[0]).Articles[0].Passages; ps[len(ps)-1].ID != "lead" {
		t.Errorf("the first sentence of an article is left out: %+v", ps)
	}
	if o := doc.Outlets; len(o) != 1 || !slices.Equal(o[0].Articles, []string{"a"}) {
		t.Errorf("outlets %+v", o)
	}
}

// An entry counts the parts that it lacks, and an entry of an entry is the same.
func TestEntry(t *testing.T) {
	r := dataset.Reading{Article: "a"}
	m := dataset.Meeting{ID: "m", Status: "held", Points: []dataset.Point{{Readings: []dataset.Reading{r, r}}, {Readings: []dataset.Reading{r}}, {Readings: []dataset.Reading{r, r, r}}},
		Discrepancies: []dataset.Discrepancy{{ID: "d1"}}, Contrasts: []dataset.Discrepancy{{ID: "c1"}}}
	for _, e := range []dataset.Meeting{m.Entry(), m.Entry().Entry()} {
		if e.ID != "m" || e.Status != "held" || e.Points != nil || e.Discrepancies != nil || e.Contrasts != nil || *e.Counts != (dataset.Counts{Points: 3, Shared: 2, Discrepancies: 1}) {
			t.Errorf("%+v, counts %+v", e, e.Counts)
		}
	}
	if m.Counts != nil || len(m.Points) != 3 {
		t.Error("the meeting itself was changed")
	}
}
