package when

import "readout/wasm/text"

// suggest guesses the EDTF date that a malformed one was meant to be: "2020-10-29" for "29 Oct 2020", "2020.10.29" and
// "2020-10-29T15:02"; for "29 Oct" the form with the year left to fill in. It is "" where there is nothing to guess.
func suggest(s string) string {
	runes := []rune(s)
	if len(runes) > 64 {
		return ""
	}
	if len(runes) == 8 {
		if l := cut(runes, text.Span{End: 8}); len(l) == 1 && l[0].kind == digits && isYear(l[0].n/10000) {
			if d, problem := parse(s[:4] + "-" + s[4:6] + "-" + s[6:]); problem == "" {
				return d.String()
			}
		}
	}
	l := cut(runes, text.Span{End: len(runes)})
	for i := range l {
		for _, m := range [...]matcher{readNumericDate, readNamedDate} {
			p := m(l, i)
			switch {
			case p.sort != calendar:
			case p.year > 0:
				return context{}.calendar(phrase{sort: calendar, year: p.year, month: p.month, day: p.day}).date.String()
			case p.named:
			default:
				return "YYYY" + calendarPattern(p)[4:] + " with the year"
			}
		}
	}
	return ""
}
