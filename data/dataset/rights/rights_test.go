package rights_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/data/dataset/rights"
	"readout/data/dataset/sample"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/web"
)

// written is every document and page that is made of a dataset, by path.
func written(t *testing.T, d *dataset.Dataset) map[string]string {
	t.Helper()
	out := map[string]string{"dataset.json": string(sample.Encode(t, d))}
	page := func(path string) func([]byte, error) {
		return func(b []byte, err error) {
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			out[path] = string(b)
		}
	}
	for i := range d.Meetings {
		doc := d.MeetingDoc(&d.Meetings[i])
		out["meeting "+doc.Meeting.ID] = string(sample.Encode(t, doc))
		if err := web.MeetingPages(doc, "en", "", func(path string, b []byte) { page("page "+path)(b, nil) }); err != nil {
			t.Fatal(err)
		}
		page("embed of meeting " + doc.Meeting.ID)(web.EmbedMeeting(doc, "en"))
	}
	for path, b := range sample.Formats(t, d) {
		out[path] = string(b)
	}
	for i := range d.Series {
		doc := d.SeriesDoc(&d.Series[i])
		out["series "+doc.Series.ID] = string(sample.Encode(t, doc))
		page("page of series " + doc.Series.ID)(web.Series(doc, "en"))
		page("embed of series " + doc.Series.ID)(web.EmbedSeries(doc, "en"))
	}
	for i := range d.Issues {
		doc := d.IssueDoc(&d.Issues[i])
		out["issue "+doc.Issue.ID] = string(sample.Encode(t, doc))
		page("page of issue " + doc.Issue.ID)(web.Issue(doc, "en"))
		page("embed of issue " + doc.Issue.ID)(web.EmbedIssue(doc, "en"))
	}
	for _, a := range d.Articles {
		page("page of article " + a.ID)(web.Article(d, a))
	}
	page("start page")(web.Start(d, len(d.Articles), len(d.Meetings), "en"))
	return out
}

