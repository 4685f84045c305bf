package build

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/wasm/engine"
	"readout/wasm/know"
)

// About is what is known of an article from outside, beyond what the engine was told.
type About struct {
	URL, Author, Rights, Note, OutletName string
	ID                                    string // "" makes one of the file's name
	Siglum                                string // "" makes one of the outlet's
}

// Name gives every article an id and a siglum that no other has. about[i] belongs to sources[i]; what it has already is kept
// where it is the first to have it.
func Name(sources []engine.Source, about []About, k *know.Base) {
	ids, sigla := taken{}, taken{}
	given := map[string]string{}   // name of an outlet → the siglum of its first article
	outlets := map[string]string{} // id → siglum
	for _, o := range k.Outlets {
		outlets[o.ID] = o.Siglum
	}
	for i := range sources {
		id := about[i].ID
		if id == "" {
			stem := sources[i].File[strings.LastIndexByte(sources[i].File, '/')+1:]
			if dot := strings.LastIndexByte(stem, '.'); dot > 0 {
				stem = stem[:dot]
			}
			id = Kebab(stem)
		}
		about[i].ID = ids.unique(id, "-")
		s := about[i].Siglum
		if s == "" {
			s = outlets[sources[i].Outlet]
		}
		if s == "" { // a number only where its name has no other letters left, or this is not its first article
			outlet := about[i].OutletName
			first := given[outlet]
			if first == "" {
				first = siglum(outlet, sigla)
				given[outlet] = first
			}
			s = first
		}
		if s == "" {
			s = strings.ToUpper(suffix(i))
		}
		about[i].Siglum = sigla.unique(s, "")
	}
}

// taken are the ids that are in use, and for each that was asked for twice the number to try next: ten thousand articles of one
// outlet must not each try all numbers before theirs.
type taken map[string]int

// unique makes an id unused by adding a number, and marks it used.
func (t taken) unique(id, sep string) string {
	n, used := t[id]
	if !used {
		t[id] = 2
		return id
	}
	for {
		try := id + sep + strconv.Itoa(n)
		n++
		if _, used := t[try]; !used {
			t[id], t[try] = n, 2
			return try
		}
	}
}

// siglum is the shortest that tells an outlet by its name and that nobody has: its acronym (NHK, KBS of "KBS World"), the initials of
// its words (KH), two or three letters of one word (NI, NIK), and with those the words in brackets, which tell two copies of one
// agency apart (NHK, NJB of "NHK (via Japan Bullet)"). When all are taken it is the first of these, "" for a name without letters.
func siglum(name string, used taken) string {
	head, inside, _ := strings.Cut(strings.TrimPrefix(name, "The "), "(")
	words := capitals(head)
	if len(words) == 0 {
		return ""
	}
	var try []string
	first := []rune(words[0])
	if n := len(first); n == 3 && strings.ToUpper(words[0]) == words[0] || n < 3 && len(words) == 1 {
		try = append(try, words[0])
	}
	if len(words) > 1 {
		try = append(try, initials(words))
	}
	if more := capitals(inside); len(more) > 0 && len(try) > 0 {
		try = append(try, initials(slices.Concat(words[:min(2, len(words))], more)), initials(slices.Concat(words[:1], more)))
	}
	for n := 2; n <= min(3, len(first)); n++ {
		try = append(try, strings.ToUpper(string(first[:n])))
	}
	for _, s := range try {
		if _, has := used[s]; !has {
			return s
		}
	}
	return try[0]
}

// capitals are the words of a name that begin with a capital, or with a letter that has none; of a name without, all its words.
func capitals(name string) []string {
	all := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	out := slices.DeleteFunc(slices.Clone(all), func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsLower(r) || unicode.IsDigit(r)
	})
	if len(out) == 0 {
		return all
	}
	return out
}

// initials are the first letters of up to three words.
func initials(words []string) string {
	var s []rune
	for _, w := range words[:min(3, len(words))] {
		r, _ := utf8.DecodeRuneInString(w)
		s = append(s, r)
	}
	return strings.ToUpper(string(s))
}
