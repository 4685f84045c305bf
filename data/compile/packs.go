package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"

	"readout/data/dataset/folder"
)

// pack is one pack in the making, see folder.Packs. All documents of a piece are in one pack (folder.PackKey), and so is its store.
type pack struct {
	pieces []*piece
	others []doc
	key    digest // of all that it is made of
	listing
}

// listing is what the manifest counts of a pack.
type listing struct {
	Documents, Bytes int
	Digest           string // folder.ListDigest
}

// packs takes out of the output of an archive what goes into packs. Of a series or an issue that is its card alone.
func (c *compiler) packs(out outcome) (loose outcome, packs []pack, err error) {
	if c.o.layout != layoutPacked {
		return out, nil, nil
	}
	size := 0
	others := slices.Clone(out.others)
	for _, p := range out.pieces {
		if p.id != "" {
			size += p.store.size
			continue
		}
		docs, err := c.documents(p)
		if err != nil {
			return loose, nil, err
		}
		for _, d := range docs {
			if _, many := folder.PackKey(d.path); many { // alone, without what else the piece is made of
				others = append(others, doc{path: d.path, typ: d.typ, size: d.size, sum: d.sum, bytes: func() ([]byte, error) { return c.body(d) }})
			} else {
				others = append(others, d)
			}
		}
	}
	for _, d := range others {
		if _, many := folder.PackKey(d.path); many {
			size += d.size
		}
	}
	packs = make([]pack, min(shards(size, aPack), mostPacks))
	for _, p := range out.pieces {
		if p.id != "" {
			k := &packs[folder.Shard(p.id, len(packs))]
			k.pieces = append(k.pieces, p)
		}
	}
	for _, d := range others {
		if n := folder.PackOf(d.path, len(packs)); n >= 0 {
			packs[n].others = append(packs[n].others, d)
		} else {
			loose.others = append(loose.others, d)
		}
	}
	for i := range packs {
		k := &packs[i]
		parts := make([][]byte, 0, len(k.pieces)+3*len(k.others))
		for _, p := range k.pieces {
			parts = append(parts, p.key[:])
		}
		for _, d := range k.others {
			parts = append(parts, []byte(d.path), []byte(d.typ), d.sum[:])
		}
		k.key = digestOf(parts...)
	}
	return loose, packs, nil
}

// inPack are the documents of pack k, by path.
func (c *compiler) inPack(k int, p *pack) ([]doc, error) {
	all := slices.Clone(p.others)
	for _, of := range p.pieces {
		docs, err := c.documents(of)
		if err != nil {
			return nil, err
		}
		all = append(all, docs...)
	}
	slices.SortFunc(all, byPath)
	for i, d := range all {
		if i > 0 && d.path == all[i-1].path {
			return nil, fmt.Errorf("two documents have the address %s", d.path)
		}
	}
	return all, nil
}

// list fills in what the manifest counts of pack k, which is as in the last run where that was made of the same.
func (c *compiler) list(k int, p *pack, last stamp) error {
	if last.Pack != nil && last.Key == p.key.hex() {
		p.listing = *last.Pack
		return nil
	}
	docs, err := c.inPack(k, p)
	if err != nil {
		return err
	}
	list := make([]folder.Document, len(docs))
	for i := range docs {
		list[i] = docs[i].listed()
		p.Bytes += docs[i].size
	}
	p.Documents, p.Digest = len(docs), folder.ListDigest(list)
	return nil
}

// packFile is pack k as a file.
func (c *compiler) packFile(k int, p *pack) doc {
	return doc{path: folder.PackName(k), sum: p.key, bytes: func() ([]byte, error) {
		docs, err := c.inPack(k, p)
		if err != nil {
			return nil, err
		}
		var bodies []byte
		begin := map[*piece]int{}
		index := make(map[string][4]any, len(docs))
		for _, d := range docs {
			at, placed := begin[d.of]
			if !placed {
				get := func() ([]byte, error) { return c.part(d.of, d.of.store) }
				if d.of == nil {
					get = d.bytes
				}
				body, err := get()
				if err != nil {
					return nil, err
				}
				if d.of == nil && len(body) != d.size {
					return nil, fmt.Errorf("%s: %w", d.path, errDamaged)
				}
				at = len(bodies)
				bodies = append(bodies, body...)
				if d.of != nil {
					begin[d.of] = at
				}
			}
			spans := d.spans
			if d.of == nil {
				spans = []span{{0, d.size}}
			}
			index[d.path] = [4]any{places(at, spans), d.size, d.typ, d.sum.hex()}
		}
		head, err := json.Marshal(index)
		if err != nil {
			return nil, err
		}
		b := binary.LittleEndian.AppendUint32(make([]byte, 0, 4+len(head)+len(bodies)), uint32(len(head)))
		return append(append(b, head...), bodies...), nil
	}}
}

// places is where a document lies whose store begins at at, as the index of a pack has it.
func places(at int, spans []span) any {
	if len(spans) == 1 {
		return at + spans[0].at
	}
	out := []int{}
	for _, s := range spans {
		out = append(out, at+s.at, s.n)
	}
	return out
}
