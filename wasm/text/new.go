package text

// New reads an article. language is BCP 47, or "" to let Language guess it. headline is the headline if it is known
// from elsewhere, or "". Offsets in the result are code points of source; as in Go's conversion, every invalid byte
// counts as one code point.
func New(source, language, headline string) *Document {
	runes := []rune(source)
	if language == "" {
		language = Language(runes)
	}
	d := &Document{Source: runes, Language: language, Blocks: strip(runes, headline)}
	Segment(d)
	return d
}
