package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"readout/data/dataset"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/who"
	"readout/web"
)

// What an archive says of very many things it bounds: a document that names ten thousand articles serves no reader.
const (
	mostListed = 1000 // entries of a list such as /v1/meetings.json: the newest
	mostOnPage = 60   // meetings on the start page, with the articles that tell of them: the newest
	mostRounds = 200  // rounds of a series' document: the newest
	mostTold   = 200  // articles of an issue's document: the newest
)

// documents makes or finds the pieces of the archive and lists all documents.
func (a *archive) documents() ([]doc, error) {
	var docs []doc
	compared, meetings := make([]*piece, len(a.meetings)), make([]*piece, len(a.meetings))
	a.p.barOf("comparing", len(compared), "meeting")
	if err := a.pieces(len(compared), func(i int) (err error) {
		compared[i], err = a.comparedPiece(&a.meetings[i])
		return err
	}); err != nil {
		return nil, err
	}
	index := make(map[string]int, len(a.items))
	for i := range a.items {
		index[a.about[i].ID] = i
		a.items[i].cited = map[string]bool{}
		for _, passages := range a.items[i].issues {
			for _, p := range passages {
				a.items[i].cited[p] = true
			}
		}
	}
	for _, m := range compared {
		for id, passages := range m.Cited {
			for _, p := range passages {
				a.items[index[id]].cited[p] = true
			}
		}
		m.Cited = nil
	}
	a.p.barOf("writing out", len(meetings), "meeting")
	if err := a.pieces(len(meetings), func(i int) (err error) {
		meetings[i], err = a.meetingPiece(&a.meetings[i], compared[i])
		return err
	}); err != nil {
		return nil, err
	}
	for n, m := range meetings {
		for _, c := range a.meetings[n].Coverage {
			a.items[c.Article].told = append(a.items[c.Article].told, m)
		}
		docs = append(docs, a.docs(m)...)
	}
	articles := make([]*piece, len(a.items))
	a.p.barOf("writing out", len(articles), "article")
	if err := a.pieces(len(articles), func(i int) (err error) {
		articles[i], err = a.articlePiece(i)
		return err
	}); err != nil {
		return nil, err
	}
	for _, p := range articles {
		docs = append(docs, a.docs(p)...)
	}
	rest := &writer{site: a.o.site}
	d := &dataset.Dataset{Schema: dataset.SchemaVersion, Engine: engine.Version}
	if err := a.chapters(d, &docs); err != nil {
		return nil, err
	}
	if err := a.lists(rest, d, meetings, articles); err != nil {
		return nil, err
	}
	parts, err := a.parts(meetings, articles)
	if err != nil {
		return nil, err
	}
	docs = append(docs, parts...)
	rest.json("/v1/schema.json", typeSchema, dataset.Schema())
	rest.json("/v1/dataset.json", typeJSON, a.contents(d, parts))
	if err := a.site(rest, docs); err != nil {
		return nil, err
	}
	if rest.err != nil {
		return nil, rest.err
	}
	for _, f := range rest.files {
		docs = append(docs, made(f.path, f.typ, f.data))
	}
	return docs, nil
}

// pieces calls f for 0 … n-1 on all cores until one fails or the run is interrupted.
func (a *archive) pieces(n int, f func(i int) error) error {
	errs := make([]error, n)
	failed := make(chan struct{}, n)
	each(n, func(i int) {
		if len(failed) > 0 || a.stopped() {
			return
		}
		if errs[i] = f(i); errs[i] != nil {
			failed <- struct{}{}
		}
		a.p.tick()
	})
	if a.stopped() {
		return errInterrupted
	}
	return errors.Join(errs...)
}

