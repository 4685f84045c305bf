package text

import (
	"strings"
	"unicode"
)

// maxCredit is the most code points that a photo credit or a bracketed byline may have.
const maxCredit = 90

// headlinePrefix is the length of the headline at the start of s where more follows, 0 where it is not there.
func (p *page) headlinePrefix(s Span) int {
	n := p.title.Len()
	if p.headline < 0 || n < 10 || s.Len() <= n+1 || s == p.lines[p.headline].Span || !isSpace(p.src[s.Start+n]) {
		return 0
	}
	if Fold(string(p.src[s.Start:s.Start+n])) != p.fold {
		return 0
	}
	if next := trim(p.src, Span{s.Start + n, s.End}); unicode.IsLower(p.src[next.Start]) {
		return 0 // a lead that begins with the words of the headline
	}
	return n
}

// bracketByline is the length of "[Outlet Reporter Name]", "【東京=…】" or "(서울=연합뉴스) 홍길동 기자 =" at the start of s
// with prose after it, 0 where there is none.
func (p *page) bracketByline(s Span) int {
	if s.Len() < 20 {
		return 0
	}
	var closing rune
	switch p.src[s.Start] {
	case '[':
		closing = ']'
	case '【':
		closing = '】'
	case '(':
		closing = ')'
	default:
		return 0
	}
	end := min(s.End, s.Start+maxCredit)
	i := s.Start
	for i < end && p.src[i] != closing {
		i++
	}
	if i == end || i+10 > s.End {
		return 0
	}
	inner := string(p.src[s.Start+1 : i])
	i++
	named := len(strings.Fields(inner)) >= 2 || strings.Contains(inner, "=") || strings.Contains(inner, "기자")
	if closing == ')' {
		if !strings.Contains(inner, "=") {
			return 0
		}
		for j := i; j < min(s.End, i+30); j++ { // "홍길동 기자 ="
			if p.src[j] == '=' {
				return j + 1 - s.Start
			}
		}
	}
	if !named || isLower(p.src[s.Start+1]) {
		return 0
	}
	return i - s.Start
}

// creditStart is where the photo credit of line i begins, -1 where it has none: behind the last sentence, at most
// maxCredit code points from the end.
func (p *page) creditStart(i int) int {
	l := &p.lines[i]
	if l.words > 120 {
		return -1
	}
	if startsWithAny(l.fold, credits) && l.Len() <= maxCredit {
		return l.Start
	}
	from := max(l.Start, l.End-maxCredit)
	for k := l.End - 2; k > from; k-- {
		if !isSpace(p.src[k-1]) {
			continue
		}
		before := k - 1
		for before > l.Start && isSpace(p.src[before]) {
			before--
		}
		r, ends := p.src[k], endsSentence(p.src, Span{l.Start, before + 1})
		if r == '(' && l.End-k > 3 && (startsWithAny(Fold(string(p.src[k+1:l.End])), credits) || maker(Fold(string(p.src[k:l.End]))) != "") { // "at a store in Bradford (Photo by ...)"
			return k
		}
		if r != '|' && !ends {
			continue
		}
		tail := string(p.src[k:l.End])
		switch {
		case r == '|' && len(strings.Fields(tail)) <= 14 && k-l.Start > 20:
			return k
		case !ends:
			continue
		case startsWithAny(Fold(tail), credits):
			return k
		case (r == '(' || r == '[') && len(strings.Fields(tail)) <= 8 && isUpper(p.src[k+1]) && bracketed(tail) && i != p.body.End-1:
			return k
		case r == '/' || allCaps(tail):
			return k
		}
	}
	return -1
}

// bracketed reports whether s is one bracket to its end and no remark of a sentence's length.
func bracketed(s string) bool {
	s = strings.TrimRight(s, ". ")
	return (strings.HasSuffix(s, ")") || strings.HasSuffix(s, "]")) && strings.Count(s, "(")+strings.Count(s, "[") == 1 && !strings.HasPrefix(strings.ToLower(s), "(reporting")
}

// allCaps knows agency credits at the end: "REUTERS/KIM HONG-JI", "AFP-JIJI".
func allCaps(s string) bool {
	letters := 0
	for _, r := range s {
		if isLower(r) || isDigit(r) || isWide(r) {
			return false
		}
		if isLetter(r) {
			letters++
		}
	}
	return letters >= 3
}
