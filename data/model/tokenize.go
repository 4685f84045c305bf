package model

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// piece is one entry of the vocabulary in a text, and the word it belongs to.
type piece struct {
	id   int
	word int // index into the words of the text, -1 for marks
}

// tokenizer cuts text into the pieces that the encoder knows: lower case, no accents, punctuation apart, then the longest
// pieces of each word from the left (WordPiece: Wu et al. 2016).
type tokenizer struct {
	ids     map[string]int
	unknown int
	start   int
	end     int
}

// maxPieces is the longest text that is read, in pieces; the encoder knows 512 places, and no sentence comes near that.
const maxPieces = 400

// maxWord is the longest word, in bytes, that is looked for in the vocabulary.
const maxWord = 100

func newTokenizer(vocabulary string) tokenizer {
	t := tokenizer{ids: map[string]int{}}
	for i, line := range strings.Split(strings.TrimRight(vocabulary, "\n"), "\n") {
		t.ids[strings.TrimRight(line, "\r")] = i
	}
	t.unknown, t.start, t.end = t.ids["[UNK]"], t.ids["<s>"], t.ids["</s>"]
	return t
}

// pieces cuts text. words are the words as they stand in it, without marks.
func (t *tokenizer) pieces(text string) (out []piece, words []string) {
	out = append(out, piece{t.start, -1})
	for _, run := range runs(text) {
		word := -1
		if first := []rune(run)[0]; unicode.IsLetter(first) || unicode.IsDigit(first) {
			word = len(words)
			words = append(words, run)
		}
		for _, id := range t.split(plain(run)) {
			out = append(out, piece{id, word})
		}
	}
	if len(out) > maxPieces {
		out = out[:maxPieces]
	}
	return append(out, piece{t.end, -1}), words
}

// runs are the longest runs of letters and digits in text, and each other mark by itself.
func runs(text string) []string {
	var out []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			flush()
			out = append(out, string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			b.WriteRune(r)
		default:
			flush()
			if !unicode.IsSpace(r) && !unicode.IsControl(r) {
				out = append(out, string(r))
			}
		}
	}
	flush()
	return out
}

// plain is a run in lower case and without accents.
func plain(run string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(run)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// split cuts a run into the longest pieces from the left; a run that cannot be cut is one unknown piece.
func (t *tokenizer) split(run string) []int {
	var out []int
	if len(run) > maxWord {
		return []int{t.unknown}
	}
	for from := 0; from < len(run); {
		to, id := len(run), -1
		for ; to > from; to-- {
			s := run[from:to]
			if from > 0 {
				s = "##" + s
			}
			if n, ok := t.ids[s]; ok {
				id = n
				break
			}
		}
		if id < 0 {
			return []int{t.unknown}
		}
		out = append(out, id)
		from = to
	}
	if out == nil {
		return []int{t.unknown}
	}
	return out
}
