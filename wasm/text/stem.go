package text

import (
	"strings"

	"readout/wasm/wordlist"
)

// Stem is the stem of an English word by Porter2 (M. F. Porter, "The English (Porter2) stemming algorithm", 2002), in lower
// case, without white space around it. Words of other languages hardly change, because only a, e, i, o, u and y count as
// vowels. One stem does not prove one word: "meets" and "meeting" share a stem, but so do "universe" and "university".
//
// It is our own because the published Go packages bring in fmt and the test framework, which a reader's browser would
// have to download. Tests compare it with one of them.
func Stem(word string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	if len(word) <= 2 {
		return word
	}
	if stem, ok := irregular.Get(word); ok {
		return stem
	}
	var room [maxToken]rune
	s := stemming{w: append(room[:0], []rune(word)...)}
	s.prepare()
	s.possessive()
	s.plural()
	s.pastAndGerund()
	s.finalY()
	s.derived()
	s.derivedTwice()
	s.ending()
	s.finalEL()
	begins := len(s.w) <= len(word) // the word begins with its stem
	for i, r := range s.w {
		if r == 'Y' {
			r = 'y'
			s.w[i] = r
		}
		begins = begins && r < 0x80 && word[i] == byte(r)
	}
	if begins {
		return word[:len(s.w)]
	}
	return string(s.w)
}

// irregular words have the stems that the algorithm's author gave them, and are not looked at further.
var irregular = wordlist.MapOf(map[string]string{
	"skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie",
	"idly": "idl", "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl",
	"sky": "sky", "news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
	"inning": "inning", "innings": "inning", "outing": "outing", "outings": "outing", "canning": "canning",
	"cannings": "canning", "herring": "herring", "herrings": "herring", "earring": "earring", "earrings": "earring",
	"proceed": "proceed", "proceeds": "proceed", "proceeded": "proceed", "proceeding": "proceed",
	"exceed": "exceed", "exceeds": "exceed", "exceeded": "exceed", "exceeding": "exceed",
	"succeed": "succeed", "succeeds": "succeed", "succeeded": "succeed", "succeeding": "succeed",
})

// isStopWord tells whether a word only carries grammar; tokens keep such words whole, since "does" and "doe" are not one.
func isStopWord(norm string) bool {
	return stopWords.Has(norm)
}

// stopWords are the words that say nothing of what a text is about.
var stopWords = wordlist.Of(`a about above after again against all am an and any are as at be because been before being below between both but by can did do
	does doing don down during each few for from further had has have having he her here hers herself him himself his how i if in into
	is it its itself just me more most my myself no nor not now of off on once only or other our ours ourselves out over own s same she
	should so some such t than that the their theirs them themselves then there these they this those through to too under until up
	very was we were what when where which while who whom why will with you your yours yourself yourselves`)

// stemming is a word on its way to its stem. r1 and r2 are where the regions of that name begin: a suffix may only go, or
// change, where what is left of it still looks like a word.
type stemming struct {
	w      []rune // a 'Y' is a consonant
	r1, r2 int    // at most len(w)
}

func isVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// prepare drops leading apostrophes, marks the consonants among the letters y, and finds the regions.
func (s *stemming) prepare() {
	for i, r := range s.w {
		if r == '’' || r == '‘' || r == '‛' {
			s.w[i] = '\''
		}
	}
	for len(s.w) > 1 && s.w[0] == '\'' { // one is left of a word that has nothing else
		s.w = s.w[1:]
	}
	for i, r := range s.w {
		if r == 'y' && (i == 0 || isVowel(s.w[i-1])) {
			s.w[i] = 'Y'
		}
	}
	s.r1 = s.region(0)
	for _, prefix := range []string{"gener", "commun", "arsen"} {
		if len(s.w) >= len(prefix) && string(s.w[:len(prefix)]) == prefix {
			s.r1 = len(prefix)
		}
	}
	s.r2 = s.region(s.r1)
}

// region is what follows the first consonant after a vowel, from a place on.
func (s *stemming) region(from int) int {
	for i := from + 1; i < len(s.w); i++ {
		if isVowel(s.w[i-1]) && !isVowel(s.w[i]) {
			return i + 1
		}
	}
	return len(s.w)
}

func (s *stemming) has(suffix string) bool {
	at := len(s.w) - len(suffix)
	if at < 0 {
		return false
	}
	for i := range len(suffix) { // suffixes are ASCII
		if s.w[at+i] != rune(suffix[i]) {
			return false
		}
	}
	return true
}

// first is the first suffix in the list that the word has, "" where it has none.
func (s *stemming) first(suffixes ...string) string {
	for _, suffix := range suffixes {
		if s.has(suffix) {
			return suffix
		}
	}
	return ""
}

// replace puts another end in the place of the last n letters.
func (s *stemming) replace(n int, end string) {
	s.w = s.w[:len(s.w)-n]
	for _, r := range end {
		s.w = append(s.w, r)
	}
	s.r1, s.r2 = min(s.r1, len(s.w)), min(s.r2, len(s.w))
}

func (s *stemming) inR1(suffix string) bool { return len(s.w)-len(suffix) >= s.r1 }
func (s *stemming) inR2(suffix string) bool { return len(s.w)-len(suffix) >= s.r2 }

// letter is the i-th letter from the end, 0 before the beginning.
func (s *stemming) letter(i int) rune {
	if i > len(s.w) {
		return 0
	}
	return s.w[len(s.w)-i]
}

