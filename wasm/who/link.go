package who

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"readout/wasm/know"
	"readout/wasm/wordlist"
)

// Link finds the people of several articles who are one person, and gives each person one id for all articles: the
// registry's, or one made from the name. It returns the people of the corpus in the order of their ids, and sets ID
// in each Article.People.
//
// Without a registry, two people are one if their names differ only in order, hyphens, capitals and romanisation, and
// nothing speaks against it: the countries must not clash, nor, for common names, the levels of the posts. Somebody
// known only by a surname is joined to the one person who has it in a full name in the articles about the same event,
// however common the surname is. If there is none, to the one person in the corpus, if the surname is rare or the
// posts are on one level. If two people have the surname, to neither.
//
// event has for each article the number of the event that it is chiefly about, -1 for none; it may be nil.
func Link(arts []*Article, event []int) []Person {
	l := &linker{byKey: map[string][]int{}, bySound: map[string][]int{}, byID: map[string]int{}, bySurname: map[string][]int{}, there: map[namesake][]int{}, named: map[int][]int{}}
	for _, full := range []bool{true, false} { // surnames alone wait until all full names are known
		for n, a := range arts {
			l.article, l.event = n, -1
			if event != nil {
				l.event = event[n]
			}
			for i := range a.People {
				p := &a.People[i]
				if units := nameUnits(p.Name); full == (p.Registry || spelledFull(units)) {
					l.add(p, units)
				}
			}
		}
	}
	l.name()
	for n, members := range l.members {
		for _, m := range members {
			m.ID = l.people[n].ID
		}
	}
	return l.sorted()
}

type linker struct {
	people  []Person
	units   [][]string // of each one's name
	members [][]*Person
	byKey   map[string][]int // romanKey → people without registry entry
	bySound map[string][]int // soundKey → people with a full name
	byID    map[string]int   // registry id → person

	named     map[int][]int      // people with a full name, by event
	bySurname map[string][]int   // people with a full name
	there     map[namesake][]int // the same, by event and any part of the name
	lastIn    []int              // of each person the last article that names it
	article   int                // at hand
	event     int                // of the article at hand, -1 for none
}

// namesake is whoever has a name, as first name or surname, in the articles on one event.
type namesake struct {
	event int
	name  string
}

// add puts somebody of an article in; units are those of the name, here and below.
func (l *linker) add(p *Person, units []string) {
	keys := personKeys(p, units)
	n := l.find(p, units, keys)
	if n < 0 {
		n = len(l.people)
		copied := *p
		copied.Forms = nil
		l.people, l.units = append(l.people, copied), append(l.units, units)
		l.members = append(l.members, nil)
		l.lastIn = append(l.lastIn, l.article)
		if p.Registry {
			l.byID[p.ID] = n
		}
		if len(units) > 1 {
			s := surnameOf(units, p.Country)
			l.bySurname[s] = append(l.bySurname[s], n)
		}
	}
	l.lastIn[n] = l.article
	if k := soundKey(calledFirst(units)); k != "" && !slices.Contains(l.bySound[k], n) {
		l.bySound[k] = append(l.bySound[k], n)
	}
	if !p.Registry {
		for _, k := range keys {
			if !slices.Contains(l.byKey[k], n) {
				l.byKey[k] = append(l.byKey[k], n)
			}
		}
	}
	if len(units) > 1 && l.event >= 0 {
		if !slices.Contains(l.named[l.event], n) {
			l.named[l.event] = append(l.named[l.event], n)
		}
		for _, u := range units { // whichever of them is the surname
			if at := (namesake{l.event, u}); !slices.Contains(l.there[at], n) {
				l.there[at] = append(l.there[at], n)
			}
		}
	}
	x := &l.people[n]
	l.members[n] = append(l.members[n], p)
	for _, f := range p.Forms {
		known := false
		for _, have := range x.Forms {
			known = known || have == f
		}
		if !known {
			x.Forms = append(x.Forms, f)
		}
	}
	if x.Country == "" {
		x.Country = p.Country
	}
	if x.Level == "" {
		x.Level = p.Level
	}
}

