package registry

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/wasm/know"
)

// home is a registry with two people.
func home(t *testing.T, decisions string) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("people.yaml", "- {id: anna-berg, name: Anna Berg}\n- {id: bo-berg, name: Bo Berg}\n")
	if decisions != "" {
		put(decisionsFile, decisions)
	}
	return dir
}

func two(kind know.DecisionKind, a, x, b, y string) know.Decision {
	return know.Decision{Kind: kind, Quotes: []know.Quote{{Article: a, Text: x}, {Article: b, Text: y}}}
}

func TestDecide(t *testing.T) {
	dir := home(t, "# mine\n- decision: not-article # a menu\n  article: a.txt\n  quote: Home\n\n# about Berg\n- decision: person\n  article: a.txt\n  quote: Berg\n  person: bo-berg\n")
	file := filepath.Join(dir, decisionsFile)
	before, _ := os.ReadFile(file)
	d := two(know.DecideSameMeeting, "b.txt", "He said: \"no\" # 1\n & <ok>", "한국.txt", "만나 협의를 가졌다")
	if err := Decide(dir, []know.Decision{d}, nil); err != nil {
		t.Fatal(err)
	}
	if err := Decide(dir, []know.Decision{d}, nil); err != nil { // twice is once
		t.Fatal(err)
	}
	after, _ := os.ReadFile(file)
	if !strings.HasPrefix(string(after), string(before)) || strings.Count(string(after), "same-meeting") != 1 {
		t.Errorf("got:\n%s", after)
	}
	b, problems := Load(dir)
	if len(problems) > 0 || len(b.Decisions) != 3 {
		t.Fatal(problems, b.Decisions)
	}
	if got := b.Decisions[2]; got.Quotes[0].Text != `He said: "no" # 1 & <ok>` || got.Quotes[1].Article != "한국.txt" || !strings.HasSuffix(got.At, "decisions.yaml:11") {
		t.Errorf("%+v", got)
	}
	if err := Decide(dir, nil, b.Decisions[:1]); err != nil {
		t.Fatal(err)
	}
	left, _ := os.ReadFile(file)
	if s := string(left); strings.Contains(s, "menu") || !strings.Contains(s, "# about Berg\n- decision: person") || !strings.HasPrefix(s, "# mine\n") {
		t.Errorf("got:\n%s", s)
	}
	if err := Decide(dir, nil, b.Decisions[:1]); err == nil || !strings.Contains(err.Error(), "not in") {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".decisions*")); len(left) > 0 {
		t.Error("left behind:", left)
	}
}

// What would make the registry unusable is not written.
func TestDecideRefuses(t *testing.T) {
	for _, c := range []struct {
		name, have string
		d          know.Decision
		want       string
	}{
		{"broken file", "- decision: [\n", two(know.DecideSamePoint, "a", "x", "b", "y"), "not YAML"},
		{"unknown person", "", know.Decision{Kind: know.DecidePerson, Quotes: []know.Quote{{Article: "a", Text: "Berg"}}, Person: "anna-burg"}, "did you mean anna-berg?"},
		{"contradiction", "- {decision: same-meeting, passages: [{article: a, quote: x}, {article: b, quote: y}]}\n", two(know.DecideOtherMeeting, "b", "y", "a", "x"), "parts two passages that other entries join"},
		{"empty quotation", "", two(know.DecideSamePoint, "a", " ", "b", "y"), "has no quote"},
	} {
		dir := home(t, c.have)
		err := Decide(dir, []know.Decision{c.d}, nil)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
		if now, _ := os.ReadFile(filepath.Join(dir, decisionsFile)); string(now) != c.have {
			t.Errorf("%s: the file was changed to\n%s", c.name, now)
		}
	}
}

