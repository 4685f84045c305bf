package engine

import (
	"readout/wasm/align"
	"readout/wasm/meeting"
	"readout/wasm/text"
)

// The row of the meeting itself. That a meeting takes place is the one point that all articles on it tell, often in words that have
// little in common ("proposed that they hold talks", "pressured the two leaders to hold their first direct meeting"). Package align
// finds it by its words where it can; where it finds nothing, package meeting knows the place.

// itselfConfidence is how often, on the development articles, two such passages were by hand put in one point.
const itselfConfidence = 0.65

// itself puts the passages that tell of the meeting itself into one row, and drops what that makes superfluous.
func (c *Corpus) itself(m *meeting.Meeting, in align.Input, rows []align.Row) []align.Row {
	if len(m.Coverage) < 2 {
		return rows
	}
	row := align.Row{Confidence: itselfConfidence}
	for i, cov := range m.Coverage {
		a := c.Articles[cov.Article]
		if a.Threads[cov.Thread].Status == meeting.Denied {
			continue // that there is no meeting is another point than that there is one
		}
		passages, st := tells(a, &a.Threads[cov.Thread], in.Articles[i].Passages)
		if len(passages) > 0 {
			row.Readings = append(row.Readings, align.Reading{Article: i, Passages: passages, Expects: st != meeting.Held && st != ""})
		}
	}
	if len(row.Readings) < 2 {
		return rows
	}
	teller := row.Readings[0]
	for _, r := range row.Readings {
		if teller.Expects && !r.Expects {
			teller = r
		}
	}
	row.LabelArticle = teller.Article
	row.Label = align.Name(&in.Articles[teller.Article].Doc.Passages[teller.Passages[0]])
	for _, r := range rows {
		if meets(r, row) {
			return rows
		}
	}
	out := []align.Row{row}
	for _, r := range rows {
		if !within(r, row) {
			out = append(out, r)
		}
	}
	return out
}

// tells picks the passages of the sentence that tells most of the meeting itself: who, when and where, the earlier the better.
func tells(a *Article, t *meeting.Thread, eligible []int) ([]int, meeting.Status) {
	var best []int
	var status meeting.Status
	score := 0
	for n, mt := range t.Mentions {
		if mt.Adjunct || mt.Previous || a.Doc.Passages[mt.Passages[0]].Kind != text.Body {
			continue
		}
		var ps []int
		for _, p := range mt.Passages {
			if contains(eligible, p) {
				ps = append(ps, p)
			}
		}
		s := 3*min(len(mt.People), 2) + min(len(mt.Countries), 2) + 8 - min(n, 6)
		if !mt.Date.IsZero() {
			s += 2
		}
		if mt.Place != "" {
			s++
		}
		if mt.Definite && len(mt.People) == 0 {
			s -= 3 // "the talks": told already
		}
		if len(ps) > 0 && s > score {
			best, status, score = ps, mt.Status, s
		}
	}
	return best, status
}

// meets reports whether r joins passages of two articles that row joins too.
func meets(r, row align.Row) bool {
	n := 0
	for _, x := range r.Readings {
		for _, y := range row.Readings {
			if x.Article == y.Article && common(x.Passages, y.Passages) {
				n++
			}
		}
	}
	return n > 1
}

func common(a, b []int) bool {
	for _, x := range a {
		if contains(b, x) {
			return true
		}
	}
	return false
}

// within reports whether every reading of r lies in the reading of the same article in row.
func within(r, row align.Row) bool {
	for _, x := range r.Readings {
		inside := false
		for _, y := range row.Readings {
			if x.Article != y.Article {
				continue
			}
			inside = true
			for _, p := range x.Passages {
				inside = inside && contains(y.Passages, p)
			}
		}
		if !inside {
			return false
		}
	}
	return true
}
