package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"readout/data/dataset"
	"readout/data/dataset/folder"
	"readout/data/dataset/formats"
	"readout/wasm/engine"
)

// The whole dataset: one document, or of an archive as many parts as it takes.

// whole makes /v1/dataset.json of few articles, and holds it against its schema: other programs read it. d is a frame.
func (c *compiler) whole(w *writer, d *dataset.Dataset, meetings, articles []*piece) error {
	all := *d
	var err error
	if all.Articles, err = wholeOf[dataset.Article](c, articles); err != nil {
		return err
	}
	if all.Meetings, err = wholeOf[dataset.Meeting](c, meetings); err != nil {
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
		err = c.schema.check(data)
	}
	if err != nil {
		return err
	}
	w.add("/v1/dataset.json", typeJSON, data, nil)
	w.ndjson("/v1/dataset")(formats.NDJSON(&all))
	return nil
}

// articlesInPart is how many articles one part of the whole dataset has, more or less.
const articlesInPart = 250

// parts are the whole dataset of an archive. Each is articles and meetings as dataset.json has them; which, follows from their ids, so
// that one article more changes one part.
func (c *compiler) parts(meetings, articles []*piece) ([]doc, error) {
	n := shards(len(articles), articlesInPart)
	type members struct{ articles, meetings []*piece }
	in := make([]members, n)
	for i, p := range articles {
		k := folder.Shard(c.about[i].ID, n)
		in[k].articles = append(in[k].articles, p)
	}
	for i, p := range meetings {
		k := folder.Shard(c.meetings[i].ID, n)
		in[k].meetings = append(in[k].meetings, p)
	}
	out := make([]doc, n)
	c.p.barOf("gathering", n, "part")
	err := c.each(n, func(k int) error {
		key := [][]byte{c.version[:], []byte("part")}
		for _, p := range slices.Concat(in[k].articles, in[k].meetings) {
			key = append(key, p.key[:])
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
		m, err := c.sized(digestOf(key...), write)
		out[k] = doc{path: path, typ: typeJSON, size: m.Size, sum: m.Sum, bytes: write}
		return err
	})
	return out, err
}

// sized is what a document of other pieces comes to: its bytes can be put together again at any time, and are not kept.
type sized struct {
	Size int
	Sum  digest
}

func (c *compiler) sized(key digest, write func() ([]byte, error)) (m sized, err error) {
	if head, ok := c.cache.get(key); ok && json.Unmarshal(head, &m) == nil && m.Size > 0 {
		return m, nil
	}
	data, err := write()
	if err != nil {
		return m, err
	}
	m = sized{len(data), digestOfBytes(data)}
	head, err := json.Marshal(m)
	c.cache.put(key, head)
	return m, err
}

// join writes the entries of pieces in the whole dataset, with commas between.
func (c *compiler) join(b *bytes.Buffer, ps []*piece) error {
	for i, p := range ps {
		body, err := c.part(p, p.whole)
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
func (c *compiler) contents(d *dataset.Dataset, parts []doc) any {
	paths := []string{}
	for _, p := range parts {
		paths = append(paths, p.path)
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
