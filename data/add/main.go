// Command add puts articles into the folder of seeds: saved pages, Markdown, ninjs, archives of such, plain text.
//
//	go run ./data/add [-seeds DIR] [-charset NAME] [-keep-going] FILE…
//
// Each article becomes NAME.txt with NAME.yaml beside it; package intake says what is read and what is written. Nothing is
// overwritten: for a file that was added before, the command only says so. If one file has a fault, nothing is written, unless
// -keep-going is given. The exit status is 0 if every article is in the folder, 1 if something was refused, 2 if the command line
// is wrong.
//
// It is a separate program because go-trafilatura's date parser takes half a second and 60 MB to start. The compiler runs at
// every change and should not pay for that.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	var o options
	f := flag.NewFlagSet("add", flag.ContinueOnError)
	f.StringVar(&o.seeds, "seeds", "seeds", "folder of the articles")
	f.StringVar(&o.charset, "charset", "", "encoding of plain text and Markdown that is not UTF-8: EUC-KR, Shift_JIS, …")
	f.BoolVar(&o.keepGoing, "keep-going", false, "add what can be read where some of it cannot")
	f.Usage = func() {
		fmt.Fprint(f.Output(), `usage: add [-seeds DIR] [-charset NAME] [-keep-going] FILE…

Puts articles into the folder of seeds, each as NAME.txt with NAME.yaml beside it, which
says what was found: outlet, date, headline, author, language. Check what it lists
under "guessed". Files: .txt, saved .html, .md with front matter, ninjs .json,
.warc, .warc.gz, or a .zip of such.

`)
		f.PrintDefaults()
	}
	switch err := f.Parse(os.Args[1:]); {
	case err == flag.ErrHelp:
		return
	case err != nil:
		os.Exit(2)
	case f.NArg() == 0:
		f.Usage()
		os.Exit(2)
	}
	if !add(o, f.Args(), os.Stdout, os.Stderr) {
		os.Exit(1)
	}
}
