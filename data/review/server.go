package review

import (
	"bytes"
	"crypto/rand"
	"crypto/subtle"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"readout/data/registry"
	"readout/wasm/know"
)

//go:embed page.html review.css review.js
var files embed.FS

var page = template.Must(template.New("page.html").Funcs(template.FuncMap{
	"len2": func(a, b int) int { return a + b },
	"q":    func(q question, v *view) map[string]any { return map[string]any{"Q": q, "V": v} },
}).ParseFS(files, "page.html"))

// Server is the review page. Another site that guesses the port can read nothing, because the Host must be a loopback name. It can
// decide nothing either, because forms carry a token of this run.
type Server struct {
	Load func() (*State, error) // reads the articles again
	Dirs []string               // folders that are watched, so that a page shows their current content

	mu     sync.Mutex
	state  *State
	failed error  // of the last Load
	seen   string // stamp of the files that state rests on
	took   time.Duration
	token  string
}

// slow is how long understanding may take before it waits for the button.
const slow = 5 * time.Second

// NewServer reads the articles and prepares the page.
func NewServer(load func() (*State, error), dirs ...string) (*Server, error) {
	random := make([]byte, 16)
	if _, err := rand.Read(random); err != nil {
		return nil, err
	}
	s := &Server{Load: load, Dirs: dirs, token: hex.EncodeToString(random)}
	s.reload()
	return s, s.failed
}

// reload understands the articles; what fails leaves the last good state with the reason beside it.
func (s *Server) reload() {
	begun := time.Now()
	s.seen = Stamp(s.Dirs...)
	state, err := s.Load()
	if s.failed = err; err == nil {
		s.state = state
	}
	s.took = time.Since(begun)
}

// Stamp differs between two states of the files in some folders. Hidden files do not count.
func Stamp(dirs ...string) string {
	var b strings.Builder
	for _, dir := range dirs {
		_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error { // what cannot be read is Load's to say
			if err == nil && !d.IsDir() && !strings.HasPrefix(d.Name(), ".") {
				if info, err := d.Info(); err == nil {
					fmt.Fprintln(&b, path, info.Size(), info.ModTime().UnixNano())
				}
			}
			return nil
		})
	}
	return b.String()
}

// ServeHTTP answers.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin") // with no-referrer a browser's forms would send the origin "null"
	h.Set("Cache-Control", "no-store")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if !loopback(r.Host) {
		http.Error(w, "This page answers to 127.0.0.1 and localhost only.", http.StatusMisdirectedRequest)
		return
	}
	switch r.URL.Path {
	case "/", "/article":
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "GET this page.", http.StatusMethodNotAllowed)
			return
		}
		s.show(w, r)
	case "/decide", "/undo", "/reload":
		s.post(w, r)
	case "/favicon.ico":
		w.WriteHeader(http.StatusNoContent)
	case "/review.css", "/review.js":
		http.ServeFileFS(w, r, files, strings.TrimPrefix(r.URL.Path, "/"))
	default:
		http.Error(w, "There is nothing here; the review page is at /.", http.StatusNotFound)
	}
}

// loopback reports whether a Host header names this machine: no name that somebody's DNS points here passes.
func loopback(host string) bool {
	u, err := url.Parse("http://" + host)
	if err != nil {
		return false
	}
	switch u.Hostname() {
	case "127.0.0.1", "localhost", "::1":
		return true
	}
	return false
}

