package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"mime"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout/data/dataset"
	"readout/data/openapi"
)

// compiled is what the compiler makes of seeds, read into memory; the compiler is run as anybody runs it.
func compiled(t testing.TB, seeds string, more ...string) fs.FS {
	t.Helper()
	out := filepath.Join(t.TempDir(), "dist")
	cmd := exec.Command("go", append([]string{"run", "./data/compile", "-seeds", seeds, "-out", out}, more...)...)
	cmd.Dir = "../.."
	if log, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("compile: %v\n%s", err, log)
	}
	files := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(out, name))
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// site is a handler over the shipped seeds as they compile now, with its description.
type site struct {
	h      *Handler
	ops    []openapi.Operation
	oracle *jsonschema.Compiler
	mu     sync.Mutex
	shapes map[string]*jsonschema.Schema
}

func newSite(t testing.TB) *site {
	t.Helper()
	if shippedSite != nil {
		return shippedSite
	}
	shippedSite = readSite(t, compiled(t, "seeds"))
	return shippedSite
}

// shippedSite spares compiling the shipped seeds for each test.
var shippedSite *site

func readSite(t testing.TB, dist fs.FS) *site {
	t.Helper()
	h, err := New(dist, Options{Build: "b0", Index: IndexNow})
	if err != nil {
		t.Fatal(err)
	}
	whole, err := fs.ReadFile(dist, "dataset.json")
	if err != nil {
		t.Fatal(err)
	}
	ds, err := dataset.Decode(whole)
	if err != nil {
		t.Fatal(err)
	}
	s := &site{h: h, ops: openapi.Operations(ds), oracle: jsonschema.NewCompiler(), shapes: map[string]*jsonschema.Schema{}}
	description := do(h, "GET", "/v1/openapi.json")
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(description.Body.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.oracle.AddResource("openapi.json", v); err != nil {
		t.Fatal(err)
	}
	return s
}

// shape is the schema of a component.
func (s *site) shape(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shapes[name] == nil {
		c, err := s.oracle.Compile("openapi.json#/components/schemas/" + name)
		if err != nil {
			t.Fatal(err)
		}
		s.shapes[name] = c
	}
	return s.shapes[name]
}

// operation finds what is described for a method and a path; nil where nothing is.
func (s *site) operation(method, path string) *openapi.Operation {
	method = strings.ToLower(method)
	if method == "head" {
		method = "get"
	}
	var found *openapi.Operation
	for i := range s.ops {
		op := &s.ops[i]
		before, after, open := strings.Cut(op.Path, "{id}")
		fits := op.Path == path
		if open {
			id, ok := strings.CutPrefix(path, before)
			id, ok2 := strings.CutSuffix(id, after)
			fits = ok && ok2 && id != "" && !strings.Contains(id, "/")
		}
		if op.Method == method && fits && (found == nil || len(op.Path) > len(found.Path)) {
			found = op
		}
	}
	return found
}

// check holds an answer against the description.
func (s *site) check(t testing.TB, method, target string, w *httptest.ResponseRecorder) error {
	t.Helper()
	u, err := url.ParseRequestURI(target)
	if err != nil {
		return err
	}
	op := s.operation(method, u.Path)
	body := w.Body.Bytes()
	for name, values := range w.Header() {
		if len(values) != 1 || strings.ContainsAny(values[0], "\r\n") {
			return fmt.Errorf("header %s: %q", name, values)
		}
	}
	if w.Header().Get("X-Content-Type-Options") != "nosniff" {
		return fmt.Errorf("no nosniff: %v", w.Header())
	}
	switch {
	case method == "OPTIONS" && w.Code == 204, method == "HEAD":
		if len(body) > 0 || op != nil && method == "HEAD" && !op.Allows(w.Code) {
			return fmt.Errorf("%s: %d with a body of %d bytes", method, w.Code, len(body))
		}
		return nil
	case w.Code == 304:
		if len(body) > 0 {
			return fmt.Errorf("304 with a body")
		}
		return nil
	case op == nil && w.Code < 400:
		if _, ok := s.h.documents[u.Path]; ok || w.Code == 308 || u.Path == "/search" || strings.HasPrefix(u.Path, twinPrefix) {
			return nil // pages, assets and twins are not part of the description
		}
		return fmt.Errorf("%d at an address that is not described", w.Code)
	case op != nil && !op.Allows(w.Code):
		return fmt.Errorf("status %d is not described for %s", w.Code, op.ID)
	}
	media, _, err := mime.ParseMediaType(w.Header().Get("Content-Type"))
	if err != nil {
		return err
	}
	if w.Code >= 400 {
		if media == "text/html" && u.Path != "/v1" && !strings.HasPrefix(u.Path, "/v1/") && !strings.HasPrefix(u.Path, twinPrefix) {
			return nil
		}
		if media != "application/problem+json" {
			return fmt.Errorf("a problem as %s", media)
		}
		return s.fits(t, "Problem", body)
	}
	i := slices.IndexFunc(op.Answers, func(a openapi.Answer) bool { return a.Media == media })
	if i < 0 {
		return fmt.Errorf("%s is not described for %s", media, op.ID)
	}
	if strings.Contains(media, "ndjson") {
		for line := range bytes.Lines(body) {
			if !json.Valid(line) {
				return fmt.Errorf("not JSON: %s", line)
			}
		}
		return nil
	}
	if strings.Contains(media, "json") && !json.Valid(body) {
		return fmt.Errorf("not JSON: %.200s", body)
	}
	if op.Answers[i].Schema == "" {
		return nil
	}
	return s.fits(t, op.Answers[i].Schema, body)
}

func (s *site) fits(t testing.TB, schema string, body []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		return err
	}
	return s.shape(t, schema).Validate(v)
}

