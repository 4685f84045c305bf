package who

import (
	"strings"

	"readout/wasm/know"
	"readout/wasm/wordlist"
)

// class is what a word is when it stands alone.
type class uint8

const (
	small    class = iota // no capital, no special meaning
	mark                  // punctuation
	free                  // capitalised and unknown: may be a name
	country               // part of a country's name, capital, demonym or seat of power
	city                  // part of a city's name
	role                  // part of a title phrase ("Secretary of State")
	modifier              // may stand in a title ("Foreign", "former")
	calendar              // month, weekday
	function              // the, and, said
	thing                 // makes a run an institution, place or thing
)

// facts are what reader.classify finds, one item per word.
type facts struct {
	class   []class
	iso     []string      // country named by the phrase that begins here, "" elsewhere
	by      []know.Naming // how it is named
	length  []uint8       // words of the country, city or role phrase that begins here
	level   []string      // level of the role phrase that begins here
	cityISO []string      // country of the city whose name begins here
	surname map[int]bool  // words in capitals that are surnames, see capsName
}

// classify sorts all words. A phrase is taken at its longest: "South Korea" before "Korea".
func (r *reader) classify() *facts {
	n := len(r.words)
	f := &facts{make([]class, n), make([]string, n), make([]know.Naming, n), make([]uint8, n), make([]string, n), make([]string, n), map[int]bool{}}
	for i := 0; i < n; {
		i += r.classifyAt(f, i)
	}
	return f
}

func (r *reader) classifyAt(f *facts, i int) int {
	w := &r.words[i]
	fill := func(c class, n int) int {
		for k := i; k < i+n; k++ {
			f.class[k] = c
		}
		f.length[i] = uint8(n)
		return n
	}
	if !w.alpha {
		return fill(mark, 1)
	}
	if w.upper {
		if iso, by, n := r.countryAt(i); n > 0 && !r.looksLikeName(i, n) {
			f.iso[i], f.by[i] = iso, by
			if by == know.ByCapital {
				f.cityISO[i] = iso
			}
			return fill(country, n)
		}
	}
	if level, n := r.roleAt(i); n > 0 && !(w.upper && n == 1 && r.opensName(i)) {
		f.level[i] = level
		return fill(role, n)
	}
	if w.upper && !r.title[w.passage] {
		if level, n := r.rolesAt(i); n > 0 {
			f.level[i] = level
			return fill(role, n)
		}
	}
	if w.upper && courtesyTitles.Has(w.norm) && r.near(i+1, i) && (r.words[i+1].mark == '.' || r.words[i+1].upper || nameParticles.Has(r.words[i+1].norm)) {
		return fill(modifier, 1)
	}
	switch {
	case !w.upper:
		if titleModifiers.Has(w.norm) {
			return fill(modifier, 1)
		}
		return fill(small, 1)
	case r.opensName(i):
		return fill(free, 1)
	case calendarWords.Has(w.norm) && (r.closesName(i) || r.closesUnknown(f, i)):
		return fill(free, 1)
	case calendarWords.Has(w.norm):
		return fill(calendar, 1)
	}
	if iso, n := r.cityAt(i); n > 0 && !r.looksLikeName(i, n) {
		f.cityISO[i] = iso
		return fill(city, n)
	}
	switch {
	case i+1 < len(r.words) && r.words[i+1].joint == byHyphen && !w.first && r.near(i+1, i) && i > 0 && koreanSurnames.Has(r.words[i-1].norm) && r.words[i-1].upper:
		return fill(free, 1) // "Kim In-chul", "Lee Do-hoon"
	case functionWords.Has(w.norm), w.first && functionWords.Has(strings.TrimSuffix(w.norm, ".")):
		return fill(function, 1)
	case titleModifiers.Has(w.norm) && (w.caps || w.norm != "un"): // "Kim Jong Un"
		return fill(modifier, 1)
	case r.surnameThing(i):
		return fill(free, 1)
	case r.titledThing(f, i):
		return fill(free, 1)
	case thingWords.Has(w.norm), thingWords.Has(strings.TrimSuffix(w.norm, "s")):
		return fill(thing, 1)
	case r.capsName(f, i):
		f.surname[i] = true
		return fill(free, 1)
	case w.caps && w.Len() >= 2 && !strings.Contains(w.norm, ".") && !r.title[w.passage]:
		return fill(thing, 1) // an acronym
	}
	return fill(free, 1)
}

