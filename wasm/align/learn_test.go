package align_test

import (
	"cmp"
	"flag"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout/data/learn"
	"readout/data/model"
	"readout/wasm/align"
)

var relearn = flag.Bool("learn", false, "learn the weights anew, print what each meeting gives when left out, write weights.go")

// penalty is the weight of the squared weights in the fit (chosen of 10, 50 and 100 by leaving one meeting out).
const penalty = 50

// subject is a meeting to learn from.
type subject struct {
	*align.Studied
	known []int     // pairs of which it is known whether they share a point
	same  []float64 // 1 for each of them that does
}

// study reads the pairs of a meeting.
func study(m *Meeting) *subject {
	s := &subject{Studied: align.Study(m.In)}
	for i, p := range s.Pairs {
		a, ok := m.Sentences[p.Articles[0]][p.Passages[0]]
		b, ok2 := m.Sentences[p.Articles[1]][p.Passages[1]]
		if !ok || !ok2 {
			continue
		}
		same := 0.0
		if m.Pairs[PairOf(a, b)] {
			same = 1
		}
		s.known, s.same = append(s.known, i), append(s.same, same)
	}
	return s
}

// both are the weights of both passes, learned from some meetings. The second learns from what the first says of the same ones: weights
// are so few beside the pairs that it says of others nearly what it says of these.
func both(subjects []*subject) (first, second []float64) {
	var alone, around []learn.Example
	for _, s := range subjects {
		for k, i := range s.known {
			alone = append(alone, learn.Example{Features: s.Pairs[i].Features, Same: s.same[k]})
		}
	}
	first = learn.Logistic(alone, penalty)
	for _, s := range subjects {
		company := s.Company(first)
		for k, i := range s.known {
			around = append(around, learn.Example{Features: slices.Concat(s.Pairs[i].Features, company[i]), Same: s.same[k]})
		}
	}
	return first, learn.Logistic(around, penalty)
}

// TestLearn fits the weights by logistic regression (iteratively reweighted least squares) on the development set and
// the invented meetings. The honest figures are those that it prints: each meeting scored by weights that never saw it.
func TestLearn(t *testing.T) {
	if !*relearn && !*leftOut {
		t.Skip("neither -learn nor -leftout")
	}
	dev, invented := meetings(t)
	if len(dev) == 0 {
		t.Fatal("the development set must lie beside the module")
	}
	plain, again := learnFrom(t, "words", dev, invented, align.Nobody)
	compact, err := model.NewSmall()
	if err != nil {
		t.Fatal(err)
	}
	little, againLittle := learnFrom(t, "words and small encoder", read(compact, dev), read(compact, invented), align.Small)
	scores := readScores(t)
	full, againFull := learnFrom(t, "words and encoder", judged(t, dev, scores), judged(t, invented, scores), align.Large)
	if !*relearn {
		return
	}
	if err := os.WriteFile("weights.go", []byte(source([3][]float64{plain, little, full}, [3][]float64{again, againLittle, againFull})), 0o644); err != nil {
		t.Fatal(err)
	}
}

// read are the meetings with what the compact encoder says of them.
func read(compact *model.Small, list []Meeting) []Meeting {
	out := slices.Clone(list)
	for i := range out {
		alike := compact.Alike(align.Sentences(out[i].In))
		out[i].In.Alike = func([]string) ([][]int, align.Reader) { return alike, align.Small }
	}
	return out
}

// judged are the meetings that scores knows, with their scores. Those that were never encoded are named and left out.
func judged(t *testing.T, list []Meeting, scores model.Scores) []Meeting {
	var out []Meeting
	for _, m := range list {
		alike := scores[model.Key(align.Sentences(m.In))]
		if alike == nil {
			t.Logf("%s: nothing is learned from it and no figure is of it with the encoder, no scores in %s; make them with -encode", m.Name, scoresFile)
			continue
		}
		m.In.Alike = func([]string) ([][]int, align.Reader) { return alike, align.Large }
		out = append(out, m)
	}
	return out
}

// learnFrom prints what each meeting gives when left out, and gives the weights learned from all.
func learnFrom(t *testing.T, how string, dev, invented []Meeting, reader align.Reader) (first, second []float64) {
	all := append(slices.Clone(dev), invented...)
	subjects := make([]*subject, len(all))
	for i := range all {
		subjects[i] = study(&all[i])
	}
	var known, made Tally // of the development and of the invented meetings
	var wrong []mistake
	for _, part := range parts(len(dev), len(all)) {
		var rest []*subject
		for j, s := range subjects {
			if !slices.Contains(part, j) {
				rest = append(rest, s)
			}
		}
		first, second := both(rest)
		restore := align.SetWeights(first, second, reader)
		for _, i := range part {
			x := all[i].Tally(align.Rows(all[i].In))
			if i >= len(dev) {
				made.Add(x)
				continue
			}
			report(t, "without "+all[i].Name, x)
			wrong = append(wrong, all[i].wrong(x)...)
			known.Add(x)
		}
		restore()
	}
	report(t, how+", development, left out", known)
	report(t, how+", invented, left out", made)
	worst(t, how, wrong)
	first, second = both(subjects[len(dev):])
	restore := align.SetWeights(first, second, reader)
	var left Tally
	for i := range dev {
		left.Add(dev[i].Tally(align.Rows(dev[i].In)))
	}
	restore()
	report(t, how+", development, learned from invented only", left)
	return both(subjects)
}

// parts are the meetings that are left out of learning together, as indexes: of all of them, the first dev are known by close reading
// and left out one by one, the invented ones by eighths.
func parts(dev, all int) [][]int {
	var out [][]int
	for i := range dev {
		out = append(out, []int{i})
	}
	const eighths = 8
	for k := range min(eighths, all-dev) {
		var part []int
		for i := dev + k; i < all; i += eighths {
			part = append(part, i)
		}
		out = append(out, part)
	}
	return out
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

// TestEncode makes scoresFile; what it has of the meetings stays, so it may be broken off and run again.
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
	var missing []Meeting
	for _, m := range append(dev, invented...) {
		key := model.Key(align.Sentences(m.In))
		if scores[key] = old[key]; old[key] == nil {
			delete(scores, key)
			missing = append(missing, m)
		}
	}
	for _, m := range missing { // it takes long: what is there is kept
		s := align.Sentences(m.In)
		scores[model.Key(s)] = e.Alike(s)
		if err := model.WriteScores(scoresFile, scores); err != nil {
			t.Fatal(err)
		}
	}
}

// source is weights.go.
func source(first, second [3][]float64) string {
	var b strings.Builder
	b.WriteString("// Code generated by go test ./wasm/align -run TestLearn -learn; DO NOT EDIT.\n\npackage align\n")
	list := func(comment, declaration string, w []float64) {
		b.WriteString("\n" + comment + "\n" + declaration + "{\n")
		for _, x := range w {
			b.WriteString("\t" + strconv.FormatFloat(x, 'f', -1, 64) + ",\n")
		}
		b.WriteString("}\n")
	}
	for i, x := range []struct{ name, count, of string }{
		{"", "plainCount", "what the words show"}, {"Small", "fullCount", "the words and what Small says"}, {"Large", "fullCount", "the words and what Large says"},
	} {
		list("// weights"+x.name+" are those of the features, in order, for "+x.of+", learned from the development set (six\n// meetings) and the invented meetings of testdata.",
			"var weights"+x.name+" = ["+x.count+"]float64", first[i])
		list("// again"+x.name+" are those of the second pass.", "var again"+x.name+" = ["+x.count+" + companyCount]float64", second[i])
	}
	return b.String()
}
