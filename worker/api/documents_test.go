package api

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDocumentsAtBothAddresses(t *testing.T) {
	h := newHandler(t)
	for _, d := range testDocuments {
		sum := sha256.Sum256([]byte(d[2]))
		twin := "/h/" + hex.EncodeToString(sum[:8]) + d[0]
		for _, address := range []string{d[0], twin} {
			get := do(h, "GET", address)
			head := do(h, "HEAD", address)
			if get.Code != 200 || get.Body.String() != d[2] {
				t.Errorf("GET %s: %d, %q", address, get.Code, get.Body)
			}
			if head.Code != 200 || head.Body.Len() != 0 {
				t.Errorf("HEAD %s: %d with %d bytes", address, head.Code, head.Body.Len())
			}
			if diff := cmp.Diff(get.Header(), head.Header()); diff != "" {
				t.Errorf("%s: HEAD differs from GET: %s", address, diff)
			}
			want := map[string]string{
				"Content-Type":           d[1],
				"Content-Length":         strconv.Itoa(len(d[2])),
				"Content-Digest":         "sha-256=:" + base64.StdEncoding.EncodeToString(sum[:]) + ":",
				"Last-Modified":          "Mon, 14 Nov 2022 00:00:00 GMT",
				"X-Content-Type-Options": "nosniff",
			}
			if address == twin {
				want["Cache-Control"] = "public, max-age=31536000, immutable"
				want["Link"] = "<" + d[0] + `>; rel="canonical"`
			} else {
				want["Cache-Control"] = "public, max-age=60, stale-while-revalidate=86400"
				want["Content-Location"] = twin
			}
			for name, value := range want {
				if got := get.Header().Get(name); got != value {
					t.Errorf("%s: %s: %q, want %q", address, name, got, value)
				}
			}
		}
	}
}

func TestSecurityHeadersByClass(t *testing.T) {
	h := newHandler(t)
	for _, test := range []struct {
		path, ancestors, cors string
	}{
		{"/", "'self'", ""},
		{"/meetings/hague-2014", "'self'", ""},
		{"/embed/meetings/hague-2014", "*", "*"},
		{"/v1/dataset.json", "'none'", "*"},
		{"/widget.js", "'none'", "*"},
		{"/v1/version", "'none'", "*"},
		{"/v1/nothing", "'none'", "*"},
		{"/nothing", "'self'", ""},
	} {
		w := do(h, "GET", test.path)
		policy := w.Header().Get("Content-Security-Policy")
		if !strings.HasSuffix(policy, "frame-ancestors "+test.ancestors) || strings.Contains(policy, "unsafe") ||
			!strings.HasPrefix(policy, "default-src 'none'") {
			t.Errorf("%s: policy %q, want frame-ancestors %s", test.path, policy, test.ancestors)
		}
		if got := w.Header().Get("Access-Control-Allow-Origin"); got != test.cors {
			t.Errorf("%s: CORS %q, want %q", test.path, got, test.cors)
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: may be sniffed", test.path)
		}
	}
}

func TestConditions(t *testing.T) {
	h := newHandler(t)
	etag := do(h, "GET", "/v1/dataset.json").Header().Get("Etag")
	const (
		modified = "Mon, 14 Nov 2022 00:00:00 GMT"
		earlier  = "Sun, 13 Nov 2022 23:59:59 GMT"
		later    = "Tue, 15 Nov 2022 00:00:00 GMT"
	)
	for _, test := range []struct {
		name    string
		headers []string
		want    int
	}{
		{"none", nil, 200},
		{"same tag", []string{"If-None-Match", etag}, 304},
		{"weak tag", []string{"If-None-Match", "W/" + etag}, 304},
		{"other tag", []string{"If-None-Match", `"other"`}, 200},
		{"list", []string{"If-None-Match", `"other", W/` + etag}, 304},
		{"list with a comma inside a tag", []string{"If-None-Match", `"a,b",` + etag}, 304},
		{"any", []string{"If-None-Match", "*"}, 304},
		{"star in a list is no tag", []string{"If-None-Match", "*," + etag}, 200},
		{"unquoted", []string{"If-None-Match", strings.Trim(etag, `"`)}, 200},
		{"lower-case w", []string{"If-None-Match", "w/" + etag}, 200},
		{"unterminated", []string{"If-None-Match", `"abc`}, 200},
		{"empty", []string{"If-None-Match", ""}, 200},
		{"since then", []string{"If-Modified-Since", modified}, 200},
		{"since later", []string{"If-Modified-Since", later}, 200},
		{"since earlier", []string{"If-Modified-Since", earlier}, 200},
		{"since RFC 850", []string{"If-Modified-Since", "Monday, 14-Nov-22 00:00:00 GMT"}, 200},
		{"since nonsense", []string{"If-Modified-Since", "yesterday"}, 200},
		{"tag wins over date", []string{"If-None-Match", `"other"`, "If-Modified-Since", later}, 200},
		{"tag wins over date, matching", []string{"If-None-Match", etag, "If-Modified-Since", earlier}, 304},
	} {
		for _, method := range []string{"GET", "HEAD"} {
			w := do(h, method, "/v1/dataset.json", test.headers...)
			if w.Code != test.want {
				t.Errorf("%s, %s: %d, want %d", method, test.name, w.Code, test.want)
			}
			if w.Code != 304 {
				continue
			}
			if w.Body.Len() > 0 {
				t.Errorf("%s: a body with a 304", test.name)
			}
			for _, name := range []string{"Etag", "Cache-Control", "Content-Location", "Access-Control-Allow-Origin"} {
				if w.Header().Get(name) == "" {
					t.Errorf("%s: 304 without %s", test.name, name)
				}
			}
			for _, name := range describesBody {
				if w.Header().Get(name) != "" {
					t.Errorf("%s: 304 with %s", test.name, name)
				}
			}
		}
	}
}

