package when

import "strconv"

// context is what an expression is resolved against.
type context struct {
	now     Day   // publication
	tense   tense // of the clause
	ref     Day   // first day of the date named last before; now where none was
	day     Day   // the day named last before; now where none was
	quarter Date  // the quarter named last before, or zero
}

// reading is a resolved expression: its TIMEX3 value and its EDTF date.
type reading struct {
	value string
	date  Date
}

// resolve gives the value and the date of a phrase.
func (c context) resolve(p phrase) reading {
	switch p.sort {
	case calendar:
		return c.calendar(p)
	case shifted:
		return c.shifted(p)
	case fromEvent:
		r := c.fromEvent(p)
		return reading{value: r.value} // only the caller knows the event
	case same:
		y, m, _ := c.ref.Date()
		return c.unitAt(p.unit, c.ref, y, m)
	case eastern:
		return c.eastern(p)
	case clockOnly:
		return reading{value: onDay(c.day).value + clockValue(p.clock)}
	}
	return reading{value: pattern(p)}
}

func onDay(d Day) reading { return reading{OnDay(d).String(), OnDay(d)} }

func onMonth(y, m int) reading {
	y, m, _ = MakeDay(y, m, 1).Date()
	return reading{Month(y, m).String(), Month(y, m)}
}

func onYear(y int) reading { return reading{Year(y).String(), Year(y)} }

func inWeek(d Day) reading {
	y, w := d.week()
	return reading{padded(y, 4) + "-W" + padded(w, 2), Interval(d.monday(), d.monday()+6)}
}

func onWeekend(d Day) reading {
	y, w := d.week()
	return reading{padded(y, 4) + "-W" + padded(w, 2) + "-WE", Interval(d.monday()+5, d.monday()+6)}
}

// quarterOf is a quarter, n from 1; n beyond 4 counts on into the next years.
func quarterOf(y, n int) reading {
	y, n = y+floorDiv(n-1, 4), floorMod(n-1, 4)+1
	return inMonths(y, "Q"+strconv.Itoa(n), n*3-2, n*3)
}

// inMonths is a part of a year that TIMEX3 writes with a letter; months beyond 12 count on.
func inMonths(y int, name string, from, to int) reading {
	return reading{padded(y, 4) + "-" + name, monthsOf(y, from, to)}
}

func monthsOf(y, from, to int) Date {
	a, b := Month(y, from), Month(y+(to-1)/12, (to-1)%12+1)
	return Date{form: interval, from: a.from, to: b.from}
}

// seasonOf is a season, quarter or half of a year. Winter begins in December.
func seasonOf(y int, name string) reading {
	switch name {
	case "SP":
		return inMonths(y, name, 3, 5)
	case "SU":
		return inMonths(y, name, 6, 8)
	case "FA":
		return inMonths(y, name, 9, 11)
	case "WI":
		return inMonths(y, name, 12, 14)
	case "H1":
		return inMonths(y, name, 1, 6)
	case "H2":
		return inMonths(y, name, 7, 12)
	}
	return quarterOf(y, int(name[1]-'0'))
}

func decadeOf(y int) reading {
	y -= y % 10
	return reading{padded(y/10, 3), Date{form: single, from: point{year: int16(y), unit: toYear, wildYear: 1}}}
}

func centuryOf(y int) reading {
	y -= y % 100
	return reading{padded(y/100, 2), Date{form: single, from: point{year: int16(y), unit: toYear, wildYear: 2}}}
}

func clockValue(clock string) string {
	if clock == "" {
		return ""
	}
	return "T" + clock
}

// unitAt is the unit in which a day lies.
func (c context) unitAt(u unit, d Day, y, m int) reading {
	switch u {
	case week:
		return inWeek(d)
	case weekend:
		return onWeekend(d)
	case month:
		return onMonth(y, m)
	case quarter:
		return quarterOf(y, (m+2)/3)
	case year:
		return onYear(y)
	case decade:
		return decadeOf(y)
	case century:
		return centuryOf(y)
	}
	return onDay(d)
}

// moved is the unit n units away from the one in which day d lies.
func (c context) moved(u unit, d Day, n int) reading {
	y, m, _ := d.Date()
	switch u {
	case week, weekend:
		return c.unitAt(u, d+Day(7*n), y, m)
	case month:
		return onMonth(y, m+n)
	case quarter:
		return quarterOf(y, (m+2)/3+n)
	case year:
		return c.inYears(y + n)
	case decade:
		return c.inYears(y + 10*n)
	case century:
		return c.inYears(y + 100*n)
	case hour, minute, second:
		return onDay(d)
	}
	return onDay(d + Day(n))
}

