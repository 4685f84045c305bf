// Package readout_test holds the tests of the module as a whole: who may import whom, and that what is committed is
// what the sources give.
package readout_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// layers says which packages of ours each package of ours may import, by path below the module; "wasm/..." covers all
// that is below wasm. Imports point downward: worker, web, data/compile → data/dataset → wasm. A package that is not
// listed fails the test: give it a row and a reason.
var layers = []struct{ of, may, why string }{
	{"wasm/wordlist", "", "asks whether a word is in a list; it knows no words"},
	{"wasm/sorting", "", "sorts lists of anything"},
	{"wasm/text", "wasm/wordlist wasm/sorting", "everything rests on it: passages and tokens know no news"},
	{"wasm/east", "wasm/text", "tables of words of Korean and Japanese and where they stand; what they make of it is the business of when, who and meeting"},
	{"wasm/when", "wasm/wordlist wasm/text wasm/east", "dates are found in tokens; who meets whom is none of its business"},
	{"wasm/know", "wasm/wordlist wasm/text", "tables of what is known from outside; it must be usable empty, so nothing below may need it"},
	{"wasm/who", "wasm/wordlist wasm/text wasm/east wasm/when wasm/know", "names, roles and voices; what a meeting is comes above it"},
	{"wasm/align", "wasm/wordlist wasm/sorting wasm/text wasm/know", "it knows sequences and scores, and no meetings: so it can be measured on any text"},
	{"wasm/meeting", "wasm/wordlist wasm/sorting wasm/text wasm/east wasm/when wasm/know wasm/who", "who, when and where make a meeting; its points come later"},
	{"wasm/compare", "wasm/wordlist wasm/sorting wasm/text wasm/when wasm/know wasm/who wasm/align", "what differs between readings that align has paired"},
	{"wasm/engine", "wasm/wordlist wasm/sorting wasm/text wasm/when wasm/know wasm/who wasm/align wasm/meeting wasm/compare", "runs the parts in order"},
	{"wasm/bench/words", "wasm/text wasm/compare", "the differ of words alone, to be measured beside others"},
	{"wasm/browser", "wasm/... data/dataset data/witness", "glue between the page and the engine, nothing else"},

	{"data", "", "embeds dist: whoever imports it carries the dataset, so it must not carry more"},
	{"data/dataset", "wasm/when", "the contract of everything above the engine: shapes alone, so that whoever reads them needs nothing of what makes them"},
	{"data/dataset/rights", "data/dataset wasm/text wasm/sorting", "decides from the shapes what leaves the compiler, before anything is written"},
	{"data/dataset/build", "data/dataset data/dataset/rights wasm/...", "the one place that knows both what the engine gives and the shapes"},
	{"data/dataset/formats", "data/dataset wasm/when", "writes the shapes as other formats; the edge has them as documents and need not know how"},
	{"data/dataset/folder", "", "how documents lie in their folder, whatever they say"},
	{"data/dataset/schema", "data/dataset", "describes the shapes; it needs reflection and a parser of Go, which must not reach the edge"},
	{"data/dataset/sample", "data/dataset data/dataset/... wasm/...", "articles for the tests of the packages beside it"},
	{"data/witness", "data/dataset data/dataset/build wasm/...", "compares texts handed in, in the browser and at the edge: it must not need what only the compiler has"},
	{"data/openapi", "data/dataset data/dataset/schema data/dataset/formats data/witness wasm/compare", "describes what is served; it serves nothing"},
	{"data/yaml", "", "reads YAML that people write; what its keys mean is its users' business"},
	{"data/seed", "data/dataset data/yaml wasm/...", "reads articles; the compiler writes"},
	{"data/registry", "data/seed data/yaml data/dataset wasm/...", "reads what was edited by hand into what the engine knows"},
	{"data/intake", "data/seed data/yaml wasm/text wasm/when", "reads what people have into what seed reads; it knows no meetings"},
	{"data/add", "data/intake data/seed", "the program around intake"},
	{"data/review", "data/seed data/registry wasm/...", "shows what the engine understood and takes decisions; it writes nothing but those, through registry"},
	{"data/model", "wasm/text", "the encoder knows sentences and scores; it is large, slow and optional"},
	{"data/model/fetch", "data/model", "fetches what the encoder reads"},
	{"data/learn", "", "fits weights to features; it knows nothing of what they are of"},
	{"data/compile/cache", "", "keeps bytes under digests; what they are is its users' business"},
	{"data/compile/replace", "data/dataset/folder", "swaps folders; it must be right whatever is in them"},
	{"data/compile/progress", "", "talks to people"},
	{"data/compile/parallel", "", "uses the cores"},
	{"data/compile/meanings", "data/model data/compile/cache data/compile/progress wasm/align", "the one place of the compiler that knows an encoder"},
	{"data/compile/input", "data/dataset/build data/seed data/registry wasm/...", "articles and registry as all commands read them"},
	{"data/compile/documents", "data/dataset data/dataset/formats data/openapi wasm/engine web", "which documents there are of what; where they are kept is told by pieces and compiler"},
	{"data/compile/pieces", "data/compile/cache data/compile/documents data/dataset/...", "keeps what was made, and knows no step of making it"},
	{"data/compile/compiler", "data/compile/... data/dataset/... data/seed data/registry wasm/... web", "the one writer of dist"},
	{"data/compile", "data/compile/... data/dataset/build data/seed data/registry data/review wasm/... web", "the commands, their flags, and nothing else"},
	{"data/eval", "data/... wasm/...", "scores what the compiler and the engine give"},

	{"web", "data/dataset data/dataset/formats data/dataset/folder data/openapi wasm/compare wasm/text web/card", "pages are made from the dataset alone, so that every reader can make them again"},
	{"web/card", "", "draws a picture of what it is handed"},
	{"web/...", "data/... web/... wasm/... tools/lean", "tools of the pages' own"},

	{"worker/api", "data/dataset data/dataset/build data/dataset/folder data/witness wasm/sorting wasm/compare wasm/align wasm/text wasm/when wasm/know wasm/engine", "a plain http.Handler over precompiled documents and the engine: it neither compiles nor renders"},
	{"worker/build", "data/dataset data/dataset/folder worker/... tools/lean", "a program for the machine that builds: it makes what the edge serves"},
	{"worker/...", "data data/dataset data/dataset/folder worker/... wasm/...", "the edge serves; no compiler, no page templates: they would cost every cold start"},
	{"tools/scale", "tools/... data/dataset/folder", "it reads the packs of what it had compiled as the Worker does"},
	{"tools/...", "tools/...", "tools run programs; they share no code with them"},
}

