package api

import (
	"io/fs"
	"log"
	"strconv"
	"strings"
)

// Bounds of /v1/search. Work grows with the parts of a query times what each finds.
const (
	longestSearch = 200 // bytes
	mostParts     = 12
)

// search answers /v1/search: passages that have all words of q, with their places marked. A form of a name or term
// finds all forms of it; quotation marks keep words together and as they are.
func (h *Handler) search(q query) (reply, *problem) {
	wanted, ok := q.given("q")
	switch {
	case !ok:
		return reply{}, needed("q", "words to look for")
	case strings.TrimSpace(wanted) == "":
		return reply{}, unexpected("q", wanted, "words to look for")
	}
	limit, p := count(q, "limit", usualLimit, mostLimit)
	if p != nil {
		return reply{}, p
	}
	from, p := count(q, "cursor", 0, 1<<30)
	if p != nil {
		cursor, _ := q.given("cursor")
		return reply{}, unexpected("cursor", cursor, rightCursor)
	}
	pass, p := h.wantedPassages(q)
	if p != nil {
		return reply{}, p
	}
	f, p := h.find(wanted, from, limit, pass)
	if p != nil {
		return reply{}, p
	}
	return f.answer(q, wanted, from), nil
}

// wantedPassages tells the passages of the outlet and the article that a query names; nil where it names none.
func (h *Handler) wantedPassages(q query) (pass func(*passage) bool, p *problem) {
	for _, f := range []filter{{name: "outlet", of: "outlets"}, {name: "article", of: "articles"}} {
		if value, ok := q.given(f.name); ok {
			if p := h.lists.check(h, nil, &f, value); p != nil {
				return nil, p
			}
		}
	}
	outlet, _ := q.given("outlet")
	article, _ := q.given("article")
	if outlet+article == "" {
		return nil, nil
	}
	return func(p *passage) bool {
		return (outlet == "" || p.outlet == outlet) && (article == "" || p.article == article)
	}, nil
}

// answer is a page of results, of which the first is the from-th of all.
func (f *results) answer(q query, wanted string, from int) reply {
	hits := f.page
	size := 1 << 10
	for _, t := range hits {
		size += len(f.x.passages[t.passage].json) + 20*(t.to-t.from)
	}
	o := q.object(size)
	o.str("query", wanted).objects("parts", len(f.slots), func(i int) { // how the query was understood: the forms that were looked for
		var written []string
		for _, p := range f.slots[i] {
			written = append(written, p.written)
		}
		o.strs("forms", written)
	})
	o.num("total", int64(f.total))
	var links []field
	if from+len(hits) < f.total {
		next := q.next("/v1/search", strconv.Itoa(from+len(hits)))
		o.str("next", next)
		links = append(links, linkNext(next))
	}
	o.name("results")
	o.buf = append(o.buf, '[')
	for _, t := range hits {
		o.comma()
		o.buf = append(o.buf, f.x.passages[t.passage].json...)
		o.buf = append(appendMarks(o.buf, f.marks[t.from:t.to]), '}')
	}
	o.buf = append(o.buf, ']')
	return q.reply(o, links...)
}

// results are what a query finds: hits from the from-th on, limit at most, whose passages can be read.
type results struct {
	x     *searchIndex
	slots [][]phrase
	found
	total int
	page  []hit
}

// find looks for a query in the passages that pass, nil for all.
func (h *Handler) find(wanted string, from, limit int, pass func(*passage) bool) (r results, p *problem) {
	if len(wanted) > longestSearch {
		return r, unexpected("q", wanted, "at most "+strconv.Itoa(longestSearch)+" bytes")
	}
	var s *some
	if h.manifest.packs > 0 {
		if s, r.slots, p = h.someIndex(wanted); p != nil {
			return r, p
		}
		r.x = s.x
		if pass != nil {
			if p := s.readArticles(); p != nil {
				return r, p
			}
		}
	} else {
		if r.x = h.searchIndex(); r.x == nil {
			return r, searchMissing()
		}
		if r.slots = r.x.alternatives(wanted); len(r.slots) > mostParts {
			return r, tooManyParts(wanted)
		}
	}
	if len(r.slots) == 0 {
		return r, unexpected("q", wanted, "words to look for, of letters or digits")
	}
	r.found = r.x.search(r.slots, pass)
	r.total = len(r.hits)
	r.page = r.hits[min(from, r.total):]
	r.page = r.page[:min(limit, len(r.page))]
	if s != nil {
		n, p := s.read(r.page)
		if p != nil {
			return r, p
		}
		r.page = r.page[:n] // a page of an archive may be shorter than was asked for
	}
	return r, nil
}

func tooManyParts(wanted string) *problem {
	return unexpected("q", wanted, "at most "+strconv.Itoa(mostParts)+" words and names")
}

// searchIndex gives the index that the build has made, or makes it at the first search where there is none; nil where it cannot.
func (h *Handler) searchIndex() *searchIndex {
	h.index.once.Do(func() {
		if packed, err := fs.ReadFile(h.dist, SearchFile); err == nil {
			if h.index.made, err = unpackSearch(packed); err == nil {
				return
			}
			log.Print(err) // and made anew
		}
		if h.makeIndex == nil {
			return
		}
		body := "{}"
		if d, ok := h.documents["/v1/dataset.json"]; ok {
			body = d.text(h.dist)
		}
		h.index.made = h.makeIndex(body)
	})
	return h.index.made
}

// appendMarks writes ranges of code points as [[start,end],…].
func appendMarks(b []byte, marks []place) []byte {
	b = append(b, '[')
	for i, m := range marks {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendNumber(append(b, '['), m.start())
		b = appendNumber(append(b, ','), m.end())
		b = append(b, ']')
	}
	return append(b, ']')
}

// appendNumber writes a number that is not negative: an answer has hundreds, and in WebAssembly the calls that strconv makes of each
// cost more than its digits.
func appendNumber(b []byte, n int) []byte {
	var digits [20]byte
	at := len(digits)
	for {
		at--
		digits[at] = '0' + byte(n%10)
		n /= 10
		if n == 0 {
			return append(b, digits[at:]...)
		}
	}
}
