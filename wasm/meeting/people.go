package meeting

import (
	"slices"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// delegationHead is the person the article calls head, leader or chief of a delegation, -1 where there is none.
func (r *reader) delegationHead() int {
	for i := range r.sents {
		s := &r.sents[i]
		for at := range s.toks {
			if !leading.Has(s.norm(at)) {
				continue
			}
			near := false
			for j := at - 12; j < at+6; j++ {
				near = near || missions.Has(s.norm(j)) && (j > at || s.is(at+1, "by"))
			}
			if !near {
				continue
			}
			if s.is(at+1, "by") && s.is(at, "headed led") { // "a delegation headed by …"
				for _, p := range s.people {
					if p.v.Person >= 0 && p.lo >= at+2 && p.lo < at+8 {
						return p.v.Person
					}
				}
			}
			best, dist := -1, 14
			for _, p := range s.people {
				if d := at - p.hi; p.v.Person >= 0 && d >= 0 && d < dist {
					best, dist = p.v.Person, d
				}
			}
			if best >= 0 {
				return best
			}
		}
	}
	return -1
}

var (
	leading  = wordlist.Of(`head leader chief leads headed led heads`)
	missions = wordlist.Of(`delegation mission team group`)
)

// participants lists the people who meet, as far as the tokens [lo, hi) of sentence i name them.
func (r *reader) participants(i int, t trigger, lo, hi int) []int {
	s := &r.sents[i]
	var out []int
	add := func(p int) {
		if p >= 0 && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	if t.typ == Visit {
		add(r.visitor(i, t))
		return out
	}
	end := hi
	for j := t.at + 1; j < hi && t.noun; j++ { // what follows ", and" after a noun is the next clause, but for "between A, and B"
		if s.is(j, "between") {
			break
		}
		if s.toks[j].Text == "," && s.is(j+1, "and but while") {
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
	if !t.noun && s.norm(t.at-1) != "" {
		subject := t.at - 1
		for subject > lo && (beforeMet.Has(s.norm(subject)) || auxiliaries.Has(s.norm(subject))) { // "whom he last met", "they first met", "he is to meet"
			subject--
		}
		switch s.norm(subject) {
		case "they":
			if len(out) == 0 {
				pair := r.pairBefore(i, subject)
				if pair == nil && i > 0 && r.sents[i-1].kind == text.Body { // whom the sentence before names
					pair = r.pairBefore(i-1, len(r.sents[i-1].toks))
				}
				for _, p := range pair {
					add(p)
				}
			}
		case "two", "pair", "duo":
			if len(out) == 0 {
				for _, p := range r.theTwo(i) {
					add(p)
				}
			}
		case "he", "she":
			if s.is(subject-1, "whom") { // the one named last, and the one whom the sentence is about
				if pair := r.pairBefore(i, subject); len(pair) == 2 {
					return pair
				}
			}
			if len(s.dates) > 0 && !circumstances.Has(s.norm(subject-1)) { // "He met Carmona on Friday": whom the sentence before is about
				add(r.pronoun(i, subject, out))
			}
		}
	}
	if w := s.norm(t.np); t.noun && len(out) == 1 && oneOf(w, "his her") { // "During his talks with A, the president ..."
		add(r.pronoun(i, t.np, out))
	}
	if len(out) == 0 && !t.adjunct {
		for _, p := range r.officials(s, lo, hi) {
			add(p)
		}
	}
	if len(out) == 0 && r.saysThree(s, lo, hi) {
		return r.paragraphPeople(i)
	}
	if two := r.saysTwo(s, lo, hi); two != "" && (len(out) == 0 && !t.adjunct || len(out) == 1) { // "Obama pressured the two leaders to hold …"
		pair := r.lastPair(i, levelWords[two])
		if pair == nil || levelWords[two] == "" { // "the two men"
			pair = r.theTwo(i)
		}
		for _, p := range pair {
			add(p)
		}
	}
	return out
}

// theTwo are the two people whom "the two" means in sentence i: those whom the sentence before names, if it names two; else the two who met
// in the mention told last; else those named last.
func (r *reader) theTwo(i int) []int {
	if i > 0 {
		if pair := r.pairBefore(i-1, len(r.sents[i-1].toks)); pair != nil {
			return pair
		}
	}
	for n := len(r.mentions) - 1; n >= 0; n-- {
		if m := &r.mentions[n]; len(m.People) == 2 && !m.Adjunct && r.sents[i].num-m.Sentence <= 8 {
			return m.People
		}
	}
	return r.lastPair(i, "")
}

// auxiliaries may stand between a pronoun and the verb of its contact.
var auxiliaries = wordlist.Of(`will would is was are were to expected due scheduled`)

// pairBefore is the two people whom sentence i names before a token, if it names two and no more; else none.
func (r *reader) pairBefore(i, at int) []int {
	var out []int
	for _, p := range r.sents[i].people {
		if p.hi <= at && p.v.Person >= 0 && !slices.Contains(out, p.v.Person) {
			out = append(out, p.v.Person)
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// circumstances open a clause that only places something in time or tells of somebody.
var circumstances = wordlist.Of(`whom who when since after before until while`)

// beforeMet may stand between a pronoun and "met".
var beforeMet = wordlist.Of(`last first also had have has previously already only earlier recently then again`)

// saysTwo is what the tokens call two people named before: "leaders" of "the two leaders", "ministers" of "both ministers", "" where they do not.
func (r *reader) saysTwo(s *sentence, lo, hi int) string {
	for j := lo; j < hi; j++ {
		if w, n := s.norm(j), s.norm(j+1); (w == "both" || w == "two" && s.is(j-1, "the")) && twoOf.Has(n) {
			return n
		}
	}
	return ""
}

// twoOf go on with "the two".
var twoOf = wordlist.Of(`leaders ministers presidents directors diplomats envoys officials men women`)

// saysThree reports whether the tokens speak of three parties named before: "the three countries' envoys".
func (r *reader) saysThree(s *sentence, lo, hi int) bool {
	for j := lo; j < hi; j++ {
		if s.is(j, "three") && s.is(j-1, "the all") && threeOf.Has(s.norm(j+1)) {
			return true
		}
	}
	return false
}

// threeOf go on with "the three".
var threeOf = wordlist.Of(`countries nations sides capitals leaders ministers envoys allies`)

// paragraphPeople are the people named before in the paragraph of sentence i, if they are of three countries.
func (r *reader) paragraphPeople(i int) []int {
	var out []int
	var lands []string
	for j := i - 1; j >= 0 && r.sents[j].para == r.sents[i].para; j-- {
		for _, p := range r.sents[j].people {
			if c := r.country(p.v); p.v.Person >= 0 && c != "" && !slices.Contains(lands, c) {
				out, lands = append(out, p.v.Person), append(lands, c)
			}
		}
	}
	if len(lands) != 3 {
		return nil
	}
	return out
}

// lastPair is the last two people named before sentence i that are not of one country, nearest sentences first; of one level, if it is given.
func (r *reader) lastPair(i int, level string) []int {
	var out []int
	var lands []string
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		for n := len(r.sents[j].people) - 1; n >= 0; n-- {
			p := r.sents[j].people[n].v
			c := r.country(p)
			if p.Person < 0 || p.Level == know.LevelSpokesperson || slices.Contains(out, p.Person) || slices.Contains(lands, c) || level != "" && r.a.Who.People[p.Person].Level != level {
				continue
			}
			out = append(out, p.Person)
			if c != "" {
				lands = append(lands, c)
			}
			if len(out) == 2 {
				return out
			}
		}
	}
	return nil
}

// visitor is who visits: the last person before the verb or noun; for a pronoun the person it stands for.
func (r *reader) visitor(i int, t trigger) int {
	s := &r.sents[i]
	best := -1
	to := append(r.visited(s, t.at+1, t.at+6), r.visited(s, t.at-1, t.at)...)
	for _, p := range s.people { // nobody visits the country that he acts for
		if p.hi <= t.at && (t.at-p.hi < 12 || best >= 0 && slices.Contains(to, r.a.Who.People[best].Country)) && p.v.Person >= 0 && !(best >= 0 && slices.Contains(to, r.a.Who.People[p.v.Person].Country)) {
			best = p.v.Person
		}
	}
	if best >= 0 && slices.Contains(to, r.a.Who.People[best].Country) {
		best = -1
	}
	for j := max(t.at-3, 0); j < t.at; j++ {
		if w := s.norm(j); oneOf(w, "he she") || w == "who" && best >= 0 {
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
	if best < 0 && s.among(t.at-8, t.at, groupNouns) {
		return r.head
	}
	return best
}

// ofPerson are words behind "Yoon's" that make it something of Yoon's and not Yoon.
var ofPerson = wordlist.Of(`administration appeal birthday cabinet decision delegation election envoy government inauguration office party policy predecessor presidency
		remarks representatives statement successor term visit`)

// bystander reports whether a person named near a contact takes no part in it: the one who reports it, the one in
// whose term of office it falls, the one who sent or leads others.
func (r *reader) bystander(s *sentence, p found[who.Mention], t trigger) bool {
	if p.v.Level == know.LevelSpokesperson && p.hi <= t.at {
		return true
	}
	if t.told {
		return false
	}
	if t.noun && s.outside(p.lo, t) || p.hi <= t.np && asked(s, t, p.hi) {
		return true
	}
	for j := p.lo - 1; j > t.at && j >= p.lo-8; j-- { // "met in London over the transfer of striker Belkadi"
		w := s.norm(j)
		if oneOf(w, "over about regarding concerning") {
			return true
		}
		if oneOf(w, "with between") || s.toks[j].Text == "," {
			break
		}
	}
	for j := p.lo - 1; j >= 0 && j >= p.lo-6; j-- {
		switch s.norm(j) {
		case "since", "unlike", "under", "succeed", "succeeding", "replacing", "despite":
			return true
		case "by":
			for b := j - 1; b >= 0 && b >= j-4; b-- {
				if w := s.norm(b); oneOf(w, "sent dispatched") {
					return true
				}
			}
		case "to":
			if s.is(j-1, "according") {
				return true
			}
		case "of":
			if actingFor.Has(s.norm(j - 1)) {
				return true
			}
		case ",", "with", "between", "and", "met", "meet", "that":
			j = -1
		}
	}
	if arranged(s, p.lo) {
		return true
	}
	if end := p.hi; possessive(s.toks[end-1].Text) || s.is(end, "'s ’s") {
		if !possessive(s.toks[end-1].Text) {
			end++
		}
		if ofPerson.Has(s.norm(end)) {
			return true
		}
		for j := end; j < end+4 && s.norm(j) != "" && s.toks[j].Word && !stopsPhrase.Has(s.norm(j)); j++ { // "Yoon's policy consultation delegation"
			if sent.Has(s.norm(j)) {
				return true
			}
		}
	}
	if s.is(p.hi, "administration") { // "the Berg administration's envoy"
		return true
	}
	// the speaker of a report about a meeting: "Kishida said the officials would meet". "Kishida said he hopes to meet" takes part.
	if p.hi <= t.np {
		for j := p.hi; j < t.np && j < p.hi+24; j++ {
			w := s.norm(j)
			if contactNouns.Has(w) || meetVerbs.Has(w) {
				return false
			}
			if speechVerbs.Has(w) {
				for b := j + 1; b < t.np; b++ {
					if q := s.norm(b); oneOf(q, "he she they his her") {
						return false
					}
				}
				return true
			}
			if oneOf(w, "emphasized agreed hopes will") {
				return false
			}
		}
	} else if p.lo > t.at { // "…, Kishida said" at the end
		for j := p.hi; j < len(s.toks) && j < p.hi+10; j++ {
			if speechVerbs.Has(s.norm(j)) {
				return s.first(t.at, p.lo, ",") >= 0
			}
			if !s.toks[j].Word {
				if s.toks[j].Text != "," {
					break
				}
				continue
			}
		}
		for j := p.lo - 1; j > t.at && j > p.lo-8 && s.toks[j].Word; j-- { // "…, said Danish envoy Kari Lund"
			if w := s.norm(j); oneOf(w, "said says") {
				return true
			}
		}
	}
	return false
}

// actingFor are those who act for whoever "of" names behind them.
var actingFor = wordlist.Of(`delegation delegates advisers advisors aides representatives team envoy envoys emissaries government administration allies`)

// outside reports whether the words on the noun of a contact say who meets, and the person at token i is not among them.
func (s *sentence) outside(i int, t trigger) bool {
	if i < t.np { // "discussed a meeting between A and B"
		return s.is(t.at+1, "between")
	}
	return i > t.at && (s.is(t.at+1, ",") && s.is(t.at+2, "attended") || // "the meeting, attended by A": present adds those
		s.owners(t) > 1 && s.back(i, i-t.at-1, "with between including", "") < 0)
}

// owners counts the people to whom the noun of a contact belongs: two in "Berg and Dahl's meeting".
func (s *sentence) owners(t trigger) (n int) {
	if t.np == t.at || s.first(t.np, t.at, "' 's ’s ’") < 0 && !possessive(s.toks[t.at-1].Text) {
		return 0
	}
	for _, p := range s.people {
		if p.v.Person >= 0 && p.lo >= t.np-4 && p.hi <= t.at {
			n++
		}
	}
	return n
}

// asked reports whether the person before token i only asks others to meet: "Berg urged Dahl to hold talks with Ek".
func asked(s *sentence, t trigger, i int) bool {
	to := s.back(t.np, t.np-i, "to", ",")
	verb := -1
	for j := i; j < to; j++ {
		if urging.Has(s.norm(j)) {
			verb = j
		}
	}
	return verb >= 0 && s.personAt(verb+1, to)
}

// arranged reports whether the person named at token i only brought others together: "talks arranged by A, B's envoy C and D".
func arranged(s *sentence, i int) bool {
	for j := i - 1; j >= 1 && j >= i-24; j-- {
		if w := s.norm(j); w == "by" {
			return arranging.Has(s.norm(j - 1))
		} else if oneOf(w, "with between met") || contactNouns.Has(w) || speechVerbs.Has(w) {
			return false
		}
	}
	return false
}

// arranging is what those did who only brought others together, before "by".
var arranging = wordlist.Of(`arranged brokered sponsored organised organized convened facilitated proposed demanded requested ordered criticised criticized called
	announced`)

// chairs are those of people who lead a meeting of others: "was mediated by A", "under the guidance of A".
func chairs(s *sentence, people []int) (out []int) {
	for _, p := range s.people {
		if !slices.Contains(people, p.v.Person) || slices.Contains(out, p.v.Person) {
			continue
		}
		for j := p.lo - 1; j > 0 && j > p.lo-8 && s.toks[j].Word; j-- {
			if s.is(j, "by") && presiding.Has(s.norm(j-1)) {
				out = append(out, p.v.Person)
			}
		}
	}
	return out
}

// presiding is what those do who lead a meeting of others, before "by".
var presiding = wordlist.Of(`mediated moderated chaired hosted led`)

// sent are those whom somebody sends.
var sent = wordlist.Of(`delegation delegates delegate representatives representative envoy envoys emissary emissaries negotiators negotiator mediator mediators
		aides aide advisers advisors team mission`)

func possessive(w string) bool {
	n := len(w)
	return n > 2 && w[n-1] == 's' && (w[n-2] == '\'' || n > 4 && w[n-4:n-1] == "’")
}
