package meeting

import (
	"slices"
)

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
				if s.norm(i+j) != w || w == "may" && s.toks[i+j].Upper || w == "possible" && s.norm(i+j-1) == "as" {
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

func subset(a, b []int) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

func intersects(a, b []int) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

func subsetS(a, b []string) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

func union(a, b []string) []string {
	out := append([]string(nil), a...)
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	slices.Sort(out)
	return out
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func equalS(a, b []string) bool { return len(a) == len(b) && subsetS(a, b) }

func join(l []string) string {
	s := ""
	for _, x := range l {
		s += x + "+"
	}
	return s
}
