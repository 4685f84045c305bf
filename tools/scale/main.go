// Command scale makes archives of invented articles, compiles them, and reports what that costs and whether the planted meetings
// are found again.
//
//	go run ./tools/scale [-sizes 100,1000,10000] [-seed 1] [-dir DIR] [-generate DIR] [-kills N]
//
// The generator has a grammar of its own (article.go) and a plan of who meets whom when (world.go); nothing is copied from the
// articles of the project. It is seeded: the same size and seed give the same bytes. What it makes is harder than it looks: the
// same two people meet again after eight days, accounts date by weekday, recall the meeting before, and share sentences with
// accounts of other meetings. It is easier than life in that lead and dateline are always well formed.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	var o options
	sizes := flag.String("sizes", "100,1000,10000", "numbers of articles, with commas between")
	flag.Uint64Var(&o.seed, "seed", 1, "the generator's seed")
	flag.StringVar(&o.dir, "dir", "", "folder to work in; a temporary one that is removed where none is given")
	only := flag.String("generate", "", "only write an archive of the first size below this folder")
	kills := flag.Int("kills", 0, "instead of measuring, kill the compiler so many times while it works on the first size")
	flag.Parse()
	for _, s := range strings.Split(*sizes, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 1 || n > 1_000_000 {
			fail(fmt.Errorf("-sizes %q: give numbers from 1 to 1000000, such as 100,1000", s))
		}
		o.sizes = append(o.sizes, n)
	}
	if *only != "" {
		if _, err := generate(*only, o.sizes[0], o.seed); err != nil {
			fail(err)
		}
		return
	}
	tidy := func() {} // removes a folder of our own, never one that was named
	if o.dir == "" {
		dir, err := os.MkdirTemp("", "readout-scale-")
		if err != nil {
			fail(err)
		}
		o.dir = dir
		tidy = func() { _ = os.RemoveAll(dir) }
	}
	o.compiler = filepath.Join(o.dir, "compile")
	if out, err := exec.Command("go", "build", "-o", o.compiler, "./data/compile").CombinedOutput(); err != nil {
		fail(fmt.Errorf("%w: %s", err, out))
	}
	work := func() error { return run(o) }
	if *kills > 0 {
		work = func() error { return killed(o, *kills) }
	}
	err := work()
	tidy()
	if err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "scale:", err)
	os.Exit(1)
}
