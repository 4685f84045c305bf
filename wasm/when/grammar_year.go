package when

import "readout/wasm/wordlist"

// readYear reads "1965", "1910-1945", "1910-45", "fiscal 1989" and spoken years.
func readYear(l line, i int) phrase {
	j := i
	if l.is(j, "fiscal") {
		j++
		if l.is(j, "year") {
			j++
		}
	} else if l.is(j, "the") && l.is(j+1, "year") {
		j += 2
		if l.is(j, "two") && l.is(j+1, "thousand") {
			return phrase{sort: calendar, year: 2000, end: j + 2}
		}
	}
	if y, end := spokenYear(l, j); y > 0 {
		return phrase{sort: calendar, year: y, end: end}
	}
	p := l.at(j)
	if p.kind != digits || len(p.norm) != 4 || !isYear(p.n) || p.n > 2060 || !yearStands(l, j) {
		return phrase{}
	}
	out := phrase{sort: calendar, year: p.n, end: j + 1}
	to := l.at(j + 2)
	if l.is(j+1, "-") && to.kind == digits {
		switch {
		case len(to.norm) == 4 && isYear(to.n) && to.n > p.n:
			out.toYear, out.end = to.n, j+3
		case len(to.norm) == 2 && l.glued(j+1) && l.glued(j+2) && p.n/100*100+to.n > p.n:
			out.toYear, out.end = p.n/100*100+to.n, j+3
		}
	}
	return out
}

// yearPrepositions stand before a number that is a year, even one that looks like a count.
var yearPrepositions = wordlist.Of(`in since until till by during from of before after early late mid through fiscal year back circa`)

// yearStands reports whether the four digits at j are a year and no amount, price, address or part of a longer number.
func yearStands(l line, j int) bool {
	before, after := l.at(j-1), l.at(j+1)
	if l.glued(j) && before.kind != nothing && before.norm != "(" && before.norm != "\"" && before.norm != "'" && before.norm != "-" && before.norm != "," && before.norm != "/" && before.norm != "[" {
		return false
	}
	if l.glued(j) && (before.norm == "-" || before.norm == "," || before.norm == "/") && l.at(j-2).kind == digits {
		return false
	}
	if l.glued(j + 1) {
		switch {
		case after.kind == letters, after.norm == "%", after.norm == ":":
			return false
		case (after.norm == "," || after.norm == ".") && l.glued(j+2) && l.at(j+2).kind == digits:
			return false
		}
	}
	if before.norm == "$" || before.norm == "£" || before.norm == "€" || before.norm == "¥" || before.norm == "no" || before.norm == "#" {
		return false
	}
	if yearPrepositions.Has(before.norm) {
		return !countsThings(l, j) || l.at(j).n%100 != 0
	}
	return l.at(j).n >= 1800 && !countsThings(l, j)
}

// countsThings reports whether the number at j is followed by what it counts: "2000 troops", "1900 miles".
func countsThings(l line, j int) bool {
	next := l.at(j + 1)
	n := len(next.norm)
	if next.kind != letters || next.upper || n < 3 {
		return false
	}
	if _, isUnit := pluralUnits.Get(next.norm); isUnit {
		return true
	}
	return l.at(j).n%50 == 0 && next.norm[n-1] == 's' && next.norm != "was" && next.norm != "has" || next.norm == "people" || next.norm == "percent"
}

var decadeNames = wordlist.Table([]int{20, 30, 40, 50, 60, 70, 80, 90}, "twenties, thirties, forties, fifties, sixties, seventies, eighties, nineties")

// readDecade reads "the 1990s", "the '80s", "the nineties".
func readDecade(l line, i int) phrase {
	j := i
	if l.is(j, "the") {
		j++
	}
	if d, ok := decadeNames.Get(l.at(j).norm); ok && j > i {
		return phrase{sort: calendar, year: 1900 + d, wildYear: 1, end: j + 1}
	}
	if l.is(j, "'") {
		j++
	}
	p := l.at(j)
	if p.kind != digits || p.n%10 != 0 {
		return phrase{}
	}
	end := j + 1
	if l.is(end, "'") && l.glued(end) {
		end++
	}
	if !l.is(end, "s") || !l.glued(end) {
		return phrase{}
	}
	switch {
	case len(p.norm) == 4 && isYear(p.n):
		return phrase{sort: calendar, year: p.n, wildYear: 1, end: end + 1}
	case len(p.norm) == 2 && l.is(j-1, "'"):
		return phrase{sort: calendar, year: 1900 + p.n, wildYear: 1, end: end + 1}
	}
	return phrase{}
}

