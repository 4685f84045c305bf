package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/wasm/text"
)

// inside are the marks of two aligned words that are not written alike: the letters that differ, where they are in one place,
// else both words. Words that differ by case, hyphens or format are noise.
func inside(x, y *word) []Edit {
	noise := x.plain == y.plain || romanised(x, y)
	if noise || x.Len() != utf8.RuneCountInString(x.Text) || y.Len() != utf8.RuneCountInString(y.Text) {
		return []Edit{{Op: Delete, Base: x.core(), Noise: noise}, {Op: Insert, Other: y.core(), Noise: noise}}
	}
	var out []Edit
	kept := 0
	for _, s := range letters([]rune(x.Text), []rune(y.Text)) {
		switch s.op {
		case keep:
			kept += s.n
		case remove:
			out = append(out, Edit{Op: Delete, Base: text.Span{Start: x.Start + s.at, End: x.Start + s.at + s.n}})
		case insert:
			out = append(out, Edit{Op: Insert, Other: text.Span{Start: y.Start + s.at, End: y.Start + s.at + s.n}})
		}
	}
	if len(out) > 2 || len(out) == 2 && out[0].Op == out[1].Op || 2*kept < max(x.Len(), y.Len()) {
		return []Edit{{Op: Delete, Base: x.core()}, {Op: Insert, Other: y.core()}}
	}
	return out
}

// sameButNoise reports whether two runs say the same in another format or spelling: "Oct. 29" and "29 October",
// "Yoon Suk Yeol" and "Yoon Suk-yeol".
func sameButNoise(x, y []word) bool {
	n, m := lexicals(x), lexicals(y)
	if n == 0 || m == 0 {
		return n == m
	}
	if n == 1 && m == 1 {
		v, w := firstLexical(x), firstLexical(y)
		return v.plain == w.plain || romanised(v, w)
	}
	p, q := lexical(x), lexical(y)
	if joinPlain(p) == joinPlain(q) {
		return true
	}
	if n != m {
		return false
	}
	used := make([]bool, m)
next:
	for _, v := range p {
		for j, w := range q {
			if !used[j] && (v.plain == w.plain || romanised(v, w)) {
				used[j] = true
				continue next
			}
		}
		return false
	}
	return true
}

// lexicals is the number of words of w that are neither punctuation nor honorifics.
func lexicals(w []word) int {
	n := 0
	for i := range w {
		if !w[i].noise {
			n++
		}
	}
	return n
}

// firstLexical is the first word of w that is neither punctuation nor an honorific; there is one.
func firstLexical(w []word) *word {
	i := 0
	for w[i].noise {
		i++
	}
	return &w[i]
}

// lexical is w without punctuation and honorifics.
func lexical(w []word) []*word {
	out := make([]*word, 0, len(w))
	for i := range w {
		if !w[i].noise {
			out = append(out, &w[i])
		}
	}
	return out
}

// joinPlain is the words of w without spaces.
func joinPlain(w []*word) string {
	if len(w) == 1 {
		return w[0].plain
	}
	var b strings.Builder
	for _, x := range w {
		b.WriteString(x.plain)
	}
	return b.String()
}

// romanised reports whether two capitalised words are likely spellings of one name: the same consonants in order after folding
// those that romanisations of Korean, Japanese, Chinese and Russian mix up (Chung and Jung, Navalny and Navalni, Lee and Yi are not).
func romanised(x, y *word) bool {
	if !x.Upper || !y.Upper {
		return false
	}
	a, b := x.skeleton(), y.skeleton()
	return len(a) >= 2 && a == b
}

// skeleton is that of what is plain in the form.
func (f *form) skeleton() string {
	if !f.boned {
		f.bones, f.boned = skeleton(f.plain), true
	}
	return f.bones
}

// consonants writes alike what romanisations mix up.
var consonants = strings.NewReplacer("ch", "j", "kh", "k", "ph", "f", "sh", "s", "th", "t", "ts", "s", "tz", "s", "zh", "j",
	"ck", "k", "x", "ks", "q", "k", "c", "k", "g", "k", "d", "t", "b", "p", "z", "s", "v", "f", "l", "r", "w", "", "y", "")

// skeleton is the consonants of s as romanisations agree on them.
func skeleton(s string) string {
	s = consonants.Replace(s)
	var b strings.Builder
	var last rune
	for _, r := range s {
		if strings.ContainsRune("aeiou", r) || !unicode.IsLetter(r) {
			continue
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
