package main

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"readout/data/dataset/build"
	"readout/data/registry"
	"readout/data/seed"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/when"
)

type options struct {
	seeds, out, registry string
	site                 string // origin that pages will be served from, "" where nobody says
	model                string // "mpnet", or "none"
	keep                 string // file for what the encoder says, "" for none
	check                bool
	port                 int    // of the review page
	open                 bool   // the review page in the browser
	cache                string // folder of the archive's cache, "" for the usual one, "none"
	layout               layout // "" to choose by the number of articles
	keepGoing            bool   // leave out what has errors
}

// archiveFrom is the number of articles from which on a folder is an archive: its cache is kept, and it is laid out in packs. Below it
// every document is a file, and dataset.json is whole.
const archiveFrom = 500

// run is the whole program but for its flags.
func run(o options, p *progress) error {
	p.step("reading %s", o.seeds)
	seeds, base, problems := read(o)
	failed := 0
	for _, pr := range problems {
		fmt.Fprintln(os.Stderr, pr)
		if !pr.Warning {
			failed++
		}
	}
	if failed > 0 && o.keepGoing && !o.check {
		var left []string
		if seeds, left = without(seeds, problems, o.seeds); len(seeds) == 0 {
			return fmt.Errorf("%d %s that concern more than single articles; nothing was written and %s is as it was", failed, plural(failed, "error"), o.out)
		}
		p.note("compile: left out, with errors: %s", strings.Join(left, ", "))
		failed = 0
	}
	if failed > 0 {
		return fmt.Errorf("%d %s; nothing was written and %s is as it was", failed, plural(failed, "error"), o.out)
	}
	return o.compile(seeds, base, p)
}

// without leaves out the articles that an error names, and says which files it left out. An error that names no article or NAME.yaml
// of one (the registry's, say) leaves nothing that could be compiled.
func without(seeds []seed.Seed, problems []seed.Problem, dir string) (sound []seed.Seed, left []string) {
	bad := map[string]bool{}
	for _, pr := range problems {
		if pr.Warning {
			continue
		}
		file, ok := strings.CutPrefix(pr.File, filepath.ToSlash(filepath.Clean(dir))+"/")
		if !ok {
			return nil, nil
		}
		if !bad[file] {
			left = append(left, file)
		}
		bad[file] = true
	}
	for _, s := range seeds {
		if !bad[s.File] && !bad[s.Meta.File] {
			sound = append(sound, s)
		}
	}
	return sound, left
}

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

// unmet says which of the editors' decisions had no effect: they are kept, and never lost in silence.
func unmet(list []engine.Unmet) (out []seed.Problem) {
	for _, u := range list {
		file, line := registry.Place(u.Decision)
		out = append(out, seed.Problem{File: file, Line: line, What: "the decision does not apply: " + u.What, Fix: u.Fix, Warning: true})
	}
	return out
}

// each calls f for 0 … n-1 on all cores.
func each(n int, f func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.NumCPU(), n) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// source is a seed as the engine and the dataset want it.
func source(s *seed.Seed, base *know.Base) (engine.Source, build.About) {
	m := s.Meta
	outlet := m.Outlet
	if u, err := url.Parse(m.URL); outlet == "" && err == nil { // the host tells two that are not named apart
		outlet = strings.TrimPrefix(u.Hostname(), "www.")
	}
	id, name := build.OutletNamed(outlet, base)
	published, _ := when.Parse(m.Published) // seed.Load has checked it
	format, rights := m.Format, m.Rights
	if format == "" {
		format = "full"
		if m.TranslatedFrom != "" {
			format = "translation"
		}
	}
	if rights == "" {
		rights = "passages"
	}
	return engine.Source{File: s.File, Text: s.Text, Outlet: id, Headline: m.Headline, Language: m.Language, TranslatedFrom: m.TranslatedFrom,
			Format: format, Published: published},
		build.About{URL: m.URL, Author: m.Author, Rights: rights, Note: m.Note, OutletName: name}
}
