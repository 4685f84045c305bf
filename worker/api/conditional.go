package api

import (
	"net/http"
	"strings"
	"time"
)

// notModified evaluates the preconditions of a GET or HEAD (RFC 9110, 13.2.2): If-None-Match by weak comparison; only
// without it If-Modified-Since, where a date that cannot be read counts as none.
func notModified(h http.Header, etag string, modified time.Time) bool {
	if list, given := h["If-None-Match"]; given {
		return etag != "" && matchesAny(strings.Join(list, ","), etag)
	}
	since := h.Get("If-Modified-Since")
	if since == "" || modified.IsZero() {
		return false
	}
	t, err := http.ParseTime(since)
	return err == nil && !modified.After(t)
}

// matchesAny reports whether the list of entity tags holds etag, weakly compared: W/ counts for nothing. It stops at
// the first thing that is no entity tag.
func matchesAny(list, etag string) bool {
	for {
		list = strings.TrimLeft(list, " \t,")
		if list == "" {
			return false
		}
		if list[0] == '*' {
			return strings.TrimLeft(list[1:], " \t,") == ""
		}
		tag := strings.TrimPrefix(list, "W/")
		if tag == "" || tag[0] != '"' {
			return false
		}
		end := strings.IndexByte(tag[1:], '"')
		if end < 0 {
			return false
		}
		if tag[:end+2] == strings.TrimPrefix(etag, "W/") {
			return true
		}
		list = tag[end+2:]
	}
}
