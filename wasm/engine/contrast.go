package engine

import (
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// The rules of contrasts: what one article sets against each other. None of them says that anybody is wrong.
const (
	// ContrastReply: one voice answers, rejects, denies or plays down what another voice said just before.
	ContrastReply = "reply"
	// ContrastAgenda: two voices tell what a meeting is to be about, and not the same.
	ContrastAgenda = "two-agendas"
	// ContrastTurn: the article turns with "but" or "however" from one voice to another, or between its own account and a voice.
	ContrastTurn = "turn"
)

// Contrast is two statements of one article on one matter that do not say the same.
type Contrast struct {
	Rule    string
	Article int          // index into Corpus.Articles
	Sides   [2]Statement // in the order of the article
}

// About says in words what the contrast is of.
func (c *Contrast) About() string {
	switch c.Rule {
	case ContrastReply:
		return "One answers the other"
	case ContrastAgenda:
		return "What it is to be about"
	}
	return "The article turns from one to the other"
}

var (
	// turnWords open a sentence that is set against what came before it.
	turnWords = wordlist.Of(`but however yet nevertheless nonetheless conversely`)
	// replies are the verbs of one who answers another, where what they answer is said: fires are responded to, and motions denied.
	replies = wordlist.Of(`responded responds replied replies answered answers countered counters retorted rebutted rebuts rejected rejects dismissed dismisses
	refuted refutes denied denies disputed contradicted`)
	// plainReplies answer what stands right before them, whatever it is.
	plainReplies = wordlist.Of(`responded responds replied replies answered answers countered retorted`)
	// noReply before one of the replies makes something else of it: "was rejected", "the answers".
	noReply = wordlist.Of(`was were been be not the a an`)
	// utteredWords are for what somebody said before: "denied the reports", "in response to his remarks".
	utteredWords = wordlist.Of(`report reports claim claims remark remarks comment comments accusation accusations allegation allegations statement statements
	appeal charge charges criticism proposal proposals demand demands`)
	// agendaVerbs say what talks are about, agendaNouns who or what does so, agendaWills that they are yet to.
	agendaVerbs = wordlist.Of(`address focus include discuss cover tackle center centre`)
	agendaNouns = wordlist.Of(`talks meeting summit session consultations dialogue negotiations agenda they officials sides ministers leaders delegations directors negotiators`)
	agendaWills = wordlist.Of(`will would to should`)
)

// maxReply is how many sentences an answer may stand behind what it answers, maxTurn a voice's "but" behind what it turns from, maxAccount that of
// the article's own account, maxOpening how many words into a sentence its own verb stands (all guessed: newspapers part the two by a sentence
// or two of explanation).
const maxReply, maxTurn, maxAccount, maxOpening = 4, 12, 2, 16

// contrasts finds what the article sets against each other in the passages on a meeting. usual reports the words that nearly all articles
// of the meeting use, which bind nothing. A statement is the later side of one contrast at most.
//
// The rules go by what the article says itself: an answer, a "but", the word for what talks are about. Two voices that merely speak of one
// thing are no contrast: they may agree.
func (a *Article) contrasts(passages []int, usual func(string) bool) []Contrast {
	all := a.statements(passages)
	var out []Contrast
	for i := range all {
		s := &all[i]
		rule, at := ContrastReply, -1
		if s.answers && s.voice != "" {
			at = a.answered(all, i, usual)
		}
		if at < 0 && s.agenda && s.voice != "" {
			rule, at = ContrastAgenda, otherAgenda(all, i)
		}
		if at < 0 && s.turns {
			rule, at = ContrastTurn, a.turned(all, i, usual)
		}
		if at >= 0 {
			out = append(out, Contrast{Rule: rule, Sides: [2]Statement{all[at], *s}})
		}
	}
	return out
}

// answered is the statement that statement i answers: one by another voice that i names, or whose words i speaks of, or that stands right
// before a plain reply, or that shares a word with it. Of what that voice says without a break it is the sentence that shares most, the
// first of equals. -1 where there is none.
func (a *Article) answered(all []Statement, i int, usual func(string) bool) int {
	s := &all[i]
	for j := i - 1; j >= 0 && s.sentence-all[j].sentence <= maxReply; j-- {
		o := &all[j]
		if o.voice == "" || o.voice == s.voice || o.sentence == s.sentence || o.Country != "" && o.Country == s.Country && !a.outlet(o) {
			continue
		}
		gap := s.sentence - o.sentence
		if gap == 1 && plainReplies.Has(s.verb) || gap <= 2 && s.ofWords || a.names(s, o.Person) || a.shared(o, s, usual) > 0 {
			best := j
			for k := j - 1; k >= 0 && all[k].voice == o.voice; k-- {
				if a.shared(&all[k], s, usual) >= a.shared(&all[best], s, usual) {
					best = k
				}
			}
			return best
		}
	}
	return -1
}

// otherAgenda is the nearest statement by a voice of another side that tells too what the talks are to be about, -1 for none.
func otherAgenda(all []Statement, i int) int {
	s := &all[i]
	for j := i - 1; j >= 0 && s.sentence-all[j].sentence <= maxReply; j-- {
		o := &all[j]
		sides := o.Country == "" && s.Country == "" || o.Country != s.Country && o.Country != "" && s.Country != ""
		if o.agenda && o.voice != "" && o.voice != s.voice && sides {
			return j
		}
	}
	return -1
}

// turned is the statement that statement i turns from: of those before it, of which one of the two is somebody's, the one that shares most
// with it, two words at least. From one voice to the next one is enough where nothing stands between them; where the article turns from a
// voice to its own account ("However, Lynch has a tough job") one would be too little. -1 for none.
func (a *Article) turned(all []Statement, i int, usual func(string) bool) int {
	s := &all[i]
	best, most := -1, 1
	for j := i - 1; j >= 0 && s.sentence-all[j].sentence <= maxTurn; j-- {
		o := &all[j]
		if o.sentence == s.sentence || o.voice == s.voice && (s.voice != "" || !s.hearsay() && !o.hearsay()) {
			continue
		}
		if s.voice == "" && s.sentence-o.sentence > maxAccount {
			break
		}
		n := a.shared(o, s, usual)
		if n > 0 && s.sentence-o.sentence == 1 && s.voice != "" && o.voice != "" {
			n++
		}
		if n > most {
			best, most = j, n
		}
	}
	return best
}

// outlet reports whether the speaker of a statement is a newspaper or an agency: the country of one is no side.
func (a *Article) outlet(s *Statement) bool {
	for i := range a.Who.Bodies {
		if b := &a.Who.Bodies[i]; b.Kind == who.KindOutlet && b.Name == s.Speaker {
			return true
		}
	}
	return false
}
