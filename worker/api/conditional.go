package api

import (
	"net/http"
	"strings"
)

// notModified reports whether a request's If-None-Match says that the client has the representation with this tag already.
// If-Modified-Since is not looked at: Last-Modified is the day of the newest article, and a document can change without it
// (another engine, a corrected seed), so a date alone never proves that a copy is current.
func notModified(h http.Header, etag string) bool {
	list, given := h["If-None-Match"]
	return given && etag != "" && matchesAny(strings.Join(list, ","), etag)
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
