package api

import (
	"encoding/json"
	"encoding/xml"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

func TestProblems(t *testing.T) {
	h := newHandler(t)
	for _, test := range []struct {
		method, target string
		status         int
		kind           string
		suggestion     string // "" for none
	}{
		{"GET", "/v1/meetings/hage-2014.json", 404, "not-found", "/v1/meetings/hague-2014.json"},
		{"GET", "/v1/meetings/hague-2014", 404, "not-found", "/v1/meetings/hague-2014.json"},
		{"GET", "/v1/meetings/seoul-talks.json", 404, "not-found", "/v1/meetings/2014-04-16-seoul-director-general-talks.json"},
		{"GET", "/v1/meetings/xyzzy.json", 404, "not-found", "/v1/meetings.json"},
		{"GET", "/v1/meetings/2014-nothing-like-the-others.json", 404, "not-found", "/v1/meetings.json"},
		{"GET", "/v1/people/2014-04-16-seoul-director-general-talks.json", 404, "not-found", "/v1/meetings/2014-04-16-seoul-director-general-talks.json"},
		{"GET", "/v1/people/seoul.json", 404, "not-found", ""},
		{"GET", "/v1/helth", 404, "not-found", "/v1/health"},
		{"GET", "/v1/../../etc/passwd", 404, "not-found", ""},
		{"GET", "/v1/%00", 404, "not-found", "*"},
		{"GET", "/h/0000000000000000/v1/dataset.json", 404, "stale-hash", "*"},
		{"GET", "/h/0000000000000000/v1/datset.json", 404, "not-found", "/v1/dataset.json"},
		{"POST", "/v1/dataset.json", 405, "method-not-allowed", ""},
		{"DELETE", "/v1/query", 405, "method-not-allowed", ""},
		{"GET", "/v1/dataset.json?pretty=1", 400, "unknown-parameter", ""},
		{"GET", "/v1/version?a=%zz", 400, "bad-request", ""},
		{"GET", "/v1/version?a;b", 400, "bad-request", ""},
		{"GET", "/v1/query?paht=a", 400, "unknown-parameter", ""},
		{"GET", "/v1/query?path=a&path=b", 400, "invalid-parameter", ""},
		{"GET", "/v1/query", 400, "missing-parameter", ""},
		{"GET", "/v1/query?path=nothing.here", 404, "no-such-value", ""},
		{"GET", "/v1/query?path=@this", 404, "no-such-value", ""},
		{"GET", "/v1/query?path=a&document=meetings/hage-2014", 400, "invalid-parameter", "/v1/meetings/hague-2014.json"},
		{"GET", "/v1/query?path=a&document=/widget.js", 400, "invalid-parameter", "*"},
		{"GET", "/v1/query?path=a&document=../../manifest", 400, "invalid-parameter", "*"},
		{"GET", "/v1/query?path=" + strings.Repeat("a", 300), 400, "invalid-parameter", ""},
		{"GET", "/v1/" + strings.Repeat("a", 16<<10), 414, "address-too-long", ""},
		{"GET", "/oembed", 400, "missing-parameter", ""},
		{"GET", "/oembed?url=http://elsewhere.example/meetings/hague-2014", 400, "invalid-parameter", ""},
		{"GET", "/oembed?url=http://example.com/meetings/hague-2015", 404, "not-found", "http://example.com/meetings/hague-2014"},
		{"GET", "/oembed?url=http://example.com/meetings/hague-2014&format=yaml", 501, "format-not-served", ""},
		{"GET", "/oembed?url=http://example.com/meetings/hague-2014&maxwidth=wide", 400, "invalid-parameter", ""},
	} {
		w := do(h, test.method, test.target)
		name := test.method + " " + clip(test.target)
		if w.Code != test.status || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s, want %d\n%s", name, w.Code, w.Header().Get("Content-Type"), test.status, w.Body)
			continue
		}
		p := decode(t, w)
		if p["type"] != "/v1/problems#"+test.kind || p["status"] != float64(test.status) || p["title"] == "" || p["instance"] == "" {
			t.Errorf("%s: %s", name, w.Body)
		}
		if s, _ := p["suggestion"].(string); s != test.suggestion && test.suggestion != "*" {
			t.Errorf("%s: suggestion %q, want %q", name, s, test.suggestion)
		}
		if test.status == 405 && w.Header().Get("Allow") != allowed {
			t.Errorf("%s: Allow %q", name, w.Header().Get("Allow"))
		}
		if w.Body.Len() > 2000 {
			t.Errorf("%s: a problem of %d bytes", name, w.Body.Len())
		}
	}
}

func TestUnknownParameterNamesTheKnown(t *testing.T) {
	p := decode(t, do(newHandler(t), "GET", "/v1/query?paht=a"))
	if p["parameter"] != "paht" || len(p["known"].([]any)) != 2 {
		t.Errorf("%v", p)
	}
}

