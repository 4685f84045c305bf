package when

// Date is an EDTF value: a day, month or year, exact or uncertain; an interval; or one unknown day out of a range.
// The zero value is the unknown date. Dates can be compared with ==.
type Date struct {
	form     form
	from, to point // to is used by intervals and ranges only
}

type form uint8

const (
	unknown  form = iota
	single        // from
	interval      // from/to
	oneOf         // [from..to]
)

// point is an end of an interval, or a single date.
type point struct {
	year, month, day int16
	unit             unitOf
	wildYear         uint8 // how many last digits of the year are X: 0, 1 (a decade) or 2 (a century)
	mark             byte  // '?' uncertain, '~' approximate, '%' both, or 0
}

// unitOf is the smallest part that a point names.
type unitOf uint8

const (
	toBlank   unitOf = iota // "" in an interval: there is an end, nobody says when
	toOpen                  // ".."
	toYear                  // 2014
	toMonth                 // 2014-02
	toDay                   // 2014-02-18
	inYear                  // 2014-XX: some month of the year
	inMonth                 // 2014-02-XX: some day of the month
	inYearDay               // 2014-XX-XX: some day of the year
)

// Precision says how precise a Date is.
type Precision int

// The precisions of dates, the finest first. A range [a..b] has the precision of an interval.
const (
	Unknown        Precision = iota // the zero Date
	ToDay                           // one day
	ToMonth                         // one month, or an unspecified day of it
	ToYear                          // one year, an unspecified part of it, or a decade or century
	WithinInterval                  // two ends, and nothing about the days between
	OpenEnded                       // at least one end is not known
)

// OnDay is the date of one day.
func OnDay(d Day) Date { return Date{form: single, from: pointOf(d)} }

// Month is the date of a month, m from 1 to 12.
func Month(y, m int) Date {
	return Date{form: single, from: point{year: int16(y), month: int16(m), unit: toMonth}}
}

// Year is the date of a year.
func Year(y int) Date { return Date{form: single, from: point{year: int16(y), unit: toYear}} }

// Interval is the interval a/b of days, both included; a is not after b.
func Interval(a, b Day) Date {
	if a == b {
		return OnDay(a)
	}
	return Date{form: interval, from: endPoint(a), to: endPoint(b)}
}

// OneOf is the range [a..b]: one unknown day of those from a to b, both included; a is not after b.
func OneOf(a, b Day) Date {
	if a == b {
		return OnDay(a)
	}
	return Date{form: oneOf, from: endPoint(a), to: endPoint(b)}
}

// From is the interval d/.. of d and all days after it.
func From(d Day) Date { return Date{form: interval, from: pointOf(d), to: point{unit: toOpen}} }

// Years is the interval a/b of years, both included; a is before b.
func Years(a, b int) Date { return Date{form: interval, from: Year(a).from, to: Year(b).from} }

func pointOf(d Day) point {
	y, m, day := d.Date()
	return point{year: int16(y), month: int16(m), day: int16(day), unit: toDay}
}

// endPoint is a point, or an open end where d is farther than any date that can be written.
func endPoint(d Day) point {
	if d < MakeDay(0, 1, 1) || d > MakeDay(9999, 12, 31) {
		return point{unit: toOpen}
	}
	return pointOf(d)
}

// AsUncertain is d marked with "?" (or "%" if it was approximate). Both ends of an interval are marked.
func (d Date) AsUncertain() Date {
	if d.form == oneOf {
		return d // a range is uncertain by nature
	}
	d.from, d.to = d.from.uncertain(), d.to.uncertain()
	return d
}

func (p point) uncertain() point {
	switch {
	case p.unit == toBlank || p.unit == toOpen:
	case p.mark == '~':
		p.mark = '%'
	case p.mark == 0:
		p.mark = '?'
	}
	return p
}

// AsApproximate is d marked with "~" (or "%" if it was uncertain).
func (d Date) AsApproximate() Date {
	if d.form == oneOf {
		return d
	}
	d.from, d.to = d.from.approximate(), d.to.approximate()
	return d
}

func (p point) approximate() point {
	switch {
	case p.unit == toBlank || p.unit == toOpen:
	case p.mark == '?':
		p.mark = '%'
	case p.mark == 0:
		p.mark = '~'
	}
	return p
}

// IsZero reports whether nothing is known.
func (d Date) IsZero() bool { return d.form == unknown }

// Uncertain reports whether d is marked "?", "~" or "%", or is one day out of a range.
func (d Date) Uncertain() bool {
	return d.form == oneOf || d.from.mark != 0 || d.to.mark != 0
}

// Precision says how precise d is.
func (d Date) Precision() Precision {
	switch d.form {
	case unknown:
		return Unknown
	case interval, oneOf:
		if d.from.unit <= toOpen || d.to.unit <= toOpen {
			return OpenEnded
		}
		return WithinInterval
	}
	switch d.from.unit {
	case toDay:
		return ToDay
	case toMonth, inMonth:
		return ToMonth
	}
	return ToYear
}

// First is the first day that d can mean. For an open or unknown beginning it is a day before every date that
// can be written. The marks "~" and "?" do not widen a date, because EDTF does not say by how much.
func (d Date) First() Day {
	if d.form == unknown {
		return farPast
	}
	return d.from.first()
}

// Last is the last day that d can mean. For an open or unknown end it is a day after every date that can be written.
func (d Date) Last() Day {
	switch d.form {
	case unknown:
		return farFuture
	case single:
		return d.from.last()
	}
	return d.to.last()
}

func (p point) first() Day {
	switch p.unit {
	case toBlank, toOpen:
		return farPast
	case toDay:
		return MakeDay(int(p.year), int(p.month), int(p.day))
	case toMonth, inMonth:
		return MakeDay(int(p.year), int(p.month), 1)
	}
	return MakeDay(int(p.year), 1, 1)
}

func (p point) last() Day {
	switch p.unit {
	case toBlank, toOpen:
		return farFuture
	case toDay:
		return MakeDay(int(p.year), int(p.month), int(p.day))
	case toMonth, inMonth:
		return MakeDay(int(p.year), int(p.month)+1, 0)
	}
	years := [...]int{0, 9, 99}[p.wildYear]
	return MakeDay(int(p.year)+years, 12, 31)
}

// Overlaps reports whether d and e can mean a common day. The unknown date overlaps nothing.
func (d Date) Overlaps(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.First() <= e.Last() && e.First() <= d.Last()
}

// Contains reports whether every day that e can mean is one that d can mean. The unknown date contains nothing
// and is contained in nothing.
func (d Date) Contains(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.First() <= e.First() && e.Last() <= d.Last()
}
