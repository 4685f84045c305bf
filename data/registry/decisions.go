package registry

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"readout/data/seed"
	"readout/data/yaml"
	"readout/wasm/know"
)

// decisionsFile is where the review page writes.
const decisionsFile = "decisions.yaml"

// kinds are the decisions there are, with the keys that each takes.
var kinds = map[know.DecisionKind]string{
	know.DecideSameMeeting: "passages", know.DecideOtherMeeting: "passages", know.DecideSamePoint: "passages", know.DecideOtherPoint: "passages",
	know.DecideNotArticle: "article quote", know.DecideArticle: "article quote", know.DecidePerson: "article quote person",
}

func readDecision(l *linter, e *entry, b *know.Base) {
	d := know.Decision{Kind: know.DecisionKind(l.need(e, "decision")), Person: l.text(e, "person"), At: l.file + ":" + itoa(e.at)}
	takes, known := kinds[d.Kind]
	if !known {
		if d.Kind != "" {
			var names []string
			for k := range kinds {
				names = append(names, string(k))
			}
			slices.Sort(names)
			l.report(e.line("decision"), "unknown decision "+quote(string(d.Kind)), l.nearest(string(d.Kind), names, "write one of "+strings.Join(names, ", ")))
		}
		return
	}
	l.keys(e, append([]string{"decision", "note"}, strings.Fields(takes)...)...)
	if takes == "passages" {
		for _, p := range l.entries(e, "passages") {
			l.keys(p, "article", "quote")
			d.Quotes = append(d.Quotes, know.Quote{Article: l.need(p, "article"), Text: l.need(p, "quote")})
		}
		if len(d.Quotes) != 2 {
			l.report(e.at, fmt.Sprintf("%d passages", len(d.Quotes)), "give two, each with article and quote")
			return
		}
		slices.SortFunc(d.Quotes, func(a, b know.Quote) int {
			return strings.Compare(a.Article+"\x00"+a.Text, b.Article+"\x00"+b.Text)
		})
	} else {
		d.Quotes = []know.Quote{{Article: l.need(e, "article"), Text: l.need(e, "quote")}}
	}
	if d.Kind == know.DecidePerson {
		if d.Person == "" {
			l.report(e.at, "the entry has no person", "add person: with an id of people.yaml")
		} else if !l.known("person", d.Person) {
			l.report(e.line("person"), "unknown person "+quote(d.Person), l.nearest(d.Person, l.ids("person"), "add the person to people.yaml, or correct the id"))
		}
	}
	b.Decisions = append(b.Decisions, d)
}

// consistent reports decisions that cannot all be followed: passages that a chain of "same" joins and a "different" parts, and one
// name given to two people.
func (l *linter) consistent(decisions []know.Decision) {
	parent := map[string]string{}
	find := func(x string) string {
		for parent[x] != "" {
			x = parent[x]
		}
		return x
	}
	key := func(d know.Decision, q int) string {
		of := "meeting"
		if d.Kind == know.DecideSamePoint || d.Kind == know.DecideOtherPoint {
			of = "point"
		}
		return of + "\x00" + d.Quotes[q].Article + "\x00" + flat(d.Quotes[q].Text)
	}
	people := map[string]know.Decision{}
	for _, d := range decisions {
		switch d.Kind {
		case know.DecideSameMeeting, know.DecideSamePoint:
			if a, b := find(key(d, 0)), find(key(d, 1)); a != b {
				parent[b] = a
			}
		case know.DecidePerson:
			if other, ok := people[key(d, 0)]; ok && other.Person != d.Person {
				l.decision(d, "gives the name "+quote(d.Quotes[0].Text)+" to "+quote(d.Person)+", while "+other.At+" gives it to "+quote(other.Person), "remove one of the two entries")
			}
			people[key(d, 0)] = d
		}
	}
	for _, d := range decisions {
		if (d.Kind == know.DecideOtherMeeting || d.Kind == know.DecideOtherPoint) && find(key(d, 0)) == find(key(d, 1)) {
			l.decision(d, "parts two passages that other entries join, directly or in a chain", "remove this entry, or one of those with the decision same that quote these passages")
		}
	}
}

func (l *linter) decision(d know.Decision, what, fix string) {
	file, line := place(d)
	l.problems = append(l.problems, seed.Problem{File: file, Line: line, What: what, Fix: fix})
}

