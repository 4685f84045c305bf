package api

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/tidwall/gjson"

	"readout/data/dataset/folder"
)

// The index of an archive lies in many small files, of which a search reads those alone that it needs (searchsome.go):
//
//	_search/sXXXX  words by the hash of their stem: how often each stands where, and the names that begin with it
//	_search/cXXXX  a stretch of the places of a word that stands in very many
//	_search/pXXXX  passages as an answer has them, by their numbers
//	_search/aXXXX  which article and outlet they are of: for a search in some alone
//
// Scripts without spaces are found by their characters, each of which counts as a word of its own kind (charStem).
// Numbers and strings are written as in searchIndex.pack.

const (
	aShard     = 48 << 10 // bytes that a file of words is to have
	mostShards = 1024
	aStretch   = 32 << 10 // the places of one word in one file
	mostInline = 8 << 10  // places of a word that stand in the file of words itself
	aBlock     = 64       // passages in one file, and more where there would be too many files
	mostBlocks = 1024
	aTable     = 500 // articles in one file of articles
)

// searchPlan says how the index of an archive is cut into files.
type searchPlan struct {
	shards, block, longest int
	articles               []int // the first passage of each file of articles
}

func shardFile(stem string, p searchPlan) string {
	return searchFileName('s', folder.Shard(stem, p.shards))
}

func searchFileName(kind byte, n int) string {
	const digits = "0123456789abcdef"
	return "_search/" + string([]byte{kind, digits[n>>12&15], digits[n>>8&15], digits[n>>4&15], digits[n&15]})
}

// charStem is the stem of a character of a script without spaces.
func charStem(r rune) string { return "\x00" + string(r) }

// posting is a place of a word: the passage's number, the word's in the passage, and its code points in the source file.
type posting struct{ passage, at, start, n int }

// appendPostings writes places, which are in order; each counts from the one before in its passage.
func appendPostings(b []byte, list []posting) []byte {
	var last posting
	for _, p := range list {
		b = binary.AppendUvarint(b, uint64(p.passage-last.passage))
		if p.passage != last.passage {
			last.at, last.start = 0, 0
		}
		b = binary.AppendUvarint(b, uint64(p.at-last.at))
		b = binary.AppendUvarint(b, uint64(p.start-last.start))
		b = binary.AppendUvarint(b, uint64(p.n))
		last = p
	}
	return b
}

// SearchShards makes the index of /v1/search of an archive, and gives write its files, which a host keeps where the handler can read
// them; plan is what it keeps as [SearchFile]. It is nothing for a dataset that is no archive: see [SearchIndex].
func SearchShards(dist fs.FS, write func(name string, data []byte) error) (plan []byte, err error) {
	h, err := New(dist, Options{})
	if err != nil || h.manifest.packs == 0 {
		return nil, err
	}
	x, err := h.indexArchive()
	if err != nil {
		return nil, err
	}
	return x.writeShards(write)
}