// outside says which packages of ours may import each module of others, apart from tests. A module that is not listed
// may be imported by tests only.
var outside = []struct{ module, may, why string }{
	{"github.com/syumai/workers", "worker worker/bench/stock", "one place for the JavaScript plumbing: everything else is a plain http.Handler that runs natively too"},
	{"github.com/sergi/go-diff", "wasm/compare", "one place that turns its runes and its DiffTimeout into our offsets and counted work"},
	{"github.com/tidwall/gjson", "worker/api data/eval", "JSON paths, in the API's queries and in scores, which read the dataset as strangers do"},
	{"github.com/markusmobius/go-trafilatura", "data/intake", "main text of saved pages; it takes half a second to start and has no place in the compiler"},
	{"github.com/markusmobius/go-htmldate", "data/intake", "dates of saved pages"},
	{"github.com/yuin/goldmark", "data/intake", "Markdown"},
	{"golang.org/x/net", "data/intake", "HTML as browsers read it, and the encodings that pages declare"},
	{"golang.org/x/text", "data/intake data/model", "decoders of those encodings; takes accents off letters as the encoder's vocabulary wants it"},
	{"gonum.org/v1/gonum", "data/model", "multiplies matrices fast without cgo; the engine has none"},
	{"github.com/goccy/go-yaml", "data/yaml data/registry data/compile data/eval", "people write YAML; the engine and the edge never read it"},
	{"github.com/santhosh-tekuri/jsonschema/v6", "data/dataset/schema", "the compiler validates what it writes; the edge trusts it"},
	{"github.com/schollz/progressbar/v3", "data/compile/progress", "progress on a terminal"},
	{"github.com/klauspost/compress", "data/compile/pieces web/card", "deflates cards three times as fast as the library, and S2 for the compiler's cache, which is written and read once for every byte of an archive"},
	{"golang.org/x/image", "web/card", "draws cards while compiling"},
	{"github.com/go-fonts/liberation", "web/card", "the fonts of cards: 1 MB, so nowhere but in the compiler"},
	{"github.com/evanw/esbuild", "web/build web worker/build data/compile", "bundles the widget while compiling, never at the edge"},
}

