package meeting

import "readout/wasm/wordlist"

// scan appends the mentions of sentence i.
func (r *reader) scan(i int) {
	s := &r.sents[i]
	trigs := r.merge(s, whileVisiting(r.triggers(s)))
	for n, t := range trigs {
		lo, hi := 0, len(s.toks)
		if n > 0 {
			lo = boundary(s, trigs[n-1].at, t.np)
			if p := trigs[n-1]; p.adjunct {
				lo = min(lo, phraseEnd(s, p.at, t.np)) // "Before the summit A and B met"
			}
		}
		if n+1 < len(trigs) {
			hi = boundary(s, t.at, trigs[n+1].np)
		}
		if t.adjunct {
			lo, hi = t.np, phraseEnd(s, t.at, hi)
			if s.is(t.np-1, "since") && failed.Has(s.norm(hi)) {
				hi = len(s.toks)
			}
		}
		r.mentions = append(r.mentions, r.frame(i, t, lo, hi)...)
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
		if n := len(out); n > 0 && !t.adjunct && (t.noun || t.typ == out[n-1].typ) && goesOn(s, out[n-1], t) {
			if !out[n-1].adjunct || n > 1 { // "met A before the talks to hold talks on B" goes on with "met"
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// goesOn reports whether between two triggers stands what ties the second to the first ("to hold", "for"), and nothing that parts them.
func goesOn(s *sentence, p, t trigger) bool {
	joined := false
	for j := p.at + 1; j < t.np; j++ {
		switch s.norm(j) {
		case "to", "for", "during", "in":
			joined = s.is(j+1, "hold have") || t.np-j <= 2
		case "and", ";", "that", "despite":
			joined = false
		}
	}
	if w := s.norm(t.at + 1); oneOf(w, "with between") { // with people of its own it is a contact of its own
		return joined && !s.personAt(t.at+2, t.at+9)
	}
	return joined
}

// boundary is the best place to cut between the triggers at a and b.
func boundary(s *sentence, a, b int) int {
	best, score := b, 0
	for j := a + 1; j < b; j++ {
		w, n := s.norm(j), 0
		switch {
		case oneOf(w, "; ."):
			n = 9
		case s.toks[j].Text == "," && s.is(j+1, "and but while"):
			n = 8
		case w == "and" && s.is(j+1, "that then follow follows"):
			n = 7
		case oneOf(w, "despite although while but before after"):
			n = 6
		case s.toks[j].Text == ",":
			n = 5
		case oneOf(w, "and that"):
			n = 4
		case oneOf(w, "could may will would"):
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

// failed are the verbs behind talks from whose end something is counted: "since talks collapsed on April 4".
var failed = wordlist.Of(`collapsed failed ended stalled foundered broke began started opened concluded`)

// phraseEnd is the end of the prepositional phrase that begins at an adjunct's noun.
func phraseEnd(s *sentence, at, hi int) int {
	for j := at + 1; j < hi; j++ {
		w := s.norm(j)
		if j == at+1 && s.toks[j].Upper && s.personAt(j) || !s.toks[j].Word || stopsPhrase.Has(w) && !oneOf(w, "between with of and in on") {
			return j
		}
	}
	return hi
}
