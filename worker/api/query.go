package api

import (
	"strconv"
	"strings"

	"github.com/tidwall/gjson"
)

// Bounds of /v1/query. A path's work is counted before it runs (see pathWork), because nothing can stop it later.
const (
	longestPath   = 256     // bytes
	mostWildcards = 8       // * and ? in a path: each may try every key
	mostWork      = 4 << 20 // bytes of JSON that a path may make gjson scan; guessed, meant for less than 10 ms in a Worker
	longestResult = 1 << 20 // bytes
)

// Modifiers (@pretty, @this, @tostr…) are off: they are a second language whose cost nothing bounds. The switch is
// gjson's and global; nothing else in this program uses modifiers.
func init() { gjson.DisableModifiers = true }

// query answers /v1/query: the value at a GJSON path in a JSON document, as it stands there. The document is
// named by its URL path, or short as "meetings/the-id"; without one it is the whole dataset.
func (h *Handler) query(q query) (reply, *problem) {
	path, ok := q.given("path")
	if !ok {
		return reply{}, needed("path", "a GJSON path such as meetings.#.id")
	}
	name, ok := q.given("document")
	if !ok {
		name = "/v1/dataset.json"
	}
	d, p := h.jsonDocument(name)
	if p == nil {
		p = checkPath(path, d)
	}
	if p != nil {
		return reply{}, p
	}
	root := gjson.Parse(d.text(h.dist))
	value := root.Get(path)
	if !value.Exists() {
		p := failure("no-such-value", "At its top the document has "+keys(root)+".")
		if strings.Contains(path, "@") {
			p.detail += " There are no modifiers here: @ stands for itself."
		}
		p.extra.str("document", d.path).str("path", clip(path))
		return reply{}, p
	}
	if len(value.Raw) > longestResult {
		return reply{}, failure("too-costly", "The value has "+strconv.Itoa(len(value.Raw))+" bytes; fetch the document itself.")
	}
	return reply{
		fields: []field{jsonType, {"Link", "<" + uri(d.path) + `>; rel="describes"`}},
		body:   append(append(q.bytes(len(value.Raw)+1), value.Raw...), '\n'),
		spare:  true,
	}, nil
}

// jsonDocument finds the document that a client names.
func (h *Handler) jsonDocument(name string) (*document, *problem) {
	full := name
	if !strings.HasPrefix(full, "/") {
		full = "/v1/" + full
	}
	for _, path := range []string{full, full + ".json"} {
		if d, ok := h.document(path); ok && strings.Contains(d.media, "json") {
			return d, nil
		}
	}
	return nil, unexpected("document", name, "the address of a JSON document, such as /v1/dataset.json").near(h.nearest(full + ".json"))
}

// checkPath refuses a path that is empty, too long or too costly for the document.
func checkPath(path string, d *document) *problem {
	if path == "" {
		return unexpected("path", path, "a GJSON path such as meetings.#.id")
	}
	if len(path) > longestPath {
		return unexpected("path", path, "at most "+strconv.Itoa(longestPath)+" bytes")
	}
	if strings.Count(path, "*")+strings.Count(path, "?") > mostWildcards {
		return unexpected("path", path, "at most "+strconv.Itoa(mostWildcards)+" wildcards")
	}
	if work := pathWork(path) * max(d.size, 1); work > mostWork {
		p := failure("too-costly", "This path would read the document about "+strconv.Itoa(pathWork(path))+
			" times; name a smaller document, or ask for less at once.")
		p.extra.str("parameter", "path").num("cost", int64(work)).num("limit", mostWork)
		return p
	}
	return nil
}

// pathWork bounds how many times gjson may read the document for a path. Every #, parenthesis and pipe reads what it is
// given once more. Every selector of a multipath reads its input once, and since a multipath may hold its input several
// times over ("..0" is the whole of it) and be nested in or piped into the next, their numbers multiply. Characters
// inside quoted names count as if they meant something: the bound only grows by that.
func pathWork(path string) int {
	const enough = mostWork // more than any document allows; keeps the product from overflowing
	readings, copies := 1, 1
	var open []int // selectors so far of each multipath around this byte
	shut := func() {
		copies = min(copies*open[len(open)-1], enough)
		open = open[:len(open)-1]
	}
	for i := 0; i < len(path); i++ {
		switch c := path[i]; {
		case c == '#' || c == '|' || c == '(':
			readings++
		case c == '[' || c == '{':
			readings++
			open = append(open, 1)
		case c == ',' && len(open) > 0:
			open[len(open)-1]++
		case (c == ']' || c == '}') && len(open) > 0:
			shut()
		}
	}
	for len(open) > 0 {
		shut()
	}
	return min(readings*copies, enough)
}

// keys names the members of an object for a message.
func keys(v gjson.Result) string {
	var names []string
	v.ForEach(func(key, _ gjson.Result) bool {
		if key.Exists() {
			names = append(names, clip(key.String()))
		}
		return len(names) < 20
	})
	if len(names) == 0 {
		return "no members"
	}
	return strings.Join(names, ", ")
}
