package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"readout/data/compile/progress"
	"readout/web"
)

// command is one of the program's verbs.
type command struct {
	name, usage, about string
	takes              int // arguments
	flags              string
	run                func(o options, args []string) error
}

// commands are in the order in which an editor meets them. compile is meant where none is named.
var commands = []command{
	{"compile", "compile [-seeds DIR] [-out DIR] [-registry DIR|none] [-model mpnet|none] [-site ORIGIN] [-keep-going] [-check]",
		"Turns the articles into the dataset and its pages.\nWrites all of it or, if something is wrong, nothing.", 0, "seeds registry out model site check archive",
		func(o options, _ []string) error {
			if o.check {
				return check(o)
			}
			return run(o, progress.New(os.Stderr))
		}},
	{"check", "check [-seeds DIR] [-registry DIR|none]",
		"Says what is wrong with the articles and the registry, and what was guessed.\nAlso which decisions quote what is no longer there. Writes nothing.", 0, "seeds registry",
		func(o options, _ []string) error { return check(o) }},
	{"watch", "watch [-seeds DIR] [-out DIR] [-registry DIR|none] [-model mpnet|none] [-site ORIGIN]",
		"Compiles, and again at every change of the articles or the registry, until Ctrl-C.", 0, "seeds registry out model site archive",
		func(o options, _ []string) error { return watch(o) }},
	{"review", "review [-seeds DIR] [-registry DIR|none] [-model mpnet|none] [-port N] [-open=false]",
		"Opens a page, on this machine only, on which an editor looks through it all and decides.\nIt shows what was kept and what was left out, what was guessed, which names are unknown, and\nwhere two accounts may be of one meeting. Decisions go into decisions.yaml of the registry.", 0, "seeds registry model port open",
		func(o options, _ []string) error { return openReview(o) }},
	{"explain", "explain [-seeds DIR] [-registry DIR|none] [-model mpnet|none] ID",
		"Tells why: of a meeting, a point of one (MEETING/p3), a person or an article.", 1, "seeds registry model",
		func(o options, args []string) error { return explain(o, args[0]) }},
}

func commandOf(name string) *command {
	for i := range commands {
		if commands[i].name == name {
			return &commands[i]
		}
	}
	return nil
}

// instead is what to write in place of a command that there is not.
func instead(name string) string {
	if name == "add" {
		return "articles are added by a program of its own: go run ./data/add FILE… (make add FILES=\"…\")"
	}
	var names []string
	for _, c := range commands {
		names = append(names, c.name)
	}
	return "there are " + strings.Join(names, ", ") + "; folders are given with -seeds, -out and -registry"
}

// declare gives the command the flags that it takes.
func (c *command) declare(f *flag.FlagSet, o *options) {
	takes := func(name string) bool { return strings.Contains(" "+c.flags+" ", " "+name+" ") }
	f.StringVar(&o.Seeds, "seeds", "seeds", "folder of the articles")
	f.StringVar(&o.registry, "registry", "data/registry", `folder of the hand-edited knowledge, or "none"`)
	if takes("out") {
		f.StringVar(&o.Out, "out", "data/dist", "folder to write; it is replaced as a whole")
	}
	o.Meanings.Model, o.Meanings.Kept = "mpnet", keptScores
	if takes("model") {
		f.Func("model", "compare sentences by meaning with this encoder: mpnet, where `make model` has fetched it, and small elsewhere; small; or \"none\" (default mpnet)", func(s string) error {
			if s != "mpnet" && s != "small" && s != "none" {
				return errors.New("not an encoder that is known; write mpnet, small or none")
			}
			o.Meanings.Model = s
			return nil
		})
		f.StringVar(&o.Meanings.Keep, "keep", "", "read from this file what the encoder says of these articles, and add to it; an archive neither asks the encoder nor uses the file")
	}
	if takes("site") {
		f.Func("site", "origin that the pages will be served from, such as https://readout.example: previews, oEmbed and sitemap need it", func(s string) (err error) {
			o.Site, err = web.Origin(s)
			return err
		})
	}
	if takes("check") {
		f.BoolVar(&o.check, "check", false, "lint only, as the command check does")
	}
	if takes("archive") {
		f.StringVar(&o.Cache, "cache", "", `folder of the cache for archives, or "none"; the usual one is below the user's cache folder`)
		f.StringVar((*string)(&o.Layout), "layout", "", `"whole": every document a file; "packed": an archive (docs/scale.md); the number of articles decides where it is not given`)
		f.BoolVar(&o.keepGoing, "keep-going", false, "compile the articles without errors, and name the others")
	}
	if takes("port") {
		f.IntVar(&o.port, "port", 0, "port of the page; 0 takes a free one")
		f.BoolVar(&o.open, "open", true, "open the page in the browser")
	}
	f.Usage = func() {
		fmt.Fprintf(f.Output(), "usage: go run ./data/compile %s\n\n%s\n\n", c.usage, c.about)
		f.PrintDefaults()
		if c.name == "compile" {
			fmt.Fprintln(f.Output(), "\nOther commands, each with -h:")
			for _, other := range commands[1:] {
				first, _, _ := strings.Cut(other.about, "\n")
				fmt.Fprintf(f.Output(), "  %-8s %s\n", other.name, first)
			}
			fmt.Fprintln(f.Output(), "Articles are added by go run ./data/add FILE…")
		}
	}
}