// chapters makes the documents of series and issues, and puts what lists say of them into d.
func (a *archive) chapters(d *dataset.Dataset, docs *[]doc) error {
	d.Series, d.Issues = []dataset.Series{}, []dataset.Issue{}
	rounds := map[string][]meeting.Meeting{}
	for _, m := range a.meetings {
		if m.Series != "" {
			rounds[m.Series] = append(rounds[m.Series], m)
		}
	}
	n := len(a.base.Series) + len(a.base.Issues)
	made := make([]*piece, n)
	a.p.barOf("gathering", n, "series and issue")
	if err := a.pieces(n, func(i int) (err error) {
		if i < len(a.base.Series) {
			s := a.base.Series[i]
			if of := rounds[s.ID]; len(of) > 0 {
				made[i], err = a.seriesPiece(s, newest(of, mostRounds))
			}
			return err
		}
		made[i], err = a.issuePiece(a.base.Issues[i-len(a.base.Series)].ID)
		return err
	}); err != nil {
		return err
	}
	for i, p := range made {
		if p == nil {
			continue
		}
		*docs = append(*docs, a.docs(p)...)
		if i < len(a.base.Series) {
			var s dataset.Series
			if err := json.Unmarshal(p.List, &s); err != nil {
				return err
			}
			d.Series = append(d.Series, s)
			continue
		}
		var is dataset.Issue
		if err := json.Unmarshal(p.List, &is); err != nil {
			return err
		}
		d.Issues = append(d.Issues, is)
	}
	return nil
}

// newest keeps the last n of a list in order of time.
func newest[T any](l []T, n int) []T { return l[max(0, len(l)-n):] }

func (a *archive) seriesPiece(s know.Series, rounds []meeting.Meeting) (*piece, error) {
	articles := covering(rounds...)
	key := [][]byte{a.version[:], []byte("series " + s.ID)}
	for i := range rounds {
		key = append(key, a.known(&rounds[i]))
	}
	for _, i := range articles {
		key = append(key, a.inputs(i)...)
	}
	return a.piece(digestOf(key...), func(p *piece) ([]file, []byte, []byte, error) {
		var more []string
		for _, m := range rounds {
			more = append(more, m.People...)
		}
		part := a.some(articles, more)
		var local []meeting.Meeting
		for _, m := range rounds {
			local = append(local, part.local(m))
		}
		d := dataset.Build(a.words.Series(part.arts, part.people, local, s), a.base, part.about)
		if err := a.finish(d, &part, false); err != nil {
			return nil, nil, nil, fmt.Errorf("series %s: %w", s.ID, err)
		}
		w := &writer{site: a.o.site}
		w.series(d.SeriesDoc(&d.Series[0]))
		list, err := dataset.Encode(d.Series[0])
		return w.files, list, nil, orErr(w.err, err)
	})
}

// issuePiece is the document of an issue: of a small archive all articles stand in it, those that do not write of the issue among
// them, of a large one the newest that do. It is nil where none does.
func (a *archive) issuePiece(id string) (*piece, error) {
	var told []int
	for i := range a.items {
		if len(a.items[i].issues[id]) > 0 {
			told = append(told, i)
		}
	}
	if len(told) == 0 {
		return nil, nil
	}
	slices.SortStableFunc(told, func(x, y int) int { return dataset.CompareDates(a.items[x].card.Published, a.items[y].card.Published) })
	told = newest(told, mostTold)
	slices.Sort(told)
	if len(a.items) <= mostTold {
		told = make([]int, len(a.items))
		for i := range told {
			told[i] = i
		}
	}
	key := [][]byte{a.version[:], []byte("issue " + id)}
	for _, i := range told {
		key = append(key, a.inputs(i)...)
	}
	return a.piece(digestOf(key...), func(p *piece) ([]file, []byte, []byte, error) {
		part := a.some(told, nil)
		d := dataset.Build(a.words.Issue(part.arts, part.people, id), a.base, part.about)
		if err := a.finish(d, &part, false); err != nil {
			return nil, nil, nil, fmt.Errorf("issue %s: %w", id, err)
		}
		w := &writer{site: a.o.site}
		w.issue(d.IssueDoc(&d.Issues[0]))
		list, err := dataset.Encode(d.Issues[0])
		return w.files, list, nil, orErr(w.err, err)
	})
}

