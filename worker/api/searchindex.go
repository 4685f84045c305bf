package api

import (
	"slices"
	"strings"
	"unicode"

	"readout/wasm/text"

	"github.com/tidwall/gjson"
)

// searchIndex finds words in the passages of the dataset. It is made of /v1/dataset.json at the first search, so what an
// article's rights withhold is not in it.
type searchIndex struct {
	passages []passage
	postings map[string][]posting // by stem, in the order of the passages
	names    map[string][]int     // groups by the key of each of their forms
	groups   [][]phrase           // forms of one name or term
	longest  int                  // stems of the longest form

	phrases map[string]phrase // by the form as written; the same terms stand in many meetings
	seen    map[string]bool   // groups, as one string
}

// passage is one passage with its words.
type passage struct {
	article, outlet, id string
	text                string
	start               int // code points of the source before it
	tokens              []text.Token
}

// posting is one token of one passage.
type posting struct{ passage, token int }

// phrase is words in a row. Scripts without spaces are matched by their characters instead, because where their words
// are cut depends on what stands around them.
type phrase struct {
	written string
	stems   []string
	literal bool
}

// mark is a range of code points in a passage's source file.
type mark struct{ start, end int }

// newSearchIndex reads the dataset: passages, names of people, and terms wherever they stand.
func newSearchIndex(dataset []byte) *searchIndex {
	x := &searchIndex{
		postings: map[string][]posting{},
		names:    map[string][]int{},
		phrases:  map[string]phrase{},
		seen:     map[string]bool{},
	}
	root := gjson.ParseBytes(dataset)
	root.Get("articles").ForEach(func(_, a gjson.Result) bool {
		a.Get("passages").ForEach(func(_, p gjson.Result) bool {
			x.addPassage(passage{
				article: a.Get("id").String(),
				outlet:  a.Get("outlet").String(),
				id:      p.Get("id").String(),
				text:    p.Get("text").String(),
				start:   int(p.Get("start").Int()),
			})
			return true
		})
		return true
	})
	root.Get("people").ForEach(func(_, p gjson.Result) bool {
		x.addGroup(append(forms(p), p.Get("name").String(), p.Get("native").String()))
		return true
	})
	for _, owners := range []string{"meetings", "series", "issues"} {
		root.Get(owners).ForEach(func(_, owner gjson.Result) bool {
			owner.Get("terms").ForEach(func(_, t gjson.Result) bool {
				x.addGroup(append(forms(t), t.Get("concept").String()))
				return true
			})
			return true
		})
	}
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

func (x *searchIndex) addPassage(p passage) {
	if p.text == "" {
		return
	}
	p.tokens = words(p.text)
	for i, t := range p.tokens {
		x.postings[t.Stem] = append(x.postings[t.Stem], posting{len(x.passages), i})
	}
	x.passages = append(x.passages, p)
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
		x.longest = max(x.longest, len(p.stems))
	}
	x.groups = append(x.groups, group)
}

// addPhrase appends p unless it has no words or the list has the same words.
func addPhrase(list []phrase, p phrase) []phrase {
	if len(p.stems) == 0 || slices.ContainsFunc(list, func(q phrase) bool { return slices.Equal(q.stems, p.stems) }) {
		return list
	}
	return append(list, p)
}

func newPhrase(written string) phrase {
	p := phrase{written: written, literal: strings.ContainsFunc(written, unspaced)}
	for _, t := range words(written) {
		p.stems = append(p.stems, t.Stem)
	}
	return p
}

func (p phrase) key() string { return strings.Join(p.stems, " ") }

// words are the tokens that count: no punctuation, no particles.
func words(s string) []text.Token {
	source := []rune(s)
	tokens := text.Tokenize(source, text.Span{Start: 0, End: len(source)})
	return slices.DeleteFunc(tokens, func(t text.Token) bool { return !t.Word })
}

func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// alternatives gives what each part of a query may be: a quoted part only itself, words that are a form of a name or
// term (the longest first) all forms of it, any other word itself.
func (x *searchIndex) alternatives(q string) [][]phrase {
	var slots [][]phrase
	for i, part := range strings.Split(q, `"`) {
		if i%2 == 1 {
			if p := newPhrase(part); len(p.stems) > 0 {
				slots = append(slots, []phrase{p})
			}
			continue
		}
		tokens := words(part)
		runes := []rune(part)
		for at := 0; at < len(tokens); {
			n := min(x.longest, len(tokens)-at)
			for ; n > 1 && x.names[keyOf(tokens[at:at+n])] == nil; n-- {
			}
			n = max(n, 1)
			if groups := x.names[keyOf(tokens[at:at+n])]; groups != nil {
				var all []phrase
				for _, g := range groups {
					for _, p := range x.groups[g] {
						all = addPhrase(all, p)
					}
				}
				slots = append(slots, all)
			} else {
				slots = append(slots, []phrase{newPhrase(string(runes[tokens[at].Start:tokens[at].End]))})
			}
			at += n
		}
	}
	return slots
}

func keyOf(tokens []text.Token) string {
	stems := make([]string, len(tokens))
	for i, t := range tokens {
		stems[i] = t.Stem
	}
	return strings.Join(stems, " ")
}

// find adds the places of a phrase to found, by passage.
func (x *searchIndex) find(p phrase, found map[int][]mark) {
	if p.literal {
		for i := range x.passages {
			x.passages[i].findLiteral(p.written, func(m mark) { found[i] = append(found[i], m) })
		}
		return
	}
	for _, at := range x.postings[p.stems[0]] {
		tokens := x.passages[at.passage].tokens[at.token:]
		if len(tokens) < len(p.stems) || keyOf(tokens[:len(p.stems)]) != p.key() {
			continue
		}
		start := x.passages[at.passage].start
		found[at.passage] = append(found[at.passage], mark{start + tokens[0].Start, start + tokens[len(p.stems)-1].End})
	}
}

func (p *passage) findLiteral(s string, yield func(mark)) {
	for from := 0; ; {
		i := strings.Index(p.text[from:], s)
		if i < 0 {
			return
		}
		start := p.start + len([]rune(p.text[:from+i]))
		yield(mark{start, start + len([]rune(s))})
		from += i + len(s)
	}
}

// hit is a passage that has something for every part of a query.
type hit struct {
	passage int
	marks   []mark // in order, not overlapping
}

// search returns the passages with all parts of the query: most marks first, then in the order of the dataset.
func (x *searchIndex) search(slots [][]phrase) []hit {
	var all map[int][]mark
	for i, slot := range slots {
		found := map[int][]mark{}
		for _, p := range slot {
			x.find(p, found)
		}
		if i == 0 {
			all = found
			continue
		}
		for passage, marks := range all {
			if more, ok := found[passage]; ok {
				all[passage] = append(marks, more...)
			} else {
				delete(all, passage)
			}
		}
	}
	hits := make([]hit, 0, len(all))
	for passage, marks := range all {
		hits = append(hits, hit{passage, merge(marks)})
	}
	slices.SortFunc(hits, func(a, b hit) int {
		if d := len(b.marks) - len(a.marks); d != 0 {
			return d
		}
		return a.passage - b.passage
	})
	return hits
}

// merge sorts marks and joins those that overlap ("Shinzo Abe" and the "Abe" in it).
func merge(marks []mark) []mark {
	slices.SortFunc(marks, func(a, b mark) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	out := marks[:0]
	for _, m := range marks {
		if n := len(out); n > 0 && m.start < out[n-1].end {
			out[n-1].end = max(out[n-1].end, m.end)
			continue
		}
		out = append(out, m)
	}
	return out
}
