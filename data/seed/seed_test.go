package seed

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/wasm/text"
)

// folder writes files into a new folder and returns it.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// messages are the problems as people see them, without the folder's own path.
func messages(dir string, problems []Problem) []string {
	var out []string
	for _, p := range problems {
		s := strings.Replace(p.String(), filepath.ToSlash(dir)+"/", "seeds/", 1)
		s = strings.ReplaceAll(s, filepath.ToSlash(dir)+"/", "seeds/")
		out = append(out, strings.Replace(s, filepath.ToSlash(dir), "seeds", 1))
	}
	return out
}

const article = "Ministers meet\n\nThe ministers met in Seoul on Thursday.\n"

func TestLoad(t *testing.T) {
	dir := folder(t, map[string]string{
		"b/two.txt":  article + "One more.",
		"b/two.yaml": "# a remark\noutlet: \"The Times: World\"\nurl: https://example.com/a?b=1\npublished: 2014-02-19?\nheadline: Ministers meet\nauthor: A. B.\nlanguage: zh-Hant\ntranslated_from: ko\nformat: translation\nrights: full\nnote: >-\n  two\n  lines\n",
		"a.TXT":      "\ufeff" + strings.ReplaceAll(article, "\n", "\r\n"),
		"README.md":  "about", ".DS_Store": "\x00", ".git/config.txt": "x",
		"year.txt": article + "Other.", "year.yaml": "\ufefflanguage: no\r\npublished: 2014\r\n",
	})
	seeds, problems := Load(dir)
	if len(problems) > 0 {
		t.Errorf("problems: %q", messages(dir, problems))
	}
	want := []Seed{
		{File: "a.TXT", Text: "\ufeffMinisters meet\r\n\r\nThe ministers met in Seoul on Thursday.\r\n"},
		{File: "b/two.txt", Text: article + "One more.", Meta: Meta{File: "b/two.yaml", Outlet: "The Times: World", URL: "https://example.com/a?b=1", Published: "2014-02-19?",
			Headline: "Ministers meet", Author: "A. B.", Language: "zh-Hant", TranslatedFrom: "ko", Format: "translation", Rights: "full", Note: "two lines",
			Lines: map[string]int{"outlet": 2, "url": 3, "published": 4, "headline": 5, "author": 6, "language": 7, "translated_from": 8, "format": 9, "rights": 10, "note": 11}}},
		{File: "year.txt", Text: article + "Other.", Meta: Meta{File: "year.yaml", Language: "no", Published: "2014", Lines: map[string]int{"language": 1, "published": 2}}},
	}
	if d := cmp.Diff(want, seeds); d != "" {
		t.Error(d)
	}
	// Offsets count the code points of the file, byte order mark and carriage returns included.
	d := text.New(seeds[0].Text, "", "")
	if got := d.Passages[0].Start; got != 1 {
		t.Errorf("the headline begins at %d, want 1: after the byte order mark", got)
	}
	if got := d.Slice(d.Passages[1].Span); got != "The ministers met in Seoul on Thursday." || d.Passages[1].Start != 19 {
		t.Errorf("%q at %d", got, d.Passages[1].Start)
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
		seeds int
	}{
		{"empty folder", nil, []string{"seeds: no article in this folder; put each article there as a file NAME.txt"}, 0},
		{"empty file", map[string]string{"a.txt": ""}, []string{"seeds/a.txt: is empty; paste the article into it, or remove it"}, 0},
		{"white space", map[string]string{"a.txt": "\ufeff \r\n\n"}, []string{"seeds/a.txt: is empty; paste the article into it, or remove it"}, 0},
		{"no letters", map[string]string{"a.txt": "1 2 3"}, []string{"seeds/a.txt: has no letters; paste the article into it, or remove it"}, 0},
		{"over-long", map[string]string{"a.txt": strings.Repeat("a ", 5<<19)},
			[]string{"seeds/a.txt: has 5242880 bytes, more than the 1048576 that are read; keep the one article only"}, 0},
		{"one line", map[string]string{"a.txt": "A b.\n" + strings.Repeat("a ", 15000)},
			[]string{"seeds/a.txt:2: warning: is a line of 30000 bytes: paragraphs cannot be told apart; put a line break after each paragraph"}, 1},
		{"brackets", map[string]string{"a.txt": article, "a.yaml": "note: " + strings.Repeat("[", 60_000)}, []string{"seeds/a.yaml:1: more than 200 brackets that are not closed; write plain values, in quotes if they have brackets"}, 1},
		{"binary", map[string]string{"a.txt": "abc\nd\x00"}, []string{"seeds/a.txt:2: is binary: byte 0 at offset 5; save the article as plain text in UTF-8"}, 0},
		{"pdf", map[string]string{"a.txt": "%PDF-1.4"}, []string{"seeds/a.txt: is a PDF and no plain text; copy the article out of it and save that as text"}, 0},
		{"utf-16", map[string]string{"a.txt": "\xff\xfea\x00"}, []string{"seeds/a.txt: is UTF-16 and no plain text; save the file as UTF-8"}, 0},
		{"html", map[string]string{"a.txt": "<!DOCTYPE html><p>A"}, []string{"seeds/a.txt:1: is HTML and no plain text; rename it to .html and take the article out of it with `go run ./data/add FILE`"}, 0},
		{"latin-1", map[string]string{"a.txt": "Caf\xe9 in\nSeoul"},
			[]string{"seeds/a.txt:1: is not UTF-8: byte 0xe9 at offset 3; save the file as UTF-8; it may be in Windows-1252, Shift_JIS, EUC-KR or GB 18030"}, 0},
		{"same text, no outlet", map[string]string{"a.txt": article, "b/c.txt": "\ufeff" + strings.ReplaceAll(article, "\n", "\r\n")},
			[]string{"seeds/b/c.txt: has the same text as seeds/a.txt and the same outlet; remove one of them, or give them different outlets in NAME.yaml"}, 2},
		{"same text, two outlets", map[string]string{"a.txt": article, "a.yaml": "outlet: A", "b.txt": article, "b.yaml": "outlet: B"},
			[]string{"seeds/b.txt: warning: has the same text as seeds/a.txt; keep both if both outlets printed it, else remove one"}, 2},
		{"same text, third like first", map[string]string{"a.txt": article, "a.yaml": "outlet: A", "b.txt": article, "b.yaml": "outlet: B", "c.txt": article, "c.yaml": "outlet: b"},
			[]string{"seeds/b.txt: warning: has the same text as seeds/a.txt; keep both if both outlets printed it, else remove one",
				"seeds/c.txt: has the same text as seeds/b.txt and the same outlet; remove one of them, or give them different outlets in NAME.yaml"}, 3},
		{"no article", map[string]string{"abcd.txt": article, "abce.yaml": "outlet: A", "x/y.yaml": "outlet: A"},
			[]string{"seeds/abce.yaml: has no article abce.txt; rename it to abcd.yaml if it belongs to abcd.txt",
				"seeds/x/y.yaml: has no article y.txt; put the article's text beside it as y.txt, or remove it"}, 1},
		{"yml", map[string]string{"a.txt": article, "a.yml": "outlet: A"}, []string{"seeds/a.yml: has the ending .yml, which is not read; rename it to a.yaml"}, 1},
		{"other files", map[string]string{"a.txt": article, "a.docx": "PK"},
			[]string{"seeds/a.docx: warning: is no .txt and is not read; save the article's text as NAME.txt, or move the file elsewhere"}, 1},
		{"unknown keys", map[string]string{"a.txt": article, "a.yaml": "outlett: A\nDate: 2014\ntranslated-from: ko\nxyzzy: 1\n"},
			[]string{`seeds/a.yaml:1: unknown key "outlett"; write outlet`, `seeds/a.yaml:2: unknown key "Date"; write published`,
				`seeds/a.yaml:3: unknown key "translated-from"; write translated_from`,
				`seeds/a.yaml:4: unknown key "xyzzy"; the keys are outlet, url, published, headline, author, language, translated_from, format, rights, note, guessed, taken_from, taken_sha256`}, 1},
		{"bad values", map[string]string{"a.txt": article, "a.yaml": "outlet: A\npublished: 2020-10-32\nurl: example.com\nlanguage: jp\ntranslated_from: Klingonese\nformat: excerp\nrights: all of it\nauthor:\n"},
			[]string{`seeds/a.yaml:3: url: "example.com": not a web address; write it in full, as https://example.com/article`,
				`seeds/a.yaml:4: language: "jp": not a language tag; write ja`,
				`seeds/a.yaml:5: translated_from: "Klingonese": not a language tag; write a BCP 47 tag such as en, ja, ko, zh-Hant`,
				`seeds/a.yaml:6: format: "excerp": not a format that is known; write excerpt`,
				`seeds/a.yaml:7: rights: "all of it": not a rights that is known; write full, passages, quotes or headline`,
				`seeds/a.yaml:8: warning: author: has no value; write one or remove the line`}, 1},
		{"not yaml", map[string]string{"a.txt": article, "a.yaml": "outlet: A\nnote: a: b\n"}, nil, 1},
		{"a list", map[string]string{"a.txt": article, "a.yaml": "- outlet: A\n"}, []string{`seeds/a.yaml:1: is no list of keys; write one "key: value" a line`}, 1},
		{"no plain value", map[string]string{"a.txt": article, "a.yaml": "outlet: [A, B]\nauthor: {a: b}\n"},
			[]string{`seeds/a.yaml:1: outlet: not a plain value; write the value behind the colon, in quotes if it has a colon, a # or brackets`,
				`seeds/a.yaml:2: author: not a plain value; write the value behind the colon, in quotes if it has a colon, a # or brackets`}, 1},
		{"own language", map[string]string{"a.txt": article, "a.yaml": "language: en-GB\ntranslated_from: en\n"},
			[]string{`seeds/a.yaml:2: warning: translated_from: "en" is the language of the text itself; give the language of the original, or remove the line`}, 1},
		{"latin-1 yaml", map[string]string{"a.txt": article, "a.yaml": "outlet: Caf\xe9\n"}, []string{"seeds/a.yaml:1: is not UTF-8: byte 0xe9 at offset 11; save the file as UTF-8"}, 1},
		{"empty yaml", map[string]string{"a.txt": article, "a.yaml": "# nothing yet\n"}, []string{}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, c.files)
			seeds, problems := Load(dir)
			got := messages(dir, problems)
			if len(seeds) != c.seeds {
				t.Errorf("%d seeds, want %d", len(seeds), c.seeds)
			}
			switch c.name {
			case "not yaml": // the words are the parser's
				if len(got) != 1 || !strings.HasPrefix(got[0], "seeds/a.yaml:2: not YAML: ") {
					t.Errorf("%q", got)
				}
				return
			case "bad values": // the words on dates are package when's
				if len(got) != 7 || !strings.HasPrefix(got[0], `seeds/a.yaml:2: published: "2020-10-32": `) || !strings.Contains(got[0], "; write ") {
					t.Errorf("%q", got)
				}
				got = got[1:]
			}
			if d := cmp.Diff(c.want, got); d != "" && len(c.want)+len(got) > 0 {
				t.Error(d)
			}
		})
	}
}

