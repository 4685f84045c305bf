// Package documents makes what is served about a meeting, a series, an issue, an article, and about all of them: pages and formats,
// each under its address.
package documents

import (
	"fmt"
	"strings"

	"readout/data/dataset"
	"readout/data/dataset/formats"
	"readout/data/openapi"
	"readout/wasm/engine"
	"readout/web"
)

// File is one document as it was made.
type File struct {
	Path, Type string // URL path, media type
	Data       []byte
}

// Media types.
const (
	TypeJSON   = "application/json; charset=utf-8"
	TypeSchema = "application/schema+json; charset=utf-8"
	TypeHTML   = "text/html; charset=utf-8"
	TypeBytes  = "application/octet-stream"
	TypePNG    = "image/png"
	TypeXML    = "application/xml; charset=utf-8"
	TypeText   = "text/plain; charset=utf-8"
	TypeCSV    = "text/csv; charset=utf-8; header=present"
	TypeNDJSON = "application/x-ndjson; charset=utf-8"
	TypeTEI    = "application/tei+xml; charset=utf-8"
	TypeLD     = "application/ld+json; charset=utf-8"
)

// Writer gathers documents and keeps the first error.
type Writer struct {
	Site  string // origin of absolute addresses, "" if unknown
	Files []File
	Err   error
}

// Add adds a document as it was made, or the error of making it.
func (w *Writer) Add(path, typ string, data []byte, err error) {
	if w.Err == nil && err != nil {
		w.Err = fmt.Errorf("%s: %w", path, err)
	}
	w.Files = append(w.Files, File{path, typ, data})
}

// JSON adds a value as JSON.
func (w *Writer) JSON(path, typ string, v any) {
	data, err := dataset.Encode(v)
	w.Add(path, typ, data, err)
}

// Entry is what a pieces.Maker returns: the documents, the entry in a list, and the entry in the whole dataset.
func (w *Writer) Entry(whole, listed any) ([]File, []byte, []byte, error) {
	list, err := dataset.Encode(listed)
	if w.Err == nil {
		w.Err = err
	}
	data, err := dataset.Encode(whole)
	if w.Err == nil {
		w.Err = err
	}
	return w.Files, list, data, w.Err
}

// Collection adds a list. If total is not 0, the list is a part, and total says how many entries there are in all.
func (w *Writer) Collection(name string, entries any, total int) {
	m := map[string]any{name: entries}
	if total > 0 {
		m["total"] = total
	}
	w.JSON("/v1/"+name+".json", TypeJSON, m)
}

// Page returns a function that adds the page it is given.
func (w *Writer) Page(path string) func([]byte, error) {
	return func(data []byte, err error) { w.Add(path, TypeHTML, web.At(w.Site, data), err) }
}

// Pages adds a page in every language.
func (w *Writer) Pages(path string, render func(lang string) ([]byte, error)) {
	for _, lang := range web.Languages {
		w.Page(web.Path(lang, path))(render(lang))
	}
}

// List adds the CSV, and returns a function that adds the NDJSON it is given.
func (w *Writer) List(path string, csv []byte) func([]byte, error) {
	w.Add(path+".csv", TypeCSV, csv, nil)
	return w.NDJSON(path)
}

// NDJSON returns a function that adds the NDJSON it is given.
func (w *Writer) NDJSON(path string) func([]byte, error) {
	return func(data []byte, err error) { w.Add(path+".ndjson", TypeNDJSON, data, err) }
}

func (w *Writer) linked(path string) func([]byte, error) {
	return func(data []byte, err error) { w.Add(path+".jsonld", TypeLD, data, err) }
}

// Meeting adds a meeting's document in every format, and its pages. What is requested most comes first and the pages of pairs come last,
// because packs are read from the beginning.
func (w *Writer) Meeting(doc dataset.MeetingDocument) {
	path := "/v1/meetings/" + doc.Meeting.ID
	doc.Summary = summary(func(lang string) string { return web.MeetingSummary(doc, lang) })
	pairs := &Writer{Site: w.Site}
	w.JSON(path+".json", TypeJSON, doc)
	for _, lang := range web.Languages {
		own := web.Path(lang, "/meetings/"+doc.Meeting.ID)
		err := web.MeetingPages(doc, lang, w.Site, func(path string, page []byte) {
			to := w
			if path != own {
				to = pairs
			}
			to.Add(path, TypeHTML, page, nil)
		})
		if err != nil && w.Err == nil {
			w.Err = err
		}
	}
	w.Pages("/embed/meetings/"+doc.Meeting.ID, func(lang string) ([]byte, error) { return web.EmbedMeeting(doc, lang) })
	w.List(path, formats.MeetingCSV(&doc))(formats.MeetingNDJSON(&doc))
	w.linked(path)(formats.MeetingJSONLD(&doc, w.Site))
	w.Add(path+".tei.xml", TypeTEI, formats.TEI(&doc), nil)
	w.Files = append(w.Files, pairs.Files...)
}

