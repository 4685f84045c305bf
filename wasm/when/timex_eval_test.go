package when

import (
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/wasm/text"
)

// timex is an annotated expression; offsets are code points of the text.
type timex struct {
	text.Span
	kind, value string
}

// readTimeML reads the text of a TimeML document, its annotated expressions and its creation time.
func readTimeML(t *testing.T, file string) (body string, gold []timex, created Date) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := string(raw)
	_, dct, _ := strings.Cut(s, "<DCT>")
	_, dct, _ = strings.Cut(dct, `value="`)
	if len(dct) >= 10 {
		if created, err = Parse(dct[:10]); err != nil {
			t.Logf("%s: %v", file, err)
		}
	}
	_, s, _ = strings.Cut(s, "<TEXT>")
	s, _, _ = strings.Cut(s, "</TEXT>")
	var out []rune
	var open timex
	for s != "" {
		before, tag, found := strings.Cut(s, "<")
		out = append(out, []rune(html.UnescapeString(before))...)
		if !found {
			break
		}
		tag, s, _ = strings.Cut(tag, ">")
		switch {
		case strings.HasPrefix(tag, "TIMEX3"):
			open = timex{Span: text.Span{Start: len(out)}, kind: attribute(tag, "type"), value: attribute(tag, "value")}
		case tag == "/TIMEX3":
			open.End = len(out)
			gold = append(gold, open)
		}
	}
	return string(out), gold, created
}

func attribute(tag, name string) string {
	_, v, _ := strings.Cut(tag, " "+name+`="`)
	v, _, _ = strings.Cut(v, `"`)
	return v
}

// TestTimexCorpus measures Find on a folder of TimeML documents (*.tml) by the measure of TempEval-3, task A: an expression
// counts when it overlaps an annotated one, its value when it is the same string. The corpora are not part of
// this project: TimeBank and AQUAINT are in qiangning/StructTempRel-EMNLP17 on GitHub.
// With -v every difference is printed.
func TestTimexCorpus(t *testing.T) {
	folder := os.Getenv("READOUT_TEMPEVAL")
	if folder == "" {
		t.Skip("READOUT_TEMPEVAL names no folder of .tml files")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.tml"))
	if err != nil || len(files) == 0 {
		t.Fatal("no .tml files in ", folder, err)
	}
	var annotated, found, overlap, exact, values, types int
	for _, file := range files {
		body, gold, created := readTimeML(t, file)
		d := segmented(body)
		got := Find(d, created)
		name := filepath.Base(file)
		annotated, found = annotated+len(gold), found+len(got)
		used := make([]bool, len(got))
		for _, g := range gold {
			k := match(g.Span, got, used)
			if k < 0 {
				t.Logf("%s %s: missed %q %s %s", name, created, d.Slice(g.Span), g.kind, g.value)
				continue
			}
			used[k] = true
			overlap++
			if got[k].Span == g.Span {
				exact++
			}
			if got[k].Type == g.kind {
				types++
			}
			if got[k].Value == g.value {
				values++
			} else {
				t.Logf("%s %s: value %q %s, not %q %s: %s", name, created, got[k].Text, got[k].Value, d.Slice(g.Span), g.value, around(d, g.Span))
			}
		}
		for k, g := range got {
			if !used[k] {
				t.Logf("%s %s: too much %q %s: %s", name, created, g.Text, g.Value, around(d, g.Span))
			}
		}
	}
	f1 := func(n int) float64 { return 2 * float64(n) / float64(annotated+found) }
	t.Logf("%d documents, %d annotated, %d found: relaxed P %.3f R %.3f F1 %.3f, strict F1 %.3f, value accuracy %.3f, type accuracy %.3f, value F1 %.3f",
		len(files), annotated, found, float64(overlap)/float64(found), float64(overlap)/float64(annotated), f1(overlap), f1(exact),
		float64(values)/float64(overlap), float64(types)/float64(overlap), f1(values))
	if f1(values) < 0.5 {
		t.Error("value F1 is below any system of TempEval-3")
	}
}

// match is the unused expression with the span, or else the first that overlaps it; -1 where there is none.
func match(s text.Span, got []Expr, used []bool) int {
	first := -1
	for k, g := range got {
		switch {
		case used[k]:
		case g.Span == s:
			return k
		case first < 0 && g.Overlaps(s):
			first = k
		}
	}
	return first
}

func around(d *text.Document, s text.Span) string {
	wide := text.Span{Start: max(0, s.Start-60), End: min(len(d.Source), s.End+50)}
	return strings.Join(strings.Fields(d.Slice(wide)), " ")
}

// segmented is the document of a text that is all article: blocks end at empty lines.
func segmented(body string) *text.Document {
	d := &text.Document{Source: []rune(body), Language: "en"}
	start := 0
	for i := 0; i <= len(d.Source); i++ {
		if i == len(d.Source) || i+1 < len(d.Source) && d.Source[i] == '\n' && d.Source[i+1] == '\n' {
			if strings.TrimSpace(string(d.Source[start:i])) != "" {
				d.Blocks = append(d.Blocks, text.Block{Span: text.Span{Start: start, End: i}, Kind: text.Body})
			}
			start = i
		}
	}
	text.Segment(d)
	return d
}
