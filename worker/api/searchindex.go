package api

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"readout/wasm/text"

	"github.com/tidwall/gjson"
)

// searchIndex finds words in the passages of the dataset. It is made of /v1/dataset.json, so what an article's rights
// withhold is not in it.
//
// It is made while a Worker starts, in code that has not been optimised yet, so making it is cheap and looking is what
// costs: words are kept as they are, and stemmed only when they begin like a word that is looked for.
type searchIndex struct {
	passages []passage
	postings map[beginning][]posting // in the order of the passages
	names    map[string][]int        // groups by the key of each of their forms
	groups   [][]phrase              // forms of one name or term
	longest  int                     // words of the longest form

	forms    map[string]int32 // every folded word of the passages, numbered
	stems    []string         // by number; made when a search first asks
	stemming sync.Mutex

	phrases map[string]phrase // by the form as written; the same terms stand in many meetings
	seen    map[string]bool   // groups, as one string
}

// passage is one passage with its words.
type passage struct {
	article, outlet, id string
	text                string
	start               int // code points of the source before it
	words               []word
}

// word is a run of letters and digits, folded; the range counts code points of the text that it was cut from.
type word struct {
	folded     string
	start, end int
	form       int32 // in an index: its number
}

// posting is one word of one passage.
type posting struct{ passage, word int }

// beginning is the first bytes of a folded word. Words with the same stem begin alike: Porter2 does not touch the first
// letters of a word.
type beginning [3]byte

func begins(folded string) (b beginning) {
	copy(b[:], folded)
	return b
}

// phrase is words in a row. Scripts without spaces are matched by their characters instead, because where their words
// are cut depends on what stands around them.
type phrase struct {
	written string
	words   []string // folded
	literal bool
}

func (p phrase) key() string { return strings.Join(p.words, " ") }

// mark is a range of code points in a passage's source file.
type mark struct{ start, end int }

// newSearchIndex reads the dataset: passages, names of people, and terms wherever they stand.
func newSearchIndex(dataset []byte) *searchIndex {
	x := &searchIndex{
		postings: map[beginning][]posting{},
		names:    map[string][]int{},
		forms:    map[string]int32{},
		phrases:  map[string]phrase{},
		seen:     map[string]bool{},
	}
	gjson.ParseBytes(dataset).ForEach(func(member, list gjson.Result) bool {
		switch member.Str {
		case "articles":
			list.ForEach(func(_, a gjson.Result) bool { x.addArticle(a); return true })
		case "people":
			list.ForEach(func(_, p gjson.Result) bool {
				x.addGroup(append(forms(p), p.Get("name").String(), p.Get("native").String()))
				return true
			})
		case "meetings", "series", "issues":
			list.ForEach(func(_, owner gjson.Result) bool {
				owner.Get("terms").ForEach(func(_, t gjson.Result) bool {
					x.addGroup(append(forms(t), t.Get("concept").String()))
					return true
				})
				return true
			})
		}
		return true
	})
	x.stems = make([]string, len(x.forms))
	return x
}

// forms lists the values of "forms", an object of arrays of strings.
func forms(v gjson.Result) []string {
	var all []string
	v.Get("forms").ForEach(func(_, list gjson.Result) bool {
		all = append(all, strs(list)...)
		return true
	})
	return all
}

func (x *searchIndex) addArticle(a gjson.Result) {
	id, outlet := a.Get("id").String(), a.Get("outlet").String()
	a.Get("passages").ForEach(func(_, v gjson.Result) bool {
		p := passage{article: id, outlet: outlet, id: v.Get("id").String(), text: v.Get("text").String(), start: int(v.Get("start").Int())}
		if p.text == "" {
			return true
		}
		p.words = cut(p.text)
		for i, w := range p.words {
			form, known := x.forms[w.folded]
			if !known {
				form = int32(len(x.forms))
				x.forms[w.folded] = form
			}
			p.words[i].form = form
			b := begins(w.folded)
			x.postings[b] = append(x.postings[b], posting{len(x.passages), i})
		}
		x.passages = append(x.passages, p)
		return true
	})
}

// addGroup makes each of the forms find all of them.
func (x *searchIndex) addGroup(written []string) {
	all := strings.Join(written, "\n")
	if x.seen[all] {
		return
	}
	x.seen[all] = true
	var group []phrase
	for _, w := range written {
		p, ok := x.phrases[w]
		if !ok {
			p = newPhrase(w)
			x.phrases[w] = p
		}
		group = addPhrase(group, p)
	}
	for _, p := range group {
		key := p.key()
		x.names[key] = append(x.names[key], len(x.groups))
		x.longest = max(x.longest, len(p.words))
	}
	x.groups = append(x.groups, group)
}

// addPhrase appends p unless it has no words or the list has the same words.
func addPhrase(list []phrase, p phrase) []phrase {
	if len(p.words) == 0 || slices.ContainsFunc(list, func(q phrase) bool { return slices.Equal(q.words, p.words) }) {
		return list
	}
	return append(list, p)
}

func newPhrase(written string) phrase {
	p := phrase{written: written, literal: strings.ContainsFunc(written, unspaced)}
	for _, w := range cut(written) {
		p.words = append(p.words, w.folded)
	}
	return p
}

func unspaced(r rune) bool {
	return r > 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// cut parts s into runs of letters and digits, folded. "U.S." is two words and "Japan's" is "japan" and "s", here as in
// a query.
func cut(s string) []word {
	var out []word
	begin, from, at := -1, 0, 0 // byte and code point where the word began; code point
	plain := true               // ASCII so far
	end := func(i int) {
		if begin < 0 {
			return
		}
		w := word{folded: strings.ToLower(s[begin:i]), start: from, end: at}
		if !plain {
			w.folded = text.Fold(s[begin:i])
		}
		out = append(out, w)
		begin = -1
	}
	for i, r := range s {
		if isWordRune(r) {
			if begin < 0 {
				begin, from, plain = i, at, true
			}
			plain = plain && r < 0x80
		} else {
			end(i)
		}
		at++
	}
	end(len(s))
	return out
}

func isWordRune(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
