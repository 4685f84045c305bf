package build

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"readout/data/dataset"
	"readout/wasm/compare"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
)

// meeting is meeting i of the corpus: its coverage, and the comparison of what its articles tell.
func (b *builder) meeting(i int) dataset.Meeting {
	m := &b.c.Meetings[i]
	out := dataset.Meeting{ID: m.ID, Title: m.Title, Type: string(m.Type), Level: m.Level, Date: m.Date.String(), Place: plainPlace(m.Place), Countries: m.Countries,
		Participants: append([]string{}, m.People...), Bodies: m.Bodies, Status: string(m.Status), Umbrella: m.Umbrella, Implied: m.Implied, ByPost: m.ByPost,
		Coverage: []dataset.Coverage{}, Points: []dataset.Point{}, Terms: []dataset.Term{}, Voices: []dataset.Voice{}, Discrepancies: []dataset.Discrepancy{}}
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
	for _, cl := range m.Claims {
		out.OrderClaims = append(out.OrderClaims, b.claim(&cl, out.ID))
	}
	return out
}

func (b *builder) contrast(x engine.Contrast, id string) dataset.Discrepancy {
	out := dataset.Discrepancy{ID: id, Rule: x.Rule, About: x.About(), Sides: []dataset.Side{}}
	for _, s := range x.Sides {
		voice := s.Speaker
		if voice == "" {
			voice = s.Reported
		}
		for _, p := range s.Passages {
			out.Sides = append(out.Sides, dataset.Side{Article: b.ids[x.Article], Passage: b.passages[x.Article][p], Value: voice})
		}
	}
	return out
}

func (b *builder) coverage(m *engine.Meeting, cov meeting.Coverage) dataset.Coverage {
	a := b.c.Articles[cov.Article]
	if cov.Thread < 0 { // implied by an order claim only
		return dataset.Coverage{Article: b.ids[cov.Article], Status: string(meeting.Held), Passages: []string{}, Evidence: []string{"implied by a count in the article"}}
	}
	t := a.Threads[cov.Thread]
	out := dataset.Coverage{Article: b.ids[cov.Article], Status: string(t.Status), Date: t.Date.String(), Place: plainPlace(t.Place), Passages: b.ps(cov.Article, t.Passages)}
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

func (b *builder) point(m *engine.Meeting, n int, covs []dataset.Coverage) dataset.Point {
	p := &m.Points[n]
	out := dataset.Point{ID: "p" + strconv.Itoa(n+1), Confidence: round(p.Confidence, 3), Background: p.Background, Readings: []dataset.Reading{}, Omissions: []dataset.Omission{}}
	out.Label = strings.TrimSpace(b.c.Articles[m.Coverage[p.LabelArticle].Article].Doc.Slice(p.Label))
	tells := map[int]bool{}
	outcome := false
	for _, r := range p.Readings {
		tells[r.Article] = true
		outcome = outcome || !r.Expects && covs[r.Article].Written == "after"
		out.Readings = append(out.Readings, dataset.Reading{Article: covs[r.Article].Article, Passages: b.ps(m.Coverage[r.Article].Article, r.Passages), Expects: r.Expects})
	}
	for i := range covs {
		if tells[i] {
			continue
		}
		o := dataset.Omission{Article: covs[i].Article, Evidence: "not-mentioned"}
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

// DiffOf is a comparison of two readings as the dataset holds it; base and other are article ids.
func DiffOf(d compare.Diff, base, other string) dataset.Diff {
	out := dataset.Diff{Base: base, Other: other, Mode: d.Mode, Shared: round(d.Shared, 3)}
	for _, e := range d.Edits {
		x := dataset.Edit{Op: e.Op, Moved: e.Moved, Noise: e.Noise}
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

// voices adds up who speaks in the passages of the points.
func (b *builder) voices(m *engine.Meeting) []dataset.Voice {
	out := []dataset.Voice{}
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
				out = append(out, dataset.Voice{Article: b.ids[cov.Article], Speaker: u.Speaker, Person: person, Country: u.Country, Passages: []string{}})
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

func (b *builder) discrepancy(d engine.Discrepancy, id string) dataset.Discrepancy {
	out := dataset.Discrepancy{ID: id, Rule: d.Rule, About: d.About, Sides: []dataset.Side{}}
	for _, s := range d.Sides {
		out.Sides = append(out.Sides, dataset.Side{Article: b.ids[s.Article], Passage: b.passages[s.Article][s.Passage], Value: s.Value, Start: s.Span.Start, End: s.Span.End})
	}
	return out
}
