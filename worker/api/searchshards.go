package api

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"maps"
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

// SearchShards makes the index for /v1/search of an archive. It passes the files to write; the host keeps them where the handler can
// read them, and keeps plan as [SearchFile]. For a dataset that is not an archive it returns nothing: see [SearchIndex].
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

// shardWriter writes the files of an index.
type shardWriter struct {
	*searchIndex
	plan      searchPlan
	write     func(name string, data []byte) error
	entries   map[string][]byte // of words, by stem
	bytes     int               // of all entries
	stretches int               // files of places
}

func (x *searchIndex) writeShards(write func(name string, data []byte) error) (plan []byte, err error) {
	w := &shardWriter{searchIndex: x, plan: searchPlan{longest: x.longest}, write: write, entries: map[string][]byte{}}
	for _, step := range []func() error{w.writePassages, w.writeArticles, w.gatherWords, w.gatherChars, w.writeWords} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	for _, n := range slices.Concat([]int{w.plan.shards, w.plan.block, w.plan.longest, len(w.plan.articles)}, w.plan.articles) {
		plan = binary.AppendUvarint(plan, uint64(n))
	}
	return plan, nil
}

func (w *shardWriter) writePassages() error {
	w.plan.block = aBlock
	for w.plan.block*mostBlocks < len(w.passages) {
		w.plan.block *= 2
	}
	n := 0
	for some := range slices.Chunk(w.passages, w.plan.block) {
		var block []byte
		for _, v := range some {
			for _, s := range []string{v.article, v.outlet, v.id, v.text} {
				block = packString(block, s)
			}
			block = binary.AppendUvarint(block, uint64(v.start))
		}
		if err := w.write(searchFileName('p', n), block); err != nil {
			return err
		}
		n++
	}
	return nil
}

func (w *shardWriter) writeArticles() error {
	var table []byte
	for i, n := 0, 0; i < len(w.passages); n++ {
		if n%aTable == 0 {
			w.plan.articles = append(w.plan.articles, i)
			table = nil
		}
		v, first := w.passages[i], i
		for i < len(w.passages) && w.passages[i].article == v.article {
			i++
		}
		table = packString(packString(binary.AppendUvarint(table, uint64(i-first)), v.article), v.outlet)
		if n%aTable == aTable-1 || i == len(w.passages) {
			if err := w.write(searchFileName('a', n/aTable), table); err != nil {
				return err
			}
		}
	}
	return nil
}

// gatherWords makes the entries of all words.
func (w *shardWriter) gatherWords() error {
	first := make([]int, len(w.passages)+1) // word of each passage
	for i := len(w.words) - 1; i >= 0; i-- {
		first[w.words[i].passage] = i
	}
	for i, places := range w.postings {
		list := make([]posting, len(places))
		for j, n := range places {
			x := w.words[n]
			list[j] = posting{int(x.passage), int(n) - first[x.passage], int(x.start), int(x.end - x.start)}
		}
		if err := w.add(w.stems[i], list); err != nil {
			return err
		}
	}
	return nil
}

// gatherChars makes those of the characters of scripts without spaces.
func (w *shardWriter) gatherChars() error {
	places := map[rune][]posting{}
	for i, v := range w.passages {
		if v.unspaced {
			for at, r := range []rune(v.text) {
				places[r] = append(places[r], posting{i, at, v.start + at, 1})
			}
		}
	}
	for _, r := range slices.Sorted(maps.Keys(places)) { // files of places are numbered as they come
		if err := w.add(charStem(r), places[r]); err != nil {
			return err
		}
	}
	return nil
}

// add makes the entry of a word. Places that are too many for it go into files of their own.
func (w *shardWriter) add(stem string, list []posting) error {
	e := binary.AppendUvarint(packString(nil, stem), uint64(len(list)))
	if all := appendPostings(nil, list); len(all) <= mostInline {
		e = packString(binary.AppendUvarint(e, 0), string(all))
	} else {
		parts := w.cut(list)
		e = binary.AppendUvarint(e, uint64(len(parts)))
		for _, part := range parts {
			e = binary.AppendUvarint(binary.AppendUvarint(e, uint64(part[0].passage)), uint64(w.stretches))
			if w.stretches > 0xffff {
				return errors.New("the index of this archive takes too many files")
			}
			if err := w.write(searchFileName('c', w.stretches), appendPostings(nil, part)); err != nil {
				return err
			}
			w.stretches++
		}
	}
	w.entries[stem] = e
	w.bytes += len(e)
	return nil
}

// cut parts places into stretches, between passages.
func (w *shardWriter) cut(list []posting) (parts [][]posting) {
	size := max(aStretch, 20*len(w.words)/mostShards) / 8 // a place takes 4 bytes and more; 20 at most, more or less
	for len(list) > 0 {
		n := min(size, len(list))
		for n < len(list) && list[n].passage == list[n-1].passage {
			n++
		}
		parts, list = append(parts, list[:n]), list[n:]
	}
	return parts
}

// writeWords writes the entries and the names, each where its stem belongs.
func (w *shardWriter) writeWords() error {
	shards := 1
	for shards < mostShards && shards*aShard < w.bytes {
		shards *= 2
	}
	w.plan.shards = shards
	names, counts := make([][]byte, shards), make([]int, shards)
	for _, n := range w.names {
		word, _, _ := strings.Cut(n.key, " ")
		k := folder.Shard(stemOf(word), shards)
		counts[k]++
		b := binary.AppendUvarint(packString(names[k], n.key), uint64(len(n.groups)))
		for _, g := range n.groups {
			b = binary.AppendUvarint(b, uint64(len(w.groups[g])))
			for _, f := range w.groups[g] {
				b = packString(b, w.phrases[f].written)
			}
		}
		names[k] = b
	}
	stems := make([][]string, shards)
	for _, stem := range slices.Sorted(maps.Keys(w.entries)) {
		k := folder.Shard(stem, shards)
		stems[k] = append(stems[k], stem)
	}
	for k := range shards {
		b := binary.AppendUvarint(nil, uint64(len(stems[k])))
		for _, stem := range stems[k] {
			b = append(b, w.entries[stem]...)
		}
		b = append(binary.AppendUvarint(b, uint64(counts[k])), names[k]...)
		if err := w.write(searchFileName('s', k), b); err != nil {
			return err
		}
	}
	return nil
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
