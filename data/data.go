// Package data embeds what the compiler wrote: the precompiled documents and pages below dist/.
package data

import "embed"

// Dist holds data/dist. Its manifest.json lists every document with its URL path, type and hash.
//
//go:embed all:dist
var Dist embed.FS
