package engine

import (
	"bufio"
	"encoding/json"
	"flag"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout/data/learn"
	"readout/wasm/text"
)

var learnAlike = flag.Bool("learn", false, "learn the weights of alike anew, print what unseen topics give, write alikeweights.go")

// told is an article and the event it tells of, by a reference.
type told struct {
	doc          *text.Document
	event, topic string
}

// ecb reads the development half of ECB+ (Cybulska and Vossen 2014) where it lies beside the module.
func ecb(t *testing.T) []told {
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "corpora", "ecb", "dev.jsonl"))
	if err != nil {
		t.Skip("no ECB+ beside the module")
	}
	defer f.Close()
	var out []told
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var d struct {
			Topic, Subtopic string
			Sentences       []string
		}
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		out = append(out, told{text.New(strings.Join(d.Sentences, "\n"), "en", ""), d.Subtopic, d.Topic})
	}
	return out
}

// invented reads the invented meetings beside package align: an event and a topic each.
func invented(t *testing.T) []told {
	meetings, err := learn.ReadInvented(filepath.Join("..", "align", "testdata", "invented"))
	if err != nil {
		t.Fatal(err)
	}
	var out []told
	for _, m := range meetings {
		for _, a := range m.Accounts {
			out = append(out, told{text.New(strings.Join(a.Sentences, " "), "en", ""), m.Name, m.Name})
		}
	}
	return out
}

// pile is articles in one heap and every pair of them.
type pile struct {
	list  []told
	alike similar
	pairs [][2]int
}

func newPile(list []told) *pile {
	p := &pile{list: list}
	cards := make([]*Card, len(list))
	for i, a := range list {
		cards[i] = &Card{Tallies: tallies(a.doc)}
		for j := range i {
			p.pairs = append(p.pairs, [2]int{j, i})
		}
	}
	p.alike.fill(cards)
	return p
}

// examples are the pairs of a pile that are alike at all.
func (p *pile) examples() []learn.Example {
	var out []learn.Example
	p.alike.features(p.pairs, func(i int, f *[featureCount]float64) {
		e := learn.Example{Features: slices.Clone(f[:])}
		if a, b := p.list[p.pairs[i][0]], p.list[p.pairs[i][1]]; a.event == b.event {
			e.Same = 1
		} else if f[featureRootWords] < .18 && i%50 > 0 {
			return
		}
		out = append(out, e)
	})
	return out
}

// draw makes a pile of some of the events, each with as many of its articles as one of sizes says.
func draw(list []told, r *rand.Rand, events int, sizes []int) *pile {
	by := map[string][]told{}
	var names []string
	for _, a := range list {
		if by[a.event] == nil {
			names = append(names, a.event)
		}
		by[a.event] = append(by[a.event], a)
	}
	r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	var out []told
	for _, n := range names[:min(events, len(names))] {
		l := slices.Clone(by[n])
		r.Shuffle(len(l), func(i, j int) { l[i], l[j] = l[j], l[i] })
		out = append(out, l[:min(len(l), sizes[r.Intn(len(sizes))])]...)
	}
	return newPile(out)
}

// group puts articles together by average link, while the mean chance of two groups is above half.
func (p *pile) group(odds []float64) []int { return averageLink(len(p.list), p.pairs, odds) }

// bcubed is the B-cubed F1 of a grouping (Bagga and Baldwin 1998).
func (p *pile) bcubed(group []int) float64 {
	precision, recall := 0.0, 0.0
	for i, a := range p.list {
		both, mine, theirs := 0.0, 0.0, 0.0
		for j, b := range p.list {
			if group[i] == group[j] {
				mine++
			}
			if a.event == b.event {
				theirs++
				if group[i] == group[j] {
					both++
				}
			}
		}
		precision += both / mine / float64(len(p.list))
		recall += both / theirs / float64(len(p.list))
	}
	return 2 * precision * recall / (precision + recall)
}

// train learns from piles of many shapes: what helps where an event has twelve accounts harms where it has two.
func train(news, made []told) []float64 {
	r := rand.New(rand.NewSource(7))
	var all []learn.Example
	both := slices.Concat(news, made)
	for round := range 90 {
		list := [][]told{news, made, both}[round/30]
		round := round % 30
		sizes := [][]int{{1, 2, 3}, {2, 3, 4, 6}, {1, 2, 4, 8}, {12, 20}, {5, 8, 12}}[round%5]
		if round >= 20 { // two to four events of one or two accounts
			all = append(all, draw(list, r, 2+round%3, []int{1, 2}).examples()...)
			continue
		}
		all = append(all, draw(list, r, []int{8, 20, 60}[r.Intn(3)], sizes).examples()...)
	}
	return learn.Logistic(all, 5)
}

