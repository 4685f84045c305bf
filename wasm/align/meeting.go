package align

import (
	"slices"

	"readout/wasm/sorting"
	"readout/wasm/text"
)

// MaxSentences bounds the sentences of a meeting that are compared with one another (guessed: thirty articles of forty sentences).
// Further sentences stand alone.
const MaxSentences = 1200

// unit is the eligible part of one sentence of one article.
type unit struct {
	article  int   // in canonical order
	passages []int // indexes into the document's passages
	tokens   []text.Token
	ids      []int32  // of the terms, in their order
	vec      vector   // terms by idf, length 1
	grams    vector   // character n-grams by idf, length 1
	clauses  []vector // the terms of each passage, where there are several
	norm     float64  // sum of the idf of the terms
	concepts vector   // terms and the thesaurus's concepts
	acts     act
	frames   frame
	negated  bool
	expects  bool
	kind     text.Kind
	place    float64 // 0 first to 1 last in its article
	lead     bool    // the first sentence of the body
}

// meeting is the work on one Input.
type meeting struct {
	in      Input
	order   []int // canonical article → index into in.Articles
	units   []unit
	from    []int // canonical article → its first unit; one more at the end
	vocab   vocabulary
	lexemes [][]lexeme    // canonical article → by text.Token.ID
	words   []*text.Token // room for terms
	idf     []float64
	bounds  bounds // how likely pairs must be to stand in one row
	reader  Reader // who read the sentences; known once they have been paired
	sharing sharing
	namings map[[2]int]*naming // article of in and passage → what may name a point there
	names   map[string]bool    // with what the labels of rows begin

	together, apart [][2]int // units of one article that an editor has joined and parted, see decide
}

// newMeeting reads the articles of in into units.
func newMeeting(in Input) *meeting {
	m := &meeting{in: in, vocab: vocabulary{ids: make(map[string]int32)}, namings: make(map[[2]int]*naming), names: make(map[string]bool)}
	m.order = make([]int, len(in.Articles))
	for i := range m.order {
		m.order[i] = i
	}
	sorting.By(m.order, func(a, b int) int { return compareArticles(in.Articles[a], in.Articles[b]) })
	for rank, a := range m.order {
		m.from = append(m.from, len(m.units))
		m.addArticle(rank, a)
	}
	m.from = append(m.from, len(m.units))
	m.weigh()
	return m
}

// compareArticles orders by text, then by what is eligible. Articles that are equal in both are interchangeable.
func compareArticles(a, b Article) int {
	if c := slices.Compare(a.Doc.Source, b.Doc.Source); c != 0 {
		return c
	}
	return slices.Compare(a.Passages, b.Passages)
}

// addArticle makes the units of article a of the input, canonical number rank.
func (m *meeting) addArticle(rank, a int) {
	art := m.in.Articles[a]
	words := read(art)
	m.lexemes = append(m.lexemes, words)
	first := len(m.units)
	for _, p := range art.Passages {
		ps := &art.Doc.Passages[p]
		if n := len(m.units); n == first || art.Doc.Passages[m.units[n-1].passages[0]].Sentence != ps.Sentence {
			m.units = append(m.units, unit{article: rank, kind: ps.Kind})
		}
		u := &m.units[len(m.units)-1]
		u.passages = append(u.passages, p)
		if u.tokens == nil {
			u.tokens = ps.Tokens[:len(ps.Tokens):len(ps.Tokens)]
		} else {
			u.tokens = append(u.tokens, ps.Tokens...)
		}
	}
	body := 0
	var room []int32
	for i := first; i < len(m.units); i++ {
		u := &m.units[i]
		from := len(room)
		room = m.terms(room, rank, u.tokens, true)
		u.ids = room[from:len(room):len(room)]
		u.acts, u.frames, u.negated = frames(u.tokens, words)
		u.expects = expects(u.tokens)
		if u.kind == text.Body {
			u.lead = body == 0
			body++
		}
		if n := len(m.units) - first; n > 1 {
			u.place = float64(i-first) / float64(n-1)
		}
	}
}

