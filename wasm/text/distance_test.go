package text_test

import (
	"testing"

	"readout/wasm/text"
)

func TestDistanceAgainstTheWholeTable(t *testing.T) {
	words := []string{"", "a", "abc", "acb", "hague-2014", "hage-2014", "hague-2015", "the-hague-2014", "ab-ab-ab", "ba-ba-ba"}
	for _, a := range words {
		for _, b := range words {
			want := distance(a, b)
			for most := 0; most < 16; most++ {
				if got := text.Distance(a, b, most); got != min(want, most+1) {
					t.Errorf("Distance(%q, %q, %d) = %d, want %d", a, b, most, got, min(want, most+1))
				}
			}
		}
	}
}

// distance is Levenshtein's by its definition.
func distance(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		for j := range rows[i] {
			switch {
			case i == 0 || j == 0:
				rows[i][j] = i + j
			case a[i-1] == b[j-1]:
				rows[i][j] = rows[i-1][j-1]
			default:
				rows[i][j] = 1 + min(rows[i-1][j-1], rows[i-1][j], rows[i][j-1])
			}
		}
	}
	return rows[len(a)][len(b)]
}
