package api

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"readout/data/dataset"
	"readout/wasm/compare"

	"github.com/tidwall/gjson"
)

// viewParameters are the parameters of /v1/compare that say how to compare.
var viewParameters = []string{"base", "granularity", "ignore", "min_confidence"}

// compare answers GET /v1/compare: a meeting's document narrowed to some of its outlets, their readings compared anew.
func (h *Handler) compare(q query) (reply, *problem) {
	id, ok := q.given("meeting")
	if !ok {
		return reply{}, needed("meeting", "an id of /v1/meetings; or POST texts of your own")
	}
	d, ok := h.document("/v1/meetings/" + id + ".json")
	if !ok || strings.Contains(id, "/") {
		if p := h.lists.check(h, nil, &filter{name: "meeting", of: "meetings"}, id); p != nil {
			return reply{}, p
		}
		// the list has it, and its document cannot be had just now
		return reply{}, failure("not-found", "/v1/meetings/"+id+".json is not there now; ask again in a moment")
	}
	c := h.comparisons.get(h, d)
	v, p := readView(q, c.doc)
	if p != nil {
		return reply{}, p
	}
	return reply{
		fields: []field{jsonType, {"Link", "<" + uri(d.path) + `>; rel="via"`}},
		body:   append(c.narrow(v).AppendJSON(q.bytes(32<<10)), '\n'),
		spare:  true,
	}, nil
}

// readView reads the parameters, of which each value must mean something in the document.
func readView(q query, doc *dataset.MeetingDocument) (v view, p *problem) {
	if list, ok := q.given("outlets"); ok {
		v.articles = map[string]bool{}
		for _, name := range strings.Split(list, ",") {
			found := articlesOf(doc, name)
			if len(found) == 0 {
				return v, unexpected("outlets", name, "outlets of this meeting, separated by commas: "+strings.Join(outletsOf(doc), ", "))
			}
			for _, a := range found {
				v.articles[a] = true
			}
		}
	}
	if name, ok := q.given("base"); ok {
		found := slices.DeleteFunc(articlesOf(doc, name), func(a string) bool { return v.articles != nil && !v.articles[a] })
		if len(found) == 0 {
			compared := slices.DeleteFunc(outletsOf(doc), func(outlet string) bool {
				return v.articles != nil && !slices.ContainsFunc(articlesOf(doc, outlet), func(a string) bool { return v.articles[a] })
			})
			return v, unexpected("base", name, "one of the outlets that are compared: "+strings.Join(compared, ", "))
		}
		v.base = found[0]
	}
	if g, ok := q.given("granularity"); ok {
		if g != "word" && g != "char" {
			return v, unexpected("granularity", g, "word or char")
		}
		v.options.Chars = g == "char"
	}
	if list, ok := q.given("ignore"); ok {
		for _, kind := range strings.Split(list, ",") {
			if !slices.Contains(compare.Kinds, kind) {
				return v, unexpected("ignore", kind, "kinds of differences to leave out, separated by commas: "+strings.Join(compare.Kinds, ", "))
			}
			if !slices.Contains(v.options.Ignore, kind) {
				v.options.Ignore = append(v.options.Ignore, kind)
			}
		}
	}
	if value, ok := q.given("min_confidence"); ok {
		x, err := strconv.ParseFloat(value, 64)
		if err != nil || !(x >= 0 && x <= 1) || !isJSONNumber(value) {
			return v, unexpected("min_confidence", value, "a number from 0 to 1")
		}
		v.minConfidence = x
	}
	return v, nil
}

// articlesOf are the articles of a document that an outlet's id or an article's id names, in order of the coverage.
func articlesOf(doc *dataset.MeetingDocument, name string) []string {
	var out []string
	for _, a := range doc.Articles {
		if a.Outlet == name || a.ID == name {
			out = append(out, a.ID)
		}
	}
	return out
}

func outletsOf(doc *dataset.MeetingDocument) []string {
	var out []string
	for _, o := range doc.Outlets {
		out = append(out, o.ID)
	}
	return out
}

// mostComparable is how many meetings' words are kept: about a quarter of a megabyte each.
const mostComparable = 24

// comparisons keeps the documents that were compared last, oldest first.
type comparisons struct {
	mu   sync.Mutex
	kept []*keptComparison
}

type keptComparison struct {
	of   *document
	made *comparable
}

// get returns a document with its words cut.
func (k *comparisons) get(h *Handler, d *document) *comparable {
	k.mu.Lock()
	defer k.mu.Unlock()
	if i := slices.IndexFunc(k.kept, func(x *keptComparison) bool { return x.of.path == d.path && x.of.hash == d.hash }); i >= 0 {
		x := k.kept[i]
		k.kept = append(slices.Delete(k.kept, i, i+1), x)
		return x.made
	}
	body := d.text(h.dist)
	if !gjson.Valid(body) {
		panic(d.path + " is not JSON")
	}
	x := &keptComparison{d, newComparable(parseMeeting(body))}
	if len(k.kept) == mostComparable {
		k.kept = slices.Delete(k.kept, 0, 1)
	}
	k.kept = append(k.kept, x)
	return x.made
}
