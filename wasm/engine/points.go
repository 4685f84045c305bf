package engine

import (
	"strings"

	"readout/wasm/align"
	"readout/wasm/compare"
	"readout/wasm/meeting"
	"readout/wasm/text"
)

// surelyOne is how likely a row must be of one point for values in it to be held against each other: in others they are of two things.
const surelyOne = 0.5

// compare makes the rows of a meeting and says what differs in them.
func (c *Corpus) compare(m meeting.Meeting) Meeting {
	out := Meeting{Meeting: m}
	if m.Implied {
		return out
	}
	in, docs, passages := c.input(&m)
	usual := UsualWords(docs, passages)
	rows := c.itself(&m, in, align.Rows(in))
	c.expect(&m, rows)
	var told [][]compare.Told
	var reader compare.Reader
	for _, row := range rows {
		pt := Point{Row: row}
		var ts []compare.Told
		var sides []compare.Side
		for _, r := range row.Readings {
			side := side(in, r)
			sides = append(sides, side)
			if len(row.Readings) > 1 && row.Confidence >= surelyOne { // what one tells alone clashes with nothing
				ts = append(ts, compare.Told{Side: side, Article: r.Article, Values: c.values(c.Articles[m.Coverage[r.Article].Article], r.Passages)})
			}
		}
		diffs := reader.Pairs(sides, usual)
		for i := range sides {
			for j := i + 1; j < len(sides); j++ {
				pt.Diffs = append(pt.Diffs, Diff{i, j, diffs[len(pt.Diffs)]})
			}
		}
		told = append(told, ts)
		out.Points = append(out.Points, pt)
	}
	out.Terms = c.words.terms.Terms(docs, passages)
	for _, d := range reader.Discrepancies(told) {
		e := Discrepancy{Rule: d.Rule, Point: d.Row}
		for _, w := range d.Witnesses {
			art := m.Coverage[w.Article].Article
			e.Sides = append(e.Sides, Side{art, w.Value.Passage, w.Value.Span, c.Articles[art].Doc.Slice(w.Value.Span)})
		}
		e.About = about(&d, e.Sides[0].Value)
		out.Discrepancies = append(out.Discrepancies, e)
	}
	out.Discrepancies = append(out.Discrepancies, c.odds(&m)...)
	for i, cov := range m.Coverage {
		out.Contrasts = append(out.Contrasts, c.own(cov, passages[i], usual)...)
	}
	out.Claims = c.claims(&m)
	return out
}

// own are the contrasts of an article in what it tells of a meeting, without those that belong to another of its meetings: both their
// sides stand among the passages on that one.
func (c *Corpus) own(cov meeting.Coverage, passages []int, usual func(string) bool) []Contrast {
	a := c.Articles[cov.Article]
	var out []Contrast
next:
	for _, x := range a.contrasts(passages, usual) {
		for i := range a.Threads {
			t := &a.Threads[i]
			if i != cov.Thread && !t.Guess && a.Threads[cov.Thread].Main && common(x.Sides[0].Passages, t.Passages) && common(x.Sides[1].Passages, t.Passages) {
				continue next
			}
		}
		x.Article = cov.Article
		out = append(out, x)
	}
	return out
}

// input is a meeting as package align sees it; docs and passages are of its coverage.
func (c *Corpus) input(m *meeting.Meeting) (in align.Input, docs []*text.Document, passages [][]int) {
	in.Alike = c.alike
	for _, cov := range m.Coverage {
		a := c.Articles[cov.Article]
		p := c.eligible(cov)
		in.Articles = append(in.Articles, align.Article{Doc: a.Doc, Passages: p})
		docs = append(docs, a.Doc)
		passages = append(passages, p)
	}
	c.decide(m, &in)
	return in, docs, passages
}

// CutShort reports whether the coverage of m is longer than what is compared: sentences were cut (text.Document.Cut), or there are more
// than align pairs.
func (c *Corpus) CutShort(m *Meeting) bool {
	n := 0
	for _, cov := range m.Coverage {
		doc := c.Articles[cov.Article].Doc
		last := -1
		for _, p := range c.eligible(cov) {
			if s := doc.Passages[p].Sentence; s != last {
				last = s
				n++
			}
		}
		if doc.Cut {
			return true
		}
	}
	return n > align.MaxSentences
}

// expect marks the readings that tell of the meeting itself in articles for which it has not taken place.
func (c *Corpus) expect(m *meeting.Meeting, rows []align.Row) {
	for _, row := range rows {
		for i := range row.Readings {
			r := &row.Readings[i]
			cov := m.Coverage[r.Article]
			t := &c.Articles[cov.Article].Threads[cov.Thread]
			if t.Status == meeting.Denied {
				r.Expects = false
			}
			if t.Status == meeting.Held || t.Status == meeting.Denied {
				continue
			}
			for _, mt := range t.Mentions {
				r.Expects = r.Expects || !mt.Adjunct && !mt.Previous && common(mt.Passages, r.Passages)
			}
		}
	}
}

