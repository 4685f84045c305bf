package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"

	"readout/data/dataset"
)

// piece is what is made of one meeting, article, series or issue: some documents and what others need of it. The documents are made
// once and then lie in the cache.
type piece struct {
	key   digest
	docs  []bodyMeta
	list  []byte                        // its entry in a list
	whole bodyMeta                      // its entry in the whole dataset, which has no address
	marks int                           // points of a meeting
	cited map[string][]dataset.Citation // by article
	make  maker
	held  []byte // the record of the bodies, where the cache has no room for it
}

// bodyMeta is one body of a piece: what it is, and where it lies in the record of the bodies.
type bodyMeta struct {
	path, typ string
	size      int
	sum       digest
	at, n     int    // of the record, deflated
	crc       uint32 // of the body
}

// maker makes a piece: it returns the documents, the entry in the list and that in the whole dataset, and may set marks and cited.
type maker func(p *piece) (docs []file, list, whole []byte, err error)

// piece gets a piece from the cache, or makes it. Two records hold it: the head, which every run reads, and the bodies.
func (c *compiler) piece(key digest, make maker) (*piece, error) {
	p := &piece{key: key, make: make}
	if head, ok := c.cache.get(headKey(key)); ok && c.cache.has(key) && p.readHead(head) == nil {
		c.cache.keep(key)
		return p, nil
	}
	record, err := c.remake(p)
	if err != nil {
		return nil, err
	}
	c.cache.put(key, record)
	c.cache.put(headKey(key), p.head())
	if c.cache.failed() {
		p.held = record
	}
	return p, nil
}

func headKey(key digest) digest { return digestOf(key[:], []byte("head")) }

// remake makes the piece and the record of its bodies.
func (c *compiler) remake(p *piece) (record []byte, err error) {
	docs, list, whole, err := p.make(p)
	if err != nil {
		return nil, err
	}
	add := func(f file) bodyMeta {
		packed := deflate(f.data)
		m := bodyMeta{f.path, f.typ, len(f.data), digestOfBytes(f.data), len(record), len(packed), crc32.ChecksumIEEE(f.data)}
		record = append(record, packed...)
		return m
	}
	p.docs = nil
	for _, f := range docs {
		p.docs = append(p.docs, add(f))
	}
	p.list, p.whole = list, add(file{data: whole})
	return record, nil
}

// body is the bytes of one body of a piece. What the cache has lost, or holds damaged, is made again.
func (c *compiler) body(p *piece, m bodyMeta) ([]byte, error) {
	sound := func(packed []byte) ([]byte, bool) {
		data, err := inflate(packed, m.size)
		return data, err == nil && crc32.ChecksumIEEE(data) == m.crc
	}
	if p.held != nil {
		data, _ := sound(p.held[m.at:][:m.n]) // it never left memory
		return data, nil
	}
	if packed, ok := c.cache.part(p.key, m.at, m.n); ok {
		if data, ok := sound(packed); ok {
			return data, nil
		}
	}
	again := &piece{key: p.key, make: p.make}
	record, err := c.remake(again)
	if err != nil {
		return nil, err
	}
	c.cache.put(p.key, record)
	if c.cache.failed() {
		p.held = record
	}
	for _, n := range append(again.docs, again.whole) {
		if n == m {
			data, _ := sound(record[m.at:][:m.n])
			return data, nil
		}
	}
	return nil, fmt.Errorf("%s came out another than it was; the cache is damaged: remove it and run again", m.path)
}

// docs are the piece's documents.
func (c *compiler) docs(p *piece) []doc {
	out := make([]doc, len(p.docs))
	for i, m := range p.docs {
		out[i] = doc{m.path, m.typ, m.size, m.sum, func() ([]byte, error) { return c.body(p, m) }}
	}
	return out
}

// doc is one document. Its bytes are fetched or made when they are wanted, and not kept.
type doc struct {
	path, typ string
	size      int
	sum       digest // of the bytes
	bytes     func() ([]byte, error)
}

// made is a document whose bytes are at hand.
func made(path, typ string, data []byte) doc {
	return doc{path, typ, len(data), digestOfBytes(data), func() ([]byte, error) { return data, nil }}
}

// The head of a piece is written by hand: an archive reads ten thousand of them before anything else, and JSON takes ten times as long.

func (p *piece) head() []byte {
	var b []byte
	num := func(n int) { b = binary.AppendUvarint(b, uint64(n)) }
	str := func(s string) { num(len(s)); b = append(b, s...) }
	body := func(m bodyMeta) {
		str(m.path)
		str(m.typ)
		num(m.size)
		b = append(b, m.sum[:]...)
		num(m.at)
		num(m.n)
		b = binary.LittleEndian.AppendUint32(b, m.crc)
	}
	num(len(p.docs))
	for _, m := range p.docs {
		body(m)
	}
	body(p.whole)
	str(string(p.list))
	num(p.marks)
	num(len(p.cited))
	for article, citations := range p.cited {
		str(article)
		num(len(citations))
		for _, x := range citations {
			str(x.Passage)
			num(int(x.Why))
			num(x.Start)
			num(x.Length)
		}
	}
	return b
}

var errHead = errors.New("a head of the cache ends early")

func (p *piece) readHead(head []byte) (err error) {
	all := string(head) // paths and types are parts of it
	at := 0
	defer func() {
		if recover() != nil { // an index beyond its end: the record is not ours
			err = errHead
		}
	}()
	num := func() int {
		n, k := binary.Uvarint(head[at:])
		if k <= 0 || n > 1<<40 {
			panic(errHead)
		}
		at += k
		return int(n)
	}
	str := func() string {
		n := num()
		at += n
		return all[at-n : at]
	}
	body := func() (m bodyMeta) {
		m.path, m.typ, m.size = str(), str(), num()
		at += copy(m.sum[:], head[at:at+len(m.sum)])
		m.at, m.n = num(), num()
		m.crc = binary.LittleEndian.Uint32(head[at : at+4])
		at += 4
		return m
	}
	p.docs = make([]bodyMeta, num())
	for i := range p.docs {
		p.docs[i] = body()
	}
	p.whole = body()
	p.list = []byte(str())
	p.marks = num()
	p.cited = map[string][]dataset.Citation{}
	for range num() {
		article := str()
		list := make([]dataset.Citation, num())
		for i := range list {
			list[i] = dataset.Citation{Passage: str(), Why: dataset.Reason(num()), Start: num(), Length: num()}
		}
		p.cited[article] = list
	}
	return nil
}

// wholeOf reads the entries of pieces in the whole dataset.
func wholeOf[T any](c *compiler, ps []*piece) ([]T, error) {
	out := make([]T, len(ps))
	for i, p := range ps {
		body, err := c.body(p, p.whole)
		if err == nil {
			err = json.Unmarshal(body, &out[i])
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// listOf reads the entries of pieces in a list.
func listOf[T any](ps []*piece) ([]T, error) {
	out := make([]T, len(ps))
	for i, p := range ps {
		if err := json.Unmarshal(p.list, &out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// newest keeps the last n of a list in order of time.
func newest[T any](l []T, n int) []T { return slices.Clip(l[max(0, len(l)-n):]) }
