package text

// Span is a half-open range [Start, End) of Unicode code points of the source text.
type Span struct{ Start, End int }

// Len is the number of code points in s.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether s and t share a code point.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t is completely within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Kind says what part of an article a passage belongs to.
type Kind string

// The kinds of passages, as written in the JSON.
const (
	Headline Kind = "headline"
	Deck     Kind = "deck"
	Subhead  Kind = "subhead"
	Caption  Kind = "caption"
	Body     Kind = "body"
)

// Block is a stretch of the source that is article: a headline, a paragraph, a caption. Between
// blocks is boilerplate or white space.
type Block struct {
	Span
	Kind  Kind
	Aside bool // a byline, a photo credit or the headline again: printed with the article, but without content of its own
}

// Passage is a sentence, or one clause of a sentence that says several things.
type Passage struct {
	Span
	Sentence  int // 1-based number of the sentence in its article; clauses of one sentence share it
	Paragraph int // 1-based number of the block in its article
	Kind      Kind
	Aside     bool // as in Block: part of the article, but later stages find no claim in it
	Tokens    []Token
}

// Token is a word, number or punctuation mark of a passage.
type Token struct {
	Span
	Text  string // as written
	Norm  string // folded: lower case, NFKC, typographic quotes and dashes made plain, possessive 's dropped
	Stem  string // stem of Norm (Porter2 for English), or Norm itself if no stemmer applies
	Word  bool   // letters or digits; false for punctuation
	Upper bool   // begins with a capital letter as written
	ID    int32  // from 0; tokens of one document with the same Text and Word have the same ID

	// Particle marks a Korean or Japanese particle that was separated from its word ("회담은" → "회담", "은").
	// Its Word is false, so that it counts no more than punctuation.
	Particle bool
}

// Document is the source text of one article, and what the engine knows about its structure.
// Passages are in source order and never overlap.
type Document struct {
	Source   []rune
	Language string // BCP 47; "en" if nothing else is known
	Blocks   []Block
	Passages []Passage
	Cut      bool // overlong sentences were cut, see Segment
}

// Slice is the source text of a span.
func (d *Document) Slice(s Span) string { return string(d.Source[s.Start:s.End]) }
