package web

import (
	"bytes"
	"embed"
	"html/template"
	"slices"
	"strings"

	"readout/data/dataset"
	"readout/data/dataset/formats"
)

//go:embed templates
var templateFS embed.FS

var pages = template.Must(template.ParseFS(templateFS, "templates/*.html"))

// element is <readout-compare> with a comparison in it. kind and id are the attribute that names the document.
func element(kind, id string, full bool, comparison *node) template.HTML {
	e := el("readout-compare", attrs{{kind, id}}, comparison)
	if full {
		e.add(attrs{{"view", "full"}})
	}
	return markup(e)
}

func markup(n *node) template.HTML { return template.HTML(n.HTML()) }

// EmbedMeeting is the page /embed/meetings/ID in a language, for an iframe; the widget takes its comparison from it.
func EmbedMeeting(doc dataset.MeetingDocument, lang string) ([]byte, error) {
	t := newTable(doc, speak(lang))
	return t.frame(element("meeting", doc.Meeting.ID, false, t.brief())).page("embed.html")
}

func (t *table) frame(body template.HTML) frame {
	m := t.doc.Meeting
	return frame{
		Title: t.headline(), Description: t.name() + ". " + plain(t.summary()), Path: "/meetings/" + m.ID,
		Authors: t.outlets(), Card: CardPath(m.ID), LD: ld(formats.MeetingJSONLD(&t.doc, nowhere)), Langs: Languages, Lang: t.say("lang"), Body: body,
	}
}

// MeetingSummary is a meeting's document in a sentence or two, in a language: the status that each outlet gives the meeting, and what they
// share.
func MeetingSummary(doc dataset.MeetingDocument, lang string) string {
	t := newTable(doc, speak(lang))
	var told []string
	for _, a := range t.arts {
		told = append(told, t.say("colon", t.cite.name(a.ID), t.say(t.cov[a.ID].Status)))
	}
	if len(told) == 0 {
		return ""
	}
	said := strings.Join(told, t.say("differsep")) + t.say("stop")
	if len(told) > 1 {
		said += " " + plain(t.summary())
	}
	return said
}

// outlets are the names of those who tell of the meeting, each once, in the order of the page.
func (t *table) outlets() string {
	var names []string
	for _, a := range t.arts {
		if n := t.cite.name(a.ID); a.Outlet != unnamed && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return strings.Join(names, ", ")
}

// sample is a page of ours for a document that is not in the dataset, at path; src is the document's address.
func sample(doc dataset.MeetingDocument, path, src string) ([]byte, error) {
	t := newTable(doc, speak("en"))
	f := t.frame(element("src", src, true, t.full()))
	f.Path, f.Card, f.Langs = path, "", nil
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
