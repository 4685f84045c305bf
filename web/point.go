package web

import (
	"regexp"
	"strconv"
	"strings"

	"readout/data/dataset"
)

// point is one row: the claim, who tells it, and two readings. h is the element of the claim.
func (t *table) point(r row, h string) *node {
	t.cite.place = r.ID
	defer func() { t.cite.place = "" }()
	cells, kind, rest := t.shown(r)
	sel := "article.point"
	if kind == "only" {
		sel += ".only"
	}
	claim := t.once("claim "+r.ID, func() *node { return t.claim(r, h) })
	rds := el("div.rds.split")
	for i, a := range cells {
		other := ""
		if len(cells) == 2 && r.compared(a, cells[1-i]) {
			other = cells[1-i]
		}
		rds.add(t.once("cell "+r.ID+" "+a+" "+other+strconv.FormatBool(i == 0 && other != "")+kind, func() *node {
			cell := t.cell(r, a, other, i == 0)
			if kind == "none" {
				cell.class("sig") // not the chosen pair: each of the two needs its letter
			}
			return cell
		}))
	}
	body := el("div.body", rds)
	if len(rest) > 0 {
		body.add(t.more(r, rest))
	}
	return el(sel, attrs{{"id", "point-" + r.ID}}, claim, body)
}

// claim is what a row says, and who tells it.
func (t *table) claim(r row, h string) *node {
	name := el("span", upper(r.Label))
	if t.verbatim(r) {
		name.set("class", "vh")
	}
	n := el("span.n", strconv.Itoa(r.n))
	if t.cite.anchors != nil { // on a page of ours the number is the address of the point
		n = el("a.n", attrs{{"href", "#point-" + r.ID}, {"aria-label", t.say("point", r.n)}}, strconv.Itoa(r.n))
	}
	claim := el("div.claim", el(h, n, " ", name))
	if len(t.arts) > 2 {
		claim.add(t.tiles(r))
	}
	return claim.add(t.flags(r))
}

// verbatim says whether the label of a row is a reading that stands beside it, word for word; the mark with which a quotation begins is no
// word. Of three outlets and more, points that several tell have their label all the same: it is by the labels that a reader finds a point.
func (t *table) verbatim(r row) bool {
	if len(t.arts) > 2 && len(r.by) > 1 {
		return false
	}
	plain := func(s string) string {
		return strings.Join(strings.Fields(strings.TrimLeft(s, `"“”„«»‘’'「」『』`)), " ")
	}
	label := plain(r.Label)
	for _, rd := range r.Readings {
		for _, id := range rd.Passages {
			text := plain(t.cite.passage[rd.Article+"/"+id].Text)
			if text != "" && (strings.HasPrefix(text, label) || strings.HasPrefix(label, text)) {
				return true
			}
		}
	}
	return false
}

// tiles are the outlets' letters with what each does with the point; spoken as one sentence.
func (t *table) tiles(r row) *node {
	box := el("div.tiles", attrs{{"role", "img"}})
	said := map[string][]string{}
	last := ""
	for _, a := range t.arts {
		if g := groupOf(t.cov[a.ID].Written); g != last {
			box.add(when(last != "", el("span.gap")))
			last = g
		}
		s := t.state(r, a.ID, false)
		said[s] = append(said[s], a.Siglum)
		if len(r.clash) > 1 && r.clash[a.ID] != nil {
			s += ".d"
		}
		box.add(t.cite.tile(a.ID, s))
	}
	var parts []string
	for _, k := range [][2]string{{"t", "toldby"}, {"x", "expectedby"}, {"o", "notby"}, {"p", "earlier"}} {
		if l := said[k[0]]; len(l) > 0 {
			parts = append(parts, t.say(k[1], strings.Join(l, " ")))
		}
	}
	if len(r.clash) > 1 {
		parts = append(parts, t.say("c-d"))
	}
	box.set("aria-label", strings.Join(parts, "; "))
	return box
}

// flags are what a reader must know before trusting the row.
func (t *table) flags(r row) *node {
	var f []*node
	if len(r.clash) > 1 {
		f = append(f, el("span.flag-clash", t.title("c-d")))
	}
	if l := sureness(r.Point); l < 2 {
		f = append(f, el("span", attrs{{"title", strconv.FormatFloat(r.Confidence, 'f', 2, 64)}}, "≈ "+t.say("fit"+strconv.Itoa(l))))
	}
	if len(f) == 0 {
		return nil
	}
	return el("div.flags", f)
}

// cell is an article's reading in one of the two columns, or the reason why it has none.
func (t *table) cell(r row, article, other string, base bool) *node {
	rd, ok := r.by[article]
	if !ok {
		return t.silence(r, article)
	}
	return t.reading(rd, t.marks(r, article, other, base))
}

