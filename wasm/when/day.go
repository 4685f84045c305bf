package when

// Day is a calendar day as the number of days since 1970-01-01, in the proleptic Gregorian calendar.
type Day int

// Days before and after all others, which stand for the open ends of a Date.
const (
	farPast   Day = -1 << 30
	farFuture Day = 1 << 30
)

// Weekdays are numbered as in ISO 8601, Monday = 1 to Sunday = 7.
const (
	monday = 1 + iota
	tuesday
	wednesday
	thursday
	friday
	saturday
	sunday
)

// MakeDay is the day of year y, month m (1 to 12) and day of the month d. A month or day outside its range continues
// into the neighbouring years and months: day 0 of March is the last of February.
//
// The arithmetic is Howard Hinnant's days_from_civil: years begin in March, so that the leap day ends a year.
func MakeDay(y, m, d int) Day {
	y, m = y+floorDiv(m-1, 12), floorMod(m-1, 12)+1
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yearOfEra := y - era*400
	dayOfYear := (153*((m+9)%12) + 2) / 5
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return Day(era*146097 + dayOfEra - 719468 + d - 1)
}

// Date is the year, month (1 to 12) and day of the month of a day.
func (day Day) Date() (y, m, d int) {
	z := int(day) + 719468
	era := floorDiv(z, 146097)
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	march := (5*dayOfYear + 2) / 153
	d = dayOfYear - (153*march+2)/5 + 1
	m = (march+2)%12 + 1
	y = yearOfEra + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

// Weekday is the day of the week, 1 for Monday to 7 for Sunday.
func (day Day) Weekday() int { return floorMod(int(day)+3, 7) + 1 }

// monday is the first day of the week of day.
func (day Day) monday() Day { return day - Day(day.Weekday()-monday) }

// week is the ISO 8601 week of day, with the year to which the week belongs (the one of its Thursday).
func (day Day) week() (year, week int) {
	thu := day.monday() + 3
	year, _, _ = thu.Date()
	return year, int(thu-MakeDay(year, 1, 1))/7 + 1
}

// daysIn is the number of days of a month.
func daysIn(y, m int) int { return int(MakeDay(y, m+1, 1) - MakeDay(y, m, 1)) }

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }
