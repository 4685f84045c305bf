package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// asCompile makes the test binary be the compiler, so that tests see what a user sees: files, messages, exit status.
const asCompile = "READOUT_TEST_AS_COMPILE"

// The folders of the project, from this package.
const (
	shippedSeeds    = "../../seeds"
	shippedRegistry = "../registry"
)

func TestMain(m *testing.M) {
	if os.Getenv(asCompile) != "" {
		main()
		os.Exit(0)
	}
	code := m.Run()
	for _, dir := range shipped {
		_ = os.RemoveAll(dir)
	}
	os.Exit(code)
}

// compile runs the program; status is its exit status and said what it wrote to standard error.
func compile(t testing.TB, args ...string) (status int, said string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asCompile+"=1")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

// must is compile where success is expected.
func must(t testing.TB, args ...string) string {
	t.Helper()
	status, said := compile(t, args...)
	if status != 0 {
		t.Fatalf("compile %s: exit status %d\n%s", strings.Join(args, " "), status, said)
	}
	return said
}

// shipped are the folders with the project's seeds compiled, by registry: several tests look at them.
var shipped = map[string]string{}

// compiled is the output for the project's seeds, compiled once with each registry.
func compiled(t testing.TB, registry string) string {
	t.Helper()
	dir, ok := shipped[registry]
	if !ok {
		var err error
		if dir, err = os.MkdirTemp("", "compile-test-"); err != nil {
			t.Fatal(err)
		}
		shipped[registry] = dir
		must(t, "-seeds", shippedSeeds, "-registry", registry, "-out", filepath.Join(dir, "out"))
	}
	return filepath.Join(dir, "out")
}

// folderOf writes files, by path, into a new folder.
func folderOf(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// tree is every file below dir by its path; empty where there is no dir.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		found[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return found
}

// same reports every file in which two trees differ.
func same(t testing.TB, got, want map[string]string, complaint string) {
	t.Helper()
	for name, data := range want {
		if other, ok := got[name]; !ok || !bytes.Equal([]byte(other), []byte(data)) {
			t.Errorf("%s: %s", complaint, name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: %s is new", complaint, name)
		}
	}
}

// names are the entries of a folder.
func names(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// anArticle is enough of an article for tests that are not about its content.
const anArticle = `Ministers meet in Helsinki

HELSINKI - Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday.
`