// capsName reports whether the word at i is a surname that a ministry writes in capitals, behind a post or "Mr.": "Mr. BERGSTAD Anna",
// "Foreign Minister Anna BERGSTAD". An acronym there has a whole name behind it ("Chairman ECOWAS Anna Berg"), or is short.
func (r *reader) capsName(f *facts, i int) bool {
	w := &r.words[i]
	if !w.caps || r.title[w.passage] || w.Len() < 4 && !commonSurnames.Has(w.norm) || i == 0 || !r.near(i-1, i) {
		return false
	}
	given := func(k int) bool {
		return r.near(k, i) && r.words[k].upper && !r.words[k].caps && r.words[k].joint != byDebris
	}
	if k := i - 1; f.class[k] == free && given(k) {
		return r.near(k-1, i) && r.posted(f, k-1)
	}
	return r.posted(f, i-1) && given(i+1) && (!given(i+2) || commonSurnames.Has(w.norm))
}

// posted reports whether the word at k ends a post or a title of courtesy, with its full stop.
func (r *reader) posted(f *facts, k int) bool {
	if r.words[k].mark == '.' && k > 0 {
		k--
	}
	return f.class[k] == role || courtesyTitles.Has(r.words[k].norm)
}

// maxPhrase is the longest name of a country or city, in words.
const maxPhrase = 5

func (r *reader) countryAt(i int) (string, know.Naming, int) {
	reach := know.CountryReach(r.words[i].norm)
	if reach == 0 {
		return "", 0, 0
	}
	for n := r.phraseLimit(i, min(reach, maxPhrase)); n > 0; n-- {
		if !r.contiguous(i, n) {
			continue
		}
		if c, ok := know.CountryPhrase(r.phrase(i, i+n)); ok {
			if n == 1 && r.words[i].norm == "hague" && r.norm(i-1, i) != "the" {
				continue
			}
			return c.ISO, c.By, n
		}
	}
	return "", 0, 0
}

// phraseLimit is limit, or 0 at an article: only The Hague has one of its own.
func (r *reader) phraseLimit(i, limit int) int {
	if r.words[i].norm == "the" && r.norm(i+1, i) != "hague" {
		return 0
	}
	return limit
}

func (r *reader) cityAt(i int) (string, int) {
	reach := know.CityReach(r.words[i].norm)
	if reach == 0 {
		return "", 0
	}
	for n := r.phraseLimit(i, min(reach, maxPhrase-1)); n > 0; n-- {
		if r.contiguous(i, n) {
			if iso, ok := know.City(r.phrase(i, i+n)); ok {
				return iso, n
			}
		}
	}
	return "", 0
}

// contiguous reports whether the n words from i are words of one sentence and the possessive ends at most the last.
func (r *reader) contiguous(i, n int) bool {
	if i+n > len(r.words) {
		return false
	}
	for k := i; k < i+n; k++ {
		w := &r.words[k]
		if !w.alpha || w.sentence != r.words[i].sentence || k < i+n-1 && w.possessive || k > i && w.joint == byDebris {
			return false
		}
	}
	return true
}

