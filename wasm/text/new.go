package text

// New reads an article. language is BCP 47 or "" to have it guessed by Language; headline is the headline where it is
// known from outside, or "". Offsets in the result are code points of source; every byte that is no valid UTF-8 counts
// as one code point, as Go's conversion has it.
func New(source, language, headline string) *Document {
	runes := []rune(source)
	if language == "" {
		language = Language(runes)
	}
	d := &Document{Source: runes, Language: language, Blocks: strip(runes, headline)}
	Segment(d)
	return d
}
