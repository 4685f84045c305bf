// Command compile turns a folder of articles into the dataset: it reads and lints the seeds and the registry, runs the engine,
// validates what came out, renders the pages, and writes everything at once or not at all.
//
//	go run ./data/compile -seeds DIR -out DIR [-registry DIR|none] [-site ORIGIN]
//
// The same input gives the same bytes. Every problem of the input is printed, with file, line and remedy; if one of them is an
// error the old output stays as it is and the exit status is 1.
package main

import (
	"flag"
	"fmt"
	"os"

	"readout/web"
)

func main() {
	var o options
	flag.StringVar(&o.seeds, "seeds", "seeds", "folder of the articles")
	flag.StringVar(&o.out, "out", "data/dist", "folder to write; it is replaced as a whole")
	flag.StringVar(&o.registry, "registry", "data/registry", `folder of the hand-edited knowledge, or "none"`)
	flag.Func("site", "origin that the pages will be served from, such as https://readout.example: previews, oEmbed and sitemap need it", func(s string) (err error) {
		o.site, err = web.Origin(s)
		return err
	})
	flag.BoolVar(&o.check, "check", false, "lint only: write nothing")
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), "usage: compile [-seeds DIR] [-out DIR] [-registry DIR|none] [-site ORIGIN] [-check]\n")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "compile: unexpected argument %q; folders are given with -seeds, -out and -registry\n", flag.Arg(0))
		os.Exit(2)
	}
	if err := run(o, newProgress(os.Stderr)); err != nil {
		fmt.Fprintln(os.Stderr, "compile:", err)
		os.Exit(1)
	}
}
