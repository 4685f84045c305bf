package api

import (
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/data/dataset"
)

// TestHeadlineOnly: of an article whose rights let out the headline alone, no run of words leaves in any document, page or answer,
// whatever is asked. The article is one of the shipped seeds with its rights changed; the others are as they are.
func TestHeadlineOnly(t *testing.T) {
	const closed = "002_18cea04d4a4e456a"
	seeds := t.TempDir()
	files, err := filepath.Glob("../../seeds/*.*")
	if err != nil || len(files) < 4 {
		t.Fatal(err, files)
	}
	var others []string
	var text, headline string
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		base := filepath.Base(name)
		switch {
		case base == closed+".yaml":
			b = []byte(strings.Replace(string(b), "rights: passages", "rights: headline", 1))
			if !strings.Contains(string(b), "rights: headline") {
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
			headline = plain(a.Headline)
			if a.Rights != "headline" {
				t.Fatalf("rights of %s: %s", a.ID, a.Rights)
			}
		}
	}
	// Seven words in a row (names of bodies have five) that stand in no other article and not in the headline.
	var runs []string
	words := strings.Fields(plain(text))
	for i := 0; i+7 <= len(words); i++ {
		run := strings.Join(words[i:i+7], " ")
		known := strings.Contains(headline, run)
		for _, o := range others {
			known = known || strings.Contains(o, run)
		}
		if !known {
			runs = append(runs, " "+run+" ")
		}
	}
	if len(runs) < 300 {
		t.Fatalf("%d runs of words to look for", len(runs))
	}
	seen := 0
	look := func(where, answer string) {
		seen++
		answer = " " + plain(answer) + " "
		for _, run := range runs {
			if strings.Contains(answer, run) {
				t.Errorf("%s has%q", where, run)
				return
			}
		}
	}
	for _, d := range s.h.manifest.documents {
		if strings.HasPrefix(d.path, "/examples/") {
			continue // made up, of nobody's article
		}
		if strings.HasPrefix(d.media, "text/") || strings.Contains(d.media, "json") || strings.Contains(d.media, "xml") {
			look(d.path, do(s.h, "GET", d.path).Body.String())
		}
	}
	ask := func(target string) { look(target, do(s.h, "GET", target).Body.String()) }
	for i := 0; i < len(words); i += 3 {
		ask("/v1/search?limit=200&q=" + url.QueryEscape(words[i]))
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

// plain is the words of a text or of markup, in lower case, with one space between.
func plain(s string) string {
	for {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			break
		}
		end := strings.IndexByte(s[open:], '>')
		if end < 0 {
			break
		}
		s = s[:open] + " " + s[open+end+1:]
	}
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), isWordBreak), " ")
}
