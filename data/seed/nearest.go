package seed

import "readout/wasm/text"

// nearest is the word of list that is fewest edits from s, "" where none is within a third of its length.
// Of equally near words the first wins.
func nearest(s string, list []string) string {
	best, at := "", 0
	for _, w := range list {
		d := text.Distance(s, w)
		if limit := max(1, len(w)/3); d <= limit && (best == "" || d < at) {
			best, at = w, d
		}
	}
	return best
}
