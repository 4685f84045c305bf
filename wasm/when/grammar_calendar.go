package when

import "readout/wasm/wordlist"

// readNumericDate reads 2019-08-29, 2019.08.29, 2019/8/29, 8/29/2019 and 29/8/2019 (the month first when both fit, as in
// American English), and a time behind it: "2019.08.29 15:02", "2019-08-29T15:02".
func readNumericDate(l line, i int) phrase {
	a, b, c := l.at(i), l.at(i+2), l.at(i+4)
	sep := l.at(i + 1).norm
	if a.kind != digits || b.kind != digits || c.kind != digits || sep != "-" && sep != "." && sep != "/" || l.at(i+3).norm != sep {
		return phrase{}
	}
	for k := i + 1; k <= i+4; k++ {
		if !l.glued(k) && sep != "." {
			return phrase{}
		}
	}
	p := phrase{sort: calendar, end: i + 5}
	switch {
	case len(a.norm) == 4 && len(b.norm) <= 2 && len(c.norm) <= 2:
		p.year, p.month, p.day = a.n, b.n, c.n
	case len(c.norm) == 4 && len(a.norm) <= 2 && len(b.norm) <= 2 && (sep == "." || l.glued(i+2) && l.glued(i+4)):
		p.year, p.month, p.day = c.n, a.n, b.n
		if sep == "." && b.n <= 12 { // nobody writes the month first with full stops
			p.month, p.day = b.n, a.n
		}
	case len(a.norm) <= 2 && len(b.norm) == 2 && len(c.norm) == 2 && sep != ".":
		p.year, p.month, p.day = fullYear(c.n), a.n, b.n
	default:
		return phrase{}
	}
	if p.month > 12 && p.day <= 12 && len(a.norm) != 4 {
		p.month, p.day = p.day, p.month
	}
	if !isYear(p.year) || p.month < 1 || p.month > 12 || p.day < 1 || p.day > daysIn(p.year, p.month) {
		return phrase{}
	}
	return withClock(l, p)
}

// fullYear completes a year of two digits: from 30 on it is of the twentieth century (the rule of POSIX is 69; news archives are older).
func fullYear(n int) int {
	if n < 30 {
		return 2000 + n
	}
	return 1900 + n
}

func isYear(n int) bool { return n >= 1000 && n <= 2199 }

// withClock takes a time of day that follows a day into the phrase: "Friday morning", "Aug. 29 at 10:40 a.m.".
func withClock(l line, p phrase) phrase {
	i := l.comma(p.end)
	if l.is(i, "at", "t") {
		i++
	}
	if c := readClock(l, i); c.sort == clockOnly && p.clock == "" {
		p.clock, p.end = c.clock, c.end
	} else if part, ok := partsOfDay.Get(l.at(p.end).norm); ok && p.clock == "" {
		p.clock, p.end = part, p.end+1
	}
	return p
}

// readMonthName reads a month, with its full stop. Abbreviations and "may", "march" need a capital letter.
func readMonthName(l line, i int) (month, end int) {
	m, ok := months.Get(l.at(i).norm)
	if !ok || !l.at(i).upper {
		return 0, i
	}
	end = i + 1
	if l.is(end, ".") && l.glued(end) && l.at(end+1).kind == digits && l.at(end+1).gap { // "MAY. 14"
		return m, end + 1
	}
	if shortForms.Has(l.at(i).norm) {
		if l.is(end, ".") && l.glued(end) {
			return m, end + 1
		}
		if l.at(end).kind != digits {
			return 0, i
		}
	}
	return m, end
}

// readDayNumber reads the day of a month: 18, 18th, eighteenth is not read.
func readDayNumber(l line, i int) (d, end int) {
	p := l.at(i)
	if p.kind != digits || len(p.norm) > 2 || p.n < 1 || p.n > 31 {
		return 0, i
	}
	end = i + 1
	if l.glued(end) && isOrdinalSuffix(l, end) {
		return p.n, end + 1
	}
	if l.glued(end) && (l.at(end).kind == letters || l.is(end, "%") || l.is(end, ".", ",", ":") && l.glued(end+1) && l.at(end+1).kind == digits) {
		return 0, i
	}
	return p.n, end
}

// readLastDay reads the end of a range of days behind day d: "-25", "and 25", "to the 25th".
func readLastDay(l line, i, d int) (last, end int) {
	dash := l.is(i, "-", "/")
	if !dash && !l.is(i, "and", "to", "through") {
		return 0, i
	}
	j := i + 1
	if l.is(j, "the") {
		j++
	}
	last, end = readDayNumber(l, j)
	next := l.at(end)
	_, month := months.Get(next.norm)
	if last <= d || !dash && next.kind == letters && !month && !afterDay.Has(next.norm) {
		return 0, i
	}
	return last, end
}

