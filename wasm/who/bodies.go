package who

import (
	"sort"
	"strings"

	"readout/wasm/know"
	"readout/wasm/wordlist"
)

// bodyFinder gathers institutions and places, which share their words: "Seoul" is a body in "Seoul said" and a place
// in "in Seoul".
type bodyFinder struct {
	*finder
	bodies []Body
	places []Place
	from   []int          // per body: its first word
	last   map[string]int // per kind: the last body of that kind, as index into bodies
	byNoun map[string]int // per last noun of a ministry ("foreign ministry"): the last such body with a country
	home   map[string]string

	acronyms map[string]bool // folded words of three and more letters in capitals; nil until asked for
}

// bodyKeys are the nouns that, after a country, name one of its institutions, with their kinds.
var bodyKeys = map[string]string{
	"government": KindGovernment, "administration": KindGovernment, "authorities": KindGovernment, "cabinet": KindGovernment, "leadership": KindGovernment, "regime": KindGovernment,
	"side": KindCountry, "ministry": KindMinistry, "department": KindMinistry, "bureau": KindMinistry, "delegation": KindDelegation, "team": KindDelegation, "mission": KindDelegation, "negotiators": KindDelegation,
	"embassy": KindOrganisation, "parliament": KindOrganisation, "assembly": KindOrganisation, "congress": KindOrganisation, "senate": KindOrganisation, "military": KindOrganisation,
	"army": KindOrganisation, "navy": KindOrganisation, "police": KindOrganisation, "court": KindOrganisation, "media": KindOutlet, "press": KindOutlet, "agency": KindOrganisation, "party": KindOrganisation,
}

// genericNouns stand with "the" for an institution named before, with the kinds it may have.
var genericNouns = map[string]string{
	"ministry": KindMinistry, "department": KindMinistry, "delegation": KindDelegation, "government": KindGovernment, "administration": KindGovernment,
	"newspaper": KindOutlet, "daily": KindOutlet, "paper": KindOutlet, "broadcaster": KindOutlet, "network": KindOutlet,
	"union": KindOrganisation, "company": KindOrganisation, "party": KindOrganisation, "league": KindOrganisation, "club": KindOrganisation, "airline": KindOrganisation, "automaker": KindOrganisation,
	"carmaker": KindOrganisation, "bank": KindOrganisation, "organization": KindOrganisation, "organisation": KindOrganisation, "agency": KindOrganisation, "firm": KindOrganisation, "court": KindOrganisation,
	"association": KindOrganisation, "federation": KindOrganisation, "commission": KindOrganisation, "university": KindOrganisation, "council": KindOrganisation, "studio": KindOrganisation, "team": KindOrganisation,
}

func (p *finder) findBodies() *bodyFinder {
	b := &bodyFinder{finder: p, last: map[string]int{}, byNoun: map[string]int{}, home: map[string]string{}}
	b.findHome()
	for i := 0; i < len(p.words); {
		if p.owner[i] != 0 || !p.words[i].alpha {
			i++
			continue
		}
		if n := b.placeAt(i); n > 0 {
			i += n
			continue
		}
		if n := b.bodyAt(i); n > 0 {
			i += n
			continue
		}
		i++
	}
	return b
}

// findHome learns whose ministry an article means when it does not say: the one that a capital follows ("the Foreign
// Ministry in Tokyo").
func (b *bodyFinder) findHome() {
	for i := range b.words {
		if b.words[i].norm != "ministry" {
			continue
		}
		from, to := b.ministrySpan(i)
		k := to
		for n := 0; n < 4 && b.near(k, i); n, k = n+1, k+1 {
			if b.norm(k-1, i) == "in" && b.f.cityISO[k] != "" {
				b.home[b.ministryNoun(from, to)] = b.f.cityISO[k]
				break
			}
		}
	}
}

