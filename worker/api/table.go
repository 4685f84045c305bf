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
//	 "documents": [{"path", "twin", "strict", "set", "etag", "alias": [[name, value], …], "fixed": […]}, …]}
//
// "alias" and "fixed" are the headers of the two URLs beside those of the set. A strict document is answered here only
// without a query string; what the host finds unusual (several entity tags) it passes
// on. Contents come from [Handler.Load] by the index in documents.
func (h *Handler) Table() []byte {
	var o object
	o.name("sets")
	o.buf = append(o.buf, '[')
	for _, set := range common {
		o.comma()
		o.fields(set)
	}
	o.buf = append(o.buf, ']')
	o.strs("bodyHeaders", describesBody)
	o.objects("documents", len(h.manifest.documents), func(i int) {
		d := h.manifest.documents[i]
		o.str("path", d.path).str("twin", d.twin).raw("strict", strconv.FormatBool(d.strict()))
		o.num("set", int64(d.class)).str("etag", d.etag)
		o.name("alias")
		o.fields(d.alias)
		o.name("fixed")
		o.fields(d.fixed)
	})
	return o.bytes()
}

// Load returns the content of the document with that index in the table, in buf when it fits. It keeps no copy.
func (h *Handler) Load(index int, buf []byte) ([]byte, error) {
	if index < 0 || index >= len(h.manifest.documents) {
		return nil, errors.New("the table has no document " + strconv.Itoa(index))
	}
	return h.manifest.documents[index].load(h.dist, buf)
}

// fields writes [[name, value], …].
func (o *object) fields(fields []field) {
	o.buf = append(o.buf, '[')
	for _, f := range fields {
		o.comma()
		o.buf = append(o.buf, '[')
		o.buf = gjson.AppendJSONString(o.buf, f.name)
		o.buf = append(o.buf, ',')
		o.buf = gjson.AppendJSONString(o.buf, f.value)
		o.buf = append(o.buf, ']')
	}
	o.buf = append(o.buf, ']')
}
