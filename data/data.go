// Package data embeds what the compiler wrote: the precompiled documents and pages in dist/.
package data

import "embed"

// Dist holds data/dist. Its manifest.json lists every document with its URL path, type and hash.
// The packs of an archive (dist/_packs, gigabytes) are left out, as is every file whose name begins with _ or a dot.
//
//go:embed dist
var Dist embed.FS
