package who

import (
	"strings"

	"readout/wasm/know"
	"readout/wasm/wordlist"
)

// locative prepositions stand before the place where something happens.
var locatives = wordlist.Of(`in at near outside inside into across around throughout within visiting`)

// directions stand before a place only after a word of travel.
var directions = wordlist.Of(`to from for through via`)

var travelWords = wordlist.Of(`trip trips visit visits visited visiting came come comes coming travel travels traveled travelled traveling travelling arrive arrives
	arrived arriving arrival return returned returns returning flew fly flies flying head heads headed heading go goes going went tour left leave
	leaves departed departure invite invited inviting bound flight moved stop stopover drive drove welcomed`)

// travelObjects take a place as object.
var travelObjects = wordlist.Of(`visit visits visited visiting tour toured touring reach reached entered leave left leaving`)

// placeAt reads a place that begins at word i and returns how many words it takes, 0 where none is or where it acts.
func (b *bodyFinder) placeAt(i int) int {
	w := &b.words[i]
	if !w.upper || b.title[w.passage] && b.f.cityISO[i] == "" {
		return 0
	}
	name, iso, to := "", "", 0
	switch {
	case b.f.iso[i] != "" && (b.f.by[i] == know.ByName || b.f.by[i] == know.ByCapital || b.seat(i)):
		to = i + int(b.f.length[i])
		iso = b.f.iso[i]
		name = b.placeName(i, to)
	case b.f.cityISO[i] != "":
		to = i + int(b.f.length[i])
		iso, name = b.f.cityISO[i], b.placeName(i, to)
	default:
		if list := b.longest(b.ix.places, i); len(list) > 0 {
			if e := b.choose(list); e >= 0 {
				to, name, iso = list[0].to, b.k.Places[e].Name, b.k.Places[e].Country
			}
		}
		if to == 0 {
			return b.unknownPlace(i)
		}
	}
	if !b.isLocation(i, to) {
		return 0
	}
	to, name, iso = b.withCountry(to, name, iso)
	b.addPlace(i, to, name, iso)
	return to - i
}

// seat reports whether the seat of a government at word i is the house in which something happens: "at the White House".
func (b *bodyFinder) seat(i int) bool {
	return b.f.by[i] == know.ByMetonym && b.norm(i-1, i) == "the" && (b.norm(i-2, i) == "at" || b.norm(i-2, i) == "in" || b.norm(i-2, i) == "inside")
}

func (b *bodyFinder) addPlace(from, to int, name, iso string) {
	start := from
	// "at the Foreign Ministry in Seoul": the institution is where it happens, the city says where that is.
	if n := len(b.bodies) - 1; n >= 0 && b.norm(from-1, from) == "in" && b.bodies[n].Kind == KindMinistry {
		last := b.bodies[n]
		end := from - 2
		if b.norm(end, from) == "building" {
			end--
		}
		if b.near(end, from) && b.words[end].End == last.End {
			first := b.from[n]
			before := b.norm(first-1, from)
			if before == "the" {
				before = b.norm(first-2, from)
			}
			if before == "at" || before == "in" || before == "entering" {
				name, start = last.Form+", "+name, first
			}
		}
	}
	s := b.span(start, to)
	b.places = append(b.places, Place{Span: s, Passage: b.words[start].passage, Name: name, Country: iso})
	for k := from; k < to; k++ {
		b.owner[k] = -2
	}
}

// placeName is the name as it is shown: The Hague keeps its article.
func (b *bodyFinder) placeName(i, to int) string {
	if b.f.iso[i] != "" && b.f.by[i] == know.ByName {
		return know.CountryName(b.f.iso[i])
	}
	s := b.slice(i, to)
	if b.words[i].norm == "the" {
		return "The" + strings.TrimPrefix(strings.TrimPrefix(s, "the"), "The")
	}
	return s
}

