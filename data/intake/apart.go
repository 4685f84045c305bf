package intake

import "strings"

// apart puts back the line breaks between lines of the page that go-trafilatura has run together: of short pages, and of those that lie in
// tables, it gives the text in one piece, the title in it, and now and then all of it twice.
func apart(body, page []string, title string) (out []string) {
	bare := make([]string, len(page), len(page)+1)
	own := map[string]bool{}
	for i, l := range page {
		bare[i] = unspaced(l)
		own[bare[i]] = true
	}
	bare = append(bare, unspaced(title))
	looks := 0
	next := func(rest string, last int) int { // the line that rest begins with, the one behind the last if it may be; -1 for none
		if last++; last < len(bare) && bare[last] != "" && strings.HasPrefix(rest, bare[last]) {
			return last
		}
		best := -1
		if looks++; looks > mostLooks {
			return best
		}
		for i, l := range bare {
			if l != "" && strings.HasPrefix(rest, l) && (best < 0 || len(l) > len(bare[best])) {
				best = i
			}
		}
		return best
	}
	for _, l := range body {
		rest := unspaced(l)
		if own[rest] {
			out = append(out, l)
			continue
		}
		var parts []string
		seen := map[int]bool{len(page): true} // the title is no line of the text
		for k := len(bare); rest != ""; rest = rest[len(bare[k]):] {
			if k = next(rest, k); k < 0 {
				parts = []string{l}
				break
			}
			if !seen[k] {
				seen[k] = true
				parts = append(parts, page[k])
			}
		}
		out = append(out, parts...)
	}
	return out
}

// mostLooks bounds how often all lines of a page are looked through.
const mostLooks = 1000

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
