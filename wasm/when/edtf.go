package when

import (
	"errors"
	"strconv"
	"strings"
)

// Parse reads an EDTF date. "" and "unknown" are refused, because an unknown date is simply not
// written. The error says what is wrong and, if it can be guessed, what to write instead.
func Parse(s string) (Date, error) {
	d, problem := parse(s)
	if problem == "" {
		return d, nil
	}
	message := strconv.Quote(s) + ": " + problem
	instead := suggest(s)
	if instead == "" && problem == notEDTF {
		instead = "2020-10-29, 2020-10 or 2020"
	}
	if instead != "" {
		message += "; write " + instead
	}
	return Date{}, errors.New(message)
}

// parse is Parse with the bare problem, "" for none.
func parse(s string) (Date, string) {
	if inner, ok := strings.CutPrefix(s, "["); ok {
		inner, ok = strings.CutSuffix(inner, "]")
		from, to, isRange := strings.Cut(inner, "..")
		if !ok || !isRange {
			return Date{}, "not a range of dates, which is written [2014-02-18..2014-02-21]"
		}
		return parseEnds(oneOf, from, to)
	}
	if from, to, ok := strings.Cut(s, "/"); ok {
		return parseEnds(interval, from, to)
	}
	p, problem := parsePoint(s)
	if problem != "" {
		return Date{}, problem
	}
	return Date{form: single, from: p}, ""
}

func parseEnds(f form, from, to string) (Date, string) {
	d := Date{form: f}
	var problem string
	if d.from, problem = parseEnd(f, from); problem != "" {
		return Date{}, problem
	}
	if d.to, problem = parseEnd(f, to); problem != "" {
		return Date{}, problem
	}
	if d.from.unit <= toOpen && d.to.unit <= toOpen {
		return Date{}, "at least one end must be a date"
	}
	if d.First() > d.Last() {
		return Date{}, "ends before it begins"
	}
	return d, ""
}

func parseEnd(f form, s string) (point, string) {
	switch {
	case s == ".." && f == interval:
		return point{unit: toOpen}, ""
	case s == "" && f == interval:
		return point{unit: toBlank}, ""
	case s == "" && f == oneOf:
		return point{unit: toOpen}, ""
	}
	p, problem := parsePoint(s)
	if problem == "" && f == oneOf && p.mark != 0 {
		problem = "a range of dates takes no " + string(rune(p.mark))
	}
	return p, problem
}

const notEDTF = "not an EDTF date"

// parsePoint reads YYYY, YYYY-MM or YYYY-MM-DD with X for unspecified digits from the right, and a mark.
func parsePoint(s string) (point, string) {
	var p point
	if n := len(s); n > 0 && strings.IndexByte("?~%", s[n-1]) >= 0 {
		p.mark = s[n-1]
		s = s[:n-1]
	}
	parts := strings.Split(s, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return p, notEDTF
	}
	digits := strings.TrimRight(parts[0], "X")
	p.wildYear = uint8(4 - len(digits))
	year, ok := number(digits)
	if !ok || p.wildYear > 2 || p.wildYear > 0 && len(parts) > 1 {
		return p, notEDTF
	}
	for range p.wildYear {
		year *= 10
	}
	p.year, p.unit = int16(year), toYear
	if len(parts) == 1 {
		return p, ""
	}
	if len(parts[1]) != 2 || len(parts) == 3 && len(parts[2]) != 2 {
		return p, notEDTF
	}
	if parts[1] == "XX" {
		p.unit = inYear
		if len(parts) == 3 {
			if parts[2] != "XX" {
				return p, "a day of an unspecified month"
			}
			p.unit = inYearDay
		}
		return p, ""
	}
	month, ok := number(parts[1])
	switch {
	case !ok:
		return p, notEDTF
	case month >= 21 && month <= 41:
		return p, "seasons and quarters are not supported; write an interval of months such as " + parts[0] + "-03/" + parts[0] + "-05"
	case month < 1 || month > 12:
		return p, "there is no month " + parts[1]
	}
	p.month, p.unit = int16(month), toMonth
	if len(parts) == 2 {
		return p, ""
	}
	if parts[2] == "XX" {
		p.unit = inMonth
		return p, ""
	}
	day, ok := number(parts[2])
	switch {
	case !ok:
		return p, notEDTF
	case day < 1 || day > daysIn(year, month):
		return p, parts[0] + "-" + parts[1] + " has no day " + parts[2]
	}
	p.day, p.unit = int16(day), toDay
	return p, ""
}

// number reads a string of decimal digits, at most four.
func number(s string) (int, bool) {
	if len(s) == 0 || len(s) > 4 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// String is d as EDTF; "" for the unknown date. Parse(d.String()) is d.
func (d Date) String() string {
	switch d.form {
	case unknown:
		return ""
	case interval:
		return d.from.String() + "/" + d.to.String()
	case oneOf:
		return "[" + d.from.inRange() + ".." + d.to.inRange() + "]"
	}
	return d.from.String()
}

// inRange is p as the end of a range, where an open end is written as nothing.
func (p point) inRange() string {
	if p.unit == toOpen {
		return ""
	}
	return p.String()
}

func (p point) String() string {
	var s string
	switch p.unit {
	case toBlank:
		return ""
	case toOpen:
		return ".."
	case toYear:
		s = padded(int(p.year), 4)
		s = s[:4-p.wildYear] + "XX"[:p.wildYear]
	case toMonth:
		s = padded(int(p.year), 4) + "-" + padded(int(p.month), 2)
	case toDay:
		s = padded(int(p.year), 4) + "-" + padded(int(p.month), 2) + "-" + padded(int(p.day), 2)
	case inYear:
		s = padded(int(p.year), 4) + "-XX"
	case inMonth:
		s = padded(int(p.year), 4) + "-" + padded(int(p.month), 2) + "-XX"
	case inYearDay:
		s = padded(int(p.year), 4) + "-XX-XX"
	}
	if p.mark != 0 {
		s += string(rune(p.mark))
	}
	return s
}

// padded is n with leading zeros to the given width.
func padded(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}
