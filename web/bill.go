package web

import (
	"slices"
	"strconv"
	"strings"

	"readout/data/dataset"
)

// bill is the headlines with the overview of who tells which point: a table of outlets and points, under an axis or none.
func (t *table) bill(axis *node) *node {
	bill := el("div.bill", attrs{{"role", "table"}, {"aria-label", t.say("overview")}},
		axis)
	last := ""
	for _, a := range t.arts {
		if g := groupOf(t.cov[a.ID].Written); len(t.arts) > 2 && g != last {
			last = g
			bill.add(el("div.grp", attrs{{"role", "row"}}, el("span", attrs{{"role", "rowheader"}}, t.say(g))))
		}
		bill.add(t.billRow(a))
	}
	return bill
}

// axis is the numbers of the points over the strips, where there is room for them: of many points every fifth.
func (t *table) axis() *node {
	scale := el("div.scale")
	last := ""
	for _, r := range t.rows {
		i := el("i")
		if r.band != last {
			last = r.band
			i = el("i.b", el("b", t.bandShort(r.band, len(t.inBand(r.band)))))
		}
		if len(t.rows) <= manyPoints || r.n%5 == 0 {
			i.add(el("a", attrs{{"href", "#point-" + r.ID}, {"tabindex", "-1"}}, strconv.Itoa(r.n)))
		}
		scale.add(i)
	}
	return el("div.axis", attrs{{"aria-hidden", "true"}}, scale)
}

// manyPoints are more than have a column each on a telephone.
const manyPoints = 26

// A strip is drawn in units of its own, stretched to the room there is: a cell is stripCell wide, bands stand stripGap apart, all is
// stripHigh high, which is 14 pixels. full.css lays the axis out in the same proportions.
const (
	stripCell = 20
	stripGap  = 12
	stripHigh = 28
)

// strokes are the marks of the strip as paths from the upper left corner of a cell, one to a state.
var strokes = []struct{ state, path string }{
	{"t", "m3 0h14v28h-14z"}, {"e", "m3 0h14v28h-14zm2 3v11h10v-11z"}, {"x", "m4 1h12v26h-12z"}, {"o", "m4 14h12"}, {"p", "m10 14h0"}, {"d", "m10 2l6 12-6 12-6-12z"},
}

// strip is one line of the overview: a drawing with one path for each kind of mark, since a page has hundreds of cells. Of many points
// each piece of at most manyPoints is one, so that they can stand under each other.
func (t *table) strip(state func(row) string) *node {
	strip := el("div.strip")
	if len(t.rows) > manyPoints {
		strip.class("many")
	}
	pieces := max(1, (len(t.rows)+manyPoints-1)/manyPoints)
	size := (len(t.rows) + pieces - 1) / pieces
	last := ""
	for rows := range slices.Chunk(t.rows, max(size, 1)) {
		paths := map[string]string{}
		x := 0
		for _, r := range rows {
			if last != "" && r.band != last {
				x += stripGap
				paths["b"] += "M" + strconv.Itoa(x-stripGap/2) + " 0v28"
			}
			last = r.band
			s := state(r)
			for _, stroke := range strokes {
				if stroke.state == s {
					paths[s] += "M" + strconv.Itoa(x) + " 0" + stroke.path
				}
			}
			x += stripCell
		}
		drawing := el("svg", attrs{{"viewBox", "0 0 " + strconv.Itoa(x) + " " + strconv.Itoa(stripHigh)}, {"preserveAspectRatio", "none"}, {"width", strconv.Itoa(x + x/2)}, {"height", strconv.Itoa(stripHigh / 2)}})
		for _, s := range []string{"b", "t", "e", "x", "o", "p", "d"} {
			if paths[s] != "" {
				drawing.add(el("path."+s, attrs{{"d", paths[s]}}))
			}
		}
		strip.add(drawing)
	}
	return strip
}

