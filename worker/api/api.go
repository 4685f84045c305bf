package api

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"log"
	"net/http"
	"net/url"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"readout/wasm/know"
)

// Options describe the host.
type Options struct {
	// Build identifies the program together with its data. It is the entity tag of computed answers, which depend
	// on these two and the URL. "" derives it from the manifest, which is right as long as the program does not
	// change.
	Build string
	// Clock is used only for Server-Timing; nil is time.Now. In a deployed Worker it does not advance.
	Clock func() time.Time
	// Index makes the index for /v1/search if the build has not ([SearchFile]). It is [IndexNow], or nil for a host that always has
	// that file, which saves 10 kB.
	Index func(dataset string) *searchIndex
}

// Handler serves one dataset. It is safe for concurrent use.
type Handler struct {
	dist        fs.FS
	build       string
	etag        string // of computed answers
	clock       func() time.Time
	makeIndex   func(dataset string) *searchIndex
	manifest    *manifest
	documents   map[string]*document // by URL path of the alias; see document
	endpoints   map[string]endpoint
	lists       lists
	comparisons comparisons
	known       struct {
		once sync.Once
		base *know.Base
	}
	index struct {
		once sync.Once
		made *searchIndex
	}
	head, room []byte // of the answer before; see Answer
}

// endpoint is one computed answer, or the problem that there is none.
type endpoint struct {
	parameters []string // all it knows, in the order of its documentation
	answer     func(h *Handler, q query) (reply, *problem)
	// post answers POST, nil where nothing can be posted; posted are its parameters.
	post   func(h *Handler, q query, r *http.Request) (reply, *problem)
	posted []string
}

// query is the request as an endpoint sees it.
type query struct {
	parameters []parameter // known names, each given once
	origin     string      // "https://example.org": where the client reached us
	room       []byte      // where the answer may be written; see Handler.Answer
}

// parameter is one of a query string, decoded.
type parameter struct{ name, value string }

// given is the value of a parameter, and whether it was given at all: an empty value is one that means nothing.
func (q query) given(name string) (value string, ok bool) {
	for _, p := range q.parameters {
		if p.name == name {
			return p.value, true
		}
	}
	return "", false
}

// object begins an answer of about size bytes.
func (q query) object(size int) object {
	return object{append(q.bytes(size), '{')}
}

// bytes is room for an answer of about size bytes.
func (q query) bytes(size int) []byte {
	if size > cap(q.room) {
		return make([]byte, 0, size)
	}
	return q.room[:0]
}

// reply answers with an object that was begun by object.
func (q query) reply(o object, more ...field) reply {
	return reply{fields: append(append(make([]field, 0, 6), jsonType), more...), body: o.bytes(), spare: true}
}

// reply is a whole answer; nothing is written before it is complete.
type reply struct {
	status int // 0 is 200
	class  class
	fields []field
	body   []byte
	spare  bool // nobody keeps the body, so the next answer may be written into it
}

// maxTarget is how many bytes of path and query are read; the longest sensible GJSON path is far below.
const maxTarget = 4096

// allowed is the Allow header of everything that exists; allowedPost where something can be posted.
const (
	allowed     = "GET, HEAD, OPTIONS"
	allowedPost = "GET, HEAD, POST, OPTIONS"
)

// New makes the handler for dist, a file system with manifest.json and the documents at its root. An error says
// what is wrong with the manifest. The documents themselves are read only when requested.
func New(dist fs.FS, opt Options) (*Handler, error) {
	m, err := readManifest(dist)
	if err != nil {
		return nil, err
	}
	h := &Handler{
		dist:      dist,
		build:     opt.Build,
		clock:     opt.Clock,
		makeIndex: opt.Index,
		manifest:  m,
		documents: make(map[string]*document, len(m.documents)),
		endpoints: endpoints(),
	}
	if h.clock == nil {
		h.clock = time.Now
	}
	if h.build == "" {
		h.build = m.fingerprint()
	}
	h.etag = `"` + h.build + `"`
	for _, d := range m.documents {
		h.documents[d.path] = d
	}
	h.listEndpoints()
	return h, nil
}

