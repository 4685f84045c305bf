package who

import (
	"slices"

	"readout/wasm/wordlist"
)

// shortForms links what stands for a person without the full name: "Kim", "Director Takizaki", "Abe's". A word is a
// short form when a person of the article has it as surname (or, second to that, as another part of the name), when
// the registry has it, when a title stands before it, or when it speaks.
func (p *finder) shortForms() {
	bySurname := map[string][]int{}
	byPart := map[string][]int{}
	index := func(n int) {
		x := &p.people[n]
		for _, u := range x.units {
			if u == x.surname {
				bySurname[u] = append(bySurname[u], n)
			} else if len(u) > 2 {
				byPart[u] = append(byPart[u], n)
			}
		}
	}
	for n := range p.people {
		index(n)
	}
	for _, s := range p.spots { // forms as written may have other units than the canonical name: "Kishida Wonda"
		if s.entry < 0 {
			continue
		}
		n := p.byEntry[s.entry]
		for _, u := range nameUnits(cleanName(p.slice(s.from, s.to))) {
			if u != p.people[n].surname && len(u) > 2 && !slices.Contains(byPart[u], n) {
				byPart[u] = append(byPart[u], n)
			}
		}
	}
	var news []spot
	for i := 0; i < len(p.words); {
		if !p.capital(i, i) {
			i++
			continue
		}
		if j, who := p.spelledOut(i); j > 0 {
			s := spot{from: i, to: j, entry: -1, full: true, before: p.titleBefore(p.f, i), after: p.titleAfter(p.f, j)}
			p.mark(s)
			p.note(who, &s)
			i = j
			continue
		}
		j := p.unitEnd(i)
		if !p.alone(i, j) {
			i = j
			continue
		}
		s := spot{from: i, to: j, entry: -1}
		s.before = p.titleBefore(p.f, i)
		key := p.phrase(i, j)
		who := -1
		if p.mayBeName(i, j, s.before) {
			if who = p.nearest(bySurname[key], i, s.before); who < 0 && (!commonSurnames.Has(key) || p.opens(byPart[key], key)) {
				who = p.nearest(byPart[key], i, s.before)
			}
		}
		if who < 0 {
			if list := p.longest(p.ix.people, i); len(list) > 0 && list[0].to == j {
				s.entry = p.choose(list)
				if s.entry < 0 && key != "" { // the article may have met the person by this form
					s.entry = p.entryByForm(list)
				}
			}
			if s.entry >= 0 && (p.f.class[i] == free || p.f.class[i] == thing || p.f.class[i] == modifier) {
				s.after = p.titleAfter(p.f, j)
				who = p.samePerson(&s)
				if who < 0 {
					who = p.newPerson(&s)
					index(who)
				}
			}
		}
		if who >= 0 {
			p.mark(s)
			p.note(who, &s)
		} else if p.newByTitle(i, j, s.before) {
			p.mark(s)
			news = append(news, s)
		}
		i = j
	}
	// Single names that only a title or a verb of saying vouches for: one person for each name.
	for n := range news {
		s := &news[n]
		s.after = p.titleAfter(p.f, s.to)
		who := -1
		key := p.phrase(s.from, s.to)
		if n, ok := p.byKey[romanKey(p.units(s))]; ok && len(p.people[n].units) == 1 {
			who = n
		}
		if who < 0 {
			who = p.respelled(key, s.before.level)
		}
		if who < 0 {
			who = p.newPerson(s)
		}
		if !slices.Contains(bySurname[key], who) {
			bySurname[key] = append(bySurname[key], who)
		}
		p.note(who, s)
	}
	if len(news) > 0 {
		p.rest(bySurname)
	}
}

// spelledOut finds the full name of a person of the article where no run showed it, as in a headline: the end of the
// name and the person, 0 for none.
func (p *finder) spelledOut(i int) (end, who int) {
	var units [2]string
	j := i
	for n := range units {
		if !p.capital(j, i) || n > 0 && p.words[j-1].possessive {
			return 0, 0
		}
		k := p.unitEnd(j)
		units[n] = p.phrase(j, k)
		j = k
	}
	if who, ok := p.byKey[romanKey(units[:])]; ok && len(p.people[who].units) > 1 {
		return j, who
	}
	return 0, 0
}

// rest links bare repetitions of names that shortForms met only with a title: "Yamamoto" after "Minister Yamamoto".
func (p *finder) rest(bySurname map[string][]int) {
	for i := 0; i < len(p.words); {
		if !p.capital(i, i) {
			i++
			continue
		}
		j := p.unitEnd(i)
		s := spot{from: i, to: j, entry: -1}
		if p.alone(i, j) && p.mayBeName(i, j, title{}) {
			for _, who := range bySurname[p.phrase(i, j)] {
				if x := &p.people[who]; x.entry < 0 && (len(x.units) == 1 || !slices.Contains(x.units, p.phrase(i, j))) {
					p.mark(s)
					p.note(who, &s)
					break
				}
			}
		}
		i = j
	}
}

// units are the folded units of a name as written.
func (p *finder) units(s *spot) []string { return nameUnits(cleanName(p.slice(s.from, s.to))) }

func (p *finder) mark(s spot) {
	for k := s.from; k < s.to; k++ {
		p.owner[k] = 1
		p.f.class[k], p.f.iso[k], p.f.cityISO[k] = free, "", ""
	}
}

