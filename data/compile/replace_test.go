package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/data/compile/replace"
)

// anew is a small output.
var anew = map[string]string{"v1/dataset.json": "new", "manifest.json": "{}"}

// fresh writes it; impossible begins an output and fails, as on a full disk.
func fresh(tmp string) error {
	for name, data := range anew {
		if err := errors.Join(os.MkdirAll(filepath.Dir(filepath.Join(tmp, name)), 0o755), os.WriteFile(filepath.Join(tmp, name), []byte(data), 0o644)); err != nil {
			return err
		}
	}
	return nil
}

func impossible(tmp string) error {
	return errors.Join(os.WriteFile(filepath.Join(tmp, "v1"), nil, 0o644), os.Mkdir(filepath.Join(tmp, "v1"), 0o755))
}

func TestReplace(t *testing.T) {
	out := output(t)
	if err := replace.Folder(out, fresh); err != nil {
		t.Fatal(err)
	}
	same(t, tree(t, out), anew, "after a swap")
	if beside := names(t, filepath.Dir(out)); len(beside) != 1 {
		t.Errorf("beside the output lie %q", beside)
	}
}

func TestReplaceMakesNewFolders(t *testing.T) {
	for _, out := range []string{filepath.Join(t.TempDir(), "a", "b", "out"), t.TempDir(), t.TempDir() + "/"} {
		if err := replace.Folder(out, fresh); err != nil {
			t.Fatal(err)
		}
		same(t, tree(t, out), anew, "in a new folder")
		if info, err := os.Stat(out); err != nil || info.Mode().Perm() != 0o755 {
			t.Errorf("%s: mode %v, %v; others must be able to read it", out, info.Mode(), err)
		}
	}
}

func TestAFailureLeavesTheOldOutput(t *testing.T) {
	out := output(t)
	if err := replace.Folder(out, impossible); err == nil {
		t.Fatal("what cannot be written is written")
	}
	untouched(t, out)
}

// A folder with somebody's files is left alone, whatever it is called.
func TestOnlyOursIsReplaced(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
	}{
		{"a folder that is not ours", map[string]string{"out/thesis.txt": "years of work"}},
		{"a backup that is not ours", map[string]string{"out.old/thesis.txt": "years of work"}},
		{"a backup that is not ours, beside an output that is", map[string]string{"out.old/thesis.txt": "years of work", "out/manifest.json": "{}"}},
		{"a file", map[string]string{"out": "a file"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folderOf(t, c.files)
			status, said := compile(t, "-seeds", folderOf(t, map[string]string{"a.txt": anArticle}), "-registry", "none", "-out", filepath.Join(dir, "out"))
			if status != 1 || !strings.Contains(said, "out") {
				t.Errorf("exit status %d, want 1\n%s", status, said)
			}
			same(t, tree(t, dir), c.files, "somebody's files are not as they were")
		})
	}
}

// A run that was killed between the two renames left the old output under another name.
func TestAHalfDoneSwapIsRecovered(t *testing.T) {
	old := func(files map[string]string) string { return filepath.Join(folderOf(t, files), "out") }

	out := old(map[string]string{"out.old/manifest.json": `{"schema":1}`, "out.old/v1/dataset.json": "old"})
	if err := replace.Folder(out, impossible); err == nil {
		t.Fatal("what cannot be written is written")
	}
	untouched(t, out) // it is back in its place, though the new one could not be made

	out = old(map[string]string{"out.old/manifest.json": "{}", "out.old/v1/dataset.json": "old"})
	if err := replace.Folder(out, fresh); err != nil {
		t.Fatal(err)
	}
	same(t, tree(t, filepath.Dir(out)), map[string]string{"out/v1/dataset.json": "new", "out/manifest.json": "{}"}, "killed before the second rename")

	out = old(map[string]string{"out.old/manifest.json": "{}", "out.old/v1/dataset.json": "old", "out/manifest.json": "{}", "out/x": "newer"})
	if err := replace.Folder(out, fresh); err != nil {
		t.Fatal(err)
	}
	same(t, tree(t, filepath.Dir(out)), map[string]string{"out/v1/dataset.json": "new", "out/manifest.json": "{}"}, "killed before the removal")
}
