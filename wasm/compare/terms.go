package compare

import (
	"cmp"
	"slices"
	"strings"

	"readout/wasm/know"
	"readout/wasm/sorting"
	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// TermUse is one form of one term in one article.
type TermUse struct {
	Term    string // know.Term.ID
	Doc     int    // index into docs
	Form    string // as first written in the article
	Count   int
	Passage int       // index into the document's Passages: where it first stands
	First   text.Span // code points of the first mention
}

// pattern is one form of one term, as folded words; the last may match any ending.
type pattern struct {
	words []string
	open  bool // trailing *
	void  bool // one of Term.Not: it stands there, and says nothing of the term
	term  int
}

// Lexicon is terms made ready for counting. Making one costs more than reading an article with it: make it once.
type Lexicon struct {
	terms    []know.Term
	rank     []int                // of each term in the result: its place, or that of the last one with its ID
	patterns map[string][]pattern // by first word
}

// NewLexicon makes terms ready for counting.
func NewLexicon(terms []know.Term) *Lexicon {
	last := make(map[string]int, len(terms))
	for i, t := range terms {
		last[t.ID] = i
	}
	l := &Lexicon{terms, make([]int, len(terms)), compile(terms)}
	for i, t := range terms {
		l.rank[i] = last[t.ID]
	}
	return l
}

// Each counts each of many terms for itself: within one term the longest form wins, but "South Korea" counts as a name of the country
// where "South Korea and Japan" counts as a name of the pair.
type Each struct {
	lexicons []*Lexicon
	first    *wordlist.Map[[]int] // first word of a form → the lexicons that have such a form
	open     []opening            // the forms that are one word of any ending
}

// opening is how words begin that are a form of a lexicon.
type opening struct {
	prefix  string
	lexicon int
}

// NewEach makes terms ready for counting.
func NewEach(terms []know.Term) *Each {
	e := &Each{}
	first := make(map[string][]int)
	for i := range terms {
		l := NewLexicon(terms[i : i+1])
		e.lexicons = append(e.lexicons, l)
		for w := range l.patterns {
			if w == "" {
				for _, p := range l.patterns[w] {
					e.open = append(e.open, opening{p.words[0], i})
				}
			} else {
				first[w] = append(first[w], i)
			}
		}
	}
	e.first = wordlist.MapOf(first)
	return e
}

// candidate is a place where a form may begin: the words from there to the end of its passage.
type candidate struct {
	doc, passage int
	words        []*text.Token
}

// Terms is [Lexicon.Terms] for each term by itself; the result is ordered by term.
func (e *Each) Terms(docs []*text.Document, passages [][]int) []TermUse {
	candidates := make([][]candidate, len(e.lexicons))
	for d, doc := range docs {
		for _, p := range passages[d] {
			tokens := doc.Passages[p].Tokens
			var words []*text.Token
			n := -1
			for k := range tokens {
				if !tokens[k].Word {
					continue
				}
				n++
				norm := tokens[k].Norm
				add := func(i int) {
					if words == nil {
						words = wordTokens(tokens)
					}
					c := candidate{d, p, words[n:]}
					if l := candidates[i]; len(l) == 0 || !l[len(l)-1].same(&c) {
						candidates[i] = append(l, c)
					}
				}
				for i := range e.open {
					if o := &e.open[i]; len(norm) >= len(o.prefix) && norm[0] == o.prefix[0] && strings.HasPrefix(norm, o.prefix) {
						add(o.lexicon)
					}
				}
				first, _ := e.first.Get(norm)
				for _, i := range first {
					add(i)
				}
			}
		}
	}
	var out []TermUse
	for i, l := range e.lexicons {
		if len(candidates[i]) > 0 {
			out = append(out, l.count(docs, candidates[i])...)
		}
	}
	return out
}

// same reports whether two candidates are one place.
func (c *candidate) same(d *candidate) bool {
	return c.doc == d.doc && c.passage == d.passage && len(c.words) == len(d.words)
}

// Terms counts the forms of terms in the given passages of each document. Where several forms match at one place the longest
// wins, then the one without a wildcard, then the earlier term. Forms that differ by case alone count as one. The result is
// ordered by term, document and first mention. What a phrase of Term.Not covers is not counted.
func (l *Lexicon) Terms(docs []*text.Document, passages [][]int) []TermUse {
	anywhere := len(l.patterns[""]) > 0
	var candidates []candidate
	if anywhere { // each word is one
		n := 0
		for d, doc := range docs {
			for _, p := range passages[d] {
				n += len(doc.Passages[p].Tokens)
			}
		}
		candidates = make([]candidate, 0, n)
	}
	for d, doc := range docs {
		for _, p := range passages[d] {
			tokens := doc.Passages[p].Tokens
			var words []*text.Token
			n := -1
			for k := range tokens {
				if !tokens[k].Word {
					continue
				}
				n++
				if anywhere || l.patterns[tokens[k].Norm] != nil {
					if words == nil {
						words = wordTokens(tokens)
					}
					candidates = append(candidates, candidate{d, p, words[n:]})
				}
			}
		}
	}
	return l.count(docs, candidates)
}

// count counts the forms that begin at candidates, which are in order.
func (l *Lexicon) count(docs []*text.Document, candidates []candidate) []TermUse {
	type use struct {
		TermUse
		rank int
	}
	type key struct {
		rank, doc int
		form      string
	}
	var uses []use
	seen := make(map[key]int) // index into uses
	for i := 0; i < len(candidates); {
		c := &candidates[i]
		i++
		pt, n := longest(l.patterns, c.words)
		if n == 0 {
			continue
		}
		for i < len(candidates) && candidates[i].doc == c.doc && candidates[i].passage == c.passage && len(candidates[i].words) > len(c.words)-n {
			i++ // it begins within what was found
		}
		if pt.void {
			continue
		}
		k := key{l.rank[pt.term], c.doc, folded(c.words[:n])}
		if u, ok := seen[k]; ok {
			uses[u].Count++
			continue
		}
		seen[k] = len(uses)
		span := text.Span{Start: c.words[0].Start, End: c.words[n-1].End}
		uses = append(uses, use{TermUse{Term: l.terms[pt.term].ID, Doc: c.doc, Form: docs[c.doc].Slice(span), Count: 1, Passage: c.passage, First: span}, k.rank})
	}
	sorting.By(uses, func(a, b use) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.First.Start, b.First.Start))
	})
	out := make([]TermUse, len(uses))
	for i := range uses {
		out[i] = uses[i].TermUse
	}
	return out
}

