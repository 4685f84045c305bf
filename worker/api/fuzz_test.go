package api

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
)

// edgeRequest makes a request out of anything that a client could send.
func edgeRequest(method, target, tag string) (*http.Request, error) {
	u, err := url.ParseRequestURI(target)
	if err != nil {
		return nil, err
	}
	if method == "" {
		return nil, errors.New("no method")
	}
	r := &http.Request{Method: method, URL: u, Host: "example.com", Header: http.Header{}, Body: http.NoBody}
	r.Header.Set("If-None-Match", tag)
	return r, nil
}

func record(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}
