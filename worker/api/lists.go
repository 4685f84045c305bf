package api

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/tidwall/gjson"

	"readout/wasm/sorting"
	"readout/wasm/when"
)

// How many items a list answer has when nothing is said, and at most.
const (
	usualLimit = 50
	mostLimit  = 200
)

// collection is a list of the dataset that can be filtered: /v1/NAME over the document /v1/NAME.json, which holds the
// whole of it in the member NAME.
type collection struct {
	name    string
	filters []filter
	sorts   []sortKey // the first word of each is a value of sort; "-" before it turns it round
}

// filter keeps the items that have the value of its parameter among those that it finds in them.
type filter struct {
	name string
	path string // GJSON, in the item: a string, an array of strings, or an object whose names count
	// of names the collection whose id the value must be; "" leaves it to values.
	of string
	// values lists all that may be given; nil with of == "" means: what the items have.
	values []string
	// via is where the item of that collection lists what path finds here; "" where path finds its id.
	via string
	// date makes the value an EDTF date that must overlap the item's.
	date bool
}

// sortKey orders by the string at path, or by the first day of the EDTF date there.
type sortKey struct {
	name, path string
	date       bool
}

var collections = []collection{
	{
		name: "meetings",
		filters: []filter{
			{name: "outlet", path: "coverage.#.article", of: "outlets", via: "articles"},
			{name: "article", path: "coverage.#.article", of: "articles"},
			{name: "person", path: "participants", of: "people"},
			{name: "country", path: "countries"},
			{name: "series", path: "series", of: "series"},
			{name: "issue", path: "id", of: "issues", via: "uses.#.meeting"},
			{name: "status", path: "status", values: []string{"held", "scheduled", "proposed", "denied", "not-yet"}},
			{name: "type", path: "type"},
			{name: "date", path: "date", date: true},
		},
		sorts: []sortKey{{"date", "date", true}, {"id", "id", false}, {"title", "title", false}},
	},
	{
		name:    "series",
		filters: []filter{{name: "country", path: "countries"}, {name: "meeting", path: "rounds", of: "meetings"}},
		sorts:   []sortKey{{"id", "id", false}, {"title", "title", false}},
	},
	{
		name: "issues",
		filters: []filter{
			{name: "outlet", path: "uses.#.article", of: "outlets", via: "articles"},
			{name: "article", path: "uses.#.article", of: "articles"},
			{name: "meeting", path: "uses.#.meeting", of: "meetings"},
		},
		sorts: []sortKey{{"id", "id", false}, {"title", "title", false}},
	},
	{
		name: "articles",
		filters: []filter{
			{name: "outlet", path: "outlet", of: "outlets"},
			{name: "meeting", path: "id", of: "meetings", via: "coverage.#.article"},
			{name: "person", path: "id", of: "people", via: "forms"},
			{name: "issue", path: "id", of: "issues", via: "uses.#.article"},
			{name: "language", path: "language"},
			{name: "format", path: "format", values: []string{"full", "excerpt", "translation", "agency"}},
			{name: "date", path: "published", date: true},
		},
		sorts: []sortKey{{"date", "published", true}, {"id", "id", false}, {"headline", "headline", false}},
	},
	{
		name:    "people",
		filters: []filter{{name: "country", path: "country"}, {name: "meeting", path: "meetings", of: "meetings"}, {name: "article", path: "forms", of: "articles"}},
		sorts:   []sortKey{{"id", "id", false}, {"name", "name", false}},
	},
	{
		name:    "outlets",
		filters: []filter{{name: "country", path: "country"}, {name: "article", path: "articles", of: "articles"}},
		sorts:   []sortKey{{"id", "id", false}, {"name", "name", false}},
	},
	{
		name: "terms",
		filters: []filter{
			{name: "outlet", path: "uses.#.article", of: "outlets", via: "articles"},
			{name: "article", path: "uses.#.article", of: "articles"},
		},
		sorts: []sortKey{{"id", "id", false}, {"concept", "concept", false}},
	},
}

