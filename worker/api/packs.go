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
		if len(list) < 4 {
			return false
		}
		at, size, store, stretches := int(list[0].Int()), int(list[1].Int()), 0, 0
		if len(list) == 6 {
			store, stretches = int(list[4].Int()), int(list[5].Int())
		}
		body, ok := folder.Join(pack[end:], at, store, stretches, size)
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
