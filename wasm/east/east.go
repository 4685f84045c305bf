// Package east holds what is special about articles in Korean and Japanese. Each language has a profile, which is a table of words by
// their meaning (countries, posts, contacts, endings of verbs, days). One reader finds these words in a text. Packages when, who and
// meeting turn them into the same dates, people and threads as English words.
//
// There is no dictionary and no analysis of inflection. At each place the longest word of the table is taken. So words that could
// be mistaken for others are in the table too, as words to skip ("중간선거", "朝日新聞").
package east

import (
	"slices"
	"strings"
	"sync"

	"readout/wasm/text"
)

// Kind is what a word tells.
type Kind byte

// The kinds, as they stand in the tables.
const (
	Country Kind = 'c' // Value: ISO codes, joined by spaces: "JP", or "JP KR US" of "한미일"
	City    Kind = 'p' // Value: its English name and its country: "Seoul/KR"
	Title   Kind = 't' // Value: a level of package know, "" for none, and the country whose post it is, if it is one's: "head/US"
	Body    Kind = 'b' // Value: ISO code of whose institution it is, "" where it may be of any country
	Level   Kind = 'l' // Value: a level of package know, or "high": of a meeting and never of a person
	Parties Kind = 'n' // Value: "2" or "3"
	Contact Kind = 'm' // Value: talks, visit or call; then the level, and for a visit the country: "talks/head", "visit/JP"
	Ending  Kind = 's' // Value: held, scheduled, proposed, denied or not-yet
	Said    Kind = 'q' // a verb of saying that ends a sentence: a day beside the topic may be that of the report
	Beside  Kind = 'a' // after a contact: it only places something else in time ("이후", "を前に")
	Former  Kind = 'v' // the contact is an earlier one
	DayWord Kind = 'd' // Value: see package when
	Nothing Kind = 'x' // to be passed over
)

// Item is a word of the table in a text.
type Item struct {
	text.Span
	Kind  Kind
	Value string
}

// Part is the n-th of the parts of a value that are parted by "/", "" where it has fewer.
func (i Item) Part(n int) string {
	for rest, more := i.Value, true; more; n-- {
		var part string
		if part, rest, more = strings.Cut(rest, "/"); n == 0 {
			return part
		}
	}
	return ""
}

// Profile is what is known of one language.
type Profile struct {
	Home     string  // the country whose ministers an article means when it says no country
	Spaced   bool    // words are parted by spaces
	Calendar [3]rune // what follows the number of a year, a month, a day
	Length   string  // what makes of a number of days a length of time, or a count
	Sides    string  // what follows a country that takes part in something: particles and nouns, joined by spaces
	Topic    string  // the particles of a topic
	Object   string  // those of an object, and nouns for the holding of a meeting
	Surnames string  // that make a word of two to four syllables before a title a name
	words    map[string]Item
	longest  int             // code points
	letters  map[rune]string // that name countries in compounds: 韓 → KR
}

// Of is the profile of a language, nil where there is none.
func Of(language string) *Profile {
	switch {
	case len(language) < 2:
		return nil
	case language[:2] == "ko":
		return korean()
	case language[:2] == "ja":
		return japanese()
	}
	return nil
}

var (
	korean = sync.OnceValue(func() *Profile {
		return newProfile(Profile{Home: "KR", Spaced: true, Calendar: [3]rune{'년', '월', '일'}, Length: koreanLength, Sides: koreanSides, Topic: "은 는", Object: "을 를 개최 재개", Surnames: koreanSurnames}, koreanLetters, koreanWords)
	})
	japanese = sync.OnceValue(func() *Profile {
		return newProfile(Profile{Home: "JP", Calendar: [3]rune{'年', '月', '日'}, Length: japaneseLength, Sides: japaneseSides, Topic: "は", Object: "を の開催 開催 の再開 再開"}, japaneseLetters, japaneseWords)
	})
)

// newProfile reads a table: one line for each value, "kind value=word,word".
func newProfile(p Profile, letters, table string) *Profile {
	p.words, p.letters = map[string]Item{}, map[rune]string{}
	for pair := range strings.FieldsSeq(letters) {
		l := []rune(pair)
		p.letters[l[0]] = string(l[1:])
	}
	for line := range strings.SplitSeq(table, "\n") {
		value, words, _ := strings.Cut(line[1:], "=")
		for w := range strings.SplitSeq(words, ",") {
			p.words[w] = Item{Kind: Kind(line[0]), Value: value}
			p.longest = max(p.longest, len([]rune(w)))
		}
	}
	return &p
}

