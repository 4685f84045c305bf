package api

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

const searchDataset = `{"articles":[
 {"id":"a1","outlet":"post","passages":[
  {"id":"s1","start":100,"text":"Shinzo Abe met Park in The Hague."},
  {"id":"s2","start":140,"text":"They discussed the Takeshima islets & forced labor."},
  {"id":"s3","start":200}]},
 {"id":"a2","outlet":"times","passages":[
  {"id":"s1","start":0,"text":"The prime minister was asked about meetings; a meeting followed, and meetings were met."},
  {"id":"s2","start":90,"text":"首相の安倍晋三氏が独島を訪れた。"},
  {"id":"s3","start":120,"text":"Mr Abe spoke of “Dokdo”."}]}],
 "people":[{"id":"abe","name":"Abe Shinzo","native":"安倍晋三","forms":{"a1":["Shinzo Abe"],"a2":["Mr Abe","Abe"]}}],
 "issues":[{"id":"islets","terms":[{"concept":"the islets","forms":{"a1":["Takeshima"],"a2":["Dokdo","独島"]}}]}]}`

func searchHandler(t testing.TB) *Handler {
	h := newHandler(t, listDocuments...)
	d := h.documents["/v1/dataset.json"]
	d.once.Do(func() { d.body = []byte(searchDataset) })
	return h
}

func TestSearch(t *testing.T) {
	h := searchHandler(t)
	for _, test := range []struct{ q, want string }{ // q with filters after it; article/passage: what is marked
		{"hague", "a1/s1: Hague"},
		{"HAGUE park", "a1/s1: Park Hague"},
		{"hague takeshima", ""},
		{"meeting", "a2/s1: meetings meeting meetings"},
		{"dokdo", "a1/s2: Takeshima; a2/s2: 独島; a2/s3: Dokdo"},
		{"独島", "a1/s2: Takeshima; a2/s2: 独島; a2/s3: Dokdo"},
		{"shinzo abe", "a1/s1: Shinzo Abe; a2/s2: 安倍晋三; a2/s3: Mr Abe"},
		{"abe dokdo", "a2/s2: 安倍晋三 独島; a2/s3: Mr Abe Dokdo"},
		{`"abe"`, "a1/s1: Abe; a2/s3: Abe"},
		{`"Park in The Hague"`, "a1/s1: Park in The Hague"},
		{`"hague the"`, ""},
		{"labor", "a1/s2: labor"},
		{"zzz", ""},
		{"abe&outlet=times", "a2/s2: 安倍晋三; a2/s3: Mr Abe"},
		{"abe&article=a1", "a1/s1: Shinzo Abe"},
	} {
		words, filters, _ := strings.Cut(test.q, "&")
		w := do(h, "GET", "/v1/search?q="+escape(words)+"&"+filters)
		if w.Code != 200 {
			t.Errorf("%s: %d %s", test.q, w.Code, w.Body)
			continue
		}
		v := decode(t, w)
		var got []string
		for _, r := range v["results"].([]any) {
			r := r.(map[string]any)
			source := slices.Concat(make([]rune, int(r["start"].(float64))), []rune(r["text"].(string)))
			line := r["article"].(string) + "/" + r["passage"].(string) + ":"
			for _, m := range r["marks"].([]any) {
				m := m.([]any)
				line += " " + string(source[int(m[0].(float64)):int(m[1].(float64))])
			}
			got = append(got, line)
		}
		slices.Sort(got)
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s: %q, want %q", test.q, s, test.want)
		}
	}
}

