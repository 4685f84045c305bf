package engine

import (
	"cmp"
	"math"
	"slices"

	"readout/wasm/sorting"
)

// The features of a pair of articles, from which odds tells how likely they write of one event. Likeness alone does not tell:
// two fights over one title, two strikes at one port share more words than two accounts of one flood. So each pair is also
// seen beside the other pairs of its articles: whether each is the other's nearest, and whether they have the same neighbours.
const (
	featureOne = iota // always 1
	featureRootWords
	featureRootNames
	featureRootLead
	featureRootNumbers
	featureWords
	featureNames
	featureLead
	featureNumbers
	featureBestWords // against the likeness of each with its most like article
	featureBestNames
	featureBestLead
	featureThreeWords // the same with the mean of the three most like
	featureThreeNames
	featureThreeLead
	featureRankLow  // one by the worse of the two ranks: 1 where each is the other's nearest
	featureRankHigh // one by the better
	featureShare3   // the share of the three nearest, themselves included, that they have in common
	featureShare5
	featureShare9
	featureView // the cosine of what the two see around them: their likeness to every article, sharpened
	featureCount
)

// spaces of similar, in the order of the features.
const (
	inWords = iota
	inNames
	inLead
	inNumbers
	spaces
)

// mixture weighs the spaces where one figure of likeness is needed, to rank neighbours.
var mixture = [spaces]float64{inWords: .4, inNames: .3, inLead: .3}

// neighbour is an article as another one sees it.
type neighbour struct {
	article int
	alike   float64
}

// features calls f with the features of each pair of articles, as each stands among all the pairs given: leave out of the pairs what
// cannot be of one event for other reasons. A pair is given once. Of a pair next to nothing is kept: an archive has millions.
func (s *similar) features(pairs [][2]int, f func(i int, x *[featureCount]float64)) {
	n := len(s.in[0].vectors)
	beside := make([]int, n)
	for _, p := range pairs {
		beside[p[0]]++
		beside[p[1]]++
	}
	near := make([][]neighbour, n)
	for a := range near {
		near[a] = make([]neighbour, 0, beside[a]+len(strangers))
	}
	top := make([][3][]float64, n) // the greatest three likenesses of each article, by space
	for _, p := range pairs {
		alike, mixed := s.alike(p)
		for sp := range 3 {
			greatest(&top[p[0]][sp], alike[sp])
			greatest(&top[p[1]][sp], alike[sp])
		}
		near[p[0]] = append(near[p[0]], neighbour{p[1], mixed})
		near[p[1]] = append(near[p[1]], neighbour{p[0], mixed})
	}
	views := make([]vector, n)
	for a := range near {
		for i, x := range strangers {
			near[a] = append(near[a], neighbour{n + a*len(strangers) + i, x})
		}
		for sp := range top[a] {
			for _, x := range strangers {
				greatest(&top[a][sp], x)
			}
		}
		sorting.By(near[a], nearest)
		views[a] = view(a, near[a])
	}
	for i, p := range pairs {
		var out [featureCount]float64
		a, b := p[0], p[1]
		alike, mixed := s.alike(p)
		out[featureOne] = 1
		for sp, x := range alike {
			out[featureWords+sp], out[featureRootWords+sp] = x, math.Sqrt(x)
		}
		out[featureView] = dot(&views[a], &views[b])
		for sp := range 3 {
			out[featureBestWords+sp] = against(alike[sp], top[a][sp][:1], top[b][sp][:1])
			out[featureThreeWords+sp] = against(alike[sp], top[a][sp], top[b][sp])
		}
		x, y := rank(near[a], neighbour{b, mixed}), rank(near[b], neighbour{a, mixed})
		out[featureRankLow], out[featureRankHigh] = 1/float64(max(x, y)), 1/float64(min(x, y))
		for j, k := range []int{3, 5, 9} {
			out[featureShare3+j] = shareNearest(near, a, b, k)
		}
		f(i, &out)
	}
}

// alike is how like two articles are in each space, and mixed. It is rounded, so that what differs by less is a tie.
func (s *similar) alike(p [2]int) (alike [spaces]float64, mixed float64) {
	for sp := range s.in {
		x := math.Round(dot(&s.in[sp].vectors[p[0]], &s.in[sp].vectors[p[1]])*1e9) / 1e9
		alike[sp] = x
		mixed += float64(mixture[sp] * x)
	}
	return alike, math.Round(mixed*1e9) / 1e9
}

