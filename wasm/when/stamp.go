package when

import (
	"slices"

	"readout/wasm/east"
	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// Stamps: lines of a page that say on which day it was put there.

// stamped looks for a full date in a short line above the body: "2019.08.29 15:02", "Published: May 14, 2014".
func (i *inference) stamped() Date {
	var first phrase
	var at text.Span
	for _, s := range i.lines(0, i.bodyStart(), false) {
		p, span := fullDate(i.doc.Source, s)
		if p.sort == none || i.caption(span) || i.tells(s) {
			continue
		}
		if first.sort == none {
			first, at = p, span
		}
		if s.Start > i.headline() && !i.update(s) { // what stands above the headline can be the day on which the page was opened
			first, at = p, span
			break
		}
	}
	if first.sort != none {
		i.note(Evidence{Span: at, Passage: i.passageAt(at), Why: "a date above the text"})
		return i.dayOrMonth(first, at)
	}
	return i.easternStamp()
}

// update reports whether a line says when an article was changed, and no more.
func (i *inference) update(s text.Span) bool {
	for k, p := range cut(i.doc.Source, s) {
		if p.norm == "updated" || p.norm == "update" || p.norm == "modified" {
			return k < 2
		}
	}
	return false
}

// headline is the offset of the headline, the length of the source where there is none.
func (i *inference) headline() int {
	for _, p := range i.doc.Passages {
		if p.Kind == text.Headline {
			return p.Start
		}
	}
	return len(i.doc.Source)
}

// dayOrMonth is the day of a stamp. Of "07/05/2025" the text says which number is the month: the reading that more of what it tells
// fits; where none does better, the one near the weekday of its news, else the first.
func (i *inference) dayOrMonth(p phrase, span text.Span) Date {
	d := p.inTheYear(p.year).date
	l := cut(i.doc.Source, span)
	if p.day > 12 || p.day == p.month || len(l) < 3 || !l.is(1, "/", "-") || len(l.at(0).norm) == 4 {
		return d
	}
	for _, z := range cut(i.doc.Source, text.Span{Start: span.End, End: min(span.End+maxZone, len(i.doc.Source))}) {
		if american.Has(z.norm) {
			return d
		}
	}
	other := p
	other.day, other.month = p.month, p.day
	e := other.inTheYear(p.year).date
	more := i.fits(e.First()) - i.fits(d.First())
	for n := 0; more == 0 && n < len(i.doc.Passages); n++ {
		if w := i.weekday(n); w > 0 {
			if isNews(d, w) {
				return d
			}
			if isNews(e, w) {
				more = 1
			}
		}
	}
	if more > 0 {
		return e
	}
	return d
}

// american are the time zones of a country that writes the month first; maxZone is how far behind its date a stamp may have one (guessed).
var american = wordlist.Of(`est edt et pst pdt pt`)

const maxZone = 16

// easternStamp looks for a full date in Korean or Japanese in a short line above the body.
func (i *inference) easternStamp() Date {
	p := east.Of(i.doc.Language)
	if p == nil {
		return Date{}
	}
	for _, s := range i.lines(0, i.bodyStart(), false) {
		parts := dayParts(p, i.doc.Source, s, p.Items(i.doc.Source, s))
		for k := 0; k+2 < len(parts); k++ {
			y, m, d := parts[k], parts[k+1], parts[k+2]
			if y.unit != year || m.unit != month || d.unit != day || y.n == 0 || m.n == 0 || d.n == 0 || d.n > daysIn(y.n, m.n) || !goesOn(i.doc.Source, y, m) || !goesOn(i.doc.Source, m, d) {
				continue
			}
			span := text.Span{Start: y.Start, End: d.End}
			i.note(Evidence{Span: span, Passage: i.passageAt(span), Why: "a date above the text"})
			return OnDay(MakeDay(y.n, m.n, d.n))
		}
	}
	return Date{}
}

// posted looks for a line within or below the text, and no part of it, that says when it was put there ("Updated: 08-01-2021 16:11", "Published
// in Dawn, October 19th, 2015") or that stands, with a date, among the first sentences: under a deck, say.
func (i *inference) posted() Date {
	head := i.bodyStart()
	for n, bodies := 0, 0; n < len(i.doc.Passages) && bodies < headBodies; n++ {
		if p := i.doc.Passages[n]; p.Kind == text.Body {
			head, bodies = p.Start, bodies+1
		}
	}
	for _, s := range i.lines(i.bodyStart(), len(i.doc.Source), false) {
		l := cut(i.doc.Source, s)
		if s.Start >= head && !slices.ContainsFunc(l, func(p piece) bool { return p.upper && postings.Has(p.norm) }) {
			continue
		}
		if p, span := fullDate(i.doc.Source, s); p.sort != none && i.passageAt(span) < 0 {
			i.note(Evidence{Span: span, Passage: -1, Why: "a line that says when the page was put there"})
			return i.dayOrMonth(p, span)
		}
	}
	return Date{}
}

// headBodies is before which sentence of the body a line with a date may date the text without a word (guessed).
const headBodies = 4

// postings say what was done with a page on a day; readers too post, and on later days.
var postings = wordlist.Of(`published updated created`)

// caption reports whether a span lies under a picture, whose day need not be that of the article.
func (i *inference) caption(s text.Span) bool {
	n := i.passageAt(s)
	return n >= 0 && i.doc.Passages[n].Kind == text.Caption
}

// tells reports whether a line with a date tells something and is no stamp: it has more small words than "first published on the".
func (i *inference) tells(s text.Span) bool {
	n := 0
	for _, p := range cut(i.doc.Source, s) {
		if p.kind == letters && !p.upper {
			n++
		}
	}
	return n > maxSmall
}

// maxSmall is the most small words of a stamp (guessed; stamps have two or three).
const maxSmall = 6

// commented looks for a full date with a time of day below the body.
func (i *inference) commented() Date {
	for _, s := range i.lines(i.bodyEnd(), len(i.doc.Source), true) {
		p, span := fullDate(i.doc.Source, s)
		if p.sort == none || p.clock == "" {
			continue
		}
		if day := p.inTheYear(p.year).date.First(); day >= i.latest() {
			i.note(Evidence{Span: span, Passage: -1, Why: "a stamp below the text, such as of a reader's comment: not much younger than the article"})
			return OneOf(day-1, day)
		}
	}
	return Date{}
}

// maxStamp is the most code points of a line that is taken for a date stamp and not for prose.
const maxStamp = 120

// lines are the short lines of the source between two offsets, and with heads the beginnings of the long ones.
func (i *inference) lines(from, to int, heads bool) []text.Span {
	var out []text.Span
	start := from
	for k := from; k <= to; k++ {
		if k == to || i.doc.Source[k] == '\n' {
			if k > start && (heads || k-start <= maxStamp) {
				out = append(out, text.Span{Start: start, End: min(k, start+maxStamp)})
			}
			start = k + 1
		}
	}
	return out
}

// fullDate is the first date of a line that names day, month and year, with the time of day that stands near it.
func fullDate(source []rune, s text.Span) (phrase, text.Span) {
	l := cut(source, s)
	for k := range l {
		for _, m := range [...]matcher{readNumericDate, readNamedDate} {
			p := m(l, k)
			if p.sort == none || p.year == 0 || p.month == 0 || p.day == 0 || p.day > daysIn(p.year, p.month) {
				continue
			}
			for j := p.end; j < min(len(l), p.end+5) && p.clock == ""; j++ {
				p.clock = readClock(l, j).clock
			}
			return p, text.Span{Start: l[k].Start, End: l[p.end-1].End}
		}
	}
	return phrase{}, text.Span{}
}
