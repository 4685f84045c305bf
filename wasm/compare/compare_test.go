package compare

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/wasm/text"
)

// side is a text as one passage.
func side(s string) Side {
	d := &text.Document{Source: []rune(s), Language: "en"}
	span := text.Span{End: len(d.Source)}
	d.Passages = []text.Passage{{Span: span, Sentence: 1, Paragraph: 1, Kind: text.Body, Tokens: text.Tokenize(d.Source, span)}}
	return Side{d, []int{0}}
}

// drawn writes a Diff as a reader sees it: -deleted, +inserted, =shared; ~ moved; noise in round brackets.
func drawn(a, b Side, d Diff) string {
	var out []string
	for _, e := range d.Edits {
		s := ""
		switch e.Op {
		case Delete:
			s = "-" + a.Doc.Slice(e.Base)
		case Insert:
			s = "+" + b.Doc.Slice(e.Other)
		default:
			s = "=" + a.Doc.Slice(e.Base)
			if o := b.Doc.Slice(e.Other); o != a.Doc.Slice(e.Base) {
				s += "|" + o
			}
		}
		if e.Moved {
			s = "~" + s
		}
		if e.Noise {
			s = "(" + s + ")"
		}
		out = append(out, s)
	}
	return d.Mode + ": " + strings.Join(out, " ")
}

func TestReadings(t *testing.T) {
	names := func(s string) bool { return s == "kim" || s == "japan" || s == "oslo" }
	for _, c := range []struct{ a, b, want string }{
		// Mostly the same words: what changed.
		{"Kim demanded that Japan retract the export curbs immediately.", "Kim demanded that Japan retract the export controls at once.", "edits: -curbs immediately +controls at once"},
		{"They did agree to keep the tax.", "They did not agree to keep the tax.", "edits: +not"},
		{"The union rejected the new offer on Monday.", "On Monday the union rejected the new offer.", "edits: +On Monday -on Monday"},
		// A single small word between two edits joins them.
		{"The minister left the old room of stone early today.", "The minister left the new house of wood early today.", "edits: -old room of stone +new house of wood"},
		// Names that all use, and lone small words, are not marked.
		{"Kim said the quota will rise next year.", "He said the quota will rise next year.", "none: "},
		{"The quota rises in the next year.", "Quota rises the next year.", "edits: "},
		// Inside words.
		{"The leader wants talks.", "The leaders want talks.", "edits: +s -s"},
		// Few shared words: what is shared.
		{"The talks took 25 minutes from 10:40 a.m.", "The discussion in Oslo started at 10:40 a.m. and lasted around 25 minutes.", "shared: =25 minutes"},
		{"The plan of the wage commission costs many jobs in the north.", "Jobs vanish. Unions fear the wage commission; so the plan, they add, fails.", "shared: =the wage commission"},
		{"Kim met nobody of weight.", "Kim travelled home to his family.", "none: "},
		// Noise.
		{"Mr. Kim Jung-han met Kenji Kanasugi.", "Kim Jeong-han met Kanasugi Kenji.", "noise"},
		{"Yoon Suk-yeol sent three letters.", "Yoon Suk Yeol sent 3 letters", "noise"},
		{"TALKS BEGIN ON OCT. 29", "Talks begin on 29 October.", "noise"},
	} {
		a, b := side(c.a), side(c.b)
		d := Readings(a, b, names)
		if c.want == "noise" {
			for _, e := range d.Edits {
				if !e.Noise {
					t.Errorf("%q, %q: not all noise: %s", c.a, c.b, drawn(a, b, d))
					break
				}
			}
			continue
		}
		var kept []Edit
		for _, e := range d.Edits {
			if !e.Noise {
				kept = append(kept, e)
			}
		}
		d.Edits = kept
		if got := drawn(a, b, d); got != c.want {
			t.Errorf("%q, %q:\n got %s\nwant %s", c.a, c.b, got, c.want)
		}
	}
}

// TestParticles: a Korean particle is no difference and takes part in no edit.
func TestParticles(t *testing.T) {
	a, b := side("정부는 수출규제를 철회하라고 요구했다"), side("정부가 수출규제를 철폐하라고 요구했다")
	for _, e := range Readings(a, b, nil).Edits {
		s := a.Doc.Slice(e.Base) + b.Doc.Slice(e.Other)
		if !e.Noise && strings.HasPrefix(s, "정부") {
			t.Errorf("the particle counts: %q", s)
		}
	}
}