func isOrdinalSuffix(l line, i int) bool { return l.is(i, "st", "nd", "rd", "th") }

// readYearNumber reads a year behind a month or a day: "2014", ", 2014", "'89".
func readYearNumber(l line, i int) (y, end int) {
	j := l.comma(i)
	if p := l.at(j); p.kind == digits && len(p.norm) == 4 && isYear(p.n) && !(l.glued(j+1) && l.is(j+1, ",", ".") && l.at(j+2).kind == digits && l.glued(j+2)) {
		return p.n, j + 1
	}
	if l.is(i, "'") && l.at(i+1).kind == digits && len(l.at(i+1).norm) == 2 && l.glued(i+1) {
		return fullYear(l.at(i + 1).n), i + 2
	}
	if y, end := spokenYear(l, j); y > 0 {
		return y, end
	}
	return 0, i
}

// spokenYear reads years of transcripts: "nineteen ninety-seven", "two thousand".
func spokenYear(l line, i int) (y, end int) {
	c := cardinals.Of(l.at(i).norm)
	if c < 15 || c > 19 {
		return 0, i
	}
	if t, ok := tens.Get(l.at(i + 1).norm); ok {
		j := l.hyphen(i + 2)
		if u := cardinals.Of(l.at(j).norm); u > 0 && u < 10 {
			return c*100 + t + u, j + 1
		}
		return c*100 + t, i + 2
	}
	return 0, i
}

// readNamedDate reads dates that name their month: "Aug. 29", "29 August 2019", "Thursday, April 6", "December 2018",
// "March this year", "May".
func readNamedDate(l line, i int) phrase {
	p := phrase{sort: calendar}
	if s, ok := shifts.Get(l.at(i).norm); ok { // "last March"
		if m, end := readMonthName(l, i+1); m > 0 && l.at(end).kind != digits && !isMarch(l, i+1) {
			return phrase{sort: calendar, month: m, shift: s, named: true, end: end}
		}
		return phrase{}
	}
	if d, end := readDayNumber(l, i); d > 0 {
		last, end := readLastDay(l, end, d)
		if l.is(end, ".") && l.glued(end) && !l.glued(end+1) { // "16. February 2024"
			if m, mEnd := readMonthName(l, end+1); m > 0 {
				if y, _ := readYearNumber(l, mEnd); y > 0 {
					end++
				}
			}
		}
		if l.is(end, "of") {
			end++
		}
		m, mEnd := readMonthName(l, end)
		if m == 0 && l.at(end).upper { // "29 Oct": the day stands for the full stop
			m, mEnd = months.Of(l.at(end).norm), end+1
		}
		if m == 0 {
			return phrase{}
		}
		p.day, p.lastDay, p.month, p.end = d, last, m, mEnd
	} else {
		m, end := readMonthName(l, i)
		if m == 0 {
			return phrase{}
		}
		p.month, p.end = m, end
		if d, end := readDayNumber(l, end); d > 0 {
			p.day = d
			p.lastDay, p.end = readLastDay(l, end, d)
		}
	}
	if p.day == 0 && l.is(p.end, "of") && l.at(p.end+1).kind == digits {
		p.end++
	}
	if y, end := readYearNumber(l, p.end); y > 0 {
		p.year, p.end = y, end
		if p.day > 0 && l.is(p.end, ",") && l.is(p.end+1, "at") {
			return withClock(l, p)
		}
	} else if s, end, ok := readYearWord(l, p.end); ok {
		p.unit, p.shift, p.named, p.end = year, s, true, end
	} else if p.day == 0 && (bareMay(l, i) || isMarch(l, i)) {
		return phrase{}
	}
	if p.day > daysIn(2000, p.month) {
		return phrase{}
	}
	if p.day > 0 {
		return withClock(l, p)
	}
	return p
}

// isMarch reports a march and no month: "the annual March for Life".
func isMarch(l line, i int) bool {
	return l.is(i, "march") && l.is(i+1, "for", "of", "on") && (l.is(i-1, "the", "annual", "a") || l.at(i-1).kind == mark) && l.at(i+2).kind != digits
}

// bareMay reports a "May" or "March" at i that is more likely a name, a verb or the first word of a sentence than a month.
func bareMay(l line, i int) bool {
	if !l.is(i, "may", "march", "august", "april", "june") {
		return false
	}
	if before := l.at(i - 1); before.upper && !dayPrepositions.Has(before.norm) && !yearPrepositions.Has(before.norm) && shifts.Of(before.norm) == 0 {
		return true // "Theresa May", "Talks May Resume"
	}
	if l.is(i+1, "'") && l.is(i+2, "s") || l.at(i+1).kind != letters || !l.at(i+1).upper {
		return i == 0 && l.is(i, "may", "march")
	}
	return true // "April Glaspie", "May Day"
}

