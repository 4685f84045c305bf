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

// answerSearch answers /v1/search: passages that have all words of q, with their places marked. A form of a name or term
// finds all forms of it; quotation marks keep words together and as they are.
func answerSearch(h *Handler, q query) reply {
	a, p := h.search(q)
	if p != nil {
		return p.reply("/v1/search", false, false)
	}
	return a
}

func (h *Handler) search(q query) (reply, *problem) {
	wanted := q.Get("q")
	if strings.TrimSpace(wanted) == "" {
		return reply{}, failure("missing-parameter", "q: words to look for are needed")
	}
	x, slots, p := h.searched(wanted)
	if p != nil {
		return reply{}, p
	}
	limit, p := count(q, "limit", usualLimit, mostLimit)
	if p != nil {
		return reply{}, p
	}
	from := 0
	if q.Get("cursor") != "" {
		if from, p = count(q, "cursor", 0, 1<<30); p != nil {
			return reply{}, p
		}
	}
	for _, f := range []filter{{name: "outlet", of: "outlets"}, {name: "article", of: "articles"}} {
		if value := q.Get(f.name); value != "" {
			if p := h.lists.check(h, nil, &f, value); p != nil {
				return reply{}, p
			}
		}
	}

	var pass func(*passage) bool
	if outlet, article := q.Get("outlet"), q.Get("article"); outlet+article != "" {
		pass = func(p *passage) bool {
			return (outlet == "" || p.outlet == outlet) && (article == "" || p.article == article)
		}
	}
	f := x.search(slots, pass)
	total := len(f.hits)
	hits := f.hits[min(from, total):]
	more := len(hits) > limit
	hits = hits[:min(limit, len(hits))]
	size := 1 << 10
	for _, t := range hits {
		size += len(x.passages[t.passage].json) + 20*(t.to-t.from)
	}
	o := object{buf: append(make([]byte, 0, size), '{')}
	o.str("query", wanted).objects("parts", len(slots), func(i int) { // how the query was understood: the forms that were looked for
		var written []string
		for _, p := range slots[i] {
			written = append(written, p.written)
		}
		o.strs("forms", written)
	})
	o.num("total", int64(total))
	a := reply{fields: []field{jsonType}}
	if more {
		next := nextPage("/v1/search", q.Values, strconv.Itoa(from+limit))
		o.str("next", next)
		a.fields = append(a.fields, field{"Link", "<" + next + `>; rel="next"`})
	}
	o.name("results")
	o.buf = append(o.buf, '[')
	for _, t := range hits {
		o.comma()
		o.buf = append(o.buf, x.passages[t.passage].json...)
		o.buf = append(appendMarks(o.buf, f.marks[t.from:t.to]), '}')
	}
	o.buf = append(o.buf, ']')
	a.body = o.bytes()
	return a, nil
}

// searched is what a query is looked for in, and what for.
func (h *Handler) searched(wanted string) (*searchIndex, [][]phrase, *problem) {
	switch {
	case h.manifest.packs > 0:
		return nil, nil, failure("too-costly", "The texts of an archive are not searched here; all are in the parts that /v1/dataset.json lists.")
	case len(wanted) > longestSearch:
		return nil, nil, unexpected("q", wanted, "at most "+strconv.Itoa(longestSearch)+" bytes")
	}
	x := h.searchIndex()
	slots := x.alternatives(wanted)
	if len(slots) > mostParts {
		return nil, nil, unexpected("q", wanted, "at most "+strconv.Itoa(mostParts)+" words and names")
	}
	return x, slots, nil
}

// searchIndex gives the index that the build has made, or makes it at the first search where there is none.
func (h *Handler) searchIndex() *searchIndex {
	h.index.once.Do(func() {
		if packed, err := fs.ReadFile(h.dist, SearchFile); err == nil {
			if h.index.made, err = unpackSearch(packed); err == nil {
				return
			}
			log.Print(err) // and made anew
		}
		body := "{}"
		if d, ok := h.documents["/v1/dataset.json"]; ok {
			body = d.text(h.dist)
		}
		h.index.made = newSearchIndex(body)
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
		b = strconv.AppendInt(append(b, '['), int64(m.start()), 10)
		b = strconv.AppendInt(append(b, ','), int64(m.end()), 10)
		b = append(b, ']')
	}
	return append(b, ']')
}
