package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// part is one module or package of somebody else's.
type part struct {
	Name, Version, Licence string
	Kind                   kind
}

// kind is how far a part travels, the farthest first.
type kind int

const (
	served kind = iota // compiled into the Worker or into what a reader downloads
	build              // runs while building or testing
	tool               // an npm package that serves, checks or measures on the developer's machine
)

// permissive licences ask for nothing but their notice.
var permissive = []string{"MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "CC0-1.0", "BlueOak-1.0.0"}

// exceptions are tools under other licences, with the reason why that is no matter. Nothing that is served is here.
var exceptions = map[string]string{
	"axe-core":   "MPL-2.0: checks accessibility in tests, unchanged, and is passed on to nobody",
	"@img/sharp": "LGPL-3.0 in part: wrangler's picture service; runs on the developer's machine and is passed on to nobody",
}

// fault is why a part's licence does not do, or "".
func (p part) fault() string {
	for prefix := range exceptions {
		if p.Kind == tool && strings.HasPrefix(p.Name, prefix) {
			return ""
		}
	}
	for _, choice := range strings.Split(strings.Trim(p.Licence, "()"), " OR ") {
		if slices.Contains(permissive, choice) {
			return ""
		}
	}
	return fmt.Sprintf("%s %s is under %q, which is not permissive: do without it, or add an exception with its reason", p.Name, p.Version, p.Licence)
}

// collect finds all parts of the module at root, sorted by kind and name.
func collect(root string) ([]part, error) {
	found := map[string]part{}
	note := func(parts []part, err error) error {
		for _, p := range parts {
			if before, seen := found[p.Name]; !seen || p.Kind < before.Kind {
				found[p.Name] = p
			}
		}
		return err
	}
	err := errors.Join(
		note(goModules(root, served, "js", "wasm", "-deps", "./worker", "./wasm/...")),
		note(goModules(root, build, "", "", "-deps", "-test", "./...", "tool")),
		note(npmPackages(filepath.Join(root, "package-lock.json"))),
		note(npmPackages(filepath.Join(root, "web", "bench", "package-lock.json"))),
	)
	if err != nil {
		return nil, err
	}
	var parts []part
	for _, p := range found {
		parts = append(parts, p)
	}
	slices.SortFunc(parts, func(a, b part) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name)) })
	return parts, nil
}

// goModules are the modules that hold a package that is really imported; go.mod names more.
func goModules(root string, k kind, goos, goarch string, args ...string) (parts []part, err error) {
	cmd := exec.Command("go", append([]string{"list", "-e", "-json=Module"}, args...)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	seen := map[string]bool{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			Module *struct {
				Path, Version, Dir string
				Main               bool
			}
		}
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return parts, nil
		} else if err != nil {
			return nil, err
		}
		m := p.Module
		if m == nil || m.Main || seen[m.Path] {
			continue
		}
		seen[m.Path] = true
		licence, err := readLicence(m.Dir)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.Path, err)
		}
		parts = append(parts, part{m.Path, m.Version, licence, k})
	}
}

// readLicence tells a licence by the words that only it has.
func readLicence(dir string) (string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "[LlCc][IiOo][CcPp][EeYy]*"))
	if err != nil || len(files) == 0 {
		return "", fmt.Errorf("no licence file in the module")
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		return "", err
	}
	return classify(string(text)), nil
}

func classify(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	has := func(words string) bool { return strings.Contains(text, words) }
	switch {
	case has("Permission is hereby granted, free of charge"):
		return "MIT"
	case has("Apache License") && has("Version 2.0"):
		return "Apache-2.0"
	case has("Redistribution and use in source and binary forms") && has("Neither the name"):
		return "BSD-3-Clause"
	case has("Redistribution and use in source and binary forms"):
		return "BSD-2-Clause"
	case has("Permission to use, copy, modify, and/or distribute this software"):
		return "ISC"
	}
	return "unknown"
}

// npmPackages are those of the lock file: for every platform, not only this one.
func npmPackages(lockFile string) (parts []part, err error) {
	text, err := os.ReadFile(lockFile)
	if err != nil {
		return nil, err
	}
	var lock struct {
		Packages map[string]struct {
			Version, License string
			Dev, Optional    bool
		}
	}
	if err := json.Unmarshal(text, &lock); err != nil {
		return nil, fmt.Errorf("%s: %w", lockFile, err)
	}
	for _, path := range slices.Sorted(maps.Keys(lock.Packages)) { // a package may be there in several versions: the outermost is named
		p := lock.Packages[path]
		if at := strings.LastIndex(path, "node_modules/"); at >= 0 {
			k := tool
			if !p.Dev && !p.Optional { // what package.json names under dependencies
				k = served
			}
			parts = append(parts, part{path[at+len("node_modules/"):], p.Version, p.License, k})
		}
	}
	return parts, nil
}

// page is LICENSES.md.
func page(parts []part) string {
	var b strings.Builder
	b.WriteString("# Whose work Readout is made with\n\nWritten by `go run ./tools/licences`. Readout's own licence is in LICENSE.\n")
	titles := []string{
		"In the Worker and in what a reader downloads",
		"While building and testing",
		"Tools from npm (none of them is served)",
	}
	for k, title := range titles {
		fmt.Fprintf(&b, "\n## %s\n\n| what | version | licence |\n| --- | --- | --- |\n", title)
		for _, p := range parts {
			if p.Kind == kind(k) {
				fmt.Fprintf(&b, "| %s | %s | %s |\n", p.Name, p.Version, p.Licence)
			}
		}
	}
	b.WriteString("\n## Taught by the work of others\n\ndata/model/small.bin and small.txt: taught by all-mpnet-base-v2 (Apache-2.0), with a part of its vocabulary, to imitate it on sentences of ECB+ 1.0 " +
		"(news; its annotation, CC BY 3.0, was not used) and of the Groningen Meaning Bank (Voice of America, public domain). No text is in them. data/model/tuned.bin: learned from the invented meetings, which are the project's own, for vectors of all-mpnet-base-v2.\n")
	b.WriteString("\nNot permissive, and why that is no matter:\n\n")
	for _, name := range slices.Sorted(maps.Keys(exceptions)) {
		fmt.Fprintf(&b, "- %s: %s\n", name, exceptions[name])
	}
	return b.String()
}
