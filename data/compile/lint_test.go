package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// faults are folders with one fault each. said is what the message must name, in order: file, line where there is one, and remedy.
var faults = []struct {
	name  string
	files map[string]string
	said  []string
}{
	{"unknown key", map[string]string{"a.txt": anArticle, "a.yaml": "published: 2019-05-10\ncolour: red\n"}, []string{"a.yaml:2: ", `unknown key "colour"`, "; "}},
	{"misnamed key", map[string]string{"k.txt": anArticle + "K.\n", "k.yaml": "outlet: X\nlanguage: en\ndate: 2019-05-10\n"}, []string{"k.yaml:3: ", `unknown key "date"`, "; write published"}},
	{"wrong date", map[string]string{"b.txt": anArticle + "B.\n", "b.yaml": "outlet: X\n\npublished: May 10\n"}, []string{"b.yaml:3: ", "published", "May 10", "; "}},
	{"empty file", map[string]string{"c.txt": " \n\n"}, []string{"c.txt: ", "is empty", "; "}},
	{"binary", map[string]string{"d.txt": "Headline\n\nText \x00\x01\x02 and more.\n"}, []string{"d.txt:3: ", "binary", "; "}},
	{"not UTF-8", map[string]string{"e.txt": "Headline\nCaf\xe9 talks\n"}, []string{"e.txt:2: ", "not UTF-8", "; "}},
	{"one line of 5 MB", map[string]string{"f.txt": strings.Repeat("word ", 1<<20)}, []string{"f.txt: ", "5242880 bytes", "; "}},
	{"two files of one text", map[string]string{"g.txt": "Same\n\n" + anArticle, "h.txt": "Same\n\n" + anArticle}, []string{"h.txt: ", "same text as", "g.txt", "; "}},
	{"a sidecar alone", map[string]string{"i.yaml": "outlet: X\n", "j.txt": anArticle + "J.\n"}, []string{"i.yaml: ", "no article i.txt", "; "}},
}

// in reports whether the words stand in the text in this order, in one line.
func in(text string, words []string) bool {
	for line := range strings.Lines(text) {
		ok := true
		for _, w := range words {
			_, after, found := strings.Cut(line, w)
			ok, line = ok && found, after
		}
		if ok {
			return true
		}
	}
	return false
}

// output is a folder as an earlier run left it, in a folder of its own.
func output(t testing.TB) string {
	return filepath.Join(folderOf(t, map[string]string{"out/manifest.json": `{"schema":1}`, "out/v1/dataset.json": "old"}), "out")
}

// untouched checks that out is as output made it and that nothing lies beside it.
func untouched(t testing.TB, out string) {
	t.Helper()
	same(t, tree(t, out), map[string]string{"manifest.json": `{"schema":1}`, "v1/dataset.json": "old"}, "the old output is not as it was")
	if beside := names(t, filepath.Dir(out)); len(beside) != 1 {
		t.Errorf("beside the output lie %q", beside)
	}
}

func TestEachFaultIsNamed(t *testing.T) {
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			seeds, out := folderOf(t, f.files), output(t)
			status, said := compile(t, "-seeds", seeds, "-registry", "none", "-out", out)
			if status != 1 {
				t.Errorf("exit status %d, want 1", status)
			}
			if !in(said, f.said) {
				t.Errorf("said\n%s\nwant a line with %q", said, f.said)
			}
			if !strings.Contains(said, "1 error; nothing was written") {
				t.Errorf("said\n%s\nwant one error", said)
			}
			untouched(t, out)
		})
	}
}

// All problems of a run are named at once, those of the registry too.
func TestAllFaultsAreNamedAtOnce(t *testing.T) {
	files := map[string]string{}
	for _, f := range faults {
		for name, data := range f.files {
			files[name] = data
		}
	}
	registry := folderOf(t, map[string]string{"people.yaml": "- id: anna-berg\n  name: Anna Berg\n  country: NO\n  shoe: 44\n"})
	out := output(t)
	status, said := compile(t, "-seeds", folderOf(t, files), "-registry", registry, "-out", out)
	if status != 1 {
		t.Errorf("exit status %d, want 1", status)
	}
	for _, f := range faults {
		if !in(said, f.said) {
			t.Errorf("%s is not named", f.name)
		}
	}
	if !in(said, []string{"people.yaml:4: ", "shoe", "; "}) {
		t.Error("the fault of the registry is not named")
	}
	if !strings.Contains(said, "10 errors; nothing was written") {
		t.Error("not ten errors")
	}
	if t.Failed() {
		t.Logf("said\n%s", said)
	}
	untouched(t, out)
}

func TestFoldersWithoutArticles(t *testing.T) {
	for _, c := range []struct{ name, seeds, want string }{
		{"an empty folder", t.TempDir(), "no article in this folder"},
		{"a folder with a README only", folderOf(t, map[string]string{"README.md": "hello"}), "no article in this folder"},
		{"no folder", filepath.Join(t.TempDir(), "none"), "cannot be read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := output(t)
			status, said := compile(t, "-seeds", c.seeds, "-registry", "none", "-out", out)
			if status != 1 || !in(said, []string{filepath.ToSlash(c.seeds), c.want, "; "}) {
				t.Errorf("exit status %d, said\n%s\nwant 1 and %q", status, said, c.want)
			}
			untouched(t, out)
		})
	}
}

// A warning is printed and stops nothing.
func TestWarningsStopNothing(t *testing.T) {
	seeds := folderOf(t, map[string]string{"a.txt": anArticle, "photo.jpg": "x"})
	out := filepath.Join(t.TempDir(), "out")
	if said := must(t, "-seeds", seeds, "-registry", "none", "-out", out); !in(said, []string{"photo.jpg: warning: ", "; "}) {
		t.Errorf("said\n%s\nwant a warning of photo.jpg", said)
	}
	readManifest(t, out)
}

func TestCheckWritesNothing(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	must(t, "-check", "-seeds", shippedSeeds, "-registry", shippedRegistry, "-out", out)
	if left := names(t, dir); len(left) > 0 {
		t.Errorf("-check wrote %q", left)
	}
	old := output(t)
	must(t, "-check", "-seeds", shippedSeeds, "-registry", shippedRegistry, "-out", old)
	untouched(t, old)
	if status, _ := compile(t, "-check", "-seeds", folderOf(t, faults[0].files), "-registry", "none", "-out", old); status != 1 {
		t.Errorf("-check of a fault: exit status %d, want 1", status)
	}
}

func TestMisuse(t *testing.T) {
	for _, args := range [][]string{{"seeds"}, {"-unknown"}, {"-seeds"}} {
		if status, said := compile(t, args...); status != 2 {
			t.Errorf("compile %q: exit status %d, want 2\n%s", args, status, said)
		}
	}
	registry := filepath.Join(t.TempDir(), "none")
	out := output(t)
	if status, said := compile(t, "-seeds", shippedSeeds, "-registry", registry, "-out", out); status != 1 || !strings.Contains(said, registry) {
		t.Errorf("a registry that is not there: exit status %d\n%s", status, said)
	}
	untouched(t, out)
	if _, err := os.Stat(registry); err == nil {
		t.Error("the registry's folder was made")
	}
}
