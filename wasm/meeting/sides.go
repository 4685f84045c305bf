package meeting

import (
	"slices"
	"strings"

	"readout/wasm/text"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// sides are the unions, companies, clubs and councils that meet, as far as the tokens [lo, hi) of a sentence tell: what stands before
// the contact as its subject, and what stands behind it after "with", "between" or "met". Whoever speaks for one brings it in:
// "negotiators for the union".
func (r *reader) sides(s *sentence, t trigger, lo, hi int) []string {
	var out []string
	last := -1 // end of the side named last
	for _, b := range s.bodies {
		if last >= 0 && b.lo == last+1 && s.is(last, "(") && s.is(b.hi, ")") { // the acronym of the side before
			last = b.hi + 1
		}
		if b.lo < lo || b.lo >= hi || b.v.Kind != who.KindOrganisation || !party(b.v.Name) || s.is(b.lo-1, "(") || possessive(s.toks[b.hi-1].Text) || s.is(b.hi, "'s ’s") {
			continue
		}
		if b.hi < len(s.toks) && s.toks[b.hi].Word && attribute(s, b.hi) {
			continue // "Cortland shareholders", "Gulfline general counsel Robert Ashby"
		}
		i := b.lo - 1
		for i >= lo && (s.is(i, "the striking") || possessive(s.toks[i].Text)) { // "Norway's Bravo"
			i--
		}
		ok := false
		switch w := s.norm(i); w {
		case "with", "between", "met", "meet", "meets":
			ok = i >= t.np-1
		case "and", "&", ",":
			ok = last >= 0 && i-last <= 2
			if w == "and" && !ok && b.hi <= t.at { // "the council and Barrow Homes met"
				ok = plainSubject(s, lo, i)
			}
		case "of", "for", "from", "at":
			ok = speaksFor.Has(s.norm(i-1)) && (i-1 > t.at || b.hi <= t.at)
		case "":
			ok = b.hi <= t.np
		default:
			ok = i < lo && b.hi <= t.np
		}
		if ok && !slices.Contains(out, b.v.Name) {
			out, last = append(out, b.v.Name), b.hi
		}
	}
	return out
}

// party reports whether a body may be a side of its own: no part of a state but for a council, no conference, no court.
func party(name string) bool {
	w := strings.Fields(name)
	if len(w) > 1 && text.Fold(w[len(w)-1]) == "council" {
		return true
	}
	return !partOf(name)
}

// attribute reports whether the word at token i makes the body before it say whose it is: a noun, not a verb of the sentence.
func attribute(s *sentence, i int) bool {
	w := s.norm(i)
	return !s.toks[i].Upper && !stopsPhrase.Has(w) && !speechVerbs.Has(w) && !meetVerbs.Has(w) && !timeWords.Has(w) && !unionNouns.Has(w) && !(len(w) > 4 && w[len(w)-2:] == "ed")
}

// plainSubject reports whether nothing but words of one noun phrase stands within the tokens [lo, i).
func plainSubject(s *sentence, lo, i int) bool {
	for j := lo; j < i; j++ {
		if !s.toks[j].Word || stopsPhrase.Has(s.norm(j)) || speechVerbs.Has(s.norm(j)) {
			return false
		}
	}
	return true
}

var (
	// speaksFor are those who meet for a body.
	speaksFor = wordlist.Of(`negotiators negotiator representatives representative trustees leaders leader executives bosses officials lawyers members delegates
		delegation team heads chiefs management board directors owners envoys commanders`)
	// unionNouns may follow the name of a body and are no more than a part of it.
	unionNouns = wordlist.Of(`union company club group party council association bank university hospital college rebels guerrillas group's last this yesterday today`)
)

// sidesBefore reads those of the sentence before for "the parties", "the two sides" and "they", where nobody and no body is named here.
func (r *reader) sidesBefore(i int) []string {
	var out []string
	for n := i - 1; n >= 0 && n >= i-2 && len(out) < 2; n-- {
		out = nil
		for _, b := range r.sents[n].bodies {
			if b.v.Kind == who.KindOrganisation && party(b.v.Name) && !slices.Contains(out, b.v.Name) {
				out = append(out, b.v.Name)
			}
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// theSides reports whether token i ends a phrase for those who were named before: "the two sides", "the parties", "they".
func theSides(s *sentence, i int) bool {
	return s.is(i, "they both") || s.is(i, "sides parties companies clubs organisations organizations") && s.back(i, 2, "the both two", "") >= 0
}
