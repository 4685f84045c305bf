package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// check holds what every Document must keep to, whatever the source.
func check(t *testing.T, d *Document) {
	t.Helper()
	end := 0
	for _, b := range d.Blocks {
		if b.Start < end || b.End > len(d.Source) || b.Len() <= 0 {
			t.Fatalf("block %v after %d of %d", b, end, len(d.Source))
		}
		end = b.End
	}
	end = 0
	sentence := 0
	for i, p := range d.Passages {
		if p.Start < end || p.End > len(d.Source) || p.Len() <= 0 {
			t.Fatalf("passage %d %v after %d", i, p.Span, end)
		}
		b := d.Blocks[p.Paragraph-1]
		if !b.Contains(p.Span) || b.Kind != p.Kind {
			t.Fatalf("passage %d %v is not in its block %v", i, p.Span, b)
		}
		if isSpace(d.Source[p.Start]) || isSpace(d.Source[p.End-1]) {
			t.Fatalf("passage %q begins or ends with white space", d.Slice(p.Span))
		}
		switch p.Sentence {
		case sentence: // between clauses of a sentence stands nothing but white space
			for _, r := range d.Source[end:p.Start] {
				if !isSpace(r) {
					t.Fatalf("between clauses of sentence %d: %q", sentence, d.Source[end:p.Start])
				}
			}
		case sentence + 1:
			sentence++
		default:
			t.Fatalf("sentence %d after %d", p.Sentence, sentence)
		}
		end = p.End
		at := p.Start
		for _, k := range p.Tokens {
			if k.Start < at || k.End > p.End || k.Len() <= 0 || k.Len() > maxToken+1 || k.Text != d.Slice(k.Span) {
				t.Fatalf("token %+v at %d in %v", k, at, p.Span)
			}
			for _, r := range d.Source[at:k.Start] {
				if !isSpace(r) {
					t.Fatalf("no token for %q", d.Source[at:k.Start])
				}
			}
			at = k.End
			if k.Word && k.Norm == "" {
				t.Fatalf("the word %q has no form", k.Text)
			}
			if again := Fold(k.Norm); again != k.Norm {
				t.Fatalf("Fold(%q) = %q", k.Norm, again)
			}
		}
		for _, r := range d.Source[at:p.End] {
			if !isSpace(r) {
				t.Fatalf("no token for %q", d.Source[at:p.End])
			}
		}
	}
	// Nothing in a block is lost.
	i := 0
	for _, b := range d.Blocks {
		at := b.Start
		for ; i < len(d.Passages) && d.Passages[i].Start < b.End; i++ {
			if strings.TrimFunc(string(d.Source[at:d.Passages[i].Start]), isSpace) != "" {
				t.Fatalf("lost %q", d.Source[at:d.Passages[i].Start])
			}
			at = d.Passages[i].End
		}
		if strings.TrimFunc(string(d.Source[at:b.End]), isSpace) != "" {
			t.Fatalf("lost %q", d.Source[at:b.End])
		}
	}
}

func FuzzNew(f *testing.F) {
	seeds, _ := filepath.Glob("../../seeds/*.txt")
	for _, name := range seeds {
		if raw, err := os.ReadFile(name); err == nil {
			f.Add(raw)
		}
	}
	for _, s := range []string{"", "\xff\xfe", "\ufeffA\r\nB c d.\r\n", "a. ", "“a ‘b “c. D", "会談は24日、東京で行われた。", "김 국장은 회담에서 말했다.",
		"He said X, and they agreed to meet the Kim; and urged the North to", "U.S. U.S U.", "x's's.\u0301'", "He met \u0301 and \u0301's.", "((((([[[[", "[a b] ccccccccccccccccccccc."} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		check(t, New(string(raw), "", ""))
		check(t, New(string(raw), "en", "A headline"))
		if s := Fold(string(raw)); Fold(s) != s {
			t.Fatalf("Fold(%q) is %q and then %q", raw, s, Fold(s))
		}
	})
}

// TestBounded reads a megabyte of what is worst for each stage. The limit is far above what it takes (under a second)
// and far below what a quadratic stage would.
func TestBounded(t *testing.T) {
	n := 1 << 20
	if testing.Short() {
		n = 1 << 17
	}
	for name, unit := range map[string]string{
		"one word": "a", "hyphens": "a-", "stops": ".", "stops with spaces": "a. ", "quotes": "“‘\"", "brackets": "([【", "quotes closed": "”’\"", "lines": "a b\n",
		"sentences": "The minister said that and urged the other. ", "no stop": "and he said the ", "han": "会談", "hangul": "회담은", "kana": "のは", "spaces": " ", "dots of acronyms": "U.S.",
		"paragraphs": "The minister said on Monday that he had met his counterpart in the capital.\n\n", "short lines": "One more line\n\nNo end. (X\n\n", "digits": "1,", "lone marks": "\u0301", "pipes": " | ",
	} {
		start := time.Now()
		check(t, New(strings.Repeat(unit, n/len(unit)), "", ""))
		if d := time.Since(start); d > 15*time.Second {
			t.Errorf("%s: %v", name, d)
		} else if d > 2*time.Second {
			t.Logf("%s: %v", name, d)
		}
	}
}