// TestExample keeps the message that the documents promise.
func TestExample(t *testing.T) {
	dir := folder(t, map[string]string{"003.txt": article, "003.yaml": "outlet: A\npublished: \"29 Oct\"\n"})
	_, problems := Load(dir)
	got := messages(dir, problems)
	if len(got) != 1 || !strings.HasPrefix(got[0], `seeds/003.yaml:2: published: "29 Oct": not an EDTF date; write `) {
		t.Errorf("%q", got)
	}
}

func TestMissingFolder(t *testing.T) {
	seeds, problems := Load(filepath.Join(t.TempDir(), "none"))
	if len(seeds) != 0 || len(problems) != 1 || !strings.Contains(problems[0].String(), "cannot be read") {
		t.Errorf("%v %v", seeds, problems)
	}
}

// TestShipped holds the folder that ships free of problems and each of its articles described.
func TestShipped(t *testing.T) {
	seeds, problems := Load("../../seeds")
	for _, p := range problems {
		t.Error(p)
	}
	if len(seeds) != 5 {
		t.Fatalf("%d articles", len(seeds))
	}
	for _, s := range seeds {
		if s.Meta.Published == "" || s.Meta.Language == "" || s.Meta.Format == "" || s.Meta.Rights != "passages" {
			t.Errorf("%s: %+v", s.File, s.Meta)
		}
	}
}

