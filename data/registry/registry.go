// Package registry reads the knowledge that a newsroom edits by hand: people, bodies, places, outlets, series,
// issues and terms, one YAML file each (README.md documents the keys). It is about the field and refers to no
// article; only decisions.yaml does.
//
// Load reports all problems of all files together, each with file, line and remedy, as a linter does, so that
// an editor can correct them in one go. A registry with problems must not be used.
package registry

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/data/seed"
	"readout/wasm/know"
)

// Load reads the registry in dir. A missing file is an empty list. A folder with none of the files is a problem,
// because it is most likely the wrong folder. The base may be used only if there are no problems.
func Load(dir string) (*know.Base, []seed.Problem) {
	l := &linter{}
	b := &know.Base{}
	found := 0
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		source, err := os.ReadFile(path)
		if os.IsNotExist(err) {
			continue
		}
		found++
		l.file = filepath.ToSlash(path)
		if err != nil {
			l.report(0, err.Error(), "make the file readable")
			continue
		}
		for _, entry := range l.list(source) {
			f.read(l, entry, b)
		}
	}
	if found == 0 {
		l.file = filepath.ToSlash(dir)
		l.report(0, "no registry here", "give a folder with people.yaml, bodies.yaml, places.yaml, outlets.yaml, series.yaml, issues.yaml, terms.yaml or decisions.yaml, or -registry none")
	}
	l.crossCheck()
	l.consistent(b.Decisions)
	l.posts(b)
	return b, l.problems
}

// posts reports posts of a series that nobody of people.yaml holds: they would never name anybody.
func (l *linter) posts(b *know.Base) {
	titles := map[string]bool{}
	var list []string
	for _, p := range b.People {
		for _, r := range p.Roles {
			if !titles[r.Title] {
				list = append(list, r.Title)
			}
			titles[r.Title] = true
		}
	}
	for _, p := range l.wantedPosts {
		if !titles[p.title] {
			l.problems = append(l.problems, seed.Problem{File: p.file, Line: p.line, What: "nobody in people.yaml has the post " + quote(p.title),
				Fix: l.nearest(p.title, list, "write a title as it stands there, or give it to those who held it")})
		}
	}
}

// files are read in this order; an entry may refer to a file before its own.
var files = []struct {
	name string
	read func(*linter, *entry, *know.Base)
}{
	{"people.yaml", readPerson},
	{"bodies.yaml", readBody},
	{"places.yaml", readPlace},
	{"outlets.yaml", readOutlet},
	{"series.yaml", readSeries},
	{"issues.yaml", readIssue},
	{"terms.yaml", readTerm},
	{decisionsFile, readDecision},
}

func readPerson(l *linter, e *entry, b *know.Base) {
	l.keys(e, "id", "name", "native", "country", "forms", "roles")
	p := know.Person{
		ID: l.id("person", e), Name: l.need(e, "name"), Native: l.text(e, "native"),
		Country: l.country(e, "country"), Forms: l.forms(e),
	}
	for _, r := range l.entries(e, "roles") {
		l.keys(r, "title", "level", "country", "from", "to")
		role := know.Role{Title: l.need(r, "title"), Level: l.level(r), Country: l.country(r, "country")}
		role.From, role.To = l.period(r)
		p.Roles = append(p.Roles, role)
	}
	l.claim("person", e, p.ID, know.Form{Text: p.Name}, p.Forms)
	b.People = append(b.People, p)
}

func readBody(l *linter, e *entry, b *know.Base) {
	l.keys(e, "id", "name", "country", "forms")
	x := know.Body{ID: l.id("body", e), Name: l.need(e, "name"), Country: l.country(e, "country"), Forms: l.forms(e)}
	l.claim("body", e, x.ID, know.Form{Text: x.Name}, x.Forms)
	b.Bodies = append(b.Bodies, x)
}

func readPlace(l *linter, e *entry, b *know.Base) {
	l.keys(e, "id", "name", "country", "forms")
	x := know.Place{ID: l.id("place", e), Name: l.need(e, "name"), Country: l.country(e, "country"), Forms: l.forms(e)}
	l.claim("place", e, x.ID, know.Form{}, x.Forms) // several entries may stand for one place ("New York")
	b.Places = append(b.Places, x)
}

