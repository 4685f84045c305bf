// Package yaml reads the YAML that people write by hand: NAME.yaml of an article, the front matter of Markdown, the registry. Values
// are taken literally: 2014 and 2014-02-19 are dates here, not numbers. Aliases are not supported: nothing is expanded. Parsing is
// done by github.com/goccy/go-yaml.
package yaml

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Fault is why a text cannot be read: the line (1-based, 0 for the whole text), what is wrong there, and what to write instead.
type Fault struct {
	Line      int
	What, Fix string
}

func (f *Fault) Error() string { return f.What + "; " + f.Fix }

// Entry is a key of a mapping, with its line and value.
type Entry struct {
	Key   string
	Line  int
	Text  string // a plain value, without the white space around it; may be ""
	Plain bool   // whether the value is plain
	value ast.Node
}

// deepest is how deep brackets may stand in each other. The parser takes time and memory by the square of that: 60 kB of them took two
// minutes and 7 GB.
const deepest = 200

// Parse reads a text into the bodies of its documents. An empty document is nil.
func Parse(text string) ([]ast.Node, *Fault) {
	deep := 0
	for i := range len(text) {
		switch text[i] {
		case '[', '{':
			deep++
		case ']', '}':
			deep--
		}
		if deep > deepest {
			return nil, &Fault{1 + strings.Count(text[:i], "\n"), "more than " + strconv.Itoa(deepest) + " brackets that are not closed", "write plain values, in quotes if they have brackets"}
		}
	}
	doc, err := parser.ParseBytes([]byte(text), 0)
	if err != nil {
		line, what := syntax(err)
		return nil, &Fault{line, "not YAML: " + what, "write one \"key: value\" a line; put values with a colon or a # in quotes"}
	}
	var out []ast.Node
	for _, d := range doc.Docs {
		switch d.Body.(type) {
		case *ast.CommentGroupNode, *ast.NullNode:
			out = append(out, nil)
		default:
			out = append(out, d.Body)
		}
	}
	return out, nil
}

// syntax takes the line out of the parser's "[line:column] message" and drops the source that it shows.
func syntax(err error) (line int, what string) {
	what, _, _ = strings.Cut(err.Error(), "\n")
	if rest, ok := strings.CutPrefix(what, "["); ok {
		if at, message, ok := strings.Cut(rest, "] "); ok {
			n, _, _ := strings.Cut(at, ":")
			line, _ = strconv.Atoi(n)
			what = message
		}
	}
	return line, what
}

// Keys reads a text that is one mapping. If a part of it cannot be used, that is the fault, and the entries before it are returned.
func Keys(text string) ([]Entry, *Fault) {
	if list, ok := plain(text); ok {
		return list, nil
	}
	docs, fault := Parse(text)
	if fault != nil {
		return nil, fault
	}
	var out []Entry
	for i, d := range docs {
		if d == nil {
			continue
		}
		if i > 0 {
			return out, &Fault{Line(d), "a second document", "remove the line --- and put all keys together"}
		}
		var ok bool
		if out, ok = Mapping(d); !ok {
			return out, &Fault{Line(d), "is no list of keys", "write one \"key: value\" a line"}
		}
	}
	return out, nil
}

// plain is Keys for what nearly all texts are, lines of a key and a word or a date that nothing about them makes special: an archive has
// ten thousands of them. It is false for all others.
func plain(text string) (out []Entry, ok bool) {
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		key, value, _ := strings.Cut(line, ": ")
		if key == "" || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz_") != "" || value == "" || !ordinary(value) {
			return nil, false
		}
		out = append(out, Entry{Key: key, Line: 1 + len(out), Text: value, Plain: true})
	}
	return out, true
}

// ordinary reports whether a value is words of letters, figures, spaces and hyphens that begin with a capital, a code of two letters, or a day.
func ordinary(value string) bool {
	day, word := len(value) == len("2014-02-19"), 'A' <= value[0] && value[0] <= 'Z'
	for i := range len(value) {
		switch c := value[i]; {
		case '0' <= c && c <= '9', c == '-':
			day = day && (c == '-') == (i == 4 || i == 7)
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == ' ' && i > 0 && value[i-1] != ' ':
			day = false
		default:
			return false
		}
	}
	switch strings.ToLower(value) {
	case "null", "true", "false", "no": // and what else is something other than its letters
		return false
	}
	return (day || word || len(value) == 2 && 'a' <= value[0] && value[0] <= 'z') && value[len(value)-1] != ' '
}

// Mapping is the entries of a mapping; ok is false if the node is not one.
func Mapping(n ast.Node) (out []Entry, ok bool) {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = append(values, n)
	default:
		return nil, false
	}
	for _, v := range values {
		e := Entry{Key: v.Key.GetToken().Value, Line: Line(v.Key), value: v.Value}
		e.Text, e.Plain = Scalar(v.Value)
		out = append(out, e)
	}
	return out, true
}

// Value is the value as it was parsed, for values that are not plain.
func (e *Entry) Value() ast.Node { return e.value }

// List is the plain values of a list. Of a mapping in it, as for people, it takes the value of name. Anything else in the list is left out.
func (e *Entry) List() (out []string) {
	list, _ := e.value.(*ast.SequenceNode)
	if list == nil {
		return nil
	}
	for _, v := range list.Values {
		s, _ := Scalar(v)
		about, _ := Mapping(v)
		for _, x := range about {
			if x.Key == "name" {
				s = x.Text
			}
		}
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Scalar is a plain value as it was meant, without the white space around it; nothing and null give "". ok is false if the node is not a
// plain value.
func Scalar(n ast.Node) (value string, ok bool) {
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return "", true
	case *ast.StringNode:
		return strings.TrimSpace(n.Value), true
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// Line is the line of a node, 1-based; 0 if unknown.
func Line(n ast.Node) int {
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return 0
	}
	return n.GetToken().Position.Line
}

// asItIs are texts that YAML reads as they stand, wherever they are the value of a key or the entry of a list on a line of its own.
var asItIs = regexp.MustCompile(`^(?:https?://[\w./?=%+~-]+|\d{4}(?:-\d\d){0,2}\??|[\p{L}\p{N}][\p{L}\p{N} .,'()/-]*)$`)

// Write is a text of one line so that YAML reads the same text: as it is where that is safe, else in double quotes.
func Write(s string) string {
	if asItIs.MatchString(s) && !strings.HasSuffix(s, " ") && !strings.EqualFold(s, "null") {
		return s
	}
	return Quote(s)
}

// Quote is a text in double quotes, of which JSON's are a subset.
func Quote(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string can always be encoded
	return strings.TrimSuffix(b.String(), "\n")
}
