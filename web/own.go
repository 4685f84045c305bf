package web

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// pageWords are the words of a page with a script of its own ("own", "snippet") in a language; the script finds them in the page.
func pageWords(page, lang string) (map[string]string, error) {
	data, err := langFS.ReadFile("lang/" + page + "/" + lang + ".json")
	if err != nil {
		return nil, err
	}
	var words map[string]string
	if err := json.Unmarshal(data, &words); err != nil {
		return nil, fmt.Errorf("web: lang/%s/%s.json: %w", page, lang, err)
	}
	return words, nil
}

// OwnPath is the address of the page in a language.
func OwnPath(lang string) string { return Path(lang, "/compare") }

// Own is the page on which readers compare their own texts. Its script makes the form, which is of no use without the script.
func Own(lang string) ([]byte, error) {
	words, err := pageWords("own", lang)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = pages.ExecuteTemplate(&b, "own.html", struct {
		frame
		Words map[string]string
	}{frame{Path: "/compare", Nav: "own", Lang: lang, Langs: Languages}, words})
	return b.Bytes(), err
}
