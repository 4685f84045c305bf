package text

// Distance counts the insertions, deletions and substitutions of bytes that turn a into b (Levenshtein 1966). It returns
// most+1 as soon as there are more than most. Only the band within most of the diagonal is computed (Ukkonen 1985):
// len(a) times 2*most+1 steps.
func Distance(a, b string, most int) int {
	if most < 0 || len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	far := most + 1
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = min(j, far)
	}
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-most), min(len(b), i+most)
		diagonal := row[from-1]
		if from == 1 {
			row[0] = min(i, far)
		} else {
			row[from-1] = far
		}
		least := row[from-1]
		for j := from; j <= to; j++ {
			above := far
			if j < i+most {
				above = row[j]
			}
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost = 1 + min(diagonal, above, row[j-1])
			}
			diagonal = row[j]
			row[j] = min(cost, far)
			least = min(least, row[j])
		}
		if least > most {
			return far
		}
	}
	return row[len(b)]
}
