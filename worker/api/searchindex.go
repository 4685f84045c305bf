package api

import (
	"slices"
	"strings"
	"unicode"

	"github.com/tidwall/gjson"

	"readout/wasm/sorting"
	"readout/wasm/text"
)

// searchIndex is what /v1/search looks in: passages as they stand in an answer, their words in every form by stem, and the names and
// terms of which any form finds all. It is made of /v1/dataset.json, so what an article's rights withhold is not in it; and it is made
// when the Worker is built (SearchIndex), because making it takes 0.3 ms for each kB of the dataset in a Worker.
type searchIndex struct {
	passages []passage
	words    []word     // of all passages, one after the other
	forms    []wordForm // every word of passages and names, in order
	stems    []string   // in order; words name them by number
	postings [][]uint32 // words with each stem

	names   []name     // in order of their keys
	groups  [][]uint32 // phrases of which each finds all
	phrases []phrase
	longest int // words of the longest name

	sparse bool // words are those alone that a search looks for, see word.at
}

// passage is one passage, and the beginning of what an answer says of it: a JSON object up to the value of "marks".
type passage struct {
	article, outlet, id string
	text                string
	json                string
	start               int // code points of the source before it
	unspaced            bool
}

// answer is what an answer says of a passage, up to its marks.
func (p *passage) answer() string {
	var o object
	o.str("article", p.article).str("outlet", p.outlet).str("passage", p.id).num("start", int64(p.start)).str("text", p.text).name("marks")
	return string(o.buf)
}

// word is a word of a passage; the range counts code points of the passage's source file.
type word struct {
	passage    uint32
	stem       int32
	start, end uint32
	at         uint32 // of a sparse index: the word's number in the passage
}

// wordForm is a word as it is written, folded.
type wordForm struct {
	folded string
	stem   int32
}

// name is words that are a form of a name or term.
type name struct {
	key    string // the words, folded
	groups []uint32
}

// phrase is words in a row. Scripts without spaces are matched by their characters instead, because where their words are cut depends
// on what stands around them.
type phrase struct {
	written string
	words   uint32  // of an index: the first phrase with the same words
	stems   []int32 // of its words; noStem for one that the index has never seen
	literal bool
}

const noStem = -1

// span is a word cut from a string.
type span struct {
	folded     string
	start, end int // code points
	from, to   int // bytes
}

// indexer makes a searchIndex: stems are numbered by first use and put into order at the end.
type indexer struct {
	searchIndex
	stemOfForm map[string]int32
	stemNumber map[string]int32
	phraseOf   map[string]uint32 // by the form as written; the same terms stand in many meetings
	wordsOf    map[string]uint32 // the first phrase with these words
	nameOf     map[string]int    // in names
	read       [][]string        // the forms of each name or term
}

func newIndexer() *indexer {
	return &indexer{stemOfForm: map[string]int32{}, stemNumber: map[string]int32{}, phraseOf: map[string]uint32{}, wordsOf: map[string]uint32{}, nameOf: map[string]int{}}
}

// IndexNow makes the index from the dataset: passages, names of people, and terms wherever they occur. It is for Options.Index.
func IndexNow(dataset string) *searchIndex {
	x := newIndexer()
	gjson.Parse(dataset).ForEach(func(member, list gjson.Result) bool {
		if member.Str == "articles" {
			list.ForEach(func(_, a gjson.Result) bool { x.addArticle(a); return true })
		} else {
			x.readGroups(member.Str, list)
		}
		return true
	})
	x.order()
	return &x.searchIndex
}

// readGroups reads the names in a list of the dataset.
func (x *indexer) readGroups(list string, of gjson.Result) {
	switch list {
	case "people":
		of.ForEach(func(_, p gjson.Result) bool { x.readPerson(p); return true })
	case "meetings", "series", "issues":
		of.ForEach(func(_, owner gjson.Result) bool {
			owner.Get("terms").ForEach(func(_, t gjson.Result) bool {
				x.read = append(x.read, append(forms(t), t.Get("concept").String()))
				return true
			})
			return true
		})
	}
}

