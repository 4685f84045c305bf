package text

import (
	"strings"

	"readout/wasm/wordlist"
)

// appendSentence adds a sentence; a short remainder without a verb ("Ministry officer.", "“Routine communication”.",
// a lone stop) goes to the sentence before it instead: machine translation scatters stops.
func appendSentence(src []rune, out []Span, s Span) []Span {
	s = trim(src, s)
	if s.Len() == 0 {
		return out
	}
	if len(out) > 0 && fragment(src, s) {
		out[len(out)-1].End = s.End
		return out
	}
	return append(out, s)
}

// maxFragment is the largest number of words of a remainder that is joined to the sentence before it. Measured on the
// five seeds: the longest is five ("Island Day & rdquo; Memorial Event.").
const maxFragment = 5

// fragment reports whether s is no sentence that somebody wrote: a few words of a name or a thing. "Never again.", "Next vote: May 3."
// and "Good luck, Kim." are sentences, though they have no verb.
func fragment(src []rune, s Span) bool {
	if s.Len() > 80 {
		return false
	}
	n := 0
	for _, t := range tokenize(src, s, false) {
		switch {
		case !t.Word:
			if strings.ContainsAny(t.Text, "?!,:") {
				return false
			}
		case n == 0 && (starters.Has(t.Norm) || adverbs.Has(t.Norm) || strings.HasSuffix(t.Norm, "ly")), isDigit(src[t.Start]):
			return false
		default:
			n++
		}
	}
	return n <= maxFragment && verbless(src, s)
}

// verbless reports whether s has few words, and none of them could be its verb or stand for its subject.
func verbless(src []rune, s Span) bool {
	if s.Len() > 80 {
		return false
	}
	n := 0
	for i, t := range tokenize(src, s, false) {
		if n == 0 && (pronouns.Has(t.Norm) || t.Norm == "if" || t.Norm == "that") {
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
		if n > 6 || subjects.Has(t.Norm) || auxiliaries.Has(t.Norm) || verbs.Of(t.Norm) != 0 || plainVerbs.Has(t.Norm) || speech.Has(t.Norm) || contracted(t.Text) {
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
	return withIs.Has(w)
}

// withIs hide "is".
var withIs = wordlist.Of(`it's that's there's he's she's what's let's`)
