package who_test

import (
	"slices"
	"testing"

	"readout/wasm/when"
	"readout/wasm/who"
)

// What stands beside a capitalised name tells whether a person or a body bears it. All sentences are our own.
func TestBodiesThatSoundLikePeople(t *testing.T) {
	for _, c := range []struct {
		text   string
		people []string
		bodies []string
	}{
		{"Real Marisma sporting director Iván Torrado met Alma Lindgren on Monday. Marisma have offered more.",
			[]string{"Iván Torrado", "Alma Lindgren"}, []string{"Real Marisma", "Real Marisma"}},
		{"Talks with Penhallow ended. Penhallow confirmed the offer, said James Orme. Shares in Penhallow Group fell, and Penhallow shareholders were told.",
			[]string{"James Orme"}, []string{"Penhallow Group"}},
		{"The wage talks with Noord Kaap resumed. Noord Kaap Terminals said that Pieter Vroom had met Marloes de Graaf. \"We listened,\" De Graaf said.",
			[]string{"Pieter Vroom", "Marloes de Graaf"}, []string{"Noord Kaap Terminals"}},
		{"The talks were led by Norway's minister, Astrid Moen, and Gambia's minister, Lamin Touray.",
			[]string{"Astrid Moen", "Lamin Touray"}, nil},
		{"King Osvald received Premier Lee Boon Wei. Lee thanked King Osvald.", []string{"King Osvald", "Lee Boon Wei"}, nil},
		{"The Writers Guild of Norway met on Friday. The WGN wants more, and so does the Lund Dockers Union of the Faroe Islands.",
			nil, []string{"Writers Guild of Norway", "Writers Guild of Norway"}},
		{"The International Dyers and Tanners Union met Federal Steel and Coal Company. The IDTU said no.",
			nil, []string{"International Dyers and Tanners Union", "International Dyers and Tanners Union"}},
		{"The Norwegian Dental Association agreed.", nil, []string{"Norwegian Dental Association"}},
		{"The Zambia Congress of Porters agreed, and so did the National Council of Norwegian Dyers and the Norway Conference of Lutheran Deans.",
			nil, []string{"Zambia Congress of Porters", "National Council of Norwegian Dyers", "Norway Conference of Lutheran Deans"}},
		{"The African Union and United Nations agreed.", nil, []string{"African Union", "United Nations"}},
		{"Negotiators have met for days, and flu was called COVID. The MOU was signed in D.C. by the ICBM desk.", nil, []string{}},
	} {
		doc := read(c.text)
		a := who.Find(doc, nil, when.Date{})
		var people, bodies []string
		for _, p := range a.People {
			people = append(people, p.Name)
		}
		for _, b := range a.Bodies {
			if b.Kind == who.KindOrganisation {
				bodies = append(bodies, b.Name)
			}
		}
		if !slices.Equal(people, c.people) {
			t.Errorf("%s\npeople %q, want %q", c.text, people, c.people)
		}
		if c.bodies != nil && len(c.bodies) == 0 && len(bodies) > 0 {
			t.Errorf("%s\nbodies %q, want none", c.text, bodies)
		}
		for _, b := range c.bodies {
			if !slices.Contains(bodies, b) {
				t.Errorf("%s\nbodies %q, want %q", c.text, bodies, b)
			}
		}
	}
}
