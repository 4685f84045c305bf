package meeting

import (
	"strings"

	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// dealt are the two bodies of which a sentence says that they came to terms: "The union has reached a tentative deal with Northgate Buses".
// A capitalised name is taken for a body's where package who knows nothing of it: firms are often called by one word.
func (r *reader) dealt(s *sentence) []string {
	for i := range s.toks {
		if !dealNouns.Has(s.norm(i)) {
			continue
		}
		verb := s.back(i, maxBeside, "reach reached reaches struck strike strikes signed sign signs sealed clinched", ", of")
		if link := s.first(i+1, i+1+maxBeside, "with between"); link > 0 && (verb >= 0 || s.first(i+1, link, "reached struck signed sealed clinched") > 0) {
			one, end := s.bodyFrom(link + 1)
			if s.is(link, "between") && s.is(end, "and") {
				if other, _ := s.bodyFrom(end + 1); one != "" && other != "" {
					return []string{one, other}
				}
			} else if subject := s.whoDid(verb); s.is(link, "with") && one != "" && len(subject) == 1 && subject[0] != one {
				return append(subject, one)
			}
		}
		if both := s.whoDid(verb); len(both) > 1 {
			return both
		}
	}
	return nil
}

// dealNouns name what two sides come to.
var dealNouns = wordlist.Of(`agreement agreements deal deals contract accord pact settlement terms`)

// whoDid are the bodies that are the subject of the verb at token i, two of "the union and Ford have reached".
func (s *sentence) whoDid(i int) []string {
	for i--; i >= 0 && (s.is(i, "has have had also finally tentatively union company ( )") || s.is(i+1, ")") && s.is(i-1, "(")); i-- {
	}
	if i < 0 {
		return nil
	}
	if s.is(i, "it they") { // "the union said that it has reached": who is told of first
		if name, _ := s.bodyFrom(0); name != "" {
			return []string{name}
		}
		return nil
	}
	name, lo := s.bodyTo(i)
	if name == "" {
		return nil
	}
	if s.is(lo-1, "and") {
		if other, _ := s.bodyTo(lo - 2); other != "" {
			return []string{other, name}
		}
	}
	return []string{name}
}

// bodyFrom is the body whose name begins at token i or behind an article there, and where the name ends; "" for none.
func (s *sentence) bodyFrom(i int) (name string, hi int) {
	if s.is(i, "the") {
		i++
	}
	for hi = i; hi < len(s.toks) && s.toks[hi].Upper; hi++ {
	}
	return s.body(i, hi)
}

// bodyTo is the body whose name ends with token i, and where the name begins; "" for none.
func (s *sentence) bodyTo(i int) (name string, lo int) {
	for lo = i + 1; lo > 0 && s.toks[lo-1].Upper && !s.is(lo-1, "the"); lo-- {
	}
	name, _ = s.body(lo, i+1)
	for _, b := range s.bodies {
		if name != "" && b.lo <= i && i < b.hi {
			lo = b.lo
		}
	}
	if s.is(lo-1, "the") {
		lo--
	}
	return name, lo
}

// body is the body that is named by the tokens [lo, hi), and where its name ends: one that is known, or the capitalised words themselves, unless
// they name a person or a country, or are a word that begins its sentence.
func (s *sentence) body(lo, hi int) (name string, end int) {
	for _, b := range s.bodies {
		if b.lo < max(hi, lo+1) && lo < b.hi {
			if b.v.Kind != who.KindOrganisation || !party(b.v.Name) {
				return "", hi
			}
			return b.v.Name, b.hi
		}
	}
	if lo >= hi || s.personAt(lo, hi) || lo == 0 && hi == 1 {
		return "", hi
	}
	words := make([]string, 0, hi-lo)
	for _, t := range s.toks[lo:hi] {
		words = append(words, t.Text)
	}
	return strings.Join(words, " "), hi
}
