package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/data/seed"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/who"
)

// compiler is the one way from articles to the folder that is served, for five articles as for a hundred thousand. It holds neither
// all understood articles nor all documents:
//
//	understand   each article by itself; a card of it is kept        cards.go
//	gather       people and meetings, from the cards                 gather.go
//	written      each meeting is compared by itself, then written    meetings.go
//	             out; each article; each series and issue            articles.go, chapters.go
//	             and what is said of all of them                     lists.go, whole.go, site.go
//	write        files or packs                                      layout.go, packs.go
//
// What was made of one thing is a piece (pieces.go). Cards and pieces are kept in a cache (cache.go) under a digest of everything that
// they were made of, so a run makes anew what changed since the last one, and no more.
type compiler struct {
	ctx     context.Context // of this run: Ctrl-C ends it
	o       options
	base    *know.Base
	words   *engine.Words
	p       *progress
	cache   *cache
	version digest // of all that a result rests on beside the articles
	schema  *checker

	items    []item // in order of their files
	sources  []engine.Source
	about    []build.About
	people   map[string]who.Person
	order    []who.Person // by id
	meetings []meeting.Meeting
	outlets  []dataset.Outlet
	outlet   map[string]dataset.Outlet // by id

	recent recent
	stores stores
}

// item is what is known of one article.
type item struct {
	key  digest
	card *card
	main string          // id of the meeting it is chiefly about
	open map[string]bool // passages that its rights let out, see rights.Open
	told []*piece        // the meetings it tells of, in order of time
}

// errEngine is what a result of ours that does not hold together is reported under.
var errEngine = errors.New("the engine made a dataset that is not valid; this is a fault of Readout, not of the articles")

var errInterrupted = errors.New("interrupted; what is finished is kept for the next run, and the output is as it was")

// The heap may grow to four times what is in use, since most of what is made is gone at once, but from softMemory bytes on the
// collector works harder: 100,000 articles are to stay below 2 GB.
const (
	heapGrowth = 300 // per cent
	softMemory = 1400 << 20
)

// compile goes the whole way. Ctrl-C ends it in order: what is finished stays in the cache, and the output is as it was.
func (o options) compile(seeds []seed.Seed, base *know.Base, p *progress) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second one ends the program at once
	debug.SetGCPercent(heapGrowth)
	debug.SetMemoryLimit(softMemory)
	small := len(seeds) < archiveFrom
	if o.layout == "" {
		o.layout = layoutPacked
		if small {
			o.layout = layoutWhole
		}
	}
	if small && o.cache == "" {
		o.cache = "none" // everything is made in a few seconds
	}
	meanings, err := newMeanings(o, p)
	if err != nil {
		return err
	}
	cache, err := o.openCache()
	if err != nil {
		return err
	}
	defer cache.close()
	c, err := newCompiler(ctx, o, seeds, base, meanings, cache, p)
	if err != nil {
		return err
	}
	c.understand()
	if c.stopped() {
		return errInterrupted
	}
	p.step("finding meetings")
	c.gather()
	out, err := c.written()
	if err == nil {
		err = meanings.finish()
	}
	if err != nil {
		return err
	}
	for _, u := range c.unmet() {
		fmt.Fprintln(os.Stderr, u)
	}
	n, err := c.write(out)
	if err != nil {
		return err
	}
	if cache.failed() {
		p.note("compile: the cache in %s could not be written: %v; the next run will take longer", cache.dir, cache.fault)
	}
	cache.tidy()
	p.done("%d %s, %d %s: %d documents, %d kB in %s; %d of %d files are new", len(c.items), plural(len(c.items), "article"),
		len(c.meetings), plural(len(c.meetings), "meeting"), n.documents, n.bytes/1000, filepath.ToSlash(o.out), n.fresh, n.files)
	return nil
}

