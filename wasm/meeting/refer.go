package meeting

import (
	"slices"
	"sort"
	"strings"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// refer notes where "the king", "the rector", "the bishop" stand for the one person of the article who bears that title, so that they
// take part where they are meant.
func (r *reader) refer() {
	bearer := map[string]int{} // last word of a title, or its last two → person, -1 for several
	for _, m := range r.a.Who.Mentions {
		if m.Person < 0 || m.Title == "" {
			continue
		}
		before := ""
		for _, w := range strings.Fields(text.Fold(m.Title)) {
			if n := len(w); n > 0 && (w[n-1] == ',' || w[n-1] == '.') {
				w = w[:n-1]
			}
			for _, office := range []string{w, before + " " + w} {
				if p, ok := bearer[office]; !offices.Has(w) {
				} else if ok && p != m.Person {
					bearer[office] = -1
				} else {
					bearer[office] = m.Person
				}
			}
			before = w
		}
	}
	if len(bearer) == 0 {
		return
	}
	for n := range r.sents {
		s := &r.sents[n]
		added := false
		for i := 1; i < len(s.toks); i++ {
			if !offices.Has(s.norm(i)) {
				continue
			}
			first, office := i-1, s.norm(i)
			if _, ok := bearer[s.norm(i-1)+" "+office]; ok { // "the prime minister"
				first, office = i-2, s.norm(i-1)+" "+office
			}
			p, ok := bearer[office]
			if !ok || p < 0 || i+1 < len(s.toks) && s.toks[i+1].Upper || !s.is(first, "the") && !r.serves(p, s, first) || s.is(i+1, "of for ' ’") || s.personAt(i, i+2) {
				continue
			}
			x := &r.a.Who.People[p]
			s.people = append(s.people, found[who.Mention]{i, i + 1, who.Mention{Span: s.toks[i].Span, Person: p, Level: x.Level, Country: x.Country}})
			added = true
		}
		if added {
			sort.SliceStable(s.people, func(a, b int) bool { return s.people[a].lo < s.people[b].lo })
		}
	}
}

// serves reports whether the word at token i says of what country somebody is ("Danish king") and the person is not of another.
func (r *reader) serves(p int, s *sentence, i int) bool {
	c, ok := know.CountryPhrase(s.norm(i-1) + " " + s.norm(i)) // "North Korean"
	if !ok {
		c, ok = know.CountryPhrase(s.norm(i))
	}
	land := r.a.Who.People[p].Country
	return ok && c.By == know.ByDemonym && (land == "" || land == c.ISO)
}

// offices are the titles that one person of a story is called by.
var offices = wordlist.Of(`king queen emperor pope president premier chancellor bishop archbishop archdeacon rector vicar mayor governor minister judge chairman
		chairwoman headteacher principal vice-chancellor ambassador envoy speaker mediator commissioner sultan emir prince princess`)

// pronoun is the person whom "he" or "she" at token i of sentence n means: whom the sentence before names first, other than as the
// one to whom something belongs ("Nyberg's agent, Marco Bellini"), and not one of those named here; -1 for nobody.
func (r *reader) pronoun(n, i int, here []int) int {
	for _, p := range r.sents[n].people { // named before it in the same sentence: "Malik, 52, said he met"
		if p.hi <= i && p.v.Person >= 0 && !slices.Contains(here, p.v.Person) {
			return p.v.Person
		}
	}
	if n == 0 || r.sents[n-1].kind != text.Body {
		return -1
	}
	s := &r.sents[n-1]
	for _, p := range s.people {
		if p.v.Person < 0 || possessive(s.toks[p.hi-1].Text) || s.is(p.hi, "'s") || slices.Contains(here, p.v.Person) {
			continue
		}
		return p.v.Person
	}
	return -1
}
