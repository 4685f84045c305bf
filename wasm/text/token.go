package text

import "slices"

// maxToken is the largest number of code points of one token: a megabyte without a space becomes many tokens, so that
// no later stage meets a word whose square it cannot pay. No word of a natural text comes near it.
const maxToken = 64

// Tokenize cuts the source within s into words, numbers and punctuation, in source order, without overlap; white space
// belongs to no token. Language rules follow the script of each word; English stems are made for every word in ASCII
// letters. s must lie within source.
//
// Rules. A word begins with a letter or a digit, so its folded form is never empty. An apostrophe between letters belongs to the word. A hyphen joins if a small letter or a digit follows
// ("Suk-yeol", "director-general", "1910-45"), and separates if a capital follows ("Korea-Japan"). A number keeps its currency sign, separators, decimals, per cent sign and letters
// attached to it ("$1,200.50", "18th", "11:52PM"). Acronyms keep their dots ("U.S."). Korean words are separated from their particles (Token.Particle). Japanese text is cut where the
// script changes, and before particles. Chinese runs of more than four characters are cut into characters, because without a dictionary a longer unit would only hide differences.
func Tokenize(source []rune, s Span) []Token { return tokenize(source, s, true) }

// tokenize is Tokenize; stems are English only where english is set.
func tokenize(source []rune, s Span, english bool) []Token {
	t := tokenizer{src: source, english: english}
	return t.cut(s)
}

// cut gives the tokens within s.
func (t *tokenizer) cut(s Span) []Token {
	source := t.src
	t.end = s.End
	t.tokens = make([]Token, 0, s.Len()/5+1)
	kana := false
	for _, r := range source[s.Start:s.End] {
		if isHiragana(r) || isKatakana(r) {
			kana = true
			break
		}
	}
	for i := s.Start; i < s.End; {
		r := source[i]
		switch {
		case isSpace(r):
			i++
		case isHangul(r):
			i = t.korean(i)
		case isHan(r) && kana, isHiragana(r), isKatakana(r):
			i = t.japanese(i)
		case isHan(r):
			i = t.chinese(i)
		case isCurrency(r) && digitAt(source[:s.End], i+1), isDigit(r):
			i = t.number(i)
		case isLetter(r):
			i = t.word(i)
		default:
			i = t.punctuation(i)
		}
	}
	return t.tokens
}

// tokenizer cuts one source. A word that comes again shares the strings of its first token.
type tokenizer struct {
	src     []rune
	end     int  // no token reaches beyond
	english bool // stems are English
	tokens  []Token
	known   []Token // the first of each word, by Token.ID
	slots   []int32 // by hash of the word as written: 1 + its ID, 0 for none; at most half of them are used
}

func isCurrency(r rune) bool {
	switch r {
	case '$', '€', '£', '¥', '₩', '￥', '￦', '₹':
		return true
	}
	return false
}

// at is the code point at i, 0 outside.
func (t *tokenizer) at(i int) rune {
	if i >= 0 && i < t.end {
		return t.src[i]
	}
	return 0
}

func (t *tokenizer) add(from, to int, word, particle bool) int {
	t.tokens = append(t.tokens, Token{Span: Span{from, to}, Word: word, Particle: particle, Upper: isUpper(t.src[from])})
	k := &t.tokens[len(t.tokens)-1]
	slot := t.slot(k)
	if n := t.slots[slot]; n != 0 {
		same := &t.known[n-1]
		k.Text, k.Norm, k.Stem, k.ID = same.Text, same.Norm, same.Stem, same.ID
		return to
	}
	k.Text = string(t.src[from:to])
	k.Norm = Fold(k.Text)
	k.Stem = k.Norm
	if word && t.english && plainASCII(k.Norm) && !isStopWord(k.Norm) {
		k.Stem = Stem(k.Norm)
	}
	k.ID = int32(len(t.known))
	t.known = append(t.known, *k)
	t.slots[slot] = k.ID + 1
	return to
}

// slot is where the word of a token is among the slots, or has its place there. The words are compared where they stand in the source:
// no string is made of one that is known.
func (t *tokenizer) slot(k *Token) uint32 {
	if len(t.slots) <= 2*len(t.known) {
		t.slots = make([]int32, max(32, 4*len(t.known)))
		for i := range t.known {
			t.slots[t.slot(&t.known[i])] = int32(i) + 1
		}
	}
	w := t.src[k.Start:k.End]
	h := uint32(2166136261) // FNV-1a
	for _, r := range w {
		h = (h ^ uint32(r)) * 16777619
	}
	mask := uint32(len(t.slots) - 1)
	for h = (h ^ h>>15) & mask; t.slots[h] != 0; h = (h + 1) & mask {
		if o := &t.known[t.slots[h]-1]; o.Word == k.Word && slices.Equal(t.src[o.Start:o.End], w) {
			break
		}
	}
	return h
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && c != '\'' {
			return false
		}
	}
	return s != ""
}

// word reads letters with the apostrophes, hyphens and dots that belong to them.
func (t *tokenizer) word(i int) int {
	if n := t.acronym(i); n > 0 {
		return t.add(i, i+n, true, false)
	}
	j := i
	for j < t.end && j-i < maxToken {
		r := t.src[j]
		if uint32(r|0x20)-'a' < 26 {
			j++
			continue
		}
		next := t.at(j + 1)
		switch {
		case (isLetter(r) && !isWide(r)) || isMark(r) || isDigit(r):
		case (r == '\'' || r == '’') && j > i && isLetter(next) && !isWide(next):
		case (r == '-' || r == '‐' || r == '‑') && j > i && (isLower(next) || isDigit(next)):
		case r == '&' && j > i && isUpper(t.src[j-1]) && isUpper(next): // AT&T
		default:
			return t.add(i, j, true, false)
		}
		j++
	}
	return t.add(i, j, true, false)
}

// acronym is the length of "U.S.", "a.m.": single letters each with a dot, at least two.
func (t *tokenizer) acronym(i int) int {
	n := 0
	for n < 12 && isLetter(t.at(i+n)) && t.at(i+n) < 0x250 && t.at(i+n+1) == '.' {
		n += 2
	}
	if n >= 2 && isUpper(t.at(i)) && isLetter(t.at(i+n)) && t.at(i+n) < 0x250 && !isLetter(t.at(i+n+1)) {
		return n + 1 // "U.S" without the last dot
	}
	if n >= 4 && !isLetter(t.at(i+n)) {
		return n
	}
	return 0
}

func (t *tokenizer) number(i int) int {
	j := i
	if isCurrency(t.src[j]) {
		j++
	}
	for j < t.end && j-i < maxToken {
		r, next := t.src[j], t.at(j+1)
		switch {
		case isDigit(r):
		case (r == ',' || r == '.' || r == ':' || r == '/' || r == '-' || r == '–') && j > i && isDigit(next) && isDigit(t.src[j-1]):
		case isLetter(r) && !isWide(r): // 18th, 100km, PM
		case (r == '-' || r == '‐' || r == '‑') && isLower(next): // 50-minute
		case r == '%' || r == '％':
			return t.add(i, j+1, true, false)
		default:
			return t.add(i, j, true, false)
		}
		j++
	}
	return t.add(i, j, true, false)
}

// punctuation reads one mark; "...", "--" and the like are one.
func (t *tokenizer) punctuation(i int) int {
	j := i + 1
	for j < t.end && j-i < maxToken && t.src[j] == t.src[i] && (t.src[i] == '.' || t.src[i] == '-' || t.src[i] == '…' || t.src[i] == '—') {
		j++
	}
	return t.add(i, j, false, false)
}
