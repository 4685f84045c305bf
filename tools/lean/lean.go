// Package lean makes what is compiled to WebAssembly smaller without changing what it does.
//
// github.com/sergi/go-diff keeps five regular expressions in package variables. They are compiled at every start, and they alone
// keep package regexp and most tables of package unicode in a module: 105 kB of brotli, a twelfth of the browser's engine. For one
// function, which nothing here calls, it keeps package html, whose 2,231 named characters are made at the start. Modfile puts a copy of
// the module in its place in which six functions do the same; a test holds them against what they stand for. What makes patches of
// differences is left out, which nothing here calls: the sixth expression is there, and package regexp prepares tables at every start.
package lean

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

const (
	module = "github.com/sergi/go-diff"
	file   = "diffmatchpatch/diff.go"
)

// edits are what is replaced in the file; each must stand there exactly once.
var edits = [][2]string{
	{"\t\"regexp\"\n", ""},
	{"\t\"html\"\n", ""},
	{"html.EscapeString(", "escaped("},
	{"regexp.MustCompile(`[^a-zA-Z0-9]`)", "matcher(notAlphanumeric)"},
	{"regexp.MustCompile(`\\s`)", "matcher(hasSpace)"},
	{"regexp.MustCompile(`[\\r\\n]`)", "matcher(hasLineBreak)"},
	{"regexp.MustCompile(`\\n\\r?\\n$`)", "matcher(endsBlank)"},
	{"regexp.MustCompile(`^\\r?\\n\\r?\\n`)", "matcher(startsBlank)"},
}

// matchers are the functions that stand in, and escaped; strings is imported by the file already.
const matchers = `
func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "'", "&#39;", "<", "&lt;", ">", "&gt;", "\"", "&#34;").Replace(s)
}

type matcher func(string) bool

func (m matcher) MatchString(s string) bool { return m(s) }

func notAlphanumeric(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9') })
}

func hasSpace(s string) bool { return strings.ContainsAny(s, "\t\n\f\r ") }

func hasLineBreak(s string) bool { return strings.ContainsAny(s, "\r\n") }

func endsBlank(s string) bool { return strings.HasSuffix(s, "\n\n") || strings.HasSuffix(s, "\n\r\n") }

func startsBlank(s string) bool {
	s = strings.TrimPrefix(s, "\r")
	rest, ok := strings.CutPrefix(s, "\n")
	return ok && strings.HasPrefix(strings.TrimPrefix(rest, "\r"), "\n")
}
`

// folder is where the copy goes, below the module's root: a path that is the same on every machine, since builds record it.
const folder = "build/lean"

// Modfile makes the copy and a go.mod that names it, and returns that file's path, for -modfile. It is run in the module's root.
func Modfile() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return "", fmt.Errorf("go list -m %s: %w", module, err)
	}
	original := strings.TrimSpace(string(out))
	sources, err := filepath.Glob(filepath.Join(original, "diffmatchpatch", "*.go"))
	if err != nil {
		return "", err
	}
	copied := filepath.Join(filepath.FromSlash(folder), "go-diff")
	if err := os.Remove(filepath.Join(copied, "diffmatchpatch", "patch.go")); err != nil && !os.IsNotExist(err) { // of an earlier run
		return "", err
	}
	sources = slices.DeleteFunc(sources, func(name string) bool {
		return strings.HasSuffix(name, "_test.go") || filepath.Base(name) == "patch.go"
	})
	for _, from := range append(sources, filepath.Join(original, "go.mod"), filepath.Join(original, "LICENSE")) {
		name, err := filepath.Rel(original, from)
		if err != nil {
			return "", err
		}
		text, err := os.ReadFile(from)
		if err != nil {
			return "", err
		}
		if filepath.ToSlash(name) == file {
			changed, err := change(string(text))
			if err != nil {
				return "", fmt.Errorf("%s: %w", from, err)
			}
			text = []byte(changed)
		}
		if err := write(filepath.Join(copied, name), text); err != nil {
			return "", err
		}
	}
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		return "", err
	}
	sum, err := os.ReadFile("go.sum")
	if err != nil {
		return "", err
	}
	modfile := filepath.Join(filepath.FromSlash(folder), "go.mod")
	if err := write(filepath.Join(filepath.FromSlash(folder), "go.sum"), sum); err != nil {
		return "", err
	}
	return modfile, write(modfile, fmt.Appendf(mod, "\nreplace %s => ./%s/go-diff\n", module, folder))
}

// write leaves a file alone that is so already: another build may be reading it.
func write(name string, text []byte) error {
	if have, err := os.ReadFile(name); err == nil && bytes.Equal(have, text) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	part := name + ".part" // never seen half written
	if err := os.WriteFile(part, text, 0o644); err != nil {
		return err
	}
	return os.Rename(part, name)
}

// change applies the edits.
func change(source string) (string, error) {
	for _, e := range edits {
		if n := strings.Count(source, e[0]); n != 1 {
			return "", fmt.Errorf("%q stands there %d times, not once: another version? tools/lean must be made to fit", e[0], n)
		}
		source = strings.Replace(source, e[0], e[1], 1)
	}
	return source + matchers, nil
}