func (b *bodyFinder) add(from, to int, name, country, kind string) {
	s := b.span(from, to)
	b.last[kind] = len(b.bodies)
	if kind == KindMinistry && country != "" {
		b.byNoun[b.ministryNoun(from, to)] = len(b.bodies)
	}
	b.bodies = append(b.bodies, Body{Span: s, Passage: b.words[from].passage, Form: b.doc.Slice(s), Name: name, Country: country, Kind: kind})
	b.from = append(b.from, from)
	for k := from; k < to; k++ {
		b.owner[k] = -1
	}
}

// bodyAt reads an institution that begins at word i and returns how many words it takes, 0 for none.
func (b *bodyFinder) bodyAt(i int) int {
	w := &b.words[i]
	if w.upper {
		if list := b.longest(b.ix.bodies, i); len(list) > 0 {
			if e := b.choose(list); e >= 0 {
				to := list[0].to
				name, country, kind := b.entry(e)
				b.add(i, to, name, country, kind)
				return to - i
			}
		}
	}
	if b.f.iso[i] != "" {
		return b.countryBody(i)
	}
	switch {
	case w.norm == "ministry" || titleModifiers.Has(w.norm) && b.leadsMinistry(i):
		return b.ministryBody(i)
	case genericNouns[w.norm] != "" && !w.upper:
		return b.genericBody(i)
	case w.upper:
		return b.organisation(i)
	}
	return 0
}

// entry is name, country and kind of a body or outlet of the registry.
func (b *bodyFinder) entry(e int) (name, country, kind string) {
	if n := len(b.k.Bodies); e >= n {
		o := &b.k.Outlets[e-n]
		return o.Name, o.Country, KindOutlet
	}
	x := &b.k.Bodies[e]
	low := strings.ToLower(x.Name)
	switch {
	case strings.Contains(low, "ministry") || strings.Contains(low, "department"):
		kind = KindMinistry
	case x.Country != "" && isMetonym(x.Name):
		kind = KindGovernment
	default:
		kind = KindOrganisation
	}
	return x.Name, x.Country, kind
}

func isMetonym(name string) bool {
	c, ok := know.CountryPhrase(name)
	return ok && c.By == know.ByMetonym
}

// notACountry follow a demonym or name in what is no act of a country.
var notACountry = wordlist.Of(`peninsula war strait straits channel sea gulf language restaurant food cuisine culture wave`)

func (b *bodyFinder) countryBody(i int) int {
	iso, n := b.f.iso[i], int(b.f.length[i])
	to := i + n
	if notACountry.Has(b.norm(to, i)) && !b.words[to-1].possessive {
		return n
	}
	name, kind := know.CountryName(iso), KindCountry
	if b.f.by[i] == know.ByMetonym {
		kind, name = KindGovernment, b.slice(i, to)
	}
	// "South Korea's foreign ministry", "the Japanese government": at most four words of a title lead to the noun.
	for k := to; k < to+5 && b.near(k, i) && b.words[k].alpha && b.owner[k] == 0; k++ {
		key := b.words[k].norm
		if kd := bodyKeys[key]; kd != "" && !(k+1 < len(b.words) && b.words[k].joint == byHyphen) {
			if (key == "department" || key == "bureau") && k == to {
				break
			}
			end := k + 1
			if key == "ministry" {
				_, end = b.ministrySpan(k)
			}
			switch kd {
			case KindCountry:
			case KindGovernment:
				name = "government of " + name
			default:
				name = b.slice(i, end)
			}
			if kd == KindDelegation && key == "team" && !b.negotiating(k) {
				kd = KindOrganisation
			}
			if e := b.ofWhom(end); kd == KindOrganisation && b.words[k].upper && e > 0 {
				end = e
				name = b.slice(i, end)
			}
			b.add(i, end, name, iso, kd)
			return end - i
		}
		if c := b.f.class[k]; c != modifier && !(b.words[k].upper && (c == thing || c == free)) {
			break
		}
		end := b.ofWhom(k + 1)
		if b.words[k].upper && end == 0 && b.f.by[i] == know.ByDemonym && societies.Has(key) && k > to { // "British Medical Association"
			end = k + 1
		}
		if b.words[k].upper && end > 0 && (societies.Has(key) || key == "conference") { // "Norway Conference of Lutheran Deans"
			b.add(i, end, b.slice(i, end), iso, KindOrganisation)
			return end - i
		}
	}
	b.add(i, to, name, iso, kind)
	return n
}

