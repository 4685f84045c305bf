package registry

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"readout/data/seed"
	"readout/data/yaml"
	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
)

// linter gathers problems and remembers what must be unique or is referred to.
type linter struct {
	file     string
	problems []seed.Problem
	seen     map[string]string  // "person fumio-kishida" → where it was first given
	claims   map[string][]claim // kind and folded form → who is meant by it

	wantedPosts []wanted
}

// wanted is a title that a series refers to.
type wanted struct {
	file  string
	line  int
	title string
}

// claim is one entry's claim on a form.
type claim struct {
	id, file string
	line     int
	form     know.Form
}

func (l *linter) report(line int, what, fix string) {
	l.problems = append(l.problems, seed.Problem{File: l.file, Line: line, What: what, Fix: fix})
}

// keys reports unknown keys and names the nearest known one.
func (l *linter) keys(e *entry, known ...string) {
	for _, f := range e.fields {
		if !slices.Contains(known, f.Key) {
			l.report(f.Line, "unknown key "+quote(f.Key), l.nearest(f.Key, known, "known keys: "+strings.Join(known, ", ")))
		}
	}
}

// id reads the id of an entry, which must be kebab-case and unique in its kind.
func (l *linter) id(kind string, e *entry) string {
	id := l.need(e, "id")
	if id == "" {
		return ""
	}
	if kebab := kebabCase(id); kebab != id {
		l.report(e.line("id"), "id "+quote(id)+" is not kebab-case", "write "+kebab)
	}
	l.unique(kind, id, e.line("id"), "give one of them another id")
	return id
}

func (l *linter) unique(kind, value string, line int, fix string) {
	if value == "" {
		return
	}
	if l.seen == nil {
		l.seen = map[string]string{}
	}
	key := kind + " " + value
	if first, twice := l.seen[key]; twice {
		l.report(line, kind+" "+quote(value)+" was already given at "+first, fix)
		return
	}
	l.seen[key] = l.file + ":" + itoa(line)
}

func (l *linter) known(kind, id string) bool { return l.seen[kind+" "+id] != "" }

