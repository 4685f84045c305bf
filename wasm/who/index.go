package who

import (
	"math"
	"strings"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
)

// index finds the registry's forms in a text. Forms are kept under their first word, so looking one up costs as much
// as there are forms that begin alike, however large the registry is.
type index struct {
	people map[string][]regForm
	bodies map[string][]regForm
	places map[string][]regForm
}

// regForm is one way to write the name of one entry.
type regForm struct {
	whole string // the folded words without spaces and hyphens: "yoonsukyeol"
	words int    // units of the form; a form of one is ambiguous with other people's names
	entry int    // index into Base.People; for bodies and places see the index of each
	cues  map[string]bool
	named bool // the canonical name in one of its orders
	// The form is used in articles from since to until.
	since, until when.Day
}

// Every article lies between these days.
const firstDay, lastDay = when.Day(math.MinInt32), when.Day(math.MaxInt32)

// term is from when to when a form is used. A bound that cannot be read excludes nothing.
func term(f know.Form) (since, until when.Day) {
	since, until = firstDay, lastDay
	if f.From != "" {
		if d, err := when.Parse(f.From); err == nil {
			since = d.First()
		}
	}
	if f.To != "" {
		if d, err := when.Parse(f.To); err == nil {
			until = d.Last()
		}
	}
	return since, until
}

var indexes know.Made[*index]

func newIndex(k *know.Base) *index {
	ix := &index{map[string][]regForm{}, map[string][]regForm{}, map[string][]regForm{}}
	add := func(m map[string][]regForm, f know.Form, entry int, named bool) {
		units := nameUnits(f.Text)
		if len(units) == 0 {
			return
		}
		rf := regForm{whole: strings.ReplaceAll(strings.Join(units, ""), "-", ""), words: len(units), entry: entry, named: named}
		rf.since, rf.until = term(f)
		for _, c := range f.Cues {
			if rf.cues == nil {
				rf.cues = map[string]bool{}
			}
			for part := range strings.FieldsFuncSeq(text.Fold(c), func(r rune) bool { return r == '-' || r == ' ' }) {
				rf.cues[part] = true
			}
		}
		first, _, _ := strings.Cut(units[0], "-")
		m[first] = append(m[first], rf)
	}
	for i, p := range k.People {
		add(ix.people, know.Form{Text: p.Name}, i, true)
		add(ix.people, know.Form{Text: otherOrder(p.Name)}, i, true)
		for _, f := range p.Forms {
			add(ix.people, f, i, false)
		}
	}
	for i, b := range k.Bodies {
		add(ix.bodies, know.Form{Text: b.Name}, i, true)
		for _, f := range b.Forms {
			add(ix.bodies, f, i, false)
		}
	}
	for i, o := range k.Outlets { // outlets stand behind the bodies
		add(ix.bodies, know.Form{Text: o.Name}, len(k.Bodies)+i, true)
		for _, f := range o.Forms {
			add(ix.bodies, know.Form{Text: f}, len(k.Bodies)+i, false)
		}
	}
	for i, p := range k.Places {
		for _, f := range append([]know.Form{{Text: p.Name}}, p.Forms...) {
			add(ix.places, f, i, false)
		}
	}
	return ix
}

// nameUnits are the folded words of a name without marks: "Fumio. Kishida" gives fumio, kishida; hyphens stay.
func nameUnits(name string) []string {
	return strings.FieldsFunc(text.Fold(name), func(r rune) bool {
		return r == ' ' || r == '.' || r == ',' || r == '·' || r == '&' || r == ';' || r == '(' || r == ')' || r == '"'
	})
}

// otherOrder moves the last word of a name to the front, or for a name of the pattern "Kim Jung-han" the first to the
// end: both orders are in use for East Asian names.
func otherOrder(name string) string {
	f := strings.Fields(name)
	if len(f) < 2 {
		return ""
	}
	if strings.Contains(f[1], "-") {
		return strings.Join(f[1:], " ") + " " + f[0]
	}
	last := len(f) - 1
	return f[last] + " " + strings.Join(f[:last], " ")
}

// match is a registry form found in a text.
type match struct {
	regForm
	from, to int // range of words
}

// longest returns the forms of m that begin at word i and reach farthest; several entries may share them.
func (r *reader) longest(m map[string][]regForm, i int) []match {
	forms := m[r.words[i].norm]
	if len(forms) == 0 {
		return nil
	}
	var best []match
	for _, f := range forms {
		if f.since > r.until || f.until < r.since {
			continue
		}
		to := r.spells(f.whole, i)
		if to == 0 || len(best) > 0 && to < best[0].to {
			continue
		}
		if len(best) > 0 && to > best[0].to {
			best = best[:0]
		}
		best = append(best, match{f, i, to})
	}
	return best
}

// spells returns the end of the words from i that spell whole, 0 where they do not. A possessive may only end them.
func (r *reader) spells(whole string, i int) int {
	for k := i; k < len(r.words); k++ {
		w := &r.words[k]
		n := strings.TrimSuffix(w.norm, ".")
		if !w.alpha || w.sentence != r.words[i].sentence || !strings.HasPrefix(whole, n) || n == "" {
			return 0
		}
		if whole = whole[len(n):]; whole == "" {
			return k + 1
		}
		if w.possessive {
			return 0
		}
	}
	return 0
}

// cued reports whether a form's cues are met in the sentence around the words from to to.
func (r *reader) cued(f regForm, from, to int) bool {
	if len(f.cues) == 0 {
		return false
	}
	for k := from - 1; r.near(k, from); k-- {
		if f.cues[r.words[k].norm] {
			return true
		}
	}
	for k := to; r.near(k, from); k++ {
		if f.cues[r.words[k].norm] {
			return true
		}
	}
	return false
}

// choose picks the one entry that is meant by forms that share their letters: one whose cues are met, else the one
// that needs none; -1 where that does not decide.
func (r *reader) choose(list []match) int {
	plain, cued := -1, -1
	for _, m := range list {
		switch {
		case len(m.cues) == 0 && (plain == -1 || plain == m.entry):
			plain = m.entry
		case len(m.cues) == 0:
			plain = -2
		case r.cued(m.regForm, m.from, m.to):
			if cued != -1 && cued != m.entry {
				return -1
			}
			cued = m.entry
		}
	}
	if cued >= 0 {
		return cued
	}
	return max(plain, -1)
}