// about says in words what a discrepancy is of, of which a value is written so.
func about(d *compare.Discrepancy, value string) string {
	switch d.Rule {
	case compare.RuleDate:
		return "When it was"
	case compare.RuleSpeaker:
		return "Who said it"
	}
	_, after, _ := strings.Cut(d.Unit, " ") // "after" of "nine days after"
	return "How many" + strings.TrimRight(": "+value[strings.LastIndexByte(value, ' ')+1:]+" "+after, " ")
}

func side(in align.Input, r align.Reading) compare.Side {
	return compare.Side{Doc: in.Articles[r.Article].Doc, Passages: r.Passages}
}

// eligible lists the passages of a coverage that may tell a point: the whole body where the article is chiefly about the
// meeting; else the coverage itself.
func (c *Corpus) eligible(cov meeting.Coverage) []int {
	a := c.Articles[cov.Article]
	t := a.Threads[cov.Thread]
	var out []int
	if !t.Main {
		for _, p := range t.Passages {
			if k := a.Doc.Passages[p].Kind; k != text.Headline && k != text.Caption {
				out = append(out, p)
			}
		}
		if len(out) == 0 {
			out = append(out, t.Passages...)
		}
		return out
	}
	for p := range a.Doc.Passages {
		if a.Doc.Passages[p].Aside || !a.tells(p) {
			continue
		}
		switch a.Doc.Passages[p].Kind {
		case text.Headline, text.Caption, text.Subhead:
			continue
		}
		out = append(out, p)
	}
	return out
}

// tells reports whether a passage tells something: what somebody is quoted with does; a question that the article asks does not ("What
// happened so far?"), nor what has no two words of content ("No.", "Here is what we know.").
func (a *Article) tells(p int) bool {
	ps := &a.Doc.Passages[p]
	for i := range a.Who.Utterances {
		if u := &a.Who.Utterances[i]; u.Direct && u.Overlaps(ps.Span) {
			return true
		}
	}
	words := 0
	for _, t := range ps.Tokens {
		if t.Word && !align.Stop(t.Norm) {
			words++
		}
	}
	last := ps.Tokens[len(ps.Tokens)-1].Text
	return words > 1 && last != "?" && last != "？"
}

// minQuoted is the fewest words of a quotation that two people do not say alike by chance (guessed; "We will see" is anybody's).
const minQuoted = 6

// said are the quotations of a passage by whom they are given to: people with a name alone, since a ministry speaks through its people.
// Their unit is the quoted words, so only the same words are compared.
func (a *Article) said(p int) []compare.Value {
	var out []compare.Value
	for _, u := range a.Who.Utterances {
		if !u.Direct || u.Person < 0 || !u.Overlaps(a.Doc.Passages[p].Span) {
			continue
		}
		var words []string
		var span text.Span
		for _, t := range a.Doc.Passages[p].Tokens {
			if t.Word && u.Contains(t.Span) {
				if len(words) == 0 {
					span = t.Span
				}
				span.End = t.End
				words = append(words, t.Norm)
			}
		}
		if len(words) >= minQuoted {
			out = append(out, compare.Value{Rule: compare.RuleSpeaker, Unit: strings.Join(words, " "), Text: folded(a.Who.People[u.Person].Name), Span: span, Passage: p})
		}
	}
	return out
}

// values are the dates and quotations of a reading, for comparison with those of another.
func (c *Corpus) values(a *Article, passages []int) []compare.Value {
	var out []compare.Value
	for _, p := range passages {
		out = append(out, a.said(p)...)
		for _, e := range a.When {
			if e.Passage == p && e.Type == "DATE" && !e.Date.IsZero() && (!a.Inferred || strings.ContainsAny(e.Text, "0123456789")) { // "Saturday" rests on a day that was guessed
				out = append(out, compare.Value{Rule: compare.RuleDate, Text: e.Date.String(), Span: e.Span, Passage: p})
			}
		}
	}
	return out
}

// UsualWords are the words that three quarters of the articles use somewhere: names and places, which say nothing alone.
// With two articles there is no such thing as "nearly all"; then the words are those of capitalised names in both.
func UsualWords(docs []*text.Document, passages [][]int) func(string) bool {
	n := map[string]int{}
	for d, doc := range docs {
		seen := map[string]bool{}
		for _, p := range passages[d] {
			for _, t := range doc.Passages[p].Tokens {
				if t.Word && t.Upper && !seen[t.Norm] {
					seen[t.Norm] = true
					n[t.Norm]++
				}
			}
		}
	}
	return func(norm string) bool { return n[norm] >= 2 && 4*n[norm] >= 3*len(docs) }
}
