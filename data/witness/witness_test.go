package witness_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/data/witness"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/when"
)

var (
	ahead = witness.Witness{ID: "Ahead.1", Outlet: "Oslo Times", Published: "2019-05-07", Text: `Ministers to talk about cod

OSLO - Norwegian Foreign Minister Anna Berg will meet Finnish Foreign Minister Eero Salo in Helsinki on Thursday, her ministry announced Tuesday.

Berg will urge Finland to cut the cod quota by 20 percent.
`}
	held = witness.Witness{ID: "held", Outlet: "Helsinki Post", Published: "2019-05-10", Text: `Berg and Salo hold talks

HELSINKI - Finnish Foreign Minister Eero Salo met Norwegian Foreign Minister Anna Berg in Helsinki on Thursday.

The two sides agreed to cut the cod quota by 30 percent.

"We are content with the quota," Berg told reporters.
`}
	wages = witness.Witness{ID: "wages", Text: `Wage talks at the port

ROTTERDAM - Havenbedrijf chief executive Pieter de Boer sat down with union president Maria Visser in Rotterdam on Wednesday, after a week of rain.

The company agreed to cut the quota by 30 percent.
`}
)

func compare(t *testing.T, ws ...witness.Witness) *dataset.MeetingDocument {
	t.Helper()
	doc, err := witness.Compare(ws, &know.Base{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestOneMeeting: two accounts of one meeting are named after it, and each keeps its own status.
func TestOneMeeting(t *testing.T) {
	doc := compare(t, held, ahead)
	m := doc.Meeting
	if doc.Basis != witness.BasisMeeting || m.Date != "2019-05-09" || m.Place != "Helsinki" || m.Status != "held" || len(m.Participants) != 2 || len(doc.People) != 2 {
		t.Errorf("%s: %s, %s, %s, %v", doc.Basis, m.Date, m.Place, m.Status, m.Participants)
	}
	var ids, statuses []string
	for _, c := range m.Coverage {
		ids, statuses = append(ids, c.Article), append(statuses, c.Status+" "+c.Written)
	}
	if !slices.Equal(ids, []string{"Ahead.1", "held"}) || !slices.Equal(statuses, []string{"scheduled before", "held after"}) {
		t.Errorf("coverage of %q: %q", ids, statuses)
	}
	if i := slices.IndexFunc(m.Points, func(p dataset.Point) bool {
		return len(p.Readings) == 2 && strings.Contains(p.Label, "quota") && len(p.Diffs) == 1
	}); i < 0 {
		t.Errorf("no point on the quota that both tell: %+v", m.Points)
	}
	if doc.Outlets[0].Name != "Oslo Times" || doc.Articles[0].Rights != "full" {
		t.Errorf("%+v", doc.Outlets)
	}
}

// A text without a headline is called by its outlet, and by its id where it has none of those either.
func TestTitleWithoutHeadlines(t *testing.T) {
	doc := compare(t, witness.Witness{ID: "one", Outlet: "Oslo Times", Text: "Rain fell over the hills of the south on Friday, and farmers were glad of it."},
		witness.Witness{ID: "two", Text: "The price of copper rose in the north by three percent, traders at the port said."})
	if want := "Oslo Times · two"; doc.Meeting.Title != want {
		t.Errorf("title %q, want %q", doc.Meeting.Title, want)
	}
}

// TestAsCompiled: where both articles are chiefly about the meeting, the comparison is the one that the compiler makes of the two.
func TestAsCompiled(t *testing.T) {
	var arts []*engine.Article
	var about []build.About
	for _, w := range []witness.Witness{ahead, held} {
		d, err := when.Parse(w.Published)
		if err != nil {
			t.Fatal(err)
		}
		arts = append(arts, engine.Understand(engine.Source{File: w.ID, Text: w.Text, Outlet: build.Kebab(w.Outlet), Format: "full", Published: d}, &know.Base{}))
		about = append(about, build.About{ID: w.ID, OutletName: w.Outlet, Rights: "full"})
	}
	ds := build.Dataset(engine.Assemble(arts, &know.Base{}), &know.Base{}, about)
	if len(ds.Meetings) != 1 {
		t.Fatalf("%d meetings", len(ds.Meetings))
	}
	want := ds.MeetingDoc(&ds.Meetings[0])
	want.Basis = witness.BasisMeeting
	if got := compare(t, ahead, held); !reflect.DeepEqual(*got, want) {
		t.Errorf("%s\nnot\n%s", got.AppendJSON(nil), want.AppendJSON(nil))
	}
}

// TestSideBySide: texts that share no meeting are compared with all they have, and nothing is made up for them.
func TestSideBySide(t *testing.T) {
	doc := compare(t, held, wages)
	m := doc.Meeting
	if doc.Basis != witness.BasisSideBySide || m.Date+m.Place+m.Status+m.Type != "" || len(m.Participants) != 0 || m.Series != nil {
		t.Errorf("%s: %+v", doc.Basis, m)
	}
	if want := "Berg and Salo hold talks · Wage talks at the port"; m.Title != want {
		t.Errorf("title %q, want %q", m.Title, want)
	}
	cited := map[string]int{}
	shared := 0
	for _, p := range m.Points {
		for _, r := range p.Readings {
			cited[r.Article] += len(r.Passages)
		}
		if len(p.Readings) == 2 {
			shared++
		}
	}
	if cited["held"] < 3 || cited["wages"] < 2 || shared != 1 {
		t.Errorf("passages in points: %v, %d shared points; want all sentences of both bodies and the quota shared", cited, shared)
	}
	for _, c := range m.Coverage {
		if c.Status+c.Date+c.Place+c.Written != "" || len(c.Passages) > 0 {
			t.Errorf("coverage %+v tells of a meeting that is none", c)
		}
	}
	for _, a := range doc.Articles {
		if a.MainMeeting != nil {
			t.Errorf("%s has the main meeting %s", a.ID, *a.MainMeeting)
		}
	}
}

// TestMostTellOfOne: a third text on something else does not take the name of the meeting away, and is not said to tell of it.
func TestMostTellOfOne(t *testing.T) {
	doc := compare(t, held, wages, ahead)
	if doc.Basis != witness.BasisMeeting || doc.Meeting.Date != "2019-05-09" {
		t.Fatalf("%s, %s", doc.Basis, doc.Meeting.Date)
	}
	c := doc.Meeting.Coverage
	if len(c) != 3 || c[2].Article != "wages" || c[2].Status != "" || len(c[2].Passages) != 0 {
		t.Errorf("coverage %+v", c)
	}
	if len(doc.Articles) != 3 || doc.Articles[2].MainMeeting != nil {
		t.Errorf("the third text is said to be about the meeting")
	}
}

// TestPassagesAreSlices: every passage is the slice of the text as it was handed in.
func TestPassagesAreSlices(t *testing.T) {
	korean := witness.Witness{ID: "k", Text: "한일 국장급 협의 개최\n\n서울 - 김정한 외교부 아시아태평양국장은 29일 서울에서 다키자키 시게키 일본 외무성 국장과 만나 협의를 가졌다.\n"}
	texts := map[string][]rune{"held": []rune(held.Text), "k": []rune(korean.Text)}
	for _, a := range compare(t, held, korean).Articles {
		if len(a.Passages) == 0 {
			t.Errorf("%s has no passages", a.ID)
		}
		for _, p := range a.Passages {
			if got := string(texts[a.ID][p.Start:p.End]); got != p.Text {
				t.Errorf("%s %s: %q, in the text %q", a.ID, p.ID, p.Text, got)
			}
		}
	}
}

// TestItself: a text beside itself has only shared points, and no edits in them.
func TestItself(t *testing.T) {
	other := held
	other.ID = "again"
	for _, p := range compare(t, held, other).Meeting.Points {
		if len(p.Readings) != 2 {
			t.Errorf("%q is told by one only", p.Label)
		}
		for _, d := range p.Diffs {
			if d.Shared != 1 || len(d.Edits) > 0 {
				t.Errorf("%q: %+v", p.Label, d)
			}
		}
	}
}

// TestShortTexts: one line each is enough, as words of a text or as tokens.
func TestShortTexts(t *testing.T) {
	tokens := []witness.Token{{T: "The", N: "the"}, {T: "white"}, {T: "cat"}, {T: "sat"}, {T: "."}}
	doc := compare(t, witness.Witness{ID: "A", Text: "The black cat sat."}, witness.Witness{ID: "B", Tokens: tokens})
	if n := len(doc.Meeting.Points); n != 1 {
		t.Fatalf("%d points", n)
	}
	if got := doc.Articles[1].Passages[0].Text; got != "The white cat sat." {
		t.Errorf("tokens give %q", got)
	}
	spaced := []witness.Token{{T: "The "}, {T: "white "}, {T: "cat"}, {T: "sat"}}
	doc = compare(t, witness.Witness{ID: "A", Text: "Cats"}, witness.Witness{ID: "B", Tokens: spaced})
	if got := doc.Articles[1].Passages[0].Text; got != "The white catsat" {
		t.Errorf("tokens with their spaces give %q", got)
	}
	doc = compare(t, witness.Witness{ID: "A", Text: "Cats"}, witness.Witness{ID: "B", Tokens: []witness.Token{{T: "日韓"}, {T: "局長"}, {T: "協議"}, {T: "。"}}})
	if got := doc.Articles[1].Passages[0].Text; got != "日韓局長協議。" {
		t.Errorf("Japanese tokens give %q", got)
	}
}

// TestErrors: what cannot be compared is refused with the witness, the field and the remedy.
func TestErrors(t *testing.T) {
	a, b := witness.Witness{ID: "a", Text: "One."}, witness.Witness{ID: "b", Text: "Two."}
	with := func(w witness.Witness) []witness.Witness { return []witness.Witness{a, w} }
	for _, c := range []struct {
		ws   []witness.Witness
		want string
	}{
		{nil, "witnesses: 0 given; give 2 to 8"},
		{[]witness.Witness{a}, "witnesses: 1 given; give 2 to 8"},
		{make([]witness.Witness, 9), "witnesses: 9 given; give 2 to 8"},
		{with(witness.Witness{Text: "x"}), `witness 2: id: missing; name it, such as "a"`},
		{with(witness.Witness{ID: "b c", Text: "x"}), `witness 2: id: "b c" is no id; write 1 to 64 letters a to z, digits, hyphens, underscores or dots`},
		{with(a), `witness 2: id: "a" is the id of witness 1 too; give each its own`},
		{with(witness.Witness{ID: "b"}), "witness 2 (b): text: missing; give the text, or its tokens"},
		{with(witness.Witness{ID: "b", Text: "x", Tokens: []witness.Token{{T: "x"}}}), "witness 2 (b): tokens: given beside text; give one of the two"},
		{with(witness.Witness{ID: "b", Tokens: []witness.Token{}}), "witness 2 (b): text: no words that could be compared; give at least a sentence"},
		{with(witness.Witness{ID: "b", Text: " \n"}), "witness 2 (b): text: no words that could be compared; give at least a sentence"},
		{with(witness.Witness{ID: "b", Text: strings.Repeat("x", 200_001)}), "witness 2 (b): text: 200001 characters; give at most 200000"},
		{with(witness.Witness{ID: "b", Text: "x", Headline: strings.Repeat("é", 301)}), "witness 2 (b): headline: 301 characters; give at most 300"},
		{with(witness.Witness{ID: "b", Text: "x", Outlet: strings.Repeat("é", 1<<20)}), "witness 2 (b): outlet: 1048576 characters; give at most 300"},
		{with(witness.Witness{ID: "b", Text: "x", Published: strings.Repeat("9", 101)}), "witness 2 (b): published: 101 characters; give at most 100"},
		{with(witness.Witness{ID: "b", Text: "x", URL: "https://a/" + strings.Repeat("x", 2000)}), "witness 2 (b): url: 2010 characters; give at most 2000"},
		{with(witness.Witness{ID: "b", Text: b.Text, Published: "29 Oct 2020"}), `witness 2 (b): published: "29 Oct 2020": not an EDTF date; write 2020-10-29`},
	} {
		_, err := witness.Compare(c.ws, &know.Base{})
		var e *witness.Error
		if !errors.As(err, &e) || err.Error() != c.want {
			t.Errorf("%v\nwant %s", err, c.want)
		}
	}
}
