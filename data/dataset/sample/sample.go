// Package sample has three small invented articles, and the dataset that the engine makes from them, for the tests of the packages
// in data/dataset.
package sample

import (
	"testing"

	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/data/dataset/formats"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/when"
)

// Article is a text for tests, with what its NAME.yaml would say.
type Article struct{ File, Published, Rights, Text string }

// The texts of the articles. The two that most tests use are about one meeting. Words that only the second has are unusual, so that
// tests can search for them in all output: "Quarnstrom" is a speaker, "quillfish sea" a form of a term, "vellichor" is in an order
// claim, "zibeline" in the sentence about the meeting itself, "brabble" in a sentence that only one article has.
const (
	FirstText = `Ministers meet in Helsinki

HELSINKI - Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday, the first talks since the border closed.

The two sides agreed to cut the cod quota by 20 percent in the northern sea.

"We are content with the cod quota," Norwegian Foreign Minister Anna Berg said.
`
	SecondText = `Berg and Salo hold talks

HELSINKI - Finnish Foreign Minister Eero Salo met zibeline Norwegian Foreign Minister Anna Berg in Helsinki on Thursday, the first talks since the vellichor crisis.

The two sides agreed to cut the cod quota by 30 percent in the quillfish sea.

"The brabble over cod is not over," spokeswoman Ottoline Quarnstrom said.

Salo flies home on Friday.
`
	AsideText = `Weather turns

Rain fell over the hills of the south and farmers were glad of it, for the quomodocunquizing summer had been dry.
`
)

// Words are those that only SecondText has.
var Words = []string{"zibeline", "vellichor", "quillfish", "brabble", "Quarnstrom"}

// Pair is the three articles, the second with the given rights.
func Pair(secondRights string) []Article {
	return []Article{
		{"a.txt", "2019-05-10", "full", FirstText},
		{"b.txt", "2019-05-10", secondRights, SecondText},
		{"c.txt", "2019-05-11", "passages", AsideText},
	}
}

// Field is a registry for the articles, with a series, an issue and a term.
func Field() *know.Base {
	return &know.Base{
		Series: []know.Series{{ID: "nordic-ministers", Title: "Talks of the ministers", Names: []know.Name{{Lang: "fi", Text: "Ministerien neuvottelut"}}, Type: "talks", Level: "minister", Countries: []string{"FI", "NO"}}},
		Issues: []know.Issue{{ID: "cod", Title: "Cod", Names: []know.Name{{Lang: "fi", Text: "Turska"}}, Phrases: []string{"cod"}}},
		Terms: []know.Term{{ID: "the-sea", Concept: "the sea between them", Names: []know.Name{{Lang: "fi", Text: "meri niiden välissä"}}, Issue: "cod", Disputed: true,
			Forms: []string{"northern sea", "quillfish sea"}}},
	}
}

// Assemble runs the engine over articles as the compiler does.
func Assemble(t testing.TB, base *know.Base, list []Article) (*engine.Corpus, []build.About) {
	t.Helper()
	var arts []*engine.Article
	var about []build.About
	for _, a := range list {
		published, err := when.Parse(a.Published)
		if err != nil {
			t.Fatal(err)
		}
		arts = append(arts, engine.Understand(engine.Source{File: a.File, Text: a.Text, Outlet: "paper-" + a.File[:1], Language: "en",
			Format: "full", Published: published}, base))
		about = append(about, build.About{Rights: a.Rights, OutletName: "Paper " + a.File[:1]})
	}
	return engine.Assemble(arts, base), about
}

// Build is the dataset of articles.
func Build(t testing.TB, base *know.Base, list []Article) *dataset.Dataset {
	t.Helper()
	c, about := Assemble(t, base, list)
	return build.Dataset(c, base, about)
}

// Sources returns the texts in the form that dataset.Validate needs.
func Sources(list []Article) func(string) []rune {
	return func(file string) []rune {
		for _, a := range list {
			if a.File == file {
				return []rune(a.Text)
			}
		}
		return nil
	}
}

// Formats is the dataset in every format other than JSON, by path.
func Formats(t testing.TB, d *dataset.Dataset) map[string][]byte {
	t.Helper()
	out := map[string][]byte{
		"meetings.csv": formats.MeetingsCSV(d), "series.csv": formats.AllSeriesCSV(d), "issues.csv": formats.IssuesCSV(d), "articles.csv": formats.ArticlesCSV(d),
		"people.csv": formats.PeopleCSV(d), "outlets.csv": formats.OutletsCSV(d), "terms.csv": formats.TermsCSV(d),
	}
	add := func(path string) func([]byte, error) {
		return func(b []byte, err error) {
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			out[path] = b
		}
	}
	add("dataset.ndjson")(formats.NDJSON(d))
	add("meetings.jsonld")(formats.MeetingsJSONLD(d, ""))
	for i := range d.Meetings {
		doc := d.MeetingDoc(&d.Meetings[i])
		path := "meetings/" + doc.Meeting.ID
		out[path+".csv"], out[path+".tei.xml"] = formats.MeetingCSV(&doc), formats.TEI(&doc)
		add(path + ".ndjson")(formats.MeetingNDJSON(&doc))
		add(path + ".jsonld")(formats.MeetingJSONLD(&doc, ""))
	}
	for i := range d.Series {
		doc := d.SeriesDoc(&d.Series[i])
		out["series/"+doc.Series.ID+".csv"] = formats.SeriesCSV(&doc)
		add("series/" + doc.Series.ID + ".ndjson")(formats.SeriesNDJSON(&doc))
		add("series/" + doc.Series.ID + ".jsonld")(formats.SeriesJSONLD(&doc, ""))
	}
	for i := range d.Issues {
		doc := d.IssueDoc(&d.Issues[i])
		out["issues/"+doc.Issue.ID+".csv"] = formats.IssueCSV(&doc)
		add("issues/" + doc.Issue.ID + ".ndjson")(formats.IssueNDJSON(&doc))
	}
	for i := range d.Articles {
		a := &d.Articles[i]
		out["articles/"+a.ID+".csv"] = formats.ArticleCSV(a)
		add("articles/" + a.ID + ".ndjson")(formats.ArticleNDJSON(a))
		add("articles/" + a.ID + ".jsonld")(formats.ArticleJSONLD(d, a.ID, ""))
	}
	return out
}

// Encode writes a value as dataset.Encode does.
func Encode(t testing.TB, v any) []byte {
	t.Helper()
	b, err := dataset.Encode(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
