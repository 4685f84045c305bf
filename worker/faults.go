//go:build faults

package main

import (
	"net/http"
	"os"
	"strings"

	"readout/worker/api"
)

// withFaults adds addresses that kill or harm the instance in the ways that were seen to happen. Only a build with the
// tag faults has them.
func withFaults(h *api.Handler) faulty { return faulty{h} }

type faulty struct{ *api.Handler }

func (f faulty) Answer(r *http.Request) (status int, head, body []byte) {
	how, ok := strings.CutPrefix(r.URL.Path, "/fault/")
	if !ok {
		return f.Handler.Answer(r)
	}
	if address, ok := strings.CutPrefix(how, "grow/"); ok { // so big that the instance is dropped while its answer waits for a pack
		fault("grow")
		r.URL.Path = "/" + address
		return f.Handler.Answer(r)
	}
	return fault(how)
}

func (f faulty) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if how, ok := strings.CutPrefix(r.URL.Path, "/fault/"); ok {
		status, _, body := fault(how)
		w.WriteHeader(status)
		w.Write(body)
		return
	}
	f.Handler.ServeHTTP(w, r)
}

func fault(how string) (status int, head, body []byte) {
	head = []byte("0\n")
	switch how {
	case "exit":
		os.Exit(3)
	case "panic":
		panic("a fault that was asked for")
	case "memory":
		var hoard [][]byte
		for {
			hoard = append(hoard, make([]byte, 1<<20))
			hoard[len(hoard)-1][0] = 1
		}
	case "grow": // stays alive, but so big that it has to be replaced
		kept = make([]byte, 50<<20)
		for i := 0; i < len(kept); i += 4096 {
			kept[i] = 1
		}
		return 200, head, []byte("grown\n")
	case "block":
		<-make(chan int)
	case "stack":
		return 200, head, []byte{byte(deeper(0))}
	case "split": // a head as no handler should write it
		return 200, []byte("0\nX-A: b\nno colon here\n"), []byte("split\n")
	}
	return http.StatusNotFound, head, []byte("no such fault\n")
}

var kept []byte

func deeper(n int) int {
	var room [1 << 10]byte
	room[n%len(room)] = 1
	return deeper(n+1) + int(room[0])
}
