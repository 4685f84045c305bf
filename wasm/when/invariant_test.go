package when

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"readout/wasm/text"
)

// checkFound holds what must be true of every result of Find.
func checkFound(t *testing.T, d *text.Document, found []Expr) {
	t.Helper()
	end := 0
	for _, e := range found {
		switch {
		case e.Start < end || e.End <= e.Start:
			t.Fatalf("%+v overlaps what stands before it (%d)", e, end)
		case !d.Passages[e.Passage].Contains(e.Span):
			t.Fatalf("%+v lies outside its passage %v", e, d.Passages[e.Passage].Span)
		case e.Text != d.Slice(e.Span):
			t.Fatalf("%+v does not say what stands there: %q", e, d.Slice(e.Span))
		case e.Value == "" || e.Type == "":
			t.Fatalf("%+v has no value or type", e)
		case e.Relative != nil && !e.Date.IsZero():
			t.Fatalf("%+v counts from an event and from the publication", e)
		}
		if !e.Date.IsZero() {
			if back, err := Parse(e.Date.String()); err != nil || back != e.Date {
				t.Fatalf("%+v: date %s does not come back: %v", e, e.Date, err)
			}
		}
		end = e.End
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"On the 18th, Kishida said at 10:40 a.m. EST Friday that it will meet next week.", "the end of last year", "After 8 Months, Aug. 29",
		"two hundred thousand and a half years ago", "the 1990s and '80s and 1910-45", "last March the third quarter of 1989", "31 February 2014",
		"ten thousand years ago, 9999 centuries later", "the week of Feb. 29", "2019.08.29 15:02", "12/31/99", "\n\n(c) 2014 AFP\n\nSEOUL, Aug. 29 (Yonhap)",
	} {
		f.Add(s, int16(2014), byte(2), byte(18))
	}
	f.Add("next year and last century, Feb. 29", int16(9999), byte(12), byte(31))
	f.Fuzz(func(t *testing.T, s string, y int16, m, day byte) {
		d := text.New(s, "en", "")
		pub := OnDay(MakeDay(floorMod(int(y), 10000), int(m)%12+1, int(day)%28+1))
		checkFound(t, d, Find(d, pub))
		checkFound(t, d, Find(d, Date{}))
		checkFound(t, d, Find(d, OneOf(max(pub.First()-40, MakeDay(0, 1, 1)), pub.Last())))
		date, evidence := Published(d)
		if !date.IsZero() && len(evidence) == 0 {
			t.Fatalf("%s without evidence", date)
		}
		for _, e := range evidence {
			if e.Start >= e.End || e.End > len(d.Source) || e.Why == "" {
				t.Fatalf("evidence %+v", e)
			}
		}
	})
}

// TestRangeAgreesWithDays: what is resolved against a range holds what is resolved against every day of it.
func TestRangeAgreesWithDays(t *testing.T) {
	d := article("On the 18th they met, and on Friday they will meet again.", "He spoke yesterday, last week and in March.", "On Aug. 29 and May 3 they met.")
	first, last := MakeDay(2014, 2, 17), MakeDay(2014, 2, 25)
	wide := Find(d, OneOf(first, last))
	for pub := first; pub <= last; pub++ {
		for i, e := range Find(d, OnDay(pub)) {
			if w := wide[i]; !w.Date.Contains(e.Date) {
				t.Errorf("%q: %s on %s is not in %s", e.Text, e.Date, OnDay(pub), w.Date)
			}
		}
	}
}

