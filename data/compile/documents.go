package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"readout/data/dataset"
	"readout/wasm/know"
	"readout/wasm/when"
	"readout/web"
)

// file is one document to write.
type file struct {
	path string // URL path
	name string // below the output folder
	typ  string
	data []byte
}

const (
	typeJSON   = "application/json; charset=utf-8"
	typeSchema = "application/schema+json; charset=utf-8"
	typeHTML   = "text/html; charset=utf-8"
	typeBytes  = "application/octet-stream"
)

// documents makes every document of the dataset, and the manifest. Of o it takes the site's origin and where an earlier run wrote.
func documents(ds *dataset.Dataset, base *know.Base, o options) ([]file, error) {
	whole, err := dataset.Encode(ds)
	if err != nil {
		return nil, err
	}
	if err := checkSchema(whole); err != nil {
		return nil, err
	}
	digest := hash(whole)
	w := &writer{site: o.site}
	w.add("/v1/dataset.json", "dataset.json", typeJSON, whole, nil) // other programs read it at this place
	w.json("/v1/schema.json", typeSchema, dataset.Schema())
	w.lists(ds)
	for i := range ds.Meetings {
		w.meeting(ds.MeetingDoc(&ds.Meetings[i]))
	}
	for i := range ds.Series {
		w.series(ds.SeriesDoc(&ds.Series[i]))
	}
	for i := range ds.Issues {
		w.issue(ds.IssueDoc(&ds.Issues[i]))
	}
	for i := range ds.Articles {
		w.article(ds, &ds.Articles[i])
	}
	for _, p := range ds.People {
		w.json("/v1/people/"+p.ID+".json", typeJSON, p)
	}
	for _, o := range ds.Outlets {
		w.json("/v1/outlets/"+o.ID+".json", typeJSON, o)
	}
	w.ndjson("/v1/dataset")(ds.NDJSON())
	w.formats(ds)
	w.list("/v1/terms", ds.TermsCSV())(dataset.Lines(ds.Terms))
	w.described(ds)
	w.pages("/", func(lang string) ([]byte, error) { return web.Start(ds, lang) })
	w.page("/embed")(web.Snippet(ds))
	for _, lang := range web.Languages {
		w.page(web.OwnPath(lang))(web.Own(lang))
	}
	w.add("/own/registry.bin", "own/registry.bin", typeBytes, base.WithoutDecisions().Pack(), nil) // what "compare your own" knows
	assets, err := web.Assets()
	if err != nil {
		return nil, err
	}
	for _, a := range assets {
		w.add(a.Path, fileName(a.Path, a.Type), a.Type, w.at(a.Type, a.Data), nil)
	}
	w.cards(ds, o.out)
	w.crawlers()
	if w.err != nil {
		return nil, w.err
	}
	return w.manifest(digest, modified(ds))
}

// writer gathers documents and keeps the first error.
type writer struct {
	site  string // origin of absolute addresses, "" where it is not known
	files []file
	err   error
}

func (w *writer) add(path, name, typ string, data []byte, err error) {
	if w.err == nil && err != nil {
		w.err = fmt.Errorf("%s: %w", path, err)
	}
	w.files = append(w.files, file{path, name, typ, data})
}

func (w *writer) json(path, typ string, v any) {
	data, err := dataset.Encode(v)
	w.add(path, fileName(path, typ), typ, data, err)
}

// page returns a function that takes what a renderer returns.
func (w *writer) page(path string) func([]byte, error) {
	return func(data []byte, err error) {
		w.add(path, fileName(path, typeHTML), typeHTML, w.at(typeHTML, data), err)
	}
}

// at puts the site's origin into a page; anything else stays as it is.
func (w *writer) at(typ string, data []byte) []byte {
	if typ != typeHTML {
		return data
	}
	return web.At(w.site, data)
}

// pages adds a page in every language.
func (w *writer) pages(path string, render func(lang string) ([]byte, error)) {
	for _, lang := range web.Languages {
		w.page(web.Path(lang, path))(render(lang))
	}
}

// meeting adds a meeting's document, in every format, and its pages.
func (w *writer) meeting(doc dataset.MeetingDocument) {
	path := "/v1/meetings/" + doc.Meeting.ID
	w.json(path+".json", typeJSON, doc)
	w.pages("/meetings/"+doc.Meeting.ID, func(lang string) ([]byte, error) { return web.Meeting(doc, lang) })
	for _, pair := range web.Pairs(doc) {
		w.page(web.PairPath(doc.Meeting.ID, pair))(web.MeetingPair(doc, pair, web.Languages[0]))
	}
	w.pages("/embed/meetings/"+doc.Meeting.ID, func(lang string) ([]byte, error) { return web.EmbedMeeting(doc, lang) })
	w.list(path, doc.CSV())(doc.NDJSON())
	w.linked(path)(doc.JSONLD(w.site))
	w.file(path+".tei.xml", typeTEI, doc.TEI(), nil)
}

