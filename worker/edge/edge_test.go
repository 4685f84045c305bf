package edge

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// echo answers with what it saw.
type echo struct{}

func (echo) Answer(r *http.Request) (status int, head, body []byte) {
	content, _ := io.ReadAll(r.Body)
	seen := []string{r.Method, r.URL.Scheme, r.Host, r.URL.Path, r.URL.RawQuery, r.Header.Get("If-None-Match"), string(content)}
	return 418, []byte("head"), []byte(strings.Join(seen, "|"))
}

func TestServe(t *testing.T) {
	for request, want := range map[string]string{
		"POST\nhttps://example.org/a%20b?c=d\nif-none-match: \"x: y\"\n\nbody\n\nmore": "POST|https|example.org|/a b|c=d|\"x: y\"|body\n\nmore",
		"GET\nhttp://h/v1/x.json\n\n": "GET|http|h|/v1/x.json|||",
		"GET\nhttp://h:8/v1/x?q=%2f+#part\nif-none-match: \ncontent-type: a/b\n\n": "GET|http|h:8|/v1/x|q=%2f+||",
	} {
		a, err := Serve(echo{}, []byte(request))
		if err != nil || a.Status != 418 || string(a.Head) != "head" || string(a.Body) != want {
			t.Errorf("%q: %d %q %q, %v; want %q", request, a.Status, a.Head, a.Body, err, want)
		}
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
		u := parse(raw)
		if got := u.Host + "|" + u.Path + "|" + u.RawQuery; got != want {
			t.Errorf("%q: %q; want %q", raw, got, want)
		}
	}
}

func TestMalformed(t *testing.T) {
	for _, raw := range []string{"", "GET", "GET\n\n", "\nhttp://h/\n\n", "GET\nhttp://h/\nno colon\n\n", "GET\nhttp://h/\na: b\n"} {
		if _, err := Serve(echo{}, []byte(raw)); err != errMalformed {
			t.Errorf("%q: %v", raw, err)
		}
	}
}

// The short way must not read an address that a browser may send otherwise than url.Parse does.
func FuzzParse(f *testing.F) {
	for _, path := range []string{"v1/x.json?q=a", "%2e%2e/a", "a b", "", "//x", "?x", "a;b:c@d", "..", "a%00", "\xff"} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		raw := "https://example.org/" + path
		want, err := url.Parse(raw)
		if err != nil {
			return
		}
		if got := parse(raw); got.Path != want.Path || got.RawQuery != want.RawQuery || got.Host != want.Host || got.Scheme != want.Scheme {
			t.Errorf("%q: %+v, want %+v", raw, got, want)
		}
	})
}

func FuzzServe(f *testing.F) {
	f.Add([]byte("GET\nhttp://h/a?b\na: b\n\nbody"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if a, err := Serve(echo{}, raw); err == nil && a.Status != 418 {
			t.Errorf("%q: %+v", raw, a)
		}
	})
}
