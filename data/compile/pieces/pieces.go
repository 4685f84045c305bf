// Package pieces keeps what was made of one thing (a meeting, an article, a series or an issue) in the cache, under a digest of
// everything it was made of. An archive has too many documents to hold in memory, so a piece only says where they are.
package pieces

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"sync"

	"github.com/klauspost/compress/s2"

	"readout/data/compile/cache"
	"readout/data/compile/documents"
	"readout/data/dataset/folder"
	"readout/data/dataset/rights"
)

// Piece is what is made of one meeting, article, series or issue: its documents, and what other pieces need to know of it. The
// documents are made once and then stay in the cache.
type Piece struct {
	Key   cache.Digest
	ID    string                       // part of all addresses of its documents (folder.PackKey), "" if they are files
	docs  Stored                       // what is said of the documents: an archive has too many to keep that in memory
	Store Stored                       // what the documents are made of
	Whole Stored                       // its entry in the whole dataset, which has no address
	count int                          // of documents
	bytes int                          // of all documents
	List  []byte                       // its entry in a list
	Cited map[string][]rights.Citation // by article
	make  Maker
	held  []byte // the record of the bodies, where the cache has no room for it
}

// Stored is a part of the record of a piece's bodies, compressed.
type Stored struct {
	at, Size, n int    // where it begins; bytes, and bytes compressed
	crc         uint32 // of the bytes
}

// Maker makes a piece. It returns the documents, the entry in the list and the entry in the whole dataset, and may set Cited.
type Maker func(p *Piece) (docs []documents.File, list, whole []byte, err error)

// Store gets pieces from a cache, or makes them, and hands out their documents. It is safe for concurrent use.
type Store struct {
	cache    *cache.Cache
	inflated stores
}

// New is a store over a cache.
func New(c *cache.Cache) *Store { return &Store{cache: c} }

// Get gets a piece from the cache, or makes it. It is kept as two records: the head, which every run reads, and the bodies.
func (s *Store) Get(id string, key cache.Digest, make Maker) (*Piece, error) {
	p := &Piece{Key: key, ID: id, make: make}
	if head, ok := s.cache.Get(headKey(key)); ok && s.cache.Has(key) && p.readHead(head) == nil {
		s.cache.Keep(key)
		return p, nil
	}
	record, err := s.remake(p)
	if err != nil {
		return nil, err
	}
	s.cache.Put(key, record)
	s.cache.Put(headKey(key), p.head())
	if s.cache.Fault() != nil {
		p.held = record
	}
	return p, nil
}

func headKey(key cache.Digest) cache.Digest { return cache.Of(key[:], []byte("head")) }

// remake makes the piece and the record of its bodies.
func (s *Store) remake(p *Piece) (record []byte, err error) {
	docs, list, whole, err := p.make(p)
	if err != nil {
		return nil, err
	}
	w := works.Get().(*work)
	defer works.Put(w)
	all := shared{store: w.store[:0]}
	said := w.said[:0]
	p.count, p.bytes = len(docs), 0
	for _, f := range docs {
		d := Doc{Path: f.Path, Type: f.Type, Size: len(f.Data), Sum: cache.Sum(f.Data), Place: all.add(f)}
		said = d.append(said)
		p.bytes += d.Size
	}
	add := func(data []byte) Stored {
		w.packed = s2.Encode(w.packed[:cap(w.packed)], data)
		at := len(record)
		record = append(record, w.packed...)
		return Stored{at, len(data), len(record) - at, crc32.ChecksumIEEE(data)}
	}
	p.docs, p.Store, p.Whole, p.List = add(said), add(all.store), add(whole), list
	w.store, w.said = all.store, said
	return record, nil
}

// work is room for making a piece, which the next one needs again.
type work struct{ store, said, packed []byte }

var works = sync.Pool{New: func() any { return new(work) }}

