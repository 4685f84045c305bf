package engine

import (
	"slices"

	"readout/wasm/text"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// Statement is what one voice of an article says in one sentence, or what the article says itself.
type Statement struct {
	Passages []int  // indexes into the document's passages, all of one sentence
	Speaker  string // as the article names the voice at the fullest; "" where the article speaks for itself
	Reported string // "it is reported", "reportedly": nobody named is said to say it
	Person   int    // index into the article's people, -1
	Country  string // ISO code of the voice's side, "" where unknown

	sentence int
	voice    string // tells voices of one article apart, "" for the article's own
	verb     string // of saying, folded
	answers  bool   // its verb answers somebody
	ofWords  bool   // it speaks of what somebody said: "the reports", "his remarks"
	agenda   bool   // it tells what talks are to be about
	turns    bool   // it opens with "but", as it stands or in its quotation

	matter  []string // see Article.matter
	counted bool     // matter is known
}

func (s *Statement) hearsay() bool { return s.Reported != "" }

// statements cuts the body's passages among these into what each voice says in each sentence.
func (a *Article) statements(passages []int) []Statement {
	var out []Statement
	for _, p := range passages {
		x := &a.Doc.Passages[p]
		if x.Kind != text.Body || x.Aside {
			continue
		}
		s := Statement{Passages: []int{p}, Person: -1, sentence: x.Sentence}
		s.said(a.spoken(p))
		a.read(&s, p)
		if s.voice == "" && s.answers { // a body that answers without a verb of saying: "the ministry did not respond"
			if b := a.subject(p); b != nil {
				s.Speaker, s.Country, s.voice = b.Name, b.Country, b.Name
			}
		}
		if n := len(out); n > 0 && out[n-1].sentence == s.sentence && (s.voice == "" || s.voice == out[n-1].voice) {
			o := &out[n-1]
			o.Passages = append(o.Passages, p)
			o.answers, o.ofWords, o.agenda = o.answers || s.answers, o.ofWords || s.ofWords, o.agenda || s.agenda
			continue
		}
		out = append(out, s)
	}
	return out
}

// spoken is the utterance that passage p belongs to: one with a verb of saying that begins in it, else a quotation that fills it; nil for none.
func (a *Article) spoken(p int) *who.Utterance {
	var filling *who.Utterance
	span := a.Doc.Passages[p].Span
	for i := range a.Who.Utterances {
		u := &a.Who.Utterances[i]
		switch {
		case u.Speaker == "":
		case u.Passage == p && u.Verb != "":
			return u
		case filling == nil && u.Direct && u.Start <= span.Start+1 && u.End >= span.End-2: // without the marks and the full stop
			filling = u
		}
	}
	return filling
}

func (s *Statement) said(u *who.Utterance) {
	if u == nil {
		return
	}
	s.Speaker, s.Person, s.Country, s.verb, s.voice = u.Speaker, u.Person, u.Country, u.Verb, u.Speaker
}

// read looks at the words of passage p for what kind of statement it makes. Answers to questions are none: a press conference is full of
// them, and they set nothing against anything.
func (a *Article) read(s *Statement, p int) {
	ts := a.Doc.Passages[p].Tokens
	begins := p == 0 || a.Doc.Passages[p-1].Sentence != a.Doc.Passages[p].Sentence
	n, asked, reply, plain := 0, false, false, false
	var last, before string // the two words before
	for i := range ts {
		if !ts[i].Word {
			continue
		}
		w := ts[i].Norm
		switch {
		case w == "question" || w == "questions" || w == "asked":
			asked = true
		case n == 0 && begins && turnWords.Has(w):
			s.turns = (i == 0 || s.voice != "") && (i+1 >= len(ts) || ts[i+1].Norm != "for") // not "but for", nor a quotation of nobody
		case w == "however" && (n < 8 || i > 0 && !ts[i-1].Word):
			s.turns = true
		case w == "reportedly", w == "allegedly":
			s.Reported = w
		case (w == "reported" || w == "said" || w == "learned" || w == "understood" || w == "believed" || w == "known") && before == "it" && (last == "is" || last == "was"):
			s.Reported = "it " + last + " " + w
		case agendaVerbs.Has(w) && a.toBe(ts[:i]):
			s.agenda = true
		case utteredWords.Has(w):
			s.ofWords = true
		}
		if n <= maxOpening {
			switch {
			case replies.Has(last) && !noReply.Has(before) && w == "that":
				plain = true
			case replies.Has(w) && !noReply.Has(last),
				(w == "respond" || w == "reply") && last == "not" && before == "did",
				w == "response" && last == "in" && i+1 < len(ts) && ts[i+1].Norm == "to":
				reply = true
			case w == "downplayed", w == "downplays", w == "down" && (last == "play" || last == "played" || last == "plays" || last == "playing"):
				plain = true
			}
		}
		last, before = w, last
		n++
	}
	s.answers = !asked && (plain || reply && s.ofWords)
}

// toBe reports whether the words before a verb are of talks that are yet to come: "the talks would", "the officials will likely".
func (a *Article) toBe(ts []text.Token) bool {
	will := false
	for j := len(ts) - 1; j >= 0 && j >= len(ts)-6; j-- {
		will = will || agendaWills.Has(ts[j].Norm)
		if will && agendaNouns.Has(ts[j].Norm) {
			return true
		}
	}
	return false
}

// subject is the body that opens passage p within its first four words, nil where none does. A country's name alone is none: "South Korea's
// islands".
func (a *Article) subject(p int) *who.Body {
	n := 0
	for _, t := range a.Doc.Passages[p].Tokens {
		if !t.Word {
			continue
		}
		if n++; n > 4 {
			break
		}
		for i := range a.Who.Bodies {
			if b := &a.Who.Bodies[i]; b.Start == t.Start && b.Kind != who.KindCountry {
				return b
			}
		}
	}
	return nil
}

// names reports whether a statement names a person of the article.
func (a *Article) names(s *Statement, person int) bool {
	if person < 0 {
		return false
	}
	for i := range a.Who.Mentions {
		if m := &a.Who.Mentions[i]; m.Person == person && contains(s.Passages, m.Passage) {
			return true
		}
	}
	return false
}

// idle words say nothing of the matter: the commonest, and those of saying.
var idle = wordlist.Of(`the and that this these those for with from into onto over under about after before between among during through against not nor but however
yet nevertheless nonetheless had has have was were are been being will would could should may might must can did does than then there their they them his him her she its
our your who whom which what when where why how also only just more most less very much many some any all both each such other others another same own said say says saying
told tell tells added adds stated reported report reports according explained spoke stressed emphasized called calls two three one first new last day days week month year
years time still again even while because although though`)

// shared is how many content words two statements share, less people's names and the words that nearly all articles of the meeting use:
// that both name somebody makes no matter of theirs one.
func (a *Article) shared(x, y *Statement, usual func(string) bool) int {
	of, n := a.matter(y, usual), 0
	for _, w := range a.matter(x, usual) {
		if slices.Contains(of, w) {
			n++
		}
	}
	return n
}

// matter is the stems of a statement's content words, less people's names and usual words. It is found once: a statement is held against a
// dozen others.
func (a *Article) matter(s *Statement, usual func(string) bool) []string {
	if s.counted {
		return s.matter
	}
	s.counted = true
	for _, p := range s.Passages {
		var names []text.Span
		for i := range a.Who.Mentions {
			if m := &a.Who.Mentions[i]; m.Passage == p {
				names = append(names, m.Span)
			}
		}
		for i := range a.Doc.Passages[p].Tokens {
			t := &a.Doc.Passages[p].Tokens[i]
			if t.Word && len(t.Norm) > 2 && !idle.Has(t.Norm) && !usual(t.Norm) && !slices.Contains(s.matter, t.Stem) &&
				!slices.ContainsFunc(names, func(n text.Span) bool { return n.Contains(t.Span) }) {
				s.matter = append(s.matter, t.Stem)
			}
		}
	}
	return s.matter
}
