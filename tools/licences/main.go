// Command licences lists whose work Readout is made with, and under which licence: the Go modules that its packages,
// tests and tools import, and the npm packages of its tools. It writes LICENSES.md:
//
//	go run ./tools/licences > LICENSES.md
//
// Its test fails when a licence is neither permissive nor one of the exceptions, and when LICENSES.md is not current.
package main

import (
	"fmt"
	"os"
)

func main() {
	parts, err := collect(".")
	if err == nil {
		_, err = fmt.Print(page(parts))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}
