package align

import (
	"slices"
	"strings"

	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// stretch is the tokens [from, to) of a passage that may name a point: a clause that has its verb and stops where the sentence lets it.
type stretch struct {
	from, to int
	opens    bool    // it begins as its passage does
	begins   string  // its first words: an article may have the sentence of another
	cost     float64 // what speaks against it: one cannot tell of whom it is
}

// How long a label is and what it costs was weighed on the rows of the development articles and of the invented meetings by reading them
// (guessed, that is).
const (
	leastWords   = 3   // fewer name nothing
	labelWords   = 16  // an editor's bound; a longer label is better than half a clause
	mostWords    = 26  // no clause is looked for beyond
	pronounCost  = 2.0 // begins with a pronoun
	headlessCost = 5.0 // begins with its verb: the subject stands before
	unsaidCost   = 2.0 // begins after "that": who says it stands before
	selfCost     = 4.0 // says "I" or "your" outside of quotation marks
	listWords    = 6   // how far apart the members of a list stand at most
)

// stretches are those of a passage that may be labels.
func stretches(tokens []text.Token) []stretch {
	var out []stretch
	for i, from := range starts(tokens) {
		cost := 0.0
		if pronouns.Has(tokens[from].Norm) {
			cost = pronounCost
		}
		if text.Verb(tokens, from) || i > 0 && participle(&tokens[from]) {
			cost = headlessCost
		}
		if i > 0 && (cost == headlessCost || after(tokens, from) && denied(tokens[:from])) {
			continue
		}
		if after(tokens, from) {
			cost += unsaidCost
		}
		for _, to := range ends(tokens, from, i == 0) {
			if a, b, ok := quoted(tokens, from, to); ok {
				out = append(out, stretch{a, b, i == 0, beginning(tokens[from:to]), cost + self(tokens[a:b])})
			}
		}
	}
	return out
}

// beginning is the first words of a stretch, as many as tell it from others.
func beginning(stretch []text.Token) (words string) {
	for _, t := range stretch[:min(6, len(stretch))] {
		words += " " + t.Norm
	}
	return words
}

// self is what it costs that a stretch speaks of its speaker, and does not quote: nobody can tell who that is.
func self(stretch []text.Token) float64 {
	quoted := false
	for i := range stretch {
		switch m := mark(stretch, i); {
		case m != 0:
			quoted = m > 0
		case !quoted && selves.Has(stretch[i].Norm):
			return selfCost
		}
	}
	return 0
}

// quoting reports whether a quotation is open behind tokens; open, whether one is before them.
func quoting(tokens []text.Token, open bool) bool {
	for i := range tokens {
		if m := mark(tokens, i); m != 0 {
			open = m > 0
		}
	}
	return open
}

// after reports whether a label that begins at from is what somebody says, thinks or denies.
func after(tokens []text.Token, from int) bool { return from > 0 && tokens[from-1].Norm == "that" }

// denied reports whether what follows tokens may be what they say is not so.
func denied(tokens []text.Token) bool {
	return slices.ContainsFunc(tokens, func(t text.Token) bool { return negations.Has(t.Norm) || deniers.Has(t.Norm) })
}

// starts are the tokens with which a label may begin: the first word, a word after a comma, and one after "that".
func starts(tokens []text.Token) []int {
	var out []int
	for i := dateline(tokens); i < len(tokens); i++ {
		t := &tokens[i]
		switch {
		case !t.Word || t.Norm == "that" || t.Norm == "and" || t.Norm == "but" || t.Norm == "while":
		case len(out) == 0:
			out = append(out, i)
		case edge.Has(t.Norm) || text.Preposition(t.Norm) || len(tokens)-i <= leastWords:
		case tokens[i-1].Text == "," && !listed(tokens, i-1) || tokens[i-1].Text == ";" || tokens[i-1].Norm == "that":
			out = append(out, i)
		}
	}
	return out
}

// datelineTokens is how far the dash of a dateline stands at most: "SEOUL, May 12 (Yonhap) --".
const datelineTokens = 12

// dateline is the token after "JAKARTA -" or "New Delhi, May 12 (Yonhap):", 0 where a sentence has none: capitalised words, numbers and
// marks, the first in capitals or an agency in brackets, then a dash or a colon.
func dateline(tokens []text.Token) int {
	sure := false
	for i := range min(datelineTokens, len(tokens)) {
		switch t := &tokens[i]; {
		case i > 0 && (dash(tokens, i) || t.Text == ":"):
			if sure {
				return i + 1
			}
			return 0
		case t.Word && !t.Upper && !digits(t):
			return 0
		}
		sure = sure || tokens[i].Text == "(" || i == 0 && len(tokens[0].Text) > 2 && tokens[0].Upper && tokens[0].Text == strings.ToUpper(tokens[0].Text)
	}
	return 0
}

// digits reports whether a word begins with a digit.
func digits(t *text.Token) bool { return t.Norm >= "0" && t.Norm < ":" }

// dash reports whether token i is a dash between words, not a hyphen within one.
func dash(tokens []text.Token, i int) bool {
	t := &tokens[i]
	return t.Text == "—" || t.Text == "–" || strings.HasPrefix(t.Text, "-") && i > 0 && i+1 < len(tokens) && tokens[i-1].End < t.Start
}

// ends are the tokens before which a label that begins at from may end: where its clause does. Where none does in time, it ends before a
// preposition, as late as may be; where there is none, where its clause does at last.
func ends(tokens []text.Token, from int, opens bool) []int {
	var out []int
	short, words := 0, 0
	c := clause{need: 1, aside: opening(tokens, from)}
	for i := from; i <= len(tokens); i++ {
		whole := rest(tokens, i)
		switch {
		case words < leastWords:
		case whole:
			if opens || c.claims {
				out = append(out, i)
			}
		case c.claims && complete(tokens, i):
			if _, _, ok := quoted(tokens, from, i); !ok {
				break
			}
			switch breaks(tokens, i) {
			case clauseEnds:
				out = append(out, i)
			case phraseEnds:
				short = i
			}
		}
		if whole || words >= labelWords && (out != nil || short > 0) || words == mostWords || !opens && broken(tokens, i) {
			break
		}
		c.read(tokens, from, i)
		if tokens[i].Word {
			words++
		}
	}
	if out == nil && short > 0 {
		out = append(out, short)
	}
	return out
}

// rest reports whether no word follows from token i.
func rest(tokens []text.Token, i int) bool {
	return !slices.ContainsFunc(tokens[i:], func(t text.Token) bool { return t.Word })
}

// openingTokens is how far the comma after "On the issue of forced labour," stands at most.
const openingTokens = 12

// opening reports whether a sentence begins with a phrase before its subject, up to a comma.
func opening(tokens []text.Token, from int) bool {
	if !text.Preposition(tokens[from].Norm) {
		return false
	}
	return slices.ContainsFunc(tokens[from:min(len(tokens), from+openingTokens)], func(t text.Token) bool { return t.Text == "," })
}

// broken reports whether token i is a comma between a subject and its verb: ", the guarantor powers, is to follow".
func broken(tokens []text.Token, i int) bool {
	return tokens[i].Text == "," && i+1 < len(tokens) && text.Verb(tokens, i+1)
}

// clause is what has been read of a sentence so far.
type clause struct {
	need   int  // verbs that are still to come: of the sentence, and of "that …", "who …", "when …"
	claims bool // none is, and something has followed the last
	aside  bool // between commas: ", who leads the party,", ", led by a judge,"
	told   bool // the last verb is one of saying, what was said is still to come
}

// read goes on with token i.
func (c *clause) read(tokens []text.Token, from, i int) {
	t := &tokens[i]
	switch {
	case c.aside:
		c.aside = t.Text != ","
	case !t.Word:
	case i > from && tokens[i-1].Text == "," && c.need > 0 && (relatives.Has(t.Norm) || text.Verb(tokens, i) || participle(t)):
		c.aside = true
	case reports.Has(t.Norm) && text.Verb(tokens, i):
		c.need, c.claims, c.told = max(c.need, 1), false, true
	case subordinate.Has(t.Norm) || relatives.Has(t.Norm):
		if c.need == 0 || !c.told {
			c.need++
		}
		c.claims, c.told = false, false
	case text.Verb(tokens, i):
		c.need, c.told = max(c.need-1, 0), false
	case c.need == 0 && !stopWords.Has(t.Norm):
		c.claims = true
	}
}

// participle reports whether a word looks like the one that opens ", ending a long strike,".
func participle(t *text.Token) bool { return !t.Upper && strings.HasSuffix(t.Norm, "ing") }

// What ends before a token.
const (
	nothingEnds = iota
	phraseEnds  // something that a preposition goes on with
	clauseEnds
)

// breaks says what ends before token i.
func breaks(tokens []text.Token, i int) int {
	t := &tokens[i]
	switch {
	case t.Text == ",":
		if listed(tokens, i) {
			return nothingEnds
		}
		return clauseEnds
	case t.Text == ";", t.Text == ":" && !t.Word, dash(tokens, i):
		return clauseEnds
	case !t.Word:
		return nothingEnds
	case t.Norm == "and" || t.Norm == "or":
		if paired(tokens, i) {
			return nothingEnds
		}
		return clauseEnds
	case edge.Has(t.Norm):
		return clauseEnds
	case text.Preposition(t.Norm):
		return phraseEnds
	}
	return nothingEnds
}

// listed reports whether the comma at i parts members of a list that goes on to its "and", or numbers.
func listed(tokens []text.Token, i int) bool {
	return i > 0 && i+1 < len(tokens) && digits(&tokens[i-1]) && digits(&tokens[i+1]) || inList(tokens, i+1, 1, func(t *text.Token) bool { return t.Norm == "and" || t.Norm == "or" })
}

// paired reports whether the "and" at i joins what belongs together: two names, "three and a half", the ends of "between …
// and …", the last of a list.
func paired(tokens []text.Token, i int) bool {
	if i+1 < len(tokens) && tokens[i-1].Upper && tokens[i+1].Upper || i+2 < len(tokens) && tokens[i+2].Norm == "half" {
		return true
	}
	return inList(tokens, i-1, -1, func(t *text.Token) bool {
		return t.Norm == "between" || t.Norm == "both" || t.Norm == "either" || t.Text == "," && !tokens[i-1].Upper
	})
}

// inList reports whether a token that is the wanted one stands from i on, forwards or backwards by step, no farther than members of a
// list stand apart, and no verb before it.
func inList(tokens []text.Token, i, step int, wanted func(*text.Token) bool) bool {
	words := 0
	for n := 0; n < 4*listWords && words <= listWords && i >= 0 && i < len(tokens); n, i = n+1, i+step {
		t := &tokens[i]
		switch {
		case wanted(t):
			return true
		case text.Verb(tokens, i) || edge.Has(t.Norm):
			return false
		case t.Word:
			words++
		}
	}
	return false
}

// complete reports whether nothing is asked for by the word before token i: it is no article or the like, does not own what follows
// ("Japan's"), is no part of a longer name, no verb whose object or adverb comes, no half of "as long as" or "step by step".
func complete(tokens []text.Token, i int) bool {
	last, next := &tokens[i-1], &tokens[i]
	switch {
	case !last.Word || edge.Has(last.Norm) || text.Preposition(last.Norm):
		return false
	case !next.Word && !joins(next):
		return true
	case open.Has(last.Norm) || last.Owns() || last.Upper && next.Upper || next.Norm == "to" || next.Norm == "of":
		return false
	case !text.Preposition(next.Norm):
		return true
	}
	return !text.Verb(tokens, i-1) && !text.Infinitive(tokens, i-1) && (i+1 == len(tokens) || tokens[i+1].Norm != last.Norm) && (next.Norm != "as" || i < 2 || tokens[i-2].Norm != "as")
}

// joins reports whether a mark stands within a word.
func joins(t *text.Token) bool { return t.Text == "-" || t.Text == "'" || t.Text == "’" }

// quoted is the stretch with the marks of a quotation or the brackets that it begins or ends beside; ok is false where it holds one mark without the other.
func quoted(tokens []text.Token, from, to int) (a, b int, ok bool) {
	depth, least := 0, 0
	for i := from; i < to; i++ {
		depth += mark(tokens, i)
		least = min(least, depth)
	}
	switch {
	case depth == 0 && least == 0:
		return from, to, true
	case depth == -1 && least == -1 && from > 0 && mark(tokens, from-1) == 1:
		return from - 1, to, true
	case depth == 1 && least == 0 && to < len(tokens) && mark(tokens, to) == -1:
		return from, to + 1, true
	case depth == 1 && least == 0 && to+1 < len(tokens) && !tokens[to].Word && mark(tokens, to+1) == -1: // .”
		return from, to + 2, true
	}
	return from, to, false
}

// mark is 1 for a token that opens a quotation or a bracket, -1 for one that closes it. A plain mark opens where no word touches it from
// before; "’" is an apostrophe where no "‘" is open.
func mark(tokens []text.Token, i int) int {
	switch t := tokens[i].Text; {
	case openers.Has(t), t == `"` && (i == 0 || tokens[i-1].End < tokens[i].Start):
		return 1
	case closers.Has(t), t == `"`:
		return -1
	case t == "’":
		for i--; i >= 0 && tokens[i].Text != t; i-- {
			if tokens[i].Text == "‘" {
				return -1
			}
		}
	}
	return 0
}

var (
	pronouns = wordlist.Of(`he she it they this that these those its his her their we i you who which whatever`)
	openers  = wordlist.Of(`“ ‘ (`)
	closers  = wordlist.Of(`” )`)
	selves   = wordlist.Of(`i me my we our you your`) // and not "us", which is a country as well
	// reports open what somebody said.
	reports = wordlist.Of(`say says said tell tells told add adds added ask asks asked`)
	deniers = wordlist.Of(`deny denied denies denying doubt doubts doubted dispute disputed disputes reject rejected rejects rejecting ruled rules false untrue
claim claimed claims if unless`)
	// subordinate opens a clause that has a verb of its own, and so do relatives.
	subordinate = wordlist.Of(`that whether how why what when where because if until unless although though while whatever`)
	relatives   = wordlist.Of(`who whom whose which`)
	// edge opens another part of a sentence, and so does a preposition.
	edge = wordlist.Of(`and but or while which who whom whose where when because although though unless if so whatever`)
	// open asks for what follows it.
	open = wordlist.Of(`a an the of to more most very his her its their our your no not is are was were be been being has have had will would may
might must should could can did does that known forced expected due used likely able it he she they few any`)
)
