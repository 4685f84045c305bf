package when

import (
	"readout/wasm/east"
	"readout/wasm/text"
)

// dayPart is a piece of a Korean or Japanese date: a number with its unit, or a word.
type dayPart struct {
	text.Span
	unit       unit
	n          int    // of a number, 0 for a word
	word       string // the word's value, see package east
	rangeStart int    // "20~21일": the first day, else 0
}

// east finds the dates of passage n. A date is a run of parts with nothing but white space, the Japanese particle の or a bracketed
// weekday between: "지난해 8월 29일", "来週の木曜日".
func (f *finder) east(p *east.Profile, n int) {
	src, s := f.doc.Source, f.doc.Passages[n].Span
	items := p.Items(src, s)
	parts := dayParts(p, src, s, items)
	for i := 0; i < len(parts); {
		end := i + 1
		for end < len(parts) && goesOn(src, parts[end-1], parts[end]) {
			end++
		}
		t := past
		for _, it := range items {
			if it.Kind == east.Ending && it.Start >= parts[end-1].End {
				if it.Value == "scheduled" {
					t = future
				}
				break
			}
		}
		if ph, tense := easternPhrase(parts[i:end], t); ph.sort != none {
			f.put(n, text.Span{Start: parts[i].Start, End: parts[end-1].End}, ph, tense)
		}
		i = end
	}
}

// goesOn reports whether b tells a smaller part of the date that a begins.
func goesOn(src []rune, a, b dayPart) bool {
	for _, r := range src[a.End:b.Start] {
		if r != ' ' && r != 'の' {
			return false
		}
	}
	rank := func(d dayPart) int {
		switch {
		case d.word == "<" || d.word == ">":
			return 4
		case d.unit == year:
			return 3
		case d.unit == month || d.unit == week:
			return 2
		}
		return 1
	}
	return rank(b) < rank(a) && !(a.unit == week && b.n > 0)
}

// dayParts are the parts of dates within s, in order.
func dayParts(p *east.Profile, src []rune, s text.Span, items []east.Item) []dayPart {
	var out []dayPart
	for i := s.Start; i < s.End; {
		for len(items) > 0 && (items[0].Start < i || items[0].Kind != east.DayWord) {
			items = items[1:]
		}
		if len(items) > 0 && items[0].Start == i {
			out = append(out, wordPart(items[0]))
			i = items[0].End
			continue
		}
		from := i
		first := 0
		if y := eraBegins(src, i, s.End); y > 0 { // 令和5年 is the fifth year from 2019 on
			n, end := easternNumber(src, i+2, s.End)
			if end == i+2 && end < s.End && src[end] == '元' {
				n, end = 1, end+1
			}
			if end > i+2 && end < s.End && src[end] == '年' && n > 0 && n < 100 {
				out = append(out, dayPart{Span: text.Span{Start: from, End: end + 1}, unit: year, n: y + n - 1})
				i = end + 1
				continue
			}
		}
		n, end := easternNumber(src, i, s.End)
		if end == i {
			i++
			continue
		}
		i = end
		if end+1 < s.End && isRange(src[end]) { // "20~21일", "20、21日"
			if m, e := easternNumber(src, end+1, s.End); e > end+1 && m > n {
				first, n, end = n, m, e
			}
		}
		if end >= s.End {
			continue
		}
		d := dayPart{Span: text.Span{Start: from, End: end + 1}, n: n, rangeStart: first}
		switch r := src[end]; {
		case r == p.Calendar[0] && n >= 1000 && n <= 9999:
			d.unit = year
		case r == p.Calendar[1] && n >= 1 && n <= 12:
			d.unit = month
		case r == p.Calendar[2] && n >= 1 && n <= 31 && !p.IsLength(src, end+1):
			d.unit = day
		default:
			continue
		}
		out = append(out, d)
		i = d.End
	}
	return out
}

func isRange(r rune) bool {
	switch r {
	case '~', '∼', '〜', '～', '-', '–', '·', '、', '・':
		return true
	}
	return false
}

// eraBegins is the first year of the Japanese era whose name stands at i, 0 for none.
func eraBegins(src []rune, i, end int) int {
	if i+2 >= end {
		return 0
	}
	switch string(src[i : i+2]) {
	case "令和":
		return 2019
	case "平成":
		return 1989
	case "昭和":
		return 1926
	}
	return 0
}

