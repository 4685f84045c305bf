package meeting

import (
	"slices"

	"readout/wasm/know"
	"readout/wasm/wordlist"
)

// countries gathers whose contact it is: the countries of the people, those in the noun phrase, those who act.
func (r *reader) countries(s *sentence, t trigger, lo, hi int, people []int, m *Mention) {
	add := func(c string) {
		if c != "" && !slices.Contains(m.Countries, c) {
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
		slices.Sort(m.Countries)
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
			if d := b.lo - t.at; d < 12 && d > -14 && !arranged(s, b.lo) && !brokers(s, b.lo, b.hi) {
				add(b.v.Country)
			}
		}
	}
	slices.Sort(m.Countries)
}

// brokers reports whether the country on the tokens [lo, hi) only brings others together: "US-mediated talks", "with American officials mediating".
func brokers(s *sentence, lo, hi int) bool {
	if s.is(hi, "-") && brokering.Has(s.norm(hi+1)) {
		return true
	}
	for j := hi; j < hi+3 && j < len(s.toks) && s.toks[j].Word; j++ {
		if brokering.Has(s.norm(j)) {
			return j == hi || s.back(lo, 3, "with through under", "") >= 0 || s.is(j, "auspices mediation")
		}
	}
	return false
}

// brokering is what those do who bring others together, and what they lend.
var brokering = wordlist.Of(`mediated mediating brokered brokering sponsored sponsoring facilitated facilitating backed hosted auspices mediation`)

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
		if s.is(j, "sidelines margins") && s.is(j+1, "of") || s.is(j, "during") && j > t.at || s.is(j, "at") && s.toks[j].Word {
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
		if oneOf(w, "of the") || !s.toks[b].Word {
			if b > j+2 {
				break
			}
			continue
		}
		if name != "" {
			name += " "
		}
		name += w
		if venueNouns.Has(w) {
			if b == j+2 && !s.toks[b].Upper || name == w {
				return ""
			}
			return name
		}
		if stopsPhrase.Has(w) {
			return ""
		}
	}
	return ""
}
