package compiler

import (
	"readout/data/compile/cache"
	"readout/data/compile/documents"
	"readout/data/compile/pieces"
	"readout/data/dataset/schema"
	"readout/web"
)

// sitePiece is what is the same whatever the articles say: it rests on this program, the registry and the site's origin.
func (c *compiler) sitePiece() (*pieces.Piece, error) {
	return c.pieces.Get("", cache.Of(c.version[:], []byte("site")), func(*pieces.Piece) ([]documents.File, []byte, []byte, error) {
		w := &documents.Writer{Site: c.o.Site}
		for _, lang := range web.Languages {
			w.Page(web.OwnPath(lang))(web.Own(lang))
		}
		w.JSON("/v1/schema.json", documents.TypeSchema, schema.Whole())
		w.Add("/own/registry.bin", documents.TypeBytes, c.base.WithoutDecisions().Pack(), nil) // what "compare your own" knows
		assets, err := web.Assets()
		if err != nil {
			return nil, nil, nil, err
		}
		for _, f := range assets {
			if f.Type == documents.TypeHTML {
				f.Data = web.At(w.Site, f.Data)
			}
			w.Add(f.Path, f.Type, f.Data, nil)
		}
		card, err := web.DrawSiteCard(c.before(web.SiteCard))
		w.Add(web.SiteCard, documents.TypePNG, card, err)
		return w.Files, nil, nil, w.Err
	})
}
