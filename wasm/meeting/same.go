package meeting

import (
	"slices"
	"strings"

	"readout/wasm/text"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// Who is the same in two articles that have been found to tell of one time. Names are compared more freely here than by who.Link, which
// knows nothing of times; it joins the people once their articles are known to be of one event.

// inCommon counts the people and the bodies that two threads have in common.
func inCommon(a, b *node) int { return shared(a, b) + sharedSides(a, b) }

// shared counts the people two threads have in common. A bare surname is the person whose full name holds it, of two such people one
// only.
func shared(a, b *node) int { return min(namedIn(b, a), namedIn(a, b)) }

// namedIn counts those of a thread's people who are named in another, or may be.
func namedIn(in, of *node) int {
	n := 0
	for i, x := range of.ids {
		if slices.ContainsFunc(in.ids, func(y string) bool { return x == y || holds(x, y) || holds(y, x) }) ||
			slices.ContainsFunc(in.names, func(y who.Sounds) bool { return y.Alike(of.names[i]) }) {
			n++
		}
	}
	return n
}

// soundsOf are the sounds of people's names, by their ids.
func soundsOf(ids []string) (out []who.Sounds) {
	for _, id := range ids {
		out = append(out, who.SoundsOf(strings.ReplaceAll(id, "-", " ")))
	}
	return out
}

// holds reports whether short is one word of the longer id full.
func holds(full, short string) bool {
	if len(short) < 3 || len(full) <= len(short) {
		return false
	}
	for _, c := range short {
		if c == '-' {
			return false
		}
	}
	n := len(full) - len(short)
	return full[n:] == short && full[n-1] == '-' || full[:len(short)] == short && full[len(short)] == '-'
}

// side is the name of a body that meets, ready for comparing.
type side struct {
	words  string // folded, without small words: "writers guild america"
	letter string // the first letter of each: "wga"
}

func sideOf(name string) (s side) {
	for w := range strings.FieldsSeq(text.Fold(name)) {
		w = strings.ReplaceAll(strings.Trim(w, ".,'’"), ".", "")
		if w == "" || sideLinks.Has(w) {
			continue
		}
		if s.words != "" {
			s.words += " "
		}
		s.words += w
		s.letter += w[:1]
	}
	return s
}

// sideLinks are left out of the names of bodies, and so is what kind of firm it is.
var sideLinks = wordlist.Of(`the of and for in & co corp inc ltd plc llc`)

// key is what two names of one body share for certain: the first letters of a long name, which are its acronym.
func (s side) key() string {
	if len(s.letter) > 1 {
		return s.letter
	}
	return s.words
}

// addBody adds a body to a list, in which each has the longest of its names.
func addBody(list []string, name string) []string {
	s := sideOf(name)
	for i, b := range list {
		if sideOf(b).same(s) {
			if len(name) > len(b) {
				list[i] = name
			}
			return list
		}
	}
	return append(list, name)
}

// sharedSides counts the bodies two threads have in common.
func sharedSides(a, b *node) int {
	n := 0
	for _, x := range a.sides {
		if slices.ContainsFunc(b.sides, x.same) {
			n++
		}
	}
	return n
}

// same reports whether two names are of one body: one is the acronym of the other, or is the other cut short ("the Writers Guild" of
// "the Writers Guild of America").
func (s side) same(t side) bool {
	if len(s.words) > len(t.words) {
		s, t = t, s
	}
	switch {
	case s.words == "" || s.words == t.words:
		return s.words != ""
	case len(s.letter) == 1:
		return s.words == t.letter || len(s.words) > 3 && len(t.letter) == 2 && (strings.HasPrefix(t.words, s.words+" ") || strings.HasSuffix(t.words, " "+s.words))
	}
	return strings.HasPrefix(t.words, s.words+" ") || strings.HasSuffix(t.words, " "+s.words)
}
