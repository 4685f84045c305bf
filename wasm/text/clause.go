package text

import (
	"strings"

	"readout/wasm/wordlist"
)

// maxLook is how many tokens a search inside a sentence goes: a subject of more words before its verb is not believed.
const maxLook = 14

// minWords is the fewest words of a clause; with fewer it could not stand in a row of its own.
const minWords = 3

// maxTokens is the longest sentence that is cut: what is longer is no sentence, and the searches back to the start of a
// clause would not be linear in it. The longest of 10000 sentences of news has under 150 tokens.
const maxTokens = 300

// clauses returns the indexes of tokens, ascending, at which a new clause of the sentence begins. Four rules, all outside
// quotation marks and brackets; every part keeps at least minWords words:
//
//	semicolon   "A said X; B did Y"              both sides with a finite verb
//	clause      "A did X, and B did Y"           the second with a subject and a finite verb of its own
//	that        "A said that X and that Y"
//	verb        "A explained X and urged Y"      the second a finite verb with its object, not in a relative clause;
//	                                             then also "A did X, urged Y and asked Z" before "urged"
func clauses(tokens []Token) []int {
	if len(tokens) > maxTokens {
		return nil
	}
	s := sentence{tokens: tokens, closed: closedTokens(tokens)}
	for i := 1; i < len(tokens)-minWords; i++ {
		if s.closed[i] {
			continue
		}
		t := &tokens[i]
		comma := tokens[i-1].Text == ","
		switch {
		case t.Text == ";":
			if !s.entity(i) && s.mainVerb(i) >= 0 && s.verbWithin(i+1, 2*maxLook) >= 0 {
				s.cut(i + 1)
			}
		case t.Norm == "and" || t.Norm == "but":
			switch {
			case s.subordinate(i - 1):
			case s.thatClause(i), s.coordinateClause(i, comma):
				s.cut(i)
			case s.coordinateVerb(i):
				s.series(i)
				s.cut(i)
			}
		case comma && (t.Norm == "while" || t.Norm == "whereas" || t.Norm == "yet"):
			if s.coordinateClause(i, true) {
				s.cut(i)
			}
		}
	}
	return s.cuts
}

// sentence is the work of clauses on one sentence.
type sentence struct {
	tokens []Token
	closed []bool // token stands in quotation marks or brackets
	cuts   []int
}

// entity reports whether the semicolon at i ends the remains of an HTML entity: "& Middot;".
func (s *sentence) entity(i int) bool {
	return i >= 2 && s.tokens[i-2].Text == "&" && s.tokens[i-1].End == s.tokens[i].Start
}

// start is where the clause being read begins.
func (s *sentence) start() int {
	if len(s.cuts) == 0 {
		return 0
	}
	return s.cuts[len(s.cuts)-1]
}

// cut begins a clause at token i where enough words stand on both sides.
func (s *sentence) cut(i int) {
	if s.words(s.start(), i) >= minWords && s.words(i, len(s.tokens)) > minWords {
		s.cuts = append(s.cuts, i)
	}
}

func (s *sentence) words(from, to int) int {
	n := 0
	for _, t := range s.tokens[from:to] {
		if t.Word {
			n++
		}
	}
	return n
}

// closedTokens marks what stands in quotation marks or brackets, the marks included. A mark that never closes closes at
// the end, one that never opened opened at the start: quotations run over several sentences.
func closedTokens(tokens []Token) []bool {
	closed := make([]bool, len(tokens))
	open := -1 // where the outermost mark opened
	var want string
	mark := func(from, to int) {
		for i := from; i <= to && i < len(closed); i++ {
			closed[i] = true
		}
	}
	for i, t := range tokens {
		if t.Word {
			continue
		}
		switch {
		case open >= 0:
			if t.Text == want {
				mark(open, i)
				open = -1
			}
		case t.Text == "”" || t.Text == ")" || t.Text == "]":
			if len(closed) > 0 && !closed[0] {
				mark(0, i)
			}
		case t.Text == "“":
			open, want = i, "”"
		case t.Text == "(":
			open, want = i, ")"
		case t.Text == "[":
			open, want = i, "]"
		case t.Text == "\"":
			open, want = i, "\""
			if i > 0 && tokens[i-1].End == t.Start && (i+1 == len(tokens) || tokens[i+1].Start > t.End) {
				mark(0, i) // a closing mark by its place
				open = -1
			}
		case t.Text == "‘" || t.Text == "'" && (i == 0 || tokens[i-1].End < t.Start):
			close := "’"
			if t.Text == "'" {
				close = "'"
			}
			for j := i + 1; j < len(tokens) && j < i+40; j++ {
				if tokens[j].Text == close {
					mark(i, j)
					break
				}
			}
		}
	}
	if open >= 0 {
		mark(open, len(tokens)-1)
	}
	return closed
}

