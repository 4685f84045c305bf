package web

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"readout/data/dataset"
	"readout/wasm/know"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// wordsOf are the keys of a file of words and their parts; a key that stands twice, or in two parts of a file, is an error: the second
// would hide the first.
func wordsOf(t *testing.T, name string) map[string]string {
	data, err := langFS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	keys, depth, part := map[string]string{}, 0, ""
	for d, key := json.NewDecoder(bytes.NewReader(data)), true; ; {
		token, err := d.Token()
		if err != nil {
			return keys
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
			key = token == json.Delim('{')
			continue
		case json.Delim('}'), json.Delim(']'):
			depth--
			key = true
			continue
		}
		if text, ok := token.(string); ok && key {
			if nested := strings.Count(name, "/") == 1; nested && depth == 1 {
				part = text
			} else if was, twice := keys[text]; twice {
				t.Errorf("%s: %q stands in %q and again in %q", name, text, was, part)
			} else {
				keys[text] = part
			}
		}
		key = !key && depth > 0
		if depth == 3 { // a list's words are no keys
			key = false
		}
	}
}

// TestWords holds the files of words against each other and against the sources: the same keys in the same parts in all languages, a
// form for one thing (key and 1) aside, none twice, none that nothing says.
func TestWords(t *testing.T) {
	for _, dir := range []string{"lang", "lang/own", "lang/snippet"} {
		said := sources(t, dir != "lang")
		en := wordsOf(t, dir+"/en.json")
		if len(en) < 20 {
			t.Fatalf("%s/en.json: only %d words were read", dir, len(en))
		}
		for _, lang := range Languages[1:] {
			other := wordsOf(t, dir+"/"+lang+".json")
			for key, part := range en {
				if got, ok := other[key]; !ok && !(strings.HasSuffix(key, "1") && en[strings.TrimSuffix(key, "1")] == part) {
					t.Errorf("%s/%s.json: %q is missing", dir, lang, key)
				} else if ok && got != part {
					t.Errorf("%s/%s.json: %q stands in %q, not in %q", dir, lang, key, got, part)
				}
			}
			for key, part := range other {
				if _, ok := en[key]; !ok && part != "names" && !engineSays(t, key) {
					t.Errorf("%s/%s.json: %q is no word of en.json", dir, lang, key)
				}
			}
		}
		for key := range en {
			if !isSaid(said, key) {
				t.Errorf("%s/en.json: nothing says %q", dir, key)
			}
		}
	}
}

// engineSays reports whether a key is what the engine says in English of a discrepancy or a contrast, which needs a translation only.
func engineSays(t *testing.T, key string) bool {
	names, err := filepath.Glob("../wasm/engine/*.go")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(key, " ") && slices.ContainsFunc(names, func(name string) bool {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(string(data), strconv.Quote(key))
	})
}

// Whatever the engine says of a discrepancy or a contrast has its translation.
func TestSubjectsAreTranslated(t *testing.T) {
	names, _ := filepath.Glob("../wasm/engine/*.go")
	said := regexp.MustCompile(`About: +"([^"]+)"|d\.Rule, d\.About = \w+, "([^"]+)"|return "([A-Z][^"]+)"`)
	n := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if base := filepath.Base(name); !slices.Contains([]string{"clash.go", "contrast.go", "points.go", "series.go"}, base) {
			continue
		}
		for _, m := range said.FindAllStringSubmatch(string(data), -1) {
			n++
			for _, lang := range Languages[1:] {
				if about := strings.TrimSuffix(m[1]+m[2]+m[3], ": "); speak(lang).subject(about) == about {
					t.Errorf("lang/%s.json: %q has no translation", lang, about)
				}
			}
		}
	}
	if n < 12 {
		t.Errorf("only %d subjects were found in wasm/engine", n)
	}
}

// names are for other languages alone: each has the same, and what is no name is said by somebody.
func TestNamesAreTheSameInEachLanguage(t *testing.T) {
	ja, ko := wordsOf(t, "lang/ja.json"), wordsOf(t, "lang/ko.json")
	n := 0
	for key, part := range ja {
		if part == "names" {
			n++
			if ko[key] != "names" {
				t.Errorf("lang/ko.json: %q is no name", key)
			}
		}
	}
	for key, part := range ko {
		if part == "names" && ja[key] != "names" {
			t.Errorf("lang/ja.json: %q is no name", key)
		}
	}
	if n < 50 {
		t.Errorf("only %d names", n)
	}
}

