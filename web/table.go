package web

import (
	"slices"
	"sort"

	"readout/data/dataset"
)

// A table is a meeting's document arranged for reading: articles in the order in which they are shown, points in bands,
// and the pair of articles that stands in the two columns. src/table.js is the same in the browser.
type table struct {
	*words
	doc    dataset.MeetingDocument
	arts   []dataset.Article
	cov    map[string]dataset.Coverage
	cite   citer
	rows   []row
	parted int    // uncertain pairings whose readings stand alone
	base   string // article id
	beside string // article id, "" where there is one article only
	paired bool   // other pairs have pages of their own
	parts  parts  // of the pages of pairs, nil for one page
}

// A row is one point.
type row struct {
	dataset.Point
	n     int    // 1-based number in the order of the page
	band  string // all, some, one or back
	by    map[string]dataset.Reading
	om    map[string]string         // article → evidence of its silence
	clash map[string][]dataset.Side // article → its sides in discrepancies about this point
}

// bands in the order of the page.
var bands = []string{"all", "some", "one", "back"}

// groups of articles by when they were written, in the order of the page. "during" stands with "before": neither knew how it ended.
var groups = []string{"after", "before", "undatedgrp"}

func groupOf(written string) string {
	switch written {
	case "after":
		return "after"
	case "before", "during":
		return "before"
	}
	return "undatedgrp"
}

func newTable(doc dataset.MeetingDocument, w *words) *table {
	t := &table{words: w, doc: doc, cov: map[string]dataset.Coverage{}, cite: newCiter(w, doc.Articles, doc.Outlets)}
	for _, c := range doc.Meeting.Coverage {
		t.cov[c.Article] = c
	}
	once := map[string]bool{}
	for _, a := range doc.Articles {
		t.cite.twice[a.Outlet], once[a.Outlet] = once[a.Outlet], true
	}
	for _, g := range groups {
		for _, a := range doc.Articles {
			if groupOf(t.cov[a.ID].Written) == g {
				t.arts = append(t.arts, a)
			}
		}
	}
	if len(t.arts) == 2 && inTime(t.arts[1].Published) < inTime(t.arts[0].Published) { // two accounts need no groups; the earlier stands left
		t.arts = []dataset.Article{t.arts[1], t.arts[0]}
	}
	for _, p := range t.settled(doc.Meeting.Points) {
		t.rows = append(t.rows, t.newRow(p))
	}
	t.choosePair()
	t.order()
	return t
}

func (t *table) newRow(p dataset.Point) row {
	r := row{Point: p, by: map[string]dataset.Reading{}, om: map[string]string{}, clash: map[string][]dataset.Side{}}
	for _, rd := range p.Readings {
		r.by[rd.Article] = rd
	}
	for _, o := range p.Omissions {
		r.om[o.Article] = o.Evidence
	}
	for _, d := range t.doc.Meeting.Discrepancies {
		for _, s := range d.Sides {
			if d.Point == p.ID && r.tells(s.Article) {
				r.clash[s.Article] = append(r.clash[s.Article], s)
			}
		}
	}
	switch {
	case p.Background:
		r.band = "back"
	case len(r.by) == len(t.arts):
		r.band = "all"
	case len(r.by) > 1:
		r.band = "some"
	default:
		r.band = "one"
	}
	return r
}

func (r row) tells(article string) bool { _, ok := r.by[article]; return ok }

// choosePair takes the two articles with most points in common; ties go to the earlier in the order of the page.
func (t *table) choosePair() {
	if len(t.arts) == 0 {
		return
	}
	t.base = t.arts[0].ID
	most := -1
	for i, a := range t.arts {
		for _, b := range t.arts[i+1:] {
			common := 0
			for _, r := range t.rows {
				if r.tells(a.ID) && r.tells(b.ID) {
					common++
				}
			}
			if common > most {
				most, t.base, t.beside = common, a.ID, b.ID
			}
		}
	}
}

// order puts rows into bands; inside a band most articles first, then as the document has them, which is the order of the telling; rows
// of one article by whom, then as the article goes. Rows do not move when another base is chosen.
func (t *table) order() {
	rank := map[string]int{}
	for i, b := range bands {
		rank[b] = i
	}
	first := func(r row) int {
		for i, a := range t.arts {
			if r.tells(a.ID) {
				return i
			}
		}
		return len(t.arts)
	}
	sort.SliceStable(t.rows, func(i, j int) bool {
		a, b := t.rows[i], t.rows[j]
		if a.band != b.band {
			return rank[a.band] < rank[b.band]
		}
		if len(a.by) != len(b.by) {
			return len(a.by) > len(b.by)
		}
		if len(a.by) > 1 {
			return false
		}
		if x, y := first(a), first(b); x != y {
			return x < y
		}
		return t.begins(a) < t.begins(b)
	})
	for i := range t.rows {
		t.rows[i].n = i + 1
	}
}