// skipAdverbs is the index of the first token from i on that is no adverb; at most three are skipped.
func (s *sentence) skipAdverbs(i int) int {
	for n := 0; n < 3 && i < len(s.tokens); n++ {
		w := s.tokens[i].Norm
		if !adverbs.Has(w) && !(strings.HasSuffix(w, "ly") && len(w) > 4 && !s.tokens[i].Upper) {
			break
		}
		i++
	}
	return i
}

// finite reports whether token i is surely a finite verb, judged by how it goes on.
func (s *sentence) finite(i int) bool {
	t := &s.tokens[i]
	if s.closed[i] || !t.Word || t.Upper {
		return false
	}
	if auxiliaries.Has(t.Norm) {
		return i+1 < len(s.tokens) && s.tokens[i+1].Word
	}
	how := verbs.Of(t.Norm)
	past := strings.HasSuffix(t.Norm, "ed") && len(t.Norm) > 4
	if how == 0 && !past || i+1 >= len(s.tokens) {
		return false
	}
	j := s.skipAdverbs(i + 1)
	if j >= len(s.tokens) {
		return false
	}
	next := &s.tokens[j]
	if past && articles.Has(next.Norm) { // "issued a": a participle takes no article
		return true
	}
	switch w := next.Norm; {
	case !next.Word:
		opens := next.Text == "“" || next.Text == "\"" || next.Text == "‘" || next.Text == "'"
		return opens && how&(object|that|bare) != 0 || next.Text == "," && speech.Has(t.Norm) && j+1 < len(s.tokens) && s.closed[j+1]
	case how&anything != 0:
		return w != "by"
	case w == "that":
		return how&(that|object) != 0
	case w == "to":
		return how&(toVerb|on) != 0
	case w == "by":
		return false
	case prepositions.Has(w):
		return how&on != 0
	case w == "how" || w == "why" || w == "whether" || w == "what":
		return how&(that|object) != 0
	case determiners.Has(w) || pronouns.Has(w) || next.Upper || isDigit([]rune(next.Text)[0]):
		return how&(object|bare) != 0 || how&that != 0
	case relatives.Has(w) || conjunctions.Has(w):
		return false
	default:
		return how&bare != 0
	}
}

var conjunctions = wordlist.Of(`and or but nor`)

// mainVerb is the first finite verb before token to in the clause being read that stands in no relative clause, -1 for none.
func (s *sentence) mainVerb(to int) int {
	relative := false
	for i := s.start(); i < to; i++ {
		w := s.tokens[i].Norm
		switch {
		case s.closed[i]:
		case w == "who" || w == "which" || w == "whose" || w == "whom" || w == "where":
			relative = true
		case w == ",":
			relative = false
		case !relative && s.finite(i):
			return i
		case !relative && i > s.start() && i+1 < to && s.loose(i):
			return i
		}
	}
	return -1
}

// loose reports whether token i is a finite verb if one must stand somewhere before: a past tense behind a noun.
func (s *sentence) loose(i int) bool {
	t, before := &s.tokens[i], &s.tokens[i-1]
	if t.Upper || !before.Word || determiners.Has(before.Norm) || articles.Has(before.Norm) || prepositions.Has(before.Norm) || conjunctions.Has(before.Norm) || before.Norm == "to" {
		return false
	}
	next := s.tokens[i+1].Norm
	if next == "by" {
		return false
	}
	return speech.Has(t.Norm) || verbs.Of(t.Norm) != 0 && !strings.HasSuffix(t.Norm, "s") || strings.HasSuffix(t.Norm, "ed") && len(t.Norm) > 4
}

// inRelative reports whether token i stands in a relative clause: a relative pronoun before it and no comma since, or
// "that" after a noun.
func (s *sentence) inRelative(i int) bool {
	for j := i - 1; j >= s.start(); j-- {
		w := s.tokens[j].Norm
		switch {
		case s.closed[j]:
		case w == "," || w == "--" || w == "-":
			return false
		case w == "who" || w == "which" || w == "whose" || w == "whom" || w == "where":
			return true
		case w == "that" && j > 0 && verbs.Of(s.tokens[j-1].Norm) == 0 && !speech.Has(s.tokens[j-1].Norm) && !conjunctions.Has(s.tokens[j-1].Norm):
			return true
		}
	}
	return false
}

// verbWithin is the first finite verb in the n tokens from i on, -1 where there is none.
func (s *sentence) verbWithin(i, n int) int {
	for j := i; j < len(s.tokens) && j < i+n; j++ {
		if s.finite(j) {
			return j
		}
	}
	return -1
}

