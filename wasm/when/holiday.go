package when

// holiday is a day that many countries' news name without a date.
type holiday struct {
	words      []string
	month, day int // day 0: by the rule of weekday
	weekday    int // the nth of this weekday in the month
	nth        int
}

// holidays, longer names first. Days that differ between countries (Independence Day, Labour Day) are left out.
var holidays = []holiday{
	{words: []string{"christmas", "eve"}, month: 12, day: 24},
	{words: []string{"christmas", "day"}, month: 12, day: 25},
	{words: []string{"christmas"}, month: 12, day: 25},
	{words: []string{"new", "year", "'", "s", "eve"}, month: 12, day: 31},
	{words: []string{"new", "year", "'", "s", "day"}, month: 1, day: 1},
	{words: []string{"thanksgiving", "day"}, month: 11, weekday: thursday, nth: 4},
	{words: []string{"thanksgiving"}, month: 11, weekday: thursday, nth: 4},
	{words: []string{"valentine", "'", "s", "day"}, month: 2, day: 14},
	{words: []string{"halloween"}, month: 10, day: 31},
}

// in is the day of the holiday in a year.
func (h holiday) in(y int) Day {
	if h.day > 0 {
		return MakeDay(y, h.month, h.day)
	}
	first := MakeDay(y, h.month, 1)
	return first + Day(floorMod(h.weekday-first.Weekday(), 7)+7*(h.nth-1))
}

// readHoliday reads "Christmas", "last Thanksgiving", "New Year's Day 2014".
func readHoliday(l line, i int) phrase {
	j := i
	p := phrase{sort: calendar}
	if s, ok := shifts.Get(l.at(j).norm); ok {
		p.shift, p.named = s, true
		j++
	}
	if !l.at(j).upper {
		return phrase{}
	}
	for k := range holidays {
		h := &holidays[k]
		if !l.has(j, h.words) {
			continue
		}
		p.holiday, p.month, p.end = h, h.month, j+len(h.words)
		if l.is(p.end, "present", "tree", "carol", "card", "gift", "shopping") {
			return phrase{}
		}
		if !p.named {
			if y, end := readYearNumber(l, p.end); y > 0 && !l.is(p.end, ",") {
				p.year, p.end = y, end
			}
		}
		return p
	}
	return phrase{}
}
