package api

import (
	"testing"
	"time"
)

// TestLeaving: an address that is to go says so, as a document and as an endpoint, and no other does.
func TestLeaving(t *testing.T) {
	n := notice{since: time.Date(2030, 1, 2, 0, 0, 0, 0, time.UTC), sunset: time.Date(2031, 1, 2, 3, 4, 5, 0, time.UTC)}
	leaving["/v1/meetings.json"], leaving["/v1/version"] = n, n
	t.Cleanup(func() { clear(leaving) })
	h := newHandler(t)
	for _, path := range []string{"/v1/meetings.json", "/v1/version"} {
		w := do(h, "GET", path)
		if w.Header().Get("Deprecation") != "@1893542400" || w.Header().Get("Sunset") != "Thu, 02 Jan 2031 03:04:05 GMT" {
			t.Errorf("%s: %v", path, w.Header())
		}
	}
	for _, path := range []string{"/v1/dataset.json", "/v1/health", "/v1/nothing"} {
		if w := do(h, "GET", path); w.Header().Get("Deprecation")+w.Header().Get("Sunset") != "" {
			t.Errorf("%s: %v", path, w.Header())
		}
	}
}