// Warm does in advance what the first requests would otherwise wait for: it runs a computed answer and reads the search index.
func (h *Handler) Warm() {
	h.endpoints["/v1/version"].answer(h, query{})
	if h.manifest.packs == 0 {
		h.searchIndex()
	}
}

// endpoints is the table of everything computed. A document of the manifest with the same path wins.
func endpoints() map[string]endpoint {
	return map[string]endpoint{
		"/v1/version":  {answer: (*Handler).version},
		"/v1/health":   {answer: (*Handler).health},
		"/v1/problems": {answer: (*Handler).listProblems},
		"/v1/query":    {parameters: []string{"document", "path"}, answer: (*Handler).query},
		"/v1/compare": {parameters: append([]string{"meeting", "outlets"}, viewParameters...), answer: (*Handler).compare,
			post: (*Handler).compareWitnesses, posted: viewParameters},
		"/v1/search": {parameters: []string{"q", "outlet", "article", "limit", "cursor"}, answer: (*Handler).search},
		"/search":    {parameters: []string{"q"}, answer: (*Handler).searchPage},
		"/oembed":    {parameters: []string{"url", "format", "maxwidth", "maxheight", "dnt"}, answer: (*Handler).oembed},
	}
}

// ServeHTTP implements [http.Handler].
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a := h.finish(r, nil)
	a.digest()
	a.length()
	header := w.Header()
	setFields(header, common[a.class])
	setFields(header, a.fields)
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		w.Write(a.body) // the client is gone when this fails, and nobody is left to tell
	}
}

// Answer is ServeHTTP for a host that already knows the headers of each class from [Handler.Table]. head is the number of the class,
// then the other headers as "Name: value", one on each line. There is a Content-Length only for HEAD, so that few heads differ and a
// host can keep what it makes of them. The host fills in a Content-Digest without a value, because it hashes ten times as fast as Go
// in WebAssembly.
//
// Answers are made one at a time. head and body are valid only until the next answer, which is written into the same memory: in a
// Worker, most of what the collector had to free was answers.
func (h *Handler) Answer(r *http.Request) (status int, head, body []byte) {
	a := h.finish(r, h.room)
	if a.spare && cap(a.body) > cap(h.room) && cap(a.body) <= mostRoom {
		h.room = a.body
	}
	if r.Method == http.MethodHead {
		a.digest()
		a.length()
		a.body = nil
	}
	h.head = appendHead(h.head[:0], a.class, a.fields)
	return a.status, h.head, a.body
}

// mostRoom is how many bytes are kept for the next answer.
const mostRoom = 256 << 10

// digest fills in the Content-Digest (RFC 9530) of a computed answer.
func (a *reply) digest() {
	for i, f := range a.fields {
		if f.name == "Content-Digest" && f.value == "" {
			sum := sha256.Sum256(a.body)
			a.fields[i].value = "sha-256=:" + base64.StdEncoding.EncodeToString(sum[:]) + ":"
		}
	}
}

// length adds the Content-Length of an answer that has a body.
func (a *reply) length() {
	if a.status != http.StatusNotModified && a.status != http.StatusNoContent {
		a.fields = append(a.fields, field{contentLength, strconv.Itoa(len(a.body))})
	}
}

// finish answers r, with all that follows from the status.
func (h *Handler) finish(r *http.Request, room []byte) reply {
	a := h.answerOrFail(r, room)
	switch a.status {
	case http.StatusNotModified:
		a.fields = slices.DeleteFunc(slices.Clone(a.fields), func(f field) bool { return slices.Contains(describesBody, f.name) })
		a.body = nil
	case 0:
		a.status = http.StatusOK
	}
	return a
}