// host makes the examples' host that of the tests.
func host(target string) string { return strings.ReplaceAll(target, "readout.example", "example.com") }

// TestDescription: the description is what it says it is, the handler knows exactly the parameters in it, every example works and
// answers as described; and every computed answer and every format of the dataset is described.
func TestDescription(t *testing.T) {
	s := newSite(t)
	var doc map[string]any
	if err := json.Unmarshal(do(s.h, "GET", "/v1/openapi.json").Body.Bytes(), &doc); err != nil || doc["openapi"] != "3.1.0" {
		t.Fatalf("%v %v", err, doc["openapi"])
	}
	resolve(t, doc, doc)
	if n := len(doc["paths"].(map[string]any)); n < 40 {
		t.Errorf("%d paths", n)
	}
	send := func(op *openapi.Operation, target string) *httptest.ResponseRecorder {
		if op.Method == "post" {
			return post(s.h, target, op.Posted)
		}
		return do(s.h, "GET", host(target))
	}
	ids := map[string]bool{}
	for i := range s.ops {
		op := &s.ops[i]
		if ids[op.ID] {
			t.Errorf("the operationId %s is used twice", op.ID)
		}
		ids[op.ID] = true
		for _, target := range []string{op.Example, allParameters(op)} {
			w := send(op, target)
			if w.Code != 200 {
				t.Errorf("%s %s: %d %s", op.Method, target, w.Code, w.Body)
				continue
			}
			if err := s.check(t, strings.ToUpper(op.Method), host(target), w); err != nil {
				t.Errorf("%s %s: %v", op.Method, target, err)
			}
		}
		if op.Answers[0].Media == "text/csv" {
			columns, _, _ := strings.Cut(do(s.h, "GET", op.Example).Body.String(), "\r\n")
			if !strings.Contains(op.More, "Columns: "+strings.ReplaceAll(columns, ",", ", ")+".") {
				t.Errorf("%s has the columns %s, described is %s", op.Example, columns, op.More)
			}
		}
		var described, known []string
		for _, p := range op.Params {
			if p.In == "query" {
				described = append(described, p.Name)
			}
		}
		if e, ok := s.h.endpoints[op.Path]; ok {
			known = slices.Clone(e.parameters)
			if op.Method == "post" {
				known = slices.Clone(e.posted)
			}
		}
		slices.Sort(described)
		slices.Sort(known)
		if !slices.Equal(described, known) {
			t.Errorf("%s %s: described are %q, known %q", op.Method, op.Path, described, known)
		}
	}
	for path, e := range s.h.endpoints {
		if s.operation("GET", path) == nil && path != "/search" {
			t.Errorf("%s is not described", path)
		}
		if e.post != nil && s.operation("POST", path) == nil {
			t.Errorf("POST %s is not described", path)
		}
	}
	for _, d := range s.h.manifest.documents {
		if strings.HasPrefix(d.path, "/v1/") && s.operation("GET", d.path) == nil {
			t.Errorf("%s is not described", d.path)
		}
		if strings.HasPrefix(d.path, "/v1/") {
			if err := s.check(t, "GET", d.path, do(s.h, "GET", d.path)); err != nil {
				t.Errorf("%s: %v", d.path, err)
			}
		}
	}
}

