package api

import (
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io/fs"
	"net/http"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/tidwall/gjson"
)

// hashDigits is how many hex digits of a document's SHA-256 stand in the URL of its twin: 64 bits, far beyond what
// an accident needs, short enough to read out.
const hashDigits = 16

// twinPrefix starts the URL of every content-hashed twin.
const twinPrefix = "/h/"

// manifest is data/dist/manifest.json as this package needs it; package dataset has the full shape. It is read with
// gjson so that a Worker's boot does not pay for encoding/json.
type manifest struct {
	schema    int64
	engine    string
	digest    string
	modified  time.Time // zero when the dataset names none
	documents []*document

	lastModified string // for the header, "" when the dataset names none
	packs        int    // how many packs an archive has besides
}

// document is one precompiled answer and all of its headers, which do not depend on the request.
type document struct {
	path  string // URL path of the alias
	twin  string // URL path of the immutable twin
	file  string // in the dist file system
	media string
	size  int
	etag  string // quoted, strong
	sum   string // SHA-256 in base64
	class class

	alias []field // headers of the alias
	fixed []field // headers of the twin

	once sync.Once
	body []byte
	err  error
}

// readManifest reads manifest.json and checks what the rest of the package relies on. It does not read the documents.
func readManifest(dist fs.FS) (*manifest, error) {
	raw, err := fs.ReadFile(dist, "manifest.json")
	if err != nil {
		return nil, err
	}
	if !gjson.ValidBytes(raw) {
		return nil, errors.New("manifest.json: not JSON")
	}
	root := gjson.ParseBytes(raw)
	m := &manifest{
		schema: root.Get("schema").Int(),
		engine: root.Get("engine").String(),
		digest: root.Get("digest").String(),
	}
	if m.modified, err = parseModified(root.Get("modified").String()); err != nil {
		return nil, err
	}
	m.packs = int(root.Get("packs.count").Int())
	if !m.modified.IsZero() {
		m.lastModified = m.modified.Format(http.TimeFormat)
	}
	root.Get("documents").ForEach(func(_, entry gjson.Result) bool {
		var d *document
		if d, err = newDocument(entry, m.lastModified); err != nil {
			return false
		}
		m.documents = append(m.documents, d)
		return true
	})
	if err != nil {
		return nil, err
	}
	sort.SliceStable(m.documents, func(i, j int) bool { return m.documents[i].path < m.documents[j].path })
	for i, d := range m.documents {
		if i > 0 && m.documents[i-1].path == d.path {
			return nil, errors.New("manifest.json: " + d.path + " is listed twice")
		}
	}
	return m, nil
}

// parseModified accepts RFC 3339 with or without the time of day; "" is no date.
func parseModified(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), nil
		}
	}
	return time.Time{}, errors.New(`manifest.json: modified: "` + s + `" is not RFC 3339`)
}

func newDocument(entry gjson.Result, lastModified string) (*document, error) {
	return makeDocument(entry.Get("path").String(), entry.Get("file").String(), entry.Get("type").String(), entry.Get("sha256").String(),
		int(entry.Get("bytes").Int()), lastModified)
}

// makeDocument is a document with all of its headers; hash is the SHA-256 of its content in hex.
func makeDocument(path, file, media, hash string, size int, lastModified string) (*document, error) {
	d := &document{path: path, file: file, media: media, size: size}
	sum, err := hex.DecodeString(hash)
	switch {
	case !strings.HasPrefix(d.path, "/") || strings.HasPrefix(d.path, twinPrefix):
		return nil, errors.New(`manifest.json: path "` + d.path + `" must start with / and not with ` + twinPrefix)
	case !fs.ValidPath(d.file):
		return nil, errors.New("manifest.json: " + d.path + `: file "` + d.file + `" is not a path below dist`)
	case err != nil || len(sum) != 32:
		return nil, errors.New("manifest.json: " + d.path + ": sha256 is not 64 hex digits")
	case d.media == "" || strings.ContainsAny(d.media, "\r\n"):
		return nil, errors.New("manifest.json: " + d.path + ": type is missing")
	}
	d.twin = twinPrefix + hash[:hashDigits] + d.path
	d.etag = `"` + hash[:2*hashDigits] + `"`
	d.class = classOf(d.path, d.media)

	own := []field{{"Content-Type", d.media}, {"ETag", d.etag}}
	if lastModified != "" {
		own = append(own, field{"Last-Modified", lastModified})
	}
	d.sum = base64.StdEncoding.EncodeToString(sum)
	own = append(own, field{"Content-Digest", "sha-256=:" + d.sum + ":"})
	own = own[:len(own):len(own)]
	// The alias says where this very content stays (RFC 9110, 8.7), the twin which URL to show to people.
	d.alias = append(append(own, field{"Cache-Control", cacheAlias}, field{"Content-Location", d.twin}), leave(d.path)...)
	d.fixed = append(own, field{"Cache-Control", cacheForever}, field{"Link", "<" + d.path + `>; rel="canonical"`})
	return d, nil
}

// bytes returns the document's content, read once and kept; callers must not change it.
func (d *document) bytes(dist fs.FS) ([]byte, error) {
	d.once.Do(func() {
		d.body, d.err = fs.ReadFile(dist, d.file)
		if d.err == nil && len(d.body) != d.size {
			d.err = errors.New(d.file + ": size differs from the manifest; run the compiler again")
		}
	})
	return d.body, d.err
}