// answerOrFail is answer, with a panic of whatever it calls turned into a problem.
func (h *Handler) answerOrFail(r *http.Request, room []byte) (a reply) {
	defer func() {
		if v := recover(); v != nil {
			log.Printf("panic on %s %s: %v\n%s", r.Method, clip(r.URL.Path), v, debug.Stack())
			a = h.refuse(r, failure("internal", "It was logged and the next request is served as usual."))
		}
	}()
	return h.answer(r, room)
}

func (h *Handler) answer(r *http.Request, room []byte) reply {
	path := r.URL.Path
	if len(path)+len(r.URL.RawQuery) > maxTarget {
		return h.refuse(r, failure("address-too-long", "Path and query may have "+strconv.Itoa(maxTarget)+" bytes together."))
	}
	d, isDocument := h.documents[path]
	e, isEndpoint := h.endpoints[path]
	if !isDocument && !isEndpoint { // in this order, since a pack may have to be fetched
		if d, isDocument = h.document(path); !isDocument {
			return h.missing(r)
		}
	}
	allow := allowed
	if !isDocument && e.post != nil {
		allow = allowedPost
	}
	switch {
	case r.Method == http.MethodGet, r.Method == http.MethodHead:
	case r.Method == http.MethodOptions:
		return options(allow)
	case r.Method == http.MethodPost && allow == allowedPost:
	default:
		p := failure("method-not-allowed", "Nothing can be changed here; allowed are "+allow+".")
		p.fields = []field{{"Allow", allow}}
		return h.refuse(r, p)
	}
	if isDocument {
		return h.answerDocument(r, d)
	}
	return h.compute(r, e, room)
}

// options answers OPTIONS, for people and for the preflight requests of browsers.
func options(allow string) reply {
	return reply{status: http.StatusNoContent, fields: []field{
		{"Allow", allow},
		{"Access-Control-Allow-Methods", allow},
		{"Access-Control-Allow-Headers", "*"},
		{"Access-Control-Max-Age", "86400"},
		{"Cache-Control", cacheAlias},
	}}
}

func (h *Handler) answerDocument(r *http.Request, d *document) reply {
	if d.strict() {
		if _, p := parameters(r.URL.RawQuery, nil); p != nil {
			stem, _ := cutEnding(d.path)
			if e, ok := h.endpoints[stem]; ok { // the list as a document; beside it is one that can be asked
				p.detail += " " + stem + " takes " + strings.Join(e.parameters, ", ") + "."
				p.extra.str("suggestion", stem)
			}
			return h.refuse(r, p)
		}
	}
	a := reply{class: d.class}
	if r.URL.Path == d.path {
		a.fields = d.alias()
	} else {
		a.fields = d.fixed()
	}
	if notModified(r.Header, d.etag()) {
		a.status = http.StatusNotModified
		return a
	}
	body, err := d.bytes(h.dist)
	if err != nil {
		panic(err) // the manifest promised it: a broken build, not a client's fault
	}
	a.body = body
	return a
}

// strict documents take no parameters; the others ignore what they are given.
func (d *document) strict() bool { return d.class == classData }

