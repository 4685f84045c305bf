package compare

import (
	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// approximate words stand before a number that is not meant exactly.
var approximate = wordlist.Of(`about around roughly some nearly almost approximately over under more less least most up circa close fewer`)

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
	var tokens []*text.Token
	for i := range doc.Passages[p].Tokens {
		if _, ok := cardinal(&doc.Passages[p].Tokens[i]); ok {
			tokens = wordTokens(doc.Passages[p].Tokens)
			break
		}
	}
	for i, t := range tokens {
		n, ok := cardinal(t)
		if !ok || i+1 == len(tokens) {
			continue
		}
		unit, scale := tokens[i+1], ""
		if z := magnitude.Of(unit.Norm); z != "" && i+2 < len(tokens) {
			scale, unit = z, tokens[i+2]
		}
		if !unit.Word || uncounted.Has(unit.Norm) || small.Has(unit.Norm) || unit.Upper {
			continue
		}
		if _, number := cardinal(unit); number {
			continue
		}
		key := formOf(unit).key
		if i+2 < len(tokens) && relative.Has(tokens[i+2].Norm) {
			key += " " + direction(tokens[i+2].Norm) // "nine days after" is no length of nine days
		}
		about := false
		for j := max(0, i-2); j < i; j++ {
			about = about || approximate.Has(tokens[j].Norm)
		}
		out = append(out, Value{
			Rule: RuleNumber, Unit: key, Text: n + scale, About: about, Passage: p,
			Span: text.Span{Start: t.Start, End: unit.End},
		})
	}
	return out
}

// magnitude words are written as zeros after the number.
var magnitude = wordlist.MapOf(map[string]string{"hundred": "00", "thousand": "000", "million": "000000", "billion": "000000000"})

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
