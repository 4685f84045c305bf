package align

import (
	"cmp"
	"slices"

	"readout/wasm/text"
)

// clearWords is the fewest content words that name a point.
const clearWords = 4

// label is the words that name group g: the shortest clear reading that tells what happened, else what is expected, trimmed. It
// gives the caller's article and the span.
func (m *meeting) label(g group) (int, text.Span) {
	best := slices.MinFunc(g, func(a, b int) int {
		x, y := &m.units[a], &m.units[b]
		return cmp.Or(
			cmp.Compare(one(unclear(x)), one(unclear(y))),
			cmp.Compare(one(x.expects), one(y.expects)),
			cmp.Compare(len(x.terms), len(y.terms)),
			cmp.Compare(a, b),
		)
	})
	u := &m.units[best]
	article := m.order[u.article]
	var tokens []text.Token
	for _, p := range m.speaking(best, g) {
		tokens = append(tokens, m.in.Articles[article].Doc.Passages[p].Tokens...)
	}
	return article, trimmed(tokens)
}

// unclear reports whether a sentence is too short to name a point, or begins with a pronoun: read alone, it says not who.
func unclear(u *unit) bool {
	if len(u.terms) < clearWords {
		return true
	}
	for _, t := range u.tokens {
		if t.Word {
			switch t.Norm {
			case "he", "she", "it", "they", "this", "that", "these", "those", "its", "his", "her", "their":
				return true
			}
			return false
		}
	}
	return true
}

var saidWords = set(`said says told added according reported reportedly`)

// trimmed is the span of tokens without closing punctuation, a leading conjunction ("and asked"), a leading "According to X," and a
// closing ", X said".
func trimmed(tokens []text.Token) text.Span {
	if n := attribution(tokens); n > 0 {
		tokens = tokens[:n]
	}
	if len(tokens) > 0 && tokens[0].Norm == "according" {
		for i, t := range tokens {
			if t.Text == "," && len(tokens)-i > clearWords {
				tokens = tokens[i+1:]
				break
			}
		}
	}
	for len(tokens) > clearWords && (!tokens[0].Word || tokens[0].Norm == "and" || tokens[0].Norm == "but" || tokens[0].Norm == "while") {
		tokens = tokens[1:]
	}
	for len(tokens) > 1 && !tokens[len(tokens)-1].Word {
		tokens = tokens[:len(tokens)-1]
	}
	if len(tokens) == 0 {
		return text.Span{}
	}
	return text.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}
}

// maxAttribution is the longest ", the foreign ministry said" that is cut off, in tokens.
const maxAttribution = 8

// attribution is where a closing ", X said" begins; 0 where there is none.
func attribution(tokens []text.Token) int {
	said := false
	for i := len(tokens) - 1; i > clearWords && i >= len(tokens)-maxAttribution; i-- {
		said = said || saidWords[tokens[i].Norm]
		if tokens[i].Text == "," {
			if said {
				return i
			}
			return 0
		}
	}
	return 0
}
