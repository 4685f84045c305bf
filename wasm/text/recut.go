package text

import "strings"

// Recut makes a document from passages that were cut before; nothing else of the source need be known. Only their tokens are made. The
// passages' spans must be within source.
func Recut(source []rune, language string, passages []Passage) *Document {
	english := language == "" || language == "en" || strings.HasPrefix(language, "en-")
	t := tokenizer{src: source, english: english}
	for i := range passages {
		passages[i].Tokens = t.cut(passages[i].Span)
	}
	return &Document{Source: source, Language: language, Passages: passages}
}
