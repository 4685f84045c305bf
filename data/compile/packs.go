package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"readout/data/dataset"
	"readout/wasm/engine"
	"readout/web"
)

// Packs: how an archive lies in its folder. Hosts of static files bound their number and size (Cloudflare: 20,000 files without
// charge, 25 MiB each), so the documents of an archive are put together, a few hundred kilobytes to a file. In which pack a document
// is follows from its path alone, so nobody needs a list of all documents: see dataset.Packs.

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

func shardOf(id string, n int) int { return dataset.Shard(id, n) }

// loose reports whether a document is a file of its own: what every visit asks for, and what the Worker reads to compute answers.
func loose(d *doc) bool {
	for _, many := range [...]string{"/meetings/", "/articles/", "/people/", "/v1/dataset/", "/cards/"} {
		if strings.Contains(d.path, many) {
			return d.path == web.SiteCard
		}
	}
	return true
}

// counted is what writing came to.
type counted struct{ files, fresh int }

// stamp is how a file of the last run is known again.
type stamp struct {
	Key  string // of what is in it
	Size int64
	Time int64 // of modification, in nanoseconds
}

// write lays the documents out and swaps the folder. A file that already is what it is to be is linked, not written.
func (a *archive) write(docs []doc) (counted, error) {
	slices.SortFunc(docs, func(x, y doc) int { return strings.Compare(x.path, y.path) })
	for i := 1; i < len(docs); i++ {
		if docs[i].path == docs[i-1].path {
			return counted{}, fmt.Errorf("two documents have the address %s", docs[i].path)
		}
	}
	var bytesInPacks int
	for i := range docs {
		if !loose(&docs[i]) {
			bytesInPacks += docs[i].size
		}
	}
	n := min(shards(bytesInPacks, aPack), mostPacks)
	packs := make([][]doc, n)
	m := dataset.Manifest{Schema: dataset.SchemaVersion, Engine: engine.Version, Modified: a.lastDay()}
	all := sha256.New()
	var files []doc // files of the folder: path is the name
	for _, d := range docs {
		fmt.Fprintf(all, "%s %s %d %x\n", d.path, d.typ, d.size, d.sum)
		if !loose(&d) {
			k := dataset.PackOf(d.path, n)
			packs[k] = append(packs[k], d)
			continue
		}
		name := fileName(d.path, d.typ)
		if d.path == "/v1/dataset.json" {
			name = "dataset.json" // where other programs look for it
		}
		m.Documents = append(m.Documents, dataset.Document{Path: d.path, File: name, Type: d.typ, Bytes: d.size, SHA256: d.sum.hex()})
		files = append(files, doc{path: name, size: d.size, sum: d.sum, bytes: d.bytes})
	}
	m.Digest = digest(all.Sum(nil)).hex()
	m.Packs = &dataset.Packs{Count: n, Documents: len(docs) - len(m.Documents), Bytes: bytesInPacks}
	for k, of := range packs {
		files = append(files, packFile(k, of))
	}
	data, err := dataset.Encode(m)
	if err != nil {
		return counted{}, err
	}
	files = append(files, doc{path: manifestName, size: len(data), sum: digestOfBytes(data), bytes: func() ([]byte, error) { return data, nil }})
	return a.swap(files)
}

// packFile is one pack: the length of its index as four bytes, little endian, the index, then the documents one after the other.
func packFile(k int, docs []doc) doc {
	type entry = [4]any
	index := map[string]entry{}
	at := 0
	var key bytes.Buffer
	for _, d := range docs {
		index[d.path] = entry{at, d.size, d.typ, d.sum.hex()}
		at += d.size
		fmt.Fprintf(&key, "%s %s %x\n", d.path, d.typ, d.sum)
	}
	return doc{path: dataset.PackName(k), sum: digestOfBytes(key.Bytes()), bytes: func() ([]byte, error) {
		head, err := json.Marshal(index)
		if err != nil {
			return nil, err
		}
		b := binary.LittleEndian.AppendUint32(make([]byte, 0, 4+len(head)+at), uint32(len(head)))
		b = append(b, head...)
		for _, d := range docs {
			body, err := d.bytes()
			if err != nil {
				return nil, err
			}
			if len(body) != d.size || digestOfBytes(body) != d.sum {
				return nil, fmt.Errorf("%s came out another than it was; the cache is damaged: remove it and run again", d.path)
			}
			b = append(b, body...)
		}
		return b, nil
	}}
}

// swap writes the files into a new folder and puts it in the place of the old.
func (a *archive) swap(files []doc) (counted, error) {
	out := filepath.Clean(a.o.out)
	stampsKey := digestOf([]byte("stamps"), []byte(out))
	stamps := map[string]stamp{}
	if body, ok := a.cache.get(stampsKey); ok {
		_ = json.Unmarshal(body, &stamps) // what is damaged is written anew
	}
	a.p.barOf("writing", len(files), "file")
	c := counted{files: len(files)}
	var mu sync.Mutex
	kept := make(map[string]stamp, len(files))
	err := replaceWith(out, func(tmp string) error {
		made := map[string]bool{}
		for _, f := range files { // folders first, by one
			if dir := path.Dir(f.path); !made[dir] {
				made[dir] = true
				if err := os.MkdirAll(filepath.Join(tmp, filepath.FromSlash(dir)), 0o755); err != nil {
					return err
				}
			}
		}
		err := a.pieces(len(files), func(i int) error {
			f := files[i]
			name := filepath.Join(tmp, filepath.FromSlash(f.path))
			before := filepath.Join(out, filepath.FromSlash(f.path))
			s, known := stamps[f.path]
			if info, err := os.Lstat(before); !known || s.Key != f.sum.hex() || err != nil || info.Size() != s.Size || info.ModTime().UnixNano() != s.Time || os.Link(before, name) != nil {
				data, err := f.bytes()
				if err != nil {
					return err
				}
				if err := os.WriteFile(name, data, 0o644); err != nil {
					return err
				}
				info, err := os.Stat(name)
				if err != nil {
					return err
				}
				s = stamp{f.sum.hex(), info.Size(), info.ModTime().UnixNano()}
				mu.Lock()
				c.fresh++
				mu.Unlock()
			}
			mu.Lock()
			kept[f.path] = s
			mu.Unlock()
			return nil
		})
		if err != nil {
			return err
		}
		if body, err := json.Marshal(kept); err == nil {
			a.cache.put(stampsKey, body)
		}
		return nil
	})
	if errors.Is(err, fs.ErrExist) {
		err = fmt.Errorf("%w: two documents would be one file", err)
	}
	return c, err
}