// TestDocumented holds the table of keys in seeds/README.md complete.
func TestDocumented(t *testing.T) {
	raw, err := os.ReadFile("../../seeds/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range keys {
		if !strings.Contains(string(raw), "| `"+k+"` |") {
			t.Errorf("the key %s is not in the table", k)
		}
		if (&Meta{}).field(k) == nil {
			t.Errorf("the key %s has no field", k)
		}
	}
	for key, values := range enums {
		for _, v := range values {
			if !strings.Contains(string(raw), "`"+v+"`") {
				t.Errorf("the value %s of %s is not in the table", v, key)
			}
		}
	}
}

func TestNearest(t *testing.T) {
	for s, want := range map[string]string{"outlet": "outlet", "autor": "author", "langauge": "language", "urls": "url", "zzz": "", "": ""} {
		if got := Nearest(s, keys, 3); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", s, got, want)
		}
	}
}

// FuzzLoad reads any article with any NAME.yaml; what is wrong is a message and never a panic.
func FuzzLoad(f *testing.F) {
	f.Add(article, "outlet: A\n")
	f.Add("\xff", "- a\n- b: [")
	f.Add("a", "? a\n: b\n&a c: *a\n<<: d\n")
	f.Fuzz(func(t *testing.T, article, meta string) {
		l := loader{dir: "seeds"}
		l.text("a.txt", []byte(article))
		l.meta("a.yaml", []byte(meta))
		for _, p := range l.problems {
			if p.What == "" || p.Fix == "" || p.File == "" {
				t.Errorf("%+v", p)
			}
		}
	})
}

func TestGuessedKeys(t *testing.T) {
	for list, want := range map[string]string{"": "", "published": "published", "published, outlet": "published outlet", "outlet,published": "outlet published", "author, published": "published"} {
		m := Meta{Guessed: list, Published: "2019-05-07?", Outlet: "The Fjord Times"} // a guess without a value is none
		if got := strings.Join(m.GuessedKeys(), " "); got != want {
			t.Errorf("%q: %q, want %q", list, got, want)
		}
	}
}