// purity says what no package of the engine may reach: the engine gives the same bytes on every host and every run, and
// a reader's browser downloads it.
var purity = map[string]string{
	"net":             "the engine does no I/O",
	"net/http":        "the engine does no I/O, and it costs the browser 900 kB",
	"os":              "the engine does no I/O: it is handed bytes and gives values",
	"os/exec":         "the engine does no I/O",
	"log":             "the engine does no I/O: it gives its messages as values",
	"syscall/js":      "only wasm/browser knows that there is a browser",
	"time":            "the engine has no clock: the same input gives the same bytes, and clocks stand still in a Worker",
	"math/rand":       "the engine has no randomness: the same input gives the same bytes",
	"math/rand/v2":    "the engine has no randomness: the same input gives the same bytes",
	"crypto/rand":     "the engine has no randomness: the same input gives the same bytes",
	"hash/maphash":    "its seed differs from run to run",
	"encoding/json":   "it costs the browser 300 kB; shapes are encoded by data/dataset",
	"fmt":             "it costs the browser 170 kB: use strconv and strings",
	"regexp":          "it costs the browser 150 kB and time: write a small scanner over tokens",
	"reflect":         "it keeps the linker from leaving out what is not used",
	"html/template":   "pages are made outside the engine, and it keeps the linker from leaving out anything",
	"embed":           "it brings time and io/fs: write tables as Go",
	"encoding/gob":    "reflection",
	"encoding/binary": "reflection",
}

// dragging are the modules of others through which the engine may reach what purity forbids, with the reason why they
// are worth it.
var dragging = map[string]string{
	"github.com/sergi/go-diff": "it finds the letters that differ within words; fmt, regexp, net/url and time come with its patch format, and the linker and tools/lean leave out what we do not call",
}

// pkg is what `go list -json` tells of a package.
type pkg struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Module     *struct{ Path string }
}

const module = "readout"

// list loads all packages of ours and all that they import, as one host compiles them.
func list(t *testing.T, goos, goarch string, patterns ...string) map[string]pkg {
	t.Helper()
	// -e: while one package does not build, the imports of the others still count.
	cmd := exec.Command("go", append([]string{"list", "-e", "-deps", "-json=ImportPath,Standard,Imports,Module"}, patterns...)...)
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	packages := map[string]pkg{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages[p.ImportPath] = p
	}
}

// both are the packages as the native hosts and as Wasm see them, together: either may have files of its own.
func both(t *testing.T) map[string]pkg {
	native := list(t, "linux", "amd64", "./...")
	for path, p := range list(t, "js", "wasm", "./data/dataset", "./wasm/...", "./worker/...") {
		if n, found := native[path]; found {
			p.Imports = slices.Compact(slices.Sorted(slices.Values(append(p.Imports, n.Imports...))))
		}
		native[path] = p
	}
	return native
}

// ours is the path below the module, and whether the package is ours. What lies in build/ is not committed.
func ours(path string) (string, bool) {
	name, own := strings.CutPrefix(path, module+"/")
	return name, own && !strings.HasPrefix(name, "build/")
}

// matches tells whether path is one of the space-separated patterns.
func matches(patterns, path string) bool {
	return slices.ContainsFunc(strings.Fields(patterns), func(p string) bool {
		parent, below := strings.CutSuffix(p, "/...")
		return p == path || below && (path == parent || strings.HasPrefix(path, parent+"/"))
	})
}

func TestImportsPointDownward(t *testing.T) {
	for path, p := range both(t) {
		name, own := ours(path)
		if !own {
			continue
		}
		row := slices.IndexFunc(layers, func(l struct{ of, may, why string }) bool { return matches(l.of, name) })
		if row < 0 {
			t.Errorf("%s has no row in layers (deps_test.go): say what it may import, and why", name)
			continue
		}
		for _, imported := range p.Imports {
			if other, own := ours(imported); own && !matches(layers[row].may, other) {
				t.Errorf("%s imports %s; it may import %q only: %s", name, other, layers[row].may, layers[row].why)
			}
		}
	}
}

func TestOthersModulesHaveOnePlaceEach(t *testing.T) {
	packages := both(t)
	for path, p := range packages {
		name, own := ours(path)
		if !own {
			continue
		}
		for _, imported := range p.Imports {
			other := packages[imported]
			if other.Standard || other.Module == nil || other.Module.Path == module {
				continue
			}
			row := slices.IndexFunc(outside, func(o struct{ module, may, why string }) bool { return o.module == other.Module.Path })
			if row < 0 {
				t.Errorf("%s imports %s, which has no row in outside (deps_test.go): say who may import it, and why", name, imported)
			} else if !matches(outside[row].may, name) {
				t.Errorf("%s imports %s; only %q may: %s", name, imported, outside[row].may, outside[row].why)
			}
		}
	}
}

