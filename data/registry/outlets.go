package registry

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"readout/data/seed"
	"readout/wasm/know"
	"readout/wasm/text"
)

// Outlets looks at the outlets that the articles name: a name that is nearly one of outlets.yaml is most likely a slip, and would
// make an outlet of its own. A name that is like no other is nobody's mistake: the registry need not know it.
func Outlets(dir string, seeds []seed.Seed, b *know.Base) (out []seed.Problem) {
	known := map[string]string{} // folded name or form → name
	var all []string
	for _, o := range b.Outlets {
		for _, n := range append([]string{o.Name, o.ID}, o.Forms...) {
			known[text.Fold(n)] = o.Name
			all = append(all, n)
		}
	}
	for _, s := range seeds {
		name := s.Meta.Outlet
		if name == "" {
			continue
		}
		exact := slices.ContainsFunc(b.Outlets, func(o know.Outlet) bool {
			return o.ID == name || o.Name == name || slices.Contains(o.Forms, name)
		})
		near := known[text.Fold(name)]
		if near == "" {
			near = close(name, all)
		}
		if !exact && near != "" {
			out = append(out, seed.Problem{File: path.Join(filepath.ToSlash(dir), s.Meta.File), Line: s.Meta.Lines["outlet"], Warning: true,
				What: "outlet: " + quote(name) + " is not in outlets.yaml, but nearly", Fix: "write " + near + ", or add it to outlets.yaml if it is another"})
		}
	}
	return out
}

// close is the name that is at most a fifth of its letters away, "" for none.
func close(name string, all []string) string {
	for _, n := range all {
		if len(n) > 4 && text.Distance(strings.ToLower(name), strings.ToLower(n)) <= len(n)/5 {
			return n
		}
	}
	return ""
}
