package web

import (
	"bytes"
	"html/template"

	"readout/data/dataset"
)

// Snippet is the page "/embed", where a publisher makes what to paste: "?page=/meetings/ID" names what of.
func Snippet(ds *dataset.Dataset) ([]byte, error) {
	f := frame{Title: "Put a comparison into an article", Path: "/embed", Nav: "embed", Lang: "en",
		Description: "A builder of snippets: script, frame or quotation, with sizes, colours and languages, and how each will look."}
	var body bytes.Buffer
	err := pages.ExecuteTemplate(&body, "snippet.html", struct {
		frame
		Example string
	}{f, example(ds)})
	if err != nil {
		return nil, err
	}
	f.Body = template.HTML(body.String())
	return f.page("page.html")
}

// example is the path of a page that has something to compare: of the meetings with most accounts the one with most points.
func example(ds *dataset.Dataset) string {
	path, most := "/", [2]int{}
	for _, m := range ds.Meetings {
		if n := [2]int{len(m.Coverage), len(m.Points)}; n[0] > most[0] || n[0] == most[0] && n[1] > most[1] {
			path, most = "/meetings/"+m.ID, n
		}
	}
	return path
}