// Decide removes decisions from dir's decisions.yaml and adds others at its end: all of them or, with an error, none. Everything else
// in the file stays, comments included. The file is replaced in one step, so that no reader ever sees half of it. A file that has
// problems is not changed.
func Decide(dir string, written, takenOut []know.Decision) error {
	return rewrite(dir, func(old string, have []know.Decision) (string, error) {
		lines := strings.SplitAfter(old, "\n")
		for i, h := range slices.Backward(have) { // so that the lines of those before stay where they are
			if slices.ContainsFunc(takenOut, func(d know.Decision) bool { return same(h, d) }) {
				lines = without(lines, have, i)
			}
		}
		for _, d := range takenOut {
			if !slices.ContainsFunc(have, func(h know.Decision) bool { return same(h, d) }) {
				return "", errors.New("this decision is not in " + filepath.ToSlash(filepath.Join(dir, decisionsFile)) + " any more")
			}
		}
		text := strings.Join(lines, "")
		for _, d := range written {
			if slices.ContainsFunc(have, func(h know.Decision) bool { return same(h, d) }) {
				continue
			}
			if text == "" {
				text = "# What editors have decided on the review page. README.md documents the keys; an entry may be removed at any time.\n"
			}
			if !strings.HasSuffix(text, "\n") {
				text += "\n"
			}
			text += format(d)
			have = append(have, d)
		}
		return text, nil
	})
}

// without are the lines of a file less those of decision i of it.
func without(lines []string, have []know.Decision, i int) []string {
	_, from := place(have[i])
	to := len(lines)
	if i+1 < len(have) {
		if _, next := place(have[i+1]); next-1 < to {
			to = next - 1
		}
	}
	for to > from && strings.HasPrefix(strings.TrimSpace(lines[to-1]), "#") { // a comment above the next entry is the next entry's
		to--
	}
	return slices.Delete(lines, from-1, to)
}

func same(a, b know.Decision) bool {
	plain := func(l []know.Quote) []string {
		var out []string
		for _, q := range l {
			out = append(out, q.Article+"\x00"+flat(q.Text))
		}
		slices.Sort(out)
		return out
	}
	return a.Kind == b.Kind && a.Person == b.Person && slices.Equal(plain(a.Quotes), plain(b.Quotes))
}

// rewrite replaces the file by what edit makes of it, if that is without problems.
func rewrite(dir string, edit func(old string, have []know.Decision) (string, error)) error {
	file := filepath.Join(dir, decisionsFile)
	old, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	have, err := decisionsIn(dir, file, old)
	if err != nil {
		return err
	}
	text, err := edit(string(old), have)
	if err != nil {
		return err
	}
	if _, err := decisionsIn(dir, file, []byte(text)); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(dir, ".decisions-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // what is left of it after an error
	_, err = tmp.WriteString(text)
	if err := errors.Join(err, tmp.Chmod(0o644), tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), file)
}

// decisionsIn lints one state of the file against the rest of the registry.
func decisionsIn(dir, file string, source []byte) ([]know.Decision, error) {
	l := &linter{}
	b := &know.Base{}
	for _, f := range files { // the ids that decisions refer to
		if f.name == decisionsFile {
			continue
		}
		if other, err := os.ReadFile(filepath.Join(dir, f.name)); err == nil {
			l.file = f.name
			for _, e := range l.list(other) {
				f.read(l, e, b)
			}
		}
	}
	l.problems = nil // those of other files are theirs
	l.file = filepath.ToSlash(file)
	for _, e := range l.list(source) {
		readDecision(l, e, b)
	}
	l.consistent(b.Decisions)
	if len(l.problems) > 0 {
		return nil, errors.New(l.problems[0].String())
	}
	return b.Decisions, nil
}

// format writes an entry.
func format(d know.Decision) string {
	var b strings.Builder
	fmt.Fprintf(&b, "- decision: %s\n", d.Kind)
	if len(d.Quotes) == 2 {
		b.WriteString("  passages:\n")
		for _, q := range d.Quotes {
			fmt.Fprintf(&b, "    - article: %s\n      quote: %s\n", quoted(q.Article), quoted(q.Text))
		}
		return b.String()
	}
	fmt.Fprintf(&b, "  article: %s\n  quote: %s\n", quoted(d.Quotes[0].Article), quoted(d.Quotes[0].Text))
	if d.Person != "" {
		fmt.Fprintf(&b, "  person: %s\n", d.Person)
	}
	return b.String()
}

// quoted is a text on one line, in double quotes.
func quoted(s string) string { return yaml.Quote(flat(s)) }

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// place takes the file and the line out of a decision's At.
func place(d know.Decision) (file string, line int) {
	i := strings.LastIndexByte(d.At, ':')
	if i < 0 {
		return d.At, 0
	}
	line, _ = strconv.Atoi(d.At[i+1:])
	return d.At[:i], line
}
