//go:build !js

// The same program natively, for tests (native and Wasm must agree byte for byte) and for profiles: it reads texts from standard
// input as the page packs them, and writes the document or the error, as JSON, to standard output.
//
//	go run ./wasm/browser [-registry data/dist/own/registry.bin] [-times 100 -cpuprofile cpu.out] < packed > document.json
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"runtime/pprof"
	"time"

	"readout/data/witness"
	"readout/wasm/know"
)

func main() {
	log.SetFlags(0)
	registry := flag.String("registry", "", "what know.Base.Pack gives; none where empty")
	times := flag.Int("times", 1, "how often to compare; more than once prints the time of one to standard error")
	profile := flag.String("cpuprofile", "", "file to write a profile to")
	flag.Parse()
	if err := run(*registry, *times, *profile); err != nil {
		log.Fatal(err)
	}
}

func run(registry string, times int, profile string) error {
	base := &know.Base{}
	if registry != "" {
		packed, err := os.ReadFile(registry)
		if err != nil {
			return err
		}
		if base, err = know.Unpack(packed); err != nil {
			return fmt.Errorf("%s: %w", registry, err)
		}
	}
	packed, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	begun := time.Now()
	for range times - 1 {
		if _, err := witness.Compare(decode(packed), base); err != nil {
			break
		}
	}
	if times > 1 {
		fmt.Fprintf(os.Stderr, "%v each\n", time.Since(begun)/time.Duration(times-1))
	}
	doc, err := witness.Compare(decode(packed), base)
	if err != nil {
		_, err = os.Stdout.Write(encode(err))
		return err
	}
	_, err = os.Stdout.Write(doc.AppendJSON(nil))
	return err
}
