package review

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"readout/wasm/align"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/text"
)

// Explain writes why the engine made what an id names: a meeting ("2014-03-…"), a point of one ("2014-03-…/p3"), a person, or an
// article's file. An unknown id is an error that names the nearest one.
func (s *State) Explain(w io.Writer, id string) error {
	of, point, isPoint := strings.Cut(id, "/")
	for i := range s.Corpus.Meetings {
		m := &s.Corpus.Meetings[i]
		if m.ID != of {
			continue
		}
		if !isPoint {
			s.explainMeeting(w, m)
			return nil
		}
		var n int
		if _, err := fmt.Sscanf(point, "p%d", &n); err != nil || n < 1 || n > len(m.Points) {
			return fmt.Errorf("%s has no point %q; it has p1 to p%d", of, point, len(m.Points))
		}
		s.explainPoint(w, m, n)
		return nil
	}
	for i := range s.Corpus.People {
		if s.Corpus.People[i].ID == id {
			s.explainPerson(w, id)
			return nil
		}
	}
	for i := range s.Corpus.People { // a form of a name, as an article has it
		p := &s.Corpus.People[i]
		if slices.ContainsFunc(p.Forms, func(f string) bool { return sameWords(f, id) }) {
			s.explainPerson(w, p.ID)
			return nil
		}
	}
	for _, a := range s.Corpus.Articles {
		if a.File == id || strings.TrimSuffix(a.File, ".txt") == id {
			s.explainArticle(w, a)
			return nil
		}
	}
	return fmt.Errorf("nothing is called %q%s", id, s.suggest(of))
}

// suggest names the ids that share most words with one that is not known.
func (s *State) suggest(id string) string {
	var all []string
	for _, m := range s.Corpus.Meetings {
		all = append(all, m.ID)
	}
	for _, p := range s.Corpus.People {
		all = append(all, p.ID)
	}
	best, most := "", 0
	for _, c := range all {
		n := 0
		for _, part := range strings.Split(id, "-") {
			if len(part) > 1 && slices.Contains(strings.Split(c, "-"), part) {
				n++
			}
		}
		if n > most || n == most && n > 0 && len(c) < len(best) {
			best, most = c, n
		}
	}
	if best == "" {
		return "; give the id of a meeting, a point (MEETING/p1), a person or an article, as the pages and /v1/meetings.json have them"
	}
	return "; did you mean " + best + "?"
}

func (s *State) explainMeeting(w io.Writer, m *engine.Meeting) {
	fmt.Fprintf(w, "%s\n  %s, %s, status %s\n", m.ID, title(m), orNone(m.Place, "no place"), m.Status)
	if m.Implied {
		fmt.Fprintln(w, "  No article tells of it; it is counted from (“after eight months”).")
		return
	}
	for _, c := range m.Coverage {
		a := s.Corpus.Articles[c.Article]
		t := &a.Threads[c.Thread]
		main := ""
		if t.Main {
			main = ", what the article is chiefly about"
		}
		fmt.Fprintf(w, "\n  %s (%s): %s, %s%s\n", s.outlet(a), a.File, t.Status, orNone(t.Date.String(), "no date"), main)
		if t.DateFrom != "" {
			fmt.Fprintf(w, "    date from: %s\n", flat(t.DateFrom))
		}
		fits := a.Fits(s.Base)
		for _, mt := range t.Mentions {
			fmt.Fprintf(w, "    “%s” in: %s\n", flat(a.Doc.Slice(mt.Trigger)), flat(s.sentence(a, mt.Passages)))
			s.explainFits(w, c, fits, mt.Trigger)
		}
	}
	for i, c := range m.Coverage {
		for _, d := range m.Coverage[i+1:] {
			s.explainJudgement(w, s.Corpus.Judge(s.Base, c, d))
		}
	}
	shared := 0
	for n, p := range m.Points {
		if len(p.Readings) > 1 {
			if shared++; shared == 1 {
				fmt.Fprint(w, "\n  Points that several articles tell:\n")
			}
			fmt.Fprintf(w, "    %s/p%d  %s  %s\n", m.ID, n+1, percent(p.Confidence), s.label(m, &p))
		}
	}
}

