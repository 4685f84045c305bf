package api

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"unsafe"
)

// SearchFile is where a host may keep the result of [SearchIndex], beside the documents.
const SearchFile = "search.bin"

// SearchIndex makes the index for /v1/search from a folder that the compiler wrote, for a host that keeps it as [SearchFile]. For an
// archive it returns nothing. The index is a sequence of numbers (unsigned LEB128) and strings (their length in bytes, then the
// bytes). Each list is its length, then its elements, in the order of searchIndex.
func SearchIndex(dist fs.FS) ([]byte, error) {
	h, err := New(dist, Options{})
	if err != nil {
		return nil, err
	}
	d, ok := h.documents["/v1/dataset.json"]
	if !ok || h.manifest.packs > 0 {
		return nil, nil
	}
	if _, err := d.bytes(dist); err != nil {
		return nil, err
	}
	return IndexNow(d.text(dist)).pack(), nil
}

// pack writes the index.
func (x *searchIndex) pack() []byte {
	var b []byte
	num := func(n int) { b = binary.AppendUvarint(b, uint64(n)) }
	str := func(s string) { num(len(s)); b = append(b, s...) }
	num(len(x.passages))
	for _, p := range x.passages {
		str(p.article)
		str(p.outlet)
		str(p.id)
		str(p.text)
		str(p.json)
		num(p.start)
		num(map[bool]int{true: 1}[p.unspaced])
	}
	num(len(x.stems))
	for _, s := range x.stems {
		str(s)
	}
	num(len(x.words))
	for _, w := range x.words {
		num(int(w.passage))
		num(int(w.stem))
		num(int(w.start))
		num(int(w.end - w.start))
	}
	num(len(x.forms))
	for _, f := range x.forms {
		str(f.folded)
		num(int(f.stem))
	}
	list := func(ns []uint32) {
		num(len(ns))
		for _, n := range ns {
			num(int(n))
		}
	}
	num(len(x.names))
	for _, n := range x.names {
		str(n.key)
		list(n.groups)
	}
	num(len(x.groups))
	for _, g := range x.groups {
		list(g)
	}
	num(len(x.phrases))
	for _, p := range x.phrases {
		str(p.written)
		num(int(p.words))
		num(len(p.stems))
		for _, s := range p.stems {
			num(int(s))
		}
		num(map[bool]int{true: 1}[p.literal])
	}
	num(x.longest)
	return b
}

var errSearchFile = errors.New(SearchFile + " is not what this program wrote: build the Worker again")

// unpacker reads what pack wrote. Once something is missing, all that follows is empty.
type unpacker struct {
	in     string // strings are parts of it
	broken bool
}

func (u *unpacker) num() int {
	n := uint64(0)
	for i, shift := 0, 0; i < len(u.in) && shift < 35; i, shift = i+1, shift+7 {
		c := u.in[i]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			u.in = u.in[i+1:]
			return int(n)
		}
	}
	u.broken, u.in = true, ""
	return 0
}

func (u *unpacker) str() string {
	n := u.num()
	if n > len(u.in) {
		u.broken, u.in = true, ""
		return ""
	}
	s := u.in[:n]
	u.in = u.in[n:]
	return s
}

// length is that of a list, which has a byte at least for each element.
func (u *unpacker) length() int {
	n := u.num()
	if n > len(u.in) {
		u.broken, u.in = true, ""
		return 0
	}
	return n
}

// below is a number that counts something of which there are n.
func (u *unpacker) below(n int) int {
	v := u.num()
	if v >= n {
		u.broken = true
		return 0
	}
	return v
}

// unpackSearch reads what pack wrote; b must not change any more.
func unpackSearch(b []byte) (*searchIndex, error) {
	u := &unpacker{in: unsafe.String(unsafe.SliceData(b), len(b))}
	x := &searchIndex{passages: make([]passage, u.length())}
	for i := range x.passages {
		x.passages[i] = passage{article: u.str(), outlet: u.str(), id: u.str(), text: u.str(), json: u.str(), start: u.num(), unspaced: u.num() == 1}
	}
	x.stems = make([]string, u.length())
	for i := range x.stems {
		x.stems[i] = u.str()
	}
	x.words = make([]word, u.length())
	for i := range x.words {
		w := word{passage: uint32(u.below(len(x.passages))), stem: int32(u.below(len(x.stems))), start: uint32(u.num())}
		w.end = w.start + uint32(u.num())
		x.words[i] = w
	}
	x.forms = make([]wordForm, u.length())
	for i := range x.forms {
		x.forms[i] = wordForm{u.str(), int32(u.below(len(x.stems)))}
	}
	list := func() []uint32 {
		ns := make([]uint32, u.length())
		for i := range ns {
			ns[i] = uint32(u.num())
		}
		return ns
	}
	x.names = make([]name, u.length())
	for i := range x.names {
		x.names[i] = name{u.str(), list()}
	}
	x.groups = make([][]uint32, u.length())
	for i := range x.groups {
		x.groups[i] = list()
	}
	x.phrases = make([]phrase, u.length())
	for i := range x.phrases {
		p := phrase{written: u.str(), words: uint32(u.num()), stems: make([]int32, u.length())}
		for j := range p.stems {
			p.stems[j] = int32(u.below(len(x.stems)))
		}
		p.literal = u.num() == 1
		x.phrases[i] = p
	}
	x.longest = u.num()
	if u.broken || u.in != "" || !x.consistent() {
		return nil, errSearchFile
	}
	x.post()
	return x, nil
}

// consistent reports whether all names and groups lead somewhere.
func (x *searchIndex) consistent() bool {
	for _, n := range x.names {
		for _, g := range n.groups {
			if int(g) >= len(x.groups) {
				return false
			}
		}
	}
	for _, group := range x.groups {
		for _, p := range group {
			if int(p) >= len(x.phrases) || len(x.phrases[p].stems) == 0 {
				return false
			}
		}
	}
	return true
}
