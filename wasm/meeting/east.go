package meeting

import (
	"slices"
	"strings"

	"readout/wasm/east"
	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
)

// eastern appends the mentions of sentence i of an article in Korean or Japanese. There the verb comes last: who, when and where stand
// before the word of contact, what became of it behind. Words of contact with no day between them are of one meeting.
func (r *reader) eastern(p *east.Profile, i int) {
	s := &r.sents[i]
	span := r.a.Doc.Passages[s.passages[0]].Span
	span.End = r.a.Doc.Passages[s.passages[len(s.passages)-1]].End
	items := p.Items(r.a.Doc.Source, span)
	var at []int // the items that name a contact, the last of each meeting
	talks := false
	for _, it := range items {
		talks = talks || it.Kind == east.Contact && it.Part(0) != string(Visit)
	}
	for n, it := range items {
		if it.Kind != east.Contact || talks && it.Part(0) == string(Visit) {
			continue
		}
		if k := len(at) - 1; k >= 0 && !aside(items, at[k]) && !s.dayBetween(items[at[k]].End, it.Start) {
			if aside(items, n) || items[at[k]].Part(0) == string(Call) { // "전화 통화를 갖고 … 협의했다" is a call
				continue
			}
			at[k] = n
			continue
		}
		at = append(at, n)
	}
	lo := span.Start
	for k, n := range at {
		hi := span.End
		if k+1 < len(at) {
			hi = items[at[k]].End
			for _, it := range items[n:at[k+1]] {
				if it.Kind == east.Ending {
					hi = it.End
					break
				}
			}
		}
		r.mentions = append(r.mentions, r.easternMention(p, s, items, n, text.Span{Start: lo, End: hi}))
		lo = hi
	}
	r.contact = r.contact || len(at) > 0
}

// wanted is how many code points may stand between a contact and the word that says that somebody wants it: "会談の開催を提案".
const wanted = 14

// aside reports whether the contact at item n only places something else in time.
func aside(items []east.Item, n int) bool {
	return n+1 < len(items) && items[n+1].Kind == east.Beside && items[n+1].Start-items[n].End <= 2
}

// dayBetween reports whether a date stands between two code points.
func (s *sentence) dayBetween(from, to int) bool {
	return slices.ContainsFunc(s.dates, func(d found[when.Expr]) bool { return d.v.Start >= from && d.v.End <= to })
}

// easternMention reads the mention of the contact at item n within the region in.
func (r *reader) easternMention(p *east.Profile, s *sentence, items []east.Item, n int, in text.Span) Mention {
	it := items[n]
	m := Mention{Sentence: s.num, Passages: slices.Clone(s.passages), Trigger: it.Span, Type: Type(it.Part(0)), Adjunct: aside(items, n)}
	r.easternSides(p, s, items, n, in, &m)
	for _, x := range s.places {
		if in.Contains(x.v.Span) && (m.Place == "" || x.v.Start < it.Start) {
			m.Place, m.PlaceCountry = x.v.Name, x.v.Country
		}
	}
	said := false
	st := Status("")
	for _, x := range items[n:] {
		switch {
		case x.Kind == east.Said:
			said = true
		case x.Kind != east.Ending || x.Start < it.Start || x.Start >= in.End:
		case Status(x.Value) == Proposed && (x.Start-it.End > wanted || !p.IsObject(r.a.Doc.Source, it.End)): // "会談し、撤回を求めた": something else is wanted
		case st == "" || Status(x.Value) == Denied || Status(x.Value) == NotYet:
			st = Status(x.Value)
		}
	}
	for _, x := range items[:n] {
		m.Previous = m.Previous || x.Kind == east.Former && in.Contains(x.Span) && it.Start-x.End < 4
	}
	for _, d := range s.dates {
		e := d.v
		if !in.Contains(e.Span) || e.Start > it.Start || e.Date.IsZero() || historical(e.Date, r.a.Published) ||
			!m.Date.IsZero() && e.Date.Precision() != when.ToDay {
			continue
		}
		// "외교부는 29일 … 열 예정이라고 밝혔다": the day beside the topic is that of the report
		if said && st != Held && st != "" && e.Start > in.Start+1 && p.IsTopic(r.a.Doc.Source, e.Start-2) {
			continue
		}
		m.Date = e.Date
	}
	if !m.Adjunct {
		m.Status = r.dated(&m, st)
	} else {
		m.People = nil
	}
	m.Definite = m.Date.IsZero() && len(m.People) == 0
	slices.Sort(m.Countries)
	return m
}

// easternSides fills in who meets: people with a title of some height, the countries, the level.
func (r *reader) easternSides(p *east.Profile, s *sentence, items []east.Item, n int, in text.Span, m *Mention) {
	it := items[n]
	m.Level = it.Part(1)
	if m.Type == Visit {
		m.Countries, m.Level = nonEmpty(m.Level), ""
	}
	for _, x := range s.people {
		switch {
		case x.v.Person < 0 || !in.Contains(x.v.Span) || slices.Contains(m.People, x.v.Person):
		case x.v.Level == know.LevelSpokesperson || r.a.Who.People[x.v.Person].Level == know.LevelSpokesperson:
		case m.Type == Visit && (len(m.People) > 0 || x.v.Start > it.Start):
		default:
			m.People = append(m.People, x.v.Person)
			m.Countries = union(m.Countries, nonEmpty(r.country(x.v)))
		}
	}
	named := len(m.Countries) >= 2 && len(m.People) >= 2
	end := it.Start
	unnamed := ""
	for k := n - 1; k >= 0 && items[k].Start >= in.Start; k-- {
		x := items[k]
		switch x.Kind {
		case east.Level, east.Title, east.Parties:
			near := end-x.End <= 1
			if near || x.Kind == east.Level {
				end = x.Start
			}
			switch {
			case x.Kind == east.Parties && (near || m.Parties == 0):
				m.Parties = int(x.Value[0] - '0')
			case x.Kind == east.Parties:
			case m.Level == "" && (near || x.Kind == east.Level):
				m.Level = x.Part(0)
			case unnamed == "":
				unnamed = x.Part(0)
			}
		case east.Country:
			if m.Type == Visit && end-x.End <= 2 {
				m.Countries = union(m.Countries, []string{x.Value})
			}
			if !named && m.Type != Visit && (strings.Contains(x.Value, " ") || p.Acts(r.a.Doc.Source, x.End)) {
				all := union(m.Countries, strings.Fields(x.Value))
				if len(all) <= 3 {
					m.Countries = all
				}
				named = strings.Contains(x.Value, " ")
			}
		}
	}
	if m.Level == "" && len(m.People) == 0 {
		m.Level = unnamed
	}
}