// lists makes the collections, the documents of people and outlets, and the start page.
func (a *archive) lists(w *writer, d *dataset.Dataset, meetings, articles []*piece) error {
	light := &engine.Corpus{People: a.order}
	for i := range a.items {
		light.Articles = append(light.Articles, &engine.Article{Who: &who.Article{People: a.items[i].card.People}})
	}
	for _, m := range a.meetings {
		light.Meetings = append(light.Meetings, engine.Meeting{Meeting: m})
	}
	d.People = dataset.People(light, a.base, a.about)
	d.Outlets = a.outlets
	for _, p := range d.People {
		w.json("/v1/people/"+p.ID+".json", typeJSON, p)
	}
	for _, o := range d.Outlets {
		w.json("/v1/outlets/"+o.ID+".json", typeJSON, o)
	}

	dated := 0 // undated meetings stand last and are no news
	for i := range a.meetings {
		if !a.meetings[i].Date.IsZero() {
			dated = i + 1
		}
	}
	some := meetings
	if len(some) > mostListed {
		some = newest(meetings[:max(dated, mostListed)], mostListed)
	}
	w.collection("meetings", entries(some), len(meetings))
	byDate := make([]int, len(articles))
	for i := range byDate {
		byDate[i] = i
	}
	slices.SortStableFunc(byDate, func(x, y int) int { return dataset.CompareDates(a.items[x].card.Published, a.items[y].card.Published) })
	byDate = newest(byDate, mostListed)
	slices.Sort(byDate)
	var listed []*piece
	for _, i := range byDate {
		listed = append(listed, articles[i])
	}
	w.collection("articles", entries(listed), len(articles))
	w.json("/v1/series.json", typeJSON, map[string]any{"series": d.Series})
	w.json("/v1/issues.json", typeJSON, map[string]any{"issues": d.Issues})
	people := d.People
	if len(people) > mostListed { // those who met most
		people = slices.Clone(people)
		slices.SortStableFunc(people, func(x, y dataset.Person) int { return len(y.Meetings) - len(x.Meetings) })
		people = people[:mostListed]
		slices.SortFunc(people, func(x, y dataset.Person) int { return strings.Compare(x.ID, y.ID) })
	}
	w.collection("people", people, len(d.People))
	w.json("/v1/outlets.json", typeJSON, map[string]any{"outlets": d.Outlets})

	brief := *d
	brief.People = people
	if err := decodeAll(entries(some), &brief.Meetings); err != nil {
		return err
	}
	for i := range brief.Meetings {
		brief.Meetings[i].Points = make([]dataset.Point, some[i].Points) // tables count them
	}
	if err := decodeAll(entries(listed), &brief.Articles); err != nil {
		return err
	}
	w.formats(&brief)
	w.described(&brief)

	// The start page shows the newest meetings whole, and the articles that tell of them; of a small archive all.
	page := *d
	var err error
	if page.Meetings, err = wholes[dataset.Meeting](a, newest(some, mostOnPage)); err != nil {
		return err
	}
	shown := articles
	if len(articles) > mostListed {
		want := map[string]bool{}
		for _, m := range page.Meetings {
			for _, c := range m.Coverage {
				want[c.Article] = true
			}
		}
		shown = nil
		for i := range articles {
			if want[a.about[i].ID] {
				shown = append(shown, articles[i])
			}
		}
	}
	if page.Articles, err = wholes[dataset.Article](a, shown); err != nil {
		return err
	}
	w.pages("/", func(lang string) ([]byte, error) { return web.StartOf(&page, len(a.items), len(a.meetings), lang) })
	w.page("/embed")(web.Snippet(&page))
	return nil
}

// wholes are the entries of pieces in the whole dataset.
func wholes[T any](a *archive, ps []*piece) ([]T, error) {
	raw := make([]json.RawMessage, len(ps))
	for i, p := range ps {
		bodies, err := a.bodies(p)
		if err != nil {
			return nil, err
		}
		raw[i] = bodies[len(bodies)-1]
	}
	var out []T
	err := decodeAll(raw, &out)
	return out, err
}

func entries(ps []*piece) []json.RawMessage {
	out := []json.RawMessage{}
	for _, p := range ps {
		out = append(out, p.List)
	}
	return out
}

