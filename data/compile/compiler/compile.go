// Package compiler turns articles into the folder that is served. Compile is all of it.
package compiler

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"readout/data/compile/cache"
	"readout/data/compile/documents"
	"readout/data/compile/input"
	"readout/data/compile/meanings"
	"readout/data/compile/parallel"
	"readout/data/compile/pieces"
	"readout/data/compile/progress"
	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/data/dataset/schema"
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
// What was made of one thing is a piece (package pieces). Cards and pieces are kept in a cache (package cache) under a digest of everything that
// they were made of, so a run makes anew what changed since the last one, and no more.
type compiler struct {
	ctx     context.Context // of this run: Ctrl-C ends it
	o       Options
	base    *know.Base
	words   *engine.Words
	p       *progress.Progress
	cache   *cache.Cache
	version cache.Digest // of all that a result rests on beside the articles
	schema  *schema.Checker

	items    []item // in order of their files
	sources  []engine.Source
	about    []build.About
	people   map[string]who.Person
	order    []who.Person // by id
	meetings []meeting.Meeting
	outlets  []dataset.Outlet
	outlet   map[string]dataset.Outlet // by id

	pieces *pieces.Store
	recent recent
}

// item is what is known of one article.
type item struct {
	key  cache.Digest
	card *card
	main string          // id of the meeting it is chiefly about
	open map[string]bool // passages that its rights let out, see rights.Open
	told []*pieces.Piece // the meetings it tells of, in order of time
}

// errEngine is what a result of ours that does not hold together is reported under.
var errEngine = errors.New("the engine made a dataset that is not valid; this is a fault of Readout, not of the articles")

var errInterrupted = errors.New("interrupted; what is finished is kept for the next run, and the output is as it was")

// Options say what is compiled, and how.
type Options struct {
	Seeds    string // folder of the articles; it also identifies their cache
	Out      string // folder to write, replaced as a whole
	Site     string // origin that pages will be served from, "" if unknown
	Cache    string // folder of the archive's cache; "" for the default, or "none"
	Meanings meanings.Options
	Layout   Layout // "" to choose by the number of articles
}

// archiveFrom is the number of articles from which on a folder is an archive: its cache is kept, and it is laid out in packs. Below it
// every document is a file, and dataset.json is whole.
const archiveFrom = 500

// Compile does everything, from articles to documents. Ctrl-C ends it cleanly: finished work stays in the cache, and the old output stays
// as it was.
func Compile(o Options, seeds []seed.Seed, base *know.Base, p *progress.Progress) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second one ends the program at once
	small := len(seeds) < archiveFrom
	if o.Layout == "" {
		o.Layout = Packed
		if small {
			o.Layout = Whole
		}
	}
	if small && o.Cache == "" {
		o.Cache = "none" // everything is made in a few seconds
	}
	said, err := meanings.New(o.Meanings, o.Layout == Packed, p)
	if err != nil {
		return err
	}
	kept, err := cacheFor(o)
	if err != nil {
		return err
	}
	defer kept.Close()
	c, err := newCompiler(ctx, o, seeds, base, said, kept, p)
	if err != nil {
		return err
	}
	c.understand()
	if c.stopped() {
		return errInterrupted
	}
	p.Step("finding meetings")
	c.gather()
	out, err := c.written()
	if err == nil {
		err = said.Finish()
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
	if err := kept.Fault(); err != nil {
		p.Note("compile: the cache in %s could not be written: %v; the next run will take longer", kept.Dir, err)
	}
	kept.Tidy()
	p.Done("%d %s, %d %s: %d documents, %d kB in %s; %d of %d files written anew", len(c.items), progress.Plural(len(c.items), "article"),
		len(c.meetings), progress.Plural(len(c.meetings), "meeting"), n.documents, n.bytes/1000, filepath.ToSlash(o.Out), n.fresh, n.files)
	return nil
}