// summary is a document's summary in every language.
func summary(in func(lang string) string) dataset.Summary {
	out := dataset.Summary{}
	for _, lang := range web.Languages {
		out[lang] = in(lang)
	}
	return out
}

// Series does the same as Meeting for a series.
func (w *Writer) Series(doc dataset.SeriesDocument) {
	path := "/v1/series/" + doc.Series.ID
	doc.Summary = summary(func(lang string) string { return web.SeriesSummary(doc, lang) })
	w.JSON(path+".json", TypeJSON, doc)
	w.Pages("/series/"+doc.Series.ID, func(lang string) ([]byte, error) { return web.Series(doc, lang) })
	w.Pages("/embed/series/"+doc.Series.ID, func(lang string) ([]byte, error) { return web.EmbedSeries(doc, lang) })
	w.List(path, formats.SeriesCSV(&doc))(formats.SeriesNDJSON(&doc))
	w.linked(path)(formats.SeriesJSONLD(&doc, w.Site))
}

// Issue does the same as Meeting for an issue.
func (w *Writer) Issue(doc dataset.IssueDocument) {
	path := "/v1/issues/" + doc.Issue.ID
	doc.Summary = summary(func(lang string) string { return web.IssueSummary(doc, lang) })
	w.JSON(path+".json", TypeJSON, doc)
	w.Pages("/issues/"+doc.Issue.ID, func(lang string) ([]byte, error) { return web.Issue(doc, lang) })
	w.Pages("/embed/issues/"+doc.Issue.ID, func(lang string) ([]byte, error) { return web.EmbedIssue(doc, lang) })
	w.List(path, formats.IssueCSV(&doc))(formats.IssueNDJSON(&doc))
}

// Article does the same as Meeting for an article. From d it takes the article's outlet and the meetings it tells of.
func (w *Writer) Article(d *dataset.Dataset, a *dataset.Article) {
	path := "/v1/articles/" + a.ID
	w.JSON(path+".json", TypeJSON, a)
	w.Page("/articles/" + a.ID)(web.Article(d, *a))
	w.List(path, formats.ArticleCSV(a))(formats.ArticleNDJSON(a))
	w.linked(path)(formats.ArticleJSONLD(d, a.ID, w.Site))
}

// Formats adds the lists as CSV, NDJSON and JSON-LD, beside the JSON. The meetings of d are entries of lists.
func (w *Writer) Formats(d *dataset.Dataset) {
	w.List("/v1/meetings", formats.MeetingsCSV(d))(formats.Lines(d.Meetings))
	w.List("/v1/series", formats.AllSeriesCSV(d))(formats.Lines(d.Series))
	w.List("/v1/issues", formats.IssuesCSV(d))(formats.Lines(d.Issues))
	w.List("/v1/articles", formats.ArticlesCSV(d))(formats.Lines(d.Articles))
	w.List("/v1/people", formats.PeopleCSV(d))(formats.Lines(d.People))
	w.List("/v1/outlets", formats.OutletsCSV(d))(formats.Lines(d.Outlets))
	w.linked("/v1/meetings")(formats.MeetingsJSONLD(d, w.Site))
}

// Described adds the documentation of the API, for developers and for programs.
func (w *Writer) Described(d *dataset.Dataset) {
	w.Page("/api")(web.API(openapi.Operations(d)))
	w.JSON("/v1/openapi.json", "application/vnd.oai.openapi+json; charset=utf-8", openapi.Document(d, engine.Version, w.Site))
	catalog, err := dataset.Encode(openapi.Catalog(w.Site))
	w.Add("/.well-known/api-catalog", `application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"`, catalog, err)
}

// Crawlers adds robots.txt. If the site's origin is known, it also adds the sitemap, which needs absolute addresses; paths are those
// of its pages.
func (w *Writer) Crawlers(paths []string) {
	robots := "User-agent: *\nAllow: /\n"
	if w.Site != "" {
		w.Add("/sitemap.xml", TypeXML, web.Sitemap(w.Site, paths), nil)
		robots += "Sitemap: " + w.Site + "/sitemap.xml\n"
	}
	w.Add("/robots.txt", TypeText, []byte(robots), nil)
}

// FileName is where the document of a URL path is stored. Pages get ".html", the start page is index.html, and the whole dataset is
// where other programs look for it.
func FileName(path, typ string) string {
	name := strings.TrimPrefix(path, "/")
	last := name[strings.LastIndexByte(name, '/')+1:]
	switch {
	case path == "/v1/dataset.json":
		return "dataset.json"
	case path == "/.well-known/api-catalog": // hidden files are easily lost
		return "well-known/api-catalog.json"
	case name == "" || strings.HasSuffix(name, "/"):
		return name + "index.html"
	case strings.HasPrefix(typ, "text/html") && !strings.HasSuffix(last, ".html"):
		return name + ".html"
	}
	return name
}
