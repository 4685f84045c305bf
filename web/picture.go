package web

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"readout/data/dataset"
)

// The picture of a series: rounds on a line to scale, over each the words with which articles count it, drawn as an arc from the
// event counted from, and one lane per article. All numbers are in units of a view box that is 722 wide; text is about 6 a letter.
const (
	pictureWidth = 722
	plotLeft     = 172 // lanes' names stand left of it
	plotRight    = 706
	breakDays    = 400 // a longer gap is cut out and marked //: guessed from the director-general talks
	breakWidth   = 26
	letter       = 6 // width of a letter of a label, a little more than it is
)

// scale maps day numbers to places on the line.
type scale struct {
	segs []segment
	per  float64 // width of a day
}

type segment struct{ from, to, x int }

func newScale(days []int) scale {
	sort.Ints(days)
	var s scale
	for _, d := range days {
		if n := len(s.segs); n > 0 && d-s.segs[n-1].to <= breakDays {
			s.segs[n-1].to = d
		} else {
			s.segs = append(s.segs, segment{from: d, to: d})
		}
	}
	total := 0
	for i := range s.segs {
		s.segs[i].from -= 12
		s.segs[i].to += 12
		total += s.segs[i].to - s.segs[i].from
	}
	s.per = float64(plotRight-plotLeft-breakWidth*(len(s.segs)-1)) / float64(total)
	x := plotLeft
	for i := range s.segs {
		s.segs[i].x = x
		x += s.width(s.segs[i]) + breakWidth
	}
	return s
}

func (s scale) width(g segment) int { return int(float64(g.to-g.from)*s.per + 0.5) }

func (s scale) at(day int) int {
	for _, g := range s.segs {
		if day <= g.to {
			return g.x + int(float64(max(day, g.from)-g.from)*s.per+0.5)
		}
	}
	return plotRight
}

// shelf places labels so that they do not run into one another: each on the lowest level with room.
type shelf [][][2]int

func (s *shelf) level(from, to int) int {
next:
	for l := 0; ; l++ {
		if l == len(*s) {
			*s = append(*s, nil)
		}
		for _, b := range (*s)[l] {
			if from < b[1]+8 && b[0] < to+8 {
				continue next
			}
		}
		(*s)[l] = append((*s)[l], [2]int{from, to})
		return l
	}
}

// fit is where a label of so many letters stands so that it stays in the picture, given where its middle should be.
func fit(x, letters int) (from, to int) {
	w := letters * letter
	from = min(max(x-w/2, plotLeft-70), pictureWidth-w)
	return from, from + w
}

// leastDays is how many days the rounds must lie apart for a picture of them to say more than the list below it.
const leastDays = 21

func num(n int) string { return strconv.Itoa(n) }

// picture is nil where fewer than two rounds have a date, or all lie within days: a line with one point on it shows nothing.
func (c *course) picture() *node {
	var days []int
	for _, m := range c.doc.Rounds {
		if d, ok := day(m.Date); ok {
			days = append(days, d)
		}
	}
	if len(days) < 2 || slices.Max(days)-slices.Min(days) < leastDays {
		return nil
	}
	for _, o := range c.doc.Series.OrderClaims {
		if d, ok := since(o); ok && d > days[0]-breakDays {
			days = append(days, d)
		}
	}
	s := newScale(days)
	labels, above := c.claimLabels(s)
	axis := above + 12
	svg := el("svg", attrs{{"role", "img"}, {"aria-label", c.say("picture")}})
	s.draw(svg, axis)
	svg.add(labels(axis))
	below := c.roundLabels(svg, s, axis)
	bottom := c.lanes(svg, s, below)
	svg.set("viewBox", "0 0 "+num(pictureWidth)+" "+num(bottom))
	return el("figure.axisfig", svg, c.pictureKeys())
}

// draw draws the line at height y, with // where time is cut out.
func (s scale) draw(svg *node, y int) {
	for i, g := range s.segs {
		svg.add(stroke("ink", "M"+num(g.x)+" "+num(y)+"h"+num(s.width(g))))
		if i > 0 {
			svg.add(stroke("ln", "M"+num(g.x-18)+" "+num(y+4)+"l4 -8m2 8l4 -8"))
		}
	}
}

// years writes each year over the place where it begins on the line.
func (s scale) years(svg *node, y int) {
	for _, g := range s.segs {
		for year := g.from / 365; year*365 < g.to; year++ {
			if x := s.at(max(year*365+1, g.from)); year > 0 {
				svg.add(label("b", x, y, "start", num(year)), stroke("ln", "M"+num(x)+" "+num(y+3)+"v12"))
			}
		}
	}
}

// since is the day of the event that a claim counts from. Of a year the end is taken, which is where such events are reported from.
func since(o dataset.OrderClaim) (int, bool) {
	if len(o.Since) == 4 {
		return day(o.Since + "-12-31")
	}
	return day(o.Since)
}

