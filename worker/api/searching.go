package api

import (
	"slices"
	"strings"

	"readout/wasm/text"
)

// alternatives gives what each part of a query may be: a quoted part only itself, words that are a form of a name or
// term (the longest first) all forms of it, any other word itself.
func (x *searchIndex) alternatives(q string) [][]phrase {
	var slots [][]phrase
	for i, part := range strings.Split(q, `"`) {
		if i%2 == 1 {
			if p := newPhrase(part); len(p.words) > 0 {
				slots = append(slots, []phrase{p})
			}
			continue
		}
		words := cut(part)
		runes := []rune(part)
		for at := 0; at < len(words); {
			n := min(x.longest, len(words)-at)
			for ; n > 1 && x.names[keyOf(words[at:at+n])] == nil; n-- {
			}
			n = max(n, 1)
			var all []phrase
			for _, g := range x.names[keyOf(words[at:at+n])] {
				for _, p := range x.groups[g] {
					all = addPhrase(all, p)
				}
			}
			if all == nil {
				all = []phrase{newPhrase(string(runes[words[at].start:words[at].end]))}
			}
			slots = append(slots, all)
			at += n
		}
	}
	return slots
}

func keyOf(words []word) string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = w.folded
	}
	return strings.Join(list, " ")
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

// find adds the places of a phrase to found, by passage.
func (x *searchIndex) find(p phrase, found map[int][]mark) {
	if p.literal {
		for i := range x.passages {
			x.passages[i].findLiteral(p.written, func(m mark) { found[i] = append(found[i], m) })
		}
		return
	}
	matches := make([]match, len(p.words))
	for i, w := range p.words {
		matches[i] = match{index: x, folded: w, known: make([]int8, len(x.stems))}
	}
	for _, at := range x.postings[begins(p.words[0])] {
		words := x.passages[at.passage].words[at.word:]
		if len(words) < len(matches) {
			continue
		}
		words = words[:len(matches)]
		same := true
		for i := 0; same && i < len(words); i++ {
			same = matches[i].has(&words[i])
		}
		if same {
			start := x.passages[at.passage].start
			found[at.passage] = append(found[at.passage], mark{start + words[0].start, start + words[len(words)-1].end})
		}
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

// match tells which words of the passages are one word of a query, in whatever form. It looks at each form once.
type match struct {
	index  *searchIndex
	folded string
	stem   string // "" until it is needed
	known  []int8 // by form: 1 it is, -1 it is not, 0 not looked at yet
}

func (m *match) has(w *word) bool {
	k := &m.known[w.form]
	if *k == 0 {
		*k = -1
		if m.same(w) {
			*k = 1
		}
	}
	return *k > 0
}

func (m *match) same(w *word) bool {
	if w.folded == m.folded {
		return true
	}
	if begins(w.folded) != begins(m.folded) {
		return false
	}
	if m.stem == "" {
		m.stem = stemOf(m.folded)
	}
	return m.index.stem(w) == m.stem
}

// stem is the stem of a word of the passages, made once.
func (x *searchIndex) stem(w *word) string {
	x.stemming.Lock()
	defer x.stemming.Unlock()
	if x.stems[w.form] == "" {
		x.stems[w.form] = stemOf(w.folded)
	}
	return x.stems[w.form]
}

func stemOf(folded string) string {
	source := []rune(folded)
	if tokens := text.Tokenize(source, text.Span{Start: 0, End: len(source)}); len(tokens) == 1 {
		return tokens[0].Stem
	}
	return folded
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
