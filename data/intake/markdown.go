package intake

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"readout/data/yaml"
)

// markdown reads a document with YAML front matter; without it the document is a headline and paragraphs.
func (r *Reader) markdown(it *Item, s source) error {
	all, err := r.utf8Text(s.data)
	if err != nil {
		return err
	}
	all = strings.ReplaceAll(strings.TrimPrefix(all, "\ufeff"), "\r\n", "\n")
	if strings.HasPrefix(all, "+++\n") {
		return fault{"has front matter in TOML", "write it as YAML between two lines of ---"}
	}
	front := map[string]string{}
	if rest, ok := strings.CutPrefix(all, "---\n"); ok {
		matter, body, closed := strings.Cut(rest, "\n---")
		if !closed || len(matter) > maxHead {
			return fault{"has front matter that does not end within 64 kB", "close it with a line of ---"}
		}
		if front, err = frontMatter(matter); err != nil {
			return err
		}
		_, all, _ = strings.Cut(body, "\n") // the rest of the closing line
	}
	if nested(all) {
		return fault{fmt.Sprintf("has a line with more than %d quotation or list marks", maxMarks), "write the article as plain paragraphs"}
	}
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Convert([]byte(all), &page); err != nil {
		return err
	}
	doc, err := html.Parse(&page)
	if err != nil {
		return fault{"is nested too deeply: " + err.Error(), "write the article as plain paragraphs"}
	}
	body := paragraphs(doc)
	if letters(body...) == 0 {
		return fault{"has no text below its front matter", "paste the article there"}
	}
	m := &it.Meta
	pick := func(keys ...string) string {
		for _, k := range keys {
			if front[k] != "" {
				return front[k]
			}
		}
		return ""
	}
	it.state(&m.Headline, pick("headline", "title"))
	it.guess("headline", &m.Headline, body[0])
	it.state(&m.Outlet, pick("outlet", "publisher", "publication", "source", "newspaper", "site"))
	it.state(&m.Published, published(pick("published", "date", "pubdate", "datepublished", "publishdate")))
	it.state(&m.Author, pick("author", "authors", "byline", "by"))
	it.state(&m.Note, pick("note"))
	if u := pick("url", "link", "canonical", "canonical_url", "permalink", "source_url"); webAddress(u) {
		it.state(&m.URL, u)
	}
	it.state(&m.TranslatedFrom, languageTag(pick("translated_from")))
	if f := pick("format"); f == "full" || f == "excerpt" || f == "translation" || f == "agency" {
		m.Format = f
	}
	if f := pick("rights"); f == "full" || f == "passages" || f == "quotes" || f == "headline" {
		m.Rights = f
	}
	language(it, strings.Join(body, "\n"), pick("language", "lang", "locale"))
	it.Text = compose(m.Headline, body)
	return nil
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

// frontMatter is the plain values of a YAML mapping, keys in small letters; a list of plain values is joined by commas. Other
// values are left out.
func frontMatter(matter string) (map[string]string, error) {
	entries, fault := yaml.Keys(matter)
	if fault != nil {
		fault.Line++ // the line of ---
		return nil, fault
	}
	out := map[string]string{}
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
