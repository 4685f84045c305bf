package web

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"readout/data/dataset"
	"readout/data/dataset/folder"
)

func TestAssets(t *testing.T) {
	files, err := Assets()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Assets()
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]string{}
	for i, f := range files {
		have[f.Path] = string(f.Data)
		if len(f.Data) == 0 || f.Type == "" {
			t.Errorf("%s: empty, or without a media type", f.Path)
		}
		if string(again[i].Data) != string(f.Data) {
			t.Errorf("%s: not the same bytes the second time", f.Path)
		}
	}
	for _, want := range []string{"/widget.js", "/compare.js", "/whole.js", "/embed.js", "/start.js", "/readout.css", "/favicon.svg", "/lang/ko.json", "/examples/article", "/examples/eight-page"} {
		if have[want] == "" {
			t.Errorf("no %s", want)
		}
	}
	for _, bad := range []string{"innerHTML", "localStorage", "document.cookie", "eval(", "sourceMappingURL"} {
		if strings.Contains(have["/widget.js"]+have["/compare.js"]+have["/whole.js"], bad) {
			t.Errorf("the widget uses %s", bad)
		}
	}
	if !strings.Contains(have["/widget.js"], "readout-compare") || !strings.Contains(have["/compare.js"], ":host") {
		t.Error("the widget is not whole")
	}
	// A script names the others by the address of their present bytes, and by the one that outlasts an update.
	for _, later := range []string{"/compare.js", "/whole.js"} {
		for _, address := range []string{folder.Twin(later, sha([]byte(have[later]))), later} {
			if !strings.Contains(have["/widget.js"], `"`+address+`"`) {
				t.Errorf("widget.js does not load %s", address)
			}
		}
	}
}

func TestSourceHoldsNoCredentials(t *testing.T) {
	for _, name := range []string{"widget.js", "compare.js", "whole.js"} {
		data, err := os.ReadFile("src/" + name)
		if err != nil {
			t.Fatal(err)
		}
		code := string(data)
		if strings.Contains(code, "withCredentials") || strings.Count(code, "fetch(") != strings.Count(code, "credentials: 'omit'") {
			t.Errorf("%s: the widget must ask without credentials", name)
		}
	}
}

func TestAtPutsTheOriginIntoAPage(t *testing.T) {
	page, err := meetingPage(read(t, "eight"), "en")
	if err != nil {
		t.Fatal(err)
	}
	id := read(t, "eight").Meeting.ID
	for origin, want := range map[string][]string{
		"https://readout.example": {
			`<link rel="canonical" href="https://readout.example/meetings/` + id + `">`,
			`<meta property="og:image" content="https://readout.example/cards/` + id + `.png">`,
			`"@id":"https://readout.example/meetings/` + id + `"`,
			`href="https://readout.example/oembed?url=https%3A%2F%2Freadout.example%2Fmeetings%2F` + id + `&amp;format=json"`,
		},
		"": {`<link rel="canonical" href="/meetings/` + id + `">`, `href="/oembed?url=%2Fmeetings%2F` + id + `&amp;format=json"`},
	} {
		got := string(At(origin, page))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%q: no %s", origin, w)
			}
		}
		if strings.Contains(got, "readout.invalid") {
			t.Errorf("%q: an address of nowhere is left", origin)
		}
	}
}

