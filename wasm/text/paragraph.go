package text

import "strings"

// paragraph is a line of the page, or several lines of one that was wrapped at a column, with what its look says.
type paragraph struct {
	Span
	text   string // as written, white space trimmed at both ends
	fold   string // Fold of text, cut at maxFold code points
	words  int    // words; three characters of Chinese or Japanese count as one
	lower  int    // words that begin with a small letter or in a script that has none
	ends   bool   // ends as a sentence does
	prose  bool   // long enough, written like prose, and ends as a sentence does
	follow bool   // stands on the line directly after another
	share  int    // letters and digits per thousand code points other than white space
	broken bool   // was decoded wrongly: percent escapes, control characters, replacement characters
}

// maxFold bounds how much of a paragraph is compared with others.
const maxFold = 400

// paragraphs cuts the source at line breaks, and joins the lines of texts that are wrapped at a column.
func paragraphs(src []rune) []paragraph {
	var lines []Span
	blank := true // whether a blank line, or nothing, stands before
	var follows []bool
	for i := 0; i <= len(src); {
		j := i
		for j < len(src) && !isBreak(src[j]) {
			j++
		}
		s := trim(src, Span{i, j})
		if s.Len() > 0 {
			lines = append(lines, s)
			follows = append(follows, !blank)
		}
		blank = s.Len() == 0
		if j+1 < len(src) && src[j] == '\r' && src[j+1] == '\n' {
			j++
		}
		i = j + 1
	}
	if wrapped(src, lines, follows) {
		n := 0
		for i, s := range lines {
			if i > 0 && follows[i] {
				lines[n-1].End = s.End
				continue
			}
			lines[n], follows[n] = s, false
			n++
		}
		lines, follows = lines[:n], follows[:n]
	}
	out := make([]paragraph, len(lines))
	for i, s := range lines {
		out[i] = measure(src, s)
		out[i].follow = follows[i]
	}
	return out
}

// wrapped reports whether the lines are broken at a column: none is long, and often a line without a stop is followed
// directly by one that begins small. At least four such breaks and a third of all lines (guessed; mail and wire copy
// has nearly all).
func wrapped(src []rune, lines []Span, follows []bool) bool {
	breaks := 0
	for i, s := range lines {
		if s.Len() > 100 {
			return false
		}
		if i > 0 && follows[i] && isLower(src[s.Start]) && !endsSentence(src, lines[i-1]) {
			breaks++
		}
	}
	return breaks >= 4 && breaks*3 >= len(lines)
}

func measure(src []rune, s Span) paragraph {
	p := paragraph{Span: s, text: string(src[s.Start:s.End]), ends: endsSentence(src, s)}
	begins := p.text
	if s.Len() > maxFold {
		begins = string(src[s.Start : s.Start+maxFold])
	}
	p.fold = Fold(begins)
	wide := 0
	inWord := false
	letters, all, bad := 0, 0, 0
	for i, r := range src[s.Start:s.End] {
		if r < 0x20 && r != '\t' || r >= 0x80 && r < 0xA0 || r == 0xFFFD {
			bad++
		} else if r == '%' && s.Start+i+2 < s.End && hex(src[s.Start+i+1]) && hex(src[s.Start+i+2]) {
			bad += 3
		}
		letter := isLetter(r) || isDigit(r) || isMark(r)
		if !isSpace(r) {
			all++
			if letter {
				letters++
			}
		}
		if r >= 0x80 && (isHan(r) || isHiragana(r) || isKatakana(r)) {
			wide++
			inWord = false
			continue
		}
		w := letter || inWord && (r == '\'' || r == '’' || r == '-' || r == '.' || r == ',')
		if w && !inWord {
			p.words++
			if isLetter(r) && !isUpper(r) {
				p.lower++
			}
		}
		inWord = w
	}
	if all > 0 {
		p.share = letters * 1000 / all
	}
	p.broken = bad*5 >= s.Len()
	p.words += (wide + 2) / 3
	p.lower += (wide + 2) / 3
	p.prose = p.mostlySmall() && (p.ends && p.words >= 10 || p.words >= 25)
	return p
}

// mostlySmall reports whether 35 of 100 words are small: prose in English has 60 to 85, a menu or a headline in capitals under 30.
func (p *paragraph) mostlySmall() bool { return p.lower*100 >= p.words*35 }

// endsSentence reports whether s ends with a full stop or the like, closing marks aside.
func endsSentence(src []rune, s Span) bool {
	i := s.End
	for i > s.Start && (isClosing(src[i-1]) || isQuote(src[i-1]) || isSpace(src[i-1]) || src[i-1] == '“') { // some pages turn the last mark round
		i--
	}
	return i > s.Start && isTerminal(src[i-1]) && !(i-3 >= s.Start && src[i-1] == '.' && src[i-2] == '.' && src[i-3] == '.')
}

// leadsOn reports whether p is written like prose and goes on below ("He replied:") or breaks off ("...").
func (p *paragraph) leadsOn() bool {
	return p.words >= 4 && p.lower*2 >= p.words && (strings.HasSuffix(p.text, ":") || strings.HasSuffix(p.fold, ",") || strings.HasSuffix(p.fold, ",\"") || strings.HasSuffix(p.fold, "..."))
}