// parameters names all that the collection's endpoint knows.
func (c *collection) parameters() []string {
	var names []string
	for _, f := range c.filters {
		names = append(names, f.name)
	}
	return append(names, "sort", "limit", "cursor")
}

// listEndpoints adds an endpoint for each collection whose document the manifest has.
func (h *Handler) listEndpoints() {
	for i := range collections {
		c := &collections[i]
		if _, ok := h.documents["/v1/"+c.name+".json"]; ok {
			h.endpoints["/v1/"+c.name] = endpoint{parameters: c.parameters(), answer: func(h *Handler, q query) (reply, *problem) { return h.list(c, q) }}
		}
	}
}

// list answers with the items that pass all filters, sorted, a page of them.
func (h *Handler) list(c *collection, q query) (reply, *problem) {
	if p := h.incomplete(c.name); p != nil {
		return reply{}, p
	}
	items := slices.Clone(h.lists.items(h, c.name))
	for i := range c.filters {
		f := &c.filters[i]
		value, ok := q.given(f.name)
		if !ok {
			continue
		}
		keep, p := h.lists.test(h, c, f, value)
		if p != nil {
			return reply{}, p
		}
		items = slices.DeleteFunc(items, func(it item) bool { return !keep(it) })
	}
	if by, ok := q.given("sort"); ok {
		if p := c.sort(items, by); p != nil {
			return reply{}, p
		}
	}
	total := len(items)
	limit, p := count(q, "limit", usualLimit, mostLimit)
	if p != nil {
		return reply{}, p
	}
	if cursor, ok := q.given("cursor"); ok {
		at := slices.IndexFunc(items, func(it item) bool { return it.id == cursor })
		if at < 0 {
			return reply{}, unexpected("cursor", cursor, rightCursor)
		}
		items = items[at+1:]
	}
	next := ""
	if len(items) > limit {
		items = items[:limit]
		next = q.next("/v1/"+c.name, items[limit-1].id)
	}

	var raws []string
	for _, it := range items {
		raws = append(raws, it.value.Raw)
	}
	o := q.object(32 << 10)
	o.raw(c.name, "["+strings.Join(raws, ",")+"]").num("total", int64(total))
	if next == "" {
		return q.reply(o), nil
	}
	o.str("next", next)
	return q.reply(o, linkNext(next)), nil
}

// rightCursor is what a cursor should be.
const rightCursor = "the value that the page before gave in next, with the same filters"

// linkNext is the header form of the next page (RFC 8288).
func linkNext(next string) field { return field{"Link", "<" + next + `>; rel="next"`} }

// next is the address of the same request from after the item with that id.
func (q query) next(path, last string) string {
	values := url.Values{}
	for _, p := range q.parameters {
		values.Set(p.name, p.value)
	}
	values.Set("cursor", last)
	return path + "?" + values.Encode()
}

