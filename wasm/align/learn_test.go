package align_test

import (
	"cmp"
	"flag"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout/data/model"
	"readout/wasm/align"
)

var learn = flag.Bool("learn", false, "learn the weights anew, print what each meeting gives when left out, write weights.go")

// penalty is the weight of the squared weights in the fit (chosen of 10, 50 and 100 by leaving one meeting out).
const penalty = 50

// example is the features of a pair of sentences and whether they tell one point (1) or not (0).
type example struct {
	v    []float64
	same float64
}

// examples are the pairs of sentences of a meeting.
func examples(m *Meeting) []example {
	var out []example
	for _, p := range align.Pairs(m.In) {
		a, ok := m.Sentences[p.Articles[0]][p.Passages[0]]
		b, ok2 := m.Sentences[p.Articles[1]][p.Passages[1]]
		if !ok || !ok2 {
			continue
		}
		e := example{v: p.Features}
		if m.Pairs[PairOf(a, b)] {
			e.same = 1
		}
		out = append(out, e)
	}
	return out
}

// TestLearn fits the weights by logistic regression (iteratively reweighted least squares) on the development set and
// the invented meetings. The honest figures are those that it prints: each meeting scored by weights that never saw it.
func TestLearn(t *testing.T) {
	if !*learn && !*leftOut {
		t.Skip("neither -learn nor -leftout")
	}
	dev, invented := meetings(t)
	if len(dev) == 0 {
		t.Fatal("the development set must lie beside the module")
	}
	plain := learnFrom(t, "words", dev, invented, false)
	scores := readScores(t)
	for _, list := range [][]Meeting{dev, invented} {
		for i := range list {
			key := model.Key(align.Sentences(list[i].In))
			if scores[key] == nil {
				t.Fatalf("%s: no scores for it in %s; make them with -encode", list[i].Name, scoresFile)
			}
			list[i].In.Alike = func([]string) [][]int { return scores[key] }
		}
	}
	full := learnFrom(t, "words and encoder", dev, invented, true)
	if !*learn {
		return
	}
	if err := os.WriteFile("weights.go", []byte(source(plain, full)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// learnFrom prints what each meeting gives when left out, and is the weights learned from all.
func learnFrom(t *testing.T, how string, dev, invented []Meeting, full bool) []float64 {
	all := append(slices.Clone(dev), invented...)
	sets := make([][]example, len(all))
	for i := range all {
		sets[i] = examples(&all[i])
	}
	var left Tally
	var wrong []mistake
	for i := range all {
		var rest []example
		for j, s := range sets {
			if j != i {
				rest = append(rest, s...)
			}
		}
		old := align.SetWeights(fit(rest), full)
		x := all[i].Tally(align.Rows(all[i].In))
		if i < len(dev) {
			report(t, "without "+all[i].Name, x)
			wrong = append(wrong, all[i].wrong(x)...)
		}
		align.SetWeights(old, full)
		left.Add(x)
		if i == len(dev)-1 {
			report(t, how+", development, one left out", left)
			left = Tally{}
		}
	}
	report(t, how+", invented, one left out", left)
	worst(t, how, wrong)
	old := align.SetWeights(fit(slices.Concat(sets[len(dev):]...)), full)
	left = Tally{}
	for i := range dev {
		left.Add(dev[i].Tally(align.Rows(dev[i].In)))
	}
	align.SetWeights(old, full)
	report(t, how+", development, learned from invented only", left)
	return fit(slices.Concat(sets...))
}

var leftOut = flag.Bool("leftout", false, "print what each meeting gives when left out, and the worst pairs; write nothing")

// mistake is a pair that was made and should not have been, or the other way round.
type mistake struct {
	missed      bool
	likely      float64 // how likely the pair was held to be
	file, where [2]string
}

// wrong are the mistakes of x; the weights that made it must still be set.
func (m *Meeting) wrong(x Tally) []mistake {
	likely := map[Pair]float64{}
	at := map[Sentence]string{}
	for _, p := range align.Likely(m.In) {
		a, ok := m.Sentences[p.Articles[0]][p.Passages[0]]
		b, ok2 := m.Sentences[p.Articles[1]][p.Passages[1]]
		if ok && ok2 {
			likely[PairOf(a, b)] = p.Features[0]
			for i, s := range [2]Sentence{a, b} {
				at[s] = "s" + strconv.Itoa(m.In.Articles[p.Articles[i]].Doc.Passages[p.Passages[i]].Sentence)
			}
		}
	}
	var out []mistake
	made := map[Pair]bool{}
	add := func(k Pair, missed bool) {
		out = append(out, mistake{missed, likely[k], [2]string{k[0].File, k[1].File}, [2]string{at[k[0]], at[k[1]]}})
	}
	for _, g := range x.Ranked {
		made[g.Pair] = true
		if !g.Right {
			add(g.Pair, false)
		}
	}
	for k := range m.Pairs {
		if !made[k] {
			add(k, true)
		}
	}
	return out
}

// worst prints the ten likeliest of the false pairs and the ten least likely of the missed ones, by file and place: no words of theirs.
func worst(t *testing.T, how string, list []mistake) {
	for _, missed := range []bool{false, true} {
		kind := "false"
		if missed {
			kind = "missed"
		}
		some := slices.DeleteFunc(slices.Clone(list), func(m mistake) bool { return m.missed != missed || m.where[0] == "" || m.where[1] == "" })
		slices.SortFunc(some, func(a, b mistake) int {
			if missed {
				a, b = b, a
			}
			return cmp.Or(cmp.Compare(b.likely, a.likely), strings.Compare(a.file[0]+a.where[0]+a.file[1]+a.where[1], b.file[0]+b.where[0]+b.file[1]+b.where[1]))
		})
		for _, m := range some[:min(10, len(some))] {
			t.Logf("%s, %s: %.3f | %s %s | %s %s", how, kind, m.likely, m.file[0], m.where[0], m.file[1], m.where[1])
		}
	}
}

// scoresFile keeps what the encoder says of the sentences that weights are learned from.
const scoresFile = "testdata/alike.txt"

// readScores reads scoresFile; none where it is not there.
func readScores(t *testing.T) model.Scores {
	data, err := os.ReadFile(scoresFile)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	scores, err := model.ParseScores(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return scores
}

var encode = flag.String("encode", "", "folder of the encoder: make the scores of all meetings anew")

// TestEncode makes scoresFile.
func TestEncode(t *testing.T) {
	if *encode == "" {
		t.Skip("no -encode")
	}
	e, err := model.Open(*encode)
	if err != nil {
		t.Fatal(err)
	}
	dev, invented := meetings(t)
	old := readScores(t)
	scores := model.Scores{}
	for _, m := range append(dev, invented...) {
		s := align.Sentences(m.In)
		key := model.Key(s)
		if scores[key] = old[key]; old[key] == nil {
			scores[key] = e.Alike(s)
		}
	}
	if err := model.WriteScores(scoresFile, scores); err != nil {
		t.Fatal(err)
	}
}

// fit is the weights that make the examples likeliest, less penalty. Features are scaled to unit variance meanwhile.
func fit(list []example) []float64 {
	n := len(list[0].v)
	mean, scale := make([]float64, n), make([]float64, n)
	for _, e := range list {
		for i, x := range e.v {
			mean[i] += x / float64(len(list))
		}
	}
	for _, e := range list {
		for i, x := range e.v {
			scale[i] += (x - mean[i]) * (x - mean[i]) / float64(len(list))
		}
	}
	for i := range scale {
		scale[i] = math.Sqrt(scale[i])
		if i == 0 || scale[i] == 0 {
			mean[i], scale[i] = 0, 1
		}
	}
	w, z := make([]float64, n), make([]float64, n)
	for range 20 {
		h := make([][]float64, n)
		for i := range h {
			h[i] = make([]float64, n+1)
			if i > 0 {
				h[i][i], h[i][n] = penalty, penalty*w[i]
			}
		}
		for _, e := range list {
			s := 0.0
			for i, x := range e.v {
				z[i] = (x - mean[i]) / scale[i]
				s += z[i] * w[i]
			}
			p := 1 / (1 + math.Exp(-s))
			for i := range z {
				h[i][n] += (p - e.same) * z[i]
				for j := range z {
					h[i][j] += p * (1 - p) * z[i] * z[j]
				}
			}
		}
		for i, step := range solve(h) {
			w[i] -= step
		}
	}
	for i := 1; i < n; i++ {
		w[i] /= scale[i]
		w[0] -= w[i] * mean[i]
	}
	for i := range w {
		w[i] = math.Round(w[i]*1000) / 1000
	}
	return w
}

// solve solves the equations h, whose last column is the right side, by elimination with pivots.
func solve(h [][]float64) []float64 {
	n := len(h)
	for i := range h {
		best := i
		for j := i; j < n; j++ {
			if math.Abs(h[j][i]) > math.Abs(h[best][i]) {
				best = j
			}
		}
		h[i], h[best] = h[best], h[i]
		for j := range h {
			if j == i || h[i][i] == 0 {
				continue
			}
			f := h[j][i] / h[i][i]
			for k := i; k <= n; k++ {
				h[j][k] -= f * h[i][k]
			}
		}
	}
	out := make([]float64, n)
	for i := range out {
		if h[i][i] != 0 {
			out[i] = h[i][n] / h[i][i]
		}
	}
	return out
}

// source is weights.go.
func source(plain, full []float64) string {
	var b strings.Builder
	b.WriteString("// Code generated by go test ./wasm/align -run TestLearn -learn; DO NOT EDIT.\n\npackage align\n")
	list := func(comment, declaration string, w []float64) {
		b.WriteString("\n" + comment + "\n" + declaration + "{\n")
		for _, x := range w {
			b.WriteString("\t" + strconv.FormatFloat(x, 'f', -1, 64) + ",\n")
		}
		b.WriteString("}\n")
	}
	list("// weights are those of the features, in order, learned from the development set (six meetings, 3,000 pairs of\n"+
		"// sentences) and the invented meetings of testdata (26, 5,400 pairs).", "var weights = [plainCount]float64", plain)
	list("// weightsAlike are those with Input.Alike.", "var weightsAlike = [fullCount]float64", full)
	return b.String()
}