func TestTitlesInThePagesLanguage(t *testing.T) {
	people := []dataset.Person{{Name: "Shinzo Abe", Native: "安倍晋三", Country: "JP"}, {Name: "Park Geun-hye", Native: "박근혜", Country: "KR"}, {Name: "Ban", Country: "KR"}}
	for _, c := range []struct{ title, ja, ko string }{
		{"Summit between Park Geun-hye and Shinzo Abe", "Park\u00a0Geun-hye、安倍晋三の首脳会談", "박근혜, Shinzo\u00a0Abe 정상회담"},
		{"Summit between Park Geun-hye, Shinzo Abe and the United States", "Park\u00a0Geun-hye、安倍晋三、米国の首脳会談", "박근혜, Shinzo\u00a0Abe, 미국 정상회담"},
		{"Visit by Ban to Japan and South Korea", "Banの訪問（日本、韓国）", "Ban 방문(일본, 한국)"},
		{"Meeting between Ban and officials of Japan", "Ban、日本の当局者の会談", "Ban, 일본 당국자 회동"},
		{"Talks in Jongno, Seoul", "Jongno、ソウルでの会談", "Jongno, 서울 회담"},
		{"Meeting between the Pilots' Union and Air West", "the Pilots' Union、Air Westの会談", "the Pilots' Union, Air West 회동"},
		{"Talks between Pakistan, Turkey and the United Kingdom", "パキスタン、トルコ、英国の会談", "파키스탄, 튀르키예, 영국 회담"},
		{"Meeting with Putin ends in failure", "", ""}, // a headline
		{"Ministers’ talks between Ban and Nobody", "", ""},
		{"Talks on cod", "", ""},
	} {
		m := dataset.Meeting{Title: c.title, Place: "Jongno, Seoul", Bodies: []string{"the Pilots' Union", "Air West"}}
		for lang, want := range map[string]string{"en": "", "ja": c.ja, "ko": c.ko} {
			if got := speak(lang).titled(m, people); got != cmp.Or(want, c.title) {
				t.Errorf("%s: %q, want %q", lang, got, cmp.Or(want, c.title))
			}
		}
	}
}

// What the registry calls a series, an issue and a concept in the page's language stands on every page that names them, and speakers have
// the names that pages give them elsewhere; the English page has the English ones.
func TestTheFieldInThePagesLanguage(t *testing.T) {
	ja := func(s string) map[string]string { return map[string]string{"ja": s} }
	doc := dataset.MeetingDocument{
		Meeting: dataset.Meeting{ID: "m", Title: "Cod talks", Status: "held",
			Coverage: []dataset.Coverage{{Article: "a", Status: "held"}, {Article: "b", Status: "held"}},
			Terms:    []dataset.Term{{ID: "sea", Concept: "North / East", Names: ja("北 / 東"), Forms: map[string][]string{"a": {"North Sea"}, "b": {"East Sea"}}}},
			Voices: []dataset.Voice{{Article: "a", Speaker: "Abe", Person: "abe", Indirect: 3}, {Article: "a", Speaker: "Kim Lee", Person: "kim", Indirect: 2},
				{Article: "a", Speaker: "the United States", Indirect: 1}, {Article: "b", Speaker: "a fisherman", Indirect: 1}}},
		Articles: []dataset.Article{{ID: "a", Headline: "A", Siglum: "A"}, {ID: "b", Headline: "B", Siglum: "B"}},
		People:   []dataset.Person{{ID: "abe", Name: "Shinzo Abe", Native: "安倍晋三", Country: "JP"}, {ID: "kim", Name: "Kim Lee", Country: "KR"}},
		Series:   &dataset.Link{ID: "s", Title: "Sea talks", Names: ja("海の協議")},
	}
	series := dataset.SeriesDocument{Series: dataset.Series{ID: "s", Title: "Sea talks", Names: ja("海の協議")}}
	issue := dataset.IssueDocument{Issue: dataset.Issue{ID: "i", Title: "Cod", Names: ja("鱈")}}
	all := dataset.Dataset{Series: []dataset.Series{series.Series}, Issues: []dataset.Issue{issue.Issue}}
	for _, c := range []struct {
		page func(lang string) ([]byte, error)
		en   []string
		ja   []string
	}{
		{func(l string) (page []byte, err error) {
			err = MeetingPages(doc, l, nowhere, func(_ string, p []byte) { page = p })
			return page, err
		}, []string{"Sea talks", ">North<", "Abe", "The United States"}, []string{"海の協議", ">北<", "安倍晋三", "米国", "A fisherman"}},
		{func(l string) ([]byte, error) { return Series(series, l) }, []string{"Sea talks"}, []string{"海の協議"}},
		{func(l string) ([]byte, error) { return Issue(issue, l) }, []string{"Cod"}, []string{"鱈"}},
		{func(l string) ([]byte, error) { return Start(&all, len(all.Articles), len(all.Meetings), l) }, []string{"Sea talks", "Cod"}, []string{"海の協議", "鱈"}},
	} {
		for lang, want := range map[string][]string{"en": c.en, "ja": c.ja} {
			page, err := c.page(lang)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range want {
				if !strings.Contains(string(page), s) {
					t.Errorf("%s: no %q", lang, s)
				}
			}
			_, body, _ := strings.Cut(string(page), "<body")
			if i := slices.IndexFunc(c.en, func(s string) bool { return strings.Contains(body, s) }); lang == "ja" && i >= 0 {
				t.Errorf("ja: %q is left", c.en[i])
			}
		}
	}
}

