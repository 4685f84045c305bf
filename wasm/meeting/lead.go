package meeting

import (
	"slices"

	"readout/wasm/know"
	"readout/wasm/sorting"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// leadSentences is how many sentences of the body, after the headline, are looked at as the lead. The news of an article
// stands there; what comes later is as often background.
const leadSentences = 3

// findLead lists the indexes of the sentences of headline, deck and lead.
func (r *reader) findLead() (out []int) {
	body := 0
	for i := range r.sents {
		switch r.sents[i].kind {
		case text.Headline, text.Deck:
			out = append(out, i)
		case text.Body:
			if body++; body <= leadSentences {
				out = append(out, i)
			}
		}
	}
	return out
}

// inLead reports whether a thread is told in the headline or the lead, other than as an aside.
func (r *reader) inLead(t *Thread) bool {
	return slices.ContainsFunc(t.Mentions, func(m Mention) bool { return !m.Adjunct && !m.Previous && r.inLeadSentence(m) })
}

// inLeadSentence reports whether a mention stands in headline, deck or lead.
func (r *reader) inLeadSentence(m Mention) bool {
	return slices.ContainsFunc(r.lead, func(i int) bool { return r.sents[i].num == m.Sentence })
}

// firstDay reports whether a mention stands in the first sentence of the body and has a day near the publication.
func (r *reader) firstDay(m Mention) bool {
	if m.Date.Precision() != when.ToDay || m.Type != Talks || m.Previous || m.Vague || m.Adjunct || !near(m.Date, r.a.Published) {
		return false
	}
	for _, i := range r.lead {
		if s := &r.sents[i]; s.kind == text.Body {
			return s.num == m.Sentence
		}
	}
	return false
}

// leadDay gives the main thread the day that the first sentence tells, where it says of those who meet nothing that a thread is made
// of: "The rector will meet union leaders today".
func (r *reader) leadDay(t *Thread, left []Mention) {
	for _, m := range left {
		if t.Date.IsZero() && r.firstDay(m) && m.Type == t.Type && subset(m.People, t.People) && subset(m.Countries, t.Countries) && (m.Status == t.Status || m.Status == "" || t.Status == "") {
			r.join(t, m)
			sorting.By(t.Mentions, func(a, b Mention) int { return a.Trigger.Start - b.Trigger.Start })
		}
	}
}

// guess is the thread of an article whose lead names no contact ("Seoul asked Tokyo on Thursday to …"): the people and
// countries of the lead, who came to terms, and its first day. It becomes a meeting only if articles that do name one fit it.
func (r *reader) guess() (Thread, bool) {
	t := Thread{Type: Talks, Main: true, Guess: true}
	for _, i := range r.lead {
		t.Sides = appendNew(t.Sides, r.dealt(&r.sents[i])...)
	}
	done := len(t.Sides) > 1 // what is to come, a vote on the terms, is not the news
	for _, i := range r.lead {
		s := &r.sents[i]
		for _, p := range s.people {
			if p.v.Person >= 0 && !slices.Contains(t.People, p.v.Person) && p.v.Level != know.LevelSpokesperson {
				t.People = append(t.People, p.v.Person)
				t.Countries = union(t.Countries, nonEmpty(r.country(p.v)))
			}
		}
		for _, b := range s.bodies {
			if b.v.Kind == who.KindCountry || b.v.Kind == who.KindGovernment {
				t.Countries = union(t.Countries, nonEmpty(b.v.Country))
			}
		}
		for _, d := range s.dates {
			if t.Date.IsZero() && d.v.Date.Precision() == when.ToDay && near(d.v.Date, r.a.Published) && !s.bound(d.lo) && !(done && r.toCome(d.v.Date)) {
				t.Date, t.DateFrom = d.v.Date, r.a.Doc.Slice(d.v.Span)
			}
		}
		if s.kind == text.Body {
			t.Passages = append(t.Passages, s.passages...)
		}
	}
	if d := r.comingInLead(); !done && !d.v.Date.IsZero() {
		t.Date, t.DateFrom = d.v.Date, r.a.Doc.Slice(d.v.Span)
	}
	t.Contact = r.contact
	return t, len(t.Passages) > 0
}

// toCome reports whether a day comes after the publication.
func (r *reader) toCome(d when.Date) bool {
	return !r.a.Published.IsZero() && d.First() > r.a.Published.Last()
}

// comingInLead is the first day to come that headline, deck or the first two sentences of the body tell of a contact; the third tells what
// comes after the news.
func (r *reader) comingInLead() (d found[when.Expr]) {
	bodies := 0
	for _, i := range r.lead {
		if r.sents[i].kind == text.Body {
			bodies++
		}
		if d.v.Date.IsZero() && bodies < leadSentences {
			d = r.comingDay(&r.sents[i])
		}
	}
	return d
}

// comingDay is the day or week to come that a sentence names beside a word of contact: "will resume negotiations with the bank next week".
func (r *reader) comingDay(s *sentence) (next found[when.Expr]) {
	best := maxBeside + 1
	for i := range s.toks {
		if w := s.norm(i); !contactNouns.Has(w) && !bargaining.Has(w) {
			continue
		}
		for _, d := range s.dates {
			if e := d.v.Date; e.IsZero() || r.a.Published.IsZero() || e.First() <= r.a.Published.Last() || width(e) >= 7 || s.bound(d.lo) {
				continue
			}
			n := max(i-d.hi, d.lo-i)
			if startsOn.Has(s.norm(d.lo - 1)) { // "the negotiations will be held under my auspices in Oslo beginning Friday"
				n = min(n, maxBeside)
			}
			if n < best {
				best, next = n, d
			}
		}
	}
	return next
}

// startsOn stand before the day on which something begins.
var startsOn = wordlist.Of(`beginning starting commencing`)

// maxBeside is how many words at most stand between the two (guessed).
const maxBeside = 6

// bound reports whether the date at token i only bounds something: "under contract until 2028", "not before 1 January".
func (s *sentence) bound(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if bounds.Has(s.norm(j)) {
			return true
		}
	}
	return false
}

// bounds stand before a date that only bounds something.
var bounds = wordlist.Of(`until till before by since from to through`)

// near reports whether a day lies within a week of the publication, or nothing is known of that.
func near(d, published when.Date) bool { return published.IsZero() || gap(d, published) <= 7 }
