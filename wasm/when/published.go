package when

import (
	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// Evidence is a place in an article that says something about its publication date.
type Evidence struct {
	text.Span
	Passage int    // index into Document.Passages; -1 outside the article proper
	Why     string // what it means, as a short English phrase
}

// Published infers the publication date from the text alone, with the evidence that it used.
//
// The best evidence is a date line, or a stamp with day, month and year above the body. Next comes a stamp with a time of day below the body: a reader's comment is not older
// than the article and seldom much younger. Next is the year in an agency's copyright line or in the dateline, narrowed by the tenses of the body: what it tells in the past
// is over, what it tells in the future is to come. Last is the day of a picture, if it falls on the weekday of the news. The result is a day, a range [a..b], an uncertain
// month, or the zero Date if no year can be found. The year in a site's copyright line is no evidence, because it is the year in which the page was saved. Nor are years of
// history.
func Published(d *text.Document) (Date, []Evidence) {
	i := inference{doc: d}
	i.clues()
	if date := i.stamped(); !date.IsZero() {
		return date, i.evidence
	}
	if date := i.dateline(); !date.IsZero() {
		return date, i.evidence
	}
	for _, infer := range [...]func() Date{i.posted, i.commented, i.inYear, i.pictured} {
		if date := infer(); !date.IsZero() {
			return date, i.evidence
		}
	}
	return Date{}, i.evidence
}

// inference is the work of Published on one document.
type inference struct {
	doc      *text.Document
	told     []clue
	evidence []Evidence
}

// clue is an expression of the body that bounds the publication date.
type clue struct {
	Evidence
	fits func(Day) bool
	from Day // the first day on which it fits, where it names its year; else farPast
}

// maxClues bounds the work, for every clue is tried against every day of a year (guessed).
const maxClues = 48

func (i *inference) note(e Evidence) { i.evidence = append(i.evidence, e) }

// clues collects what the body tells in the past and in the future.
func (i *inference) clues() {
	f := finder{doc: i.doc}
	f.heard = func(n int, e Expr, p phrase, t tense) {
		if i.doc.Passages[n].Kind == text.Caption && p.year > 0 {
			t = past // when a picture was taken
		}
		if len(i.told) == maxClues || p.sort != calendar || t == noTense {
			return
		}
		if c, ok := clueOf(p, t); ok {
			c.Evidence.Span, c.Passage = e.Span, n
			i.told = append(i.told, c)
		}
	}
	f.all()
}

// clueOf is what a date told in the past or the future says of the publication.
func clueOf(p phrase, t tense) (clue, bool) {
	if p.repeated || p.toYear > 0 || p.wildYear > 0 || p.season != "" || p.month == 0 && p.day == 0 {
		return clue{}, false
	}
	c := clue{from: farPast}
	over := t == past
	switch {
	case p.year > 0:
		d := p.inTheYear(p.year).date
		if over {
			c.Why, c.from = "told as past", d.First()
			c.fits = func(now Day) bool { return now >= d.First() }
		} else {
			c.Why = "told as to come"
			c.fits = func(now Day) bool { return now <= d.Last() }
		}
	case p.named && p.unit == year && p.month > 0 && p.shift == 0:
		c.Why = "this year"
		c.fits = func(now Day) bool {
			_, m, _ := now.Date()
			return over == (m >= p.month) || m == p.month
		}
	case p.named:
		return clue{}, false
	case p.month > 0 && p.day > 0:
		c.Why = "a day told as past"
		if !over {
			c.Why = "a day told as to come"
		}
		c.fits = func(now Day) bool { return dayFits(p, now, over) }
	case p.month > 0: // a month without a year is at most about eight months off (a guess)
		c.Why = "a month told as past"
		if !over {
			c.Why = "a month told as to come"
		}
		c.fits = func(now Day) bool {
			_, m, _ := now.Date()
			since := floorMod(m-p.month, 12)
			return over && since >= 1 && since <= 8 || !over && (since == 0 || since >= 4)
		}
	default:
		c.Why = "a day of the month told as past"
		if !over {
			c.Why = "a day of the month told as to come"
		}
		c.fits = func(now Day) bool {
			_, _, d := now.Date()
			return over && d >= p.day || !over && d <= p.day
		}
	}
	return c, true
}

// dayFits reports whether a day with its month, told without a year, lies on the right side of now, at most half a year off,
// and on its weekday where it names one.
func dayFits(p phrase, now Day, over bool) bool {
	y, _, _ := now.Date()
	for k := y - 1; k <= y+1; k++ {
		if p.day > daysIn(k, p.month) {
			continue
		}
		d := MakeDay(k, p.month, p.day)
		if p.weekday > 0 && d.Weekday() != p.weekday {
			continue
		}
		if away := now - d; over && away >= 0 && away < 183 || !over && away <= 0 && away > -183 {
			return true
		}
	}
	return false
}

// fits is how much of what the text tells agrees with a day of publication.
func (i *inference) fits(d Day) int {
	n := 0
	for _, c := range i.told {
		if c.fits(d) {
			n++
		}
	}
	return n
}

// pictured is the day of a picture, if the weekday of the news is that day or the day before: a picture from the files seldom falls on it.
func (i *inference) pictured() Date {
	for _, c := range i.doc.Passages {
		if c.Kind != text.Caption || cut(i.doc.Source, c.Span).is(0, "file") {
			continue
		}
		p, span := fullDate(i.doc.Source, c.Span)
		if p.sort == none {
			continue
		}
		bodies := 0
		for n, b := range i.doc.Passages {
			if b.Kind != text.Body || bodies == leads {
				continue
			}
			bodies++
			if d := p.inTheYear(p.year).date; i.weekday(n) > 0 {
				if !isNews(d, i.weekday(n)) {
					break
				}
				i.note(Evidence{Span: span, Passage: i.passageAt(span), Why: "the day of a picture, and the weekday of the news"})
				return d.AsUncertain()
			}
		}
	}
	return Date{}
}

// leads is how many sentences of the body may tell the weekday of its news.
const leads = 8

// bodyStart is the offset of the first sentence of the body, or the length of the source where there is none.
func (i *inference) bodyStart() int {
	for _, p := range i.doc.Passages {
		if p.Kind == text.Body {
			return p.Start
		}
	}
	return len(i.doc.Source)
}

func (i *inference) bodyEnd() int {
	for n := len(i.doc.Passages) - 1; n >= 0; n-- {
		if p := i.doc.Passages[n]; p.Kind == text.Body {
			return p.End
		}
	}
	return len(i.doc.Source)
}

func (i *inference) passageAt(s text.Span) int {
	for n, p := range i.doc.Passages {
		if p.Contains(s) {
			return n
		}
	}
	return -1
}

// datelinePieces is how far into its sentence a dateline may reach: "ULAANBAATAR, Mongolia, Aug. 29 (Yonhap) --".
const datelinePieces = 12

// dateline reads "SEOUL, Aug. 29 (Yonhap) --" at the beginning of one of the first sentences of the body. Its year is
// the one that it names, or else the nearest after what the article tells as past, and then uncertain.
func (i *inference) dateline() Date {
	bodies := 0
	for n, pass := range i.doc.Passages {
		if pass.Kind != text.Body {
			continue
		}
		if bodies++; bodies > 3 {
			break
		}
		l := cut(i.doc.Source, text.Span{Start: pass.Start, End: min(pass.End, pass.Start+maxStamp)})
		if !l.at(0).upper && !l.is(0, "(", "[") {
			continue
		}
		for k := 1; k < min(len(l), datelinePieces); k++ {
			p := readNamedDatePlain(l, k)
			if p.sort == none || !l.is(p.end, "(", "-", "/", "|", ":") {
				continue
			}
			i.note(Evidence{Span: text.Span{Start: l[k].Start, End: l[p.end-1].End}, Passage: n, Why: "a dateline"})
			if p.year > 0 && p.day <= daysIn(p.year, p.month) {
				return p.inTheYear(p.year).date
			}
			year, told := i.year()
			if year == 0 {
				return Date{}
			}
			i.note(told)
			d := clampedDay(year, p.month, p.day).date
			if d.First() < i.latest() {
				year++
				d = clampedDay(year, p.month, p.day).date
			}
			if told.Passage >= 0 { // the year of something told, and not of the agency
				d = i.onWeekday(d, n, year, p).AsUncertain()
			}
			return d
		}
	}
	return Date{}
}

// yearsOn is how many years after the last event told as past a dateline may lie, where the weekday of the news says so.
const yearsOn = 5

// onWeekday is the day of a dateline in the first year from the given one in which the weekday that its sentence, passage n, tells as
// past is that day or the day before: news is a day old at most. Where it names none, or no year fits, the day stays.
func (i *inference) onWeekday(d Date, n, year int, p phrase) Date {
	w := i.weekday(n)
	for y := year; w > 0 && y <= year+yearsOn; y++ {
		if c := clampedDay(y, p.month, p.day).date; isNews(c, w) {
			return c
		}
	}
	return d
}

// weekday is the first weekday that passage n tells as past, 0 for none.
func (i *inference) weekday(n int) int {
	l := cut(i.doc.Source, i.doc.Passages[n].Span)
	marks := tenses(l)
	for k := range l {
		if w, ok := weekdays.Get(l[k].norm); ok && l[k].upper && tenseOf(l, marks, k, k+1) == past {
			return w
		}
	}
	return 0
}

// isNews reports whether what was on a weekday is news on day d: it was that day or the day before.
func isNews(d Date, weekday int) bool {
	return d.First().Weekday() == weekday || (d.First()-1).Weekday() == weekday
}

// latest is the latest day with its year that the body tells as past.
func (i *inference) latest() Day {
	latest := farPast
	for _, c := range i.told {
		latest = max(latest, c.from)
	}
	return latest
}

// year is the year of publication by an agency's copyright line, or else of the latest dated event told as past.
func (i *inference) year() (int, Evidence) {
	if y, e := i.copyright(); y > 0 {
		return y, e
	}
	latest := i.latest()
	for _, c := range i.told {
		if c.from == latest && latest > farPast {
			y, _, _ := latest.Date()
			return y, c.Evidence
		}
	}
	return 0, Evidence{}
}

// agencies are names that stand in the copyright line of the text itself and not of the site that shows it.
var agencies = wordlist.Of(`afp ap associated reuters yonhap kyodo xinhua upi dpa jiji tass bloomberg efe ansa interfax pti ians newsis`)

// copyright looks for "(c) 2014 AFP" and "Copyright 2014 The Associated Press".
func (i *inference) copyright() (int, Evidence) {
	for _, s := range i.lines(0, len(i.doc.Source), false) {
		l := cut(i.doc.Source, s)
		for k := range l {
			if !l.is(k, "©", "copyright") && !(l.is(k, "c") && l.is(k-1, "(") && l.is(k+1, ")")) {
				continue
			}
			year, at, agency := 0, 0, false
			for j := k; j < min(len(l), k+8); j++ {
				if l[j].kind == digits && len(l[j].norm) == 4 && isYear(l[j].n) {
					year, at = l[j].n, j
				}
				agency = agency || agencies.Has(l[j].norm)
			}
			if year > 0 && agency {
				return year, Evidence{Span: l[at].Span, Passage: -1, Why: "the year of an agency's copyright line"}
			}
		}
	}
	return 0, Evidence{}
}

// widest is the longest range of days that is given as a range and not as an uncertain month (guessed).
const widest = 45

// inYear narrows the year of an agency's copyright line by what the body tells. Each clue is tried against each day of
// the year; the days on which most of them fit remain.
func (i *inference) inYear() Date {
	year, told := i.copyright()
	if year == 0 {
		return Date{}
	}
	i.note(told)
	first, last := MakeDay(year, 1, 1), MakeDay(year, 12, 31)
	best := 0
	var from, to Day
	for d := first; d <= last; d++ {
		n := i.fits(d)
		switch {
		case n > best:
			best, from, to = n, d, d
		case n == best:
			to = d
		}
	}
	if best == 0 {
		return Year(year)
	}
	for _, c := range i.told {
		if c.fits(from) {
			i.note(c.Evidence)
		}
	}
	if to-from <= widest {
		return OneOf(from, to)
	}
	y, m, _ := from.Date()
	return Month(y, m).AsUncertain()
}
