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

var (
	units       = wordlist.Table(unitOrder, "second, minute, hour, day, weekend, week, month, quarter, year, decade, century")
	pluralUnits = wordlist.Table(unitOrder, "seconds, minutes, hours hrs, days, weekends, weeks, months, quarters, years yrs, decades, centuries")
	unitOrder   = []unit{second, minute, hour, day, weekend, week, month, quarter, year, decade, century}
)

// months knows names and abbreviations. Those that are common words too ("may", "march", "sat") need a capital letter.
var months = wordlist.Numbered(`january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sept sep, october oct,
	november nov, december dec`)

// weekdays are numbered as in ISO 8601.
var weekdays = wordlist.Numbered("monday mon, tuesday tue tues, wednesday wed, thursday thu thur thurs, friday fri, saturday sat, sunday sun")

// shortForms are names that count only with a full stop or before a day or year: "Mar. 3", "Sat.".
var shortForms = wordlist.Of(`jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun`)

// seasons in TIMEX3.
var seasons = wordlist.Table([]string{"SP", "SU", "FA", "WI"}, "spring, summer, autumn fall, winter")

// partsOfDay in TIMEX3.
var partsOfDay = wordlist.Table([]string{"MO", "MI", "AF", "EV", "NI"}, "morning dawn, noontime midday, afternoon, evening, night")

var cardinals = wordlist.Numbered(`one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve dozen, thirteen, fourteen, fifteen, sixteen,
	seventeen, eighteen, nineteen`)

var tens = wordlist.Table([]int{20, 30, 40, 50, 60, 70, 80, 90}, "twenty, thirty, forty fourty, fifty, sixty, seventy, eighty, ninety")

var powers = wordlist.Table([]int{100, 1e3, 1e6, 1e9}, "hundred, thousand, million, billion")

var ordinals = wordlist.Numbered("first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth")

// vague are quantities without a number.
var vague = wordlist.Of("several few many some numerous")
