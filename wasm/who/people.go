package who

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/wordlist"
)

func sortSpots(s []spot) {
	sort.SliceStable(s, func(a, b int) bool { return s[a].from < s[b].from })
}

// settle reads the titles of the full names and makes people of them: one per registry entry or per name, where a
// name in another order, without its hyphens or in another romanisation is the same name.
func (p *finder) settle() {
	ends := map[string]bool{} // the last two units of longer names
	for n := range p.spots {
		if u := p.units(&p.spots[n]); len(u) > 2 {
			ends[strings.Join(u[len(u)-2:], " ")] = true
		}
	}
	for _, late := range []bool{false, true} {
		for n := range p.spots {
			s := &p.spots[n]
			part := s.entry < 0 && (nameParticles.Has(p.words[s.from].norm) || len(ends) > 0 && ends[strings.Join(p.units(s), " ")])
			if late != part {
				continue
			}
			s.before, s.after = p.titleBefore(p.f, s.from), p.titleAfter(p.f, s.to)
			who := p.samePerson(s)
			if who < 0 && late {
				s.full = false
				who = p.endsWith(p.units(s))
			}
			if who < 0 {
				s.full = true
				who = p.newPerson(s)
			}
			p.note(who, s)
		}
	}
}

// endsWith is the one person whose longer name ends in the units, -1 for none or several: "De Wit" is Marloes de Wit, "Dela Rosa" Enrique
// Dela Rosa.
func (p *finder) endsWith(units []string) int {
	found := -1
	for n := range p.people {
		if k := len(p.people[n].units) - len(units); k > 0 && slices.Equal(p.people[n].units[k:], units) {
			if found >= 0 {
				return -1
			}
			found = n
		}
	}
	return found
}

// note records a mention of a person.
func (p *finder) note(who int, s *spot) {
	m := Mention{Span: p.span(s.from, s.to), Passage: p.words[s.from].passage, Person: who}
	m.Form = p.doc.Slice(m.Span)
	t := s.before
	if t.to <= t.from {
		t = s.after
	}
	for k := s.after.from; k < s.after.to; k++ {
		p.posts[k] = true
	}
	m.Title, m.Level, m.Country = t.text(p.doc, p.reader), t.level, t.country
	if m.Country == "" {
		m.Country = s.after.country
	}
	p.mentions = append(p.mentions, m)
	if who < 0 {
		return
	}
	x := &p.people[who]
	if s.full {
		x.seen = append(x.seen, s.from)
	}
	if m.Level != "" {
		x.levels[m.Level] = true
		if x.Level == "" {
			x.Level = m.Level
		}
	}
	if x.Country == "" {
		x.Country = m.Country
	}
}

// newPerson adds the person whom a spot names and returns the index.
func (p *finder) newPerson(s *spot) int {
	x := person{entry: s.entry, levels: map[string]bool{}}
	name := uncapped(cleanName(p.slice(s.from, s.to)))
	if s.entry >= 0 {
		e := &p.k.People[s.entry]
		x.Person = Person{ID: e.ID, Name: e.Name, Native: e.Native, Country: e.Country, Registry: true}
		x.Level, _ = RoleOn(e, p.published)
		name = e.Name
	} else {
		x.Name = name
	}
	if t := s.before; s.entry < 0 && len(nameUnits(name)) == 1 && t.to > t.from && crowned.Has(p.words[t.to-1].norm) && t.to == s.from {
		x.Name = p.slice(t.to-1, s.to) // who reigns is called by the title
	}
	x.units = nameUnits(name)
	x.surname = surnameOf(x.units, x.Country)
	for k := s.from; k < s.to; k++ {
		for _, u := range x.units {
			if p.f.surname[k] && (u == p.words[k].norm || strings.HasPrefix(u, p.words[k].norm+"-")) { // "BERGSTAD Anna"
				x.surname = u
			}
		}
	}
	n := len(p.people)
	p.people = append(p.people, x)
	if s.entry >= 0 {
		p.byEntry[s.entry] = n
	}
	for _, k := range nameKeys(x.units) {
		if _, taken := p.byKey[k]; !taken {
			p.byKey[k] = n
		}
	}
	return n
}

// crowned are titles without which a first name names nobody.
var crowned = wordlist.Of(`king queen emperor empress pope prince princess sultan emir patriarch`)

// RoleOn returns the level and country of the post that a person of the registry held on a date. Of several posts
// it takes the last one listed; if there was none, the one that ended last before the date. For an unknown date
// it returns the level only if all posts have the same one.
func RoleOn(e *know.Person, on when.Date) (level, country string) {
	country = e.Country
	var past *know.Role
	all := ""
	for i := range e.Roles {
		r := &e.Roles[i]
		if i == 0 {
			all = r.Level
		} else if all != r.Level {
			all = "-"
		}
		if on.IsZero() {
			continue
		}
		from, errFrom := when.Parse(r.From)
		to, errTo := when.Parse(r.To)
		started := r.From == "" || errFrom == nil && from.First() <= on.Last()
		ended := r.To != "" && errTo == nil && to.Last() < on.First()
		if started && !ended {
			level = r.Level
			if r.Country != "" {
				country = r.Country
			}
		} else if ended {
			past = r
		}
	}
	switch {
	case level != "":
	case on.IsZero() && all != "-":
		level = all
	case past != nil:
		level = past.Level
	}
	return level, country
}