// bandShort is the label of a band over the strip, in as many words as its width allows.
func (t *table) bandShort(band string, n int) string {
	switch {
	case n < 5:
		return t.say(band)
	case band == "all":
		return t.say("ball", n)
	}
	return t.say("b"+band, n)
}

func (t *table) billRow(a dataset.Article) *node {
	told := 0
	for _, r := range t.rows {
		if r.tells(a.ID) {
			told++
		}
	}
	count := t.say("tells", told, len(t.rows))
	head := el("div", attrs{{"role", "rowheader"}}, t.heading(a), el("span.meta", t.label(a.ID), t.cite.about(a.ID)), t.parties(a.ID))
	line := el("div.row", attrs{{"role", "row"}}, t.cite.tile(a.ID, "t"), head)
	if t.sparse() {
		head.add(el("span.vh", count))
		return line
	}
	said := map[string][]string{}
	strip := t.strip(func(r row) string {
		s := t.state(r, a.ID, true)
		if len(r.clash) > 1 && r.clash[a.ID] != nil {
			s = "d"
		}
		said[s] = append(said[s], strconv.Itoa(r.n))
		return s
	})
	for _, s := range []string{"d", "x"} { // what is not to be seen in the count
		if len(said[s]) > 0 {
			count += "; " + t.say("colon", t.say("c-"+s), strings.Join(said[s], t.say("sep")))
		}
	}
	strip.add(attrs{{"role", "cell"}, {"aria-label", count}})
	return line.add(strip)
}

func (t *table) label(article string) any {
	return when(t.labelled(article), statusLabel(t.words, t.cov[article].Status), " ")
}

// keys are the marks with their words, once; speech needs none of it, since every mark speaks for itself.
func (t *table) keys() *node {
	tile := func(state, text string) *node {
		return el("span", el("span.tile."+state, t.arts[0].Siglum), t.say(text))
	}
	box := el("div.keys", attrs{{"aria-hidden", "true"}})
	has := map[string]bool{}
	for _, r := range t.rows {
		for _, a := range t.arts {
			has[t.state(r, a.ID, true)] = true
			has["d"] = has["d"] || len(r.clash) > 1
		}
		for _, d := range r.Diffs {
			has[d.Mode] = true
		}
	}
	for _, k := range [][2]string{{"t", "c-t"}, {"x", "c-x"}, {"o", "c-o"}, {"p", "c-p"}} {
		if !t.sparse() && (k[0] == "t" || has[k[0]]) {
			box.add(tile(k[0], k[1]))
		}
	}
	if has["d"] && !t.sparse() {
		box.add(tile("t.d", "c-d"))
	}
	if has["e"] && !t.sparse() {
		box.add(el("span", el("span.tile.e"), t.say("c-e")))
	}
	if has["shared"] {
		box.add(el("span", el("mark", t.say("kword")), t.say("kboth")))
	}
	if has["languages"] {
		box.add(el("span", t.say("how-languages")))
	}
	if has["edits"] {
		box.add(el("span.split", el("del", t.say("kword")), t.say("kbase")), el("span", el("ins", t.say("kword")), t.say("kbeside")))
	}
	if len(box.kids) == 0 {
		return nil
	}
	return box
}

// sparse reports whether two accounts have so few points that these are the overview.
func (t *table) sparse() bool { return len(t.arts) == 2 && len(t.rows) < 6 }

