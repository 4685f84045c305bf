package align

import (
	"math"
	"slices"
	"strings"

	"readout/wasm/text"
)

// MaxSentences bounds the sentences of a meeting that are compared with one another (guessed: thirty articles of forty sentences).
// Further sentences stand alone.
const MaxSentences = 1200

const maxUnits = MaxSentences

// unit is the eligible part of one sentence of one article.
type unit struct {
	article  int   // in canonical order
	passages []int // indexes into the document's passages
	tokens   []text.Token
	terms    []term
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
	in       Input
	order    []int // canonical article → index into in.Articles
	units    []unit
	from     []int // canonical article → its first unit; one more at the end
	vocab    map[string]int
	idf      []float64
	named    []bool                // vocab id → written as a name somewhere
	numbered []bool                // vocab id → a number
	bounds   bounds                // how likely pairs must be to stand in one row
	reader   Reader                // who read the sentences; known once they have been paired
	keys     map[[2]int][][]string // article of in and passage → see keysOf
}

// vector is a sparse vector by ascending id.
type vector struct {
	ids []int32
	w   []float64
}

// dot is the inner product.
func (v vector) dot(u vector) float64 {
	s := 0.0
	for i, j := 0, 0; i < len(v.ids) && j < len(u.ids); {
		switch {
		case v.ids[i] < u.ids[j]:
			i++
		case v.ids[i] > u.ids[j]:
			j++
		default:
			s += float64(v.w[i] * u.w[j])
			i++
			j++
		}
	}
	return s
}

