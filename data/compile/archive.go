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
	"sync"
	"syscall"

	"readout/data/dataset"
	"readout/data/model"
	"readout/data/seed"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/who"
)

// archive compiles many articles. It does what build and documents do for a few, but holds neither all texts nor all results:
//
//   - of each article a card is kept, and meetings are found from cards;
//   - each meeting is compared by itself: its articles are understood again, a dataset of this one meeting is built, validated
//     and rendered, and the bytes go to the cache;
//   - documents are put together from the cache, pack by pack.
//
// What was made of unchanged things in an earlier run is taken from the cache.
type archive struct {
	ctx     context.Context // of this run: Ctrl-C ends it
	o       options
	base    *know.Base
	words   *engine.Words
	p       *progress
	cache   *cache
	version digest
	schema  *checker

	items    []item
	sources  []engine.Source
	about    []dataset.About
	people   map[string]who.Person
	order    []who.Person // by id
	meetings []meeting.Meeting
	outlets  []dataset.Outlet
	outlet   map[string]dataset.Outlet // by id

	recent recent
}

// item is what is known of one article.
type item struct {
	key    digest
	card   *engine.Card
	issues map[string][]string // issue → passages on it
	main   string              // id of the meeting it is chiefly about
	cited  map[string]bool     // passages that some comparison cites
	told   []*piece            // the meetings it tells of, in order of time
}

// errEngine is what a result of ours that does not hold together is reported under.
var errEngine = errors.New("the engine made a dataset that is not valid; this is a fault of Readout, not of the articles")

// archiveMemory is the heap, in bytes, at which the collector works harder: 100,000 articles are to stay below 2 GB.
const archiveMemory = 1400 << 20

func newArchive(ctx context.Context, o options, seeds []seed.Seed, base *know.Base, c *cache, p *progress) (*archive, error) {
	debug.SetMemoryLimit(archiveMemory)
	v, err := version(base, o.site+" "+o.model)
	if err != nil {
		return nil, fmt.Errorf("cannot read this program itself: %w", err)
	}
	a := &archive{ctx: ctx, o: o, base: base, words: engine.NewWords(base), p: p, cache: c, version: v, people: map[string]who.Person{}, outlet: map[string]dataset.Outlet{}}
	if o.model != "none" {
		if a.words.Alike, err = keptAlike(); err != nil {
			return nil, err
		}
	}
	if a.schema, err = newChecker(); err != nil {
		return nil, err
	}
	slices.SortFunc(seeds, func(x, y seed.Seed) int { return strings.Compare(x.File, y.File) })
	a.items = make([]item, len(seeds))
	for i := range seeds {
		src, about := source(&seeds[i], base)
		a.sources, a.about = append(a.sources, src), append(a.about, about)
	}
	decisions := map[string][]know.Decision{} // by the articles that they quote: a decision makes nothing else new
	for _, d := range base.Decisions {
		for _, q := range d.Quotes {
			decisions[q.Article] = append(decisions[q.Article], d)
		}
	}
	each(len(seeds), func(i int) {
		meta, _ := json.Marshal([]any{a.sources[i], a.about[i], seeds[i].Meta.Published, decisions[seeds[i].File]}) // strings: it cannot fail
		a.items[i].key = digestOf(v[:], meta)
	})
	dataset.Name(a.sources, a.about, base)
	return a, nil
}

// keptAlike tells of meanings what is kept with the program. The encoder itself is not asked: it takes about as long for one meeting
// as everything else for a hundred.
func keptAlike() (func(sentences []string) [][]int, error) {
	kept, err := model.ParseScores(keptScores)
	if err != nil {
		return nil, fmt.Errorf("data/compile/scores.txt: %w", err)
	}
	return func(sentences []string) [][]int {
		if s := kept[model.Key(sentences)]; len(s) == len(sentences) {
			return s
		}
		return nil
	}, nil
}

// cardsAtATime is how many cards are one record of the cache.
const cardsAtATime = 200

