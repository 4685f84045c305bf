package meeting

import "slices"

// has reports whether any cue stands within the tokens [lo, hi), and where the last one begins.
func (s *sentence) has(list [][]string, lo, hi int) (int, bool) {
	at, ok := -1, false
	for i := lo; i < hi; i++ {
		for _, c := range list {
			if i+len(c) > hi {
				continue
			}
			hit := true
			for j, w := range c {
				if s.norm(i+j) != w || w == "may" && s.toks[i+j].Upper || w == "possible" && s.is(i+j-1, "as") {
					hit = false
					break
				}
			}
			if hit {
				at, ok = i, true
				break
			}
		}
	}
	return at, ok
}

// subset reports whether all of a are in b.
func subset[T comparable](a, b []T) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// intersects reports whether one of a is in b.
func intersects[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

// sameSet reports whether a and b, in neither of which a string comes twice, have the same.
func sameSet(a, b []string) bool { return len(a) == len(b) && subset(a, b) }

// appendNew appends those of more that are not in the list yet.
func appendNew[T comparable](list []T, more ...T) []T {
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

// union is all of a and b, each once, in alphabetical order.
func union(a, b []string) []string {
	out := appendNew(slices.Clone(a), b...)
	slices.Sort(out)
	return out
}

// nonEmpty is a list of s, or of nothing.
func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