func TestPagesIgnoreParametersAndAnswerReadersInHTML(t *testing.T) {
	h := newHandler(t)
	if w := do(h, "GET", "/meetings/hague-2014?utm_source=x"); w.Code != 200 {
		t.Errorf("a tracking parameter gave %d", w.Code)
	}
	w := do(h, "GET", `/meetings/hague-2013%3Cscript%3E`)
	body := w.Body.String()
	if w.Code != 404 || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
		t.Fatalf("%d %v", w.Code, w.Header())
	}
	if !strings.Contains(body, `<a href="/meetings/hague-2014">`) || strings.Contains(body, "script") {
		t.Errorf("page:\n%s", body)
	}
	w = do(h, "GET", "/meetings/hague-2014/")
	if w.Code != 308 || w.Header().Get("Location") != "/meetings/hague-2014" {
		t.Errorf("a slash too many: %d %q", w.Code, w.Header().Get("Location"))
	}
}

func TestOptions(t *testing.T) {
	for _, target := range []string{"/v1/dataset.json", "/v1/query", "/widget.js"} {
		w := do(newHandler(t), "OPTIONS", target)
		if w.Code != 204 || w.Header().Get("Allow") != allowed || w.Header().Get("Access-Control-Allow-Origin") != "*" || w.Body.Len() > 0 {
			t.Errorf("%s: %d %v", target, w.Code, w.Header())
		}
	}
}

func TestComputedAnswers(t *testing.T) {
	h := newHandler(t)
	for _, test := range []struct{ target, want string }{
		{"/v1/version", `{"schema":1,"dataset":"00ff","engine":"test","build":"b0","modified":"2022-11-14T00:00:00Z",` +
			`"scripts":[{"path":"/widget.js","pinned":"/h/8e609bb71c20b858/widget.js","integrity":"sha256-jmCbtxwguFjHfw6fkLsTGduEd7E/n5ZfGh4YUkv1CIE="}]}`},
		{"/v1/health", `{"status":"ok","documents":11}`},
		{"/v1/query?path=meetings.%23.id", `["hague-2014","seoul-2015"]`},
		{"/v1/query?path=meetings.%23(id%3D%3D%22seoul-2015%22).id", `"seoul-2015"`},
		{"/v1/query?document=meetings/hague-2014&path=outlets.0.name", `"The Post & Co"`},
		{"/v1/query?document=/v1/meetings/hague-2014.json&path=%7Bmeeting.id,%22n%22:articles.%23%7D", `{"id":"hague-2014","n":2}`},
	} {
		w := do(h, "GET", test.target)
		if w.Code != 200 || w.Body.String() != test.want+"\n" {
			t.Errorf("%s: %d %s", test.target, w.Code, w.Body)
		}
		if !strings.HasPrefix(w.Header().Get("Server-Timing"), "go;dur=") || w.Header().Get("Content-Digest") == "" {
			t.Errorf("%s: %v", test.target, w.Header())
		}
		if w := do(h, "GET", test.target, "If-None-Match", w.Header().Get("Etag")); w.Code != 304 || w.Body.Len() > 0 {
			t.Errorf("%s with its tag: %d", test.target, w.Code)
		}
	}
}

// A path cannot make gjson read or write more than the bound, whatever it looks like: it is refused, or what is allocated for it,
// several times what is read, is bounded too.
func TestQueryCostIsBounded(t *testing.T) {
	var rows []string
	for range 2000 {
		rows = append(rows, `{"a":[1,2,3],"b":"`+strings.Repeat("x", 80)+`"}`)
	}
	large := `{"rows":[` + strings.Join(rows, ",") + `]}`
	h := newHandler(t, [3]string{"/v1/large.json", "application/json", large})
	for _, path := range []string{
		strings.Repeat("[..0,..0]|", 20) + "0",
		strings.Repeat("[", 40) + "rows" + strings.Repeat("]", 40),
		"[" + strings.TrimSuffix(strings.Repeat("rows,", 50), ",") + "]",
		strings.Repeat("rows.#(a.#(", 20) + "1))",
		strings.Repeat(`{"x":rows,"y":rows}|`, 12) + "x",
		strings.Repeat("#.", 100),
		strings.Repeat("*?", 4) + ".*",
		"rows.#(b%\"" + strings.Repeat("*x", 4) + "\")#",
	} {
		r := "/v1/query?document=large&path=" + escape(path)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		w := do(h, "GET", r)
		runtime.ReadMemStats(&after)
		if made := after.TotalAlloc - before.TotalAlloc; made > 8*mostWork {
			t.Errorf("%s: %d MB were allocated", path, made>>20)
		}
		if pathWork(path)*len(large) > mostWork != (w.Code == 422) {
			t.Errorf("%s reads the document %d times and gets %d", path, pathWork(path), w.Code)
		}
		if w.Code >= 500 || w.Body.Len() > longestResult+1 {
			t.Errorf("%s: %d with %d bytes", path, w.Code, w.Body.Len())
		}
	}
	if w := do(h, "GET", "/v1/query?document=large&path="+escape(strings.Repeat("[..0,..0]|", 20)+"0")); w.Code != 422 {
		t.Errorf("a path that doubles twenty times: %d", w.Code)
	}
	if w := do(h, "GET", "/v1/query?document=large&path="+escape("rows.#.a.1")); w.Code != 200 {
		t.Errorf("a plain path: %d %s", w.Code, w.Body)
	}
}

