package registry

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The committed registry has no problem that Load can see.
func TestLoadCommitted(t *testing.T) {
	b, problems := Load(".")
	for _, p := range problems {
		t.Error(p)
	}
	if len(b.People) < 30 || len(b.Bodies) == 0 || len(b.Places) == 0 || len(b.Outlets) < 20 || len(b.Series) < 15 || len(b.Issues) < 16 || len(b.Terms) < 30 {
		t.Errorf("people %d, bodies %d, places %d, outlets %d, series %d, issues %d, terms %d: something was not read",
			len(b.People), len(b.Bodies), len(b.Places), len(b.Outlets), len(b.Series), len(b.Issues), len(b.Terms))
	}
	for _, p := range b.People {
		if p.ID == "fumio-kishida" {
			if p.Country != "JP" || p.Native != "岸田文雄" || len(p.Roles) != 2 || p.Roles[0].From != "2012-12-26" || p.Roles[1].Level != "head" {
				t.Errorf("fumio-kishida was read as %+v", p)
			}
		}
	}
	for _, s := range b.Series {
		if s.ID == "japan-rok-summit" && (s.Level != "head" || strings.Join(s.Countries, " ") != "JP KR" || len(s.Words) < 4) {
			t.Errorf("japan-rok-summit was read as %+v", s)
		}
	}
}

// Every mistake is reported with its file, its line and a remedy, all in one run.
func TestLoadProblems(t *testing.T) {
	for _, c := range []struct{ name, file, yaml, want string }{
		{"unknown key", "people.yaml", "- id: a\n  name: A B\n  contry: JP\n", `people.yaml:3: unknown key "contry"; did you mean country?`},
		{"missing name", "people.yaml", "- id: a\n  country: JP\n", "people.yaml:1: the entry has no name"},
		{"id form", "people.yaml", "- id: A B\n  name: A B\n", "people.yaml:1: id \"A B\" is not kebab-case; write a-b"},
		{"duplicate id", "people.yaml", "- {id: a, name: A B}\n- {id: a, name: C D}\n", `people.yaml:2: person "a" was already given at`},
		{"country", "people.yaml", "- {id: a, name: A B, country: Japan}\n", `people.yaml:1: unknown country "Japan"; write JP`},
		{"date", "people.yaml", "- id: a\n  name: A B\n  roles:\n    - {title: Minister, level: minister, from: 29 Oct 2020}\n", `people.yaml:4: from "29 Oct 2020": not an EDTF date; write 2020-10-29`},
		{"day of a date", "people.yaml", "- id: a\n  name: A B\n  roles:\n    - {title: Minister, level: minister, from: 2014-02-30}\n", `people.yaml:4: from "2014-02-30": 2014-02 has no day 30; write 2014, 2014-02 or 2014-02-18`},
		{"dates exchanged", "people.yaml", "- id: a\n  name: A B\n  forms: [{text: X, from: 2015, to: 2014}]\n", `to "2014" is before from "2015"`},
		{"level", "people.yaml", "- {id: a, name: A B, roles: [{title: M, level: ministre}]}\n", `level "ministre" is not known; did you mean minister?`},
		{"one form, two people", "people.yaml", "- {id: a, name: A B, forms: [X]}\n- {id: c, name: C D, forms: [x]}\n", `form "x" means both "c" and "a"`},
		{"siglum", "outlets.yaml", "- {id: a, name: A, siglum: X}\n- {id: b, name: B, siglum: X}\n", `outlets.yaml:2: siglum "X" was already given`},
		{"a language with a long name", "issues.yaml", "- id: a\n  title: A\n  names: {Japanese: B}\n  phrases: [x]\n", `issues.yaml:3: "Japanese" under names is no language; write its tag of two small letters, such as ja`},
		{"English twice", "terms.yaml", "- {id: a, concept: A, names: {en: B}, forms: [a]}\n", "leave it out: English stands beside names"},
		{"a name without text", "series.yaml", "- {id: a, title: A, type: talks, names: {ja: }}\n", "the entry has no ja"},
		{"unknown issue", "terms.yaml", "- {id: a, concept: A, forms: [a], issue: forced-labour}\n", `terms.yaml:1: unknown issue "forced-labour"`},
		{"not a list", "terms.yaml", "id: a\n", "terms.yaml:1: not a list"},
		{"not YAML", "terms.yaml", "- {id: a\n- b: [\n", "not YAML"},
		{"twice", "issues.yaml", "- {id: a, title: A, phrases: [x y, X Y]}\n", `phrase "X Y" stands twice`},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, c.file), []byte(c.yaml), 0o666); err != nil {
				t.Fatal(err)
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
				t.Errorf("got %q, want it to hold %q", got, c.want)
			}
		})
	}
}

// Two people may share a form when cues or dates tell them apart, and a wrong folder is no empty registry.
func TestLoadFine(t *testing.T) {
	dir := t.TempDir()
	yaml := "- {id: a, name: A B, forms: [X, {text: Y, to: 2013}]}\n- {id: c, name: C D, forms: [{text: X, cues: [envoy]}, {text: Y, from: 2014}]}\n"
	if err := os.WriteFile(filepath.Join(dir, "people.yaml"), []byte(yaml), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, problems := Load(dir); len(problems) != 0 {
		t.Error(problems)
	}
	if _, problems := Load(t.TempDir()); len(problems) != 1 {
		t.Errorf("an empty folder gave %v", problems)
	}
}
