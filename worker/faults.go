//go:build faults

package main

import (
	"net/http"
	"os"
	"strings"
)

// withFaults adds addresses that kill or harm the instance in the ways that were seen to happen. Only a build with the
// tag faults has them.
func withFaults(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		how, ok := strings.CutPrefix(r.URL.Path, "/fault/")
		if !ok {
			h.ServeHTTP(w, r)
			return
		}
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
			w.Write([]byte("grown\n"))
		case "block":
			<-make(chan int)
		case "stack":
			w.Write([]byte{byte(deeper(0))})
		case "silent": // answers nothing at all
		default:
			http.Error(w, "no such fault", http.StatusNotFound)
		}
	})
}

var kept []byte

func deeper(n int) int {
	var room [1 << 10]byte
	room[n%len(room)] = 1
	return deeper(n+1) + int(room[0])
}