// gist is a claim about order in a few words: "first … since".
func gist(words string) string {
	if at := strings.Index(strings.ToLower(words), " since "); at > 0 {
		first, _, _ := strings.Cut(words, " ")
		return strings.ToLower(first) + " … since"
	}
	return cutRight(words, 34)
}

func stroke(class, d string) *node { return el("path."+class, attrs{{"d", d}}) }

func label(class string, x, y int, anchor, text string) *node {
	return el("text."+class, attrs{{"x", num(x)}, {"y", num(y)}, {"text-anchor", anchor}}, text)
}

// claimLabels lays out the arcs and their words; it returns how to draw them once the height of the axis is known, and the
// height they need.
func (c *course) claimLabels(s scale) (draw func(axis int) []*node, above int) {
	type item struct {
		from, to, left, right, level, arc int
		words, outlet                     string
	}
	var items []item
	var sh shelf
	at := map[string]dataset.Meeting{}
	for _, m := range c.doc.Rounds {
		at[m.ID] = m
	}
	tallest := 0
	drawn := map[string]bool{}
	for _, o := range c.doc.Series.OrderClaims {
		d, ok := day(at[o.Meeting].Date)
		if key := o.Article + "/" + o.Meeting + "/" + o.Since; !ok || drawn[key] {
			continue // an article counts a round from an event once in the picture; the list has all its words
		} else {
			drawn[key] = true
		}
		it := item{to: s.at(d), words: gist(o.Words), outlet: c.cite.name(o.Article)}
		it.from = it.to
		if d, ok := since(o); ok {
			it.from = s.at(d)
			if !c.roundAt(s, it.from, 26) { // else a date stands there
				c.anchors = append(c.anchors, anchorDate{it.from, c.medium(o.Since)})
			}
		}
		it.arc = 14 + abs(it.to-it.from)/4
		it.left, it.right = fit((it.from+it.to)/2, max(utf8.RuneCountInString(it.words), utf8.RuneCountInString(it.outlet)))
		it.level = sh.level(min(it.left, it.from), max(it.right, it.to))
		tallest = max(tallest, it.arc)
		items = append(items, it)
	}
	if len(items) == 0 {
		return func(int) []*node { return nil }, 0
	}
	above = tallest + len(sh)*34 + 4
	return func(axis int) []*node {
		var out, text []*node
		for _, it := range items {
			y := axis - tallest - 12 - it.level*34
			mid, x := (it.left+it.right)/2, (it.from+it.to)/2
			if it.from != it.to {
				r := abs(it.to-it.from) / 2
				out = append(out, stroke("ink", "M"+num(it.from)+" "+num(axis-6)+"A"+num(r)+" "+num(it.arc)+" 0 0 1 "+num(it.to)+" "+num(axis-6)))
				if !c.roundAt(s, it.from, 7) { // else the round itself is what is counted from
					text = append(text, stroke("dot", "M"+num(it.from)+" "+num(axis+2)+"l4 7h-8z"))
				}
			}
			out = append(out, stroke("faint", "M"+num(x)+" "+num(axis-8-it.arc)+"V"+num(y+5)))
			text = append(text, label("s", mid, y-13, "middle", it.words), label("o", mid, y, "middle", it.outlet))
		}
		return append(out, text...)
	}, above
}

// roundAt reports whether a round stands within so many units of a place on the line.
func (c *course) roundAt(s scale, x, within int) bool {
	return slices.ContainsFunc(c.doc.Rounds, func(m dataset.Meeting) bool {
		d, ok := day(m.Date)
		return ok && abs(s.at(d)-x) <= within
	})
}

// roundLabels draws the rounds and their dates and places under the line, and returns where the lanes begin.
func (c *course) roundLabels(svg *node, s scale, axis int) int {
	var sh shelf
	for _, m := range c.doc.Rounds {
		d, ok := day(m.Date)
		if !ok {
			continue
		}
		x := s.at(d)
		date := c.medium(m.Date)
		place, _, _ := strings.Cut(m.Place, ",")
		place = c.place(place)
		from, to := fit(x, max(utf8.RuneCountInString(date), utf8.RuneCountInString(place)))
		l := sh.level(from, to)
		top := axis + 20 + l*28
		if l > 0 {
			svg.add(stroke("faint", "M"+num(x)+" "+num(axis+8)+"V"+num(top-10)))
		}
		svg.add(label("b", (from+to)/2, top, "middle", date), label("o", (from+to)/2, top+12, "middle", place))
		svg.add(el("circle."+shape(m.Status), attrs{{"cx", num(x)}, {"cy", num(axis)}, {"r", "5.5"}}))
	}
	for _, a := range c.anchors {
		from, to := fit(a.x, utf8.RuneCountInString(a.date))
		svg.add(label("o", (from+to)/2, axis+20+sh.level(from, to)*28, "middle", a.date))
	}
	return axis + 20 + len(sh)*28
}

