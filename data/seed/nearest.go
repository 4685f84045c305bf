package seed

// nearest is the word of list that is fewest edits (Levenshtein) from s, "" where none is within a third of its length.
// Of equally near words the first wins.
func nearest(s string, list []string) string {
	best, at := "", 0
	for _, w := range list {
		d := distance([]rune(s), []rune(w))
		if limit := max(1, len([]rune(w))/3); d <= limit && (best == "" || d < at) {
			best, at = w, d
		}
	}
	return best
}

func distance(a, b []rune) int {
	if len(a) > 100 || len(b) > 100 {
		return 100
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
