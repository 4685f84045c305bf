package seed

import (
	"encoding/hex"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"readout/data/yaml"
	"readout/wasm/when"
)

// maxSidecar is the largest NAME.yaml, in bytes; a note of some pages fits.
const maxSidecar = 64 << 10

// keys are the keys of NAME.yaml, in the order of the documentation.
var keys = []string{"outlet", "url", "published", "headline", "author", "language", "translated_from", "format", "rights", "note",
	"guessed", "taken_from", "taken_sha256"}

// misnomers are keys of other programs that mean one of ours and are too unlike it for Nearest.
var misnomers = map[string]string{
	"date": "published", "publication": "published", "publication_date": "published", "pubdate": "published", "datetime": "published", "time": "published",
	"source": "outlet", "publisher": "outlet", "newspaper": "outlet", "site": "outlet", "paper": "outlet", "agency": "outlet",
	"title": "headline", "byline": "author", "by": "author", "reporter": "author", "writer": "author",
	"lang": "language", "locale": "language", "link": "url", "href": "url", "web": "url",
	"license": "rights", "licence": "rights", "copyright": "rights", "comment": "note", "remark": "note", "notes": "note",
	"type": "format", "kind": "format", "original_language": "translated_from", "translation": "translated_from",
}

// enums are the keys that take one of a few values.
var enums = map[string][]string{
	"format": {"full", "excerpt", "translation", "agency"},
	"rights": {"full", "passages", "quotes", "headline"},
}

// meta reads one NAME.yaml; what is wrong with it is reported and left out of the result.
func (l *loader) meta(rel string, raw []byte) Meta {
	m := Meta{File: rel, Lines: map[string]int{}}
	if i := invalid(raw); i >= 0 {
		l.report(rel, line(raw, i), "is not UTF-8: byte 0x"+strconv.FormatUint(uint64(raw[i]), 16)+" at offset "+strconv.Itoa(i), "save the file as UTF-8")
		return m
	}
	text := strings.TrimPrefix(string(raw), "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	entries, fault := yaml.Keys(text)
	for i := range entries {
		l.entry(&m, rel, &entries[i])
	}
	if fault != nil {
		l.report(rel, fault.Line, fault.What, fault.Fix)
	}
	if m.TranslatedFrom != "" && base(m.TranslatedFrom) == base(m.Language) {
		l.warn(rel, m.Lines["translated_from"], "translated_from: "+quote(m.TranslatedFrom)+" is the language of the text itself", "give the language of the original, or remove the line")
	}
	return m
}

// base is the language of a tag without script and region.
func base(tag string) string {
	b, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return b
}

// entry reads one key with its value.
func (l *loader) entry(m *Meta, rel string, e *yaml.Entry) {
	field := m.field(e.Key)
	if field == nil {
		l.report(rel, e.Line, "unknown key "+quote(e.Key), unknownKey(e.Key))
		return
	}
	if _, twice := m.Lines[e.Key]; twice {
		l.report(rel, e.Line, "the key "+e.Key+" stands twice", "keep one")
		return
	}
	if !e.Plain {
		l.report(rel, e.Line, e.Key+": not a plain value", "write the value behind the colon, in quotes if it has a colon, a # or brackets")
		return
	}
	if e.Text == "" {
		l.warn(rel, e.Line, e.Key+": has no value", "write one or remove the line")
		return
	}
	m.Lines[e.Key] = e.Line
	if what, fix := Check(e.Key, e.Text); what != "" {
		l.report(rel, e.Line, e.Key+": "+what, fix)
		return
	}
	*field = e.Text
}

// Guesses lists the values that nobody has confirmed, each as a warning, in the order of the seeds. dir is the folder they were
// loaded from.
func Guesses(dir string, seeds []Seed) []Problem {
	var out []Problem
	for _, s := range seeds {
		for _, key := range s.Meta.GuessedKeys() {
			out = append(out, Problem{File: path.Join(filepath.ToSlash(dir), s.Meta.File), Line: s.Meta.Lines[key], Warning: true,
				What: key + ": " + quote(*s.Meta.field(key)) + " is a guess", Fix: "correct it if it is wrong, then take " + key + " out of guessed"})
		}
	}
	return out
}

// GuessedKeys are the keys that have a guessed value.
func (m *Meta) GuessedKeys() []string {
	var out []string
	for _, key := range fields(m.Guessed) {
		if f := m.field(key); f != nil && *f != "" {
			out = append(out, key)
		}
	}
	return out
}

// fields are the parts of a list that is written with commas.
func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' })
}

