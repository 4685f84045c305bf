package text

import "strings"

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
		i = closeSentence(src, i, b.End)
		if boundary(src, Span{start, b.End}, first, i) {
			out = appendSentence(src, out, Span{start, i})
			start = i
		}
		i--
	}
	return appendSentence(src, out, Span{start, b.End})
}

// closeSentence is the end of the terminals and closing marks that begin at i.
func closeSentence(src []rune, i, end int) int {
	for i < end && isTerminal(src[i]) {
		i++
	}
	for i < end && (isClosing(src[i]) && !(src[i] == '’' && i+1 < end && isLetter(src[i+1])) || isQuote(src[i]) && (i+1 == end || !isLetter(src[i+1]) && !isDigit(src[i+1])) || isTerminal(src[i])) {
		i++
	}
	return i
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
	case isLower(n) && !opened, isLower(n) && src[first] == '.' && after-first == 1 && !endsQuoted(src, first, after):
		return false
	case strings.ContainsRune(",;:)]}|/&", r), isTerminal(r), isTerminal(n):
		return false
	}
	word := wordAt(src, Span{next, in.End})
	if after-first >= 3 && src[first] == '.' && src[first+1] == '.' || src[first] == '…' {
		return starters[word] || opened
	}
	if src[first] == '.' && !endsQuoted(src, first, after) {
		if joined := abbreviation(src, in.Start, first, n, word); joined {
			return false
		}
	} else if reportingTail(src, Span{next, in.End}) {
		return false
	}
	return true
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
	return src[dot] == '.' && dot-2 >= in.Start && isLower(src[dot-1]) && isLower(src[dot-2]) && isUpper(src[dot+1]) && starters[wordAt(src, Span{dot + 1, in.End})]
}

// wordAt is the folded word at the start of s, at most 24 letters of it.
func wordAt(src []rune, s Span) string {
	i := s.Start
	for i < s.End && i < s.Start+24 && (isLetter(src[i]) || isDigit(src[i]) || src[i] == '’' || src[i] == '\'') {
		i++
	}
	return strings.ToLower(strings.ReplaceAll(string(src[s.Start:i]), "’", "'"))
}

// abbreviation reports whether the full stop at dot belongs to the word before it and ends nothing.
// next is the code point and word the folded word that follows.
func abbreviation(src []rune, start, dot int, next rune, word string) bool {
	i := dot
	for i > start && i > dot-16 && !isSpace(src[i-1]) && !isOpening(src[i-1]) && !isQuote(src[i-1]) && src[i-1] != '-' && src[i-1] != '/' {
		i--
	}
	w := string(src[i:dot])
	low := strings.ToLower(w)
	switch {
	case w == "":
		return false
	case titles[low] && isUpper(src[i]):
		return true
	case months[low] && isUpper(src[i]):
		return isDigit(next)
	case low == "no" || low == "nos":
		return isDigit(next) && isUpper(src[i])
	case low == "vs" || low == "v" || low == "cf" || low == "e.g" || low == "i.e":
		return true
	case dot-i == 1 && (isUpper(src[i]) || low == "m"), strings.ContainsRune(w, '.') && dotted(w), companies[low]: // "J.", "U.S.", "p.m.", "Inc."
		return !starters[word] && isLetter(next) || isDigit(next) && !strings.HasSuffix(low, ".m")
	}
	return spunName(src, start, i, dot, word)
}

func dotted(w string) bool {
	letters := 0
	for _, r := range w {
		switch {
		case r == '.':
			letters = 0
		case isLetter(r):
			letters++
		default:
			return false
		}
		if letters > 2 {
			return false
		}
	}
	return true
}