// inYears is a year that can be written, or nothing.
func (c context) inYears(y int) reading {
	if y < 0 || y > 9999 {
		return reading{value: "XXXX"}
	}
	return onYear(y)
}

// shifted resolves what counts from the publication.
func (c context) shifted(p phrase) reading {
	if p.count > 0 || p.half {
		if p.count > 10000 {
			return reading{value: pattern(p)}
		}
		if p.unit == year && p.count == 1 && p.shift < 0 && !c.quarter.IsZero() {
			return reading{c.quarterBefore().value, c.moved(year, c.now, -1).date}
		}
		return c.moved(p.unit, c.now, p.shift*p.count)
	}
	if p.vague {
		return reading{value: pattern(p)}
	}
	y, _, _ := c.now.Date()
	var r reading
	switch p.unit {
	case weekend:
		r = c.weekendAt(p)
	case quarter:
		r = c.quarterAt(p)
	case decade:
		r = decadeOf(y + 10*p.shift)
	case century:
		r = centuryOf(y + 100*p.shift)
	default:
		r = c.moved(p.unit, c.now, p.shift)
	}
	r.value += clockValue(p.clock)
	return r
}

// quarterAt resolves "the quarter", which is the one named before or, in a report of results, the one that is over.
func (c context) quarterAt(p phrase) reading {
	y, m, _ := c.now.Date()
	q := (m + 2) / 3
	switch {
	case p.named:
		return quarterOf(y, q+p.shift)
	case !c.quarter.IsZero():
		fy, fm, _ := c.quarter.First().Date()
		return quarterOf(fy, (fm+2)/3)
	case c.tense == future:
		return quarterOf(y, q)
	}
	return quarterOf(y, q-1)
}

// weekendAt resolves "the weekend", "this weekend", "last weekend", "next weekend".
func (c context) weekendAt(p phrase) reading {
	switch {
	case p.shift != 0:
		return onWeekend(c.now + Day(7*p.shift))
	case c.tense == past && c.now.Weekday() < saturday:
		return onWeekend(c.now - 7)
	}
	return onWeekend(c.now)
}

// fromEvent guesses the value of what counts from an event: the event is taken to be at the date named last.
func (c context) fromEvent(p phrase) reading {
	if p.length || p.vague {
		return reading{value: pattern(p)}
	}
	n := p.count
	if n == 0 {
		n = 1
	}
	if p.shift == 0 {
		n = 0
	}
	from := c.ref
	if p.unit == day {
		from = c.day
	}
	if p.unit == year && n == 1 && p.shift < 0 && !c.quarter.IsZero() {
		return c.quarterBefore()
	}
	r := c.moved(p.unit, from, p.shift*min(n, 10000))
	r.value += clockValue(p.clock)
	return r
}

// quarterBefore is the same quarter of the year before the one named last: what "a year earlier" means in reports of results.
func (c context) quarterBefore() reading {
	y, m, _ := c.quarter.First().Date()
	return quarterOf(y-1, (m+2)/3)
}

// calendar resolves what names parts of a date; the parts that it leaves open are filled in the direction of the tense.
func (c context) calendar(p phrase) reading {
	if p.repeated {
		return reading{value: pattern(p)}
	}
	y, m, _ := c.now.Date()
	var r reading
	switch {
	case p.wildYear == 1:
		return decadeOf(p.year)
	case p.wildYear == 2:
		return centuryOf(p.year)
	case p.toYear > 0:
		return reading{padded(p.year, 4) + "/" + padded(p.toYear, 4), Years(p.year, p.toYear)}
	case p.weekday > 0 && p.day == 0:
		r = onDay(c.weekday(p))
	case p.day > 0 && p.month == 0:
		if p.named {
			r = clampedDay(y, m+p.shift, p.day)
		} else {
			r = c.dayOfMonth(p)
		}
	case p.year > 0 || p.unit == year:
		if p.year == 0 {
			p.year = y + p.shift
		}
		r = p.inTheYear(p.year)
	default:
		r = p.inTheYear(c.yearOf(p))
	}
	if p.lastDay > p.day && r.date.Precision() == ToDay {
		first := r.date.First()
		if y, m, _ := first.Date(); p.lastDay <= daysIn(y, m) {
			r.date = Interval(first, first+Day(p.lastDay-p.day))
		}
	}
	if p.inWeek && r.date.Precision() == ToDay {
		return inWeek(r.date.First())
	}
	r.value += clockValue(p.clock)
	return r
}

