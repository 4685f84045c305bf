package meeting

import (
	"slices"

	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// cover lists each thread's passages: those of its mentions, and the sentences that go on from them. A sentence goes on if no
// contact is named in it and it follows in the same paragraph, or opens the next one with a word that points back.
func (r *reader) cover(ts []Thread) {
	at := map[int]int{} // sentence → thread that was last told in it
	for i := range ts {
		for _, m := range ts[i].Mentions {
			if m.Adjunct && !ts[i].Main {
				continue
			}
			ts[i].Passages = appendNew(ts[i].Passages, m.Passages...)
			if n, ok := at[m.Sentence]; !m.Adjunct && (!ok || focus(&ts[i]) > focus(&ts[n])) {
				at[m.Sentence] = i
			}
		}
	}
	for i := 1; i < len(r.sents); i++ {
		s, before := &r.sents[i], &r.sents[i-1]
		n, told := at[before.num]
		if _, own := at[s.num]; own || s.kind != text.Body {
			continue
		}
		if p := r.proposed(ts, s); p >= 0 {
			ts[p].Passages = appendNew(ts[p].Passages, s.passages...)
			at[s.num] = p
			continue
		}
		if !told || ts[n].Type == Visit || ts[n].Umbrella || ts[n].Status != Held && quoted(s) {
			continue
		}
		if s.para == before.para || s.para == before.para+1 && pointsBack(s) {
			ts[n].Passages = appendNew(ts[n].Passages, s.passages...)
			if s.para != before.para {
				at[s.num] = n
			}
		}
	}
	for i := range ts {
		if ts[i].Main {
			r.remarks(&ts[i], at)
		}
		slices.Sort(ts[i].Passages)
	}
}

// proposals are the nouns by which an article takes up a meeting that somebody wants.
var proposals = wordlist.Of(`appeal proposal offer invitation overture request`)

// answerWithin is how many sentences after a proposal its answer may stand; guessed.
const answerWithin = 5

// proposed is the thread of a proposal that a sentence answers ("did not respond to the appeal"), -1 for none.
func (r *reader) proposed(ts []Thread, s *sentence) int {
	taken := false
	for i := range s.toks {
		taken = taken || proposals.Has(s.norm(i))
	}
	best, last := -1, s.num-answerWithin-1
	for i := range ts {
		for _, m := range ts[i].Mentions {
			if taken && ts[i].Status == Proposed && m.Sentence < s.num && m.Sentence > last {
				best, last = i, m.Sentence
			}
		}
	}
	return best
}

// quoted reports whether a sentence opens with a quotation mark.
func quoted(s *sentence) bool { return oneOf(s.toks[0].Text, "“ \" ‘ ' „ «") }

// remarks adds what those who met are made to say, where no other meeting is told: "Director Kim reiterated …" is of the talks that
// the article is about. at gives the thread that owns a sentence.
func (r *reader) remarks(t *Thread, at map[int]int) {
	for _, u := range r.a.Who.Utterances {
		p := r.a.Doc.Passages[u.Passage]
		if _, owned := at[p.Sentence]; owned || u.Person < 0 || !slices.Contains(t.People, u.Person) || p.Kind != text.Body {
			continue
		}
		for _, s := range r.sents {
			if s.num == p.Sentence {
				t.Passages = appendNew(t.Passages, s.passages...)
			}
		}
	}
}

// pointsBack reports whether a sentence opens with a word that takes up what was told before.
func pointsBack(s *sentence) bool {
	return s.is(0, "their they both") || s.is(0, "the") && s.is(1, "two three")
}
