package who

import (
	"strings"

	"readout/wasm/know"
	"readout/wasm/when"
	"readout/wasm/wordlist"
)

// spot is a stretch of words that may name a person.
type spot struct {
	from, to int
	entry    int // index into Base.People, -1 where no registry form matched
	full     bool
	before   title
	after    title
}

// finder gathers the people of one article.
type finder struct {
	*reader
	f         *facts
	k         *know.Base
	ix        *index
	published when.Date
	spots     []spot
	people    []person
	mentions  []Mention
	actors    map[string]bool // see standsAlone
	posts     []bool          // per word: part of an apposition behind a name
	byKey     map[string]int  // romanKey of a name → person
	byEntry   map[int]int     // registry entry → person

	bodyAtWord []uint8        // see bodyNames; nil where there are none
	bodyFull   map[int]string // first word of a name of a body → its fullest form
}

// person is a Person while names are being linked.
type person struct {
	Person
	entry   int      // index into Base.People, -1
	units   []string // folded units of the fullest name
	surname string   // the unit that may stand alone, folded; "" where not told
	seen    []int    // words at which full forms stand, ascending
	levels  map[string]bool
}

// findPeople runs the three steps: full names (registry, then patterns), people made of them, short forms linked.
func (p *finder) findPeople() {
	p.registrySpots()
	p.bodyNames()
	p.runSpots()
	sortSpots(p.spots)
	p.settle()
	p.shortForms()
	p.finish()
}

// registrySpots finds the registry's forms of two and more words, and those single words that are certain. Single
// surnames wait until the people with full names are known.
func (p *finder) registrySpots() {
	for i := range p.words {
		if !p.words[i].upper || p.owner[i] != 0 || i > 0 && p.words[i].joint == byHyphen && p.words[i-1].upper && p.words[i-1].alpha && p.f.class[i-1] == free {
			continue
		}
		list := p.longest(p.ix.people, i)
		if len(list) == 0 || list[0].words < 2 {
			continue
		}
		if e := p.choose(list); e >= 0 {
			p.take(spot{from: i, to: list[0].to, entry: e, full: true})
		}
	}
}

// unknown reports whether the word at i is capitalised, in no table, and nobody's yet.
func (p *finder) unknown(i int) bool { return p.owner[i] == 0 && p.f.class[i] == free }

// capital reports whether the word at i is a capitalised one of the sentence of word k, and nobody's yet.
func (p *finder) capital(i, k int) bool {
	return p.near(i, k) && p.owner[i] == 0 && p.words[i].upper && p.words[i].alpha
}

// take notes a spot and its words.
func (p *finder) take(s spot) {
	for k := s.from; k < s.to; k++ {
		p.owner[k] = 1
		p.f.class[k] = free
		p.f.iso[k], p.f.cityISO[k], p.f.level[k] = "", "", ""
	}
	p.spots = append(p.spots, s)
}

// runSpots finds capitalised runs of two to four units that have the marks of a person's name.
func (p *finder) runSpots() {
	for i := 0; i < len(p.words); {
		if !p.unknown(i) {
			i++
			continue
		}
		if p.title[p.words[i].passage] && !p.nameBegins(i) {
			i++
			continue
		}
		j, units := p.run(i)
		if units > 2 && p.words[i].first && p.nameBegins(i+1) && p.words[i+1].joint == bySpace && !givenNames.Has(p.words[i].norm) {
			i++ // "Bringing Shinzo Abe"
			continue
		}
		if units > 2 && i > 1 && p.near(i-2, i) && (p.words[i-1].norm == "for" || p.words[i-1].norm == "of") && p.f.class[i-2] == role && p.words[i-2].upper {
			if k := p.lastTwo(j); !p.lower[p.words[k].norm] && !p.lower[p.words[j-1].norm] { // "Minister of Jal Shakti Devendra Rathore"
				p.take(spot{from: k, to: j, entry: -1, full: true})
				i = j
				continue
			}
		}
		if p.title[p.words[i].passage] && units > 2 {
			j, units = p.firstTwo(i, j)
		}
		if last := p.words[j-1].norm; p.title[p.words[i].passage] && units == 2 && (isSuffixed(last) || headVerbs.Has(last)) && !p.inner[last] && !givenNames.Has(p.words[i].norm) {
			i = j // "Premier Berg Departs"
			continue
		}
		if w := p.words[i].norm; w == "st" || w == "saint" { // a hospital, a school, a town
			i = j
			continue
		}
		if k := p.bracketed(i, j); k > 0 {
			p.take(spot{from: i, to: k, entry: -1, full: true})
			i = k
			continue
		}
		if units >= 2 && units <= 4 && p.isPerson(i, j, units) {
			p.take(spot{from: i, to: j, entry: -1, full: true})
		}
		i = j
	}
}

