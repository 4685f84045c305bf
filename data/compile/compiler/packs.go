package compiler

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"

	"readout/data/compile/cache"
	"readout/data/compile/pieces"
	"readout/data/dataset/folder"
)

// pack is one pack in the making, see folder.Packs. All documents of a piece are in one pack (folder.PackKey), and so is its store.
type pack struct {
	pieces []*pieces.Piece
	others []pieces.Doc
	key    cache.Digest // of all that it is made of
	listing
}

// listing is what the manifest counts of a pack.
type listing struct {
	Documents, Bytes int
	Digest           string // folder.ListDigest
}

// packs takes out of the output of an archive what goes into packs. Of a series or an issue that is its card alone.
func (c *compiler) packs(out outcome) (loose outcome, packs []pack, err error) {
	if c.o.Layout != Packed {
		return out, nil, nil
	}
	size := 0
	others := slices.Clone(out.others)
	for _, p := range out.pieces {
		if p.ID != "" {
			size += p.Store.Size
			continue
		}
		docs, err := c.pieces.Documents(p)
		if err != nil {
			return loose, nil, err
		}
		for _, d := range docs {
			if _, many := folder.PackKey(d.Path); many { // alone, without what else the piece is made of
				others = append(others, pieces.Doc{Path: d.Path, Type: d.Type, Size: d.Size, Sum: d.Sum, Bytes: func() ([]byte, error) { return c.pieces.Body(d) }})
			} else {
				others = append(others, d)
			}
		}
	}
	for _, d := range others {
		if _, many := folder.PackKey(d.Path); many {
			size += d.Size
		}
	}
	packs = make([]pack, packsFor(size))
	for _, p := range out.pieces {
		if p.ID != "" {
			k := &packs[folder.Shard(p.ID, len(packs))]
			k.pieces = append(k.pieces, p)
		}
	}
	for _, d := range others {
		if n := folder.PackOf(d.Path, len(packs)); n >= 0 {
			packs[n].others = append(packs[n].others, d)
		} else {
			loose.others = append(loose.others, d)
		}
	}
	for i := range packs {
		k := &packs[i]
		parts := make([][]byte, 0, len(k.pieces)+3*len(k.others))
		for _, p := range k.pieces {
			parts = append(parts, p.Key[:])
		}
		for _, d := range k.others {
			parts = append(parts, []byte(d.Path), []byte(d.Type), d.Sum[:])
		}
		k.key = cache.Of(parts...)
	}
	return loose, packs, nil
}

// inPack are the documents of pack k, by path.
func (c *compiler) inPack(k int, p *pack) ([]pieces.Doc, error) {
	all := slices.Clone(p.others)
	for _, of := range p.pieces {
		docs, err := c.pieces.Documents(of)
		if err != nil {
			return nil, err
		}
		all = append(all, docs...)
	}
	slices.SortFunc(all, byPath)
	for i, d := range all {
		if i > 0 && d.Path == all[i-1].Path {
			return nil, fmt.Errorf("two documents have the address %s", d.Path)
		}
	}
	return all, nil
}

// list fills in what the manifest counts of pack k, which is as in the last run where that was made of the same.
func (c *compiler) list(k int, p *pack, last stamp) error {
	if last.Pack != nil && last.Key == p.key.Hex() {
		p.listing = *last.Pack
		return nil
	}
	docs, err := c.inPack(k, p)
	if err != nil {
		return err
	}
	list := make([]folder.Document, len(docs))
	for i := range docs {
		list[i] = docs[i].Listed()
		p.Bytes += docs[i].Size
	}
	p.Documents, p.Digest = len(docs), folder.ListDigest(list)
	return nil
}

// packFile is pack k as a file.
func (c *compiler) packFile(k int, p *pack) pieces.Doc {
	return pieces.Doc{Path: folder.PackName(k), Sum: p.key, Bytes: func() ([]byte, error) {
		docs, err := c.inPack(k, p)
		if err != nil {
			return nil, err
		}
		slices.SortStableFunc(docs, func(x, y pieces.Doc) int { return cmp.Compare(x.Stored(), y.Stored()) }) // the shorter first: who reads on to a document reads less
		begin, size := map[*pieces.Piece]int{}, 0
		for _, of := range p.pieces {
			size += of.Store.Size
		}
		for _, d := range p.others {
			size += d.Size
		}
		bodies := make([]byte, 0, size)
		index := make(map[string][]any, len(docs))
		for _, d := range docs {
			at, placed := begin[d.Of]
			if !placed {
				get := func() ([]byte, error) { return c.pieces.Part(d.Of, d.Of.Store) }
				if d.Of == nil {
					get = d.Bytes
				}
				body, err := get()
				if err != nil {
					return nil, err
				}
				if d.Of == nil && len(body) != d.Size {
					return nil, fmt.Errorf("%s: %w", d.Path, pieces.ErrDamaged)
				}
				at = len(bodies)
				bodies = append(bodies, body...)
				if d.Of != nil {
					begin[d.Of] = at
				}
			}
			index[d.Path] = []any{at + d.At, d.Size, d.Type, d.Sum.Hex()}
			if d.Spans > 0 {
				index[d.Path] = append(index[d.Path], at, d.Spans)
			}
		}
		head, err := json.Marshal(index)
		if err != nil {
			return nil, err
		}
		b := binary.LittleEndian.AppendUint32(make([]byte, 0, 4+len(head)+len(bodies)), uint32(len(head)))
		return append(append(b, head...), bodies...), nil
	}}
}
