package when

// readDayWord reads "today", "yesterday", "the day before yesterday", "tomorrow morning", "tonight", "last night".
func readDayWord(l line, i int) phrase {
	p := phrase{sort: shifted, unit: day, end: i + 1}
	switch l.at(i).norm {
	case "today":
	case "yesterday":
		p.shift = -1
	case "tomorrow":
		p.shift = 1
	case "tonight":
		p.clock = "NI"
	case "overnight":
		p.clock = "NI"
		return p
	case "this", "last":
		part, ok := partsOfDay.Get(l.at(i + 1).norm)
		if !ok || l.is(i, "last") && part != "NI" && part != "EV" {
			return phrase{}
		}
		if l.is(i, "last") {
			p.shift = -1
		}
		p.clock, p.end = part, i+2
		return p
	case "the":
		switch {
		case l.is(i+1, "day") && l.is(i+2, "before") && l.is(i+3, "yesterday"):
			p.shift, p.end = -2, i+4
		case l.is(i+1, "day") && l.is(i+2, "after") && l.is(i+3, "tomorrow"):
			p.shift, p.end = 2, i+4
		default:
			return phrase{}
		}
		return p
	default:
		return phrase{}
	}
	if p.clock == "" {
		return withClock(l, p)
	}
	return p
}

// readDeictic reads units moved from the publication date, and the lengths of time that end or begin there:
// "last week", "the past two years", "next month", "the weekend", "recent years".
func readDeictic(l line, i int) phrase {
	j := i
	the := l.is(j, "the")
	if the || l.is(j, "its", "their", "his", "her") && l.is(j+1, "last", "past", "next") {
		j++
	}
	word := l.at(j).norm
	if the && (word == "weekend" || word == "quarter") {
		return phrase{sort: shifted, unit: units.Of(word), shift: 0, end: j + 1}
	}
	s, ok := shifts.Get(word)
	if word == "recent" || word == "latest" || word == "earlier" {
		s, ok = -1, true
	}
	if !ok {
		return phrase{}
	}
	j++
	if q := readQuantity(l, j); q.end > j && !l.is(j, "a", "an", "one") {
		u, plural, end := readUnit(l, q.end)
		if u == noUnit || !plural && !l.is(q.end, "-") {
			return phrase{}
		}
		if old := l.hyphen(end); l.is(old, "old", "olds") {
			return phrase{sort: age, end: old + 1}
		}
		return phrase{sort: span, unit: u, count: q.count, half: q.half, end: end}
	}
	if word == "latest" && l.is(j, "period") {
		return phrase{sort: shifted, unit: quarter, end: j + 1}
	}
	if l.is(j, "fiscal", "calendar", "business", "financial", "school", "academic") {
		j++
	}
	u, plural, end := readUnit(l, j)
	switch {
	case u == noUnit || u == second:
		return phrase{}
	case plural && (word == "this" || word == "last" && u != week):
		return phrase{}
	case plural, word == "past" && (the || u == decade) && (u == decade || u == century):
		if plural {
			return phrase{sort: span, unit: u, end: end}
		}
		return phrase{sort: span, unit: u, count: 1, end: end}
	case word == "recent" || word == "earlier":
		return phrase{}
	case word == "latest" && u != quarter && u != week && u != month:
		return phrase{}
	case word == "previous", word == "following", the && word == "next":
		return phrase{sort: fromEvent, unit: u, shift: s, end: end}
	case u == day && word != "this":
		return phrase{}
	case u == hour || u == minute:
		return phrase{}
	}
	return phrase{sort: shifted, unit: u, shift: s, named: word != "latest", end: end}
}