// resolve checks that every reference leads somewhere.
func resolve(t *testing.T, doc, v any) {
	t.Helper()
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			if ref, ok := x.(string); ok && k == "$ref" {
				at := doc
				for _, name := range strings.Split(strings.TrimPrefix(ref, "#/"), "/") {
					at, _ = at.(map[string]any)[name]
				}
				if at == nil {
					t.Errorf("%s leads nowhere", ref)
				}
			}
			resolve(t, doc, x)
		}
	case []any:
		for _, x := range v {
			resolve(t, doc, x)
		}
	}
}

// allParameters is a request with every parameter that has an example.
func allParameters(op *openapi.Operation) string {
	path, q := op.Path, url.Values{}
	for _, p := range op.Params {
		switch {
		case p.In == "path":
			path = strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(p.Example))
		case p.Example != "":
			q.Set(p.Name, p.Example)
		}
	}
	return path + "?" + q.Encode()
}

// request makes a random request out of what the description names, bent in every way that random finds.
func (s *site) request(r *rand.Rand) (method, target, body string) {
	op := &s.ops[r.IntN(len(s.ops))]
	for r.IntN(3) > 0 && len(op.Params) < 2 { // more often what has parameters to get wrong
		op = &s.ops[r.IntN(len(s.ops))]
	}
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	odd := func() string {
		return pick("", "0", "-1", "x", "NaN", "1e999", "201", "../..", "%00", "\xff", "<script>", "\u202e", "a\r\nSet-Cookie: x=1", "[..0,..0]|#", strings.Repeat("[..0,..0]|", 20)+"0", "*", strings.Repeat("a", 5000),
			"2014-03", "2014/..", "word,char", "case,,case", "'\"", "一", "{{}}", "=1", "#")
	}
	method = pick("GET", "GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PUT", strings.ToUpper(op.Method))
	path := op.Path
	for _, p := range op.Params {
		if p.In == "path" {
			value := p.Example
			if r.IntN(4) == 0 {
				value = odd()
			}
			path = strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(value))
		}
	}
	if r.IntN(12) == 0 {
		path += pick("/", "x", ".json", "/..", "%2e%2e", ".csv")
	}
	if r.IntN(12) == 0 {
		path = twinPrefix + pick("0123456789abcdef", "", "x") + path
	}
	q := url.Values{}
	for _, p := range op.Params {
		if p.In != "query" || !p.Required && r.IntN(2) == 0 {
			continue
		}
		value := host(p.Example)
		if r.IntN(4) == 0 || value == "" {
			value = odd()
		}
		if p.Name == "path" && r.IntN(3) == 0 {
			value = strings.Repeat("[..0,..0]|", 1+r.IntN(20)) + pick("0", "#", "meetings.#.id", "*")
		}
		q.Add(p.Name, value)
		if r.IntN(30) == 0 {
			q.Add(p.Name, value)
		}
	}
	if r.IntN(10) == 0 {
		q.Set(pick("format", "q", "pretty", odd()), odd())
	}
	target = path
	if len(q) > 0 {
		target += "?" + q.Encode()
	}
	if r.IntN(30) == 0 {
		target += pick("%zz", "&&", "?", ";a=b", "#x", "&=")
	}
	body = op.Posted
	if body == "" || r.IntN(3) == 0 {
		body = openapi.WitnessExample
	}
	for range max(0, r.IntN(6)-2) { // cut, doubled, or with something else in the middle
		i, j := r.IntN(len(body)+1), r.IntN(len(body)+1)
		switch i, j = min(i, j), max(i, j); r.IntN(3) {
		case 0:
			body = body[:i] + body[j:]
		case 1:
			body = body[:j] + body[i:]
		default:
			body = body[:i] + pick("\"", "{", "]", ",", "\\u", "\xff", "\x00", "null", "\"id\":\"a\",", strings.Repeat("[", 100)) + body[i:]
		}
		body = body[:min(len(body), 8000)]
	}
	return method, target, body
}

