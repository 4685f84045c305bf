//go:build js && wasm

package main

import (
	"net/http"
	"strings"
	"syscall/js"
)

// rawBody fits a handler to github.com/syumai/workers. Its streamed bodies end the program when they are closed, so the
// whole body goes over as one Uint8Array; and it splits header values at commas, which is undone here.
func rawBody(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, values := range r.Header {
			r.Header[name] = []string{strings.Join(values, ",")}
		}
		kept := &bodyKeeper{ResponseWriter: w}
		h.ServeHTTP(kept, r)
		body := js.Null()
		if len(kept.body) > 0 {
			body = js.Global().Get("Uint8Array").New(len(kept.body))
			js.CopyBytesToJS(body, kept.body)
		}
		w.(interface{ WriteRawJSBody(js.Value) }).WriteRawJSBody(body)
	})
}

// bodyKeeper passes status and headers on and keeps the body.
type bodyKeeper struct {
	http.ResponseWriter
	body []byte
}

func (k *bodyKeeper) Write(p []byte) (int, error) {
	k.body = append(k.body, p...)
	return len(p), nil
}
