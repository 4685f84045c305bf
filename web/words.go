package web

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed lang
var langFS embed.FS

// regionsJSON has the names of countries by code in each of Languages, as browsers have them (new Intl.DisplayNames(language,
// {type: 'region'}) of Chromium 156, Unicode CLDR), which the widget asks. Those that we call otherwise stand in lang/*.json.
//
//go:embed regions.json
var regionsJSON []byte

// tonguesJSON has the names of the languages that have a code of two letters, in the same way.
//
//go:embed tongues.json
var tonguesJSON []byte

var (
	regions = sync.OnceValue(func() map[string][]string { return byCode("regions.json", regionsJSON) })
	tongues = sync.OnceValue(func() map[string][]string { return byCode("tongues.json", tonguesJSON) })
)

// byCode reads a table of names in each of Languages.
func byCode(file string, data []byte) (names map[string][]string) {
	if err := json.Unmarshal(data, &names); err != nil {
		panic(fmt.Sprintf("web: %s: %v", file, err)) // embedded, and read by tests: never seen
	}
	return names
}

// words are the texts of the interface in one language: lang/en.json and its siblings, which the widget reads too. Their three
// parts are what the widget needs at once, what it needs for the full view, and what only the server's pages say.
type words struct {
	text map[string]string
	list map[string][]string
}

// spoken are the words of every language that was asked for: a page asks some hundred times, and reading them is half of making it.
var spoken sync.Map // language → *words

// speak returns the words of a language, or of English where there are none for it. They are shared, so nobody changes them.
func speak(lang string) *words {
	if w, ok := spoken.Load(lang); ok {
		return w.(*words)
	}
	w, _ := spoken.LoadOrStore(lang, readWords(lang))
	return w.(*words)
}

func readWords(lang string) *words {
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
	for code, names := range regions() {
		if w.text[code] == "" {
			w.text[code] = names[w.column()]
		}
	}
	return w
}

// column is where the names of w's language stand in regions.json and tongues.json.
func (w *words) column() int { return max(0, slices.Index(Languages, w.text["lang"])) }

// tongue is the name of a language by its code; a code that has none is its own name.
func (w *words) tongue(code string) string {
	if names := tongues()[code]; names != nil {
		return names[w.column()]
	}
	return code
}

// say is the text of a key with {0}, {1} … replaced; a key without a text is its own text.
func (w *words) say(key string, args ...any) string {
	s, ok := w.text[key]
	if !ok {
		s = key
	}
	if len(args) == 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 40)
	for {
		before, after, ok := strings.Cut(s, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		if len(after) < 2 || after[1] != '}' || after[0] < '0' || int(after[0]-'0') >= len(args) {
			b.WriteByte('{')
			s = after
			continue
		}
		switch a := args[after[0]-'0'].(type) {
		case string:
			b.WriteString(isolated(a))
		default:
			fmt.Fprint(&b, a)
		}
		s = after[2:]
	}
}

// isolated is s as it may stand in a line of ours: what has letters of Arabic or Hebrew is isolated, else the digits beside it ("10 May") would
// join it and stand on its other side (Unicode Standard Annex 9, 3.1.2).
func isolated(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfefc }) {
		return "\u2068" + s + "\u2069"
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

// path is the address of a page in this language.
func (w *words) path(path string) string { return Path(w.say("lang"), path) }

// title is say with a capital at its beginning.
func (w *words) title(key string) string { return upper(w.say(key)) }

// num is n in words up to nine, else in figures, as newspapers write it.
func (w *words) num(n int) string {
	if l := w.list["nums"]; n < min(10, len(l)) {
		return l[n]
	}
	return strconv.Itoa(n)
}

// begin is n at the beginning of a sentence, where figures stand for large numbers only.
func (w *words) begin(n int) string {
	if l := w.list["nums"]; n < len(l) {
		return upper(l[n])
	}
	return w.many(n)
}

// many is num, with the thousands of large numbers apart.
func (w *words) many(n int) string {
	if n < 1000 {
		return w.num(n)
	}
	return w.number(n)
}

// number is n with its thousands apart: "1,013".
func (w *words) number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// How much of a date is written.
const (
	longDate   = iota // "19 February 2014"
	shortDate         // "19 Feb", for where the year stands beside it
	mediumDate        // "19 Feb 2014"
)

// date is an EDTF date in words: "19 February 2014", "about February 2020", "probably 19 February 2014", "17 to 19 February 2014".
// What it does not understand it returns as it is.
func (w *words) date(edtf string) string { return w.edtf(edtf, longDate) }

// short is date without the year, months cut.
func (w *words) short(edtf string) string { return w.edtf(edtf, shortDate) }

// medium is date with months cut.
func (w *words) medium(edtf string) string { return w.edtf(edtf, mediumDate) }

func (w *words) edtf(s string, style int) string {
	if inner := strings.Trim(s, "[]{}"); inner != s {
		sep := ","
		if strings.Contains(inner, "..") {
			sep = ".."
		}
		if a, b, ok := strings.Cut(inner, sep); ok {
			return w.say("oneof", w.edtf(a, style), w.edtf(b, style))
		}
		return w.edtf(inner, style)
	}
	if a, b, ok := strings.Cut(s, "/"); ok {
		switch {
		case a == "" || a == "..":
			return w.say("until", w.edtf(b, style))
		case b == "" || b == "..":
			return w.say("from", w.edtf(a, style))
		}
		if len(a) == 10 && len(b) == 10 && a[:8] == b[:8] { // days of one month
			return w.calendar(a[:8]+w.say("days", strings.TrimPrefix(a[8:], "0"), strings.TrimPrefix(b[8:], "0")), style)
		}
		return w.say("range", w.edtf(a, style), w.edtf(b, style))
	}
	day, clock, _ := strings.Cut(s, "T")
	plain := strings.TrimRight(day, "?~%")
	out := w.calendar(plain, style)
	if out == "" {
		return s
	}
	if len(clock) >= 5 {
		out += ", " + clock[:5]
	}
	if plain == day {
		return out
	}
	key := day[len(plain) : len(plain)+1] // ? is uncertain, ~ approximate, % both
	if style != longDate && key == "?" {
		key = "??"
	}
	return w.say(key, out)
}

// calendar is a year, a month or a day in words, "" for anything else.
func (w *words) calendar(s string, style int) string {
	part := strings.SplitN(s, "-", 3)
	if len(part[0]) != 4 {
		return ""
	}
	out := w.say("y", "", "", part[0])
	if len(part) > 1 {
		m, err := strconv.Atoi(part[1])
		if err != nil || m < 1 || m > 12 {
			return ""
		}
		month, key := w.list["months"][m-1], ""
		if style != longDate {
			letters := []rune(month)
			n, _ := strconv.Atoi(w.say("monthletters"))
			month = string(letters[:min(n, len(letters))])
		}
		if style == shortDate {
			key = "-y"
		}
		pattern := map[string]string{"2": "my", "3": "dmy", "2-y": "m", "3-y": "dm"}[strconv.Itoa(len(part))+key]
		d := ""
		if len(part) == 3 {
			d = strings.TrimPrefix(part[2], "0")
		}
		out = w.say(pattern, d, month, part[0])
	}
	return out
}
