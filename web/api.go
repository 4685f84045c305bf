package web

import (
	"bytes"
	"html/template"
	"strings"

	"readout/data/openapi"
)

// API is the page /api for developers: every request, with an example that runs in the page. It is made from the description that
// programs read, so the two cannot differ. Without scripts the examples are links.
func API(ops []openapi.Operation) ([]byte, error) {
	f := frame{Title: "The API", Path: "/api", Nav: "api", Lang: "en",
		Description: "Meetings, points, passages and their differences as JSON, CSV, NDJSON, TEI and JSON-LD: no key, no cookie, from any origin."}
	var body bytes.Buffer
	err := pages.ExecuteTemplate(&body, "api.html", struct {
		frame
		Files    []apiFile
		Chapters []apiChapter
	}{f, apiFiles(ops), apiChapters(ops)})
	if err != nil {
		return nil, err
	}
	f.Body = template.HTML(body.String())
	return f.page("page.html")
}

// apiFile is a document in all its formats: a row of the table of files.
type apiFile struct {
	Summary, Path string // of the JSON, or what comes first
	Formats       []apiFormat
}

type apiFormat struct{ Name, Example string }

// apiFiles gathers the operations that differ by the ending of their path alone.
func apiFiles(ops []openapi.Operation) []apiFile {
	var out []apiFile
	for _, op := range ops {
		if op.Tag != "Documents" {
			continue
		}
		slash := strings.LastIndexByte(op.Path, '/')
		stem, ending, _ := strings.Cut(op.Path[slash+1:], ".")
		stem = op.Path[:slash+1] + stem
		format := apiFormat{strings.TrimSuffix(ending, ".xml"), op.Example}
		if n := len(out); n > 0 && out[n-1].Path == stem {
			out[n-1].Formats = append(out[n-1].Formats, format)
			continue
		}
		out = append(out, apiFile{op.Summary, stem, []apiFormat{format}})
	}
	return out
}

// apiChapter is a chapter of operations that are computed.
type apiChapter struct {
	ID, Title  string
	Note       template.HTML
	Operations []apiOperation
}

type apiOperation struct {
	openapi.Operation
	More template.HTML
}

func apiChapters(ops []openapi.Operation) []apiChapter {
	var out []apiChapter
	for _, t := range openapi.Tags[1:] {
		c := apiChapter{ID: strings.ToLower(t[0]), Title: t[0], Note: apiText(t[1])}
		for _, op := range ops {
			if op.Tag == t[0] {
				op.Example = strings.ReplaceAll(op.Example, "https%3A%2F%2Freadout.example", "")
				c.Operations = append(c.Operations, apiOperation{op, apiText(op.More)})
			}
		}
		out = append(out, c)
	}
	return out
}

// apiText is the little Markdown of the description as HTML: `code` and [links](address).
func apiText(s string) template.HTML {
	s = template.HTMLEscapeString(s)
	for strings.Count(s, "`") >= 2 {
		s = strings.Replace(strings.Replace(s, "`", "<code>", 1), "`", "</code>", 1)
	}
	for {
		before, rest, ok := strings.Cut(s, "[")
		text, rest, ok2 := strings.Cut(rest, "](")
		address, after, ok3 := strings.Cut(rest, ")")
		if !ok || !ok2 || !ok3 {
			return template.HTML(s)
		}
		s = before + `<a href="` + address + `">` + text + "</a>" + after
	}
}
