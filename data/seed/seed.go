// Package seed reads the articles that people put into a folder: every .txt in it, at any depth. Beside each NAME.txt
// there may be a NAME.yaml with what is known about it from elsewhere (see seeds/README.md for its keys).
//
// Load collects all problems of a run, each with file, line, what is wrong and what to do, so that an editor can
// correct them in one go. Texts are passed on exactly as received, including a byte order mark and carriage returns:
// offsets into them are code points of the original file.
//
// # What is refused, and what is only remarked
//
// Errors: no article in the folder; an article that disappears or changes while it is read, is empty, has no letters, is longer than MaxBytes, is binary
// or not UTF-8; a NAME.yaml without its article, with an unknown key, a key twice, or a value that the key does not take; two files with the same text
// and the same outlet, because an outlet compared with itself shows nothing. The same text from two outlets is only a warning: two papers may print the
// same agency copy, and that is worth showing. Files of other kinds and texts without line breaks are warnings too.
package seed

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// MaxBytes is the size of the largest article, in bytes. The longest newspaper features have 100 kB; anything larger is
// an archive, a mistake or not text. The engine could take more, because its cost is linear.
const MaxBytes = 1 << 20

// Seed is one article as received.
type Seed struct {
	File string // path below the folder, with forward slashes
	Text string // the file's content, valid UTF-8, nothing changed
	Meta Meta
}

// Meta is what NAME.yaml says about an article. A field is "" if its key is missing. The defaults are in
// seeds/README.md; the compiler applies them, because some depend on the registry.
type Meta struct {
	File string // path of NAME.yaml in the folder, with forward slashes; "" if there is none

	Outlet         string
	URL            string // absolute, http or https
	Published      string // EDTF
	Headline       string
	Author         string
	Language       string // BCP 47
	TranslatedFrom string // BCP 47
	Format         string // full, excerpt, translation, agency
	Rights         string // full, passages, quotes, headline
	Note           string

	Guessed     string // keys whose values add guessed and nobody has confirmed, separated by commas
	TakenFrom   string // file name of the page or archive that the text was taken out of
	TakenSHA256 string // of that source's bytes

	Lines map[string]int // 1-based line of each key that is given
}

// Load reads the articles in dir. The seeds are ordered by File and include every article whose text can be used, even
// if its NAME.yaml has errors. Problems are ordered by file and line. Only dir is read.
func Load(dir string) (seeds []Seed, problems []Problem) {
	l := newLoader(dir)
	l.read(l.walk())
	l.join()
	l.duplicates()
	if len(l.articles) == 0 && !l.missing {
		l.report("", 0, "no article in this folder", "put each article there as a file NAME.txt")
	}
	sort.SliceStable(l.problems, func(i, j int) bool {
		a, b := l.problems[i], l.problems[j]
		if a.File != b.File {
			return a.File < b.File
		}
		return a.Line < b.Line
	})
	return l.seeds, l.problems
}

type loader struct {
	dir      string
	missing  bool            // dir could not be read at all
	articles []string        // every .txt, sound or not
	texts    []content       // those that can be used, in the order of seeds once these are there
	sidecars map[string]Meta // by path
	seeds    []Seed
	problems []Problem
}

// content is the text of one article.
type content struct {
	file, text string
	digest     [sha256.Size]byte
}

// found is a file below the folder.
type found struct {
	rel, path string
	entry     fs.DirEntry
}

func newLoader(dir string) *loader {
	return &loader{dir: dir, sidecars: map[string]Meta{}}
}