// roleAt is know.RoleAt over the words from i, with words that a hyphen joins as one.
func (r *reader) roleAt(i int) (string, int) {
	if r.words[i].joint == byHyphen && i > 0 && r.words[i-1].alpha && r.words[i-1].upper != r.words[i].upper {
		return "", 0 // the second half of "Korean-director": no title by itself
	}
	var list [8]string
	var ends [8]int
	n := 0
	for k := i; k < len(r.words) && n < len(list) && r.words[k].alpha && r.near(k, i); {
		e := k + 1
		for e < len(r.words) && r.words[e].alpha && r.words[e].joint == byHyphen {
			e++
		}
		list[n], ends[n] = strings.TrimSuffix(r.phrase(k, e), "."), e
		if n == 0 && !know.RoleBegins(list[0]) {
			return "", 0
		}
		n++
		if r.words[e-1].possessive {
			break
		}
		k = e
	}
	level, taken := know.RoleAt(list[:n])
	if taken == 0 {
		return "", 0
	}
	return level, ends[taken-1] - i
}

// rolesAt is roleAt for the title that the names behind it share: "Prime Ministers Ana Vik and Luis Paz".
func (r *reader) rolesAt(i int) (string, int) {
	for n := 1; n <= 3 && r.contiguous(i, n+1) && r.words[i+n-1].upper && !r.words[i+n-1].possessive; n++ {
		next := r.words[i+n]
		if one, plural := strings.CutSuffix(r.words[i+n-1].norm, "s"); plural && next.upper && !thingWords.Has(next.norm) && !orgWords.Has(next.norm) { // "Writers Guild"
			phrase := one
			if n > 1 {
				phrase = r.phrase(i, i+n-1) + " " + one
			}
			if level, taken := know.RoleAt(strings.Fields(phrase)); taken == n {
				return level, n
			}
		}
	}
	return "", 0
}

// opensName reports whether the capitalised word at i is a first name before another capitalised word: "Bill Clinton",
// "Will Smith", "Theresa May", "Jan Bakker".
func (r *reader) opensName(i int) bool {
	w := &r.words[i]
	if !w.upper || w.caps || w.possessive || !givenNames.Has(w.norm) && w.norm != "will" && !r.monthName(i) || commonSurnames.Has(w.norm) && w.norm != "sean" {
		return false
	}
	if !r.near(i+1, i) {
		return false
	}
	next := &r.words[i+1]
	if !next.alpha || !next.upper || next.caps || r.words[i].joint == byHyphen || r.title[w.passage] {
		return false
	}
	if _, n := r.roleAt(i + 1); n > 0 && !calendarWords.Has(next.norm) {
		return false
	}
	if r.inPlace(i) || thingWords.Has(next.norm) && !givenNames.Has(w.norm) { // "May Day"
		return false
	}
	return surnameThings.Has(next.norm) || !functionWords.Has(next.norm) && !thingWords.Has(next.norm)
}

// placeThings are the things of surnameThings that are more often places.
var placeThings = wordlist.Of(`street park hall hill hills bridge castle cross church bank fields`)

// inPlace reports whether the word at i opens the name of a place somebody is in: "in Victoria Street".
func (r *reader) inPlace(i int) bool {
	if !r.near(i+1, i) || !placeThings.Has(r.words[i+1].norm) || !r.words[i+1].upper {
		return false
	}
	return intoPlace.Has(r.norm(i-1, i))
}

// intoPlace stand before the name of a place.
var intoPlace = wordlist.Of(`in on at near from along through to off`)

// monthName reports whether the month at i is a first name: nothing that goes with a month stands before it, and no number, weekday or other
// month behind it.
func (r *reader) monthName(i int) bool {
	if !firstMonths.Has(r.words[i].norm) || i+1 >= len(r.words) || calendarWords.Has(r.words[i+1].norm) {
		return false
	}
	w := r.norm(i-1, i)
	if w == "and" {
		w = r.norm(i-2, i)
	}
	return !isNumber(w) && !ofMonth.Has(w) && !calendarWords.Has(w)
}

var (
	firstMonths = wordlist.Of(`jan may april june august`)
	ofMonth     = wordlist.Of(`in since until till of from last next this early late mid by on to during before after th`)
)

