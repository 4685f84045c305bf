package review

import (
	"net/http"
	"path"
	"path/filepath"
	"strings"

	"readout/data/seed"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/text"
)

// view is what the template shows.
type view struct {
	Token, Said, Next string
	Stale             bool
	Failed            string
	Seeds, Registry   string
	Can               bool // decisions can be written
	Understood        bool
	Problems          []seed.Problem
	Dates             []dated
	Guesses           []seed.Problem
	Strangers         []stranger
	People            []know.Person
	Meetings, Points  []question
	Articles          []summary
	Decisions         []made
	Article           *laid
}

// summary is an article in the list.
type summary struct {
	File, Outlet, Headline, Published, Language string
	Kept, Dropped                               int // letters
	Meetings                                    int
}

// made is a decision that has been written.
type made struct {
	know.Decision
	Where string
	Unmet string // why it does not apply
}

// Says is the decision in words.
func (m made) Says() string {
	switch m.Kind {
	case know.DecideSameMeeting:
		return "One meeting"
	case know.DecideOtherMeeting:
		return "Two meetings"
	case know.DecideSamePoint:
		return "One point"
	case know.DecideOtherPoint:
		return "Two points"
	case know.DecideNotArticle:
		return "Not article"
	case know.DecideArticle:
		return "Article"
	}
	return "This is"
}

// laid is an article with its text laid out by what is kept.
type laid struct {
	summary
	URL   string
	Parts []part
}

// part is a line of the source, or a stretch of lines that are no article.
type part struct {
	Kept bool
	Kind string // headline, deck, …, aside
	Text string
	Line int // 1-based
}

func (s *Server) view(r *http.Request) *view {
	v := &view{Token: s.token, Said: r.URL.Query().Get("said"), Next: r.URL.Query().Get("next")}
	if s.failed != nil {
		v.Failed = s.failed.Error()
	}
	st := s.state
	if st == nil {
		return v
	}
	v.Seeds, v.Registry, v.Can = filepath.ToSlash(st.SeedsDir), filepath.ToSlash(st.RegistryDir), st.RegistryDir != ""
	v.Problems = st.Problems
	if v.Understood = st.Corpus != nil; !v.Understood || r.URL.Path != "/" {
		return v
	}
	v.Guesses = seed.Guesses(st.SeedsDir, st.Seeds)
	v.Dates, v.Strangers, v.Meetings, v.Points, v.People = st.dates(), st.strangers(), st.meetings(), st.points(), st.Base.People
	for _, a := range st.Corpus.Articles {
		v.Articles = append(v.Articles, st.summary(a))
	}
	unmet := map[string]string{}
	for _, u := range st.Corpus.Unmet(st.Base) {
		unmet[u.Decision.At] = u.What + "; " + u.Fix
	}
	for _, d := range st.Base.Decisions {
		v.Decisions = append(v.Decisions, made{d, d.At, unmet[d.At]})
	}
	return v
}

func (s *State) summary(a *engine.Article) summary {
	out := summary{File: a.File, Outlet: s.outlet(a), Headline: headline(a), Published: a.Published.String(), Language: a.Doc.Language, Meetings: len(a.Threads)}
	all := 0
	for _, r := range a.Doc.Source {
		if r > ' ' {
			all++
		}
	}
	for _, b := range a.Doc.Blocks {
		for _, r := range a.Doc.Source[b.Start:b.End] {
			if r > ' ' {
				out.Kept++
			}
		}
	}
	out.Dropped = all - out.Kept
	return out
}

// article lays an article out; nil where there is none of this name.
func (s *Server) article(file string) *laid {
	if s.state == nil || s.state.Corpus == nil {
		return nil
	}
	for _, a := range s.state.Corpus.Articles {
		if a.File == file {
			out := &laid{summary: s.state.summary(a), Parts: parts(a.Doc)}
			if m := s.state.metaOf(file); m != nil {
				out.URL = m.URL
			}
			return out
		}
	}
	return nil
}

// parts are the lines of a source, what is article apart from what is not.
func parts(d *text.Document) []part {
	var out []part
	at, line := 0, 1
	dropped := func(to int) {
		for _, l := range strings.SplitAfter(string(d.Source[at:to]), "\n") {
			if t := strings.TrimSpace(l); t != "" {
				out = append(out, part{Text: t, Line: line})
			}
			line += strings.Count(l, "\n")
		}
		at = to
	}
	for _, b := range d.Blocks {
		if b.Start < at {
			continue
		}
		dropped(b.Start)
		kind := string(b.Kind)
		if b.Aside {
			kind = "aside"
		}
		words := d.Slice(b.Span)
		out = append(out, part{Kept: true, Kind: kind, Text: words, Line: line})
		line += strings.Count(words, "\n")
		at = b.End
	}
	dropped(len(d.Source))
	return out
}

// Base is the file's name without its folders, for headings.
func (s summary) Base() string { return path.Base(s.File) }

// Percent is how much of the file is article.
func (s summary) Percent() int {
	if s.Kept+s.Dropped == 0 {
		return 0
	}
	return 100 * s.Kept / (s.Kept + s.Dropped)
}

// Open is how many things an editor may decide or mend.
func (v *view) Open() int {
	return len(v.Problems) + len(v.Guesses) + len(v.Dates) + len(v.Strangers) + len(v.Meetings) + len(v.Points)
}
