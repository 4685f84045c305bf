package formats

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"readout/data/dataset"
	"readout/wasm/when"
)

// JSON-LD 1.1 in the words of schema.org, for search engines and whoever keeps a graph: a meeting is an Event, a series an EventSeries,
// an article a NewsArticle. Addresses are below site ("https://example.org", "" for addresses relative to the document's). What
// schema.org has no word for is left out: that accounts differ, that a meeting was denied or only proposed (such an Event has no
// eventStatus, and its status stands in keywords). "<" and "&" are escaped, so that the text can stand in a script element too.

// ldGraph is one document.
type ldGraph struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

type ldRef struct {
	ID string `json:"@id"`
}

type ldEvent struct {
	Type       string   `json:"@type"` // Event, EventSeries
	ID         string   `json:"@id"`
	URL        string   `json:"url"`
	Name       string   `json:"name"`
	StartDate  string   `json:"startDate,omitempty"` // ISO 8601, as precise as it is known
	EndDate    string   `json:"endDate,omitempty"`
	Status     string   `json:"eventStatus,omitempty"`
	Keywords   string   `json:"keywords,omitempty"`
	Location   *ldThing `json:"location,omitempty"`
	Attendees  []any    `json:"attendee,omitempty"` // ldPerson; ldThing for an Organization
	SuperEvent *ldRef   `json:"superEvent,omitempty"`
	SubEvents  []ldRef  `json:"subEvent,omitempty"`
	SubjectOf  []ldRef  `json:"subjectOf,omitempty"`
}

