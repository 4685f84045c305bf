package main

import (
	"encoding/json"
	"slices"
	"strings"

	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/data/dataset/formats"
	"readout/wasm/engine"
	"readout/wasm/who"
	"readout/web"
)

// What is said of very many things is bounded.
const (
	mostListed = 1000 // entries of a list such as /v1/meetings.json: the newest
	mostOnPage = 60   // meetings on the start page, with the articles that tell of them: the newest
)

// frame is the dataset without its articles and meetings.
func (c *compiler) frame(chapters []*piece) (*dataset.Dataset, error) {
	d := &dataset.Dataset{Schema: dataset.SchemaVersion, Engine: engine.Version, Series: []dataset.Series{}, Issues: []dataset.Issue{}}
	for _, p := range chapters {
		var own dataset.Dataset
		if err := json.Unmarshal(p.list, &own); err != nil {
			return nil, err
		}
		d.Series, d.Issues = append(d.Series, own.Series...), append(d.Issues, own.Issues...)
	}
	light := &engine.Corpus{People: c.order}
	for i := range c.items {
		light.Articles = append(light.Articles, &engine.Article{Who: &who.Article{People: c.items[i].card.People}})
	}
	for _, m := range c.meetings {
		light.Meetings = append(light.Meetings, engine.Meeting{Meeting: m})
	}
	d.People = build.People(light, c.base, c.about)
	d.Outlets = c.outlets
	if c.o.layout == layoutWhole || len(c.items) <= mostListed {
		d.Terms = build.Terms(len(c.items), func(i int) []build.CountedTerm { return c.items[i].card.terms }, c.base, c.about)
	}
	return d, nil
}

// lists makes the collections, the documents of people and outlets, and the start page. d is a frame.
func (c *compiler) lists(w *writer, d *dataset.Dataset, meetings, articles []*piece) error {
	for _, p := range d.People {
		w.json("/v1/people/"+p.ID+".json", typeJSON, p)
	}
	for _, o := range d.Outlets {
		w.json("/v1/outlets/"+o.ID+".json", typeJSON, o)
	}

	dated := 0 // undated meetings stand last and are no news
	for i := range c.meetings {
		if !c.meetings[i].Date.IsZero() {
			dated = i + 1
		}
	}
	some := meetings
	if len(some) > mostListed {
		some = newest(meetings[:max(dated, mostListed)], mostListed)
	}
	latest := make([]int, len(articles))
	for i := range latest {
		latest[i] = i
	}
	slices.SortStableFunc(latest, c.byDate)
	latest = newest(latest, mostListed)
	slices.Sort(latest)
	var listed []*piece
	for _, i := range latest {
		listed = append(listed, articles[i])
	}
	brief := *d
	if len(d.People) > mostListed { // those who met most
		brief.People = slices.Clone(d.People)
		slices.SortStableFunc(brief.People, func(x, y dataset.Person) int { return len(y.Meetings) - len(x.Meetings) })
		brief.People = brief.People[:mostListed]
		slices.SortFunc(brief.People, func(x, y dataset.Person) int { return strings.Compare(x.ID, y.ID) })
	}
	var err error
	if brief.Meetings, err = listOf[dataset.Meeting](some); err != nil {
		return err
	}
	if brief.Articles, err = listOf[dataset.Article](listed); err != nil {
		return err
	}
	w.collection("meetings", brief.Meetings, len(meetings))
	w.collection("articles", brief.Articles, len(articles))
	w.collection("people", brief.People, len(d.People))
	w.collection("series", brief.Series, 0)
	w.collection("issues", brief.Issues, 0)
	w.collection("outlets", brief.Outlets, 0)
	if brief.Terms != nil {
		w.collection("terms", brief.Terms, 0)
		w.list("/v1/terms", formats.TermsCSV(&brief))(formats.Lines(brief.Terms))
	}
	for i := range brief.Meetings {
		brief.Meetings[i].Points = make([]dataset.Point, some[i].marks) // tables count them
	}
	w.formats(&brief)
	w.described(&brief)
	return c.start(w, *d, newest(some, mostOnPage), articles)
}

// start makes the start page: the newest meetings whole, and the articles that tell of them; of few articles all. d is a frame.
func (c *compiler) start(w *writer, d dataset.Dataset, meetings, articles []*piece) error {
	var err error
	if d.Meetings, err = wholeOf[dataset.Meeting](c, meetings); err != nil {
		return err
	}
	if len(articles) > mostListed {
		want := map[string]bool{}
		for _, m := range d.Meetings {
			for _, x := range m.Coverage {
				want[x.Article] = true
			}
		}
		var told []*piece
		for i := range articles {
			if want[c.about[i].ID] {
				told = append(told, articles[i])
			}
		}
		articles = told
	}
	if d.Articles, err = wholeOf[dataset.Article](c, articles); err != nil {
		return err
	}
	w.pages("/", func(lang string) ([]byte, error) { return web.StartOf(&d, len(c.items), len(c.meetings), lang) })
	for _, lang := range web.Languages {
		w.page(web.SnippetPath(lang))(web.Snippet(&d, lang))
	}
	return nil
}

// collection adds a list; total is said where not all of it is there.
func (w *writer) collection(name string, entries any, total int) {
	m := map[string]any{name: entries}
	if total > mostListed {
		m["total"] = total
	}
	w.json("/v1/"+name+".json", typeJSON, m)
}