// ids lists the ids of a kind in alphabetical order.
func (l *linter) ids(kind string) []string {
	var out []string
	for key := range l.seen {
		if k, id, _ := strings.Cut(key, " "); k == kind {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

func (l *linter) text(e *entry, key string) string {
	n := e.get(key)
	s, ok := yaml.Scalar(n)
	if !ok {
		l.report(yaml.Line(n), key+" is not a single value", "write "+key+": value")
	}
	return s
}

func (l *linter) need(e *entry, key string) string {
	s := l.text(e, key)
	if s == "" {
		l.report(e.at, "the entry has no "+key, "add "+key+": ...")
	}
	return s
}

func (l *linter) flag(e *entry, key string) bool {
	s := l.text(e, key)
	l.oneOf(e, key, s, "true", "false")
	return s == "true"
}

func (l *linter) texts(e *entry, key string) []string {
	n := e.get(key)
	if n == nil {
		return nil
	}
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		l.report(yaml.Line(n), key+" is not a list", "write "+key+": [one, two]")
		return nil
	}
	var out []string
	for _, v := range seq.Values {
		s, ok := yaml.Scalar(v)
		if !ok || s == "" {
			l.report(yaml.Line(v), "an item of "+key+" is not a text", "put it in quotation marks")
			continue
		}
		out = append(out, s)
	}
	return out
}

// phrases reads a list of phrases, folded; a phrase that stands twice is a slip.
func (l *linter) phrases(e *entry, key string) []string {
	list := l.texts(e, key)
	seen := map[string]bool{}
	for i, p := range list {
		list[i] = text.Fold(p)
		if seen[list[i]] {
			l.report(e.line(key), "phrase "+quote(p)+" stands twice in "+key, "keep one")
		}
		seen[list[i]] = true
	}
	return list
}

// names reads a title in other languages, as a mapping from their tags: {ja: ..., ko: ...}.
func (l *linter) names(e *entry) []know.Name {
	n := e.get("names")
	if n == nil {
		return nil
	}
	m := l.mapping(n)
	if m == nil {
		return nil
	}
	var out []know.Name
	for _, f := range m.fields {
		switch {
		case len(f.Key) != 2 || f.Key != strings.ToLower(f.Key):
			l.report(f.Line, quote(f.Key)+" under names is no language", "write its tag of two small letters, such as ja")
		case f.Key == "en":
			l.report(f.Line, "names has the English one too", "leave it out: English stands beside names")
		default:
			out = append(out, know.Name{Lang: f.Key, Text: l.need(m, f.Key)})
		}
	}
	slices.SortFunc(out, func(a, b know.Name) int { return strings.Compare(a.Lang, b.Lang) })
	return out
}

func (l *linter) entries(e *entry, key string) []*entry {
	n := e.get(key)
	if n == nil {
		return nil
	}
	return l.mappings(n)
}

// forms reads a list of forms: a text, or a mapping with text, cues, from and to.
func (l *linter) forms(e *entry) []know.Form {
	n := e.get("forms")
	if n == nil {
		return nil
	}
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		l.report(yaml.Line(n), "forms is not a list", "write forms: [one, two]")
		return nil
	}
	var out []know.Form
	for _, v := range seq.Values {
		if s, ok := yaml.Scalar(v); ok && s != "" {
			out = append(out, know.Form{Text: s})
			continue
		}
		m := l.mapping(v)
		if m == nil {
			continue
		}
		l.keys(m, "text", "cues", "from", "to")
		f := know.Form{Text: l.need(m, "text"), Cues: l.phrases(m, "cues")}
		f.From, f.To = l.period(m)
		out = append(out, f)
	}
	return out
}

// period reads from and to, which are EDTF dates, the first not after the second.
func (l *linter) period(e *entry) (from, to string) {
	from, to = l.text(e, "from"), l.text(e, "to")
	a, okA := l.date(e, "from", from)
	b, okB := l.date(e, "to", to)
	if okA && okB && a.First() > b.Last() {
		l.report(e.line("to"), "to "+quote(to)+" is before from "+quote(from), "exchange them")
	}
	return from, to
}

func (l *linter) date(e *entry, key, s string) (when.Date, bool) {
	if s == "" {
		return when.Date{}, false
	}
	d, err := when.Parse(s)
	if err != nil {
		what, fix, _ := strings.Cut(err.Error(), "; ")
		l.report(e.line(key), key+" "+what, cmp.Or(fix, "write 2014, 2014-02 or 2014-02-18"))
		return when.Date{}, false
	}
	return d, true
}

func (l *linter) country(e *entry, key string) string {
	c := l.text(e, key)
	if c != "" {
		l.knownCountry(c, e.line(key))
	}
	return c
}

func (l *linter) knownCountry(code string, line int) {
	if know.KnownCountry(code) {
		return
	}
	fix := "write an ISO 3166-1 code of two capitals, as JP or KR"
	if iso, ok := know.Country(strings.ToLower(code)); ok {
		fix = "write " + iso
	} else if up := strings.ToUpper(code); know.KnownCountry(up) {
		fix = "write " + up
	}
	l.report(line, "unknown country "+quote(code), fix)
}

func (l *linter) level(e *entry) string {
	s := l.text(e, "level")
	l.oneOf(e, "level", s, levels...)
	return s
}

var levels = []string{
	know.LevelHead, know.LevelMinister, know.LevelViceMinister, know.LevelDirectorGeneral, know.LevelEnvoy, know.LevelAmbassador,
	know.LevelSpokesperson, know.LevelLawmaker, know.LevelMilitary, know.LevelLocal, know.LevelJudge, know.LevelPolice,
	know.LevelLeader, know.LevelOfficial, know.LevelExpert, know.LevelSport, know.LevelArts, know.LevelPress,
}

func (l *linter) oneOf(e *entry, key, value string, allowed ...string) {
	if value != "" && !slices.Contains(allowed, value) {
		l.report(e.line(key), key+" "+quote(value)+" is not known", l.nearest(value, allowed, "write one of "+strings.Join(allowed, ", ")))
	}
}

// claim notes which forms an entry claims, for crossCheck.
func (l *linter) claim(kind string, e *entry, id string, name know.Form, forms []know.Form) {
	if l.claims == nil {
		l.claims = map[string][]claim{}
	}
	var items []ast.Node
	if seq, ok := e.get("forms").(*ast.SequenceNode); ok {
		items = seq.Values
	}
	for i, f := range append([]know.Form{name}, forms...) {
		if f.Text == "" {
			continue
		}
		key := kind + " " + text.Fold(f.Text)
		at := e.line("forms")
		switch {
		case i == 0:
			at = e.line("name")
		case len(items) == len(forms):
			at = yaml.Line(items[i-1])
		}
		for _, c := range l.claims[key] {
			if c.id == id && kind == "person" && len(f.Cues) == 0 && len(c.form.Cues) == 0 && meet(c.form, f) {
				l.report(at, "form "+quote(f.Text)+" of "+quote(id)+" stands twice", "keep one")
			}
		}
		l.claims[key] = append(l.claims[key], claim{id, l.file, at, f})
	}
}

// crossCheck reports forms that two entries of a kind claim for the same dates when both do so without cues: nothing
// would tell them apart. One of them may stand without cues: it is the one meant where no cue of another is found.
func (l *linter) crossCheck() {
	for _, k := range slices.Sorted(maps.Keys(l.claims)) {
		list := l.claims[k]
		for i, a := range list {
			for _, b := range list[:i] {
				if a.id != b.id && len(a.form.Cues) == 0 && len(b.form.Cues) == 0 && meet(a.form, b.form) {
					l.problems = append(l.problems, seed.Problem{File: a.file, Line: a.line,
						What: "form " + quote(a.form.Text) + " means both " + quote(a.id) + " and " + quote(b.id) + " (line " + itoa(b.line) + ") on the same dates",
						Fix:  "give one of them cues, or from and to"})
				}
			}
		}
	}
}

// meet reports whether two forms are valid on a common day.
func meet(a, b know.Form) bool {
	before := func(to, from string) bool {
		x, errX := when.Parse(to)
		y, errY := when.Parse(from)
		return to != "" && from != "" && errX == nil && errY == nil && x.Last() < y.First()
	}
	return !before(a.To, b.From) && !before(b.To, a.From)
}

// kebabCase is s in lower case letters, digits and single hyphens.
func kebabCase(s string) string {
	var b strings.Builder
	for _, r := range text.Fold(s) {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}

// nearest proposes the candidate that is most likely meant, or says otherwise where none is near.
func (l *linter) nearest(word string, candidates []string, otherwise string) string {
	if best := seed.Nearest(word, candidates, 2); best != "" {
		return "did you mean " + best + "?"
	}
	return otherwise
}
