package when

import "readout/wasm/wordlist"

// unit is a measure of time, in the letters of TIMEX3 durations. Minutes are kept apart from months by case.
type unit byte

const (
	noUnit  unit = 0
	second  unit = 's'
	minute  unit = 'm'
	hour    unit = 'h'
	day     unit = 'D'
	weekend unit = 'e'
	week    unit = 'W'
	month   unit = 'M'
	quarter unit = 'Q'
	year    unit = 'Y'
	decade  unit = 'E'
	century unit = 'C'
)

var units = wordlist.MapOf(map[string]unit{
	"second": second, "minute": minute, "hour": hour, "day": day, "weekend": weekend, "week": week,
	"month": month, "quarter": quarter, "year": year, "decade": decade, "century": century,
})

var pluralUnits = wordlist.MapOf(map[string]unit{
	"seconds": second, "minutes": minute, "hours": hour, "hrs": hour, "days": day, "weekends": weekend, "weeks": week,
	"months": month, "quarters": quarter, "years": year, "yrs": year, "decades": decade, "centuries": century,
})

// months knows names and abbreviations. Those that are common words too ("may", "march", "sat") need a capital letter.
var months = wordlist.MapOf(map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
})

var weekdays = wordlist.MapOf(map[string]int{
	"monday": monday, "tuesday": tuesday, "wednesday": wednesday, "thursday": thursday,
	"friday": friday, "saturday": saturday, "sunday": sunday,
	"mon": monday, "tue": tuesday, "tues": tuesday, "wed": wednesday, "thu": thursday, "thur": thursday, "thurs": thursday,
	"fri": friday, "sat": saturday, "sun": sunday,
})

// shortForms are names that count only with a full stop or before a day or year: "Mar. 3", "Sat.".
var shortForms = wordlist.Of(`jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun`)

// seasons in TIMEX3.
var seasons = wordlist.MapOf(map[string]string{"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"})

// partsOfDay in TIMEX3.
var partsOfDay = wordlist.MapOf(map[string]string{
	"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "noontime": "MI", "midday": "MI",
})

var cardinals = wordlist.MapOf(map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "dozen": 12,
})

var tens = wordlist.MapOf(map[string]int{
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
})

var powers = wordlist.MapOf(map[string]int{"hundred": 100, "thousand": 1000, "million": 1000000, "billion": 1000000000})

var ordinals = wordlist.MapOf(map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
})

// vague are quantities without a number.
var vague = wordlist.Of("several few many some numerous")
