package when

import (
	"slices"

	"readout/wasm/wordlist"
)

// phrase is what an expression says, before it is resolved. Parts that it does not name are zero.
type phrase struct {
	start, end int // pieces [start, end)
	sort       sort

	year, month, day, weekday int
	lastDay                   int    // last day of a range of days of one month: "March 24-25"
	toYear                    int    // last year of a range of years
	season                    string // SP, SU, FA, WI, Q1 to Q4, H1, H2 as in TIMEX3
	holiday                   *holiday
	wildYear                  int    // 1 for decades, 2 for centuries; year holds the first year
	clock                     string // "10:40" (24 hours), or "MO", "AF", "EV", "NI", or ""
	repeated                  bool   // "every Monday": a SET

	unit  unit
	count int  // of units; 0 where the number is not told
	half  bool // and a half
	vague bool // a number of units that is not told: "several years ago"
	shift int  // units from the publication (or the event): -1 "last", 0 "this", +1 "next"
	named bool // shift was said: "last Friday", "this March"

	inWeek bool // the week in which the day lies: "the week of March 6"

	ref string // PAST_REF, PRESENT_REF, FUTURE_REF

	implied bool // fromEvent: tells of another event at that distance
	length  bool // fromEvent: a DURATION in TIMEX3: "two days" of "two days after the summit"
}

// sort says how a phrase is resolved.
type sort uint8

const (
	none      sort = iota
	calendar       // names parts of a date: "the 18th", "Friday", "March 2014", "last August"
	shifted        // counts units from the publication date: "yesterday", "next week", "three days ago"
	fromEvent      // counts units from the event told before: "the day before", "two days later"
	same           // the unit in which the date named before lies: "the same month"
	span           // a length of time: "two hours"
	each           // repetition without a calendar part: "daily"
	vagueRef       // "recently", "now", "in the future"
	age            // "six-year-old", "52 years old": read, and passed over
	eastern        // Korean and Japanese: a day of this month, a weekday of a week, a day counted from the one named last
	clockOnly      // a time of day without a day: "10:40 a.m."
)

// matcher tries to read an expression that begins at piece i.
type matcher func(l line, i int) phrase

// The grammar, in order of preference among readings of the same length. The longest reading wins.
// It is filled in init because expressions nest ("the end of last year").
var grammar []matcher

func init() {
	grammar = []matcher{
		readNumericDate, readNamedDate, readDayOfMonth, readWeekday, readYear, readDecade, readCentury, readQuarter,
		readSeason, readHoliday, readDayWord, readClock, readDeictic, readEarlierThatDay, readSameDay,
		readThatDay, readDayBefore, readNextMorning, readYearAgo, readCounted, readRepeated, readVague, readUntold, readModified,
	}
}

// read is the longest expression that begins at piece i; its end is i when there is none.
func read(l line, i int) phrase {
	best := phrase{start: i, end: i}
	for _, m := range grammar {
		if p := m(l, i); p.sort != none && p.end > best.end {
			p.start = i
			best = p
		}
	}
	return best
}

// starters are the words with which an expression can begin. It is made in init, from the tables of the grammar.
var starters *wordlist.Set

func init() {
	list := []string{`the a an that half couple after every each per now currently nowadays recently lately recent latest today yesterday tomorrow
tonight overnight noon midnight in at as its their his her q fiscal comparable year`}
	for _, table := range [][]string{months.Words(), weekdays.Words(), shifts.Words(), cardinals.Words(), tens.Words(), ordinals.Words(),
		vague.Words(), seasons.Words(), pluralUnits.Words(), repeatWords.Words()} {
		list = append(list, table...)
	}
	for _, h := range holidays {
		list = append(list, h.words[0])
	}
	for _, m := range modifiers {
		list = append(list, m[0])
	}
	starters = wordlist.Of(list...)
}

// openers are starters that are mostly used otherwise, and the words that must follow one of them, where a word follows. The words
// behind numbers ("18th", "29 October", "2 million years") are those of "". They are made in init.
var openers map[string]*wordlist.Set

func init() {
	numbers := slices.Concat(cardinals.Words(), tens.Words(), powers.Words(), vague.Words(), []string{"a an half couple dozen few"})
	measures := slices.Concat(units.Words(), pluralUnits.Words(),
		[]string{"more additional full consecutive straight business trading calendar fiscal whole other long"})
	parts := slices.Concat(months.Words(), weekdays.Words(), seasons.Words(), partsOfDay.Words())
	amounts := slices.Concat(numbers, measures)
	all := slices.Concat(amounts, parts)
	the := slices.Concat(all, shifts.Words(), ordinals.Words(), decadeNames.Words(),
		[]string{"comparable q recent latest earlier same near foreseeable immediate future short"})
	for _, m := range modifiers {
		if m[0] == "the" {
			the = append(the, m[1])
		}
	}
	number, amount, every, shift := wordlist.Of(numbers...), wordlist.Of(amounts...), wordlist.Of(all...), wordlist.Of(shifts.Words()...)
	openers = map[string]*wordlist.Set{
		"the": wordlist.Of(the...), "that": wordlist.Of(slices.Concat(measures, parts, []string{"same"})...),
		"half": number, "after": number, "a": amount, "an": amount, "every": every, "each": every, "per": every,
		"its": shift, "their": shift, "his": shift, "her": shift,
		"couple": wordlist.Of("of"), "in": wordlist.Of("future"), "at": wordlist.Of("the this least"), "as": wordlist.Of("soon early"),
		"": wordlist.Of(append(all, "s st nd rd th am pm a p o and to through of")...),
	}
}

// begins tells cheaply whether an expression can begin at piece i; at most places none can.
func (l line) begins(i int) bool {
	p, next := &l[i], l.at(i+1)
	switch p.kind {
	case digits:
		return len(p.norm) == 4 || next.kind != letters || openers[""].Has(next.norm)
	case letters:
		if !starters.Has(p.norm) {
			return false
		}
		behind := openers[p.norm]
		return behind == nil || next.kind != letters || behind.Has(next.norm)
	}
	return p.norm == "'"
}
