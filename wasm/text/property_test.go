package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestProperties holds on the five pages that ship what must not depend on how a page was saved.
func TestProperties(t *testing.T) {
	files, _ := filepath.Glob("../../seeds/*.txt")
	if len(files) == 0 {
		t.Fatal("no seeds")
	}
	texts := func(d *Document) (out []string) {
		for _, p := range d.Passages {
			out = append(out, string(p.Kind)+" "+d.Slice(p.Span))
		}
		return out
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		page := string(raw)
		d := New(page, "", "")
		check(t, d)
		want := texts(d)
		if len(want) < 10 {
			t.Fatalf("%s: %d passages", file, len(want))
		}
		same := func(what, changed, headline string) *Document {
			t.Helper()
			e := New(changed, "", headline)
			check(t, e)
			if diff := cmp.Diff(want, texts(e)); diff != "" {
				t.Errorf("%s, %s:\n%s", filepath.Base(file), what, diff)
			}
			return e
		}
		if diff := cmp.Diff(d, New(page, "", "")); diff != "" {
			t.Errorf("read twice: %s", diff)
		}
		same("line ends of Windows", strings.ReplaceAll(page, "\n", "\r\n"), "")
		same("no line end at the end", strings.TrimRight(page, "\n"), "")
		same("three blank lines for one", strings.ReplaceAll(page, "\n\n", "\n\n\n\n"), "")
		same("a footer", page+"\n\nCopyright © Example News. All rights reserved.\n\nMost read\n\nStorm warning for the coast\n", "")
		same("a menu", "Menu\n\nSign in\n\nHome » News » World\n\n"+page, "")
		for _, p := range d.Passages {
			if p.Kind == Headline {
				same("headline known", page, d.Slice(p.Span))
			}
		}
		e := same("a byte order mark", "\ufeff"+page, "")
		for i, p := range e.Passages {
			if i < len(d.Passages) && p.Start != d.Passages[i].Start+1 {
				t.Errorf("%s: passage %d begins at %d with a byte order mark, at %d without", file, i, p.Start, d.Passages[i].Start)
				break
			}
		}
	}
}
