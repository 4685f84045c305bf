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
	"unsafe"

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

// document is one precompiled answer. Its headers do not depend on the request; they are made when they are asked for, because there
// may be thousands of documents, and a host that has the Table asks for nearly none.
type document struct {
	path     string // URL path of the alias
	file     string // in the dist file system
	media    string
	size     int
	hash     string // SHA-256 of the content in hex
	class    class
	modified string // Last-Modified, "" when the dataset names none

	once sync.Once
	body []byte
	err  error
}

// twin is the URL path of the immutable twin.
func (d *document) twin() string { return twinPrefix + d.hash[:hashDigits] + d.path }

// etag is quoted and strong.
func (d *document) etag() string { return `"` + d.hash[:2*hashDigits] + `"` }

// sum is the SHA-256 in base64.
func (d *document) sum() string {
	sum, err := hex.DecodeString(d.hash)
	if err != nil {
		panic(err) // checked by makeDocument
	}
	return base64.StdEncoding.EncodeToString(sum)
}

// alias is the headers of the alias, which say where this very content stays (RFC 9110, 8.7).
func (d *document) alias() []field {
	return append(append(d.fields(), field{"Cache-Control", cacheAlias}, field{"Content-Location", uri(d.twin())}), leave(d.path)...)
}

// fixed is the headers of the twin, which say which URL to show to people.
func (d *document) fixed() []field {
	return append(d.fields(), field{"Cache-Control", cacheForever}, field{"Link", "<" + uri(d.path) + `>; rel="canonical"`})
}

func (d *document) fields() []field {
	own := append(make([]field, 0, 8), field{"Content-Type", d.media}, field{"ETag", d.etag()})
	if d.modified != "" {
		own = append(own, field{"Last-Modified", d.modified})
	}
	return append(own, field{"Content-Digest", "sha-256=:" + d.sum() + ":"})
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

// makeDocument is a document, checked; hash is the SHA-256 of its content in hex.
func makeDocument(path, file, media, hash string, size int, lastModified string) (*document, error) {
	digits := len(hash) == 64 && strings.Trim(hash, "0123456789abcdef") == ""
	switch {
	case !strings.HasPrefix(path, "/") || strings.HasPrefix(path, twinPrefix):
		return nil, errors.New(`manifest.json: path "` + path + `" must start with / and not with ` + twinPrefix)
	case !fs.ValidPath(file):
		return nil, errors.New("manifest.json: " + path + `: file "` + file + `" is not a path below dist`)
	case !digits:
		return nil, errors.New("manifest.json: " + path + ": sha256 is not 64 hex digits")
	case media == "" || strings.ContainsAny(media, "\r\n"):
		return nil, errors.New("manifest.json: " + path + ": type is missing")
	}
	return &document{path: path, file: file, media: media, size: size, hash: hash, class: classOf(path, media), modified: lastModified}, nil
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

// text is the content as a string, without a copy.
func (d *document) text(dist fs.FS) string {
	body, err := d.bytes(dist)
	if err != nil {
		panic(err) // the manifest promised it: a broken build, not a client's fault
	}
	return unsafe.String(unsafe.SliceData(body), len(body))
}
