// Package engine runs the pipeline from raw articles to a comparison. Its hosts (the compiler, the Worker, the browser)
// call nothing else. It has two halves. Understand reads one article and knows nothing about the others, so articles can
// be read in parallel and the results kept. Assemble puts understood articles together.
//
// It is pure: the same articles give the same corpus, in any order and on any machine.
package engine

import (
	"readout/wasm/align"
	"readout/wasm/compare"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
)

// Version names the engine in everything it makes. It changes when the same articles may give another result.
const Version = "0.1.0"

// Source is one article as received, and what is known of it from outside.
type Source struct {
	File           string // path below the seeds folder; the order of articles
	Text           string
	Outlet         string // id of the outlet
	Headline       string // "" to take the article's own
	Language       string // BCP 47, "" to detect
	TranslatedFrom string
	Format         string // full, excerpt, translation, agency
	Published      when.Date
}

// Article is a source and what the engine understood of it alone.
type Article struct {
	Source
	Doc      *text.Document
	Who      *who.Article
	When     []when.Expr
	Inferred bool // Published was inferred from the text
	Evidence []when.Evidence
	Threads  []meeting.Thread
	Marks    []Mark // where editors' decisions quote it
}

// Understand reads one article. It never fails: what it cannot make out is missing in the result.
func Understand(src Source, k *know.Base) *Article {
	a := &Article{Source: src}
	a.Doc = text.New(src.Text, src.Language, src.Headline)
	a.trim(k)
	named := k.For(src.File)
	if a.Published.IsZero() {
		a.Published, a.Evidence = when.Published(a.Doc)
		a.Inferred = !a.Published.IsZero()
	}
	a.When = when.Find(a.Doc, a.Published)
	a.Who = who.Find(a.Doc, named, a.Published)
	a.mark(k)
	a.Threads = meeting.Read(a.view(), named)
	for i := range a.Marks {
		a.Marks[i].Thread = a.threadAt(a.Marks[i].Passages)
	}
	return a
}

// view is the article as package meeting sees it.
func (a *Article) view() *meeting.Article {
	same, apart := a.within()
	return &meeting.Article{Doc: a.Doc, Who: a.Who, When: a.When, Published: a.Published, Inferred: a.Inferred, Same: same, Apart: apart}
}

// Main is the index of the thread the article is chiefly about, -1 for none.
func (a *Article) Main() int {
	for i, t := range a.Threads {
		if t.Main {
			return i
		}
	}
	return -1
}

// Corpus is what articles tell together.
type Corpus struct {
	Articles []*Article
	People   []who.Person
	Meetings []Meeting
	Series   []Series
	Issues   []Issue
	Terms    []compare.TermUse // of the whole corpus; Doc is an index into Articles

	words *lexicons
	alike func(sentences []string) ([][]int, align.Reader) // see AssembleBy
}

// Meeting is a meeting and the comparison of its coverage.
type Meeting struct {
	meeting.Meeting
	Points        []Point
	Terms         []compare.TermUse // Doc is an index into Coverage
	Discrepancies []Discrepancy
	Contrasts     []Contrast // within single articles
	Claims        []Claim    // what its articles say of its place in a sequence
}

// Point is a row: the readings, and for each pair of them what differs.
type Point struct {
	align.Row // Reading.Article is an index into Coverage
	Diffs     []Diff
}

// Diff compares two readings of a point.
type Diff struct {
	Base, Other int // indexes into the point's readings
	compare.Diff
}

// Discrepancy is values of one meeting that cannot all be right, or that count differently.
type Discrepancy struct {
	Rule  string
	About string
	Point int // index into the meeting's points, -1
	Sides []Side
}

// Side is one value with its place.
type Side struct {
	Article int // index into Corpus.Articles
	Passage int // index into the document's passages
	Span    text.Span
	Value   string
}

// Assemble finds the meetings, series and issues of the articles, which it takes in the order given.
func Assemble(arts []*Article, k *know.Base) *Corpus { return AssembleBy(arts, k, nil) }

// AssembleBy is Assemble for a host that can say how alike sentences are in meaning (align.Input.Alike), as the compiler can.
func AssembleBy(arts []*Article, k *know.Base, alike func(sentences []string) ([][]int, align.Reader)) *Corpus {
	c, meetings := gather(arts, k)
	c.alike = alike
	for _, m := range meetings {
		c.Meetings = append(c.Meetings, c.compare(m))
	}
	c.series(k)
	c.issues()
	c.Terms = c.words.terms.Terms(c.docs(), all(c.docs()))
	return c
}

// cards are those of all articles.
func (c *Corpus) cards() []*Card {
	out := make([]*Card, len(c.Articles))
	for i, a := range c.Articles {
		out[i] = a.Card()
	}
	return out
}

// gather links the people of the articles and finds their meetings.
func gather(arts []*Article, k *know.Base) (*Corpus, []meeting.Meeting) {
	c := &Corpus{Articles: arts, words: newLexicons(k)}
	people, meetings := Gather(c.cards(), k, nil)
	c.People = people
	return c, meetings
}
