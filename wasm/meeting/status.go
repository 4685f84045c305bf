package meeting

import (
	"readout/wasm/when"
)

// date picks the expression that dates the contact: the nearest one of the region that does not date a report about it
// ("announced Thursday", "reported on Monday").
func (r *reader) date(s *sentence, t trigger, lo, hi int, m *Mention) {
	best := 1 << 20
	for _, d := range s.dates {
		e := d.v
		if d.lo < lo || d.lo >= hi || e.Type == "DURATION" && e.Relative == nil || e.Type == "SET" || r.reportDate(s, d, t) {
			continue
		}
		if e.Date.IsZero() && e.Relative == nil || e.Type == "TIME" && e.Date.IsZero() && e.Relative == nil {
			continue
		}
		if historical(e.Date, r.a.Published) {
			continue
		}
		dist := d.lo - t.at
		if dist < 0 {
			dist = -dist * 3 / 2
		}
		if e.Date.Precision() != when.ToDay && e.Relative == nil {
			dist += 6 // "last month on Aug. 29": the day says more
		}
		if after(s, d.lo) { // "ahead of his inauguration on May 10", "since … last year"
			continue
		}
		if dist < best {
			best, m.Date, m.Relative = dist, e.Date, e.Relative
			if asEarlyAs(s, d.lo-3, d.hi) && e.Date.Precision() == when.ToDay {
				m.Date = when.Interval(e.Date.First(), e.Date.First()+7) // "as early as Wednesday"
			}
			if !e.Date.IsZero() {
				m.Relative = nil
			}
		}
	}
	if t.typ == Visit {
		r.span(s, m)
	}
	for j := t.at + 1; j < len(s.toks) && !t.adjunct; j++ {
		if (s.norm(j) == "before" || s.norm(j) == "after" || s.norm(j) == "following") && (s.norm(j+1) == "the" || s.norm(j+1) == "their") && m.Date.IsZero() && m.Relative == nil {
			for b := j + 2; b < j+7; b++ {
				if contactNouns[s.norm(b)] {
					m.Before = true
				}
			}
		}
	}
}

func asEarlyAs(s *sentence, lo, hi int) bool {
	for j := max(lo, 0); j < hi; j++ {
		if s.norm(j) == "early" && s.norm(j-1) == "as" && s.norm(j+1) == "as" {
			return true
		}
	}
	return false
}

// historical reports whether a date lies years before the article: background, not the day of a contact that is news.
func historical(d, published when.Date) bool {
	return !d.IsZero() && !published.IsZero() && published.First()-d.Last() > 3*366
}

// after reports whether a date at token i hangs on "since", "ahead of", "inauguration on".
func after(s *sentence, i int) bool {
	for j := i - 1; j >= 0 && j >= i-24; j-- {
		switch s.norm(j) {
		case "since", "inauguration", "anniversary", "election":
			return true
		case ",", "with", "between", "meeting", "talks", "summit", "met", "meet":
			return false
		}
		if s.toks[j].Text == "," {
			return false
		}
	}
	return false
}

// reportDate reports whether the date d says when something was said and not when the contact was.
func (r *reader) reportDate(s *sentence, d found[when.Expr], t trigger) bool {
	for j := d.lo - 1; j >= 0 && j >= d.lo-7; j-- {
		w := s.norm(j)
		if contactNouns[w] && !pressWords[s.norm(j-1)] || meetVerbs[w] || visitVerbs[w] {
			return false
		}
		if speechVerbs[w] && w != "told" || w == "told" && !t.told {
			return j > t.at || d.hi < t.np && subjectGap(s, d.hi, t.np)
		}
		if s.toks[j].Text == "," && j < d.lo-1 {
			break
		}
	}
	// "On the 18th, Kishida said … that he hopes to hold talks"
	if d.hi <= t.np {
		for j := d.hi; j < t.np; j++ {
			if w := s.norm(j); speechVerbs[w] && (w != "told" || !t.told) {
				return true
			}
		}
	}
	// "in a press briefing Thursday on the agenda for the talks"
	for j := d.lo - 1; j >= 0 && j >= d.lo-3; j-- {
		if w := s.norm(j); w == "briefing" || w == "hearing" || pressWords[w] {
			return true
		}
	}
	return false
}

func subjectGap(_ *sentence, _, _ int) bool { return true }

// span reads the days of a visit from its length and one end: "a five-day trip … until Thursday".
func (r *reader) span(s *sentence, m *Mention) {
	days := 0
	for j := range s.toks {
		w := s.norm(j)
		if n := len(w); n > 4 && w[n-4:] == "-day" {
			days = smallNumber(w[:n-4])
		}
		if w == "until" && days > 0 {
			for _, d := range s.dates {
				if d.lo == j+1 && d.v.Date.Precision() == when.ToDay {
					end := d.v.Date.Last()
					m.Date = when.Interval(end-when.Day(days-1), end)
					m.Relative = nil
				}
			}
		}
	}
}

