package align

import (
	"math"
	"math/bits"
)

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

// space is a vocabulary of size entries, by number, and which of them each unit uses, as often as it does.
type space struct {
	size int
	ids  [][]int32
}

// vectors are the units' vectors by idf, and the idf of each entry.
func (s *space) vectors() (vectors []vector, weights []float64) {
	in := newIDSet(s.size)
	df := make([]int, s.size)
	all := 0
	for _, ids := range s.ids {
		all += len(ids)
	}
	room := make([]int32, 0, all)
	vectors = make([]vector, len(s.ids))
	for i, ids := range s.ids {
		from := len(room)
		room = in.unique(room, ids)
		vectors[i].ids = room[from:len(room):len(room)]
		for _, n := range vectors[i].ids {
			df[n]++
		}
	}
	weights = make([]float64, s.size)
	for n, d := range df {
		weights[n] = idf(d, len(s.ids))
	}
	w := make([]float64, len(room))
	for i := range vectors {
		n := len(vectors[i].ids)
		vectors[i].w, w = w[:n:n], w[n:]
		vectors[i].weigh(weights)
	}
	return vectors, weights
}

// weigh gives v the weights of its ids and the length 1.
func (v *vector) weigh(weights []float64) {
	sum := 0.0
	for i, n := range v.ids {
		v.w[i] = weights[n]
		sum += float64(weights[n] * weights[n])
	}
	if sum > 0 {
		l := math.Sqrt(sum)
		for i := range v.w {
			v.w[i] /= l
		}
	}
}

// idf is the weight of what d of n sentences say, rounded so that no two machines' logarithms differ.
func idf(d, n int) float64 {
	return math.Round(256*math.Log((float64(n)+1)/(float64(d)+0.5))) / 256
}

// idSet sorts numbers below a bound and leaves out what comes again: a bit for each number is set, and read in order.
type idSet []uint64

func newIDSet(bound int) idSet { return make(idSet, (bound+63)/64) }

// unique appends ids in ascending order, each once.
func (s idSet) unique(out, ids []int32) []int32 {
	low, high := len(s), 0
	for _, n := range ids {
		at := int(n >> 6)
		s[at] |= 1 << (n & 63)
		low, high = min(low, at), max(high, at+1)
	}
	for at := low; at < high; at++ {
		for word := s[at]; word != 0; word &= word - 1 {
			out = append(out, int32(at<<6+bits.TrailingZeros64(word)))
		}
		s[at] = 0
	}
	return out
}
