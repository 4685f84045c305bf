package align

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// clearWords is the fewest content words that name a point.
const clearWords = 4

// label is the words that name group g, in the words of one of its articles; it gives the caller's article and the span. A point that
// several articles tell is named by the stretch of one of them that says most of what they share in at most labelWords words. A lonely
// sentence names itself, trimmed.
func (m *meeting) label(g group) (int, text.Span) {
	if article, span, ok := m.core(g); ok {
		return article, span
	}
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

// What makes a good label was weighed on the rows of the development articles by reading them (guessed, that is).
const (
	labelWords  = 12  // an editor's bound
	leastWords  = 3   // fewer name nothing
	idleWord    = 0.2 // what a word costs that the readings do not share
	opensBonus  = 1.5 // for a stretch that begins as its sentence does: it has its subject
	claimBonus  = 6.0 // for one that claims something: above all but what is shared by most
	tellsBonus  = 0.5 // for one that does not tell ahead
	pronounCost = 2.0 // of one that begins with a pronoun
)

// core is the best stretch of the members of g. ok is false for a lonely member, and where no short stretch claims anything.
func (m *meeting) core(g group) (article int, span text.Span, ok bool) {
	if m.units[g[0]].article == m.units[g[len(g)-1]].article {
		return 0, text.Span{}, false
	}
	shared := m.shared(g)
	top := math.Inf(-1)
	for _, n := range g {
		u := &m.units[n]
		doc := m.in.Articles[m.order[u.article]].Doc
		for _, p := range m.speaking(n, g) {
			tokens := doc.Passages[p].Tokens
			worth := m.worth(m.order[u.article], p, shared)
			for _, from := range starts(tokens) {
				for _, to := range ends(tokens, from) {
					s, claims := m.stretch(tokens[from:to], worth[from:to])
					opens := from == 0 && p == u.passages[0]
					if claims {
						s += claimBonus
					} else if !opens {
						continue // a piece from the middle that claims nothing names nothing
					}
					if opens {
						s += opensBonus
					}
					if !u.expects {
						s += tellsBonus
					}
					if s > top+1e-9 {
						top, ok = s, true
						article, span = m.order[u.article], text.Span{Start: tokens[from].Start, End: tokens[to-1].End}
					}
				}
			}
		}
	}
	return article, span, ok
}

// shared is the weight of the terms that at least two articles of g use: how rare it is, by the share of the articles.
func (m *meeting) shared(g group) map[string]float64 {
	in := map[string]int{}
	articles := 0
	for i := 0; i < len(g); {
		a := m.units[g[i]].article
		seen := map[string]bool{}
		for ; i < len(g) && m.units[g[i]].article == a; i++ {
			for _, t := range m.units[g[i]].terms {
				if !seen[t.key] {
					seen[t.key] = true
					in[t.key]++
				}
			}
		}
		articles++
	}
	out := map[string]float64{}
	for key, n := range in {
		if n > 1 {
			out[key] = m.idf[m.vocab[key]] * float64(n) / float64(articles)
		}
	}
	return out
}

// worth is what each token of a passage adds to a label. A term counts where it first stands.
func (m *meeting) worth(article, passage int, shared map[string]float64) []float64 {
	keys := m.keysOf(article, passage)
	out := make([]float64, len(keys))
	for i, list := range keys {
		for _, key := range list {
			if out[i] = shared[key]; out[i] != 0 {
				break
			}
		}
	}
	return out
}

// keysOf are the keys of the terms that begin at each token of a passage, the longest first: countries of up to three words, then what
// the word itself is. They are the same for every row, so they are looked up once.
func (m *meeting) keysOf(article, passage int) [][]string {
	at := [2]int{article, passage}
	if keys, ok := m.keys[at]; ok {
		return keys
	}
	tokens := m.in.Articles[article].Doc.Passages[passage].Tokens
	keys := make([][]string, len(tokens))
	var words []*text.Token
	var found []term
	for i := range tokens {
		if !tokens[i].Word {
			continue
		}
		for n := min(3, len(tokens)-i); n > 0; n-- {
			if n > 1 && !slices.ContainsFunc(tokens[i:i+n], func(t text.Token) bool { return t.Upper }) {
				continue // no country begins in small letters, see foldAt
			}
			words = wordsOf(words[:0], tokens[i:i+n])
			if found = appendTerms(found[:0], words, m.in.Fold); len(found) == 1 && (n == 1 || found[0].key[0] == '=') {
				keys[i] = append(keys[i], found[0].key)
			}
		}
	}
	m.keys[at] = keys
	return keys
}

// stretch is how good a label tokens are, and whether they claim anything: they hold a verb that is known, and something after it.
func (m *meeting) stretch(tokens []text.Token, worth []float64) (s float64, claims bool) {
	verb, table := false, actOf()
	for i := range tokens {
		t := &tokens[i]
		if t.Word && worth[i] == 0 {
			s -= idleWord
		}
		s += worth[i]
		now := i > 0 && (auxiliary.Has(t.Norm) || meetWords.Has(t.Norm) || toldWords.Has(t.Norm) || !t.Upper && (table.Of(t.Stem) != 0 || strings.HasSuffix(t.Norm, "ed")))
		claims = claims || verb && !now && t.Word && !stopWords.Has(t.Norm)
		verb = verb || now
	}
	if pronouns.Has(tokens[0].Norm) {
		s -= pronounCost
	}
	return s, claims
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

var (
	pronouns  = wordlist.Of(`he she it they this that these those its his her their we i you who which`)
	auxiliary = wordlist.Of(`is are was were has have had will would may might must should could can did does`)
	// edge opens another part of a sentence.
	edge = wordlist.Of(`and but or while which who whom whose where when after before since because as although though until unless with without
by from for in on at over under during despite amid against between among through into about saying according if so`)
	// objects may end a sentence, though most often something follows them.
	objects = wordlist.Of(`her it they he she likely`)
	// open asks for what follows it.
	open = wordlist.Of(`a an the of to more most very his her its their our your no not is are was were be been has have had will would may might must
should could can did does that known forced expected due used likely able it he she they`)
)

// unclear reports whether a sentence is too short to name a point, or begins with a pronoun: read alone, it says not who.
func unclear(u *unit) bool {
	if len(u.terms) < clearWords {
		return true
	}
	for _, t := range u.tokens {
		if t.Word {
			return pronouns.Has(t.Norm)
		}
	}
	return true
}

var saidWords = wordlist.Of(`said says told added according reported reportedly`)

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
		said = said || saidWords.Has(tokens[i].Norm)
		if tokens[i].Text == "," {
			if said {
				return i
			}
			return 0
		}
	}
	return 0
}