// readCentury reads "the 20th century", "nineteenth century" is not read.
func readCentury(l line, i int) phrase {
	j := i
	if l.is(j, "the") {
		j++
	}
	p := l.at(j)
	if p.kind != digits || p.n < 11 || p.n > 22 || !isOrdinalSuffix(l, j+1) {
		return phrase{}
	}
	k := l.hyphen(j + 2)
	if !l.is(k, "century") {
		return phrase{}
	}
	return phrase{sort: calendar, year: (p.n - 1) * 100, wildYear: 2, end: k + 1}
}

// readQuarter reads "the third quarter of 1989", "third-quarter", "first half of this year", "Q3 2019".
func readQuarter(l line, i int) phrase {
	j := i
	if l.is(j, "the") {
		j++
	}
	p := phrase{sort: calendar}
	if y := l.at(j); y.kind == digits && len(y.norm) == 4 && isYear(y.n) { // "the 1988 third quarter"
		p.year = y.n
		j++
	}
	if s, ok := shifts.Get(l.at(j).norm); ok && l.is(j+1, "year") && l.is(j+2, "'") && l.is(j+3, "s") { // "this year's third quarter"
		p.unit, p.shift, p.named = year, s, true
		j += 4
	}
	yearAgo := false
	if l.is(j, "comparable") {
		j++
	}
	if l.is(j, "year") && l.is(l.hyphen(j+1), "ago", "earlier") {
		yearAgo = true
		j = l.hyphen(j+1) + 1
		if l.is(j, "quarter", "period") { // "the year-ago quarter"
			return phrase{sort: fromEvent, unit: year, count: 1, shift: -1, end: j + 1}
		}
	}
	if l.is(j, "fiscal") {
		j++
	}
	n, isOrdinal := ordinals.Get(l.at(j).norm)
	switch {
	case l.is(j, "q") && l.glued(j+1) && l.at(j+1).kind == digits && l.at(j+1).n >= 1 && l.at(j+1).n <= 4:
		p.season, p.end = "Q"+string(rune('0'+l.at(j+1).n)), j+2
	case isOrdinal && n <= 4 && l.is(l.hyphen(j+1), "quarter", "period"):
		if l.is(l.hyphen(j+1), "period") && l.is(j+1, "period") {
			return phrase{}
		}
		p.season, p.end = "Q"+string(rune('0'+n)), l.hyphen(j+1)+1
	case (isOrdinal && n <= 2) && l.is(l.hyphen(j+1), "half"):
		p.season, p.end = "H"+string(rune('0'+n)), l.hyphen(j+1)+1
	default:
		return phrase{}
	}
	if yearAgo {
		p.unit, p.shift, p.named = year, -1, true
		return p
	}
	if p.named {
		return p
	}
	return inYearOf(l, p, p.season[0] == 'H')
}

// inYearOf takes a year behind a quarter, half or season into the phrase. With must, a phrase without one is none.
func inYearOf(l line, p phrase, must bool) phrase {
	if p.year > 0 {
		return p
	}
	j := p.end
	if l.is(j, "of", "in") {
		j++
	}
	if y, end := readYearNumber(l, j); y > 0 && (j > p.end || !l.is(j, ",")) {
		p.year, p.end = y, end
		return p
	}
	if l.is(j, "fiscal") {
		if y, end := readYearNumber(l, j+1); y > 0 {
			p.year, p.end = y, end
			return p
		}
	}
	if s, end, ok := readYearWord(l, p.end); ok {
		p.unit, p.shift, p.named, p.end = year, s, true, end
		return p
	}
	if l.is(p.end, "of") && l.is(p.end+1, "the") && l.is(p.end+2, "year") {
		p.unit, p.named, p.end = year, true, p.end+3
		return p
	}
	if must {
		return phrase{}
	}
	return p
}

// readSeason reads "last summer", "the summer of 1997", "this fall", "in the spring".
func readSeason(l line, i int) phrase {
	p := phrase{sort: calendar}
	j := i
	if l.is(j, "the") {
		j++
	}
	if s, ok := shifts.Get(l.at(j).norm); ok {
		p.shift, p.named = s, true
		j++
	}
	s, ok := seasons.Get(l.at(j).norm)
	if !ok {
		return phrase{}
	}
	p.season, p.end = s, j+1
	if !p.named {
		p = inYearOf(l, p, false)
	}
	told := p.year > 0 || p.named
	if !told && (l.at(j).norm == "fall" || l.at(j).norm == "spring") && !(l.is(j-1, "the") && l.is(j-2, "in", "by", "during", "until")) {
		return phrase{} // a fall of the yen, hot springs
	}
	if !told && !l.is(i-1, "in", "by", "during", "since", "until", "early", "late") && j == i {
		return phrase{}
	}
	return p
}
