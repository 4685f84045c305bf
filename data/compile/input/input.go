// Package input reads what is compiled, the articles and the registry, and collects all their problems.
package input

import (
	"net/url"
	"path/filepath"
	"strings"

	"readout/data/dataset/build"
	"readout/data/registry"
	"readout/data/seed"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/when"
)

// Read returns the articles, the registry, and all their problems.
func Read(dir, reg string) ([]seed.Seed, *know.Base, []seed.Problem) {
	seeds, problems := seed.Load(dir)
	base := &know.Base{}
	if reg != "none" {
		b, more := registry.Load(reg)
		base, problems = b, append(problems, more...)
	}
	return seeds, base, problems
}

// Source is a seed in the form that the engine and the dataset need.
func Source(s *seed.Seed, base *know.Base) (engine.Source, build.About) {
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

// Without leaves out the articles that errors name, and says which files it left out. If an error names no article and no NAME.yaml
// of one (an error of the registry, for example), nothing can be compiled.
func Without(seeds []seed.Seed, problems []seed.Problem, dir string) (sound []seed.Seed, left []string) {
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
