package api

import (
	"strconv"
)

// Table describes, as JSON, every document for a host that answers GET and HEAD of them itself:
//
//	{"sets": [[[name, value], …], …],          headers by class
//	 "bodyHeaders": [name, …],                 what a 304 leaves out
//	 "documents": [{"path", "twin", "file", "strict", "set", "etag", "alias": [[name, value], …], "fixed": […]}, …]}
//
// "alias" and "fixed" are the headers of the two URLs beside those of the set. The host answers a strict document only if
// there is no query string. It passes on unusual requests (several entity tags). "file" is where the content is, in the
// folder of the manifest.
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
	if h.manifest.packs > 0 { // what the host needs to answer the documents of an archive like the others
		o.str("modified", h.manifest.lastModified).str("brief", cacheAlias).str("forever", cacheForever)
		o.raw("kinds", `{"data":`+strconv.Itoa(int(classData))+`,"asset":`+strconv.Itoa(int(classAsset))+`,"page":`+strconv.Itoa(int(classPage))+`,"embed":`+strconv.Itoa(int(classEmbed))+`}`)
	}
	o.objects("documents", len(h.manifest.documents), func(i int) {
		d := h.manifest.documents[i]
		o.str("path", uri(d.path)).str("twin", uri(d.twin())).str("file", d.file).raw("strict", strconv.FormatBool(d.strict()))
		o.num("set", int64(d.class)).str("etag", d.etag())
		o.name("alias")
		o.fields(d.alias())
		o.name("fixed")
		o.fields(d.fixed())
	})
	return o.bytes()
}

// fields writes [[name, value], …].
func (o *object) fields(fields []field) {
	o.buf = append(o.buf, '[')
	for _, f := range fields {
		o.comma()
		o.buf = append(o.buf, '[')
		o.buf = appendString(o.buf, f.name)
		o.buf = append(o.buf, ',')
		o.buf = appendString(o.buf, f.value)
		o.buf = append(o.buf, ']')
	}
	o.buf = append(o.buf, ']')
}
