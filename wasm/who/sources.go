package who

import (
	"slices"
	"sort"
	"strings"

	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// sourceNouns are people without a name who speak.
var sourceNouns = wordlist.Of(`official officials source sources spokesman spokeswoman spokesperson diplomat diplomats minister president officer aide lawmaker
	lawmakers analyst analysts expert experts critics people police prosecutors prosecutor lawyer lawyers executive adviser adviser negotiator
	negotiators representative representatives senator mayor governor judge doctor doctors witness witnesses resident residents
	organizers investigators authorities scientists researchers workers members chairman ceo director coach union company leader leaders chief chiefs boss manager captain owner teacher secretary ambassador envoy ministry delegation government sides media`)

// sourceWords may stand before the noun of a source.
var sourceWords = wordlist.Of(`a an of one two three several some many most unnamed anonymous cross-party high-ranking top-ranking ranking high`)

// pronoun resolves he, she, they and it at word k when it is the subject of a verb of saying: he and she are the
// person who spoke last in this paragraph or the one before, else the first person of the sentence before.
func (v *voiceFinder) pronoun(k, from int) speaker {
	none := speaker{person: -1}
	switch v.words[k].norm {
	case "he", "she":
	case "it":
		if next := v.norm(k+1, k); next == "is" || next == "was" || next == "has" {
			return none // "it is reported"
		}
		if v.last.known && v.last.person < 0 && v.words[k].paragraph-v.lastAt <= 1 {
			return v.last
		}
		return none
	default:
		return none
	}
	// Inside the sentence: the subject named before ("Kishi, who said he would …").
	for j := k - 1; j >= from; j-- {
		if n, ok := v.mentions[j]; ok && !v.isObject(j, from) {
			return v.personSpeaker(n)
		}
	}
	if v.last.known && v.last.person >= 0 && v.words[k].paragraph-v.lastAt <= 1 {
		return v.last
	}
	for j := from - 1; j >= 0 && v.words[k].paragraph-v.words[j].paragraph <= 1; j-- {
		if n, ok := v.mentions[j]; ok && !v.isObject(j, v.sentenceStart(j)) {
			return v.personSpeaker(n)
		}
	}
	return none
}

// namedBefore is whom "the minister" or "the Turkish president" means, the noun at word k: the source of that noun named last, else the
// person who was named last with such a title and is of that country, else, where the noun stands alone, the source named last.
func (v *voiceFinder) namedBefore(k int, country string, alone bool) speaker {
	noun := v.words[k].norm
	source := speaker{name: v.source, person: -1, country: v.sourceAt, known: alone && v.source != ""}
	if source.known && strings.HasSuffix(strings.ToLower(v.source), noun) {
		return source
	}
	n := sort.Search(len(v.finder.mentions), func(m int) bool { return v.finder.mentions[m].Start >= v.words[k].Start })
	for n--; n >= 0; n-- {
		m := &v.finder.mentions[n]
		if m.Person >= 0 && slices.Contains(strings.Fields(text.Fold(m.Title)), noun) && (country == "" || v.people[m.Person].Country == country) {
			return v.personSpeaker(n)
		}
	}
	return source
}

func (v *voiceFinder) sentenceStart(i int) int {
	for i > 0 && v.words[i-1].sentence == v.words[i].sentence {
		i--
	}
	return i
}

// unnamed reads a source without a name whose noun stands at word k: "a South Korean official", "the official",
// "people familiar with the matter". "The official" is the one named last.
func (v *voiceFinder) unnamed(k, from int) speaker {
	none := speaker{person: -1}
	w := &v.words[k]
	if !sourceNouns.Has(w.norm) || v.owner[k] != 0 && v.owner[k] != -1 || v.inQuote(k) >= 0 {
		return none
	}
	if v.owner[k] == -1 || v.posts[k] {
		return none // a body by itself, or the post of somebody named before it
	}
	start, country := k, ""
	for start > from && k-start < 10 {
		p := &v.words[start-1]
		c := v.f.class[start-1]
		if !p.alpha || c == small && !sourceWords.Has(p.norm) && !sourceNouns.Has(p.norm) || c == function && !sourceWords.Has(p.norm) && !p.first {
			break
		}
		if v.owner[start-1] > 0 {
			return none // "Kishida, an official": the name is the speaker
		}
		start--
		if v.f.iso[start] != "" {
			country = v.f.iso[start]
		}
		if p.norm == "a" || p.norm == "an" {
			break
		}
	}
	if start > from && v.words[start-1].norm == "the" {
		start--
	}
	if v.isObjectOf(start, from) || start > from && v.words[start-1].mark == ',' && v.owner[start-2] == 1 {
		return none
	}
	definite := v.words[start].norm == "the"
	if definite && singular(w.norm) {
		if s := v.namedBefore(k, country, k == start+1); s.known {
			return s
		}
	}
	if w := v.words[start].norm; start < k && (definite || w == "a" || w == "an") {
		start++
	}
	end, c := v.sourceEnd(k)
	if country == "" {
		country = c
	}
	if country == "" {
		country = v.bodyCountry(start, end)
	}
	s := speaker{name: v.slice(start, end), person: -1, country: country, known: true}
	v.source, v.sourceAt = s.name, s.country
	return s
}

func (v *voiceFinder) isObjectOf(k, from int) bool {
	if k <= from {
		return false
	}
	switch v.words[k-1].norm {
	case "of", "with", "between", "against", "for", "to", "from", "by", "about", "on", "at", "told", "sending", "send", "into":
		return true
	}
	return false
}

// sourceEnd extends a source by what says whose it is: "people familiar with the matter", "an official with the
// Ministry of Economy".
func (v *voiceFinder) sourceEnd(k int) (end int, country string) {
	end = k + 1
	switch v.norm(end, k) {
	case "familiar", "close", "with", "at", "from", "in", "of", "briefed", "involved":
	default:
		return end, ""
	}
	for n := 0; n < 14 && v.near(end, k) && v.words[end].alpha && (!speechVerbs.Has(v.words[end].norm) || v.words[end].norm == "briefed"); n++ {
		if v.norm(end, k) == "who" || v.norm(end, k) == "that" {
			break
		}
		if country == "" {
			if b, ok := v.bodyAt[end]; ok {
				country = v.bodies[b].Country
			}
		}
		end++
	}
	return end, country
}

// bodyCountry is the country of a body inside the words [from, to).
func (v *voiceFinder) bodyCountry(from, to int) string {
	for k := from; k < to; k++ {
		if b, ok := v.bodyAt[k]; ok && v.bodies[b].Country != "" {
			return v.bodies[b].Country
		}
	}
	return ""
}

// sourceFrom reads an unnamed source that begins at or behind word k, as after "according to".
func (v *voiceFinder) sourceFrom(k, to int) speaker {
	for j := k; j < to && j < k+7 && v.near(j, k) && v.words[j].alpha; j++ {
		if _, ok := v.mentions[j]; ok {
			return speaker{person: -1}
		}
		if b, ok := v.bodyAt[j]; ok && v.bodies[b].Kind == KindOutlet {
			return speaker{person: -1}
		}
		if sourceNouns.Has(v.words[j].norm) && v.owner[j] == 0 && !v.words[j].possessive && !sourceNouns.Has(v.norm(j+1, j)) { // "government sources"
			start := k
			for start < j && (v.words[start].norm == "the" || v.words[start].norm == "a" || v.words[start].norm == "an") {
				start++
			}
			end, country := v.sourceEnd(j)
			if country == "" {
				country = v.bodyCountry(start, end)
			}
			if v.words[k].norm == "the" && singular(v.words[j].norm) {
				if s := v.namedBefore(j, country, start == j); s.known {
					return s
				}
			}
			v.source, v.sourceAt = v.slice(start, end), country
			return speaker{name: v.source, person: -1, country: country, known: true}
		}
		if w := v.words[j].norm; v.f.class[j] == small && w != "the" && !sourceWords.Has(w) && !sourceNouns.Has(w) {
			break
		}
	}
	return speaker{person: -1}
}

// sourceBehind reads "a Japanese government official", where a body opens the source.
func (v *voiceFinder) sourceBehind(n, to int) speaker {
	end := v.end(v.from[n])
	if end < to && v.near(end, v.from[n]) && sourceNouns.Has(v.words[end].norm) && v.owner[end] == 0 && !v.words[end-1].possessive {
		s := speaker{name: v.slice(v.from[n], end+1), person: -1, country: v.bodies[n].Country, known: true}
		v.source, v.sourceAt = s.name, s.country
		return s
	}
	return speaker{person: -1}
}

func singular(noun string) bool { return noun[len(noun)-1] != 's' }
