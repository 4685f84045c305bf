package api

import (
	"io/fs"
	"slices"
	"strings"
	"unsafe"

	"readout/wasm/sorting"
)

// A search in an archive reads the files that it needs (searchshards.go) and makes an index of them that has the places of its own words
// alone; everything else is as in a whole index, and so is the answer. A host that has to fetch files tells of one that is not there
// yet as one that does not exist, fetches it and asks again: so whatever can be known to be needed is asked for at once.

// Bounds of a search in an archive.
const (
	mostFiles    = 32     // of one kind
	mostPostings = 50_000 // places of words that are read
)

func searchMissing() *problem {
	return failure("internal", "A part of the search index is missing. Ask again; if it stays so the Worker has to be built anew.")
}

// some is the search for one query.
type some struct {
	h       *Handler
	plan    searchPlan
	files   map[string]string // read, "" for those that are missing
	missing bool
	x       *searchIndex
	entries map[string]entry // by stem
	global  []uint32         // by the number of a passage in x: that in the archive
}

// entry is what the files of words tell of one stem.
type entry struct {
	count     int
	places    string   // appendPostings, of a word that stands in few places
	stretches [][2]int // of any other: the first passage, and the file
}

// readPlan reads what SearchShards says of its files; false where there are none.
func (h *Handler) readPlan() (p searchPlan, ok bool) {
	packed, err := fs.ReadFile(h.dist, SearchFile)
	if err != nil {
		return p, false
	}
	u := unpacker{in: string(packed)}
	p = searchPlan{shards: u.num(), block: u.num(), longest: u.num(), articles: make([]int, u.length())}
	for i := range p.articles {
		p.articles[i] = u.num()
	}
	return p, !u.broken && u.in == "" && p.shards > 0 && p.block > 0
}

// someIndex is an index that has what a query looks for, and what that is.
func (h *Handler) someIndex(wanted string) (*some, [][]phrase, *problem) {
	plan, ok := h.readPlan()
	if !ok {
		return nil, nil, failure("too-costly", "The texts of this archive are not indexed here; all are in the parts that /v1/dataset.json lists.")
	}
	s := &some{h: h, plan: plan, files: map[string]string{}, entries: map[string]entry{}, x: &searchIndex{sparse: true, longest: plan.longest}}
	stems := map[string]bool{}
	for i, part := range strings.Split(wanted, `"`) {
		words := cut(part)
		for n, w := range words {
			stem := stemOf(w.folded)
			stems[stem] = true
			var names []string
			for to := n + 1; i%2 == 0 && to <= len(words) && to-n <= plan.longest; to++ {
				names = append(names, keyOf(words[n:to]))
			}
			s.readWords(stem, names)
			addChars(stems, part[w.from:w.to])
		}
		if i%2 == 1 {
			addChars(stems, part)
		}
	}
	if p := s.stopped(); p != nil {
		return nil, nil, p
	}
	for i := range s.x.phrases {
		p := &s.x.phrases[i]
		p.literal = strings.ContainsFunc(p.written, unspaced)
		if p.literal {
			addChars(stems, p.written)
			continue
		}
		for _, w := range cut(p.written) {
			stems[stemOf(w.folded)] = true
		}
	}
	for stem := range stems {
		s.x.stems = append(s.x.stems, stem)
	}
	slices.Sort(s.x.stems)
	for i := range s.x.phrases {
		p := &s.x.phrases[i]
		p.stems = s.x.phrase(p.written, cut(p.written)).stems
	}
	sortNames(s.x.names)
	slots := s.x.alternatives(wanted)
	if len(slots) > mostParts {
		return nil, nil, tooManyParts(wanted)
	}
	if p := s.fill(slots); p != nil {
		return nil, nil, p
	}
	return s, slots, nil
}

func addChars(stems map[string]bool, written string) {
	if strings.ContainsFunc(written, unspaced) {
		for _, r := range written {
			stems[charStem(r)] = true
		}
	}
}

// chars are the numbers of the characters of a text.
func (x *searchIndex) chars(written string) (out []int32) {
	for _, r := range written {
		n, found := slices.BinarySearch(x.stems, charStem(r))
		if !found {
			return []int32{noStem}
		}
		out = append(out, int32(n))
	}
	return out
}

// file reads a file of the index; "" where it is missing.
func (s *some) file(name string) string {
	text, known := s.files[name]
	if !known {
		data, err := fs.ReadFile(s.h.dist, name)
		if err != nil {
			s.missing = true
		}
		text = unsafe.String(unsafe.SliceData(data), len(data)) // nobody changes it
		s.files[name] = text
	}
	return text
}

