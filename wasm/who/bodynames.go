package who

import (
	"strings"

	"readout/wasm/know"
	"readout/wasm/wordlist"
)

// Clubs and companies often bear names that no word tells from a person's: "Dynamo Lund", "Cortland". What stands beside them does:
// whom they employ ("Dynamo Lund striker Elias Nyberg"), what they own ("Cortland shareholders"), that they are many ("have offered"),
// that they are no "who" ("which"), and their own name at its fullest ("Cortland Group").

// bodyNames finds such names and makes things of their words, so that no person is made of them. It keeps for each word at which
// one begins how many words it takes, and its fullest form.
func (p *finder) bodyNames() {
	full := map[string]string{} // phrase → fullest form
	taken := p.surnames()
	for i := 0; i < len(p.words); {
		if !p.unknown(i) || p.title[p.words[i].passage] {
			i++
			continue
		}
		j := p.freeRun(i)
		if n := j - i; n <= 4 && !p.personal(i, j, taken) {
			if to := p.asBody(i, j); to > 0 {
				key := p.phrase(i, j)
				if name := p.slice(i, to); len(name) > len(full[key]) {
					full[key] = name
				}
			}
		}
		i = j
	}
	if len(full) == 0 {
		return
	}
	p.longBodies(full, taken)
	p.shortBodies(full, taken)
	p.bodyAtWord = make([]uint8, len(p.words))
	p.bodyFull = map[int]string{}
	for i := 0; i < len(p.words); {
		n := p.bodyHere(full, i)
		if n == 0 {
			i++
			continue
		}
		p.bodyAtWord[i], p.bodyFull[i] = uint8(n), full[p.phrase(i, i+n)]
		for k := i; k < i+n; k++ {
			p.f.class[k] = thing
		}
		i += n
	}
}

// bodyHere is how many words from i are one of the names, 0 for none. A name within a longer run is none of its own, but for what
// makes it longer as a body ("Cortland" in "Cortland Group").
func (p *finder) bodyHere(full map[string]string, i int) int {
	if p.owner[i] != 0 || p.f.class[i] != free && p.f.class[i] != thing {
		return 0
	}
	if p.f.class[i] == free && p.near(i-1, i) && p.f.class[i-1] == free && !p.words[i-1].possessive && !p.title[p.words[i].passage] && !p.words[i-1].first {
		return 0
	}
	for n := 4; n > 0; n-- {
		if !p.contiguous(i, n) || full[p.phrase(i, i+n)] == "" {
			continue
		}
		if e := i + n; p.words[e-1].possessive || p.title[p.words[i].passage] || e >= len(p.words) || !p.near(e, i) || p.f.class[e] != free || p.words[e].joint != bySpace {
			return n
		}
		return 0
	}
	return 0
}

// freeRun is the end of the run of unknown capitalised words at i.
func (p *finder) freeRun(i int) int {
	j := i + 1
	for p.near(j, i) && p.unknown(j) && !p.words[j-1].possessive {
		j++
	}
	return j
}

// surnames are the last words of names that begin with a first name or stand behind a title: whoever has such a name may be called
// by it alone, and his firm may bear it.
func (p *finder) surnames() map[string]bool {
	out := map[string]bool{}
	for i := 0; i < len(p.words); {
		if !p.unknown(i) {
			i++
			continue
		}
		j := p.freeRun(i)
		if p.near(i-1, i) && (courtesyTitles.Has(p.words[i-1].norm) || p.words[i-1].mark == '.' && courtesyTitles.Has(p.norm(i-2, i))) || j-i > 1 && givenNames.Has(p.words[i].norm) {
			out[p.words[j-1].norm] = true
		}
		i = j
	}
	return out
}

