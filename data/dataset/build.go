package dataset

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"readout/wasm/compare"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/sorting"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
)

// Build turns what the engine made into the dataset. about[i] belongs to c.Articles[i].
func Build(c *engine.Corpus, k *know.Base, about []About) *Dataset {
	b := &builder{c: c, k: k, about: about}
	b.name()
	d := &Dataset{Schema: SchemaVersion, Engine: engine.Version,
		Articles: []Article{}, Meetings: []Meeting{}, Series: []Series{}, Issues: []Issue{}, People: []Person{}, Outlets: []Outlet{}, Terms: []Term{}}
	for i := range c.Meetings {
		d.Meetings = append(d.Meetings, b.meeting(i))
	}
	sorting.By(d.Meetings, func(x, y Meeting) int { return CompareDates(parsed(x.Date), parsed(y.Date)) })
	for i := range c.Series {
		d.Series = append(d.Series, b.series(&c.Series[i]))
	}
	for i := range c.Issues {
		d.Issues = append(d.Issues, b.issue(&c.Issues[i]))
	}
	d.People = b.peopleList()
	d.Terms = b.terms(c.Terms, b.every())
	for i := range c.Articles {
		d.Articles = append(d.Articles, b.article(i))
	}
	b.withhold(d)
	d.Outlets = b.outlets(d.Articles)
	return d
}

// ArticleOf is an article alone, with all its texts: nothing is withheld yet, and it belongs to no meeting.
func ArticleOf(a *engine.Article, k *know.Base, about About) Article {
	b := &builder{c: &engine.Corpus{Articles: []*engine.Article{a}}, k: k, about: []About{about}}
	b.name()
	return b.article(0)
}

// parsed is a date that String has written, so that it can be read.
func parsed(edtf string) when.Date {
	d, _ := when.Parse(edtf)
	return d
}

// CompareDates orders meetings as Build does: by the first day, undated last.
func CompareDates(x, y when.Date) int {
	switch {
	case x.IsZero() && y.IsZero():
		return 0
	case x.IsZero():
		return 1
	case y.IsZero():
		return -1
	}
	return cmp.Compare(x.First(), y.First())
}

func pad(n, w int) string {
	s := strconv.Itoa(n)
	for len(s) < w {
		s = "0" + s
	}
	return s
}

type builder struct {
	c        *engine.Corpus
	k        *know.Base
	about    []About
	ids      []string   // of articles
	passages [][]string // ids of the passages of each article
	sigla    []string
}

// name gives articles and passages their ids and articles their sigla.
func (b *builder) name() {
	sources := make([]engine.Source, len(b.c.Articles))
	for i, a := range b.c.Articles {
		sources[i] = a.Source
	}
	named := slices.Clone(b.about)
	Name(sources, named, b.k)
	for i, a := range b.c.Articles {
		b.ids = append(b.ids, named[i].ID)
		b.sigla = append(b.sigla, named[i].Siglum)
		var ps []string
		for j, p := range a.Doc.Passages {
			id := "s" + strconv.Itoa(p.Sentence)
			n := 0
			for q := j - 1; q >= 0 && a.Doc.Passages[q].Sentence == p.Sentence; q-- {
				n++
			}
			if n > 0 || j+1 < len(a.Doc.Passages) && a.Doc.Passages[j+1].Sentence == p.Sentence {
				id += suffix(n)
			}
			ps = append(ps, id)
		}
		b.passages = append(b.passages, ps)
	}
}

// suffix is a, b, …, z, aa, ab, … for 0, 1, …
func suffix(n int) string {
	s := string(rune('a' + n%26))
	if n >= 26 {
		s = suffix(n/26-1) + s
	}
	return s
}

// Kebab folds a name to lower-case letters and digits parted by hyphens.
func Kebab(s string) string {
	var out []rune
	for _, r := range strings.ToLower(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		} else if len(out) > 0 && out[len(out)-1] != '-' {
			out = append(out, '-')
		}
	}
	if s := strings.TrimRight(string(out), "-"); s != "" {
		return s
	}
	return "article"
}

