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

// ListDigest is the SHA-256, in lower-case hex, of a list of documents: one line for each, ordered by path.
func ListDigest(list []Document) string {
	sorted := slices.SortedFunc(slices.Values(list), func(a, b Document) int { return strings.Compare(a.Path, b.Path) })
	h := sha256.New()
	for _, d := range sorted {
		fmt.Fprintf(h, "%s %s %d %s\n", d.Path, d.Type, d.Bytes, d.SHA256)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// ArchiveDigest is the digest of an archive, in lower-case hex. It is the SHA-256 of the digests of its lists, one on each line:
// first that of the documents that are files, then those of the packs.
func ArchiveDigest(files string, packs []string) string {
	h := sha256.New()
	for _, list := range append([]string{files}, packs...) {
		fmt.Fprintln(h, list)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// errCut says that a pack is not as long as it says.
var errCut = errors.New("the pack is cut short")

// ReadPack checks each document of a pack (see Packs) against its hash and calls f with it, in no particular order. It fails if the
// pack is cut short or is not a pack, and if f fails.
func ReadPack(pack []byte, f func(d Document, body []byte) error) error {
	if len(pack) < 4 || uint64(len(pack)-4) < uint64(binary.LittleEndian.Uint32(pack)) {
		return errCut
	}
	begin := 4 + int(binary.LittleEndian.Uint32(pack))
	index, bodies := map[string][]json.RawMessage{}, pack[begin:]
	if err := json.Unmarshal(pack[4:begin], &index); err != nil {
		return err
	}
	for path, fields := range index {
		d := Document{Path: path}
		var at, store, stretches int
		var err error
		for i, field := range []any{&at, &d.Bytes, &d.Type, &d.SHA256, &store, &stretches}[:min(len(fields), 6)] {
			err = errors.Join(err, json.Unmarshal(fields[i], field))
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		body, ok := Join(bodies, at, store, stretches, d.Bytes)
		if !ok {
			return fmt.Errorf("%w: %s is not in it", errCut, path)
		}
		if sum := sha256.Sum256(body); hex.EncodeToString(sum[:]) != d.SHA256 {
			return fmt.Errorf("%s is not what the index says", path)
		}
		if err := f(d, body); err != nil {
			return err
		}
	}
	return nil
}
