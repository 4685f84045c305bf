package formats

import (
	"slices"

	"readout/data/dataset"
)

// Lines is NDJSON: each of the values as JSON on a line of its own.
func Lines[T any](values []T) ([]byte, error) {
	var out []byte
	for i := range values {
		b, err := dataset.Encode(&values[i])
		if err != nil {
			return nil, err
		}
		out = append(out, b...)
	}
	return out, nil
}

// line is one line of dataset.ndjson: one member of the dataset's lists.
type line struct {
	Kind  string `json:"kind"` // article, meeting, series, issue, person, outlet, term
	Value any    `json:"value"`
}

// NDJSON is the whole dataset, one item on each line. The first line has the schema and the engine.
func NDJSON(d *dataset.Dataset) ([]byte, error) {
	lines := []line{{"dataset", struct {
		Schema int    `json:"schema"`
		Engine string `json:"engine"`
	}{d.Schema, d.Engine}}}
	lines = slices.Concat(lines, linesOf("article", d.Articles), linesOf("meeting", d.Meetings), linesOf("series", d.Series),
		linesOf("issue", d.Issues), linesOf("person", d.People), linesOf("outlet", d.Outlets), linesOf("term", d.Terms))
	return Lines(lines)
}

func linesOf[T any](kind string, list []T) []line {
	var out []line
	for i := range list {
		out = append(out, line{kind, &list[i]})
	}
	return out
}

// PointLine is a point with the texts of its readings: one line of meetings/ID.ndjson.
type PointLine struct {
	Meeting  string        `json:"meeting"`
	Point    dataset.Point `json:"point"`
	Passages []PassageLine `json:"passages"`
}

// PassageLine is a passage with its article and outlet.
type PassageLine struct {
	Article string `json:"article"`
	Outlet  string `json:"outlet"`
	dataset.Passage
}

// MeetingNDJSON is the points of the meeting, each with its texts.
func MeetingNDJSON(d *dataset.MeetingDocument) ([]byte, error) {
	x := newLookup(d.Articles)
	var lines []PointLine
	for _, p := range d.Meeting.Points {
		l := PointLine{Meeting: d.Meeting.ID, Point: p, Passages: []PassageLine{}}
		for _, r := range p.Readings {
			for _, id := range r.Passages {
				l.Passages = append(l.Passages, PassageLine{r.Article, x.outlet(r.Article), x.passage(r.Article, id)})
			}
		}
		lines = append(lines, l)
	}
	return Lines(lines)
}

// SeriesNDJSON is the rounds of the series.
func SeriesNDJSON(d *dataset.SeriesDocument) ([]byte, error) { return Lines(d.Rounds) }

// UseLine is a use of an issue with its text.
type UseLine struct {
	Issue string `json:"issue"`
	dataset.Use
	Text   string `json:"text,omitempty"`
	Outlet string `json:"outlet"`
}

// IssueNDJSON is the uses of the issue, each with its text.
func IssueNDJSON(d *dataset.IssueDocument) ([]byte, error) {
	x := newLookup(d.Articles)
	var lines []UseLine
	for _, u := range d.Issue.Uses {
		lines = append(lines, UseLine{d.Issue.ID, u, x.passage(u.Article, u.Passage).Text, x.outlet(u.Article)})
	}
	return Lines(lines)
}

// ArticleNDJSON is the passages of the article.
func ArticleNDJSON(a *dataset.Article) ([]byte, error) {
	x := newLookup([]dataset.Article{*a})
	var lines []PassageLine
	for _, p := range a.Passages {
		lines = append(lines, PassageLine{a.ID, x.outlet(a.ID), p})
	}
	return Lines(lines)
}
