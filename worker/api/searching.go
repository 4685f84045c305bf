package api

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// alternatives gives what each part of a query may be: a quoted part only itself, words that are a form of a name or
// term (the longest first) all forms of it, any other word itself.
func (x *searchIndex) alternatives(q string) [][]phrase {
	var slots [][]phrase
	for i, part := range strings.Split(q, `"`) {
		words := cut(part)
		if len(words) == 0 {
			continue
		}
		if i%2 == 1 {
			slots = append(slots, []phrase{x.phrase(part, words)})
			continue
		}
		for at := 0; at < len(words); {
			n := min(x.longest, len(words)-at)
			for ; n > 1 && x.groupsOf(words[at:at+n]) == nil; n-- {
			}
			n = max(n, 1)
			all := x.named(words[at : at+n])
			if all == nil {
				all = []phrase{x.phrase(part[words[at].from:words[at].to], words[at:at+1])}
			}
			slots = append(slots, all)
			at += n
		}
	}
	return slots
}

// named is all forms of the names that the words are a form of.
func (x *searchIndex) named(words []span) []phrase {
	var all []phrase
	for _, g := range x.groupsOf(words) {
		for _, n := range x.groups[g] {
			p := &x.phrases[n]
			if !slices.ContainsFunc(all, func(q phrase) bool { return q.words == p.words }) {
				all = append(all, *p)
			}
		}
	}
	return all
}

// groupsOf looks a name up.
func (x *searchIndex) groupsOf(words []span) []uint32 {
	i, found := slices.BinarySearchFunc(x.names, keyOf(words), func(n name, key string) int { return strings.Compare(n.key, key) })
	if !found {
		return nil
	}
	return x.names[i].groups
}

// phrase is words of a query as a phrase.
func (x *searchIndex) phrase(written string, words []span) phrase {
	p := phrase{written: written, literal: strings.ContainsFunc(written, unspaced), stems: make([]int32, len(words))}
	if x.sparse && p.literal {
		p.stems = x.chars(written)
		return p
	}
	for i, w := range words {
		p.stems[i] = x.stem(w.folded)
	}
	return p
}

// stem is the number of a word's stem, noStem where the index has never seen it.
func (x *searchIndex) stem(folded string) int32 {
	if i, found := slices.BinarySearchFunc(x.forms, folded, func(f wordForm, s string) int { return strings.Compare(f.folded, s) }); found {
		return x.forms[i].stem
	}
	if i, found := slices.BinarySearch(x.stems, stemOf(folded)); found {
		return int32(i)
	}
	return noStem
}

// place is where a part of a query was found, as one number, so that places in order are by passage, then by start, the longest first:
// 20 bits of the passage, 22 bits of the first code point in the source file, and 22 bits that count down with the length.
type place uint64

const (
	placeBits = 22
	placeMask = 1<<placeBits - 1
)

func placeAt(passage, start, end int) place {
	return place(passage)<<(2*placeBits) | place(start&placeMask)<<placeBits | place(placeMask-(end-start)&placeMask)
}

func (p place) passage() int { return int(p >> (2 * placeBits)) }
func (p place) start() int   { return int(p>>placeBits) & placeMask }
func (p place) end() int     { return p.start() + placeMask - int(p)&placeMask }

// hit is a passage that has something for every part of a query: marks from to to of what was found, in order, not overlapping.
type hit struct{ passage, from, to int }

// found is what a search finds.
type found struct {
	hits  []hit // most marks first, then in the order of the dataset
	marks []place
}

