package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"readout/data/dataset"
	"readout/wasm/engine"
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
	make   maker
	held   []byte // the record of the bodies, where the cache has no room for it
}

type docMeta struct {
	Path, Type string
	Size       int
	Sum        []byte
}

// maker makes a piece: it returns the documents, the entry in the list and that in the whole dataset, and may set Points and Cited.
type maker func(p *piece) (docs []file, list, whole []byte, err error)

// piece gets a piece from the cache, or makes it.
func (a *archive) piece(key digest, make maker) (*piece, error) {
	p := &piece{key: key, make: make}
	if head, ok := a.cache.get(digestOf(key[:], []byte("head"))); ok && a.cache.has(key) && json.Unmarshal(head, p) == nil {
		a.cache.keep(key)
		return p, nil
	}
	record, err := a.remake(p)
	if err != nil {
		return nil, err
	}
	head, err := dataset.Encode(p)
	if err != nil {
		return nil, err
	}
	a.cache.put(key, record)
	a.cache.put(digestOf(key[:], []byte("head")), head)
	if a.cache.failed() {
		p.held = record
	}
	return p, nil
}

// remake makes the piece and the record of its bodies.
func (a *archive) remake(p *piece) ([]byte, error) {
	docs, list, whole, err := p.make(p)
	if err != nil {
		return nil, err
	}
	p.Docs, p.List = nil, bytes.TrimSpace(list)
	var bodies [][]byte
	for _, f := range docs {
		sum := digestOfBytes(f.data)
		p.Docs = append(p.Docs, docMeta{f.path, f.typ, len(f.data), sum[:]})
		bodies = append(bodies, f.data)
	}
	return pack(append(bodies, whole)...), nil
}

// bodies are the bytes of a piece's documents, and last its entry in the whole dataset.
func (a *archive) bodies(p *piece) ([][]byte, error) {
	record := p.held
	if record == nil {
		var ok bool
		if record, ok = a.cache.get(p.key); !ok { // damaged: it is made again
			again := &piece{key: p.key, make: p.make}
			var err error
			if record, err = a.remake(again); err != nil {
				return nil, err
			}
			a.cache.put(p.key, record)
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

// comparedPiece compares one meeting: its one body is a dataset of this meeting alone.
func (a *archive) comparedPiece(m *meeting.Meeting) (*piece, error) {
	articles := covering(*m)
	parts := [][]byte{a.version[:], []byte("meeting")}
	parts = append(parts, a.known(m))
	for _, i := range articles {
		parts = append(parts, a.inputs(i)...)
	}
	return a.piece(digestOf(parts...), func(p *piece) ([]file, []byte, []byte, error) {
		part := a.some(articles, m.People)
		d := dataset.Build(a.words.Some(part.arts, part.people, part.local(*m)), a.base, part.about)
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
		p.Points, p.Cited = len(d.Meetings[0].Points), cited(&d.Meetings[0])
		whole, err := dataset.Encode(d)
		return nil, nil, whole, err
	})
}

// meetingPiece writes out what comparedPiece found. It waits until all meetings are compared: a document shows how its articles begin,
// and whether their rights let that out rests on what other meetings cite.
func (a *archive) meetingPiece(m *meeting.Meeting, compared *piece) (*piece, error) {
	articles := covering(*m)
	key := [][]byte{compared.key[:], []byte("written")}
	for _, i := range articles {
		key = append(key, []byte(a.citedList(i)))
	}
	return a.piece(digestOf(key...), func(p *piece) ([]file, []byte, []byte, error) {
		bodies, err := a.bodies(compared)
		if err != nil {
			return nil, nil, nil, err
		}
		var d dataset.Dataset
		if err := json.Unmarshal(bodies[0], &d); err != nil {
			return nil, nil, nil, err
		}
		byID := map[string]int{}
		for _, i := range articles {
			byID[a.about[i].ID] = i
		}
		for n := range d.Articles {
			art := &d.Articles[n]
			i := byID[art.ID]
			text := []rune(a.sources[i].Text)
			for k := range art.Passages {
				if q := &art.Passages[k]; q.Text == "" && art.Rights == "passages" && a.items[i].cited[q.ID] {
					q.Text = string(text[q.Start:q.End])
				}
			}
		}
		dm := &d.Meetings[0]
		document := d.MeetingDoc(dm)
		w := &writer{site: a.o.site}
		w.meeting(document)
		card, err := web.DrawCard(document, nil)
		path := web.CardPath(dm.ID)
		w.add(path, fileName(path, typePNG), typePNG, card, err)
		whole, err := dataset.Encode(dm)
		if err != nil {
			return nil, nil, nil, err
		}
		list, err := dataset.Encode(bare(*dm))
		p.Points = len(dm.Points)
		return w.files, list, whole, orErr(w.err, err)
	})
}

// citedList are the passages of article i that comparisons cite, in order.
func (a *archive) citedList(i int) string {
	passages := make([]string, 0, len(a.items[i].cited))
	for p := range a.items[i].cited {
		passages = append(passages, p)
	}
	slices.Sort(passages)
	return strings.Join(passages, " ")
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

// known is what a piece takes from what was found of a meeting. Articles are named by their ids: their numbers change with every
// article that is put before them.
func (a *archive) known(m *meeting.Meeting) []byte {
	own := *m
	own.Coverage = nil
	coverage := make([][2]any, len(m.Coverage))
	for i, c := range m.Coverage {
		coverage[i] = [2]any{a.about[c.Article].ID, c.Thread}
	}
	text, _ := json.Marshal([]any{own, m.Date.String(), coverage}) // strings and numbers: it cannot fail
	return text
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
	key := append(a.inputs(i), a.version[:], []byte("article"), []byte(a.citedList(i)))
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
	return a.rawOf(i, a.article(i))
}

// rawOf is raw of an article that is understood, found valid.
func (a *archive) rawOf(i int, understood *engine.Article) (dataset.Article, error) {
	art := dataset.ArticleOf(understood, a.base, a.about[i])
	d := &dataset.Dataset{Articles: []dataset.Article{art}, Outlets: []dataset.Outlet{{ID: art.Outlet}}}
	if err := dataset.Validate(d, func(string) []rune { return []rune(a.sources[i].Text) }); err != nil {
		return art, fmt.Errorf("%w: %w", errEngine, err)
	}
	return art, nil
}