// nearest puts the most alike first.
func nearest(x, y neighbour) int {
	return cmp.Or(cmp.Compare(y.alike, x.alike), cmp.Compare(x.article, y.article))
}

// rank is the place of an article among the neighbours of another, from 1 on.
func rank(near []neighbour, x neighbour) int {
	i, _ := slices.BinarySearchFunc(near, x, nearest)
	return i + 1
}

// strangers are how alike an article is to the most alike of those that have nothing to do with it, in a pile of some size. Every
// article is given them as neighbours of its own, numbered after the articles, so that being the nearest of three says no more than it does.
var strangers = []float64{.06, .05, .045, .04, .035, .03, .03, .03}

// viewed is how many neighbours a view holds: the cube of what is less alike is next to nothing.
const viewed = 30

// view is what an article sees around it, as a vector over the articles: the cube of their likeness against that of the most
// alike one, which itself is as near as that.
func view(self int, near []neighbour) vector {
	l := append([]neighbour{{self, near[0].alike}}, near[:min(viewed, len(near))]...)
	sorting.By(l, func(x, y neighbour) int { return cmp.Compare(x.article, y.article) })
	v, norm := vector{}, 0.0
	for _, x := range l {
		r := x.alike / near[0].alike
		r *= r * r
		v.terms, v.weight = append(v.terms, uint32(x.article)), append(v.weight, r)
		norm += float64(r * r)
	}
	for i := range v.weight {
		v.weight[i] /= math.Sqrt(norm)
	}
	return v
}

// greatest keeps the three greatest values, the greatest first.
func greatest(l *[]float64, x float64) {
	i, _ := slices.BinarySearchFunc(*l, x, func(e, t float64) int { return cmp.Compare(t, e) })
	if i >= 3 {
		return
	}
	*l = slices.Insert(*l, i, x)
	*l = (*l)[:min(3, len(*l))]
}

// against is a likeness by the geometric mean of the means of two lists of the best.
func against(x float64, a, b []float64) float64 {
	return x / math.Sqrt(mean(a)*mean(b))
}

func mean(l []float64) float64 {
	sum := 0.0
	for _, x := range l {
		sum += x
	}
	return sum / float64(len(l))
}

// shareNearest is the share of the k nearest of two articles, each its own nearest, that they have in common.
func shareNearest(near [][]neighbour, a, b, k int) float64 {
	la, lb := near[a][:min(k-1, len(near[a]))], near[b][:min(k-1, len(near[b]))]
	has := func(l []neighbour, x int) bool {
		return slices.ContainsFunc(l, func(n neighbour) bool { return n.article == x })
	}
	n := 0
	for _, x := range la {
		if x.article == b || has(lb, x.article) {
			n++
		}
	}
	if has(lb, a) {
		n++
	}
	return float64(n) / float64(1+max(len(la), len(lb)))
}

// logits are, for each pair of articles, the logarithm of the odds that they write of one event, as learned.
func (s *similar) logits(pairs [][2]int) []float64 {
	out := make([]float64, len(pairs))
	s.features(pairs, func(i int, f *[featureCount]float64) {
		for j, x := range f {
			out[i] += float64(x * alikeWeights[j])
		}
	})
	return out
}

// odds are the logits less what is to be asked of them: zero and more is taken for one event. The logits sink as a pile grows, since
// most pairs of a large one are strangers, while a pair's rank among many says more: what to ask was read off piles of 2 to 40 events,
// of ECB+ and of the invented meetings, by weights that had not seen their topics. Larger piles are asked what one of 40 articles is.
func (s *similar) odds(pairs [][2]int) []float64 {
	beside := make([]int, len(s.in[0].vectors)) // how many others each article is compared with
	for _, p := range pairs {
		beside[p[0]]++
		beside[p[1]]++
	}
	out := s.logits(pairs)
	for i, p := range pairs {
		n := min(max(beside[p[0]], beside[p[1]], 4), 40)
		// rounded, so that no machine's logarithm can tip a comparison
		out[i] = math.Round((out[i]+float64(.4*math.Log(float64(n)/4)))*1e6) / 1e6
	}
	return out
}
