package model

import (
	"math"
	"runtime"
	"strings"
	"sync"
	"unicode"

	"readout/wasm/text"
)

// Measured on the development articles, one meeting left out.
const (
	stopWeight = 0.3 // of a function word, besides its frequency
	nameWeight = 0.5 // of a name: all sentences of a meeting name the same people
	sameStem   = 0.3 // share of the likeness of two words that only the same stem gets
)

// alike says how much of sentence i stands in sentence j, in thousandths, for the sentences of one meeting; read gives the words of a
// sentence and their vectors, and is called by many at a time.
func alike(read func(sentence string) ([]string, [][]float32), sentences []string) [][]int {
	all := make([]sentence, len(sentences))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.NumCPU() {
		wg.Go(func() {
			for i := range next {
				all[i].words, all[i].vectors = read(sentences[i])
			}
		})
	}
	for i := range sentences {
		next <- i
	}
	close(next)
	wg.Wait()
	weigh(all)
	out := make([][]int, len(all))
	for i := range all {
		out[i] = make([]int, len(all))
	}
	for i := range all {
		for j := range i {
			out[i][j], out[j][i] = compare(&all[i], &all[j])
		}
	}
	return out
}

// sentence is the words of a sentence with their stems, weights and vectors.
type sentence struct {
	words   []string
	stems   []string
	weights []float64
	vectors [][]float32 // of length 1, less what all words of the meeting have in common
}

// weigh fills stems and weights, and takes the mean of all words off the vectors.
func weigh(all []sentence) {
	in := map[string]int{} // stem → sentences
	name, common := map[string]bool{}, map[string]bool{}
	var mean []float64
	words := 0
	for i := range all {
		s := &all[i]
		seen := map[string]bool{}
		for k, w := range s.words {
			stem := text.Stem(strings.ToLower(w))
			s.stems = append(s.stems, stem)
			if !seen[stem] {
				seen[stem] = true
				in[stem]++
			}
			if !unicode.IsUpper([]rune(w)[0]) {
				common[stem] = true
			} else if k > 0 {
				name[stem] = true
			}
			if mean == nil {
				mean = make([]float64, len(s.vectors[k]))
			}
			for d, x := range s.vectors[k] {
				mean[d] += float64(x)
			}
			words++
		}
	}
	for i := range all {
		s := &all[i]
		for k, stem := range s.stems {
			w := math.Log((float64(len(all)) + 1) / (float64(in[stem]) + 0.5))
			switch lower := strings.ToLower(s.words[k]); {
			case stopWords[lower]:
				w *= stopWeight
			case name[stem] && !common[stem] && !days[lower]:
				w *= nameWeight
			}
			s.weights = append(s.weights, w)
			v := s.vectors[k]
			for d := range v {
				v[d] -= float32(mean[d] / float64(words))
			}
			if l := length(v); l > 0 {
				for d := range v {
					v[d] /= l
				}
			}
		}
	}
}

// compare says how much of a stands in b and of b in a: the weighted mean of each word's best likeness, in thousandths.
func compare(a, b *sentence) (int, int) {
	inA, inB := make([]float64, len(b.words)), make([]float64, len(a.words))
	for i, v := range a.vectors {
		for j, u := range b.vectors {
			s := 0.0
			for d, x := range v {
				s += float64(x) * float64(u[d])
			}
			s *= 1 - sameStem
			if a.stems[i] == b.stems[j] {
				s += sameStem
			}
			inB[i], inA[j] = max(inB[i], s), max(inA[j], s)
		}
	}
	return mean(inB, a.weights), mean(inA, b.weights)
}

// mean is the weighted mean of v in thousandths, 0 without weight.
func mean(v, weights []float64) int {
	sum, total := 0.0, 0.0
	for i, x := range v {
		sum += float64(x * weights[i]) // rounded by itself, so that machines agree
		total += weights[i]
	}
	if total <= 0 {
		return 0
	}
	return int(math.Round(1000 * sum / total))
}

var days = set(`monday tuesday wednesday thursday friday saturday sunday`)

var stopWords = set(`a an the of to in on at for and or but with by from as that this these those it its is are was were be been being he she
they them his her their said say says had has have will would which who whom what when where while also not no than then there into about
after before over under up out off between both two one more most some any all such only so if because since during own same other
another each itself himself just very can could should may might must do does did s`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
