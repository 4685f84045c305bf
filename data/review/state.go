// Package review shows an editor what the engine made of the articles, and takes decisions. It has a page on this machine (Server)
// and explanations of the engine's choices (Explain). Decisions go into the registry's decisions.yaml, through package registry;
// nothing else is written.
package review

import (
	"path"
	"slices"
	"strings"

	"readout/data/registry"
	"readout/data/seed"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/text"
	"readout/wasm/who"
)

// State is the articles at one moment, and what was made of them.
type State struct {
	SeedsDir, RegistryDir string // RegistryDir is "" if there is no registry; then nothing can be decided
	Seeds                 []seed.Seed
	Base                  *know.Base
	Corpus                *engine.Corpus // nil if the input has errors
	Problems              []seed.Problem // of the articles and the registry, and decisions that do not apply
}

// Bounds of a page; guessed: what an editor looks through at one sitting.
const (
	maxPoints = 3 // near points of one meeting
	maxEach   = 60
)

// passage is words of an article as they are shown and quoted.
type passage struct {
	Article, Outlet, Text string
	Published, Language   string
}

// question is something that an editor may decide: whether two passages are of one meeting, or of one point.
type question struct {
	ID        string // of its place on the page
	Of        string // meeting or point
	About     string // what it is about, in words
	Explain   string // the id for `explain`
	Score     string // how close it was, in words
	Joined    bool   // what the engine thinks
	A, B      passage
	Reasons   []reason
	Same, Not know.DecisionKind
}

// reason is one thing that speaks for or against.
type reason struct{ Worth, What string }

// passage makes one of an article's words.
func (s *State) passage(a *engine.Article, words string) passage {
	return passage{Article: a.File, Outlet: s.outlet(a), Text: flat(words), Published: a.Published.String(), Language: a.Doc.Language}
}

func (s *State) outlet(a *engine.Article) string {
	for _, o := range s.Base.Outlets {
		if o.ID == a.Outlet {
			return o.Name
		}
	}
	for i := range s.Seeds {
		if s.Seeds[i].File == a.File && s.Seeds[i].Meta.Outlet != "" {
			return s.Seeds[i].Meta.Outlet
		}
	}
	return "Outlet not named"
}

// meetings are the pairs of threads that might be one meeting, or two.
func (s *State) meetings() []question {
	var out []question
	for _, j := range s.Corpus.Doubts(s.Base) {
		if len(out) == maxEach {
			break
		}
		a, b := s.Corpus.Articles[j.A.Article], s.Corpus.Articles[j.B.Article]
		quoteA, quoteB := a.Quote(j.A.Thread), b.Quote(j.B.Thread)
		if quoteA == "" || quoteB == "" || s.decided(know.DecideSameMeeting, know.DecideOtherMeeting, a.File, quoteA, b.File, quoteB) {
			continue
		}
		q := question{Of: "meeting", Joined: j.Together, A: s.passage(a, quoteA), B: s.passage(b, quoteB),
			Same: know.DecideSameMeeting, Not: know.DecideOtherMeeting,
			About: s.titleOf(j.A), Score: plural(j.Score, "point") + " of evidence, " + itoa(meeting.JoinScore) + " make one meeting"}
		if m := s.meetingOf(j.A); m != nil {
			q.Explain = m.ID
		}
		if other := s.titleOf(j.B); other != q.About {
			q.About += " · " + other
		}
		q.Reasons = reasons(j)
		q.ID = "q-" + key(q.Of, q.A.Article, q.A.Text, q.B.Article, q.B.Text)
		out = append(out, q)
	}
	return out
}

func reasons(j meeting.Judgement) []reason {
	var out []reason
	for _, e := range j.Evidence {
		out = append(out, reason{signed(e.Points), e.What})
	}
	if j.Against != "" {
		out = append(out, reason{"no", j.Against})
	}
	return out
}

func (s *State) meetingOf(c meeting.Coverage) *engine.Meeting {
	for i := range s.Corpus.Meetings {
		if slices.Contains(s.Corpus.Meetings[i].Coverage, c) {
			return &s.Corpus.Meetings[i]
		}
	}
	return nil
}

func (s *State) titleOf(c meeting.Coverage) string {
	if m := s.meetingOf(c); m != nil {
		return title(m)
	}
	return "no meeting"
}

func title(m *engine.Meeting) string {
	t := m.Title
	if d := m.Date.String(); d != "" {
		t += ", " + d
	}
	return t
}

// points are the pairs of sentences that fell just short of one point.
func (s *State) points() []question {
	var out []question
	for _, p := range s.Corpus.NearPoints(maxPoints) {
		if len(out) == maxEach {
			break
		}
		m := &s.Corpus.Meetings[p.Meeting]
		a, b := s.Corpus.Articles[m.Coverage[p.A.Article].Article], s.Corpus.Articles[m.Coverage[p.B.Article].Article]
		wordsA, wordsB := slice(a.Doc, p.A.Passage), slice(b.Doc, p.B.Passage)
		if s.decided(know.DecideSamePoint, know.DecideOtherPoint, a.File, wordsA, b.File, wordsB) {
			continue
		}
		q := question{Of: "point", A: s.passage(a, wordsA), B: s.passage(b, wordsB), About: title(m), Explain: m.ID,
			Same: know.DecideSamePoint, Not: know.DecideOtherPoint, Score: percent(p.Probability) + " likely, a point needs " + percent(p.Cut)}
		if v, ok := s.Corpus.ExplainPoint(m, p.A, p.B); ok {
			q.Reasons = signals(v, 6)
		}
		q.ID = "q-" + key(q.Of, q.A.Article, q.A.Text, q.B.Article, q.B.Text)
		out = append(out, q)
	}
	return out
}

