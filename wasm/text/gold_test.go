package text

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// shared is where the reference material stands on machines that have it.
const shared = "../../../shared"

type goldFile struct {
	Articles []struct {
		File      string
		Filename  string
		Headline  string
		Lines     map[string][]int
		Sentences []struct{ Kind, Text string }
	}
}

func loadGold(t *testing.T) goldFile {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(shared, "gold/seeds.json"))
	if err != nil {
		t.Skip("no reference material here")
	}
	var g goldFile
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatal(err)
	}
	return g
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// TestGoldLines holds the lines taken as article against the reference: every line right.
func TestGoldLines(t *testing.T) {
	right, all := 0, 0
	for _, a := range loadGold(t).Articles {
		raw, err := os.ReadFile("../../seeds/" + a.Filename)
		if err != nil {
			t.Fatal(err)
		}
		d := New(string(raw), "", "")
		var line []int
		n := 1
		for _, r := range d.Source {
			line = append(line, n)
			if r == '\n' {
				n++
			}
		}
		got := map[int]Kind{}
		for _, p := range d.Passages {
			for i := p.Start; i < p.End; i++ {
				got[line[i]] = p.Kind
			}
		}
		for kind, lines := range a.Lines {
			if kind == "blank" {
				continue
			}
			for _, l := range lines {
				all++
				want := Kind(kind)
				if kind == "boilerplate" {
					want = ""
				}
				if got[l] == want {
					right++
				} else {
					t.Errorf("%s line %d: got %q, want %q", a.File, l, got[l], want)
				}
			}
		}
	}
	t.Logf("lines: %d of %d", right, all)
}

// TestGoldSentences measures the sentences of the five seeds against the reference.
func TestGoldSentences(t *testing.T) {
	want, got := map[string]bool{}, map[string]bool{}
	for _, a := range loadGold(t).Articles {
		raw, err := os.ReadFile("../../seeds/" + a.Filename)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range a.Sentences {
			want[a.File+squeeze(s.Text)] = true
		}
		d := New(string(raw), "", "")
		for _, s := range wholeSentences(d) {
			got[a.File+squeeze(d.Slice(s))] = true
		}
	}
	hit := 0
	for s := range want {
		if got[s] {
			hit++
		} else {
			t.Logf("missing: %.120s", s)
		}
	}
	for s := range got {
		if !want[s] {
			t.Logf("extra: %.120s", s)
		}
	}
	f1 := 200 * hit / (len(want) + len(got))
	t.Logf("sentences: %d of %d, %d found, F1 %d %%", hit, len(want), len(got), f1)
	if f1 < 99 {
		t.Errorf("F1 %d %%, want 99", f1)
	}
}

// wholeSentences joins the clauses of each sentence.
func wholeSentences(d *Document) []Span {
	var out []Span
	for i, p := range d.Passages {
		if i > 0 && d.Passages[i-1].Sentence == p.Sentence {
			out[len(out)-1].End = p.End
			continue
		}
		out = append(out, p.Span)
	}
	return out
}

// TestCleanTexts reads texts without any furniture: first line headline, all the rest article.
func TestCleanTexts(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared, "points/dev/*.txt"))
	if len(files) == 0 {
		t.Skip("no reference material here")
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d := New(string(raw), "", "")
		var taken strings.Builder
		for _, p := range d.Passages {
			taken.WriteString(d.Slice(p.Span))
		}
		if squeeze(taken.String()) != squeeze(string(raw)) {
			t.Errorf("%s: taken %q", f, taken.String())
		}
		first, _, _ := strings.Cut(string(raw), "\n")
		if len(d.Passages) == 0 || d.Passages[0].Kind != Headline || d.Slice(d.Passages[0].Span) != strings.TrimSpace(first) {
			t.Errorf("%s: headline is %v", f, d.Passages[0])
		}
		for _, p := range d.Passages[1:] {
			if p.Kind != Body {
				t.Errorf("%s: %s %q", f, p.Kind, d.Slice(p.Span))
			}
		}
	}
	raw, err := os.ReadFile(filepath.Join(shared, "points/dev.gold.json"))
	if err != nil {
		t.Skip(err)
	}
	var gold struct {
		Meetings map[string]struct {
			Points []struct{ Mentions map[string][]string }
		}
	}
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	sentences := map[string]bool{}
	for _, f := range files {
		raw, _ := os.ReadFile(f)
		d := New(string(raw), "", "")
		for _, s := range wholeSentences(d) {
			sentences[filepath.Base(f)+squeeze(d.Slice(s))] = true
		}
	}
	found, all := 0, 0
	for _, m := range gold.Meetings {
		for _, p := range m.Points {
			for f, list := range p.Mentions {
				for _, s := range list {
					all++
					if sentences[f+squeeze(s)] {
						found++
					} else {
						t.Logf("%s: no sentence %q", f, s)
					}
				}
			}
		}
	}
	t.Logf("sentences of the points: %d of %d", found, all)
	if found*100 < all*99 {
		t.Errorf("%d of %d sentences", found, all)
	}
}
