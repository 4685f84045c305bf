package compiler

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"readout/data/compile/cache"
	"readout/data/compile/documents"
	"readout/data/compile/pieces"
	"readout/data/dataset"
	"readout/data/dataset/folder"
	"readout/data/dataset/formats"
	"readout/wasm/engine"
)

// The whole dataset: one document, or of an archive as many parts as it takes.

// whole makes /v1/dataset.json of few articles, and holds it against its schema: other programs read it. d is a frame.
func (c *compiler) whole(w *documents.Writer, d *dataset.Dataset, meetings, articles []*pieces.Piece) error {
	all := *d
	var err error
	if all.Articles, err = pieces.WholeOf[dataset.Article](c.pieces, articles); err != nil {
		return err
	}
	if all.Meetings, err = pieces.WholeOf[dataset.Meeting](c.pieces, meetings); err != nil {
		return err
	}
	text := make(map[string][]rune, len(c.sources))
	for _, s := range c.sources {
		text[s.File] = []rune(s.Text)
	}
	if err := dataset.Validate(&all, func(f string) []rune { return text[f] }); err != nil {
		return errors.Join(errEngine, err)
	}
	data, err := dataset.Encode(&all)
	if err == nil {
		err = c.schema.Check(data)
	}
	if err != nil {
		return err
	}
	w.Add("/v1/dataset.json", documents.TypeJSON, data, nil)
	w.NDJSON("/v1/dataset")(formats.NDJSON(&all))
	return nil
}

// articlesInPart is how many articles one part of the whole dataset has, more or less.
const articlesInPart = 250

// parts are the whole dataset of an archive. Each is articles and meetings as dataset.json has them; which, follows from their ids, so
// that one article more changes one part.
func (c *compiler) parts(meetings, articles []*pieces.Piece) ([]pieces.Doc, error) {
	n := shards(len(articles), articlesInPart)
	type members struct{ articles, meetings []*pieces.Piece }
	in := make([]members, n)
	for i, p := range articles {
		k := folder.Shard(c.about[i].ID, n)
		in[k].articles = append(in[k].articles, p)
	}
	for i, p := range meetings {
		k := folder.Shard(c.meetings[i].ID, n)
		in[k].meetings = append(in[k].meetings, p)
	}
	out := make([]pieces.Doc, n)
	c.p.BarOf("gathering", n, "part")
	err := c.each(n, func(k int) error {
		key := [][]byte{c.version[:], []byte("part")}
		for _, p := range slices.Concat(in[k].articles, in[k].meetings) {
			key = append(key, p.Key[:])
		}
		path := fmt.Sprintf("/v1/dataset/%04x.json", k)
		write := func() ([]byte, error) {
			var b bytes.Buffer
			fmt.Fprintf(&b, `{"schema":%d,"engine":%q,"articles":[`, dataset.SchemaVersion, engine.Version)
			if err := c.join(&b, in[k].articles); err != nil {
				return nil, err
			}
			b.WriteString(`],"meetings":[`)
			if err := c.join(&b, in[k].meetings); err != nil {
				return nil, err
			}
			b.WriteString("]}\n")
			return b.Bytes(), nil
		}
		m, err := c.sized(cache.Of(key...), write)
		out[k] = pieces.Doc{Path: path, Type: documents.TypeJSON, Size: m.Size, Sum: m.Sum, Bytes: write}
		return err
	})
	return out, err
}

// sized is what a document of other pieces comes to: its bytes can be put together again at any time, and are not kept.
type sized struct {
	Size int
	Sum  cache.Digest
}

func (c *compiler) sized(key cache.Digest, write func() ([]byte, error)) (m sized, err error) {
	if head, ok := c.cache.Get(key); ok && json.Unmarshal(head, &m) == nil && m.Size > 0 {
		return m, nil
	}
	data, err := write()
	if err != nil {
		return m, err
	}
	m = sized{len(data), cache.Sum(data)}
	head, err := json.Marshal(m)
	c.cache.Put(key, head)
	return m, err
}

// join writes the entries of pieces in the whole dataset, with commas between.
func (c *compiler) join(b *bytes.Buffer, ps []*pieces.Piece) error {
	for i, p := range ps {
		body, err := c.pieces.Part(p, p.Whole)
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(bytes.TrimSuffix(body, []byte("\n")))
	}
	return nil
}

// contents is dataset.json of an archive: where its parts are, and what they have in common.
func (c *compiler) contents(d *dataset.Dataset, parts []pieces.Doc) any {
	paths := []string{}
	for _, p := range parts {
		paths = append(paths, p.Path)
	}
	return struct {
		Schema   int              `json:"schema"`
		Engine   string           `json:"engine"`
		Articles int              `json:"article_count"`
		Meetings int              `json:"meeting_count"`
		Parts    []string         `json:"parts"`
		Outlets  []dataset.Outlet `json:"outlets"`
	}{d.Schema, d.Engine, len(c.items), len(c.meetings), paths, d.Outlets}
}
