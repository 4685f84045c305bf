package seed

import "readout/wasm/text"

// Nearest is the word of list that is fewest edits from s, "" where none is as near as a part of its length: half of it for 2, a third
// for 3. Of equally near words the first wins. Messages propose it.
func Nearest(s string, list []string, part int) string {
	best, at := "", 0
	for _, w := range list {
		most := len(w) / part
		if best != "" {
			most = min(most, at-1)
		}
		if d := text.Distance(s, w, most); d <= most {
			best, at = w, d
		}
	}
	return best
}
