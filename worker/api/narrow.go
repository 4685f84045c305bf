package api

import (
	"slices"
	"strings"
	"sync"

	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/wasm/compare"
	"readout/wasm/engine"
	"readout/wasm/text"
)

// view is what a client asks of a comparison.
type view struct {
	articles      map[string]bool // nil for all
	base          string          // article id; "" compares every pair
	options       compare.Options
	minConfidence float64
}

// comparable is a meeting's document with the words of its passages cut, so that readings can be compared anew.
type comparable struct {
	doc      *dataset.MeetingDocument
	texts    map[string]*text.Document // by article
	passages map[string]map[string]int // article → passage id → index in its text; those without words are missing
	usual    func(norm string) bool

	mu   sync.Mutex
	made map[pairing]dataset.Diff // without options: as many at most as the document has pairs of readings, both ways
}

// pairing is two readings of a point.
type pairing struct{ point, base, other string }

// newComparable cuts the words of the passages that a document gives the text of. An article's source is known in the cited
// passages only; what lies between them is left blank, so that offsets stay those of the source.
func newComparable(doc *dataset.MeetingDocument) *comparable {
	c := &comparable{doc: doc, texts: map[string]*text.Document{}, passages: map[string]map[string]int{}, made: map[pairing]dataset.Diff{}}
	for _, a := range doc.Articles {
		end := 0
		for _, p := range a.Passages {
			end = max(end, p.End)
		}
		source := make([]rune, end)
		for i := range source {
			source[i] = ' '
		}
		index := map[string]int{}
		var cut []text.Passage
		for _, p := range a.Passages {
			if p.Text == "" {
				continue
			}
			copy(source[p.Start:p.End], []rune(p.Text))
			index[p.ID] = len(cut)
			cut = append(cut, text.Passage{Span: text.Span{Start: p.Start, End: p.End}, Sentence: p.Sentence, Paragraph: p.Paragraph, Kind: text.Kind(p.Kind)})
		}
		c.texts[a.ID], c.passages[a.ID] = text.Recut(source, a.Language, cut), index
	}
	c.findUsual()
	return c
}

// findUsual finds the words that say nothing by themselves, in the passages that the points rest on, as the compiler did.
func (c *comparable) findUsual() {
	var docs []*text.Document
	var passages [][]int
	for _, cov := range c.doc.Meeting.Coverage {
		told := make([]bool, len(c.texts[cov.Article].Passages))
		for _, p := range c.doc.Meeting.Points {
			for _, r := range p.Readings {
				if side, ok := c.side(r); ok && r.Article == cov.Article {
					for _, i := range side.Passages {
						told[i] = true
					}
				}
			}
		}
		var list []int
		for i := range told {
			if told[i] {
				list = append(list, i)
			}
		}
		docs, passages = append(docs, c.texts[cov.Article]), append(passages, list)
	}
	c.usual = engine.UsualWords(docs, passages)
}

// side is a reading as the engine compares it; false where the article's rights withhold a part of it.
func (c *comparable) side(r dataset.Reading) (compare.Side, bool) {
	side := compare.Side{Doc: c.texts[r.Article]}
	for _, id := range r.Passages {
		i, ok := c.passages[r.Article][id]
		if !ok {
			return side, false
		}
		side.Passages = append(side.Passages, i)
	}
	return side, true
}

// narrow is the document of the articles that v asks for, their readings compared as it asks for. c's document stays as it is.
func (c *comparable) narrow(v view) *dataset.MeetingDocument {
	doc := *c.doc
	m := &doc.Meeting
	in := func(article string) bool { return v.articles == nil || v.articles[article] }
	m.Coverage = keep(m.Coverage, func(x *dataset.Coverage) bool { return in(x.Article) })
	m.Voices = keep(m.Voices, func(x *dataset.Voice) bool { return in(x.Article) })
	doc.Articles = keep(doc.Articles, func(x *dataset.Article) bool { return in(x.ID) })
	doc.Outlets = keep(doc.Outlets, func(x *dataset.Outlet) bool {
		return slices.ContainsFunc(doc.Articles, func(a dataset.Article) bool { return a.Outlet == x.ID })
	})
	m.Terms = narrowTerms(m.Terms, in)
	doc.People = slices.Clone(doc.People)
	for i := range doc.People {
		doc.People[i].Forms = narrowForms(doc.People[i].Forms, in)
	}
	doc.Compare = &dataset.Comparison{Base: v.base, Granularity: "word", Ignore: append([]string{}, v.options.Ignore...), MinConfidence: v.minConfidence}
	if v.options.Chars {
		doc.Compare.Granularity = "char"
	}
	m.Points = []dataset.Point{}
	for _, p := range c.doc.Meeting.Points {
		all := len(p.Readings)
		p.Readings = keep(p.Readings, func(x *dataset.Reading) bool { return in(x.Article) })
		if len(p.Readings) == 0 {
			continue
		}
		if len(p.Readings) < all {
			c.relabel(&p)
		}
		if p.Confidence < v.minConfidence {
			doc.Compare.LeftOut++
			continue
		}
		p.Omissions = keep(p.Omissions, func(x *dataset.Omission) bool { return in(x.Article) })
		p.Diffs = c.diffs(&p, v)
		m.Points = append(m.Points, p)
	}
	m.Discrepancies = narrowDiscrepancies(m.Discrepancies, in, m.Points)
	if m.Contrasts = keep(m.Contrasts, func(x *dataset.Discrepancy) bool { return in(x.Sides[0].Article) }); len(m.Contrasts) == 0 {
		m.Contrasts = nil
	}
	m.OrderClaims = keep(m.OrderClaims, func(x *dataset.OrderClaim) bool { return in(x.Article) })
	for i := range m.Points {
		p := &m.Points[i]
		p.Clash = slices.ContainsFunc(m.Discrepancies, func(d dataset.Discrepancy) bool { return d.Point == p.ID })
	}
	return &doc
}

