package registry

import (
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// entry is one mapping of a file, with the line of every key.
type entry struct {
	at     int // line of the mapping
	fields []field
}

type field struct {
	key   string
	line  int
	value ast.Node
}

// line is where key stands, or where the entry begins.
func (e *entry) line(key string) int {
	for _, f := range e.fields {
		if f.key == key {
			return f.line
		}
	}
	return e.at
}

func (e *entry) get(key string) ast.Node {
	for _, f := range e.fields {
		if f.key == key {
			return f.value
		}
	}
	return nil
}

// list parses a file that is a list of mappings.
func (l *linter) list(source []byte) []*entry {
	doc, err := parser.ParseBytes(source, 0)
	if err != nil {
		// The parser says "[line:column] message" and then shows the source.
		line, what := 0, err.Error()
		if head, rest, ok := strings.Cut(strings.TrimPrefix(what, "["), ":"); ok {
			line, _ = strconv.Atoi(head)
			if _, message, ok := strings.Cut(rest, "] "); ok {
				what = message
			}
		}
		what, _, _ = strings.Cut(what, "\n")
		l.report(line, "not YAML: "+what, "see README.md for the form of an entry")
		return nil
	}
	var out []*entry
	for _, d := range doc.Docs {
		out = append(out, l.mappings(d.Body)...)
	}
	return out
}

// mappings reads a sequence of mappings; nil is an empty one.
func (l *linter) mappings(n ast.Node) []*entry {
	if n == nil {
		return nil
	}
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		if _, null := n.(*ast.NullNode); !null {
			l.report(lineOf(n), "not a list", "begin each entry with \"- id: ...\"")
		}
		return nil
	}
	var out []*entry
	for _, v := range seq.Values {
		if e := l.mapping(v); e != nil {
			out = append(out, e)
		}
	}
	return out
}

func (l *linter) mapping(n ast.Node) *entry {
	e := &entry{at: lineOf(n)}
	switch m := n.(type) {
	case *ast.MappingNode:
		for _, v := range m.Values {
			l.addField(e, v)
		}
	case *ast.MappingValueNode:
		l.addField(e, m)
	default:
		l.report(e.at, "not an entry", "write \"key: value\" lines")
		return nil
	}
	return e
}

func (l *linter) addField(e *entry, v *ast.MappingValueNode) {
	f := field{key: v.Key.String(), line: lineOf(v.Key), value: v.Value}
	if s, ok := v.Key.(*ast.StringNode); ok {
		f.key = s.Value
	}
	if len(e.fields) == 0 {
		e.at = f.line
	}
	if e.get(f.key) != nil {
		l.report(f.line, "key "+quote(f.key)+" stands twice", "keep one")
		return
	}
	e.fields = append(e.fields, f)
}

// scalar is the text of a single value as it stands in the file: the date 2014-02 stays that.
func scalar(n ast.Node) (string, bool) {
	switch v := n.(type) {
	case nil, *ast.NullNode:
		return "", true
	case *ast.StringNode:
		return v.Value, true
	case *ast.LiteralNode:
		return strings.TrimSpace(v.Value.Value), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
}

func lineOf(n ast.Node) int {
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return 0
	}
	return n.GetToken().Position.Line
}

func itoa(n int) string     { return strconv.Itoa(n) }
func quote(s string) string { return strconv.Quote(s) }
