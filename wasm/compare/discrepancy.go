package compare

import "readout/wasm/text"

// The rules of Discrepancies. Each fires on two readings of one row that both give a value of one kind and unit.
const (
	RuleNumber  = "number-differs"
	RuleDate    = "date-differs"
	RulePlace   = "place-differs"
	RuleSpeaker = "speaker-differs"
	RuleName    = "name-differs"
)

// Value is what a reading says of something that another reading may say otherwise.
type Value struct {
	Rule    string // the rule that compares it
	Unit    string // values are comparable only within one unit: "hour", "passed:previous meeting"
	Text    string // folded: equal texts agree
	About   bool   // said to be approximate ("about", "roughly"): a near value agrees
	Span    text.Span
	Passage int // index into the document's Passages
}

// Told is one reading with values that the caller knows of (dates from wasm/when, speakers and names from wasm/who).
// Numbers are found here.
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

// Discrepancy is two or more values that cannot all be right.
type Discrepancy struct {
	Rule      string
	Unit      string
	Row       int
	Witnesses []Witness // one an article, in the order of the readings
}
