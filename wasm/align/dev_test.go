package align_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"readout/wasm/align"
	"readout/wasm/text"
)

var (
	list = flag.Bool("list", false, "print false and missed pairs")
	dump = flag.String("dump", "", "write all meetings and the features of their pairs to this file")
)

// meetings are the development set, where it lies beside the module, and the invented meetings.
func meetings(t testing.TB) (dev, invented []Meeting) {
	dev, err := Development(filepath.Join("..", "..", "..", "shared", "points"))
	if err != nil {
		t.Fatal(err)
	}
	invented, err = Invented(filepath.Join("testdata", "invented"))
	if err != nil {
		t.Fatal(err)
	}
	return dev, invented
}

// TestFigures prints how well the rows agree with what is known, the meeting given. The weights were learned from these very
// meetings: the honest figures, each meeting left out in turn, are those that learn prints.
func TestFigures(t *testing.T) {
	dev, invented := meetings(t)
	for _, set := range []struct {
		name string
		list []Meeting
	}{{"development", dev}, {"invented", invented}} {
		var all Tally
		for _, m := range set.list {
			x := m.Tally(align.Rows(m.In))
			report(t, m.Name, x)
			all.Add(x)
			if *list {
				show(&m, x)
			}
		}
		if len(set.list) > 0 {
			report(t, set.name, all)
		}
	}
}

// surely is the confidence from which on eight of ten pairs should be right.
const surely = 0.8

func report(t *testing.T, name string, x Tally) {
	p, r, f1, r80 := x.Figures()
	right, shown := x.Shown(surely)
	t.Logf("%-32s P %.3f R %.3f F1 %.3f R@P80 %.3f pairs %d of %d, shown at %.1f or more %d, right %.3f",
		name, p, r, f1, r80, x.Predicted, x.Known, surely, shown, float64(right)/max(1, float64(shown)))
}

func show(m *Meeting, x Tally) {
	seen := map[Pair]bool{}
	x.Figures()
	for _, g := range x.Ranked {
		seen[g.Pair] = true
		if !g.Right {
			fmt.Printf("false %.3f\n  %s\n  %s\n", g.Confidence, g.Pair[0].Text, g.Pair[1].Text)
		}
	}
	for k := range m.Pairs {
		if !seen[k] {
			fmt.Printf("missed\n  %s\n  %s\n", k[0].Text, k[1].Text)
		}
	}
}

// dumped is all meetings as data/model/learn/tune.py reads them.
type dumped struct {
	Meetings []dumpedMeeting
	Stems    map[string]string // word → stem
}

// dumpedMeeting is the sentences of a meeting, with the article of each, and all pairs of sentences of different articles.
type dumpedMeeting struct {
	Name      string
	Dev       bool // of the development set
	Sentences []string
	Articles  []int
	Pairs     []dumpedPair
	Known     int // how many pairs share a point
}

// dumpedPair is two sentences, by their places among Sentences, and their features.
type dumpedPair struct {
	A, B     int
	Same     int // 1 when they share a point, 0 when not, -1 when that is not known
	Features []float64
}

// TestDump writes the meetings with the features of words of all pairs, for data/model/learn/tune.py and for experiments.
func TestDump(t *testing.T) {
	if *dump == "" {
		t.Skip("no -dump")
	}
	out := dumped{Stems: map[string]string{}}
	dev, invented := meetings(t)
	words := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }
	for i, m := range append(dev, invented...) {
		d := dumpedMeeting{Name: m.Name, Dev: i < len(dev), Sentences: align.Sentences(m.In), Known: len(m.Pairs)}
		d.Articles = make([]int, len(d.Sentences))
		studied := align.Study(m.In)
		for k, p := range studied.Pairs {
			x, y := studied.Sentences[k][0], studied.Sentences[k][1]
			d.Articles[x], d.Articles[y] = p.Articles[0], p.Articles[1]
			same := -1
			a, ok := m.Sentences[p.Articles[0]][p.Passages[0]]
			b, ok2 := m.Sentences[p.Articles[1]][p.Passages[1]]
			if ok && ok2 {
				same = 0
				if m.Pairs[PairOf(a, b)] {
					same = 1
				}
			}
			d.Pairs = append(d.Pairs, dumpedPair{x, y, same, p.Features})
		}
		for _, s := range d.Sentences {
			for _, w := range strings.FieldsFunc(s, words) {
				out.Stems[w] = text.Stem(strings.ToLower(w))
			}
		}
		out.Meetings = append(out.Meetings, d)
	}
	b, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(*dump, b, 0o644); err != nil {
		t.Fatal(err)
	}
}
