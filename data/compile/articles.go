package main

import (
	"encoding/json"
	"fmt"

	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/wasm/engine"
)

// articlePiece is one article by itself.
func (c *compiler) articlePiece(i int) (*piece, error) {
	it := &c.items[i]
	key := append(c.inputs(i), c.version[:], []byte("article"), []byte(c.openList(i)))
	for _, m := range it.told {
		key = append(key, m.list)
	}
	return c.piece(c.about[i].ID, digestOf(key...), func(p *piece) ([]file, []byte, []byte, error) {
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
		if d.Meetings, err = listOf[dataset.Meeting](it.told); err != nil {
			return nil, nil, nil, err
		}
		w := &writer{site: c.o.site}
		w.article(d, &art)
		listed := art
		listed.Passages = []dataset.Passage{}
		return w.entry(art, listed)
	})
}

func (c *compiler) rawKey(i int) digest { return digestOf(c.items[i].key[:], []byte("raw")) }

// raw is an article with all its texts.
func (c *compiler) raw(i int) (dataset.Article, error) {
	if body, ok := c.cache.get(c.rawKey(i)); ok {
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
