package main

import (
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"readout/data/intake"
	"readout/data/seed"
)

type options struct {
	seeds, charset string
	keepGoing      bool
}

// add reads all files before it writes the first, and reports whether every one is in the folder now.
func add(o options, files []string, out, errs io.Writer) bool {
	r := intake.Reader{Charset: o.charset}
	var items []intake.Item
	faults := 0
	for _, f := range files {
		found, problems := r.Read(f)
		for _, p := range problems {
			fmt.Fprintln(errs, p)
		}
		faults += seed.Errors(problems)
		items = append(items, found...) // none of a file with errors
	}
	if faults > 0 && !o.keepGoing {
		fmt.Fprintf(errs, "add: %s; nothing was written. Mend it, or add the rest with -keep-going\n", count(faults, "fault"))
		return false
	}
	folder, err := intake.Open(o.seeds)
	if err != nil {
		fmt.Fprintln(errs, "add:", err)
		return false
	}
	added := 0
	for i := range items {
		it := &items[i]
		if have := folder.Known(it); have != "" {
			fmt.Fprintf(out, "%s: is there already, as %s\n", it.From, path.Join(filepath.ToSlash(o.seeds), have))
			continue
		}
		name, err := folder.Put(it)
		if err != nil {
			fmt.Fprintln(errs, "add:", err)
			return false
		}
		added++
		tell(out, path.Join(filepath.ToSlash(o.seeds), name), it)
	}
	fmt.Fprintf(out, "%s added", count(added, "article"))
	if added > 0 {
		fmt.Fprint(out, "; next: make check, make review, make dev")
	}
	fmt.Fprintln(out)
	return faults == 0
}

// tell prints what was found of an article.
func tell(out io.Writer, name string, it *intake.Item) {
	fmt.Fprintf(out, "%s ← %s\n", name, it.From)
	m := &it.Meta
	for _, kv := range [][2]string{{"outlet", m.Outlet}, {"published", m.Published}, {"headline", m.Headline}, {"author", m.Author},
		{"language", m.Language}, {"translated_from", m.TranslatedFrom}, {"url", m.URL}} {
		mark := ""
		if slices.Contains(it.Guessed, kv[0]) {
			mark = "  (a guess)"
		}
		switch {
		case kv[1] != "":
			fmt.Fprintf(out, "  %-10s %s%s\n", kv[0], kv[1], mark)
		case kv[0] == "outlet" || kv[0] == "published":
			fmt.Fprintf(out, "  %-10s not found; write it into %s\n", kv[0], strings.TrimSuffix(path.Base(name), ".txt")+".yaml")
		}
	}
	if it.Dropped > 0 {
		fmt.Fprintf(out, "  text       %d letters kept, %d of the page left out\n", intake.Letters(it.Text), it.Dropped)
	}
}

func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