// weigh makes the vectors: how rare a term is among the sentences of this meeting decides its weight.
func (m *meeting) weigh() {
	words := space{ids: make([][]int32, len(m.units))}
	for i := range m.units {
		words.ids[i] = m.units[i].ids
	}
	words.size = len(m.vocab.keys)
	vectors, weights := words.vectors()
	m.idf = weights
	for i := range m.units {
		m.units[i].vec = vectors[i]
		for _, n := range vectors[i].ids {
			m.units[i].norm += weights[n]
		}
	}
	m.weighClauses()
	m.weighMore()
	m.meets()
}

// weighClauses makes the vectors of the clauses of units that have several.
func (m *meeting) weighClauses() {
	in := newIDSet(len(m.vocab.keys))
	var ids []int32
	for i := range m.units {
		u := &m.units[i]
		if len(u.passages) < 2 {
			u.clauses = []vector{u.vec}
			continue
		}
		doc := m.in.Articles[m.order[u.article]].Doc
		for _, p := range u.passages {
			ids = m.terms(ids[:0], u.article, doc.Passages[p].Tokens, false)
			ids = slices.DeleteFunc(ids, func(n int32) bool { return n == none })
			v := vector{ids: in.unique(nil, ids)}
			v.w = make([]float64, len(v.ids))
			v.weigh(m.idf)
			u.clauses = append(u.clauses, v)
		}
	}
}

// weighMore makes the vectors that rest on other things than terms: character 3- to 5-grams over the terms of each sentence, word
// by word; and concepts. What they are of a term is looked up once.
func (m *meeting) weighMore() {
	grams, senses := newGrams(len(m.vocab.keys)), newSenses(len(m.vocab.keys))
	g, c := space{ids: make([][]int32, len(m.units))}, space{ids: make([][]int32, len(m.units))}
	for i := range m.units {
		u := &m.units[i]
		for _, n := range u.ids {
			g.ids[i] = append(g.ids[i], grams.of(n, m.vocab.keys[n])...)
			c.ids[i] = append(c.ids[i], senses.of(n, m.vocab.keys[n])...)
		}
		if u.negated {
			c.ids[i] = append(c.ids[i], senses.id("not"))
		}
	}
	g.size, c.size = len(grams.keys), len(senses.ids)
	byGrams, _ := g.vectors()
	byConcepts, _ := c.vectors()
	for i := range m.units {
		m.units[i].grams, m.units[i].concepts = byGrams[i], byConcepts[i]
	}
}

// meets marks the sentences that tell that the meeting takes place: a word of meeting, and two of the terms that at least two
// fifths of the articles use; and the first of them in each article.
func (m *meeting) meets() {
	articles := len(m.from) - 1
	in := make([]int, len(m.idf))
	last := make([]int, len(m.idf)) // the article that used it last, counted from 1
	for a := range articles {
		for i := m.from[a]; i < m.from[a+1]; i++ {
			for _, n := range m.units[i].vec.ids {
				if last[n] != a+1 {
					last[n] = a + 1
					in[n]++
				}
			}
		}
	}
	for a := range articles {
		told := false
		for i := m.from[a]; i < m.from[a+1]; i++ {
			u := &m.units[i]
			shared := 0
			for _, n := range u.vec.ids {
				if in[n] > 1 && 5*in[n] >= 2*articles {
					shared++
				}
			}
			if shared < 2 || !meets(u.tokens) {
				continue
			}
			u.frames |= frameMeets
			if !told {
				told = true
				u.frames |= frameTells
			}
		}
	}
}

// meets reports whether a word of meeting is among tokens.
func meets(tokens []text.Token) bool {
	for i := range tokens {
		if meetWords.Has(tokens[i].Norm) {
			return true
		}
	}
	return false
}
