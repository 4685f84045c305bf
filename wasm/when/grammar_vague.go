package when

import (
	"strings"
	"sync"

	"readout/wasm/wordlist"
)

// repeatWords say of which unit something comes again. ("Annual" is not among them: an annual meeting is no statement of when.)
var repeatWords = wordlist.Table([]unit{hour, day, week, month, year}, "hourly, daily nightly, weekly biweekly, monthly bimonthly, annually yearly")

// readRepeated reads sets: "daily", "every two weeks", "each July", "every Monday".
func readRepeated(l line, i int) phrase {
	if u, ok := repeatWords.Get(l.at(i).norm); ok {
		p := phrase{sort: each, unit: u, count: 1, end: i + 1}
		if strings.HasPrefix(l[i].norm, "bi") {
			p.count = 2
		}
		return p
	}
	if !l.is(i, "every", "each", "per") {
		return phrase{}
	}
	if q := readQuantity(l, i+1); q.end > i+1 && q.count > 0 {
		if u, _, end := readUnit(l, q.end); u != noUnit {
			return phrase{sort: each, unit: u, count: q.count, end: end}
		}
	}
	k := i + 1
	if l.is(k, "other") {
		if u, _, end := readUnit(l, k+1); u != noUnit {
			return phrase{sort: each, unit: u, count: 2, end: end}
		}
	}
	if u, plural, end := readUnit(l, k); u != noUnit && !plural && u != second && !l.is(k, "-") {
		return phrase{sort: each, unit: u, count: 1, end: end}
	}
	if wd, ok := weekdays.Get(l.at(k).norm); ok && l.at(k).upper {
		return phrase{sort: calendar, weekday: wd, repeated: true, end: k + 1}
	}
	if m, end := readMonthName(l, k); m > 0 {
		return phrase{sort: calendar, month: m, repeated: true, end: end}
	}
	if s, ok := seasons.Get(l.at(k).norm); ok {
		return phrase{sort: calendar, season: s, repeated: true, end: k + 1}
	}
	return phrase{}
}

const (
	pastRef    = "PAST_REF"
	presentRef = "PRESENT_REF"
	futureRef  = "FUTURE_REF"
)

// readVague reads references without a calendar value: "now", "recently", "in the near future".
func readVague(l line, i int) phrase {
	ref := func(value string, words int) phrase { return phrase{sort: vagueRef, ref: value, end: i + words} }
	switch l.at(i).norm {
	case "now":
		if !l.at(i).upper { // "Now, he says" tells no time
			return ref(presentRef, 1)
		}
	case "currently", "nowadays":
		return ref(presentRef, 1)
	case "recently", "lately":
		return ref(pastRef, 1)
	case "recent":
		if _, plural, _ := readUnit(l, i+1); !plural {
			return ref(pastRef, 1)
		}
	case "current":
		return ref(presentRef, 1)
	case "in":
		if l.is(i+1, "future") && l.at(i+2).kind != letters {
			return ref(futureRef, 2)
		}
	case "the":
		switch {
		case l.is(i+1, "past") && l.at(i+2).kind != letters:
			return ref(pastRef, 2)
		case l.is(i+1, "past") && l.is(i+2, "and", "but", "when", "that", "to", "as", "by", "with", "has", "was", "is", "than"):
			return ref(pastRef, 2)
		case l.is(i+1, "future"):
			return ref(futureRef, 2)
		case l.is(i+1, "near", "foreseeable", "immediate") && l.is(i+2, "future"):
			return ref(futureRef, 3)
		case l.is(i+1, "near", "short", "long") && l.is(i+2, "term"):
			return ref(futureRef, 3)
		}
	case "at":
		if l.is(i+1, "the") && l.is(i+2, "moment") || l.is(i+1, "this") && l.is(i+2, "time") {
			return ref(presentRef, 3)
		}
	case "as":
		if l.is(i+1, "soon") && l.is(i+2, "as") && l.is(i+3, "possible") {
			return ref(futureRef, 4)
		}
	}
	return phrase{}
}

