package who

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/wordlist"
)

// joint says what stands between a word and the word before it.
type joint uint8

const (
	bySpace  joint = iota // white space, or nothing
	byHyphen              // "Suk-yeol", "Korea-Japan"
	byDebris              // a dot of spun text ("Fumio. Kishida"), a middle dot, the rest of an HTML entity
)

// word is a token or the part of one between hyphens. Names are read at this grain, because outlets disagree about
// hyphens: "Yoon Suk-yeol", "Yoon Suk Yeol", "Park Geun-Hye".
type word struct {
	text.Span
	norm       string // folded
	passage    int    // index into Document.Passages
	sentence   int    // as in text.Passage
	paragraph  int    // as in text.Passage
	joint      joint
	alpha      bool // letters or digits; otherwise punctuation
	upper      bool // begins with a capital letter
	caps       bool // two or more letters, all capital
	first      bool // first word of its sentence, opening quotation marks apart
	possessive bool // was written with 's or '
	mark       rune // the punctuation mark, 0 for words
}

// reader holds the words of a document and what is known of each while Find runs.
type reader struct {
	doc   *text.Document
	words []word
	lower map[string]bool // folded words that the article also writes small: those are no names
	inner map[string]bool // folded words that stand capitalised inside a sentence
	owner []int32         // per word, what takes it: 1 a person, -1 a body, -2 a place; 0 for nothing yet
	title []bool          // per passage: written in title case, so capitals mean nothing

	since, until when.Day // between which the article was published
}

func newReader(d *text.Document) *reader {
	n := 0
	for i := range d.Passages {
		n += len(d.Passages[i].Tokens)
	}
	r := &reader{doc: d, lower: make(map[string]bool, n/4), inner: map[string]bool{}, title: make([]bool, len(d.Passages)), since: firstDay, until: lastDay}
	r.words = make([]word, 0, n+n/16)
	sentence := -1
	for i := range d.Passages {
		p := &d.Passages[i]
		first := p.Sentence != sentence
		sentence = p.Sentence
		if p.Aside && bareCredit(p) {
			continue
		}
		for k := range p.Tokens {
			t := &p.Tokens[k]
			if t.Particle {
				continue
			}
			if !t.Word {
				r.words = append(r.words, word{Span: t.Span, norm: t.Norm, passage: i, sentence: p.Sentence, paragraph: p.Paragraph, mark: d.Source[t.Start]})
				continue
			}
			from := len(r.words)
			r.split(t, i)
			r.words[from].first = first
			first = false
		}
	}
	r.joinDebris()
	for i := 0; i < len(d.Passages); {
		j := i + 1
		for j < len(d.Passages) && d.Passages[j].Sentence == d.Passages[i].Sentence {
			j++
		}
		if titleCase(d.Passages[i:j]) {
			for ; i < j; i++ {
				r.title[i] = true
			}
		}
		i = j
	}
	for i := range r.words {
		w := &r.words[i]
		if !w.alpha || r.title[w.passage] {
			continue
		}
		if !w.upper {
			if w.joint != byHyphen {
				r.lower[w.norm] = true
			}
		} else if !w.first {
			r.inner[w.norm] = true
		}
	}
	r.owner = make([]int32, len(r.words))
	return r
}

// split cuts a token at its hyphens and takes the possessive off.
func (r *reader) split(t *text.Token, passage int) {
	p := &r.doc.Passages[passage]
	src := r.doc.Source
	end, possessive := t.End, false
	if n := t.Len(); n > 2 && isApostrophe(src[end-2]) && (src[end-1] == 's' || src[end-1] == 'S') {
		end, possessive = end-2, true
	}
	start, j := t.Start, bySpace
	if n := len(r.words); n > 0 && start > 0 && isHyphen(src[start-1]) && r.words[n-1].End == start-1 {
		j = byHyphen
	}
	cut := unicode.IsLetter(src[t.Start])
	k := start
	if strings.IndexByte(t.Norm, '-') < 0 {
		k = end // no hyphen: one word
	}
	for ; k <= end; k++ {
		if k < end && !(cut && isHyphen(src[k]) && k > start && k+1 < end) {
			continue
		}
		s := text.Span{Start: start, End: k}
		w := word{Span: s, norm: t.Norm, passage: passage, sentence: p.Sentence, paragraph: p.Paragraph, joint: j, alpha: true, upper: unicode.IsUpper(src[start])}
		if s != t.Span {
			w.norm = text.Fold(string(src[start:k]))
		}
		w.caps = allCaps(src[start:k])
		w.possessive = possessive && k == end
		r.words = append(r.words, w)
		start, j = k+1, byHyphen
	}
}

