package web

import "strings"

// Languages are the languages of the pages. Pages in the first have addresses without a prefix.
var Languages = []string{"en", "ja", "ko"}

// Path is the address of a page in a language: /ja/series/ID, or /embed/ja/series/ID, because everything that may be framed is under
// /embed/.
func Path(lang, path string) string {
	if lang == Languages[0] {
		return path
	}
	if rest, ok := strings.CutPrefix(path, "/embed/"); ok {
		return "/embed/" + lang + "/" + rest
	}
	return "/" + lang + strings.TrimSuffix(path, "/")
}

// Say is a word of the interface, for templates.
func (f frame) Say(key string) string { return speak(f.Lang).say(key) }

// In is the address of a path in the page's language.
func (f frame) In(path string) string { return Path(f.Lang, path) }

// A version is a page in one of the languages.
type version struct{ Lang, Name, Path string }

// Versions are the page in all its languages.
func (f frame) Versions() []version {
	var out []version
	for _, l := range f.Langs {
		out = append(out, version{l, speak(l).say("ownname"), Path(l, f.Path)})
	}
	return out
}