func TestLearn(t *testing.T) {
	if !*learnAlike {
		t.Skip("no -learn")
	}
	news, made := ecb(t), invented(t)
	old := alikeWeights
	defer func() { alikeWeights = old }()
	const folds = 5
	newsFold, madeFold := fold(news, folds), fold(made, folds)
	weights := make([][]float64, folds)
	for f := range folds {
		seen := func(list []told, in map[string]int) (out []told) {
			for _, a := range list {
				if in[a.topic] != f {
					out = append(out, a)
				}
			}
			return out
		}
		weights[f] = train(seen(news, newsFold), seen(made, madeFold))
	}
	leftOut(t, "ECB+", news, newsFold, weights)
	leftOut(t, "invented", made, madeFold, weights)
	w := train(news, made)
	var b strings.Builder
	b.WriteString("// Code generated by go test ./wasm/engine -run TestLearn -learn; DO NOT EDIT.\n\npackage engine\n\n")
	b.WriteString("// alikeWeights are those of the features, in order, learned from piles drawn of the development half of ECB+ and of the invented meetings beside package align.\n")
	b.WriteString("var alikeWeights = [featureCount]float64{\n")
	for _, x := range w {
		b.WriteString("\t" + strconv.FormatFloat(x, 'f', -1, 64) + ",\n")
	}
	b.WriteString("}\n")
	if err := os.WriteFile("alikeweights.go", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// fold numbers the topics of a list, each a number below n.
func fold(list []told, n int) map[string]int {
	out := map[string]int{}
	for _, a := range list {
		if _, ok := out[a.topic]; !ok {
			out[a.topic] = len(out) % n
		}
	}
	return out
}

// leftOut prints how well weights that never saw a topic group its articles: in one pile of all, and in piles of few accounts each.
func leftOut(t *testing.T, name string, list []told, folds map[string]int, weights [][]float64) {
	whole := newPile(list)
	odds := make([]float64, len(whole.pairs))
	few := 0.0
	for f, w := range weights {
		copy(alikeWeights[:], w)
		for i, o := range whole.alike.logits(whole.pairs) {
			for _, end := range whole.pairs[i] {
				if folds[list[end].topic] == f {
					odds[i] += o / 2
				}
			}
		}
		var unseen []told
		for _, a := range list {
			if folds[a.topic] == f {
				unseen = append(unseen, a)
			}
		}
		r := rand.New(rand.NewSource(int64(100 + f)))
		for range 4 {
			p := draw(unseen, r, 60, []int{1, 2, 3, 4})
			few += p.bcubed(p.group(p.alike.logits(p.pairs))) / float64(4*len(weights))
		}
	}
	t.Logf("%s, topics left out: B-cubed F1 %.4f of all, %.4f where events have one to four accounts", name, whole.bcubed(whole.group(odds)), few)
}

// averageLink groups n articles by the odds of their pairs (Sokal and Michener 1958): the two groups whose pairs have the
// greatest mean chance become one, as long as that is above half. A pair that is not given has no chance. It returns the group
// of each article, numbered in the order of their first articles.
func averageLink(n int, pairs [][2]int, odds []float64) []int {
	sum := make([]map[int]float64, n) // group → group → summed chances
	size := make([]int, n)
	group := make([]int, n)
	for i := range n {
		sum[i], size[i], group[i] = map[int]float64{}, 1, i
	}
	for i, p := range pairs {
		if chance := 1 / (1 + math.Exp(-odds[i])); chance > .01 {
			sum[p[0]][p[1]], sum[p[1]][p[0]] = chance, chance
		}
	}
	for {
		x, y, best := -1, -1, .5
		for a := range n {
			for b, s := range sum[a] {
				if m := s / float64(size[a]*size[b]); a < b && (m > best || m == best && (a < x || a == x && b < y)) {
					x, y, best = a, b, m
				}
			}
		}
		if x < 0 {
			break
		}
		for b, s := range sum[y] {
			delete(sum[b], y)
			if b != x {
				sum[x][b] += s
				sum[b][x] = sum[x][b]
			}
		}
		sum[y] = nil
		size[x] += size[y]
		for i := range group {
			if group[i] == y {
				group[i] = x
			}
		}
	}
	return group
}