// personal reports whether the run [i, j) has the marks of a person's name.
func (p *finder) personal(i, j int, taken map[string]bool) bool {
	first := &p.words[i]
	if givenNames.Has(first.norm) || courtesyTitles.Has(first.norm) || j == i+1 && (taken[first.norm] || commonSurnames.Has(first.norm)) {
		return true
	}
	if koreanSurnames.Has(first.norm) || chineseSurnames.Has(first.norm) && j-i == 2 {
		return true
	}
	t := p.titleBefore(p.f, i)
	return t.to > t.from || p.isAge(j)
}

// asBody is the end of the fullest form of the run [i, j) where what stands beside it says that it is a body; else 0.
func (p *finder) asBody(i, j int) int {
	if p.words[j-1].possessive {
		named := p.near(j+1, i) && p.words[j].upper && givenNames.Has(p.words[j].norm) && p.words[j+1].upper && p.f.class[j+1] == free && p.words[j+1].joint == bySpace
		if named || p.employs(j, i) || p.owns(j, i) { // "Esparta's Iván Carmona"
			return j
		}
		return 0
	}
	k := j
	for p.near(k, i) && p.f.class[k] == thing && p.words[k].upper && p.words[k].joint == bySpace && k < j+3 {
		if firmWords.Has(p.words[k].norm) && !(i > 0 && p.words[i-1].mark == '&') {
			return k + 1
		}
		k++
	}
	if p.employs(j, i) || p.norm(j, i) != "" && ownedThings.Has(p.norm(j, i)) && !p.words[j].upper {
		return j
	}
	switch prev := p.norm(i-1, i); {
	case bandNouns.Has(prev) && !p.words[i-1].upper && (i < 2 || !p.words[i-2].possessive): // "the indie band Orchard Row"
		return j
	case p.words[i].first && manyVerbs.Has(p.norm(j, i)) && (j > i+1 || !isSuffixed(p.words[i].norm) || p.inner[p.words[i].norm]): // "Esparta have offered", not "Negotiators have met"
		return j
	case (prev == "of" || prev == "at") && i > 1 && p.f.class[i-2] == role && leads(p.f, i-2): // "chief executive of Cortland"
		return j
	}
	if j+1 < len(p.words) && p.words[j].mark == ',' && p.near(j+1, i) {
		if p.norm(j+1, i) == "which" {
			return j
		}
		if a := p.norm(j+1, i); a == "the" || a == "a" || a == "an" { // ", the Spanish club"
			for k := j + 2; k < j+5 && p.near(k, i) && p.words[k].alpha; k++ {
				if genericNouns[p.words[k].norm] == KindOrganisation && !p.words[k].possessive && (k+1 >= len(p.words) || !p.words[k+1].alpha || functionWords.Has(p.norm(k+1, k))) {
					return j
				}
			}
		}
	}
	return 0
}

// leads reports whether the role that ends at word k leads a body: its phrase may begin some words before.
func leads(f *facts, k int) bool {
	for b := k; b >= 0 && b > k-4 && (f.class[b] == role || f.class[b] == modifier); b-- {
		if f.level[b] == know.LevelLeader || f.level[b] == know.LevelDirectorGeneral || f.level[b] == know.LevelPeer {
			return f.level[b] != know.LevelPeer || b == k
		}
	}
	return false
}

// employs reports whether the words from j on are a post that a body gives, in small letters, and right behind it a name:
// "sporting director Iván Carmona", "striker Elias Nyberg". With a possessive the name may be missing.
func (p *finder) employs(j, i int) bool {
	possessive := p.words[j-1].possessive
	for k := j; k < j+4 && p.near(k, i) && p.words[k].alpha && p.words[k].joint == bySpace && !p.words[k].upper && !functionWords.Has(p.words[k].norm) && !p.words[k].possessive; k++ {
		if p.f.level[k] == "" {
			continue
		}
		e := k + int(p.f.length[k])
		switch l := p.f.level[k]; {
		case l != know.LevelLeader && l != know.LevelSport && l != know.LevelDirectorGeneral || !bodyPosts.Has(p.words[e-1].norm) && !bodyPosts.Has(p.words[k].norm):
			return false
		case possessive:
			return true
		}
		return p.near(e, i) && e < len(p.words) && p.words[e].upper && p.f.class[e] == free && p.near(e+1, i) && p.words[e+1].upper && !p.words[e].possessive
	}
	return false
}