// where lists the documents in which a word stands, whatever its case.
func where(docs map[string]string, word string) []string {
	var out []string
	for path, text := range docs {
		if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}

// clashing is the dataset of pair with a discrepancy on the quota in the meeting and one in the series, which the engine is made to find.
func clashing(t *testing.T, rights string) *dataset.Dataset {
	t.Helper()
	base := sample.Field()
	c, about := sample.Assemble(t, base, sample.Pair(rights))
	m := &c.Meetings[0]
	point := slices.IndexFunc(m.Points, func(p engine.Point) bool { return len(p.Readings) == 2 && len(p.Diffs) == 1 && p.Confidence > 0.9 })
	if point < 0 {
		t.Fatal("the sample has no row on the quota")
	}
	clash := engine.Discrepancy{Rule: "number-differs", About: "the quota", Point: point, Sides: []engine.Side{
		{Article: 0, Passage: 2, Value: "20 percent"}, {Article: 1, Passage: 2, Value: "30 percent of the quillfish"}}}
	m.Discrepancies = append(m.Discrepancies, clash)
	clash.Point = -1
	c.Series[0].Discrepancies = append(c.Series[0].Discrepancies, clash)
	return build.Dataset(c, base, about)
}

// Without rights: headline the words do stand in the documents; otherwise the next test could not fail.
func TestAnOpenArticleIsQuoted(t *testing.T) {
	docs := written(t, clashing(t, "full"))
	for _, c := range []struct{ words, in []string }{
		{sample.Words, []string{"dataset.json", "meeting ", "page /meetings/", "embed of meeting "}},
		{[]string{"vellichor", "zibeline", "quillfish"}, []string{"series ", "page of series "}},
		{[]string{"brabble", "Quarnstrom", "quillfish"}, []string{"issue ", "page of issue "}},
	} {
		for _, w := range c.words {
			for _, path := range c.in {
				if !slices.ContainsFunc(where(docs, w), func(p string) bool { return strings.HasPrefix(p, path) }) {
					t.Errorf("%q stands in no %q", w, path)
				}
			}
		}
	}
}

// An article whose headline alone may be shown tells that there was a meeting, when, where and who was there; none of its
// words leaves the compiler.
func TestAClosedArticleLeaksNothing(t *testing.T) {
	d := clashing(t, "headline")
	docs := written(t, d)
	for _, w := range sample.Words {
		if in := where(docs, w); len(in) > 0 {
			t.Errorf("%q stands in %s", w, strings.Join(in, ", "))
		}
	}
	if len(where(docs, "Berg and Salo hold talks")) == 0 {
		t.Error("its headline is not shown")
	}
	if len(where(docs, "northern sea")) == 0 {
		t.Error("the other article is not quoted any more")
	}

	i := slices.IndexFunc(d.Articles, func(a dataset.Article) bool { return a.ID == "b" })
	for _, p := range d.Articles[i].Passages {
		if p.Text != "" && p.Kind != "headline" {
			t.Errorf("passage %s has its text", p.ID)
		}
	}
	covered := false
	for _, m := range d.Meetings {
		for _, c := range m.Coverage {
			covered = covered || c.Article == "b"
			if c.Article == "b" && len(c.Evidence) > 0 {
				t.Errorf("coverage has evidence %q", c.Evidence)
			}
		}
		for _, p := range m.Points {
			for _, r := range p.Readings {
				if r.Article == "b" && p.Label != "" {
					t.Errorf("point %s is labelled %q", p.ID, p.Label)
				}
			}
			if p.Clash {
				t.Errorf("point %s clashes with what is not told", p.ID)
			}
		}
		for _, v := range m.Voices {
			if v.Article == "b" {
				t.Errorf("voice %q", v.Speaker)
			}
		}
		if len(m.Discrepancies) > 0 {
			t.Errorf("discrepancies %v", m.Discrepancies)
		}
		noTerm(t, m.Terms)
		noClaim(t, m.OrderClaims)
	}
	if !covered {
		t.Error("it covers no meeting: closed is not left out")
	}
	for _, s := range d.Series {
		noClaim(t, s.OrderClaims)
		if len(s.Discrepancies) > 0 {
			t.Errorf("discrepancies %v", s.Discrepancies)
		}
		noTerm(t, s.Terms)
	}
	for _, is := range d.Issues {
		for _, u := range is.Uses {
			if u.Article == "b" && u.Voice != "" {
				t.Errorf("issue %s is said by %q", is.ID, u.Voice)
			}
		}
		noTerm(t, is.Terms)
	}
	noTerm(t, d.Terms)
	for _, p := range d.People {
		if len(p.Forms["b"]) > 0 {
			t.Errorf("%s has forms %q", p.ID, p.Forms["b"])
		}
	}
}

// noClaim: the article that may not be told of counts no meeting.
func noClaim(t *testing.T, claims []dataset.OrderClaim) {
	t.Helper()
	for _, o := range claims {
		if o.Article == "b" {
			t.Errorf("order claim %q", o.Words)
		}
	}
}

func noTerm(t *testing.T, ts []dataset.Term) {
	t.Helper()
	if len(ts) == 0 {
		t.Error("the other article's term is gone")
	}
	for _, x := range ts {
		if len(x.Forms["b"]) > 0 || slices.ContainsFunc(x.Uses, func(u dataset.TermUse) bool { return u.Article == "b" }) {
			t.Errorf("term %s has forms %q and uses %v", x.ID, x.Forms["b"], x.Uses)
		}
	}
}

// Where both articles on a meeting are closed, nothing but headlines and facts is left.
func TestTwoClosedArticles(t *testing.T) {
	list := sample.Pair("headline")
	list[0].Rights = "headline"
	docs := written(t, sample.Build(t, sample.Field(), list))
	for _, w := range append([]string{"northern", "content with", "cod quota"}, sample.Words...) {
		if in := where(docs, w); len(in) > 0 {
			t.Errorf("%q stands in %s", w, strings.Join(in, ", "))
		}
	}
}

// rights: passages lets out what a comparison cites, and nothing else.
func TestPassagesThatNothingCitesAreWithheld(t *testing.T) {
	const unique = "quomodocunquizing"
	docs := written(t, sample.Build(t, sample.Field(), sample.Pair("passages")))
	if in := where(docs, unique); len(in) > 0 {
		t.Errorf("%q, which nothing cites, stands in %s", unique, strings.Join(in, ", "))
	}
	if len(where(docs, "Weather turns")) == 0 {
		t.Error("the headline is not shown")
	}
	for _, w := range sample.Words {
		if len(where(docs, w)) == 0 {
			t.Errorf("%q, which is cited, is withheld", w)
		}
	}
	list := sample.Pair("passages")
	list[2].Rights = "full"
	d := sample.Build(t, sample.Field(), list)
	if len(where(map[string]string{"": string(sample.Encode(t, d))}, unique)) == 0 {
		t.Error("with rights: full the text is withheld too")
	}
	// Documents carry what they cite only, also where everything may be shown.
	docs = written(t, d)
	for _, whole := range []string{"dataset.json", "dataset.ndjson", "articles/c.csv", "articles/c.ndjson"} { // the article itself
		delete(docs, whole)
	}
	delete(docs, "page of article "+d.Articles[2].ID) // as a page
	if in := where(docs, unique); len(in) > 0 {
		t.Errorf("%q stands in %s, which do not cite it", unique, strings.Join(in, ", "))
	}
}

// rights: quotes lets out at most half of an article, what both tell first; neither a text nor a label tells the rest.
func TestQuotesAreHalfOfAnArticleAtMost(t *testing.T) {
	d := sample.Build(t, sample.Field(), sample.Pair("quotes"))
	all, open := 0, 0
	for _, p := range d.Articles[1].Passages {
		if p.Kind != "headline" {
			all += p.End - p.Start
			open += len([]rune(p.Text))
		}
	}
	if open == 0 || 2*open > all {
		t.Errorf("%d of %d code points are let out", open, all)
	}
	docs := written(t, d)
	if in := where(docs, "brabble"); len(in) > 0 {
		t.Errorf("what one article alone tells is beyond half of it, and stands in %s", strings.Join(in, ", "))
	}
	if len(where(docs, "zibeline")) == 0 {
		t.Error("what both tell is withheld")
	}
	long := make([]rights.Citation, 40)
	for i := range long {
		long[i] = rights.Citation{Passage: strings.Repeat("p", i+1), Why: rights.Told, Start: 300 * i, Length: 300}
	}
	if n := len(rights.Open("quotes", long, 12000)); n != 10 {
		t.Errorf("%d passages of 300 code points are let out of a long article, want 10", n)
	}
}

// Rights change what is shown and not what is found.
func TestRightsDoNotChangeTheMeetings(t *testing.T) {
	facts := func(rights string) (out []string) {
		for _, m := range sample.Build(t, sample.Field(), sample.Pair(rights)).Meetings {
			out = append(out, strings.Join([]string{m.ID, m.Title, m.Date, m.Place, m.Status, strings.Join(m.Participants, "+")}, "|"))
		}
		return out
	}
	want := facts("full")
	for _, rights := range []string{"passages", "quotes", "headline"} {
		if got := facts(rights); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", rights, got, want)
		}
	}
}

// The quoted words of a sentence are direct speech and not reported speech as well.
func TestVoicesCountWordsOnce(t *testing.T) {
	m := sample.Build(t, &know.Base{}, sample.Pair("full")).Meetings[0]
	i := slices.IndexFunc(m.Voices, func(v dataset.Voice) bool { return v.Article == "a" && v.Person == "anna-berg" })
	if i < 0 {
		t.Fatalf("Berg has no voice: %+v", m.Voices)
	}
	if v := m.Voices[i]; v.Direct != 7 || v.Direct+v.Indirect > 13 {
		t.Errorf("%d words direct, %d reported; the sentence has 7 within the marks and 13 in all", v.Direct, v.Indirect)
	}
}
