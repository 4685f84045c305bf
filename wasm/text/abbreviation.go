package text

import "strings"

// abbreviation reports whether the full stop at dot, in the sentence that begins at in.Start, belongs to the word before it
// and ends nothing; at next begins the word that follows.
func abbreviation(src []rune, in Span, dot, next int) bool {
	start, n, word := in.Start, src[next], wordAt(src, Span{next, in.End})
	i := dot
	for i > start && i > dot-16 && !isSpace(src[i-1]) && !isOpening(src[i-1]) && !isQuote(src[i-1]) && src[i-1] != '-' && src[i-1] != '/' {
		i--
	}
	w := string(src[i:dot])
	low := strings.ToLower(w)
	before := wordBefore(src, start, i)
	initial := dot-i == 1 && isUpper(src[i])
	switch {
	case w == "":
		return false
	case titles.Has(low) && isUpper(src[i]):
		return low != "st" || !starts(word) || before == "" // "St. John" and "in Main St. She"
	case months.Has(low) && isUpper(src[i]):
		return isDigit(n)
	case low == "no" || low == "nos":
		return strings.ContainsAny(word, "0123456789") && (isUpper(src[i]) || before != "" && !speech.Has(before) && isLetter(src[dot-len(w)-2]))
	case numbered.Has(low) && !initial:
		return isDigit(n)
	case low == "vs" || low == "v" || low == "cf" || low == "e.g" || low == "i.e":
		return true
	case low == "a.m" || low == "p.m" || low == "m" && (before == "a" || before == "p"):
		return clock(src, in, dot, next)
	case initial && initialAt(src, next, in.End): // "F. B. I."
		return true
	case initial && (lettered.Has(before) || w == "I" && before == "and"): // "plan B.", "you and I."
		return false
	case initial, strings.ContainsRune(w, '.') && dotted(w), companies.Has(low): // "J.", "U.S.", "Inc."
		return !starts(word) && isLetter(n) || isDigit(n)
	}
	return spunName(src, start, i, dot, word)
}

// starts reports whether a folded word opens sentences and is no name; "we're" does as "we" does.
func starts(word string) bool {
	word, _, _ = strings.Cut(word, "'")
	return starters.Has(word)
}

// wordBefore is the folded word that ends before i, a stop behind it left off; "" where there is none.
func wordBefore(src []rune, start, i int) string {
	for i > start && isSpace(src[i-1]) {
		i--
	}
	if i > start && src[i-1] == '.' {
		i--
	}
	j := i
	for j > start && j > i-24 && (isLetter(src[j-1]) || isDigit(src[j-1])) {
		j--
	}
	return strings.ToLower(string(src[j:i]))
}

// initialAt reports whether at i stands a single letter with a stop.
func initialAt(src []rune, i, end int) bool {
	return i+1 < end && isUpper(src[i]) && src[i+1] == '.'
}

// clock reports whether the sentence goes on after the time of day whose stop is at dot: "at 10 p.m. Tuesday", "at 3 p.m. Seoul
// time", "At 5 a.m. Mr. Lee"; in "until 10 p.m. Passengers" it does not.
func clock(src []rune, in Span, dot, next int) bool {
	i := next
	for n := 0; n < 3 && i < in.End; n++ {
		w := wordAt(src, Span{i, in.End})
		if w == "time" || n == 0 && (zones.Has(w) || calendar.Has(w) || months.Has(w)) {
			return true
		}
		i += len([]rune(w))
		if i >= in.End || src[i] != ' ' {
			break
		}
		i++
	}
	return verbless(src, Span{in.Start, dot})
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
	if !isUpper(src[name]) || starts(word) {
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
	if !posts.Has(strings.ToLower(string(src[i:end]))) {
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
	if j >= len(src) || !prepositions.Has(wordAt(src, Span{j, len(src)})) {
		return false
	}
	k := j
	for k < len(src) && k < j+400 && !isBreak(src[k]) && src[k] != '.' && src[k] != ',' {
		k++
	}
	for _, t := range tokenize(src, Span{j, k}, false) {
		if t.Word && !t.Upper && (auxiliaries.Has(t.Norm) || verbs.Of(t.Norm) != 0) {
			return false
		}
	}
	return true
}
