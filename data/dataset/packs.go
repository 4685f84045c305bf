package dataset

import (
	"strconv"
	"strings"
)

// Packs says how the documents of an archive that are not files of their own are stored: see PackOf.
//
// A pack begins with the length of its index, four bytes, little endian; then comes the index, a JSON object of
// path → [offset, bytes, type, lower-case hex SHA-256], and then the documents, at offsets that count from the end of the index.
type Packs struct {
	Count     int `json:"count"` // a power of two
	Documents int `json:"documents"`
	Bytes     int `json:"bytes"`
}

// PackOf is the number of the pack in which the document at an URL path is, of n. All documents of one meeting or article are in one
// pack: it follows from the last part of the path, up to its first dot.
func PackOf(path string, n int) int {
	last := path[strings.LastIndexByte(path, '/')+1:]
	last, _, _ = strings.Cut(last, ".")
	return Shard(last, n)
}

// Shard is the group of an id among n groups: FNV-1a of its bytes, 32 bits, modulo n.
func Shard(id string, n int) int {
	h := uint32(2166136261)
	for i := range len(id) {
		h = (h ^ uint32(id[i])) * 16777619
	}
	return int(h % uint32(n))
}

// PackName is the path of pack k below the folder of the dataset.
func PackName(k int) string {
	s := strconv.FormatInt(int64(k), 16)
	return "_packs/" + strings.Repeat("0", 4-len(s)) + s + ".pack"
}
