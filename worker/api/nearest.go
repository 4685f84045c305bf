package api

import (
	"net/http"
	"sort"
	"strings"
)

// missing answers what is neither a document nor an endpoint: a redirect where the address is right but for a slash,
// else 404 with the nearest address there is.
func (h *Handler) missing(r *http.Request) reply {
	path := r.URL.Path
	if trimmed := strings.TrimRight(path, "/"); trimmed != path {
		if d, ok := h.documents[trimmed]; ok {
			return reply{status: http.StatusPermanentRedirect, class: d.class,
				fields: []field{{"Location", trimmed}, {"Cache-Control", cacheAlias}}}
		}
	}
	if alias, ok := aliasOf(path); ok {
		if d, ok := h.documents[alias]; ok {
			p := failure("stale-hash", "The hash in the address is not that of the document as it is now.")
			p.extra.str("suggestion", d.twin)
			p.fields = []field{suggestion(d.path)}
			return h.refuse(r, p)
		}
		path = alias
	}
	p := failure("not-found", "")
	if near := h.nearest(path); near != "" {
		p.detail = "The nearest address is " + near + "."
		p.extra.str("suggestion", near)
		p.fields = []field{suggestion(near)}
	}
	return h.refuse(r, p)
}

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

// Limits of the search for a near address. Measured on 600 documents under Wasm, the worst request takes about 3 ms.
const (
	longestNear = 120 // bytes of a path that are compared
	mostEdits   = 12  // an address farther away is not "near"
)

// nearest returns the known address that a path most likely meant: the one with the fewest edits, at most a third of
// its length; else one of the same folder that shares most of the words of its name; else the folder's list; else "".
func (h *Handler) nearest(path string) string {
	if len(path) > longestNear {
		path = path[:longestNear]
	}
	best, fewest := "", min(mostEdits, len(path)/3)+1
	consider := func(known string) {
		if n := edits(path, known, fewest-1); n < fewest {
			best, fewest = known, n
		}
	}
	for _, known := range h.addresses() {
		consider(known)
	}
	if best != "" {
		return best
	}
	return h.sharingWords(path)
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

// sharingWords finds the document of the same folder and ending with most words (runs between hyphens, dots and
// slashes) of the path's last element.
func (h *Handler) sharingWords(path string) string {
	folder, name := splitLast(path)
	words := strings.FieldsFunc(name, isWordBreak)
	best, most := "", 0
	for _, d := range h.manifest.documents {
		f, n := splitLast(d.path)
		if f != folder {
			continue
		}
		shared := 0
		for _, w := range words {
			if len(w) > 2 && w != "json" && strings.Contains(n, w) {
				shared += len(w)
			}
		}
		if shared > most {
			best, most = d.path, shared
		}
	}
	if best != "" {
		return best
	}
	for _, list := range []string{folder + ".json", folder} {
		if _, ok := h.documents[list]; ok {
			return list
		}
	}
	return ""
}

func splitLast(path string) (folder, name string) {
	i := strings.LastIndexByte(path, '/')
	return path[:max(i, 0)], path[i+1:]
}

func isWordBreak(r rune) bool { return r == '-' || r == '.' || r == '/' || r == '_' || r == ' ' }

// edits counts the insertions, deletions and substitutions of bytes that turn a into b (Levenshtein 1966), or returns
// most+1 as soon as they are more than most. Only the band of the table within most of the diagonal is filled
// (Ukkonen 1985): len(a) times 2*most+1 steps.
func edits(a, b string, most int) int {
	if most < 0 || len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	far := most + 1
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = min(j, far)
	}
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-most), min(len(b), i+most)
		diagonal := row[from-1]
		if from == 1 {
			row[0] = min(i, far)
		} else {
			row[from-1] = far
		}
		least := row[from-1]
		for j := from; j <= to; j++ {
			above := far
			if j < i+most {
				above = row[j]
			}
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost = 1 + min(diagonal, above, row[j-1])
			}
			diagonal = row[j]
			row[j] = min(cost, far)
			least = min(least, row[j])
		}
		if least > most {
			return far
		}
	}
	return row[len(b)]
}
