package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// folder is a folder with files; it returns their paths in the order given.
func folder(t *testing.T, files ...[2]string) (paths []string) {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		paths = append(paths, filepath.Join(dir, f[0]))
		if err := os.WriteFile(paths[len(paths)-1], []byte(f[1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

// names are the files in a folder; none where it is missing.
func names(dir string) (out []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

const (
	stated = "---\nheadline: Berg meets Salo\noutlet: Northern Daily\ndate: 2019-05-10\n---\nForeign Minister Anna Berg met her colleague Eero Salo in Helsinki on Thursday.\n"
	plain  = "Berg and Salo hold talks\n\nForeign Minister Eero Salo met his colleague Anna Berg in Helsinki on Thursday.\n"
)

func TestAdd(t *testing.T) {
	files := folder(t, [2]string{"talks.md", stated}, [2]string{"salo.txt", plain}, [2]string{"broken.md", "---\nno end"})
	for _, c := range []struct {
		what      string
		files     []string
		keepGoing bool
		ok        bool
		there     []string
		out, errs []string // what must be said
	}{
		{"two articles", files[:2], false, true, []string{"salo.txt", "salo.yaml", "talks.txt", "talks.yaml"},
			[]string{"2 articles added; next: make check", "outlet     Northern Daily\n", "published  2019-05-10\n", "outlet     not found; write it into salo.yaml", "headline   Berg and Salo hold talks  (a guess)"}, nil},
		{"one of them twice", []string{files[0], files[0]}, false, true, []string{"talks.txt", "talks.yaml"}, []string{"1 article added", "is there already, as ", "/talks.txt\n"}, nil},
		{"a broken one: nothing is written", files, false, false, nil, nil, []string{"broken.md: has front matter that does not end", "1 fault; nothing was written"}},
		{"a broken one, and go on", files, true, false, []string{"salo.txt", "salo.yaml", "talks.txt", "talks.yaml"}, []string{"2 articles added"}, []string{"broken.md: "}},
		{"none", []string{filepath.Join(filepath.Dir(files[0]), "gone.txt")}, false, false, nil, nil, []string{"gone.txt: is not there; give the path of a file"}},
	} {
		seeds := filepath.Join(t.TempDir(), "seeds")
		var out, errs strings.Builder
		if ok := add(options{seeds: seeds, keepGoing: c.keepGoing}, c.files, &out, &errs); ok != c.ok {
			t.Errorf("%s: ok is %v", c.what, ok)
		}
		if got := names(seeds); !slices.Equal(got, c.there) {
			t.Errorf("%s: the folder has %q, want %q", c.what, got, c.there)
		}
		for _, said := range []struct {
			got  string
			want []string
		}{{out.String(), c.out}, {errs.String(), c.errs}} {
			if len(said.want) == 0 && said.got != "" {
				t.Errorf("%s: says %q", c.what, said.got)
			}
			for _, w := range said.want {
				if !strings.Contains(said.got, w) {
					t.Errorf("%s: does not say %q but %q", c.what, w, said.got)
				}
			}
		}
	}
}

// What cannot be written ends the run with its reason, and half an article is never there.
func TestAddWhereNothingCanBeWritten(t *testing.T) {
	files := folder(t, [2]string{"talks.md", stated}, [2]string{"seeds", "a file where the folder should be"})
	var out, errs strings.Builder
	if add(options{seeds: files[1]}, files[:1], &out, &errs) || !strings.HasPrefix(errs.String(), "add: ") || out.String() != "" {
		t.Errorf("said %q and %q", out.String(), errs.String())
	}
}
