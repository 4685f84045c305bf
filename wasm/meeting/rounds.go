package meeting

import (
	"slices"

	"readout/wasm/wordlist"
)

// Rounds: "the next meeting is planned for 15 March", "the previous round broke down", "the two sides will meet again on Friday" are meetings of
// their own of those who met before.

// roundAt reports whether the noun "round" or "session" at token i is a round of talks: a word that tells which stands before it
// ("the previous round", "a second session").
func roundAt(s *sentence, np, i int) bool {
	if s.norm(i+1) == "of" { // "the last round of talks": the talks tell
		return false
	}
	for j := np; j < i; j++ {
		if whichRound.Has(s.norm(j)) {
			return true
		}
	}
	return false
}

// whichRound tell which round is meant.
var whichRound = wordlist.Of(`previous last latest earlier next another new further fresh final`)

// anotherRound reports whether the trigger names another round than the one told before: "the next meeting", "a further session", "will meet again".
func anotherRound(s *sentence, t trigger) bool {
	if t.noun {
		for j := t.np; j < t.at; j++ {
			if otherRound.Has(s.norm(j)) {
				return true
			}
		}
		return false
	}
	for j := t.at + 1; j < t.at+4; j++ {
		if s.norm(j) == "again" {
			return true
		}
	}
	return false
}

// otherRound tell that it is not the round told before.
var otherRound = wordlist.Of(`next another further fresh follow-up second`)

// calledOff reports whether a mention tells of a meeting that did not take place on a day that is over.
func (r *reader) calledOff(m Mention) bool {
	return m.Status == Denied && !m.Date.IsZero() && !r.a.Published.IsZero() && m.Date.Last() < r.a.Published.First()
}

// inherit gives a round that names nobody the people, groups and countries of the meeting told last before it that is no such round.
func (r *reader) inherit(ts []Thread, m *Mention) {
	if !m.Again && !m.Previous && !r.calledOff(*m) || len(m.People) > 0 || len(m.Groups) > 0 || len(m.Countries) > 0 || m.Vague || m.Date.IsZero() || m.Adjunct || m.Type == Visit {
		return
	}
	best, at := -1, -1
	for i := range ts {
		first := ts[i].Mentions[0]
		if ts[i].Umbrella || ts[i].Type == Visit || first.Again || first.Previous || !ts[i].Date.IsZero() && ts[i].Date.Overlaps(m.Date) {
			continue
		}
		if f := focus(&ts[i]); f > at && m.Trigger.Start > f {
			best, at = i, f
		}
	}
	if best < 0 {
		return
	}
	t := &ts[best]
	m.People, m.Groups, m.Countries, m.Sides, m.Heir = slices.Clone(t.People), slices.Clone(t.Groups), slices.Clone(t.Countries), slices.Clone(t.Sides), true
}
