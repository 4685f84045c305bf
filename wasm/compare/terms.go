package compare

import (
	"cmp"
	"slices"
	"strings"

	"readout/wasm/know"
	"readout/wasm/text"
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
	patterns map[string][]pattern // by first word
}

// NewLexicon makes terms ready for counting.
func NewLexicon(terms []know.Term) *Lexicon { return &Lexicon{terms, compile(terms)} }

// Each counts each of many terms for itself: within one term the longest form wins, but "South Korea" counts as a name of the country
// where "South Korea and Japan" counts as a name of the pair.
type Each struct {
	lexicons []*Lexicon
	first    map[string][]int // first word of a form → the lexicons that have such a form
	anywhere []int            // lexicons with a form that may begin with any word
}

// NewEach makes terms ready for counting.
func NewEach(terms []know.Term) *Each {
	e := &Each{first: make(map[string][]int)}
	for i := range terms {
		l := NewLexicon(terms[i : i+1])
		e.lexicons = append(e.lexicons, l)
		for w := range l.patterns {
			if w == "" {
				e.anywhere = append(e.anywhere, i)
			} else {
				e.first[w] = append(e.first[w], i)
			}
		}
	}
	return e
}

// Terms is [Lexicon.Terms] for each term by itself; the result is ordered by term.
func (e *Each) Terms(docs []*text.Document, passages [][]int) []TermUse {
	where := make([][][]int, len(e.lexicons)) // lexicon, document → the passages in which a form may begin
	note := func(i, d, p int) {
		if where[i] == nil {
			where[i] = make([][]int, len(docs))
		}
		if list := where[i][d]; len(list) == 0 || list[len(list)-1] != p {
			where[i][d] = append(list, p)
		}
	}
	for d, doc := range docs {
		for _, p := range passages[d] {
			for _, i := range e.anywhere {
				note(i, d, p)
			}
			tokens := doc.Passages[p].Tokens
			for k := range tokens {
				if t := &tokens[k]; t.Word {
					for _, i := range e.first[t.Norm] {
						note(i, d, p)
					}
				}
			}
		}
	}
	var out []TermUse
	for i, l := range e.lexicons {
		if where[i] != nil {
			out = append(out, l.Terms(docs, where[i])...)
		}
	}
	return out
}

// Terms is [Lexicon.Terms] for terms that are counted once.
func Terms(docs []*text.Document, passages [][]int, terms []know.Term) []TermUse {
	return NewLexicon(terms).Terms(docs, passages)
}

// touches reports whether a form may begin in the tokens of a passage: it is cheap, and false for most.
func (l *Lexicon) touches(tokens []text.Token) bool {
	if len(l.patterns[""]) > 0 {
		return true
	}
	for i := range tokens {
		if t := &tokens[i]; t.Word && l.patterns[t.Norm] != nil {
			return true
		}
	}
	return false
}

// Terms counts the forms of terms in the given passages of each document. Where several forms match at one place the longest
// wins, then the one without a wildcard, then the earlier term. Forms that differ by case alone count as one. The result is
// ordered by term, document and first mention. What a phrase of Term.Not covers is not counted.
func (l *Lexicon) Terms(docs []*text.Document, passages [][]int) []TermUse {
	patterns, terms := l.patterns, l.terms
	var out []TermUse
	for d, doc := range docs {
		seen := make(map[[2]string]int) // term and folded form → index into out
		for _, p := range passages[d] {
			if !l.touches(doc.Passages[p].Tokens) {
				continue
			}
			tokens := wordTokens(doc.Passages[p].Tokens)
			for i := 0; i < len(tokens); {
				pt, n := longest(patterns, tokens[i:])
				if n == 0 {
					i++
					continue
				}
				if pt.void {
					i += n
					continue
				}
				span := text.Span{Start: tokens[i].Start, End: tokens[i+n-1].End}
				key := [2]string{terms[pt.term].ID, folded(tokens[i : i+n])}
				if k, ok := seen[key]; ok {
					out[k].Count++
				} else {
					seen[key] = len(out)
					out = append(out, TermUse{Term: key[0], Doc: d, Form: doc.Slice(span), Count: 1, Passage: p, First: span})
				}
				i += n
			}
		}
	}
	rank := make(map[string]int, len(terms))
	for i, t := range terms {
		rank[t.ID] = i
	}
	slices.SortStableFunc(out, func(a, b TermUse) int {
		return cmp.Or(cmp.Compare(rank[a.Term], rank[b.Term]), cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.First.Start, b.First.Start))
	})
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
func longest(patterns map[string][]pattern, tokens []*text.Token) (pattern, int) {
	var best pattern
	n := 0
	for _, list := range [2][]pattern{patterns[tokens[0].Norm], patterns[""]} {
		for _, p := range list {
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

func (p pattern) matches(tokens []*text.Token) bool {
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
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Norm)
	}
	return b.String()
}
