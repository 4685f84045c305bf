package folder

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
)

// Packs says how an archive stores the documents that are not files of their own; see PackOf.
//
// A pack begins with the length of its index: four bytes, little endian. Then comes the index, a JSON object of path → [offset, bytes,
// type, lower-case hex SHA-256], and then the documents. Offsets count from the end of the index. What several documents have in common is
// stored once. The entry of such a document continues with the offset of a store and a number of stretches; its own offset is that of
// their table (see Join).
type Packs struct {
	Count     int      `json:"count"` // a power of two
	Documents int      `json:"documents"`
	Bytes     int      `json:"bytes"`
	Many      []string `json:"many"` // see Many; for hosts that find a pack by themselves
}

// Many are the names in paths whose documents are too many, in an archive, for a file each: /v1/meetings/ID.json,
// /meetings/ID/A/B, /cards/ID.png.
var Many = []string{"meetings", "articles", "people", "cards", "dataset"}

// PackKey is what decides which pack holds the document at a URL path: the part that follows one of Many, up to a dot or slash. So all
// documents of a meeting are in one pack, including the pages of its pairs. many is false for a document that is a file of its own.
func PackKey(path string) (key string, many bool) {
	for rest := path; ; {
		_, after, ok := strings.Cut(rest, "/")
		if !ok {
			return "", false
		}
		if name, after, ok := strings.Cut(after, "/"); ok && slices.Contains(Many, name) {
			if end := strings.IndexAny(after, "./"); end >= 0 {
				after = after[:end]
			}
			return after, true
		}
		rest = after
	}
}

// PackOf is the number, out of n, of the pack that holds the document at a URL path; -1 if no pack holds it.
func PackOf(path string, n int) int {
	if key, many := PackKey(path); many {
		return Shard(key, n)
	}
	return -1
}

// Shard is the group of an id among n groups: FNV-1a of its bytes, 32 bits, modulo n.
func Shard(id string, n int) int {
	h := uint32(2166136261)
	for i := range len(id) {
		h = (h ^ uint32(id[i])) * 16777619
	}
	return int(h % uint32(n))
}

// PackName is the path of pack k in the folder of the dataset.
func PackName(k int) string {
	s := strconv.FormatInt(int64(k), 16)
	return "_packs/" + strings.Repeat("0", 4-len(s)) + s + ".pack"
}

// Join returns a document of size bytes from bodies. If stretches is 0, the document is at the offset at. Otherwise it is joined from
// that many stretches, and their table is at that offset: for each, its offset from the store's beginning and its length in bytes, 32
// bits each, little endian. ok is false if bodies does not hold all of it.
func Join(bodies []byte, at, store, stretches, size int) (body []byte, ok bool) {
	if stretches == 0 {
		return portion(bodies, at, size)
	}
	if stretches < 0 || stretches > len(bodies)/8 || size < 0 {
		return nil, false
	}
	table, ok := portion(bodies, at, 8*stretches)
	body = make([]byte, 0, min(size, maxJoined))
	for ; ok && len(table) > 0; table = table[8:] {
		var part []byte
		part, ok = portion(bodies, store+int(binary.LittleEndian.Uint32(table)), int(binary.LittleEndian.Uint32(table[4:])))
		ok = ok && len(part) <= size-len(body)
		body = append(body, part...)
	}
	return body, ok && len(body) == size
}

// maxJoined bounds what is set aside on the word of an index.
const maxJoined = 1 << 24

// portion is n bytes of b from at on, false where b does not have them.
func portion(b []byte, at, n int) ([]byte, bool) {
	if at < 0 || n < 0 || at > len(b) || n > len(b)-at {
		return nil, false
	}
	return b[at : at+n], true
}