// understand gets a card of every article: those of the cache, and by reading the rest.
func (a *archive) understand() {
	index := make(map[digest]int, len(a.items))
	for i := range a.items {
		index[a.items[i].key] = i
	}
	lists := a.cardLists()
	var mu sync.Mutex
	stale := 0
	each(len(lists), func(n int) {
		body, ok := a.cache.get(lists[n])
		if !ok {
			return
		}
		list, err := decodeCards(body)
		if err != nil {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		for _, k := range list {
			if i, ok := index[k.Key]; ok {
				a.items[i].card, a.items[i].issues = k.card(), k.Issues
			} else {
				stale++
			}
		}
	})
	var missing []int
	for i := range a.items {
		if a.items[i].card == nil {
			missing = append(missing, i)
		}
	}
	a.p.bar("understanding", len(missing))
	if len(missing) < len(a.items) {
		a.p.note("%d of %d articles are known from the last run", len(a.items)-len(missing), len(a.items))
	}
	var fresh []*kept
	flush := func() {
		if len(fresh) == 0 {
			return
		}
		body := encodeCards(fresh)
		key := digestOf(body)
		a.cache.put(key, body)
		lists = append(lists, key)
		a.putCardLists(lists)
		fresh = nil
	}
	each(len(missing), func(n int) {
		if a.stopped() {
			return
		}
		i := missing[n]
		art := engine.Understand(a.sources[i], a.base)
		a.recent.add(i, art)
		raw, fault := a.rawOf(i, art)
		card := art.Card()
		issues := map[string][]string{}
		for id, passages := range a.words.Issues(art) {
			for _, p := range passages {
				issues[id] = append(issues[id], raw.Passages[p].ID)
			}
		}
		a.items[i].card, a.items[i].issues = card, issues
		if text, err := json.Marshal(raw); err == nil && fault == nil { // one that is not valid is made again, and reported, by raw
			a.cache.put(a.rawKey(i), pack(text))
		}
		mu.Lock()
		fresh = append(fresh, a.keep(i))
		if len(fresh) == cardsAtATime {
			flush()
		}
		mu.Unlock()
		a.p.tick()
	})
	flush()
	if a.stopped() { // some articles have no card
		return
	}
	if (len(lists) > 2*len(a.items)/cardsAtATime+20 || stale > len(a.items)) && !a.cache.temporary {
		a.mergeCards()
	}
}

// keep is the card of article i as the cache has it, as long as nobody has got an id.
func (a *archive) keep(i int) *kept {
	it := &a.items[i]
	k := &kept{Key: it.key, Published: it.card.Published, Headline: it.card.Headline, People: slices.Clone(it.card.People),
		Threads: it.card.Threads, Issues: it.issues, Marks: it.card.Marks}
	for i, t := range it.card.Tallies {
		k.Tallies[i] = keepTally(t)
	}
	return k
}

// mergeCards writes all cards anew when many records hold a few each, or many that are of use no more.
func (a *archive) mergeCards() {
	var lists []digest
	for i := 0; i < len(a.items); i += cardsAtATime {
		var list []*kept
		for n := i; n < min(i+cardsAtATime, len(a.items)); n++ {
			list = append(list, a.keep(n))
		}
		body := encodeCards(list)
		key := digestOf(body)
		a.cache.put(key, body)
		lists = append(lists, key)
	}
	a.putCardLists(lists)
}

// cardLists are the records that hold cards; they are listed under a key of their own.
func (a *archive) cardLists() []digest {
	body, _ := a.cache.get(digestOf(a.version[:], []byte("cards")))
	var out []digest
	for ; len(body) >= len(digest{}); body = body[len(digest{}):] {
		out = append(out, digest(body[:len(digest{})]))
	}
	return out
}

func (a *archive) putCardLists(lists []digest) {
	var body []byte
	for _, l := range lists {
		body = append(body, l[:]...)
		a.cache.keep(l)
	}
	a.cache.put(digestOf(a.version[:], []byte("cards")), body)
}

func (a *archive) rawKey(i int) digest { return digestOf(a.items[i].key[:], []byte("raw")) }

// gather finds the people and meetings of all articles.
func (a *archive) gather() {
	a.order, a.meetings = engine.Gather(len(a.items), func(i int) *engine.Card { return a.items[i].card }, a.base)
	for i := range a.items {
		c := a.items[i].card
		c.Tallies = engine.Tallies{}
	}
	for _, p := range a.order {
		a.people[p.ID] = p
	}
	// as dataset.Build has them: undated last, else by the first day
	slices.SortStableFunc(a.meetings, func(x, y meeting.Meeting) int { return dataset.CompareDates(x.Date, y.Date) })
	for i := range a.meetings {
		for _, c := range a.meetings[i].Coverage {
			if c.Thread >= 0 && a.items[c.Article].card.Threads[c.Thread].Main {
				a.items[c.Article].main = a.meetings[i].ID
			}
		}
	}
	arts := make([]dataset.Article, len(a.items))
	for i := range arts {
		arts[i] = dataset.Article{ID: a.about[i].ID, Outlet: a.sources[i].Outlet, Siglum: a.about[i].Siglum}
	}
	a.outlets = dataset.Outlets(arts, a.base, a.about)
	for _, o := range a.outlets {
		a.outlet[o.ID] = o
	}
}

// article is article i understood, with the ids of its people.
func (a *archive) article(i int) *engine.Article {
	art := a.recent.get(i)
	if art == nil {
		art = engine.Understand(a.sources[i], a.base)
		a.recent.add(i, art)
	}
	own := *art // the same article may be wanted by several at once
	w := *art.Who
	w.People = slices.Clone(w.People)
	own.Who = &w
	own.Name(a.items[i].card)
	return &own
}

// recent keeps some articles understood. The zero value is ready for use.
type recent struct {
	mu   sync.Mutex
	arts map[int]*engine.Article
	next []int
}

// mostRecent is how many articles are kept understood: about 100 kB each.
const mostRecent = 2500

func (r *recent) add(i int, art *engine.Article) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.arts == nil {
		r.arts = map[int]*engine.Article{}
	}
	if r.arts[i] != nil {
		return
	}
	if len(r.next) == mostRecent {
		delete(r.arts, r.next[0])
		r.next = r.next[1:]
	}
	r.arts[i] = art
	r.next = append(r.next, i)
}