// bracketed is the end of a name of which an editor has put in the first names [i, j): "President (Recep Tayyip) Erdogan"; 0 for none.
func (p *finder) bracketed(i, j int) int {
	if i < 2 || j+1 >= len(p.words) || !p.near(i-2, i) || !p.near(j+1, i) || p.f.class[i-2] != role || !p.unknown(j+1) {
		return 0
	}
	if open, shut := p.words[i-1].mark, p.words[j].mark; open == '(' && shut == ')' || open == '[' && shut == ']' {
		return j + 2
	}
	return 0
}

// lastTwo is where the last two units of a run begin that ends at word j.
func (p *finder) lastTwo(j int) int {
	k := j - 1
	for n := 0; ; k-- {
		if p.words[k].joint != byHyphen {
			if n++; n == 2 {
				return k
			}
		}
	}
}

// firstTwo cuts a run of title case after its second unit where the article never writes the third with a capital
// inside a sentence: "Esther Williams Dies".
func (p *finder) firstTwo(i, j int) (end, units int) {
	units = 1
	for k := i + 1; k < j; k++ {
		if p.words[k].joint == byHyphen {
			continue
		}
		if units == 2 && !p.inner[p.words[k].norm] {
			return k, units
		}
		units++
	}
	return j, units
}

// nameBegins looks, in title case, where capitals do not part a name from the words before it, for the place where a
// name must begin: a first name, a name of the Korean pattern, or the word after a title.
func (p *finder) nameBegins(i int) bool {
	w := &p.words[i]
	korean := koreanSurnames.Has(w.norm) && i+2 < len(p.words) && p.words[i+1].upper && p.words[i+2].joint == byHyphen && p.near(i+2, i)
	return korean || givenNames.Has(w.norm) && !commonSurnames.Has(w.norm) || p.near(i-1, i) && p.f.class[i-1] == role
}

// run returns the end of the capitalised run at i and its number of units; words joined by a hyphen are one unit.
func (p *finder) run(i int) (end, units int) {
	units = 1
	j := i + 1
	for p.near(j, i) {
		w, prev := &p.words[j], &p.words[j-1]
		switch {
		case p.title[w.passage] && headVerbs.Has(w.norm):
			return j, units
		case !w.alpha && !(w.mark == '"' || w.mark == '“') || p.owner[j] != 0 || prev.possessive:
			return j, units
		case w.joint == byHyphen && (p.f.class[j] == free || p.f.class[j] == small || p.f.class[j] == function):
			j++
		case p.f.class[j] == free && w.joint != byHyphen:
			j++
			units++
		case !w.upper && nameParticles.Has(w.norm) && p.particleEnd(j) > 0:
			j = p.particleEnd(j)
			units++
		default:
			return j, units
		}
	}
	return j, units
}

// particleEnd is the end of "de la Rosa" after a first name, 0 where no capitalised word closes it.
func (p *finder) particleEnd(j int) int {
	for k := j; k < j+3 && p.near(k, j); k++ {
		if p.words[k].upper {
			if p.unknown(k) {
				return k + 1
			}
			return 0
		}
		if !nameParticles.Has(p.words[k].norm) {
			return 0
		}
	}
	return 0
}