// stopped says why the search cannot go on.
func (s *some) stopped() *problem {
	if len(s.files) > 3*mostFiles {
		return tooCommon()
	}
	if s.missing {
		return searchMissing()
	}
	return nil
}

func tooCommon() *problem {
	return failure("too-costly", "These words stand in too many places of this archive to be looked through for one answer. Add a word that is rarer.")
}

// readWords reads what the files say of a stem, and of those names that begin with a word of it.
func (s *some) readWords(stem string, names []string) {
	if len(s.files) > 3*mostFiles {
		return
	}
	u := unpacker{in: s.file(shardFile(stem, s.plan))}
	if u.in == "" {
		return
	}
	for range u.length() {
		is := u.str() == stem
		e := entry{count: u.num()}
		if n := u.length(); n == 0 {
			e.places = u.str()
		} else {
			for range n {
				first, file := u.num(), u.num()
				if is {
					e.stretches = append(e.stretches, [2]int{first, file})
				}
			}
		}
		if is {
			s.entries[stem] = e
		}
	}
	if len(names) == 0 {
		return
	}
	for range u.length() {
		key := u.str()
		wanted := slices.Contains(names, key) && s.x.groupsNamed(key) == nil
		var groups []uint32
		for range u.length() {
			var group []uint32
			for range u.length() {
				if written := u.str(); wanted {
					group = append(group, s.x.addPhrase(written))
				}
			}
			groups = append(groups, uint32(len(s.x.groups)))
			if wanted {
				s.x.groups = append(s.x.groups, group)
			}
		}
		if wanted {
			s.x.names = append(s.x.names, name{key, groups})
		}
	}
}

// groupsNamed is groupsOf while the names are not in order.
func (x *searchIndex) groupsNamed(key string) []uint32 {
	for _, n := range x.names {
		if n.key == key {
			return n.groups
		}
	}
	return nil
}

// addPhrase gives the number of a phrase, a new one or that of the same.
func (x *searchIndex) addPhrase(written string) uint32 {
	key := keyOf(cut(written))
	p := phrase{written: written, words: uint32(len(x.phrases))}
	for i, q := range x.phrases {
		if q.written == written {
			return uint32(i)
		}
		if q.words == uint32(i) && keyOf(cut(q.written)) == key {
			p.words = q.words
		}
	}
	x.phrases = append(x.phrases, p)
	return uint32(len(x.phrases) - 1)
}

// fill makes the index of the places of a query's words.
func (s *some) fill(slots [][]phrase) *problem {
	words := s.wordsOf(slots)
	if p := s.stopped(); p != nil {
		return p
	}
	all, p := s.places(words, slots)
	if p != nil {
		return p
	}
	sorting.By(all, func(a, b placed) int {
		switch {
		case a.passage != b.passage:
			return a.passage - b.passage
		case (s.x.stems[a.stem][0] == 0) != (s.x.stems[b.stem][0] == 0): // characters are words of another kind
			return strings.Compare(s.x.stems[a.stem], s.x.stems[b.stem])
		}
		return a.at - b.at
	})
	for _, p := range all {
		if n := len(s.global); n == 0 || s.global[n-1] != uint32(p.passage) {
			s.global = append(s.global, uint32(p.passage))
		}
		s.x.words = append(s.x.words, word{uint32(len(s.global) - 1), p.stem, uint32(p.start), uint32(p.start + p.n), uint32(p.at)})
	}
	s.x.passages = make([]passage, len(s.global))
	s.x.post()
	return nil
}

// wordsOf are the numbers of the stems that a query looks for, each once. It reads what the files say of them.
func (s *some) wordsOf(slots [][]phrase) (out []int32) {
	seen := map[int32]bool{noStem: true}
	for _, slot := range slots {
		for _, p := range slot {
			for _, n := range p.stems {
				if seen[n] {
					continue
				}
				seen[n] = true
				out = append(out, n)
				if stem := s.x.stems[n]; s.entries[stem].count == 0 {
					s.readWords(stem, nil)
				}
			}
		}
	}
	return out
}

