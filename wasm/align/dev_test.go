package align

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode"

	"github.com/kljensen/snowball/english"

	"readout/wasm/text"
)

var list = flag.Int("list", 0, "print so many false and missed pairs")

// devGold is dev.gold.json.
type devGold struct {
	Groups   map[string]string `json:"groups"`
	Meetings map[string]struct {
		Points []struct {
			Label    string              `json:"label"`
			Mentions map[string][]string `json:"mentions"`
		} `json:"points"`
	} `json:"meetings"`
}

// devDir finds the development set beside the module; "" where there is none.
func devDir() string {
	dir := filepath.Join("..", "..", "..", "shared", "points")
	if _, err := os.Stat(filepath.Join(dir, "dev.gold.json")); err != nil {
		return ""
	}
	return dir
}

// plain reads a text as the seeds are written when they hold nothing but the article: a title, an empty line, paragraphs.
// It splits sentences at full stops before a capital, which is enough for this set.
func plain(s string) *text.Document {
	d := &text.Document{Source: []rune(s), Language: "en"}
	sentence, para := 0, 0
	start := 0
	flush := func(end int, kind text.Kind) {
		for start < end && unicode.IsSpace(d.Source[start]) {
			start++
		}
		for end > start && unicode.IsSpace(d.Source[end-1]) {
			end--
		}
		if end > start {
			sentence++
			p := text.Passage{Span: text.Span{Start: start, End: end}, Sentence: sentence, Paragraph: para, Kind: kind}
			p.Tokens = tokenize(d, p.Span)
			d.Passages = append(d.Passages, p)
		}
		start = end
	}
	kind := text.Headline
	src := d.Source
	for i := 0; i < len(src); i++ {
		if src[i] == '\n' {
			flush(i, kind)
			if i > 0 && src[i-1] == '\n' {
				para++
				kind = text.Body
			}
			continue
		}
		if (src[i] == '.' || src[i] == '?' || src[i] == '!') && i+2 < len(src) && (src[i+1] == ' ' || src[i+1] == '"' && src[i+2] == ' ') {
			j := i + 1
			if src[j] == '"' {
				j++
			}
			if unicode.IsUpper(src[j+1]) && !abbreviated(src, i) {
				flush(j, kind)
			}
		}
	}
	flush(len(src), kind)
	return d
}

func abbreviated(src []rune, i int) bool {
	j := i
	for j > 0 && (unicode.IsLetter(src[j-1]) || src[j-1] == '.') {
		j--
	}
	w := string(src[j:i])
	switch w {
	case "Mr", "Mrs", "Ms", "Dr", "Rep", "Sen", "U.S", "St", "Gen", "a.m", "p.m":
		return true
	}
	return len(w) == 1
}

func tokenize(d *text.Document, s text.Span) []text.Token {
	var out []text.Token
	src := d.Source
	wordy := func(i int) bool {
		r := src[i]
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
		in := i > s.Start && i+1 < s.End
		switch r {
		case '\'', '’', '-', '.', ',', ':':
			return in && (unicode.IsLetter(src[i-1]) && unicode.IsLetter(src[i+1]) && r != ',' && r != ':' || unicode.IsDigit(src[i-1]) && unicode.IsDigit(src[i+1]))
		}
		return false
	}
	for i := s.Start; i < s.End; {
		if unicode.IsSpace(src[i]) {
			i++
			continue
		}
		j := i
		for j < s.End && wordy(j) {
			j++
		}
		if j == i {
			out = append(out, text.Token{Span: text.Span{Start: i, End: i + 1}, Text: string(src[i]), Norm: string(src[i]), Stem: string(src[i])})
			i++
			continue
		}
		w := string(src[i:j])
		norm := strings.TrimSuffix(strings.ReplaceAll(strings.ToLower(w), "’", "'"), "'s")
		out = append(out, text.Token{Span: text.Span{Start: i, End: j}, Text: w, Norm: norm, Stem: english.Stem(norm, true), Word: true, Upper: unicode.IsUpper(src[i])})
		i = j
	}
	return out
}

type devMeeting struct {
	name  string
	files []string
	docs  []*text.Document
	in    Input
	gold  map[[2]string]bool // "file\tsentence" pairs, sorted
	sents map[string]bool
}