// easternNumber reads digits, full width ones too, at most four of them, or Chinese numerals: 二十九 and, digit by digit, 二〇二〇.
func easternNumber(src []rune, i, end int) (n, to int) {
	if i < end && chineseDigit(src[i]) >= 0 {
		return chineseNumber(src, i, end)
	}
	for to = i; to < end && to < i+5; to++ {
		r := src[to]
		if r >= '０' && r <= '９' {
			r -= '０' - '0'
		}
		if r < '0' || r > '9' {
			break
		}
		n = n*10 + int(r-'0')
	}
	return n, to
}

// chineseDigit is the value of a Chinese numeral, 10 for 十, -1 for other characters.
func chineseDigit(r rune) int {
	switch r {
	case '〇':
		return 0
	case '十':
		return 10
	}
	for n, c := range []rune("一二三四五六七八九") {
		if c == r {
			return n + 1
		}
	}
	return -1
}

// chineseNumber reads at most four numerals: tens with their units, or digit by digit.
func chineseNumber(src []rune, i, end int) (n, to int) {
	unit := -1 // the digit that waits for what follows
	for to = i; to < end && to < i+4; to++ {
		d := chineseDigit(src[to])
		switch {
		case d < 0:
			return n + max(unit, 0), to
		case d == 10 && unit >= 0:
			n, unit = n+10*unit, -1
		case d == 10:
			n += 10
		case unit >= 0: // digit by digit
			n = 10 * (n + unit)
			unit = d
		default:
			unit = d
		}
	}
	return n + max(unit, 0), to
}

func wordPart(it east.Item) dayPart {
	d := dayPart{Span: it.Span, word: it.Value, unit: day}
	switch it.Value[len(it.Value)-1] {
	case 'y':
		d.unit = year
	case 'm':
		d.unit = month
	case 'w':
		d.unit = week
	}
	return d
}

// easternPhrase is what the parts of a date say together.
func easternPhrase(parts []dayPart, t tense) (phrase, tense) {
	var p phrase
	last := parts[len(parts)-1]
	for _, d := range parts {
		v := d.word
		switch {
		case v == "<":
			t, p.named, p.shift = past, true, -1
		case v == ">":
			t, p.named, p.shift = future, true, 1
		case v == "":
			p.sort = calendar
			switch d.unit {
			case year:
				p.year = d.n
			case month:
				p.month = d.n
			case day:
				p.day = d.n
				if d.rangeStart > 0 {
					p.day, p.lastDay = d.rangeStart, d.n
				}
			}
		case v[0] == 'w':
			p.sort, p.weekday = calendar, int(v[1]-'0')
		default:
			if v[0] == '~' {
				p.sort, v = eastern, v[1:]
			} else {
				p.sort = shifted
			}
			p.unit, p.named, p.shift = d.unit, true, int(v[1]-'0')
			if v[0] == '-' {
				p.shift = -p.shift
			}
		}
	}
	switch {
	case p.weekday > 0 && p.unit == week: // "来週の木曜日"
		p.sort = eastern
	case p.sort != calendar:
		return p, t
	case p.day > 0 && p.month == 0 && p.year == 0 && p.unit != month && !p.named: // of this month, as both languages have it
		p.sort = eastern
	case p.day > 0 && p.month == 0 && p.unit != month: // "지난 20일": the nearest on that side
		p.named = false
	case last.unit == day && p.month > 0 && p.unit == noUnit && !p.named:
		t = noTense // the nearest
	}
	return p, t
}

// tooFar is how many days a bare day of this month may lie ahead; beyond, that of the month before is meant: "31일" on the 2nd.
const tooFar = 20

// eastern resolves what only Korean and Japanese say so.
func (c context) eastern(p phrase) reading {
	y, m, _ := c.now.Date()
	switch {
	case p.weekday > 0:
		return onDay(c.now.monday() + Day(7*p.shift+p.weekday-1))
	case p.day > 0:
		if p.day > daysIn(y, m) || MakeDay(y, m, p.day)-c.now > tooFar {
			y, m, _ = MakeDay(y, m-1, 1).Date()
		}
		r := clampedDay(y, m, p.day)
		if p.lastDay > p.day && p.lastDay <= daysIn(y, m) && r.date.Precision() == ToDay {
			r.date = Interval(r.date.First(), r.date.First()+Day(p.lastDay-p.day))
		}
		return r
	}
	return onDay(c.day + Day(p.shift))
}
