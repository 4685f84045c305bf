package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"readout/data/dataset"
	"readout/wasm/meeting"
	"readout/web"
)

// doc is one document of an archive. Its bytes are made when they are wanted and not kept.
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

// piece is what is made of one meeting, article, series or issue: some documents and what others need of it.
type piece struct {
	Docs   []docMeta
	List   json.RawMessage     // its entry in a list
	Points int                 // of a meeting
	Cited  map[string][]string // article id → passages
	key    digest
	mu     sync.Mutex
	held   [][]byte // the bodies, where there is no cache to have them from
}

type docMeta struct {
	Path, Type string
	Size       int
	Sum        []byte
}

// piece gets a piece from the cache, or makes it. make returns the documents, the entry in the list and that in the whole dataset.
func (a *archive) piece(key digest, make func(p *piece) (docs []file, list, whole []byte, err error)) (*piece, error) {
	p := &piece{key: key}
	if head, ok := a.cache.get(digestOf(key[:], []byte("head"))); ok && a.cache.has(key) && json.Unmarshal(head, p) == nil {
		a.cache.keep(key)
		return p, nil
	}
	docs, list, whole, err := make(p)
	if err != nil {
		return nil, err
	}
	var bodies [][]byte
	for _, f := range docs {
		sum := digestOfBytes(f.data)
		p.Docs = append(p.Docs, docMeta{f.path, f.typ, len(f.data), sum[:]})
		bodies = append(bodies, f.data)
	}
	p.List = bytes.TrimSpace(list)
	bodies = append(bodies, whole)
	if a.cache.failed() {
		p.held = [][]byte{pack(bodies...)}
		return p, nil
	}
	head, err := dataset.Encode(p)
	if err != nil {
		return nil, err
	}
	a.cache.put(key, pack(bodies...))
	a.cache.put(digestOf(key[:], []byte("head")), head)
	if a.cache.failed() {
		p.held = [][]byte{pack(bodies...)}
	}
	return p, nil
}

// bodies are the bytes of a piece's documents, and last its entry in the whole dataset.
func (a *archive) bodies(p *piece) ([][]byte, error) {
	record := []byte(nil)
	if p.held != nil {
		record = p.held[0]
	} else {
		var ok bool
		if record, ok = a.cache.get(p.key); !ok {
			return nil, fmt.Errorf("the cache in %s was damaged while it was in use; run again, it mends itself", a.cache.dir)
		}
	}
	return unpack(record, len(p.Docs)+1)
}

// docs are the piece's documents.
func (a *archive) docs(p *piece) []doc {
	var out []doc
	for i, m := range p.Docs {
		out = append(out, doc{m.Path, m.Type, m.Size, digest(m.Sum), func() ([]byte, error) {
			b, err := a.bodies(p)
			if err != nil {
				return nil, err
			}
			return b[i], nil
		}})
	}
	return out
}

// meetingPiece compares one meeting.
func (a *archive) meetingPiece(m *meeting.Meeting) (*piece, error) {
	articles := covering(*m)
	parts := [][]byte{a.version[:], []byte("meeting")}
	about, err := json.Marshal([]any{m, m.Date.String()})
	if err != nil {
		return nil, err
	}
	parts = append(parts, about)
	for _, i := range articles {
		parts = append(parts, a.inputs(i)...)
	}
	return a.piece(digestOf(parts...), func(p *piece) ([]file, []byte, []byte, error) {
		part := a.some(articles, m.People)
		c := a.words.Some(part.arts, part.people, part.local(*m))
		d := dataset.Build(c, a.base, part.about)
		if m.Series != "" {
			for _, s := range a.base.Series {
				if s.ID == m.Series {
					d.Series = append(d.Series, dataset.Series{ID: s.ID, Title: s.Title, Rounds: []string{}, OrderClaims: []dataset.OrderClaim{}, Terms: []dataset.Term{}, Discrepancies: []dataset.Discrepancy{}})
				}
			}
		}
		if err := a.finish(d, &part, true); err != nil {
			return nil, nil, nil, fmt.Errorf("meeting %s: %w", m.ID, err)
		}
		dm := &d.Meetings[0]
		document := d.MeetingDoc(dm)
		w := &writer{site: a.o.site}
		w.meeting(document)
		old := []byte(nil)
		card, err := web.DrawCard(document, old)
		path := web.CardPath(dm.ID)
		w.add(path, fileName(path, typePNG), typePNG, card, err)
		whole, err := dataset.Encode(dm)
		if err != nil {
			return nil, nil, nil, err
		}
		list, err := dataset.Encode(bare(*dm))
		p.Points, p.Cited = len(dm.Points), cited(dm)
		return w.files, list, whole, orErr(w.err, err)
	})
}

