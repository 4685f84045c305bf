package wordlist

import (
	"strconv"
	"strings"
	"testing"
)

// TestSet: a set says what a map of the same words says, for its words and for others, of every length, and with lists of every size.
func TestSet(t *testing.T) {
	var all []string
	for i := range 400 {
		all = append(all, strings.Repeat("a", i%7)+strconv.Itoa(i*i%331)+"z", "회담"+strconv.Itoa(i))
	}
	for n := 0; n <= len(all); n += 1 + n/3 {
		s := Of(strings.Join(all[:n], " \n"))
		in, values := map[string]bool{}, map[string]int{}
		for i, w := range all[:n] {
			in[w], values[w] = true, i
		}
		m := MapOf(values)
		for _, w := range append(all, "", " ", "a", "회") {
			if s.Has(w) != in[w] {
				t.Fatalf("%d words: Has(%q) is %v", n, w, s.Has(w))
			}
			v, ok := m.Get(w)
			if want, in := values[w]; v != want || ok != in {
				t.Fatalf("%d words: Get(%q) is %v, %v", n, w, v, ok)
			}
		}
		if len(s.Words()) != len(in) {
			t.Fatalf("%d words: %d in the set, %d in the map", n, len(s.Words()), len(in))
		}
	}
	var none Set
	if none.Has("a") {
		t.Error("the zero Set has a word")
	}
}

// TestTable: words of one group have its value, and those of no group none.
func TestTable(t *testing.T) {
	m := Table([]string{"SP", "FA"}, "spring, autumn\n\tfall")
	for w, want := range map[string]string{"spring": "SP", "autumn": "FA", "fall": "FA", "": "", "spring,": ""} {
		if got := m.Of(w); got != want {
			t.Errorf("%q has %q, want %q", w, got, want)
		}
	}
	if n := Numbered("one, two, three drei"); n.Of("one") != 1 || n.Of("drei") != 3 || len(n.Words()) != 4 {
		t.Errorf("numbered %v", n.Words())
	}
}
