// Package pretty is what the Worker is built with in the place of github.com/tidwall/pretty: the names that gjson's
// modifiers mention. Modifiers are off here (a query could ask for any amount of work with them), so nothing of it is
// ever called; the real one brings encoding/json, 139 kB after gzip.
package pretty

// Options is never read.
type Options struct {
	Width          int
	Prefix, Indent string
	SortKeys       bool
}

// DefaultOptions is never read.
var DefaultOptions = &Options{}

const off = "modifiers are off, and this program was built without them"

// Pretty panics.
func Pretty([]byte) []byte { panic(off) }

// PrettyOptions panics.
func PrettyOptions([]byte, *Options) []byte { panic(off) }

// Ugly panics.
func Ugly([]byte) []byte { panic(off) }
