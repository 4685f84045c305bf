package who

import (
	"strings"

	"readout/wasm/know"
	"readout/wasm/wordlist"
)

// orgWords make a capitalised run an institution that can act; other thingWords only keep it from being a person.
var orgWords = wordlist.Of(`party agency organization organisation forces force bureau committee council assembly parliament congress senate university college
	institute academy association union federation confederation company corporation corp inc ltd llc plc co bank fund holdings industries motors
	airlines airways league club police army navy ministry department office commission authority administration secretariat board service teamsters
	workers group foundation society court nations cooperation alliance coalition brotherhood front embassy guild forum network studios hospital house team cabinet diet`)

var outletWords = wordlist.Of(`times news post journal herald tribune daily mail telegraph guardian shimbun ilbo broadcasting newspaper gazette chronicle press radio tv
	weekly courier observer bulletin dispatch examiner inquirer sentinel`)

// organisation reads a capitalised run that holds a word like Union or Corp, or an acronym.
func (b *bodyFinder) organisation(i int) int {
	if b.title[b.words[i].passage] {
		if n := b.bodyFull[i]; n != "" {
			b.add(i, i+int(b.bodyAtWord[i]), n, "", KindOrganisation)
			return int(b.bodyAtWord[i])
		}
		return 0
	}
	j, org, outlet, iso := i, false, false, ""
	for b.near(j, i) && b.owner[j] == 0 {
		w := &b.words[j]
		c := b.f.class[j]
		inside := w.alpha && w.upper && (c == free || c == thing || c == modifier || c == city || c == role && j > i || c == function && w.caps) && !(c == function && w.first)
		link := (w.norm == "of" || w.norm == "for" || w.norm == "and" || w.mark == '&') && j > i && b.capital(j+1, i) && (w.mark == '&' || org)
		inside = inside || c == country && org && b.norm(j-1, i) == "of" && b.f.by[j] == know.ByDemonym && b.capital(j+1, i) // "Council of Danish Workers"
		if w.norm == "and" && j > i && b.oneName(i, j) {
			link = true
		} else if link && w.norm == "and" && org && (b.orgAhead(j+1, i) || b.norm(i-1, i) == "between" || b.norm(i-2, i) == "between") || isApostrophe(w.mark) && !b.ofMany(i, j) {
			break // "the Dockers Union and Delta Shipping Company"
		}
		if w.norm == "of" && org {
			if k := b.ofCountry(j); k > 0 {
				iso, j = b.f.iso[k], k+int(b.f.length[k])
				break
			}
		}
		if !inside && !link && !isApostrophe(w.mark) {
			break
		}
		org = org || orgWords.Has(w.norm) || orgWords.Has(strings.TrimSuffix(w.norm, "."))
		outlet = outlet || outletWords.Has(w.norm)
		j++
		if w.possessive {
			break
		}
	}
	for iso == "" && j > i && (!b.words[j-1].alpha || !b.words[j-1].upper || b.f.class[j-1] == role && j-i > 2) { // "National Assembly of", "Caldwell University President"
		j--
	}
	if j == i {
		return 0
	}
	w := &b.words[i]
	known := b.bodyFull[i]
	if n := b.smallAgency(j); n > 0 && b.f.class[i] == free {
		b.add(i, j+n, b.slice(i, j+n), "", KindOutlet)
		return j + n - i
	}
	acronym := j == i+1 && w.caps && w.Len() <= 6 && b.f.class[i] == thing && !notAcronyms.Has(w.norm)
	switch {
	case acronym && b.reports(i): // "OSLO (NTB) - …"
		b.add(i, j, b.slice(i, j), "", KindOutlet)
	case j-i >= 2 && outlet:
		b.add(i, j, b.slice(i, j), "", KindOutlet)
	case known != "":
		b.add(i, max(j, i+int(b.bodyAtWord[i])), known, "", KindOrganisation)
	case j-i >= 2 && org:
		b.add(i, j, b.slice(i, j), iso, KindOrganisation)
	case acronym:
		name := b.slice(i, j)
		if n := b.spelledOut(w.norm); n >= 0 {
			name, iso = b.bodies[n].Name, b.bodies[n].Country
		}
		b.add(i, j, name, iso, KindOrganisation)
	default:
		return j - i
	}
	return j - i
}

