package compiler

import (
	"encoding/json"
	"fmt"

	"readout/data/compile/cache"
	"readout/data/compile/documents"
	"readout/data/compile/pieces"
	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/wasm/engine"
)

// articlePiece is one article by itself.
func (c *compiler) articlePiece(i int) (*pieces.Piece, error) {
	it := &c.items[i]
	key := append(c.inputs(i), c.version[:], []byte("article"), []byte(c.openList(i)))
	for _, m := range it.told {
		key = append(key, m.List)
	}
	return c.pieces.Get(c.about[i].ID, cache.Of(key...), func(p *pieces.Piece) ([]documents.File, []byte, []byte, error) {
		art, err := c.raw(i)
		if err != nil {
			return nil, nil, nil, err
		}
		art.ID, art.Siglum = c.about[i].ID, c.about[i].Siglum
		if it.main != "" {
			art.MainMeeting = &it.main
		}
		d := &dataset.Dataset{Articles: []dataset.Article{art}, Outlets: []dataset.Outlet{c.outlet[art.Outlet]}}
		c.quote(d, []int{i})
		art = d.Articles[0]
		if d.Meetings, err = pieces.ListOf[dataset.Meeting](it.told); err != nil {
			return nil, nil, nil, err
		}
		w := &documents.Writer{Site: c.o.Site}
		w.Article(d, &art)
		listed := art
		listed.Passages = []dataset.Passage{}
		return w.Entry(art, listed)
	})
}

func (c *compiler) rawKey(i int) cache.Digest { return cache.Of(c.items[i].key[:], []byte("raw")) }

// raw is an article with all its texts.
func (c *compiler) raw(i int) (dataset.Article, error) {
	if body, ok := c.cache.Get(c.rawKey(i)); ok {
		var art dataset.Article
		if json.Unmarshal(body, &art) == nil {
			return art, nil
		}
	}
	return c.rawOf(i, c.article(i))
}

// rawOf is raw of an article that is understood, found valid.
func (c *compiler) rawOf(i int, understood *engine.Article) (dataset.Article, error) {
	art := build.ArticleOf(understood, c.base, c.about[i])
	d := &dataset.Dataset{Articles: []dataset.Article{art}, Outlets: []dataset.Outlet{{ID: art.Outlet}}}
	if err := dataset.Validate(d, func(string) []rune { return []rune(c.sources[i].Text) }); err != nil {
		return art, fmt.Errorf("%w: %w", errEngine, err)
	}
	return art, nil
}
