package edge

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestServe(t *testing.T) {
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		w.Header().Set("X-Seen", strings.Join([]string{r.Method, r.URL.Scheme, r.Host, r.URL.Path, r.URL.RawQuery, r.Header.Get("If-None-Match"), string(body)}, "|"))
		w.Header()["X-Split"] = []string{"a\r\nSet-Cookie: b", "c"}
		w.WriteHeader(418)
		w.WriteHeader(500)
		io.WriteString(w, "one ")
		io.WriteString(w, "two")
	})
	a, err := Serve(h, []byte("POST\nhttps://example.org/a%20b?c=d\nif-none-match: \"x: y\"\n\nbody\n\nmore"))
	if err != nil {
		t.Fatal(err)
	}
	const head = "X-Seen: POST|https|example.org|/a b|c=d|\"x: y\"|body  more\nX-Split: a  Set-Cookie: b, c\n"
	if a.Status != 418 || string(a.Head) != head || string(a.Body) != "one two" {
		t.Errorf("%d\n%s%s\nwant head\n%s", a.Status, a.Head, a.Body, head)
	}
}

func TestServeWithoutAWordIs200(t *testing.T) {
	a, err := Serve(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}), []byte("GET\nhttp://h/\n\n"))
	if err != nil || a.Status != 200 || len(a.Body) != 0 || len(a.Head) != 0 {
		t.Errorf("%+v, %v", a, err)
	}
}

// An address that is no URL still reaches the handler, which has an answer to it.
func TestBrokenAddress(t *testing.T) {
	for raw, want := range map[string]string{
		"http://h/%zz?a=%zz":   "h|/%zz|a=%zz",
		"http://h/a%":          "h|/a%|",
		"http://h/a\x7fb#frag": "h|/a\x7fb|",
		"http://[::1/a":        "[::1|/a|",
	} {
		var got string
		h := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			got = r.Host + "|" + r.URL.Path + "|" + r.URL.RawQuery
		})
		if _, err := Serve(h, []byte("GET\n"+raw+"\n\n")); err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", raw, got, err, want)
		}
	}
}

func TestMalformed(t *testing.T) {
	for _, raw := range []string{"", "GET", "GET\n\n", "\nhttp://h/\n\n", "GET\nhttp://h/\nno colon\n\n", "GET\nhttp://h/\na: b\n"} {
		if _, err := Serve(http.NotFoundHandler(), []byte(raw)); err != errMalformed {
			t.Errorf("%q: %v", raw, err)
		}
	}
}

func FuzzServe(f *testing.F) {
	f.Add([]byte("GET\nhttp://h/a?b\na: b\n\nbody"))
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Header().Set("X", r.URL.String()+r.Host) })
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := Serve(h, raw)
		if err == nil && (a.Status != 200 || strings.Count(string(a.Head), "\n") != 1) {
			t.Errorf("%q: %+v", raw, a)
		}
	})
}
