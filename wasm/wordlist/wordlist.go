// Package wordlist says whether a word is in a fixed list. The engine asks that many times for every word of a text. Most answers
// are no, and one look into a table gives them. In WebAssembly that takes a tenth of the time of Go's map, which first hashes the
// whole word.
//
//	var pronouns = wordlist.Of(`he she it they`)
//	pronouns.Has("she") // true
//
// A list may have up to 65,535 words.
package wordlist

import (
	"slices"
	"strings"
)

// Set is a list of words. The zero Set has none.
type Set struct {
	words   []string   // each once, in the order given
	slots   []uint16   // by hash: 1 + index in words; 0 ends a search
	shift   uint8      // takes a hash to an index of slots
	lengths [32]uint32 // by the last five bits of the first letter: the lengths of words that begin so, modulo 32, as bits
}

// Of is the set of the words in the lists, which white space separates.
func Of(lists ...string) *Set {
	var all []string
	for _, l := range lists {
		all = append(all, strings.Fields(l)...)
	}
	return of(all)
}

// of is a Set of words; one that comes again is left out.
func of(all []string) *Set {
	s := &Set{shift: 32 - 3}
	for 1<<(32-s.shift) < 4*len(all) { // three of four slots are empty, so that a word that is not there is seldom taken for one that is
		s.shift--
	}
	s.slots = make([]uint16, 1<<(32-s.shift))
	for _, w := range all {
		if w == "" || s.Has(w) {
			continue
		}
		s.words = append(s.words, w)
		s.lengths[w[0]&31] |= 1 << (len(w) & 31)
		h := hash(w) >> s.shift
		for s.slots[h] != 0 {
			h = (h + 1) & uint32(len(s.slots)-1)
		}
		s.slots[h] = uint16(len(s.words))
	}
	return s
}

// Has reports whether w is in the list. Most words are not, and for most of them the list has no word with their length and first letter.
func (s *Set) Has(w string) bool {
	return len(w) > 0 && s.lengths[w[0]&31]>>(len(w)&31)&1 != 0 && s.find(w) >= 0
}

// Words are the words of the list, each once, in the given order. The caller must not change them.
func (s *Set) Words() []string { return s.words }

// index is the place of w in words, -1 where it is not in the list.
func (s *Set) index(w string) int {
	if len(w) == 0 || s.lengths[w[0]&31]>>(len(w)&31)&1 == 0 {
		return -1
	}
	return s.find(w)
}

// find is index for a word that may be in the list by its length and first letter.
func (s *Set) find(w string) int {
	for h := hash(w) >> s.shift; ; h = (h + 1) & uint32(len(s.slots)-1) {
		n := s.slots[h]
		if n == 0 {
			return -1
		}
		if s.words[n-1] == w {
			return int(n) - 1
		}
	}
}

// hash looks at the length and at most five letters of w, which is not empty: that tells the words of a list apart well enough.
func hash(w string) uint32 {
	n := len(w)
	x := uint32(w[0]) | uint32(w[n/2])<<8 | uint32(w[n-1])<<16 | uint32(n)<<24
	return (x ^ uint32(w[n/4])<<5 ^ uint32(w[n-1-n/4])<<12) * 0x9E3779B1 // the golden ratio (Knuth, The Art of Computer Programming 3, 6.4)
}

// Map gives each word of a list a value.
type Map[V any] struct {
	set    *Set
	values []V // in the order of the words
}

// MapOf is the words of m with their values.
func MapOf[V any](m map[string]V) *Map[V] {
	all := make([]string, 0, len(m))
	for w := range m {
		all = append(all, w)
	}
	slices.Sort(all) // the order of a map shows nowhere
	out := &Map[V]{set: of(all), values: make([]V, len(m))}
	for i, w := range out.set.words {
		out.values[i] = m[w]
	}
	return out
}

// Table gives the words of the first group the first value, those of the second group the second value, and so on. Commas separate the
// groups:
//
//	Table([]string{"SP", "SU", "FA"}, "spring, summer, autumn fall")
//
// It takes less room in a program than a map literal.
func Table[V any](values []V, groups string) *Map[V] {
	m := make(map[string]V)
	for i, group := range strings.Split(groups, ",") {
		for w := range strings.FieldsSeq(group) {
			m[w] = values[i]
		}
	}
	return MapOf(m)
}

// Numbered is the Table of the values 1, 2, 3, and so on.
func Numbered(groups string) *Map[int] {
	values := make([]int, strings.Count(groups, ",")+1)
	for i := range values {
		values[i] = i + 1
	}
	return Table(values, groups)
}

// Get is the value of w, and whether w is in the list.
func (m *Map[V]) Get(w string) (v V, ok bool) {
	i := m.set.index(w)
	if i < 0 {
		return v, false
	}
	return m.values[i], true
}

// Words are the words of the list. The caller must not change them.
func (m *Map[V]) Words() []string { return m.set.words }

// Of is the value of w, the zero value if it is not in the list.
func (m *Map[V]) Of(w string) V {
	v, _ := m.Get(w)
	return v
}
