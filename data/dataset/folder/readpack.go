package folder

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ListDigest is the SHA-256 of a list of documents, a line for each in order of path, in lower-case hex.
func ListDigest(list []Document) string {
	sorted := slices.SortedFunc(slices.Values(list), func(a, b Document) int { return strings.Compare(a.Path, b.Path) })
	h := sha256.New()
	for _, d := range sorted {
		fmt.Fprintf(h, "%s %s %d %s\n", d.Path, d.Type, d.Bytes, d.SHA256)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// ArchiveDigest is the digest of an archive, in lower-case hex: the SHA-256 of the digests of its lists, a line for each: that of the
// documents that are files, then those of the packs.
func ArchiveDigest(files string, packs []string) string {
	h := sha256.New()
	for _, list := range append([]string{files}, packs...) {
		fmt.Fprintln(h, list)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// errCut says that a pack is not as long as it says.
var errCut = errors.New("the pack is cut short")

// ReadPack calls f with each document of a pack (see Packs), in no particular order, after it was held against its hash. It fails where
// the pack is cut short or is no pack, and where f fails.
func ReadPack(pack []byte, f func(d Document, body []byte) error) error {
	if len(pack) < 4 || uint64(len(pack)-4) < uint64(binary.LittleEndian.Uint32(pack)) {
		return errCut
	}
	begin := 4 + int(binary.LittleEndian.Uint32(pack))
	index, bodies := map[string][4]json.RawMessage{}, pack[begin:]
	if err := json.Unmarshal(pack[4:begin], &index); err != nil {
		return err
	}
	for path, e := range index {
		d := Document{Path: path}
		if err := errors.Join(json.Unmarshal(e[1], &d.Bytes), json.Unmarshal(e[2], &d.Type), json.Unmarshal(e[3], &d.SHA256)); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		var places []int
		if json.Unmarshal(e[0], &places) != nil {
			places = []int{0, d.Bytes}
			if err := json.Unmarshal(e[0], &places[0]); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
		var body []byte
		for ; len(places) > 1; places = places[2:] {
			at, n := places[0], places[1]
			if at < 0 || n < 0 || at > len(bodies) || n > len(bodies)-at {
				return fmt.Errorf("%w: %s is not in it", errCut, path)
			}
			body = append(body, bodies[at:at+n]...)
		}
		if sum := sha256.Sum256(body); hex.EncodeToString(sum[:]) != d.SHA256 || len(body) != d.Bytes {
			return fmt.Errorf("%s is not what the index says", path)
		}
		if err := f(d, body); err != nil {
			return err
		}
	}
	return nil
}
