package main

import (
	"encoding/json"
	"errors"
	"hash/crc32"
	"slices"
	"sync"

	"github.com/klauspost/compress/s2"

	"readout/data/dataset/folder"
	"readout/data/dataset/rights"
)

// piece is what is made of one meeting, article, series or issue: some documents and what others need of it. The documents are made
// once and then lie in the cache.
type piece struct {
	key   digest
	id    string                       // that all addresses of its documents have (folder.PackKey), "" where they are files
	docs  stored                       // what is said of the documents: an archive has too many to keep that in memory
	store stored                       // what they are made of
	whole stored                       // its entry in the whole dataset, which has no address
	count int                          // of documents
	bytes int                          // of all documents
	list  []byte                       // its entry in a list
	marks int                          // points of a meeting
	cited map[string][]rights.Citation // by article
	make  maker
	held  []byte // the record of the bodies, where the cache has no room for it
}

// stored is a part of the record of a piece's bodies, compressed.
type stored struct {
	at, size, n int    // where it begins; bytes, and bytes compressed
	crc         uint32 // of the bytes
}

// maker makes a piece: it returns the documents, the entry in the list and that in the whole dataset, and may set marks and cited.
type maker func(p *piece) (docs []file, list, whole []byte, err error)

// piece gets a piece from the cache, or makes it. Two records hold it: the head, which every run reads, and the bodies.
func (c *compiler) piece(id string, key digest, make maker) (*piece, error) {
	p := &piece{key: key, id: id, make: make}
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
	var said []byte
	p.count, p.bytes = len(docs), 0
	for _, f := range docs {
		d := doc{path: f.path, typ: f.typ, size: len(f.data), sum: digestOfBytes(f.data), spans: all.add(f)}
		said = d.append(said)
		p.bytes += d.size
	}
	add := func(data []byte) stored {
		at := len(record)
		record = append(record, s2.Encode(nil, data)...)
		return stored{at, len(data), len(record) - at, crc32.ChecksumIEEE(data)}
	}
	p.docs, p.store, p.whole, p.list = add(said), add(all.store), add(whole), list
	return record, nil
}

// part is a part of the record of a piece. What the cache has lost, or holds damaged, is made again.
func (c *compiler) part(p *piece, of stored) ([]byte, error) {
	sound := func(packed []byte) ([]byte, bool) {
		data, err := s2.Decode(nil, packed)
		return data, err == nil && len(data) == of.size && crc32.ChecksumIEEE(data) == of.crc
	}
	if p.held != nil {
		data, _ := sound(p.held[of.at:][:of.n]) // it never left memory
		return data, nil
	}
	if packed, ok := c.cache.part(p.key, of.at, of.n); ok {
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
	if again.docs != p.docs || again.store != p.store || again.whole != p.whole {
		return nil, errDamaged
	}
	data, _ := sound(record[of.at:][:of.n])
	return data, nil
}

var errDamaged = errors.New("something came out another than it was; the cache is damaged: remove it and run again")

// documents are the piece's documents.
func (c *compiler) documents(p *piece) ([]doc, error) {
	said, err := c.part(p, p.docs)
	if err != nil {
		return nil, err
	}
	r := reader{in: said, text: string(said)}
	out := make([]doc, p.count)
	for i := range out {
		out[i] = r.doc()
		out[i].of = p
	}
	if r.broken {
		return nil, errDamaged
	}
	return out, nil
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

// listed is the document as others are told of it.
func (d *doc) listed() folder.Document {
	return folder.Document{Path: d.path, Type: d.typ, Bytes: d.size, SHA256: d.sum.hex()}
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
	store, err := c.stores.get(d.of, func() ([]byte, error) { return c.part(d.of, d.of.store) })
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

// wholeOf reads the entries of pieces in the whole dataset.
func wholeOf[T any](c *compiler, ps []*piece) ([]T, error) {
	out := make([]T, len(ps))
	for i, p := range ps {
		body, err := c.part(p, p.whole)
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
