// Package folder says how the documents of a dataset lie in their folder: the manifest that names them, and the packs in which an archive
// keeps those that are many. The compiler writes it, the Worker and the checks read it; what the documents say is none of its business.
package folder

// ManifestName is the file of the manifest: by it a folder is known as ours.
const ManifestName = "manifest.json"

// Manifest is data/dist/manifest.json: every document that the Worker serves, by URL path.
type Manifest struct {
	Schema    int        `json:"schema"`
	Engine    string     `json:"engine"`
	Digest    string     `json:"digest"`          // lower-case hex: the version of the dataset. The SHA-256 of dataset.json, for an archive ArchiveDigest
	Modified  string     `json:"modified"`        // RFC 3339: the newest publication date of an article; the clock plays no part
	Documents []Document `json:"documents"`       // by path
	Packs     *Packs     `json:"packs,omitempty"` // of an archive: where the other documents are
}

// Document is one precompiled answer.
type Document struct {
	Path   string `json:"path"` // URL path: "/v1/meetings/x.json", "/meetings/x", "/widget.js", "/"
	File   string `json:"file"` // path below data/dist: "v1/meetings/x.json", "meetings/x.html", "widget.js", "index.html"
	Type   string `json:"type"` // media type with charset
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"` // lower-case hex of the bytes
}

// Twin is the URL path under which the Worker serves a document for ever: "/h/", the first 16 digits of its SHA-256 in lower-case
// hex, and its path. (The sum is the caller's: crypto would cost every browser 25 kB.)
func Twin(path, sha256 string) string { return "/h/" + sha256[:16] + path }
