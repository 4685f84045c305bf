package align

import (
	"strings"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// vocabulary numbers the terms of a meeting, in the order in which they come. A term is one thing that a sentence names: a stem
// ("retract"), a folded country ("=JP"), a number ("#16").
type vocabulary struct {
	ids  map[string]int32
	keys []string // by number
}

// of is the number of a term. A new one gets the next number where grow is set, else it has none.
func (v *vocabulary) of(key string, grow bool) int32 {
	n, ok := v.ids[key]
	if !ok {
		if !grow {
			return none
		}
		n = int32(len(v.keys))
		v.ids[key] = n
		v.keys = append(v.keys, key)
	}
	return n
}

// none is the number of what is no term, or none of the vocabulary.
const none = -1

// lexeme is what a word says by itself, whatever stands beside it: it is looked up once an article, by text.Token.ID.
type lexeme struct {
	known   bool
	traits  trait
	acts    act
	negates bool

	term    int32 // by number, once named
	content bool  // it has one
	named   bool
}

// read makes the lexemes of the words of an article's passages.
func read(art Article) []lexeme {
	var out []lexeme
	table, actTable := traitsOf(), actOf()
	for _, p := range art.Passages {
		tokens := art.Doc.Passages[p].Tokens
		for i := range tokens {
			t := &tokens[i]
			for int(t.ID) >= len(out) {
				out = append(out, lexeme{})
			}
			l := &out[t.ID]
			if l.known {
				continue
			}
			l.known, l.traits, l.negates = true, table.Of(t.Norm), negations.Has(t.Norm)
			if t.Word {
				l.acts = actTable.Of(t.Stem)
			}
		}
	}
	return out
}

// longestPhrase is the number of words of the longest country phrase that is looked for ("democratic republic of the congo").
const longestPhrase = 5

// terms appends the numbers of the content words of tokens of an article, by its canonical number, in order. Countries, capitals and
// demonyms become one term each; small cardinal numbers are read ("sixteen", "16"); function words are left out. Where the vocabulary may
// not grow, what is not in it is none.
func (m *meeting) terms(out []int32, rank int, tokens []text.Token, grow bool) []int32 {
	m.words = wordsOf(m.words[:0], tokens)
	for words := m.words; len(words) > 0; {
		if id, n := foldAt(words, m.in.Fold); n > 0 {
			out = append(out, m.vocab.of("="+id, grow))
			words = words[n:]
			continue
		}
		if n, ok := m.own(rank, words[0], grow); ok {
			out = append(out, n)
		}
		words = words[1:]
	}
	return out
}

// own is the term that a word is by itself; ok is false where it has no content.
func (m *meeting) own(rank int, w *text.Token, grow bool) (n int32, ok bool) {
	l := &m.lexemes[rank][w.ID]
	if !l.named {
		l.named = true
		if n, ok := number(w.Norm); ok {
			l.term, l.content = m.vocab.of("#"+n, grow), true
		} else if w.Norm != "" && !stopWords.Has(w.Norm) {
			l.term, l.content = m.vocab.of(stemOf(w), grow), true
		}
	}
	return l.term, l.content
}

// wordsOf appends the tokens that are words.
func wordsOf(words []*text.Token, tokens []text.Token) []*text.Token {
	for i := range tokens {
		if tokens[i].Word {
			words = append(words, &tokens[i])
		}
	}
	return words
}

// foldAt is the concept of the longest phrase that words begin with, and its number of words; 0 where there is none.
func foldAt(words []*text.Token, fold func(string) (string, bool)) (string, int) {
	if !words[0].Upper {
		return "", 0
	}
	longest := min(longestPhrase, len(words))
	if fold == nil {
		fold = know.Country
		longest = min(longest, know.CountryReach(words[0].Norm))
	}
	if longest == 0 {
		return "", 0
	}
	phrase, ends := words[0].Norm, [longestPhrase]int{len(words[0].Norm)}
	if longest > 1 {
		var b strings.Builder
		for i, w := range words[:longest] {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w.Norm)
			ends[i] = b.Len()
		}
		phrase = b.String()
	}
	for n := longest; n > 0; n-- {
		if id, ok := fold(phrase[:ends[n-1]]); ok {
			return id, n
		}
	}
	return "", 0
}

// stemOf is the key of a content word. Hyphens inside it do not count ("face-to-face" is written three ways).
func stemOf(t *text.Token) string {
	s := t.Stem
	if s == "" {
		s = t.Norm
	}
	if strings.Contains(s, "-") {
		s = strings.ReplaceAll(s, "-", "")
	}
	return s
}

// number reads a cardinal or ordinal number as articles write it: "16", "16th", "1,000", "sixteen", "first" is not one
// ("for the first time" is no number). The result is decimal digits.
func number(norm string) (string, bool) {
	if norm == "" || norm[0] != ',' && (norm[0] < '0' || norm[0] > '9') {
		n, ok := numberWords.Get(norm)
		return n, ok
	}
	s := strings.ReplaceAll(norm, ",", "")
	for _, suffix := range [...]string{"st", "nd", "rd", "th"} {
		if len(s) > 2 && strings.HasSuffix(s, suffix) {
			s = s[:len(s)-2]
			break
		}
	}
	if s == "" {
		return "", false
	}
	for i := 0; i < len(s); i++ {
		if (s[i] < '0' || s[i] > '9') && !(s[i] == '.' || s[i] == ':') {
			return "", false
		}
	}
	if s[0] < '0' || s[0] > '9' {
		return "", false
	}
	return strings.TrimRight(s, ".:"), true
}

var numberWords = wordlist.Table(strings.Fields("2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 30 40 50 60 70 80 90"), `two, three, four, five, six, seven,
	eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, sixty,
	seventy, eighty, ninety`)

// stopWords carry grammar, not content. Negation and modality are read in frames.go.
var stopWords = wordlist.Of(`a about above after afterwards again against all also although am among an and another any are as at
be because been before being below between both but by can cannot could did do does doing done down during each either else
even ever every few for from further had has have having he her here hers herself him himself his how however i if in into is it its
itself just may me might mine more most mr mrs ms much must my myself neither no nor not now of off on once one only or other others
our ours ourselves out over own per quite rather s same shall she should since so some such than that the their theirs
them themselves then there these they this those though through thus to too toward towards under until up upon us very was we were
what when where whether which while who whom whose why will with within without would yet you your yours yourself
said say says saying told tell tells`)

// Stop reports whether a folded word carries grammar and no content.
func Stop(norm string) bool { return stopWords.Has(norm) }
