package build

import (
	"slices"

	"readout/data/dataset"
	"readout/data/dataset/rights"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/sorting"
)

// peopleList is everybody whom an article names, with each article's forms.
func (b *builder) peopleList() []dataset.Person {
	forms := map[string]map[string][]string{} // person → article → forms
	for i, a := range b.c.Articles {
		for _, q := range a.Who.People {
			of := forms[q.ID]
			if of == nil {
				of = map[string][]string{}
				forms[q.ID] = of
			}
			for _, f := range q.Forms {
				if !slices.Contains(of[b.ids[i]], f) {
					of[b.ids[i]] = append(of[b.ids[i]], f)
				}
			}
		}
	}
	meetings := map[string][]string{}
	inOrder := make([]*engine.Meeting, len(b.c.Meetings)) // of time
	for i := range inOrder {
		inOrder[i] = &b.c.Meetings[i]
	}
	sorting.By(inOrder, func(x, y *engine.Meeting) int { return CompareDates(x.Date, y.Date) })
	for _, m := range inOrder {
		for n, p := range m.People {
			if !slices.Contains(m.People[:n], p) {
				meetings[p] = append(meetings[p], m.ID)
			}
		}
	}
	roles := map[string][]string{}
	for _, kp := range b.k.People {
		for _, r := range kp.Roles {
			roles[kp.ID] = append(roles[kp.ID], r.Title)
		}
	}
	out := []dataset.Person{}
	for _, p := range b.c.People {
		x := dataset.Person{ID: p.ID, Name: p.Name, Native: p.Native, Country: p.Country, Roles: roles[p.ID], Forms: forms[p.ID], Meetings: meetings[p.ID]}
		if x.Forms == nil {
			x.Forms = map[string][]string{}
		}
		out = append(out, x)
	}
	return out
}

// People is everybody whom an article names, as Dataset gives them. The articles of the corpus need not have more than their
// names. about[i] belongs to c.Articles[i] and has its id and rights.
func People(c *engine.Corpus, k *know.Base, about []About) []dataset.Person {
	b := &builder{c: c, k: k}
	closed := map[string]bool{}
	for _, a := range about {
		b.ids = append(b.ids, a.ID)
		closed[a.ID] = a.Rights == "headline"
	}
	return rights.People(b.peopleList(), closed)
}

// Outlets are the outlets of articles, as Dataset gives them. about[i] belongs to arts[i].
func Outlets(arts []dataset.Article, k *know.Base, about []About) []dataset.Outlet {
	return (&builder{k: k, about: about}).outlets(arts)
}

// OutletNamed finds the registry's outlet by its id, its name or a form of its name. An unknown outlet gets an id made from its name.
func OutletNamed(name string, k *know.Base) (id, full string) {
	if name == "" {
		return "unknown", "Outlet not named"
	}
	for _, o := range k.Outlets {
		if o.ID == name || o.Name == name || slices.Contains(o.Forms, name) {
			return o.ID, o.Name
		}
	}
	return Kebab(name), name
}

func (b *builder) outlets(arts []dataset.Article) []dataset.Outlet {
	out := []dataset.Outlet{}
	for i, a := range arts {
		at := slices.IndexFunc(out, func(o dataset.Outlet) bool { return o.ID == a.Outlet })
		if at < 0 {
			o := dataset.Outlet{ID: a.Outlet, Name: b.about[i].OutletName, Siglum: a.Siglum}
			for _, k := range b.k.Outlets {
				if k.ID == a.Outlet {
					o.Name, o.Country, o.URL = k.Name, k.Country, k.URL
				}
			}
			at = len(out)
			out = append(out, o)
		}
		out[at].Articles = append(out[at].Articles, a.ID)
	}
	return out
}
