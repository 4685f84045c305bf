package lean

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// probe is compiled among the functions and holds them against the expressions they stand for.
const probe = `package main

import (
	"html"
	"regexp"
	"strings"
)

func main() {
	for _, s := range []string{"", "Tom & 'Jerry' <b>\"x\"</b>", "&amp;", "\x00한"} {
		if escaped(s) != html.EscapeString(s) {
			panic(escaped(s))
		}
	}
	for pattern, f := range map[string]matcher{
		"[^a-zA-Z0-9]":      notAlphanumeric,
		"\\s":               hasSpace,
		"[\\r\\n]":          hasLineBreak,
		"\\n\\r?\\n$":       endsBlank,
		"^\\r?\\n\\r?\\n":   startsBlank,
	} {
		re := regexp.MustCompile(pattern)
		alphabet := []string{"a", "Z", "5", "é", " ", "\t", "\v", "\f", "\r", "\n", "\u00a0", "\u0085", "\xff", "한"}
		strs := []string{""}
		for range 5 {
			for _, s := range strs[:min(len(strs), 3000)] {
				for _, c := range alphabet {
					strs = append(strs, s+c)
				}
			}
		}
		for _, s := range strs {
			if f.MatchString(s) != re.MatchString(s) {
				println(pattern, "and its function differ on", s)
				panic(s)
			}
		}
	}
}
`

func TestFunctionsMatchAsTheExpressionsDo(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "main.go")
	if err := os.WriteFile(name, []byte(probe+matchers), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "run", name).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func TestModfileFitsTheModule(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	modfile, err := Modfile()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "vet", "-modfile", modfile, "./wasm/compare").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if _, err := change("package diffmatchpatch"); err == nil || !strings.Contains(err.Error(), "0 times") {
		t.Errorf("another file is changed without a word: %v", err)
	}
}
