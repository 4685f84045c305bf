package when

import "strconv"

// pattern is the TIMEX3 value of a phrase by itself, without a publication date: parts that it does not name are X.
func pattern(p phrase) string {
	switch p.sort {
	case calendar:
		return calendarPattern(p) + clockValue(p.clock)
	case eastern:
		if p.day+p.weekday == 0 {
			return "XXXX-XX-XX"
		}
		return calendarPattern(p)
	case shifted, fromEvent, same:
		return shiftedPattern(p)
	case span, each:
		return length(p)
	case vagueRef:
		return p.ref
	case clockOnly:
		return "XXXX-XX-XX" + clockValue(p.clock)
	}
	return ""
}

func calendarPattern(p phrase) string {
	y := "XXXX"
	if p.year > 0 {
		y = padded(p.year, 4)
	}
	switch {
	case p.wildYear == 1:
		return padded(p.year/10, 3)
	case p.wildYear == 2:
		return padded(p.year/100, 2)
	case p.season != "":
		return y + "-" + p.season
	case p.day > 0 && p.month > 0:
		return y + "-" + padded(p.month, 2) + "-" + padded(p.day, 2)
	case p.day > 0:
		return y + "-XX-" + padded(p.day, 2)
	case p.weekday > 0:
		return y + "-WXX-" + strconv.Itoa(p.weekday)
	case p.month > 0:
		return y + "-" + padded(p.month, 2)
	}
	return y
}

func shiftedPattern(p phrase) string {
	switch {
	case p.length:
		return length(p)
	case p.vague && p.shift < 0:
		return pastRef
	case p.vague:
		return futureRef
	}
	switch p.unit {
	case week:
		return "XXXX-WXX"
	case weekend:
		return "XXXX-WXX-WE"
	case month:
		return "XXXX-XX"
	case quarter:
		return "XXXX-QX"
	case year, decade, century:
		return "XXXX"
	}
	return "XXXX-XX-XX" + clockValue(p.clock)
}

// length is a duration: P2D, PT3H, P2.5Y, PXM where the number is not told. Decades are written as years, as TimeBank does.
func length(p phrase) string {
	n := "X"
	switch {
	case p.count > 0 && p.half:
		n = strconv.Itoa(p.count) + ".5"
	case p.count > 0:
		n = strconv.Itoa(p.count)
	case p.half:
		switch p.unit {
		case hour:
			return "PT30M"
		case year:
			return "P6M"
		case century:
			return "P50Y"
		case decade:
			return "P5Y"
		}
		n = "0.5"
	}
	switch p.unit {
	case quarter:
		if p.count > 2 && !p.half {
			return "P" + strconv.Itoa(3*p.count) + "M"
		}
	case second:
		return "PT" + n + "S"
	case minute:
		return "PT" + n + "M"
	case hour:
		return "PT" + n + "H"
	case weekend:
		return "P" + n + "WE"
	case decade, century:
		if p.count > 0 && !p.half {
			years := 10
			if p.unit == century {
				years = 100
			}
			return "P" + strconv.Itoa(p.count*years) + "Y"
		}
		if p.unit == century {
			return "P" + n + "C"
		}
		return "P" + n + "Y"
	}
	return "P" + n + string(rune(p.unit))
}

// kind is the TIMEX3 type of a phrase.
func kind(p phrase) string {
	switch {
	case p.repeated || p.sort == each:
		return "SET"
	case p.length || p.sort == span:
		return "DURATION"
	case p.clock != "":
		return "TIME"
	}
	return "DATE"
}
