package compiler

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"readout/data/compile/documents"
	"readout/data/compile/parallel"
	"readout/data/compile/pieces"
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
func (c *compiler) frame(chapters []*pieces.Piece) (*dataset.Dataset, error) {
	d := &dataset.Dataset{Schema: dataset.SchemaVersion, Engine: engine.Version, Series: []dataset.Series{}, Issues: []dataset.Issue{}}
	for _, p := range chapters {
		var own dataset.Dataset
		if err := json.Unmarshal(p.List, &own); err != nil {
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
	if c.listsTerms() {
		d.Terms = build.Terms(len(c.items), func(i int) []build.CountedTerm { return c.items[i].card.terms }, c.base, c.about)
	}
	return d, nil
}

// listsTerms says whether there is a list of terms. It would name every article.
func (c *compiler) listsTerms() bool { return c.o.Layout == Whole || len(c.items) <= mostListed }

// lists makes the collections, the documents of people and outlets, and the start page. d is a frame.
func (c *compiler) lists(w *documents.Writer, d *dataset.Dataset, meetings, articles []*pieces.Piece) error {
	brief, some, err := c.brief(d, meetings, articles)
	if err != nil {
		return err
	}
	w.Collection("meetings", brief.Meetings, totalOf(len(meetings)))
	return together(w, func(w *documents.Writer) error {
		for _, p := range d.People {
			w.JSON("/v1/people/"+p.ID+".json", documents.TypeJSON, p)
		}
		for _, o := range d.Outlets {
			w.JSON("/v1/outlets/"+o.ID+".json", documents.TypeJSON, o)
		}
		w.Collection("articles", brief.Articles, totalOf(len(articles)))
		w.Collection("people", brief.People, totalOf(len(d.People)))
		w.Collection("series", brief.Series, 0)
		w.Collection("issues", brief.Issues, 0)
		w.Collection("outlets", brief.Outlets, 0)
		if brief.Terms != nil {
			w.Collection("terms", brief.Terms, 0)
			w.List("/v1/terms", formats.TermsCSV(brief))(formats.Lines(brief.Terms))
		}
		return nil
	}, func(w *documents.Writer) error {
		w.Formats(brief)
		w.Described(brief)
		return nil
	}, func(w *documents.Writer) error {
		return c.start(w, *d, newest(some, mostOnPage), articles)
	})
}

// brief is the dataset that lists are made of: entries without their parts, of very many the newest, of people those who met most. some are
// the pieces of its meetings.
func (c *compiler) brief(d *dataset.Dataset, meetings, articles []*pieces.Piece) (brief *dataset.Dataset, some []*pieces.Piece, err error) {
	dated := 0 // undated meetings stand last and are no news
	for i := range c.meetings {
		if !c.meetings[i].Date.IsZero() {
			dated = i + 1
		}
	}
	some = meetings
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
	var listed []*pieces.Piece
	for _, i := range latest {
		listed = append(listed, articles[i])
	}
	own := *d
	if len(d.People) > mostListed {
		own.People = slices.Clone(d.People)
		slices.SortStableFunc(own.People, func(x, y dataset.Person) int { return len(y.Meetings) - len(x.Meetings) })
		own.People = own.People[:mostListed]
		slices.SortFunc(own.People, func(x, y dataset.Person) int { return strings.Compare(x.ID, y.ID) })
	}
	if own.Meetings, err = pieces.ListOf[dataset.Meeting](some); err == nil {
		own.Articles, err = pieces.ListOf[dataset.Article](listed)
	}
	return &own, some, err
}

// together runs tasks on all cores. What they write stands in their order.
func together(w *documents.Writer, tasks ...func(w *documents.Writer) error) error {
	parts, errs := make([]documents.Writer, len(tasks)), make([]error, len(tasks))
	parallel.Each(len(tasks), func(i int) {
		parts[i].Site = w.Site
		errs[i] = tasks[i](&parts[i])
	})
	for i := range parts {
		w.Files = append(w.Files, parts[i].Files...)
		w.Err = cmp.Or(w.Err, parts[i].Err)
	}
	return errors.Join(errs...)
}

// totalOf is how many things there are where a list has the newest alone, 0 where it has all.
func totalOf(n int) int {
	if n > mostListed {
		return n
	}
	return 0
}

// start makes the start page: the newest meetings whole, and the articles that tell of them; of few articles all. d is a frame.
func (c *compiler) start(w *documents.Writer, d dataset.Dataset, meetings, articles []*pieces.Piece) error {
	var err error
	if d.Meetings, err = pieces.WholeOf[dataset.Meeting](c.pieces, meetings); err != nil {
		return err
	}
	if len(articles) > mostListed {
		want := map[string]bool{}
		for _, m := range d.Meetings {
			for _, x := range m.Coverage {
				want[x.Article] = true
			}
		}
		var told []*pieces.Piece
		for i := range articles {
			if want[c.about[i].ID] {
				told = append(told, articles[i])
			}
		}
		articles = told
	}
	if d.Articles, err = pieces.WholeOf[dataset.Article](c.pieces, articles); err != nil {
		return err
	}
	var tasks []func(w *documents.Writer) error
	for _, lang := range web.Languages {
		tasks = append(tasks, func(w *documents.Writer) error {
			w.Page(web.Path(lang, "/"))(web.Start(&d, len(c.items), len(c.meetings), lang))
			w.Page(web.SnippetPath(lang))(web.Snippet(&d, lang))
			return nil
		})
	}
	return together(w, tasks...)
}

// crawlers adds what search engines ask for, with the addresses of the pages of all pieces.
func (c *compiler) crawlers(w *documents.Writer, pieces []*pieces.Piece) error {
	var paths []string
	add := func(path, typ string) {
		if typ == documents.TypeHTML && web.Indexed(path) && len(paths) < mostInSitemap {
			paths = append(paths, path)
		}
	}
	for _, f := range w.Files {
		add(f.Path, f.Type)
	}
	for _, p := range pieces {
		if c.o.Site == "" || len(paths) == mostInSitemap {
			break
		}
		docs, err := c.pieces.Documents(p)
		if err != nil {
			return err
		}
		for _, d := range docs {
			add(d.Path, d.Type)
		}
	}
	w.Crawlers(paths)
	return nil
}

// mostInSitemap is the limit that the protocol of sitemaps sets.
const mostInSitemap = 50_000

// newest keeps the last n of a list in order of time.
func newest[T any](l []T, n int) []T { return slices.Clip(l[max(0, len(l)-n):]) }