func TestSearchWithoutScripts(t *testing.T) {
	h := searchHandler(t)
	w := do(h, "GET", "/search?q="+escape(`dokdo <b>`))
	if body := w.Body.String(); w.Code != 200 || strings.Contains(body, "<b>") || !strings.Contains(body, "0 passages") {
		t.Errorf("%d %s", w.Code, body)
	}
	body := do(h, "GET", "/search?q=dokdo").Body.String()
	if !strings.Contains(body, "3 passages") || !strings.Contains(body, `<a href="/articles/a1#`) || !strings.Contains(strings.ToLower(body), "<mark>dokdo</mark>") {
		t.Error(body)
	}
	if w := do(h, "GET", "/search"); w.Code != 200 || strings.Contains(w.Body.String(), "passages") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestSearchPagesAndProblems(t *testing.T) {
	h := searchHandler(t)
	v := decode(t, do(h, "GET", "/v1/search?q=dokdo&limit=2"))
	if v["total"] != 3.0 || len(v["results"].([]any)) != 2 {
		t.Fatalf("%v", v)
	}
	rest := decode(t, do(h, "GET", v["next"].(string)))
	if len(rest["results"].([]any)) != 1 || rest["next"] != nil {
		t.Errorf("%v", rest)
	}
	for target, parameter := range map[string]any{
		"/v1/search": "q",
		"/v1/search?q=" + strings.Repeat("a", 201):      "q",
		"/v1/search?q=" + strings.Repeat("ab+", 13):     "q",
		"/v1/search?q=a&outlet=pots":                    "outlet",
		"/v1/search?q=a&limit=none":                     "limit",
		"/v1/search?q=a&cursor=-1":                      "cursor",
		"/v1/search?q=a&language=en":                    "language",
		"/v1/search?q=a&cursor=99999999999999999999999": "cursor",
	} {
		w := do(h, "GET", target)
		if p := decode(t, w); w.Code != 400 || p["parameter"] != parameter {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
}

func TestPlacesInOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var places []place
		for range r.IntN(6) { // runs
			from := len(places)
			for range r.IntN(20) {
				places = append(places, placeAt(r.IntN(4), r.IntN(30), 30+r.IntN(5)))
			}
			if r.IntN(5) > 0 {
				slices.Sort(places[from:])
			}
		}
		want := slices.Sorted(slices.Values(places))
		if got := inOrder(places); !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}

// TestSearchIndexPacked: what the build packs finds the same, and what is not whole is refused and made anew.
func TestSearchIndexPacked(t *testing.T) {
	made := IndexNow(searchDataset)
	packed := made.pack()
	read, err := unpackSearch(packed)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{"hague", "HAGUE park", "dokdo", "独島", "shinzo abe", "abe dokdo", `"Park in The Hague"`, "meeting", "zzz"} {
		a, b := made.search(made.alternatives(q), nil), read.search(read.alternatives(q), nil)
		if !slices.Equal(a.hits, b.hits) || !slices.Equal(a.marks, b.marks) || len(a.hits) == 0 && q != "zzz" {
			t.Errorf("%s: %v, made anew %v", q, b, a)
		}
	}
	for n := range packed {
		if _, err := unpackSearch(packed[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes are read as a whole", n, len(packed))
		}
		broken := slices.Clone(packed)
		broken[n] ^= 0xff
		if x, err := unpackSearch(broken); err == nil {
			x.search(x.alternatives("abe dokdo hague"), nil) // another letter at most
		}
	}
	h := searchHandler(t)
	h.dist = fstest.MapFS{SearchFile: {Data: packed[:len(packed)/2]}}
	if w := do(h, "GET", "/v1/search?q=dokdo"); decode(t, w)["total"] != 3.0 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestSearchPageSaysWhy: a page without hits, or with some of them, says so.
func TestSearchPageSaysWhy(t *testing.T) {
	var passages []string
	for i := range mostLimit + 1 {
		passages = append(passages, `{"id":"s`+strconv.Itoa(i)+`","start":0,"text":"A word."}`)
	}
	h := newHandler(t, listDocuments...)
	d := h.documents["/v1/dataset.json"]
	d.once.Do(func() {
		d.body = []byte(`{"articles":[{"id":"a","outlet":"b","passages":[` + strings.Join(passages, ",") + `]}]}`)
	})
	body := do(h, "GET", "/search?q=word").Body.String()
	if !strings.Contains(body, "201 passages. The 200 with the most of these words are shown") || strings.Count(body, "<mark>") != mostLimit {
		t.Errorf("%.1500s", body)
	}
	h.manifest.packs = 8
	if body := do(h, "GET", "/search?q=word").Body.String(); strings.Contains(body, "0 passages") || !strings.Contains(body, "archive") {
		t.Error(body)
	}
}

// TestSearchAllocates: what a search allocates does not grow with the passages that it finds.
func TestSearchAllocates(t *testing.T) {
	searches := func(n int) float64 {
		var passages []string
		for i := range n {
			passages = append(passages, `{"id":"s`+strconv.Itoa(i)+`","start":0,"text":"A word among `+strconv.Itoa(i)+` others."}`)
		}
		h := newHandler(t, listDocuments...)
		d := h.documents["/v1/dataset.json"]
		d.once.Do(func() {
			d.body = []byte(`{"articles":[{"id":"a","outlet":"b","passages":[` + strings.Join(passages, ",") + `]}]}`)
		})
		q := query{parameters: []parameter{{"q", "word others"}}}
		return testing.AllocsPerRun(20, func() {
			if _, p := h.search(q); p != nil {
				t.Fatal(p)
			}
		})
	}
	if few, many := searches(5), searches(usualLimit); many > few+4 {
		t.Errorf("%.0f allocations for 5 passages, %.0f for 50", few, many)
	}
}
