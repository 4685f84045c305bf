package engine

import (
	"slices"

	"readout/wasm/align"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/text"
)

// What an editor has decided (know.Decision) is looked up in three places: Understand drops what is no article and gives names to
// people, gather joins and parts threads, compare joins and parts sentences. Each article carries marks of the decisions that quote
// it, so that every later step needs the articles alone. Whatever did not take effect is told by Unmet.

// Mark is the place in an article where an editor's decision quotes it.
type Mark struct {
	Decision know.Decision
	Quote    int         // which of its quotes
	Spans    []text.Span // every place where the words stand, in code points of the source
	Passages []int       // those that the words touch; of the first place that is article
	Thread   int         // the thread that is told there, -1 for none
}

// trim takes out of the document what an editor has found to be no article, and puts in what is.
func (a *Article) trim(k *know.Base) {
	var drop, keep []text.Span
	for _, d := range k.Decisions {
		if len(d.Quotes) != 1 || d.Quotes[0].Article != a.File {
			continue
		}
		switch d.Kind {
		case know.DecideNotArticle:
			drop = append(drop, a.Doc.Locate(d.Quotes[0].Text)...)
		case know.DecideArticle:
			keep = append(keep, a.Doc.Locate(d.Quotes[0].Text)...)
		}
	}
	a.Doc.Keep(keep)
	a.Doc.Drop(drop)
}

// mark notes the decisions that quote the article, as yet without threads.
func (a *Article) mark(k *know.Base) {
	for _, d := range k.Decisions {
		for q := range d.Quotes {
			if d.Quotes[q].Article != a.File {
				continue
			}
			m := Mark{Decision: d, Quote: q}
			a.find(&m)
			a.Marks = append(a.Marks, m)
		}
	}
}

// find looks for the words of a mark.
func (a *Article) find(m *Mark) {
	m.Spans = a.Doc.Locate(m.Decision.Quotes[m.Quote].Text)
	for _, s := range m.Spans {
		for p := range a.Doc.Passages {
			if a.Doc.Passages[p].Overlaps(s) {
				m.Passages = append(m.Passages, p)
			}
		}
		if len(m.Passages) > 0 {
			return
		}
	}
}

// within are the places of the article of which an editor has decided whether they tell of one meeting.
func (a *Article) within() (same, apart []meeting.Told) {
	for _, p := range pairs([][]Mark{a.Marks}) {
		switch t := (meeting.Told{A: p.a.mark.Passages, B: p.b.mark.Passages}); p.kind {
		case know.DecideSameMeeting:
			same = append(same, t)
		case know.DecideOtherMeeting:
			apart = append(apart, t)
		}
	}
	return same, apart
}

// threadAt is the thread that passages tell of: one that begins there, else one that is mentioned there, -1 for none.
func (a *Article) threadAt(passages []int) int {
	mentioned := -1
	for t := range a.Threads {
		for n, mt := range a.Threads[t].Mentions {
			if !common(mt.Passages, passages) {
				continue
			}
			if n == 0 {
				return t
			}
			if mentioned < 0 {
				mentioned = t
			}
		}
		if mentioned < 0 && len(a.Threads[t].Mentions) == 0 && common(a.Threads[t].Passages, passages) {
			mentioned = t
		}
	}
	return mentioned
}

// decided are the two places of one decision, by article.
type decided struct {
	kind know.DecisionKind
	a, b placed
}

type placed struct {
	article int
	mark    *Mark
}

// pairs puts the marks of each decision about two passages together, in the order of the articles.
func pairs(marks [][]Mark) []decided {
	first := map[string]placed{}
	var out []decided
	for i := range marks {
		for j := range marks[i] {
			m := &marks[i][j]
			d := &m.Decision
			if len(d.Quotes) != 2 {
				continue
			}
			key := string(d.Kind)
			for _, q := range d.Quotes {
				key += "\x00" + q.Article + "\x00" + q.Text
			}
			at := placed{i, m}
			if other, ok := first[key]; ok && other.mark.Quote != m.Quote {
				out = append(out, decided{d.Kind, other, at})
			} else {
				first[key] = at
			}
		}
	}
	return out
}

// links are the threads that editors have joined and parted.
func links(marks [][]Mark) (same, apart []meeting.Link) {
	for _, p := range pairs(marks) {
		if p.a.mark.Thread < 0 || p.b.mark.Thread < 0 {
			continue
		}
		l := meeting.Link{A: meeting.Coverage{Article: p.a.article, Thread: p.a.mark.Thread}, B: meeting.Coverage{Article: p.b.article, Thread: p.b.mark.Thread}}
		switch p.kind {
		case know.DecideSameMeeting:
			same = append(same, l)
		case know.DecideOtherMeeting:
			apart = append(apart, l)
		}
	}
	return same, apart
}

// decide tells package align which sentences of a meeting editors have joined and parted.
func (c *Corpus) decide(m *meeting.Meeting, in *align.Input) {
	marks := make([][]Mark, len(m.Coverage))
	for i, cov := range m.Coverage {
		marks[i] = c.Articles[cov.Article].Marks
	}
	for _, p := range pairs(marks) {
		if len(p.a.mark.Passages) == 0 || len(p.b.mark.Passages) == 0 {
			continue
		}
		l := align.Link{A: align.Place{Article: p.a.article, Passage: p.a.mark.Passages[0]}, B: align.Place{Article: p.b.article, Passage: p.b.mark.Passages[0]}}
		switch p.kind {
		case know.DecideSamePoint:
			in.Same = append(in.Same, l)
		case know.DecideOtherPoint:
			in.Apart = append(in.Apart, l)
		}
	}
}

