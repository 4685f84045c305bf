package meeting

import (
	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/who"
)

// scan appends the mentions of sentence i.
func (r *reader) scan(i int) {
	s := &r.sents[i]
	trigs := r.merge(s, whileVisiting(r.triggers(s)))
	for n, t := range trigs {
		lo, hi := 0, len(s.toks)
		if n > 0 {
			lo = boundary(s, trigs[n-1].at, t.np)
		}
		if n+1 < len(trigs) {
			hi = boundary(s, t.at, trigs[n+1].np)
		}
		if t.adjunct {
			lo, hi = t.np, phraseEnd(s, t.at, hi)
		}
		for _, m := range r.frame(i, t, lo, hi) {
			r.mentions = append(r.mentions, m)
		}
	}
}

// whileVisiting keeps of "When he visited X, A told B" the telling, over the whole sentence: A met B on that visit.
func whileVisiting(trigs []trigger) []trigger {
	if len(trigs) == 2 && trigs[0].typ == Visit && trigs[1].told {
		return trigs[1:]
	}
	return trigs
}

// merge drops a trigger that only goes on with the one before it: "met … to hold talks", "agreed to meet for talks".
func (r *reader) merge(s *sentence, trigs []trigger) []trigger {
	var out []trigger
	for _, t := range trigs {
		if n := len(out); n > 0 && !t.adjunct {
			p := out[n-1]
			joined := false
			for j := p.at + 1; j < t.np; j++ {
				w := s.norm(j)
				if w == "to" || w == "for" || w == "during" || w == "in" {
					joined = s.norm(j+1) == "hold" || s.norm(j+1) == "have" || j+1 == t.np || t.np-j <= 2
				}
				if w == "and" || w == ";" || w == "that" || w == "despite" {
					joined = false
				}
			}
			if p.adjunct {
				// "met A before the talks to hold talks on B": look at the trigger before the adjunct
				joined = joined && n > 1
			}
			if joined && (t.noun || t.typ == p.typ) && !s.personBetween(p.at, t.at, t) {
				if t.noun && p.adjunct {
					out[n-2].weak = false
					r.absorb(s, &out[n-2], t)
				} else if t.noun {
					r.absorb(s, &out[n-1], t)
				}
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// absorb lets the level of a dropped noun trigger speak for the verb that governs it.
func (r *reader) absorb(_ *sentence, _ *trigger, _ trigger) {}

// personBetween reports whether a person is named after the noun trigger t with "with" or "between": then it is a contact of its own.
func (s *sentence) personBetween(_, at int, _ trigger) bool {
	if w := s.norm(at + 1); w == "with" || w == "between" {
		return s.personAt(at+2, at+9)
	}
	return false
}

// boundary is the best place to cut between the triggers at a and b.
func boundary(s *sentence, a, b int) int {
	best, score := b, 0
	for j := a + 1; j < b; j++ {
		w, n := s.norm(j), 0
		switch {
		case w == ";" || w == ".":
			n = 9
		case s.toks[j].Text == "," && (s.norm(j+1) == "and" || s.norm(j+1) == "but" || s.norm(j+1) == "while"):
			n = 8
		case w == "and" && (s.norm(j+1) == "that" || s.norm(j+1) == "then" || s.norm(j+1) == "follow" || s.norm(j+1) == "follows"):
			n = 7
		case w == "despite" || w == "although" || w == "while" || w == "but" || w == "before" || w == "after":
			n = 6
		case s.toks[j].Text == ",":
			n = 5
		case w == "and" || w == "that":
			n = 4
		case w == "could" || w == "may" || w == "will" || w == "would":
			n = 3
		}
		if n > score || n == score && n > 0 && j > best {
			best, score = j, n
		}
	}
	if score == 0 {
		return b
	}
	return best
}

// phraseEnd is the end of the prepositional phrase that begins at an adjunct's noun.
func phraseEnd(s *sentence, at, hi int) int {
	for j := at + 1; j < hi; j++ {
		w := s.norm(j)
		if !s.toks[j].Word || stopsPhrase[w] && w != "between" && w != "with" && w != "of" && w != "and" && w != "in" && w != "on" {
			return j
		}
	}
	return hi
}

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
	r.phrase(s, t, &m)
	people := r.participants(i, t, lo, hi)
	groups := r.groups(s, t, lo, hi)
	r.countries(s, t, lo, hi, people, &m)
	r.named(s, t, lo, hi, &m)
	m.Groups = groups
	r.date(s, t, lo, hi, &m)
	r.place(s, t, lo, hi, &m)
	if s.norm(t.np-1) != "of" || s.norm(t.np-2) != "agenda" { // "the agenda of the talks" says nothing of whether they are
		m.Status = r.status(s, t, lo, hi, &m)
	}
	if m.Level == "high" && !m.Vague {
		// "high-level talks" that took place are of the level of those who met; those that somebody wants have no occasion
		if m.Status == Held || !m.Date.IsZero() || s.kind == text.Headline {
			m.Level = ""
		} else {
			m.Vague = !m.Definite
		}
	}
	m.Order = r.order(s, t, lo, hi)
	if len(groups) > 0 && r.head >= 0 && !has(people, r.head) && groupIsDelegation(groups) && !(m.Status == Scheduled && t.typ == Talks && !t.noun && membersOnly(s, lo, t.at)) {
		people = append(people, r.head)
	}
	if t.weak && !r.counts(m, people) {
		return nil
	}
	split := r.split(s, t, hi, people)
	if split == nil {
		m.People = people
		return []Mention{m}
	}
	var out []Mention
	for _, p := range split {
		c := m
		c.People = p
		out = append(out, c)
	}
	return out
}

// counts reports whether a weak noun ("dialogue", "consultations") has enough beside it to be a meeting.
func (r *reader) counts(m Mention, people []int) bool {
	return len(people) >= 2 || m.Level != "" || m.Parties > 0 || m.Type == Visit && (len(people) > 0 || len(m.Groups) > 0) || m.Type == Call && len(people) > 0 ||
		len(people) == 1 && (len(m.Countries) > 1 || !m.Date.IsZero()) || len(m.Countries) > 1 && !m.Date.IsZero() || m.Order != nil || m.Status == Denied
}

func groupIsDelegation(groups []string) bool {
	for _, g := range groups {
		if g == "delegation" {
			return true
		}
	}
	return false
}

// membersOnly reports whether "members of" stands before the trigger: then the head need not be among them.
func membersOnly(s *sentence, lo, at int) bool {
	for j := lo; j < at; j++ {
		if s.norm(j) == "members" && s.norm(j+1) == "of" {
			return true
		}
	}
	return false
}

func has(list []int, x int) bool {
	for _, v := range list {
		if v == x {
			return true
		}
	}
	return false
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
	np, at := t.np, t.at
	if !t.noun { // a verb: the noun that goes on with it may carry the level ("met … to hold director-general talks")
		np = -1
		for j := t.at + 1; j < len(s.toks) && np < 0; j++ {
			if n := s.nounPhrase(j); contactNouns[s.norm(j)] && !adjunctBefore(s, n) {
				switch s.norm(n - 1) {
				case "hold", "have", "for", "in":
					np, at = n, j
				}
			}
		}
		if np < 0 {
			return
		}
	}
	for j := np; j <= at; j++ {
		w := s.norm(j)
		if l := levelWords[w]; l != "" {
			if w == "nuclear" && m.Level != "" {
				continue
			}
			if m.Level == "" || l == "head" || l == "envoy" || m.Level == "high" || w != "nuclear" && m.Level == "envoy" && l == "director-general" {
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
			if m.Level == "minister" || m.Level == "" {
				m.Level = "vice-minister"
			}
		}
	}
	if !t.noun {
		return
	}
	// what follows the noun can tell the level too: "talks between senior officials", "dialogue at a high political level"
	for j := t.at + 1; j < len(s.toks) && j < t.at+9 && m.Level == ""; j++ {
		w := s.norm(j)
		if x := s.toks[j].Text; x == "'" || x == "’" {
			continue
		}
		if !s.toks[j].Word || w == "and" && j > t.at+5 || w == "since" || w == "that" || w == "which" {
			break
		}
		if w == "level" && levelWords[s.norm(j-1)] == "" {
			for b := j - 1; b > t.at; b-- {
				if s.norm(b) == "high" {
					m.Level = "high"
				}
			}
		}
		if w == "envoys" || w == "ministers" || w == "leaders" || w == "lawmakers" {
			m.Level = levelWords[w]
			if w == "envoys" && !nuclearNear(s, j) {
				m.Level = "minister-or-envoy"
			}
		}
	}
	if m.Level == "minister-or-envoy" {
		m.Level = ""
	}
	switch w := s.norm(np); {
	case w == "any" || w == "no":
		m.Vague = true
	case determiners[w]:
		m.Definite = true
	}
	if s.norm(np-1) == "no" || s.norm(np-1) == "any" {
		m.Vague = true
	}
}

func nuclearNear(s *sentence, j int) bool {
	for b := max(j-3, 0); b < j; b++ {
		if s.norm(b) == "nuclear" {
			return true
		}
	}
	return false
}

// participants lists the people who meet, as far as the tokens [lo, hi) of sentence i name them.
func (r *reader) participants(i int, t trigger, lo, hi int) []int {
	s := &r.sents[i]
	var out []int
	add := func(p int) {
		if p >= 0 && !has(out, p) {
			out = append(out, p)
		}
	}
	if t.typ == Visit {
		add(r.visitor(i, t))
		return out
	}
	end := hi
	for j := t.at + 1; j < hi && t.noun; j++ { // what follows ", and" after a noun is the next clause, but for "between A, and B"
		if s.norm(j) == "between" {
			break
		}
		if s.toks[j].Text == "," && (s.norm(j+1) == "and" || s.norm(j+1) == "but" || s.norm(j+1) == "while") {
			end = j
			break
		}
	}
	for _, p := range s.people {
		if p.lo < lo || p.lo >= end || p.v.Person < 0 || r.bystander(s, p, t) {
			continue
		}
		add(p.v.Person)
	}
	if len(out) == 0 && r.saysThree(s, lo, hi) {
		return r.paragraphPeople(i)
	}
	if len(out) == 0 && !t.adjunct && r.saysTwo(s, lo, hi) {
		for _, p := range r.lastPair(i) {
			add(p)
		}
	} else if len(out) == 1 && r.saysTwo(s, lo, hi) { // "Obama pressured the two leaders to hold …"
		for _, p := range r.lastPair(i) {
			add(p)
		}
	}
	return out
}

// saysTwo reports whether the tokens speak of two people named before: "the two leaders", "both ministers".
func (r *reader) saysTwo(s *sentence, lo, hi int) bool {
	for j := lo; j < hi; j++ {
		w, n := s.norm(j), s.norm(j+1)
		if w == "two" || w == "both" {
			switch n {
			case "leaders", "ministers", "presidents", "directors", "diplomats", "envoys", "officials", "men", "women":
				return s.norm(j-1) == "the" || w == "both"
			}
		}
	}
	return false
}

// saysThree reports whether the tokens speak of three parties named before: "the three countries' envoys".
func (r *reader) saysThree(s *sentence, lo, hi int) bool {
	for j := lo; j < hi; j++ {
		if s.norm(j) == "three" && (s.norm(j-1) == "the" || s.norm(j-1) == "all") {
			switch s.norm(j + 1) {
			case "countries", "nations", "sides", "capitals", "leaders", "ministers", "envoys", "allies":
				return true
			}
		}
	}
	return false
}

// paragraphPeople are the people named before in the paragraph of sentence i, if they are of three countries.
func (r *reader) paragraphPeople(i int) []int {
	var out []int
	var lands []string
	for j := i - 1; j >= 0 && r.sents[j].para == r.sents[i].para; j-- {
		for _, p := range r.sents[j].people {
			if c := r.country(p.v); p.v.Person >= 0 && c != "" && !contains(lands, c) {
				out, lands = append(out, p.v.Person), append(lands, c)
			}
		}
	}
	if len(lands) != 3 {
		return nil
	}
	return out
}

// lastPair is the last two people of two countries named before sentence i, nearest sentences first.
func (r *reader) lastPair(i int) []int {
	var out []int
	var lands []string
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		for n := len(r.sents[j].people) - 1; n >= 0; n-- {
			p := r.sents[j].people[n].v
			c := r.country(p)
			if p.Person < 0 || c == "" || contains(lands, c) || p.Level == "spokesperson" {
				continue
			}
			out, lands = append(out, p.Person), append(lands, c)
			if len(out) == 2 {
				return out
			}
		}
	}
	return nil
}

func contains(list []string, x string) bool {
	for _, v := range list {
		if v == x {
			return true
		}
	}
	return false
}

// visitor is who visits: the last person before the verb or noun; for a pronoun the person it stands for.
func (r *reader) visitor(i int, t trigger) int {
	s := &r.sents[i]
	best := -1
	for _, p := range s.people {
		if p.hi <= t.at && t.at-p.hi < 12 && p.v.Person >= 0 {
			best = p.v.Person
		}
	}
	for j := max(t.at-3, 0); j < t.at; j++ {
		if w := s.norm(j); w == "he" || w == "she" || w == "who" && best >= 0 {
			if w == "who" {
				return best
			}
			if best >= 0 {
				return best
			}
			for _, p := range s.people { // "When he visited …, Kerry told …"
				if p.lo > t.at && p.v.Person >= 0 {
					return p.v.Person
				}
			}
			for b := i - 1; b >= 0 && b >= i-2; b-- {
				if n := len(r.sents[b].people); n > 0 {
					return r.sents[b].people[0].v.Person
				}
			}
		}
	}
	if best < 0 && r.groupBefore(s, t.at) {
		return r.head
	}
	return best
}

// bystander reports whether a person named near a contact takes no part in it: the one who reports it, the one in
// whose term of office it falls, the one who sent or leads others.
func (r *reader) bystander(s *sentence, p found[who.Mention], t trigger) bool {
	if p.v.Level == "spokesperson" && p.hi <= t.at {
		return true
	}
	if t.told {
		return false
	}
	for j := p.lo - 1; j >= 0 && j >= p.lo-6; j-- {
		switch s.norm(j) {
		case "since", "unlike", "under", "succeed", "succeeding", "replacing", "despite":
			return true
		case "by":
			for b := j - 1; b >= 0 && b >= j-4; b-- {
				if w := s.norm(b); w == "sent" || w == "led" || w == "headed" || w == "dispatched" {
					return true
				}
			}
		case "to":
			if s.norm(j-1) == "according" {
				return true
			}
		case "of":
			switch s.norm(j - 1) {
			case "delegation", "delegates", "advisers", "advisors", "aides", "representatives", "team", "envoy", "envoys", "emissaries", "government", "administration", "allies":
				return true
			}
		case ",", "with", "between", "and", "met", "meet", "that":
			j = -1
		}
	}
	end := p.hi
	if possessive(s.toks[p.hi-1].Text) || s.norm(p.hi) == "'s" || s.norm(p.hi) == "’s" {
		switch s.norm(end) {
		case "representatives", "delegation", "administration", "government", "inauguration", "cabinet", "envoy", "office", "election", "visit", "remarks", "appeal", "party", "predecessor", "successor", "presidency", "term", "decision", "statement", "policy", "birthday":
			return true
		}
		if s.norm(end) == "'s" || s.norm(end) == "’s" {
			switch s.norm(end + 1) {
			case "representatives", "delegation", "administration", "government", "inauguration", "cabinet", "envoy", "office", "policy", "visit":
				return true
			}
		}
	}
	// the speaker of a report about a meeting: "Kishida said the officials would meet". "Kishida said he hopes to meet" takes part.
	if p.hi <= t.np {
		for j := p.hi; j < t.np && j < p.hi+24; j++ {
			w := s.norm(j)
			if contactNouns[w] || meetVerbs[w] {
				return false
			}
			if speechVerbs[w] {
				for b := j + 1; b < t.np; b++ {
					if q := s.norm(b); q == "he" || q == "she" || q == "they" || q == "his" || q == "her" {
						return false
					}
				}
				return true
			}
			if w == "emphasized" || w == "agreed" || w == "hopes" || w == "will" {
				return false
			}
		}
	} else if p.lo > t.at { // "…, Kishida said" at the end
		for j := p.hi; j < len(s.toks) && j < p.hi+10; j++ {
			if speechVerbs[s.norm(j)] {
				return !commaless(s, t.at, p.lo)
			}
			if !s.toks[j].Word {
				if s.toks[j].Text != "," {
					break
				}
				continue
			}
		}
		if w := s.norm(p.lo - 1); w == "said" || w == "says" {
			return true
		}
	}
	return false
}

func commaless(s *sentence, lo, hi int) bool {
	for j := lo; j < hi; j++ {
		if s.toks[j].Text == "," {
			return false
		}
	}
	return true
}

func possessive(w string) bool {
	n := len(w)
	return n > 2 && w[n-1] == 's' && (w[n-2] == '\'' || n > 4 && w[n-4:n-1] == "’")
}

// groups lists delegations and organisations that take part.
func (r *reader) groups(s *sentence, t trigger, lo, hi int) []string {
	var out []string
	add := func(g string) {
		if !contains(out, g) {
			out = append(out, g)
		}
	}
	for j := lo; j < hi; j++ {
		switch w := s.norm(j); w {
		case "delegation", "delegates":
			add("delegation")
		case "group", "representatives":
			if j > lo && r.head >= 0 && (possessive(s.toks[j-1].Text) || s.norm(j-1) == "korean") {
				add("delegation")
			}
		}
	}
	for _, b := range s.bodies {
		if b.lo >= lo && b.lo < hi && b.v.Kind == who.KindOrganisation && !partOf(b.v.Name) {
			add(b.v.Name)
		}
	}
	return out
}

// partOf reports whether a name is of a part of a state and not of a party of its own.
func partOf(name string) bool {
	w := splitSpace(name)
	switch text.Fold(w[len(w)-1]) {
	case "department", "bureau", "ministry", "assembly", "committee", "talks", "parliament", "court", "agency", "organization", "nations", "cabinet", "office", "council", "congress", "senate", "party":
		return true
	}
	return false
}

// countries gathers whose contact it is: the countries of the people, those in the noun phrase, those who act.
func (r *reader) countries(s *sentence, t trigger, lo, hi int, people []int, m *Mention) {
	add := func(c string) {
		if c != "" && !contains(m.Countries, c) {
			m.Countries = append(m.Countries, c)
		}
	}
	for _, p := range people {
		add(r.a.Who.People[p].Country)
	}
	for j := t.np; j <= t.at && t.noun; j++ {
		if s.toks[j].Upper {
			if c, ok := know.Country(s.norm(j)); ok {
				add(c)
			} else if c, ok := know.Country(s.norm(j) + " " + s.norm(j+1)); ok {
				add(c)
			}
		}
	}
	if t.typ == Visit {
		for _, c := range append(r.visited(s, t.at+1, t.at+6), r.visited(s, t.at-1, t.at)...) {
			add(c)
		}
		sortStrings(m.Countries)
		return
	}
	placed := func(lo int) bool {
		for _, p := range s.places {
			if p.lo <= lo && lo < p.hi {
				return true
			}
		}
		return false
	}
	two := len(m.Countries) >= 2 && len(people) >= 2
	for _, b := range s.bodies {
		if two || b.v.Country == "" || placed(b.lo) || b.lo < lo || b.lo >= hi {
			continue
		}
		switch b.v.Kind {
		case "country", "government", "delegation":
			// only near the trigger or with "between … and …": countries elsewhere in the sentence are topics
			if d := b.lo - t.at; d < 12 && d > -14 {
				add(b.v.Country)
			}
		}
	}
	sortStrings(m.Countries)
}

// place is where, from the places of the region; a host event is noted as the venue.
func (r *reader) place(s *sentence, t trigger, lo, hi int, m *Mention) {
	dist := 1 << 20
	for _, p := range s.places {
		if p.lo < lo || p.lo >= hi {
			continue
		}
		d := p.lo - t.at
		if d < 0 {
			d = -2 * d
		}
		if d < dist {
			dist, m.Place, m.PlaceCountry = d, p.v.Name, p.v.Country
		}
	}
	for j := lo; j < hi; j++ {
		if (s.norm(j) == "sidelines" || s.norm(j) == "margins") && s.norm(j+1) == "of" || s.norm(j) == "during" && j > t.at || s.norm(j) == "at" && s.toks[j].Word {
			if v := venueName(s, j, hi); v != "" {
				m.Venue = v
				return
			}
		}
	}
}

// venueName reads the host event after "on the sidelines of", "at", "during".
func venueName(s *sentence, j, hi int) string {
	name := ""
	for b := j + 1; b < hi && b < j+9; b++ {
		w := s.norm(b)
		if w == "of" || w == "the" || !s.toks[b].Word {
			if b > j+2 {
				break
			}
			continue
		}
		if name != "" {
			name += " "
		}
		name += w
		if venueNouns[w] {
			if b == j+2 && !s.toks[b].Upper || name == w {
				return ""
			}
			return name
		}
		if stopsPhrase[w] {
			return ""
		}
	}
	return ""
}

// split separates partners who are met one by one: each has a description of its own, and they are joined by ", and".
func (r *reader) split(s *sentence, t trigger, hi int, people []int) [][]int {
	if t.noun || t.typ != Talks || t.told {
		return nil
	}
	var objs []found[who.Mention]
	for _, p := range s.people {
		if p.lo > t.at && p.lo < hi && has(people, p.v.Person) {
			objs = append(objs, p)
		}
	}
	if len(objs) != 2 || objs[1].lo-objs[0].hi < 5 || r.country(objs[0].v) != r.country(objs[1].v) {
		return nil
	}
	and := false
	for j := objs[0].hi; j < objs[1].lo; j++ {
		and = and || s.norm(j) == "and" && s.toks[j-1].Text == ","
	}
	if !and {
		return nil
	}
	var rest []int
	for _, p := range people {
		if p != objs[0].v.Person && p != objs[1].v.Person {
			rest = append(rest, p)
		}
	}
	return [][]int{append([]int{objs[0].v.Person}, rest...), append([]int{objs[1].v.Person}, rest...)}
}

// order reads a claim about the place of the meeting in a sequence.
func (r *reader) order(s *sentence, t trigger, lo, hi int) *Order {
	for j := t.np; j <= t.at; j++ {
		n := ordinals[s.norm(j)]
		if n == 0 || possessiveDate(s, j) {
			continue
		}
		if s.norm(j-1) == "of" || !s.toks[j].Word {
			continue
		}
		return r.claim(s, j, t.at, hi, n)
	}
	for j := t.at + 1; j < hi; j++ { // "talks … are the second of their kind", "the first since"
		if n := ordinals[s.norm(j)]; n > 0 && (s.norm(j+1) == "of" && s.norm(j+3) == "kind" || s.norm(j+1) == "since" || s.norm(j+1) == "such" || s.norm(j+1) == "time") {
			end := j + 3
			if s.norm(j+1) == "of" {
				end = j + 3
			} else if s.norm(j+1) == "time" {
				end = j + 1
			} else {
				end = j
			}
			return r.claim(s, j, end, hi, n)
		}
	}
	for j := lo; j < t.at; j++ { // "After eight months, …"
		if s.norm(j) == "after" || s.norm(j) == "in" && (s.norm(j-1) == "time" || s.norm(j-1) == "first") {
			for _, d := range s.dates {
				if d.lo >= j && d.lo <= j+1 && d.v.Relative != nil && d.v.Relative.Days < -20 || d.lo >= j && d.lo <= j+1 && d.v.Type == "DURATION" && gapLong(d.v.Value) {
					o := &Order{Span: text.Span{Start: s.toks[j].Start, End: d.v.End}, Gap: true, Anchor: d.v.Text}
					o.Since = gapStart(r.a.Published, d.v.Value)
					return o
				}
			}
		}
	}
	return nil
}

func possessiveDate(_ *sentence, _ int) bool { return false }

// claim builds an order claim from the ordinal at j over the noun at end, with its "since …" where there is one.
func (r *reader) claim(s *sentence, j, end, hi, n int) *Order {
	o := &Order{Ordinal: n}
	stop := end + 1
	for b := end + 1; b < hi && b < end+16; b++ {
		if s.norm(b) != "since" {
			continue
		}
		stop = b + 1
		for c := b + 1; c < hi; c++ {
			w := s.norm(c)
			if t := s.toks[c].Text; t == "," || t == ";" || t == "." || w == "amid" || t == "..." || t == "…" {
				break
			}
			stop = c + 1
		}
		if stop > b+1 {
			o.Anchor = r.a.Doc.Slice(text.Span{Start: s.toks[b+1].Start, End: s.toks[stop-1].End})
			for _, d := range s.dates {
				if d.lo > b && d.hi <= stop && !d.v.Date.IsZero() {
					o.Since = d.v.Date
				}
			}
		}
		break
	}
	o.Span = text.Span{Start: s.toks[j].Start, End: s.toks[stop-1].End}
	return o
}

func sortStrings(l []string) {
	for i := 1; i < len(l); i++ {
		for j := i; j > 0 && l[j] < l[j-1]; j-- {
			l[j], l[j-1] = l[j-1], l[j]
		}
	}
}