// Part returns a part of the record of a piece. If the cache has lost or damaged it, it is made again.
func (s *Store) Part(p *Piece, of Stored) ([]byte, error) {
	sound := func(packed []byte) ([]byte, bool) {
		data, err := s2.Decode(nil, packed)
		return data, err == nil && len(data) == of.Size && crc32.ChecksumIEEE(data) == of.crc
	}
	if p.held != nil {
		data, _ := sound(p.held[of.at:][:of.n]) // it never left memory
		return data, nil
	}
	if packed, ok := s.cache.Part(p.Key, of.at, of.n); ok {
		if data, ok := sound(packed); ok {
			return data, nil
		}
	}
	again := &Piece{Key: p.Key, make: p.make}
	record, err := s.remake(again)
	if err != nil {
		return nil, err
	}
	s.cache.Put(p.Key, record)
	if s.cache.Fault() != nil {
		p.held = record
	}
	if again.docs != p.docs || again.Store != p.Store || again.Whole != p.Whole {
		return nil, ErrDamaged
	}
	data, _ := sound(record[of.at:][:of.n])
	return data, nil
}

// ErrDamaged says that the body of a piece does not match its head.
var ErrDamaged = errors.New("something came out another than it was; the cache is damaged: remove it and run again")

// Documents are the piece's documents.
func (s *Store) Documents(p *Piece) ([]Doc, error) {
	said, err := s.Part(p, p.docs)
	if err != nil {
		return nil, err
	}
	r := reader{in: said, text: string(said)}
	out := make([]Doc, p.count)
	for i := range out {
		out[i] = r.doc()
		out[i].Of = p
	}
	if r.broken {
		return nil, ErrDamaged
	}
	return out, nil
}

// Doc is one document. Its bytes are fetched or made when needed, and not kept.
type Doc struct {
	Path, Type string
	Size       int
	Sum        cache.Digest // of the bytes
	Of         *Piece       // the piece in whose store it is
	Place
	Bytes func() ([]byte, error) // makes the bytes of a document that belongs to no piece
}

// Stored is how many bytes are stored for the document, together with its piece's other documents.
func (d *Doc) Stored() int {
	if d.Of == nil {
		return d.Size
	}
	return d.Of.Store.Size
}

// Listed is the document as the manifest or an index lists it.
func (d *Doc) Listed() folder.Document {
	return folder.Document{Path: d.Path, Type: d.Type, Bytes: d.Size, SHA256: d.Sum.Hex()}
}

// Made is a document whose bytes are already there.
func Made(path, typ string, data []byte) Doc {
	return Doc{Path: path, Type: typ, Size: len(data), Sum: cache.Sum(data), Bytes: func() ([]byte, error) { return data, nil }}
}

// Body is the bytes of a document.
func (s *Store) Body(d Doc) ([]byte, error) {
	if d.Of == nil {
		return d.Bytes()
	}
	store, err := s.inflated.get(d.Of, func() ([]byte, error) { return s.Part(d.Of, d.Of.Store) })
	if err != nil {
		return nil, err
	}
	body, ok := folder.Join(store, d.At, 0, d.Spans, d.Size)
	if !ok {
		return nil, fmt.Errorf("%s: %w", d.Path, ErrDamaged)
	}
	return body, nil
}

// stores are the stores of some pieces, inflated: the documents of one are written one after the other. The zero value is ready for use.
type stores struct {
	mu    sync.Mutex
	of    map[*Piece][]byte
	bytes int
}

// mostStores is how many bytes of stores are kept inflated: those of a few hundred articles.
const mostStores = 32 << 20

func (s *stores) get(p *Piece, read func() ([]byte, error)) ([]byte, error) {
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
		s.of, s.bytes = map[*Piece][]byte{}, 0
	}
	s.of[p] = store
	s.bytes += len(store)
	return store, nil
}

// WholeOf returns the entries of pieces in the whole dataset.
func WholeOf[T any](s *Store, ps []*Piece) ([]T, error) {
	out := make([]T, len(ps))
	for i, p := range ps {
		body, err := s.Part(p, p.Whole)
		if err == nil {
			err = json.Unmarshal(body, &out[i])
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// ListOf returns the list entries of pieces.
func ListOf[T any](ps []*Piece) ([]T, error) {
	out := make([]T, len(ps))
	for i, p := range ps {
		if err := json.Unmarshal(p.List, &out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