// find is the person of the corpus whom p is, -1 for somebody new.
func (l *linker) find(p *Person, units, keys []string) int {
	if p.Registry {
		if n, ok := l.byID[p.ID]; ok {
			return n
		}
		return -1
	}
	switch {
	case len(units) == 0:
		return -1
	case len(units) == 1:
		if n := l.findSurname(units[0], p); n >= 0 {
			return n
		}
	case !spelledFull(units): // "Y. Belkadi"
		if n := l.inEvent(units[len(units)-1], p); n >= 0 && l.begins(n, units[0]) {
			return n
		}
	}
	for _, n := range l.there[namesake{l.event, units[0]}] { // letter for letter in articles on one event, whatever posts they give
		if len(units) > 1 && l.event >= 0 && joined(l.units[n]) == joined(units) {
			return n
		}
	}
	found := -1
	for _, k := range keys {
		for _, n := range l.byKey[k] {
			if n != found && l.agree(n, p, units) {
				if found >= 0 {
					return -1 // two fit: neither is told
				}
				found = n
			}
		}
	}
	if found < 0 && len(units) > 1 {
		found = l.spelled(units, p)
	}
	return found
}

// spelled is the one person whom a full name means in another spelling, or with fewer first names; -1 for none or several. One article
// that has both names tells of two people.
func (l *linker) spelled(units []string, p *Person) int {
	found := -1
	try := func(n int) bool {
		if n != found && l.lastIn[n] != l.article && l.agree(n, p, units) {
			if found >= 0 {
				return false
			}
			found = n
		}
		return true
	}
	colleague := func(n int) bool {
		x := &l.people[n]
		return x.Country != "" && x.Country == p.Country && x.Level != "" && x.Level == p.Level
	}
	last := surnameOf(units, p.Country)
	for _, n := range l.bySurname[last] {
		if endsAlike(l.units[n], units) && (!sharedSurname(last) || l.here(n) || colleague(n)) && !try(n) {
			return -1
		}
	}
	key := soundKey(calledFirst(units))
	for _, n := range l.bySound[key] {
		if key != "" && (l.here(n) || len(key) > minSoundAway && colleague(n)) && !try(n) {
			return -1
		}
	}
	if found < 0 && l.event >= 0 {
		s := soundsOf(units)
		for _, n := range l.named[l.event] {
			if s.Alike(soundsOf(l.units[n])) && !try(n) {
				return -1
			}
		}
	}
	return found
}

// here reports whether the articles on the event at hand name a person.
func (l *linker) here(n int) bool {
	return l.event >= 0 && slices.ContainsFunc(l.units[n], func(u string) bool { return slices.Contains(l.there[namesake{l.event, u}], n) })
}

// findSurname is the one person whom a bare surname means, -1 for none or several.
func (l *linker) findSurname(surname string, p *Person) int {
	if n := l.inEvent(surname, p); n >= 0 {
		return n
	}
	list := l.bySurname[surname]
	if len(list) != 1 {
		return -1
	}
	x := &l.people[list[0]]
	if x.Country != "" && p.Country != "" && x.Country != p.Country || x.Level != "" && p.Level != "" && x.Level != p.Level {
		return -1
	}
	if sharedSurname(surname) && (p.Level == "" || x.Level != p.Level) {
		return -1
	}
	return list[0]
}

// inEvent is the one person whom a name means in the articles on the same event, -1 for none or several.
func (l *linker) inEvent(name string, p *Person) int {
	list := l.there[namesake{l.event, name}]
	if len(list) != 1 {
		return -1
	}
	if x := &l.people[list[0]]; x.Country != "" && p.Country != "" && x.Country != p.Country {
		return -1
	}
	return list[0]
}

// begins reports whether the first name of a person begins with a letter.
func (l *linker) begins(n int, letter string) bool {
	return strings.HasPrefix(l.units[n][0], letter)
}

