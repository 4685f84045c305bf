package main

import (
	"readout/data/dataset"
	"readout/data/openapi"
	"readout/web"
)

// Media types of the formats beside JSON.
const (
	typeCSV    = "text/csv; charset=utf-8; header=present"
	typeNDJSON = "application/x-ndjson; charset=utf-8"
	typeTEI    = "application/tei+xml; charset=utf-8"
	typeLD     = "application/ld+json; charset=utf-8"
)

// formats adds the lists as CSV, NDJSON and JSON-LD, beside the JSON at the same address.
func (w *writer) formats(ds *dataset.Dataset) {
	w.list("/v1/meetings", ds.MeetingsCSV())(dataset.Lines(bareMeetings(ds)))
	w.list("/v1/series", ds.SeriesCSV())(dataset.Lines(ds.Series))
	w.list("/v1/issues", ds.IssuesCSV())(dataset.Lines(ds.Issues))
	w.list("/v1/articles", ds.ArticlesCSV())(dataset.Lines(bareArticles(ds)))
	w.list("/v1/people", ds.PeopleCSV())(dataset.Lines(ds.People))
	w.list("/v1/outlets", ds.OutletsCSV())(dataset.Lines(ds.Outlets))
	w.linked("/v1/meetings")(ds.MeetingsJSONLD(w.site))
}

func (w *writer) file(path, typ string, data []byte, err error) {
	w.add(path, fileName(path, typ), typ, data, err)
}

// list adds the CSV and returns a function that takes what makes the NDJSON.
func (w *writer) list(path string, csv []byte) func([]byte, error) {
	w.file(path+".csv", typeCSV, csv, nil)
	return w.ndjson(path)
}

func (w *writer) ndjson(path string) func([]byte, error) {
	return func(data []byte, err error) { w.file(path+".ndjson", typeNDJSON, data, err) }
}

func (w *writer) linked(path string) func([]byte, error) {
	return func(data []byte, err error) { w.file(path+".jsonld", typeLD, data, err) }
}

// described adds what tells developers and their programs of the API.
func (w *writer) described(ds *dataset.Dataset) {
	w.page("/api")(web.API(openapi.Operations(ds)))
	w.json("/v1/openapi.json", "application/vnd.oai.openapi+json; charset=utf-8", openapi.Document(ds, engineVersion, w.site))
	catalog, err := dataset.Encode(openapi.Catalog(w.site))
	w.add("/.well-known/api-catalog", "well-known/api-catalog.json", `application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"`, catalog, err)
}
