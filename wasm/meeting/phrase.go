package meeting

import (
	"slices"
	"strings"

	"readout/wasm/know"
)

// named lets the registry's name for a recurring meeting tell its level: of several names that stand on the trigger the longest
// speaks, for it says most. A name counts only where no country of the mention speaks against its series.
func (r *reader) named(s *sentence, t trigger, lo, hi int, m *Mention) {
	if len(m.Countries) == 0 && len(m.People) == 0 {
		return
	}
	words, at := plainWords(s)
	best := 1
	if m.Level != "" {
		best = 2 // the words said it already: only a longer name says more
	}
	for _, ser := range r.k.Series {
		if ser.Level == "" || ser.Type != string(Talks) || !fits(ser, m) {
			continue
		}
		for _, name := range ser.Words {
			w := splitPlain(name)
			if len(w) <= best {
				continue
			}
			for i := 0; i+len(w) <= len(words); i++ {
				if !slices.Equal(words[i:i+len(w)], w) {
					continue
				}
				first, last := at[i], at[i+len(w)-1]
				near := first <= t.at && t.at <= last+6 || first > t.at && first <= t.at+4
				if near || !t.noun && first >= lo && last < hi { // a verb's level stands anywhere in its clause
					best, m.Level = len(w), ser.Level
				}
			}
		}
	}
}

// fits reports whether the parties known of a mention are all parties of a series that has no others than they and theirs.
func fits(ser know.Series, m *Mention) bool {
	if len(m.Countries) == 0 || !subset(m.Countries, ser.Countries) {
		return false
	}
	return (m.Parties > 2) == (len(ser.Countries) > 2)
}

// plainWords are the words of a sentence, hyphenated ones cut, and the token each comes from.
func plainWords(s *sentence) (words []string, at []int) {
	for i, t := range s.toks {
		if !t.Word {
			continue
		}
		for _, w := range splitPlain(t.Norm) {
			words, at = append(words, w), append(at, i)
		}
	}
	return words, at
}

// splitPlain cuts a phrase at spaces, hyphens and apostrophes.
func splitPlain(s string) []string {
	out := make([]byte, len(s))
	for i := range out {
		if out[i] = s[i]; s[i] == '-' || s[i] == '\'' {
			out[i] = ' '
		}
	}
	return strings.Fields(string(out))
}
