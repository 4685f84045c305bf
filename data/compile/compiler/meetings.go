package compiler

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/data/compile/cache"
	"readout/data/compile/documents"
	"readout/data/compile/parallel"
	"readout/data/compile/pieces"
	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/data/dataset/rights"
	"readout/wasm/meeting"
	"readout/web"
)

// comparedPiece compares one meeting: it has no documents, and its entry in the whole is a dataset of this meeting alone.
func (c *compiler) comparedPiece(m *meeting.Meeting) (*pieces.Piece, error) {
	articles := covering(*m)
	key := [][]byte{c.version[:], []byte("meeting"), c.known(m)}
	for _, i := range articles {
		key = append(key, c.inputs(i)...)
	}
	return c.pieces.Get("", cache.Of(key...), func(p *pieces.Piece) ([]documents.File, []byte, []byte, error) {
		part := c.some(articles, m.People)
		d := build.Dataset(c.words.Some(part.arts, part.people, part.local(*m)), c.base, part.about)
		if m.Series != "" {
			for _, s := range c.base.Series {
				if s.ID == m.Series {
					d.Series = append(d.Series, dataset.Series{ID: s.ID, Title: s.Title, Names: build.Names(s.Names), Rounds: []string{}, OrderClaims: []dataset.OrderClaim{}, Terms: []dataset.Term{}, Discrepancies: []dataset.Discrepancy{}})
				}
			}
		}
		if err := c.finish(d, &part); err != nil {
			return nil, nil, nil, fmt.Errorf("meeting %s: %w", m.ID, err)
		}
		p.Cited = rights.Citations(d)
		whole, err := dataset.Encode(d)
		if err == nil {
			err = c.schema.Check(whole)
		}
		return nil, nil, whole, err
	})
}

// cite gathers what comparisons and issues cite of each article, and chooses what its rights let out of that.
func (c *compiler) cite(compared []*pieces.Piece) {
	index := make(map[string]int, len(c.items))
	cited := make([][]rights.Citation, len(c.items))
	for i := range c.items {
		index[c.about[i].ID] = i
		for _, citations := range c.items[i].card.issues {
			cited[i] = append(cited[i], citations...)
		}
	}
	for _, m := range compared {
		for id, citations := range m.Cited {
			cited[index[id]] = append(cited[index[id]], citations...)
		}
		m.Cited = nil
	}
	parallel.Each(len(c.items), func(i int) {
		c.items[i].open = rights.Open(c.about[i].Rights, cited[i], c.items[i].card.length)
	})
}

// quote gives the articles of a dataset the texts that all comparisons together let out.
func (c *compiler) quote(d *dataset.Dataset, articles []int) {
	open, source := map[string]map[string]bool{}, map[string][]rune{}
	for _, i := range articles {
		open[c.about[i].ID], source[c.about[i].ID] = c.items[i].open, []rune(c.sources[i].Text)
	}
	rights.Quote(d, open, func(a *dataset.Article) []rune { return source[a.ID] })
}

// meetingPiece writes out what comparedPiece found. It waits until all meetings are compared: what rights let out of an article rests on
// all that cite it.
func (c *compiler) meetingPiece(m *meeting.Meeting, compared *pieces.Piece) (*pieces.Piece, error) {
	articles := covering(*m)
	key := [][]byte{compared.Key[:], []byte("written")}
	for _, i := range articles {
		key = append(key, []byte(c.openList(i)))
	}
	return c.pieces.Get(m.ID, cache.Of(key...), func(p *pieces.Piece) ([]documents.File, []byte, []byte, error) {
		body, err := c.pieces.Part(compared, compared.Whole)
		if err != nil {
			return nil, nil, nil, err
		}
		var d dataset.Dataset
		if err := json.Unmarshal(body, &d); err != nil {
			return nil, nil, nil, err
		}
		c.quote(&d, articles)
		dm := &d.Meetings[0]
		document := d.MeetingDoc(dm)
		w := &documents.Writer{Site: c.o.Site}
		w.Meeting(document)
		card, err := web.DrawCard(document, c.before(web.CardPath(dm.ID)))
		w.Add(web.CardPath(dm.ID), documents.TypePNG, card, err)
		return w.Entry(dm, dm.Entry())
	})
}

// before is a picture that an earlier run wrote, nil where there is none: one of the same input is kept.
func (c *compiler) before(path string) []byte {
	data, _ := os.ReadFile(filepath.Join(c.o.Out, filepath.FromSlash(strings.TrimPrefix(path, "/"))))
	return data
}

// openList are the passages of article i that are let out, in order.
func (c *compiler) openList(i int) string {
	passages := make([]string, 0, len(c.items[i].open))
	for p := range c.items[i].open {
		passages = append(passages, p)
	}
	slices.Sort(passages)
	return strings.Join(passages, " ")
}

// inputs are what a piece takes from one article: its text, and what all articles together make of it.
func (c *compiler) inputs(i int) [][]byte {
	it := &c.items[i]
	var people strings.Builder
	for _, p := range it.card.People {
		q := c.people[p.ID]
		people.WriteString(q.ID + "\t" + q.Name + "\t" + q.Native + "\t" + q.Country + "\n")
	}
	return [][]byte{it.key[:], []byte(c.about[i].ID), []byte(c.about[i].Siglum), []byte(it.main), []byte(c.outlet[c.sources[i].Outlet].Siglum), []byte(people.String())}
}

// known is what a piece takes from what was found of a meeting. Articles are named by their ids: their numbers change with every
// article that is put before them.
func (c *compiler) known(m *meeting.Meeting) []byte {
	own := *m
	own.Coverage = nil
	coverage := make([][2]any, len(m.Coverage))
	for i, x := range m.Coverage {
		coverage[i] = [2]any{c.about[x.Article].ID, x.Thread}
	}
	text, _ := json.Marshal([]any{own, m.Date.String(), coverage}) // strings and numbers: it cannot fail
	return text
}