func (x *indexer) readPerson(p gjson.Result) {
	x.read = append(x.read, append(forms(p), p.Get("name").String(), p.Get("native").String()))
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

func (x *indexer) addArticle(a gjson.Result) {
	id, outlet := a.Get("id").String(), a.Get("outlet").String()
	a.Get("passages").ForEach(func(_, v gjson.Result) bool {
		p := passage{article: id, outlet: outlet, id: v.Get("id").String(), text: v.Get("text").String(), start: int(v.Get("start").Int())}
		if p.text == "" {
			return true
		}
		p.json, p.unspaced = p.answer(), strings.ContainsFunc(p.text, unspaced)
		for _, w := range cut(p.text) {
			x.words = append(x.words, word{passage: uint32(len(x.passages)), stem: x.number(w.folded), start: uint32(p.start + w.start), end: uint32(p.start + w.end)})
		}
		x.passages = append(x.passages, p)
		return true
	})
}

// number is that of a word's stem.
func (x *indexer) number(folded string) int32 {
	if n, known := x.stemOfForm[folded]; known {
		return n
	}
	stem := stemOf(folded)
	n, known := x.stemNumber[stem]
	if !known {
		n = int32(len(x.stems))
		x.stemNumber[stem] = n
		x.stems = append(x.stems, stem)
	}
	x.stemOfForm[folded] = n
	return n
}

// addGroup makes each of the forms find all of them.
func (x *indexer) addGroup(written []string) {
	var group []uint32
	var keys []string
	for _, w := range written {
		words := cut(w)
		key := keyOf(words)
		if len(words) == 0 || slices.Contains(keys, key) {
			continue
		}
		n, known := x.phraseOf[w]
		if !known {
			n = uint32(len(x.phrases))
			x.phraseOf[w] = n
			if _, known := x.wordsOf[key]; !known {
				x.wordsOf[key] = n
			}
			p := phrase{written: w, words: x.wordsOf[key], literal: strings.ContainsFunc(w, unspaced)}
			for _, w := range words {
				p.stems = append(p.stems, x.number(w.folded))
			}
			x.phrases = append(x.phrases, p)
		}
		keys, group = append(keys, key), append(group, n)
		x.longest = max(x.longest, len(words))
	}
	for _, key := range keys {
		i, known := x.nameOf[key]
		if !known {
			i = len(x.names)
			x.nameOf[key] = i
			x.names = append(x.names, name{key: key})
		}
		x.names[i].groups = append(x.names[i].groups, uint32(len(x.groups)))
	}
	x.groups = append(x.groups, group)
}

// order adds the names, sorts what is looked up, and numbers the stems anew. Names are added in an order of their own: in an archive
// nobody knows that of the whole dataset.
func (x *indexer) order() {
	sorting.By(x.read, slices.Compare)
	for _, written := range slices.CompactFunc(x.read, slices.Equal) {
		x.addGroup(written)
	}
	slices.Sort(x.stems)
	number := make([]int32, len(x.stems))
	for i, stem := range x.stems {
		number[x.stemNumber[stem]] = int32(i)
	}
	for i := range x.words {
		x.words[i].stem = number[x.words[i].stem]
	}
	for _, p := range x.phrases {
		for i, n := range p.stems {
			p.stems[i] = number[n]
		}
	}
	for folded, n := range x.stemOfForm {
		x.forms = append(x.forms, wordForm{folded, number[n]})
	}
	sorting.By(x.forms, func(a, b wordForm) int { return strings.Compare(a.folded, b.folded) })
	sortNames(x.names)
	x.post()
}

// post fills the postings.
func (x *searchIndex) post() {
	counts := make([]uint32, len(x.stems))
	for _, w := range x.words {
		counts[w.stem]++
	}
	room := make([]uint32, len(x.words))
	x.postings = make([][]uint32, len(x.stems))
	for i, n := range counts {
		x.postings[i], room = room[:0:n], room[n:]
	}
	for i, w := range x.words {
		x.postings[w.stem] = append(x.postings[w.stem], uint32(i))
	}
}

func unspaced(r rune) bool {
	return r > 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// cut parts s into runs of letters and digits, folded. "U.S." is two words and "Japan's" is "japan" and "s", here as in
// a query.
func cut(s string) []span {
	var out []span
	begin, from, at := -1, 0, 0 // byte and code point where the word began; code point
	plain := true               // ASCII so far
	end := func(i int) {
		if begin < 0 {
			return
		}
		w := span{strings.ToLower(s[begin:i]), from, at, begin, i}
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

// keyOf is the words of a name as one string.
func keyOf(words []span) string {
	if len(words) == 1 {
		return words[0].folded
	}
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = w.folded
	}
	return strings.Join(list, " ")
}

func stemOf(folded string) string {
	source := []rune(folded)
	if tokens := text.Tokenize(source, text.Span{Start: 0, End: len(source)}); len(tokens) == 1 {
		return tokens[0].Stem
	}
	return folded
}

func sortNames(names []name) {
	sorting.By(names, func(a, b name) int { return strings.Compare(a.key, b.key) })
}