// reports reports whether the acronym at word i is that of the agency whose report an article is: it stands in brackets before a dash, near the
// beginning of its sentence.
func (b *bodyFinder) reports(i int) bool {
	if i < 2 || i+2 >= len(b.words) || b.words[i-1].mark != '(' || b.words[i+1].mark != ')' {
		return false
	}
	switch b.words[i+2].mark {
	case '-', '–', '—':
		return i < 8 || !b.near(i-8, i)
	}
	return false
}

// oneName reports whether "and" at word j stands within the name of one body that begins at word i: the article has its acronym, as with
// the International Dyers and Tanners Union, IDTU.
func (b *bodyFinder) oneName(i, j int) bool {
	e := j + 1
	for e < j+5 && b.capital(e, i) {
		e++
	}
	if b.acronyms == nil {
		b.acronyms = map[string]bool{}
		for k := range b.words {
			if w := &b.words[k]; w.caps && w.Len() > 2 {
				b.acronyms[w.norm] = true
			}
		}
	}
	for ; e > j+1; e-- {
		if b.acronyms[initials(b.slice(i, e))] {
			return true
		}
	}
	return false
}

// ofWhom is the end of "of Trade Unions" at word k, behind a body that a country's name opens; 0 where nothing of the kind stands there.
func (b *bodyFinder) ofWhom(k int) int {
	if b.norm(k, k-1) != "of" {
		return 0
	}
	e := k + 1
	for b.capital(e, k) && b.f.class[e] != country && b.f.class[e] != calendar && !b.words[e-1].possessive {
		e++
	}
	if e == k+1 {
		return 0
	}
	return e
}

// ofCountry is where a country's name begins that "of" at word j binds to the body before it, "the Writers Guild of Norway"; 0 for none.
func (b *bodyFinder) ofCountry(j int) int {
	k := j + 1
	if b.norm(k, j) == "the" {
		k++
	}
	if b.near(k, j) && b.owner[k] == 0 && b.f.iso[k] != "" && b.f.by[k] == know.ByName {
		return k
	}
	return 0
}

// ofMany reports whether the apostrophe at word j is that of a plural within the name of a body: "Junior Doctors' Alliance".
func (b *bodyFinder) ofMany(i, j int) bool {
	return j > i && strings.HasSuffix(b.words[j-1].norm, "s") && b.words[j].Start == b.words[j-1].End && b.orgAhead(j+1, i)
}

// orgAhead reports whether the capitalised run at word k has a word that makes an institution of it.
func (b *bodyFinder) orgAhead(k, i int) bool {
	for e := k + 4; k < e && b.near(k, i) && b.words[k].upper; k++ {
		if orgWords.Has(b.words[k].norm) {
			return true
		}
	}
	return false
}

// smallAgency is the number of small words from j that make an outlet of the name before: "Yonhap news agency".
func (b *bodyFinder) smallAgency(j int) int {
	switch one, two := b.norm(j, j-1), b.norm(j+1, j-1); {
	case (one == "news" || one == "press") && (two == "agency" || two == "service" || two == "site" || two == "channel"):
		return 2
	case one == "newspaper" || one == "daily" || one == "broadcaster" || one == "magazine":
		return 1
	}
	return 0
}

var notAcronyms = wordlist.Of(`tv us uk wwii ww2 gdp ceo cfo coo dna suv hiv aids usd diy faq pm am gmt edt est et ct pt mst pst jst kst bst cet ok id pr hr it ai nfl's mou cba fm icbm icbms covid dc nj vip pdf dvd gps ii iii iv vi vii`)

// spelledOut finds the institution whose initials are the acronym: UAW, United Auto Workers.
func (b *bodyFinder) spelledOut(acronym string) int {
	for n := len(b.bodies) - 1; n >= 0 && n > len(b.bodies)-40; n-- {
		if initials(b.bodies[n].Name) == acronym {
			return n
		}
	}
	return -1
}

func initials(name string) string {
	var out []byte
	for f := range strings.FieldsSeq(name) {
		if c := f[0]; 'A' <= c && c <= 'Z' {
			out = append(out, c|0x20)
		}
	}
	return string(out)
}