// explainFits tells why a mention is of the meeting that it is of, and not of others that its article tells before it.
func (s *State) explainFits(w io.Writer, c meeting.Coverage, fits []meeting.Fit, mention text.Span) {
	for _, f := range fits {
		if f.Mention != mention {
			continue
		}
		verdict := "not " + s.toldAt(c.Article, f.Meeting)
		if f.Chosen {
			verdict = "of the meeting told before"
		}
		why := f.Against
		if why == "" {
			var parts []string
			for _, r := range f.Evidence {
				parts = append(parts, signed(r.Points)+" "+r.What)
			}
			why = fmt.Sprintf("%s, %d needed (%s)", plural(f.Score, "point"), f.Need, orNone(strings.Join(parts, ", "), "nothing in common"))
		}
		fmt.Fprintf(w, "        %s: %s\n", verdict, why)
	}
}

// toldAt is the id of the meeting of which an article has words of contact, or else these words.
func (s *State) toldAt(article int, contact text.Span) string {
	a := s.Corpus.Articles[article]
	for i, t := range a.Threads {
		if slices.ContainsFunc(t.Mentions, func(m meeting.Mention) bool { return m.Trigger == contact }) {
			if m := s.meetingOf(meeting.Coverage{Article: article, Thread: i}); m != nil {
				return m.ID
			}
		}
	}
	return "“" + flat(a.Doc.Slice(contact)) + "”"
}

func (s *State) explainJudgement(w io.Writer, j meeting.Judgement) {
	a, b := s.Corpus.Articles[j.A.Article], s.Corpus.Articles[j.B.Article]
	fmt.Fprintf(w, "\n  %s with %s: %s of evidence, %d make one meeting\n", a.File, b.File, plural(j.Score, "point"), meeting.JoinScore)
	for _, r := range reasons(j) {
		fmt.Fprintf(w, "    %4s  %s\n", r.Worth, r.What)
	}
	for _, d := range s.Base.Decisions {
		if len(d.Quotes) == 2 && (d.Quotes[0].Article == a.File && d.Quotes[1].Article == b.File || d.Quotes[0].Article == b.File && d.Quotes[1].Article == a.File) {
			fmt.Fprintf(w, "    an editor has decided: %s (%s)\n", d.Kind, d.At)
		}
	}
}

func (s *State) explainPoint(w io.Writer, m *engine.Meeting, n int) {
	p := &m.Points[n-1]
	fmt.Fprintf(w, "%s/p%d\n  %s, %s sure\n", m.ID, n, s.label(m, p), percent(p.Confidence))
	for _, r := range p.Readings {
		a := s.Corpus.Articles[m.Coverage[r.Article].Article]
		fmt.Fprintf(w, "\n  %s (%s)\n", s.outlet(a), a.File)
		for _, x := range r.Passages {
			fmt.Fprintf(w, "    %s\n", flat(slice(a.Doc, x)))
		}
	}
	if len(p.Readings) == 1 {
		fmt.Fprintln(w, "\n  No sentence of another article was likely enough to tell the same.")
		return
	}
	for i, r := range p.Readings {
		for _, o := range p.Readings[i+1:] {
			v, ok := s.best(m, r, o)
			if !ok {
				continue
			}
			fmt.Fprintf(w, "\n  %s with %s: %s likely to tell the same; from %s on they are put side by side\n", s.Corpus.Articles[m.Coverage[r.Article].Article].File,
				s.Corpus.Articles[m.Coverage[o.Article].Article].File, percent(v.Probability), percent(v.Cut))
			fmt.Fprintln(w, "    what counts, for (+) and against (-); +0.7 doubles the odds, -0.7 halves them:")
			rest, n := 0.0, 0
			for _, x := range v.Signals {
				if worth := x.Value * x.Weight; math.Abs(worth) < leastTold {
					rest, n = rest+worth, n+1
				} else {
					fmt.Fprintf(w, "    %6s  %s\n", decimal(worth), x.Name)
				}
			}
			if n > 0 {
				fmt.Fprintf(w, "    %6s  %s that count little\n", decimal(rest), plural(n, "other thing"))
			}
			if v.Probability < v.Cut {
				fmt.Fprintln(w, "    They stand together because both fit what a third article says, or because both tell that the meeting takes place.")
			}
		}
	}
}