func TestTheEngineIsPure(t *testing.T) {
	packages := list(t, "js", "wasm", "./wasm/...")
	checked := 0
	for path := range packages {
		name, own := ours(path)
		if !own || name == "wasm/browser" || matches("wasm/bench/...", name) || !matches("wasm/...", name) { // programs that host the engine
			continue
		}
		checked++
		seen := map[string]bool{}
		var visit func(string, []string)
		visit = func(at string, way []string) {
			if seen[at] {
				return
			}
			seen[at] = true
			way = append(slices.Clone(way), at)
			if why, forbidden := purity[at]; forbidden {
				t.Errorf("%s: %s", strings.Join(way, " → "), why)
				return
			}
			p := packages[at]
			if p.Module != nil && dragging[p.Module.Path] != "" {
				return
			}
			for _, imported := range p.Imports {
				visit(imported, way)
			}
		}
		visit(path, nil)
	}
	if checked < 5 {
		t.Errorf("looked at %d packages of the engine only: is the list right?", checked)
	}
}

// A rule for a package or a module that is no more misleads whoever reads it.
func TestExceptionsAreNeeded(t *testing.T) {
	used, rows := map[string]bool{}, map[int]bool{}
	for path, p := range both(t) {
		if name, own := ours(path); own {
			rows[slices.IndexFunc(layers, func(l struct{ of, may, why string }) bool { return matches(l.of, name) })] = true
		} else if p.Module != nil {
			used[p.Module.Path] = true
		}
	}
	for i, l := range layers {
		if !rows[i] {
			t.Errorf("layers has a row for %s, of which there is no package that no row above has: remove it", l.of)
		}
	}
	for _, o := range outside {
		if !used[o.module] {
			t.Errorf("outside has a row for %s, which nothing imports: remove it", o.module)
		}
	}
	for m := range dragging {
		if !used[m] {
			t.Errorf("dragging allows %s, which nothing imports: remove it", m)
		}
	}
}

// ARCHITECTURE.md leads to every package: its map has a line for each, indented below the folder that it is in.
func TestArchitectureNamesEveryPackage(t *testing.T) {
	raw, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, _ := strings.Cut(string(raw), "```\n")
	block, _, _ = strings.Cut(block, "```\n")
	named, folder := map[string]bool{}, ""
	for line := range strings.Lines(block) {
		names, _, _ := strings.Cut(strings.TrimSpace(line), "  ")
		for name := range strings.SplitSeq(names, ", ") {
			if strings.HasPrefix(line, " ") {
				name = folder + "/" + name
			} else {
				name = strings.TrimSuffix(name, "/")
				folder = name
			}
			named[name] = true
			if _, err := os.Stat(name); err != nil {
				t.Errorf("ARCHITECTURE.md names %s: %v", name, err)
			}
		}
	}
	for path := range both(t) {
		name, own := ours(path)
		if !own || name == "data" || matches("wasm/bench/... web/bench/... worker/bench/... worker/test/... worker/build/...", name) { // the last but its own row stand in for others' packages
			continue
		}
		if !named[name] {
			t.Errorf("ARCHITECTURE.md has no line for %s in its map", name)
		}
	}
}

// The table "Where to change what" leads to files that exist: from the root, or in a folder that the row names before them.
func TestArchitectureLeadsToFiles(t *testing.T) {
	raw, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(raw), "## Where to change what\n")
	table, _, _ = strings.Cut(table, "\n## ")
	rows := 0
	for line := range strings.Lines(table) {
		cells := strings.Split(line, " | ")
		if len(cells) != 2 {
			continue
		}
		rows++
		folders := []string{"."}
		for i, name := range strings.Split(cells[1], "`") {
			if i%2 == 0 {
				continue
			}
			there := func(folder string) bool {
				found, err := filepath.Glob(filepath.Join(folder, name))
				return err == nil && len(found) > 0
			}
			if !slices.ContainsFunc(folders, there) {
				t.Errorf("ARCHITECTURE.md, %s: there is no %s", cells[0], name)
			}
			folders = append(folders, name)
		}
	}
	if rows < 20 {
		t.Errorf("ARCHITECTURE.md has %d rows that say where to change what", rows)
	}
}
