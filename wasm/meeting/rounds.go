package meeting

import (
	"slices"
	"strings"

	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/wordlist"
)

// Rounds: "the next meeting is planned for 15 March", "the previous round broke down", "the two sides will meet again on Friday" are meetings of
// their own of those who met before.

// roundAt reports whether the noun "round" or "session" at token i is a round of talks: a word that tells which stands before it
// ("the previous round", "a second session").
func roundAt(s *sentence, np, i int) bool {
	if s.is(i+1, "of") { // "the last round of talks": the talks tell
		return false
	}
	for j := np; j < i; j++ {
		if w := s.norm(j); whichRound.Has(w) || ordinalOf(w) > 0 || strings.HasSuffix(w, "-long") {
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
		return s.among(t.np, t.at, otherRound)
	}
	return s.first(t.at+1, t.at+4, "again") >= 0
}

// otherRound tell that it is not the round told before.
var otherRound = wordlist.Of(`next another further fresh follow-up second additional`)

// presence are the words by which a sentence adds who took part: "Also present was A", "B attended in person".
var presence = cues("attended by|also present|also attended|attended in person|also took part|also joined|were present|was present|was also at the table|also at the table|accompanied by|led their|was headed by|were headed by|headed the other|was represented by|were represented by")

// presentWithin is how many sentences after a meeting is told somebody may be added to it; guessed.
const presentWithin = 3

// present adds to the thread told last before it whom a sentence says to have been there too.
func (r *reader) present(ts []Thread) {
	for n := range r.sents {
		s := &r.sents[n]
		at, ok := s.has(presence, 0, len(s.toks))
		if !ok || s.kind != text.Body {
			continue
		}
		if _, no := s.has(absence, 0, len(s.toks)); no {
			continue
		}
		best := -1
		for i := range ts {
			if last := r.a.sentenceOf(focus(&ts[i])); ts[i].Type == Talks && !ts[i].Umbrella && last <= s.num && s.num-last <= presentWithin && (best < 0 || focus(&ts[i]) > focus(&ts[best])) {
				best = i
			}
		}
		if best < 0 {
			continue
		}
		end := len(s.toks)
		for j := at + 2; j < end; j++ { // "A, chairman of the forum, whose members …"
			if w := s.norm(j); circumstances.Has(w) || oneOf(w, "whose as") {
				end = j
			}
		}
		for _, p := range s.people {
			if p.lo < end && p.v.Person >= 0 && !slices.Contains(ts[best].People, p.v.Person) {
				ts[best].People = append(ts[best].People, p.v.Person)
			}
		}
	}
}

var absence = cues("not|neither|nor|never|absent|refused|declined")

// fellThrough reports whether a mention tells of a meeting that did not take place on a day that is over.
func (r *reader) fellThrough(m *Mention) bool {
	return m.Status == Denied && !m.Date.IsZero() && !r.a.Published.IsZero() && m.Date.Last() < r.a.Published.First()
}

// old reports whether a mention is of "the meeting on May 2" that no thread has the day of and that is no news.
func (r *reader) old(ts []Thread, m *Mention) bool {
	pub := r.a.Published
	if !m.Definite || m.Order != nil || m.Date.Precision() != when.ToDay || pub.IsZero() || m.Date.First() <= pub.Last() && pub.First()-m.Date.Last() <= newsWithin {
		return false
	}
	return !slices.ContainsFunc(ts, func(t Thread) bool { return t.Date.Overlaps(m.Date) })
}

// inherit gives a round that names nobody the people, groups and countries of the meeting told last before it that is no such round.
func (r *reader) inherit(ts []Thread, m *Mention) {
	counted := count(m) > 0 && m.Order.Start < m.Trigger.Start && m.Definite && m.Status != "" && slices.ContainsFunc(ts, func(t Thread) bool { return countedApart(&t, m) })
	if !m.Again && !m.Previous && !counted && !r.fellThrough(m) && !r.old(ts, m) || len(m.People) > 0 || len(m.Groups) > 0 || len(m.Countries) > 0 || m.Vague || m.Date.IsZero() && !counted || m.Adjunct || m.Type == Visit {
		return
	}
	best, at := -1, -1
	for i := range ts {
		first := ts[i].Mentions[0]
		if ts[i].Umbrella || ts[i].Type == Visit || first.Again && !counted || first.Previous || !ts[i].Date.IsZero() && ts[i].Date.Overlaps(m.Date) {
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
