package review

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/data/registry"
	"readout/data/seed"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/when"
)

const (
	aheadText = "Ministers to talk about cod\n\nOSLO - Norwegian Foreign Minister Anna Berg will meet Finnish Foreign Minister Eero Salo in Helsinki on Thursday, her ministry announced Tuesday.\n\nBerg will urge Finland to cut the cod quota by 20 percent.\n"
	heldText  = "Home > World > North\n\nBerg and Salo hold talks\n\nHELSINKI - Finnish Foreign Minister Eero Salo met Norwegian Foreign Minister Anna Berg in Helsinki on Thursday.\n\nThe two sides agreed to cut the cod quota by 30 percent.\n\n\"We are content with the quota,\" Berg told reporters.\n"
)

// desk is a folder of two articles and a registry, with the page over them.
type desk struct {
	t               *testing.T
	seeds, registry string
	page            *Server
	url             string
}

func open(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, seeds: t.TempDir(), registry: t.TempDir()}
	d.write(d.seeds, "ahead.txt", aheadText)
	d.write(d.seeds, "ahead.yaml", "outlet: The Fjord Times\npublished: 2019-05-07?\nguessed: published, outlet\n")
	d.write(d.seeds, "held.txt", heldText)
	d.write(d.seeds, "held.yaml", "outlet: <b>Evil</b> & Co\npublished: 2019-05-10\n")
	d.write(d.registry, "people.yaml", "- {id: eero-salo, name: Eero Salo, country: FI}\n- {id: bo-berg, name: Bo Berg, country: SE}\n")
	page, err := NewServer(d.load, d.seeds, d.registry)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(page)
	t.Cleanup(server.Close)
	d.page, d.url = page, server.URL
	return d
}

func (d *desk) write(dir, name, text string) {
	d.t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		d.t.Fatal(err)
	}
}

// load does what the compiler does, without its outlets.
func (d *desk) load() (*State, error) {
	s := &State{SeedsDir: d.seeds, RegistryDir: d.registry}
	s.Seeds, s.Problems = seed.Load(d.seeds)
	base, problems := registry.Load(d.registry)
	s.Base, s.Problems = base, append(s.Problems, problems...)
	if len(s.Problems) > 0 {
		return s, nil
	}
	var arts []*engine.Article
	for _, x := range s.Seeds {
		published, _ := when.Parse(x.Meta.Published)
		arts = append(arts, engine.Understand(engine.Source{File: x.File, Text: x.Text, Outlet: x.Meta.Outlet, Format: "full", Published: published}, base))
	}
	s.Corpus = engine.Assemble(arts, base)
	return s, nil
}