func (s *Server) post(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", "POST")
		http.Error(w, "Decide with the buttons of the page.", http.StatusMethodNotAllowed)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	if err := r.ParseForm(); err != nil {
		http.Error(w, "The form could not be read: "+err.Error(), http.StatusBadRequest)
		return
	}
	own := r.Header.Get("Origin") == "" || r.Header.Get("Origin") == "http://"+r.Host
	if !own || subtle.ConstantTimeCompare([]byte(r.PostForm.Get("token")), []byte(s.token)) != 1 {
		http.Error(w, "This form is of another run of the page; load the page again and decide there.", http.StatusForbidden)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	said, at := "Understood anew.", ""
	switch r.URL.Path {
	case "/reload":
		s.reload()
	default:
		var err error
		if said, err = s.decide(r.URL.Path == "/undo", r.PostForm); err != nil {
			http.Error(w, "Nothing was written: "+err.Error(), http.StatusUnprocessableEntity)
			return
		}
		at = r.PostForm.Get("at")
		if s.took < slow {
			s.reload()
		}
	}
	back := "/"
	query := url.Values{"said": {said}}
	if file := r.PostForm.Get("back"); file != "" {
		back = "/article"
		query.Set("file", file)
	}
	if at != "" {
		query.Set("next", at)
	}
	http.Redirect(w, r, back+"?"+query.Encode(), http.StatusSeeOther)
}

// decide writes what a form says into decisions.yaml, or takes it out.
func (s *Server) decide(undo bool, form url.Values) (said string, err error) {
	if s.state == nil || s.state.RegistryDir == "" {
		return "", errors.New("there is no registry to write it into; start review without -registry none")
	}
	dir := s.state.RegistryDir
	d := know.Decision{Kind: know.DecisionKind(form.Get("kind")), Person: strings.TrimSpace(form.Get("person"))}
	articles, quotes := form["article"], form["quote"]
	if len(articles) == 0 || len(articles) != len(quotes) {
		return "", errors.New("the form lacks its passages; load the page again")
	}
	var each []know.Decision
	switch d.Kind {
	case know.DecidePerson, know.DecideNotArticle, know.DecideArticle: // one for each passage
		for i := range articles {
			one := d
			one.Quotes = []know.Quote{{Article: articles[i], Text: quotes[i]}}
			each = append(each, one)
		}
	default:
		for i := range articles {
			d.Quotes = append(d.Quotes, know.Quote{Article: articles[i], Text: quotes[i]})
		}
		each = append(each, d)
	}
	file := filepath.ToSlash(filepath.Join(dir, "decisions.yaml"))
	var written, takenOut []know.Decision
	for _, one := range each {
		if undo {
			takenOut = append(takenOut, one)
		} else if other, ok := s.contrary(one); ok { // the engine's own view is what was wanted
			takenOut = append(takenOut, other)
		} else {
			written = append(written, one)
		}
	}
	if err := registry.Decide(dir, written, takenOut); err != nil {
		return "", err
	}
	if len(written) == 0 {
		return "Taken out of " + file + ".", nil
	}
	return "Written to " + file + ": " + strings.ReplaceAll(string(d.Kind), "-", " ") + ".", nil
}

// contrary is the decision that says of the same words that they are article, or that they are not.
func (s *Server) contrary(d know.Decision) (know.Decision, bool) {
	of := map[know.DecisionKind]know.DecisionKind{know.DecideArticle: know.DecideNotArticle, know.DecideNotArticle: know.DecideArticle}
	for _, h := range s.state.Base.Decisions {
		if h.Kind == of[d.Kind] && h.Quotes[0].Article == d.Quotes[0].Article && flat(h.Quotes[0].Text) == flat(d.Quotes[0].Text) {
			return h, true
		}
	}
	return d, false
}

// show writes one of the two pages.
func (s *Server) show(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	stale := s.seen != Stamp(s.Dirs...)
	if stale && s.took < slow {
		s.reload()
		stale = false
	}
	v := s.view(r)
	v.Stale = stale
	if r.URL.Path == "/article" {
		if v.Article = s.article(r.URL.Query().Get("file")); v.Article == nil {
			http.Error(w, "There is no article of this name.", http.StatusNotFound)
			return
		}
	}
	var b bytes.Buffer
	if err := page.Execute(&b, v); err != nil {
		http.Error(w, "The page could not be made: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(b.Bytes()) // a reader who has gone needs no answer
}