// readYearWord reads "this year", "last year", "of next year" behind a month or season.
func readYearWord(l line, i int) (shift, end int, ok bool) {
	if l.is(i, "of", ",") {
		i++
	}
	if s, isShift := shifts.Get(l.at(i).norm); isShift && l.is(i+1, "year") {
		return s, i + 2, true
	}
	return 0, i, false
}

// shifts are the words that move a unit from the publication date.
var shifts = wordlist.Table([]int{-1, 0, 1}, "last past previous, this current, next coming upcoming following")

// dayPrepositions stand before "the 18th" when it is a date; "the 18th round" has none of them or a noun behind.
var dayPrepositions = wordlist.Of(`on by until till from since before after between through to for around of and or`)

// afterDay are words that can follow "the 18th"; any other lower-case word is taken for the noun that the ordinal counts.
var afterDay = wordlist.Of(`and or that to in at with for when while but as from by after before is was will has had were have he she they it his her their its the a
said told met held local during on over through until if because amid about morning afternoon evening night this where who which would of`)

// readDayOfMonth reads "the 18th" (behind a preposition), and "the 18th of this month".
func readDayOfMonth(l line, i int) phrase {
	j := i
	if l.is(j, "the") {
		j++
	}
	if !dayPrepositions.Has(l.at(i-1).norm) || j == i && !l.is(i-1, "on", "and", "to", "until", "by") {
		return phrase{}
	}
	if !isOrdinalSuffix(l, j+1) || !l.glued(j+1) {
		return phrase{}
	}
	d, end := readDayNumber(l, j)
	if d == 0 {
		return phrase{}
	}
	p := phrase{sort: calendar, day: d}
	p.lastDay, end = readLastDay(l, end, d)
	p.end = end
	if l.is(end, "of") {
		if s, ok := shifts.Get(l.at(end + 1).norm); ok && l.is(end+2, "month") {
			p.unit, p.shift, p.named, p.end = month, s, true, end+3
			return p
		}
		if l.is(end+1, "the") && l.is(end+2, "month") {
			p.unit, p.named, p.end = month, true, end+3
			return p
		}
		m, mEnd := readMonthName(l, end+1)
		if m == 0 {
			return phrase{}
		}
		p.month, p.end = m, mEnd
		if y, yEnd := readYearNumber(l, mEnd); y > 0 {
			p.year, p.end = y, yEnd
		}
		return p
	}
	next := l.at(end)
	if next.kind == letters && !afterDay.Has(next.norm) {
		verb := len(next.norm) > 4 && next.norm[len(next.norm)-2:] == "ed"
		if !verb && !(next.upper && l.is(i-1, "on")) {
			return phrase{}
		}
	}
	if next.kind == digits || l.is(end, "-") && l.glued(end) && l.at(end+1).kind == letters {
		return phrase{}
	}
	return withClock(l, p)
}

// readWeekday reads "Friday", "last Friday", "Friday morning", "Friday, Oct. 13", "Tuesday of next week".
func readWeekday(l line, i int) phrase {
	p := phrase{sort: calendar}
	j := i
	if l.is(j, "the") {
		j++
	}
	if s, ok := shifts.Get(l.at(j).norm); ok {
		p.shift, p.named = s, true
		j++
	} else if j > i {
		return phrase{}
	}
	wd, ok := weekdays.Get(l.at(j).norm)
	if !ok || !l.at(j).upper {
		return phrase{}
	}
	p.weekday, p.end = wd, j+1
	short := shortForms.Has(l.at(j).norm)
	if short {
		if !l.is(p.end, ".") || !l.glued(p.end) {
			if !l.is(p.end, ",") || !p.named && readNamedDate(l, p.end+1).day == 0 {
				return phrase{}
			}
		} else {
			p.end++
		}
	}
	if d := readNamedDate(l, l.comma(p.end)); d.day > 0 {
		d.weekday = wd
		return d
	}
	if l.is(p.end, "the") {
		if d, end := readDayNumber(l, p.end+1); d > 0 && isOrdinalSuffix(l, end-1) {
			p.day, p.end = d, end
		}
	}
	if part, isPart := partsOfDay.Get(l.at(p.end).norm); isPart && !p.named {
		p.clock, p.end = part, p.end+1
	}
	k := p.end
	if l.is(k, "of") {
		k++
	}
	if s, isShift := shifts.Get(l.at(k).norm); isShift && l.is(k+1, "week") && !p.named {
		p.unit, p.shift, p.named, p.end = week, s, true, k+2
	}
	if p.day > 0 {
		p.shift, p.named = 0, false
	}
	return p
}