// compile groups the forms of terms by their first word; forms that begin with a wildcard word stand under "".
func compile(terms []know.Term) map[string][]pattern {
	out := make(map[string][]pattern)
	for i, t := range terms {
		for n, f := range append(slices.Clone(t.Forms), t.Not...) {
			p := pattern{term: i, void: n >= len(t.Forms)}
			f, p.open = strings.CutSuffix(strings.TrimSpace(f), "*")
			for _, tok := range text.Tokenize([]rune(f), text.Span{End: len([]rune(f))}) {
				if tok.Word {
					p.words = append(p.words, tok.Norm)
				}
			}
			if len(p.words) == 0 {
				continue
			}
			first := p.words[0]
			if len(p.words) == 1 && p.open {
				first = ""
			}
			out[first] = append(out[first], p)
		}
	}
	return out
}

// longest is the pattern that matches most words at the beginning of tokens.
func longest(patterns map[string][]pattern, tokens []*text.Token) (best *pattern, n int) {
	for _, list := range [2][]pattern{patterns[tokens[0].Norm], patterns[""]} {
		for i := range list {
			p := &list[i]
			if !p.matches(tokens) {
				continue
			}
			if k := len(p.words); k > n || k == n && (p.void && !best.void || best.open && !p.open || best.open == p.open && p.term < best.term) {
				best, n = p, k
			}
		}
	}
	return best, n
}

func (p *pattern) matches(tokens []*text.Token) bool {
	if len(tokens) < len(p.words) {
		return false
	}
	for i, w := range p.words {
		t := tokens[i].Norm
		if t == w || i == len(p.words)-1 && p.open && strings.HasPrefix(t, w) {
			continue
		}
		return false
	}
	return true
}

// wordTokens is tokens without punctuation.
func wordTokens(tokens []text.Token) []*text.Token {
	out := make([]*text.Token, 0, len(tokens))
	for i := range tokens {
		if t := &tokens[i]; t.Word {
			out = append(out, t)
		}
	}
	return out
}

// folded is the folded words of tokens, spaces between them.
func folded(tokens []*text.Token) string {
	if len(tokens) == 1 {
		return tokens[0].Norm
	}
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Norm)
	}
	return b.String()
}
