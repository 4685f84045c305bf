package when

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
	if before := l.at(i - 1); l.is(j, "a", "an") && (before.kind == digits || powers.Of(before.norm) > 0 || l.is(i-1, "%", "times", "percent", "hours", "days", "once", "twice")) {
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
	case u == second && !plural && !hyphen:
		return phrase{} // "a second round"
	case u == quarter && l.is(end, "of"):
		return phrase{} // three quarters of something
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
	case after && q.count > 0 && l.is(p.end, ","): // not "After two days of talks"
		away.sort, away.shift, away.end, away.implied, away.length = fromEvent, -1, p.end, true, true
	default:
		if after {
			return phrase{}
		}
		return p
	}
	if away.half && away.unit == year && !away.length { // "half a year ago", "two and a half years later"
		away.unit, away.count, away.half = month, 12*away.count+6, false
	}
	return away
}

// opensClause reports whether piece i begins a sentence or clause.
func opensClause(l line, i int) bool { return i == 0 || l.at(i-1).kind == mark }
