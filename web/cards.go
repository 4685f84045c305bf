package web

import (
	"strings"

	"readout/data/dataset"
	"readout/web/card"
)

// SiteCard is the path of the picture for sharing pages that have none of their own.
const SiteCard = "/cards/readout.png"

// CardPath is the path of a meeting's picture, SeriesCardPath of a series', IssueCardPath of an issue's.
func CardPath(meeting string) string      { return "/cards/" + meeting + ".png" }
func SeriesCardPath(series string) string { return CardPath("series-" + series) }
func IssueCardPath(issue string) string   { return CardPath("issue-" + issue) }

// DrawCard is the picture for sharing a meeting's page, a PNG. old is the one from an earlier run, or nil.
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

// DrawSeriesCard is the picture of a series: who tells of which round.
func DrawSeriesCard(doc dataset.SeriesDocument, old []byte) ([]byte, error) {
	c := newCourse(doc, speak("en"))
	in := card.Input{Status: c.say("kseries"), Kicker: strings.Join(c.countries(), c.say("sep")), Title: c.headline(), Plain: c.count(len(doc.Rounds), "rounds", c.many(len(doc.Rounds))), Sum: plain(c.summary())}
	for _, a := range doc.Articles {
		r := card.Row{Siglum: a.Siglum, Name: c.cite.name(a.ID)}
		last := ""
		for _, m := range doc.Rounds {
			cell := card.Cell{Mark: 'o', Begins: yearOf(m.Date) != last}
			last = yearOf(m.Date)
			for _, cov := range m.Coverage {
				if cov.Article == a.ID {
					cell.Mark = map[bool]byte{true: 't', false: 'x'}[cov.Status == "held"]
				}
			}
			r.Cells = append(r.Cells, cell)
		}
		in.Rows = append(in.Rows, r)
	}
	return card.PNG(in, old)
}

// DrawIssueCard is the picture of an issue: who uses which of its words, the most frequent first.
func DrawIssueCard(doc dataset.IssueDocument, old []byte) ([]byte, error) {
	t := newTopic(doc, speak("en"))
	in := card.Input{Status: t.say("kissue"), Kicker: t.scope(), Title: t.say("inwords", doc.Issue.Title), Plain: t.say("kissue"), Sum: plain(t.summary())}
	words, _ := t.nouns()
	for _, id := range t.writers() {
		r := card.Row{Siglum: t.cite.article[id].Siglum, Name: t.cite.name(id)}
		for _, w := range words {
			cell := card.Cell{Mark: 'o'}
			for _, u := range t.uses {
				for _, m := range u.Marks {
					if u.Article == id && strings.EqualFold(slice(t.cite.passage[id+"/"+u.Passage], m[0], m[1]), w) {
						cell.Mark = 't'
					}
				}
			}
			r.Cells = append(r.Cells, cell)
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
