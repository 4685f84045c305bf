// Package formats writes the dataset and its documents in formats other than JSON: CSV (RFC 4180), NDJSON, TEI P5 and JSON-LD 1.1.
package formats

import (
	"encoding/csv"
	"strconv"
	"strings"

	"readout/data/dataset"
)

// CSV (RFC 4180) of the lists and documents: a line of names, then one line an item; what has several values is joined by "; ".
//
// Spreadsheets run a cell that begins with =, +, -, @ or a control character as a formula, and these texts are other people's. Such a
// cell gets an apostrophe before it, which spreadsheets take for "this is text".

// table is a CSV file in the making.
type table struct {
	text strings.Builder
	csv  *csv.Writer
}

func newTable(names ...string) *table {
	t := &table{}
	t.csv = csv.NewWriter(&t.text)
	t.csv.UseCRLF = true
	t.row(names...)
	return t
}

// row adds a line.
func (t *table) row(cells ...string) {
	safe := make([]string, len(cells))
	for i, c := range cells {
		safe[i] = inert(c)
	}
	t.csv.Write(safe) // a strings.Builder takes everything
}

func (t *table) bytes() []byte {
	t.csv.Flush()
	return []byte(t.text.String())
}

// inert makes a text safe in a spreadsheet. encoding/csv ends lines inside a cell with CR LF and reads them as LF, so a lone CR becomes
// LF here.
func inert(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if s != "" && (strings.ContainsRune("=+-@|%", rune(s[0])) || s[0] < ' ') {
		return "'" + s
	}
	return s
}

func joined(list []string) string { return strings.Join(list, "; ") }