// read reads files on all cores: each takes a stretch of them, and the stretches are put together in their order.
func (l *loader) read(files []found) {
	stretch := 1 + len(files)/(4*runtime.NumCPU())
	var parts []*loader
	var wg sync.WaitGroup
	for some := range slices.Chunk(files, stretch) {
		part := newLoader(l.dir)
		parts = append(parts, part)
		wg.Go(func() {
			for _, f := range some {
				part.visit(f)
			}
		})
	}
	wg.Wait()
	for _, part := range parts {
		l.articles = append(l.articles, part.articles...)
		l.texts = append(l.texts, part.texts...)
		l.problems = append(l.problems, part.problems...)
		maps.Copy(l.sidecars, part.sidecars)
	}
}

// report adds an error; rel is the file below the folder, "" for the folder itself.
func (l *loader) report(rel string, line int, what, fix string) {
	l.problems = append(l.problems, Problem{File: l.name(rel), Line: line, What: what, Fix: fix})
}

func (l *loader) warn(rel string, line int, what, fix string) {
	l.problems = append(l.problems, Problem{File: l.name(rel), Line: line, What: what, Fix: fix, Warning: true})
}

// name is how a message calls a file: as the reader would open it.
func (l *loader) name(rel string) string { return path.Join(filepath.ToSlash(l.dir), rel) }

// walk finds every file. Hidden files and folders are nobody's articles.
func (l *loader) walk() (files []found) {
	err := filepath.WalkDir(l.dir, func(file string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(l.dir, file)
		if relErr != nil {
			rel = file
		}
		rel = filepath.ToSlash(rel)
		if err != nil {
			if rel == "." {
				return err
			}
			l.report(rel, 0, "cannot be read: "+Reason(err), "make it readable or take it out of the folder")
			return nil
		}
		if rel == "." {
			return nil
		}
		if strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if !d.IsDir() {
			files = append(files, found{rel, file, d})
		}
		return nil
	})
	if err != nil {
		l.missing = true
		l.report("", 0, "cannot be read: "+Reason(err), "give the folder that holds the articles")
	}
	return files
}

// addable are the endings of files that package intake takes articles out of.
var addable = []string{".html", ".htm", ".xhtml", ".md", ".markdown", ".json", ".ninjs", ".warc", ".gz", ".zip"}

func (l *loader) visit(f found) {
	ext := strings.ToLower(path.Ext(f.rel))
	switch {
	case !l.wanted(f, ext):
	case ext == ".yaml":
		if raw, ok := l.bytes(f, maxSidecar); ok {
			l.sidecars[f.rel] = l.meta(f.rel, raw)
		}
	default:
		l.articles = append(l.articles, f.rel)
		if raw, ok := l.bytes(f, MaxBytes); ok && l.text(f.rel, raw) {
			text := string(raw)
			l.texts = append(l.texts, content{f.rel, text, Digest(text)})
		}
	}
}

// wanted reports whether a file is an article or a NAME.yaml, and says what to do with one that is neither.
func (l *loader) wanted(f found, ext string) bool {
	rel := f.rel
	switch {
	case ext == ".txt", ext == ".yaml":
		if f.entry.Type().IsRegular() {
			return true
		}
		l.warn(rel, 0, "is no ordinary file and is not read", "put the file itself here, not a link to it")
	case ext == ".yml":
		l.report(rel, 0, "has the ending .yml, which is not read", "rename it to "+strings.TrimSuffix(path.Base(rel), path.Ext(rel))+".yaml")
	case strings.EqualFold(path.Base(rel), "readme.md"):
	case slices.Contains(addable, ext):
		l.warn(rel, 0, "is no .txt and is not read", "take the article out of it with `go run ./data/add "+l.name(rel)+"`, then move the file elsewhere")
	default:
		l.warn(rel, 0, "is no .txt and is not read", "save the article's text as NAME.txt, or move the file elsewhere")
	}
	return false
}