type ldThing struct {
	Type string `json:"@type"`
	ID   string `json:"@id,omitempty"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

type ldPerson struct {
	Type        string   `json:"@type"`
	ID          string   `json:"@id"`
	Name        string   `json:"name"`
	Alternate   []string `json:"alternateName,omitempty"`
	Nationality *ldThing `json:"nationality,omitempty"`
}

type ldArticle struct {
	Type       string    `json:"@type"`
	ID         string    `json:"@id"`
	URL        string    `json:"url,omitempty"` // where it was published
	Headline   string    `json:"headline,omitempty"`
	Published  string    `json:"datePublished,omitempty"`
	Language   string    `json:"inLanguage,omitempty"`
	Words      int       `json:"wordCount,omitempty"`
	Author     *ldThing  `json:"author,omitempty"`
	Publisher  *ldThing  `json:"publisher,omitempty"`
	About      []ldRef   `json:"about,omitempty"`
	Translated *ldSource `json:"translationOfWork,omitempty"`
}

// ldSource is the work that an article translates, of which only the language is known.
type ldSource struct {
	Type     string `json:"@type"`
	Language string `json:"inLanguage"`
}

// MeetingJSONLD is the meeting as an Event, with the articles about it.
func MeetingJSONLD(d *dataset.MeetingDocument, site string) ([]byte, error) {
	m := &d.Meeting
	e := ldEventOf(m, site)
	for _, id := range m.Participants {
		i := slices.IndexFunc(d.People, func(p dataset.Person) bool { return p.ID == id })
		if i < 0 {
			continue
		}
		p := d.People[i]
		x := ldPerson{Type: "Person", ID: site + "/v1/people/" + p.ID + ".json", Name: p.Name}
		if p.Native != "" {
			x.Alternate = append(x.Alternate, p.Native)
		}
		if p.Country != "" {
			x.Nationality = &ldThing{Type: "Country", Name: p.Country}
		}
		e.Attendees = append(e.Attendees, x)
	}
	g := ldGraph{Context: "https://schema.org", Graph: []any{&e}}
	for i := range d.Articles {
		a := ldArticleOf(&d.Articles[i], d.Outlets, site)
		a.About = []ldRef{{e.ID}}
		e.SubjectOf = append(e.SubjectOf, ldRef{a.ID})
		g.Graph = append(g.Graph, a)
	}
	return ldEncode(g)
}

// SeriesJSONLD is the series as an EventSeries, its rounds as Events.
func SeriesJSONLD(d *dataset.SeriesDocument, site string) ([]byte, error) {
	s := ldEvent{Type: "EventSeries", ID: site + "/series/" + d.Series.ID, URL: site + "/series/" + d.Series.ID, Name: d.Series.Title}
	g := ldGraph{Context: "https://schema.org", Graph: []any{&s}}
	for i := range d.Rounds {
		e := ldEventOf(&d.Rounds[i], site)
		e.SuperEvent = &ldRef{s.ID}
		s.SubEvents = append(s.SubEvents, ldRef{e.ID})
		g.Graph = append(g.Graph, e)
	}
	return ldEncode(g)
}

// ArticleJSONLD is the article with this id as a NewsArticle. Its subject is its main meeting, if it has one.
func ArticleJSONLD(d *dataset.Dataset, id, site string) ([]byte, error) {
	i := slices.IndexFunc(d.Articles, func(a dataset.Article) bool { return a.ID == id })
	a := ldArticleOf(&d.Articles[i], d.Outlets, site)
	if m := d.Articles[i].MainMeeting; m != nil {
		a.About = []ldRef{{site + "/meetings/" + *m}}
	}
	return ldEncode(ldGraph{Context: "https://schema.org", Graph: []any{a}})
}

// MeetingsJSONLD is all meetings as Events.
func MeetingsJSONLD(d *dataset.Dataset, site string) ([]byte, error) {
	g := ldGraph{Context: "https://schema.org", Graph: []any{}}
	for i := range d.Meetings {
		g.Graph = append(g.Graph, ldEventOf(&d.Meetings[i], site))
	}
	return ldEncode(g)
}

func ldEventOf(m *dataset.Meeting, site string) ldEvent {
	e := ldEvent{Type: "Event", ID: site + "/meetings/" + m.ID, URL: site + "/meetings/" + m.ID, Name: m.Title, Keywords: m.Status}
	e.StartDate, e.EndDate = isoDates(m.Date)
	if m.Status == "held" || m.Status == "scheduled" {
		e.Status = "https://schema.org/EventScheduled"
	}
	if m.Place != "" {
		e.Location = &ldThing{Type: "Place", Name: m.Place}
	}
	for _, b := range m.Bodies {
		e.Attendees = append(e.Attendees, ldThing{Type: "Organization", Name: b})
	}
	if m.Series != nil {
		e.SuperEvent = &ldRef{site + "/series/" + *m.Series}
	}
	return e
}

func ldArticleOf(a *dataset.Article, outlets []dataset.Outlet, site string) ldArticle {
	out := ldArticle{Type: "NewsArticle", ID: site + "/v1/articles/" + a.ID + ".json", URL: webAddress(a.URL), Headline: a.Headline, Language: a.Language, Words: a.Words}
	out.Published, _ = isoDates(a.Published)
	if a.Author != "" {
		out.Author = &ldThing{Type: "Person", Name: a.Author}
	}
	if a.TranslatedFrom != "" {
		out.Translated = &ldSource{"CreativeWork", a.TranslatedFrom}
	}
	for _, o := range outlets {
		if o.ID == a.Outlet {
			out.Publisher = &ldThing{Type: "NewsMediaOrganization", ID: site + "/v1/outlets/" + o.ID + ".json", Name: o.Name, URL: webAddress(o.URL)}
		}
	}
	return out
}

// isoDates are the first and the last day of an EDTF date as ISO 8601 dates; the last is "" where it is the first, and both are where
// nobody knows. A month or a year alone stays one.
func isoDates(edtf string) (first, last string) {
	d, err := when.Parse(edtf)
	if err != nil || d.IsZero() || d.Precision() == when.OpenEnded {
		return "", ""
	}
	plain := ""
	for _, c := range edtf {
		if c != '?' && c != '~' && c != '%' {
			plain += string(c)
		}
	}
	if p, err := when.Parse(plain); err == nil && isDigits(plain) {
		return p.String(), ""
	}
	day := func(x when.Day) string {
		y, m, dd := x.Date()
		return pad(y, 4) + "-" + pad(m, 2) + "-" + pad(dd, 2)
	}
	first, last = day(d.First()), day(d.Last())
	if first == last {
		last = ""
	}
	return first, last
}

// isDigits reports whether s is digits and hyphens alone.
func isDigits(s string) bool {
	for _, c := range s {
		if (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return len(s) >= 4
}

func ldEncode(g ldGraph) ([]byte, error) {
	b, err := json.Marshal(g)
	return append(b, '\n'), err
}

// webAddress is u where it is an http address: nobody should be led to follow another.
func webAddress(u string) string {
	if strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://") {
		return u
	}
	return ""
}

func pad(n, w int) string {
	s := strconv.Itoa(n)
	for len(s) < w {
		s = "0" + s
	}
	return s
}
