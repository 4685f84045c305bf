package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"readout/data/learn"
	"readout/data/model"
	"readout/wasm/text"
)

// sentences is a pair of sentences of a public collection, and what people say of them: 1 or 0 where they tell the same or not (MSRP), or how
// alike they are from 0 to 5 (STS).
type sentences struct {
	ID, Part, A, B string
	Label, Score   float64
}

const (
	folds    = 10 // pairs are judged by weights learned from nine of ten
	together = 20 // pairs that the encoder reads together: what sentences have in common is taken off
	penalty  = 10 // of the squared weights, as in data/learn
	highest  = 5  // score of STS
	grams    = 3  // longest run of words that is compared
)

// collections are the folders of pairs below corpora.
var collections = []string{"msrp", "sts"}

// paraphrases measures how well small regressions tell whether two sentences say the same (MSRP), and how alike they are (STS), by
// words alone and with what an encoder says of them. They are made for this table and are not part of the product, which pairs
// sentences of a meeting; the figures tell what the features are worth on texts that nothing here was made for. Nothing where the collections are not there.
func paraphrases(shared string) (string, error) {
	small, err := model.NewSmall()
	if err != nil {
		return "", err
	}
	kept, err := readKept(keptPairs)
	if err != nil {
		return "", err
	}
	answer := map[string]map[string]float64{}
	for _, name := range collections {
		pairs, err := readPairs(filepath.Join(shared, "corpora", name, "dev.jsonl"))
		if os.IsNotExist(err) {
			return "", nil
		}
		if err != nil {
			return "", err
		}
		words := wordFeatures(pairs)
		readers := map[string][][]float64{"words": words, "compact": withMeaning(words, pairs, small)}
		if large := withKept(words, pairs, kept); large != nil {
			readers["large"] = large
		} else {
			fmt.Printf("eval: %s does not know what the large encoder says of all pairs of %s; make it with `make model`, then `go run ./data/eval -encode` (half an hour)\n", keptPairs, name)
		}
		for reader, features := range readers {
			answer[name+" "+reader] = judge(pairs, features)
		}
	}
	b, err := json.Marshal(answer)
	return string(b), err
}

func readPairs(name string) ([]sentences, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []sentences
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var p sentences
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", name, len(out)+1, err)
		}
		out = append(out, p)
	}
	return out, lines.Err()
}

// words are the words of a sentence.
func words(sentence string) (out []text.Token) {
	source := []rune(sentence)
	for _, t := range text.Tokenize(source, text.Span{Start: 0, End: len(source)}) {
		if t.Word {
			out = append(out, t)
		}
	}
	return out
}

// wordFeatures compares the words of each pair: runs of stems in common, rare stems in common, stems in the same order, numbers and names that one
// alone has, lengths. The first is 1.
func wordFeatures(pairs []sentences) [][]float64 {
	read := make([][2][]text.Token, len(pairs))
	in := map[string]float64{} // stem → sentences
	for i, p := range pairs {
		read[i] = [2][]text.Token{words(p.A), words(p.B)}
		for _, s := range read[i] {
			for stem := range bag(s, 1) {
				in[stem]++
			}
		}
	}
	rare := func(stem string) float64 { return math.Log((2*float64(len(pairs)) + 1) / (in[stem] + 0.5)) }
	one := func(string) float64 { return 1 }
	out := make([][]float64, len(pairs))
	for i, p := range read {
		a, b := p[0], p[1]
		v := []float64{1}
		for n := 1; n <= grams; n++ {
			v = append(v, shares(bag(a, n), bag(b, n), one)...)
		}
		v = append(v, shares(bag(a, 1), bag(b, 1), rare)...)
		shorter, longer := float64(min(len(a), len(b))), float64(max(1, len(a), len(b)))
		v = append(v, inOrder(a, b)/longer, shorter/longer, math.Log(1+shorter))
		for _, kind := range []func(int, text.Token) bool{
			func(_ int, t text.Token) bool { return t.Norm[0] >= '0' && t.Norm[0] <= '9' },
			func(at int, t text.Token) bool { return at > 0 && t.Upper },
		} {
			x, y := only(a, kind), only(b, kind)
			both := shared(x, y, one)
			v = append(v, min(2, both), min(3, float64(len(x))-both), min(3, float64(len(y))-both))
		}
		out[i] = v
	}
	return out
}