func decodeAll[T any](raw []json.RawMessage, into *[]T) error {
	out := make([]T, len(raw))
	for i, r := range raw {
		if err := json.Unmarshal(r, &out[i]); err != nil {
			return err
		}
	}
	*into = out
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

// articlesInPart is how many articles one part of the whole dataset has, more or less.
const articlesInPart = 250

// parts are the whole dataset, in parts that each are articles and meetings as dataset.json of a small archive has them. A part is
// chosen by the id, so that one article more changes one part.
func (a *archive) parts(meetings, articles []*piece) ([]doc, error) {
	n := shards(len(articles), articlesInPart)
	type members struct{ articles, meetings []*piece }
	in := make([]members, n)
	for i, p := range articles {
		k := shardOf(a.about[i].ID, n)
		in[k].articles = append(in[k].articles, p)
	}
	for i, p := range meetings {
		k := shardOf(a.meetings[i].ID, n)
		in[k].meetings = append(in[k].meetings, p)
	}
	out := make([]doc, n)
	a.p.barOf("gathering", n, "part")
	err := a.pieces(n, func(k int) error {
		key := [][]byte{a.version[:], []byte("part")}
		for _, p := range slices.Concat(in[k].articles, in[k].meetings) {
			key = append(key, p.key[:])
		}
		path := fmt.Sprintf("/v1/dataset/%04x.json", k)
		write := func() ([]byte, error) {
			var b bytes.Buffer
			fmt.Fprintf(&b, `{"schema":%d,"engine":%q,"articles":[`, dataset.SchemaVersion, engine.Version)
			if err := a.join(&b, in[k].articles); err != nil {
				return nil, err
			}
			b.WriteString(`],"meetings":[`)
			if err := a.join(&b, in[k].meetings); err != nil {
				return nil, err
			}
			b.WriteString("]}\n")
			return b.Bytes(), nil
		}
		p, err := a.sized(digestOf(key...), write)
		out[k] = doc{path, typeJSON, p.Size, digest(p.Sum), write}
		return err
	})
	return out, err
}

// sized is the size and sum of what write gives, remembered under a key: the bytes themselves can be made again.
func (a *archive) sized(key digest, write func() ([]byte, error)) (docMeta, error) {
	var m docMeta
	if head, ok := a.cache.get(key); ok && json.Unmarshal(head, &m) == nil && len(m.Sum) == len(digest{}) {
		return m, nil
	}
	data, err := write()
	if err != nil {
		return docMeta{Sum: make([]byte, len(digest{}))}, err
	}
	sum := digestOfBytes(data)
	m = docMeta{Size: len(data), Sum: sum[:]}
	head, err := json.Marshal(m)
	a.cache.put(key, head)
	return m, err
}

// join writes the entries of pieces in the whole dataset, with commas between.
func (a *archive) join(b *bytes.Buffer, ps []*piece) error {
	for i, p := range ps {
		bodies, err := a.bodies(p)
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(bytes.TrimSuffix(bodies[len(bodies)-1], []byte("\n")))
	}
	return nil
}

// contents is dataset.json of an archive: where its parts are, and what they have in common.
func (a *archive) contents(d *dataset.Dataset, parts []doc) any {
	paths := []string{}
	for _, p := range parts {
		paths = append(paths, p.path)
	}
	return struct {
		Schema   int              `json:"schema"`
		Engine   string           `json:"engine"`
		Articles int              `json:"article_count"`
		Meetings int              `json:"meeting_count"`
		Parts    []string         `json:"parts"`
		Outlets  []dataset.Outlet `json:"outlets"`
	}{d.Schema, d.Engine, len(a.items), len(a.meetings), paths, d.Outlets}
}

// site adds what is the same for every dataset, and what search engines read.
func (a *archive) site(w *writer, docs []doc) error {
	for _, lang := range web.Languages {
		w.page(web.OwnPath(lang))(web.Own(lang))
	}
	w.add("/own/registry.bin", "own/registry.bin", typeBytes, a.base.WithoutDecisions().Pack(), nil)
	assets, err := web.Assets()
	if err != nil {
		return err
	}
	for _, f := range assets {
		w.add(f.Path, fileName(f.Path, f.Type), f.Type, w.at(f.Type, f.Data), nil)
	}
	card, err := web.DrawSiteCard(nil)
	w.add(web.SiteCard, fileName(web.SiteCard, typePNG), typePNG, card, err)
	pages := &writer{site: w.site, files: slices.Clone(w.files)}
	for _, d := range docs {
		if len(pages.files) < mostInSitemap {
			pages.files = append(pages.files, file{path: d.path, typ: d.typ})
		}
	}
	n := len(pages.files)
	pages.crawlers()
	w.files = append(w.files, pages.files[n:]...)
	return nil
}

// mostInSitemap is the limit that the protocol of sitemaps sets.
const mostInSitemap = 50_000

// lastDay is the day of the newest article, as modified gives it.
func (a *archive) lastDay() string {
	d := &dataset.Dataset{}
	for i := range a.items {
		d.Articles = append(d.Articles, dataset.Article{Published: a.items[i].card.Published.String()})
	}
	return modified(d)
}
