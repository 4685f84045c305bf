package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"readout/data/dataset"
)

// goldSentence is a sentence of the reference: its article is named by the first three digits of the file.
type goldSentence struct {
	File string
	Line int // 1-based
	Text string
}

// reference is what this check reads of the seeds' reference.
type reference struct {
	Meta   struct{ File_ids map[string]string }
	Series []struct {
		Order_claims []struct{ Sentence goldSentence }
	}
	Alignments []struct {
		Members map[string][]goldSentence
	}
	Issues []struct {
		ID       string
		Articles map[string]struct{ Sentences []goldSentence }
	}
	Intra_article_contrasts []goldContrast
}

type goldContrast struct{ A, B []goldSentence }

// orders are the sentences of all order claims.
func (r *reference) orders() (out []goldSentence) {
	for _, s := range r.Series {
		for _, c := range s.Order_claims {
			out = append(out, c.Sentence)
		}
	}
	return out
}

// compared asks what of the reference's order claims, alignments and contrasts the compiled seeds hold, and answers shares of them:
//
//	orders     the passage of the claim is quoted by an order claim of a series
//	aligned    one row of a meeting, meeting, issue or series quotes a sentence of every article that the alignment has
//	contrasts  the two sentences stand in one contrast or one discrepancy
//	uses_right of the passages shown on the issues that the reference has, those that it has there
//	…_right    of the order claims and of the contrasts within one article that are shown, those that the reference has too
//
// (A contrast counted as found before where the two sentences were told by any two voices of a meeting, which showed a reader nothing.)
// What is quoted is a passage that lies within the sentence by half of the shorter of both, as the scorer beside the reference has it.
func compared(shared, seeds, compiled string) (string, error) {
	var gold reference
	var data dataset.Dataset
	for name, into := range map[string]any{filepath.Join(shared, "gold/seeds.json"): &gold, compiled: &data} {
		raw, err := os.ReadFile(name)
		if err == nil {
			err = json.Unmarshal(raw, into)
		}
		if err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
	}
	p := places{spans: map[string][2]int{}, files: map[string]string{}, texts: map[string]string{}}
	for id, name := range gold.Meta.File_ids {
		raw, err := os.ReadFile(filepath.Join(seeds, name))
		if err != nil {
			return "", err
		}
		p.texts[id] = string(raw)
	}
	for _, a := range data.Articles {
		p.files[a.ID] = filepath.Base(a.File)[:3]
		for _, x := range a.Passages {
			p.spans[a.ID+" "+x.ID] = [2]int{x.Start, x.End}
		}
	}
	var claims, aligned, contrasts share
	for _, c := range gold.orders() {
		claims.add(p.claimed(&data, c))
	}
	groups := groupsOf(&data)
	for _, a := range gold.Alignments {
		aligned.add(p.joined(groups, a.Members))
	}
	shown := once(against(&data))
	for _, c := range gold.Intra_article_contrasts {
		contrasts.add(slices.ContainsFunc(shown, func(x [][]quote) bool { return p.sets(x, c.A, c.B) }))
	}
	var claimsRight, contrastsRight share
	for _, s := range data.Series {
		for _, c := range s.OrderClaims {
			claimsRight.add(slices.ContainsFunc(gold.orders(), func(g goldSentence) bool { return p.has([]quote{{c.Article, c.Passage}}, []goldSentence{g}) }))
		}
	}
	for _, x := range shown {
		if within(x) {
			contrastsRight.add(slices.ContainsFunc(gold.Intra_article_contrasts, func(g goldContrast) bool { return p.sets(x, g.A, g.B) }))
		}
	}
	var usesRight share
	for _, g := range gold.Issues {
		var all []goldSentence
		for _, a := range g.Articles {
			all = append(all, a.Sentences...)
		}
		for _, is := range data.Issues {
			for _, u := range is.Uses {
				if is.ID == g.ID {
					usesRight.add(p.has([]quote{{u.Article, u.Passage}}, all))
				}
			}
		}
	}
	return fmt.Sprintf(`{"orders":%s,"aligned":%s,"contrasts":%s,"orders_right":%s,"contrasts_right":%s,"uses_right":%s}`,
		claims, aligned, contrasts, claimsRight, contrastsRight, usesRight), nil
}

// share is how many of all were found.
type share struct{ found, all int }

func (s *share) add(found bool) {
	s.all++
	if found {
		s.found++
	}
}

// String is the share with three places.
func (s share) String() string {
	return strconv.FormatFloat(float64(s.found)/float64(max(1, s.all)), 'f', 3, 64)
}