// societies end the name of a body that begins with whose country it is of.
var societies = wordlist.Of(`association union federation confederation council committee society institute academy league guild chamber authority
	commission organisation organization foundation alliance board service`)

// negotiating reports whether the team at k meets for talks; otherwise it plays.
func (b *bodyFinder) negotiating(k int) bool {
	return b.norm(k-1, k) == "negotiating" || b.norm(k-1, k) == "bargaining"
}

// ministrySpan widens the word "ministry" to "foreign ministry" and "Ministry of Economy, Trade and Industry".
func (b *bodyFinder) ministrySpan(i int) (from, to int) {
	from, to = i, i+1
	if b.norm(i+1, i) == "of" {
		k := i + 2
		for b.near(k, i) && k < i+9 {
			w := &b.words[k]
			link := (w.mark == ',' || w.norm == "and") && b.near(k+1, i) && b.f.class[k+1] == modifier && b.words[k+1].upper
			if !link && !(w.alpha && w.upper && b.f.class[k] != country) {
				break
			}
			k++
			if !link {
				to = k
			}
			if w.possessive {
				break
			}
		}
	}
	if to == i+1 {
		for from > 0 && b.near(from-1, i) && b.owner[from-1] == 0 && titleModifiers.Has(b.words[from-1].norm) && b.words[from-1].norm != "former" {
			from--
		}
	}
	return from, to
}

// ministryNoun is the key of a ministry: its folded name without country, "ministry of foreign affairs" as "foreign
// ministry".
func (b *bodyFinder) ministryNoun(from, to int) string {
	for k := from; k < to; k++ {
		if b.words[k].norm != "ministry" {
			continue
		}
		if b.norm(k+1, k) == "of" && k+2 < to {
			return b.words[k+2].norm
		}
		if k > from {
			return b.words[k-1].norm
		}
	}
	return ""
}

func (b *bodyFinder) leadsMinistry(i int) bool {
	for k := i + 1; k < i+5 && b.near(k, i) && b.owner[k] == 0; k++ {
		if b.words[k].norm == "ministry" {
			return true
		}
		if !titleModifiers.Has(b.words[k].norm) {
			return false
		}
	}
	return false
}

// ministryBody reads a ministry whose country is not in its name. It is the country of the capital that follows, of
// the ministry of that kind named last, or of the one the article means when it does not say.
func (b *bodyFinder) ministryBody(i int) int {
	at := i
	for b.words[at].norm != "ministry" {
		at++
	}
	from, to := b.ministrySpan(at)
	if from < i {
		from = i
	}
	noun := b.ministryNoun(from, to)
	if noun == "" {
		return b.genericBody(at) + at - i
	}
	iso, name := "", b.slice(from, to)
	for k := to; k < to+4 && b.near(k, i); k++ {
		if b.f.iso[k] != "" && (b.norm(k-1, i) == "in" || b.norm(k-1, i) == "of") {
			iso = b.f.iso[k]
			break
		}
	}
	if !b.ofSomebody(to, i) {
		if iso == "" {
			iso = b.home[noun]
		}
		if n, ok := b.byNoun[noun]; ok && iso == "" {
			iso = b.bodies[n].Country
		}
		if iso == "" {
			iso = b.subjectCountry(i)
		}
	}
	b.add(from, to, name, iso, KindMinistry)
	return to - i
}

