package who

import (
	"slices"
	"sort"
	"strings"

	"readout/wasm/east"
	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/wordlist"
)

// easternFinder reads who is in an article in Korean or Japanese. A name is what stands before a title, and what the registry has
// in its own script; a surname before a title is the person of the article, or else of the registry, whose name begins so.
type easternFinder struct {
	*east.Profile
	doc       *text.Document
	k         *know.Base
	published when.Date
	out       *Article
	byEntry   map[int]int // index into Base.People → into out.People
}

func findEastern(d *text.Document, p *east.Profile, k *know.Base, published when.Date) *Article {
	f := &easternFinder{Profile: p, doc: d, k: k, published: published, out: &Article{}, byEntry: map[int]int{}}
	for i := range d.Passages {
		f.passage(i)
	}
	sort.SliceStable(f.out.Mentions, func(a, b int) bool { return f.out.Mentions[a].Start < f.out.Mentions[b].Start })
	f.link()
	return f.out
}

// passage finds what passage n names. Surnames are linked when all full names are known.
func (f *easternFinder) passage(n int) {
	src, s := f.doc.Source, f.doc.Passages[n].Span
	items := f.Items(src, s)
	taken := make([]bool, s.Len())
	for _, m := range f.natives(n) {
		for i := m.Start; i < m.End; i++ {
			taken[i-s.Start] = true
		}
		f.out.Mentions = append(f.out.Mentions, m)
	}
	for x, it := range items {
		switch it.Kind {
		case east.Country:
			if f.Acts(src, it.End) || strings.Contains(it.Value, " ") {
				for c := range strings.FieldsSeq(it.Value) {
					f.out.Bodies = append(f.out.Bodies, Body{Span: it.Span, Passage: n, Form: f.doc.Slice(it.Span), Name: know.CountryName(c), Country: c, Kind: KindCountry})
				}
			}
		case east.City:
			f.out.Places = append(f.out.Places, Place{Span: it.Span, Passage: n, Name: it.Part(0), Country: it.Part(1)})
		case east.Title:
			f.titled(n, items[:x+1], taken)
		}
	}
}

// natives are the places where a passage writes a name of the registry in its own script.
func (f *easternFinder) natives(n int) (out []Mention) {
	p := f.doc.Passages[n]
	words := f.doc.Slice(p.Span)
	for e := range f.k.People {
		x := &f.k.People[e]
		if x.Native == "" {
			continue
		}
		for rest, at := words, p.Start; ; {
			i := strings.Index(rest, x.Native)
			if i < 0 {
				break
			}
			at += len([]rune(rest[:i]))
			end := at + len([]rune(x.Native))
			if i == 0 || !f.Spaced || !east.Hangul(f.doc.Source[at-1]) || at == p.Start {
				out = append(out, f.mention(n, text.Span{Start: at, End: end}, f.registered(e)))
			}
			rest, at = rest[i+len(x.Native):], end
		}
	}
	return out
}

func (f *easternFinder) mention(n int, s text.Span, person int) Mention {
	return Mention{Span: s, Passage: n, Form: f.doc.Slice(s), Person: person}
}

// registered is the person of the article for an entry of the registry.
func (f *easternFinder) registered(e int) int {
	n, ok := f.byEntry[e]
	if !ok {
		x := &f.k.People[e]
		n = len(f.out.People)
		f.byEntry[e] = n
		level, _ := RoleOn(x, f.published)
		f.out.People = append(f.out.People, Person{ID: x.ID, Name: x.Name, Native: x.Native, Country: x.Country, Level: level, Registry: true})
	}
	return n
}