func (b *builder) article(i int) Article {
	a := b.c.Articles[i]
	out := Article{ID: b.ids[i], File: a.File, Outlet: a.Outlet, Siglum: b.sigla[i], Headline: a.Headline, Published: a.Published.String(),
		Format: a.Format, Language: a.Doc.Language, TranslatedFrom: a.TranslatedFrom, Author: b.about[i].Author, URL: b.about[i].URL,
		Rights: b.about[i].Rights, Note: b.about[i].Note, Passages: []Passage{}}
	if !a.Published.IsZero() {
		out.PublishedBasis = "given"
	}
	if a.Inferred {
		out.PublishedBasis = "text"
		for _, e := range a.Evidence {
			out.PublishedFrom = append(out.PublishedFrom, e.Why)
		}
	}
	paragraph, block := 0, 0
	for j, p := range a.Doc.Passages {
		if p.Kind == text.Body && !p.Aside && p.Paragraph != block {
			paragraph, block = paragraph+1, p.Paragraph
		}
		number := paragraph
		if p.Kind != text.Body || p.Aside {
			number = 0
		}
		if out.Headline == "" && p.Kind == text.Headline {
			out.Headline = strings.TrimSpace(a.Doc.Slice(text.Span{Start: p.Start, End: b.sentenceEnd(i, j)}))
		}
		for _, t := range p.Tokens {
			if t.Word {
				out.Words++
			}
		}
		out.Passages = append(out.Passages, Passage{ID: b.passages[i][j], Sentence: p.Sentence, Paragraph: number,
			Start: p.Start, End: p.End, Text: a.Doc.Slice(p.Span), Kind: string(p.Kind)})
	}
	if main := a.Main(); main >= 0 {
		for m := range b.c.Meetings {
			for _, cov := range b.c.Meetings[m].Coverage {
				if cov.Article == i && cov.Thread == main {
					id := b.c.Meetings[m].ID
					out.MainMeeting = &id
				}
			}
		}
	}
	return out
}

// sentenceEnd is the end of the sentence that passage j of article i begins.
func (b *builder) sentenceEnd(i, j int) int {
	ps := b.c.Articles[i].Doc.Passages
	end := ps[j].End
	for q := j; q < len(ps) && ps[q].Sentence == ps[j].Sentence; q++ {
		end = ps[q].End
	}
	return end
}

func (b *builder) meeting(i int) Meeting {
	m := &b.c.Meetings[i]
	out := Meeting{ID: m.ID, Title: m.Title, Type: string(m.Type), Level: m.Level, Date: m.Date.String(), Place: plainPlace(m.Place), Countries: m.Countries,
		Participants: append([]string{}, m.People...), Bodies: m.Bodies, Status: string(m.Status), Umbrella: m.Umbrella, Implied: m.Implied, ByPost: m.ByPost,
		Coverage: []Coverage{}, Points: []Point{}, Terms: []Term{}, Voices: []Voice{}, Discrepancies: []Discrepancy{}}
	if m.Series != "" {
		s := m.Series
		out.Series = &s
	}
	articles := make([]int, len(m.Coverage))
	for n, cov := range m.Coverage {
		articles[n] = cov.Article
		out.Coverage = append(out.Coverage, b.coverage(m, cov))
	}
	for n := range m.Points {
		out.Points = append(out.Points, b.point(m, n, out.Coverage))
	}
	out.Terms = b.terms(m.Terms, articles)
	if !m.Implied {
		out.Voices = b.voices(m)
	}
	for n, d := range m.Discrepancies {
		e := b.discrepancy(d, out.ID+"-d"+strconv.Itoa(n+1))
		if d.Point >= 0 {
			e.Point = out.Points[d.Point].ID
			out.Points[d.Point].Clash = true
		}
		out.Discrepancies = append(out.Discrepancies, e)
	}
	for n, x := range m.Contrasts {
		out.Contrasts = append(out.Contrasts, b.contrast(x, out.ID+"-c"+strconv.Itoa(n+1)))
	}
	return out
}

func (b *builder) contrast(x engine.Contrast, id string) Discrepancy {
	out := Discrepancy{ID: id, Rule: x.Rule, About: x.About(), Sides: []Side{}}
	for _, s := range x.Sides {
		voice := s.Speaker
		if voice == "" {
			voice = s.Reported
		}
		for _, p := range s.Passages {
			out.Sides = append(out.Sides, Side{Article: b.ids[x.Article], Passage: b.passages[x.Article][p], Value: voice})
		}
	}
	return out
}

func (b *builder) coverage(m *engine.Meeting, cov meeting.Coverage) Coverage {
	a := b.c.Articles[cov.Article]
	if cov.Thread < 0 { // implied by an order claim only
		return Coverage{Article: b.ids[cov.Article], Status: string(meeting.Held), Passages: []string{}, Evidence: []string{"implied by a count in the article"}}
	}
	t := a.Threads[cov.Thread]
	out := Coverage{Article: b.ids[cov.Article], Status: string(t.Status), Date: t.Date.String(), Place: plainPlace(t.Place), Passages: b.ps(cov.Article, t.Passages)}
	for _, p := range t.People {
		if id := a.Who.People[p].ID; slices.Contains(m.People, id) && !slices.Contains(out.Participants, id) {
			out.Participants = append(out.Participants, id)
		}
	}
	out.Written = written(a.Published, m.Date, t.Status)
	if t.DateFrom != "" {
		out.Evidence = append(out.Evidence, "date "+t.Date.String()+": "+strings.TrimSpace(t.DateFrom))
	}
	return out
}