// bytes reads a file, or says why it cannot be read.
func (l *loader) bytes(f found, limit int64) (raw []byte, ok bool) {
	raw, err := steady(f.path, limit, io.ReadFull)
	var large tooLarge
	switch {
	case err == nil:
		return raw, true
	case errors.As(err, &large):
		l.report(f.rel, 0, "has "+strconv.FormatInt(int64(large), 10)+" bytes, more than the "+strconv.FormatInt(limit, 10)+" that are read", "keep the one article only")
	case errors.Is(err, fs.ErrNotExist):
		l.report(f.rel, 0, "was in the folder and is gone", "run again when nobody moves files there")
	case errors.Is(err, errChanged):
		l.report(f.rel, 0, "changed while it was read", "run again when it is saved")
	default:
		l.report(f.rel, 0, "cannot be read: "+Reason(err), "make it readable or take it out of the folder")
	}
	return nil, false
}

// Digest tells two texts apart. White space is no difference: another line ending makes no other article.
func Digest(text string) [sha256.Size]byte {
	kept := make([]byte, 0, len(text))
	for _, r := range text {
		if !unicode.IsSpace(r) && r != '\ufeff' {
			kept = utf8.AppendRune(kept, r)
		}
	}
	return sha256.Sum256(kept)
}

// tooLarge is the size, in bytes, of a file that has more than are read.
type tooLarge int64

func (n tooLarge) Error() string { return "too large" }

var errChanged = errors.New("changed while it was read")

// steady reads a file that nobody writes meanwhile: half an old article and half a new one would be compiled without a word. An archive has
// ten thousands of them, so the system is asked as little as can be.
func steady(name string, limit int64, read func(io.Reader, []byte) (int, error)) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	before, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if before.Size() > limit {
		return nil, tooLarge(before.Size())
	}
	raw := make([]byte, before.Size())
	if _, err := read(f, raw); errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, errChanged
	} else if err != nil {
		return nil, err
	}
	after, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) || before.Size() != after.Size() {
		return nil, errChanged
	}
	return raw, nil
}

// join gives each article its NAME.yaml and reports those that are left.
func (l *loader) join() {
	sort.Slice(l.texts, func(i, j int) bool { return l.texts[i].file < l.texts[j].file })
	used := map[string]bool{}
	for _, a := range l.articles {
		used[strings.TrimSuffix(a, path.Ext(a))+".yaml"] = true
	}
	for _, t := range l.texts {
		l.seeds = append(l.seeds, Seed{t.file, t.text, l.sidecars[strings.TrimSuffix(t.file, path.Ext(t.file))+".yaml"]})
	}
	var left []string
	for file := range l.sidecars {
		if !used[file] {
			left = append(left, file)
		}
	}
	sort.Strings(left)
	for _, file := range left {
		want := strings.TrimSuffix(path.Base(file), path.Ext(file)) + ".txt"
		fix := "put the article's text beside it as " + want + ", or remove it"
		var names []string
		for _, a := range l.articles {
			if path.Dir(a) == path.Dir(file) {
				names = append(names, path.Base(a))
			}
		}
		if near := Nearest(want, names, 3); near != "" {
			fix = "rename it to " + strings.TrimSuffix(near, path.Ext(near)) + ".yaml if it belongs to " + near
		}
		l.report(file, 0, "has no article "+want, fix)
	}
}

// duplicates compares texts.
func (l *loader) duplicates() {
	by := map[[sha256.Size]byte][]int{}
	for i, s := range l.seeds {
		earlier := by[l.texts[i].digest]
		by[l.texts[i].digest] = append(earlier, i)
		if len(earlier) == 0 {
			continue
		}
		as := func(n int) string { return "has the same text as " + l.name(l.seeds[n].File) }
		same := slices.IndexFunc(earlier, func(n int) bool { return strings.EqualFold(l.seeds[n].Meta.Outlet, s.Meta.Outlet) })
		if same >= 0 {
			l.report(s.File, 0, as(earlier[same])+" and the same outlet", "remove one of them, or give them different outlets in NAME.yaml")
		} else {
			l.warn(s.File, 0, as(earlier[0]), "keep both if both outlets printed it, else remove one")
		}
	}
}