// leastTold is what a signal must be worth to be told by itself.
const leastTold = 0.3

// best is the likeliest pair of sentences of two readings.
func (s *State) best(m *engine.Meeting, r, o align.Reading) (best align.Verdict, ok bool) {
	for _, x := range r.Passages {
		for _, y := range o.Passages {
			if v, found := s.Corpus.ExplainPoint(m, align.Place{Article: r.Article, Passage: x}, align.Place{Article: o.Article, Passage: y}); found && (!ok || v.Probability > best.Probability) {
				best, ok = v, true
			}
		}
	}
	return best, ok
}

func (s *State) label(m *engine.Meeting, p *engine.Point) string {
	return "“" + flat(s.Corpus.Articles[m.Coverage[p.LabelArticle].Article].Doc.Slice(p.Label)) + "”"
}

func (s *State) explainPerson(w io.Writer, id string) {
	for i := range s.Corpus.People {
		if p := &s.Corpus.People[i]; p.ID == id {
			known := "not in the registry: known from the articles alone"
			if p.Registry {
				known = "in the registry"
			}
			fmt.Fprintf(w, "%s\n  %s, %s, %s, %s\n", id, p.Name, orNone(know.CountryName(p.Country), "no country"), orNone(p.Level, "no post"), known)
		}
	}
	for _, a := range s.Corpus.Articles {
		for _, mt := range a.Who.Mentions {
			if mt.Person >= 0 && a.Who.People[mt.Person].ID == id {
				as := mt.Form
				if mt.Title != "" {
					as = mt.Title + " " + as
				}
				fmt.Fprintf(w, "  %s, as “%s”: %s\n", a.File, flat(as), flat(slice(a.Doc, mt.Passage)))
			}
		}
	}
}

func (s *State) explainArticle(w io.Writer, a *engine.Article) {
	fmt.Fprintf(w, "%s\n  %s, %s, language %s, published %s\n", a.File, headline(a), s.outlet(a), a.Doc.Language, orNone(a.Published.String(), "unknown"))
	sum := s.summary(a)
	fmt.Fprintf(w, "  %d per cent of the file is taken for the article; the rest for menus, comments and the like (make review shows it)\n", sum.Percent())
	for _, e := range a.Evidence {
		fmt.Fprintf(w, "  date from “%s”: %s\n", flat(a.Doc.Slice(e.Span)), e.Why)
	}
	for i, t := range a.Threads {
		c := meeting.Coverage{Article: slices.Index(s.Corpus.Articles, a), Thread: i}
		if m := s.meetingOf(c); m != nil {
			fmt.Fprintf(w, "  tells of %s (%s)\n", m.ID, t.Status)
			if words := a.Quote(i); words != "" {
				fmt.Fprintf(w, "    in: %s\n", flat(words))
			}
		}
	}
}

// sentence is the text from the first to the last of the passages.
func (s *State) sentence(a *engine.Article, passages []int) string {
	first, last := a.Doc.Passages[passages[0]], a.Doc.Passages[passages[len(passages)-1]]
	return a.Doc.Slice(text.Span{Start: first.Start, End: last.End})
}

// sameWords compares names without regard to capitals, hyphens and stops.
func sameWords(a, b string) bool {
	words := func(s string) string {
		return strings.Join(strings.FieldsFunc(text.Fold(s), func(r rune) bool { return r == ' ' || r == '-' || r == '.' }), " ")
	}
	return words(a) == words(b)
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func orNone(s, none string) string {
	if s == "" {
		return none
	}
	return s
}