func escape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		const hex = "0123456789ABCDEF"
		b.WriteString("%" + string(hex[s[i]>>4]) + string(hex[s[i]&15]))
	}
	return b.String()
}

// What WordPress lets through of a provider it does not know: wp_filter_oembed_result after wp_kses.
var wordpress = regexp.MustCompile(`(?s)^(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)`)

func TestOEmbed(t *testing.T) {
	h := newHandler(t)
	const url = "http://example.com/meetings/hague-2014"
	w := do(h, "GET", "/oembed?url="+escape(url)+"&maxwidth=300&maxheight=2000")
	v := decode(t, w)
	if v["type"] != "rich" || v["version"] != "1.0" || v["width"] != 300.0 || v["height"] != float64(embedHeight) {
		t.Errorf("%s", w.Body)
	}
	html := v["html"].(string)
	m := wordpress.FindStringSubmatch(html)
	if m == nil || m[1] == "" {
		t.Fatalf("WordPress would drop %s", html)
	}
	for _, want := range []string{url, "Leaders &lt;meet&gt;", "The Post &amp; Co: proposed; The Times: held. Of three points, one is told by both.</blockquote>"} {
		if !strings.Contains(m[1], want) {
			t.Errorf("the blockquote has no %q: %s", want, m[1])
		}
	}
	for _, want := range []string{`src="http://example.com/embed/meetings/hague-2014"`, `width="300"`, `sandbox="allow-scripts`} {
		if !strings.Contains(m[2], want) {
			t.Errorf("the frame has no %s: %s", want, m[2])
		}
	}
	if w := do(h, "GET", "/oembed?maxwidth=300&maxheight=450&url="+escape(url)+"&dnt=1&format=json"); w.Code != 200 {
		t.Errorf("WordPress asks like this: %d %s", w.Code, w.Body)
	}
	for _, address := range []string{"http://example.com/embed/meetings/hague-2014", url + "/", url + "?base=a#p1"} {
		same := decode(t, do(h, "GET", "/oembed?maxwidth=300&url="+escape(address)))
		if same["html"] != html {
			t.Errorf("%s: %v", address, same)
		}
	}
	foreign := decode(t, do(h, "GET", "/oembed?url="+escape("http://example.com/ja/meetings/hague-2014")))
	if html := foreign["html"].(string); !strings.Contains(html, "</a> – The Post &amp; Co：提案</blockquote>") || !strings.Contains(html, `/embed/ja/meetings/`) {
		t.Errorf("in Japanese: %s", html)
	}

	var x struct {
		HTML  string `xml:"html"`
		Width int    `xml:"width"`
	}
	w = do(h, "GET", "/oembed?format=xml&maxwidth=300&url="+escape(url))
	if err := xml.Unmarshal(w.Body.Bytes(), &x); err != nil || x.HTML != html || x.Width != 300 {
		t.Errorf("%v: %s", err, w.Body)
	}
}

// Whatever is asked, the answer is one that was documented: a known status, JSON where it says so, no header with a
// line break, nothing that a client sent where a browser would run it.
func FuzzHandler(f *testing.F) {
	for _, seed := range []string{"/", "/v1/query?path=a", "/v1/query?path=[..0,..0]|{a,b}&document=dataset", "/oembed?url=http://example.com/meetings/hague-2014",
		"/h/x/y", "/v1/%00%ff", "/meetings/<script>", "/v1/meetings/hague-2014.json/", "/v1/query?path=%0d%0aSet-Cookie:a"} {
		f.Add("GET", seed, `"x"`)
	}
	h := newHandler(f)
	status := map[int]bool{200: true, 204: true, 304: true, 308: true, 400: true, 404: true, 405: true, 414: true, 422: true, 501: true}
	f.Fuzz(func(t *testing.T, method, target, tag string) {
		r, err := edgeRequest(method, target, tag)
		if err != nil {
			return
		}
		w := record(h, r)
		if !status[w.Code] {
			t.Fatalf("%s %q: %d\n%s", method, target, w.Code, w.Body)
		}
		for name, values := range w.Header() {
			if strings.ContainsAny(name+strings.Join(values, ""), "\r\n") {
				t.Fatalf("%q: header %q: %q", target, name, values)
			}
		}
		media := w.Header().Get("Content-Type")
		if strings.Contains(media, "json") && w.Body.Len() > 0 && !json.Valid(w.Body.Bytes()) {
			t.Fatalf("%q: not JSON: %s", target, w.Body)
		}
		if w.Code >= 400 && strings.HasPrefix(media, "text/html") && strings.Contains(w.Body.String(), "<script") {
			t.Fatalf("%q: %s", target, w.Body)
		}
	})
}