// clampedDay is a day of a month, or the month where it has no such day.
func clampedDay(y, m, d int) reading {
	y, m, _ = MakeDay(y, m, 1).Date()
	if d > daysIn(y, m) {
		return onMonth(y, m)
	}
	return onDay(MakeDay(y, m, d))
}

func (p phrase) inTheYear(y int) reading {
	switch {
	case p.season != "":
		return seasonOf(y, p.season)
	case p.holiday != nil:
		return onDay(p.holiday.in(y))
	case p.month == 0:
		return onYear(y)
	case p.day == 0:
		return onMonth(y, p.month)
	}
	return clampedDay(y, p.month, p.day)
}

// weekday resolves "Friday": the nearest in the direction of the tense, the publication day included; of what was meant the nearest at all.
func (c context) weekday(p phrase) Day {
	if p.unit == week {
		return c.now.monday() + Day(7*p.shift+p.weekday-monday)
	}
	ahead := Day(floorMod(p.weekday-c.now.Weekday(), 7))
	switch {
	case p.named && p.shift < 0:
		return c.now + ahead - 7
	case p.named && p.shift > 0:
		if ahead == 0 {
			ahead = 7
		}
		return c.now + ahead
	case ahead == 0, c.tense == future, c.tense == meant && ahead < 4:
		return c.now + ahead
	case p.named && c.tense == noTense:
		return c.now + ahead
	}
	return c.now + ahead - 7
}

// dayOfMonth resolves "the 18th": the nearest in the direction of the tense, past where there is none. With a weekday
// it is the nearest on which both fit.
func (c context) dayOfMonth(p phrase) reading {
	y, m, _ := c.now.Date()
	step := -1
	if c.tense == future {
		step = 1
	}
	for k := 0; k <= 12; k++ {
		ky, km, _ := MakeDay(y, m+step*k, 1).Date()
		if p.day > daysIn(ky, km) {
			continue
		}
		d := MakeDay(ky, km, p.day)
		if step < 0 && d > c.now || step > 0 && d < c.now {
			continue
		}
		if p.weekday > 0 && d.Weekday() != p.weekday {
			continue
		}
		return onDay(d)
	}
	return reading{value: pattern(p)}
}

// yearOf finds the year of a month, day, season or quarter that is named without one.
func (c context) yearOf(p phrase) int {
	y, _, _ := c.now.Date()
	if p.named && p.shift == 0 {
		return y
	}
	if p.weekday > 0 && p.day > 0 {
		return c.yearOfWeekday(p, y)
	}
	this := p.inTheYear(y).date
	switch {
	case p.named && p.shift < 0:
		if this.Last() < c.now {
			return y
		}
		return y - 1
	case p.named:
		if this.First() <= c.now {
			return y + 1
		}
		return y
	}
	if p.season != "" && p.season[0] == 'Q' { // news tell of quarters when they are over or under way
		if this.First() <= c.now || c.tense == future {
			return y
		}
		return y - 1
	}
	best, least := y, farFuture
	for k := y - 1; k <= y+1; k++ {
		if cost := c.strain(p.inTheYear(k).date, p.day == 0 && p.holiday == nil); cost < least {
			best, least = k, cost
		}
	}
	return best
}

// against is how many times farther a date may lie in the direction of the tense before the one in the other direction is
// preferred: "the offer, which was extended to Jan. 14" is told in the past of a day to come. Measured on
// TimeBank and AQUAINT; a whole month or season follows the tense more often than a day with its month.
const (
	against      = 2
	againstMonth = 4
)

// strain is how far a date lies from the publication, in days, made worse when it lies against the tense.
func (c context) strain(d Date, long bool) Day {
	factor := Day(against)
	if long {
		factor = againstMonth
	}
	switch {
	case d.First() > c.now && c.tense == future, d.Last() < c.now && c.tense != future:
		factor = 1
	case c.tense == noTense && !long:
		factor = 1
	}
	switch {
	case d.First() > c.now:
		return (d.First() - c.now) * factor
	case d.Last() < c.now:
		return (c.now - d.Last()) * factor
	}
	return 0
}

// yearOfWeekday is the nearest year in which day and weekday agree.
func (c context) yearOfWeekday(p phrase, y int) int {
	for _, k := range [...]int{0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6} {
		if p.day <= daysIn(y+k, p.month) && MakeDay(y+k, p.month, p.day).Weekday() == p.weekday {
			return y + k
		}
	}
	return y
}
