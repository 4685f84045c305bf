package compare

// match says that word a of the base and word b of the other are aligned.
type match struct{ a, b int }

// maxTokens bounds the words a side that are aligned, since Myers' work can grow with the square of them (guessed: twice the length of
// the longest reading that a newspaper article gives).
const maxTokens = 1500

// aligner pairs words. Its buffers serve again for the next two sides.
type aligner struct {
	differ
	ia, ib           []int   // indexes of the words that are compared
	ka, kb           []int32 // their keys
	anchors, matches []match
}

// align pairs the words of a and b, both indexes ascending: content words first, the rest between them. The matches are the aligner's
// until the next call.
func (l *aligner) align(a, b []word) []match {
	endA, endB := min(len(a), maxTokens), min(len(b), maxTokens)
	l.ia, l.ib = wordsFrom(l.ia[:0], a, 0, endA, true), wordsFrom(l.ib[:0], b, 0, endB, true)
	l.anchors = l.common(l.anchors[:0], a, b)
	anchors, out := l.anchors, l.matches[:0]
	i, j := 0, 0
	for k := 0; k <= len(anchors); k++ {
		m := match{endA, endB}
		if k < len(anchors) {
			m = anchors[k]
		}
		if i < m.a && j < m.b {
			l.ia, l.ib = wordsFrom(l.ia[:0], a, i, m.a, false), wordsFrom(l.ib[:0], b, j, m.b, false)
			out = l.common(out, a, b)
		}
		if k < len(anchors) {
			out = append(out, m)
		}
		i, j = m.a+1, m.b+1
	}
	l.matches = out
	return out
}

// wordsFrom appends the indexes from i up to end of the words that are content, or of those that are not.
func wordsFrom(out []int, w []word, i, end int, content bool) []int {
	for ; i < end; i++ {
		if w[i].content == content {
			out = append(out, i)
		}
	}
	return out
}

// common appends a longest common subsequence, by key, of the words of a at indexes l.ia and of b at l.ib.
func (l *aligner) common(out []match, a, b []word) []match {
	if len(l.ia) == 0 || len(l.ib) == 0 {
		return out
	}
	if len(l.ia) == 1 && len(l.ib) == 1 {
		if a[l.ia[0]].id == b[l.ib[0]].id {
			out = append(out, match{l.ia[0], l.ib[0]})
		}
		return out
	}
	l.ka, l.kb = l.ka[:0], l.kb[:0]
	for _, i := range l.ia {
		l.ka = append(l.ka, a[i].id)
	}
	for _, j := range l.ib {
		l.kb = append(l.kb, b[j].id)
	}
	i, j := 0, 0
	for _, s := range l.diff(l.ka, l.kb) {
		switch s.op {
		case keep:
			for range s.n {
				out = append(out, match{l.ia[i], l.ib[j]})
				i++
				j++
			}
		case remove:
			i += s.n
		case insert:
			j += s.n
		}
	}
	return out
}