// count reads a parameter that is a number from 1 to most.
func count(q query, name string, usual, most int) (int, *problem) {
	value, ok := q.given(name)
	if !ok {
		return usual, nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > most || strconv.Itoa(n) != value { // +5 and 05 are numbers to Go alone
		return 0, unexpected(name, value, "a number from 1 to "+strconv.Itoa(most))
	}
	return n, nil
}

// sort orders items by a key of the collection. Equal keys keep the order of the document.
func (c *collection) sort(items []item, by string) *problem {
	name, descending := strings.CutPrefix(by, "-")
	var known []string
	for _, k := range c.sorts {
		known = append(known, k.name, "-"+k.name)
		if k.name != name {
			continue
		}
		sorting.By(items, func(a, b item) int {
			if descending {
				a, b = b, a
			}
			return k.compare(a.value.Get(k.path).String(), b.value.Get(k.path).String())
		})
		return nil
	}
	return unexpected("sort", by, "one of "+strings.Join(known, ", "))
}

func (k sortKey) compare(a, b string) int {
	if !k.date {
		return strings.Compare(a, b)
	}
	// What is no date has no days and comes first.
	x, _ := when.Parse(a)
	y, _ := when.Parse(b)
	return cmp.Or(cmp.Compare(x.First(), y.First()), cmp.Compare(x.Last(), y.Last()))
}

// lists holds the collections as they were parsed at their first use.
type lists struct {
	mu     sync.Mutex
	parsed map[string][]item
}

// item is one element of a collection.
type item struct {
	id    string
	value gjson.Result
}

// items returns the elements of a collection; nil when the dataset has no such document.
func (l *lists) items(h *Handler, name string) []item {
	l.mu.Lock()
	defer l.mu.Unlock()
	if items, ok := l.parsed[name]; ok {
		return items
	}
	var items []item
	if d, ok := h.documents["/v1/"+name+".json"]; ok {
		gjson.Get(d.text(h.dist), name).ForEach(func(_, v gjson.Result) bool {
			items = append(items, item{v.Get("id").String(), v})
			return true
		})
	}
	if l.parsed == nil {
		l.parsed = map[string][]item{}
	}
	l.parsed[name] = items
	return items
}

// test makes the predicate of a filter with a value, or says why the value cannot be right.
func (l *lists) test(h *Handler, c *collection, f *filter, value string) (func(item) bool, *problem) {
	if f.date {
		wanted, err := when.Parse(value)
		if err != nil {
			return nil, unexpected(f.name, value, "an EDTF date or interval such as 2014-03 or 2014-03-01/2014-05")
		}
		return func(it item) bool {
			d, err := when.Parse(it.value.Get(f.path).String())
			return err == nil && d.Overlaps(wanted)
		}, nil
	}
	if p := l.check(h, c, f, value); p != nil {
		return nil, p
	}
	wanted := []string{value}
	if f.via != "" {
		one, _ := l.one(h, f.of, value)
		wanted = strs(one.Get(f.via))
	}
	return func(it item) bool {
		return slices.ContainsFunc(strs(it.value.Get(f.path)), func(found string) bool { return slices.Contains(wanted, found) })
	}, nil
}

// check refuses a value that no item could have, naming what could be.
func (l *lists) check(h *Handler, c *collection, f *filter, value string) *problem {
	known := f.values
	switch {
	case f.of != "":
		if _, ok := l.one(h, f.of, value); ok {
			return nil
		}
		for _, it := range l.items(h, f.of) {
			known = append(known, it.id)
		}
	case known == nil:
		for _, it := range l.items(h, c.name) {
			for _, v := range strs(it.value.Get(f.path)) {
				if !slices.Contains(known, v) {
					known = append(known, v)
				}
			}
		}
		slices.Sort(known)
	}
	if slices.Contains(known, value) {
		return nil
	}
	right := "one of " + strings.Join(known, ", ")
	switch {
	case f.of != "":
		right = "an id of /v1/" + f.of
	case len(known) == 0:
		right = "it left out: nothing in this list has one"
	}
	return unexpected(f.name, value, right).near(likeliest(value, known, max(1, min(mostEdits, len(value)/2))))
}

// one is the element of a collection that has an id. An archive's list may be cut: the element's own document then tells of it.
func (l *lists) one(h *Handler, name, id string) (gjson.Result, bool) {
	for _, it := range l.items(h, name) {
		if it.id == id {
			return it.value, true
		}
	}
	if h.incomplete(name) == nil {
		return gjson.Result{}, false
	}
	d, ok := h.document("/v1/" + name + "/" + id + ".json")
	if !ok {
		return gjson.Result{}, false
	}
	v := gjson.Parse(d.text(h.dist))
	if name == "meetings" { // whose document holds more than the meeting
		v = v.Get("meeting")
	}
	return v, true
}

// strs lists the strings of v, which is a string or an array of strings, or the names of its members.
func strs(v gjson.Result) []string {
	var out []string
	if v.IsObject() {
		v.ForEach(func(name, _ gjson.Result) bool {
			out = append(out, name.Str)
			return true
		})
		return out
	}
	for _, s := range v.Array() {
		if s.Type == gjson.String {
			out = append(out, s.Str)
		}
	}
	return out
}