// search finds the passages with all parts of the query. It looks at those alone that pass, nil for all.
func (x *searchIndex) search(slots [][]phrase, pass func(*passage) bool) (f found) {
	most := 0 // places there can be
	for _, slot := range slots {
		for _, p := range slot {
			if len(p.stems) > 0 && p.stems[0] != noStem {
				most += len(x.postings[p.stems[0]])
			}
		}
	}
	s := searching{searchIndex: x, reached: make([]int8, len(x.passages)), found: make([]place, 0, most)}
	if pass != nil {
		for i := range x.passages {
			if !pass(&x.passages[i]) {
				s.reached[i] = -1
			}
		}
	}
	for _, slot := range slots {
		for i := range slot {
			s.find(&slot[i])
		}
		s.part++
	}
	s.found = inOrder(s.found)
	f.marks = s.found[:0]
	f.hits = make([]hit, 0, min(len(s.found), len(x.passages)))
	most, last := 0, -1 // marks in a passage; the hit that is made
	for _, p := range s.found {
		passage := p.passage()
		if s.reached[passage] < s.part {
			continue
		}
		if last < 0 || f.hits[last].passage != passage {
			f.hits = append(f.hits, hit{passage, len(f.marks), len(f.marks)})
			last++
		}
		h := &f.hits[last]
		if before := len(f.marks) - 1; h.to > h.from && p.start() < f.marks[before].end() { // "Shinzo Abe" and the "Abe" in it are one mark
			f.marks[before] = placeAt(passage, f.marks[before].start(), max(f.marks[before].end(), p.end()))
			continue
		}
		f.marks = append(f.marks, p)
		h.to++
		most = max(most, h.to-h.from)
	}
	ordered := make([]hit, 0, len(f.hits))
	for n := most; n > 0; n-- { // there are few marks in a passage
		for _, h := range f.hits {
			if h.to-h.from == n {
				ordered = append(ordered, h)
			}
		}
	}
	f.hits = ordered
	return f
}

// inOrder sorts places that lie in a few ascending runs, one for each form that was looked for: it merges neighbours until one is left.
func inOrder(places []place) []place {
	spare := make([]place, len(places))
	for {
		merged, runs := spare[:0], 0
		for rest := places; len(rest) > 0; runs++ {
			first := ascending(rest)
			second := first + ascending(rest[first:])
			merged = merge(merged, rest[:first], rest[first:second])
			rest = rest[second:]
		}
		if runs < 2 {
			return merged
		}
		places, spare = merged, places
	}
}

// ascending is how many places are in order from the first on.
func ascending(places []place) int {
	n := min(1, len(places))
	for n < len(places) && places[n-1] <= places[n] {
		n++
	}
	return n
}

// merge appends two runs to a third.
func merge(to, a, b []place) []place {
	for len(a) > 0 && len(b) > 0 {
		if a[0] <= b[0] {
			to, a = append(to, a[0]), a[1:]
		} else {
			to, b = append(to, b[0]), b[1:]
		}
	}
	return append(append(to, a...), b...)
}

// searching is one search.
type searching struct {
	*searchIndex
	part    int8   // of the query that is looked for now
	reached []int8 // by passage: how many parts, one after the other, have been found; -1 for those that do not pass
	found   []place
}

func (s *searching) find(p *phrase) {
	if p.literal && !s.sparse {
		for i := range s.passages {
			if s.passages[i].unspaced && s.reached[i] >= s.part {
				s.findLiteral(i, p.written)
			}
		}
		return
	}
	if slices.Contains(p.stems, noStem) {
		return
	}
	passage, end := ^uint32(0), uint32(0)
	for _, first := range s.postings[p.stems[0]] {
		w, last := &s.words[first], int(first)+len(p.stems)-1
		if s.reached[w.passage] < s.part || last >= len(s.words) || s.words[last].passage != w.passage {
			continue
		}
		same := true
		for i := 1; same && i < len(p.stems); i++ {
			next := &s.words[int(first)+i]
			same = next.stem == p.stems[i] && (!s.sparse || next.at == w.at+uint32(i))
		}
		if same && p.literal { // as in findLiteral: what is found does not overlap
			same = w.passage != passage || w.start >= end
			if same {
				passage, end = w.passage, s.words[last].end
			}
		}
		if same {
			s.add(int(w.passage), int(w.start), int(s.words[last].end))
		}
	}
}

func (s *searching) add(passage, start, end int) {
	s.reached[passage] = s.part + 1
	s.found = append(s.found, placeAt(passage, start, end))
}

func (s *searching) findLiteral(passage int, written string) {
	p := &s.passages[passage]
	for from := 0; ; {
		i := strings.Index(p.text[from:], written)
		if i < 0 {
			return
		}
		start := p.start + utf8.RuneCountInString(p.text[:from+i])
		s.add(passage, start, start+utf8.RuneCountInString(written))
		from += i + len(written)
	}
}
