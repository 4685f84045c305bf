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
	stems := stemmer{}
	var all map[int][]mark
	for i, slot := range slots {
		found := map[int][]mark{}
		for _, p := range slot {
			x.find(p, stems, found)
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
func (x *searchIndex) find(p phrase, stems stemmer, found map[int][]mark) {
	if p.literal {
		for i := range x.passages {
			x.passages[i].findLiteral(p.written, func(m mark) { found[i] = append(found[i], m) })
		}
		return
	}
	for _, at := range x.postings[begins(p.words[0])] {
		words := x.passages[at.passage].words[at.word:]
		if len(words) < len(p.words) {
			continue
		}
		words = words[:len(p.words)]
		same := true
		for i := 0; same && i < len(words); i++ {
			same = stems.same(words[i].folded, p.words[i])
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

// stemmer remembers the stems of one search.
type stemmer map[string]string

// same reports whether two folded words are one word in whatever form.
func (s stemmer) same(a, b string) bool {
	if a == b {
		return true
	}
	return begins(a) == begins(b) && s.stem(a) == s.stem(b)
}

func (s stemmer) stem(folded string) string {
	stem, ok := s[folded]
	if !ok {
		stem = folded
		source := []rune(folded)
		if tokens := text.Tokenize(source, text.Span{Start: 0, End: len(source)}); len(tokens) == 1 {
			stem = tokens[0].Stem
		}
		s[folded] = stem
	}
	return stem
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