// bar is the controls, those alone that change something here. They need a script, so a page without one hides them (readout.css) and
// the server sends them disabled.
func (t *table) bar() *node {
	off := attrs{{"disabled", ""}}
	n := 0
	for _, r := range t.rows {
		if t.differs(r) {
			n++
		}
	}
	tick := func(name string, checked bool) *node {
		in := el("input", off, attrs{{"type", "checkbox"}, {"name", name}, {"autocomplete", "off"}})
		if checked {
			in.set("checked", "")
		}
		return el("label.sw."+name, in, t.say(name))
	}
	noise, diffs := false, false
	for _, r := range t.rows {
		for _, d := range r.Diffs {
			diffs = true
			noise = noise || slices.ContainsFunc(d.Edits, func(e dataset.Edit) bool { return e.Noise })
		}
	}
	form := el("form.bar", attrs{{"aria-label", t.say("controls")}},
		el("span.step",
			el("button", off, attrs{{"type", "button"}, {"name", "prev"}, {"aria-label", t.say("prev")}}, "‹"),
			el("span", attrs{{"role", "status"}}, t.count(n, "ndiffs", n)),
			el("button", off, attrs{{"type", "button"}, {"name", "next"}, {"aria-label", t.say("next")}}, "›")),
		tick("options", false))
	if len(t.arts) > 2 {
		form.add(t.pick("base", t.outletChoices(t.base)), t.pick("beside", t.outletChoices(t.beside)))
	}
	modes := []choice{}
	for _, m := range []string{"split", "inline", "table"} {
		modes = append(modes, choice{value: m, text: t.say("v-" + m), checked: m == "split"})
	}
	form.add(t.pick("mode", modes))
	if len(t.arts) > 2 {
		form.add(t.pick("outlets", t.outletChoices(ids(t.arts)...)))
	}
	form.add(when(noise, tick("spelling", true)), when(diffs, tick("fold", false)))
	if slices.ContainsFunc(t.doc.Meeting.Points, func(p dataset.Point) bool { return sureness(p) < 2 }) {
		form.add(el("label.sw", t.say("pairing"), el("input", off, attrs{{"type", "range"}, {"name", "sure"}, {"min", "0"}, {"max", "2"}, {"value", "1"}, {"autocomplete", "off"}}), el("output", t.say("sure1"))))
	}
	return form
}

// A choice is one of the controls of a group.
type choice struct {
	value, text, title string
	checked            bool
}

func (t *table) outletChoices(checked ...string) []choice {
	var out []choice
	for _, a := range t.arts {
		out = append(out, choice{a.ID, a.Siglum, t.cite.name(a.ID), contains(checked, a.ID)})
	}
	return out
}

func (t *table) pick(name string, choices []choice) *node {
	set := el("div.set")
	for _, c := range choices {
		in := el("input", attrs{{"type", "radio"}, {"name", name}, {"value", c.value}, {"disabled", ""}, {"autocomplete", "off"}})
		label := el("label")
		if name == "outlets" {
			in.set("type", "checkbox")
		}
		if c.title != "" {
			in.set("aria-label", c.title)
			label.set("title", c.title)
		}
		if c.checked {
			in.set("checked", "")
		}
		set.add(label.add(in, el("span.tile", c.text)))
	}
	return el("fieldset.pick", el("legend", t.say(name)), set)
}

// pairs are the other close-ups as links, for readers without scripts; the others have the controls.
func (t *table) pairs() *node {
	if !t.paired || len(t.arts) < 3 {
		return nil
	}
	nav := el("nav.pairs", attrs{{"aria-label", t.say("controls")}})
	for _, side := range []string{"base", "beside"} {
		row := el("p", el("b", t.say(side)), " ")
		for _, a := range t.arts {
			one, two := a.ID, t.beside
			if side == "beside" {
				one, two = t.base, a.ID
			}
			if one == t.base && two == t.beside || one == two {
				row.add(t.cite.tile(a.ID, map[bool]string{true: "o", false: "t"}[one == two]), " ")
				continue
			}
			if t.rank(one) > t.rank(two) { // a pair has one address, in the order of the page
				one, two = two, one
			}
			row.add(el("a.tile", attrs{{"href", PairPath(t.doc.Meeting.ID, [2]string{one, two})}, {"aria-label", a.Siglum + t.say("sep") + t.cite.name(a.ID)}}, a.Siglum), " ")
		}
		nav.add(row)
	}
	return nav
}

// rank is the place of an article in the order of the page.
func (t *table) rank(article string) int {
	return slices.IndexFunc(t.arts, func(a dataset.Article) bool { return a.ID == article })
}
