package build

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/sorting"
)

// About is what is known about an article from elsewhere, beyond what the engine was given.
type About struct {
	URL, Author, Rights, Note, OutletName string
	ID                                    string // "" to make one from the file's name
	Siglum                                string // "" to make one from the outlet's
}

// Name gives every article a unique id and siglum. about[i] belongs to sources[i]. An id or siglum that is already set is kept, unless
// an earlier article has it. So a part of an archive can keep the names that it has in the whole.
func Name(sources []engine.Source, about []About, k *know.Base) {
	ids, outlets, sigla := taken{}, outletSigla(sources, about, k), map[string]bool{}
	reserved := map[string]bool{}
	for _, s := range outlets {
		reserved[s] = true
	}
	called := map[string]int{}
	for i := range sources {
		called[stem(sources[i].File)]++
	}
	for i := range sources {
		id := about[i].ID
		if id == "" {
			id = stem(sources[i].File)
			if called[id] > 1 { // in several folders: these tell them apart, whichever comes first
				id = Kebab(withoutEnding(sources[i].File))
			}
		}
		about[i].ID = ids.unique(id, "-")
		s := cmp.Or(about[i].Siglum, outlets[sources[i].Outlet])
		for n := 1; sigla[s] || n > 1 && reserved[s]; n++ {
			s = outlets[sources[i].Outlet] + number(about[i].ID, n)
		}
		about[i].Siglum, sigla[s] = s, true
	}
}

// stem is a file's name, without folder and ending, as an id.
func stem(file string) string { return Kebab(withoutEnding(file[strings.LastIndexByte(file, '/')+1:])) }

func withoutEnding(file string) string {
	if dot := strings.LastIndexByte(file, '.'); dot > strings.LastIndexByte(file, '/')+1 {
		return file[:dot]
	}
	return file
}

// counted is how many articles of an outlet are numbered in order.
const counted = 9

// number is what the n-th attempt puts behind the siglum of the outlet of an article: 2 to 9, and then two, three and more digits that
// follow from its id. So one article more or less changes the sigla of a few others, and not of all behind it in an archive.
func number(id string, n int) string {
	if n < counted {
		return strconv.Itoa(n + 1)
	}
	digits := ""
	for more := n - counted + 2; len(digits) < more; {
		h := uint32(2166136261) // FNV-1a
		for _, c := range []byte(id + digits) {
			h = (h ^ uint32(c)) * 16777619
		}
		digits += strconv.Itoa(int(1e8 + h%9e8))
	}
	return digits[:n-counted+2]
}

// outletSigla are the sigla of the outlets of articles, by id: those of the registry, and for the others, in order of their names, what
// the registry leaves. They rest on which outlets there are, and on no article.
func outletSigla(sources []engine.Source, about []About, k *know.Base) map[string]string {
	sigla, used, names := map[string]string{}, map[string]bool{}, map[string]string{}
	for _, o := range k.Outlets {
		sigla[o.ID] = o.Siglum
		used[o.Siglum] = true
	}
	var unknown []string
	for i := range sources {
		id, name := sources[i].Outlet, about[i].OutletName
		if sigla[id] != "" {
			continue
		}
		known, named := names[id]
		if !named {
			unknown = append(unknown, id)
		}
		if !named || name < known {
			names[id] = name
		}
	}
	sorting.By(unknown, func(x, y string) int { return cmp.Or(strings.Compare(names[x], names[y]), strings.Compare(x, y)) })
	for _, id := range unknown {
		sigla[id] = siglum(names[id], used)
		used[sigla[id]] = true
	}
	return sigla
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
// agency apart (NHK, NJB of "NHK (via Japan Bullet)"). When all are taken the first of these gets a number; a name without letters gets a
// letter.
func siglum(name string, used map[string]bool) string {
	head, inside, _ := strings.Cut(strings.TrimPrefix(name, "The "), "(")
	words := capitals(head)
	for n := 0; len(words) == 0; n++ {
		if s := strings.ToUpper(suffix(n)); !used[s] {
			return s
		}
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
		if !used[s] {
			return s
		}
	}
	for n := 2; ; n++ {
		if s := try[0] + strconv.Itoa(n); !used[s] {
			return s
		}
	}
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