// samePerson finds the person of the article whom a full name means already, -1 for somebody new.
func (p *finder) samePerson(s *spot) int {
	if s.entry >= 0 {
		if n, ok := p.byEntry[s.entry]; ok {
			return n
		}
		return -1
	}
	units := nameUnits(cleanName(p.slice(s.from, s.to)))
	for _, k := range nameKeys(units) {
		if n, ok := p.byKey[k]; ok && len(p.people[n].units) > 1 {
			return n
		}
	}
	// A second reading of one given name by a machine ("Takizaki Shigeki", "Takizaki Kigeki"): the surname is rare,
	// the rest nearly the same, and the posts do not clash. Only the people named last are asked.
	if len(units) == 2 {
		for n := len(p.people) - 1; n >= 0 && n >= len(p.people)-maxNear; n-- {
			x := &p.people[n]
			if len(x.units) == 2 && nearName(x.units, units) && (s.before.level == "" || len(x.levels) == 0 || x.levels[s.before.level]) {
				return n
			}
		}
	}
	return -1
}

// maxNear is among how many people a misread name is looked for.
const maxNear = 50

// nearName reports whether two names of two units have one rare unit in common, in whatever place, and others that
// differ in at most two letters.
func nearName(a, b []string) bool {
	for i := range 2 {
		for j := range 2 {
			if a[i] == b[j] && len(a[i]) >= 5 && !commonSurnames.Has(a[i]) && !givenNames.Has(a[i]) {
				x, y := a[1-i], b[1-j]
				return len(x) >= 5 && len(y) >= 5 && text.Distance(x, y, 2) <= 2
			}
		}
	}
	return false
}

// romanKey is a name without hyphens and with the usual doublets of Korean romanisation made one: Jeong-han and
// Jung-han, Cheol and Chul, Yeol and Yul.
func romanKey(units []string) string {
	units = calledFirst(units)
	s := strings.ReplaceAll(strings.Join(units, ""), "-", "")
	korean := len(units) > 0 && (koreanSurnames.Has(units[0]) || koreanSurnames.Has(units[len(units)-1]))
	if !korean {
		return s
	}
	return koreanSpelling.Replace(s)
}

var koreanSpelling = strings.NewReplacer("eo", "u", "ee", "i", "oo", "u", "ou", "u", "kh", "k", "ck", "k")

// cleanName is a name as written without the debris of spinning: "Fumio. Kishida" gives "Fumio Kishida".
func cleanName(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '\n' || r == '\t' || r == '·' || r == '&' || r == ';' || r == ',' || r == '"' || r == '“' || r == '”' || r == '\u00a0' || r == '(' || r == ')' || r == '[' || r == ']'
	})
	out := words[:0]
	for _, w := range words {
		if n := len(w); n > 2 && w[n-1] == '.' {
			w = w[:n-1]
		}
		if !entityNames.Has(strings.ToLower(w)) {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// Surname is the part of a name that may be used alone, folded; see surnameOf.
func Surname(name, country string) string { return surnameOf(nameUnits(name), country) }

// uncapped is a name with words that a headline has in capitals written as names are: "RAILA ODINGA" gives "Raila Odinga". Words of two
// letters stay, as in "JD Vance".
func uncapped(name string) string {
	words := strings.Fields(name)
	korean := len(words) > 0 && koreanSurnames.Has(text.Fold(words[0]))
	for n, w := range words {
		if utf8.RuneCountInString(w) < 3 || w != strings.ToUpper(w) || strings.Contains(w, ".") {
			continue
		}
		before := ' '
		words[n] = strings.Map(func(r rune) rune {
			inside := before != ' ' && before != '\'' && before != '’' && (before != '-' || korean)
			before = r
			if inside {
				return unicode.ToLower(r)
			}
			return r
		}, w)
	}
	return strings.Join(words, " ")
}

// surnameOf is the unit of a name that may stand alone: the first in Korea, China and Vietnam, unless it is a first name ("Joseph Wu"),
// the last elsewhere, and for names in family-given order the one that is no first name.
func surnameOf(units []string, country string) string {
	n := len(units)
	if n == 0 {
		return ""
	}
	first, last := units[0], units[n-1]
	switch country {
	case "KR", "KP", "CN", "TW", "VN":
		if koreanSurnames.Has(first) || chineseSurnames.Has(first) || !givenNames.Has(first) {
			return first
		}
	case "", "HK":
		if n == 2 && (koreanSurnames.Has(first) && (strings.Contains(last, "-") || !givenNames.Has(first)) || chineseSurnames.Has(first) && !givenNames.Has(first)) {
			return first
		}
	}
	if n == 2 && givenNames.Has(last) && !givenNames.Has(first) {
		return first
	}
	return last
}

// finish orders mentions and people by first appearance and gathers the forms.
func (p *finder) finish() {
	sort.SliceStable(p.mentions, func(a, b int) bool { return p.mentions[a].Start < p.mentions[b].Start })
	order := make([]int, len(p.people))
	for i := range order {
		order[i] = -1
	}
	var people []person
	for i := range p.mentions {
		m := &p.mentions[i]
		if m.Person < 0 {
			continue
		}
		if order[m.Person] < 0 {
			order[m.Person] = len(people)
			people = append(people, p.people[m.Person])
		}
		m.Person = order[m.Person]
		x := &people[m.Person]
		known := false
		for _, f := range x.Forms {
			known = known || f == m.Form
		}
		if !known {
			x.Forms = append(x.Forms, m.Form)
		}
	}
	p.people = people
}
