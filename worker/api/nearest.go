package api

import (
	"net/http"
	"slices"
	"sort"
	"strings"
	"unicode"

	"readout/wasm/text"
)

// missing answers what is neither a document nor an endpoint: a redirect where the address is right but for a slash, and from the root
// of the API to its catalog, else 404 with the nearest address there is.
func (h *Handler) missing(r *http.Request) reply {
	path := r.URL.Path
	trimmed := strings.TrimRight(path, "/")
	if trimmed == "/v1" && h.has(catalogAt) {
		return moved(catalogAt)
	}
	if trimmed != path {
		d, isDocument := h.documents[trimmed]
		if _, computed := h.endpoints[trimmed]; isDocument || computed {
			to := uri(trimmed)
			if r.URL.RawQuery != "" {
				to += "?" + r.URL.RawQuery
			}
			a := moved(to)
			if isDocument {
				a.class = d.class
			}
			return a
		}
	}
	if alias, ok := aliasOf(path); ok {
		if d, ok := h.documents[alias]; ok {
			p := failure("stale-hash", "The hash in the address is not that of the document as it is now.")
			p.extra.str("suggestion", d.twin())
			p.fields = []field{suggestion(d.path)}
			return h.refuse(r, p)
		}
		path = alias
	}
	p := failure("not-found", "")
	switch near := h.nearest(path); {
	case near != "":
		p.near(near)
		p.fields = []field{suggestion(near)}
	case (path == "/v1" || strings.HasPrefix(path, "/v1/")) && h.has(describedAt):
		p.detail = "All addresses are described at " + describedAt + ", and for people at " + explainedAt + "."
		p.extra.str("suggestion", describedAt)
		p.fields = []field{{"Link", "<" + describedAt + `>; rel="service-desc", <` + explainedAt + `>; rel="service-doc"`}} // RFC 8631
	}
	return h.refuse(r, p)
}

// moved sends the asker on, for good.
func moved(to string) reply {
	return reply{status: http.StatusPermanentRedirect, fields: []field{{"Location", to}, {"Cache-Control", cacheAlias}}}
}

// Where the API is described, for programs and for people, and what leads to both (RFC 9727).
const (
	describedAt = "/v1/openapi.json"
	explainedAt = "/api"
	catalogAt   = "/.well-known/api-catalog"
)

// aliasOf takes the prefix and the hash off the path of a twin.
func aliasOf(path string) (alias string, ok bool) {
	rest, ok := strings.CutPrefix(path, twinPrefix)
	if !ok {
		return "", false
	}
	slash := strings.IndexByte(rest, '/')
	if slash < 0 {
		return "", false
	}
	return rest[slash:], true
}

// Limits of the search for a near address. Guessed: a few hundred documents should take a few milliseconds under Wasm.
const (
	longestNear = 120 // bytes of a path that are compared
	mostEdits   = 12  // an address farther away is not "near"
)

// nearest returns the known address that a path most likely meant. In this order: the same thing in the format that its ending means;
// the fewest edits within its folder; most words shared within its folder; the fewest edits anywhere; the list of the folder. Endings
// are not counted as edits, which may be a third of the path's last element. "" when nothing is near.
func (h *Handler) nearest(path string) string {
	if len(path) > longestNear {
		path = path[:longestNear]
	}
	stem, ending := cutEnding(strings.ToLower(path))
	if near := h.format(stem, ending); near != "" {
		return near
	}
	folder, name := splitLast(stem)
	most := min(mostEdits, max(1, len(name)/3))
	var stems, siblings []string // of all addresses, and of those in the folder
	for _, known := range h.addresses() {
		known, _ := cutEnding(known)
		if len(stems) > 0 && stems[len(stems)-1] == known {
			continue
		}
		stems = append(stems, known)
		if f, _ := splitLast(known); f == folder {
			siblings = append(siblings, known)
		}
	}
	for _, near := range []string{fewestEdits(stem, siblings, most), sharingWords(name, siblings), fewestEdits(stem, stems, most), folder} {
		if near := h.format(near, ending); near != "" {
			return near
		}
	}
	return ""
}

// format returns the address of what has that path but for the ending: in the format that the ending means, in which XML is TEI; else
// as JSON, without an ending, or as a table. "" where there is nothing.
func (h *Handler) format(stem, ending string) string {
	if stem == "" {
		return ""
	}
	if strings.HasPrefix(ending, ".tei") || ending == ".xml" {
		ending = ".tei.xml"
	}
	for _, e := range []string{ending, ".json", "", ".csv"} {
		if _, computed := h.endpoints[stem+e]; computed || h.has(stem+e) {
			return stem + e
		}
	}
	return ""
}

// cutEnding parts a path before the ending of its last element.
func cutEnding(path string) (stem, ending string) {
	folder, name := splitLast(path)
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return path, ""
	}
	dot = len(strings.TrimSuffix(name[:dot], ".tei"))
	return path[:len(folder)+1+dot], name[dot:]
}

// fewestEdits returns the first of the addresses nearest to path, "" when none is within most edits.
func fewestEdits(path string, addresses []string, most int) (best string) {
	for _, known := range addresses {
		if n := text.Distance(path, known, most); n <= most {
			best, most = known, n-1
		}
	}
	return best
}

// likeliest is fewestEdits for values, in which case says nothing.
func likeliest(value string, known []string, most int) string {
	for _, k := range known {
		if strings.EqualFold(k, value) {
			return k
		}
	}
	return fewestEdits(clip(value), known, most)
}

// addresses lists what may be suggested, sorted: aliases and endpoints.
func (h *Handler) addresses() []string {
	list := make([]string, 0, len(h.manifest.documents)+len(h.endpoints))
	for _, d := range h.manifest.documents {
		list = append(list, d.path)
	}
	for path := range h.endpoints {
		list = append(list, path)
	}
	sort.Strings(list)
	return list
}

// sharingWords returns the address whose last element shares most letters in whole words (runs between hyphens, dots and
// the like) with name, at least a third of name's: less is no likeness. Words of one or two letters and the ending say nothing.
func sharingWords(name string, addresses []string) (best string) {
	name, _, _ = strings.Cut(name, ".")
	words := strings.FieldsFunc(name, isWordBreak)
	most := 0
	for _, w := range words {
		most += len(w)
	}
	most = max(0, (most-1)/3) // to be exceeded
	for _, known := range addresses {
		_, last := splitLast(known)
		theirs := strings.FieldsFunc(last, isWordBreak)
		shared := 0
		for _, w := range words {
			if len(w) > 2 && slices.Contains(theirs, w) {
				shared += len(w)
			}
		}
		if shared > most {
			best, most = known, shared
		}
	}
	return best
}

func splitLast(path string) (folder, name string) {
	i := strings.LastIndexByte(path, '/')
	return path[:max(i, 0)], path[i+1:]
}

func isWordBreak(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
