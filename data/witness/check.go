package witness

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Error says which witness is wrong, in what, and what to give instead.
type Error struct {
	Witness int    // index, -1 if the list as a whole is wrong
	ID      string // of the witness, as given
	Field   string // "id", "outlet", "headline", "published", "url", "text", "tokens"; "" for the witnesses as a whole
	Problem string // what is wrong and what would be right
}

func (e *Error) Error() string {
	switch {
	case e.Witness < 0:
		return "witnesses: " + e.Problem
	case e.ID == "" || e.Field == "id":
		return "witness " + strconv.Itoa(e.Witness+1) + ": " + e.Field + ": " + e.Problem
	}
	return "witness " + strconv.Itoa(e.Witness+1) + " (" + e.ID + "): " + e.Field + ": " + e.Problem
}

// check refuses what cannot be compared, before any work is done on it.
func check(ws []Witness) error {
	if n := len(ws); n < Least || n > Most {
		return &Error{-1, "", "", strconv.Itoa(n) + " given; give " + strconv.Itoa(Least) + " to " + strconv.Itoa(Most)}
	}
	first := map[string]int{}
	for i, w := range ws {
		if problem := checkID(w.ID); problem != "" {
			return &Error{i, clip(w.ID), "id", problem}
		}
		if j, used := first[w.ID]; used {
			return &Error{i, w.ID, "id", strconv.Quote(w.ID) + " is the id of witness " + strconv.Itoa(j+1) + " too; give each its own"}
		}
		first[w.ID] = i
		if problem, field := checkText(&w); problem != "" {
			return &Error{i, w.ID, field, problem}
		}
	}
	return nil
}

func checkID(id string) string {
	if id == "" {
		return `missing; name it, such as "a"`
	}
	good := func(r rune) bool {
		return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) || strings.ContainsRune("-_.", r)
	}
	if len(id) > MostID || strings.TrimFunc(id, good) != "" {
		return strconv.Quote(clip(id)) + " is no id; write 1 to " + strconv.Itoa(MostID) + " letters a to z, digits, hyphens, underscores or dots"
	}
	return ""
}

// checkText checks everything but the id.
func checkText(w *Witness) (problem, field string) {
	for _, f := range []struct {
		field, value string
		most         int
	}{{"outlet", w.Outlet, MostName}, {"headline", w.Headline, MostName}, {"published", w.Published, MostDate}, {"url", w.URL, MostURL}} {
		if n := utf8.RuneCountInString(f.value); n > f.most {
			return strconv.Itoa(n) + " characters; give at most " + strconv.Itoa(f.most), f.field
		}
	}
	n := utf8.RuneCountInString(w.Text)
	switch {
	case w.Text != "" && w.Tokens != nil:
		return "given beside text; give one of the two", "tokens"
	case w.Text == "" && w.Tokens == nil:
		return "missing; give the text, or its tokens", "text"
	}
	field = "text"
	for _, t := range w.Tokens {
		field = "tokens"
		n += utf8.RuneCountInString(t.T) + 1
	}
	if n > MostText {
		return strconv.Itoa(n) + " characters; give at most " + strconv.Itoa(MostText), field
	}
	return "", ""
}

// clip shortens what was received before it is shown back.
func clip(s string) string {
	const most = 80
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