// lanes draws one line per article: which rounds it tells of and how it counts them. It returns the height of the picture.
func (c *course) lanes(svg *node, s scale, top int) int {
	svg.add(stroke("ink", "M0 "+num(top)+"H"+num(pictureWidth)))
	y := top
	for _, a := range c.doc.Articles {
		lane := append(laneName(c.cite, a, y+18), laneDate(c.cite, a, y+18))
		marks := c.marksOf(a.ID, s)
		for i, m := range marks {
			lane = append(lane, el("rect."+shape(m.status), attrs{{"x", num(m.x - 5)}, {"y", num(y + 13)}, {"width", "11"}, {"height", "11"}}))
			if m.ordinal == 0 {
				continue
			}
			word := c.say("ord"+num(min(m.ordinal, 4)), m.ordinal)
			if room := utf8.RuneCountInString(word)*letter + 16; i+1 < len(marks) && marks[i+1].x-m.x < room || m.x+room > pictureWidth {
				lane = append(lane, label("o", m.x-9, y+22, "end", word))
			} else {
				lane = append(lane, label("o", m.x+10, y+22, "start", word))
			}
		}
		if len(marks) > 0 {
			y += 38
			svg.add(lane, stroke("faint", "M0 "+num(y)+"H"+num(pictureWidth)))
		}
	}
	return y + 2
}

// laneName is an outlet's letter and name at height y.
func laneName(c citer, a dataset.Article, y int) []*node {
	wide := 10 + 7*utf8.RuneCountInString(a.Siglum)
	return []*node{
		el("rect.dot", attrs{{"x", "0"}, {"y", num(y - 11)}, {"width", num(wide)}, {"height", "15"}}), label("sg", wide/2, y, "middle", a.Siglum),
		label("b", wide+6, y, "start", cutRight(c.name(a.ID), lettersIn(c.name(a.ID), plotLeft-8-(wide+6)))),
	}
}

// lettersIn is how many letters of a bold name stand in a room, with " …" where they are not all. Such a letter is 6.5 wide, one of
// Chinese, Japanese or Korean 9.5.
func lettersIn(name string, room int) int {
	used, fit := 0, 0 // in halves
	for _, r := range name {
		if used += 13; r >= 0x2e80 {
			used += 6
		}
		if used <= 2*room {
			fit++
		}
	}
	if used > 2*room {
		return fit - 2
	}
	return fit
}

// laneDate is an article's date under its outlet's name.
func laneDate(c citer, a dataset.Article, y int) *node {
	return label("o", 16+7*utf8.RuneCountInString(a.Siglum), y+13, "start", c.medium(a.Published))
}

// laneMark is a round that an article tells of.
type laneMark struct {
	x       int
	status  string
	ordinal int // how the article counts it, 0 where it does not
}

func (c *course) marksOf(article string, s scale) []laneMark {
	var out []laneMark
	for _, m := range c.doc.Rounds {
		d, ok := day(m.Date)
		for _, cov := range m.Coverage {
			if !ok || cov.Article != article {
				continue
			}
			mark := laneMark{x: s.at(d), status: cov.Status}
			for _, o := range c.doc.Series.OrderClaims {
				if o.Article == article && o.Meeting == m.ID && mark.ordinal == 0 {
					mark.ordinal = o.Ordinal
				}
			}
			out = append(out, mark)
		}
	}
	return out
}

func (c *course) pictureKeys() *node {
	for _, o := range c.doc.Series.OrderClaims {
		if o.Since != "" {
			return statusKeys(c.words, c.doc.Rounds, stroke("dot", "M6.5 2l4 8h-8z"), "countedfrom")
		}
	}
	return statusKeys(c.words, c.doc.Rounds, nil, "")
}

// statusKeys are the marks of a picture of meetings with their words, and one mark more.
func statusKeys(w *words, meetings []dataset.Meeting, more *node, text string) *node {
	key := func(shape *node, text string) *node {
		return el("span", el("svg", attrs{{"width", "13"}, {"height", "13"}, {"aria-hidden", "true"}}, shape), w.say(text))
	}
	box := el("figcaption.keys")
	for _, k := range [][2]string{{"dot", "held"}, {"hol", "ahead"}, {"imp", "impliedonly"}} {
		if slices.ContainsFunc(meetings, func(m dataset.Meeting) bool { return shape(m.Status) == k[0] }) {
			box.add(key(el("circle."+k[0], attrs{{"cx", "6.5"}, {"cy", "6.5"}, {"r", "5.5"}}), k[1]))
		}
	}
	if more != nil {
		box.add(key(more, text))
	}
	return box.add(el("span", w.say("scale")))
}
