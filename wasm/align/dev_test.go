package align_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/data/model"
	"readout/wasm/align"
)

var (
	list = flag.Bool("list", false, "print false and missed pairs")
	dump = flag.String("dump", "", "write the features of all pairs to this file")
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

// TestDump writes features for experiments.
func TestDump(t *testing.T) {
	if *dump == "" {
		t.Skip("no -dump")
	}
	f, err := os.Create(*dump)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	dev, invented := meetings(t)
	scores := readScores(t)
	for i, m := range append(dev, invented...) {
		name := m.Name
		if alike := scores[model.Key(align.Sentences(m.In))]; alike != nil {
			m.In.Alike = func([]string) ([][]int, align.Reader) { return alike, align.Large }
		}
		if i >= len(dev) {
			name = "invented:" + name
		}
		for _, p := range align.Study(m.In).Pairs {
			a, ok := m.Sentences[p.Articles[0]][p.Passages[0]]
			b, ok2 := m.Sentences[p.Articles[1]][p.Passages[1]]
			if !ok || !ok2 {
				continue
			}
			k := PairOf(a, b)
			g := 0
			if m.Pairs[k] {
				g = 1
			}
			fmt.Fprintf(f, "%s\t%s\t%s\t%s\t%s\t%d", name, k[0].File, k[0].Text, k[1].File, k[1].Text, g)
			for _, v := range p.Features {
				fmt.Fprintf(f, "\t%.4f", v)
			}
			fmt.Fprintln(f)
		}
	}
}

// TestSentences writes the sentences of all meetings, one a line, for experiments.
func TestSentences(t *testing.T) {
	if *dump == "" {
		t.Skip("no -dump")
	}
	var b strings.Builder
	dev, invented := meetings(t)
	for _, m := range append(dev, invented...) {
		fmt.Fprintf(&b, "@%s\n%s\n", m.Name, strings.Join(align.Sentences(m.In), "\n"))
	}
	os.WriteFile(*dump+".sentences", []byte(b.String()), 0o644)
}
