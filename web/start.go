package web

import (
	"bytes"
	"fmt"
	"sort"

	"readout/data/dataset"
)

// entry is a line of the start page's lists.
type entry struct {
	Href, Title, Note, Status, Class string
	Outlets                          []outletMark
}

type outletMark struct{ Siglum, Name string }

type year struct {
	Year    string
	Entries []entry
}

// Start is the page "/": everything there is, as plain lists that a script can filter.
func Start(ds *dataset.Dataset) ([]byte, error) {
	w := speak("en")
	c := newCiter(w, ds.Articles, ds.Outlets)
	data := struct {
		frame
		Articles, Meetings, Outlets int
		Several                     []entry // meetings that more than one article tells of
		Years                       []year
		Series, Issues              []entry
		Sources                     []entry
	}{Articles: len(ds.Articles), Meetings: len(ds.Meetings), Outlets: len(ds.Outlets)}
	data.frame = frame{Path: "/", Title: "Readout: one meeting, every account of it", Description: fmt.Sprintf(
		"What several outlets wrote about the same meetings, side by side: %d meetings in %d articles.", data.Meetings, data.Articles)}

	meetings := append([]dataset.Meeting(nil), ds.Meetings...)
	sort.SliceStable(meetings, func(i, j int) bool { return meetings[i].Date > meetings[j].Date })
	for _, m := range meetings {
		y := yearOf(m.Date)
		if y == "" {
			y = upper(w.say("undated"))
		}
		if n := len(data.Years); n == 0 || data.Years[n-1].Year != y {
			data.Years = append(data.Years, year{Year: y})
		}
		e := entry{Href: "/meetings/" + m.ID, Title: m.Title, Note: w.short(m.Date), Status: w.title(m.Status), Class: statusClass(m.Status)}
		if m.Place != "" {
			e.Note += w.say("sep") + m.Place
		}
		for _, cov := range m.Coverage {
			e.Outlets = append(e.Outlets, outletMark{c.article[cov.Article].Siglum, c.name(cov.Article)})
		}
		if len(e.Outlets) > 1 {
			lead := e
			lead.Note = w.date(m.Date)
			if m.Place != "" {
				lead.Note = m.Place + w.say("sep") + lead.Note
			}
			data.Several = append(data.Several, lead)
		}
		last := &data.Years[len(data.Years)-1]
		last.Entries = append(last.Entries, e)
	}
	for _, s := range ds.Series {
		data.Series = append(data.Series, entry{Href: "/series/" + s.ID, Title: s.Title, Note: w.count(len(s.Rounds), "rounds", w.num(len(s.Rounds)))})
	}
	for _, i := range ds.Issues {
		n := map[string]bool{}
		for _, u := range i.Uses {
			n[u.Article] = true
		}
		data.Issues = append(data.Issues, entry{Href: "/issues/" + i.ID, Title: i.Title, Note: w.count(len(n), "articles", w.num(len(n)))})
	}
	for _, a := range ds.Articles {
		data.Sources = append(data.Sources, entry{Href: "/v1/articles/" + a.ID + ".json", Title: a.Headline, Note: c.about(a.ID), Outlets: []outletMark{{a.Siglum, c.name(a.ID)}}})
	}
	var b bytes.Buffer
	err := pages.ExecuteTemplate(&b, "start.html", data)
	return b.Bytes(), err
}

// statusClass is the class that draws a status.
func statusClass(status string) string {
	switch status {
	case "held":
		return "held"
	case "scheduled", "proposed":
		return "next"
	case "denied":
		return "no"
	}
	return "yet"
}

func statusLabel(w *words, status string) *node {
	return el("span.status."+statusClass(status), w.title(status))
}