// random makes texts of few words, so that there is much to align.
func random(r *rand.Rand) string {
	vocabulary := strings.Fields("Kim the of met talks agreed union strike , . 29 three Oslo not and wage offer")
	words := make([]string, r.Intn(14))
	for i := range words {
		words[i] = vocabulary[r.Intn(len(vocabulary))]
	}
	return strings.Join(words, " ")
}

func TestAlignmentTurnsOneSideIntoTheOther(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var reader Reader
	for range 2000 {
		a, b := reader.words(side(random(r))), reader.words(side(random(r)))
		pairs := reader.align(a, b)
		var got, want []string
		for _, w := range b {
			want = append(want, w.key)
		}
		i := 0
		for _, g := range append(gaps(nil, a, b, pairs), gap{len(a), len(a), len(b), len(b)}) {
			for ; i < g.a0; i++ {
				got = append(got, a[i].key) // aligned: kept
			}
			for _, w := range b[g.b0:g.b1] {
				got = append(got, w.key) // inserted
			}
			i = g.a1 // deleted
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
	}
}

func TestContentIsAlignedBest(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	var reader Reader
	for range 2000 {
		a, b := reader.words(side(random(r))), reader.words(side(random(r)))
		n := 0
		for _, p := range reader.align(a, b) {
			if a[p.a].key != b[p.b].key || a[p.a].content != b[p.b].content {
				t.Fatalf("unlike words are aligned: %v %v", a[p.a], b[p.b])
			}
			if a[p.a].content {
				n++
			}
		}
		if want := longestCommon(contentKeys(a), contentKeys(b)); n != want {
			t.Fatalf("%d content words aligned, %d could be: %v %v", n, want, contentKeys(a), contentKeys(b))
		}
	}
}

func contentKeys(w []word) []string {
	var out []string
	for _, x := range w {
		if x.content {
			out = append(out, x.key)
		}
	}
	return out
}

// longestCommon is the length of a longest common subsequence, by the textbook's table.
func longestCommon(a, b []string) int {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
	}
	for i := range a {
		for j := range b {
			if a[i] == b[j] {
				table[i+1][j+1] = table[i][j] + 1
			} else {
				table[i+1][j+1] = max(table[i][j+1], table[i+1][j])
			}
		}
	}
	return table[len(a)][len(b)]
}

// check holds for any two texts.
func check(t *testing.T, x, y string) {
	a, b := side(x), side(y)
	if d := Readings(a, a, nil); len(d.Edits) != 0 || d.Mode != None || d.Shared != 1 {
		t.Fatalf("%q differs from itself: %+v", x, d)
	}
	d, e := Readings(a, b, nil), Readings(b, a, nil)
	if d.Mode != e.Mode || d.Shared != e.Shared || len(d.Edits) != len(e.Edits) {
		t.Fatalf("%q, %q: not the same when swapped: %+v %+v", x, y, d, e)
	}
	for _, edit := range d.Edits {
		swapped := edit
		swapped.Base, swapped.Other = edit.Other, edit.Base
		switch edit.Op {
		case Delete:
			swapped.Op = Insert
		case Insert:
			swapped.Op = Delete
		}
		if !slices.Contains(e.Edits, swapped) {
			t.Fatalf("%q, %q: %+v has no counterpart when swapped: %+v", x, y, edit, e.Edits)
		}
		for _, s := range []struct {
			span text.Span
			doc  *text.Document
		}{{edit.Base, a.Doc}, {edit.Other, b.Doc}} {
			if s.span.Start < 0 || s.span.End > len(s.doc.Source) || s.span.Len() < 0 {
				t.Fatalf("%q, %q: bad span %+v", x, y, edit)
			}
		}
		if (edit.Op == Delete && edit.Base.Len() == 0) || (edit.Op == Insert && edit.Other.Len() == 0) {
			t.Fatalf("%q, %q: an edit of nothing: %+v", x, y, edit)
		}
	}
}

func TestLaws(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 2000 {
		check(t, random(r), random(r))
	}
}

func FuzzReadings(f *testing.F) {
	f.Add("Mr. Kim's talks, at 10:40 a.m.", "KIM’S talks – 29th")
	f.Add("정부는 수출규제를", "政府は「輸出規制」を")
	f.Add("a\x80b \U0001F600", "")
	f.Fuzz(func(t *testing.T, x, y string) { check(t, x, y) })
}

// TestLong bounds the work on texts that share nothing.
func TestLong(t *testing.T) {
	a, b := side(strings.Repeat("alpha beta gamma ", 20000)), side(strings.Repeat("delta epsilon zeta ", 20000))
	if d := Readings(a, b, nil); d.Shared != 0 {
		t.Errorf("shared %v", d.Shared)
	}
}
