package intake

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"readout/data/seed"
	"readout/data/yaml"
)

// markdown reads a document with YAML front matter; without it the document is a headline and paragraphs.
func (r *Reader) markdown(it *Item, s source) error {
	all, err := r.utf8Text(s.data)
	if err != nil {
		return err
	}
	front, article, err := cutFront(strings.ReplaceAll(strings.TrimPrefix(all, "\ufeff"), "\r\n", "\n"))
	if err != nil {
		return err
	}
	body, err := rendered(article)
	if err != nil {
		return err
	}
	m := &it.Meta
	it.state(&m.Headline, front.first("headline", "title"))
	it.guess("headline", &m.Headline, body[0])
	it.state(&m.Outlet, front.first("outlet", "publisher", "publication", "source", "newspaper", "site"))
	it.state(&m.Published, published(front.first("published", "date", "pubdate", "datepublished", "publishdate")))
	it.state(&m.Author, front.first("author", "authors", "byline", "by"))
	it.state(&m.Note, front.first("note"))
	if u := front.first("url", "link", "canonical", "canonical_url", "permalink", "source_url"); isWebAddress(u) {
		it.state(&m.URL, u)
	}
	it.state(&m.TranslatedFrom, languageTag(front.first("translated_from")))
	for key, to := range map[string]*string{"format": &m.Format, "rights": &m.Rights} {
		if wrong, _ := seed.Check(key, front[key]); wrong == "" {
			*to = front[key]
		}
	}
	language(it, strings.Join(body, "\n"), front.first("language", "lang", "locale"))
	it.Text = compose(m.Headline, body)
	return nil
}

// frontMatter is the plain values above a document, by their keys in small letters.
type frontMatter map[string]string

// first is the value of the first of the keys that has one.
func (f frontMatter) first(keys ...string) string {
	for _, k := range keys {
		if f[k] != "" {
			return f[k]
		}
	}
	return ""
}

// cutFront parts a document from its front matter.
func cutFront(all string) (front frontMatter, article string, err error) {
	if strings.HasPrefix(all, "+++\n") {
		return nil, "", fault{"has front matter in TOML", "write it as YAML between two lines of ---"}
	}
	rest, ok := strings.CutPrefix(all, "---\n")
	if !ok {
		return nil, all, nil
	}
	matter, body, closed := strings.Cut(rest, "\n---")
	if !closed || len(matter) > maxHead {
		return nil, "", fault{"has front matter that does not end within 64 kB", "close it with a line of ---"}
	}
	if front, err = readFront(matter); err != nil {
		return nil, "", err
	}
	_, article, _ = strings.Cut(body, "\n") // the rest of the closing line
	return front, article, nil
}

// rendered is the lines of an article in Markdown, at least one.
func rendered(article string) ([]string, error) {
	if nested(article) {
		return nil, fault{fmt.Sprintf("has a line with more than %d quotation or list marks", maxMarks), "write the article as plain paragraphs"}
	}
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Convert([]byte(article), &page); err != nil {
		return nil, err
	}
	doc, err := html.Parse(&page)
	if err != nil {
		return nil, fault{"is nested too deeply: " + err.Error(), "write the article as plain paragraphs"}
	}
	body := paragraphs(doc)
	if Letters(body...) == 0 {
		return nil, fault{"has no text below its front matter", "paste the article there"}
	}
	return body, nil
}

// maxMarks bounds how deep quotations and lists lie in each other, since goldmark takes time by the square of it.
const maxMarks = 100

// nested reports whether a line opens too many quotations and lists.
func nested(doc string) bool {
	for line := range strings.Lines(doc) {
		marks := 0
		for i := 0; i < len(line) && strings.IndexByte(" \t>-*+0123456789.)", line[i]) >= 0; i++ {
			if line[i] == '>' || i+1 < len(line) && line[i+1] == ' ' && line[i] != ' ' {
				if marks++; marks > maxMarks {
					return true
				}
			}
		}
	}
	return false
}

// readFront reads a YAML mapping: a list of plain values is joined by commas, other values are left out.
func readFront(matter string) (frontMatter, error) {
	entries, fault := yaml.Keys(matter)
	if fault != nil {
		fault.Line++ // the line of ---
		return nil, fault
	}
	out := frontMatter{}
	for i := range entries {
		e := &entries[i]
		value := e.Text
		if !e.Plain {
			value = strings.Join(e.List(), ", ")
		}
		if key := strings.ToLower(e.Key); out[key] == "" {
			out[key] = value
		}
	}
	return out, nil
}