func readOutlet(l *linter, e *entry, b *know.Base) {
	l.keys(e, "id", "name", "siglum", "country", "url", "forms")
	x := know.Outlet{
		ID: l.id("outlet", e), Name: l.need(e, "name"), Siglum: l.need(e, "siglum"),
		Country: l.country(e, "country"), URL: l.text(e, "url"), Forms: l.texts(e, "forms"),
	}
	if n := len([]rune(x.Siglum)); n > 3 {
		l.report(e.line("siglum"), "siglum "+quote(x.Siglum)+" is longer than three letters", "shorten it")
	}
	l.unique("siglum", x.Siglum, e.line("siglum"), "give each outlet its own")
	forms := make([]know.Form, len(x.Forms))
	for i, f := range x.Forms {
		forms[i].Text = f
	}
	l.claim("outlet", e, x.ID, know.Form{Text: x.Name}, forms)
	b.Outlets = append(b.Outlets, x)
}

func readSeries(l *linter, e *entry, b *know.Base) {
	l.keys(e, "id", "title", "names", "type", "level", "countries", "words", "posts", "from", "to")
	x := know.Series{
		ID: l.id("series", e), Title: l.need(e, "title"), Names: l.names(e), Type: l.text(e, "type"), Level: l.level(e),
		Countries: l.texts(e, "countries"), Words: l.phrases(e, "words"), Posts: l.texts(e, "posts"),
	}
	for i, c := range x.Countries {
		l.knownCountry(c, e.line("countries"))
		if i > 0 && x.Countries[i-1] >= c {
			l.report(e.line("countries"), "countries are not in alphabetical order", "sort them by code")
		}
	}
	l.oneOf(e, "type", x.Type, "talks", "visit", "call")
	for _, p := range x.Posts {
		l.wantedPosts = append(l.wantedPosts, wanted{l.file, e.line("posts"), p})
	}
	x.From, x.To = l.period(e)
	b.Series = append(b.Series, x)
}

func readIssue(l *linter, e *entry, b *know.Base) {
	l.keys(e, "id", "title", "names", "phrases", "cues")
	x := know.Issue{ID: l.id("issue", e), Title: l.need(e, "title"), Names: l.names(e), Phrases: l.phrases(e, "phrases"), Cues: l.phrases(e, "cues")}
	if len(x.Phrases) == 0 {
		l.report(e.line("id"), "issue "+quote(x.ID)+" has no phrases", "list the words by which a passage on it is known")
	}
	b.Issues = append(b.Issues, x)
}

func readTerm(l *linter, e *entry, b *know.Base) {
	l.keys(e, "id", "concept", "names", "issue", "forms", "not", "disputed")
	x := know.Term{ID: l.id("term", e), Concept: l.need(e, "concept"), Names: l.names(e), Issue: l.text(e, "issue"), Forms: l.phrases(e, "forms"), Not: l.phrases(e, "not"), Disputed: l.flag(e, "disputed")}
	if x.Issue != "" && !l.known("issue", x.Issue) {
		l.report(e.line("issue"), "unknown issue "+quote(x.Issue), l.nearest(x.Issue, l.ids("issue"), "write an id of issues.yaml"))
	}
	for _, n := range x.Not {
		if !slices.ContainsFunc(x.Forms, func(f string) bool { return strings.Contains(n, strings.TrimSuffix(f, "*")) }) {
			l.report(e.line("not"), "the phrase "+quote(n)+" under not holds none of the forms", "remove it, or correct its spelling")
		} else if slices.Contains(x.Forms, n) {
			l.report(e.line("not"), "the phrase "+quote(n)+" stands under forms and under not", "keep one")
		}
	}
	if len(x.Forms) == 0 {
		l.report(e.line("id"), "term "+quote(x.ID)+" has no forms", "list the words for it")
	}
	b.Terms = append(b.Terms, x)
}
