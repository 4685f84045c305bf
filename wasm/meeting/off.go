package meeting

import (
	"readout/wasm/when"
	"readout/wasm/wordlist"
)

// Meetings that were set and will not be as they were set: "postponed", "put off", "no longer meeting". Other than "refused" and "ruled out",
// which are talk without an occasion, such words are of an occasion with a day and a place, and what else is told of it tells how it
// had been planned.

// off reports whether the words in the tokens [lo, hi) say that the contact at t, which had been set, is called off or put off, and to what day,
// zero where they name none. One that had been put off before it was held is not off.
func (s *sentence) off(t trigger, lo, hi int) (off bool, to when.Date) {
	if pastContacts.Has(s.norm(t.at)) { // "met to speak of the delayed ships"
		return false, to
	}
	if _, ok := s.has(offCues, lo, hi); ok {
		return true, to
	}
	for j := max(t.np-3, lo); j < t.at && t.noun; j++ { // "the postponed meeting", "agreed to put off the talks"
		if s.offAt(j) > 0 && !s.is(j-1, "had not") {
			return true, s.dayAfter(t.at + 1)
		}
	}
	for j := t.at + 1; j < hi && !s.is(j, "as while when because amid though although"); j++ { // "the meeting, which was to be held on Thursday, has been postponed"
		n := s.offAt(j)
		if n == 0 {
			continue
		}
		for b := j - 1; b > t.at && b >= j-3; b-- {
			if w := s.norm(b); oneOf(w, "had not after since") {
				return false, to
			}
		}
		return true, s.dayAfter(j + n)
	}
	return false, to
}

// offAt is how many words at token i say that something is put off, 0 for none.
func (s *sentence) offAt(i int) int {
	switch {
	case offWords.Has(s.norm(i)):
		return 1
	case s.is(i, "put puts putting called call calls calling") && s.is(i+1, "off"):
		return 2
	}
	return 0
}

// dayAfter is the day that the tokens at i say something is put off to: "to Friday", "until 3 March"; zero where they name none.
func (s *sentence) dayAfter(i int) when.Date {
	for _, d := range s.dates {
		if s.is(i, "to until till for") && d.lo > i && d.lo <= i+2 && d.v.Date.Precision() == when.ToDay {
			return d.v.Date
		}
	}
	return when.Date{}
}

var (
	offWords = wordlist.Of(`postponed postpone postpones postponing deferred defer defers deferring delayed delay delays delaying rescheduled reschedule reschedules rescheduling cancelled canceled
		cancel cancels cancelling canceling scrapped scrap scraps scrapping`)
	offCues = cues("no longer|later date|was supposed to|were supposed to|had been due to")
)

// nearest moves a weekday of what is called off to the one nearest to the publication: "Thursday's meeting has been postponed" of a Wednesday
// is of tomorrow. A day told by its number stays.
func (r *reader) nearest(s *sentence, m *Mention) {
	pub := r.a.Published
	if pub.Precision() != when.ToDay || m.Date.Precision() != when.ToDay {
		return
	}
	for _, d := range s.dates {
		if d.v.Date == m.Date && d.hi == d.lo+1 && !isDigits(s.norm(d.lo)) {
			switch away := m.Date.First() - pub.First(); {
			case away < -3:
				m.Date = when.OnDay(m.Date.First() + 7)
			case away > 3:
				m.Date = when.OnDay(m.Date.First() - 7)
			}
			return
		}
	}
}