// titled reads the name before the title that ends items, and gives the title to it.
func (f *easternFinder) titled(n int, items []east.Item, taken []bool) {
	from := f.doc.Passages[n].Start
	title := items[len(items)-1]
	country := title.Part(1)
	x, at := len(items)-2, title.Start
	for { // back over country, ministry and brackets
		at = f.back(at, from, title)
		for x >= 0 && items[x].Start >= at {
			x--
		}
		if x < 0 || items[x].End < at || items[x].Kind != east.Country && items[x].Kind != east.Body && items[x].Kind != east.Title {
			break
		}
		if items[x].Kind == east.Title && items[x].Value != "" && items[x].Part(1) == "" && items[x].Part(0) != "minister" {
			break
		}
		if c := items[x].Value; c != "" && items[x].Kind != east.Title && !strings.Contains(c, " ") {
			country = c
		}
		at = items[x].Start
		x--
	}
	if at-1 >= from && taken[at-1-from] {
		m := &f.out.Mentions[f.mentionAt(at-1)]
		m.Title, m.Level = f.doc.Slice(title.Span), title.Part(0)
		return
	}
	low := from
	if x >= 0 {
		low = items[x].End
	}
	name := f.nameBefore(low, at, country == "" || country == f.Home)
	if name.Len() == 0 {
		return
	}
	if x >= 0 && country == "" && items[x].Kind == east.Country && name.Start-items[x].End <= 1 { // "韓国の康京和外相"
		country = items[x].Value
	} else if x >= 0 && items[x].Kind == east.Body && name.Start-items[x].End <= 1 && items[x].Value != "" {
		country = items[x].Value
		if x > 0 && items[x-1].Kind == east.Country && items[x].Start-items[x-1].End <= 1 {
			country = items[x-1].Value
		}
	}
	if country == "" && stately.Has(title.Part(0)) {
		country = f.Home
	}
	if strings.Contains(country, " ") {
		country = ""
	}
	m := f.mention(n, name, -1)
	if next := name.End + 1 - from; next < len(taken) && taken[next] && !taken[next-1] { // "하야미 겐토(速水健人)": one man, written twice
		m.Person = f.out.Mentions[f.mentionAt(name.End+1)].Person
	}
	m.Title, m.Level, m.Country = f.doc.Slice(title.Span), title.Part(0), country
	f.out.Mentions = append(f.out.Mentions, m)
}

// stately are the levels of posts that, where an article names no country, are of its own.
var stately = wordlist.Of(`minister vice-minister director-general`)

// back goes from at over white space, の, the rest of a compound title ("아시아태평양국장") and one bracket.
func (f *easternFinder) back(at, from int, title east.Item) int {
	src := f.doc.Source
	for f.Spaced && at == title.Start && at > from && east.Hangul(src[at-1]) {
		at--
		title.Start = at
	}
	for at > from && (src[at-1] == ' ' || src[at-1] == 'の') {
		at--
	}
	if at > from && (src[at-1] == ')' || src[at-1] == '）') {
		for i := at - 1; i > from && i > at-24; i-- {
			if src[i] == '(' || src[i] == '（' {
				return i
			}
		}
	}
	return at
}

func (f *easternFinder) mentionAt(i int) int {
	for n, m := range f.out.Mentions {
		if m.Start <= i && i < m.End {
			return n
		}
	}
	return 0
}

// nameBefore is the name that ends at to, empty for none; it begins no earlier than low. own says that it may be of
// somebody from the article's own country.
func (f *easternFinder) nameBefore(low, to int, own bool) text.Span {
	src := f.doc.Source
	from := to
	if f.Spaced {
		from = hangulWord(src, low, to)
		switch n := to - from; {
		case n == 0 || n > 5:
			return text.Span{}
		case own && strings.ContainsRune(f.Surnames, src[from]) && n <= 3:
		case from-1 > low && src[from-1] == ' ':
			// a foreign name of two words, if the one before is no participle and has no particle: "가나스기 겐지"
			if first := hangulWord(src, low, from-1); from-1-first >= 2 && from-1-first <= 5 && !strings.ContainsRune("한된는은을를이가의과와로서린른등인간", src[from-2]) {
				from = first
			}
		}
		if n := to - from; n == 1 && !strings.ContainsRune(f.Surnames, src[from]) || strings.ContainsRune("은는을를의에", src[to-1]) && n < 3 {
			return text.Span{}
		}
		return text.Span{Start: from, End: to}
	}
	for to > low && strings.ContainsRune("前元新現副", src[to-1]) {
		to--
	}
	from = to
	for from > low && to-from < 15 && (east.Han(src[from-1]) || east.Katakana(src[from-1])) {
		from--
	}
	for from < to && strings.ContainsRune("両同各新前元現副・", src[from]) {
		if from++; src[from-1] == '両' {
			return text.Span{}
		}
	}
	return text.Span{Start: from, End: to}
}

