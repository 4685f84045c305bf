package meeting

import (
	"strings"

	"readout/wasm/when"
	"readout/wasm/wordlist"
)

// status reads what has become of the contact from the words of its region, then holds it against its date.
func (r *reader) status(s *sentence, t trigger, lo, hi int, m *Mention) Status {
	if t.adjunct {
		return ""
	}
	return r.dated(m, r.words(s, t, lo, hi, m))
}

// dated is the status of a mention whose words tell st, held against its date.
func (r *reader) dated(m *Mention, st Status) Status {
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
		switch w := s.norm(j); {
		case w == "whether" && deciding.Has(s.norm(j-1)), // "will meet on Monday to decide whether to strike"
			w == "that" && !(t.noun && relative(s, j)), w == "why", // "to find out why the board refused"
			!t.noun && (w == "but" || s.toks[j].Text == "," && aboutPerson(s.norm(j+1))), // "met B but refused to", "is meeting B, who said she could not pay"
			!t.noun && w == "and" && s.verbPast(j+1):                                     // "met B and flatly rejected her offer"
			hi = j
		case !t.noun && (w == "after" || w == "ahead" && s.is(j+1, "of")):
			hi = j
		}
	}
	if t.typ == Visit && s.back(t.at, 8, "before", ",") >= 0 {
		return ""
	}
	lo, hi = ownClause(s, t, lo, hi)
	in := func(list [][]string) bool { _, ok := s.has(list, lo, hi); return ok }
	verbTense := func() Status {
		if t.noun {
			return ""
		}
		if w := s.norm(t.at); pastContacts.Has(w) || w == "spoken" && s.is(t.at-1, "had has have") {
			for j := t.at - 1; j > lo; j-- { // "A, who had refused to step in, spoke to B"
				if s.toks[j].Text == "," {
					lo = j
				}
			}
			if s.denied(t, lo, hi) {
				return Denied
			}
			return Held
		}
		if w := s.norm(t.at - 1); s.is(t.at, "meeting") && (oneOf(w, "is are was were") || w == "been" && s.is(t.at-2, "has have had")) {
			return Held
		}
		return ""
	}
	if st := verbTense(); st != "" {
		return st
	}
	switch {
	case t.noun && urged(s, t.np):
		return Proposed
	case t.noun && !m.Vague && r.saidThere(s, t, lo):
		return Held
	case s.denied(t, lo, hi), undiscussed(s, t, lo):
		return Denied
	case in(notYetCues):
		return NotYet
	case in(proposedCues) && (m.Date.IsZero() || !in(setCues)):
		return Proposed
	case t.noun && in(wouldCues):
		if m.Definite || m.Date.Precision() == when.ToDay { // "said that a second meeting would take place on 13 March"
			return Scheduled
		}
		return NotYet
	case in(doneCues):
		if !in(comingCues) {
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

// verbPast reports whether a regular verb in the past stands at token i, or behind an adverb there.
func (s *sentence) verbPast(i int) bool {
	if strings.HasSuffix(s.norm(i), "ly") {
		i++
	}
	w := s.norm(i)
	return len(w) > 4 && strings.HasSuffix(w, "ed") && !s.toks[i].Upper && !s.is(i, "united")
}

// deciding stand before the "whether" of what a meeting is about.
var deciding = wordlist.Of(`on over about decide deciding discuss discussing consider considering determine debate see review weigh assess`)

// aboutPerson are the words that open a clause on the person before it.
func aboutPerson(w string) bool { return oneOf(w, "who whom whose") }

// denied reports whether the tokens [lo, hi) deny the contact at t. What came before its end does not: "ended after the ministry refused".
func (s *sentence) denied(t trigger, lo, hi int) bool {
	for j := t.at + 1; j < hi; j++ {
		if w := s.norm(j); oneOf(w, "after because") {
			if _, held := s.has(heldCues, lo, j); held {
				hi = j
			}
		}
	}
	_, ok := s.has(deniedCues, lo, hi)
	return ok
}

// undiscussed reports whether the contact itself is what was not spoken of: "they did not discuss a summit", and not "did not discuss
// prices at their meeting".
func undiscussed(s *sentence, t trigger, lo int) bool {
	return s.is(s.back(t.np, t.np-lo-1, "discuss", "at during in after before following over when while")-1, "not")
}

// pastContacts are verbs in the past that name a contact.
var pastContacts = wordlist.Of(`met conferred visited sat telephoned told saw received hosted dined called spoke talked signed gathered seen dinner lunch breakfast supper`)

// ownClause leaves out what another clause tells after a noun that has its verb: "talks ended on Tuesday, and the president said members would".
func ownClause(s *sentence, t trigger, lo, hi int) (from, to int) {
	if !t.noun {
		return lo, hi
	}
	for j := t.at + 1; j < hi; j++ {
		if s.toks[j].Text != "," || !s.is(j+1, "and but while") {
			continue
		}
		if _, ok := s.has(heldCues, lo, j); ok && !s.personOnly(j+2, hi) {
			return lo, j
		}
	}
	return lo, hi
}

// personOnly reports whether from token lo on the list of those who meet goes on and no clause begins: no verb of saying or modal follows.
func (s *sentence) personOnly(lo, hi int) bool {
	for j := lo; j < hi; j++ {
		if w := s.norm(j); speechVerbs.Has(w) || finite.Has(w) {
			return false
		}
	}
	return true
}

// finite are the commonest verbs that only a clause has.
var finite = wordlist.Of(`will would was were is are has had wants wanted hopes hoped`)

// relative reports whether the "that" at i opens a clause on what stands before it: "talks that were due on Thursday have been called off".
func relative(s *sentence, i int) bool {
	return relativeVerbs.Has(s.norm(i + 1))
}

// relativeVerbs stand behind a "that" which opens a clause on what stands before it.
var relativeVerbs = wordlist.Of(`was were had has have is are began ended lasted ran`)

// saidThere reports whether somebody did something at the meeting: "demanded an end to killings in an emergency summit".
func (r *reader) saidThere(s *sentence, t trigger, lo int) bool {
	return s.is(t.np-1, "in at during") && !s.among(t.np, t.at, coming) && !s.among(lo, t.np, notDone) && r.pastVerb(s, lo, t.np)
}

// notDone are words of what was not, or not yet, done.
var notDone = wordlist.Of(`will would to could may might not expected participate participation attend take refused if whether`)

// coming are words before a meeting that has not been held.
var coming = wordlist.Of(`proposed planned possible upcoming next future potential any no scheduled coming`)

// urged reports whether the phrase at np is what somebody is pressed to begin: "pressed Japan to enter serious dialogue".
func urged(s *sentence, np int) bool {
	to := s.back(np, 4, "to", "")
	if to < 0 || !beginnings.Has(s.norm(to+1)) {
		return false
	}
	from := max(s.back(to, 7, ",", ""), to-8)
	return s.among(from+1, to, urging)
}

var (
	beginnings = wordlist.Of(`enter start open begin resume hold join accept engage return come agree`)
	urging     = wordlist.Of(`pressed press presses urged urges urge asked asks ask called calls pushed pushes told demanded wants wanted implored exhorted invited
		appealed`)
)

// pastVerb reports whether the region's words have a past tense ("emphasized", "shared").
func (r *reader) pastVerb(s *sentence, lo, hi int) bool {
	for j := lo; j < hi; j++ {
		w := s.norm(j)
		if n := len(w); n > 4 && w[n-2:] == "ed" && !stopsPhrase.Has(w) && !speechVerbs.Has(w) && !oneOf(w, "united called") {
			return true
		}
	}
	return false
}

// Cues that weigh against others, see words.
var (
	doneCues   = cues("was held|were held|took place|had just had|had a|during their|during the|in his first|in her first|is the first|was the first|after the|have met|on a")
	comingCues = cues("will|set to|upcoming")
	setCues    = cues("will|set to")
	wouldCues  = cues("would")
)
