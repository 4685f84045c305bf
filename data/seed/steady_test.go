package seed

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A file that another program writes, replaces or removes in the middle of reading is not taken.
func TestSteady(t *testing.T) {
	name := filepath.Join(folder(t, map[string]string{"a.txt": article}), "a.txt")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	while := func(do func() error) error {
		must(os.WriteFile(name, []byte(article), 0o666))
		must(os.Chtimes(name, time.Time{}, time.Now().Add(-time.Hour)))
		_, err := steady(name, MaxBytes, func(r io.Reader, buf []byte) (int, error) {
			n, err := io.ReadFull(r, buf)
			must(do())
			return n, err
		})
		return err
	}
	same := strings.ToUpper(article)
	for what, c := range map[string]struct {
		do   func() error
		want error
	}{
		"nothing": {func() error { return nil }, nil},
		"written": {func() error { return os.WriteFile(name, []byte(article+"more"), 0o666) }, errChanged},
		"as long": {func() error { return os.WriteFile(name, []byte(same), 0o666) }, errChanged},
		"swapped": {func() error {
			info, err := os.Stat(name)
			must(err)
			must(os.WriteFile(name+".new", []byte(same), 0o666))
			must(os.Chtimes(name+".new", time.Time{}, info.ModTime()))
			return os.Rename(name+".new", name)
		}, errChanged},
		"removed": {func() error { return os.Remove(name) }, fs.ErrNotExist},
	} {
		if err := while(c.do); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", what, err, c.want)
		}
	}
}

// A file that goes between the listing of its folder and its turn is named.
func TestVanished(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": article})
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "a.txt")); err != nil {
		t.Fatal(err)
	}
	l := loader{dir: dir, sidecars: map[string]Meta{}}
	l.visit(found{"a.txt", filepath.Join(dir, "a.txt"), entries[0]})
	want := []string{"seeds/a.txt: was in the folder and is gone"}
	got := messages(dir, l.problems)
	if !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A file of the greatest size is read, and one byte more is too many.
func TestSteadyReadsUpToItsLimit(t *testing.T) {
	name := filepath.Join(folder(t, map[string]string{"a.txt": "12345"}), "a.txt")
	if raw, err := steady(name, 5, io.ReadFull); err != nil || string(raw) != "12345" {
		t.Errorf("%q, %v", raw, err)
	}
	var large tooLarge
	if _, err := steady(name, 4, io.ReadFull); !errors.As(err, &large) || large != 5 {
		t.Errorf("of 5 bytes where 4 are read: %v", err)
	}
}
