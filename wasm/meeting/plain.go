package meeting

import (
	"strings"

	"readout/wasm/wordlist"
)

// plain counts the parties to a contact that have no name: "the union and the school district met", "talks between farmers and ministers". What stands before the
// contact counts to its beginning, what stands behind it after "with" and "between"; each kind counts once.
func plain(s *sentence, t trigger, lo, hi int) int {
	seen := map[string]bool{}
	for j := lo; j < t.np; j++ {
		note(seen, s, j)
	}
	joined := false
	for j := t.at + 1; j < hi && j < t.at+14; j++ {
		switch w := s.norm(j); {
		case oneOf(w, "with between"):
			joined = true
		case joined && (stopsPhrase.Has(w) && !oneOf(w, "and of") || s.is(j, "; .")):
			return len(seen)
		case joined:
			note(seen, s, j)
		}
	}
	return len(seen)
}

// note notes the kind of party that the word at token i is, if it is one and no part of another's name.
func note(seen map[string]bool, s *sentence, i int) {
	w := s.norm(i)
	if !plainParties.Has(w) || s.toks[i].Upper && i > 0 || possessive(s.toks[i].Text) {
		return
	}
	seen[strings.TrimSuffix(w, "s")] = true
}

// plainParties are the parties to a dispute, by what they are.
var plainParties = wordlist.Of(`union unions management employer employers company companies district government ministry ministers studios teachers workers farmers
	nurses doctors physicians drivers pilots writers actors players owners league club clubs rebels insurgents opposition carmakers automakers airline airlines railways dockers producers growers unionists strikers`)
