package main

import (
	"os"
	"path/filepath"
	"strings"

	"readout/data/dataset"
	"readout/web"
)

// What a site has beside its documents: cards for those who share a link, and what search engines ask for.

const (
	typePNG  = "image/png"
	typeXML  = "application/xml; charset=utf-8"
	typeText = "text/plain; charset=utf-8"
)

// cards draws the picture of every meeting, on all cores. Pictures that out already has of the same input are kept.
func (w *writer) cards(ds *dataset.Dataset, out string) {
	old := func(path string) []byte {
		data, _ := os.ReadFile(filepath.Join(out, filepath.FromSlash(strings.TrimPrefix(path, "/")))) // none: it is drawn
		return data
	}
	made := make([]file, len(ds.Meetings)+1)
	errs := make([]error, len(made))
	each(len(made), func(i int) {
		path := web.SiteCard
		draw := web.DrawSiteCard
		if i < len(ds.Meetings) {
			doc := ds.MeetingDoc(&ds.Meetings[i])
			path = web.CardPath(doc.Meeting.ID)
			draw = func(old []byte) ([]byte, error) { return web.DrawCard(doc, old) }
		}
		data, err := draw(old(path))
		made[i], errs[i] = file{path, fileName(path, typePNG), typePNG, data}, err
	})
	for i, f := range made {
		w.add(f.path, f.name, f.typ, f.data, errs[i])
	}
}

// crawlers adds robots.txt and, where the site's origin is known, the sitemap, which takes absolute addresses only.
func (w *writer) crawlers() {
	robots := "User-agent: *\nAllow: /\n"
	if w.site != "" {
		var paths []string
		for _, f := range w.files {
			if f.typ == typeHTML && web.Indexed(f.path) {
				paths = append(paths, f.path)
			}
		}
		w.add("/sitemap.xml", "sitemap.xml", typeXML, web.Sitemap(w.site, paths), nil)
		robots += "Sitemap: " + w.site + "/sitemap.xml\n"
	}
	w.add("/robots.txt", "robots.txt", typeText, []byte(robots), nil)
}
