package align_test

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/wasm/align"
	"readout/wasm/text"
)

// articles are texts with all their body passages eligible.
func articles(sources ...string) align.Input {
	var in align.Input
	for _, s := range sources {
		a := align.Article{Doc: text.New("A headline\n\n"+s+"\n", "en", "")}
		for i, p := range a.Doc.Passages {
			if p.Kind == text.Body {
				a.Passages = append(a.Passages, i)
			}
		}
		in.Articles = append(in.Articles, a)
	}
	return in
}

// told is a row as text: one line an article, by the article's text, so that it does not depend on indexes.
func told(in align.Input, r align.Row) string {
	var lines []string
	for _, x := range r.Readings {
		s := ""
		for _, p := range x.Passages {
			d := in.Articles[x.Article].Doc
			s += d.Slice(d.Passages[p].Span) + " | "
		}
		lines = append(lines, s)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// all is every row as text, with its confidence and label.
func all(in align.Input, rows []align.Row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, told(in, r)+"\n"+in.Articles[r.LabelArticle].Doc.Slice(r.Label))
	}
	return out
}

func TestEveryPassageStandsInARow(t *testing.T) {
	dev, invented := meetings(t)
	for _, m := range append(dev, invented...) {
		seen := map[[2]int]bool{}
		for _, r := range align.Rows(m.In) {
			if len(r.Readings) == 0 || r.Confidence < 0 || r.Confidence > 1 {
				t.Errorf("%s: bad row %+v", m.Name, r)
			}
			if len(r.Readings) == 1 && r.Confidence != 1 {
				t.Errorf("%s: a lonely row has confidence %v", m.Name, r.Confidence)
			}
			if r.Label.Len() == 0 {
				t.Errorf("%s: no label: %+v", m.Name, r)
			}
			for i, x := range r.Readings {
				if i > 0 && r.Readings[i-1].Article >= x.Article {
					t.Errorf("%s: readings out of order: %+v", m.Name, r.Readings)
				}
				if !slices.IsSorted(x.Passages) {
					t.Errorf("%s: passages out of order: %v", m.Name, x.Passages)
				}
				for _, p := range x.Passages {
					seen[[2]int{x.Article, p}] = true
				}
			}
		}
		for i, a := range m.In.Articles {
			for _, p := range a.Passages {
				if !seen[[2]int{i, p}] {
					t.Errorf("%s: in no row: %s", m.Name, a.Doc.Slice(a.Doc.Passages[p].Span))
				}
			}
		}
	}
}

func TestOrderOfArticlesDoesNotMatter(t *testing.T) {
	_, invented := meetings(t)
	for _, m := range invented {
		want := all(m.In, align.Rows(m.In))
		for turn := 1; turn < len(m.In.Articles); turn++ {
			in := align.Input{Articles: append(slices.Clone(m.In.Articles[turn:]), m.In.Articles[:turn]...)}
			slices.Reverse(in.Articles[:2])
			if d := cmp.Diff(want, all(in, align.Rows(in))); d != "" {
				t.Fatalf("%s turned by %d: %s", m.Name, turn, d)
			}
		}
	}
}

func TestRowsByReading(t *testing.T) {
	in := articles(
		"Minister Anna Berg met her colleague Paul Stein in Oslo on Monday. Berg demanded that the fishing quota be cut by 20 percent. A dinner followed.",
		"Anna Berg and Paul Stein met in Oslo on Monday. The quota for fishing should be cut by 20 percent, Berg demanded.",
		"It rained in Oslo. Berg demanded a cut of the fishing quota by 20 percent.")
	rows := align.Rows(in)
	found := false
	for _, r := range rows {
		if len(r.Readings) == 3 && strings.Count(told(in, r), "quota") == 3 {
			found = true
		}
		if len(r.Readings) > 1 && strings.Contains(told(in, r), "dinner") {
			t.Errorf("the dinner is told once:\n%s", told(in, r))
		}
	}
	if !found {
		t.Errorf("the quota is told by all three:\n%s", strings.Join(all(in, rows), "\n\n"))
	}
	for i := 1; i < len(rows); i++ {
		if len(rows[i].Readings) > len(rows[i-1].Readings) {
			t.Errorf("row %d is told by more articles than the one before it", i)
		}
	}
}

