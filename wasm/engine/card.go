package engine

import (
	"slices"

	"readout/wasm/align"
	"readout/wasm/compare"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
)

// Card is what finding the meetings of many articles needs of one: a twentieth of the article. An archive that does not fit into
// memory keeps cards, and understands an article again when its text is wanted.
type Card struct {
	Published when.Date
	Inferred  bool // by the text alone is known when it was published
	Headline  string
	People    []who.Person // Gather gives them their ids
	Threads   []meeting.Thread
	Tallies   Tallies
	Marks     []Mark // where editors' decisions quote it
}

// Card is the article's card. Both share their people: an id that one gets the other has.
func (a *Article) Card() *Card {
	return &Card{Published: a.Published, Inferred: a.Inferred, Headline: a.headline(), People: a.Who.People, Threads: a.Threads,
		Tallies: tallies(a.Doc), Marks: a.Marks}
}

// headline is the one that came with the article, or that of its text; "" where it has none.
func (a *Article) headline() string {
	for _, b := range a.Doc.Blocks {
		if b.Kind == text.Headline && a.Headline == "" {
			return a.Doc.Slice(b.Span)
		}
	}
	return a.Headline
}

// Name gives the people of an article the ids that its card has got.
func (a *Article) Name(c *Card) {
	for i := range a.Who.People {
		a.Who.People[i].ID = c.People[i].ID
	}
}

// Gather links the people of the articles and finds the meetings that they tell of. The cards let go of their tallies. each is
// meeting.Archive.Each, or nil.
func Gather(cards []*Card, k *know.Base, each func(n int, f func(i int))) ([]who.Person, []meeting.Meeting) {
	ar, whos, alike := archive(cards, k)
	ar.Each = each
	ar.Run(1+spaces, func(i int) {
		if i == spaces {
			ar.People = who.Link(whos, nil)
		} else {
			alike.in[i].fill(cards, i)
		}
	})
	meetings := meeting.Cluster(ar)
	// Articles on one meeting name the same people, so that a surname means more now; and who is known tells more of the meetings.
	before := ids(whos)
	if ar.People = who.Link(whos, events(ar, meetings)); !slices.Equal(before, ids(whos)) {
		meetings = meeting.Cluster(ar)
	}
	return ar.People, meetings
}

// ids are those of all people of the articles, in order.
func ids(arts []*who.Article) (out []string) {
	for _, a := range arts {
		for _, p := range a.People {
			out = append(out, p.ID)
		}
	}
	return out
}

// events numbers, for each article, the meeting that it is chiefly about; -1 for none.
func events(ar *meeting.Archive, meetings []meeting.Meeting) []int {
	out := make([]int, len(ar.Articles))
	for i := range out {
		out[i] = -1
	}
	for n, m := range meetings {
		for _, c := range m.Coverage {
			if c.Thread >= 0 && ar.Threads[c.Article][c.Thread].Main {
				out[c.Article] = n
			}
		}
	}
	return out
}

// archive is the articles as package meeting sees them all. How alike they are is to be filled in.
func archive(cards []*Card, k *know.Base) (*meeting.Archive, []*who.Article, *similar) {
	var whos []*who.Article
	var marks [][]Mark
	alike := new(similar)
	ar := &meeting.Archive{Know: k, Odds: alike.odds, Headline: func(i int) string { return cards[i].Headline }}
	for _, c := range cards {
		w := &who.Article{People: c.People}
		whos = append(whos, w)
		ar.Articles = append(ar.Articles, &meeting.Article{Who: w, Published: c.Published, Inferred: c.Inferred})
		ar.Threads = append(ar.Threads, c.Threads)
		marks = append(marks, c.Marks)
	}
	ar.Same, ar.Apart = links(marks)
	return ar, whos, alike
}

// whole is archive with everything filled in.
func whole(cards []*Card, k *know.Base) (*meeting.Archive, []*who.Article) {
	ar, whos, alike := archive(cards, k)
	alike.fill(cards)
	return ar, whos
}

// Events groups articles by what they are chiefly about, whether or not that is a meeting: each article is in one group, and
// groups and their members are in ascending order.
func Events(cards []*Card, k *know.Base) [][]int {
	ar, whos := whole(cards, k)
	who.Link(whos, nil)
	return ar.Events()
}

// Words are the words of a registry made ready for counting. They are made once and may be used by many at a time.
type Words struct {
	l *lexicons
	// Alike is as in AssembleBy; it is called by many at a time.
	Alike func(sentences []string) ([][]int, align.Reader)
}

// NewWords makes the words of a registry ready.
func NewWords(k *know.Base) *Words {
	l := newLexicons(k)
	l.ofIssues()
	return &Words{l: l}
}

// Some makes the corpus of one or a few meetings: arts are the articles of their coverage, whose indexes count in them, and people
// is whoever they name. Points and everything else of a meeting are what Assemble gives it among all articles.
func (w *Words) Some(arts []*Article, people []who.Person, meetings ...meeting.Meeting) *Corpus {
	c := &Corpus{Articles: arts, People: people, words: w.l, alike: w.Alike}
	for _, m := range meetings {
		c.Meetings = append(c.Meetings, c.compare(m))
	}
	return c
}

// Series makes the corpus of one series: its rounds, without their points, and the articles that cover them.
func (w *Words) Series(arts []*Article, people []who.Person, rounds []meeting.Meeting, s know.Series) *Corpus {
	c := &Corpus{Articles: arts, People: people, words: w.l}
	for _, m := range rounds {
		c.Meetings = append(c.Meetings, Meeting{Meeting: m})
	}
	c.series(&know.Base{Series: []know.Series{s}})
	return c
}

// Issue makes the corpus of one issue of the registry over the given articles.
func (w *Words) Issue(arts []*Article, people []who.Person, id string) *Corpus {
	c := &Corpus{Articles: arts, People: people, words: &lexicons{terms: w.l.terms, know: w.l.know}}
	for _, is := range w.l.issues {
		if is.ID == id {
			c.words.issues = []issueWords{is}
		}
	}
	c.issues()
	return c
}

// Issues are the passages of an article on each issue of the registry that it writes of, by the issue's id.
func (w *Words) Issues(a *Article) map[string][]int {
	out := map[string][]int{}
	for i := range w.l.issues {
		is := &w.l.issues[i]
		for _, u := range is.uses(a.Doc) {
			out[is.ID] = append(out[is.ID], u.Passage)
		}
	}
	return out
}

// Terms counts the registry's terms in an article; Doc is 0 in each. The result is ordered by term, as the registry has them.
func (w *Words) Terms(a *Article) []compare.TermUse {
	docs := []*text.Document{a.Doc}
	return w.l.terms.Terms(docs, all(docs))
}