func loadDev(t testing.TB) []devMeeting {
	dir := devDir()
	if dir == "" {
		t.Skip("the development set is not beside the module")
	}
	raw, err := os.ReadFile(filepath.Join(dir, "dev.gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var g devGold
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatal(err)
	}
	var out []devMeeting
	for name := range g.Meetings {
		out = append(out, devMeeting{name: name})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].name < out[j].name })
	for k := range out {
		m := &out[k]
		for f, n := range g.Groups {
			if n == m.name {
				m.files = append(m.files, f)
			}
		}
		sort.Strings(m.files)
		for _, f := range m.files {
			b, err := os.ReadFile(filepath.Join(dir, "dev", f))
			if err != nil {
				t.Fatal(err)
			}
			d := plain(string(b))
			a := Article{Doc: d}
			for i, p := range d.Passages {
				if p.Kind == text.Body {
					a.Passages = append(a.Passages, i)
				}
			}
			m.docs = append(m.docs, d)
			m.in.Articles = append(m.in.Articles, a)
		}
		m.gold, m.sents = map[[2]string]bool{}, map[string]bool{}
		for _, p := range g.Meetings[m.name].Points {
			var ms []string
			for f, l := range p.Mentions {
				for _, s := range l {
					ms = append(ms, f+"\t"+s)
					m.sents[f+"\t"+s] = true
				}
			}
			sort.Strings(ms)
			for i, a := range ms {
				for _, b := range ms[i+1:] {
					if a[:strings.IndexByte(a, '\t')] != b[:strings.IndexByte(b, '\t')] {
						m.gold[[2]string{a, b}] = true
					}
				}
			}
		}
	}
	return out
}

// sentence is the gold sentence that passage p of article a lies on, or "".
func (m *devMeeting) sentence(a, p int) string {
	d := m.docs[a]
	t := strings.Join(strings.Fields(d.Slice(d.Passages[p].Span)), " ")
	for s := range m.sents {
		f, body, _ := strings.Cut(s, "\t")
		if f == m.files[a] && (strings.Contains(body, t) || strings.Contains(t, body)) {
			return s
		}
	}
	return ""
}

type tally struct {
	tp, pred, gold int
	ranked         []scored
}

type scored struct {
	c  float64
	ok bool
	k  [2]string
}

func (m *devMeeting) tally(rows []Row) tally {
	pred := map[[2]string]float64{}
	for _, r := range rows {
		for i, x := range r.Readings {
			for _, y := range r.Readings[i+1:] {
				for _, p := range x.Passages {
					for _, q := range y.Passages {
						a, b := m.sentence(x.Article, p), m.sentence(y.Article, q)
						if a == "" || b == "" {
							continue
						}
						if a > b {
							a, b = b, a
						}
						pred[[2]string{a, b}] = max(pred[[2]string{a, b}], r.Confidence)
					}
				}
			}
		}
	}
	t := tally{pred: len(pred), gold: len(m.gold)}
	for k, c := range pred {
		if m.gold[k] {
			t.tp++
		}
		t.ranked = append(t.ranked, scored{c, m.gold[k], k})
	}
	return t
}

func (t *tally) add(u tally) {
	t.tp += u.tp
	t.pred += u.pred
	t.gold += u.gold
	t.ranked = append(t.ranked, u.ranked...)
}

func (t tally) figures() (p, r, f1, r80 float64) {
	if t.pred > 0 {
		p = float64(t.tp) / float64(t.pred)
	}
	r = float64(t.tp) / float64(t.gold)
	if p+r > 0 {
		f1 = 2 * p * r / (p + r)
	}
	sort.Slice(t.ranked, func(i, j int) bool { return t.ranked[i].c > t.ranked[j].c })
	tp := 0
	for i, x := range t.ranked {
		if x.ok {
			tp++
		}
		if (i+1 == len(t.ranked) || t.ranked[i+1].c != x.c) && float64(tp) >= .8*float64(i+1) {
			r80 = max(r80, float64(tp)/float64(t.gold))
		}
	}
	return
}

// TestDev prints how well the rows of the development set agree with the gold, the meeting given.
func TestDev(t *testing.T) {
	var all tally
	for _, m := range loadDev(t) {
		x := m.tally(Rows(m.in))
		p, r, f1, r80 := x.figures()
		t.Logf("%-32s P %.3f R %.3f F1 %.3f R@P80 %.3f", m.name, p, r, f1, r80)
		all.add(x)
		if *list > 0 {
			show(t, &m, x)
		}
	}
	p, r, f1, r80 := all.figures()
	t.Logf("%-32s P %.3f R %.3f F1 %.3f R@P80 %.3f pairs %d of %d", "all", p, r, f1, r80, all.pred, all.gold)
}

func show(t *testing.T, m *devMeeting, x tally) {
	seen := map[[2]string]bool{}
	sort.Slice(x.ranked, func(i, j int) bool { return x.ranked[i].c > x.ranked[j].c })
	for _, s := range x.ranked {
		seen[s.k] = true
		if !s.ok {
			fmt.Printf("false %.3f\n  %s\n  %s\n", s.c, s.k[0], s.k[1])
		}
	}
	for k := range m.gold {
		if !seen[k] {
			fmt.Printf("missed\n  %s\n  %s\n", k[0], k[1])
		}
	}
}
