// Package edge carries one HTTP request and its answer across the boundary between JavaScript and Go as plain bytes:
// one call in, one answer out, instead of the about 72 calls that converting a Request and a Response object takes
// (3 times the CPU of the whole request). It knows nothing of WebAssembly and is tested natively.
//
// A request is text up to an empty line, then the body:
//
//	GET\n
//	https://example.org/v1/query?path=a\n
//	if-none-match: "abc"\n
//	\n
//	body
//
// Header names come in lower case and once each. Only headers that the handler reads need to be sent. The head of an
// answer is "Name: value" lines; status and body travel apart.
package edge

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// TooLarge is the header with which the host says that it dropped the body because it was over the limit.
const TooLarge = "readout-body-too-large"

// Answer is what a handler wrote.
type Answer struct {
	Status int
	Head   []byte // "Name: value\n" lines, in the order of the names
	Body   []byte
}

// Serve decodes a request, lets h answer it, and returns the answer. h must do all its work before it returns. An
// error says that the request was not in the form above, which is the host's fault.
func Serve(h http.Handler, request []byte) (Answer, error) {
	r, err := decode(request)
	if err != nil {
		return Answer{}, err
	}
	w := &recorder{header: make(http.Header, 24)} // room that spares growing it
	h.ServeHTTP(w, r)
	if w.status == 0 {
		w.status = http.StatusOK
	}
	return Answer{Status: w.status, Head: encodeHeader(w.header), Body: w.body}, nil
}

var errMalformed = errors.New("edge: the request is not method, URL and headers, each on a line, and an empty line")

// decode makes a server-side http.Request. A target that is no URL is given to the handler as the path itself, so that
// the answer to it is the handler's as well.
func decode(request []byte) (*http.Request, error) {
	head, body, ok := bytes.Cut(request, []byte("\n\n"))
	if !ok {
		return nil, errMalformed
	}
	lines := strings.Split(string(head), "\n")
	if len(lines) < 2 || lines[0] == "" {
		return nil, errMalformed
	}
	u, err := url.Parse(lines[1])
	if err != nil {
		u = unparsed(lines[1])
	}
	r := &http.Request{
		Method:        lines[0],
		URL:           u,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        make(http.Header, len(lines)-2),
		Host:          u.Host,
		Body:          http.NoBody,
		ContentLength: int64(len(body)),
	}
	if len(body) > 0 {
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	for _, line := range lines[2:] {
		name, value, ok := strings.Cut(line, ": ")
		if !ok {
			return nil, errMalformed
		}
		r.Header.Set(name, value)
	}
	return r, nil
}

// unparsed splits a URL with invalid escapes by its marks alone.
func unparsed(raw string) *url.URL {
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

// encodeHeader writes the header, sorted; several values of one name go into one line, after commas. A line break in a
// value would end its line and begin a header of somebody else's choice; it becomes a space.
func encodeHeader(h http.Header) []byte {
	names := make([]string, 0, len(h))
	size := 0
	for name, values := range h {
		names = append(names, name)
		size += len(name) + len(": \n")
		for _, value := range values {
			size += len(value) + len(", ")
		}
	}
	slices.Sort(names)
	b := make([]byte, 0, size)
	for _, name := range names {
		b = append(append(b, name...), ": "...)
		for i, value := range h[name] {
			if i > 0 {
				b = append(b, ", "...)
			}
			start := len(b)
			b = append(b, value...)
			for j, c := range b[start:] {
				if c == '\r' || c == '\n' {
					b[start+j] = ' '
				}
			}
		}
		b = append(b, '\n')
	}
	return b
}

// recorder is the plainest http.ResponseWriter.
type recorder struct {
	header http.Header
	status int
	body   []byte
}

func (w *recorder) Header() http.Header { return w.header }

func (w *recorder) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
}

// Write keeps a first slice as it is: the handler writes its whole answer at once and does not touch it again.
func (w *recorder) Write(p []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	if w.body == nil {
		w.body = p[:len(p):len(p)]
	} else {
		w.body = append(w.body, p...)
	}
	return len(p), nil
}
