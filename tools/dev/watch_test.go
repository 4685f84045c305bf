package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWatchSeesWhatPeopleDoAndNotWhatBuildsDo(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "seeds/a.txt", "a")
	write(t, "seeds/b.txt", "b")
	write(t, "data/dist/dataset.json", "{}")
	write(t, "go.mod", "module m")
	roots := []string{"seeds", "data", "go.mod", "missing"}
	before := look(roots)

	for _, path := range []string{"data/dist/dataset.json", "seeds/.a.txt.swp", "seeds/a.txt~", "seeds/.git/index"} {
		write(t, path, "not a change")
	}
	if got := changes(before, look(roots)); len(got) != 0 {
		t.Errorf("not a change, yet seen: %v", got)
	}

	write(t, "seeds/a.txt", "longer")
	write(t, "seeds/new/c.txt", "c")
	write(t, "go.mod", "module n!")
	if err := os.Remove("seeds/b.txt"); err != nil {
		t.Fatal(err)
	}
	want := []string{"go.mod", "seeds/a.txt", "seeds/b.txt", "seeds/new/c.txt"}
	if d := cmp.Diff(want, changes(before, look(roots))); d != "" {
		t.Errorf("changes (-want +got):\n%s", d)
	}
}

func TestWaitForChangeCountsWhatChangedBeforeItWasCalled(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "seeds/a.txt", "a")
	roots := []string{"seeds"}
	before := look(roots)
	write(t, "seeds/a.txt", "changed during a build")
	ctx, stop := context.WithTimeout(context.Background(), 30*time.Second)
	defer stop()
	after := waitForChange(ctx, roots, before)
	if ctx.Err() != nil || len(changes(before, after)) != 1 {
		t.Errorf("the change was not seen: %v, %v", ctx.Err(), changes(before, after))
	}
}
