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
	Bound   int    // 1 said to be at least so much, -1 at most, 0 neither
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

// Discrepancies finds the values that clash in each row. One pair of values is reported once, in the first row that shows it.
func (r *Reader) Discrepancies(rows [][]Told) []Discrepancy {
	var out []Discrepancy
	for i, readings := range rows {
		if len(readings) < 2 {
			continue
		}
		var all []Witness
		for _, told := range readings {
			for _, v := range single(append(r.numbers(told.Side), told.Values...)) {
				all = append(all, Witness{told.Article, v})
			}
		}
		sorting.By(all, func(a, b Witness) int {
			return cmp.Or(strings.Compare(a.Value.Rule, b.Value.Rule), strings.Compare(a.Value.Unit, b.Value.Unit))
		})
		for from := 0; from < len(all); {
			to := from
			for to < len(all) && all[to].Value.comparable(&all[from].Value) {
				to++
			}
			d := Discrepancy{Rule: all[from].Value.Rule, Unit: all[from].Value.Unit, Row: i, Witnesses: r.clashing(all[from:to], readings)}
			if len(d.Witnesses) > 0 && !slices.ContainsFunc(out, d.shownBy) {
				out = append(out, d)
			}
			from = to
		}
	}
	return out
}

// comparable reports whether two values are of one rule and unit.
func (v *Value) comparable(w *Value) bool { return v.Rule == w.Rule && v.Unit == w.Unit }

// shownBy reports whether another discrepancy, of a row above, has the same values at the same places.
func (d *Discrepancy) shownBy(above Discrepancy) bool {
	return above.Rule == d.Rule && slices.EqualFunc(d.Witnesses, above.Witnesses, func(a, b Witness) bool {
		return a.Article == b.Article && a.Value.Span.Start == b.Value.Span.Start
	})
}

// single keeps the values whose rule and unit occur with one text only: where a reading gives two, which of them to compare is not known.
func single(values []Value) []Value {
	var out []Value
next:
	for i := range values {
		for j := range values {
			if values[i].comparable(&values[j]) && (j < i || values[i].Text != values[j].Text) {
				continue next
			}
		}
		out = append(out, values[i])
	}
	return out
}

// clashing are the witnesses that clash with another, nil if none does.
func (r *Reader) clashing(w []Witness, readings []Told) []Witness {
	var out []Witness
	for i := range w {
		for j := range w {
			x, y := &w[i].Value, &w[j].Value
			if differs(x, y) && r.likeContext(x, y, docOf(readings, &w[i]), docOf(readings, &w[j])) {
				out = append(out, w[i])
				break
			}
		}
	}
	return out
}

// docOf is the document of a witness.
func docOf(readings []Told, w *Witness) *text.Document {
	i := 0
	for readings[i].Article != w.Article {
		i++
	}
	return readings[i].Doc
}

// differs reports whether two values cannot both be right.
func differs(a, b *Value) bool {
	if a.Text == b.Text {
		return false
	}
	switch a.Rule {
	case RuleNumber:
		return apart(a, b)
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

// Two numbers of one thing are seldom further apart than farApart times: an arrest of two and a toll of a hundred are of two things. Of 37
// pairs that the rule showed on the articles of ECB+ 29 were wrong, and eleven of them so far apart.
const (
	farApart = 4.0
	nearly   = 1.25 // what "about" allows
)

// apart reports whether two numbers cannot both be right.
func apart(a, b *Value) bool {
	x, err := strconv.ParseFloat(a.Text, 64)
	y, err2 := strconv.ParseFloat(b.Text, 64)
	if err != nil || err2 != nil || max(x, y) > farApart*min(x, y) {
		return false
	}
	if (a.About || b.About) && max(x, y) <= nearly*min(x, y) {
		return false
	}
	// A bound clashes with a number on its wrong side only.
	return !(a.Bound*b.Bound > 0 || (a.Bound > 0 || b.Bound < 0) && x <= y || (a.Bound < 0 || b.Bound > 0) && x >= y)
}

// likeContext reports whether two values stand in like surroundings, so that they are likely of one thing.
func (r *Reader) likeContext(a, b *Value, in, of *text.Document) bool {
	x, y := r.surroundings(a, in), r.surroundings(b, of)
	n := shared(x.words, y.words)
	switch a.Rule {
	case RuleSpeaker: // not "he said", and not two names of one man
		p, q := strings.Fields(a.Text), strings.Fields(b.Text)
		return shared(p, x.names) > 0 && shared(q, y.names) > 0 && shared(p, y.names)+shared(q, x.names) == 0
	case RuleDate:
		if x.value == y.value {
			return false // "today" in two articles: the days on which they were written
		}
	case RuleNumber:
		if strings.Contains(a.Unit, " ") { // a point in time
			return n > 1
		}
		if 2*n <= min(len(x.words), len(y.words)) {
			return false
		}
	default:
		return true
	}
	return x.alike(y) && (a.Rule == RuleNumber || n > 1)
}

func isNumber(w *word) bool { return w.plain != "" && w.plain[0] >= '0' && w.plain[0] <= '9' }