func (d *desk) get(path string) (int, string) {
	d.t.Helper()
	res, err := http.Get(d.url + path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return res.StatusCode, string(body)
}

// post sends a form as the page's own would; change alters the request first.
func (d *desk) post(path string, form url.Values, change func(*http.Request)) (int, string) {
	d.t.Helper()
	if !form.Has("token") {
		form.Set("token", d.page.token)
	}
	req, err := http.NewRequest(http.MethodPost, d.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		d.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Origin", d.url)
	if change != nil {
		change(req)
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.Do(req)
	if err != nil {
		d.t.Fatal(err)
	}
	defer res.Body.Close()
	body, _ := io.ReadAll(res.Body)
	return res.StatusCode, string(body)
}

func (d *desk) decisions() string {
	data, _ := os.ReadFile(filepath.Join(d.registry, "decisions.yaml"))
	return string(data)
}

func TestPageShows(t *testing.T) {
	d := open(t)
	status, page := d.get("/")
	if status != http.StatusOK {
		t.Fatal(status, page)
	}
	for _, want := range []string{
		"What was made of 2 articles", "Anna Berg", "- id: anna-berg", "level: minister", // a ready entry
		"outlet: &#34;The Fjord Times&#34; is a guess", "worked out from the page", "ahead.yaml:2", // guesses with their line
		"&lt;b&gt;Evil&lt;/b&gt; &amp; Co", `href="/article?file=held.txt"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(page, "<b>Evil") {
		t.Error("an outlet's name is written as markup")
	}
	if _, page = d.get("/article?file=held.txt"); !strings.Contains(page, "<del>Home &gt; World &gt; North</del>") || !strings.Contains(page, `<span class="words">The two sides agreed`) {
		t.Errorf("kept and left out are not told apart:\n%s", page)
	}
	if status, _ = d.get("/article?file=../../etc/passwd"); status != http.StatusNotFound {
		t.Error("status", status)
	}
}

// A decision changes the page, the file and what is understood; undone, all is as before.
func TestDecideAndUndo(t *testing.T) {
	d := open(t)
	drop := url.Values{"kind": {"not-article"}, "article": {"held.txt"}, "quote": {"The two sides agreed to cut the cod quota by 30 percent."}}
	if status, said := d.post("/decide", drop, nil); status != http.StatusSeeOther {
		t.Fatal(status, said)
	}
	if _, page := d.get("/article?file=held.txt"); !strings.Contains(page, "<del>The two sides agreed") {
		t.Error("the decision shows no effect")
	}
	who := url.Values{"kind": {"person"}, "article": {"ahead.txt", "held.txt"}, "quote": {"Berg", "Berg"}, "person": {"bo-berg"}}
	if status, said := d.post("/decide", who, nil); status != http.StatusSeeOther {
		t.Fatal(status, said)
	}
	if got := d.decisions(); strings.Count(got, "decision: person") != 2 {
		t.Error(got)
	}
	if status, said := d.post("/undo", drop, nil); status != http.StatusSeeOther || strings.Contains(d.decisions(), "not-article") {
		t.Error(status, said, d.decisions())
	}
	// Words that are gone: the decision stays, and the page says that it does not apply.
	if status, said := d.post("/decide", drop, nil); status != http.StatusSeeOther {
		t.Fatal(status, said)
	}
	d.write(d.seeds, "held.txt", strings.Replace(heldText, "30 percent", "a third", 1))
	if _, page := d.get("/"); !strings.Contains(page, "does not apply") || !strings.Contains(page, "no longer has the words") {
		t.Error("a decision was lost in silence")
	}
}

// Nobody but the page's own reader decides, and nobody reads it under another name.
func TestGuard(t *testing.T) {
	d := open(t)
	drop := func() url.Values {
		return url.Values{"kind": {"not-article"}, "article": {"held.txt"}, "quote": {"We are content"}}
	}
	bad := drop()
	bad.Set("token", "0123")
	for name, c := range map[string]struct {
		form   url.Values
		change func(*http.Request)
		want   int
	}{
		"another token":    {bad, nil, http.StatusForbidden},
		"another origin":   {drop(), func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, http.StatusForbidden},
		"opaque origin":    {drop(), func(r *http.Request) { r.Header.Set("Origin", "null") }, http.StatusForbidden},
		"another host":     {drop(), func(r *http.Request) { r.Host = "evil.example" }, http.StatusMisdirectedRequest},
		"a name of ours":   {drop(), func(r *http.Request) { r.Host = "127.0.0.1.evil.example" }, http.StatusMisdirectedRequest},
		"unknown kind":     {url.Values{"kind": {"x"}, "article": {"a"}, "quote": {"b"}}, nil, http.StatusUnprocessableEntity},
		"no passage":       {url.Values{"kind": {"not-article"}}, nil, http.StatusUnprocessableEntity},
		"unknown person":   {url.Values{"kind": {"person"}, "article": {"held.txt"}, "quote": {"Berg"}, "person": {"x"}}, nil, http.StatusUnprocessableEntity},
		"a form too large": {url.Values{"kind": {"not-article"}, "article": {"held.txt"}, "quote": {strings.Repeat("a", 2<<20)}}, nil, http.StatusBadRequest},
	} {
		if status, said := d.post("/decide", c.form, c.change); status != c.want || said == "" {
			t.Errorf("%s: status %d, want %d (%s)", name, status, c.want, said)
		}
	}
	if got := d.decisions(); got != "" {
		t.Errorf("written all the same:\n%s", got)
	}
	if status, _ := d.get("/decide"); status != http.StatusMethodNotAllowed {
		t.Error("GET decides: status", status)
	}
	req, _ := http.NewRequest(http.MethodGet, d.url, nil)
	req.Host = "evil.example"
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusMisdirectedRequest {
		t.Error("read under another name: status", res.StatusCode)
	}
	res, err = http.Get(d.url)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if csp := res.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
		t.Error(csp)
	}
}

// What is wrong with the input is shown with its place, and a mended file is seen by itself.
func TestProblemsShow(t *testing.T) {
	d := open(t)
	d.write(d.seeds, "held.yaml", "outlett: x\n")
	_, page := d.get("/")
	if !strings.Contains(page, "held.yaml:1") || !strings.Contains(page, "write outlet") || !strings.Contains(page, "Mend this first") {
		t.Errorf("got:\n%s", page)
	}
	d.write(d.seeds, "held.yaml", "outlet: Fjord\n")
	if _, page = d.get("/"); !strings.Contains(page, "What was made of 2 articles") {
		t.Error("the mended file is not seen")
	}
}

func TestExplain(t *testing.T) {
	d := open(t)
	s, _ := d.load()
	id := s.Corpus.Meetings[0].ID
	for _, c := range []struct{ id, want string }{
		{id, "points of evidence, 6 make one meeting"}, {id, "people in common, up to two"}, {id, "“met” in: HELSINKI"}, {id, "of the meeting told before: 6 points, 4 needed (+6 people in common, up to two)"}, {id, id + "/p"},
		{id + "/p1", "likely to tell the same; from 30% on"}, {id + "/p1", "most pairs of sentences tell different things"}, {"anna-berg", "known from the articles alone"}, {"eero-salo", "in the registry"},
		{"held.txt", "tells of " + id}, {"held", "published 2019-05-10"},
	} {
		var b strings.Builder
		if err := s.Explain(&b, c.id); err != nil || !strings.Contains(b.String(), c.want) {
			t.Errorf("%s: %v; lacks %q:\n%s", c.id, err, c.want, b.String())
		}
	}
	for id, want := range map[string]string{id + "/p99": "it has p1 to p", "berg-anna-x": "did you mean anna-berg?", "zzz": "give the id of a meeting"} {
		if err := s.Explain(io.Discard, id); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", id, err)
		}
	}
}

// What an editor has decided of two passages is not asked again, however the two stand and whatever white space they have.
func TestDecided(t *testing.T) {
	d := know.Decision{Kind: know.DecideOtherPoint, Quotes: []know.Quote{{Article: "a.txt", Text: "One  two."}, {Article: "b.txt", Text: "Three."}}}
	s := &State{Base: &know.Base{Decisions: []know.Decision{{Kind: know.DecideNotArticle, Quotes: d.Quotes[:1]}, d}}}
	for _, c := range []struct {
		same, other know.DecisionKind
		a, x, b, y  string
		want        bool
	}{
		{know.DecideSamePoint, know.DecideOtherPoint, "a.txt", "One two.", "b.txt", "Three.", true},
		{know.DecideSamePoint, know.DecideOtherPoint, "b.txt", "Three.", "a.txt", "One\ntwo.", true},
		{know.DecideSameMeeting, know.DecideOtherMeeting, "a.txt", "One two.", "b.txt", "Three.", false},
		{know.DecideSamePoint, know.DecideOtherPoint, "a.txt", "One two.", "b.txt", "Four.", false},
		{know.DecideSamePoint, know.DecideOtherPoint, "a.txt", "Three.", "b.txt", "One two.", false},
	} {
		if got := s.decided(c.same, c.other, c.a, c.x, c.b, c.y); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// An outlet has the registry's name, else the article's own.
func TestOutletNames(t *testing.T) {
	s := &State{Base: &know.Base{Outlets: []know.Outlet{{ID: "fjord-times", Name: "The Fjord Times"}}},
		Seeds: []seed.Seed{{File: "a.txt", Meta: seed.Meta{Outlet: "fjord"}}, {File: "b.txt", Meta: seed.Meta{Outlet: "Harbour Gazette"}}, {File: "c.txt"}}}
	for file, outlet := range map[string][2]string{"a.txt": {"fjord-times", "The Fjord Times"}, "b.txt": {"harbour-gazette", "Harbour Gazette"}, "c.txt": {"", "Outlet not named"}} {
		if got := s.outlet(&engine.Article{Source: engine.Source{File: file, Outlet: outlet[0]}}); got != outlet[1] {
			t.Errorf("%s: %q, want %q", file, got, outlet[1])
		}
	}
}
