package main

import (
	"readout/data/dataset/schema"
	"readout/web"
)

// sitePiece is what is the same whatever the articles say: it rests on this program, the registry and the site's origin.
func (c *compiler) sitePiece() (*piece, error) {
	return c.piece("", digestOf(c.version[:], []byte("site")), func(*piece) ([]file, []byte, []byte, error) {
		w := &writer{site: c.o.site}
		for _, lang := range web.Languages {
			w.page(web.OwnPath(lang))(web.Own(lang))
		}
		w.json("/v1/schema.json", typeSchema, schema.Whole())
		w.add("/own/registry.bin", typeBytes, c.base.WithoutDecisions().Pack(), nil) // what "compare your own" knows
		assets, err := web.Assets()
		if err != nil {
			return nil, nil, nil, err
		}
		for _, f := range assets {
			if f.Type == typeHTML {
				f.Data = web.At(w.site, f.Data)
			}
			w.add(f.Path, f.Type, f.Data, nil)
		}
		card, err := web.DrawSiteCard(c.before(web.SiteCard))
		w.add(web.SiteCard, typePNG, card, err)
		return w.files, nil, nil, w.err
	})
}
