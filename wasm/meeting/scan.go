package meeting

import (
	"slices"
	"sort"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// reader holds one article while it is read.
type reader struct {
	a        *Article
	k        *know.Base
	sents    []sentence
	mentions []Mention
	contact  bool  // some word of contact stands in the article
	lead     []int // the sentences of headline, deck and lead, by index
	head     int   // person who leads the delegation of the article, -1

	judged func(ts []Thread, m *Mention, best, need int) // is told what home decides, for Fits; nil otherwise
}

// sentence is all passages with one sentence number, as one run of tokens. The slices of what stands in it hold token indexes.
type sentence struct {
	num, para int
	kind      text.Kind
	aside     bool // a byline, a photo credit, the headline again: no part of the story
	passages  []int
	toks      []text.Token
	people    []found[who.Mention]
	bodies    []found[who.Body]
	places    []found[who.Place]
	dates     []found[when.Expr]
}

// found is something that stands on the tokens [lo, hi) of a sentence.
type found[T any] struct {
	lo, hi int
	v      T
}

func newReader(a *Article, k *know.Base) *reader {
	r := &reader{a: a, k: k, head: -1}
	of := make([]int, len(a.Doc.Passages)) // passage → index of its sentence
	for i, p := range a.Doc.Passages {
		n := len(r.sents)
		if n == 0 || r.sents[n-1].num != p.Sentence {
			r.sents = append(r.sents, sentence{num: p.Sentence, para: p.Paragraph, kind: p.Kind, aside: p.Aside})
			n++
		}
		s := &r.sents[n-1]
		s.passages = append(s.passages, i)
		if s.toks == nil {
			s.toks = p.Tokens[:len(p.Tokens):len(p.Tokens)]
		} else {
			s.toks = append(s.toks, p.Tokens...)
		}
		of[i] = n - 1
	}
	at := func(p int) *sentence { return &r.sents[of[p]] }
	for _, m := range a.Who.Mentions {
		s := at(m.Passage)
		lo, hi := s.covers(m.Span)
		s.people = append(s.people, found[who.Mention]{lo, hi, m})
	}
	for _, b := range a.Who.Bodies {
		s := at(b.Passage)
		lo, hi := s.covers(b.Span)
		s.bodies = append(s.bodies, found[who.Body]{lo, hi, b})
	}
	for _, p := range a.Who.Places {
		s := at(p.Passage)
		lo, hi := s.covers(p.Span)
		s.places = append(s.places, found[who.Place]{lo, hi, p})
	}
	for _, e := range a.When {
		s := at(e.Passage)
		lo, hi := s.covers(e.Span)
		if s.stamp(lo, hi) {
			continue
		}
		if e.Date.Precision() == when.ToDay && isDeictic(s.norm(lo)) && (s.quoted(lo) || a.quoted(e.Span)) {
			e.Date = e.Date.AsUncertain() // "this afternoon" of a statement is the day on which it was made
		}
		s.dates = append(s.dates, found[when.Expr]{lo, hi, e})
	}
	r.lead = r.findLead()
	r.refer()
	r.head = r.delegationHead()
	for n := range r.sents {
		s := &r.sents[n]
		for i := range s.toks {
			r.contact = r.contact || contactNouns.Has(s.norm(i)) || meetVerbs.Has(s.norm(i)) || bargaining.Has(s.norm(i))
		}
	}
	return r
}

// isDeictic reports whether a word begins a time that counts from the day on which it is said.
func isDeictic(w string) bool { return oneOf(w, "this today tonight tomorrow yesterday earlier") }

// quoted reports whether a quotation that begins in the sentence is open at token i.
func (s *sentence) quoted(i int) bool {
	open := false
	for _, t := range s.toks[:i] {
		switch t.Text {
		case "“":
			open = true
		case "”":
			open = false
		case "\"":
			open = !open
		}
	}
	return open
}

// quoted reports whether a span is within what the article quotes of somebody.
func (a *Article) quoted(sp text.Span) bool {
	all := a.Who.Utterances
	n := sort.Search(len(all), func(i int) bool { return all[i].Start > sp.Start })
	return slices.ContainsFunc(all[max(0, n-3):n], func(u who.Utterance) bool { return u.Direct && u.Contains(sp) })
}

// covers finds the tokens that a span touches, which follow one another; 0, 0 where it touches none.
func (s *sentence) covers(sp text.Span) (lo, hi int) {
	lo = sort.Search(len(s.toks), func(i int) bool { return s.toks[i].End > sp.Start })
	hi = lo
	for hi < len(s.toks) && s.toks[hi].Start < sp.End {
		hi++
	}
	if lo == hi {
		return 0, 0
	}
	return lo, hi
}

// stamp reports whether the date on the tokens [lo, hi) dates the text and not what it tells: "Monday, July 31, 2023 – Details have emerged …".
// That of an agency's dateline ("OSLO, May 10 (Agency) - …") is of the news too.
func (s *sentence) stamp(lo, hi int) bool {
	return lo == 0 && hi+1 < len(s.toks) && s.toks[hi+1].Upper && s.is(hi, "- – — --") &&
		slices.ContainsFunc(s.toks[:hi], func(t text.Token) bool { return isDigits(t.Norm) })
}

// norm is the folded token i, "" outside the sentence.
func (s *sentence) norm(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Norm
}

// is reports whether token i is one of the words of a list, which single spaces part. Of no token it is false.
func (s *sentence) is(i int, words string) bool { return oneOf(s.norm(i), words) }

// first is the first of the tokens [lo, hi) that is one of the words, -1 where none is.
func (s *sentence) first(lo, hi int, words string) int {
	for j := max(lo, 0); j < hi; j++ {
		if s.is(j, words) {
			return j
		}
	}
	return -1
}

// back is the last token before i, n tokens back at most, that is one of the words and has none of stop behind it; -1 where there is none.
func (s *sentence) back(i, n int, words, stop string) int {
	for j := i - 1; j >= max(i-n, 0) && !s.is(j, stop); j-- {
		if s.is(j, words) {
			return j
		}
	}
	return -1
}

// among reports whether one of the tokens [lo, hi) is in a list.
func (s *sentence) among(lo, hi int, list *wordlist.Set) bool {
	for j := max(lo, 0); j < hi; j++ {
		if list.Has(s.norm(j)) {
			return true
		}
	}
	return false
}

// oneOf reports whether a word is one of a short list, whose words single spaces part. Long lists are a wordlist.Set.
func oneOf(w, words string) bool {
	from := 0
	for i := 0; i < len(words); i++ {
		if words[i] == ' ' {
			if words[from:i] == w {
				return true
			}
			from = i + 1
		}
	}
	return words[from:] == w
}
