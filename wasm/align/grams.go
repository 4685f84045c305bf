package align

// grams are the character 3- to 5-grams of terms, by number. Those of a term are cut once.
type grams struct {
	keys   []uint64  // by number
	slots  []int32   // by hash: 1 + a number, 0 for none; at most half of them are used
	byTerm [][]int32 // term by number → its grams, nil where they have not been asked for
}

func newGrams(terms int) *grams {
	return &grams{slots: make([]int32, 1024), byTerm: make([][]int32, terms)}
}

// slot is where a gram is among the slots, or has its place there. (A map of Go's took twice as long for all of a meeting's grams.)
func (g *grams) slot(gram uint64) uint32 {
	mask := uint32(len(g.slots) - 1)
	h := uint32(gram*0x9E3779B97F4A7C15>>32) & mask
	for g.slots[h] != 0 && g.keys[g.slots[h]-1] != gram {
		h = (h + 1) & mask
	}
	return h
}

// number is the number of a gram; a new one gets the next.
func (g *grams) number(gram uint64) int32 {
	h := g.slot(gram)
	if n := g.slots[h]; n != 0 {
		return n - 1
	}
	g.keys = append(g.keys, gram)
	g.slots[h] = int32(len(g.keys))
	if len(g.slots) < 2*len(g.keys) {
		g.slots = make([]int32, 4*len(g.slots))
		for i, k := range g.keys {
			g.slots[g.slot(k)] = int32(i + 1)
		}
	}
	return int32(len(g.keys) - 1)
}

// of are the grams of the term with number n, with the space before and after it, in order.
func (g *grams) of(n int32, key string) []int32 {
	if g.byTerm[n] != nil {
		return g.byTerm[n]
	}
	s := " " + key + " "
	out := make([]int32, 0, 3*len(s))
	for length := 3; length <= 5; length++ {
		for k := 0; k+length <= len(s); k++ {
			gram := uint64(length) // and its bytes: five at most, so that nothing is lost
			for i := k; i < k+length; i++ {
				gram = gram<<8 | uint64(s[i])
			}
			out = append(out, g.number(gram))
		}
	}
	g.byTerm[n] = out
	return out
}

// senses are what terms mean, by number: the concepts of the thesaurus that they are in, or themselves. Those of a term are looked
// up once.
type senses struct {
	ids    map[string]int32
	byTerm [][]int32 // as in grams
}

func newSenses(terms int) *senses {
	return &senses{make(map[string]int32), make([][]int32, terms)}
}

// of are the senses of the term with number n.
func (s *senses) of(n int32, key string) []int32 {
	if s.byTerm[n] != nil {
		return s.byTerm[n]
	}
	var out []int32
	for _, k := range conceptOf()[key] {
		out = append(out, s.id(string('\u0100'+k)))
	}
	if out == nil {
		out = append(out, s.id(key))
	}
	s.byTerm[n] = out
	return out
}

// id is the number of a sense.
func (s *senses) id(key string) int32 {
	n, ok := s.ids[key]
	if !ok {
		n = int32(len(s.ids))
		s.ids[key] = n
	}
	return n
}