// Every country that the engine knows has a name in each language: a page that says "PK" tells a reader nothing. In titles it is known by the
// engine’s English name, but for a few that browsers call otherwise ("St. Lucia").
func TestEveryCountryHasAName(t *testing.T) {
	untitled := 0
	for code := range regions() {
		for _, lang := range Languages {
			if got := speak(lang).say(code); got == code {
				t.Errorf("%s: no name for %s", lang, code)
			}
		}
		if speak("en").country(know.CountryName(code)) == "" {
			untitled++
		}
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if code := string(a) + string(b); know.KnownCountry(code) && speak("ja").text[code] == "" {
				t.Errorf("%s, %s, has no name", code, know.CountryName(code))
			}
		}
	}
	if untitled > 11 {
		t.Errorf("%d countries have names that no title has", untitled)
	}
}

// composed are the beginnings of keys that are put together: "h" and the id of a part, "c-" and a state, "fit" and how sure it is.
var composed = []string{"h", "n", "b", "k", "c-", "o-", "r-", "v-", "how-", "band", "only", "fit", "sure", "ord"}

// countryCode is a country's, which documents have; a number ends keys that are counted.
var countryCode, number = regexp.MustCompile(`^[A-Z]{2}$`), regexp.MustCompile(`[0-4]$`)

func isSaid(said map[string]bool, key string) bool {
	if said[key] || countryCode.MatchString(key) || said[number.ReplaceAllString(key, "")] && number.MatchString(key) {
		return true
	}
	return slices.ContainsFunc(composed, func(begin string) bool {
		rest, ok := strings.CutPrefix(key, begin)
		return ok && said[rest]
	})
}

// sources are all words that stand alone between quotation marks in what makes the pages and in what says what a document can hold; with
// fields those too that are read as one of an object ({{.Words.title}}, own.title).
func sources(t *testing.T, fields bool) map[string]bool {
	said := map[string]bool{}
	alone := regexp.MustCompile("[\"'`]([a-zA-Z?~%-][a-zA-Z0-9?~-]*)[\"'`]|\\b(months|nums|monthletters)\\b")
	if fields {
		alone = regexp.MustCompile(alone.String() + "|\\.([a-zA-Z0-9]+)\\b")
	}
	for _, dir := range []string{".", "../data/dataset", "../wasm/compare", "../wasm/meeting", "../wasm/engine"} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.Contains(path, "_test.") || strings.HasPrefix(path, "lang/") || !slices.Contains([]string{".go", ".js", ".html"}, filepath.Ext(path)) {
				return err
			}
			data, err := os.ReadFile(path)
			for _, m := range alone.FindAllSubmatch(data, -1) {
				for _, word := range m[1:] {
					said[string(word)] = true
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return said
}

// A name from right to left must not draw the digits beside it to its other side: "10 May" after it stays together.
func TestNamesFromRightToLeftStandApart(t *testing.T) {
	arts := []dataset.Article{{ID: "a", Outlet: "m", Published: "2024-05-10", Format: "full"}, {ID: "b", Outlet: "n", Published: "2024-05-10", Format: "full"}}
	c := newCiter(speak("en"), arts, []dataset.Outlet{{ID: "m", Name: "صحيفة الميناء"}, {ID: "n", Name: "Nordic Wire"}})
	for article, want := range map[string]string{"a": "\u2068صحيفة الميناء\u2069\u00a0· 10 May 2024\u00a0· full text", "b": "Nordic Wire\u00a0· 10 May 2024\u00a0· full text"} {
		if got := c.about(article); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := c.say("colon", "חדשות הנמל", 3); got != "\u2068חדשות הנמל\u2069: 3" {
		t.Errorf("%q", got)
	}
}
