package web

import (
	"cmp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"readout/data/dataset"
)

// A speaker is one who is heard in some of the articles.
type speaker struct {
	name, person, country string                   // person is an id, "" where the registry and the articles know none
	by                    map[string]dataset.Voice // article → all that it reports of the speaker
	words                 int
}

// speakers are all who are heard, most words first; one person is one speaker whatever an article calls him.
func speakers(voices []dataset.Voice, articles []dataset.Article) []*speaker {
	var out []*speaker
	at := map[string]*speaker{}
	for _, v := range voices {
		if !contains(ids(articles), v.Article) {
			continue
		}
		key := v.Person
		if key == "" {
			key = strings.ToLower(v.Speaker)
		}
		s := at[key]
		if s == nil {
			s = &speaker{name: v.Speaker, person: v.Person, country: v.Country, by: map[string]dataset.Voice{}}
			at[key] = s
			out = append(out, s)
		}
		sum := s.by[v.Article]
		sum.Direct += v.Direct
		sum.Indirect += v.Indirect
		sum.Passages = append(sum.Passages[:len(sum.Passages):len(sum.Passages)], v.Passages...)
		s.by[v.Article] = sum
		s.words += v.Direct + v.Indirect
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].words > out[j].words })
	return out
}

// voices are who is heard: each article's words as a bar by the speaker's country, and a table of the speakers.
func (t *table) voices() *node {
	people := speakers(t.doc.Meeting.Voices, t.arts)
	if len(people) == 0 {
		return nil
	}
	total := map[string]int{}
	for _, s := range people {
		total[s.country] += s.words
	}
	var countries []string
	for c := range total {
		countries = append(countries, c)
	}
	sort.Slice(countries, func(i, j int) bool {
		a, b := countries[i], countries[j]
		if (a == "") != (b == "") {
			return b == ""
		}
		return total[a] > total[b] || total[a] == total[b] && a < b
	})
	names := map[string]string{}
	for _, c := range countries {
		names[c] = t.say(cmp.Or(c, "unsided"))
	}
	if len(names) == 1 && countries[0] == "" {
		names[""] = t.say("speakers") // others than who?
	}
	keys := el("div.keys", attrs{{"aria-hidden", "true"}})
	for i, c := range countries {
		keys.add(el("span", el("span.vb", el("span."+pattern(i))), names[c]))
	}
	bars := el("div.voices")
	for _, a := range t.arts {
		bars.add(el("div.voice", t.cite.tile(a.ID, "t"), t.voiceBar(a, people, countries, names), el("span.of", t.say("ofwords", t.number(a.Words)))))
	}
	return el("section.sec", attrs{{"id", "voices"}}, el("h2", t.say("hvoices")), el("p.note", t.say("nvoices")), keys, bars, t.voiceTable(people))
}

// pattern is the class of the i-th side's filling; sides are told apart by pattern, never by hue. -1 is the outlet's own words.
func pattern(i int) string {
	if i < 0 {
		return "own"
	}
	return "v" + strconv.Itoa(i%6)
}

// voiceBar is one article's words as a bar, names of the countries as they are called there. It is a table because a cell takes its width as
// an attribute, which a strict content security policy allows and a style does not.
func (t *table) voiceBar(a dataset.Article, people []*speaker, countries []string, names map[string]string) *node {
	words, sum := map[string]int{}, 0
	for _, s := range people {
		n := s.by[a.ID].Direct + s.by[a.ID].Indirect
		words[s.country] += n
		sum += n
	}
	whole := max(a.Words, sum, 1)
	tr := el("tr")
	var said []string
	cell := func(n, i int, name string) {
		share := percentOf(n, whole)
		if share == 0 {
			return
		}
		percent := strconv.Itoa(share) + "%"
		said = append(said, name+" "+percent)
		td := el("td."+pattern(i), attrs{{"width", percent}})
		if share < 12 {
			td.class("few") // a telephone has no room for the figure
		}
		tr.add(td.add(el("b", when(utf8.RuneCountInString(name)+3 < share, el("i", name+" ")), when(share >= 6, percent)))) // one percent of a wide bar has room for about one letter
	}
	for i, c := range countries {
		cell(words[c], i, names[c])
	}
	cell(whole-sum, -1, t.say("own"))
	return el("table.vb", attrs{{"role", "img"}, {"aria-label", t.say("colon", t.cite.name(a.ID), strings.Join(said, t.say("sep")))}}, el("tbody", tr))
}

func percentOf(n, whole int) int { return (n*100 + whole/2) / whole }

// voiceTable is who speaks in each article, how much of it in quotation marks, and where.
func (t *table) voiceTable(people []*speaker) *node {
	head := el("tr", el("th", attrs{{"scope", "col"}}, t.say("speaker")))
	for _, a := range t.arts {
		head.add(el("th", attrs{{"scope", "col"}}, t.cite.name(a.ID)))
	}
	body := el("tbody")
	for _, s := range people {
		tr := el("tr", el("th", attrs{{"scope", "row"}}, upper(t.heard(s.name, s.person, t.doc.People)), when(s.country != "", el("small", t.say(s.country)))))
		for _, a := range t.arts {
			v, ok := s.by[a.ID]
			td := el("td", attrs{{"data-h", t.cite.name(a.ID)}})
			if !ok {
				tr.add(td.add(attrs{{"class", "nil"}}, t.say("notheard")))
				continue
			}
			n := v.Direct + v.Indirect
			box := el("div", el("b", t.count(n, "words", n)), t.say("sep")+strconv.Itoa(percentOf(n, max(a.Words, n, 1)))+"%")
			if v.Direct > 0 {
				box.add(el("small", t.say("quoted", v.Direct)))
			}
			where := el("small")
			seen := map[string]bool{}
			for _, id := range v.Passages {
				p, ok := t.cite.passage[a.ID+"/"+id]
				if w := t.cite.where(p); ok && !seen[w] {
					where.add(when(len(seen) > 0, t.say("sep")), t.cite.link(a.ID, p, w))
					seen[w] = true
				}
			}
			tr.add(td.add(box.add(where)))
		}
		body.add(tr)
	}
	return el("div.scroll", attrs{{"tabindex", "0"}, {"role", "region"}, {"aria-label", t.say("hvoices")}}, el("table.grid", el("thead", head), body))
}
