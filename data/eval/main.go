// Command eval measures the engine against the hand-made references that are kept beside the project. It prints one table
// and writes it to data/eval.md. If a reference is missing, it says so and leaves out its rows.
//
//	go run ./data/eval [-shared ../shared] [-out data/eval.md]
//	go run ./data/eval -encode # asks the large encoder about the pairs of MSRP and STS anew, half an hour
//
// No label of a reference reaches the engine. The command compiles the raw articles with the ordinary compiler, and the scorers
// beside the references (Python, standard library only) read the output.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	shared := flag.String("shared", "../shared", "folder of the references")
	out := flag.String("out", "data/eval.md", "table to write")
	again := flag.Bool("encode", false, "ask the large encoder about the pairs of the collections, write "+keptPairs+" and no table")
	flag.Parse()
	err := error(nil)
	if *again {
		err = encode(*shared)
	} else {
		err = run(*shared, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}
