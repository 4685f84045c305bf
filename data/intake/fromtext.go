package intake

import (
	"regexp"
	"slices"
	"strings"

	"readout/wasm/text"
	"readout/wasm/when"
)

// fromText works out from the text itself what nothing else has told.
func fromText(it *Item) {
	m := &it.Meta
	src := []rune(it.Text)
	if m.Language == "" {
		it.guess("language", &m.Language, text.Language(src))
	}
	doc := text.New(it.Text, m.Language, m.Headline)
	if i := slices.IndexFunc(doc.Blocks, func(b text.Block) bool { return b.Kind == text.Headline }); i >= 0 {
		span := doc.Blocks[i].Span
		headline := doc.Slice(span)
		if rest := lineFrom(src, span.End); m.Outlet == "" { // "Headline | Outlet"
			if _, behind := titleParts(headline + rest); behind != "" && rest != "" {
				it.guess("outlet", &m.Outlet, behind)
			}
		}
		it.guess("headline", &m.Headline, headline)
	}
	if m.Outlet == "" {
		if found := copyright.FindStringSubmatch(it.Text); found != nil {
			it.guess("outlet", &m.Outlet, strings.TrimRight(strings.TrimSpace(found[1]), "."))
		}
	}
	if m.Author == "" {
		if found := byline.FindStringSubmatch(it.Text[:min(len(it.Text), 4000)]); found != nil {
			it.guess("author", &m.Author, found[1])
		}
	}
	if m.Published == "" {
		if d, _ := when.Published(doc); !d.IsZero() {
			s := d.String()
			if d.Precision() == when.ToDay && !d.Uncertain() {
				s += "?"
			}
			it.guess("published", &m.Published, s)
		}
	}
	if m.TranslatedFrom == "" {
		if found := translated.FindStringSubmatch(it.Text); found != nil {
			if tag := languages[strings.ToLower(found[1]+found[2]+found[3])]; tag != "" && tag != baseOf(m.Language) {
				it.guess("translated_from", &m.TranslatedFrom, tag)
			}
		}
	}
}

// lineFrom is the rest of the line from a code point on.
func lineFrom(src []rune, at int) string {
	end := at
	for end < len(src) && src[end] != '\n' {
		end++
	}
	return strings.TrimRight(string(src[at:end]), " \r")
}

func baseOf(tag string) string { b, _, _ := strings.Cut(tag, "-"); return b }

var (
	// "By Jane Doe", on a line of its own.
	byline = regexp.MustCompile(`(?m)^[ \t]*(?:By|BY|Written by|Reported by|Reporter)[ \t:]+((?:[A-Z][\p{L}.'-]+ ){1,3}[A-Z][\p{L}'-]+)[ \t]*(?:,[^\n]{1,40})?\r?$`)
	// "© 2020 The Example Times", "© The Example Times 2020", "Copyright ⓒ The Example Times. All rights reserved".
	copyright = regexp.MustCompile(`(?:©|ⓒ|\(c\)|Copyrights?)[ \t]*(?:©|ⓒ|\(c\))?[ \t]*(?:\d{4}(?:[-–]\d{2,4})?)?,?[ \t]*(?:by |BY )?((?:The )?[\p{Lu}\p{Lo}][\p{L}\p{N}&' -]{2,38}?[\p{L}\p{N}])(?:[ \t]\d{4}(?:[-–]\d{2,4})?)?[ \t]*[,.|\r\n]`)
	// "Translated from the Korean", "Translated by … from Japanese", "한국어 번역".
	translated = regexp.MustCompile(`(?i)translat(?:ed|ion)(?: by [^\n.]{1,40}?)? (?:from|of) (?:the )?(?:original )?(Korean|Japanese|Chinese|English|French|German|Russian|Spanish)|(英語|英)(?:版)?(?:から|より)(?:の)?(?:翻訳|訳)|(영어)(?:에서|를) 번역`)
)

var languages = map[string]string{"korean": "ko", "japanese": "ja", "chinese": "zh", "english": "en", "french": "fr", "german": "de", "russian": "ru", "spanish": "es", "英語": "en", "英": "en", "영어": "en"}
