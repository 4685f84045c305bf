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
		part, ok := partsOfDay[l.at(i+1).norm]
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
	case z.norm == "(" && l.is(p.end+2, "gmt"):
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
	if wd, ok := weekdays[l.at(i).norm]; ok && l.at(i).upper && !shortForms[l.at(i).norm] {
		return phrase{sort: calendar, weekday: wd, end: i + 1}
	}
	return phrase{}
}

func readNamedDatePlain(l line, i int) phrase {
	m, end := readMonthName(l, i)
	if m == 0 {
		return phrase{}
	}
	d, end := readDayNumber(l, end)
	if d == 0 {
		return phrase{}
	}
	p := phrase{sort: calendar, month: m, day: d, end: end}
	if y, end := readYearNumber(l, end); y > 0 {
		p.year, p.end = y, end
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
		return phrase{sort: shifted, unit: units[word], shift: 0, end: j + 1}
	}
	s, ok := shifts[word]
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

// readUnit reads the name of a unit, behind a space or a hyphen.
func readUnit(l line, i int) (u unit, plural bool, end int) {
	i = l.hyphen(i)
	if u, ok := units[l.at(i).norm]; ok {
		return u, false, i + 1
	}
	if u, ok := pluralUnits[l.at(i).norm]; ok {
		return u, true, i + 1
	}
	return noUnit, false, i
}

// readFromEvent reads what counts from the event told before: "the day before", "two days later", "later in the day",
// "the same day", "the next morning", "that year".
func readFromEvent(l line, i int) phrase {
	p := phrase{sort: fromEvent}
	j := i
	if l.is(j, "later", "earlier", "early", "late") {
		k := j + 1
		if l.is(k, "in", "on") {
			k++
		}
		if l.is(k, "the", "that") && l.is(k+1, "same") && l.is(k+2, "day") {
			p.unit, p.end = day, k+3
			return p
		}
		if l.is(k, "that") || l.is(k, "the") && l.is(k+1, "day") {
			if u, plural, end := readUnit(l, k+1); u != noUnit && !plural && u != hour && u != minute && u != second {
				p.unit, p.end = u, end
				return p
			}
		}
		if l.is(k, "the", "that") && l.is(k+1, "same") {
			j = k
		} else {
			return phrase{}
		}
	}
	if k := j; l.is(k, "the", "a", "year") {
		if !l.is(k, "year") {
			k++
		}
		if l.is(k, "year") && l.is(k+1, "-") && l.is(k+2, "ago", "earlier") {
			p.unit, p.count, p.shift, p.end = year, 1, -1, k+3
			if l.is(p.end, "quarter", "period") {
				p.end++
			}
			return p
		}
	}
	if l.is(j, "that", "the") && l.is(j+1, "same") {
		u, plural, end := readUnit(l, j+2)
		if u == noUnit || plural || u == hour || u == minute || u == second {
			return phrase{}
		}
		p.unit, p.end = u, end
		if u != day {
			p.sort = same
		}
		return p
	}
	if l.is(j, "that") {
		if l.is(j+1, "day", "week", "month", "year", "quarter", "weekend", "night", "morning", "afternoon", "evening") && notAVerb(l, j+2) {
			p.unit, p.end = units[l.at(j+1).norm], j+2
			if part, ok := partsOfDay[l.at(j+1).norm]; ok {
				p.unit, p.clock = day, part
			}
			return p
		}
		return phrase{}
	}
	if l.is(j, "the", "a", "one") {
		if u, plural, end := readUnit(l, j+1); !plural && (u == day || u == week || u == month || u == year) {
			if l.is(end, "before", "after") && !(l.is(j, "a", "one") && l.at(end+1).kind == letters) {
				p.unit, p.count, p.shift, p.end = u, 1, 1, end+1
				if l.is(end, "before") {
					p.shift = -1
				}
				return p
			}
		}
	}
	if l.is(j, "the") && l.is(j+1, "next", "following", "previous") {
		if part, ok := partsOfDay[l.at(j+2).norm]; ok {
			p.unit, p.clock, p.shift, p.end = day, part, shifts[l.at(j+1).norm], j+3
			return p
		}
	}
	return phrase{}
}

// notAVerb reports whether "that day" can end before i: it guards against "that" as a conjunction.
func notAVerb(l line, i int) bool { return !l.is(i, "is", "was", "will", "after", "care") }

// quantity is a number of units; count 0 for "several".
type quantity struct {
	count int
	half  bool
	end   int // i when there is none
}

// quantityWords bounds the words of one number, so that a run of number words costs no more than linear time.
const quantityWords = 6

// readQuantity reads "two", "12", "1,500", "twenty-four", "a couple of", "several", "two and a half", "a", "half a".
func readQuantity(l line, i int) quantity {
	q := quantity{end: i}
	switch p := l.at(i); {
	case p.kind == digits:
		if p.n < 0 || len(p.norm) > 4 {
			return q
		}
		q.count, q.end = p.n, i+1
		for l.is(q.end, ",") && l.glued(q.end) && l.glued(q.end+1) && len(l.at(q.end+1).norm) == 3 && l.at(q.end+1).kind == digits && q.count < 1e6 {
			q.count, q.end = q.count*1000+l.at(q.end+1).n, q.end+2
		}
		if l.is(q.end, ".") && l.glued(q.end) && l.glued(q.end+1) && l.at(q.end+1).kind == digits {
			q.half = l.at(q.end+1).norm == "5"
			q.end += 2
		}
		if w, ok := powers[l.at(q.end).norm]; ok && q.count > 0 && q.count < 1000 {
			q.count, q.end = q.count*w, q.end+1
		}
	case l.is(i, "half") && l.is(i+1, "a", "an"):
		return quantity{half: true, end: i + 2}
	case l.is(i, "a", "an"):
		switch {
		case l.is(i+1, "couple"):
			q.count, q.end = 2, i+2
			if l.is(q.end, "of") {
				q.end++
			}
			return q
		case l.is(i+1, "few"):
			return quantity{end: i + 2}
		case l.is(i+1, "half"):
			return quantity{half: true, end: l.hyphen(i + 2)}
		case l.is(i+1, "hundred", "thousand", "dozen"):
			q.count, q.end = powers[l.at(i+1).norm], i+2
			if l.is(i+1, "dozen") {
				q.count = 12
			}
		default:
			return quantity{count: 1, end: i + 1}
		}
	case l.is(i, "couple") && l.is(i+1, "of"):
		return quantity{count: 2, end: i + 2}
	case vague[p.norm]:
		return quantity{end: i + 1}
	default:
		q = readNumberWords(l, i)
		if q.end == i {
			return q
		}
	}
	if l.is(q.end, "and") && l.is(q.end+1, "a") && l.is(q.end+2, "half") {
		q.half, q.end = true, q.end+3
	} else if l.is(q.end, "-") && l.is(q.end+1, "and") && l.is(q.end+3, "a") && l.is(q.end+5, "half") {
		q.half, q.end = true, q.end+6
	} else if l.is(q.end, "½") {
		q.half, q.end = true, q.end+1
	}
	return q
}

func readNumberWords(l line, i int) quantity {
	q := quantity{end: i}
	total, part := 0, 0
	for k := 0; k < quantityWords; k++ {
		at := q.end
		if k > 0 && l.is(at, "-") && l.glued(at) {
			at++
		}
		w := l.at(at).norm
		if n, ok := tens[w]; ok && part%100 == 0 {
			part += n
		} else if n, ok := cardinals[w]; ok && (part%100 == 0 || part%10 == 0 && n < 10) {
			part += n
		} else if n, ok := powers[w]; ok && part > 0 && part < 1000 && n <= 1000 {
			if n == 100 {
				part *= n
			} else {
				total, part = total+part*n, 0
			}
		} else {
			break
		}
		q.end = at + 1
	}
	q.count = total + part
	return q
}

// readCounted reads a number of units: a length ("two hours", "five-day"), a distance from the publication ("three days
// ago") or from the event told before ("a year earlier", "two days later"), and "After eight months,".
func readCounted(l line, i int) phrase {
	j := i
	after := l.is(j, "after") && opensClause(l, j)
	if after {
		j++
	}
	q := readQuantity(l, j)
	if q.end == j {
		return phrase{}
	}
	if before := l.at(i - 1); l.is(j, "a", "an") && (before.kind == digits || powers[before.norm] > 0 || l.is(i-1, "%", "times", "percent", "hours", "days", "once", "twice")) {
		return phrase{} // "$2 million a year" is a rate
	}
	k := q.end
	for l.is(k, "more", "additional", "full", "consecutive", "straight", "business", "trading", "calendar", "fiscal", "whole", "other", "long") && k < q.end+2 {
		k++
	}
	u, plural, end := readUnit(l, k)
	hyphen := l.is(k, "-")
	switch {
	case u == noUnit:
		return phrase{}
	case u == second && !plural && !l.is(j, "one", "a"), u == second && l.is(j, "a"):
		return phrase{} // "a second round"
	case u == quarter && l.is(j, "a", "one") && l.is(end, "of"):
		return phrase{} // a quarter of something
	case u == quarter && plural && l.is(end, "of"):
		return phrase{}
	case !plural && !hyphen && q.count != 1 && !q.half && l.at(k).kind == letters && u != noUnit && l.at(j).kind == digits && u == weekend:
		return phrase{}
	}
	p := phrase{sort: span, unit: u, count: q.count, half: q.half, end: end}
	if l.is(p.end, "or") && l.is(p.end+1, "so", "two", "more") {
		p.end += 2
	}
	if old := l.hyphen(p.end); l.is(old, "old", "olds") {
		return phrase{sort: age, end: old + 1}
	}
	if l.is(p.end, "-") && l.is(p.end+1, "long") {
		p.end += 2
	}
	away := phrase{unit: u, count: q.count, half: q.half, vague: q.count == 0 && !q.half}
	switch {
	case l.is(p.end, "ago"):
		away.sort, away.shift, away.end = shifted, -1, p.end+1
	case l.is(p.end, "from") && l.is(p.end+1, "now"), l.is(p.end, "from") && l.is(p.end+1, "today"):
		away.sort, away.shift, away.end = shifted, 1, p.end+2
	case l.is(p.end, "earlier", "beforehand", "previously"):
		away.sort, away.shift, away.end = fromEvent, -1, p.end+1
	case l.is(p.end, "later", "afterward", "afterwards"):
		away.sort, away.shift, away.end = fromEvent, 1, p.end+1
	case l.is(p.end, "before", "after") && !hyphen:
		away.sort, away.shift, away.end = fromEvent, 1, p.end
		if l.is(p.end, "before") {
			away.shift = -1
		}
		if l.at(p.end+1).kind == letters {
			away.length = true
		} else {
			away.end++
		}
	case after && q.count > 0:
		away.sort, away.shift, away.end, away.implied, away.length = fromEvent, -1, p.end, true, true
	default:
		if after {
			return phrase{}
		}
		return p
	}
	return away
}

// opensClause reports whether piece i begins a sentence or clause.
func opensClause(l line, i int) bool { return i == 0 || l.at(i-1).kind == mark }