// plainPlace is a place without the country behind it: a city that talks are held in needs none ("The Hague").
func plainPlace(place string) string {
	if at := strings.LastIndex(place, ", "); at > 0 {
		if w, ok := know.CountryPhrase(text.Fold(place[at+2:])); ok && w.By == know.ByName {
			return place[:at]
		}
	}
	return place
}

// written says whether an article was written before, during or after the meeting.
func written(published, date when.Date, st meeting.Status) string {
	switch {
	case published.IsZero() || date.IsZero():
		return ""
	case published.Last() < date.First():
		return "before"
	case published.First() > date.Last():
		return "after"
	case date.Precision() != when.ToDay:
		return ""
	case st == meeting.Held:
		return "after"
	case st == meeting.Scheduled:
		return "before"
	}
	return ""
}

// ps are the ids of passages.
func (b *builder) ps(article int, passages []int) []string {
	out := []string{}
	for _, p := range passages {
		out = append(out, b.passages[article][p])
	}
	return out
}

func (b *builder) point(m *engine.Meeting, n int, covs []Coverage) Point {
	p := &m.Points[n]
	out := Point{ID: "p" + strconv.Itoa(n+1), Confidence: round(p.Confidence, 3), Background: p.Background, Readings: []Reading{}, Omissions: []Omission{}}
	out.Label = strings.TrimSpace(b.c.Articles[m.Coverage[p.LabelArticle].Article].Doc.Slice(p.Label))
	if len(p.Readings) == 1 { // a lonely reading is its own label: its first passage
		r := p.Readings[0]
		a := b.c.Articles[m.Coverage[r.Article].Article]
		out.Label = strings.TrimSpace(a.Doc.Slice(a.Doc.Passages[r.Passages[0]].Span))
	}
	tells := map[int]bool{}
	outcome := false
	for _, r := range p.Readings {
		tells[r.Article] = true
		outcome = outcome || !r.Expects && covs[r.Article].Written == "after"
		out.Readings = append(out.Readings, Reading{Article: covs[r.Article].Article, Passages: b.ps(m.Coverage[r.Article].Article, r.Passages), Expects: r.Expects})
	}
	for i := range covs {
		if tells[i] {
			continue
		}
		o := Omission{Article: covs[i].Article, Evidence: "not-mentioned"}
		switch {
		case covs[i].Written == "before" && outcome && !p.Background:
			o.Evidence = "before"
		case b.c.Articles[m.Coverage[i].Article].Format == "excerpt":
			o.Evidence = "excerpt"
		}
		out.Omissions = append(out.Omissions, o)
	}
	for _, d := range p.Diffs {
		out.Diffs = append(out.Diffs, DiffOf(d.Diff, out.Readings[d.Base].Article, out.Readings[d.Other].Article))
	}
	return out
}

func round(x float64, digits int) float64 {
	p := math.Pow10(digits)
	return math.Round(x*p) / p
}

// DiffOf is a comparison of two readings in the shape of the dataset; base and other are article ids.
func DiffOf(d compare.Diff, base, other string) Diff {
	out := Diff{Base: base, Other: other, Mode: d.Mode, Shared: round(d.Shared, 3)}
	for _, e := range d.Edits {
		x := Edit{Op: e.Op, Moved: e.Moved, Noise: e.Noise}
		if e.Op != compare.Insert {
			x.Base = &[2]int{e.Base.Start, e.Base.End}
		}
		if e.Op != compare.Delete {
			x.Other = &[2]int{e.Other.Start, e.Other.End}
		}
		out.Edits = append(out.Edits, x)
	}
	return out
}

// terms groups uses by term; articles gives the article of a use's document.
func (b *builder) terms(uses []compare.TermUse, articles []int) []Term {
	out := []Term{}
	for _, u := range uses {
		if len(out) == 0 || out[len(out)-1].ID != u.Term {
			t := Term{ID: u.Term, Forms: map[string][]string{}}
			for _, k := range b.k.Terms {
				if k.ID == u.Term {
					t.Concept, t.Disputed = k.Concept, k.Disputed
				}
			}
			out = append(out, t)
		}
		t := &out[len(out)-1]
		a := articles[u.Doc]
		t.Forms[b.ids[a]] = append(t.Forms[b.ids[a]], u.Form)
		t.Uses = append(t.Uses, TermUse{Article: b.ids[a], Form: u.Form, Count: u.Count, Passage: b.passages[a][u.Passage], Start: u.First.Start, End: u.First.End})
	}
	return out
}

