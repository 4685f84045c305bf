package compare

import (
	"strings"
	"unicode/utf8"

	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// word is a token as it is compared.
type word struct {
	*text.Token
	*form
	block int // index into the side's passages: no run crosses from one to the next
}

// form is what a word is compared by.
type form struct {
	key     string // equal keys are aligned: the stem, spelling variants and number formats folded
	id      int32  // of the key: equal within a Reader where the keys are
	plain   string // equal plains differ by noise at most
	content bool   // a content word: outranks all others in the alignment
	noise   bool   // punctuation or an honorific: never a difference by itself
	cut     int    // code points of the Korean particle at the end, which no edit marks

	norm, stem string // of the tokens that have it
	word       bool

	bones string // its skeleton, where boned
	boned bool
}

// core is the span of a word without a Korean particle: what an edit may mark.
func (w *word) core() text.Span { return text.Span{Start: w.Start, End: w.End - w.cut} }

// Reader compares readings, and reads each passage once, however many readings hold it. The zero Reader is ready for use.
type Reader struct {
	aligner
	ids   map[string]int32 // of keys
	forms map[string]*form // by the word as written
	docs  []*reading

	places []gap // of two readings, see edits
	marks  []mark
}

// reading is what is known of a document.
type reading struct {
	doc    *text.Document
	forms  []*form    // by text.Token.ID
	words  [][]word   // by passage, nil where it has not been read
	counts []*[]Value // the numbers of passages, likewise
}

// of is the reading of a document.
func (r *Reader) of(doc *text.Document) *reading {
	for _, d := range r.docs { // of a meeting, so they are few
		if d.doc == doc {
			return d
		}
	}
	n := len(doc.Passages)
	d := &reading{doc: doc, words: make([][]word, n), counts: make([]*[]Value, n)}
	r.docs = append(r.docs, d)
	return d
}

// words are the tokens of side's passages, in order. They are the Reader's, not to be changed.
func (r *Reader) words(s Side) []word {
	if len(s.Passages) == 1 {
		return r.passage(s.Doc, s.Passages[0])
	}
	var out []word
	for i, p := range s.Passages {
		from := len(out)
		out = append(out, r.passage(s.Doc, p)...)
		for k := from; k < len(out); k++ {
			out[k].block = i
		}
	}
	return out
}

// passage is the words of one passage.
func (r *Reader) passage(doc *text.Document, p int) []word {
	d := r.of(doc)
	if d.words[p] != nil {
		return d.words[p]
	}
	tokens := doc.Passages[p].Tokens
	out := make([]word, len(tokens))
	for i := range tokens {
		t := &tokens[i]
		for int(t.ID) >= len(d.forms) {
			d.forms = append(d.forms, nil)
		}
		if d.forms[t.ID] == nil {
			d.forms[t.ID] = r.form(t)
		}
		out[i] = word{Token: t, form: d.forms[t.ID]}
	}
	d.words[p] = out
	return out
}

// form is the form of a token. Tokens that are written alike share it, unless their languages fold them in two ways.
func (r *Reader) form(t *text.Token) *form {
	known := r.forms[t.Text]
	if known != nil && known.word == t.Word && known.norm == t.Norm && known.stem == t.Stem && known.cut == 0 {
		return known
	}
	if r.forms == nil {
		r.ids, r.forms = make(map[string]int32), make(map[string]*form)
	}
	f := formOf(t)
	id, ok := r.ids[f.key]
	if !ok {
		id = int32(len(r.ids))
		r.ids[f.key] = id
	}
	f.id = id
	if known == nil {
		r.forms[t.Text] = f
	}
	return f
}

// formOf reads one token.
func formOf(t *text.Token) *form {
	f := &form{norm: t.Norm, stem: t.Stem, word: t.Word}
	if !t.Word {
		f.key, f.noise = t.Norm, true
		return f
	}
	f.plain = plain(t.Norm)
	f.key = f.plain
	if t.Stem != "" && t.Stem != t.Norm {
		f.key = plain(t.Stem)
	}
	if n := particle(t.Text); n > 0 && t.Len() == utf8.RuneCountInString(t.Text) {
		f.cut = n
		r := []rune(t.Norm)
		if n < len(r) {
			f.plain = string(r[:len(r)-n])
			f.key = f.plain
		}
	}
	f.noise = honorifics.Has(t.Norm)
	f.content = !f.noise && !small.Has(t.Norm)
	return f
}

// unmarked takes out the marks inside a word.
var unmarked = strings.NewReplacer("-", "", ".", "", "'", "")

// marked reports whether there are some.
func marked(s string) bool {
	for i := range len(s) {
		if c := s[i]; c == '-' || c == '.' || c == '\'' {
			return true
		}
	}
	return false
}

// plain folds what says nothing: hyphens and dots inside a word, formats of numbers, British and American endings.
func plain(norm string) string {
	if n, ok := digits(norm); ok {
		return n
	}
	if n, ok := numerals.Get(norm); ok {
		return n
	}
	if m, ok := months.Get(norm); ok {
		return m
	}
	s := norm
	if marked(s) {
		s = unmarked.Replace(s)
	}
	if len(s) > 5 {
		s = strings.Replace(s, "our", "or", 1)
		if strings.HasSuffix(s, "ise") || strings.HasSuffix(s, "ised") || strings.HasSuffix(s, "ising") {
			i := strings.LastIndex(s, "is")
			s = s[:i] + "iz" + s[i+2:]
		}
	}
	return s
}

// digits reads "1,000", "29th", "2.0" as 1000, 29, 2.0.
func digits(norm string) (string, bool) {
	if norm == "" || norm[0] > '9' {
		return "", false
	}
	s := strings.TrimLeft(norm, ",")
	if s == "" || s[0] < '0' || s[0] > '9' {
		return "", false
	}
	s = strings.ReplaceAll(s, ",", "")
	for _, suffix := range [...]string{"st", "nd", "rd", "th"} {
		if t, ok := strings.CutSuffix(s, suffix); ok {
			s = t
			break
		}
	}
	for i := 0; i < len(s); i++ {
		if (s[i] < '0' || s[i] > '9') && s[i] != '.' && s[i] != ':' {
			return "", false
		}
	}
	return strings.TrimRight(s, ".:"), true
}

var numerals = wordlist.Table(strings.Fields("2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 30 40 50"), `two, three, four, five, six, seven, eight, nine, ten,
	eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty, fifty`)

// months are the short forms of months and weekdays, and of "percent".
var months = wordlist.Table(strings.Fields("january february march april june july august september october november december "+
	"monday tuesday wednesday thursday friday percent"),
	"jan, feb, mar, apr, jun, jul, aug, sep sept, oct, nov, dec, mon, tue tues, wed, thu thurs, fri, percent pct")

// honorifics say nothing of what happened.
var honorifics = wordlist.Of(`mr mrs ms miss dr mr. mrs. ms. dr. sir madam rep rep. sen sen. hon hon. 씨 님`)

// small words are aligned only between content words, and are not marked alone. Negations and modals are not among them:
// "not" and "will" change what is told.
var small = wordlist.Of(`a about above after afterwards again all also although am among an and any are as at be because been before being
below between both but by did do does doing during each for from further had has have having he her here hers herself
him himself his how i if in into is it its itself just me more most my myself of off on once only or other our ours ourselves
out over own same she so some such than that the their theirs them themselves then there these they this those through to
too under until up upon very was we were what when where which while who whom whose why with within you your yours yourself s t`)