// quote is a passage of an article, by their ids.
type quote struct{ article, passage string }

// places finds sentences of the reference among passages of the dataset.
type places struct {
	spans map[string][2]int // article and passage → code points
	files map[string]string // article → first three digits of its file
	texts map[string]string // first three digits → article as received
}

// span is where a sentence of the reference stands, in code points of its file; an empty one where it is not found.
func (p *places) span(s goldSentence) (span [2]int) {
	t := p.texts[s.File]
	at := 0
	for n := 1; n < s.Line; n++ {
		at += strings.IndexByte(t[at:], '\n') + 1
	}
	i := strings.Index(t[at:], s.Text)
	if i < 0 {
		return span
	}
	start := utf8.RuneCountInString(t[:at+i])
	return [2]int{start, start + utf8.RuneCountInString(s.Text)}
}

// has reports whether one of the passages is one of the sentences.
func (p *places) has(quotes []quote, sentences []goldSentence) bool {
	for _, s := range sentences {
		g := p.span(s)
		for _, q := range quotes {
			x, ok := p.spans[q.article+" "+q.passage]
			if ok && p.files[q.article] == s.File && 2*(min(g[1], x[1])-max(g[0], x[0])) > min(g[1]-g[0], x[1]-x[0]) {
				return true
			}
		}
	}
	return false
}

func (p *places) claimed(data *dataset.Dataset, s goldSentence) bool {
	for _, series := range data.Series {
		for _, c := range series.OrderClaims {
			if p.has([]quote{{c.Article, c.Passage}}, []goldSentence{s}) {
				return true
			}
		}
	}
	return false
}

// groupsOf is what the dataset puts together: the passages of each row, meeting, issue and series' claims.
func groupsOf(data *dataset.Dataset) [][]quote {
	var out [][]quote
	quotes := func(to []quote, article string, passages []string) []quote {
		for _, x := range passages {
			to = append(to, quote{article, x})
		}
		return to
	}
	for _, m := range data.Meetings {
		var all []quote
		for _, c := range m.Coverage {
			all = quotes(all, c.Article, c.Passages)
		}
		out = append(out, all)
		for _, point := range m.Points {
			var row []quote
			for _, r := range point.Readings {
				row = quotes(row, r.Article, r.Passages)
			}
			out = append(out, row)
		}
	}
	for _, i := range data.Issues {
		var all []quote
		for _, u := range i.Uses {
			all = append(all, quote{u.Article, u.Passage})
		}
		out = append(out, all)
	}
	for _, s := range data.Series {
		var all []quote
		for _, c := range s.OrderClaims {
			all = append(all, quote{c.Article, c.Passage})
		}
		out = append(out, all)
	}
	return out
}

func (p *places) joined(groups [][]quote, members map[string][]goldSentence) bool {
	for _, g := range groups {
		n := 0
		for _, sentences := range members {
			if p.has(g, sentences) {
				n++
			}
		}
		if n == len(members) {
			return true
		}
	}
	return false
}

// against is what the dataset sets against each other: the passages of each side of contrasts and discrepancies, by value.
func against(data *dataset.Dataset) [][][]quote {
	var out [][][]quote
	add := func(d dataset.Discrepancy) {
		var values []string
		var sides [][]quote
		for _, s := range d.Sides {
			i := slices.Index(values, s.Value)
			if i < 0 {
				i = len(values)
				values, sides = append(values, s.Value), append(sides, nil)
			}
			sides[i] = append(sides[i], quote{s.Article, s.Passage})
		}
		out = append(out, sides)
	}
	for _, m := range data.Meetings {
		for _, d := range slices.Concat(m.Discrepancies, m.Contrasts) {
			add(d)
		}
	}
	return out
}

// sets reports whether two of the sides hold a sentence of a and one of b.
func (p *places) sets(sides [][]quote, a, b []goldSentence) bool {
	for i, x := range sides {
		for j, y := range sides {
			if i != j && p.has(x, a) && p.has(y, b) {
				return true
			}
		}
	}
	return false
}

// once drops what is shown of the same passages again, in another meeting.
func once(all [][][]quote) [][][]quote {
	var out [][][]quote
	seen := map[string]bool{}
	for _, x := range all {
		if key := fmt.Sprint(x); !seen[key] {
			seen[key] = true
			out = append(out, x)
		}
	}
	return out
}

// within reports whether all sides are of one article: then the reference's contrasts are what to compare with.
func within(sides [][]quote) bool {
	for _, s := range sides {
		for _, q := range s {
			if q.article != sides[0][0].article {
				return false
			}
		}
	}
	return true
}
