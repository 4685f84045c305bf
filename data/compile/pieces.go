package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"
	"slices"
	"sync"

	"readout/data/dataset"
)

// piece is what is made of one meeting, article, series or issue: some documents and what others need of it. The documents are made
// once and then lie in the cache.
type piece struct {
	key   digest
	docs  []bodyMeta
	store stored                        // of the documents
	whole stored                        // its entry in the whole dataset, which has no address
	list  []byte                        // its entry in a list
	marks int                           // points of a meeting
	cited map[string][]dataset.Citation // by article
	make  maker
	held  []byte // the record of the bodies, where the cache has no room for it
}

// bodyMeta is one document of a piece, and where it lies in the piece's store.
type bodyMeta struct {
	path, typ string
	size      int
	sum       digest
	spans     []span
}

// stored is one of the two parts of the record of a piece's bodies, deflated: the store, then the entry in the whole.
type stored struct {
	size, n int    // bytes, and bytes deflated
	crc     uint32 // of the bytes
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
	var all shared
	p.docs = nil
	for _, f := range docs {
		p.docs = append(p.docs, bodyMeta{f.path, f.typ, len(f.data), digestOfBytes(f.data), all.add(f)})
	}
	add := func(data []byte) stored {
		packed := deflate(data)
		record = append(record, packed...)
		return stored{len(data), len(packed), crc32.ChecksumIEEE(data)}
	}
	p.store, p.whole, p.list = add(all.store), add(whole), list
	return record, nil
}

// storeOf is what the documents of a piece are made of, wholeOf its entry in the whole dataset.
func (c *compiler) storeOf(p *piece) ([]byte, error) { return c.part(p, 0, p.store) }
func (c *compiler) wholeOf(p *piece) ([]byte, error) { return c.part(p, p.store.n, p.whole) }

// part is a part of the record of a piece, which begins at at. What the cache has lost, or holds damaged, is made again.
func (c *compiler) part(p *piece, at int, of stored) ([]byte, error) {
	sound := func(packed []byte) ([]byte, bool) {
		data, err := inflate(packed, of.size)
		return data, err == nil && crc32.ChecksumIEEE(data) == of.crc
	}
	if p.held != nil {
		data, _ := sound(p.held[at:][:of.n]) // it never left memory
		return data, nil
	}
	if packed, ok := c.cache.part(p.key, at, of.n); ok {
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
	if again.store != p.store || again.whole != p.whole {
		return nil, errDamaged
	}
	data, _ := sound(record[at:][:of.n])
	return data, nil
}

var errDamaged = errors.New("something came out another than it was; the cache is damaged: remove it and run again")

// documents are the piece's documents.
func (p *piece) documents() []doc {
	out := make([]doc, len(p.docs))
	for i, m := range p.docs {
		out[i] = doc{path: m.path, typ: m.typ, size: m.size, sum: m.sum, of: p, spans: m.spans}
	}
	return out
}

// doc is one document. Its bytes are fetched or made when they are wanted, and not kept.
type doc struct {
	path, typ string
	size      int
	sum       digest // of the bytes
	of        *piece // it is made of spans of the store of this piece
	spans     []span
	bytes     func() ([]byte, error) // of what is no piece's
}

// made is a document whose bytes are at hand.
func made(path, typ string, data []byte) doc {
	return doc{path: path, typ: typ, size: len(data), sum: digestOfBytes(data), bytes: func() ([]byte, error) { return data, nil }}
}

// body is the bytes of a document.
func (c *compiler) body(d doc) ([]byte, error) {
	if d.of == nil {
		return d.bytes()
	}
	store, err := c.stores.get(d.of, func() ([]byte, error) { return c.storeOf(d.of) })
	if err != nil {
		return nil, err
	}
	return join(store, d.spans), nil
}

// stores are the stores of some pieces, inflated: the documents of one are written one after the other. The zero value is ready for use.
type stores struct {
	mu    sync.Mutex
	of    map[*piece][]byte
	bytes int
}

// mostStores is how many bytes of stores are kept inflated: those of a few hundred articles.
const mostStores = 32 << 20

func (s *stores) get(p *piece, read func() ([]byte, error)) ([]byte, error) {
	s.mu.Lock()
	store, ok := s.of[p]
	s.mu.Unlock()
	if ok {
		return store, nil
	}
	store, err := read()
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of == nil || s.bytes > mostStores {
		s.of, s.bytes = map[*piece][]byte{}, 0
	}
	s.of[p] = store
	s.bytes += len(store)
	return store, nil
}

// The head of a piece is written by hand: an archive reads ten thousand of them before anything else, and JSON takes ten times as long.

func (p *piece) head() []byte {
	var b []byte
	num := func(n int) { b = binary.AppendUvarint(b, uint64(n)) }
	str := func(s string) { num(len(s)); b = append(b, s...) }
	part := func(m stored) {
		num(m.size)
		num(m.n)
		b = binary.LittleEndian.AppendUint32(b, m.crc)
	}
	num(len(p.docs))
	for _, m := range p.docs {
		str(m.path)
		str(m.typ)
		num(m.size)
		b = append(b, m.sum[:]...)
		num(len(m.spans))
		for _, s := range m.spans {
			num(s.at)
			num(s.n)
		}
	}
	part(p.store)
	part(p.whole)
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
	part := func() (m stored) {
		m.size, m.n = num(), num()
		m.crc = binary.LittleEndian.Uint32(head[at : at+4])
		at += 4
		return m
	}
	p.docs = make([]bodyMeta, num())
	for i := range p.docs {
		m := &p.docs[i]
		m.path, m.typ, m.size = str(), str(), num()
		at += copy(m.sum[:], head[at:at+len(m.sum)])
		m.spans = make([]span, num())
		for n := range m.spans {
			m.spans[n] = span{num(), num()}
		}
	}
	p.store, p.whole = part(), part()
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
		body, err := c.wholeOf(p)
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
