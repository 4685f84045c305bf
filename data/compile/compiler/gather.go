package compiler

import (
	"errors"
	"slices"
	"sync"

	"readout/data/compile/parallel"
	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/data/registry"
	"readout/data/seed"
	"readout/wasm/engine"
	"readout/wasm/meeting"
	"readout/wasm/who"
)

// gather finds the people and meetings of all articles.
func (c *compiler) gather() {
	cards := make([]*engine.Card, len(c.items))
	for i := range cards {
		cards[i] = c.items[i].card.Card
	}
	c.order, c.meetings = engine.Gather(cards, c.base, parallel.Each)
	for _, p := range c.order {
		c.people[p.ID] = p
	}
	// as build.Build has them: undated last, else by the first day
	slices.SortStableFunc(c.meetings, func(x, y meeting.Meeting) int { return build.CompareDates(x.Date, y.Date) })
	for i := range c.meetings {
		for _, cov := range c.meetings[i].Coverage {
			if cov.Thread >= 0 && c.items[cov.Article].card.Threads[cov.Thread].Main {
				c.items[cov.Article].main = c.meetings[i].ID
			}
		}
	}
	for i, card := range cards { // what only finding meetings needs: at 100,000 articles the larger half of all that is kept in memory
		card.Headline, card.Threads, card.Marks = "", nil, nil
		if !c.listsTerms() {
			c.items[i].card.terms = nil
		}
	}
	arts := make([]dataset.Article, len(c.items))
	for i := range arts {
		arts[i] = dataset.Article{ID: c.about[i].ID, Outlet: c.sources[i].Outlet, Siglum: c.about[i].Siglum}
	}
	c.outlets = build.Outlets(arts, c.base, c.about)
	for _, o := range c.outlets {
		c.outlet[o.ID] = o
	}
}

// article is article i understood, with the ids of its people.
func (c *compiler) article(i int) *engine.Article {
	art := c.recent.get(i)
	if art == nil {
		art = engine.Understand(c.sources[i], c.base)
		c.recent.add(i, art)
	}
	own := *art // the same article may be wanted by several at once
	w := *art.Who
	w.People = slices.Clone(w.People)
	own.Who = &w
	own.Name(c.items[i].card.Card)
	return &own
}

// recent keeps some articles understood. The zero value is ready for use.
type recent struct {
	mu   sync.Mutex
	arts map[int]*engine.Article
	next []int
}

// mostRecent is how many articles are kept understood, about 100 kB each: those of a small archive, so that comparing need not read them
// again. Of a large one hardly any is still there when its meeting is compared, and keeping more would only cost memory.
const mostRecent = 1000

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

// part is some of the articles and what goes with them: everything that build.Build needs.
type part struct {
	arts   []*engine.Article
	about  []build.About
	people []who.Person
	index  map[int]int // article of the folder → index in arts
}

// some gathers the given articles, ascending, and the people they name; more are people that are wanted beside them.
func (c *compiler) some(articles []int, more []string) part {
	p := part{index: map[int]int{}}
	seen := map[string]bool{}
	var ids []string
	add := func(id string) {
		if _, ok := c.people[id]; ok && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, i := range articles {
		p.index[i] = len(p.arts)
		p.arts = append(p.arts, c.article(i))
		p.about = append(p.about, c.about[i])
		for _, q := range c.items[i].card.People {
			add(q.ID)
		}
	}
	for _, id := range more {
		add(id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		p.people = append(p.people, c.people[id])
	}
	return p
}

// local is a meeting whose coverage counts in the articles of a part.
func (p *part) local(m meeting.Meeting) meeting.Meeting {
	cov := make([]meeting.Coverage, len(m.Coverage))
	for i, x := range m.Coverage {
		cov[i] = meeting.Coverage{Article: p.index[x.Article], Thread: x.Thread}
	}
	m.Coverage = cov
	return m
}

// finish gives the dataset of a part what it has among all articles, after it was found valid by itself.
func (c *compiler) finish(d *dataset.Dataset, p *part) error {
	text := map[string][]rune{}
	for _, art := range p.arts {
		text[art.File] = art.Doc.Source
	}
	if err := dataset.Validate(d, func(f string) []rune { return text[f] }); err != nil {
		return errors.Join(errEngine, err)
	}
	for i, n := range p.index {
		d.Articles[n].MainMeeting = nil
		if main := c.items[i].main; main != "" {
			d.Articles[n].MainMeeting = &main
		}
	}
	for i := range d.Outlets {
		d.Outlets[i].Siglum = c.outlet[d.Outlets[i].ID].Siglum
	}
	return nil
}

// unmet are the decisions that had no effect. Only the articles that decisions quote are looked at, and the meetings that they tell of.
func (c *compiler) unmet() []seed.Problem {
	quoted := map[string]bool{}
	for _, d := range c.base.Decisions {
		for _, q := range d.Quotes {
			quoted[q.Article] = true
		}
	}
	if len(quoted) == 0 {
		return nil
	}
	var meetings []meeting.Meeting
	var articles []int
	for _, m := range c.meetings {
		if slices.ContainsFunc(m.Coverage, func(x meeting.Coverage) bool { return quoted[c.sources[x.Article].File] }) {
			meetings = append(meetings, m)
			articles = append(articles, covering(m)...)
		}
	}
	for i := range c.sources {
		if quoted[c.sources[i].File] {
			articles = append(articles, i)
		}
	}
	slices.Sort(articles)
	part := c.some(slices.Compact(articles), nil)
	for i := range meetings {
		meetings[i] = part.local(meetings[i])
	}
	return registry.Unmet(c.words.Some(part.arts, part.people, meetings...).Unmet(c.base))
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
