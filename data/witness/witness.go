// Package witness compares texts that are not in the dataset: two to eight accounts that come from a browser or in a request.
// The result has the shape of /v1/meetings/ID.json and is made by the same engine as the dataset, so whatever shows the one can
// show the other. ("Witness" is the word of textual criticism for a text that is collated with others.)
//
// There are two kinds of result, and Basis of the document says which it is:
//
//   - "meeting": more than half of the texts tell of one meeting. It gives the document its title, date, place and people. A text
//     in which it was not found stands in the coverage without status and passages.
//   - "side-by-side": they do not, or not in words that the engine knows. Then the texts are compared as accounts of whatever their
//     reader holds them for: the title is made of their headlines, and there is no date, place, status or participant, since none
//     is told by more than one.
//
// In both, the whole body of every text is compared, including other meetings that it tells of; those have no entry of their
// own. The same texts in the same order give the same document, natively and in Wasm.
package witness

import (
	"slices"
	"strconv"

	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/when"
)

// Limits of a comparison. Within them the work is bounded for any text: a sentence of more than 2,000 code points is cut, and at most
// 1,200 sentences of a meeting are compared with one another. MeetingDocument.CutShort says whether that happened.
const (
	Least    = 2       // witnesses
	Most     = 8       // witnesses
	MostText = 200_000 // code points of one text
	MostID   = 64      // bytes of an id
	MostName = 300     // code points of an outlet or a headline
	MostDate = 100     // code points of a date
	MostURL  = 2_000   // code points of an address

	// MostPosted is how many code points all texts of one request to the edge may have together. Their cost in a Worker's CPU grows faster
	// than their length (worker/bench.md has the time of such a request). In a browser only MostText applies, because the time is the
	// reader's own.
	MostPosted = 40_000
)

// Values of MeetingDocument.Basis.
const (
	BasisMeeting    = "meeting"
	BasisSideBySide = "side-by-side"
)

// Witness is one text for comparison.
type Witness struct {
	ID        string  // 1 to MostID letters, digits, hyphens, underscores or dots; unique; the article's id in the result
	Outlet    string  // name, or id in the registry; "" to use the ID
	URL       string  // http or https, where the text can be read; may be ""
	Published string  // EDTF; "" if the engine should find it in the text
	Headline  string  // "" to use the text's own
	Text      string  // as received: offsets in the result count its code points
	Tokens    []Token // instead of Text
}

// Token is a token as in CollateX. N, its normalised form, is accepted but not used, because the engine normalises words itself.
type Token struct{ T, N string }

// Compare compares 2 to 8 texts. An error is a [*Error].
func Compare(ws []Witness, k *know.Base) (*dataset.MeetingDocument, error) {
	c, err := Begin(ws, k)
	for err == nil && c.Left() > 0 {
		err = c.Understand()
	}
	if err != nil {
		return nil, err
	}
	return c.Document(), nil
}

// Comparison is a comparison in steps, for a host that shows progress: Begin, then Understand once for each text, then Document.
type Comparison struct {
	ws    []Witness
	k     *know.Base
	arts  []*engine.Article
	about []build.About
}

// Begin checks the texts, and refuses what cannot be compared before any work is done.
func Begin(ws []Witness, k *know.Base) (*Comparison, error) {
	if err := check(ws); err != nil {
		return nil, err
	}
	return &Comparison{ws: ws, k: k}, nil
}

// Left is how many texts Understand has still to read.
func (c *Comparison) Left() int { return len(c.ws) - len(c.arts) }

// Understand reads the next text.
func (c *Comparison) Understand() error {
	i := len(c.arts)
	w := c.ws[i]
	var published when.Date
	if w.Published != "" {
		var err error
		if published, err = when.Parse(w.Published); err != nil {
			return &Error{i, w.ID, "published", err.Error()}
		}
	}
	if w.Tokens != nil {
		w.Text = join(w.Tokens)
	}
	if w.Outlet == "" {
		w.Outlet = w.ID
	}
	id, name := build.OutletNamed(w.Outlet, c.k)
	a := engine.Understand(engine.Source{File: w.ID, Text: w.Text, Outlet: id, Headline: w.Headline, Format: "full", Published: published}, c.k)
	if len(a.Doc.Passages) == 0 {
		return &Error{i, w.ID, "text", "no words that could be compared; give at least a sentence"}
	}
	c.arts = append(c.arts, a)
	c.about = append(c.about, build.About{ID: w.ID, URL: w.URL, Rights: "full", OutletName: name})
	return nil
}

// Document compares the texts. Understand must have read all of them.
func (c *Comparison) Document() *dataset.MeetingDocument {
	corpus, named := engine.Beside(c.arts, c.k)
	d := build.Dataset(corpus, c.k, c.about)
	doc := d.MeetingDoc(&d.Meetings[0])
	doc.Basis = BasisMeeting
	doc.CutShort = corpus.CutShort(&corpus.Meetings[0])
	for i := range doc.Meeting.Coverage {
		if cov := &doc.Meeting.Coverage[i]; cov.Status+cov.Date+cov.Place == "" { // it tells nothing of the meeting
			cov.Passages = []string{}
			doc.Articles[i].MainMeeting = nil
		}
	}
	if !named {
		doc.Basis = BasisSideBySide
		doc.Meeting.ID, doc.Meeting.Title = BasisSideBySide, title(&doc)
	}
	return &doc
}

// title is made of what the texts call themselves.
func title(doc *dataset.MeetingDocument) string {
	name := func(i int) string {
		if h := doc.Articles[i].Headline; h != "" {
			return h
		}
		return doc.Outlets[slices.IndexFunc(doc.Outlets, func(o dataset.Outlet) bool { return o.ID == doc.Articles[i].Outlet })].Name
	}
	s := name(0) + " · " + name(1)
	if more := len(doc.Articles) - 2; more > 0 {
		s += " · +" + strconv.Itoa(more)
	}
	return s
}
