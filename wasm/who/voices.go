package who

import (
	"sort"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// voiceFinder gives stretches of text to speakers.
//
// A sentence with a verb of saying belongs to the speaker who stands with the verb; quotation marks inside it, before
// it and behind it in the same paragraph make the quoted words direct. A quotation that runs over sentences belongs to
// one speaker. Quoted words without any verb of saying near them are somebody's word choice, not a voice.
type voiceFinder struct {
	*bodyFinder
	mentions map[int]int // first word → index into mentions
	bodyAt   map[int]int // first word → index into bodies
	quotes   []quote
	out      []Utterance
	source   string // the unnamed source named last: "a Ministry of Foreign Affairs official"
	sourceAt string // its country
	last     speaker
	lastAt   int             // paragraph of last
	terms    map[string]bool // folded forms of the registry's terms
}

// quote is a stretch within quotation marks, as a range of words without the marks.
type quote struct {
	from, to int
	given    bool // an utterance has it
}

// speaker is who speaks.
type speaker struct {
	name    string
	person  int
	country string
	known   bool
}

var termForms know.Made[map[string]bool]

// formsOfTerms are the folded forms of the registry's terms.
func formsOfTerms(k *know.Base) map[string]bool {
	forms := map[string]bool{}
	for i := range k.Terms {
		for _, f := range k.Terms[i].Forms {
			forms[f] = true
		}
	}
	return forms
}

func (b *bodyFinder) findVoices() []Utterance {
	v := &voiceFinder{bodyFinder: b, mentions: map[int]int{}, bodyAt: map[int]int{}, last: speaker{person: -1}}
	v.terms = termForms.Of(b.k, formsOfTerms)
	at := 0
	for i := range b.finder.mentions {
		m := &b.finder.mentions[i]
		for at < len(b.words) && b.words[at].Start < m.Start {
			at++
		}
		v.mentions[at] = i
	}
	for i, f := range b.from {
		v.bodyAt[f] = i
	}
	v.findQuotes()
	b.sentences(v.sentence)
	sort.SliceStable(v.out, func(x, y int) bool { return v.out[x].Start < v.out[y].Start })
	return v.out
}

// findQuotes pairs quotation marks paragraph by paragraph. A mark that is never closed closes with its paragraph.
func (v *voiceFinder) findQuotes() {
	open, style := -1, rune(0)
	shut := func(to int, closed bool) {
		if !closed && open >= 0 {
			if style == '‘' || style == '\'' {
				open = -1 // an apostrophe after all
			} else {
				to = v.unclosedEnd(open, to)
			}
		}
		if open >= 0 && to > open {
			v.quotes = append(v.quotes, quote{from: open, to: to})
		}
		open = -1
	}
	for i := range v.words {
		if i > 0 && v.words[i].paragraph != v.words[i-1].paragraph {
			shut(i, false)
		}
		m := v.words[i].mark
		if m == 0 {
			continue
		}
		spaceBefore := i == 0 || v.words[i-1].End < v.words[i].Start
		spaceAfter := i+1 == len(v.words) || v.words[i+1].Start > v.words[i].End
		switch {
		case open >= 0 && (m == closer(style) || style == '"' && m == '”' || style == '“' && m == '"'):
			if (m == '\'' || m == '’') && !spaceAfter && v.words[i+1].alpha {
				continue
			}
			shut(i, true)
		case open < 0 && (m == '“' || m == '„' || m == '«' || m == '"'):
			open, style = i+1, m
		case open < 0 && (m == '‘' || m == '\'') && spaceBefore && !spaceAfter:
			open, style = i+1, m
		}
	}
	shut(len(v.words), false)
}

// unclosedEnd is where a quotation from word open ends that has lost its closing mark: with its paragraph, or before
// the first later sentence that somebody is said to say.
func (v *voiceFinder) unclosedEnd(open, to int) int {
	for i := open + 1; i < to; i++ {
		if !v.words[i].first {
			continue
		}
		for k := i; k < to && k < i+8 && v.near(k, i); k++ {
			if strongSpeech.Has(v.words[k].norm) && k > i && (v.owner[k-1] > 0 || v.owner[k-1] == -1) {
				return i
			}
		}
	}
	return to
}

func closer(open rune) rune {
	switch open {
	case '“', '„':
		return '”'
	case '‘':
		return '’'
	case '«':
		return '»'
	}
	return open
}

// inQuote is the index of the quotation that covers word i, -1 for none.
func (v *voiceFinder) inQuote(i int) int {
	n := sort.Search(len(v.quotes), func(k int) bool { return v.quotes[k].to > i })
	if n < len(v.quotes) && v.quotes[n].from <= i {
		return n
	}
	return -1
}

// saying is a verb of saying with its speaker.
type saying struct {
	at   int // word of the verb
	verb string
	who  speaker
}

// sentence finds the verbs of saying of one sentence and gives it to their speakers.
func (v *voiceFinder) sentence(from, to int) {
	var list []saying
	for i := from; i < to; i++ {
		w := &v.words[i]
		if !w.alpha || v.inQuote(i) >= 0 {
			continue
		}
		if w.norm == "according" && v.norm(i+1, i) == "to" {
			if s := v.speakerAfter(i+2, to); s.known {
				list = append(list, saying{i, "according to", s})
			}
			continue
		}
		if !speechVerbs.Has(w.norm) || w.joint == byHyphen || v.owner[i] != 0 || determined.Has(v.norm(i-1, i)) {
			continue
		}
		if (w.norm == "called" || w.norm == "calls") && v.norm(i+1, i) == "on" && !v.ahead("to", i+2, min(to, i+16)) {
			continue // a visit: "called on the president"
		}
		var s speaker
		if n := len(list); n > 0 && v.coordinated(i) && list[n-1].verb != "according to" {
			s = list[n-1].who // "said … and stressed"
		} else {
			s = v.speakerOf(i, from, to)
		}
		if w.norm == "say" && s.person >= 0 {
			continue // "will say", "to say": one person says
		}
		if s.known && (strongSpeech.Has(w.norm) || v.takesSpeech(i)) {
			list = append(list, saying{i, w.norm, s})
		}
	}
	for n, s := range list {
		// The passage of the verb, and of a sentence with one voice all its passages.
		start, end := from, to
		if len(list) > 1 {
			p := v.words[s.at].passage
			for v.words[start].passage != p {
				start++
			}
			for v.words[end-1].passage != p {
				end--
			}
			if n > 0 && v.words[list[n-1].at].passage == p && (list[n-1].who == s.who || v.nested(list[n-1].at, s.at, to)) {
				continue
			}
		}
		v.say(start, end, s.verb, s.who, false)
		v.last, v.lastAt = s.who, v.words[s.at].paragraph
	}
	v.quotesIn(from, to, list)
}

// ahead reports whether the word w stands in [from, to).
func (v *voiceFinder) ahead(w string, from, to int) bool {
	for k := from; k < to; k++ {
		if v.words[k].norm == w {
			return true
		}
	}
	return false
}

// coordinated reports whether "and" or "but" stands right before the verb, so that it has no subject of its own.
func (v *voiceFinder) coordinated(i int) bool {
	w := v.norm(i-1, i)
	if w == "also" || w == "then" || w == "later" {
		w = v.norm(i-2, i)
	}
	return w == "and" || w == "but"
}

// nested reports whether the verb at k stands in the clause that the verb at i governs: "reported that Tokyo proposed".
// A verb at the end of the sentence governs all of it: "…, the official added."
func (v *voiceFinder) nested(i, k, end int) bool {
	if k >= end-4 {
		return false
	}
	for j := i + 1; j < k; j++ {
		if v.words[j].norm == "that" {
			return v.words[k].norm != "according"
		}
	}
	return false
}

// quotesIn gives the quotations that begin in the sentence to its speaker, or to the speaker of the sentence before
// in the same paragraph; a quotation that opens a paragraph waits for the speaker behind it.
func (v *voiceFinder) quotesIn(from, to int, list []saying) {
	spoken := len(list) > 0
	first := sort.Search(len(v.quotes), func(k int) bool { return v.quotes[k].to > from })
	paragraph := v.words[from].paragraph
	for n := first; n < len(v.quotes) && v.quotes[n].from < to; n++ {
		q := &v.quotes[n]
		if q.given || v.words[q.from].paragraph != paragraph {
			continue
		}
		whole := q.from <= from+1 && q.to >= to-2
		switch {
		case spoken:
		case whole && v.last.known && v.lastAt == paragraph:
		default:
			continue
		}
		q.given = true
		by := v.last
		for n := len(list) - 1; n >= 0; n-- { // the verb nearest before it, else the first behind it
			if by = list[n].who; list[n].at < q.from && list[n].verb != "according to" {
				break
			}
		}
		if !v.isTerm(q.from, q.to) {
			v.say(q.from, q.to, "", by, true)
		}
	}
	if spoken { // quotations that stood before the speaker in this paragraph
		for n := first - 1; n >= 0 && v.words[v.quotes[n].from].paragraph == paragraph && !v.quotes[n].given; n-- {
			if q := &v.quotes[n]; q.to-q.from >= 4 && v.opensSentence(q.from) {
				q.given = true
				v.say(q.from, q.to, "", v.last, true)
			}
		}
	}
}

// isTerm reports whether quoted words are a name or a term and nobody's speech: every word capitalised ("Bamboo
// Island Day"), or a form of the registry's terms ("comfort women").
func (v *voiceFinder) isTerm(from, to int) bool {
	if to-from > 5 {
		return false
	}
	capitals := to-from > 1
	for k := from; k < to; k++ {
		capitals = capitals && (v.words[k].upper || !v.words[k].alpha)
	}
	return capitals || v.terms[v.phrase(from, to)] || v.norm(from-2, from) == "so-called" || v.norm(from-2, from) == "called" && v.norm(from-3, from) == "so"
}

// opensSentence reports whether the quotation from word i begins a sentence: a speech and no quoted term.
func (v *voiceFinder) opensSentence(i int) bool {
	return v.words[i].first || i > 0 && v.words[i-1].first
}

// say records an utterance over the words [from, to).
func (v *voiceFinder) say(from, to int, verb string, s speaker, direct bool) {
	if to <= from {
		return
	}
	v.out = append(v.out, Utterance{
		Span: text.Span{Start: v.words[from].Start, End: v.words[to-1].End}, Passage: v.words[from].passage,
		Speaker: s.name, Person: s.person, Country: s.country, Verb: verb, Direct: direct,
	})
}

// determined words before a verb of saying make a noun of it: "the demands", "its stated aim".
var determined = wordlist.Of(`the a an its his her their this that these those any no such of some many several to's`)

// takesSpeech reports whether what follows the verb is something said: that, whether, a quotation, "on … to".
func (v *voiceFinder) takesSpeech(i int) bool {
	for k := i + 1; k <= i+3 && v.near(k, i); k++ {
		switch v.words[k].norm {
		case "that", "whether", "how", "why", "on", "for", "it", "he", "she", "they", "the", "a", "an", "his", "her", "its", "their", "to", "reporters", "not", "support", "hope", "concern", "concerns", "any", "all", "both", "no", "what":
			return true
		}
		if m := v.words[k].mark; m == '"' || m == '“' || m == '‘' || m == ',' || m == ':' || m == '.' {
			return true
		}
		if v.owner[k] != 0 {
			return true
		}
	}
	return false
}

// speakerOf finds who the verb at i speaks for: the subject before it, or, where a comma or a quotation stands
// before it, the subject behind it ("… , said Chung Jin-suk").
func (v *voiceFinder) speakerOf(i, from, to int) speaker {
	if s := v.speakerAfterInverted(i, from, to); s.known {
		return s
	}
	limit := max(from, i-maxSubject)
	relative := v.norm(i-1, i) == "who" || v.norm(i-2, i) == "who" && !v.words[i-1].upper
	for k := i - 1; k >= limit; k-- {
		w := &v.words[k]
		if v.inQuote(k) >= 0 {
			continue
		}
		if !w.alpha {
			if w.mark == ';' || w.mark == ':' || w.mark == '.' && w.End == w.Start+1 && k < i-1 && v.words[k+1].first {
				break
			}
			continue
		}
		if s := v.pronoun(k, from); s.known {
			return s
		}
		if s := v.unnamed(k, from); s.known {
			return s
		}
		if n, ok := v.mentions[k]; ok && (relative && !v.words[v.end(k)-1].possessive || !v.isObject(k, from)) {
			return v.personSpeaker(n)
		}
		if n, ok := v.bodyAt[k]; ok && !v.posts[k] && v.canSpeak(n) && !v.isObject(k, from) {
			return v.bodySpeaker(n)
		}
	}
	return speaker{person: -1}
}

// maxSubject is how many words before its verb a subject is looked for: a sentence of news English seldom parts them
// by more than an apposition and a relative clause.
const maxSubject = 40

// speakerAfterInverted reads "said X" behind a comma or a quotation.
func (v *voiceFinder) speakerAfterInverted(i, from, to int) speaker {
	none := speaker{person: -1}
	if i == from || v.words[i-1].alpha || !inverts.Has(v.words[i].norm) {
		return none
	}
	switch v.words[i-1].mark {
	case ',', '"', '”', '’', '\'':
	default:
		return none
	}
	return v.speakerAfter(i+1, min(to, i+12))
}

// inverts are the verbs behind which English puts the speaker after a quotation or a clause.
var inverts = wordlist.Of(`said says added adds explained stressed insisted warned argued noted reported reports wrote writes announced stated claimed
	replied responded declared remarked recalled acknowledged admitted asked commented`)

// speakerAfter is the first speaker in the words [from, to).
func (v *voiceFinder) speakerAfter(from, to int) speaker {
	for k := from; k < to && v.near(k, from); k++ {
		if w := v.words[k].norm; !v.words[k].alpha || w == "that" || w == "after" || w == "on" || w == "at" || w == "during" || w == "in" && k == from {
			break
		}
		if n, ok := v.mentions[k]; ok && !v.words[v.end(k)-1].possessive {
			return v.personSpeaker(n)
		}
		if s := v.sourceFrom(k, to); s.known {
			return s
		}
		if n, ok := v.bodyAt[k]; ok && v.canSpeak(n) {
			if s := v.sourceBehind(n, to); s.known {
				return s
			}
			if _, more := v.bodyAt[v.end(k)]; more && v.bodies[n].Kind == KindCountry {
				continue // "the Korea | Yonhap News Agency"
			}
			return v.bodySpeaker(n)
		}
	}
	return speaker{person: -1}
}

// end is the word after the mention or body that begins at k.
func (v *voiceFinder) end(k int) int {
	j := k + 1
	stop := 0
	if n, ok := v.mentions[k]; ok {
		stop = v.finder.mentions[n].End
	} else if n, ok := v.bodyAt[k]; ok {
		stop = v.bodies[n].End
	}
	for j < len(v.words) && v.words[j].Start < stop {
		j++
	}
	return j
}

func (v *voiceFinder) personSpeaker(n int) speaker {
	m := &v.finder.mentions[n]
	if m.Person < 0 {
		return speaker{name: m.Form, person: -1, country: m.Country, known: true}
	}
	p := &v.people[m.Person]
	return speaker{name: p.Name, person: m.Person, country: p.Country, known: true}
}

func (v *voiceFinder) bodySpeaker(n int) speaker {
	b := &v.bodies[n]
	return speaker{name: b.Name, person: -1, country: b.Country, known: true}
}

// canSpeak refuses demonyms that only qualify ("Korean eyes said").
func (v *voiceFinder) canSpeak(n int) bool {
	b := &v.bodies[n]
	if b.Kind != KindCountry {
		return true
	}
	from := v.from[n]
	next := v.end(from)
	if v.words[next-1].possessive {
		return false
	}
	return v.f.by[from] != know.ByDemonym || v.words[next-1].norm == "side"
}

// isObject reports whether the name at k stands behind a preposition or inside a noun, so that it is no subject.
func (v *voiceFinder) isObject(k, from int) bool {
	end := v.end(k)
	if v.words[end-1].possessive {
		return true
	}
	j := k - 1
	for n := 0; n < maxTitle && j >= from && (v.f.class[j] == role || v.f.class[j] == modifier || v.f.class[j] == country || v.words[j].norm == "the" || v.words[j].norm == "a"); n++ {
		j--
	}
	if j < from {
		return false
	}
	switch v.words[j].norm {
	case "of", "with", "between", "against", "for", "to", "from", "by", "about", "on", "at", "than", "after", "before", "over", "toward", "towards", "like", "under", "including", "into", "met", "meet", "visited", "told", "visit",
		"meeting", "meets", "joining", "thanked", "urged", "asked", "name", "named", "praised", "accused":
		return true
	case "and":
		return v.isObjectBefore(j, from)
	}
	return false
}

// isObjectBefore looks past "and": "with Abe and Park".
func (v *voiceFinder) isObjectBefore(j, from int) bool {
	for k := j - 1; k >= from && k > j-8; k-- {
		switch v.words[k].norm {
		case "between", "with", "of", "against", "from":
			return true
		}
		if v.owner[k] == 0 && v.f.class[k] == small && !titleLinks.Has(v.words[k].norm) {
			return false
		}
	}
	return false
}