// spelledFull reports whether a name has more than a surname and initials.
func spelledFull(units []string) bool {
	n := 0
	for _, u := range units {
		if utf8.RuneCountInString(u) > 1 {
			n++
		}
	}
	return n > 1
}

// sharedSurname reports whether a surname belongs to too many people to tell one.
func sharedSurname(s string) bool {
	return commonSurnames.Has(s) || westernSurnames.Has(s) || givenNames.Has(s) || len(s) < 4
}

// personKeys are the keys of all full names that an article gives a person. Somebody known only by a rare surname and a
// title has a key of both: "Defense Minister Kishi" of two articles is one man.
func personKeys(p *Person, units []string) []string {
	if len(units) == 1 && len(p.Native) > 6 && units[0][0] >= 0x80 { // a full name in its own script, three characters and more
		return units
	}
	if len(units) == 1 {
		if p.Level == "" || sharedSurname(units[0]) {
			return nil
		}
		return []string{units[0] + " " + p.Level}
	}
	keys := nameKeys(units)
	for _, f := range p.Forms {
		if u := nameUnits(cleanName(f)); len(u) > 1 {
			keys = append(keys, nameKeys(u)...)
		}
	}
	return keys
}

// private are the levels of people who do not act for a state, a party or a body. A doctor, a lawyer or a general may well do so.
var private = wordlist.Of(know.LevelSport, know.LevelArts, know.LevelPolice, know.LevelPress)

// agree reports whether nothing speaks against a person of the corpus and another of that name being one.
func (l *linker) agree(n int, b *Person, v []string) bool {
	a, u := &l.people[n], l.units[n]
	if a.Country != "" && b.Country != "" && a.Country != b.Country {
		return false
	}
	if a.Level == know.LevelPeer || b.Level == know.LevelPeer { // "her counterpart" is of any level
		return true
	}
	if joined(u) == joined(v) || len(v) == 2 && joined(u) == v[1]+v[0] {
		return a.Level == b.Level || !private.Has(a.Level) && !private.Has(b.Level) || a.Level == "" || b.Level == "" // letter for letter
	}
	return a.Level == b.Level || a.Level == "" || b.Level == ""
}

func joined(units []string) string {
	s := ""
	for _, u := range units {
		s += u
	}
	return s
}

// nameKeys are the keys under which a name is found: in both orders, and without middle names.
func nameKeys(units []string) []string {
	keys := []string{romanKey(units)}
	if n := len(units); n == 2 {
		keys = append(keys, romanKey([]string{units[1], units[0]}))
	} else if n == 3 && !commonSurnames.Has(units[0]) { // "David R. Stilwell", "Barack Hussein Obama"
		keys = append(keys, romanKey([]string{units[0], units[2]}))
	}
	return keys
}

// name gives the people without registry entry the name that most articles spell in full, the first of equals, and an id: this name in
// kebab case, numbered where two people share it.
func (l *linker) name() {
	taken := map[string]bool{}
	for _, p := range l.people {
		if p.Registry {
			taken[p.ID] = true
		}
	}
	for n := range l.people {
		p := &l.people[n]
		if p.Registry {
			continue
		}
		if name := commonest(l.members[n]); name != "" {
			p.Name = name
		}
		base := Kebab(p.Name)
		if base == "" {
			base = "person"
		}
		id := base
		for k := 2; taken[id]; k++ {
			id = base + "-" + strconv.Itoa(k)
		}
		taken[id] = true
		p.ID = id
	}
}

// commonest is the name that most spell in full, the first of equals; "" where nobody does.
func commonest(members []*Person) (best string) {
	votes := map[string]int{}
	for _, m := range members {
		votes[m.Name]++
	}
	for _, m := range members {
		if votes[m.Name] > votes[best] && spelledFull(nameUnits(m.Name)) {
			best = m.Name
		}
	}
	return best
}

func (l *linker) sorted() []Person {
	out := slices.Clone(l.people)
	sort.SliceStable(out, func(a, b int) bool { return out[a].ID < out[b].ID })
	return out
}