// begins is where in its article the first reading of a row begins, in code points.
func (t *table) begins(r row) int {
	rd := r.Readings[0]
	return t.cite.passage[rd.Article+"/"+rd.Passages[0]].Start
}

// inBand are the rows of a band, in order.
func (t *table) inBand(band string) []row {
	var rows []row
	for _, r := range t.rows {
		if r.band == band {
			rows = append(rows, r)
		}
	}
	return rows
}

// state is what an article does with a point: t tells, x expects, o does not tell, p could not (written before); near adds e,
// told nearly in the base's words, which only the strip draws.
func (t *table) state(r row, article string, near bool) string {
	rd, ok := r.by[article]
	switch {
	case !ok && r.om[article] == "before":
		return "p"
	case !ok:
		return "o"
	case rd.Expects:
		return "x"
	}
	if d, ok := r.diff(t.base, article); near && ok && d.Mode == "edits" {
		return "e"
	}
	return "t"
}

// shown are the articles whose cells stand in the two columns of a row. kind is "" for the chosen pair, "none" for two others
// and "only" for a lone reading across both columns; rest are the other articles that tell the point.
func (t *table) shown(r row) (cells []string, kind string, rest []string) {
	var tell, party []string
	for _, a := range t.arts {
		if r.tells(a.ID) {
			tell = append(tell, a.ID)
		}
		if r.clash[a.ID] != nil {
			party = append(party, a.ID)
		}
	}
	pair := []string{t.base, t.beside}
	switch {
	case len(t.arts) == 2:
		cells = pair
	case len(tell) == 1:
		cells, kind = tell, "only"
	case len(party) > 1 && (r.clash[t.base] == nil || r.clash[t.beside] == nil):
		cells, kind = opposed(r, party), "none"
	case r.tells(t.base) || r.tells(t.beside):
		cells = pair
	default:
		cells, kind = tell[:2], "none"
	}
	for _, a := range tell {
		if !contains(cells, a) {
			rest = append(rest, a)
		}
	}
	return cells, kind, rest
}

// opposed are the first party to a difference and the first that has another value.
func opposed(r row, party []string) []string {
	for _, b := range party[1:] {
		if r.clash[b][0].Value != r.clash[party[0]][0].Value {
			return []string{party[0], b}
		}
	}
	return party[:2]
}

// diff is the comparison of two readings, turned so that base is its base.
func (r row) diff(base, other string) (dataset.Diff, bool) {
	for _, d := range r.Diffs {
		if d.Base == base && d.Other == other {
			return d, true
		}
		if d.Base == other && d.Other == base {
			return turn(d), true
		}
	}
	return dataset.Diff{}, false
}

// compared reports whether there is a comparison of two readings, either way.
func (r row) compared(a, b string) bool {
	return slices.ContainsFunc(r.Diffs, func(d dataset.Diff) bool { return d.Base == a && d.Other == b || d.Base == b && d.Other == a })
}

// turn swaps the sides of a comparison.
func turn(d dataset.Diff) dataset.Diff {
	d.Base, d.Other = d.Other, d.Base
	edits := make([]dataset.Edit, len(d.Edits))
	for i, e := range d.Edits {
		e.Base, e.Other = e.Other, e.Base
		switch e.Op {
		case "delete":
			e.Op = "insert"
		case "insert":
			e.Op = "delete"
		}
		edits[i] = e
	}
	d.Edits = edits
	return d
}

// differs reports whether a row shows a difference between its two cells: what the stepper stops at.
func (t *table) differs(r row) bool {
	cells, _, _ := t.shown(r)
	if len(cells) < 2 || !r.tells(cells[0]) || !r.tells(cells[1]) || len(r.clash) > 1 {
		return true
	}
	d, ok := r.diff(cells[0], cells[1])
	if !ok || d.Mode != "edits" {
		return true
	}
	for _, e := range d.Edits {
		if e.Op != "equal" && !e.Noise {
			return true
		}
	}
	return false
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}
