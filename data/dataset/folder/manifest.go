// Package folder says how the documents of a dataset are stored in their folder: the manifest that names them, and the packs in which an
// archive keeps most of them. The compiler writes the folder, the Worker and the checks read it. What the documents contain does not
// matter here.
package folder

// ManifestName is the file of the manifest. A folder that has it is recognised as ours.
const ManifestName = "manifest.json"

// Manifest is data/dist/manifest.json: every document that the Worker serves, by URL path.
type Manifest struct {
	Schema    int        `json:"schema"`
	Engine    string     `json:"engine"`
	Digest    string     `json:"digest"`          // version of the dataset, in lower-case hex: the SHA-256 of dataset.json, or ArchiveDigest for an archive
	Modified  string     `json:"modified"`        // RFC 3339: the newest publication date of an article, never the clock
	Documents []Document `json:"documents"`       // by path
	Packs     *Packs     `json:"packs,omitempty"` // only of an archive: where the other documents are
}

// Document is a precompiled answer.
type Document struct {
	Path   string `json:"path"` // URL path: "/v1/meetings/x.json", "/meetings/x", "/widget.js", "/"
	File   string `json:"file"` // path below data/dist: "v1/meetings/x.json", "meetings/x.html", "widget.js", "index.html"
	Type   string `json:"type"` // media type with charset
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"` // lower-case hex of the bytes
}

// Twin is the URL path under which a document never changes: "/h/", the first 16 digits of its SHA-256 in lower-case hex, and its
// path. The caller computes the hash, because crypto would cost every browser 25 kB.
func Twin(path, sha256 string) string { return "/h/" + sha256[:16] + path }
