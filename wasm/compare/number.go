package compare

import (
	"strings"

	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// approximate words stand before a number that is not meant exactly; atLeast and atMost before a bound of one.
var (
	approximate = wordlist.Of(`about around roughly some nearly almost approximately circa close`)
	atLeast     = wordlist.Of(`over above least more exceeding`)
	atMost      = wordlist.Of(`under below less most fewer up`)
)

// uncounted units are too vague to clash: "the two sides", "three countries" count what is meant, not what happened.
var uncounted = wordlist.Of(`side sides country countries leader leaders nation nations neighbor neighbors neighbour neighbours party parties man men woman women
official officials minister ministers government governments ally allies capital capitals director directors diplomat diplomats envoy envoys more
other others way ways thing things time times p.m a.m pm am o'clock percentage january february march april may june july august september october
november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday and or to in on of`)

// numbers are the counted things of a reading: a cardinal number and the noun after it, at most one adjective between them.
// Years, days of the month and times of day are dates, not counts.
func (r *Reader) numbers(s Side) []Value {
	var out []Value
	for _, p := range s.Passages {
		known := &r.of(s.Doc).counts[p]
		if *known == nil {
			values := counts(s.Doc, p)
			*known = &values
		}
		out = append(out, **known...)
	}
	return out
}

// counts are the numbers of one passage.
func counts(doc *text.Document, p int) []Value {
	var out []Value
	tokens := doc.Passages[p].Tokens
	for i := range tokens {
		t := &tokens[i]
		n, ok := cardinal(t)
		if !ok || isYear(t) || partial(tokens[:i]) {
			continue
		}
		at, scale := i+1, ""
		if at < len(tokens) {
			if scale = magnitude.Of(tokens[at].Norm); scale != "" {
				at++
			}
		}
		if at = counted(tokens, at); at < 0 {
			continue
		}
		key := formOf(&tokens[at]).key
		if at+1 < len(tokens) && relative.Has(tokens[at+1].Norm) {
			key += " " + direction(tokens[at+1].Norm) // "nine days after" is no length of nine days
		}
		v := Value{Rule: RuleNumber, Unit: key, Text: n + scale, Passage: p, Span: text.Span{Start: t.Start, End: tokens[at].End}}
		v.bound(tokens[max(0, i-3):i])
		out = append(out, v)
	}
	return out
}

// bound reads from the words before a number how it is meant: "about", "at least", "no more than".
func (v *Value) bound(before []text.Token) {
	for j := range before {
		t := &before[j]
		no := j > 0 && before[j-1].Norm == "no"
		switch {
		case j == 0 && len(before) > 2: // too far but for the "no" of "no more than"
		case approximate.Has(t.Norm):
			v.About = true
		case atLeast.Has(t.Norm) && !no, atMost.Has(t.Norm) && no:
			v.Bound = 1
		case atMost.Has(t.Norm), atLeast.Has(t.Norm):
			v.Bound = -1
		}
	}
}

// nounWords is how far behind its number what is counted may stand: "four consecutive life sentences".
const nounWords = 3

// counted is the token that says what is counted from token i on, -1 where nothing does: the first plural, else the word itself.
func counted(tokens []text.Token, i int) int {
	for j := i; j < min(i+nounWords, len(tokens)); j++ {
		t := &tokens[j]
		if _, number := cardinal(t); number || !t.Word || t.Upper || uncounted.Has(t.Norm) || small.Has(t.Norm) {
			if j == i {
				return -1
			}
			break
		}
		if strings.HasSuffix(t.Norm, "s") && !strings.HasSuffix(t.Norm, "ss") {
			return j
		}
	}
	if i >= len(tokens) || strings.HasSuffix(tokens[i].Norm, "ed") {
		return -1 // "in 30 approved cases" is nothing that "approved" counts
	}
	return i
}

// isYear reports whether a number is likely a year.
func isYear(t *text.Token) bool {
	return len(t.Text) == 4 && (t.Text[:2] == "19" || t.Text[:2] == "20" || t.Text[:2] == "18")
}

// partial reports whether a number after these tokens is a part of one: half of a fraction ("41 / 2"), or of "28 of 41".
func partial(before []text.Token) bool {
	n := len(before)
	if n > 1 && before[n-1].Norm == "of" {
		_, number := cardinal(&before[n-2])
		return number
	}
	return n > 0 && before[n-1].Text == "/"
}

// magnitude words are written as zeros after the number.
var magnitude = wordlist.Table([]string{"00", "000", "000000", "000000000"}, "hundred, thousand, million, billion")

// relative words turn a length of time into a point in time.
var relative = wordlist.Of(`after before ago later earlier since from`)

// direction folds relative words that mean the same.
func direction(norm string) string {
	switch norm {
	case "before", "ago", "earlier":
		return "before"
	}
	return "after"
}

// cardinal reads a cardinal number; ordinals ("29th"), decimals with a magnitude and times ("10:40") are none.
func cardinal(t *text.Token) (string, bool) {
	if n, ok := numerals.Get(t.Norm); ok {
		return n, true
	}
	n, ok := digits(t.Norm)
	if !ok || t.Norm[len(t.Norm)-1] > '9' {
		return "", false
	}
	for i := 0; i < len(n); i++ {
		if n[i] < '0' || n[i] > '9' {
			return "", false
		}
	}
	return n, true
}
