// Command eval measures the engine against the hand-made references beside the project, prints one table and writes it to
// data/eval.md. Where a reference is not there it says so and leaves its rows out.
//
//	go run ./data/eval [-shared ../shared] [-out data/eval.md]
//
// No label of a reference reaches the engine: it compiles the raw articles with the ordinary compiler, and the scorers that lie
// beside the references (Python, standard library only) read what it wrote.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	shared := flag.String("shared", "../shared", "folder of the references")
	out := flag.String("out", "data/eval.md", "table to write")
	flag.Parse()
	if err := run(*shared, *out); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}
