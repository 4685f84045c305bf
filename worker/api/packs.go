package api

import (
	"encoding/binary"
	"io/fs"
	"strings"

	"github.com/tidwall/gjson"

	"readout/data/dataset/folder"
)

// The documents of an archive lie in packs (folder.Packs): too many for a list in the program. Which pack has a document follows from
// its path; the pack says the rest. A host that has to fetch packs tells of one that is not there yet as a file that does not exist,
// fetches it and asks again.

// document finds a document by the path of its alias or twin.
func (h *Handler) document(path string) (*document, bool) {
	if !strings.HasPrefix(path, "/") {
		return nil, false
	}
	alias, isTwin := aliasOf(path)
	if !isTwin {
		alias = path
	}
	d, ok := h.documents[alias]
	if !ok && h.manifest.packs > 0 {
		d = h.packed(alias)
	}
	if d == nil || isTwin && path != d.twin() {
		return nil, false
	}
	return d, true
}

func (h *Handler) has(path string) bool {
	_, ok := h.document(path)
	return ok
}

// packed is the document of a path in its pack, nil where there is none.
func (h *Handler) packed(alias string) *document {
	k := folder.PackOf(alias, h.manifest.packs)
	if k < 0 {
		return nil
	}
	pack, err := fs.ReadFile(h.dist, folder.PackName(k))
	if err != nil || len(pack) < 4 {
		return nil
	}
	end := 4 + int(binary.LittleEndian.Uint32(pack))
	if end > len(pack) {
		return nil
	}
	var d *document
	gjson.ParseBytes(pack[4:end]).ForEach(func(path, e gjson.Result) bool {
		if path.Str != alias {
			return true
		}
		list := e.Array()
		if len(list) != 4 {
			return false
		}
		size := int(list[1].Int())
		body, ok := together(pack[end:], list[0], size)
		if !ok {
			return false
		}
		made, err := makeDocument(alias, "packed", list[2].Str, list[3].Str, size, h.manifest.lastModified)
		if err != nil {
			return false
		}
		made.once.Do(func() { made.body = body })
		d = made
		return false
	})
	return d
}

// together is the document of size bytes that lies at places: an offset, or a list of offsets and bytes by turns.
func together(bodies []byte, places gjson.Result, size int) (body []byte, ok bool) {
	if !places.IsArray() {
		return portion(bodies, int(places.Int()), size)
	}
	body = make([]byte, 0, size)
	list := places.Array()
	for i := 0; i+1 < len(list); i += 2 {
		part, ok := portion(bodies, int(list[i].Int()), int(list[i+1].Int()))
		if !ok {
			return nil, false
		}
		body = append(body, part...)
	}
	return body, len(body) == size
}

func portion(b []byte, at, n int) ([]byte, bool) {
	if at < 0 || n < 0 || at > len(b) || n > len(b)-at {
		return nil, false
	}
	return b[at : at+n], true
}

// incomplete says of an archive's list that it is not the whole, and where the whole is: an answer that looked through a part would be
// wrong without a sign of it. It is nil where the list is whole.
func (h *Handler) incomplete(name string) *problem {
	if h.manifest.packs == 0 {
		return nil
	}
	d, ok := h.documents["/v1/"+name+".json"]
	if !ok {
		return nil
	}
	total := gjson.Get(d.text(h.dist), "total")
	if !total.Exists() {
		return nil
	}
	return failure("too-costly", "This archive has "+total.String()+" "+name+", too many to be looked through for one answer. The newest are in /v1/"+name+
		".json, all are in the parts that /v1/dataset.json lists.")
}