func TestNothing(t *testing.T) {
	if rows := align.Rows(align.Input{}); len(rows) != 0 {
		t.Errorf("no articles: %+v", rows)
	}
	in := articles("Only one article tells it. Nobody else does.")
	if rows := align.Rows(in); len(rows) != 2 {
		t.Errorf("one article: want two lonely rows, got %+v", rows)
	}
	in.Articles = append(in.Articles, align.Article{Doc: &text.Document{}})
	if rows := align.Rows(in); len(rows) != 2 {
		t.Errorf("an empty article beside it: %+v", rows)
	}
}

// TestManyAlike bounds the work on articles that say one sentence over and over: every pair is a link.
func TestManyAlike(t *testing.T) {
	s := strings.Repeat("Berg met Stein in Oslo on Monday. ", 60)
	in := articles(s, s, s, s, s, s)
	seen := 0
	for _, r := range align.Rows(in) {
		for _, x := range r.Readings {
			seen += len(x.Passages)
		}
	}
	if seen < 360 {
		t.Errorf("%d of 360 sentences stand in rows", seen)
	}
}

// BenchmarkEight makes the rows of eight articles of 700 words each.
func BenchmarkEight(b *testing.B) {
	words := strings.Fields("Berg Stein quota fishing demand cut percent talks Oslo agreement letter court ruling wage union strike pay offer")
	for i := range 1500 {
		words = append(words, "w"+string(rune('a'+i%26))+string(rune('a'+i/26%26))+string(rune('a'+i*7%26))+"ing")
	}
	random := rand.New(rand.NewSource(1))
	var sources []string
	for range 8 {
		var s strings.Builder
		for range 35 {
			s.WriteString("The")
			for range 19 {
				s.WriteString(" " + words[random.Intn(random.Intn(len(words))+1)])
			}
			s.WriteString(". ")
		}
		sources = append(sources, s.String())
	}
	in := articles(sources...)
	for b.Loop() {
		align.Rows(in)
	}
}

// TestSureRowStaysSure: a third sentence joins two that are surely one point when it is nearly as sure, and else stands beside them.
func TestSureRowStaysSure(t *testing.T) {
	in := articles("Anna Berg cut the quota.", "Berg, the minister, lowered the quota.", "Cuts of any quota are rare.")
	for _, c := range []struct {
		third float64
		want  [][]int
	}{
		{0.5, [][]int{{0, 1}, {0, 2}, {1, 2}}},
		{0.8, [][]int{{0, 1, 2}}},
	} {
		if d := cmp.Diff(c.want, align.Grown(in, [][]float64{{0, 0.99, c.third}, {0.99, 0, c.third}, {c.third, c.third, 0}})); d != "" {
			t.Errorf("a third sentence as likely as %v:\n%s", c.third, d)
		}
	}
}

// TestQuotationStaysWhole: what one account alone quotes is one point up to the end of the quotation, and no farther than its paragraph.
func TestQuotationStaysWhole(t *testing.T) {
	in := articles(
		"“We have one harbour,” Vos said. “We sold the old cranes. We kept the gates. We never met the mayor.” The rain came back.\n\n“The ferry left at noon. Nobody waved.\n\nA whale was seen.",
		"Piet Bakker paid the night shifts.")
	want := []string{"“We have one harbour,” Vos said.", "“We sold the old cranes. | We kept the gates. | We never met the mayor.”", "The rain came back.", "“The ferry left at noon. | Nobody waved.", "A whale was seen."}
	var got []string
	for _, r := range align.Rows(in) {
		if r.Readings[0].Article == 0 {
			got = append(got, strings.TrimSuffix(told(in, r), " | "))
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
