package compare

import (
	"slices"
	"strings"

	"readout/wasm/text"
)

// surroundings are what stands about a value.
type surroundings struct {
	value string   // itself as written, folded
	words []string // keys of the content words near it, each once, without numbers and the unit
	names []string // folded capitalised words of its sentence
	who   string   // the last of them before it
	verb  string   // stem of the verb that is nearest to it, "" where none is known
	next  string   // key of the word right behind it: "the 1998 declaration"
}

// contextTokens is how far before and after a value its surroundings reach.
const contextTokens = 8

// surroundings reads what stands about a value in its sentence.
func (r *Reader) surroundings(v *Value, doc *text.Document) *surroundings {
	s := &surroundings{value: strings.ToLower(doc.Slice(v.Span))}
	p := v.Passage
	for p > 0 && doc.Passages[p-1].Sentence == doc.Passages[v.Passage].Sentence {
		p--
	}
	opens := true // the next word is the first of its sentence
	for ; p < len(doc.Passages) && doc.Passages[p].Sentence == doc.Passages[v.Passage].Sentence; p++ {
		words := r.passage(doc, p)
		from, to := len(words), len(words)
		if p == v.Passage {
			from, to = s.near(words, v)
			if g := text.Governing(doc.Passages[p].Tokens, from, to); g >= 0 {
				s.verb = words[g].Stem
			}
		}
		for i := range words {
			x := &words[i]
			if x.Upper && x.content && (i < from || i >= to) && !uncounted.Has(x.Norm) && (!opens || x.Stem == x.Norm) { // "Voters" is no name: it has an ending
				s.names = append(s.names, x.Norm)
				if x.Start < v.Span.Start {
					s.who = x.Norm
				}
			}
			opens = opens && !x.Word
		}
	}
	return s
}

// near reads the words about a value, and says which are its own.
func (s *surroundings) near(words []word, v *Value) (from, to int) {
	for from < len(words) && words[from].End <= v.Span.Start {
		from++
	}
	for to = from; to < len(words) && words[to].Start < v.Span.End; {
		to++
	}
	for i := max(0, from-contextTokens); i < min(len(words), to+contextTokens); i++ {
		x := &words[i]
		if !x.content || i >= from && i < to || isNumber(x) || x.key == v.Unit {
			continue
		}
		if i == to && !x.Upper {
			s.next = x.key
		}
		if !slices.Contains(s.words, x.key) {
			s.words = append(s.words, x.key)
		}
	}
	return from, to
}

// alike reports whether two values are told of the same people, who did the same: the surroundings share more than half of the fewer names,
// the last name before either value stands in both, and their verbs are one: what one was charged with in one year, one may be acquitted of
// in another. The date of a noun that the other names too ("the 1998 declaration") asks for neither.
func (s *surroundings) alike(o *surroundings) bool {
	if len(s.names) > 0 && len(o.names) > 0 && 2*shared(s.names, o.names) <= min(len(s.names), len(o.names)) {
		return false
	}
	if slices.Contains(s.words, o.next) || slices.Contains(o.words, s.next) {
		return true
	}
	others := s.who != "" && o.who != "" && shared([]string{s.who}, o.names)+shared([]string{o.who}, s.names) < 2
	return !others && (s.verb == "" || o.verb == "" || s.verb == o.verb)
}

// shared is how many of a stand in b.
func shared(a, b []string) int {
	n := 0
	for _, k := range a {
		if slices.Contains(b, k) {
			n++
		}
	}
	return n
}
