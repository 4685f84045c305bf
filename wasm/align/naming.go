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

// namingOf is the naming of a passage of an article of the input.
func (m *meeting) namingOf(article, passage int) *naming {
	at := [2]int{article, passage}
	if n := m.namings[at]; n != nil {
		return n
	}
	tokens := m.in.Articles[article].Doc.Passages[passage].Tokens
	n := &naming{terms: m.termsAt(article, tokens), words: make([]bool, len(tokens)), stretches: stretches(tokens)}
	for i := range tokens {
		n.words[i] = tokens[i].Word
	}
	m.namings[at] = n
	return n
}

// termsAt are the numbers of the terms that begin at each token, the longest first: countries of up to three words, then what the word
// itself is.
func (m *meeting) termsAt(article int, tokens []text.Token) [][]int32 {
	rank := slices.Index(m.order, article)
	out := make([][]int32, len(tokens))
	room := make([]int32, 0, len(tokens))
	var found []int32
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
			found = m.terms(found[:0], rank, tokens[i:i+n], false)
			if len(found) == 1 && found[0] != none && (n == 1 || strings.HasPrefix(m.vocab.keys[found[0]], "=")) {
				room = append(room, found[0])
			}
		}
		out[i] = room[from:len(room):len(room)]
	}
	return out
}

// mayFold reports whether a concept may begin with a token, see foldAt.
func (m *meeting) mayFold(t *text.Token) bool {
	return t.Word && t.Upper && (m.in.Fold != nil || know.CountryReach(t.Norm) > 0)
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
	return s - x.cost
}
