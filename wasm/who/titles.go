package who

import (
	"strings"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// title is a post as it stands beside a name.
type title struct {
	from, to int // range of words; to == from for none
	level    string
	country  string
}

// maxTitle bounds how many words a title has, so that reading titles stays linear.
const maxTitle = 14

// titleBefore reads the title that ends where the name at word i begins: "South Korean Ambassador to Japan",
// "former Prime Minister", "U.S. Secretary of State", "Mr.".
func (r *reader) titleBefore(f *facts, i int) title {
	k := i - 1
	if r.near(k, i) && (r.words[k].mark == ',' || r.words[k].mark == '.' && courtesyTitles.Has(r.norm(k-1, i))) {
		k--
	}
	if k+1 < i && r.words[k+1].mark == ',' && !r.closesTitle(f, k) {
		return title{from: i, to: i}
	}
	end := k + 1
	low := max(0, end-maxTitle)
	start := end
	for ; k >= low && r.near(k, i); k-- {
		w := &r.words[k]
		if !w.alpha && w.mark != ',' {
			break
		}
		c := f.class[k]
		inTitle := c == role || c == modifier || c == country || c == thing || c == city || titleLinks.Has(w.norm) || courtesyTitles.Has(w.norm) ||
			c == free && w.upper && !w.first && k+1 < end && !w.possessive ||
			c == small && (r.norm(k-1, i) == "of" || r.norm(k-1, i) == "the" && r.norm(k-2, i) == "of") // "leader of the council"
		if w.mark == ',' && !(f.class[k+1] == modifier && r.words[k+1].upper) { // "Economy, Trade and Industry Minister"
			break
		}
		if w.mark != ',' && !inTitle {
			break
		}
		start = k
	}
	return r.trimTitle(f, start, end, end < i && r.words[end].mark == ',')
}

// closesTitle reports whether a comma after word k may separate a title from the name after it: the words before it
// hold a role that a preposition binds ("the second official of the Korean Foreign Ministry, Zhao Lie-lie").
func (r *reader) closesTitle(f *facts, k int) bool {
	for n := 0; n < maxTitle && r.near(k, k+n) && k >= 0; n++ {
		if f.class[k] == role && f.level[k] != "" {
			return true
		}
		if !r.words[k].alpha {
			return false
		}
		k--
	}
	return false
}

var titleLinks = wordlist.Of(`of to for and the in at on &`)

// trimTitle finds the role within the words and drops what does not belong to it. A role binds a name that stands
// right behind it or its complement ("Secretary of State", "Ambassador to Japan"); "the agent for Smith" tells of
// somebody else unless a comma parts them.
func (r *reader) trimTitle(f *facts, start, end int, comma bool) title {
	at, level := -1, ""
	for k := end - 1; k >= start && (f.class[k] == role || f.class[k] == modifier); k-- {
		if f.level[k] != "" || courtesyTitles.Has(r.words[k].norm) {
			at, level = k, f.level[k]
		}
	}
	for k := start; k < end && at < 0; k++ {
		rest := k + int(f.length[k])
		if f.level[k] == "" || rest >= end {
			continue
		}
		if link := r.words[rest].norm; comma && titleLinks.Has(link) || (link == "of" || link == "to") && !titleLinks.Has(r.words[end-1].norm) {
			at, level = k, f.level[k]
		}
	}
	if at < 0 {
		return title{from: end, to: end}
	}
	from := at
	for from > start && r.belongs(f, from-1, start) {
		from--
	}
	whole := r.phrase(from, end)
	if l := know.RoleLevel(strings.ReplaceAll(whole, ",", "")); l != "" {
		level = l
	}
	t := title{from: from, to: end, level: level}
	t.country = r.countryOf(f, from, end)
	if first := r.firstOf(f, from); first != "" && isSuffixed(r.words[end-1].norm) { // "his Finnish and Danish counterparts, Eero Salo and Kari Lund": one each
		t.country = first
	}
	return t
}

// firstOf is the first country of a list that ends with the one at word k, "" where none stands before it.
func (r *reader) firstOf(f *facts, k int) (iso string) {
	if f.iso[k] == "" {
		return ""
	}
	for k > 1 && r.near(k-2, k) && (r.words[k-1].norm == "and" || r.words[k-1].mark == ',') && f.class[k-2] == country {
		for k -= 2; k > 0 && f.iso[k] == "" && f.class[k-1] == country; {
			k--
		}
		iso = f.iso[k]
	}
	return iso
}

// belongs reports whether the word at k may stand in a title right before its role: "South Korean", "former",
// "Economy, Trade and Industry".
func (r *reader) belongs(f *facts, k, start int) bool {
	w, c := &r.words[k], f.class[k]
	if w.mark == ',' || w.norm == "and" {
		return k > start && f.class[k-1] == modifier && r.words[k-1].upper && f.class[k+1] == modifier && r.words[k+1].upper
	}
	return w.alpha && !titleLinks.Has(w.norm) && (c == modifier || c == country || c == role || c == free && !w.first || c == thing && w.upper)
}

// countryOf is the country whom the holder of a title serves: the one named before or inside it, but not the one an
// ambassador is sent to nor the one a special representative is for.
func (r *reader) countryOf(f *facts, from, to int) string {
	found := ""
	for k := from; k < to; k++ {
		if f.iso[k] == "" {
			continue
		}
		if p := r.norm(k-1, k); k > from && (p == "to" || p == "for" || p == "on") { // before the title it is of the sentence: "spoke to Russian President"
			continue
		}
		if found == "" {
			found = f.iso[k]
		}
	}
	return found
}

// titleAfter reads an apposition behind the name that ends at word j: ", spokesman of the Korean Foreign Ministry,",
// ", the U.S. assistant secretary of state for …,".
func (r *reader) titleAfter(f *facts, j int) title {
	none := title{from: j, to: j}
	if j+1 >= len(r.words) || r.words[j].mark != ',' && r.words[j].mark != '(' || !r.near(j, j-1) {
		return none
	}
	start := j + 1
	hasRole := false
	k := start
	for ; k < len(r.words) && k < start+2*maxTitle && r.near(k, j-1); k++ {
		w := &r.words[k]
		if !w.alpha && w.mark != '.' {
			break
		}
		if hasRole && r.owner[k] == 1 && f.class[k-1] == role { // "A, Brazil's envoy B": the role is of the next name
			return none
		}
		if !hasRole {
			switch c := f.class[k]; {
			case c == role && f.level[k] != "":
				hasRole = true
			case c == modifier || c == country || c == thing || c == role || w.norm == "a" || w.norm == "an" || w.norm == "the" || w.norm == "one" || w.norm == "who" && k == start:
			case w.norm == "and" && k == start: // "A, and Gambia's minister, B": the next of a list
				return none
			case c == free && w.upper, w.norm == "of" || w.norm == "and":
			default:
				return none
			}
		} else if speechVerbs.Has(w.norm) || w.norm == "who" || w.norm == "is" || w.norm == "was" || w.norm == "has" || w.norm == "will" || w.norm == "met" || w.norm == "held" {
			break
		}
	}
	if !hasRole || r.words[start].norm == "who" {
		return none
	}
	for start < k && (r.words[start].norm == "the" || r.words[start].norm == "a" || r.words[start].norm == "an") {
		start++
	}
	t := title{from: start, to: k}
	t.level = know.RoleLevel(r.phrase(start, k))
	t.country = r.countryOf(f, start, k)
	// "Name, Minister Other said": the role belongs to the next name.
	if k-start >= 2 && f.class[k-1] == free && f.class[k-2] == role {
		return none
	}
	return t
}

func (t title) text(d *text.Document, r *reader) string {
	if t.to <= t.from {
		return ""
	}
	return strings.TrimRight(d.Slice(r.span(t.from, t.to)), ".,( ")
}
