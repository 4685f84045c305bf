package registry

import (
	"slices"
	"strconv"

	"github.com/goccy/go-yaml/ast"

	"readout/data/yaml"
)

// entry is one mapping of a file, with the line of every key.
type entry struct {
	at     int // line of the mapping
	fields []yaml.Entry
}

// line is where key stands, or where the entry begins.
func (e *entry) line(key string) int {
	for _, f := range e.fields {
		if f.Key == key {
			return f.Line
		}
	}
	return e.at
}

func (e *entry) get(key string) ast.Node {
	for _, f := range e.fields {
		if f.Key == key {
			return f.Value()
		}
	}
	return nil
}

// list parses a file that is a list of mappings.
func (l *linter) list(source []byte) []*entry {
	docs, fault := yaml.Parse(string(source))
	if fault != nil {
		l.report(fault.Line, fault.What, fault.Fix+"; README.md has the form of an entry")
		return nil
	}
	var out []*entry
	for _, d := range docs {
		out = append(out, l.mappings(d)...)
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
			l.report(yaml.Line(n), "not a list", "begin each entry with \"- id: ...\"")
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
	e := &entry{at: yaml.Line(n)}
	fields, ok := yaml.Mapping(n)
	if !ok {
		l.report(e.at, "not an entry", "write \"key: value\" lines")
		return nil
	}
	for _, f := range fields {
		if len(e.fields) == 0 {
			e.at = f.Line
		}
		if e.has(f.Key) {
			l.report(f.Line, "key "+quote(f.Key)+" stands twice", "keep one")
			continue
		}
		e.fields = append(e.fields, f)
	}
	return e
}

// has reports whether key stands in the entry.
func (e *entry) has(key string) bool {
	return slices.ContainsFunc(e.fields, func(f yaml.Entry) bool { return f.Key == key })
}

func itoa(n int) string     { return strconv.Itoa(n) }
func quote(s string) string { return strconv.Quote(s) }
