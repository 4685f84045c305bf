package formats

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"readout/data/dataset"
)

// TEI is the comparison as TEI P5, chapter 12: a critical apparatus by parallel segmentation. Each article is a witness, and each point
// is an app with a reading for each article. An omission is an empty reading; its cause gives the evidence. Passages are seg elements
// with their id in n, and their place in corresp, as code points of the article's file (RFC 5147). What an article's rights withhold is
// a gap. cert is the probability that the readings belong together.
func TEI(d *dataset.MeetingDocument) []byte {
	var x xmlWriter
	x.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	x.open("TEI", "xmlns", "http://www.tei-c.org/ns/1.0", "xml:lang", "en")
	x.open("teiHeader")
	x.file(d)
	x.open("encodingDesc")
	x.leaf("variantEncoding", "", "method", "parallel-segmentation", "location", "internal")
	x.shut()
	x.open("profileDesc")
	x.setting(&d.Meeting)
	if len(d.People)+len(d.Meeting.Bodies) > 0 {
		x.participants(d.People, d.Meeting.Bodies)
	}
	x.shut()
	x.shut()
	x.open("text")
	x.open("body")
	for _, p := range d.Meeting.Points {
		x.point(&p, newLookup(d.Articles))
	}
	if len(d.Meeting.Points) == 0 {
		x.leaf("p", "") // a body may not be empty
	}
	x.shut()
	x.shut()
	x.shut()
	x.raw("\n")
	return x.b
}

// file says what the document is, and which articles are its witnesses.
func (x *xmlWriter) file(d *dataset.MeetingDocument) {
	x.open("fileDesc")
	x.open("titleStmt")
	x.leaf("title", d.Meeting.Title)
	x.shut()
	x.open("publicationStmt")
	x.leaf("publisher", "Readout")
	x.leaf("idno", "/v1/meetings/"+d.Meeting.ID+".json")
	x.shut()
	x.open("sourceDesc")
	x.open("listWit")
	for _, a := range d.Articles {
		x.witness(&a, d.Outlets)
	}
	x.shut()
	x.shut()
	x.shut()
}

// setting says when and where the meeting is, and what it is.
func (x *xmlWriter) setting(m *dataset.Meeting) {
	x.open("settingDesc")
	x.open("setting")
	if m.Date != "" {
		x.date(m.Date)
	}
	if m.Place != "" {
		x.leaf("locale", m.Place)
	}
	x.leaf("activity", m.Type+", "+m.Status)
	x.shut()
	x.shut()
}

func (x *xmlWriter) participants(people []dataset.Person, bodies []string) {
	x.open("particDesc")
	if len(people) > 0 {
		x.open("listPerson")
		for _, p := range people {
			x.open("person", "xml:id", "person-"+p.ID)
			x.leaf("persName", p.Name)
			if p.Country != "" {
				x.leaf("nationality", p.Country)
			}
			x.shut()
		}
		x.shut()
	}
	if len(bodies) > 0 {
		x.open("listOrg")
		for _, b := range bodies {
			x.open("org")
			x.leaf("orgName", b)
			x.shut()
		}
		x.shut()
	}
	x.shut()
}

func (x *xmlWriter) witness(a *dataset.Article, outlets []dataset.Outlet) {
	x.open("witness", "xml:id", "w-"+a.ID, "n", a.Siglum)
	x.open("bibl")
	if a.Headline != "" {
		x.leaf("title", a.Headline, "xml:lang", a.Language)
	}
	if a.Author != "" {
		x.leaf("author", a.Author)
	}
	for _, o := range outlets {
		if o.ID == a.Outlet {
			x.leaf("publisher", o.Name)
		}
	}
	if a.Published != "" {
		x.date(a.Published)
	}
	if a.URL != "" {
		x.leaf("ref", a.URL, "target", a.URL)
	}
	x.shut()
	x.shut()
}

// date is an EDTF date, with what of it ISO 8601 can say.
func (x *xmlWriter) date(edtf string) {
	first, last := isoDates(edtf)
	switch {
	case first == "":
		x.leaf("date", edtf)
	case last == "":
		x.leaf("date", edtf, "when", first)
	default:
		x.leaf("date", edtf, "notBefore", first, "notAfter", last)
	}
}

func (x *xmlWriter) point(p *dataset.Point, l lookup) {
	x.open("ab", "xml:id", p.ID)
	app := []string{"type", "point", "cert", strconv.FormatFloat(p.Confidence, 'f', -1, 64)}
	if p.Background {
		app = append(app, "subtype", "background")
	}
	x.open("app", app...)
	for _, r := range p.Readings {
		rdg := []string{"wit", "#w-" + r.Article}
		if r.Expects {
			rdg = append(rdg, "type", "expects")
		}
		x.open("rdg", rdg...)
		for _, id := range r.Passages {
			s := l.passage(r.Article, id)
			place := "/v1/articles/" + r.Article + ".json#char=" + strconv.Itoa(s.Start) + "," + strconv.Itoa(s.End)
			if s.Text == "" {
				x.leaf("gap", "", "reason", "rights", "corresp", place)
				continue
			}
			x.leaf("seg", s.Text, "n", id, "corresp", place)
		}
		x.shut()
	}
	for _, o := range p.Omissions {
		x.leaf("rdg", "", "wit", "#w-"+o.Article, "cause", o.Evidence)
	}
	x.shut()
	x.shut()
}

// xmlWriter writes XML 1.0, elements that hold elements on lines of their own.
type xmlWriter struct {
	b     []byte
	names []string // of the open elements
}

func (x *xmlWriter) raw(s string) { x.b = append(x.b, s...) }

func (x *xmlWriter) indent() {
	if len(x.names) > 0 {
		x.raw("\n")
		x.raw(strings.Repeat(" ", len(x.names)))
	}
}

// start writes a start tag; attributes are name, value, name, value.
func (x *xmlWriter) start(name string, attributes []string) {
	x.indent()
	x.raw("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		x.raw(" " + attributes[i] + `="`)
		x.text(attributes[i+1])
		x.raw(`"`)
	}
}

func (x *xmlWriter) open(name string, attributes ...string) {
	x.start(name, attributes)
	x.raw(">")
	x.names = append(x.names, name)
}

func (x *xmlWriter) shut() {
	name := x.names[len(x.names)-1]
	x.names = x.names[:len(x.names)-1]
	x.raw("\n" + strings.Repeat(" ", len(x.names)) + "</" + name + ">")
}

// leaf is an element with nothing but text in it.
func (x *xmlWriter) leaf(name, text string, attributes ...string) {
	x.start(name, attributes)
	if text == "" {
		x.raw("/>")
		return
	}
	x.raw(">")
	x.text(text)
	x.raw("</" + name + ">")
}

// text writes character data, also of attributes. Code points that XML 1.0 has no way to write become U+FFFD.
func (x *xmlWriter) text(s string) {
	for _, r := range s {
		switch {
		case r == '&':
			x.raw("&amp;")
		case r == '<':
			x.raw("&lt;")
		case r == '>':
			x.raw("&gt;")
		case r == '"':
			x.raw("&#34;")
		case r == '\n' || r == '\t' || r == '\r':
			x.raw("&#" + strconv.Itoa(int(r)) + ";")
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			x.raw("\uFFFD")
		default:
			x.b = utf8.AppendRune(x.b, r)
		}
	}
}