func orNothing(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// yes is a cell for something that is or is not.
func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// MeetingsCSV lists the meetings.
func MeetingsCSV(d *dataset.Dataset) []byte {
	t := newTable("id", "title", "type", "level", "date", "place", "countries", "participants", "participants_by_post", "series", "status", "umbrella", "implied", "articles", "points", "bodies")
	for _, m := range d.Meetings {
		t.row(m.ID, m.Title, m.Type, m.Level, m.Date, m.Place, joined(m.Countries), joined(m.Participants), yes(m.ByPost), orNothing(m.Series), m.Status,
			yes(m.Umbrella), yes(m.Implied), joined(m.Articles()), strconv.Itoa(m.Entry().Counts.Points), joined(m.Bodies))
	}
	return t.bytes()
}

// AllSeriesCSV lists the series.
func AllSeriesCSV(d *dataset.Dataset) []byte {
	t := newTable("id", "title", "type", "countries", "rounds")
	for _, s := range d.Series {
		t.row(s.ID, s.Title, s.Type, joined(s.Countries), joined(s.Rounds))
	}
	return t.bytes()
}

// IssuesCSV lists the issues.
func IssuesCSV(d *dataset.Dataset) []byte {
	t := newTable("id", "title", "uses", "absent")
	for _, is := range d.Issues {
		var absent []string
		for _, a := range is.Not {
			absent = append(absent, a.Article)
		}
		t.row(is.ID, is.Title, strconv.Itoa(len(is.Uses)), joined(absent))
	}
	return t.bytes()
}

// ArticlesCSV lists the articles.
func ArticlesCSV(d *dataset.Dataset) []byte {
	t := newTable("id", "file", "outlet", "siglum", "headline", "published", "published_basis", "format", "language", "translated_from", "author", "url", "rights", "words", "main_meeting")
	for _, a := range d.Articles {
		t.row(a.ID, a.File, a.Outlet, a.Siglum, a.Headline, a.Published, a.PublishedBasis, a.Format, a.Language, a.TranslatedFrom, a.Author, a.URL, a.Rights,
			strconv.Itoa(a.Words), orNothing(a.MainMeeting))
	}
	return t.bytes()
}

// PeopleCSV lists the people, a line for each form of a name in an article.
func PeopleCSV(d *dataset.Dataset) []byte {
	t := newTable("id", "name", "native", "country", "roles", "meetings", "article", "form")
	for _, p := range d.People {
		row := []string{p.ID, p.Name, p.Native, p.Country, joined(p.Roles), joined(p.Meetings)}
		if len(p.Forms) == 0 {
			t.row(append(row, "", "")...)
		}
		for _, a := range d.Articles {
			for _, f := range p.Forms[a.ID] {
				t.row(append(row[:6:6], a.ID, f)...)
			}
		}
	}
	return t.bytes()
}

// OutletsCSV lists the outlets.
func OutletsCSV(d *dataset.Dataset) []byte {
	t := newTable("id", "name", "siglum", "country", "url", "articles")
	for _, o := range d.Outlets {
		t.row(o.ID, o.Name, o.Siglum, o.Country, o.URL, joined(o.Articles))
	}
	return t.bytes()
}

// TermsCSV lists the terms, a line for each form in an article.
func TermsCSV(d *dataset.Dataset) []byte {
	t := newTable("id", "concept", "disputed", "article", "form", "count", "passage", "start", "end")
	for _, x := range d.Terms {
		for _, u := range x.Uses {
			t.row(x.ID, x.Concept, yes(x.Disputed), u.Article, u.Form, strconv.Itoa(u.Count), u.Passage, strconv.Itoa(u.Start), strconv.Itoa(u.End))
		}
	}
	return t.bytes()
}

// MeetingCSV is the comparison by point and article: a line for each passage of a reading, and one for each omission.
func MeetingCSV(d *dataset.MeetingDocument) []byte {
	t := newTable("meeting", "point", "label", "confidence", "background", "article", "outlet", "cell", "expects", "evidence", "passage", "start", "end", "text")
	x := newLookup(d.Articles)
	for _, p := range d.Meeting.Points {
		point := []string{d.Meeting.ID, p.ID, p.Label, strconv.FormatFloat(p.Confidence, 'f', -1, 64), yes(p.Background)}
		for _, r := range p.Readings {
			for _, id := range r.Passages {
				s := x.passage(r.Article, id)
				t.row(append(point[:5:5], r.Article, x.outlet(r.Article), "reading", yes(r.Expects), "", id, strconv.Itoa(s.Start), strconv.Itoa(s.End), s.Text)...)
			}
		}
		for _, o := range p.Omissions {
			t.row(append(point[:5:5], o.Article, x.outlet(o.Article), "omission", "", o.Evidence, "", "", "", "")...)
		}
	}
	return t.bytes()
}

// SeriesCSV is the rounds of the series, a line for each article on each.
func SeriesCSV(d *dataset.SeriesDocument) []byte {
	t := newTable("series", "round", "meeting", "title", "date", "place", "status", "article", "outlet", "article_status", "article_date", "article_place", "passages")
	x := newLookup(d.Articles)
	for i, m := range d.Rounds {
		for _, c := range m.Coverage {
			t.row(d.Series.ID, strconv.Itoa(i+1), m.ID, m.Title, m.Date, m.Place, m.Status, c.Article, x.outlet(c.Article), c.Status, c.Date, c.Place, joined(c.Passages))
		}
	}
	return t.bytes()
}

// IssueCSV is the uses of the issue.
func IssueCSV(d *dataset.IssueDocument) []byte {
	t := newTable("issue", "article", "outlet", "passage", "meeting", "voice", "start", "end", "text")
	x := newLookup(d.Articles)
	for _, u := range d.Issue.Uses {
		s := x.passage(u.Article, u.Passage)
		t.row(d.Issue.ID, u.Article, x.outlet(u.Article), u.Passage, u.Meeting, u.Voice, strconv.Itoa(s.Start), strconv.Itoa(s.End), s.Text)
	}
	return t.bytes()
}

// ArticleCSV is the passages of the article.
func ArticleCSV(a *dataset.Article) []byte {
	t := newTable("article", "passage", "sentence", "paragraph", "kind", "start", "end", "text")
	for _, p := range a.Passages {
		t.row(a.ID, p.ID, strconv.Itoa(p.Sentence), strconv.Itoa(p.Paragraph), p.Kind, strconv.Itoa(p.Start), strconv.Itoa(p.End), p.Text)
	}
	return t.bytes()
}