func newCompiler(ctx context.Context, o Options, seeds []seed.Seed, base *know.Base, m *meanings.Meanings, kept *cache.Cache, p *progress.Progress) (*compiler, error) {
	v, err := version(base, o.Site, m.State)
	if err != nil {
		return nil, fmt.Errorf("cannot read this program itself: %w", err)
	}
	c := &compiler{ctx: ctx, o: o, base: base, words: engine.NewWords(base), p: p, cache: kept, pieces: pieces.New(kept), version: v, people: map[string]who.Person{}, outlet: map[string]dataset.Outlet{}}
	if o.Meanings.Model != "none" {
		c.words.Alike = m.Alike
	}
	if c.schema, err = schema.NewChecker(); err != nil {
		return nil, err
	}
	slices.SortFunc(seeds, func(x, y seed.Seed) int { return strings.Compare(x.File, y.File) })
	c.items = make([]item, len(seeds))
	for i := range seeds {
		src, about := input.Source(&seeds[i], base)
		c.sources, c.about = append(c.sources, src), append(c.about, about)
	}
	decisions := map[string][]know.Decision{} // by the articles that they quote: a decision makes nothing else new
	for _, d := range base.Decisions {
		for _, q := range d.Quotes {
			decisions[q.Article] = append(decisions[q.Article], d)
		}
	}
	parallel.Each(len(seeds), func(i int) {
		meta, _ := json.Marshal([]any{c.sources[i], c.about[i], seeds[i].Meta.Published, decisions[seeds[i].File]}) // strings: it cannot fail
		c.items[i].key = cache.Of(v[:], meta)
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
	parallel.Each(n, func(i int) {
		if len(failed) > 0 || c.stopped() {
			return
		}
		if errs[i] = f(i); errs[i] != nil {
			failed <- struct{}{}
		}
		c.p.Tick()
	})
	if c.stopped() {
		return errInterrupted
	}
	return errors.Join(errs...)
}

// outcome is what a run lays out: pieces, and documents that are of none.
type outcome struct {
	pieces []*pieces.Piece
	others []pieces.Doc
}

// written makes or finds all pieces, and what is said of all of them.
func (c *compiler) written() (out outcome, err error) {
	meetings, err := c.meetingPieces()
	if err != nil {
		return out, err
	}
	articles := make([]*pieces.Piece, len(c.items))
	c.p.BarOf("writing out", len(articles), "article")
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
	out.pieces = slices.Concat(meetings, articles, chapters, []*pieces.Piece{site})
	return out, c.ofAll(&out, meetings, articles, chapters)
}

// meetingPieces are those of all meetings: first all are compared, then written out.
func (c *compiler) meetingPieces() ([]*pieces.Piece, error) {
	compared := make([]*pieces.Piece, len(c.meetings))
	c.p.BarOf("comparing", len(compared), "meeting")
	if err := c.each(len(compared), func(i int) (err error) {
		compared[i], err = c.comparedPiece(&c.meetings[i])
		return err
	}); err != nil {
		return nil, err
	}
	c.cite(compared)
	meetings := make([]*pieces.Piece, len(c.meetings))
	c.p.BarOf("writing out", len(meetings), "meeting")
	if err := c.each(len(meetings), func(i int) (err error) {
		meetings[i], err = c.meetingPiece(&c.meetings[i], compared[i])
		return err
	}); err != nil {
		return nil, err
	}
	for n, m := range meetings {
		for _, cov := range c.meetings[n].Coverage {
			c.items[cov.Article].told = append(c.items[cov.Article].told, m)
		}
	}
	return meetings, nil
}

// ofAll adds the documents that are about all of them: lists, the whole dataset or its parts, and what crawlers read.
func (c *compiler) ofAll(out *outcome, meetings, articles, chapters []*pieces.Piece) error {
	d, err := c.frame(chapters)
	if err != nil {
		return err
	}
	w := &documents.Writer{Site: c.o.Site}
	if err := c.lists(w, d, meetings, articles); err != nil {
		return err
	}
	if c.o.Layout == Packed {
		if out.others, err = c.parts(meetings, articles); err != nil {
			return err
		}
		w.JSON("/v1/dataset.json", documents.TypeJSON, c.contents(d, out.others))
	} else if err := c.whole(w, d, meetings, articles); err != nil {
		return err
	}
	if err := c.crawlers(w, out.pieces); err != nil {
		return err
	}
	for _, f := range w.Files {
		out.others = append(out.others, pieces.Made(f.Path, f.Type, f.Data))
	}
	return w.Err
}

// cacheFor is the cache that the options name. Where there can be none, or another run uses it, a temporary one serves this run.
func cacheFor(o Options) (*cache.Cache, error) {
	dir, err := o.Cache, error(nil)
	if dir == "" {
		dir, err = cache.Folder(o.Seeds)
	}
	if err == nil && dir != "none" {
		var c *cache.Cache
		if c, err = cache.Open(dir); err == nil {
			return c, nil
		}
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "compile: no cache: %v; everything is made anew\n", err)
	}
	if dir, err = os.MkdirTemp("", "readout-cache-"); err != nil {
		return nil, err
	}
	c, err := cache.Open(dir)
	if err != nil {
		return nil, err
	}
	c.Temporary = true
	return c, nil
}

// version is the digest of all that a result rests on beside the articles: this very program, the registry and options.
func version(base *know.Base, options ...string) (cache.Digest, error) {
	name, err := os.Executable()
	if err != nil {
		return cache.Digest{}, err
	}
	f, err := os.Open(name)
	if err != nil {
		return cache.Digest{}, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return cache.Digest{}, err
	}
	words, err := json.Marshal(base.WithoutDecisions())
	if err != nil {
		return cache.Digest{}, err
	}
	return cache.Of(h.Sum(nil), words, []byte(strings.Join(options, " "))), nil
}
