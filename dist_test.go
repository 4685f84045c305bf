package readout_test

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The committed data/dist is what the seeds give: nobody edited it, and nobody forgot to compile.
func TestTheCommittedDistIsWhatTheSeedsGive(t *testing.T) {
	fresh := filepath.Join(t.TempDir(), "dist")
	compile(t, fresh)
	sameFiles(t, filepath.Join("data", "dist"), fresh, "data/dist is not what seeds/ gives: run `make data` and commit it")
}

// Same input, same bytes, on every run. Go gives maps another order each time, so two runs find most slips.
func TestTwoRunsGiveTheSameBytes(t *testing.T) {
	first, second := filepath.Join(t.TempDir(), "dist"), filepath.Join(t.TempDir(), "dist")
	compile(t, first)
	compile(t, second)
	sameFiles(t, first, second, "two runs of the compiler differ")
}

func compile(t *testing.T, out string) {
	t.Helper()
	said, err := exec.Command("go", "run", "./data/compile", "-seeds", "seeds", "-out", out).CombinedOutput()
	if err != nil {
		t.Fatalf("go run ./data/compile: %v\n%s", err, said)
	}
}

func sameFiles(t *testing.T, left, right, complaint string) {
	t.Helper()
	a, b := files(t, left), files(t, right)
	if len(b) < 5 {
		t.Errorf("%s has %d files only", right, len(b))
	}
	var differ []string
	for path, text := range a {
		if other, found := b[path]; !found || !bytes.Equal(text, other) {
			differ = append(differ, path)
		}
	}
	for path := range b {
		if _, found := a[path]; !found {
			differ = append(differ, path)
		}
	}
	if len(differ) > 0 {
		t.Errorf("%s (%d of %d files, such as %s)", complaint, len(differ), len(b), strings.Join(differ[:min(3, len(differ))], ", "))
	}
}

// files are the files below dir, by path below it.
func files(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		below, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		found[filepath.ToSlash(below)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
