package api

import (
	"io"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"
)

// mostBody is how many bytes of a body are read.
const mostBody = 1 << 20

// tooLarge is the header with which package edge says that the host dropped the body, since it was over the limit.
const tooLarge = "Readout-Body-Too-Large"

// readBody reads the JSON of a request, or says what is wrong with it as a whole.
func readBody(r *http.Request) ([]byte, *problem) {
	if media, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";"); !strings.EqualFold(strings.TrimSpace(media), "application/json") {
		p := failure("unsupported-media-type", "The body must be JSON, said by Content-Type: application/json.")
		p.extra.str("parameter", "Content-Type").str("value", clip(r.Header.Get("Content-Type"))).str("expected", "application/json")
		p.fields = []field{{"Accept-Post", "application/json"}}
		return nil, p
	}
	large := failure("body-too-large", "A body may have "+strconv.Itoa(mostBody)+" bytes.")
	large.extra.num("limit", mostBody)
	if r.Header.Get(tooLarge) != "" || r.ContentLength > mostBody {
		return nil, large
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, mostBody+1))
	switch {
	case err != nil:
		return nil, failure("bad-request", "The body ended before its length.")
	case len(body) > mostBody:
		return nil, large
	case len(body) == 0:
		return nil, failure("bad-request", "The body is empty; send JSON.")
	case !utf8.Valid(body):
		at := 0
		for {
			c, n := utf8.DecodeRune(body[at:])
			if c == utf8.RuneError && n == 1 {
				break
			}
			at += n
		}
		p := failure("bad-request", "The body is not UTF-8: byte "+strconv.Itoa(at)+" begins no character.")
		p.extra.num("byte", int64(at))
		return nil, p
	}
	return body, nil
}
