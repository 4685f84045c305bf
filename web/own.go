package web

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// ownWords are the words of the page "Compare your own" in a language; src/own/own.js finds them in the page.
func ownWords(lang string) (map[string]string, error) {
	data, err := langFS.ReadFile("lang/own/" + lang + ".json")
	if err != nil {
		return nil, err
	}
	var words map[string]string
	if err := json.Unmarshal(data, &words); err != nil {
		return nil, fmt.Errorf("web: lang/own/%s.json: %w", lang, err)
	}
	return words, nil
}

// OwnPath is the address of the page in a language.
func OwnPath(lang string) string { return Path(lang, "/compare") }

// Own is the page on which readers compare texts of their own. The form is made by its script, which alone can do anything with it.
func Own(lang string) ([]byte, error) {
	words, err := ownWords(lang)
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
