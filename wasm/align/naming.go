package align

import (
	"slices"
	"strings"

	"readout/wasm/know"
	"readout/wasm/text"
)

// naming is what of one passage may name a point, whatever the row: it is looked up once.
type naming struct {
	terms     [][]int32 // by token: the terms that begin there and that sentences use, the longest first
	words     []bool    // by token: text.Token.Word
	stretches []stretch
}

// stretch is the tokens [from, to) of a passage.
type stretch struct {
	from, to int
	claims   bool // it claims something: it holds a verb that is known, and something after it
	pronoun  bool // it begins with one
}

// namingOf is the naming of a passage of an article of the input.
func (m *meeting) namingOf(article, passage int) *naming {
	at := [2]int{article, passage}
	if n := m.namings[at]; n != nil {
		return n
	}
	tokens := m.in.Articles[article].Doc.Passages[passage].Tokens
	n := &naming{terms: m.termsAt(tokens), words: make([]bool, len(tokens)), stretches: stretches(tokens)}
	for i := range tokens {
		n.words[i] = tokens[i].Word
	}
	m.namings[at] = n
	return n
}

// termsAt are the numbers of the terms that begin at each token, the longest first: countries of up to three words, then what the word
// itself is.
func (m *meeting) termsAt(tokens []text.Token) [][]int32 {
	out := make([][]int32, len(tokens))
	room := make([]int32, 0, len(tokens))
	var words []*text.Token
	var found []term
	name := -1 // the next token with which a country may begin
	for i := range tokens {
		if !tokens[i].Word {
			continue
		}
		for name < i {
			for name++; name < len(tokens) && !m.mayFold(&tokens[name]); name++ {
			}
		}
		from := len(room)
		for n := min(3, len(tokens)-i); n > 0; n-- {
			if n > 1 && name >= i+n {
				continue // no country among them
			}
			words = wordsOf(words[:0], tokens[i:i+n])
			if found = appendTerms(found[:0], words, m.in.Fold); len(found) == 1 && (n == 1 || found[0].key[0] == '=') {
				if id, ok := m.vocab[found[0].key]; ok {
					room = append(room, id)
				}
			}
		}
		out[i] = room[from:len(room):len(room)]
	}
	return out
}

// mayFold reports whether a concept may begin with a token, see foldAt.
func (m *meeting) mayFold(t *text.Token) bool {
	return t.Word && t.Upper && (m.in.Fold != nil || know.CountryBegins(t.Norm))
}

// worth appends what each token adds to a label, by what its terms weigh. A term counts where it first stands.
func (n *naming) worth(out []float64, weight []float64) []float64 {
	for _, terms := range n.terms {
		w := 0.0
		for _, t := range terms {
			if w = weight[t]; w != 0 {
				break
			}
		}
		out = append(out, w)
	}
	return out
}

// score is how good a label the stretch is by its words, and by what each of them is worth.
func (x *stretch) score(words []bool, worth []float64) float64 {
	s := 0.0
	for i := x.from; i < x.to; i++ {
		if words[i] && worth[i] == 0 {
			s -= idleWord
		}
		s += worth[i]
	}
	if x.pronoun {
		s -= pronounCost
	}
	return s
}

// stretches are those that may be labels. One from the middle that claims nothing names nothing.
func stretches(tokens []text.Token) []stretch {
	var out []stretch
	for _, from := range starts(tokens) {
		all := ends(tokens, from)
		verb, claims, pronoun := false, false, pronouns.Has(tokens[from].Norm)
		i := from
		for _, to := range all {
			for ; i < to; i++ {
				t := &tokens[i]
				now := i > from && verbal(t)
				claims = claims || verb && !now && t.Word && !stopWords.Has(t.Norm)
				verb = verb || now
			}
			if claims || from == 0 {
				out = append(out, stretch{from, to, claims, pronoun})
			}
		}
	}
	return out
}

// verbal reports whether a word is a verb that is known.
func verbal(t *text.Token) bool {
	return auxiliary.Has(t.Norm) || meetWords.Has(t.Norm) || toldWords.Has(t.Norm) || !t.Upper && (actOf().Of(t.Stem) != 0 || strings.HasSuffix(t.Norm, "ed"))
}

// starts are the tokens with which a label may begin: the first word, a word after a comma, and one after "that".
func starts(tokens []text.Token) []int {
	var out []int
	for i := range tokens {
		t := &tokens[i]
		switch {
		case !t.Word || t.Norm == "that" || t.Norm == "and" || t.Norm == "but" || t.Norm == "while":
		case len(out) == 0:
			out = append(out, i)
		case edge.Has(t.Norm) || len(tokens)-i <= leastWords:
		case tokens[i-1].Text == "," || tokens[i-1].Text == ";" || tokens[i-1].Norm == "that":
			out = append(out, i)
		}
	}
	return out
}

// ends are the tokens before which a label that begins at from may end: a mark, or a word that opens another part of the sentence. Where
// none comes in time it ends when it is long enough.
func ends(tokens []text.Token, from int) []int {
	var out []int
	last, words := 0, 0
	for i := from; i <= len(tokens); i++ {
		if words >= leastWords && complete(tokens, i) {
			last = i
			if closes(tokens, i) {
				out = append(out, i)
			}
		}
		if i == len(tokens) || words == labelWords {
			break
		}
		if tokens[i].Word {
			words++
		}
	}
	if out == nil && last > 0 {
		out = append(out, last)
	}
	return out
}

// complete reports whether nothing is asked for by the word before token i: it is no article or the like, does not own what follows
// ("Japan's"), is no part of a longer name, no verb whose object or adverb comes, no half of "as long as".
func complete(tokens []text.Token, i int) bool {
	last := &tokens[i-1]
	if !last.Word {
		return false
	}
	if i == len(tokens) || !tokens[i].Word && !joins(&tokens[i]) {
		return !edge.Has(last.Norm) && (!open.Has(last.Norm) || objects.Has(last.Norm))
	}
	next := &tokens[i]
	switch {
	case edge.Has(last.Norm), open.Has(last.Norm), last.Upper && next.Upper, next.Norm == "to", next.Norm == "of", strings.HasSuffix(strings.ToLower(last.Text), last.Norm+"'s"), strings.HasSuffix(last.Text, "’s"):
		return false
	case edge.Has(next.Norm) && (actOf().Of(last.Stem) != 0 && !last.Upper || strings.HasSuffix(last.Norm, "ed")):
		return false
	case next.Norm == "as":
		return !slices.ContainsFunc(tokens[max(0, i-3):i], func(t text.Token) bool { return t.Norm == "as" })
	case next.Norm == "on":
		return i+1 == len(tokens) || !strings.HasSuffix(tokens[i+1].Norm, "ing")
	}
	return true
}

// joins reports whether a mark stands within a word.
func joins(t *text.Token) bool { return t.Text == "-" || t.Text == "'" || t.Text == "’" }

// closes reports whether a part of the sentence ends before token i.
func closes(tokens []text.Token, i int) bool {
	if i == len(tokens) {
		return true
	}
	t := &tokens[i]
	if !t.Word {
		return !joins(t)
	}
	return edge.Has(t.Norm) && i+1 < len(tokens) && tokens[i+1].Word // "the week before." is not over before its last word
}
