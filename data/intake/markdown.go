package intake

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"readout/data/seed"
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
// values are left out, aliases among them: nothing is expanded.
func frontMatter(matter string) (map[string]string, error) {
	out := map[string]string{}
	if seed.TooNested(matter) {
		return nil, fault{"has front matter with more than 200 brackets", "write one \"key: value\" a line"}
	}
	doc, err := parser.ParseBytes([]byte(matter), 0)
	if err != nil {
		what, _, _ := strings.Cut(err.Error(), "\n")
		return nil, fault{"has front matter that is not YAML: " + what, "write one \"key: value\" a line; put values with a colon or a # in quotes"}
	}
	for _, d := range doc.Docs {
		var values []*ast.MappingValueNode
		switch body := d.Body.(type) {
		case *ast.MappingNode:
			values = body.Values
		case *ast.MappingValueNode:
			values = append(values, body)
		case nil, *ast.CommentGroupNode, *ast.NullNode:
		default:
			return nil, errors.Join(fault{"has front matter that is no list of keys", "write one \"key: value\" a line"})
		}
		for _, v := range values {
			key := strings.ToLower(v.Key.GetToken().Value)
			if s := plainValue(v.Value); s != "" && out[key] == "" {
				out[key] = s
			}
		}
	}
	return out, nil
}

func plainValue(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode:
		return n.GetToken().Value
	case *ast.SequenceNode:
		var parts []string
		for _, v := range n.Values {
			if _, nested := v.(*ast.SequenceNode); nested {
				continue
			}
			if s := plainValue(v); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}