// isPerson weighs the marks of a name in the run [i, j). It refuses institutions and places first.
func (p *finder) isPerson(i, j, units int) bool {
	first, last := &p.words[i], &p.words[j-1]
	lower := 0
	for k := i; k < j; k++ {
		w := &p.words[k]
		if w.caps && w.Len() > 2 && !p.title[w.passage] && !strings.Contains(w.norm, ".") && w.joint != byHyphen && !p.capsName(p.f, k) && !allCapsPassage(p, w.passage) {
			return false
		}
		if p.lower[w.norm] && w.joint != byHyphen && (w.upper || !nameParticles.Has(w.norm)) && !(k == i && functionWords.Has(w.norm) && p.opensName(k)) { // "Will Gilbert"
			lower++
		}
	}
	next := p.norm(j, i)
	if afterThings.Has(next) && !last.possessive && p.words[j].joint == bySpace {
		return false
	}
	if p.near(j, i) && (p.f.class[j] == thing || p.f.class[j] == modifier) && p.words[j].upper && p.words[j].joint == bySpace && !last.possessive && !p.title[first.passage] && firmWords.Has(p.words[j].norm) {
		return false // "Standard Anglia Bank"
	}
	for k := j; p.near(k, i) && p.f.class[k] == thing && p.words[k].upper && p.words[k].joint == bySpace && !p.words[k-1].possessive; k++ {
		if namedAfter.Has(p.words[k].norm) {
			return false // "the Rosa Lima International Airport"
		}
	}
	before := p.titleBefore(p.f, i)
	titled := before.to > before.from
	prev := p.norm(i-1, i)
	if !titled && (prev == "the" || prev == "a" || prev == "an" || p.leads(j, i)) || p.ofBody(i-1) {
		return false
	}
	korean := units == 2 && koreanSurnames.Has(first.norm) && i+2 < j && p.words[i+2].joint == byHyphen
	given := givenNames.Has(first.norm) || p.monthName(i) && p.opensName(i)
	if lower == j-i || lower > 0 && first.first && p.lower[first.norm] && !given {
		return false
	}
	strong := titled || korean || given && lower == 0
	if p.title[first.passage] {
		return korean || (titled || given) && units <= 3 && lower == 0 && p.supported(i, j)
	}
	if strong || units <= 3 && lower == 0 && p.ofCountry(i) && !isSuffixed(last.norm) {
		return true
	}
	if p.f.class[min(j, len(p.words)-1)] == thing && p.near(j, i) && p.words[j].upper && p.words[j].joint == bySpace && !last.possessive {
		return false // "a Cordial Strategic Partnership"
	}
	if chineseSurnames.Has(first.norm) && units == 2 && len(last.norm) <= 10 && prev != "in" && prev != "the" {
		return true
	}
	if after := p.titleAfter(p.f, j); after.level != "" {
		return true
	}
	if i > 1 && (prev == "of" || prev == "and") && (p.f.class[i-2] == thing || p.f.class[i-2] == modifier) && p.words[i-2].upper {
		return false // "the Alliance of Motion Picture and Television Producers", "Friendly Relations and Good Neighbourliness"
	}
	if prev == "and" && isSuffixed(last.norm) && p.endsBody(i-1) {
		return false
	}
	if p.speaks(i, j) || personalVerbs.Has(next) || p.isAge(j) || p.standsAlone(last.norm) {
		return true
	}
	if lower > 0 || units > 3 || first.first && !p.inner[first.norm] || isSuffixed(last.norm) {
		return false // "Trail Blazers"
	}
	if next == "and" { // "between Orchard Row and its label", "against Dynamo Lund and would"
		if after := p.norm(j+1, i); !p.near(j+1, i) || !p.words[j+1].upper && after != "his" && after != "her" {
			next = ""
		}
	}
	if next == "," && p.norm(j+1, i) == "who" {
		return true
	}
	return beforePeople.Has(prev) || afterPeople.Has(next) || last.possessive || strings.HasSuffix(next, "ed")
}

// endsBody reports whether the "and" at word i joins the last part of a body's name to it: "the Alliance of Film and Video Producers".
func (p *finder) endsBody(i int) bool {
	for k := i - 1; k > 0 && p.near(k, i) && k >= i-4; k-- {
		if p.words[k].norm == "of" {
			return p.words[k-1].upper && orgWords.Has(p.words[k-1].norm)
		}
		if !p.words[k].upper {
			break
		}
	}
	return false
}

// namedAfter are places that have the names of people.
var namedAfter = wordlist.Of(`show foundation prize award centre center institute airport stadium arena hotel hospital bridge university library museum theatre theater`)

// headVerbs follow the names of those who do it in headlines whose words all begin with capitals.
var headVerbs = wordlist.Of(`meet meets hold holds sign signs say says agree agrees discuss vow vows urge urges`)

