package meeting

import (
	"slices"

	"readout/wasm/text"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// One sentence can tell of several meetings at once: "met separately with A and B", "also met one and another".

// split separates partners who are met one by one, as [meeting][person]; nil where all are at one table. A meeting of nobody is one of those who
// are not named, with each of those who are.
func (r *reader) split(s *sentence, t trigger, lo, hi int, people []int) [][]int {
	if t.typ == Visit || t.told || t.adjunct {
		return nil
	}
	var hosts, guests []int
	var spots []found[who.Mention] // of the guests
	for _, p := range s.people {
		switch n := p.v.Person; {
		case !slices.Contains(people, n) || p.lo < lo || p.lo >= hi:
		case p.lo > t.at && !slices.Contains(guests, n) && !slices.Contains(hosts, n):
			guests, spots = append(guests, n), append(spots, p)
		case p.lo <= t.at && !slices.Contains(hosts, n):
			hosts = append(hosts, n)
		}
	}
	if len(hosts) == 0 && s.is(t.at-1, "who") { // "mediated by A, who met with both B and C"
		for _, p := range s.people {
			if p.v.Person >= 0 && p.hi < t.at && p.hi >= t.at-8 && !slices.Contains(guests, p.v.Person) {
				hosts = []int{p.v.Person} // the one named last
			}
		}
	}
	switch {
	case len(hosts) > 0 && len(guests) > 1 && r.separate(s, t, hi):
		var out [][]int
		for _, g := range guests {
			for _, h := range hosts {
				out = append(out, []int{g, h})
			}
		}
		return out
	case len(guests) == 2 && !t.noun && r.listed(s, t, spots):
		return [][]int{append([]int{guests[0]}, hosts...), append([]int{guests[1]}, hosts...)}
	case len(hosts) > 1 && len(guests) == 0 && !t.noun && (r.separate(s, t, hi) || s.kind == text.Headline && metOthers(s, t)):
		return [][]int{nil}
	}
	return nil
}

// lands are the countries of those who meet in one of the meetings that split found, given those of all: of the people named, where there are two
// and all have one; where nobody is named, of the bodies behind the contact; all where a body meets one person ("a delegation met A, and B").
func (r *reader) lands(s *sentence, t trigger, hi int, people []int, all []string) (out []string) {
	if len(people) == 1 {
		return all
	}
	for _, p := range people {
		c := r.a.Who.People[p].Country
		if c == "" {
			return all
		}
		out = union(out, []string{c})
	}
	for _, b := range s.bodies {
		if len(people) == 0 && b.lo > t.at && b.lo < hi && slices.Contains(all, b.v.Country) {
			out = union(out, []string{b.v.Country})
		}
	}
	return out
}

// separate reports whether the words around a contact say that those named behind it were met one by one.
func (r *reader) separate(s *sentence, t trigger, hi int) bool {
	if t.noun { // "held separate phone talks with A and B"
		return s.among(t.np, t.at+1, oneByOne)
	}
	return s.among(t.at-3, hi, oneByOne)
}

// oneByOne say that several are met, and not together.
var oneByOne = wordlist.Of(`separate separately individually respectively`)

// listed reports whether two who are met have each a description of their own, and are joined by ", and": "plan to meet former Prime Minister A,
// who …, and his successor, B".
func (r *reader) listed(s *sentence, t trigger, objs []found[who.Mention]) bool {
	if t.typ != Talks || objs[1].lo-objs[0].hi < 5 || !s.is(t.at-1, "also") && r.country(objs[0].v) != r.country(objs[1].v) {
		return false
	}
	for j := objs[0].hi; j < objs[1].lo; j++ {
		if s.is(j, "and") && s.toks[j-1].Text == "," {
			return true
		}
	}
	return false
}

// metOthers reports whether the verb at t has an object that names nobody: "A, B Meet Leaders of the Region" tells nothing of A meeting B.
func metOthers(s *sentence, t trigger) bool {
	j := t.at + 1
	for s.is(j, "with") || determiners.Has(s.norm(j)) || separated.Has(s.norm(j)) {
		j++
	}
	return others.Has(s.norm(j))
}

// withOthers reports whether those whom the contact at t is with are named by what they are: "met with dozens of striking nurses' leaders".
func withOthers(s *sentence, t trigger) bool {
	if t.noun && !s.is(t.at+1, "with") {
		return false
	}
	for j := t.at + 1; j < t.at+8 && j < len(s.toks); j++ {
		if w := s.norm(j); others.Has(w) {
			return true
		} else if stopsPhrase.Has(w) && !oneOf(w, "with of") || s.toks[j].Text == "," {
			return false
		}
	}
	return false
}

var (
	separated = wordlist.Of(`separately individually also both several many other top senior local`)
	others    = wordlist.Of(`leaders counterparts officials ministers families relatives lawmakers representatives members delegates envoys executives
		survivors victims`)
)
