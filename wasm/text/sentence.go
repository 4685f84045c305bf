package text

import (
	"strings"

	"readout/wasm/wordlist"
)

// sentences cuts a block into sentences: spans in order that cover the block but for white space between them.
// Headlines, decks and subheads stay whole; they carry "..." and quotations without ending anything.
func sentences(src []rune, b Block) []Span {
	if b.Kind != Body && b.Kind != Caption || b.Aside {
		return []Span{trim(src, b.Span)}
	}
	var out []Span
	start := b.Start
	depth := 0 // of 「」 and 『』, whose inside is one unit
	for i := b.Start; i < b.End; i++ {
		switch src[i] {
		case '「', '『':
			depth++
		case '」', '』':
			depth = max(0, depth-1)
		}
		if !isTerminal(src[i]) || depth > 0 && b.End-start < 2000 {
			continue
		}
		first := i
		i = closeSentence(src, b.Start, i, b.End)
		if boundary(src, Span{start, b.End}, first, i) {
			out = appendSentence(src, out, Span{start, i})
			start = i
		}
		i--
	}
	return appendSentence(src, out, Span{start, b.End})
}

// closeSentence is the end of the terminals and closing marks that begin at i, in a block that begins at start.
func closeSentence(src []rune, start, i, end int) int {
	first := i
	for i < end && isTerminal(src[i]) {
		i++
	}
	for i < end && (isClosing(src[i]) && !(src[i] == '’' && i+1 < end && isLetter(src[i+1])) || isQuote(src[i]) && (i+1 == end || !isLetter(src[i+1]) && !isDigit(src[i+1])) || isTerminal(src[i])) {
		i++
	}
	for i+1 < end && isSpace(src[i]) && (i+2 == end || isSpace(src[i+2])) && (src[i+1] == '”' || src[i+1] == '’' || isQuote(src[i+1]) && isOpen(src, start, first, src[i+1])) {
		i += 2 // a mark that white space was put around: "Stop. ' They"
	}
	return i
}

// maxQuoted is how far back an opening mark is looked for (guessed: some ten sentences).
const maxQuoted = 1000

// isOpen reports whether a straight quotation mark that was opened before at is still open there.
func isOpen(src []rune, start, at int, mark rune) bool {
	for i := at - 1; i >= start && i > at-maxQuoted; i-- {
		if src[i] != mark {
			continue
		}
		before := i == start || isSpace(src[i-1]) || isOpening(src[i-1]) || isQuote(src[i-1])
		if after := isSpace(src[i+1]); before != after {
			return before
		}
	}
	return false
}

// boundary reports whether the terminals in src[first:after] end the sentence that began at in.Start.
func boundary(src []rune, in Span, first, after int) bool {
	if src[first] == '。' || src[first] == '！' || src[first] == '？' || src[first] == '｡' {
		// 「…。」と述べた: the quotation goes on in its sentence.
		return after >= in.End || !isHiragana(src[after]) || src[after-1] == src[first]
	}
	next := after
	for next < in.End && isSpace(src[next]) {
		next++
	}
	if next >= in.End {
		return true
	}
	if next == after { // no white space: a decimal, an address, or a lost space
		return src[first] != '…' && after-first == 1 && lostSpace(src, in, first)
	}
	r := src[next]
	for next < in.End && (isOpening(src[next]) || isQuote(src[next])) {
		next++
	}
	opened := next < in.End && src[next] != r
	if next >= in.End {
		return false
	}
	n := src[next]
	switch {
	case isDash(r) && dashed(src, Span{next, in.End}), src[first] == '.' && listMark(src, in.Start, first), unfinished(src, in.Start, first):
		return false
	case isLower(n) && !opened, isLower(n) && src[first] == '.' && after-first == 1 && !endsQuoted(src, first, after):
		return false
	case strings.ContainsRune(",;:)]}|/&", r), isTerminal(r), isTerminal(n):
		return false
	}
	if dots := ellipsis(src, in.Start, first); dots >= 3 {
		return opened || dots > 3 || starts(wordAt(src, Span{next, in.End}))
	}
	quoted := endsQuoted(src, first, after)
	if !quoted && src[first] == '.' {
		return !abbreviation(src, in, first, next)
	}
	if !quoted && !opened {
		return true
	}
	return !inBracket(src, in.Start, first, after) && !reportingTail(src, Span{next, in.End})
}

