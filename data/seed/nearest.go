package seed

import "readout/wasm/text"

// Nearest is the word in list that is fewest edits away from s. It must be within a fraction of its length: half for part 2, a third
// for 3; otherwise the result is "". Of equally near words the first wins. Error messages suggest it.
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
