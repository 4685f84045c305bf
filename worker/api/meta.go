package api

import (
	"strings"
	"time"
)

var jsonType = field{"Content-Type", "application/json; charset=utf-8"}

// version answers /v1/version: what exactly is served.
func (h *Handler) version(q query) (reply, *problem) {
	o := q.object(1 << 10)
	o.num("schema", h.manifest.schema).str("dataset", h.manifest.digest).str("engine", h.manifest.engine)
	o.str("build", h.build)
	if !h.manifest.modified.IsZero() {
		o.str("modified", h.manifest.modified.Format(time.RFC3339))
	}
	var scripts []*document
	for _, d := range h.manifest.documents {
		if strings.HasPrefix(d.media, "text/javascript") {
			scripts = append(scripts, d)
		}
	}
	// What a host writes who wants these bytes and no others (W3C Subresource Integrity).
	o.objects("scripts", len(scripts), func(i int) {
		o.str("path", scripts[i].path).str("pinned", scripts[i].twin()).str("integrity", "sha256-"+scripts[i].sum())
	})
	return q.reply(o), nil
}

// health answers /v1/health. That it answers shows that the program runs; that it counts documents, that the manifest
// was read.
func (h *Handler) health(q query) (reply, *problem) {
	o := q.object(1 << 10)
	o.str("status", "ok").num("documents", int64(len(h.manifest.documents)))
	return q.reply(o, field{"Cache-Control", cacheNever}), nil
}

// listProblems answers /v1/problems, where the type of every problem points.
func (h *Handler) listProblems(q query) (reply, *problem) {
	o := q.object(2 << 10)
	o.objects("problems", len(problems), func(i int) {
		k := problems[i]
		o.str("type", problemTypes[i]).str("title", k.title).num("status", int64(k.status))
	})
	return q.reply(o), nil
}
