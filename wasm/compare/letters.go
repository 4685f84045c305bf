package compare

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// letters gives the steps from x to y, code point by code point. Work decides and no clock: it is at most the product of the lengths.
func letters(x, y []rune) []step {
	dmp := diffmatchpatch.DiffMatchPatch{} // DiffTimeout 0
	var out []step
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(x, y, false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			out = append(out, step{keep, i, n})
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			out = append(out, step{remove, i, n})
			i += n
		case diffmatchpatch.DiffInsert:
			out = append(out, step{insert, j, n})
			j += n
		}
	}
	return out
}