// reading is an article's passages on a point and their source.
func (t *table) reading(rd dataset.Reading, marks []mark) *node {
	sel := "div.reading"
	if rd.Expects {
		sel += ".exp"
	}
	n := el(sel, attrs{{"data-o", t.cite.article[rd.Article].Siglum}})
	return n.add(t.cite.quotes(rd.Article, rd.Passages, marks), t.cite.source(rd.Article, rd.Passages, rd.Expects))
}

// silence says that an article does not tell a point, and on what evidence.
func (t *table) silence(r row, article string) *node {
	evidence := r.om[article]
	if evidence == "" {
		evidence = "not-mentioned"
	}
	sel := "p.omission"
	if evidence == "before" {
		sel += ".late"
	}
	return el("div.side", el(sel, el("span", el("span.k", t.say("col", t.cite.name(article))), t.say("o-"+evidence))))
}

// marks are the words of a reading that are drawn: those that clash and nothing else, or what the comparison with other says.
func (t *table) marks(r row, article, other string, base bool) []mark {
	var out []mark
	if len(r.clash) > 1 {
		for _, s := range r.clash[article] {
			if s.End > s.Start {
				out = append(out, mark{start: s.Start, end: s.End, sel: "i.v"})
			}
		}
		return sorted(out)
	}
	if d, ok := r.diff(article, other); ok {
		if !base {
			d, _ = r.diff(other, article)
		}
		for _, e := range d.Edits {
			if m, ok := side(e, base); ok && !t.trivial(d, e) {
				out = append(out, m)
			}
		}
	}
	return sorted(out)
}

// loneWord is a word that says nothing when it is all that two texts share: a name, or a short one. Six letters, three of Japanese or
// Korean, are a guess from reading pairs ("list", "talks", "GSOMIA" are out, "protested" stays).
var loneWord = regexp.MustCompile(`^(\p{Lu}\S*|[^\s\x{3040}-\x{d7a3}]{1,6}|[\x{3040}-\x{d7a3}]{1,3})$`)

// trivial reports whether an edit marks a lone word as shared that says nothing by itself.
func (t *table) trivial(d dataset.Diff, e dataset.Edit) bool {
	return e.Op == "equal" && (e.Base != nil && loneWord.MatchString(t.source(d.Base, *e.Base)) || e.Other != nil && loneWord.MatchString(t.source(d.Other, *e.Other)))
}

// side is the mark that an edit makes on the base's or on the other's words.
func side(e dataset.Edit, base bool) (mark, bool) {
	at := e.Other
	if base {
		at = e.Base
	}
	if at == nil || e.Noise {
		return mark{}, false
	}
	sel := map[string]string{"delete": "del", "insert": "ins", "equal": "mark"}[e.Op]
	if e.Moved {
		sel += ".mv"
	}
	return mark{start: at[0], end: at[1], sel: sel}, true
}

// more are the other readings of a point, each compared with the base where the base tells it.
func (t *table) more(r row, rest []string) *node {
	var names []string
	list := el("div.list")
	for _, a := range rest {
		names = append(names, t.cite.article[a].Siglum)
		base := ""
		if r.compared(t.base, a) {
			base = t.base
		}
		list.add(t.once("more "+r.ID+" "+a+" "+base, func() *node {
			rd := r.by[a]
			marks := t.inline(r, a)
			item := el("div.reading", t.cite.tile(a, t.state(r, a, false)), el("div", t.cite.quotes(a, rd.Passages, marks)))
			if d, ok := r.diff(t.base, a); ok && (len(marks) > 0 && len(r.clash) < 2 || d.Mode == "languages") {
				item.add(el("p.how", t.say("how-"+d.Mode, t.cite.article[t.base].Siglum)))
			}
			return item.add(t.cite.source(a, rd.Passages, rd.Expects))
		}))
	}
	return el("details.more", el("summary", t.say("more", len(rest), strings.Join(names, t.say("sep")))), list)
}

// inline are the marks of a reading that shows its comparison with the base in one text: what the base has instead is struck out
// before it.
func (t *table) inline(r row, article string) []mark {
	d, ok := r.diff(t.base, article)
	if !ok || d.Mode != "edits" || len(r.clash) > 1 {
		return t.marks(r, article, t.base, false)
	}
	var out []mark
	for i, e := range d.Edits {
		m, ok := side(e, false)
		if !ok {
			continue
		}
		if i > 0 && e.Op == "insert" && d.Edits[i-1].Op == "delete" && !d.Edits[i-1].Noise {
			m.before = t.source(t.base, *d.Edits[i-1].Base)
		}
		out = append(out, m)
	}
	return sorted(out)
}

// source is the text of a range of an article's source, where one of its passages covers it.
func (t *table) source(article string, at [2]int) string {
	for _, p := range t.cite.article[article].Passages {
		if p.Text != "" && p.Start <= at[0] && at[1] <= p.End {
			return string([]rune(p.Text)[at[0]-p.Start : at[1]-p.Start])
		}
	}
	return ""
}