func (r *recent) get(i int) *engine.Article {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.arts[i]
}

// part is a corpus of some of the articles and what goes with them: everything that dataset.Build needs.
type part struct {
	arts   []*engine.Article
	about  []dataset.About
	people []who.Person
	index  map[int]int // article of the archive → index in arts
}

// some gathers the given articles, ascending, and the people they name; more are people that are wanted beside them.
func (a *archive) some(articles []int, more []string) part {
	p := part{index: map[int]int{}}
	seen := map[string]bool{}
	var ids []string
	add := func(id string) {
		if _, ok := a.people[id]; ok && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, i := range articles {
		p.index[i] = len(p.arts)
		p.arts = append(p.arts, a.article(i))
		p.about = append(p.about, a.about[i])
		for _, q := range a.items[i].card.People {
			add(q.ID)
		}
	}
	for _, id := range more {
		add(id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		p.people = append(p.people, a.people[id])
	}
	return p
}

// local is a meeting whose coverage counts in the articles of a part.
func (p *part) local(m meeting.Meeting) meeting.Meeting {
	cov := make([]meeting.Coverage, len(m.Coverage))
	for i, c := range m.Coverage {
		cov[i] = meeting.Coverage{Article: p.index[c.Article], Thread: c.Thread}
	}
	m.Coverage = cov
	return m
}

// finish gives the parts of a small dataset what they have in the large one, after it was found valid by itself.
func (a *archive) finish(d *dataset.Dataset, p *part, encoded bool) error {
	text := map[string][]rune{}
	for _, art := range p.arts {
		text[art.File] = art.Doc.Source
	}
	if err := dataset.Validate(d, func(f string) []rune { return text[f] }); err != nil {
		return errors.Join(errEngine, err)
	}
	if encoded {
		whole, err := dataset.Encode(d)
		if err != nil {
			return err
		}
		if err := a.schema.check(whole); err != nil {
			return err
		}
	}
	for i, n := range p.index {
		d.Articles[n].MainMeeting = nil
		if main := a.items[i].main; main != "" {
			d.Articles[n].MainMeeting = &main
		}
	}
	for i := range d.Outlets {
		d.Outlets[i].Siglum = a.outlet[d.Outlets[i].ID].Siglum
	}
	return nil
}

// unmet are the decisions that had no effect. Only the articles that decisions quote are looked at, and the meetings that they tell of.
func (a *archive) unmet() ([]seed.Problem, error) {
	quoted := map[string]bool{}
	for _, d := range a.base.Decisions {
		for _, q := range d.Quotes {
			quoted[q.Article] = true
		}
	}
	if len(quoted) == 0 {
		return nil, nil
	}
	var meetings []meeting.Meeting
	var articles []int
	for _, m := range a.meetings {
		if slices.ContainsFunc(m.Coverage, func(c meeting.Coverage) bool { return quoted[a.sources[c.Article].File] }) {
			meetings = append(meetings, m)
			articles = append(articles, covering(m)...)
		}
	}
	for i := range a.sources {
		if quoted[a.sources[i].File] {
			articles = append(articles, i)
		}
	}
	slices.Sort(articles)
	part := a.some(slices.Compact(articles), nil)
	for i := range meetings {
		meetings[i] = part.local(meetings[i])
	}
	return unmet(a.words.Some(part.arts, part.people, meetings...).Unmet(a.base)), nil
}

// covering are the articles of some meetings, ascending, each once.
func covering(ms ...meeting.Meeting) []int {
	var out []int
	for _, m := range ms {
		for _, c := range m.Coverage {
			out = append(out, c.Article)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

var errInterrupted = errors.New("interrupted; what is finished is kept for the next run, and the output is as it was")

// stopped reports whether Ctrl-C has ended this run.
func (a *archive) stopped() bool { return a.ctx.Err() != nil }

// compileArchive is the way of a large archive from its seeds to its folder. Ctrl-C ends it in order: what is finished stays in the
// cache, and the output is as it was.
func compileArchive(o options, seeds []seed.Seed, base *know.Base, p *progress) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second one ends the program at once
	if o.keep != "" && o.model != "none" {
		p.note("compile: an archive does not ask the encoder: -keep %s is neither read nor written", o.keep)
	}
	c, err := o.openCache()
	if err != nil {
		return err
	}
	defer c.close()
	a, err := newArchive(ctx, o, seeds, base, c, p)
	if err != nil {
		return err
	}
	a.understand()
	if a.stopped() {
		return errInterrupted
	}
	p.step("finding meetings")
	a.gather()
	docs, err := a.documents()
	if err != nil {
		return err
	}
	unmet, err := a.unmet()
	if err != nil {
		return err
	}
	for _, u := range unmet {
		fmt.Fprintln(os.Stderr, u)
	}
	n, err := a.write(docs)
	if err != nil {
		return err
	}
	if c.failed() {
		p.note("compile: the cache in %s could not be written: %v; the next run will take longer", c.dir, c.fault)
	}
	c.tidy()
	var size int64
	for _, d := range docs {
		size += int64(d.size)
	}
	p.done("%d articles, %d %s: %d documents, %d kB in %s; %d of %d files are new",
		len(a.items), len(a.meetings), plural(len(a.meetings), "meeting"), len(docs), size/1000, filepath.ToSlash(o.out), n.fresh, n.files)
	return nil
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