// Unmet is a decision that had no effect, and why.
type Unmet struct {
	Decision  know.Decision
	What, Fix string
}

// Unmet tells which of the registry's decisions could not be followed, in their order: nothing that an editor has decided is lost in
// silence.
func (c *Corpus) Unmet(k *know.Base) []Unmet {
	var out []Unmet
	files := map[string]*Article{}
	for _, a := range c.Articles {
		files[a.File] = a
	}
	for _, d := range k.Decisions {
		if what, fix := c.unmet(d, files); what != "" {
			out = append(out, Unmet{d, what, fix})
		}
	}
	return out
}

func (c *Corpus) unmet(d know.Decision, files map[string]*Article) (what, fix string) {
	const again = "remove the entry, or decide anew on the review page"
	var marks []*Mark
	for q, quote := range d.Quotes {
		a := files[quote.Article]
		if a == nil {
			return "there is no article " + quote.Article, "correct the name of the file, or remove the entry"
		}
		for i := range a.Marks {
			if m := &a.Marks[i]; m.Quote == q && m.Decision.Kind == d.Kind && slices.Equal(m.Decision.Quotes, d.Quotes) {
				if len(m.Spans) == 0 {
					return quote.Article + " no longer has the words “" + short(quote.Text) + "”", again
				}
				marks = append(marks, m)
				break
			}
		}
	}
	switch d.Kind {
	case know.DecidePerson:
		a := files[d.Quotes[0].Article]
		for _, m := range a.Who.Mentions {
			if m.Person >= 0 && a.Who.People[m.Person].ID == d.Person && sameName(m.Form, d.Quotes[0].Text) {
				return "", ""
			}
		}
		return "no name “" + short(d.Quotes[0].Text) + "” was found in " + a.File, "quote the name as it stands in the text, without its title"
	case know.DecideSameMeeting, know.DecideOtherMeeting, know.DecideSamePoint, know.DecideOtherPoint:
	default:
		return "", ""
	}
	if len(marks) < 2 {
		return "it needs two passages", again
	}
	for i, m := range marks {
		if len(m.Passages) == 0 {
			return "“" + short(d.Quotes[i].Text) + "” is no longer taken for a part of the article " + d.Quotes[i].Article, again
		}
	}
	a, b := files[d.Quotes[0].Article], files[d.Quotes[1].Article]
	switch d.Kind {
	case know.DecideSameMeeting, know.DecideOtherMeeting:
		for i, m := range marks {
			if m.Thread < 0 {
				return "no meeting is found in “" + short(d.Quotes[i].Text) + "” of " + d.Quotes[i].Article, again
			}
		}
		together := c.oneMeeting(a, marks[0].Thread, b, marks[1].Thread)
		switch {
		case together == (d.Kind == know.DecideSameMeeting):
		case a == b && common(marks[0].Passages, marks[1].Passages):
			return "both quotations touch one clause, which tells of one meeting", "quote words of two clauses"
		case a == b && !together:
			return "the two passages of " + a.File + " cannot be joined: nothing in one of them says that anybody met", again
		default:
			return "another decision says the contrary of these two passages", "remove one of the two"
		}
	default:
		if together := c.onePoint(a, marks[0].Passages, b, marks[1].Passages); together != (d.Kind == know.DecideSamePoint) {
			if together {
				return "the two passages still stand in one point", again
			}
			return "the two passages are of no common meeting, or another decision parts them", "decide first that the meetings are the same, or remove the entry"
		}
	}
	return "", ""
}

// sameName compares names as editors quote them with forms as found.
func sameName(a, b string) bool {
	return text.Fold(a) == text.Fold(b)
}

// short is the beginning of a quotation.
func short(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

// oneMeeting reports whether two threads are of one meeting.
func (c *Corpus) oneMeeting(a *Article, s int, b *Article, t int) bool {
	if a == b {
		return s == t // an article tells of a meeting in one thread
	}
	for i := range c.Meetings {
		x, y := false, false
		for _, cov := range c.Meetings[i].Coverage {
			x = x || c.Articles[cov.Article] == a && cov.Thread == s
			y = y || c.Articles[cov.Article] == b && cov.Thread == t
		}
		if x || y {
			return x && y
		}
	}
	return false
}

// onePoint reports whether some row has passages of both places.
func (c *Corpus) onePoint(a *Article, p []int, b *Article, q []int) bool {
	for i := range c.Meetings {
		m := &c.Meetings[i]
		for _, pt := range m.Points {
			x, y := false, false
			for _, r := range pt.Readings {
				art := c.Articles[m.Coverage[r.Article].Article]
				x = x || art == a && common(r.Passages, p)
				y = y || art == b && common(r.Passages, q)
			}
			if x && y {
				return true
			}
		}
	}
	return false
}

// Quote is words of the article by which a decision can address one of its threads, "" where none will do.
func (a *Article) Quote(thread int) string {
	t := &a.Threads[thread]
	try := func(passages []int) string {
		if len(passages) == 0 {
			return ""
		}
		words := a.Doc.Slice(text.Span{Start: a.Doc.Passages[passages[0]].Start, End: a.Doc.Passages[passages[len(passages)-1]].End})
		m := Mark{Decision: know.Decision{Quotes: []know.Quote{{Article: a.File, Text: words}}}}
		if a.find(&m); a.threadAt(m.Passages) == thread {
			return words
		}
		return ""
	}
	for _, mt := range t.Mentions {
		if words := try(mt.Passages); words != "" {
			return words
		}
	}
	return try(t.Passages)
}
