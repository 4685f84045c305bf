package web

import (
	"embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

//go:embed lang
var langFS embed.FS

// words are the texts of the interface in one language: lang/en.json and its siblings, which the widget reads too. Their three
// parts are what the widget needs at once, what it needs for the full view, and what only the server's pages say.
type words struct {
	text map[string]string
	list map[string][]string
}

// speak returns the words of a language, or of English where there are none for it.
func speak(lang string) *words {
	data, err := langFS.ReadFile("lang/" + lang + ".json")
	if err != nil {
		data, _ = langFS.ReadFile("lang/en.json")
	}
	var parts map[string]map[string]any
	if err := json.Unmarshal(data, &parts); err != nil {
		panic(fmt.Sprintf("web: lang/%s.json: %v", lang, err)) // a test reads every file, so this is never seen
	}
	w := &words{map[string]string{}, map[string][]string{}}
	for _, part := range parts {
		for k, v := range part {
			switch v := v.(type) {
			case string:
				w.text[k] = v
			case []any:
				for _, s := range v {
					w.list[k] = append(w.list[k], s.(string))
				}
			}
		}
	}
	return w
}

// say is the text of a key with {0}, {1} … replaced; a key without a text is its own text.
func (w *words) say(key string, args ...any) string {
	s, ok := w.text[key]
	if !ok {
		s = key
	}
	for i, a := range args {
		s = strings.ReplaceAll(s, "{"+strconv.Itoa(i)+"}", fmt.Sprint(a))
	}
	return s
}

// count is say for n things; key+"1" is the text for exactly one where a language has it.
func (w *words) count(n int, key string, args ...any) string {
	if _, ok := w.text[key+"1"]; ok && n == 1 {
		key += "1"
	}
	return w.say(key, args...)
}

// title is say with a capital at its beginning.
func (w *words) title(key string) string { return upper(w.say(key)) }

// num is n in words where that is short, else in figures.
func (w *words) num(n int) string {
	if l := w.list["nums"]; n < len(l) {
		return l[n]
	}
	return strconv.Itoa(n)
}

// date is an EDTF date in words: "19 February 2014", "about February 2020", "17 to 19 February 2014".
// What it does not understand it returns as it is.
func (w *words) date(edtf string) string { return w.edtf(edtf, false) }

// short is date without the year, months cut: "19 Feb".
func (w *words) short(edtf string) string { return w.edtf(edtf, true) }

func (w *words) edtf(s string, short bool) string {
	if inner := strings.Trim(s, "[]{}"); inner != s {
		sep := ","
		if strings.Contains(inner, "..") {
			sep = ".."
		}
		if a, b, ok := strings.Cut(inner, sep); ok {
			return w.say("oneof", w.edtf(a, short), w.edtf(b, short))
		}
		return w.edtf(inner, short)
	}
	if a, b, ok := strings.Cut(s, "/"); ok {
		switch {
		case a == "" || a == "..":
			return w.say("until", w.edtf(b, short))
		case b == "" || b == "..":
			return w.say("from", w.edtf(a, short))
		}
		return w.say("range", w.edtf(a, short), w.edtf(b, short))
	}
	day, clock, _ := strings.Cut(s, "T")
	plain := strings.TrimRight(day, "?~%")
	part := strings.Split(plain, "-")
	if len(part) > 3 || len(part[0]) != 4 {
		return s
	}
	out := w.say("y", "", "", part[0])
	if len(part) > 1 {
		m, err := strconv.Atoi(part[1])
		if err != nil || m < 1 || m > 12 {
			return s
		}
		month, key := w.list["months"][m-1], ""
		if short {
			letters := []rune(month)
			n, _ := strconv.Atoi(w.say("monthletters"))
			month, key = string(letters[:min(n, len(letters))]), "-y"
		}
		pattern := map[string]string{"2": "my", "3": "dmy", "2-y": "m", "3-y": "dm"}[strconv.Itoa(len(part))+key]
		d := ""
		if len(part) == 3 {
			d = strings.TrimPrefix(part[2], "0")
		}
		out = w.say(pattern, d, month, part[0])
	}
	if len(clock) >= 5 {
		out += ", " + clock[:5]
	}
	if plain != day {
		out = w.say("about", out)
	}
	return out
}
