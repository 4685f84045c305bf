package align

import "readout/wasm/text"

// label is the words that name group g: its shortest clear sentence. It gives the caller's article and the span.
func (m *meeting) label(g group) (int, text.Span) {
	best := g[0]
	for _, u := range g[1:] {
		if n := m.size(u); n >= 4 && n < m.size(best) || m.size(best) < 4 {
			best = u
		}
	}
	u := &m.units[best]
	return m.order[u.article], trimmed(u.tokens)
}

// size is the number of content words of unit u.
func (m *meeting) size(u int) int { return len(m.units[u].terms) }

// trimmed is the span of tokens without closing punctuation.
func trimmed(tokens []text.Token) text.Span {
	for len(tokens) > 1 && !tokens[len(tokens)-1].Word {
		tokens = tokens[:len(tokens)-1]
	}
	if len(tokens) == 0 {
		return text.Span{}
	}
	return text.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}
}
