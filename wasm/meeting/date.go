package meeting

import (
	"readout/wasm/when"
	"readout/wasm/wordlist"
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
		if historical(e.Date, r.a.Published) || datesNoun(s, t, d.lo, d.hi) {
			continue
		}
		if e.Relative != nil && e.Date.IsZero() && afterOther(s, d.hi) {
			continue
		}
		dist := d.lo - t.at
		if dist < 0 {
			dist = -dist * 3 / 2
		}
		if e.Date.Precision() != when.ToDay && e.Relative == nil {
			dist += 6 // "last month on Aug. 29": the day says more
		}
		if s.dateline(d.lo) {
			dist += 60 // any other time of the sentence says more
		}
		if t.typ != Visit && (s.is(d.lo-1, "until till") || s.is(d.lo-1, "the") && s.is(d.lo-2, "until")) {
			continue // how long somebody stays, or something waits
		}
		if d.lo > t.at && (s.first(t.at+1, d.lo, "but") > 0 || ofPronoun(s, t.at, d.lo)) {
			continue
		}
		if d.lo > t.at && e.Date.Precision() != when.ToDay && e.Relative == nil && s.first(t.at+1, d.lo, "who which") > 0 {
			continue // "met B, who is trying to part two neighbours that fought in April"
		}
		if s.is(d.lo-1, "from") && t.typ != Visit && d.lo-2 != t.at && d.lo > t.at { // "in a bid to head off strikes from Monday"
			continue
		}
		if e.Date.Precision() != when.ToDay && (ofNothing.Has(s.norm(d.lo-1)) || s.is(d.lo-1, "the") && s.is(d.lo-2, "for")) {
			continue
		}
		if e.Date.Precision() != when.ToDay && ofAnother(s, t.at, d.lo) {
			continue
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
	r.ahead(s, t, m)
	if t.typ == Visit {
		r.span(s, m)
	}
	for j := t.at + 1; j < len(s.toks) && !t.adjunct; j++ {
		if s.is(j, "before after following") && s.is(j+1, "the their") && m.Date.IsZero() && m.Relative == nil {
			for b := j + 2; b < j+7; b++ {
				if contactNouns.Has(s.norm(b)) {
					m.Before = true
				}
			}
		}
	}
}

// ofPronoun reports whether the time at token i, behind the contact, is that of what somebody did whom a pronoun names right before it: "talks on the
// agreement that it suspended last week".
func ofPronoun(s *sentence, at, i int) bool {
	for j := max(at+2, i-3); j < i-1; j++ {
		if s.is(j, "it they he she we") {
			return !s.among(j+1, i, meetVerbs) && !s.among(j+1, i, arrivals)
		}
	}
	return false
}

// arrivals are the verbs of those who come to a meeting.
var arrivals = wordlist.Of(`arrived arrives landed flew left departed headed travelled traveled came come`)

// dateline reports whether the date at token i stands in the brackets behind the place from which an agency reports: "OSLO (Agency - 4th May, 2021) …".
func (s *sentence) dateline(i int) bool {
	if !s.toks[0].Upper || i > 12 {
		return false
	}
	open := s.first(1, min(5, i), "(")
	return open > 0 && s.first(open, i, ")") < 0 && s.first(i, min(i+5, len(s.toks)), ")") > 0
}

// ofAnother reports whether the time at token i, behind the contact, is that of what an "after" between them tells of: "agreed to talks after a deal
// earlier this year".
func ofAnother(s *sentence, at, i int) bool {
	j := s.back(i, i-at-2, "after following since", "")
	return j >= 0 && (indefinites.Has(s.norm(j+1)) || determiners.Has(s.norm(j+1)))
}

// afterOther reports whether what the time before token i counts from is named, and is no meeting: "a week after an escalation".
func afterOther(s *sentence, i int) bool {
	if w := s.norm(i); oneOf(w, "after before following") {
		i++
	} else if w := s.norm(i - 1); !oneOf(w, "after before") {
		return false
	}
	if !determiners.Has(s.norm(i)) && !indefinites.Has(s.norm(i)) {
		return false
	}
	for j := i + 1; j < i+6 && j < len(s.toks) && s.toks[j].Word; j++ {
		if contactNouns.Has(s.norm(j)) || venueNouns.Has(s.norm(j)) {
			return false
		}
	}
	return true
}

// ofNothing stand before a time that is no day of a contact: "for the third time this month", "gas that is to flow from 2028".
var ofNothing = wordlist.Of(`time from for`)

// ahead moves the weekday of "the next meeting is on Thursday" to the week to come: what is next is not over.
func (r *reader) ahead(s *sentence, t trigger, m *Mention) {
	pub := r.a.Published
	if !t.noun || !m.Again || !s.is(t.at+1, "is") || m.Date.Precision() != when.ToDay || pub.IsZero() || m.Date.Last() >= pub.First() || pub.First()-m.Date.Last() > 7 {
		return
	}
	m.Date = when.OnDay(m.Date.First() + 7)
}

// datesNoun reports whether the date on the tokens [lo, hi) is that of another thing than the contact at t: "who led the Feb. 1 coup".
func datesNoun(s *sentence, t trigger, lo, hi int) bool {
	if t.noun && t.np <= lo && hi <= t.at { // "the Friday secret meeting"
		return false
	}
	next := hi
	if hi > 0 && possessive(s.toks[hi-1].Text) { // "Monday's strike"
		next = hi
	} else if s.is(hi, "'s ’s") {
		next = hi + 1
	} else if !s.is(lo-1, "the") || len(s.norm(lo)) != 4 || !isDigits(s.norm(lo)) { // "the 2016 Oslo election"
		next = 0
	}
	if next > 0 {
		for j := next; j < next+5 && j < len(s.toks) && s.toks[j].Word; j++ {
			if w := s.norm(j); contactNouns.Has(w) || meetVerbs.Has(w) {
				return false
			} else if stopsPhrase.Has(w) {
				return j > next
			}
		}
		return true
	}
	if !s.is(lo-1, "the") || hi >= len(s.toks) || !s.toks[hi].Word || s.toks[hi].Upper {
		return false
	}
	w := s.norm(hi)
	return !stopsPhrase.Has(w) && !contactNouns.Has(w) && !timeWords.Has(w) && !isDigits(w)
}

func isDigits(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// asEarlyAs reports whether the tokens [lo, hi) call a time the earliest: "as early as Wednesday".
func asEarlyAs(s *sentence, lo, hi int) bool {
	j := s.first(lo, hi, "early")
	return s.is(j-1, "as") && s.is(j+1, "as")
}

// historical reports whether a date lies years before the article: background, not the day of a contact that is news.
func historical(d, published when.Date) bool {
	return !d.IsZero() && !published.IsZero() && published.First()-d.Last() > 3*366
}

// after reports whether a date at token i hangs on "since", "ahead of", "inauguration on".
func after(s *sentence, i int) bool {
	return s.back(i, 24, "since inauguration anniversary election", ", with between meeting talks summit met meet") >= 0
}

// reportDate reports whether the date d says when something was said and not when the contact was.
func (r *reader) reportDate(s *sentence, d found[when.Expr], t trigger) bool {
	for j := d.lo - 1; j >= 0 && j >= d.lo-7; j-- {
		w := s.norm(j)
		if contactNouns.Has(w) && !pressWords.Has(s.norm(j-1)) || meetVerbs.Has(w) || visitVerbs.Has(w) {
			return false
		}
		if speechVerbs.Has(w) && w != "told" || w == "told" && !t.told {
			return j > t.at || d.hi < t.np
		}
		if s.toks[j].Text == "," && j < d.lo-1 {
			break
		}
	}
	// "On the 18th, Kishida said … that he hopes to hold talks"
	if d.hi <= t.np {
		for j := d.hi; j < t.np; j++ {
			if w := s.norm(j); speechVerbs.Has(w) && (w != "told" || !t.told) {
				return true
			}
		}
	}
	if aboutPerson(s.norm(d.lo-1)) && speechVerbs.Has(s.norm(d.hi)) { // "is meeting B, who yesterday said"
		return true
	}
	if d.hi <= t.np && s.is(t.np-1, "of") && outcomes.Has(s.norm(t.np-2)) { // "was pleased on Thursday with the results of the summit"
		return true
	}
	if d.hi <= t.np && s.is(d.hi, "to") { // "agreed Sunday to speed up preparations for a summit"
		for j := d.lo - 1; j >= 0 && j >= d.lo-2; j-- {
			if promises.Has(s.norm(j)) {
				return true
			}
		}
	}
	if d.hi <= t.np && promises.Has(s.norm(d.hi)) && s.is(d.hi+1, "to") { // "on Sunday agreed to an invitation to visit Quito"
		return true
	}
	for j := d.lo - 1; j >= 0 && s.toks[j].Text != ","; j-- {
		if w := s.norm(j); w == "interview" { // "In an interview with a station on Wednesday, A admitted meeting B"
			return true
		} else if contactNouns.Has(w) || meetVerbs.Has(w) {
			break
		}
	}
	// "in a press briefing Thursday on the agenda for the talks"
	for j := d.lo - 1; j >= 0 && j >= d.lo-3; j-- {
		if w := s.norm(j); oneOf(w, "briefing hearing") || pressWords.Has(w) {
			return true
		}
	}
	return false
}

// outcomes are what is spoken of when a meeting is over.
var outcomes = wordlist.Of(`results result outcome outcomes success failure conclusions`)

// promises are what people do on a day and what comes of it on another.
var promises = wordlist.Of(`agreed pledged promised decided vowed offered proposed demanded urged asked called invited threatened`)

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
