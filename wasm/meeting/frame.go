package meeting

import (
	"slices"
	"strings"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// frame reads the mention that trigger t opens within the tokens [lo, hi) of sentence i. A list of separate partners
// ("plan to meet former Prime Minister A, who …, and his successor, B") gives one mention each.
func (r *reader) frame(i int, t trigger, lo, hi int) []Mention {
	s := &r.sents[i]
	m := Mention{Sentence: s.num, Trigger: s.toks[t.at].Span, Type: t.typ, Adjunct: t.adjunct}
	m.Passages = r.passagesOf(s, lo, hi, t.at)
	switch s.norm(t.at - 1) {
	case "last", "previously", "earlier":
		m.Previous = !t.noun // "whom he last met in Beijing"
	}
	m.Previous = m.Previous || !t.noun && (countedFrom(s, t.at) || s.is(s.back(t.at, 12, "time", ",")-1, "last"))
	since := t.adjunct && s.is(t.np-1, "since")
	r.phrase(s, t, &m)
	m.Again = t.typ != Visit && anotherRound(s, t)
	if w := s.norm(t.at + 1); m.Definite && t.noun && s.is(t.np, "the") && t.at-t.np <= 1 && !oneOf(w, "with between of") {
		m.Bare = true
	}
	people := r.participants(i, t, lo, hi)
	m.Chair = chairs(s, people)
	groups := r.groups(s, t, lo, hi)
	r.countries(s, t, lo, hi, people, &m)
	r.named(s, t, lo, hi, &m)
	m.Groups = groups
	m.Others, m.Plain = withOthers(s, t), plain(s, t, lo, hi)
	if t.typ != Visit {
		if m.Sides = r.sides(s, t, lo, hi); len(m.Sides)+len(people) == 0 && !t.noun {
			subject := t.at - 1
			for subject > lo && (beforeMet.Has(s.norm(subject)) || s.is(subject, "will to")) {
				subject--
			}
			if theSides(s, subject) {
				m.Sides = r.sidesBefore(i)
			}
		}
	}
	if t.noun && len(people) == 0 && sidesHad(s, lo, t.np) {
		m.Previous = true
	}
	r.date(s, t, lo, hi, &m)
	r.place(s, t, lo, hi, &m)
	if pub := r.a.Published; t.noun && m.Definite && m.Date.Precision() == when.ToDay && !pub.IsZero() && m.Date.Last() < pub.First()-1 && s.hadBeen(t.at, hi) {
		m.Previous = true // "the seventh round had ended without a result on January 4": the news is of another
	}
	if since && !m.Date.IsZero() { // "the first time since talks collapsed on April 4": those are another round
		m.Adjunct, m.Previous = false, true
	}
	if !s.is(t.np-1, "of") || !s.is(t.np-2, "agenda") { // "the agenda of the talks" says nothing of whether they are
		m.Status = r.status(s, t, lo, hi, &m)
	}
	if off, to := s.off(t, lo, hi); off && !t.adjunct {
		if m.Off, m.Status = to.IsZero(), Denied; m.Off {
			r.nearest(s, &m)
		} else {
			m.Date, m.Status = to, r.dated(&m, Scheduled)
		}
	}
	if t.noun && m.Status == Proposed && urged(s, t.np) {
		m.Date, m.Relative = when.Date{}, nil // the day is that of the urging
	}
	if m.Level == levelHigh && !m.Vague {
		// "high-level talks" that took place are of the level of those who met; those that somebody wants have no occasion
		if m.Status == Held || !m.Date.IsZero() || s.kind == text.Headline {
			m.Level = ""
		} else {
			m.Vague = !m.Definite
		}
	}
	m.Order = r.order(s, t, lo, hi)
	if len(groups) > 0 && r.head >= 0 && !slices.Contains(people, r.head) && slices.Contains(groups, "delegation") && !(m.Status == Scheduled && t.typ == Talks && !t.noun && s.is(s.first(lo, t.at, "members")+1, "of")) {
		people = append(people, r.head)
	}
	if t.weak && !r.counts(m, people) {
		return nil
	}
	if m.Order == nil {
		m.Order = r.before(s, t)
	}
	split := r.split(s, t, lo, hi, people)
	if split == nil {
		m.People = people
		return []Mention{m}
	}
	var out []Mention
	for _, p := range split {
		c := m
		c.People, c.Countries = p, r.lands(s, t, hi, p, m.Countries)
		if len(p) == 2 {
			c.Parties = 2
		}
		out = append(out, c)
	}
	return out
}

// sidesHad reports whether the tokens [lo, hi) tell of those named before what had been: "the two sides had failed to agree at a meeting".
func sidesHad(s *sentence, lo, hi int) bool {
	for j := lo; j < hi; j++ {
		if s.is(j+1, "had") && theSides(s, j) {
			return true
		}
	}
	return false
}

// hadBeen reports whether the noun at token i is told to have been before what is told: "the talks in Oslo had ended".
func (s *sentence) hadBeen(i, hi int) bool {
	for j := i + 1; j < hi && !s.is(j, ","); j++ {
		if w := s.norm(j); finite.Has(w) || aboutPerson(w) {
			return w == "had"
		}
	}
	return false
}

// countedFrom reports whether the verb at i names an earlier contact from which another is counted: "eight days after they met in Beijing".
func countedFrom(s *sentence, i int) bool {
	j := s.back(i, 6, "after since", ",")
	return j > 0 && timeUnits.Has(s.norm(j-1))
}

// timeUnits are what is counted between two meetings.
var timeUnits = wordlist.Of(`day days week weeks month months year years`)

// counts reports whether a weak noun ("dialogue", "consultations") has enough beside it to be a meeting.
func (r *reader) counts(m Mention, people []int) bool {
	return len(people)+len(m.Sides) >= 2 || m.Level != "" || m.Parties > 0 || m.Type == Visit && (len(people) > 0 || len(m.Groups) > 0) || m.Type == Call && len(people) > 0 ||
		len(people) == 1 && (len(m.Countries) > 1 || !m.Date.IsZero()) || len(m.Countries) > 1 && !m.Date.IsZero() || m.Order != nil || m.Status == Denied || (m.Previous || m.Again) && !m.Date.IsZero()
}

// passagesOf lists the passages of the sentence that the tokens [lo, hi) touch, always with the trigger's own.
func (r *reader) passagesOf(s *sentence, lo, hi, at int) []int {
	var out []int
	for _, p := range s.passages {
		span := r.a.Doc.Passages[p].Span
		touched := span.Contains(s.toks[at].Span)
		for j := lo; j < hi && !touched; j++ {
			touched = s.toks[j].Word && span.Contains(s.toks[j].Span)
		}
		if touched {
			out = append(out, p)
		}
	}
	return out
}

// phrase reads the noun phrase of a trigger: level, number of parties, definiteness, "previous", "any".
func (r *reader) phrase(s *sentence, t trigger, m *Mention) {
	np, at := object(s, t)
	if np < 0 {
		return
	}
	for j := np; j <= at; j++ {
		w := s.norm(j)
		if l := levelWords[w]; l != "" {
			if w == "nuclear" && m.Level != "" {
				continue
			}
			if m.Level == "" || l == know.LevelHead || l == know.LevelEnvoy || m.Level == levelHigh || w != "nuclear" && m.Level == know.LevelEnvoy && l == know.LevelDirectorGeneral {
				m.Level = l
			}
		}
		if n := partyWords[w]; n > 0 {
			m.Parties = n
		}
		switch w {
		case "previous", "last", "earlier", "prior":
			m.Previous = true
		case "vice", "deputy":
			if m.Level == know.LevelMinister || m.Level == "" {
				m.Level = know.LevelViceMinister
			}
		}
	}
	if !t.noun {
		return
	}
	// what follows the noun can tell the level too: "talks between senior officials", "dialogue at a high political level"
	for j := t.at + 1; j < len(s.toks) && j < t.at+9 && m.Level == ""; j++ {
		w := s.norm(j)
		if x := s.toks[j].Text; oneOf(x, "' ’") {
			continue
		}
		if !s.toks[j].Word || w == "and" && j > t.at+5 || oneOf(w, "since that which") {
			break
		}
		if w == "level" && levelWords[s.norm(j-1)] == "" {
			for b := j - 1; b > t.at; b-- {
				if s.is(b, "high") {
					m.Level = levelHigh
				}
			}
		}
		if oneOf(w, "envoys ministers secretaries leaders lawmakers") {
			if w == "envoys" && s.first(j-3, j, "nuclear") < 0 {
				break // ministers may be meant
			}
			m.Level = levelWords[w]
		}
	}
	switch w := s.norm(np); {
	case oneOf(w, "any no"):
		m.Vague = true
	case determiners.Has(w):
		m.Definite = true
		for j := np; j < at; j++ { // "its 37th meeting": told by its number, and not the one told before
			m.Definite = m.Definite && !(isDigits(s.norm(j)) && ordinal(s.norm(j)))
		}
	}
	if s.is(np-1, "no any") {
		m.Vague = true
	}
}

// object is the noun of a contact and where its phrase begins: the trigger itself, or what goes on with a verb and may carry its level
// ("met … to hold director-general talks"); -1 where there is none.
func object(s *sentence, t trigger) (np, at int) {
	if t.noun {
		return t.np, t.at
	}
	for j := t.at + 1; j < len(s.toks); j++ {
		if n := s.nounPhrase(j); contactNouns.Has(s.norm(j)) && !adjunctBefore(s, n) {
			switch s.norm(n - 1) {
			case "hold", "have", "for", "in":
				return n, j
			}
		}
	}
	return -1, -1
}

// ordinal reports whether a number is one of a series: "37th".
func ordinal(w string) bool {
	n := len(w)
	return n > 2 && oneOf(w[n-2:], "th st nd rd")
}

// groups lists delegations and organisations that take part.
func (r *reader) groups(s *sentence, t trigger, lo, hi int) []string {
	var out []string
	add := func(g string) {
		if !slices.Contains(out, g) {
			out = append(out, g)
		}
	}
	for j := lo; j < hi; j++ {
		switch w := s.norm(j); w {
		case "delegation", "delegates":
			if !speechVerbs.Has(s.norm(j + 1)) { // "two delegates said"
				add("delegation")
			}
		case "group", "representatives":
			if j > lo && r.head >= 0 && (possessive(s.toks[j-1].Text) || s.is(j-1, "korean")) {
				add("delegation")
			}
		}
	}
	for _, b := range s.bodies {
		if b.lo >= lo && b.lo < hi && b.v.Kind == who.KindOrganisation && !partOf(b.v.Name) && !(s.is(b.lo-1, "(") && s.is(b.hi, ")")) {
			add(b.v.Name)
		}
	}
	return out
}

// partOf reports whether a name is of a part of a state and not of a party of its own.
func partOf(name string) bool {
	w := strings.Fields(name)
	return stateParts.Has(text.Fold(w[len(w)-1]))
}

// stateParts end the name of a part of a state, of a conference or of a court.
var stateParts = wordlist.Of(`department bureau ministry assembly committee talks parliament court agency organization nations cabinet office council congress
	senate party`)