// hangulWord is where the run of Korean syllables that ends at to begins.
func hangulWord(src []rune, low, to int) int {
	for to > low && east.Hangul(src[to-1]) {
		to--
	}
	return to
}

// link gives every mention its person: full names first, then surnames.
func (f *easternFinder) link() {
	known := map[string]int{}
	for i := range f.out.Mentions {
		m := &f.out.Mentions[i]
		if m.Person >= 0 || !f.full(m.Form) {
			continue
		}
		n, ok := known[m.Form]
		if !ok {
			if n = f.begun(m.Form); n < 0 {
				n = f.newPerson(m)
			}
			known[m.Form] = n
		}
		m.Person = n
	}
	for i := range f.out.Mentions {
		if m := &f.out.Mentions[i]; m.Person < 0 {
			m.Person = f.short(m)
		}
	}
	for i := range f.out.Mentions { // by first mention, as Find has it
		m := &f.out.Mentions[i]
		if m.Person < 0 {
			continue
		}
		p := &f.out.People[m.Person]
		if !slices.Contains(p.Forms, m.Form) {
			p.Forms = append(p.Forms, m.Form)
		}
		if p.Level == "" {
			p.Level = m.Level
		}
	}
}

// begun is the person whom some mention names by a form and a word more, -1 for none: "하야미" after "하야미 겐토".
func (f *easternFinder) begun(form string) int {
	for _, m := range f.out.Mentions {
		if m.Person >= 0 && strings.HasPrefix(m.Form, form+" ") {
			return m.Person
		}
	}
	return -1
}

// full reports whether a form is more than a surname, as far as its length tells.
func (f *easternFinder) full(form string) bool {
	n := len([]rune(form))
	return n > 3 || n == 3 && (f.Spaced || !east.Katakana([]rune(form)[0])) || strings.ContainsAny(form, " ・")
}

func (f *easternFinder) newPerson(m *Mention) int {
	f.out.People = append(f.out.People, Person{ID: Kebab(m.Form), Name: m.Form, Native: m.Form, Country: m.Country, Level: m.Level})
	return len(f.out.People) - 1
}

// short is the person whom a surname with a title means: the one of the article whose name begins so and whose level is that of
// the title; else the one of the registry who then had such a post; else somebody new, if the surname is rare enough to be a name.
func (f *easternFinder) short(m *Mention) int {
	found := -1
	for n, p := range f.out.People {
		if name := p.Native; strings.HasPrefix(name, m.Form) && (p.Level == m.Level || m.Level == "" || p.Level == "") {
			if found >= 0 {
				return -1
			}
			found = n
		}
	}
	if found >= 0 {
		return found
	}
	entry := -1
	for e := range f.k.People {
		x := &f.k.People[e]
		if !strings.HasPrefix(x.Native, m.Form) || m.Level == "" {
			continue
		}
		if level, country := RoleOn(x, f.published); level == m.Level && (m.Country == "" || country == m.Country) {
			if entry >= 0 {
				return -1
			}
			entry = e
		}
	}
	switch {
	case entry >= 0:
		return f.registered(entry)
	case len([]rune(m.Form)) < 2 || m.Level == "":
		return -1
	}
	return f.newPerson(m)
}
