package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"

	"readout/data/dataset"
	"readout/data/dataset/folder"
)

// check refuses a dataset that must not be published: one that is empty, cut short, of another version, or that names documents it
// does not have. The compiler has validated what it wrote against the schema; that what lies here is still that follows from the
// hashes, and from the digest over all of them.
func check(dist fs.FS) error {
	if _, _, err := pack(dist, nil); err != nil { // every file that the manifest lists, against its hash
		return err
	}
	raw, err := fs.ReadFile(dist, "manifest.json")
	if err != nil {
		return err
	}
	var m folder.Manifest
	if err := strictly(raw, &m); err != nil {
		return fmt.Errorf("manifest.json: %w", err)
	}
	if m.Schema != dataset.SchemaVersion {
		return fmt.Errorf("manifest.json: the dataset has schema %d, this program has %d", m.Schema, dataset.SchemaVersion)
	}
	c := checked{dist: dist, documents: map[string]folder.Document{}, named: map[string]string{}}
	for _, d := range m.Documents {
		body, err := fs.ReadFile(dist, d.File)
		if err != nil {
			return err
		}
		c.add(d, body)
	}
	digest := c.documents["/v1/dataset.json"].SHA256
	if m.Packs != nil {
		sums, err := c.packs(*m.Packs)
		if err != nil {
			return err
		}
		digest = folder.ArchiveDigest(folder.ListDigest(m.Documents), sums)
	}
	if digest != m.Digest {
		return errors.New("manifest.json: the digest is not that of the documents")
	}
	if err := c.whole(m.Packs != nil); err != nil {
		return err
	}
	return c.twins()
}

// checked is what was read of a dataset.
type checked struct {
	dist      fs.FS
	documents map[string]folder.Document // by path
	named     map[string]string          // twin → a document that names it
}

// twin is the address of a content-hashed twin as pages and documents name it.
var twin = regexp.MustCompile(`/h/[0-9a-f]{16}/[A-Za-z0-9_~%./-]*[A-Za-z0-9_~%/-]`)

func (c *checked) add(d folder.Document, body []byte) {
	c.documents[d.Path] = d
	if bytes.Contains(body, []byte("/h/")) {
		for _, t := range twin.FindAll(body, -1) {
			c.named[string(t)] = d.Path
		}
	}
}

// packs reads the packs of an archive and returns the digests of their lists; folder.Packs tells their form.
func (c *checked) packs(want folder.Packs) (sums []string, err error) {
	var got folder.Packs
	for ; got.Count < want.Count; got.Count++ {
		name := folder.PackName(got.Count)
		pack, err := fs.ReadFile(c.dist, name)
		if err != nil {
			return nil, err
		}
		var list []folder.Document
		err = folder.ReadPack(pack, func(d folder.Document, body []byte) error {
			c.add(d, body)
			list = append(list, d)
			got.Documents++
			got.Bytes += d.Bytes
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		sums = append(sums, folder.ListDigest(list))
	}
	if got.Documents != want.Documents || got.Bytes != want.Bytes {
		return nil, fmt.Errorf("the packs have %d documents of %d bytes, manifest.json says %d of %d", got.Documents, got.Bytes, want.Documents, want.Bytes)
	}
	return sums, nil
}

// whole reads dataset.json: there are articles, and a document for each article and meeting, or for each part of an archive.
func (c *checked) whole(archive bool) error {
	raw, err := fs.ReadFile(c.dist, "dataset.json")
	if err != nil {
		return err
	}
	var articles int
	var wanted []string
	if archive {
		var d struct {
			Articles int      `json:"article_count"`
			Parts    []string `json:"parts"`
		}
		if err := json.Unmarshal(raw, &d); err != nil {
			return fmt.Errorf("dataset.json: %w", err)
		}
		articles, wanted = d.Articles, d.Parts
	} else {
		var d dataset.Dataset
		if err := strictly(raw, &d); err != nil {
			return fmt.Errorf("dataset.json: %w", err)
		}
		articles = len(d.Articles)
		for _, a := range d.Articles {
			wanted = append(wanted, "/v1/articles/"+a.ID+".json")
		}
		for _, m := range d.Meetings {
			wanted = append(wanted, "/v1/meetings/"+m.ID+".json")
		}
	}
	if articles == 0 {
		return errors.New("dataset.json: the dataset is empty; put articles into seeds/ (make add FILES=…)")
	}
	for _, path := range append(wanted, "/") {
		if _, ok := c.documents[path]; !ok {
			return fmt.Errorf("dataset.json: there is no document %s", path)
		}
	}
	return nil
}

// twins holds the twins that documents name against those that there are.
func (c *checked) twins() error {
	there := make(map[string]bool, len(c.documents))
	for _, d := range c.documents {
		there[folder.Twin(d.Path, d.SHA256)] = true
	}
	for _, t := range slices.Sorted(maps.Keys(c.named)) {
		if !there[t] {
			return fmt.Errorf("%s names %s, which is no document or an older one", c.named[t], t)
		}
	}
	return nil
}

// strictly decodes JSON that has no other fields than v.
func strictly(raw []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	return d.Decode(v)
}
