package text

import "unicode"

// ASCII is decided on the spot. The tables of Unicode are asked by functions of their own, so that these can be inlined.

func isLetter(r rune) bool { return uint32(r|0x20)-'a' < 26 || r >= 0x80 && letterBeyond(r) }

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

func isUpper(r rune) bool { return uint32(r)-'A' < 26 || r >= 0x80 && upperBeyond(r) }

func isLower(r rune) bool { return uint32(r)-'a' < 26 || r >= 0x80 && lowerBeyond(r) }

// isSpace counts invisible characters as space too: a byte order mark is no word.
func isSpace(r rune) bool { return r == ' ' || uint32(r)-'\t' < 5 || r >= 0x80 && spaceBeyond(r) }

//go:noinline
func letterBeyond(r rune) bool { return unicode.IsLetter(r) }

//go:noinline
func upperBeyond(r rune) bool { return unicode.IsUpper(r) }

//go:noinline
func lowerBeyond(r rune) bool { return unicode.IsLower(r) }

//go:noinline
func spaceBeyond(r rune) bool {
	switch r {
	case 0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060, 0xAD:
		return true
	}
	return unicode.IsSpace(r)
}

func isBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029
}

func isHangul(r rune) bool {
	return 0xAC00 <= r && r <= 0xD7A3 || 0x1100 <= r && r <= 0x11FF || 0x3130 <= r && r <= 0x318F
}

func isHiragana(r rune) bool { return 0x3041 <= r && r <= 0x309F }

func isKatakana(r rune) bool {
	return 0x30A1 <= r && r <= 0x30FF && r != '・' || 0xFF66 <= r && r <= 0xFF9D
}

func isHan(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || 0x3400 <= r && r <= 0x4DBF || 0xF900 <= r && r <= 0xFAFF || 0x20000 <= r && r <= 0x3FFFF || r == '々'
}

func isWide(r rune) bool { return r >= 0x1100 && wideBeyond(r) }

//go:noinline
func wideBeyond(r rune) bool { return isHangul(r) || isHiragana(r) || isKatakana(r) || isHan(r) }

// isMark is a combining mark: it belongs to the letter before it.
func isMark(r rune) bool { return r >= 0x300 && unicode.Is(unicode.Mn, r) }

func isOpening(r rune) bool {
	switch r {
	case '(', '[', '{', '“', '‘', '「', '『', '（', '【', '《', '〈', '［', '„', '«':
		return true
	}
	return false
}

func isClosing(r rune) bool {
	switch r {
	case ')', ']', '}', '”', '’', '」', '』', '）', '】', '》', '〉', '］', '»':
		return true
	}
	return false
}

func isQuote(r rune) bool { return r == '"' || r == '\'' || r == '＂' }

// isTerminal reports whether r ends a sentence where it stands for no other purpose.
func isTerminal(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '．', '｡':
		return true
	}
	return false
}

// trim shrinks s by the white space at both ends.
func trim(src []rune, s Span) Span {
	for s.Start < s.End && isSpace(src[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && isSpace(src[s.End-1]) {
		s.End--
	}
	return s
}
