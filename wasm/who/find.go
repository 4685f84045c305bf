package who

import (
	"readout/wasm/east"
	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
)

// nobody is a registry that knows nothing.
var nobody = &know.Base{}

// Find reads who is in an article. k may be empty. published limits the registry's forms and says which post a
// person held. If it is the zero Date, nothing is excluded.
//
// Its cost is linear in the text: registry forms are looked up by their first word, titles and names look at a
// bounded number of words around them.
func Find(d *text.Document, k *know.Base, published when.Date) *Article {
	if k == nil {
		k = nobody
	}
	if p := east.Of(d.Language); p != nil {
		return findEastern(d, p, k, published)
	}
	r := newReader(d)
	if !published.IsZero() {
		r.since, r.until = published.First(), published.Last()
	}
	p := &finder{
		reader: r, f: r.classify(), k: k, ix: indexes.Of(k, newIndex), published: published,
		posts: make([]bool, len(r.words)), byKey: map[string]int{}, byEntry: map[int]int{},
	}
	p.findPeople()
	b := p.findBodies()
	b.titleCountries()
	a := &Article{Mentions: p.mentions}
	a.Utterances = b.findVoices()
	b.sort()
	a.Bodies, a.Places = b.bodies, b.places
	for i := range p.people {
		x := p.people[i].Person
		if x.ID == "" {
			x.ID = Kebab(x.Name)
		}
		a.People = append(a.People, x)
	}
	return a
}

// Kebab is a name as an id: lower case letters and digits, words joined by hyphens.
func Kebab(name string) string {
	out := make([]byte, 0, len(name))
	for _, r := range text.Fold(name) {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			out = append(out, byte(r))
		case r >= 0x80:
			out = append(out, string(r)...)
		case len(out) > 0 && out[len(out)-1] != '-':
			out = append(out, '-')
		}
	}
	if n := len(out); n > 0 && out[n-1] == '-' {
		out = out[:n-1]
	}
	return string(out)
}
