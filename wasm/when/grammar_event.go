package when

// readEarlierThatDay reads "later in the day", "earlier that day", "later that year", "earlier the same month".
func readEarlierThatDay(l line, i int) phrase {
	if !l.is(i, "later", "earlier", "early", "late") {
		return phrase{}
	}
	j := i + 1
	if l.is(j, "in", "on") {
		j++
	}
	if p := readSameDay(l, j); p.sort != none {
		return p
	}
	if !l.is(j, "that") && !(l.is(j, "the") && l.is(j+1, "day")) {
		return phrase{}
	}
	if u, plural, end := readUnit(l, j+1); !plural && isLong(u) {
		return phrase{sort: fromEvent, unit: u, end: end}
	}
	return phrase{}
}

// isLong reports whether u is a day or longer.
func isLong(u unit) bool { return u != noUnit && u != second && u != minute && u != hour }

// readSameDay reads "the same day", which is the day of the event, and "the same month", in which the date named before lies.
func readSameDay(l line, i int) phrase {
	if !l.is(i, "that", "the") || !l.is(i+1, "same") {
		return phrase{}
	}
	u, plural, end := readUnit(l, i+2)
	switch {
	case plural || !isLong(u):
		return phrase{}
	case u == day:
		return phrase{sort: fromEvent, unit: day, end: end}
	}
	return phrase{sort: same, unit: u, end: end}
}

// readThatDay reads "that day", "that week", "that evening".
func readThatDay(l line, i int) phrase {
	if !l.is(i, "that") || l.is(i+2, "is", "was", "will", "after") { // "that day after day"
		return phrase{}
	}
	if part, ok := partsOfDay.Get(l.at(i + 1).norm); ok {
		return phrase{sort: fromEvent, unit: day, clock: part, end: i + 2}
	}
	if u, plural, end := readUnit(l, i+1); !plural && isLong(u) && !l.is(i+1, "-") {
		return phrase{sort: fromEvent, unit: u, end: end}
	}
	return phrase{}
}

// readDayBefore reads "the day before", "the year after". With "a" it must end there: "a day after the summit" is a length.
func readDayBefore(l line, i int) phrase {
	if !l.is(i, "the", "a", "one") {
		return phrase{}
	}
	u, plural, end := readUnit(l, i+1)
	if plural || u != day && u != week && u != month && u != year || !l.is(end, "before", "after") {
		return phrase{}
	}
	if !l.is(i, "the") && l.at(end+1).kind == letters {
		return phrase{}
	}
	p := phrase{sort: fromEvent, unit: u, count: 1, shift: 1, end: end + 1}
	if l.is(end, "before") {
		p.shift = -1
	}
	return p
}

// readNextMorning reads "the next morning", "the previous evening".
func readNextMorning(l line, i int) phrase {
	if !l.is(i, "the") || !l.is(i+1, "next", "following", "previous") {
		return phrase{}
	}
	if part, ok := partsOfDay.Get(l.at(i + 2).norm); ok {
		return phrase{sort: fromEvent, unit: day, clock: part, shift: shifts.Of(l.at(i + 1).norm), end: i + 3}
	}
	return phrase{}
}

// readYearAgo reads "year-earlier" and "the year-ago quarter" of reports of results.
func readYearAgo(l line, i int) phrase {
	j := i
	if l.is(j, "the", "a") {
		j++
	}
	if !l.is(j, "year") || !l.is(j+1, "-") || !l.is(j+2, "ago", "earlier") {
		return phrase{}
	}
	p := phrase{sort: fromEvent, unit: year, count: 1, shift: -1, end: j + 3}
	if l.is(p.end, "quarter", "period") {
		p.end++
	}
	return p
}