// subjectVerb is the finite verb of a clause that begins with its subject at token i, -1 where that is in doubt.
func (s *sentence) subjectVerb(i int) int {
	if i >= len(s.tokens) || s.closed[i] || !s.tokens[i].Word {
		return -1
	}
	first := &s.tokens[i]
	named := first.Upper || articles.Has(first.Norm) || pronouns.Has(first.Norm) || isDigit([]rune(first.Text)[0])
	if prepositions.Has(first.Norm) && !pronouns.Has(first.Norm) {
		return -1
	}
	for j := i + 1; j < len(s.tokens) && j < i+maxLook; j++ {
		t := &s.tokens[j]
		switch {
		case s.closed[j], t.Text == ",", t.Text == ";", t.Text == ":", t.Norm == "to":
			return -1
		case relatives.Has(t.Norm) || t.Norm == "that":
			return -1
		case s.finite(j):
			if !named && !auxiliaries.Has(t.Norm) {
				return -1
			}
			return j
		}
	}
	return -1
}

// coordinateClause reports whether at the conjunction c begins a clause with a subject and a finite verb of its own.
// Without a comma before c only a pronoun is believed to be a subject: "between Kim and Takizaki".
func (s *sentence) coordinateClause(c int, comma bool) bool {
	k := s.skipAdverbs(c + 1)
	if k >= len(s.tokens) {
		return false
	}
	v := s.subjectVerb(k)
	if v < 0 {
		return false
	}
	if !comma {
		switch s.tokens[k].Norm {
		case "he", "she", "they", "it", "we":
		default:
			return false
		}
		if s.skipAdverbs(k+1) != v {
			return false
		}
		return s.mainVerb(c) >= 0 && !s.inRelative(c)
	}
	m := s.mainVerb(c - 1)
	return m >= 0 && s.words(s.start(), c) > minWords && !s.list(m, c-1)
}

// list reports whether the comma at token c ends an item of a list and not a clause: a comma stands before it with a few
// words and no verb between ("said Japan, the United States, and Korea will").
func (s *sentence) list(m, c int) bool {
	for j := c - 1; j > m && j > c-7; j-- {
		if s.tokens[j].Text == "," {
			return true
		}
		if s.finite(j) {
			return false
		}
	}
	return false
}

// subordinate reports whether the clause that ends at token c only prepares the main one: "When A met B, and C ..., D did".
func (s *sentence) subordinate(c int) bool {
	switch s.tokens[s.start()].Norm {
	case "when", "if", "while", "although", "though", "as", "after", "because", "since", "before", "unless", "once":
	default:
		return false
	}
	for j := s.start(); j < c; j++ {
		if s.tokens[j].Text == "," {
			return false
		}
	}
	return true
}

// thatClause reports whether at the conjunction c a second "that" continues what a verb of saying began.
func (s *sentence) thatClause(c int) bool {
	if c+3 >= len(s.tokens) || s.tokens[c+1].Norm != "that" {
		return false
	}
	if s.subjectVerb(c+2) < 0 {
		return false
	}
	for j := s.start(); j < c; j++ {
		if w := s.tokens[j].Norm; !s.closed[j] && (speech.Has(w) || verbs.Of(w)&that != 0) {
			return !s.inRelative(j)
		}
	}
	return false
}

// coordinateVerb reports whether at the conjunction c a second finite verb with its own object follows the first's.
func (s *sentence) coordinateVerb(c int) bool {
	v := s.skipAdverbs(c + 1)
	if v >= len(s.tokens) || !s.finite(v) {
		return false
	}
	m := s.mainVerb(c)
	after := 2
	if auxiliaries.Has(s.tokens[v].Norm) { // "and could not be taken back" says too little by itself
		after = 5
	}
	if m < 0 || s.words(v+1, len(s.tokens)) < after {
		return false
	}
	object := m + 1
	if auxiliaries.Has(s.tokens[m].Norm) {
		object = s.skipAdverbs(object) + 1
	}
	if object >= c || s.words(object, c) < 1 || s.inRelative(c) {
		return false
	}
	return s.parallel(m, v)
}

// parallel reports whether verbs m and v agree in tense, where v could also be a plural noun ("calls", "talks").
func (s *sentence) parallel(m, v int) bool {
	w := s.tokens[v].Norm
	if auxiliaries.Has(w) || !strings.HasSuffix(w, "s") || w == "was" {
		return true
	}
	switch x := s.tokens[m].Norm; x {
	case "is", "has", "does", "will":
		return true
	case "was", "has been", "discuss":
		return false
	default:
		return strings.HasSuffix(x, "s")
	}
}

// series cuts before the earlier verbs of "did X, urged Y and asked Z", where c is its conjunction.
func (s *sentence) series(c int) {
	m := s.mainVerb(c)
	for j := m + 2; j < c-2; j++ {
		if s.closed[j] || s.tokens[j].Text != "," {
			continue
		}
		// A verb must stand since the comma before: "Comeaux, 49, took" has none between its commas.
		told := false
		for k := j - 1; k >= m && s.tokens[k].Text != ","; k-- {
			told = told || k == m || s.finite(k)
		}
		v := s.skipAdverbs(j + 1)
		if told && v < c && s.finite(v) && !auxiliaries.Has(s.tokens[v].Norm) && !speech.Has(s.tokens[v].Norm) && !s.inRelative(j) && s.parallel(m, v) {
			s.cut(j + 1)
		}
	}
}