// TestBegins: the quick look at a word never passes over an expression.
func TestBegins(t *testing.T) {
	files, err := filepath.Glob("../../seeds/*.txt")
	if folder := os.Getenv("READOUT_TEMPEVAL"); folder != "" {
		files, err = filepath.Glob(filepath.Join(folder, "*.tml"))
	}
	if err != nil || len(files) == 0 {
		t.Fatal("nothing to read", err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		source := []rune(string(raw))
		l := cut(source, text.Span{End: len(source)})
		for i := range l {
			if p := read(l, i); p.sort != none && !l.begins(i) {
				t.Errorf("%s: %q begins an expression", f, l[i].norm)
			}
		}
	}
}

// TestBeginsOnAnyWords: nor does it where the words of the grammar stand in any order, and others between them. The words are those of
// its tables and every word that is quoted in its files.
func TestBeginsOnAnyWords(t *testing.T) {
	vocabulary := []string{"quota", "Kim", "Lee", "7", "18", "25", "2014", "1989", "300", "-", ",", ".", "'", ":", "/", "%", "“", "½"}
	for _, table := range [][]string{starters.Words(), pluralUnits.Words(), units.Words(), powers.Words(), partsOfDay.Words(), decadeNames.Words()} {
		vocabulary = append(vocabulary, table...)
	}
	files, err := filepath.Glob("grammar_*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no grammar", err)
	}
	for _, f := range append(files, "quantity.go", "holiday.go") {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for i, part := range strings.Split(string(raw), "\"") {
			if i%2 == 1 && part != "" && strings.TrimFunc(part, unicode.IsLower) == "" {
				vocabulary = append(vocabulary, part)
			}
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		w := vocabulary[rng.IntN(len(vocabulary))]
		if rng.IntN(3) == 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		return w + []string{" ", " ", " ", ""}[rng.IntN(4)]
	}
	firsts := []string{"7 ", "18", "25 ", "300 ", "1989 "}
	for w := range openers {
		firsts = append(firsts, w+" ")
	}
	slices.Sort(firsts)
	found := 0
	for n := range 20 * len(firsts) * len(vocabulary) / 10 {
		source := []rune(word() + firsts[n%len(firsts)] + word() + word() + word() + word())
		l := cut(source, text.Span{End: len(source)})
		for i := range l {
			if p := read(l, i); p.sort != none {
				found++
				if !l.begins(i) {
					t.Fatalf("%q: %q begins an expression", string(source), l[i].norm)
				}
			}
		}
	}
	if found < 1000 {
		t.Errorf("only %d expressions: the words are not those of the grammar", found)
	}
}

// TestLinear: what a piece costs does not grow with the text around it, whatever stands in it. Counted are the readings that are tried
// and the pieces that one of them takes, for time says little on a busy machine.
func TestLinear(t *testing.T) {
	readers, tried := slices.Clone(grammar), 0
	for k, m := range readers {
		grammar[k] = func(l line, i int) phrase { tried++; return m(l, i) }
	}
	defer copy(grammar, readers)
	const longest = 20 // pieces of one expression; "the second half of last year, at 10:40 a.m." has 15
	for _, unit := range []string{"early ", "the end of ", "hundred ", "two thousand ", "1,", "1,000,", "twenty-", "after two ", "last ", "May. ", "12:", "2014-", "will "} {
		cost := func(n int) int {
			tried = 0
			Find(article(strings.Repeat(unit, n)), OnDay(0))
			return tried
		}
		if small, large := cost(50), cost(500); large > 11*small {
			t.Errorf("%q: %d readings tried for 50, %d for 500", unit, small, large)
		}
		for _, end := range []string{"", "years", "2 years ago", "Friday"} { // what reads far shows where its expression is whole
			source := []rune(strings.Repeat(unit, 50) + end)
			l := cut(source, text.Span{End: len(source)})
			for i := range l {
				p := read(l, i)
				if near := read(l[:min(len(l), i+2*longest)], i); p.end-i > longest || near != p {
					t.Fatalf("%q, piece %d: an expression of %d pieces, of %d where the text ends soon", unit, i, p.end-i, near.end-i)
				}
			}
		}
	}
}

// TestTenseReaches: a verb far from an expression says nothing of it, which bounds the search for one.
func TestTenseReaches(t *testing.T) {
	for _, c := range []struct {
		between int
		want    string
	}{{10, "2014-02-21"}, {200, "2014-02-14"}} {
		d := article("They will meet, " + strings.Repeat("he ", c.between) + "Friday " + strings.Repeat("he ", 200) + "will")
		if e := Find(d, OnDay(MakeDay(2014, 2, 19))); len(e) != 1 || e[0].Date.String() != c.want {
			t.Errorf("%d words between: %+v, want %s", c.between, e, c.want)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	files, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(files) == 0 {
		b.Skip("no seeds")
	}
	var docs []*text.Document
	size := 0
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		size += len(raw)
		docs = append(docs, text.New(string(raw), "en", ""))
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, d := range docs {
			Find(d, OnDay(MakeDay(2014, 2, 19)))
		}
	}
}