func orErr(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// inputs are what a piece takes from one article: its text, and what the whole archive makes of it.
func (a *archive) inputs(i int) [][]byte {
	it := &a.items[i]
	var people strings.Builder
	for _, p := range it.card.People {
		q := a.people[p.ID]
		people.WriteString(q.ID + "\t" + q.Name + "\t" + q.Native + "\t" + q.Country + "\n")
	}
	return [][]byte{it.key[:], []byte(a.about[i].ID), []byte(a.about[i].Siglum), []byte(it.main), []byte(a.outlet[a.sources[i].Outlet].Siglum), []byte(people.String())}
}

// bare is a meeting as lists have it: without its parts.
func bare(m dataset.Meeting) dataset.Meeting {
	m.Points, m.Terms, m.Voices, m.Discrepancies = []dataset.Point{}, []dataset.Term{}, []dataset.Voice{}, []dataset.Discrepancy{}
	return m
}

// cited are the passages that a meeting cites, by article: what its articles' rights let out.
func cited(m *dataset.Meeting) map[string][]string {
	out := map[string][]string{}
	add := func(article string, passages []string) {
		for _, p := range passages {
			if !slices.Contains(out[article], p) {
				out[article] = append(out[article], p)
			}
		}
	}
	for _, c := range m.Coverage {
		add(c.Article, c.Passages)
	}
	for _, p := range m.Points {
		for _, r := range p.Readings {
			add(r.Article, r.Passages)
		}
	}
	return out
}

// articlePiece is one article by itself.
func (a *archive) articlePiece(i int) (*piece, error) {
	it := &a.items[i]
	passages := make([]string, 0, len(it.cited))
	for p := range it.cited {
		passages = append(passages, p)
	}
	slices.Sort(passages)
	key := append(a.inputs(i), a.version[:], []byte("article"), []byte(strings.Join(passages, " ")))
	for _, m := range it.told {
		key = append(key, m.List)
	}
	return a.piece(digestOf(key...), func(p *piece) ([]file, []byte, []byte, error) {
		art, err := a.raw(i)
		if err != nil {
			return nil, nil, nil, err
		}
		art.ID, art.Siglum = a.about[i].ID, a.about[i].Siglum
		if it.main != "" {
			art.MainMeeting = &it.main
		}
		art.Withhold(func(p string) bool { return it.cited[p] })
		d := &dataset.Dataset{Articles: []dataset.Article{art}, Outlets: []dataset.Outlet{a.outlet[art.Outlet]}}
		if err := decodeAll(entries(it.told), &d.Meetings); err != nil {
			return nil, nil, nil, err
		}
		w := &writer{site: a.o.site}
		w.article(d, &art)
		whole, err := dataset.Encode(art)
		if err != nil {
			return nil, nil, nil, err
		}
		art.Passages = []dataset.Passage{}
		list, err := dataset.Encode(art)
		return w.files, list, whole, orErr(w.err, err)
	})
}

// raw is an article with all its texts.
func (a *archive) raw(i int) (dataset.Article, error) {
	if body, ok := a.cache.get(a.rawKey(i)); ok {
		if parts, err := unpack(body, 1); err == nil {
			var art dataset.Article
			if json.Unmarshal(parts[0], &art) == nil {
				return art, nil
			}
		}
	}
	art := dataset.ArticleOf(a.article(i), a.base, a.about[i])
	d := &dataset.Dataset{Articles: []dataset.Article{art}, Outlets: []dataset.Outlet{{ID: art.Outlet}}}
	if err := dataset.Validate(d, func(string) []rune { return []rune(a.sources[i].Text) }); err != nil {
		return art, fmt.Errorf("%w: %w", errEngine, err)
	}
	return art, nil
}