// field is where the value of key is kept, nil for an unknown key.
func (m *Meta) field(key string) *string {
	switch key {
	case "outlet":
		return &m.Outlet
	case "url":
		return &m.URL
	case "published":
		return &m.Published
	case "headline":
		return &m.Headline
	case "author":
		return &m.Author
	case "language":
		return &m.Language
	case "translated_from":
		return &m.TranslatedFrom
	case "format":
		return &m.Format
	case "rights":
		return &m.Rights
	case "note":
		return &m.Note
	case "guessed":
		return &m.Guessed
	case "taken_from":
		return &m.TakenFrom
	case "taken_sha256":
		return &m.TakenSHA256
	}
	return nil
}

func unknownKey(key string) string {
	low := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(key), "-", "_"))
	near := misnomers[low]
	if near == "" {
		near = Nearest(low, keys, 3)
	}
	if near == "" {
		return "the keys are " + strings.Join(keys, ", ")
	}
	return "write " + near
}

// Check judges a value, which is not empty, of a key; what is "" where it is good.
func Check(key, value string) (what, fix string) {
	if allowed, ok := enums[key]; ok {
		if slices.Contains(allowed, value) {
			return "", ""
		}
		fix = "write " + strings.Join(allowed[:len(allowed)-1], ", ") + " or " + allowed[len(allowed)-1]
		if near := Nearest(strings.ToLower(value), allowed, 3); near != "" {
			fix = "write " + near
		}
		return quote(value) + ": not a " + key + " that is known", fix
	}
	switch key {
	case "published":
		if _, err := when.Parse(value); err != nil {
			what, fix, _ = strings.Cut(err.Error(), "; ")
			if fix == "" {
				fix = "write it as 2020-10-29, 2020-10 or 2020, with ? behind it where it is not certain"
			}
			return what, fix
		}
	case "url":
		u, err := url.Parse(value)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return quote(value) + ": not a web address", "write it in full, as https://example.com/article"
		}
	case "language", "translated_from":
		if !languageTag(value) {
			fix = "write a BCP 47 tag such as en, ja, ko, zh-Hant"
			if tag := languageNames[strings.ToLower(value)]; tag != "" {
				fix = "write " + tag
			}
			return quote(value) + ": not a language tag", fix
		}
	case "guessed":
		for _, k := range fields(value) {
			if !slices.Contains(keys[:10], k) {
				fix := "name keys of this file, separated by commas"
				if near := Nearest(k, keys[:10], 3); near != "" {
					fix = "write " + near
				}
				return quote(k) + ": not a key that can be guessed", fix
			}
		}
	case "taken_sha256":
		if sum, err := hex.DecodeString(value); err != nil || len(sum) != 32 {
			return quote(value) + ": no SHA-256", "remove the line, or write the 64 hexadecimal digits of the source's hash"
		}
	case "outlet", "headline", "author", "taken_from":
		if strings.Contains(value, "\n") || utf8.RuneCountInString(value) > 300 {
			return "longer than one line of 300 characters", "keep the name only; a note takes more"
		}
	}
	return "", ""
}

// languageTag knows the form of BCP 47, not its registry: two or three letters, then subtags. Country codes that are
// often taken for languages are refused.
func languageTag(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if i == 0 && (len(part) < 2 || len(part) > 3 || !letters(part)) || len(part) == 0 || len(part) > 8 {
			return false
		}
		for _, r := range part {
			if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') {
				return false
			}
		}
	}
	return languageNames[strings.ToLower(s)] == ""
}

func letters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }) < 0
}

// languageNames are what people write instead of a tag.
var languageNames = map[string]string{
	"english": "en", "japanese": "ja", "korean": "ko", "chinese": "zh", "german": "de", "french": "fr", "spanish": "es", "russian": "ru",
	"jp": "ja", "jpn": "ja", "kr": "ko", "kor": "ko", "cn": "zh", "eng": "en", "日本語": "ja", "한국어": "ko", "中文": "zh", "us": "en", "tw": "zh-Hant",
}

func quote(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return strconv.Quote(s)
}
