package compiler

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"readout/data/compile/cache"
	"readout/data/compile/documents"
	"readout/data/compile/pieces"
	"readout/data/compile/replace"
	"readout/data/dataset"
	"readout/data/dataset/folder"
	"readout/wasm/engine"
	"readout/wasm/when"
)

// Layout is how the documents lie in their folder.
type Layout string

const (
	Whole  Layout = "whole"  // every document is a file, and dataset.json is the whole dataset
	Packed Layout = "packed" // documents of which there are many (folder.PackKey) are in packs, and the whole dataset comes in parts
)

// How large packs are, and how many. A smaller pack is read faster for one of its documents, and a Worker may have 20,000 files as static
// assets in Cloudflare's free plan and 100,000 in the paid one, those of the search index among them.
const (
	aPack     = 128 << 10 // bytes that a pack is to have, more or less
	freePacks = 16384     // so many at most, while they have no more than largePack
	largePack = 512 << 10
	paidPacks = 65536 // beyond that; docs/scale.md
)

// packsFor is the number of packs for so many bytes.
func packsFor(size int) int {
	if n := shards(size, aPack); n <= freePacks {
		return n
	}
	if shards(size, largePack) <= freePacks {
		return freePacks
	}
	return min(shards(size, aPack), paidPacks)
}

// shards is the power of two that divides n things into groups of about size.
func shards(n, size int) int {
	k := 1
	for k*size < n {
		k *= 2
	}
	return k
}

// written is what writing came to.
type written struct{ files, fresh, documents, bytes int }

// write lays everything out, and swaps the folder.
func (c *compiler) write(out outcome) (written, error) {
	out, packs, err := c.packs(out)
	if err != nil {
		return written{}, err
	}
	loose := out.others
	for _, p := range out.pieces {
		docs, err := c.pieces.Documents(p)
		if err != nil {
			return written{}, err
		}
		loose = append(loose, docs...)
	}
	slices.SortFunc(loose, byPath)
	m := folder.Manifest{Schema: dataset.SchemaVersion, Engine: engine.Version, Modified: c.modified()}
	n := written{documents: len(loose)}
	files := make([]pieces.Doc, 0, len(loose)) // whose paths are those of files
	names := map[string]string{}
	for _, d := range loose {
		name := documents.FileName(d.Path, d.Type)
		if other, ok := names[name]; ok {
			return n, fmt.Errorf("%s and %s would both be stored as %s", other, d.Path, name)
		}
		names[name] = d.Path
		if d.Path == "/v1/dataset.json" {
			m.Digest = d.Sum.Hex()
		}
		l := d.Listed()
		l.File = name
		m.Documents = append(m.Documents, l)
		n.bytes += d.Size
		d.Path = name
		files = append(files, d)
	}
	stamps := c.stamps()
	if c.o.Layout == Packed {
		sums := make([]string, len(packs))
		m.Packs = &folder.Packs{Count: len(packs), Many: folder.Many}
		c.p.BarOf("listing", len(packs), "pack")
		if err := c.each(len(packs), func(k int) error { return c.list(k, &packs[k], stamps[folder.PackName(k)]) }); err != nil {
			return n, err
		}
		for k := range packs {
			sums[k] = packs[k].Digest
			m.Packs.Documents += packs[k].Documents
			m.Packs.Bytes += packs[k].Bytes
			files = append(files, c.packFile(k, &packs[k]))
		}
		n.documents += m.Packs.Documents
		n.bytes += m.Packs.Bytes
		m.Digest = folder.ArchiveDigest(folder.ListDigest(m.Documents), sums)
	}
	data, err := dataset.Encode(m)
	if err != nil {
		return n, err
	}
	files = append(files, pieces.Doc{Path: folder.ManifestName, Size: len(data), Sum: cache.Sum(data), Bytes: func() ([]byte, error) { return data, nil }})
	fresh, err := c.swap(files, packs, stamps)
	n.files, n.fresh = len(files), fresh
	return n, err
}

func byPath(x, y pieces.Doc) int { return strings.Compare(x.Path, y.Path) }

// stamp is how a file of the last run is known again.
type stamp struct {
	Key  string // of what is in it
	Size int64
	Time int64 // of modification, in nanoseconds
	Pack *listing
}

// stamps are those of the last run, by path.
func (c *compiler) stamps() map[string]stamp {
	stamps := map[string]stamp{}
	if body, ok := c.cache.Get(c.stampsKey()); ok {
		_ = gob.NewDecoder(bytes.NewReader(body)).Decode(&stamps) // what is damaged is written anew
	}
	return stamps
}

func (c *compiler) stampsKey() cache.Digest {
	return cache.Of(c.version[:], []byte("stamps"), []byte(filepath.Clean(c.o.Out)))
}

// swap writes the files into a new folder and puts it in the place of the old. A file that already is what it is to be is linked, not
// written. It says how many are new. stamps are those of the last run.
func (c *compiler) swap(files []pieces.Doc, packs []pack, stamps map[string]stamp) (fresh int, err error) {
	out := filepath.Clean(c.o.Out)
	c.p.BarOf("writing", len(files), "file")
	var mu sync.Mutex
	now := make(map[string]stamp, len(files))
	err = replace.Folder(out, func(tmp string) error {
		made := map[string]bool{}
		for _, f := range files { // folders first, by one
			if dir := path.Dir(f.Path); !made[dir] {
				made[dir] = true
				if err := os.MkdirAll(filepath.Join(tmp, filepath.FromSlash(dir)), 0o755); err != nil {
					return err
				}
			}
		}
		err := c.each(len(files), func(i int) error {
			f := files[i]
			name := filepath.Join(tmp, filepath.FromSlash(f.Path))
			before := filepath.Join(out, filepath.FromSlash(f.Path))
			s, known := stamps[f.Path]
			info, err := os.Lstat(before)
			old := known && s.Key == f.Sum.Hex() && err == nil && info.Size() == s.Size && info.ModTime().UnixNano() == s.Time && os.Link(before, name) == nil
			if !old {
				data, err := c.pieces.Body(f)
				if err != nil {
					return err
				}
				if err := os.WriteFile(name, data, 0o644); err != nil {
					return err
				}
				if info, err = os.Stat(name); err != nil {
					return err
				}
				s = stamp{Key: f.Sum.Hex(), Size: info.Size(), Time: info.ModTime().UnixNano()}
			}
			mu.Lock()
			defer mu.Unlock()
			if !old {
				fresh++
			}
			now[f.Path] = s
			return nil
		})
		if err != nil {
			return err
		}
		for k := range packs {
			s := now[folder.PackName(k)]
			s.Pack = &packs[k].listing
			now[folder.PackName(k)] = s
		}
		var body bytes.Buffer // by gob: with JSON these took a tenth of a run that changes one article of 10,000
		if gob.NewEncoder(&body).Encode(now) == nil {
			c.cache.Put(c.stampsKey(), body.Bytes())
		}
		return nil
	})
	return fresh, err
}

// modified is the day of the newest article, as RFC 3339: a date that rests on the input alone.
func (c *compiler) modified() string {
	newest := when.MakeDay(1970, 1, 1)
	for i := range c.items {
		if d := c.items[i].card.Published; !d.IsZero() && d.Last() > newest && d.Precision() != when.OpenEnded {
			newest = d.Last()
		}
	}
	y, m, d := newest.Date()
	return fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", y, m, d)
}