// vowelBefore tells whether there is a vowel before the last n letters.
func (s *stemming) vowelBefore(n int) bool {
	for _, r := range s.w[:max(len(s.w)-n, 0)] {
		if isVowel(r) {
			return true
		}
	}
	return false
}

// shortSyllable tells whether the first n letters end in one: a vowel between two consonants, the second not w, x or Y;
// or, as a whole word, a vowel and a consonant.
func (s *stemming) shortSyllable(n int) bool {
	if n == 2 {
		return isVowel(s.w[0]) && !isVowel(s.w[1])
	}
	if n < 3 {
		return false
	}
	last := s.w[n-1]
	return !isVowel(last) && last != 'w' && last != 'x' && last != 'Y' && isVowel(s.w[n-2]) && !isVowel(s.w[n-3])
}

// possessive is step 0.
func (s *stemming) possessive() {
	s.replace(len(s.first("'s'", "'s", "'")), "")
}

// plural is step 1a.
func (s *stemming) plural() {
	switch s.first("sses", "ied", "ies", "us", "ss", "s") {
	case "sses":
		s.replace(2, "")
	case "ied", "ies": // cries, ties
		if len(s.w) > 4 {
			s.replace(2, "")
		} else {
			s.replace(1, "")
		}
	case "s": // gaps, but not gas
		if s.vowelBefore(2) {
			s.replace(1, "")
		}
	}
}

// pastAndGerund is step 1b.
func (s *stemming) pastAndGerund() {
	suffix := s.first("eedly", "ingly", "edly", "ing", "eed", "ed")
	switch {
	case suffix == "":
	case suffix == "eed" || suffix == "eedly":
		if s.inR1(suffix) {
			s.replace(len(suffix), "ee")
		}
	case s.vowelBefore(len(suffix)):
		r1, r2 := s.r1, s.r2
		s.replace(len(suffix), "")
		switch s.first("at", "bl", "iz", "bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt") {
		case "at", "bl", "iz": // luxuriated, troubled, sized
			s.replace(0, "e")
		case "": // hoped
			if s.r1 == len(s.w) && s.shortSyllable(len(s.w)) {
				s.replace(0, "e")
				r1, r2 = len(s.w), len(s.w)
			}
		default: // hopping
			s.replace(1, "")
		}
		s.r1, s.r2 = min(r1, len(s.w)), min(r2, len(s.w))
	}
}

// finalY is step 1c: cry, but not by and say.
func (s *stemming) finalY() {
	if n := len(s.w); n > 2 && (s.w[n-1] == 'y' || s.w[n-1] == 'Y') && !isVowel(s.w[n-2]) {
		s.w[n-1] = 'i'
	}
}

// suffix is a step's suffix and what stands in its place afterwards.
type suffix struct{ end, becomes string }

// Of the suffixes of a step the longest counts, so they come by length.
var (
	derivations = []suffix{
		{"ational", "ate"}, {"fulness", "ful"}, {"iveness", "ive"}, {"ization", "ize"}, {"ousness", "ous"},
		{"biliti", "ble"}, {"lessli", "less"}, {"tional", "tion"},
		{"alism", "al"}, {"aliti", "al"}, {"ation", "ate"}, {"entli", "ent"}, {"fulli", "ful"}, {"iviti", "ive"}, {"ousli", "ous"},
		{"anci", "ance"}, {"abli", "able"}, {"alli", "al"}, {"ator", "ate"}, {"enci", "ence"}, {"izer", "ize"},
		{"bli", "ble"}, {"ogi", "og"}, {"li", ""},
	}
	derivationsTwice = []suffix{
		{"ational", "ate"}, {"tional", "tion"}, {"alize", "al"}, {"icate", "ic"}, {"ative", ""}, {"iciti", "ic"},
		{"ical", "ic"}, {"ness", ""}, {"ful", ""},
	}
	lastSuffixes = []string{
		"ement", "ance", "ence", "able", "ible", "ment", "ent", "ant", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
		"al", "er", "ic",
	}
)

func (s *stemming) among(list []suffix) (suffix, bool) {
	for _, x := range list {
		if s.has(x.end) {
			return x, s.inR1(x.end)
		}
	}
	return suffix{}, false
}

// derived is step 2.
func (s *stemming) derived() {
	x, ok := s.among(derivations)
	switch {
	case !ok:
	case x.end == "li" && !strings.ContainsRune("cdeghkmnrt", s.letter(3)):
	case x.end == "ogi" && s.letter(4) != 'l':
	default:
		s.replace(len(x.end), x.becomes)
	}
}

// derivedTwice is step 3.
func (s *stemming) derivedTwice() {
	if x, ok := s.among(derivationsTwice); ok && (x.end != "ative" || s.inR2(x.end)) {
		s.replace(len(x.end), x.becomes)
	}
}

// ending is step 4.
func (s *stemming) ending() {
	end := s.first(lastSuffixes...)
	if end == "" || !s.inR2(end) || end == "ion" && s.letter(4) != 's' && s.letter(4) != 't' {
		return
	}
	s.replace(len(end), "")
}

// finalEL is step 5.
func (s *stemming) finalEL() {
	last := len(s.w) - 1
	switch {
	case s.has("e") && (last >= s.r2 || last >= s.r1 && !s.shortSyllable(last)):
		s.replace(1, "")
	case s.has("ll") && last >= s.r2:
		s.replace(1, "")
	}
}
