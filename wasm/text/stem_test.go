package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/kljensen/snowball/english"
)

// Words and stems that M. F. Porter publishes as the sample of his vocabulary.
func TestStemOfPublishedSample(t *testing.T) {
	for _, row := range strings.Split(strings.TrimSpace(`
consign consign, consigned consign, consigning consign, consignment consign, consist consist, consisted consist
consistency consist, consistent consist, consistently consist, consisting consist, consists consist
consolation consol, consolations consol, consolatory consolatori, console consol, consoled consol, consoles consol
consolidate consolid, consolidated consolid, consolidating consolid, consoling consol, consolingly consol
consols consol, consonant conson, consort consort, consorted consort, consorting consort
conspicuous conspicu, conspicuously conspicu, conspiracy conspiraci, conspirator conspir, conspirators conspir
conspire conspir, conspired conspir, conspiring conspir, constable constabl, constables constabl
constance constanc, constancy constanc, constant constant
knack knack, knackeries knackeri, knacks knack, knag knag, knave knave, knaves knave, knavish knavish
kneaded knead, kneading knead, knee knee, kneel kneel, kneeled kneel, kneeling kneel, kneels kneel, knees knee
knell knell, knelt knelt, knew knew, knick knick, knif knif, knife knife, knight knight, knightly knight, knights knight
knit knit, knits knit, knitted knit, knitting knit, knives knive, knob knob, knobs knob, knock knock, knocked knock
knocker knocker, knockers knocker, knocking knock, knocks knock, knopp knopp, knot knot, knots knot
`), "\n") {
		for _, pair := range strings.Split(row, ", ") {
			word, want, _ := strings.Cut(pair, " ")
			if got := Stem(word); got != want {
				t.Errorf("%s: %s, want %s", word, got, want)
			}
		}
	}
}

// Every suffix of the algorithm on every kind of word before it, in pairs: each rule is met where it applies and where
// its region is too short.
func TestStemIsPorter2OnMadeUpWords(t *testing.T) {
	begin := strings.Fields("a y by cr hop luxuri gener arsen consol boy 'tis é naïv box eel")
	suffixes := []string{"", "'", "'s", "'s'", "s", "ss", "us", "sses", "ied", "ies", "eed", "eedly", "ing", "ingly", "ed", "edly",
		"at", "bl", "iz", "dd", "tt", "y", "e", "l", "ll", "sion", "tion", "logi", "logy", "entli", "ently", "t", "h"}
	for _, list := range [][]suffix{derivations, derivationsTwice} {
		for _, s := range list {
			suffixes = append(suffixes, s.end)
		}
	}
	suffixes = append(suffixes, lastSuffixes...)
	for _, b := range begin {
		for _, s := range suffixes {
			for _, s2 := range suffixes {
				for _, s3 := range []string{"", "s", "ed", "ly"} {
					sameStem(t, b+s+s2+s3)
				}
			}
		}
	}
}

// All words of the articles.
func TestStemIsPorter2OnArticles(t *testing.T) {
	files, _ := filepath.Glob("../../seeds/*.txt")
	seen := map[string]bool{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range strings.FieldsFunc(string(b), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
			if !seen[w] {
				seen[w] = true
				sameStem(t, w)
			}
		}
	}
	if len(seen) < 1000 {
		t.Errorf("%d words only", len(seen))
	}
}

func FuzzStem(f *testing.F) {
	for _, w := range []string{"meetings", "'''", "’s", "éeing", "yyyy", "OGI", " sky "} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) { sameStem(t, w) })
}

func sameStem(t *testing.T, word string) {
	t.Helper()
	if got, want := Stem(word), english.Stem(word, true); got != want {
		t.Errorf("%q: %q, want %q", word, got, want)
	}
	if norm := strings.ToLower(word); isStopWord(norm) != english.IsStopWord(norm) {
		t.Errorf("%q: stop word or not?", word)
	}
}