func smallNumber(w string) int {
	for i, n := range []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		if w == n {
			return i
		}
	}
	n := 0
	for _, c := range w {
		if c < '0' || c > '9' || n > 100 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// gapLong reports whether a TIMEX3 duration is of months or years, or of more than three weeks.
func gapLong(v string) bool {
	_, months := duration(v)
	return months > 0
}

// gapStart is when a gap began that ends with the publication: "after eight months" from 2020-10 gives 2020-02~.
func gapStart(published when.Date, v string) when.Date {
	if published.IsZero() {
		return when.Date{}
	}
	_, months := duration(v)
	y, mo, _ := published.First().Date()
	n := y*12 + mo - 1 - months
	d, err := when.Parse(pad(n/12, 4) + "-" + pad(n%12+1, 2) + "~")
	if err != nil {
		return when.Date{}
	}
	return d
}

// duration reads P8M, P2Y as months and P3W, P10D as days.
func duration(v string) (days, months int) {
	if len(v) < 3 || v[0] != 'P' || v[1] == 'T' {
		return 0, 0
	}
	n := smallNumber(v[1 : len(v)-1])
	switch v[len(v)-1] {
	case 'Y':
		return 0, n * 12
	case 'M':
		return 0, n
	case 'W':
		return n * 7, 0
	case 'D':
		return n, 0
	}
	return 0, 0
}

func pad(n, width int) string {
	s := ""
	for n > 0 || s == "" {
		s = string(rune('0'+n%10)) + s
		n /= 10
	}
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// status reads what has become of the contact from the words of its region, then holds it against its date.
func (r *reader) status(s *sentence, t trigger, lo, hi int, m *Mention) Status {
	if t.adjunct {
		return ""
	}
	st := r.words(s, t, lo, hi, m)
	if m.Date.IsZero() || r.a.Published.IsZero() {
		return st
	}
	switch {
	case m.Date.Last() < r.a.Published.First() && (st == "" || st == Scheduled):
		return Held
	case m.Date.First() > r.a.Published.Last() && (st == "" || st == Held):
		return Scheduled
	}
	return st
}

func (r *reader) words(s *sentence, t trigger, lo, hi int, m *Mention) Status {
	if t.adjunct {
		return ""
	}
	for j := t.at + 1; j < hi; j++ { // "agreed during their meeting that they will …": what was agreed is not the meeting
		if s.norm(j) == "that" {
			hi = j
		}
	}
	if t.typ == Visit && beforeClause(s, t.at) {
		return ""
	}
	in := func(list [][]string) bool { _, ok := s.has(list, lo, hi); return ok }
	verbTense := func() Status {
		if t.noun {
			return ""
		}
		switch s.norm(t.at) {
		case "met", "conferred", "visited", "sat", "telephoned", "told", "saw", "received", "hosted":
			if _, ok := s.has(deniedCues, lo, hi); ok {
				return Denied
			}
			return Held
		}
		return ""
	}
	if st := verbTense(); st != "" {
		return st
	}
	switch {
	case in(deniedCues):
		return Denied
	case in(notYetCues):
		return NotYet
	case in(proposedCues) && !(m.Date.IsZero() == false && in(cues("will", "set to"))):
		return Proposed
	case t.noun && in(cues("would")):
		if m.Definite {
			return Scheduled
		}
		return NotYet
	case in(cues("was held", "were held", "took place", "had just had", "had a", "during their", "during the", "in his first", "in her first", "is the first", "was the first", "after the", "have met", "on a")):
		if !in(cues("will", "set to", "upcoming")) {
			return Held
		}
		return Scheduled
	case in(scheduledCues):
		return Scheduled
	case in(heldCues):
		return Held
	}
	if t.noun && r.pastVerb(s, lo, hi) {
		return Held
	}
	return ""
}

// beforeClause reports whether the verb at i stands in a clause with "before": "before Obama visited" tells no outcome.
func beforeClause(s *sentence, i int) bool {
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		if s.norm(j) == "before" {
			return true
		}
		if s.toks[j].Text == "," {
			return false
		}
	}
	return false
}

// pastVerb reports whether the region's words have a past tense ("emphasized", "shared").
func (r *reader) pastVerb(s *sentence, lo, hi int) bool {
	for j := lo; j < hi; j++ {
		w := s.norm(j)
		if n := len(w); n > 4 && w[n-2:] == "ed" && !stopsPhrase[w] && !speechVerbs[w] && w != "united" && w != "called" {
			return true
		}
	}
	return false
}