// try sends one random request and holds the answer against the description.
func (s *site) try(t testing.TB, r *rand.Rand, seen map[string]int) {
	t.Helper()
	method, target, body := s.request(r)
	u, err := url.ParseRequestURI(target)
	if err != nil {
		return
	}
	q := httptest.NewRequest(method, "/", strings.NewReader(body))
	q.URL, q.Host = u, "example.com"
	q.Header.Set("Content-Type", []string{"application/json", "application/json", "text/plain", ""}[r.IntN(4)])
	q.Header.Set("If-None-Match", []string{"", `"b0"`, `W/"b0", "x"`, "*", "b0"}[r.IntN(5)])
	w := record(s.h, q)
	seen[fmt.Sprint(method, " ", w.Code)]++
	if err := s.check(t, method, target, w); err != nil {
		t.Fatalf("%s %s\n%.500s\n%d %v\n%.500s\n%v", method, target, body, w.Code, w.Header(), w.Body, err)
	}
}

// TestNothingOutsideTheDescription: whatever is asked, the answer is one that the description allows.
func TestNothingOutsideTheDescription(t *testing.T) {
	s := newSite(t)
	r := rand.New(rand.NewPCG(4, 9112))
	seen := map[string]int{}
	for range 6000 {
		s.try(t, r, seen)
	}
	for _, want := range []string{"GET 200", "GET 304", "GET 400", "GET 404", "GET 414", "GET 422", "HEAD 200", "OPTIONS 204", "PUT 405", "POST 200", "POST 400", "POST 405", "POST 415"} {
		if seen[want] == 0 {
			t.Errorf("no request was answered by %s: %v", want, seen)
		}
	}
}

// FuzzDescribed looks for answers outside the description for longer: go test ./worker/api -fuzz FuzzDescribed.
func FuzzDescribed(f *testing.F) {
	s := newSite(f)
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) {
		s.try(t, rand.New(rand.NewPCG(a, b)), map[string]int{})
	})
}

// FuzzAddresses looks for answers outside the description among requests that the fuzzer makes of the examples, letter by letter:
// go test ./worker/api -fuzz FuzzAddresses.
func FuzzAddresses(f *testing.F) {
	s := newSite(f)
	for i := range s.ops {
		op := &s.ops[i]
		f.Add(strings.ToUpper(op.Method), host(op.Example), op.Posted, "")
		f.Add("HEAD", host(allParameters(op)), "", `W/"b0"`)
	}
	f.Fuzz(func(t *testing.T, method, target, body, tag string) {
		u, err := url.ParseRequestURI(target)
		if err != nil || method == "" || len(body) > 4000 { // a comparison of long texts takes long
			return
		}
		q := httptest.NewRequest("GET", "/", strings.NewReader(body))
		q.Method, q.URL, q.Host = method, u, "example.com"
		q.Header.Set("Content-Type", "application/json")
		q.Header.Set("If-None-Match", tag)
		w := record(s.h, q)
		if err := s.check(t, method, target, w); err != nil {
			t.Fatalf("%s %q\n%.500q\n%d %v\n%.500s\n%v", method, target, body, w.Code, w.Header(), w.Body, err)
		}
	})
}