// owns reports whether the words from j on, behind a possessive, are something that only a body has.
func (p *finder) owns(j, i int) bool {
	for k := j; k < j+2 && p.near(k, i) && p.words[k].alpha; k++ {
		if ownedThings.Has(p.words[k].norm) {
			return true
		}
	}
	return false
}

// longBodies adds the longer names that end in one that is known ("Real Esparta"), and those that do something together with it
// ("Dynamo Lund and Real Esparta have agreed").
func (p *finder) longBodies(full map[string]string, taken map[string]bool) {
	for i := 0; i < len(p.words); {
		if !p.unknown(i) || p.title[p.words[i].passage] {
			i++
			continue
		}
		j := p.freeRun(i)
		key := p.phrase(i, j)
		if full[key] == "" && j-i < 4 && !p.personal(i, j, taken) {
			last := p.words[j-1].norm
			beside := p.norm(i-1, i) == "and" && manyVerbs.Has(p.norm(j, i)) && full[p.runBefore(i-1)] != ""
			if full[last] != "" && j-i > 1 || beside {
				full[key] = p.slice(i, j)
				if full[last] != "" && len(full[last]) < len(full[key]) {
					full[last] = full[key]
				}
			}
		}
		i = j
	}
}

// runBefore is the run of unknown capitalised words that ends before word i, as a phrase.
func (p *finder) runBefore(i int) string {
	k := i
	for p.near(k-1, i) && p.unknown(k-1) {
		k--
	}
	if k == i {
		return ""
	}
	return p.phrase(k, i)
}

// shortBodies adds the parts by which a name of several words is called alone: "Esparta" of Real Esparta, where no person has it.
func (p *finder) shortBodies(full map[string]string, taken map[string]bool) {
	short := map[string]string{}
	for key, name := range full {
		words := strings.Fields(key)
		if len(words) < 2 {
			continue
		}
		for _, w := range []string{words[0], words[len(words)-1]} {
			if have, ok := short[w]; ok && have != name {
				short[w] = "" // of two: of neither
			} else if !ok {
				short[w] = name
			}
		}
	}
	for w, name := range short {
		if name != "" && full[w] == "" && !taken[w] && !givenNames.Has(w) && !p.lower[w] && len(w) > 3 {
			full[w] = name
		}
	}
}

var (
	// firmWords end the full name of a company, a club or a house, and are left out of its short one.
	firmWords = wordlist.Of(`group bank terminals homes holdings industries motors airlines airways inc corp corporation company co plc ltd llc ag asa gmbh
		fc media pictures records studios energy steel foods logistics shipping pharma pharmaceuticals mining petroleum insurance partners capital
		technologies telecom aerospace entertainment construction properties developments builders brewery brands hotels stores systems chemicals`)
	// bodyPosts are the nouns of posts that clubs and companies give.
	bodyPosts = wordlist.Of(`director chairman chairwoman chairperson chair executive ceo manager coach striker goalkeeper defender midfielder winger forward captain
		boss owner founder co-founder president chief player trainer skipper`)
	// ownedThings belong to a body and to no person.
	ownedThings = wordlist.Of(`shareholders shareholder shares stock employees workers workforce headquarters fans supporters stadium trustees subsidiary subsidiaries
		board customers members membership sporting squad bondholders creditors branches factories`)
	// bandNouns stand before the name of a body of that kind.
	bandNouns = wordlist.Of(`band club retailer supermarket startup airline carmaker automaker lender insurer
		brewer drugmaker chipmaker shipbuilder steelmaker supplier conglomerate nonprofit charity side outfit`)
	// manyVerbs behind a name that opens its sentence speak of many.
	manyVerbs = wordlist.Of(`have are were want`)
)
