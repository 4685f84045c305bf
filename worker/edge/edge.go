// Package edge carries one HTTP request and its answer between JavaScript and Go as plain bytes: one call in, one
// answer out. Converting Request and Response objects would take about 72 calls and 3 times the CPU of the whole
// request. The package knows nothing about WebAssembly and is tested natively.
//
// A request is text up to an empty line, then the body:
//
//	GET\n
//	https://example.org/v1/query?path=a\n
//	if-none-match: "abc"\n
//	\n
//	body
//
// Header names are in lower case, each only once. Only headers that the handler reads need to be sent.
package edge

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/textproto"
	"net/url"
	"strings"
)

// TooLarge is the header with which the host says that it dropped the body because it was over the limit.
const TooLarge = "readout-body-too-large"

// Handler answers a request with the whole of an answer: its status, its head in a form that the host knows, its body.
type Handler interface {
	Answer(r *http.Request) (status int, head, body []byte)
}

// Answer is what a handler said.
type Answer struct {
	Status int
	Head   []byte
	Body   []byte
}

// Serve decodes a request and lets h answer it. h must do all its work before it returns, and must not keep the request's
// body. An error says that the request was not in the form above, which is the host's fault.
func Serve(h Handler, request []byte) (Answer, error) {
	r, err := decode(request)
	if err != nil {
		return Answer{}, err
	}
	var a Answer
	a.Status, a.Head, a.Body = h.Answer(r)
	return a, nil
}

var errMalformed = errors.New("edge: the request is not method, URL and headers, each on a line, and an empty line")

// decode makes a server-side http.Request. A target that is no URL is given to the handler as the path itself, so that
// the answer to it is the handler's as well.
func decode(request []byte) (*http.Request, error) {
	head, body, ok := bytes.Cut(request, []byte("\n\n"))
	if !ok {
		return nil, errMalformed
	}
	method, lines, ok := strings.Cut(string(head), "\n")
	if !ok || method == "" {
		return nil, errMalformed
	}
	target, lines, _ := strings.Cut(lines, "\n")
	u := parse(target)
	r := &http.Request{
		Method:        method,
		URL:           u,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Host:          u.Host,
		Body:          http.NoBody,
		ContentLength: int64(len(body)),
	}
	if len(body) > 0 {
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	if lines == "" {
		return r, nil
	}
	r.Header = make(http.Header, 2)
	for line := range strings.SplitSeq(lines, "\n") {
		name, value, ok := strings.Cut(line, ": ")
		if !ok {
			return nil, errMalformed
		}
		r.Header[textproto.CanonicalMIMEHeaderKey(name)] = []string{value}
	}
	return r, nil
}

// parse is url.Parse for the addresses that nearly all requests have; where there is anything to decode or to doubt,
// url.Parse has the word, and where that refuses, the marks of the address alone.
func parse(raw string) *url.URL {
	u := split(raw)
	for i := 0; i < len(u.Path); i++ {
		if c := u.Path[i]; !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '-' <= c && c <= '9' || c == '_') { // - . / and digits
			if parsed, err := url.Parse(raw); err == nil {
				return parsed
			}
			break
		}
	}
	return u
}

// split cuts an address at its marks, and decodes nothing.
func split(raw string) *url.URL {
	u := &url.URL{}
	if scheme, rest, ok := strings.Cut(raw, "://"); ok {
		u.Scheme, raw = scheme, rest
	}
	slash := strings.IndexAny(raw, "/?#")
	if slash < 0 {
		slash = len(raw)
	}
	u.Host, raw = raw[:slash], raw[slash:]
	raw, _, _ = strings.Cut(raw, "#")
	u.Path, u.RawQuery, _ = strings.Cut(raw, "?")
	return u
}