// ellipsis is the number of stops of the run that has one at first, "..." or ". . .", where "…" counts three.
func ellipsis(src []rune, start, first int) int {
	n := 0
	for i := first; i < len(src) && (src[i] == '.' || src[i] == '…'); i++ {
		n++
		if src[i] == '…' {
			n += 2
		}
	}
	for i := first - 1; i > start && isSpace(src[i]) && src[i-1] == '.' && n < 5; i -= 2 {
		n++
	}
	return n
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' }

// dashed reports whether the words after a stop and the dash at s.Start go on with the sentence: "in Newport, Calif.-based".
func dashed(src []rune, s Span) bool {
	i := s.Start
	for i < s.End && (isDash(src[i]) || isSpace(src[i])) {
		i++
	}
	return i < s.End && isLower(src[i])
}

// listMark reports whether all that stands before the stop at first is a number or a letter: "2. The price".
func listMark(src []rune, start, first int) bool {
	for start < first && (isSpace(src[start]) || isOpening(src[start]) || src[start] == '•' || isDash(src[start])) {
		start++
	}
	digits := start < first && isDigit(src[start])
	for i := start; i < first; i++ {
		if digits != isDigit(src[i]) || !digits && !isLetter(src[i]) {
			return false
		}
	}
	return digits && first-start <= 2 || first-start == 1
}

// unfinished reports whether the word before the stop at first is one that never ends a sentence: a sign was lost in "lend the? 22 billion".
func unfinished(src []rune, start, first int) bool {
	i := first
	for i > start && isLower(src[i-1]) {
		i--
	}
	if i > start && !isSpace(src[i-1]) {
		return i == first && isOpening(src[i-1])
	}
	return unclosed.Has(string(src[i:first]))
}

// unclosed end no sentence.
var unclosed = wordlist.Of(`a an the their our your`)

// inBracket reports whether the stop at first ends an abbreviation that fills its bracket: "in Camden (N.J.) High".
func inBracket(src []rune, start, first, after int) bool {
	if src[after-1] != ')' {
		return false
	}
	for i := first; i > start && i > first-12 && !isSpace(src[i]); i-- {
		if src[i] == '(' {
			return true
		}
	}
	return false
}

func endsQuoted(src []rune, first, after int) bool {
	for _, r := range src[first:after] {
		if !isTerminal(r) {
			return true
		}
	}
	return false
}

// lostSpace reports whether "relations.The" is two sentences: two small letters before, a common opening word after.
func lostSpace(src []rune, in Span, dot int) bool {
	return src[dot] == '.' && dot-2 >= in.Start && isLower(src[dot-1]) && isLower(src[dot-2]) && isUpper(src[dot+1]) && starters.Has(wordAt(src, Span{dot + 1, in.End}))
}

// wordAt is the folded word at the start of s, at most 24 letters of it.
func wordAt(src []rune, s Span) string {
	i := s.Start
	for i < s.End && i < s.Start+24 && (isLetter(src[i]) || isDigit(src[i]) || src[i] == '’' || src[i] == '\'') {
		i++
	}
	return strings.ToLower(strings.ReplaceAll(string(src[s.Start:i]), "’", "'"))
}

// reportingTail reports whether what follows a quotation is its short "Kim asked." or "said the official.", with any
// number of names and posts in capitals before the verb.
func reportingTail(src []rune, s Span) bool {
	n := 0
	said, named := false, true
	i := s.Start
	for i < s.End && n < 10 && i < s.Start+120 {
		w := wordAt(src, Span{i, s.End})
		if w == "" {
			if isTerminal(src[i]) {
				return said
			}
			if !isSpace(src[i]) && src[i] != '-' {
				return false
			}
			i++
			continue
		}
		n++
		switch {
		case speech.Has(w):
			said = said || n <= 5 || named
		case n >= 7 && said: // more than a tail
			return false
		}
		named = named && isUpper(src[i])
		i += len([]rune(w))
	}
	return false
}
