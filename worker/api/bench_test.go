package api

import (
	"net/http"
	"os"
	"testing"

	"readout/worker/edge"
)

// What one computed answer costs from the request's bytes to the answer's.
func BenchmarkAnswer(b *testing.B) {
	h := newHandler(b)
	for _, path := range []string{"/v1/version", "/v1/problems", "/v1/dataset.json", "/v1/query?path=meetings.%23.id"} {
		b.Run(path, func(b *testing.B) {
			b.ReportAllocs()
			request := []byte("GET\nhttp://localhost" + path + "\n\n")
			for b.Loop() {
				if _, err := edge.Serve(h, request); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// discard is a client that does not read.
type discard struct{ h http.Header }

func (d discard) Header() http.Header         { return d.h }
func (d discard) Write(p []byte) (int, error) { return len(p), nil }
func (d discard) WriteHeader(int)             {}

// A search in the passages of the tree's own dataset.
func BenchmarkSearch(b *testing.B) {
	h, err := New(os.DirFS("../../data/dist"), Options{Build: "bench", Index: IndexNow})
	if err != nil {
		b.Skip(err) // not compiled yet
	}
	request := []byte("GET\nhttp://localhost/v1/search?q=foreign+ministry\n\n")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := edge.Serve(h, request); err != nil {
			b.Fatal(err)
		}
	}
}
