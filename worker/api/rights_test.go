package api

import (
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/data/dataset"
)

// TestRights: of an article whose rights let out the headline alone, or quotations within a bound, no other run of words leaves in any
// document, page or answer, whatever is asked; nor in the packs of an archive, nor in what the Worker searches. The article is one of
// the shipped seeds with its rights changed; the others are as they are.
func TestRights(t *testing.T) {
	for _, rights := range []string{"headline", "quotes"} {
		t.Run(rights, func(t *testing.T) { testRights(t, rights) })
	}
}

func testRights(t *testing.T, rights string) {
	const closed = "002_18cea04d4a4e456a"
	seeds := t.TempDir()
	files, err := filepath.Glob("../../seeds/*.*")
	if err != nil || len(files) < 4 {
		t.Fatal(err, files)
	}
	var others []string
	var text, open string // the words of what may leave
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		base := filepath.Base(name)
		switch {
		case base == closed+".yaml":
			b = []byte(strings.Replace(string(b), "rights: passages", "rights: "+rights, 1))
			if !strings.Contains(string(b), "rights: "+rights) {
				t.Fatalf("%s says nothing of rights", name)
			}
		case base == closed+".txt":
			text = string(b)
		case strings.HasSuffix(base, ".txt"):
			others = append(others, plain(string(b)))
		}
		if err := os.WriteFile(filepath.Join(seeds, base), b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	dist := compiled(t, seeds)
	s := readSite(t, dist)
	whole, err := fs.ReadFile(dist, "dataset.json")
	if err != nil {
		t.Fatal(err)
	}
	ds, err := dataset.Decode(whole)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range ds.Articles {
		if strings.HasPrefix(a.File, closed) {
			if a.Rights != rights {
				t.Fatalf("rights of %s: %s", a.ID, a.Rights)
			}
			open = plain(a.Headline)
			let := 0 // code points that leave
			for _, p := range a.Passages {
				open += " " + plain(p.Text)
				if p.Text != a.Headline {
					let += utf8.RuneCountInString(p.Text)
				}
			}
			for _, term := range ds.Terms { // what it calls a thing is words, no passage; of a closed article not even they leave
				open += " | " + plain(strings.Join(term.Forms[a.ID], " | "))
			}
			usual := 0 // where rights are not narrowed
			for _, b := range shipped(t).Articles {
				if b.ID == a.ID {
					for _, p := range b.Passages {
						usual += utf8.RuneCountInString(p.Text)
					}
				}
			}
			if most := map[string]int{"headline": 0, "quotes": min(usual/2, 3000)}[rights]; let > most || usual < 1000 || rights == "quotes" && let < 500 {
				t.Fatalf("%d code points leave, %d may, %d usually do", let, most, usual)
			}
		}
	}
	// Seven words in a row of one sentence (names of bodies have five) that stand in no other article and not in what may leave.
	closedRuns := map[string]bool{}
	words := strings.Fields(plain(text))
	for _, sentence := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".!?\n", r) }) {
		for run := range runs(plain(sentence)) {
			known := strings.Contains(open, run)
			for _, o := range others {
				known = known || strings.Contains(o, run)
			}
			if !known {
				closedRuns[run] = true
			}
		}
	}
	if len(closedRuns) < 100 {
		t.Fatalf("%d runs of words to look for", len(closedRuns))
	}
	seen := 0
	look := func(where, answer string) {
		seen++
		for run := range runs(plain(answer)) {
			if closedRuns[run] {
				t.Errorf("%s has %q", where, run)
				return
			}
		}
	}
	for _, d := range s.h.manifest.documents {
		if strings.HasPrefix(d.path, "/examples/") || d.path == registryPath {
			continue // made up, or written by hand, of nobody's article
		}
		if strings.HasPrefix(d.media, "text/") || strings.Contains(d.media, "json") || strings.Contains(d.media, "xml") {
			look(d.path, do(s.h, "GET", d.path).Body.String())
			look(d.twin(), do(s.h, "GET", d.twin()).Body.String())
		}
	}
	archive := compiled(t, seeds, "-layout", "packed")
	for _, files := range []fs.FS{dist, archive} { // as they lie there, what has no address among them
		err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(name, ".png") || strings.HasSuffix(name, "registry.bin") {
				return err // the registry is written by hand: titles and names of the field, of nobody's article
			}
			b, err := fs.ReadFile(files, name)
			look(name, string(b))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if packs, err := fs.Glob(archive, "_packs/*"); err != nil || len(packs) == 0 {
		t.Fatalf("the archive has no packs (%v)", err)
	}
	searched, err := SearchIndex(dist)
	if err != nil || len(searched) < 10_000 {
		t.Fatal(err, len(searched))
	}
	look(SearchFile, string(searched))
	ask := func(target string) { look(target, do(s.h, "GET", target).Body.String()) }
	for i := 0; i < len(words); i += 3 {
		ask("/v1/search?limit=200&q=" + url.QueryEscape(words[i]))
		ask("/search?q=" + url.QueryEscape(words[i]))
	}
	for _, m := range ds.Meetings {
		for _, more := range []string{"", "&granularity=char", "&base=" + m.Coverage[0].Article, "&outlets=" + m.Coverage[0].Article, "&min_confidence=0.5&ignore=case"} {
			ask("/v1/compare?meeting=" + url.QueryEscape(m.ID) + more)
		}
		ask("/oembed?url=" + url.QueryEscape("http://example.com/meetings/"+m.ID))
	}
	for _, path := range []string{"articles.#.passages", "articles", "meetings", "series", "issues", "people", "terms", "articles.#.passages.#.text", "meetings.#.points.#.label"} {
		ask("/v1/query?path=" + url.QueryEscape(path))
	}
	for _, c := range collections {
		ask("/v1/" + c.name + "?limit=200")
	}
	for _, op := range s.ops {
		if op.Method == "get" {
			ask(host(op.Example))
		}
	}
	if seen < 500 {
		t.Errorf("%d answers looked at", seen)
	}
}

// shipped is the dataset of the shipped seeds.
func shipped(t *testing.T) *dataset.Dataset {
	t.Helper()
	ds, err := dataset.Decode(do(newSite(t).h, "GET", "/v1/dataset.json").Body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

// runs are seven words in a row of what plain gives.
func runs(words string) iter.Seq[string] {
	return func(yield func(string) bool) {
		var starts []int
		for i := range len(words) {
			if i == 0 || words[i-1] == ' ' {
				starts = append(starts, i)
			}
		}
		starts = append(starts, len(words)+1)
		for i := 0; i+7 < len(starts); i++ {
			if !yield(words[starts[i] : starts[i+7]-1]) {
				return
			}
		}
	}
}

// plain is the words of a text or of markup, in lower case, with one space between.
func plain(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '<')
		end := strings.IndexByte(s[max(open, 0):], '>')
		if open < 0 || end < 0 {
			break
		}
		b.WriteString(s[:open] + " ")
		s = s[open+end+1:]
	}
	b.WriteString(s)
	return strings.Join(strings.FieldsFunc(strings.ToLower(b.String()), isWordBreak), " ")
}
