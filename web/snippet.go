package web

import (
	"bytes"
	"html/template"
	"slices"
	"strings"

	"readout/data/dataset"
)

// SnippetPath is the address of the builder of snippets in a language.
func SnippetPath(lang string) string { return Path(lang, "/embed") }

// Snippet is the page that makes snippets for publishers to paste. "?page=/meetings/ID" says for which page.
func Snippet(ds *dataset.Dataset, lang string) ([]byte, error) {
	words, err := pageWords("snippet", lang)
	if err != nil {
		return nil, err
	}
	f := frame{Title: words["title"], Path: "/embed", Nav: "embed", Lang: lang, Langs: Languages, Description: words["description"]}
	var body bytes.Buffer
	err = pages.ExecuteTemplate(&body, "snippet.html", struct {
		frame
		Words           map[string]string
		Example, Pixels string
	}{f, words, example(ds), strings.ReplaceAll(words["pixels"], "{0}", "1080")})
	if err != nil {
		return nil, err
	}
	f.Body = template.HTML(body.String())
	return f.page("page.html")
}

// example is the path of a page that has something to compare: of the meetings with most accounts the one of which they share most
// points, then the one with most points.
func example(ds *dataset.Dataset) string {
	path, most := "/", []int{}
	for _, m := range ds.Meetings {
		shared := 0
		for _, p := range m.Points {
			if len(p.Readings) > 1 {
				shared++
			}
		}
		if n := []int{len(m.Coverage), shared, len(m.Points)}; slices.Compare(n, most) > 0 {
			path, most = "/meetings/"+m.ID, n
		}
	}
	return path
}
