package api

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"readout/data/dataset"
	"readout/data/witness"
	"readout/wasm/know"
)

// post sends a body as JSON, or as the media type that is given.
func post(h *Handler, target, body string, media ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", target, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json; charset=utf-8")
	for _, m := range media {
		r.Header.Set("Content-Type", m)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// bodyOf is a request's body for witnesses.
func bodyOf(t testing.TB, ws []witness.Witness) string {
	t.Helper()
	var list []map[string]any
	for _, w := range ws {
		list = append(list, map[string]any{"id": w.ID, "outlet": w.Outlet, "published": w.Published, "headline": w.Headline, "text": w.Text})
	}
	b, err := json.Marshal(map[string]any{"witnesses": list})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestPostCompare: the answer is what package witness makes of the texts, whatever way the JSON writes them.
func TestPostCompare(t *testing.T) {
	h := newHandler(t)
	want, err := witness.Compare(accounts, &know.Base{})
	if err != nil {
		t.Fatal(err)
	}
	plain := bodyOf(t, accounts)
	escaped := strings.NewReplacer("O", `\u004f`, ".", `\u002E`, "/", `\/`).Replace(plain)
	var indented bytes.Buffer
	if err := json.Indent(&indented, []byte(plain), "\t", "  "); err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{plain, escaped, "\r\n" + indented.String() + "\n"} {
		w := post(h, "/v1/compare", body)
		if w.Code != 200 || w.Body.String() != string(want.AppendJSON(nil))+"\n" {
			t.Fatalf("%d %s\nnot\n%s", w.Code, w.Body, want.AppendJSON(nil))
		}
		if w.Header().Get("Cache-Control") != "no-store" || w.Header().Get("Etag") != "" || w.Header().Get("Content-Digest") == "" {
			t.Errorf("%v", w.Header())
		}
	}
	w := post(h, "/v1/compare?base=echo&granularity=char&ignore=case", plain)
	var d dataset.MeetingDocument
	if err := json.Unmarshal(w.Body.Bytes(), &d); err != nil || d.Compare == nil || d.Compare.Base != "echo-1" || d.Basis != witness.BasisMeeting {
		t.Errorf("%v %s", err, w.Body)
	}
}

// TestPostTokens: tokens as CollateX has them, with whatever else stands in them.
func TestPostTokens(t *testing.T) {
	w := post(newHandler(t), "/v1/compare", `{"witnesses":[{"id":"A","tokens":[{"t":"A","ref":123},{"t":"black","adj":[true,{"x":-1.5e3}]},{"t":"cat","n":"CAT"}]},{"id":"B","text":"A white cat"}]}`)
	var d dataset.MeetingDocument
	if err := json.Unmarshal(w.Body.Bytes(), &d); err != nil || w.Code != 200 || d.Articles[0].Passages[0].Text != "A black cat" {
		t.Errorf("%d %v %s", w.Code, err, w.Body)
	}
}

// TestPostKnowsTheRegistry: outlets and people of the registry that the dataset was compiled with are recognised in texts handed in.
func TestPostKnowsTheRegistry(t *testing.T) {
	base := &know.Base{Outlets: []know.Outlet{{ID: "the-post", Name: "The Morning Post", Siglum: "MP", Forms: []string{"post"}}},
		People: []know.Person{{ID: "berg-the-elder", Name: "Anna Berg", Country: "NO", Forms: []know.Form{{Text: "Anna Berg"}, {Text: "Berg"}}}}}
	h := newHandler(t, [3]string{registryPath, "application/octet-stream", string(base.Pack())})
	for range 2 {
		var d dataset.MeetingDocument
		w := post(h, "/v1/compare", bodyOf(t, accounts))
		if err := json.Unmarshal(w.Body.Bytes(), &d); err != nil || d.Outlets[0].Name != "The Morning Post" || !strings.Contains(strings.Join(d.Meeting.Participants, " "), "berg-the-elder") {
			t.Errorf("%d %v %+v %v", w.Code, err, d.Outlets, d.Meeting.Participants)
		}
	}
}

// half is a body that ends with an error before its length.
type half struct{ io.Reader }

func (h half) Read(p []byte) (int, error) {
	n, err := h.Reader.Read(p)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

func TestPostProblems(t *testing.T) {
	h := newHandler(t)
	two := func(second string) string { return `{"witnesses":[{"id":"a","text":"One."},` + second + `]}` }
	many := strings.TrimSuffix(strings.Repeat(`{"id":"a","text":"One."},`, 10_000), ",")
	for _, c := range []struct {
		name, target, media, body string
		status                    int
		kind, pointer             string // "" is not looked at
	}{
		{"no media type", "", "", two(`{}`), 415, "unsupported-media-type", ""},
		{"text", "", "text/plain", two(`{}`), 415, "unsupported-media-type", ""},
		{"a form", "", "application/x-www-form-urlencoded", "a=b", 415, "unsupported-media-type", ""},
		{"empty", "", "application/json", "", 400, "bad-request", ""},
		{"no JSON", "", "application/json", "witnesses", 400, "bad-request", ""},
		{"an array", "", "application/json", "[]", 400, "bad-request", ""},
		{"half", "", "application/json", `{"witnesses":[{"id":"a","te`, 400, "bad-request", "/witnesses/0"},
		{"two values", "", "application/json", two(`{"id":"b","text":"x"}`) + "{}", 400, "bad-request", ""},
		{"a comma too many", "", "application/json", two(`{"id":"b","text":"x",}`), 400, "bad-request", "/witnesses/1"},
		{"no UTF-8", "", "application/json", two("{\"id\":\"b\",\"text\":\"\xff\"}"), 400, "bad-request", ""},
		{"overlong UTF-8", "", "application/json", two("{\"id\":\"b\",\"text\":\"\xc0\xaf\"}"), 400, "bad-request", ""},
		{"half a surrogate pair", "", "application/json", two(`{"id":"b","text":"\ud83d!"}`), 400, "bad-request", "/witnesses/1/text"},
		{"a control character", "", "application/json", two("{\"id\":\"b\",\"text\":\"a\x01\"}"), 400, "bad-request", "/witnesses/1/text"},
		{"no such escape", "", "application/json", two(`{"id":"b","text":"\x41"}`), 400, "bad-request", "/witnesses/1/text"},
		{"a signed escape", "", "application/json", two(`{"id":"b","text":"\u+041"}`), 400, "bad-request", "/witnesses/1/text"},
		{"a number for a string", "", "application/json", two(`{"id":2,"text":"x"}`), 400, "bad-request", "/witnesses/1/id"},
		{"null", "", "application/json", two(`{"id":"b","text":null}`), 400, "bad-request", "/witnesses/1/text"},
		{"a name twice", "", "application/json", two(`{"id":"b","text":"x","text":"y"}`), 400, "bad-request", "/witnesses/1"},
		{"a name twice in another spelling", "", "application/json", two(`{"id":"b","text":"x","\u0074ext":"y"}`), 400, "bad-request", "/witnesses/1"},
		{"deep", "", "application/json", two(`{"id":"b","tokens":[{"t":"x","z":` + strings.Repeat("[", 100_000) + `}]}`), 400, "bad-request", ""},
		{"deep from the start", "", "application/json", strings.Repeat("[", 1<<20), 400, "bad-request", ""},
		{"deep objects", "", "application/json", strings.Repeat(`{"witnesses":`, 1000), 400, "bad-request", ""},
		{"wide", "", "application/json", two(`{"id":"b","tokens":[{"t":"x"` + strings.Repeat(`,"z":1`, 1000) + `}]}`), 400, "bad-request", ""},
		{"a token without text", "", "application/json", two(`{"id":"b","tokens":[{"n":"x"}]}`), 400, "bad-request", "/witnesses/1/tokens/0"},
		{"unknown at the top", "", "application/json", `{"algorithm":"dekker"}`, 400, "unknown-member", "/algorithm"},
		{"unknown in a witness", "", "application/json", two(`{"id":"b","txt":"x"}`), 400, "unknown-member", "/witnesses/1/txt"},
		{"unknown, with a slash", "", "application/json", two(`{"id":"b","a/b~c":"x"}`), 400, "unknown-member", "/witnesses/1/a~1b~0c"}, // RFC 6901
		{"nothing", "", "application/json", "{}", 400, "missing-member", "/witnesses"},
		{"one", "", "application/json", `{"witnesses":[{"id":"a","text":"x"}]}`, 422, "invalid-witness", "/witnesses"},
		{"ten thousand", "", "application/json", `{"witnesses":[` + many + `]}`, 422, "invalid-witness", "/witnesses"},
		{"one id twice", "", "application/json", two(`{"id":"a","text":"x"}`), 422, "invalid-witness", "/witnesses/1/id"},
		{"no date in the first", "", "application/json", `{"witnesses":[{"id":"b","text":"x","published":"Monday"},{"id":"a","text":"One."}]}`, 422, "invalid-witness", "/witnesses/0/published"},
		{"no date", "", "application/json", two(`{"id":"b","text":"x","published":"Monday"}`), 422, "invalid-witness", "/witnesses/1/published"},
		{"long", "", "application/json", two(`{"id":"b","text":"` + strings.Repeat("x ", 30_000) + `"}`), 422, "too-costly", "/witnesses"},
		{"large", "", "application/json", strings.Repeat(" ", mostBody+1), 413, "body-too-large", ""},
		{"unknown parameter", "?meeting=x", "application/json", two(`{"id":"b","text":"x"}`), 400, "unknown-parameter", ""},
		{"wrong base", "?base=c", "application/json", two(`{"id":"b","text":"x"}`), 400, "invalid-parameter", ""},
	} {
		w := post(h, "/v1/compare"+c.target, c.body, c.media)
		if w.Code != c.status || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d, want %d: %.300s", c.name, w.Code, c.status, w.Body)
			continue
		}
		p := decode(t, w)
		if p["type"] != "/v1/problems#"+c.kind || c.pointer != "" && p["pointer"] != c.pointer || w.Body.Len() > 2000 {
			t.Errorf("%s: %s", c.name, w.Body)
		}
	}
	r := httptest.NewRequest("POST", "/v1/compare", half{strings.NewReader(`{"witnesses":[`)})
	r.Header.Set("Content-Type", "application/json")
	if w := record(h, r); w.Code != 400 {
		t.Errorf("a body that breaks off: %d", w.Code)
	}
	r = httptest.NewRequest("POST", "/v1/compare", nil) // the host dropped what was over its limit
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("readout-body-too-large", "1")
	if w := record(h, r); w.Code != 413 {
		t.Errorf("a body that the host dropped: %d", w.Code)
	}
	w := do(h, "OPTIONS", "/v1/compare")
	if w.Header().Get("Allow") != "GET, HEAD, POST, OPTIONS" || w.Header().Get("Access-Control-Allow-Methods") != "GET, HEAD, POST, OPTIONS" {
		t.Errorf("OPTIONS: %v", w.Header())
	}
	if w := do(h, "PUT", "/v1/compare"); w.Code != 405 || w.Header().Get("Allow") != "GET, HEAD, POST, OPTIONS" {
		t.Errorf("PUT: %d %v", w.Code, w.Header())
	}
}

// FuzzBody: what is taken for JSON is JSON to encoding/json too, and means the same; what is refused breaks a rule of ours if none of
// JSON's.
func FuzzBody(f *testing.F) {
	for _, s := range []string{`{"witnesses":[{"id":"a","text":"b\n\u00e9\ud83d\ude00"},{"id":"b","tokens":[{"t":"c","n":"","x":[1,-0.5e9,null,{}]}]}]}`, "{", `{"a":01}`,
		`{"witnesses":[{"tokens":[{"t":"a","x":-}]}]}`, "[[[", `{"witnesses":[]}x`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ws, p := readWitnesses([]byte(strings.ToValidUTF8(s, "")))
		var std struct {
			Witnesses []struct {
				ID, Outlet, Published, Headline, Text string
				Tokens                                []struct{ T, N string }
			}
		}
		err := json.Unmarshal([]byte(strings.ToValidUTF8(s, "")), &std)
		if p != nil {
			return
		}
		if err != nil {
			t.Fatalf("%q: encoding/json says %v", s, err)
		}
		if len(ws) != len(std.Witnesses) {
			t.Fatalf("%q: %d witnesses, encoding/json %d", s, len(ws), len(std.Witnesses))
		}
		for i, w := range ws {
			x := std.Witnesses[i]
			if w.ID != x.ID || w.Outlet != x.Outlet || w.Published != x.Published || w.Headline != x.Headline || w.Text != x.Text || len(w.Tokens) != len(x.Tokens) {
				t.Fatalf("%q: %+v, encoding/json %+v", s, w, x)
			}
			for j, token := range w.Tokens {
				if !reflect.DeepEqual(token, witness.Token(x.Tokens[j])) {
					t.Fatalf("%q: %+v, encoding/json %+v", s, token, x.Tokens[j])
				}
			}
		}
	})
}
