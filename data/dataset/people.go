package dataset

import (
	"slices"

	"readout/wasm/know"
)

// peopleList is everybody whom an article names, with each article's forms.
func (b *builder) peopleList() []Person {
	out := []Person{}
	for _, p := range b.c.People {
		x := Person{ID: p.ID, Name: p.Name, Native: p.Native, Country: p.Country, Forms: map[string][]string{}}
		for i, a := range b.c.Articles {
			for _, q := range a.Who.People {
				if q.ID == p.ID {
					for _, f := range q.Forms {
						if !slices.Contains(x.Forms[b.ids[i]], f) {
							x.Forms[b.ids[i]] = append(x.Forms[b.ids[i]], f)
						}
					}
				}
			}
		}
		for _, kp := range b.k.People {
			if kp.ID == p.ID {
				for _, r := range kp.Roles {
					x.Roles = append(x.Roles, r.Title)
				}
			}
		}
		for i := range b.c.Meetings {
			if slices.Contains(b.c.Meetings[i].People, p.ID) {
				x.Meetings = append(x.Meetings, b.c.Meetings[i].ID)
			}
		}
		out = append(out, x)
	}
	return out
}

// OutletNamed finds the registry's outlet by its id, name or a form of it; an unknown outlet gets an id made of its name.
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

func (b *builder) outlets(arts []Article) []Outlet {
	out := []Outlet{}
	for i, a := range arts {
		at := slices.IndexFunc(out, func(o Outlet) bool { return o.ID == a.Outlet })
		if at < 0 {
			o := Outlet{ID: a.Outlet, Name: b.about[i].OutletName, Siglum: a.Siglum}
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
