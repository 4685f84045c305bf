package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every command says what it does, and refuses what it does not understand with what to write instead.
func TestCommands(t *testing.T) {
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{[]string{"-h"}, 0, "Other commands"},
		{[]string{"check", "-h"}, 0, "what was guessed"},
		{[]string{"watch", "-h"}, 0, "until Ctrl-C"},
		{[]string{"review", "-h"}, 0, "-port"},
		{[]string{"explain", "-h"}, 0, "explain [-seeds DIR]"},
		{[]string{"explain"}, 2, "say what: explain"},
		{[]string{"explain", "a", "b"}, 2, `unexpected argument "b"`},
		{[]string{"check", "-out", "x"}, 2, "flag provided but not defined: -out"},
		{[]string{"add", "x.html"}, 2, "go run ./data/add"},
		{[]string{"chek"}, 2, "there are compile, check, watch, review, explain"},
		{[]string{"check", "seeds"}, 2, "folders are given with -seeds"},
	} {
		if status, said := compile(t, c.args...); status != c.status || !strings.Contains(said, c.want) {
			t.Errorf("%q: status %d, want %d; said %q, want %q", c.args, status, c.status, said, c.want)
		}
	}
}

// check shows what nobody has confirmed and which decisions quote what is not there; none of it is an error.
func TestCheck(t *testing.T) {
	seeds := folderOf(t, map[string]string{"a.txt": anArticle, "a.yaml": "published: 2019-05-10?\noutlet: Korea Hreald\nguessed: published\n",
		"b.txt": anArticle, "b.yaml": "outlet: Another\n"})
	registry := folderOf(t, map[string]string{"outlets.yaml": "- {id: korea-herald, name: The Korea Herald, siglum: KH, forms: [Korea Herald]}\n",
		"decisions.yaml": "- {decision: not-article, article: a.txt, quote: Subscribe now}\n- {decision: not-article, article: c.txt, quote: x}\n"})
	status, said := compile(t, "check", "-seeds", seeds, "-registry", registry)
	for _, want := range []string{
		`a.yaml:1: warning: published: "2019-05-10?" is a guess; correct it if it is wrong, then take published out of guessed`,
		`a.yaml:2: warning: outlet: "Korea Hreald" is not in outlets.yaml, but nearly; write The Korea Herald`,
		"decisions.yaml:1: warning: the decision does not apply: a.txt no longer has the words", "decisions.yaml:2: warning: the decision does not apply: there is no article c.txt",
		"b.txt: warning: has the same text as", "2 articles, nothing to mend, 5 things to look at",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("check lacks %q:\n%s", want, said)
		}
	}
	if status != 0 {
		t.Error("status", status)
	}
	if err := os.WriteFile(filepath.Join(seeds, "a.yaml"), []byte("outlett: x\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, said := compile(t, "check", "-seeds", seeds, "-registry", registry); status != 1 || !strings.Contains(said, "check: 1 error") {
		t.Errorf("status %d: %s", status, said)
	}
}

// A decision is followed by a compile, and said not to apply by a later one; the file is never touched.
func TestCompileFollowsDecisions(t *testing.T) {
	decisions := "- decision: not-article\n  article: a.txt\n  quote: \"met Finnish Foreign\n    Minister Eero Salo\"\n"
	seeds := folderOf(t, map[string]string{"a.txt": anArticle})
	registry := folderOf(t, map[string]string{"decisions.yaml": decisions})
	out := filepath.Join(t.TempDir(), "out")
	said := must(t, "-seeds", seeds, "-registry", registry, "-out", out, "-model", "none")
	data, err := os.ReadFile(filepath.Join(out, "dataset.json"))
	if err != nil || strings.Contains(string(data), "met Finnish Foreign Minister") || strings.Contains(said, "does not apply") {
		t.Errorf("%v; not followed, said %s", err, said)
	}
	if err := os.WriteFile(filepath.Join(seeds, "a.txt"), []byte(strings.Replace(anArticle, "met Finnish", "saw Finnish", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	if said = must(t, "-seeds", seeds, "-registry", registry, "-out", out, "-model", "none"); !strings.Contains(said, "decisions.yaml:1: warning: the decision does not apply: a.txt no longer has the words") {
		t.Errorf("lost in silence: %s", said)
	}
	if now, _ := os.ReadFile(filepath.Join(registry, "decisions.yaml")); string(now) != decisions {
		t.Error("the file was changed")
	}
}