// series is meeting for a series.
func (w *writer) series(doc dataset.SeriesDocument) {
	path := "/v1/series/" + doc.Series.ID
	w.json(path+".json", typeJSON, doc)
	w.pages("/series/"+doc.Series.ID, func(lang string) ([]byte, error) { return web.Series(doc, lang) })
	w.pages("/embed/series/"+doc.Series.ID, func(lang string) ([]byte, error) { return web.EmbedSeries(doc, lang) })
	w.list(path, doc.CSV())(doc.NDJSON())
	w.linked(path)(doc.JSONLD(w.site))
}

// issue is meeting for an issue.
func (w *writer) issue(doc dataset.IssueDocument) {
	path := "/v1/issues/" + doc.Issue.ID
	w.json(path+".json", typeJSON, doc)
	w.pages("/issues/"+doc.Issue.ID, func(lang string) ([]byte, error) { return web.Issue(doc, lang) })
	w.pages("/embed/issues/"+doc.Issue.ID, func(lang string) ([]byte, error) { return web.EmbedIssue(doc, lang) })
	w.list(path, doc.CSV())(doc.NDJSON())
}

// article is meeting for an article of ds, of which it takes the meetings that the article tells of and its outlet.
func (w *writer) article(ds *dataset.Dataset, a *dataset.Article) {
	path := "/v1/articles/" + a.ID
	w.json(path+".json", typeJSON, a)
	w.page("/articles/" + a.ID)(web.Article(ds, *a))
	w.list(path, a.CSV())(a.NDJSON())
	w.linked(path)(ds.ArticleJSONLD(a.ID, w.site))
}

// fileName is where a URL path is stored: pages get ".html", the start page is index.html.
func fileName(path, typ string) string {
	name := strings.TrimPrefix(path, "/")
	last := name[strings.LastIndexByte(name, '/')+1:]
	switch {
	case name == "" || strings.HasSuffix(name, "/"):
		return name + "index.html"
	case strings.HasPrefix(typ, "text/html") && !strings.HasSuffix(last, ".html"):
		return name + ".html"
	}
	return name
}

// lists are the collections: what is needed to choose, without the parts.
func (w *writer) lists(ds *dataset.Dataset) {
	w.json("/v1/meetings.json", typeJSON, map[string]any{"meetings": bareMeetings(ds)})
	w.json("/v1/series.json", typeJSON, map[string]any{"series": ds.Series})
	w.json("/v1/issues.json", typeJSON, map[string]any{"issues": ds.Issues})
	w.json("/v1/articles.json", typeJSON, map[string]any{"articles": bareArticles(ds)})
	w.json("/v1/people.json", typeJSON, map[string]any{"people": ds.People})
	w.json("/v1/outlets.json", typeJSON, map[string]any{"outlets": ds.Outlets})
	w.json("/v1/terms.json", typeJSON, map[string]any{"terms": ds.Terms})
}

// bareMeetings are the meetings without their comparison.
func bareMeetings(ds *dataset.Dataset) []dataset.Meeting {
	out := []dataset.Meeting{}
	for _, m := range ds.Meetings {
		out = append(out, bare(m))
	}
	return out
}

// bareArticles are the articles without their passages.
func bareArticles(ds *dataset.Dataset) []dataset.Article {
	out := []dataset.Article{}
	for _, a := range ds.Articles {
		a.Passages = []dataset.Passage{}
		out = append(out, a)
	}
	return out
}

// manifest appends manifest.json, which lists all others.
func (w *writer) manifest(digest, modified string) ([]file, error) {
	slices.SortFunc(w.files, func(a, b file) int { return strings.Compare(a.path, b.path) })
	m := dataset.Manifest{Schema: dataset.SchemaVersion, Engine: engineVersion, Digest: digest, Modified: modified}
	names := map[string]string{}
	for _, f := range w.files {
		if other, ok := names[f.name]; ok {
			return nil, fmt.Errorf("%s and %s would both be stored as %s", other, f.path, f.name)
		}
		names[f.name] = f.path
		m.Documents = append(m.Documents, dataset.Document{Path: f.path, File: f.name, Type: f.typ, Bytes: len(f.data), SHA256: hash(f.data)})
	}
	data, err := dataset.Encode(m)
	if err != nil {
		return nil, err
	}
	return append(w.files, file{name: manifestName, typ: typeJSON, data: data}), nil
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// modified is the day of the newest article, as RFC 3339: a date that rests on the input alone.
func modified(ds *dataset.Dataset) string {
	newest := when.MakeDay(1970, 1, 1)
	for _, a := range ds.Articles {
		if d, err := when.Parse(a.Published); err == nil && !d.IsZero() && d.Last() > newest && d.Precision() != when.OpenEnded {
			newest = d.Last()
		}
	}
	y, m, d := newest.Date()
	return fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", y, m, d)
}