func newCompiler(ctx context.Context, o options, seeds []seed.Seed, base *know.Base, m *meanings, cache *cache, p *progress) (*compiler, error) {
	v, err := version(base, o.site, m.state)
	if err != nil {
		return nil, fmt.Errorf("cannot read this program itself: %w", err)
	}
	c := &compiler{ctx: ctx, o: o, base: base, words: engine.NewWords(base), p: p, cache: cache, version: v, people: map[string]who.Person{}, outlet: map[string]dataset.Outlet{}}
	if o.model != "none" {
		c.words.Alike = m.alike
	}
	if c.schema, err = newChecker(); err != nil {
		return nil, err
	}
	slices.SortFunc(seeds, func(x, y seed.Seed) int { return strings.Compare(x.File, y.File) })
	c.items = make([]item, len(seeds))
	for i := range seeds {
		src, about := source(&seeds[i], base)
		c.sources, c.about = append(c.sources, src), append(c.about, about)
	}
	decisions := map[string][]know.Decision{} // by the articles that they quote: a decision makes nothing else new
	for _, d := range base.Decisions {
		for _, q := range d.Quotes {
			decisions[q.Article] = append(decisions[q.Article], d)
		}
	}
	each(len(seeds), func(i int) {
		meta, _ := json.Marshal([]any{c.sources[i], c.about[i], seeds[i].Meta.Published, decisions[seeds[i].File]}) // strings: it cannot fail
		c.items[i].key = digestOf(v[:], meta)
	})
	build.Name(c.sources, c.about, base)
	return c, nil
}

// stopped reports whether Ctrl-C has ended this run.
func (c *compiler) stopped() bool { return c.ctx.Err() != nil }

// each calls f for 0 … n-1 on all cores until one fails or the run is interrupted.
func (c *compiler) each(n int, f func(i int) error) error {
	errs := make([]error, n)
	failed := make(chan struct{}, n)
	each(n, func(i int) {
		if len(failed) > 0 || c.stopped() {
			return
		}
		if errs[i] = f(i); errs[i] != nil {
			failed <- struct{}{}
		}
		c.p.tick()
	})
	if c.stopped() {
		return errInterrupted
	}
	return errors.Join(errs...)
}

// outcome is what a run lays out: pieces, and documents that are of none.
type outcome struct {
	pieces []*piece
	others []doc
}

// written makes or finds all pieces, and what is said of all of them.
func (c *compiler) written() (out outcome, err error) {
	compared := make([]*piece, len(c.meetings))
	meetings := make([]*piece, len(c.meetings))
	articles := make([]*piece, len(c.items))
	c.p.barOf("comparing", len(compared), "meeting")
	if err := c.each(len(compared), func(i int) (err error) {
		compared[i], err = c.comparedPiece(&c.meetings[i])
		return err
	}); err != nil {
		return out, err
	}
	c.cite(compared)
	c.p.barOf("writing out", len(meetings), "meeting")
	if err := c.each(len(meetings), func(i int) (err error) {
		meetings[i], err = c.meetingPiece(&c.meetings[i], compared[i])
		return err
	}); err != nil {
		return out, err
	}
	for n, m := range meetings {
		for _, cov := range c.meetings[n].Coverage {
			c.items[cov.Article].told = append(c.items[cov.Article].told, m)
		}
	}
	c.p.barOf("writing out", len(articles), "article")
	if err := c.each(len(articles), func(i int) (err error) {
		articles[i], err = c.articlePiece(i)
		return err
	}); err != nil {
		return out, err
	}
	chapters, err := c.chapters()
	if err != nil {
		return out, err
	}
	site, err := c.sitePiece()
	if err != nil {
		return out, err
	}
	out.pieces = slices.Concat(meetings, articles, chapters, []*piece{site})
	d, err := c.frame(chapters)
	if err != nil {
		return out, err
	}
	w := &writer{site: c.o.site}
	if err := c.lists(w, d, meetings, articles); err != nil {
		return out, err
	}
	if c.o.layout == layoutPacked {
		parts, err := c.parts(meetings, articles)
		if err != nil {
			return out, err
		}
		out.others = parts
		w.json("/v1/dataset.json", typeJSON, c.contents(d, parts))
	} else if err := c.whole(w, d, meetings, articles); err != nil {
		return out, err
	}
	if err := c.crawlers(w, out.pieces); err != nil {
		return out, err
	}
	for _, f := range w.files {
		out.others = append(out.others, made(f.path, f.typ, f.data))
	}
	return out, w.err
}

// openCache is the cache that the options name. Where there can be none, or another run uses it, a temporary one serves this run.
func (o options) openCache() (*cache, error) {
	dir, err := o.cache, error(nil)
	if dir == "" {
		dir, err = cacheFolder(o.seeds)
	}
	if err == nil && dir != "none" {
		var c *cache
		if c, err = openCache(dir); err == nil {
			return c, nil
		}
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "compile: no cache: %v; everything is made anew\n", err)
	}
	if dir, err = os.MkdirTemp("", "readout-cache-"); err != nil {
		return nil, err
	}
	c, err := openCache(dir)
	if err != nil {
		return nil, err
	}
	c.temporary = true
	return c, nil
}