// newMeeting reads the articles of in into units.
func newMeeting(in Input) *meeting {
	m := &meeting{in: in, vocab: make(map[string]int), keys: make(map[[2]int][][]string)}
	m.order = make([]int, len(in.Articles))
	for i := range m.order {
		m.order[i] = i
	}
	slices.SortStableFunc(m.order, func(a, b int) int { return compareArticles(in.Articles[a], in.Articles[b]) })
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
	first := len(m.units)
	for _, p := range art.Passages {
		ps := &art.Doc.Passages[p]
		if n := len(m.units); n == first || art.Doc.Passages[m.units[n-1].passages[0]].Sentence != ps.Sentence {
			m.units = append(m.units, unit{article: rank, kind: ps.Kind})
		}
		u := &m.units[len(m.units)-1]
		u.passages = append(u.passages, p)
		u.tokens = append(u.tokens, ps.Tokens...)
	}
	body := 0
	for i := first; i < len(m.units); i++ {
		u := &m.units[i]
		u.terms = terms(u.tokens, m.in.Fold)
		u.acts = acts(u.tokens)
		u.frames = frames(u.tokens)
		u.negated = negated(u.tokens)
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
	df := []int{}
	id := func(key string) int {
		n, ok := m.vocab[key]
		if !ok {
			n = len(df)
			m.vocab[key] = n
			df = append(df, 0)
		}
		return n
	}
	ids := make([][]int32, len(m.units))
	for i := range m.units {
		for _, t := range m.units[i].terms {
			ids[i] = append(ids[i], int32(id(t.key)))
		}
		for _, n := range unique(ids[i]) {
			df[n]++
		}
	}
	m.idf = make([]float64, len(df))
	for n, d := range df {
		m.idf[n] = idf(d, len(m.units))
	}
	m.named, m.numbered = make([]bool, len(df)), make([]bool, len(df))
	for i := range m.units {
		for j, t := range m.units[i].terms {
			n := ids[i][j]
			m.named[n] = m.named[n] || t.name
			m.numbered[n] = t.num
		}
		m.units[i].vec = vectorOf(ids[i], m.idf)
		for _, n := range m.units[i].vec.ids {
			m.units[i].norm += m.idf[n]
		}
	}
	m.weighClauses()
	m.weighMore()
	m.meets()
}

// weighClauses makes the vectors of the clauses of units that have several.
func (m *meeting) weighClauses() {
	for i := range m.units {
		u := &m.units[i]
		if len(u.passages) < 2 {
			u.clauses = []vector{u.vec}
			continue
		}
		doc := m.in.Articles[m.order[u.article]].Doc
		for _, p := range u.passages {
			var ids []int32
			for _, t := range terms(doc.Passages[p].Tokens, m.in.Fold) {
				if n, ok := m.vocab[t.key]; ok {
					ids = append(ids, int32(n))
				}
			}
			u.clauses = append(u.clauses, vectorOf(ids, m.idf))
		}
	}
}

// weighMore makes the vectors that rest on other things than terms: character 3- to 5-grams over the terms of each sentence, word
// by word; and concepts.
func (m *meeting) weighMore() {
	grams, concepts := newSpace(len(m.units)), newSpace(len(m.units))
	thesaurus := conceptOf()
	for i := range m.units {
		for _, t := range m.units[i].terms {
			s := " " + t.key + " "
			for n := 3; n <= 5; n++ {
				for k := 0; k+n <= len(s); k++ {
					grams.add(i, s[k:k+n])
				}
			}
			if c := thesaurus[t.key]; len(c) > 0 {
				for _, n := range c {
					concepts.add(i, string('\u0100'+n))
				}
			} else {
				concepts.add(i, t.key)
			}
		}
		if m.units[i].negated {
			concepts.add(i, "not")
		}
	}
	g, c := grams.vectors(), concepts.vectors()
	for i := range m.units {
		m.units[i].grams, m.units[i].concepts = g[i], c[i]
	}
}

// meets marks the sentences that tell that the meeting takes place: a word of meeting, and two of the terms that at least two
// fifths of the articles use; and the first of them in each article.
func (m *meeting) meets() {
	articles := len(m.from) - 1
	in := make([]int, len(m.idf))
	for a := range articles {
		seen := make(map[int32]bool)
		for _, u := range m.units[m.from[a]:m.from[a+1]] {
			for _, n := range u.vec.ids {
				if !seen[n] {
					seen[n] = true
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
			if shared < 2 || !slices.ContainsFunc(u.tokens, func(t text.Token) bool { return meetWords.Has(t.Norm) }) {
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

// idf is the weight of what d of n sentences say, rounded so that no two machines' logarithms differ.
func idf(d, n int) float64 {
	return math.Round(256*math.Log((float64(n)+1)/(float64(d)+0.5))) / 256
}

// vectorOf is the vector of length 1 with the given ids, each counted once, weighted by w.
func vectorOf(ids []int32, w []float64) vector {
	v := vector{ids: unique(ids)}
	sum := 0.0
	v.w = make([]float64, len(v.ids))
	for i, n := range v.ids {
		v.w[i] = w[n]
		sum += float64(w[n] * w[n])
	}
	if sum > 0 {
		l := math.Sqrt(sum)
		for i := range v.w {
			v.w[i] /= l
		}
	}
	return v
}

// unique is ids in ascending order, each once.
func unique(ids []int32) []int32 {
	s := slices.Clone(ids)
	slices.Sort(s)
	return slices.Compact(s)
}

// space is a vocabulary with the units that use each entry.
type space struct {
	ids  [][]int32
	keys map[string]int32
}

func newSpace(units int) *space {
	return &space{make([][]int32, units), make(map[string]int32)}
}

// add says that unit uses key.
func (s *space) add(unit int, key string) {
	n, ok := s.keys[key]
	if !ok {
		n = int32(len(s.keys))
		s.keys[strings.Clone(key)] = n
	}
	s.ids[unit] = append(s.ids[unit], n)
}

// vectors are the units' vectors by idf.
func (s *space) vectors() []vector {
	df := make([]int, len(s.keys))
	for _, ids := range s.ids {
		for _, n := range unique(ids) {
			df[n]++
		}
	}
	w := make([]float64, len(df))
	for n, d := range df {
		w[n] = idf(d, len(s.ids))
	}
	out := make([]vector, len(s.ids))
	for i, ids := range s.ids {
		out[i] = vectorOf(ids, w)
	}
	return out
}
