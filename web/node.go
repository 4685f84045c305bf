package web

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A node is an element of the comparison. The comparison is written twice, here for the server and in src/view.js for
// the widget; both build it by the same tree of calls, el(selector, kids...), so that the two files can be read side by
// side and a browser test can hold their texts equal. Page frames, which only the server has, are html/templates.
type node struct {
	tag  string
	attr []attr // each name once
	kids []any
	room struct { // for as many as most elements have: one allocation in place of three
		attr [2]attr
		kids [3]any
	}
}

// attr is one attribute of an element.
type attr struct{ name, value string }

// raw is HTML that has been written before.
type raw string

// attrs are an element's attributes; an empty value is written as a bare name.
type attrs []attr

// el makes an element. sel is "tag.class.class"; a kid is a *node, a string (text, escaped), raw, attrs, a []*node or nil.
func el(sel string, kids ...any) *node {
	tag, classes, _ := strings.Cut(sel, ".")
	n := &node{tag: tag}
	n.attr, n.kids = n.room.attr[:0], n.room.kids[:0]
	if classes != "" {
		n.set("class", strings.ReplaceAll(classes, ".", " "))
	}
	n.add(kids...)
	return n
}

// get is the value of an attribute; false where there is none.
func (n *node) get(name string) (string, bool) {
	for _, a := range n.attr {
		if a.name == name {
			return a.value, true
		}
	}
	return "", false
}

// set gives an attribute a value.
func (n *node) set(name, value string) {
	for i := range n.attr {
		if n.attr[i].name == name {
			n.attr[i].value = value
			return
		}
	}
	n.attr = append(n.attr, attr{name, value})
}

// class adds a class to those of the selector.
func (n *node) class(name string) {
	before, _ := n.get("class")
	n.set("class", strings.TrimSpace(before+" "+name))
}

func (n *node) add(kids ...any) *node {
	for _, kid := range kids {
		switch k := kid.(type) {
		case nil:
		case attrs:
			for _, a := range k {
				n.set(a.name, a.value)
			}
		case *node:
			if k != nil {
				n.kids = append(n.kids, kid)
			}
		case []*node:
			for _, c := range k {
				n.add(c)
			}
		case []any:
			n.add(k...)
		case string:
			if k != "" && !strings.Contains(k, "-") { // nothing is tied
				n.kids = append(n.kids, kid)
			} else {
				n.text(k)
			}
		case raw:
			n.kids = append(n.kids, kid)
		default:
			panic("web: el: a kid of no known type")
		}
	}
	return n
}

// tied is what a line break would spoil: a hyphenated name ("Park Geun-hye"), and a dash of two hyphens with the word before it.
var tied = regexp.MustCompile(`[^\s-]+ --|[^\s-]+(?:-[^\s-]+)+`)

// tiedRunes is the length from which breaking is the lesser evil, in code points: a guess for narrow columns.
const tiedRunes = 20

// text adds text, with what belongs together in elements that do not break.
func (n *node) text(s string) {
	if n.tag == "text" || n.tag == "title" || n.tag == "option" { // they take no elements
		n.kids = append(n.kids, s)
		return
	}
	for s != "" {
		var at []int
		if strings.Contains(s, "-") { // or nothing is tied, which is quicker to see
			at = tied.FindStringIndex(s)
		}
		if at == nil {
			n.kids = append(n.kids, s)
			return
		}
		if at[0] > 0 {
			n.kids = append(n.kids, s[:at[0]])
		}
		if word := s[at[0]:at[1]]; utf8.RuneCountInString(word) > tiedRunes {
			n.kids = append(n.kids, word)
		} else {
			n.kids = append(n.kids, &node{tag: "span", attr: []attr{{"class", "nb"}}, kids: []any{word}})
		}
		s = s[at[1]:]
	}
}

// void elements have no end tag.
var void = map[string]bool{"input": true, "br": true, "wbr": true, "col": true, "hr": true, "img": true}

// write appends n as HTML. Attributes are in order of name, so the same tree gives the same bytes.
func (n *node) write(b *bytes.Buffer) {
	b.WriteString("<")
	b.WriteString(n.tag)
	slices.SortFunc(n.attr, func(x, y attr) int { return strings.Compare(x.name, y.name) })
	for _, a := range n.attr {
		b.WriteString(" ")
		b.WriteString(a.name)
		if a.value != "" {
			b.WriteString(`="`)
			escape(b, a.value)
			b.WriteString(`"`)
		}
	}
	b.WriteString(">")
	if void[n.tag] {
		return
	}
	for _, k := range n.kids {
		switch k := k.(type) {
		case *node:
			k.write(b)
		case raw:
			b.WriteString(string(k))
		case string:
			escape(b, k)
		}
	}
	b.WriteString("</")
	b.WriteString(n.tag)
	b.WriteString(">")
}

// escape appends s as html.EscapeString has it, without a string in between.
func escape(b *bytes.Buffer, s string) {
	done := 0
	for i := range len(s) {
		if with := escapes[s[i]]; with != "" {
			b.WriteString(s[done:i])
			b.WriteString(with)
			done = i + 1
		}
	}
	b.WriteString(s[done:])
}

var escapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;"}

// HTML is n as HTML.
func (n *node) HTML() string { return n.within("") }

// within is n as HTML where the language lang is around it.
func (n *node) within(lang string) string {
	n.tongues(lang)
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	n.write(b)
	return b.String()
}

// buffers are those that have grown to the length of a page.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// when is v where ok holds, else nothing; it keeps optional parts inside the tree of calls.
func when(ok bool, v ...any) any {
	if !ok {
		return nil
	}
	return v
}
