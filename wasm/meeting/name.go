package meeting

import (
	"slices"
	"strconv"
	"strings"

	"readout/wasm/know"
	"readout/wasm/when"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// names are the people whom titles name, by id: those of the registry and those of the articles.
type names map[string]know.Person

// names of the registry's people and those of the articles.
func (ar *Archive) names() names {
	out := names{}
	for _, p := range ar.People {
		out[p.ID] = know.Person{Name: p.Name, Country: p.Country}
	}
	for _, p := range ar.Know.People {
		out[p.ID] = p
	}
	return out
}

// name gives the meetings their series, titles and ids.
func name(ms []Meeting, people names, k *know.Base) {
	for i := range ms {
		ms[i].Series = seriesOf(&ms[i], k)
		fillPosts(&ms[i], k)
	}
	ids := uniqueIDs{}
	for i := range ms {
		m := &ms[i]
		m.Title = title(m, people)
		m.ID = ids.of(slug(m, k))
	}
}

// uniqueIDs are the ids that are taken, with the last number that each was given behind it.
type uniqueIDs map[string]int

// of is id, or where that is taken id with the next number that is not.
func (u uniqueIDs) of(id string) string {
	n, taken := u[id]
	try := id
	for n = max(n, 1); taken; _, taken = u[try] {
		n++
		try = id + "-" + strconv.Itoa(n)
	}
	u[id], u[try] = n, max(u[try], 1)
	return try
}

// fillPosts names those who meet in a round of a series whose article names nobody ("a meeting in Seoul in April"): who held the posts
// then, by the registry, if that is one person for every country.
func fillPosts(m *Meeting, k *know.Base) {
	if m.Series == "" || len(m.People) > 0 || m.Umbrella || m.Type != Talks || m.Level == "" || m.Date.IsZero() || len(m.Countries) < 2 {
		return
	}
	var posts, people []string
	for _, s := range k.Series {
		if s.ID == m.Series {
			posts = s.Posts
		}
	}
	for _, c := range m.Countries {
		id := ""
		for _, p := range k.People {
			for _, r := range p.Roles {
				land := r.Country
				if land == "" {
					land = p.Country
				}
				if land != c || !slices.Contains(posts, r.Title) || r.From == "" && r.To == "" || !within(m.Date, r.From, r.To) {
					continue
				}
				if id != "" && id != p.ID {
					return // two held it, or the post changed hands within the date
				}
				id = p.ID
			}
		}
		if id == "" {
			return
		}
		people = append(people, id)
	}
	m.People, m.ByPost = people, true
}

// seriesOf is the registry's series whose parties, type and level are the meeting's; "" where none fits.
func seriesOf(m *Meeting, k *know.Base) string {
	typ := m.Type
	if typ == Call {
		typ = Talks // a phone call is a round like any other
	}
	for _, s := range k.Series { // a visit and the talks held on it
		if s.Type == string(Visit) && s.From != "" && s.To != "" && m.Date.Precision() != when.OpenEnded && sameSet(s.Countries, m.Countries) && within(m.Date, s.From, s.To) {
			return s.ID
		}
	}
	for _, s := range k.Series {
		level := s.Level
		if level == "" {
			level = levelHigh
		}
		if len(s.Countries) > 0 && s.Type == string(typ) && level == m.Level && sameSet(s.Countries, m.Countries) && within(m.Date, s.From, s.To) {
			return s.ID
		}
	}
	return ""
}

// within reports whether a date touches the years of a series.
func within(d when.Date, from, to string) bool {
	if d.IsZero() {
		return true
	}
	if f, err := when.Parse(from); err == nil && from != "" && d.Last() < f.First() {
		return false
	}
	if t, err := when.Parse(to); err == nil && to != "" && d.First() > t.Last() {
		return false
	}
	return true
}

// kinds are the words for a kind of meeting in a title.
var kinds = map[string]string{
	know.LevelDirectorGeneral: "director-general talks", know.LevelEnvoy: "envoys’ talks", know.LevelMinister: "ministers’ talks", know.LevelHead: "summit",
	levelHigh: "high-level talks", know.LevelViceMinister: "vice-ministers’ talks", know.LevelAmbassador: "talks", know.LevelLawmaker: "lawmakers’ meeting",
}

// title says what kind of contact it is and whose: "Director-general talks between A and B".
func title(m *Meeting, people names) string {
	what := kinds[m.Level]
	switch {
	case m.Type == Visit:
		what = "visit"
	case m.Type == Call:
		what = "phone call"
	case what == "" || !m.Equal && len(m.People) > 0 && m.Level != know.LevelEnvoy, len(m.Countries) == 0 && ofStates.Has(m.Level):
		what = "meeting"
	}
	what = upper(what)
	names := parties(m, people)
	if ofBodies(m) {
		return what + " between " + list(m.Bodies)
	}
	switch {
	case len(names) < 2 && m.Headline != "":
		return strings.TrimSuffix(m.Headline, ".")
	case len(names) == 0 && m.Place != "":
		return what + " in " + m.Place
	case len(names) == 0:
		return what
	case m.Type == Visit:
		what += " by " + list(names)
		if to := hosts(m, people); len(to) > 1 {
			return what + " to " + list(to)
		}
		if m.Place != "" {
			what += " to " + m.Place
		}
		return what
	case len(names) == 1:
		return what + " with " + names[0]
	}
	return what + " between " + list(names)
}

// ofBodies reports whether a meeting is called by its bodies: there are several, and at most one person is named.
func ofBodies(m *Meeting) bool {
	return len(m.People) < 2 && len(m.Bodies) > 1 && len(m.Bodies) < 5 && m.Type != Visit
}

// ofStates are the levels that clubs, firms and universities have too: a sporting director, a president, a mediator.
var ofStates = wordlist.Of(`director-general envoy head high`)

// parties are the names of those who meet: the people; the countries where nobody is named, or one person of three countries; one
// person and the other side where that is not named.
func parties(m *Meeting, people names) []string {
	var names []string
	for _, p := range m.People {
		names = append(names, people[p].Name)
	}
	if m.Type == Visit && len(names) > 0 {
		return names
	}
	switch {
	case len(names) == 0 || len(names) == 1 && len(m.Countries) > 2:
		names = nil
		for _, c := range m.Countries {
			names = append(names, countryName(c))
		}
	case len(names) == 1 && len(m.Countries) == 2:
		own := people[m.People[0]].Country
		other := m.Countries[0]
		if other == own {
			other = m.Countries[1]
		}
		if m.Delegation && own != other {
			return append(names, "a delegation from "+know.CountryName(other))
		}
		return append(names, "officials of "+countryName(other))
	}
	known := !slices.ContainsFunc(m.People, func(p string) bool { return people[p].Country == "" })
	if len(m.Countries) > 2 && len(names) < len(m.Countries) && known { // "a three-way summit with the United States"
		for _, c := range m.Countries {
			if !slices.ContainsFunc(m.People, func(p string) bool { return people[p].Country == c }) && !slices.Contains(names, countryName(c)) {
				names = append(names, countryName(c))
			}
		}
	}
	return names
}

// hosts are the countries of a visit that are not the visitor's.
func hosts(m *Meeting, people names) []string {
	var out []string
	for _, c := range m.Countries {
		if c != people[m.People[0]].Country {
			out = append(out, countryName(c))
		}
	}
	return out
}

// countryName is the name of a country as it stands in a sentence.
func countryName(iso string) string {
	n := know.CountryName(iso)
	if withArticle.Has(iso) {
		return "the " + n
	}
	return n
}

// withArticle are the countries whose names have an article.
var withArticle = wordlist.Of(`US GB AE NL PH`)

// list is "A", "A and B", "A, B and C".
func list(names []string) string {
	out := names[0]
	for i, n := range names[1:] {
		if i == len(names)-2 {
			out += " and " + n
		} else {
			out += ", " + n
		}
	}
	return out
}

func upper(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// slug is the meeting's id: date, then bodies, people or countries, then place.
func slug(m *Meeting, k *know.Base) string {
	id := "undated"
	if !m.Date.IsZero() {
		id = dateSlug(m.Date)
	}
	bodies := ofBodies(m)
	switch {
	case bodies:
		for _, b := range m.Bodies {
			id += "-" + firstWords(who.Kebab(b), 3)
		}
	case len(m.People) > 0:
		for i, p := range m.People {
			if i < 3 {
				id += "-" + family(p, k)
			}
		}
	default:
		for _, c := range m.Countries {
			id += "-" + who.Kebab(c)
		}
	}
	if !bodies && len(m.People) == 0 && len(m.Countries) < 2 && m.Headline != "" {
		return id + "-" + firstWords(who.Kebab(m.Headline), 6)
	}
	switch {
	case m.Type == Visit:
		id += "-visit"
	case m.Type == Call:
		id += "-call"
	case !bodies && len(m.People) == 0 && m.Level != "":
		id += "-" + m.Level
	}
	if m.Place != "" && m.Type != Visit {
		id += "-" + who.Kebab(m.Place)
	}
	return id
}

// firstWords keeps the first n words of a kebab-case text.
func firstWords(s string, n int) string {
	for i := range s {
		if s[i] == '-' {
			if n--; n == 0 {
				return s[:i]
			}
		}
	}
	return s
}

// dateSlug keeps of an EDTF date what an id can hold: its first date, unmarked.
func dateSlug(d when.Date) string {
	out := ""
	for _, c := range d.String() {
		if c >= '0' && c <= '9' || c == '-' || c == 'X' {
			out += string(c)
		} else if (c == '/' || c == '.') && out != "" {
			break
		}
	}
	return out
}

// family is the family name of a person of the registry, folded; of others the whole id.
func family(id string, k *know.Base) string {
	for _, p := range k.People {
		if p.ID == id {
			return who.Kebab(who.Surname(p.Name, p.Country))
		}
	}
	return id
}