// spunName recognises the stray stop in "Prime Minister Fumio. Kishida despite opposition": a post, one name, a stop,
// another name and, in place of a verb, a preposition.
func spunName(src []rune, start, name, dot int, word string) bool {
	if !isUpper(src[name]) || starters[word] {
		return false
	}
	i := name
	for i > start && isSpace(src[i-1]) {
		i--
	}
	end := i
	for i > start && i > end-16 && isLetter(src[i-1]) {
		i--
	}
	if !posts[strings.ToLower(string(src[i:end]))] {
		return false
	}
	j := dot + 1
	for j < len(src) && j < dot+8 && !isBreak(src[j]) && !isLetter(src[j]) {
		j++
	}
	for j < len(src) && j < dot+40 && !isSpace(src[j]) {
		j++
	}
	for j < len(src) && j < dot+48 && isSpace(src[j]) && !isBreak(src[j]) {
		j++
	}
	if j >= len(src) || !prepositions[wordAt(src, Span{j, len(src)})] {
		return false
	}
	k := j
	for k < len(src) && k < j+400 && !isBreak(src[k]) && src[k] != '.' && src[k] != ',' {
		k++
	}
	for _, t := range tokenize(src, Span{j, k}, false) {
		if t.Word && !t.Upper && (auxiliaries[t.Norm] || verbs[t.Norm] != 0) {
			return false
		}
	}
	return true
}

// reportingTail reports whether what follows a quotation is its short "Kim asked." or "said the official."
func reportingTail(src []rune, s Span) bool {
	n := 0
	said := false
	i := s.Start
	for i < s.End && n < 8 && i < s.Start+120 {
		w := wordAt(src, Span{i, s.End})
		if w == "" {
			if isTerminal(src[i]) {
				return said && n <= 7
			}
			if !isSpace(src[i]) && src[i] != '-' {
				return false
			}
			i++
			continue
		}
		n++
		if speech[w] {
			said = said || n <= 5
		}
		i += len([]rune(w))
	}
	return false
}

// appendSentence adds a sentence; a short remainder without a verb ("Ministry officer.", "“Routine communication”.",
// a lone stop) goes to the sentence before it instead. At most maxFragment words are looked at.
func appendSentence(src []rune, out []Span, s Span) []Span {
	s = trim(src, s)
	if s.Len() == 0 {
		return out
	}
	if len(out) > 0 && verbless(src, s) {
		out[len(out)-1].End = s.End
		return out
	}
	return append(out, s)
}

// maxFragment is the largest number of words of a remainder that is joined to the sentence before it. Measured on the
// five seeds: the longest is four ("Reason and common sense.", "Island Day … Memorial Event.").
const maxFragment = 6

func verbless(src []rune, s Span) bool {
	if s.Len() > 80 {
		return false
	}
	n := 0
	for i, t := range tokenize(src, s, false) {
		if n == 0 && (pronouns[t.Norm] || t.Norm == "if" || t.Norm == "i" || t.Norm == "you") {
			return false
		}
		if !t.Word {
			if t.Text == "?" || t.Text == "!" {
				return false
			}
			continue
		}
		if isWide(src[t.Start]) {
			return false
		}
		n++
		if n > maxFragment || auxiliaries[t.Norm] || verbs[t.Norm] != 0 || speech[t.Norm] || contracted(t.Text) {
			return false
		}
		if !t.Upper && len(t.Norm) > 3 && (strings.HasSuffix(t.Norm, "ed") || i > 0 && strings.HasSuffix(t.Norm, "s") && !strings.HasSuffix(t.Norm, "ss")) {
			return false
		}
	}
	return true
}

// contracted reports whether a word hides a verb: "doesn't", "it's", "they'll".
func contracted(w string) bool {
	w = strings.ToLower(strings.ReplaceAll(w, "’", "'"))
	for _, p := range []string{"n't", "'ll", "'re", "'ve", "'d", "'m"} {
		if strings.HasSuffix(w, p) {
			return true
		}
	}
	switch w {
	case "it's", "that's", "there's", "he's", "she's", "what's", "let's":
		return true
	}
	return false
}
