package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"readout/wasm/sorting"
	"readout/wasm/text"
)

// The rules of Discrepancies. Each asks for two readings of one row that both give exactly one value of its kind and unit, in
// like surroundings (they share content words near the value), and values that cannot both be right.
const (
	// RuleNumber: two numbers of one counted thing ("seven members", "25 minutes"). Numbers said to be approximate agree
	// within a quarter.
	RuleNumber = "number-differs"
	// RuleDate: two EDTF dates, neither of which covers the other ("2019-08" covers "2019-08-20").
	RuleDate = "date-differs"
	// RuleSpeaker: the same quoted words (the unit) given to people whose names have no word in common.
	RuleSpeaker = "speaker-differs"
	// RulePlace and RuleName: two values that the caller found to be of one unit and to differ.
	RulePlace = "place-differs"
	RuleName  = "name-differs"
)

// Value is what a reading says of something that another reading may say otherwise.
type Value struct {
	Rule    string // the rule that compares it
	Unit    string // values are comparable within one unit only ("hour"); "" is a unit like any other
	Text    string // folded: decimal digits for RuleNumber, EDTF for RuleDate
	About   bool   // said to be approximate
	Span    text.Span
	Passage int // index into the document's Passages
}

// Told is one reading with the values that the caller knows of (dates, places, speakers, names). Numbers are found here.
type Told struct {
	Side
	Article int
	Values  []Value
}

// Witness is one side of a Discrepancy.
type Witness struct {
	Article int // Told.Article
	Value   Value
}

// Discrepancy is values of which at least two cannot both be right.
type Discrepancy struct {
	Rule      string
	Unit      string
	Row       int       // index into rows
	Witnesses []Witness // one a reading, in the order of the readings
}

// minContext is the number of content words that two values must share in their surroundings, by rule; 0 where the caller vouches. Two
// counts must share more than half of the shorter surroundings too, unless they place something in time ("nine days after they met"): of
// eleven clashes that one shared word made in 122 meetings ten were of two different things ("10 percent of juveniles", "40 percent of
// the catch").
var minContext = map[string]int{RuleNumber: 1, RuleDate: 2}

// Discrepancies finds the values that clash in each row. One pair of values is reported once, in the first row that shows it.
func (r *Reader) Discrepancies(rows [][]Told) []Discrepancy {
	var out []Discrepancy
	seen := make(map[string]bool)
	for i, readings := range rows {
		if len(readings) < 2 {
			continue
		}
		type kind struct{ rule, unit string }
		var by map[kind][]Witness
		var kinds []kind
		for _, told := range readings {
			values := single(append(r.numbers(told.Side), told.Values...))
			if by == nil && len(values) > 0 {
				by = make(map[kind][]Witness)
			}
			for _, v := range values {
				k := kind{v.Rule, v.Unit}
				if by[k] == nil {
					kinds = append(kinds, k)
				}
				by[k] = append(by[k], Witness{told.Article, v})
			}
		}
		sorting.By(kinds, func(a, b kind) int { return cmp.Or(cmp.Compare(a.rule, b.rule), cmp.Compare(a.unit, b.unit)) })
		for _, k := range kinds {
			w := r.clashing(by[k], readings)
			if len(w) == 0 {
				continue
			}
			id := fingerprint(k.rule, w)
			if !seen[id] {
				seen[id] = true
				out = append(out, Discrepancy{Rule: k.rule, Unit: k.unit, Row: i, Witnesses: w})
			}
		}
	}
	return out
}

// single keeps the values whose rule and unit occur with one text only: where a reading gives two, which of them to compare is not known.
func single(values []Value) []Value {
	var out []Value
	for i, v := range values {
		first, alone := true, true
		for j, w := range values {
			if v.Rule == w.Rule && v.Unit == w.Unit {
				first = first && (j >= i)
				alone = alone && v.Text == w.Text
			}
		}
		if first && alone {
			out = append(out, v)
		}
	}
	return out
}

// clashing are the witnesses that clash with another, nil if none does.
func (r *Reader) clashing(w []Witness, readings []Told) []Witness {
	bad := make([]bool, len(w))
	for i := range w {
		for j := i + 1; j < len(w); j++ {
			if differs(w[i].Value, w[j].Value) && r.likeContext(w[i], w[j], readings) {
				bad[i], bad[j] = true, true
			}
		}
	}
	var out []Witness
	for i, x := range w {
		if bad[i] {
			out = append(out, x)
		}
	}
	return out
}

// differs reports whether two values cannot both be right.
func differs(a, b Value) bool {
	if a.Text == b.Text {
		return false
	}
	switch a.Rule {
	case RuleNumber:
		x, err := strconv.ParseFloat(a.Text, 64)
		y, err2 := strconv.ParseFloat(b.Text, 64)
		if err != nil || err2 != nil {
			return false
		}
		near := max(x, y) <= 1.25*min(x, y)
		return !((a.About || b.About) && near)
	case RuleDate:
		x, y := strings.TrimRight(a.Text, "?~%"), strings.TrimRight(b.Text, "?~%")
		if strings.ContainsAny(x+y, "/X?~%[{.") || len(x) != len(y) {
			return false // uncertain, or of another precision: compatible
		}
		return x != y
	case RuleSpeaker:
		for _, w := range strings.Fields(a.Text) {
			if slices.Contains(strings.Fields(b.Text), w) {
				return false // "Kim" may be "Kim Jung-han"
			}
		}
	}
	return true
}

// contextWords is how many words before and after a value are its surroundings.
const contextWords = 7

// likeContext reports whether two values stand in like surroundings.
func (r *Reader) likeContext(a, b Witness, readings []Told) bool {
	need := minContext[a.Value.Rule]
	if need == 0 {
		return true
	}
	x, y := r.context(a, readings), r.context(b, readings)
	n := 0
	for _, k := range x {
		if slices.Contains(y, k) {
			n++
		}
	}
	if a.Value.Rule != RuleNumber {
		return n >= need
	}
	if strings.Contains(a.Value.Unit, " ") { // a point in time
		return n >= 2
	}
	return n >= need && 2*n > min(len(x), len(y))
}

// context is the keys of the content words around a value, each once, numbers and the unit left out.
func (r *Reader) context(w Witness, readings []Told) []string {
	i := slices.IndexFunc(readings, func(t Told) bool { return t.Article == w.Article })
	if i < 0 {
		return nil
	}
	words := r.passage(readings[i].Doc, w.Value.Passage)
	at, n := -1, 0
	for i := range words {
		if words[i].Word {
			if at < 0 && words[i].End > w.Value.Span.Start {
				at = n
			}
			n++
		}
	}
	if at < 0 {
		return nil
	}
	var out []string
	n = 0
	for i := range words {
		x := &words[i]
		if !x.Word {
			continue
		}
		near := n >= at-contextWords && n <= at+contextWords
		n++
		if near && x.content && !x.Overlaps(w.Value.Span) && !isNumber(x) && x.key != w.Value.Unit && !slices.Contains(out, x.key) {
			out = append(out, x.key)
		}
	}
	return out
}

func isNumber(w *word) bool { return w.plain != "" && w.plain[0] >= '0' && w.plain[0] <= '9' }

// fingerprint names the spans of a discrepancy, so that it is not reported again in another row.
func fingerprint(rule string, w []Witness) string {
	var b strings.Builder
	b.WriteString(rule)
	for _, x := range w {
		b.WriteString("|" + strconv.Itoa(x.Article) + ":" + strconv.Itoa(x.Value.Span.Start))
	}
	return b.String()
}
