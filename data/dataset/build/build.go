// Package build turns what the engine found into the dataset: ids and sigla for everything, passages with their texts, and the
// comparison of each meeting. Texts that an article's rights withhold are removed here, before anything else sees them.
package build

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"readout/data/dataset"
	"readout/data/dataset/rights"
	"readout/wasm/compare"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/sorting"
	"readout/wasm/text"
	"readout/wasm/when"
)

// Dataset turns what the engine found into the dataset. about[i] belongs to c.Articles[i].
func Dataset(c *engine.Corpus, k *know.Base, about []About) *dataset.Dataset {
	b := &builder{c: c, k: k, about: about}
	b.name()
	d := &dataset.Dataset{Schema: dataset.SchemaVersion, Engine: engine.Version,
		Articles: []dataset.Article{}, Meetings: []dataset.Meeting{}, Series: []dataset.Series{}, Issues: []dataset.Issue{}, People: []dataset.Person{}, Outlets: []dataset.Outlet{}, Terms: []dataset.Term{}}
	for i := range c.Meetings {
		d.Meetings = append(d.Meetings, b.meeting(i))
	}
	sorting.By(d.Meetings, func(x, y dataset.Meeting) int { return CompareDates(parsed(x.Date), parsed(y.Date)) })
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
	sources := map[string][]rune{}
	for i := range d.Articles {
		sources[d.Articles[i].ID] = c.Articles[i].Doc.Source
	}
	rights.Withhold(d, func(a *dataset.Article) []rune { return sources[a.ID] })
	d.Outlets = b.outlets(d.Articles)
	return d
}

// ArticleOf is an article by itself, with all its texts: nothing is withheld yet, and it belongs to no meeting.
func ArticleOf(a *engine.Article, k *know.Base, about About) dataset.Article {
	b := &builder{c: &engine.Corpus{Articles: []*engine.Article{a}}, k: k, about: []About{about}}
	b.name()
	return b.article(0)
}

// parsed is a date that String has written, so that it can be read.
func parsed(edtf string) when.Date {
	d, _ := when.Parse(edtf)
	return d
}

// CompareDates orders meetings as Dataset does: by their first day, undated ones last.
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

// Kebab turns a name into lower-case letters and digits with hyphens between words.
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

func (b *builder) article(i int) dataset.Article {
	a := b.c.Articles[i]
	out := dataset.Article{ID: b.ids[i], File: a.File, Outlet: a.Outlet, Siglum: b.sigla[i], Headline: a.Headline, Published: a.Published.String(),
		Format: a.Format, Language: a.Doc.Language, TranslatedFrom: a.TranslatedFrom, Author: b.about[i].Author, URL: b.about[i].URL,
		Rights: b.about[i].Rights, Note: b.about[i].Note, Passages: []dataset.Passage{}}
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
		out.Passages = append(out.Passages, dataset.Passage{ID: b.passages[i][j], Sentence: p.Sentence, Paragraph: number,
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

// ps are the ids of passages.
func (b *builder) ps(article int, passages []int) []string {
	out := []string{}
	for _, p := range passages {
		out = append(out, b.passages[article][p])
	}
	return out
}

// terms groups uses by term; articles gives the article of a use's document.
func (b *builder) terms(uses []compare.TermUse, articles []int) []dataset.Term {
	out := []dataset.Term{}
	for _, u := range uses {
		if len(out) == 0 || out[len(out)-1].ID != u.Term {
			t := dataset.Term{ID: u.Term, Forms: map[string][]string{}}
			for _, k := range b.k.Terms {
				if k.ID == u.Term {
					t.Concept, t.Names, t.Disputed = k.Concept, Names(k.Names), k.Disputed
				}
			}
			out = append(out, t)
		}
		t := &out[len(out)-1]
		a := articles[u.Doc]
		t.Forms[b.ids[a]] = append(t.Forms[b.ids[a]], u.Form)
		t.Uses = append(t.Uses, dataset.TermUse{Article: b.ids[a], Form: u.Form, Count: u.Count, Passage: b.passages[a][u.Passage], Start: u.First.Start, End: u.First.End})
	}
	return out
}

// Names are the names that the registry has for something in other languages, nil if it has none.
func Names(list []know.Name) map[string]string {
	if len(list) == 0 {
		return nil
	}
	out := map[string]string{}
	for _, n := range list {
		out[n.Lang] = n.Text
	}
	return out
}

func (b *builder) series(s *engine.Series) dataset.Series {
	out := dataset.Series{ID: s.ID, Title: s.Title, Names: Names(s.Names), Type: s.Type, Countries: s.Countries, Rounds: []string{}, OrderClaims: []dataset.OrderClaim{}, Discrepancies: []dataset.Discrepancy{}}
	for _, r := range s.Rounds {
		out.Rounds = append(out.Rounds, b.c.Meetings[r].ID)
	}
	for _, cl := range s.Claims {
		out.OrderClaims = append(out.OrderClaims, b.claim(&cl, b.c.Meetings[cl.Meeting].ID))
	}
	out.Terms = b.terms(s.Terms, b.every())
	for n, d := range s.Discrepancies {
		out.Discrepancies = append(out.Discrepancies, b.discrepancy(d, s.ID+"-d"+strconv.Itoa(n+1)))
	}
	return out
}

func (b *builder) claim(cl *engine.Claim, meeting string) dataset.OrderClaim {
	return dataset.OrderClaim{Article: b.ids[cl.Article], Meeting: meeting, Passage: b.passages[cl.Article][cl.Passage], Start: cl.Start, End: cl.End,
		Words: b.c.Articles[cl.Article].Doc.Slice(cl.Span), Ordinal: cl.Ordinal, Anchor: cl.Anchor, Since: cl.Since.String()}
}

// every is the identity over articles.
func (b *builder) every() []int {
	out := make([]int, len(b.ids))
	for i := range out {
		out[i] = i
	}
	return out
}

func (b *builder) issue(is *engine.Issue) dataset.Issue {
	out := dataset.Issue{ID: is.ID, Title: is.Title, Names: Names(is.Names), Uses: []dataset.Use{}, Not: []dataset.Absent{}}
	has := make([]bool, len(b.ids))
	for _, u := range is.Uses {
		has[u.Article] = true
		x := dataset.Use{Article: b.ids[u.Article], Passage: b.passages[u.Article][u.Passage], Marks: [][2]int{}}
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
			out.Not = append(out.Not, dataset.Absent{Article: b.ids[i], Reason: reason})
		}
	}
	out.Terms = b.terms(is.Terms, b.every())
	return out
}