// isLocation reports whether the words around say that something happens there. A possessive makes an actor of it
// ("in Japan's view").
func (b *bodyFinder) isLocation(i, to int) bool {
	if b.words[to-1].possessive && b.f.cityISO[i] != "" && locatives.Has(b.norm(i-1, i)) { // "at Havana's airport"
		for k := to; k < to+4 && b.near(k, i); k++ {
			if houses.Has(b.words[k].norm) {
				return true
			}
		}
	}
	if b.words[to-1].possessive || b.words[i].joint == byHyphen || to < len(b.words) && b.words[to].joint == byHyphen {
		return false
	}
	k := i - 1
	for n := 0; n < 3 && (placeLeads.Has(b.norm(k, i)) || b.f.by[max(k, 0)] == know.ByDemonym && b.norm(k+1, i) == "capital"); n++ {
		k--
	}
	prev := b.norm(k, i)
	switch {
	case prev == "":
		return false
	case locatives.Has(prev):
		return true
	case travelObjects.Has(prev):
		return true
	case directions.Has(prev):
		for n := 1; n <= 3; n++ {
			if travelWords.Has(b.norm(k-n, i)) {
				return true
			}
		}
		return false
	case prev == "and" || b.near(k, i) && b.words[k].mark == ',':
		return k > 0 && b.owner[k-1] == -2 // "visited Japan and South Korea"
	case prev == "sidelines":
		return true
	case prev == "of":
		return b.norm(k-1, i) == "sidelines" || b.norm(k-1, i) == "margins" || b.norm(k-1, i) == "outside" || b.settled(k)
	}
	return false
}

// settled reports whether the "of" at word k stands behind a word for a town in which something happens: "in the old border town of Vadso".
func (b *bodyFinder) settled(k int) bool {
	if !settlements.Has(b.norm(k-1, k)) {
		return false
	}
	for j := k - 2; j > k-7 && b.near(j, k); j-- {
		if w := b.words[j].norm; locatives.Has(w) {
			return true
		} else if functionWords.Has(w) && w != "the" && w != "a" && w != "an" {
			return false
		}
	}
	return false
}

var (
	// settlements are what a place is called before its name.
	settlements = wordlist.Of(`city town village port resort suburb capital municipality hamlet island township`)
	// houses stand in a city.
	houses = wordlist.Of(`airport palace hall hotel stadium headquarters parliament university centre center cathedral church square residence castle arena
		harbour harbor courthouse`)
)

var placeLeads = wordlist.Of(`the capital nearby downtown central neighboring neighbouring city town of northern southern eastern western`)

// withCountry adds the country that stands behind a comma: "The Hague, the Netherlands".
func (b *bodyFinder) withCountry(to int, name, iso string) (int, string, string) {
	if to+1 >= len(b.words) || b.words[to].mark != ',' || !b.near(to+1, to-1) {
		return to, name, iso
	}
	k := to + 1
	if b.norm(k, to-1) == "the" {
		k++
	}
	if !b.near(k, to-1) || b.f.iso[k] == "" || b.f.by[k] != know.ByName || b.owner[k] != 0 {
		return to, name, iso
	}
	if iso != "" && b.f.iso[k] != iso {
		return to, name, iso
	}
	country := know.CountryName(b.f.iso[k])
	if !strings.HasSuffix(name, country) {
		name += ", " + country
	}
	return k + int(b.f.length[k]), name, b.f.iso[k]
}

// unknownPlace reads a capitalised run after a locative that no table knows: "in Karuizawa", "at Camp Zama".
func (b *bodyFinder) unknownPlace(i int) int {
	if b.f.class[i] != free && b.bodyFull[i] == "" || b.title[b.words[i].passage] || b.words[i].caps {
		return 0
	}
	prev := b.norm(i-1, i)
	if prev == "the" {
		prev = b.norm(i-2, i)
	}
	if prev != "in" && prev != "at" && prev != "near" && prev != "outside" && !(prev == "of" && b.settled(i-1)) {
		return 0
	}
	j := i
	for b.capital(j, i) && (b.f.class[j] == free || b.f.class[j] == thing || b.f.class[j] == city || b.f.class[j] == modifier) {
		if orgWords.Has(b.words[j].norm) && !venues.Has(b.words[j].norm) {
			return 0
		}
		j++
		if b.words[j-1].possessive {
			return 0
		}
	}
	if j == i || j-i > 4 {
		return 0
	}
	to, name, iso := b.withCountry(j, b.slice(i, j), "")
	b.addPlace(i, to, name, iso)
	return to - i
}

// venues are institutions that name a house too.
var venues = wordlist.Of(`university college hospital office court house club`)
