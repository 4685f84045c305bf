package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"readout/data/dataset"
	"readout/wasm/engine"
	"readout/wasm/when"
)

// layout is how the documents lie in their folder.
type layout string

const (
	layoutWhole  layout = "whole"  // every document is a file, and dataset.json is the whole dataset
	layoutPacked layout = "packed" // those that are many (dataset.PackKey) are put together, and the whole dataset comes in parts
)

// aPack is how many bytes of documents a pack is to have, more or less: small enough to be fetched for one document, large enough
// that a hundred thousand articles fit into ten thousand files.
const aPack = 256 << 10

// mostPacks stays below the 20,000 files that a Worker may have as static assets, with room for others.
const mostPacks = 16384

func digestOfBytes(b []byte) digest { return sha256.Sum256(b) }

// shards is the power of two that divides n things into groups of about size.
func shards(n, size int) int {
	k := 1
	for k*size < n {
		k *= 2
	}
	return k
}

// written is what writing came to.
type written struct{ files, fresh, bytes int }

// write lays the documents out, and swaps the folder.
func (c *compiler) write(docs []doc) (written, error) {
	slices.SortFunc(docs, func(x, y doc) int { return strings.Compare(x.path, y.path) })
	all := sha256.New()
	loose, inPacks, bytesInPacks, stored := docs, []doc{}, 0, 0
	counted := map[*piece]bool{}
	if c.o.layout == layoutPacked {
		loose = nil
		for _, d := range docs {
			if _, many := dataset.PackKey(d.path); many {
				inPacks = append(inPacks, d)
				bytesInPacks += d.size
				if d.of == nil {
					stored += d.size
				} else if !counted[d.of] {
					counted[d.of] = true
					stored += d.of.store.size
				}
			} else {
				loose = append(loose, d)
			}
		}
	}
	m := dataset.Manifest{Schema: dataset.SchemaVersion, Engine: engine.Version, Modified: c.modified()}
	files := make([]doc, 0, len(loose)) // whose paths are those of files
	names := map[string]string{}
	for _, d := range loose {
		name := fileName(d.path, d.typ)
		if other, ok := names[name]; ok {
			return written{}, fmt.Errorf("%s and %s would both be stored as %s", other, d.path, name)
		}
		names[name] = d.path
		if d.path == "/v1/dataset.json" {
			m.Digest = d.sum.hex()
		}
		m.Documents = append(m.Documents, dataset.Document{Path: d.path, File: name, Type: d.typ, Bytes: d.size, SHA256: d.sum.hex()})
		d.path = name
		files = append(files, d)
	}
	if c.o.layout == layoutPacked {
		for i, d := range docs {
			if i > 0 && d.path == docs[i-1].path {
				return written{}, fmt.Errorf("two documents have the address %s", d.path)
			}
			fmt.Fprintf(all, "%s %s %d %x\n", d.path, d.typ, d.size, d.sum)
		}
		m.Digest = digest(all.Sum(nil)).hex()
		n := min(shards(stored, aPack), mostPacks)
		m.Packs = &dataset.Packs{Count: n, Documents: len(inPacks), Bytes: bytesInPacks, Many: dataset.Many}
		packs := make([][]doc, n)
		for _, d := range inPacks {
			k := dataset.PackOf(d.path, n)
			packs[k] = append(packs[k], d)
		}
		for k, of := range packs {
			files = append(files, c.packFile(k, of))
		}
	}
	data, err := dataset.Encode(m)
	if err != nil {
		return written{}, err
	}
	files = append(files, doc{path: manifestName, size: len(data), sum: digestOfBytes(data), bytes: func() ([]byte, error) { return data, nil }})
	n, err := c.swap(files)
	for _, d := range docs {
		n.bytes += d.size
	}
	return n, err
}

// packFile is one pack, see dataset.Packs. All documents of a piece are in one pack (dataset.PackKey), and so is its store.
func (c *compiler) packFile(k int, docs []doc) doc {
	var key bytes.Buffer
	for _, d := range docs {
		fmt.Fprintf(&key, "%s %s %x\n", d.path, d.typ, d.sum)
	}
	return doc{path: dataset.PackName(k), sum: digestOfBytes(key.Bytes()), bytes: func() ([]byte, error) {
		var bodies []byte
		begin := map[*piece]int{}
		index := map[string][4]any{}
		for _, d := range docs {
			at, placed := begin[d.of]
			if !placed {
				get := func() ([]byte, error) { return c.storeOf(d.of) }
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

// stamp is how a file of the last run is known again.
type stamp struct {
	Key  string // of what is in it
	Size int64
	Time int64 // of modification, in nanoseconds
}

// swap writes the files into a new folder and puts it in the place of the old. A file that already is what it is to be is linked, not
// written.
func (c *compiler) swap(files []doc) (written, error) {
	out := filepath.Clean(c.o.out)
	stampsKey := digestOf(c.version[:], []byte("stamps"), []byte(out))
	stamps := map[string]stamp{}
	if body, ok := c.cache.get(stampsKey); ok {
		_ = json.Unmarshal(body, &stamps) // what is damaged is written anew
	}
	c.p.barOf("writing", len(files), "file")
	n := written{files: len(files)}
	var mu sync.Mutex
	now := make(map[string]stamp, len(files))
	err := replace(out, func(tmp string) error {
		made := map[string]bool{}
		for _, f := range files { // folders first, by one
			if dir := path.Dir(f.path); !made[dir] {
				made[dir] = true
				if err := os.MkdirAll(filepath.Join(tmp, filepath.FromSlash(dir)), 0o755); err != nil {
					return err
				}
			}
		}
		err := c.each(len(files), func(i int) error {
			f := files[i]
			name := filepath.Join(tmp, filepath.FromSlash(f.path))
			before := filepath.Join(out, filepath.FromSlash(f.path))
			s, known := stamps[f.path]
			info, err := os.Lstat(before)
			old := known && s.Key == f.sum.hex() && err == nil && info.Size() == s.Size && info.ModTime().UnixNano() == s.Time && os.Link(before, name) == nil
			if !old {
				data, err := c.body(f)
				if err != nil {
					return err
				}
				if err := os.WriteFile(name, data, 0o644); err != nil {
					return err
				}
				if info, err = os.Stat(name); err != nil {
					return err
				}
				s = stamp{f.sum.hex(), info.Size(), info.ModTime().UnixNano()}
			}
			mu.Lock()
			defer mu.Unlock()
			if !old {
				n.fresh++
			}
			now[f.path] = s
			return nil
		})
		if err != nil {
			return err
		}
		if body, err := json.Marshal(now); err == nil {
			c.cache.put(stampsKey, body)
		}
		return nil
	})
	return n, err
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
