// Package align puts the passages of different articles that tell the same point of one meeting into rows.
//
// It knows sequences of tokens, some English, and scores. It knows nothing about outlets or the subject
// of the meeting. The steps, in the order in which they run:
//
//	meeting.go   articles → units: the eligible passages of one sentence, with all that is known of them
//	terms.go     tokens → terms: stems, with a country, its capital, its people and its government folded into one
//	frames.go    what a sentence does: demands, agrees, denies, expects, tells of the meeting itself
//	grams.go     terms → character n-grams and concepts; space.go makes vectors of them and of the terms
//	similar.go   vectors → how alike the sentences of each pair are
//	features.go  a pair of sentences of two articles → numbers
//	score.go     numbers → the probability that the pair tells the same point (learned weights, weights.go), in two passes:
//	             company.go adds to the second what the pair shows beside all others
//	decide.go    what an editor has said of pairs outranks that
//	rows.go      pairs → rows, grown from the likeliest pair by whatever fits all members: a sentence may stand in several
//	             rows, and a row holds together as a whole and not by a chain of lucky pairs
//	background.go  a row → whether it tells only of what was before the meeting
//	label.go     a row → the words of an article that name it, one of the stretches (stretch.go) that could stand alone (naming.go)
//	explain.go   why two sentences are in one row or not, by the same code
//
// The unit of scoring is the sentence: all eligible passages of one sentence of one article. A row then keeps
// the clauses of the sentence that speak for it. The cost is bounded: at most MaxSentences sentences of a
// meeting are paired, and at most maxGroups rows of maxMembers sentences are grown. Sentences beyond that get
// rows of their own.
//
// The result does not depend on the order of the articles, because they are first sorted by their texts.
package align

import "readout/wasm/text"

// Article is one article's share of the meeting.
type Article struct {
	Doc *text.Document
	// Passages are indexes into Doc.Passages, ascending: those that may tell something of this meeting.
	Passages []int
}

// Reader is who read the sentences for Input.Alike. Figures of two readers do not mean the same, so each has weights of its own.
type Reader int

const (
	Nobody Reader = iota
	Small         // the compact encoder that comes with the compiler
	Large         // the encoder that is fetched
)

// Input is one meeting.
type Input struct {
	Articles []Article
	// Fold gives the concept of a folded phrase of one to three words ("seoul", "south korean" → "KR"), if it is one
	// of those that articles name in many ways. nil means the built-in countries.
	Fold func(folded string) (concept string, ok bool)
	// Alike says how much of the meaning of sentence i stands in sentence j, in thousandths, for the sentences of the meeting in the order
	// of their articles' texts, and who says so. nil, or Nobody: the words alone decide.
	Alike func(sentences []string) ([][]int, Reader)
	// Same and Apart are passages of which an editor has decided that they tell one point, or two.
	Same, Apart []Link
}

// Reading is the passages (indexes into the article's Doc.Passages, ascending) with which one article tells a point.
type Reading struct {
	Article  int // index into Input.Articles
	Passages []int
	Expects  bool // told ahead ("will urge"), not as an outcome
}

// Row is one point: a claim, fact or topic, and the readings of those articles that tell it, by article.
type Row struct {
	Readings     []Reading
	Confidence   float64   // probability that a pair of its readings tells the same point; 1 for a lonely reading
	Label        text.Span // code points of the article LabelArticle: the words that name the point
	LabelArticle int
	Background   bool // tells of what was before the meeting, not of the meeting
}

// Rows makes the rows of one meeting. Every eligible passage is in at least one row.
// Order: told by all articles, by some (most first), by one; within that by place in the articles.
func Rows(in Input) []Row {
	m := newMeeting(in)
	return m.rows(m.decide(m.score()))
}
