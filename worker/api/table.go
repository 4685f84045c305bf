package api

import (
	"errors"
	"strconv"

	"github.com/tidwall/gjson"
)

// Table describes, as JSON, every document for a host that answers GET and HEAD of them itself:
//
//	{"sets": [[[name, value], …], …],          headers by class
//	 "bodyHeaders": [name, …],                 what a 304 leaves out
//	 "lastModified": "…" or "",
//	 "documents": [{"path", "twin", "strict", "set", "etag", "alias": [[name, value], …], "fixed": […]}, …]}
//
// "alias" and "fixed" are the headers of the two URLs beside those of the set. A strict document is answered here only
// without a query string; what the host finds unusual (several entity tags, a date other than lastModified) it passes
// on. Contents come from [Handler.Load] by the index in documents.
func (h *Handler) Table() []byte {
	b := []byte(`{"sets":[`)
	for i, set := range common {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendFields(b, set)
	}
	b = append(b, `],"bodyHeaders":[`...)
	for i, name := range describesBody {
		if i > 0 {
			b = append(b, ',')
		}
		b = gjson.AppendJSONString(b, name)
	}
	b = append(b, `],"documents":[`...)
	lastModified := ""
	for i, d := range h.manifest.documents {
		if i > 0 {
			b = append(b, ',')
		}
		var o object
		o.str("path", d.path).str("twin", d.twin).raw("strict", strconv.FormatBool(d.strict()))
		o.num("set", int64(d.class)).str("etag", d.etag)
		o.raw("alias", string(appendFields(nil, d.alias))).raw("fixed", string(appendFields(nil, d.fixed)))
		b = append(b, o.text()...)
		lastModified = valueOf(d.alias, "Last-Modified")
	}
	b = append(b, `],"lastModified":`...)
	b = gjson.AppendJSONString(b, lastModified)
	return append(b, '}')
}

// Load returns the content of the document with that index in the table, in buf when it fits. It keeps no copy.
func (h *Handler) Load(index int, buf []byte) ([]byte, error) {
	if index < 0 || index >= len(h.manifest.documents) {
		return nil, errors.New("the table has no document " + strconv.Itoa(index))
	}
	return h.manifest.documents[index].load(h.dist, buf)
}

func appendFields(b []byte, fields []field) []byte {
	b = append(b, '[')
	for i, f := range fields {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '[')
		b = gjson.AppendJSONString(b, f.name)
		b = append(b, ',')
		b = gjson.AppendJSONString(b, f.value)
		b = append(b, ']')
	}
	return append(b, ']')
}

func valueOf(fields []field, name string) string {
	for _, f := range fields {
		if f.name == name {
			return f.value
		}
	}
	return ""
}