// leads reports whether a post and a name stand right behind the run at i, which ends before word j: the run is what somebody leads, as in
// "Warner Bros Discovery CEO David Zaslav".
func (p *finder) leads(j, i int) bool {
	if !p.near(j, i) || p.f.class[j] != role || p.words[j].joint != bySpace || p.words[j-1].possessive {
		return false
	}
	k := j + int(p.f.length[j])
	return p.near(k, i) && p.f.class[k] == free && p.words[k].joint == bySpace
}

// ofBody reports whether the word at i says that the name behind it is that of a body: "the union Terre Vive", "bicycle maker Kessler".
func (p *finder) ofBody(i int) bool {
	return i > 0 && !p.words[i].upper && !p.words[i].possessive && (genericNouns[p.words[i].norm] != "" || makers.Has(p.words[i].norm))
}

// makers stand, as a party, a club or a company does, before the name of a firm.
var makers = wordlist.Of(`maker operator retailer carrier supplier manufacturer lender utility insurer publisher charity brand chain`)

// ofCountry reports whether a country's possessive stands before the run at i, in a place of people: "met Sudan's Mariam Osman", ", Egypt's
// Sameh Farouk and Sudan's Mariam Osman".
func (p *finder) ofCountry(i int) bool {
	k := i - 1
	if !p.near(k, i) || k < 1 || !p.words[k].possessive || p.f.class[k] != country {
		return false
	}
	for k > 0 && p.near(k-1, i) && p.f.class[k-1] == country {
		k--
	}
	if !p.near(k-1, i) || k < 2 {
		return false
	}
	switch w := &p.words[k-1]; {
	case w.norm == "and" || w.mark == ',':
		return p.owner[k-2] == 1 || p.words[k-2].upper
	default:
		return w.norm == "with" || w.norm == "met" || w.norm == "between"
	}
}

// beforePeople and afterPeople are words beside which an unknown capitalised run is a person.
var beforePeople = wordlist.Of(`between with by succeed replace replacing replaced appointed named met told when while that and including elected
	nominated hired fired arrested married helped`)

var afterPeople = wordlist.Of(`was is has had will would who and became won did does could should himself herself`)

// supported reports, for a run in a title-cased passage, whether the article writes its last word elsewhere in a
// sentence, or whether the run ends where a name ends.
func (p *finder) supported(i, j int) bool {
	if p.words[j-1].possessive || !p.near(j, i) || !p.words[j].alpha {
		return true
	}
	return p.inner[p.words[j-1].norm] || p.inner[p.words[i].norm]
}

func allCapsPassage(p *finder, passage int) bool {
	caps, all := 0, 0
	for _, t := range p.doc.Passages[passage].Tokens {
		if t.Word && t.Len() > 2 {
			all++
			if allCaps([]rune(t.Text)) {
				caps++
			}
		}
	}
	return caps*2 > all
}

// afterThings follow the names of places and institutions, not of people.
var afterThings = wordlist.Of(`shrine island islands islets prefecture province river mountain city county university company airport district region
	peninsula stadium square newspaper agency strait sea nuclear`)

// speaks reports whether a verb of saying stands right before or after the run.
func (p *finder) speaks(i, j int) bool {
	return strongSpeech.Has(p.norm(j, i)) || strongSpeech.Has(p.norm(i-1, i)) || p.norm(j, i) == "also" && strongSpeech.Has(p.norm(j+1, i))
}

// isAge reports whether ", 45," follows.
func (p *finder) isAge(j int) bool {
	if j+1 >= len(p.words) || p.words[j].mark != ',' || !p.near(j+1, j) {
		return false
	}
	n := p.words[j+1].norm
	return len(n) <= 2 && isNumber(n) && n[0] != '0'
}

// standsAlone reports whether the article also uses the word by itself as somebody who acts: a surname.
func (p *finder) standsAlone(norm string) bool {
	if p.actors == nil {
		p.actors = map[string]bool{}
		for k := range p.words {
			if p.f.class[k] != free || k > 0 && p.near(k-1, k) && p.f.class[k-1] == free || k+1 < len(p.words) && p.near(k+1, k) && p.f.class[k+1] == free {
				continue
			}
			if after := p.norm(k+1, k); speechVerbs.Has(after) || strongSpeech.Has(p.norm(k-1, k)) || personalVerbs.Has(after) || p.words[k].possessive || courtesyTitles.Has(p.norm(k-1, k)) {
				p.actors[p.words[k].norm] = true
			}
		}
	}
	return p.actors[norm] && !p.lower[norm]
}
