package when

import (
	"readout/wasm/east"
	"readout/wasm/text"
)

// Expr is an expression of time in an article.
type Expr struct {
	text.Span           // in code points of the source
	Passage   int       // index into Document.Passages
	Type      string    // TIMEX3: DATE, TIME, DURATION or SET
	Value     string    // TIMEX3 value; X for the digits that are not known
	Date      Date      // what it stands for, completely, even if Value has only the first day ("March 1-2"); zero if it names no date, or none that can be known from here
	Relative  *Relative // set if it counts from an event and not from the publication
	Text      string    // as written
}

// Relative is a distance from the event told before. Only the caller knows that event.
type Relative struct {
	Days    int  // negative: earlier
	Months  int  // to be added to Days; "a year later" is 12 months
	Implied bool // it is the time of another event at that distance, not of what is told: "After eight months, they met again"
}

// Find marks the expressions of time in a document, in source order and without overlap, and resolves them against the
// publication date. If that is not one day ("2014-02", "[2014-02-18..2014-02-21]"), an expression is resolved against its first
// and its last day, and gets the range of both results. If it is the zero Date or open, only absolute expressions are resolved,
// and the others keep a Value with X.
func Find(d *text.Document, published Date) []Expr {
	f := finder{doc: d, first: published.First(), last: published.Last()}
	f.known = published.Precision() != Unknown && published.Precision() != OpenEnded
	f.all()
	return f.out
}

// finder walks through a document.
type finder struct {
	doc         *text.Document
	first, last Day // bounds of the publication date
	known       bool
	named       Date // the date named last, to which "the same month" refers
	day         Date // the day named last, to which "the next day" refers
	quarter     Date // the quarter named last, to which "a year earlier" refers in reports of results
	out         []Expr
	cutter

	heard func(passage int, e Expr, p phrase, t tense) // told of every expression, where it is set
}

// all reads the document sentence by sentence.
func (f *finder) all() {
	passages := f.doc.Passages
	if p := east.Of(f.doc.Language); p != nil {
		for i := range passages {
			f.east(p, i)
		}
		return
	}
	for i := 0; i < len(passages); {
		end := i + 1
		for end < len(passages) && passages[end].Sentence == passages[i].Sentence {
			end++
		}
		f.sentence(i, end)
		i = end
	}
}

// sentence reads the passages [from, to) of one sentence. Tense is a matter of the sentence, but an expression lies
// within one passage.
func (f *finder) sentence(from, to int) {
	passages := f.doc.Passages
	whole := f.cut(f.doc.Source, text.Span{Start: passages[from].Start, End: passages[to-1].End})
	var marks []tense
	i := 0
	for n := from; n < to; n++ {
		end := i
		for end < len(whole) && whole[end].Start < passages[n].End {
			end++
		}
		for l := whole[:end]; i < end; {
			if !l.begins(i) {
				i++
				continue
			}
			p := read(l, i)
			switch p.sort {
			case none:
				i = skipWord(l, i)
				continue
			case age:
			default:
				if marks == nil {
					marks = tenses(whole)
				}
				f.add(n, l, p, tenseOf(whole, marks, p.start, p.end))
			}
			i = p.end
		}
	}
}

// skipWord is the next piece at which an expression may begin. Letters behind digits ("4x4", "G20") and the rest of a
// number with points are no beginnings.
func skipWord(l line, i int) int {
	if l[i].kind == digits {
		for l.glued(i+1) && (l.at(i+1).kind == digits || l.is(i+1, ".", ",") && l.glued(i+2) && l.at(i+2).kind == digits) {
			i++
		}
	}
	return i + 1
}

// add resolves a phrase and appends it.
func (f *finder) add(n int, l line, p phrase, t tense) {
	f.put(n, text.Span{Start: l[p.start].Start, End: l[p.end-1].End}, p, t)
}

// put resolves a phrase that stands at a span and appends it.
func (f *finder) put(n int, at text.Span, p phrase, t tense) {
	e := Expr{Span: at, Passage: n, Type: kind(p)}
	e.Text = f.doc.Slice(e.Span)
	e.Value, e.Date = f.resolve(p, t)
	if p.sort == fromEvent && !p.vague {
		e.Relative = relative(p)
	}
	if !e.Date.IsZero() && p.sort != same {
		f.named = e.Date
		if e.Date.Precision() == ToDay {
			f.day = e.Date
		}
		if p.season != "" && p.season[0] == 'Q' && p.year == 0 && !p.named {
			f.quarter = e.Date
		}
	}
	if f.heard != nil {
		f.heard(n, e, p, t)
	}
	f.out = append(f.out, e)
}

// resolve resolves a phrase against both bounds of the publication date.
func (f *finder) resolve(p phrase, t tense) (string, Date) {
	if !f.known {
		if p.sort == calendar && p.year > 0 {
			r := context{}.calendar(p)
			return r.value, r.date
		}
		return pattern(p), Date{}
	}
	a := f.at(f.first, t).resolve(p)
	b := a
	if f.last != f.first {
		b = f.at(f.last, t).resolve(p)
	}
	switch {
	case !writable(a.date) || !writable(b.date):
		return pattern(p), Date{}
	case a.value == b.value:
		return a.value, a.date
	case a.date.IsZero() || b.date.IsZero():
		return pattern(p), Date{}
	}
	return pattern(p), OneOf(min(a.date.First(), b.date.First()), max(a.date.Last(), b.date.Last()))
}

func (f *finder) at(now Day, t tense) context {
	c := context{now: now, tense: t, ref: now, day: now, quarter: f.quarter}
	if f.day.Precision() == ToDay {
		c.day = f.day.First()
	}
	if p := f.named.Precision(); p != Unknown && p != OpenEnded {
		c.ref = f.named.First()
	}
	return c
}

// writable reports whether a date lies in the years that EDTF writes with four digits. Those beyond come of publication dates at
// the edge, and of "ten thousand years ago".
func writable(d Date) bool {
	return d.IsZero() || d.First() >= MakeDay(0, 1, 1) && d.Last() <= MakeDay(9999, 12, 31)
}

// relative is the distance that a phrase tells from the event before.
func relative(p phrase) *Relative {
	n := p.count
	if n == 0 {
		n = 1
	}
	n *= p.shift
	r := &Relative{Implied: p.implied}
	switch p.unit {
	case week, weekend:
		r.Days = 7 * n
	case month:
		r.Months = n
	case quarter:
		r.Months = 3 * n
	case year:
		r.Months = 12 * n
	case decade:
		r.Months = 120 * n
	case century:
		r.Months = 1200 * n
	case day:
		r.Days = n
	}
	return r
}
