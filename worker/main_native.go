//go:build !js

// Command worker serves Readout's handler over HTTP for debugging; inside a Cloudflare Worker the same handler runs
// behind worker.mjs (see main.go).
//
//	go run ./worker [-addr 127.0.0.1:8788] [-dist data/dist]
package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"readout/worker/api"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8788", "address to listen on; port 0 picks a free one")
	folder := flag.String("dist", "", "folder to serve instead of the embedded one")
	flag.Parse()

	documents, err := dist()
	if *folder != "" {
		documents, err = os.DirFS(*folder), nil
	}
	if err != nil {
		log.Fatal(err)
	}
	h, err := api.New(documents, api.Options{Index: api.IndexNow})
	if err != nil {
		log.Fatal(err)
	}
	l, err := net.Listen("tcp", *addr)
	if err != nil {
		log.Fatalf("%v\nanother program may have the port; -addr 127.0.0.1:0 picks a free one", err)
	}
	fmt.Printf("serving on http://%s\n", l.Addr())
	server := &http.Server{Handler: withFaults(h), ReadHeaderTimeout: 10 * time.Second}
	log.Fatal(server.Serve(l))
}