// places reads where words stand: in the passages alone that may have all parts of the query, where these are known to be few.
func (s *some) places(words []int32, slots [][]phrase) (all []placed, p *problem) {
	among, only := s.candidates(slots)
	files := 0
	for _, n := range words {
		e := s.entries[s.x.stems[n]]
		read := []string{e.places}
		for i, part := range e.stretches {
			end := 1 << 40
			if i+1 < len(e.stretches) {
				end = e.stretches[i+1][0]
			}
			if !only || between(among, part[0], end) {
				if files++; files > mostFiles {
					return nil, tooCommon()
				}
				read = append(read, s.file(searchFileName('c', part[1])))
			}
		}
		for _, places := range read {
			for _, p := range postings(places) {
				if only {
					if _, in := slices.BinarySearch(among, p.passage); !in {
						continue
					}
				}
				all = append(all, placed{p, n})
			}
		}
		if len(all) > mostPostings {
			return nil, tooCommon()
		}
	}
	return all, s.stopped()
}

// placed is a place of a word with its stem.
type placed struct {
	posting
	stem int32
}

// candidates are the passages that have something for each part of a query whose words all stand in few places; false where there is no
// such part.
func (s *some) candidates(slots [][]phrase) (among []int, only bool) {
	for _, slot := range slots {
		var in []int
		few := true
		for _, p := range slot {
			if slices.Contains(p.stems, noStem) {
				continue
			}
			rare := -1 // the passages of one word that stands in few places have all places of the phrase
			for _, n := range p.stems {
				e := s.entries[s.x.stems[n]]
				if len(e.stretches) == 0 && (rare < 0 || e.count < s.entries[s.x.stems[rare]].count) {
					rare = int(n)
				}
			}
			if rare < 0 {
				few = false
				break
			}
			for _, p := range postings(s.entries[s.x.stems[rare]].places) {
				in = append(in, p.passage)
			}
		}
		if !few {
			continue
		}
		sorting.By(in, func(a, b int) int { return a - b })
		in = slices.Compact(in)
		if only {
			in = slices.DeleteFunc(in, func(n int) bool { _, both := slices.BinarySearch(among, n); return !both })
		}
		among, only = in, true
	}
	return among, only
}

// between reports whether a sorted list has a number from first to end, end not included.
func between(sorted []int, first, end int) bool {
	i, _ := slices.BinarySearch(sorted, first)
	return i < len(sorted) && sorted[i] < end
}

// postings reads what appendPostings wrote.
func postings(places string) (out []posting) {
	u := unpacker{in: places}
	var last posting
	for u.in != "" {
		p := posting{passage: last.passage + u.num(), at: u.num(), start: u.num(), n: u.num()}
		if p.passage == last.passage {
			p.at, p.start = p.at+last.at, p.start+last.start
		}
		out = append(out, p)
		last = p
	}
	return out
}

// readArticles says of all passages of the index which article and outlet they are of.
func (s *some) readArticles() *problem {
	files, local := 0, 0
	for k, first := range s.plan.articles {
		end := 1 << 40
		if k+1 < len(s.plan.articles) {
			end = s.plan.articles[k+1]
		}
		if local == len(s.global) || int(s.global[local]) >= end {
			continue
		}
		if files++; files > mostFiles {
			return tooCommon()
		}
		u := unpacker{in: s.file(searchFileName('a', k))}
		for at := first; u.in != ""; {
			at += u.num()
			article, outlet := u.str(), u.str()
			for ; local < len(s.global) && int(s.global[local]) < at; local++ {
				s.x.passages[local].article, s.x.passages[local].outlet = article, outlet
			}
		}
		for local < len(s.global) && int(s.global[local]) < end { // the file is missing
			local++
		}
	}
	return s.stopped()
}

// read reads the passages of hits as far as its bound on files reaches, and says how many hits that were.
func (s *some) read(hits []hit) (n int, p *problem) {
	files := map[int]bool{}
	for _, t := range hits {
		file := int(s.global[t.passage]) / s.plan.block
		if !files[file] && len(files) == mostFiles {
			break
		}
		files[file] = true
		n++
	}
	for file := range files {
		u := unpacker{in: s.file(searchFileName('p', file))}
		for i := file * s.plan.block; u.in != ""; i++ {
			v := passage{article: u.str(), outlet: u.str(), id: u.str(), text: u.str(), start: u.num()}
			if local, ok := slices.BinarySearch(s.global, uint32(i)); ok {
				s.x.passages[local] = v
			}
		}
	}
	if s.missing {
		return 0, searchMissing()
	}
	for _, t := range hits[:n] {
		v := &s.x.passages[t.passage]
		v.json = v.answer()
	}
	return n, nil
}