func slice(d *text.Document, p int) string { return d.Slice(d.Passages[p].Span) }

// decided reports whether an editor has decided of a pair, one way or the other.
func (s *State) decided(same, other know.DecisionKind, a, x, b, y string) bool {
	is := func(q know.Quote, file, words string) bool { return q.Article == file && flat(q.Text) == flat(words) }
	return slices.ContainsFunc(s.Base.Decisions, func(d know.Decision) bool {
		return (d.Kind == same || d.Kind == other) && len(d.Quotes) == 2 &&
			(is(d.Quotes[0], a, x) && is(d.Quotes[1], b, y) || is(d.Quotes[0], b, y) && is(d.Quotes[1], a, x))
	})
}

// stranger is somebody whom the registry does not know.
type stranger struct {
	ID, Name string
	Uses     []use
	Entry    string // for people.yaml, ready to paste
}

// use is a form of a name in an article, with the first sentence it stands in.
type use struct {
	passage
	Form, Title string
}

// strangers are the people who are not in the registry, those with most mentions first.
func (s *State) strangers() []stranger {
	type found struct {
		stranger
		mentions int
	}
	var all []*found
	byID := map[string]*found{}
	for _, a := range s.Corpus.Articles {
		seen := map[string]bool{}
		for _, mt := range a.Who.Mentions {
			if mt.Person < 0 || a.Who.People[mt.Person].Registry || a.Doc.Passages[mt.Passage].Aside {
				continue // who wrote it or took the picture is nobody whom it tells of
			}
			p := &a.Who.People[mt.Person]
			f := byID[p.ID]
			if f == nil {
				f = &found{stranger: stranger{ID: p.ID, Name: p.Name}}
				byID[p.ID] = f
				all = append(all, f)
			}
			f.mentions++
			if form := p.ID + "\x00" + text.Fold(mt.Form); !seen[form] {
				seen[form] = true
				f.Uses = append(f.Uses, use{s.passage(a, slice(a.Doc, mt.Passage)), mt.Form, mt.Title})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *found) int { return b.mentions - a.mentions })
	var out []stranger
	for _, f := range all[:min(len(all), maxEach)] {
		for i := range s.Corpus.People {
			if p := &s.Corpus.People[i]; p.ID == f.ID {
				f.Entry = entry(p, f.Uses)
			}
		}
		out = append(out, f.stranger)
	}
	return out
}

// entry is what people.yaml takes of somebody, as far as the articles tell it.
func entry(p *who.Person, uses []use) string {
	of := know.Person{ID: p.ID, Name: p.Name, Country: p.Country}
	for _, f := range p.Forms {
		if text.Fold(f) != text.Fold(p.Name) {
			of.Forms = append(of.Forms, know.Form{Text: f})
		}
	}
	if i := slices.IndexFunc(uses, func(u use) bool { return u.Title != "" }); i >= 0 && p.Level != "" {
		of.Roles = []know.Role{{Title: uses[i].Title, Level: p.Level}}
	}
	return registry.Entry(of)
}

// dated is an article whose day was guessed.
type dated struct {
	File, Outlet, Headline, Published string
	Where                             string // the file and line to mend
	Why                               []string
}

// dates are the articles whose day nobody has stated.
func (s *State) dates() []dated {
	var out []dated
	for _, a := range s.Corpus.Articles {
		m := s.metaOf(a.File)
		d := dated{File: a.File, Outlet: s.outlet(a), Headline: headline(a), Published: a.Published.String(), Where: s.sidecar(a.File)}
		switch {
		case a.Inferred:
			for _, e := range a.Evidence {
				d.Why = append(d.Why, "“"+flat(a.Doc.Slice(e.Span))+"”: "+e.Why)
			}
		case a.Published.IsZero():
			d.Why = []string{"nothing in the text tells it"}
		case m != nil && slices.Contains(m.GuessedKeys(), "published"):
			d.Why = []string{"worked out from the page; confirm it by taking published out of guessed"}
			d.Where += ":" + itoa(m.Lines["published"])
		case a.Published.Uncertain():
			d.Why = []string{"written with a question mark"}
			if m != nil {
				d.Where += ":" + itoa(m.Lines["published"])
			}
		default:
			continue
		}
		out = append(out, d)
	}
	return out
}

func (s *State) metaOf(file string) *seed.Meta {
	for i := range s.Seeds {
		if s.Seeds[i].File == file {
			return &s.Seeds[i].Meta
		}
	}
	return nil
}

// sidecar is the path of an article's NAME.yaml as the editor opens it.
func (s *State) sidecar(file string) string {
	return path.Join(s.SeedsDir, strings.TrimSuffix(file, path.Ext(file))+".yaml")
}

func headline(a *engine.Article) string {
	for _, b := range a.Doc.Blocks {
		if b.Kind == text.Headline {
			return a.Doc.Slice(b.Span)
		}
	}
	return a.Headline
}
