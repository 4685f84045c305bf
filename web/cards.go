package web

import (
	"strings"

	"readout/data/dataset"
	"readout/web/card"
)

// SiteCard is the path of the picture that pages without one of their own are shared with.
const SiteCard = "/cards/readout.png"

// CardPath is the path of a meeting's picture.
func CardPath(meeting string) string { return "/cards/" + meeting + ".png" }

// DrawCard is the picture that a meeting's page is shared with, a PNG; old is the one that an earlier run made, or nil.
func DrawCard(doc dataset.MeetingDocument, old []byte) ([]byte, error) {
	t := newTable(doc, speak("en"))
	m := doc.Meeting
	in := card.Input{Status: t.title(m.Status), Title: t.headline(), Plain: t.say("colon", t.date(m.Date), t.compared()), Sum: strings.TrimSpace(plain(t.summary()))}
	if !strings.HasPrefix(in.Title, m.Title) {
		in.Kicker = m.Title
	} else {
		in.Kicker = t.date(m.Date)
	}
	for _, a := range t.arts {
		r := card.Row{Siglum: a.Siglum, Name: t.cite.name(a.ID)}
		if len(t.arts) > 1 {
			last := ""
			for _, row := range t.rows {
				c := card.Cell{Mark: t.state(row, a.ID, true)[0], Begins: row.band != last}
				if len(row.clash) > 1 && row.clash[a.ID] != nil {
					c.Mark = 'd'
				}
				last = row.band
				r.Cells = append(r.Cells, c)
			}
		}
		in.Rows = append(in.Rows, r)
	}
	return card.PNG(in, old)
}

// DrawSiteCard is the picture of all other pages.
func DrawSiteCard(old []byte) ([]byte, error) {
	return card.PNG(card.Input{Title: "What each outlet told, and what it left out",
		Sum: "One meeting, several articles, sentence by sentence: what all tell, what only one tells, and where they cannot all be right."}, old)
}