// Of several decisions all are written or none: the editor is told which.
func TestDecideAllOrNone(t *testing.T) {
	berg := func(article, person string) know.Decision {
		return know.Decision{Kind: know.DecidePerson, Quotes: []know.Quote{{Article: article, Text: "Berg"}}, Person: person}
	}
	const have = "- decision: person\n  article: b\n  quote: Berg\n  person: bo-berg\n"
	dir := home(t, have)
	file := filepath.Join(dir, decisionsFile)
	if err := Decide(dir, []know.Decision{berg("a", "anna-berg"), berg("b", "anna-berg")}, nil); err == nil || !strings.Contains(err.Error(), "gives the name") {
		t.Error(err)
	}
	if now, _ := os.ReadFile(file); string(now) != have {
		t.Errorf("the file was changed to\n%s", now)
	}
	if err := Decide(dir, []know.Decision{berg("a", "anna-berg"), berg("b", "anna-berg")}, []know.Decision{berg("b", "bo-berg")}); err != nil {
		t.Error(err)
	}
	if b, problems := Load(dir); len(problems) > 0 || len(b.Decisions) != 2 || b.Decisions[1].Person != "anna-berg" {
		t.Error(problems, b.Decisions)
	}
	if err := Decide(dir, nil, []know.Decision{berg("a", "anna-berg"), berg("b", "bo-berg")}); err == nil {
		t.Error("one of two is not there, and nobody says so")
	}
	if b, _ := Load(dir); len(b.Decisions) != 2 {
		t.Error(b.Decisions)
	}
}

func TestLoadDecisionProblems(t *testing.T) {
	const same = "- {decision: same-meeting, passages: [{article: %, quote: x}, {article: #, quote: x}]}\n"
	link := func(a, b string) string { return strings.NewReplacer("%", a, "#", b).Replace(same) }
	for _, c := range []struct{ name, yaml, want string }{
		{"kind", "- {decision: same-meting, passages: []}\n", `decisions.yaml:1: unknown decision "same-meting"; did you mean same-meeting?`},
		{"one passage", "- {decision: same-point, passages: [{article: a, quote: x}]}\n", "decisions.yaml:1: 1 passages; give two"},
		{"wrong key", "- {decision: not-article, article: a, quote: x, person: anna-berg}\n", `unknown key "person"`},
		{"no person", "- {decision: person, article: a, quote: x}\n", "the entry has no person"},
		{"two people", "- {decision: person, article: a, quote: Berg, person: anna-berg}\n- {decision: person, article: a, quote: Berg, person: bo-berg}\n", `decisions.yaml:2: gives the name "Berg" to "bo-berg"`},
		{"a chain", link("a", "b") + link("b", "c") + link("c", "d") + "- {decision: different-meeting, passages: [{article: d, quote: x}, {article: a, quote: x}]}\n", "decisions.yaml:4: parts two passages that other entries join, directly or in a chain"},
		{"key twice", "- decision: not-article\n  article: a\n  article: b\n  quote: x\n", "decisions.yaml:3: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := Load(home(t, c.yaml))
			var all []string
			for _, p := range problems {
				all = append(all, p.String())
				if p.Fix == "" || p.Line == 0 {
					t.Errorf("no remedy or line: %s", p)
				}
			}
			if got := strings.Join(all, "\n"); !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// More lint: each with the line of the very form.
func TestLoadMoreProblems(t *testing.T) {
	for _, c := range []struct{ name, file, yaml, want string }{
		{"form on overlapping dates", "people.yaml", "- id: a\n  name: A B\n  forms:\n    - Q\n    - {text: X, from: 2010, to: 2015}\n- id: c\n  name: C D\n  forms:\n    - R\n    - {text: x, from: 2015}\n", `people.yaml:10: form "x" means both "c" and "a" (line 5) on the same dates`},
		{"a post nobody has", "series.yaml", "- id: s\n  title: S\n  posts: [Foreign Ministre]\n", `series.yaml:3: nobody in people.yaml has the post "Foreign Ministre"; did you mean Foreign Minister?`},
		{"idle not", "terms.yaml", "- {id: k, concept: K, forms: [korea], not: [north corea]}\n", `the phrase "north corea" under not holds none of the forms`},
		{"form and not", "terms.yaml", "- {id: k, concept: K, forms: [korea], not: [korea]}\n", `"korea" stands under forms and under not`},
		{"key twice", "people.yaml", "- id: a\n  name: A B\n  name: A C\n", "people.yaml:3: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			files := map[string]string{"people.yaml": "- {id: m, name: M N, roles: [{title: Foreign Minister, level: minister}]}\n"}
			files[c.file] = c.yaml
			for name, text := range files {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			_, problems := Load(dir)
			var all []string
			for _, p := range problems {
				all = append(all, p.String())
				if p.Fix == "" {
					t.Errorf("no remedy: %s", p)
				}
			}
			if got := strings.Join(all, "\n"); !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