// compute runs an endpoint and adds what all computed answers bear.
func (h *Handler) compute(r *http.Request, e endpoint, room []byte) reply {
	known := e.parameters
	if r.Method == http.MethodPost {
		known = e.posted
	}
	given, p := parameters(r.URL.RawQuery, known)
	if p != nil {
		return h.refuse(r, p)
	}
	q := query{given, origin(r), room}
	start := h.clock()
	var a reply
	if r.Method == http.MethodPost {
		a, p = e.post(h, q, r)
	} else {
		a, p = e.answer(h, q)
	}
	if p != nil {
		a = h.refuse(r, p)
	}
	timing := "go;dur=0" // in a Worker, where clocks stand still
	if spent := h.clock().Sub(start); spent != 0 {
		timing = "go;dur=" + strconv.FormatFloat(float64(spent.Microseconds())/1000, 'f', -1, 64)
	}
	a.fields = append(append(slices.Grow(a.fields, 5), field{"Server-Timing", timing}), leave(r.URL.Path)...)
	if a.status != 0 && a.status != http.StatusOK {
		return a
	}
	a.fields = append(a.fields, field{name: "Content-Digest"}) // see digest
	if r.Method == http.MethodPost {
		return a // it answers the body, which no entity tag of an address could stand for
	}
	a.fields = append(a.fields, field{"ETag", h.etag})
	if !slices.ContainsFunc(a.fields, func(f field) bool { return f.name == "Cache-Control" }) {
		a.fields = append(a.fields, field{"Cache-Control", cacheAlias})
	}
	if notModified(r.Header, h.etag) {
		a.status = http.StatusNotModified
	}
	return a
}

// parameters parses a query string for an endpoint that knows the given names. A name it does not know, or one given
// twice, is a problem that lists the known ones.
func parameters(raw string, known []string) (given []parameter, p *problem) {
	for raw != "" {
		var pair string
		pair, raw, _ = strings.Cut(raw, "&")
		if pair == "" {
			continue
		}
		name, value, _ := strings.Cut(pair, "=")
		name, err := url.QueryUnescape(name)
		value, err2 := url.QueryUnescape(value)
		if err != nil || err2 != nil || strings.IndexByte(pair, ';') >= 0 {
			return nil, failure("bad-request", "The query string is not valid: percent signs must be followed by two hex digits, and & separates parameters.")
		}
		if !slices.Contains(known, name) {
			detail := "This address takes no parameters."
			if len(known) > 0 {
				detail = "Known are " + strings.Join(known, ", ") + "."
			}
			p := failure("unknown-parameter", strconv.Quote(clip(name))+" is unknown. "+detail)
			p.extra.str("parameter", clip(name)).strs("known", known)
			return nil, p.near(likeliest(name, known, min(2, len(name)/3)))
		}
		for _, before := range given {
			if before.name == name {
				return nil, unexpected(name, value, "it only once; "+strconv.Quote(clip(before.value))+" was given before")
			}
		}
		if given == nil {
			given = make([]parameter, 0, 4)
		}
		given = append(given, parameter{name, value})
	}
	return given, nil
}

// origin is where the client reached us; behind the edge that is always https, natively the request knows.
func origin(r *http.Request) string {
	if r.URL.Scheme != "" {
		return r.URL.Scheme + "://" + r.Host
	}
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// refuse answers with a problem: as a page where a reader went astray, as JSON below /v1/ and for computed answers.
func (h *Handler) refuse(r *http.Request, p *problem) reply {
	kind := kindNamed(p.kind)
	cache := cacheError
	if kind.status >= 500 {
		cache = cacheNever
	}
	a := reply{status: kind.status, fields: append([]field{{"Content-Type", "application/problem+json"}, {"Cache-Control", cache}}, p.fields...)}
	path := r.URL.Path
	if _, computed := h.endpoints[path]; computed || path == "/v1" || strings.HasPrefix(path, "/v1/") || strings.HasPrefix(path, twinPrefix) {
		a.body = p.json(kind, path)
		return a
	}
	_, styles := h.documents["/readout.css"]
	a.class, a.fields[0].value, a.body = classPage, "text/html; charset=utf-8", p.page(kind, styles)
	return a
}

// fingerprint stands for the whole dataset: its digest and the hash of every document.
func (m *manifest) fingerprint() string {
	s := sha256.New()
	s.Write([]byte(m.engine + "\n" + m.digest + "\n"))
	for _, d := range m.documents {
		s.Write([]byte(d.path + " " + d.etag() + "\n"))
	}
	return hex.EncodeToString(s.Sum(nil))[:hashDigits]
}
