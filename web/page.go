package web

import (
	"bytes"
	"embed"
	"html/template"
	"net/url"

	"readout/data/dataset"
)

//go:embed templates
var templateFS embed.FS

var pages = template.Must(template.ParseFS(templateFS, "templates/*.html"))

// frame is what templates/page.html and templates/embed.html need.
type frame struct {
	Title       string
	Description string
	Path        string // of this page's canonical address
	Kind        string // meeting, series, issue or src: the attribute of the element
	ID          string
	Nav         string // which link of the masthead is this page: series, issues or ""
	Body        template.HTML
}

// OEmbed is the address that describes the page to those who embed it.
func (f frame) OEmbed() string { return "/oembed?format=json&url=" + url.QueryEscape(f.Path) }

func (f frame) page(name string) ([]byte, error) {
	var b bytes.Buffer
	err := pages.ExecuteTemplate(&b, name, f)
	return b.Bytes(), err
}

// Meeting is the page /meetings/ID.
func Meeting(doc dataset.MeetingDocument) ([]byte, error) {
	t := newTable(doc, speak("en"))
	return t.frame(t.full()).page("page.html")
}

// EmbedMeeting is the page /embed/meetings/ID, for an iframe.
func EmbedMeeting(doc dataset.MeetingDocument) ([]byte, error) {
	t := newTable(doc, speak("en"))
	return t.frame(t.brief()).page("embed.html")
}

func (t *table) frame(body *node) frame {
	m := t.doc.Meeting
	return frame{
		Title: t.headline(), Description: m.Title + ". " + plain(t.summary()), Path: "/meetings/" + m.ID,
		Kind: "meeting", ID: m.ID, Body: template.HTML(body.HTML()),
	}
}

// sample is a page of ours for a document that is not in the dataset, at path; src is the document's address.
func sample(doc dataset.MeetingDocument, path, src string) ([]byte, error) {
	t := newTable(doc, speak("en"))
	f := t.frame(t.full())
	f.Path, f.Kind, f.ID = path, "src", src
	return f.page("page.html")
}

// plain is the text of a node.
func plain(n *node) string {
	if n == nil {
		return ""
	}
	var b bytes.Buffer
	for _, k := range n.kids {
		switch k := k.(type) {
		case string:
			b.WriteString(k)
		case *node:
			b.WriteString(plain(k))
		}
	}
	return b.String()
}