// bag is the runs of n stems of a sentence, and how often it has each.
func bag(s []text.Token, n int) map[string]float64 {
	out := map[string]float64{}
	for i := 0; i+n <= len(s); i++ {
		var run []string
		for _, t := range s[i : i+n] {
			run = append(run, t.Stem)
		}
		out[strings.Join(run, " ")]++
	}
	return out
}

// only is the words of one kind.
func only(s []text.Token, kind func(int, text.Token) bool) map[string]float64 {
	out := map[string]float64{}
	for i, t := range s {
		if kind(i, t) {
			out[t.Norm] = 1
		}
	}
	return out
}

// shared is the weight of what two bags have in common.
func shared(a, b map[string]float64, weight func(string) float64) float64 {
	sum := 0.0
	for k, n := range a {
		sum += min(n, b[k]) * weight(k)
	}
	return math.Round(sum*1e9) / 1e9 // maps have no order, and sums of floats do
}

// shares are how much of the poorer and of the richer of two bags stands in the other.
func shares(a, b map[string]float64, weight func(string) float64) []float64 {
	both, x, y := shared(a, b, weight), shared(a, a, weight), shared(b, b, weight)
	return []float64{both / max(1e-9, min(x, y)), both / max(1e-9, max(x, y))}
}

// inOrder is the length of the longest sequence of stems that both have.
func inOrder(a, b []text.Token) float64 {
	row := make([]int, len(b)+1)
	for _, x := range a {
		before := 0
		for j, y := range b {
			here := row[j+1]
			if x.Stem == y.Stem {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(here, row[j])
			}
			before = here
		}
	}
	return float64(row[len(b)])
}

// withMeaning adds how much of each sentence stands in the other, as the compact encoder says.
func withMeaning(features [][]float64, pairs []sentences, small *model.Small) (out [][]float64) {
	few(pairs, func(from int, all []string) {
		alike := small.Alike(all)
		for i := 0; i < len(all); i += 2 {
			x, y := float64(alike[i][i+1])/1000, float64(alike[i+1][i])/1000
			out = append(out, append(append([]float64{}, features[from+i/2]...), min(x, y), max(x, y)))
		}
	})
	return out
}

// judge learns from nine of ten pairs what is said of the tenth: accuracy and F1 of what is labelled, Pearson's r of what has a score, the mean over its parts.
func judge(pairs []sentences, features [][]float64) map[string]float64 {
	said := make([]float64, len(pairs))
	for fold := range folds {
		var rest []learn.Example
		for i, p := range pairs {
			if i%folds != fold {
				rest = append(rest, learn.Example{Features: features[i], Same: p.Label + p.Score/highest})
			}
		}
		w := learn.Logistic(rest, penalty)
		for i := fold; i < len(pairs); i += folds {
			for k, x := range features[i] {
				said[i] += w[k] * x
			}
		}
	}
	if pairs[0].Part == "" {
		right, found, made, known := 0.0, 0.0, 0.0, 0.0
		for i, p := range pairs {
			yes := 0.0
			if said[i] > 0 {
				yes = 1
			}
			made, known, found = made+yes, known+p.Label, found+yes*p.Label
			if yes == p.Label {
				right++
			}
		}
		return map[string]float64{"accuracy": round(right / float64(len(pairs))), "f1": round(2 * found / (made + known))}
	}
	parts := map[string][2][]float64{}
	for i, p := range pairs {
		x := parts[p.Part]
		parts[p.Part] = [2][]float64{append(x[0], 1/(1+math.Exp(-said[i]))), append(x[1], p.Score)}
	}
	sum := 0.0
	for _, x := range parts {
		sum += round(pearson(x[0], x[1]))
	}
	return map[string]float64{"r": round(sum / float64(len(parts)))}
}

func round(x float64) float64 { return math.Round(1000*x) / 1000 }

// pearson is the correlation of two lists.
func pearson(x, y []float64) float64 {
	n, sx, sy, xx, yy, xy := float64(len(x)), 0.0, 0.0, 0.0, 0.0, 0.0
	for i := range x {
		sx, sy, xx, yy, xy = sx+x[i], sy+y[i], xx+x[i]*x[i], yy+y[i]*y[i], xy+x[i]*y[i]
	}
	return (n*xy - sx*sy) / math.Sqrt((n*xx-sx*sx)*(n*yy-sy*sy))
}