// modifiers stand before an expression and belong to it. A list of several words stands for itself.
var modifiers = [][]string{
	{"early"}, {"late"}, {"mid"}, {"earlier"}, {"later"}, {"early", "in"}, {"late", "in"}, {"earlier", "in"}, {"later", "in"},
	{"the", "end", "of"}, {"the", "beginning", "of"}, {"the", "start", "of"}, {"the", "middle", "of"}, {"the", "close", "of"},
	{"end", "of"}, {"the", "rest", "of"}, {"the", "early"}, {"the", "late"}, {"the", "mid"}, {"the", "remainder", "of"},
	{"about"}, {"around"}, {"nearly"}, {"almost"}, {"more", "than"}, {"less", "than"}, {"at", "least"}, {"as", "early", "as"}, {"roughly"},
	{"over"}, {"approximately"}, {"some"}, {"only"}, {"the", "first", "half", "of"}, {"the", "second", "half", "of"}, {"the", "last", "half", "of"},
	{"the", "morning", "of"}, {"the", "night", "of"}, {"the", "evening", "of"}, {"the", "week", "of"}, {"within"},
}

// modifiersOf are the modifiers by their first word.
var modifiersOf = sync.OnceValue(func() map[string][][]string {
	m := make(map[string][][]string)
	for _, words := range modifiers {
		m[words[0]] = append(m[words[0]], words)
	}
	return m
})

// amounts are modifiers of lengths of time; they leave a date alone.
var amounts = wordlist.Of(`about around nearly almost more less at roughly over approximately some only`)

// readModified reads an expression with a modifier: "early next year", "the end of last year", "mid-November", "more than four hours".
func readModified(l line, i int) phrase {
	best := phrase{}
	for _, words := range modifiersOf()[l.at(i).norm] {
		if !l.has(i, words) {
			continue
		}
		j := l.hyphen(i + len(words))
		p := readUnmodified(l, j)
		if p.sort == none && words[len(words)-1] != "early" && (len(words) > 1) {
			p = readBareUnit(l, j)
		}
		ok := p.sort == calendar || p.sort == shifted
		if !ok && words[len(words)-1] == "in" {
			p = readBareUnit(l, j)
			ok = p.sort == shifted
		}
		if amounts.Has(words[0]) {
			ok = p.sort == span || p.sort == shifted && p.count > 0 || p.sort == clockOnly || p.sort == calendar && p.clock != "" && words[0] == "around"
		}
		if words[0] == "within" && len(words) == 1 {
			ok = p.sort == shifted
		}
		if ok && p.end > best.end {
			best = p
			best.inWeek = words[1%len(words)] == "week"
		}
	}
	return best
}

// has reports whether the words stand at i.
func (l line) has(i int, words []string) bool {
	for k, w := range words {
		if l.at(i+k).norm != w {
			return false
		}
	}
	return true
}

// readUntold reads a length without a number: "for years", "within days", "the fiscal year".
func readUntold(l line, i int) phrase {
	if u, plural, end := readUnit(l, i); plural && !l.is(i, "-") && l.is(i-1, "for", "in", "within", "after", "over", "about") && !l.is(end, "-", "of") && u != second && u != quarter {
		return phrase{sort: span, unit: u, end: end}
	}
	if l.is(i, "the") && l.is(i+1, "full") && l.is(i+2, "year") {
		return phrase{sort: shifted, unit: year, end: i + 3}
	}
	if l.is(i, "the") && l.is(i+1, "fiscal") && l.is(i+2, "year") || l.is(i, "the") && l.is(i+1, "year") && l.is(i-1, "for", "during", "in") {
		end := i + 2
		if l.is(i+1, "fiscal") {
			end++
		}
		return phrase{sort: span, unit: year, count: 1, end: end}
	}
	return phrase{}
}

// readBareUnit reads "the year", "the month", "the week" behind "the end of", "later in".
func readBareUnit(l line, i int) phrase {
	if !l.is(i, "the") {
		return phrase{}
	}
	j := i + 1
	if l.is(j, "fiscal", "calendar") {
		j++
	}
	if u, plural, end := readUnit(l, j); !plural && (u == week || u == month || u == year || u == decade || u == century || u == quarter) {
		return phrase{sort: shifted, unit: u, end: end}
	}
	return phrase{}
}

// readUnmodified is read without modifiers, which keeps the depth of the grammar fixed.
func readUnmodified(l line, i int) phrase {
	best := phrase{}
	for _, m := range grammar[:len(grammar)-1] {
		if p := m(l, i); p.sort != none && p.end > best.end {
			best = p
		}
	}
	return best
}