// relabel makes the label and the confidence of a point that lost readings what they would be without these: a lonely reading is sure,
// and a label whose words no reading has is replaced by the first passage of the first.
func (c *comparable) relabel(p *dataset.Point) {
	if len(p.Readings) == 1 {
		p.Confidence = 1
	}
	first := ""
	for _, r := range p.Readings {
		side, _ := c.side(r)
		for _, i := range side.Passages {
			s := side.Doc.Slice(side.Doc.Passages[i].Span)
			if strings.Contains(s, p.Label) && len(p.Readings) > 1 {
				return
			}
			if first == "" {
				first = strings.TrimSpace(s)
			}
		}
	}
	p.Label = first
}

// diffs compares the readings of a point: every pair of them, or the base's with each of the others.
func (c *comparable) diffs(p *dataset.Point, v view) []dataset.Diff {
	var out []dataset.Diff
	for i, x := range p.Readings {
		for j, y := range p.Readings {
			if v.base == "" && j <= i || v.base != "" && (x.Article != v.base || i == j) {
				continue
			}
			if d, ok := c.diff(p.ID, x, y, v.options); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// diff compares two readings; false where the rights of an article withhold a part of them.
func (c *comparable) diff(point string, x, y dataset.Reading, o compare.Options) (dataset.Diff, bool) {
	a, ok := c.side(x)
	b, open := c.side(y)
	if !ok || !open {
		return dataset.Diff{}, false
	}
	fresh := func() dataset.Diff { return build.DiffOf(compare.With(a, b, c.usual, o), x.Article, y.Article) }
	if o.Chars || len(o.Ignore) > 0 {
		return fresh(), true
	}
	key := pairing{point, x.Article, y.Article}
	c.mu.Lock()
	defer c.mu.Unlock()
	d, known := c.made[key]
	if !known {
		d = fresh()
		c.made[key] = d
	}
	return d, true
}

// keep is a new slice of the elements that pass.
func keep[T any](xs []T, pass func(*T) bool) []T {
	out := make([]T, 0, len(xs))
	for i := range xs {
		if pass(&xs[i]) {
			out = append(out, xs[i])
		}
	}
	return out
}

func narrowTerms(ts []dataset.Term, in func(string) bool) []dataset.Term {
	out := []dataset.Term{}
	for _, t := range ts {
		if t.Forms = narrowForms(t.Forms, in); len(t.Forms) == 0 {
			continue
		}
		t.Uses = keep(t.Uses, func(u *dataset.TermUse) bool { return in(u.Article) })
		out = append(out, t)
	}
	return out
}

func narrowForms(forms map[string][]string, in func(string) bool) map[string][]string {
	out := map[string][]string{}
	for article, f := range forms {
		if in(article) {
			out[article] = f
		}
	}
	return out
}

// narrowDiscrepancies keeps those between the articles: two sides of them at least, with values that differ, on a point that is shown.
func narrowDiscrepancies(ds []dataset.Discrepancy, in func(string) bool, points []dataset.Point) []dataset.Discrepancy {
	out := []dataset.Discrepancy{}
	for _, d := range ds {
		d.Sides = keep(d.Sides, func(s *dataset.Side) bool { return in(s.Article) })
		differ := slices.ContainsFunc(d.Sides, func(s dataset.Side) bool { return s.Value != d.Sides[0].Value })
		shown := d.Point == "" || slices.ContainsFunc(points, func(p dataset.Point) bool { return p.ID == d.Point })
		if differ && shown {
			out = append(out, d)
		}
	}
	return out
}
