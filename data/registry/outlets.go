package registry

import (
	"path"
	"path/filepath"
	"slices"

	"readout/data/seed"
	"readout/wasm/know"
	"readout/wasm/text"
)

// Outlets checks the outlets that the articles name. A name that is nearly one in outlets.yaml is most likely a slip, and would
// become a separate outlet. A name that is like no other is not a problem: the registry need not know every outlet.
func Outlets(dir string, seeds []seed.Seed, b *know.Base) (out []seed.Problem) {
	known := map[string]string{} // folded name or form → name
	var all []string             // folded
	for _, o := range b.Outlets {
		for _, n := range append([]string{o.Name, o.ID}, o.Forms...) {
			known[text.Fold(n)] = o.Name
			all = append(all, text.Fold(n))
		}
	}
	for _, s := range seeds {
		name := s.Meta.Outlet
		exact := slices.ContainsFunc(b.Outlets, func(o know.Outlet) bool {
			return o.ID == name || o.Name == name || slices.Contains(o.Forms, name)
		})
		if name == "" || exact {
			continue
		}
		near := known[seed.Nearest(text.Fold(name), all, 5)]
		if near != "" {
			out = append(out, seed.Problem{File: path.Join(filepath.ToSlash(dir), s.Meta.File), Line: s.Meta.Lines["outlet"], Warning: true,
				What: "outlet: " + quote(name) + " is not in outlets.yaml, but nearly", Fix: "write " + near + ", or add it to outlets.yaml if it is another"})
		}
	}
	return out
}