func (x *searchIndex) writeShards(write func(name string, data []byte) error) (plan []byte, err error) {
	p := searchPlan{block: aBlock, longest: x.longest}
	for p.block*mostBlocks < len(x.passages) {
		p.block *= 2
	}
	var block []byte
	for i, v := range x.passages {
		if i%p.block == 0 {
			block = nil
		}
		for _, s := range []string{v.article, v.outlet, v.id, v.text} {
			block = packString(block, s)
		}
		block = binary.AppendUvarint(block, uint64(v.start))
		if i%p.block == p.block-1 || i == len(x.passages)-1 {
			if err := write(searchFileName('p', i/p.block), block); err != nil {
				return nil, err
			}
		}
	}

	var articles []byte
	for i, n := 0, 0; i < len(x.passages); n++ {
		if n%aTable == 0 {
			p.articles = append(p.articles, i)
			articles = nil
		}
		v, first := x.passages[i], i
		for i < len(x.passages) && x.passages[i].article == v.article {
			i++
		}
		articles = packString(packString(binary.AppendUvarint(articles, uint64(i-first)), v.article), v.outlet)
		if n%aTable == aTable-1 || i == len(x.passages) {
			if err := write(searchFileName('a', n/aTable), articles); err != nil {
				return nil, err
			}
		}
	}

	entries, stretches, total := map[string][]byte{}, 0, 0 // by stem
	most := max(aStretch, 20*len(x.words)/mostShards)      // 20 is what a place takes at most, more or less
	add := func(stem string, list []posting) error {
		e := binary.AppendUvarint(packString(nil, stem), uint64(len(list)))
		if all := appendPostings(nil, list); len(all) <= mostInline {
			entries[stem] = packString(binary.AppendUvarint(e, 0), string(all))
			total += len(entries[stem])
			return nil
		}
		var parts [][]posting
		for size := most / 4; len(list) > 0; {
			n := min(size/2, len(list))
			for n < len(list) && list[n].passage == list[n-1].passage {
				n++
			}
			parts, list = append(parts, list[:n]), list[n:]
		}
		e = binary.AppendUvarint(e, uint64(len(parts)))
		for _, part := range parts {
			e = binary.AppendUvarint(binary.AppendUvarint(e, uint64(part[0].passage)), uint64(stretches))
			if stretches > 0xffff {
				return errors.New("the index of this archive takes too many files")
			}
			if err := write(searchFileName('c', stretches), appendPostings(nil, part)); err != nil {
				return err
			}
			stretches++
		}
		entries[stem] = e
		total += len(e)
		return nil
	}
	first := make([]int, len(x.passages)+1) // word of each passage
	for i := len(x.words) - 1; i >= 0; i-- {
		first[x.words[i].passage] = i
	}
	for i, places := range x.postings {
		list := make([]posting, len(places))
		for j, n := range places {
			w := x.words[n]
			list[j] = posting{int(w.passage), int(n) - first[w.passage], int(w.start), int(w.end - w.start)}
		}
		if err := add(x.stems[i], list); err != nil {
			return nil, err
		}
	}
	chars := map[rune][]posting{}
	for i, v := range x.passages {
		if v.unspaced {
			for at, r := range []rune(v.text) {
				chars[r] = append(chars[r], posting{i, at, v.start + at, 1})
			}
		}
	}
	for r, list := range chars {
		if err := add(charStem(r), list); err != nil {
			return nil, err
		}
	}
	for p.shards = 1; p.shards < mostShards && p.shards*aShard < total; {
		p.shards *= 2
	}
	names := make([][]byte, p.shards)
	counts := make([][2]int, p.shards) // stems, names
	for _, n := range x.names {
		word, _, _ := strings.Cut(n.key, " ")
		k := folder.Shard(stemOf(word), p.shards)
		counts[k][1]++
		b := binary.AppendUvarint(packString(names[k], n.key), uint64(len(n.groups)))
		for _, g := range n.groups {
			b = binary.AppendUvarint(b, uint64(len(x.groups[g])))
			for _, f := range x.groups[g] {
				b = packString(b, x.phrases[f].written)
			}
		}
		names[k] = b
	}
	stems := make([][]string, p.shards)
	for stem := range entries {
		k := folder.Shard(stem, p.shards)
		stems[k] = append(stems[k], stem)
	}
	for k := range p.shards {
		slices.Sort(stems[k])
		b := binary.AppendUvarint(nil, uint64(len(stems[k])))
		for _, stem := range stems[k] {
			b = append(b, entries[stem]...)
		}
		b = append(binary.AppendUvarint(b, uint64(counts[k][1])), names[k]...)
		if err := write(searchFileName('s', k), b); err != nil {
			return nil, err
		}
	}
	for _, n := range slices.Concat([]int{p.shards, p.block, p.longest, len(p.articles)}, p.articles) {
		plan = binary.AppendUvarint(plan, uint64(n))
	}
	return plan, nil
}

func packString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// indexArchive reads the parts of the dataset, and the people, out of the packs, and makes the index of all.
func (h *Handler) indexArchive() (*searchIndex, error) {
	x := newIndexer()
	type article struct {
		file  string
		value gjson.Result
	}
	var articles []article
	for k := range h.manifest.packs {
		pack, err := fs.ReadFile(h.dist, folder.PackName(k))
		if err != nil {
			return nil, err
		}
		err = folder.ReadPack(pack, func(d folder.Document, body []byte) error {
			switch {
			case strings.HasPrefix(d.Path, "/v1/dataset/"):
				gjson.ParseBytes(body).ForEach(func(member, list gjson.Result) bool {
					if member.Str == "articles" {
						list.ForEach(func(_, a gjson.Result) bool {
							articles = append(articles, article{a.Get("file").String(), a})
							return true
						})
						return true
					}
					x.readGroups(member.Str, list)
					return true
				})
			case strings.HasPrefix(d.Path, "/v1/people/") && strings.HasSuffix(d.Path, ".json"):
				x.readPerson(gjson.ParseBytes(body))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, kind := range []string{"series", "issues"} {
		if d, ok := h.documents["/v1/"+kind+".json"]; ok {
			x.readGroups(kind, gjson.Get(d.text(h.dist), kind))
		}
	}
	slices.SortFunc(articles, func(a, b article) int { return strings.Compare(a.file, b.file) })
	for _, a := range articles {
		x.addArticle(a.value)
	}
	x.order()
	return &x.searchIndex, nil
}