func isNumber(norm string) bool { return norm != "" && '0' <= norm[0] && norm[0] <= '9' }

// closesUnknown reports whether the month at i ends a name that opens with an unknown word: "Nie Jun". A month of a date has a number beside it.
func (r *reader) closesUnknown(f *facts, i int) bool {
	switch r.words[i].norm {
	case "jan", "jun", "may":
	default:
		return false
	}
	return r.near(i-1, i) && f.class[i-1] == free && !r.words[i-1].first && !r.words[i-1].possessive && r.words[i].joint == bySpace && !isNumber(r.norm(i+1, i))
}

// closesName reports whether the month or weekday at i is a surname: "Theresa May".
func (r *reader) closesName(i int) bool {
	return r.near(i-1, i) && r.opensName(i-1)
}

// looksLikeName reports whether the country or city of n words at i is part of a person's name: "Michael Jordan",
// "Jordan Spieth", "Sofia Alvar", "Denzel Washington".
func (r *reader) looksLikeName(i, n int) bool {
	if n != 1 || r.words[i].joint == byHyphen {
		return false
	}
	if r.near(i-1, i) && r.words[i].joint == bySpace {
		p := &r.words[i-1]
		if p.alpha && p.upper && !p.possessive && givenNames.Has(p.norm) && !commonSurnames.Has(p.norm) {
			_, demonym := know.CountryPhrase(p.norm)
			return !demonym
		}
	}
	return r.opensName(i)
}

// surnameThings are things that are surnames after a first name.
var surnameThings = wordlist.Of(`day green church hall hill hills park north west east street price banks rivers lake brown bush wood woods power law
	may march moon king field fields post castle bridge center fox wolf bank rich love rose grant young strong bell cross stone reed ford
	dean bishop knight abbott pope prince major marshall mason cook baker carpenter taylor porter hunter fisher gardener judge best`)

// surnameThing reports whether the thing word at i is the surname of a first name before it, or, as "Park", opens a
// name of the Korean pattern.
func (r *reader) surnameThing(i int) bool {
	w := &r.words[i]
	if surnameThings.Has(w.norm) && r.near(i-1, i) && r.words[i-1].upper && givenNames.Has(r.words[i-1].norm) && !r.words[i-1].possessive && !r.inPlace(i-1) {
		return true
	}
	if !koreanSurnames.Has(w.norm) {
		return false
	}
	if r.near(i-1, i) && r.words[i-1].upper && !r.words[i].first && (givenNames.Has(r.words[i-1].norm)) {
		return true
	}
	if w.norm == "park" { // the surname, unless a name stands right before it ("Hyde Park")
		return i == 0 || !r.near(i-1, i) || !r.words[i-1].alpha || !r.words[i-1].upper || r.words[i-1].possessive || titleModifiers.Has(r.words[i-1].norm) || r.isRoleWord(i-1) || r.words[i-1].first
	}
	return i+2 < len(r.words) && r.words[i+1].upper && r.words[i+2].joint == byHyphen
}

// titledThing reports whether the thing word at i is the surname of somebody whose first name stands right behind a post: "Fisheries
// Minister Høgni Dam". What makes a firm of a name is no surname there.
func (r *reader) titledThing(f *facts, i int) bool {
	if i < 3 || !r.near(i-2, i) || r.norm(i-3, i) == "the" || f.class[i-1] != free || r.words[i-1].possessive || r.words[i].joint != bySpace || firmWords.Has(r.words[i].norm) || orgWords.Has(r.words[i].norm) || outletWords.Has(r.words[i].norm) {
		return false
	}
	k := i - 2
	if r.words[k].mark == ',' && k > 0 {
		k--
	}
	return f.class[k] == role && (!r.near(i+1, i) || !r.words[i+1].upper)
}

func (r *reader) isRoleWord(i int) bool {
	level, _ := know.RoleAt([]string{strings.TrimSuffix(r.words[i].norm, ".")})
	return level != ""
}