// joinDebris drops the hyphens between words ("Geun" "-" "Hye") and the marks that spinning and bad conversion leave
// inside names: "Fumio. Kishida", "John · Kerry", "Barack & Middot; Obama". A full stop inside a sentence is debris
// only between two capitalised words of which the first is no abbreviation; text.Segment keeps such sentences whole.
func (r *reader) joinDebris() {
	out := r.words[:0]
	ws := r.words
	for i := 0; i < len(ws); i++ {
		w := &ws[i]
		if w.alpha || len(out) == 0 {
			out = append(out, *w)
			continue
		}
		prev := &out[len(out)-1]
		n, j := 0, bySpace // marks to drop, and how the next word is joined
		switch {
		case i+1 >= len(ws) || !ws[i+1].alpha && w.mark != '&' || ws[i+1].sentence != w.sentence || !prev.alpha:
		case isHyphen(w.mark) && prev.End == w.Start && ws[i+1].Start == w.End:
			n, j = 1, byHyphen
		case w.mark == '·' || w.mark == '•':
			if prev.upper && ws[i+1].upper {
				n, j = 1, byDebris
			}
		case w.mark == '.' && prev.End == w.Start && prev.upper && ws[i+1].upper && !ws[i+1].first && !courtesyTitles.Has(prev.norm):
			n, j = 1, byDebris
		case w.mark == '&' && i+3 < len(ws) && entityNames.Has(ws[i+1].norm) && ws[i+2].mark == ';' && ws[i+3].upper && prev.upper:
			n, j = 3, byDebris
		}
		if n == 0 {
			out = append(out, *w)
			continue
		}
		i += n
		next := ws[i]
		if next.joint == bySpace {
			next.joint = j
		}
		out = append(out, next)
	}
	r.words = out
}

var entityNames = wordlist.Of(`middot nbsp amp bull centerdot shy mdash ndash rsquo lsquo quot`)

// titleCase reports whether a sentence, given by its clauses, writes most of its longer words with a capital, as headlines do. One that
// ends in a full stop is a sentence, however many names it has, unless nearly all of its words are capitalised.
func titleCase(clauses []text.Passage) bool {
	upper, all, stop := 0, 0, false
	for c := range clauses {
		for i := range clauses[c].Tokens {
			t := &clauses[c].Tokens[i]
			if !t.Word {
				stop = t.Text == "." || stop && !(t.Text == "," || t.Text == ":")
				continue
			}
			if t.Len() < 3 || headlineSmall.Has(t.Norm) || !unicode.IsLetter(firstRune(t.Text)) {
				continue
			}
			stop = false
			all++
			if t.Upper {
				upper++
			}
		}
	}
	if stop {
		return all >= 4 && upper*20 >= all*19
	}
	return all >= 4 && upper*10 >= all*7
}

// headlineSmall are the words that headlines in title case write small.
var headlineSmall = wordlist.Of(`the and for with from into over but not amid nor than via`)

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// phrase is the folded words i to j, joined as they are written.
func (r *reader) phrase(i, j int) string {
	if j == i+1 {
		return r.words[i].norm
	}
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i {
			if r.words[k].joint == byHyphen {
				b.WriteByte('-')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(r.words[k].norm)
	}
	return b.String()
}

// span is the source range of the words i to j.
func (r *reader) span(i, j int) text.Span {
	return text.Span{Start: r.words[i].Start, End: r.words[j-1].End}
}

func (r *reader) slice(i, j int) string { return r.doc.Slice(r.span(i, j)) }

// near reports whether the word at i belongs to the sentence of word k.
func (r *reader) near(i, k int) bool {
	return i >= 0 && i < len(r.words) && r.words[i].sentence == r.words[k].sentence
}

// norm is the folded word at i in the sentence of word k, "" outside.
func (r *reader) norm(i, k int) string {
	if r.near(i, k) {
		return r.words[i].norm
	}
	return ""
}

// sentences calls f with the word range of each sentence.
func (r *reader) sentences(f func(from, to int)) {
	for i := 0; i < len(r.words); {
		j := i + 1
		for j < len(r.words) && r.words[j].sentence == r.words[i].sentence {
			j++
		}
		f(i, j)
		i = j
	}
}

func allCaps(s []rune) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// bareCredit reports whether an aside is "(Tom Hall/Lund Post)": names beside a picture, and no word says whose they are.
func bareCredit(p *text.Passage) bool {
	slash := false
	for i := range p.Tokens {
		if credits.Has(p.Tokens[i].Norm) {
			return false
		}
		slash = slash || !p.Tokens[i].Word && p.Tokens[i].Norm == "/"
	}
	return slash || len(p.Tokens) <= 8
}

// credits are words that say what somebody did for the article.
var credits = wordlist.Of(`by reporter correspondent writer photographer`)
