package engine

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"readout/wasm/align"
	"readout/wasm/know"
	"readout/wasm/sorting"
	"readout/wasm/text"
)

// similar compares articles by cosines of log-tf × idf over several sets of terms: all stems; what is always written with a capital
// (countries, capitals and demonyms folded into one); the stems of the lead; numbers. Names carry what an event is; words alone
// find "talks" everywhere.
type similar struct{ in [spaces]space }

// Tallies are an article's counts, of each set of terms.
type Tallies [spaces]Tally

func tallies(d *text.Document) Tallies {
	words := distinct(d)
	return Tallies{inWords: wordTally(words), inNames: nameTally(words), inLead: leadTally(d), inNumbers: numberTally(words)}
}

// counted is a word of an article, as it is written, and how often it stands there.
type counted struct {
	*text.Token
	n int
}

// distinct are the words of an article, each once: most of them come again, so that less is looked up.
func distinct(d *text.Document) []counted {
	var out []counted
	for i := range d.Passages {
		tokens := d.Passages[i].Tokens
		for k := range tokens {
			t := &tokens[k]
			for int(t.ID) >= len(out) {
				out = append(out, counted{})
			}
			out[t.ID].Token = t
			out[t.ID].n++
		}
	}
	return slices.DeleteFunc(out, func(c counted) bool { return c.Token == nil || !c.Word })
}

// fill puts the tallies of all articles in.
func (s *similar) fill(cards []*Card) {
	for i := range s.in {
		s.in[i].fill(cards, i)
	}
}

// vector is a sparse vector of length one, its terms ascending: a product is one walk over two lists, and sums never depend on
// the order of a map.
type vector struct {
	terms  []uint32
	weight []float64
}

// Tally counts the terms of one article: Terms are ascending, each once, a line break behind each, and N says how often each stands there.
// An archive has the tallies of all its articles in memory at a time.
type Tally struct {
	Terms string
	N     []int32
}

// tally is a map of counts as a Tally: what is kept and what sums are made of must not depend on map order.
func tally(counts map[string]int) Tally {
	terms := make([]string, 0, len(counts))
	for w := range counts {
		terms = append(terms, w)
	}
	slices.Sort(terms)
	t := Tally{N: make([]int32, len(terms))}
	var all strings.Builder
	for i, w := range terms {
		all.WriteString(w)
		all.WriteByte('\n')
		t.N[i] = int32(counts[w])
	}
	t.Terms = all.String()
	return t
}

// telling reports whether a token is a word that says what a text is about.
func telling(t *text.Token) bool { return t.Word && len(t.Norm) > 1 && !align.Stop(t.Norm) }

// wordTally counts an article's stems.
func wordTally(words []counted) Tally {
	out := make(map[string]int, len(words))
	for _, c := range words {
		if telling(c.Token) {
			out[c.Stem] += c.n
		}
	}
	return tally(out)
}

// nameTally counts the words of an article that are always written with a capital.
func nameTally(words []counted) Tally {
	low, out := make(map[string]bool, len(words)), map[string]int{}
	for _, c := range words {
		if !c.Upper {
			low[c.Norm] = true
		}
	}
	for _, c := range words {
		if !c.Upper || low[c.Norm] || len(c.Norm) < 2 {
			continue
		}
		if know.CountryReach(c.Norm) > 0 {
			if iso, ok := know.Country(c.Norm); ok {
				out["@"+iso] += c.n
				continue
			}
		}
		out[c.Norm] += c.n
	}
	return tally(out)
}

// leadTally counts the stems of the headline and the first sentences, three in all.
func leadTally(d *text.Document) Tally {
	out := map[string]int{}
	sentences, last := 0, -1
	for _, p := range d.Passages {
		if p.Aside {
			continue
		}
		if p.Sentence != last {
			if sentences++; sentences > 3 {
				break
			}
			last = p.Sentence
		}
		for i := range p.Tokens {
			if t := &p.Tokens[i]; telling(t) {
				out[t.Stem]++
			}
		}
	}
	return tally(out)
}

// numberTally counts the numbers in figures.
func numberTally(words []counted) Tally {
	out := map[string]int{}
	for _, c := range words {
		if c.Norm >= "0" && c.Norm < ":" { // begins with a figure; of marks alone it is empty
			out[c.Norm] += c.n
		}
	}
	return tally(out)
}

// space gathers vectors over one set of terms.
type space struct {
	ids     map[string]uint32
	df      []int // in how many articles a term stands
	vectors []vector
}

// fill puts the tallies of all articles in, those of one set of terms, and weighs them. The cards let go of them.
func (s *space) fill(cards []*Card, set int) {
	for _, c := range cards {
		s.add(c.Tallies[set])
		c.Tallies[set] = Tally{}
	}
	s.weigh()
}

// add puts an article's counts in as its vector; weigh makes weights of them.
func (s *space) add(t Tally) {
	if s.ids == nil {
		s.ids = map[string]uint32{}
	}
	order := make([]int, len(t.N))
	ids := make([]uint32, len(t.N))
	rest := t.Terms
	for i := range t.N {
		var w string
		w, rest, _ = strings.Cut(rest, "\n")
		id, ok := s.ids[w]
		if !ok {
			id = uint32(len(s.df))
			s.ids[strings.Clone(w)] = id
			s.df = append(s.df, 0)
		}
		s.df[id]++
		ids[i], order[i] = id, i
	}
	sorting.By(order, func(a, b int) int { return cmp.Compare(ids[a], ids[b]) })
	v := vector{make([]uint32, len(order)), make([]float64, len(order))}
	for i, k := range order {
		v.terms[i], v.weight[i] = ids[k], float64(t.N[k])
	}
	s.vectors = append(s.vectors, v)
}

// unseen is how many articles of something else are thought to lie beside those given: among three articles a word that two of
// them share would else be a common one.
const unseen = 50

func (s *space) weigh() {
	for i := range s.vectors {
		v, norm := &s.vectors[i], 0.0
		for n, id := range v.terms {
			x := (1 + math.Log(v.weight[n])) * math.Log(float64(len(s.vectors)+unseen)/float64(s.df[id]))
			v.weight[n] = x
			norm += float64(x * x)
		}
		if norm > 0 {
			norm = math.Sqrt(norm)
			for n := range v.weight {
				v.weight[n] /= norm
			}
		}
	}
	s.ids = nil // only needed to add
}

// dot does not depend on the order of its arguments.
func dot(a, b *vector) float64 {
	sum, i, j := 0.0, 0, 0
	for i < len(a.terms) && j < len(b.terms) {
		switch x, y := a.terms[i], b.terms[j]; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			sum += float64(a.weight[i] * b.weight[j])
			i++
			j++
		}
	}
	return sum
}