// ofSomebody reports whether "of" and a name follow at word k: then whose ministry it is has been said, though it may be a name
// that nobody knows for a country ("the Ministry of Foreign Affairs of the Nihon Keizai Shimbun", as a translation had it).
func (b *bodyFinder) ofSomebody(k, i int) bool {
	if !b.near(k, i) || b.norm(k, i) != "of" {
		return false
	}
	k++
	if b.norm(k, i) == "the" {
		k++
	}
	return b.near(k, i) && b.words[k].upper
}

// subjectCountry is the country of the first person whom the sentence of word i names before it: "Kim passed on the
// message, the foreign ministry said".
func (b *bodyFinder) subjectCountry(i int) string {
	start := i
	for b.near(start-1, i) {
		start--
	}
	for k := start; k < i; k++ {
		if b.owner[k] != 1 {
			continue
		}
		n := sort.Search(len(b.finder.mentions), func(m int) bool { return b.finder.mentions[m].Start >= b.words[k].Start })
		if n < len(b.finder.mentions) && b.finder.mentions[n].Person >= 0 {
			return b.people[b.finder.mentions[n].Person].Country
		}
		return ""
	}
	return ""
}

// genericBody reads "the ministry", "the delegation": what was named last of that kind.
func (b *bodyFinder) genericBody(i int) int {
	noun := b.words[i].norm
	kind := genericNouns[noun]
	prev := b.norm(i-1, i)
	if kind == KindDelegation {
		name, iso := "delegation", b.delegationCountry(i)
		if n, ok := b.last[KindDelegation]; ok && iso == "" {
			iso, name = b.bodies[n].Country, b.bodies[n].Name
		} else if iso != "" {
			name = "delegation of " + know.CountryName(iso)
		}
		b.add(i, i+1, name, iso, kind)
		return 1
	}
	if prev != "the" {
		return 1
	}
	found := -1
	if n, ok := b.last[kind]; ok {
		found = n
		for k := n; k >= 0 && k > n-20; k-- { // the one that carries the noun in its name, if any is near
			if b.bodies[k].Kind == kind && strings.Contains(strings.ToLower(b.bodies[k].Name), noun) {
				found = k
				break
			}
		}
	}
	if found < 0 {
		return 1
	}
	if kind == KindOrganisation && !strings.Contains(strings.ToLower(b.bodies[found].Name), noun) && noun != "company" && noun != "firm" && noun != "union" {
		return 1
	}
	b.add(i, i+1, b.bodies[found].Name, b.bodies[found].Country, kind)
	return 1
}

// delegationCountry reads whose delegation it is from the words after it: "a delegation sent by South Korean …".
func (b *bodyFinder) delegationCountry(i int) string {
	for k := i + 1; k < i+8 && b.near(k, i) && b.words[k].alpha; k++ {
		if p := b.norm(k-1, i); b.f.iso[k] != "" && (p == "by" || p == "from" || p == "of") {
			return b.f.iso[k]
		}
	}
	return ""
}

func (b *bodyFinder) sort() {
	sort.SliceStable(b.bodies, func(x, y int) bool { return b.bodies[x].Start < b.bodies[y].Start })
	sort.SliceStable(b.places, func(x, y int) bool { return b.places[x].Start < b.places[y].Start })
}

// titleCountries gives a mention without a country that of the ministry in its title: "Foreign Ministry spokesman".
func (b *bodyFinder) titleCountries() {
	n := 0
	for i := range b.finder.mentions {
		m := &b.finder.mentions[i]
		if m.Country != "" || m.Title == "" {
			continue
		}
		for n < len(b.bodies) && b.bodies[n].End < m.Start-200 {
			n++
		}
		for k := n; k < len(b.bodies) && b.bodies[k].Start < m.End+200; k++ {
			x := &b.bodies[k]
			if x.Country != "" && x.Kind == KindMinistry && x.Passage == m.Passage && strings.Contains(m.Title, x.Form) {
				m.Country = x.Country
				if m.Person >= 0 && b.people[m.Person].Country == "" {
					b.people[m.Person].Country = x.Country
				}
				break
			}
		}
	}
}