// The table that a host answers from must hold what the handler itself answers.
func TestTableAgreesWithHandler(t *testing.T) {
	h := newHandler(t)
	var table struct {
		Sets        [][][2]string
		BodyHeaders []string
		Documents   []struct {
			Path, Twin   string
			File         string
			Strict       bool
			Set          int
			ETag         string
			Alias, Fixed [][2]string
		}
	}
	if err := json.Unmarshal(h.Table(), &table); err != nil {
		t.Fatal(err)
	}
	if len(table.Documents) != len(testDocuments) {
		t.Fatalf("%d documents in the table, want %d", len(table.Documents), len(testDocuments))
	}
	for _, d := range table.Documents {
		buf, err := fs.ReadFile(h.dist, d.File)
		if err != nil {
			t.Fatal(err)
		}
		for address, own := range map[string][][2]string{d.Path: d.Alias, d.Twin: d.Fixed} {
			w := do(h, "GET", address)
			if w.Body.String() != string(buf) {
				t.Errorf("%s: the table has other bytes", address)
			}
			want := http.Header{"Content-Length": {strconv.Itoa(len(buf))}}
			for _, f := range append(table.Sets[d.Set][:len(table.Sets[d.Set]):len(table.Sets[d.Set])], own...) {
				want.Add(f[0], f[1])
			}
			if diff := cmp.Diff(want, w.Header()); diff != "" {
				t.Errorf("%s: the table has other headers: %s", address, diff)
			}
			if w.Header().Get("Etag") != d.ETag {
				t.Errorf("%s: the table has other validators", address)
			}
			if code := do(h, "GET", address+"?x=1").Code; (code == 400) != d.Strict {
				t.Errorf("%s?x=1: %d, strict %v", address, code, d.Strict)
			}
		}
	}
}

func TestManifestIsChecked(t *testing.T) {
	const good = `{"path":"/a","file":"a","type":"text/plain","bytes":1,"sha256":"` +
		`0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}`
	for _, test := range []struct{ manifest, want string }{
		{`{"documents":[` + good + `]}`, ""},
		{`{`, "not JSON"},
		{`{"documents":[` + good + `,` + good + `]}`, "listed twice"},
		{`{"modified":"29 Oct","documents":[]}`, `"29 Oct"`},
		{`{"documents":[` + strings.Replace(good, `"/a"`, `"a"`, 1) + `]}`, "must start with /"},
		{`{"documents":[` + strings.Replace(good, `"/a"`, `"/h/0/a"`, 1) + `]}`, "not with /h/"},
		{`{"documents":[` + strings.Replace(good, `"file":"a"`, `"file":"../a"`, 1) + `]}`, "not a path below dist"},
		{`{"documents":[` + strings.Replace(good, `0123`, `012`, 1) + `]}`, "64 hex digits"},
		{`{"documents":[` + strings.Replace(good, `text/plain`, "", 1) + `]}`, "type is missing"},
		{`{"documents":[` + strings.Replace(good, `text/plain`, `text/plain\r\nSet-Cookie: a`, 1) + `]}`, "type is missing"},
	} {
		fsys := testDist(t)
		fsys["manifest.json"].Data = []byte(test.manifest)
		_, err := New(fsys, Options{})
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: %v, want %q", test.manifest, err, test.want)
		}
	}
}

func TestPanicIsAProblemAndTheNextRequestIsServed(t *testing.T) {
	log.SetOutput(io.Discard)
	defer log.SetOutput(os.Stderr)
	fsys := testDist(t)
	for _, name := range []string{"files_", "files_v1_series_talks.csv"} {
		fsys[name].Data = []byte("shorter") // not what the manifest promised: answerDocument panics
	}
	h, err := New(fsys, Options{Index: IndexNow})
	if err != nil {
		t.Fatal(err)
	}
	page := do(h, "GET", "/")
	if page.Code != 500 || !strings.Contains(page.Body.String(), "The program failed on this request") || page.Header().Get("Content-Type") != "text/html; charset=utf-8" ||
		!strings.HasSuffix(page.Body.String(), "</html>\n") ||
		page.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("a panic gave a reader %d %v\n%s", page.Code, page.Header(), page.Body)
	}
	w := do(h, "GET", "/v1/series/talks.csv")
	if w.Code != 500 || decode(t, w)["type"] != "/v1/problems#internal" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("a panic gave %d %v\n%s", w.Code, w.Header(), w.Body)
	}
	if w := do(h, "GET", "/v1/health"); w.Code != 200 {
		t.Errorf("after a panic: %d", w.Code)
	}
}
