package api

import (
	"slices"
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
	switch {
	case h.manifest.packs > 0:
		return reply{}, failure("too-costly", "The texts of an archive are not searched here; all are in the parts that /v1/dataset.json lists.")
	case strings.TrimSpace(wanted) == "":
		return reply{}, failure("missing-parameter", "q: words to look for are needed")
	case len(wanted) > longestSearch:
		return reply{}, unexpected("q", wanted, "at most "+strconv.Itoa(longestSearch)+" bytes")
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

	x := h.searchIndex()
	slots := x.alternatives(wanted)
	if len(slots) > mostParts {
		return reply{}, unexpected("q", wanted, "at most "+strconv.Itoa(mostParts)+" words and names")
	}
	hits := slices.DeleteFunc(x.search(slots), func(t hit) bool {
		of := x.passages[t.passage]
		return q.Get("outlet") != "" && of.outlet != q.Get("outlet") || q.Get("article") != "" && of.article != q.Get("article")
	})

	var o object // "parts" says how the query was understood: the forms that were looked for
	o.str("query", wanted).objects("parts", len(slots), func(i int) {
		var written []string
		for _, p := range slots[i] {
			written = append(written, p.written)
		}
		o.strs("forms", written)
	})
	o.num("total", int64(len(hits)))
	hits = hits[min(from, len(hits)):]
	a := reply{fields: []field{jsonType}}
	if len(hits) > limit {
		hits = hits[:limit]
		next := nextPage("/v1/search", q.Values, strconv.Itoa(from+limit))
		o.str("next", next)
		a.fields = append(a.fields, field{"Link", "<" + next + `>; rel="next"`})
	}
	o.objects("results", len(hits), func(i int) {
		p := x.passages[hits[i].passage]
		o.str("article", p.article).str("outlet", p.outlet).str("passage", p.id).num("start", int64(p.start))
		o.str("text", p.text).raw("marks", marksJSON(hits[i].marks))
	})
	a.body = o.bytes()
	return a, nil
}

// searchIndex makes the index at the first search.
func (h *Handler) searchIndex() *searchIndex {
	h.index.once.Do(func() {
		var body []byte
		if d, ok := h.documents["/v1/dataset.json"]; ok {
			var err error
			if body, err = d.bytes(h.dist); err != nil {
				panic(err)
			}
		}
		h.index.made = newSearchIndex(body)
	})
	return h.index.made
}

// marksJSON writes ranges of code points as [[start, end], …].
func marksJSON(marks []mark) string {
	b := []byte{'['}
	for i, m := range marks {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(append(b, '['), int64(m.start), 10)
		b = strconv.AppendInt(append(b, ','), int64(m.end), 10)
		b = append(b, ']')
	}
	return string(append(b, ']'))
}