// unitEnd is the end of the unit at i: the words joined to it by hyphens, unless those are small words or countries
// ("Park-led").
func (p *finder) unitEnd(i int) int {
	j := i + 1
	for p.near(j, i) && p.words[j].joint == byHyphen && p.owner[j] == 0 && !p.words[j-1].possessive {
		j++
	}
	if j == i+2 && !p.words[i+1].upper && (functionWords.Has(p.words[i+1].norm) || p.f.class[i+1] != small || p.lower[p.words[i+1].norm] || verbal.Has(p.words[i+1].norm)) {
		return i + 1
	}
	return j
}

var verbal = wordlist.Of(`led backed era based style appointed run elect made born`)

// alone reports whether the unit is not part of a longer capitalised run of another name or thing. A spun or bad
// conversion may leave a name split; then registry forms have caught it before.
func (p *finder) alone(i, j int) bool {
	if p.near(i-1, i) && p.words[i].joint != byHyphen && p.unknown(i-1) && !p.words[i-1].possessive && !p.title[p.words[i].passage] && !(p.words[i-1].first && p.lower[p.words[i-1].norm]) {
		return false
	}
	if p.words[j-1].possessive || !p.near(j, i) || p.title[p.words[i].passage] {
		return true
	}
	c := p.f.class[j]
	return !(p.capital(j, i) && p.words[j].joint == bySpace && (c == free || c == thing))
}

// mayBeName refuses words that the text shows to be something else.
func (p *finder) mayBeName(i, j int, t title) bool {
	w := &p.words[i]
	switch p.f.class[i] {
	case free, thing, modifier, city:
	case calendar: // "May said"
		return strongSpeech.Has(p.norm(j, i)) || w.possessive && !p.lower[w.norm]
	default:
		return false
	}
	if w.first && t.to <= t.from && p.lower[w.norm] {
		return false
	}
	if p.norm(i-1, i) == "the" && !afterAdministration.Has(p.norm(j, i)) {
		return false
	}
	return w.joint != byHyphen || p.words[i-1].upper
}

// afterAdministration may follow a surname that has an article before it: "the Moon administration".
var afterAdministration = wordlist.Of(`administration government camp team presidency cabinet era campaign family faction regime`)

// nearest picks of the candidates the one whose full name stands nearest before word i; where all stand behind it,
// the nearest behind. A title that fits only one of them outranks distance.
func (p *finder) nearest(candidates []int, i int, t title) int {
	best, bestAt, bestFits := -1, -1, false
	for _, n := range candidates {
		x := &p.people[n]
		at, ok := lastBefore(x.seen, i)
		if !ok {
			if len(x.seen) == 0 {
				continue
			}
			at = -1 - x.seen[0] // behind: any before is nearer
		}
		fits := t.level != "" && x.levels[t.level]
		if best < 0 || fits && !bestFits || fits == bestFits && at > bestAt {
			best, bestAt, bestFits = n, at, fits
		}
	}
	return best
}

// opens reports whether one person only has a name as a part, and it opens the full name: "Lee" of Lee Hsien Wei.
func (p *finder) opens(candidates []int, key string) bool {
	return len(candidates) == 1 && p.people[candidates[0]].units[0] == key && len(p.people[candidates[0]].units) > 2
}

// lastBefore is the largest element of the ascending list below i.
func lastBefore(list []int, i int) (int, bool) {
	at, ok := 0, false
	for _, v := range list {
		if v >= i {
			break
		}
		at, ok = v, true
	}
	return at, ok
}

// entryByForm is the registry entry that the article has already named by one of the forms, -1 for none or several.
func (p *finder) entryByForm(list []match) int {
	found := -1
	for _, m := range list {
		if _, ok := p.byEntry[m.entry]; ok {
			if found >= 0 && found != m.entry {
				return -1
			}
			found = m.entry
		}
	}
	return found
}

// newByTitle reports whether a single capitalised word is somebody new: a title stands right before it ("Judge
// Walker"), or it speaks ("Walker said") and is no word of the language.
func (p *finder) newByTitle(i, j int, t title) bool {
	w := &p.words[i]
	if p.f.class[i] != free || w.caps || len(w.norm) < 2 || p.title[w.passage] || p.lower[w.norm] {
		return false
	}
	for k := i + 1; k < j; k++ {
		if p.lower[p.words[k].norm] {
			return false
		}
	}
	if t.to > t.from {
		last := t.to - 1
		held := (p.f.class[last] == role || courtesyTitles.Has(p.words[last].norm)) && (t.to == i || t.to == i-1 && p.words[t.to].mark == '.')
		adjective := p.words[last].joint == byHyphen || !p.words[last].upper && adjectives.Has(p.words[last].norm) // "All-Star Weekend", "major Hollywood studios"
		return held && !w.first && !adjective && !p.words[last].possessive                                         // "King's Cross"
	}
	prev := p.norm(i-1, i)
	if p.ofBody(i-1) || prev == "the" || prev == "a" || prev == "an" || atPlace.Has(prev) || w.first && !p.inner[w.norm] {
		return false
	}
	return strongSpeech.Has(p.norm(j, i)) && !isSuffixed(w.norm)
}

// adjectives are posts that, written small before one name, tell something else.
var adjectives = wordlist.Of(`major general private star model safety forward lead host champion center centre`)

// atPlace stand before a place of which something is told: "one manager in Wakefield told".
var atPlace = wordlist.Of(`in at near outside around`)

// isSuffixed recognises plurals and inhabitants: "Democrats said", "Parisians said".
func isSuffixed(norm string) bool {
	n := len(norm)
	return n > 4 && norm[n-1] == 's' && norm[n-2] != 's'
}
