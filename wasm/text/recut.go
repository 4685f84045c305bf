package text

import "strings"

// Recut is a document of passages that were cut before, of a source of which perhaps nothing else is known: only their tokens are made.
// The passages' spans lie within source.
func Recut(source []rune, language string, passages []Passage) *Document {
	english := language == "" || language == "en" || strings.HasPrefix(language, "en-")
	t := tokenizer{src: source, english: english}
	for i := range passages {
		passages[i].Tokens = t.cut(passages[i].Span)
	}
	return &Document{Source: source, Language: language, Passages: passages}
}
