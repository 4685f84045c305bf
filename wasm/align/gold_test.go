package align_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"readout/data/learn"
	"readout/wasm/align"
	"readout/wasm/text"
)

// Sentence is one sentence of one article of a Meeting.
type Sentence struct{ File, Text string }

// Pair is two sentences of different files, in order.
type Pair [2]Sentence

// Meeting is the articles on one meeting and the pairs of sentences that share a point.
type Meeting struct {
	Name      string
	Files     []string // Files[i] is article i of In
	In        align.Input
	Pairs     map[Pair]bool
	Sentences []map[int]Sentence // article → passage → the sentence that it lies on
}

// points are what is known of a meeting: point → its sentences.
type points map[string][]Sentence

// Invented reads dir, the folder of invented meetings.
func Invented(dir string) ([]Meeting, error) {
	list, err := learn.ReadInvented(dir)
	var out []Meeting
	for _, in := range list {
		m := Meeting{Name: in.Name}
		known := points{}
		for _, a := range in.Accounts {
			for i, s := range a.Sentences {
				for _, p := range a.Points[i] {
					known[p] = append(known[p], Sentence{a.Outlet, s})
				}
			}
			m.add(a.Outlet, "Headline\n\n"+strings.Join(a.Sentences, " ")+"\n")
		}
		m.know(known)
		out = append(out, m)
	}
	return out, err
}

// Development reads the development set in dir (dev.gold.json and dev/). It is nil where there is none.
func Development(dir string) ([]Meeting, error) {
	raw, err := os.ReadFile(filepath.Join(dir, "dev.gold.json"))
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var g struct {
		Groups   map[string]string `json:"groups"`
		Meetings map[string]struct {
			Points []struct {
				Mentions map[string][]string `json:"mentions"`
			} `json:"points"`
		} `json:"meetings"`
	}
	if err := json.Unmarshal(raw, &g); err != nil {
		return nil, err
	}
	var out []Meeting
	for name, gm := range g.Meetings {
		m := Meeting{Name: name}
		var files []string
		for f, n := range g.Groups {
			if n == name {
				files = append(files, f)
			}
		}
		sort.Strings(files)
		for _, f := range files {
			b, err := os.ReadFile(filepath.Join(dir, "dev", f))
			if err != nil {
				return nil, err
			}
			m.add(f, string(b))
		}
		known := points{}
		for i, p := range gm.Points {
			for f, l := range p.Mentions {
				for _, s := range l {
					known[fmt.Sprint(i)] = append(known[fmt.Sprint(i)], Sentence{f, s})
				}
			}
		}
		m.know(known)
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b Meeting) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

// add appends an article; all its body passages are eligible.
func (m *Meeting) add(file, source string) {
	d := text.New(source, "en", "")
	a := align.Article{Doc: d}
	for i, p := range d.Passages {
		if p.Kind == text.Body {
			a.Passages = append(a.Passages, i)
		}
	}
	m.Files = append(m.Files, file)
	m.In.Articles = append(m.In.Articles, a)
}

// know fills what is derived from the points.
func (m *Meeting) know(known points) {
	m.Pairs = map[Pair]bool{}
	all := map[Sentence]bool{}
	for _, l := range known {
		for _, a := range l {
			all[a] = true
			for _, b := range l {
				if a.File != b.File {
					m.Pairs[PairOf(a, b)] = true
				}
			}
		}
	}
	for i, f := range m.Files {
		d := m.In.Articles[i].Doc
		src := string(d.Source)
		at, share := map[int]Sentence{}, map[int]int{}
		for s := range all {
			if s.File != f {
				continue
			}
			k := strings.Index(src, s.Text)
			if k < 0 {
				continue
			}
			start := len([]rune(src[:k]))
			end := start + len([]rune(s.Text))
			for j, p := range d.Passages {
				both := min(p.End, end) - max(p.Start, start)
				if 2*both > min(p.Len(), end-start) && (both > share[j] || both == share[j] && s.Text < at[j].Text) {
					at[j], share[j] = s, both
				}
			}
		}
		m.Sentences = append(m.Sentences, at)
	}
}

// PairOf puts two sentences in order.
func PairOf(a, b Sentence) Pair {
	if a.File > b.File || a.File == b.File && a.Text > b.Text {
		a, b = b, a
	}
	return Pair{a, b}
}

// TestInventedIsWellFormed holds that every sentence of the invented meetings is found in its article, by its words, in one place,
// and that no sentence is written twice.
func TestInventedIsWellFormed(t *testing.T) {
	_, invented := meetings(t)
	seen := map[string]string{}
	for _, m := range invented {
		for i, a := range m.In.Articles {
			told := map[string]bool{}
			for _, p := range a.Passages {
				s, ok := m.Sentences[i][p]
				if !ok {
					t.Errorf("%s, %s: in no sentence of the file: %q", m.Name, m.Files[i], a.Doc.Slice(a.Doc.Passages[p].Span))
				}
				told[s.Text] = true
			}
			for s := range told {
				if other, twice := seen[s]; twice {
					t.Errorf("%s, %s: already told in %s: %q", m.Name, m.Files[i], other, s)
				}
				seen[s] = m.Name + ", " + m.Files[i]
				if strings.Count(string(a.Doc.Source), s) != 1 {
					t.Errorf("%s, %s: part of another sentence too: %q", m.Name, m.Files[i], s)
				}
			}
		}
	}
}