func TestOriginTakesOriginsOnly(t *testing.T) {
	for in, want := range map[string]string{"": "", "https://a.example": "https://a.example", "http://localhost:8787/": "http://localhost:8787"} {
		if got, err := Origin(in); got != want || err != nil {
			t.Errorf("%q: %q, %v", in, got, err)
		}
	}
	for _, bad := range []string{"a.example", "https://", "https://a.example/b", "https://a.example?x", "ftp://a.example", "https://u@a.example"} {
		if _, err := Origin(bad); err == nil || !strings.Contains(err.Error(), "https://readout.example") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestSitemapEscapesAndLeavesOutWhatOthersShow(t *testing.T) {
	if got := string(Sitemap("https://a.example", []string{"/meetings/a&b"})); !strings.Contains(got, "<loc>https://a.example/meetings/a&amp;b</loc>") {
		t.Error(got)
	}
	for path, want := range map[string]bool{"/": true, "/meetings/x": true, "/embed": false, "/ja/embed": false, "/embed/meetings/x": false, "/examples/two": false} {
		if Indexed(path) != want {
			t.Errorf("%s: %v", path, !want)
		}
	}
}

func TestEachPairHasAnAddress(t *testing.T) {
	doc := read(t, "eight")
	pages := pairPages(t, doc)
	if len(pages) != 28 {
		t.Fatalf("%d pairs of eight", len(pages))
	}
	page := pages[PairPath(doc.Meeting.ID, [2]string{"sample-c", "sample-d"})]
	if !strings.Contains(page, "<ins>Kanasugi told reporters afterwards that</ins>") {
		t.Error("the edits of the pair are not drawn")
	}
	links := regexp.MustCompile(`class="tile" href="([^"]*)"`).FindAllStringSubmatch(page, -1)
	for _, l := range links {
		if pages[l[1]] == "" {
			t.Errorf("%s leads nowhere", l[1])
		}
	}
	if len(links) != 12 {
		t.Errorf("%d links to other pairs, want 6 for either side", len(links))
	}
	if korean := pairPages(t, read(t, "korean")); len(korean) > 0 {
		t.Errorf("two articles have no other pair: %d", len(korean))
	}
}

// pairPages are the pages of a meeting's pairs by their addresses.
func pairPages(t *testing.T, doc dataset.MeetingDocument) map[string]string {
	t.Helper()
	pages := map[string]string{}
	if err := MeetingPages(doc, "en", nowhere, func(path string, page []byte) { pages[path] = string(page) }); err != nil {
		t.Fatal(err)
	}
	delete(pages, "/meetings/"+doc.Meeting.ID)
	return pages
}

// meetingPage is the page of a meeting.
func meetingPage(doc dataset.MeetingDocument, lang string) (page []byte, err error) {
	err = MeetingPages(doc, lang, nowhere, func(path string, data []byte) {
		if path == Path(lang, "/meetings/"+doc.Meeting.ID) {
			page = data
		}
	})
	return page, err
}

// What pages of pairs have in common is written once: each is to be as if it had been made alone.
func TestPairsTogetherAreAsEachAlone(t *testing.T) {
	doc := read(t, "eight")
	// a passage that two points tell, and a difference between accounts
	doc.Meeting.Points[1].Readings = append(doc.Meeting.Points[1].Readings[:0:0], doc.Meeting.Points[0].Readings...)
	r := doc.Meeting.Points[0].Readings
	side := func(i int, v string) dataset.Side {
		return dataset.Side{Article: r[i].Article, Passage: r[i].Passages[0], Value: v, Start: 0, End: 5}
	}
	doc.Meeting.Discrepancies = append(doc.Meeting.Discrepancies, dataset.Discrepancy{ID: "x", Rule: "number-differs", Point: doc.Meeting.Points[0].ID, About: "x", Sides: []dataset.Side{side(0, "1"), side(1, "2")}})
	for path, got := range pairPages(t, doc) {
		pair := strings.Split(path, "/")[3:]
		alone := newTable(doc, speak("en"))
		alone.base, alone.beside, alone.paired = pair[0], pair[1], true
		want := el("readout-compare", attrs{{"meeting", doc.Meeting.ID}, {"view", "full"}, {"base", pair[0]}, {"beside", pair[1]}}, alone.full()).HTML()
		if _, body, _ := strings.Cut(got, "<main>\n"); !strings.HasPrefix(body, want+"\n</main>") {
			t.Errorf("%s differs", path)
		}
		if ids := regexp.MustCompile(` id="([^"]*)"`).FindAllString(got, -1); len(ids) != len(slices.Compact(slices.Sorted(slices.Values(ids)))) {
			t.Errorf("%s gives an id twice", path)
		}
	}
}
