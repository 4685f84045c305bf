package when

// readClock reads a time of day: "10:40 a.m.", "10 p.m. EST Friday", "15:02", "noon", "midnight Friday".
func readClock(l line, i int) phrase {
	p := phrase{sort: clockOnly}
	hour, minute := 0, 0
	a := l.at(i)
	switch {
	case l.is(i, "noon") && !l.is(i-1, "high"):
		hour, p.end = 12, i+1
	case l.is(i, "midnight"):
		hour, p.end = 24, i+1
	case a.kind == digits && len(a.norm) <= 2 && a.n <= 24:
		hour, p.end = a.n, i+1
		timed := false
		if l.is(i+1, ":") && l.glued(i+1) && l.glued(i+2) && l.at(i+2).kind == digits && len(l.at(i+2).norm) == 2 && l.at(i+2).n < 60 {
			minute, p.end, timed = l.at(i+2).n, i+3, true
			if l.is(p.end, ":") && l.glued(p.end) && l.at(p.end+1).kind == digits {
				p.end += 2
			}
		}
		half, end := readHalfOfDay(l, p.end)
		switch {
		case half != 0 && hour <= 12:
			p.end = end
			hour %= 12
			if half == 'p' {
				hour += 12
			}
		case l.is(p.end, "o") && l.is(p.end+1, "'") && l.is(p.end+2, "clock"):
			p.end += 3
		case !timed:
			return phrase{}
		}
	default:
		return phrase{}
	}
	p.clock = padded(hour, 2) + ":" + padded(minute, 2)
	return withDay(l, skipZone(l, p))
}

func readHalfOfDay(l line, i int) (half byte, end int) {
	switch {
	case l.is(i, "am", "pm"):
		return l.at(i).norm[0], i + 1
	case l.is(i, "a", "p") && l.is(i+1, ".") && l.is(i+2, "m") && l.glued(i+2):
		if l.is(i+3, ".") && l.glued(i+3) {
			return l.at(i).norm[0], i + 4
		}
		return l.at(i).norm[0], i + 3
	}
	return 0, i
}

// skipZone passes over a time zone. Values of news corpora have none, and a day's date is the local one.
func skipZone(l line, p phrase) phrase {
	z := l.at(p.end)
	switch {
	case l.is(p.end, "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "utc", "kst", "jst", "cet", "et", "bst"):
		p.end++
	case z.norm == "local" && l.is(p.end+1, "time"):
		p.end += 2
	}
	return p
}

// withDay takes a day behind a time into the phrase: "10 p.m. Friday".
func withDay(l line, p phrase) phrase {
	j := l.comma(p.end)
	if l.is(j, "on") {
		j++
	}
	for _, m := range []matcher{readDayWordPlain, readWeekdayPlain, readNamedDatePlain} {
		if d := m(l, j); d.sort != none && (d.day > 0 || d.weekday > 0 || d.unit == day) {
			d.clock = p.clock
			return d
		}
	}
	return p
}

// The plain readers do not look for a time behind the day, so that clock and day do not call each other for ever.
func readDayWordPlain(l line, i int) phrase {
	switch l.at(i).norm {
	case "today":
		return phrase{sort: shifted, unit: day, end: i + 1}
	case "yesterday":
		return phrase{sort: shifted, unit: day, shift: -1, end: i + 1}
	case "tomorrow":
		return phrase{sort: shifted, unit: day, shift: 1, end: i + 1}
	}
	return phrase{}
}

func readWeekdayPlain(l line, i int) phrase {
	if wd, ok := weekdays.Get(l.at(i).norm); ok && l.at(i).upper && !shortForms.Has(l.at(i).norm) {
		return phrase{sort: calendar, weekday: wd, end: i + 1}
	}
	return phrase{}
}

func readNamedDatePlain(l line, i int) phrase {
	first, at := readDayNumber(l, i) // "13 February"
	if first == 0 {
		at = i
	}
	m, end := readMonthName(l, at)
	if m == 0 {
		return phrase{}
	}
	d := first
	if d == 0 {
		if d, end = readDayNumber(l, end); d == 0 {
			return phrase{}
		}
	}
	p := phrase{sort: calendar, month: m, day: d, end: end}
	if y, end := readYearNumber(l, end); y > 0 {
		p.year, p.end = y, end
	}
	return p
}
