package align

// grams are the character 3- to 5-grams of terms, by number. Those of a term are cut once.
type grams struct {
	ids    map[uint64]int32 // gram → its number
	byTerm [][]int32        // term by number → its grams, nil where they have not been asked for
}

func newGrams(terms int) *grams {
	return &grams{make(map[uint64]int32), make([][]int32, terms)}
}

// of are the grams of the term with number n, with the space before and after it, in order.
func (g *grams) of(n int32, key string) []int32 {
	if g.byTerm[n] != nil {
		return g.byTerm[n]
	}
	s := " " + key + " "
	var out []int32
	for length := 3; length <= 5; length++ {
		for k := 0; k+length <= len(s); k++ {
			gram := uint64(length) // and its bytes: five at most, so that nothing is lost
			for i := k; i < k+length; i++ {
				gram = gram<<8 | uint64(s[i])
			}
			id, ok := g.ids[gram]
			if !ok {
				id = int32(len(g.ids))
				g.ids[gram] = id
			}
			out = append(out, id)
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
