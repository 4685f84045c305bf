package dataset

import (
	"strconv"
	"strings"
	"unicode"

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
		if s == "" {
			s = initials(about[i].OutletName)
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

// initials are the first letters of up to three capitalised words of a name, "" for none.
func initials(name string) string {
	var s []rune
	start := true
	for _, r := range name {
		if unicode.IsLetter(r) {
			if start && unicode.IsUpper(r) && len(s) < 3 {
				s = append(s, r)
			}
			start = false
		} else {
			start = r == ' ' || r == '-'
		}
		if r == '(' {
			break
		}
	}
	return string(s)
}