// Items are the words of the table within s, in order and not overlapping. Where words are parted by spaces, countries, cities and
// days begin one.
func (p *Profile) Items(src []rune, s text.Span) []Item {
	var out []Item
	for i := s.Start; i < s.End; {
		it := p.at(src, i, s)
		if it.End == 0 {
			i++
			continue
		}
		i = it.End
		if it.Kind != Nothing {
			out = append(out, it)
		}
	}
	return out
}

// at is the word at i, with End 0 for none.
func (p *Profile) at(src []rune, i int, s text.Span) Item {
	starts := i == s.Start || !wide(src[i-1])
	if starts || !p.Spaced && !Han(src[i-1]) {
		if it := p.compound(src, i, s); it.End > 0 {
			return it
		}
	}
	for n := min(p.longest, s.End-i); n > 0; n-- {
		it, ok := p.words[string(src[i:i+n])]
		switch {
		case !ok, p.Spaced && !starts && (it.Kind == Country || it.Kind == City || it.Kind == DayWord || it.Kind == Beside && n == 1):
			continue
		case i+n < s.End && (src[i+n] == '=' || src[i+n] == '＝'), it.Kind == City && i > s.Start && src[i-1] == '【':
			it.Kind = Nothing // where the report was written
		}
		it.Span = text.Span{Start: i, End: i + n}
		return it
	}
	return Item{}
}

// compound reads two countries or three by their letters, with or without points between: "한·미·일", "日米韓". A single letter is a
// country before a post: "米国務長官", "미 국무장관".
func (p *Profile) compound(src []rune, i int, s text.Span) Item {
	var codes []string
	j, end := i, i
	for j < s.End && len(codes) < 4 {
		iso := p.letters[src[j]]
		if iso == "" || strings.Contains(strings.Join(codes, " "), iso) {
			break
		}
		codes = append(codes, iso)
		j++
		end = j
		if j < s.End && (src[j] == '·' || src[j] == '・' || src[j] == 'ㆍ' || src[j] == '･') {
			j++
		}
	}
	if len(codes) == 0 {
		return Item{}
	}
	next := end
	if next < s.End && src[next] == ' ' {
		next++
	}
	if len(codes) == 1 {
		if p.Spaced && next == end {
			return Item{}
		}
		if t := p.word(src, next, s); t.Kind != Title && t.Kind != Body {
			return Item{}
		}
	} else if t := p.word(src, i, s); t.End > end || p.Spaced && end < s.End && wide(src[end]) && p.word(src, end, s).End == 0 && !p.Acts(src, end) {
		return Item{} // "日本経済", "한중간"
	}
	slices.Sort(codes)
	return Item{text.Span{Start: i, End: end}, Country, strings.Join(codes, " ")}
}

// word is the longest word of the table at i, wherever it stands.
func (p *Profile) word(src []rune, i int, s text.Span) Item {
	for n := min(p.longest, s.End-i); n > 0; n-- {
		if it, ok := p.words[string(src[i:i+n])]; ok {
			it.Span = text.Span{Start: i, End: i + n}
			return it
		}
	}
	return Item{}
}

// Acts reports whether what stands at i makes the country before it one that takes part.
func (p *Profile) Acts(src []rune, i int) bool { return p.follows(src, i, p.Sides) }

// IsLength reports whether a number of days that ends at i tells how long and not when.
func (p *Profile) IsLength(src []rune, i int) bool { return p.follows(src, i, p.Length) }

// IsObject reports whether what ends at i, or that it is held, is what somebody does something to.
func (p *Profile) IsObject(src []rune, i int) bool { return p.follows(src, i, p.Object) }

// IsTopic reports whether the particle of a topic stands at i.
func (p *Profile) IsTopic(src []rune, i int) bool { return p.follows(src, i, p.Topic) }

func (p *Profile) follows(src []rune, i int, list string) bool {
	for i < len(src) && src[i] == ' ' {
		i++
	}
	for w := range strings.FieldsSeq(list) {
		if n := len([]rune(w)); i+n <= len(src) && string(src[i:i+n]) == w {
			return true
		}
	}
	return false
}

// Han reports whether r is a Chinese character.
func Han(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r == '々' }

// Katakana reports whether r writes a foreign name in Japanese; the point between its parts included.
func Katakana(r rune) bool { return r >= 0x30A1 && r <= 0x30FF }

// Hangul reports whether r is a Korean syllable.
func Hangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }

func wide(r rune) bool { return Hangul(r) || Han(r) }
