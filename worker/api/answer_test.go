package api

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestAnswersShareRoom: answers that are written one over the other are those that are made each by itself, whatever was answered
// before, and no document is written over.
func TestAnswersShareRoom(t *testing.T) {
	s := newSite(t)
	targets := []string{"/v1/nothing", "/v1/search?q=", "/v1/query?path=meetings&document=/v1/meetings.json", "/v1/query?path=schema"}
	for _, op := range s.ops {
		if op.Method == "get" {
			targets = append(targets, host(op.Example))
		}
	}
	for _, method := range []string{"GET", "HEAD", "GET"} {
		for _, target := range targets {
			for _, tag := range []string{"", "*"} {
				r := httptest.NewRequest(method, target, nil)
				if tag != "" {
					r.Header.Set("If-None-Match", tag)
				}
				status, head, body := s.h.Answer(r)
				got := string(body)
				gotHead := string(head)
				want := record(s.h, r)
				if status != want.Code || got != want.Body.String() {
					t.Errorf("%s %s: %d %.200q, by itself %d %.200q", method, target, status, got, want.Code, want.Body)
				}
				lines := strings.Split(strings.TrimSuffix(gotHead, "\n"), "\n")
				if n := len(lines) - 1 + len(common[lines[0][0]-'0']); n < len(want.Header())-1 || n > len(want.Header()) { // HEAD alone has a length
					t.Errorf("%s %s: %d headers, by itself %d\n%s\n%v", method, target, n, len(want.Header()), head, want.Header())
				}
				for _, line := range lines[1:] {
					name, value, _ := strings.Cut(line, ": ")
					if value != "" && name != "Server-Timing" && want.Header().Get(name) != value {
						t.Errorf("%s %s: %s, by itself %q", method, target, line, want.Header().Get(name))
					}
				}
			}
		}
	}
	for _, d := range s.h.manifest.documents {
		body, err := d.bytes(s.h.dist)
		if sum := sha256.Sum256(body); err != nil || hex.EncodeToString(sum[:]) != d.hash {
			t.Fatalf("%s was written over (%v)", d.path, err)
		}
	}
}