// voices adds up who speaks in the passages of the points.
func (b *builder) voices(m *engine.Meeting) []Voice {
	out := []Voice{}
	for n, cov := range m.Coverage {
		a := b.c.Articles[cov.Article]
		in := map[int]bool{}
		for _, p := range m.Points {
			for _, r := range p.Readings {
				if r.Article == n {
					for _, x := range r.Passages {
						in[x] = true
					}
				}
			}
		}
		index := map[string]int{}
		quotes := quoted(a.Who.Utterances)
		for _, u := range a.Who.Utterances {
			if !in[u.Passage] || u.Speaker == "" {
				continue
			}
			key, person := u.Speaker, ""
			if u.Person >= 0 {
				person = a.Who.People[u.Person].ID
				key = person
			}
			at, ok := index[key]
			if !ok {
				at = len(out)
				index[key] = at
				out = append(out, Voice{Article: b.ids[cov.Article], Speaker: u.Speaker, Person: person, Country: u.Country, Passages: []string{}})
			}
			v := &out[at]
			if u.Direct {
				v.Direct += wordsIn(a.Doc, u.Span, nil)
			} else {
				v.Indirect += wordsIn(a.Doc, u.Span, quotes)
			}
			if id := b.passages[cov.Article][u.Passage]; !slices.Contains(v.Passages, id) {
				v.Passages = append(v.Passages, id)
			}
		}
	}
	return out
}

// quoted are the spans within quotation marks: an utterance that reports may hold them, and their words count once.
func quoted(us []who.Utterance) []text.Span {
	var out []text.Span
	for _, u := range us {
		if u.Direct {
			out = append(out, u.Span)
		}
	}
	return out
}

// wordsIn counts the words of a span outside the spans of except.
func wordsIn(d *text.Document, s text.Span, except []text.Span) int {
	n := 0
	var within []text.Span // of except: a long article has thousands
	for _, e := range except {
		if e.Overlaps(s) {
			within = append(within, e)
		}
	}
	for i := range d.Passages {
		p := &d.Passages[i]
		if !p.Overlaps(s) {
			continue
		}
		for _, t := range p.Tokens {
			if t.Word && t.Overlaps(s) && !slices.ContainsFunc(within, t.Overlaps) {
				n++
			}
		}
	}
	return n
}

func (b *builder) discrepancy(d engine.Discrepancy, id string) Discrepancy {
	out := Discrepancy{ID: id, Rule: d.Rule, About: d.About, Sides: []Side{}}
	for _, s := range d.Sides {
		out.Sides = append(out.Sides, Side{Article: b.ids[s.Article], Passage: b.passages[s.Article][s.Passage], Value: s.Value, Start: s.Span.Start, End: s.Span.End})
	}
	return out
}

func (b *builder) series(s *engine.Series) Series {
	out := Series{ID: s.ID, Title: s.Title, Type: s.Type, Countries: s.Countries, Rounds: []string{}, OrderClaims: []OrderClaim{}, Discrepancies: []Discrepancy{}}
	for _, r := range s.Rounds {
		out.Rounds = append(out.Rounds, b.c.Meetings[r].ID)
	}
	for _, cl := range s.Claims {
		out.OrderClaims = append(out.OrderClaims, OrderClaim{Article: b.ids[cl.Article], Meeting: b.c.Meetings[cl.Meeting].ID, Passage: b.passages[cl.Article][cl.Passage],
			Start: cl.Start, End: cl.End, Words: b.c.Articles[cl.Article].Doc.Slice(cl.Span), Ordinal: cl.Ordinal, Anchor: cl.Anchor, Since: cl.Since.String()})
	}
	out.Terms = b.terms(s.Terms, b.every())
	for n, d := range s.Discrepancies {
		out.Discrepancies = append(out.Discrepancies, b.discrepancy(d, s.ID+"-d"+strconv.Itoa(n+1)))
	}
	return out
}

// every is the identity over articles.
func (b *builder) every() []int {
	out := make([]int, len(b.ids))
	for i := range out {
		out[i] = i
	}
	return out
}

func (b *builder) issue(is *engine.Issue) Issue {
	out := Issue{ID: is.ID, Title: is.Title, Uses: []Use{}, Not: []Absent{}}
	has := make([]bool, len(b.ids))
	for _, u := range is.Uses {
		has[u.Article] = true
		x := Use{Article: b.ids[u.Article], Passage: b.passages[u.Article][u.Passage], Marks: [][2]int{}}
		for _, s := range u.Marks {
			x.Marks = append(x.Marks, [2]int{s.Start, s.End})
		}
		for _, v := range b.c.Articles[u.Article].Who.Utterances {
			if v.Passage == u.Passage && x.Voice == "" {
				x.Voice = v.Speaker
			}
		}
		out.Uses = append(out.Uses, x)
	}
	for i, h := range has {
		if !h {
			reason := "not-mentioned"
			if b.c.Articles[i].Format == "excerpt" {
				reason = "excerpt"
			}
			out.Not = append(out.Not, Absent{Article: b.ids[i], Reason: reason})
		}
	}
	out.Terms = b.terms(is.Terms, b.every())
	return out
}
