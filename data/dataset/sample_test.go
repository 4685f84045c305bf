package dataset_test

import (
	"testing"

	"readout/data/dataset"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/when"
)

// article is a text of the tests, and what NAME.yaml would say of it.
type article struct{ file, published, rights, text string }

// The two articles of most tests are on one meeting. Words that one of them alone has are made up, so that they can be
// searched for in everything that is written: "Quarnstrom" speaks, "quillfish sea" is the form of a term, "vellichor" stands in
// an order claim, "zibeline" in the sentence on the meeting itself, "brabble" in a sentence that only one article has.
const (
	firstText = `Ministers meet in Helsinki

HELSINKI - Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday, the first talks since the border closed.

The two sides agreed to cut the cod quota by 20 percent in the northern sea.

"We are content with the cod quota," Norwegian Foreign Minister Anna Berg said.
`
	secondText = `Berg and Salo hold talks

HELSINKI - Finnish Foreign Minister Eero Salo met zibeline Norwegian Foreign Minister Anna Berg in Helsinki on Thursday, the first talks since the vellichor crisis.

The two sides agreed to cut the cod quota by 30 percent in the quillfish sea.

"The brabble over cod is not over," spokeswoman Ottoline Quarnstrom said.

Salo flies home on Friday.
`
	asideText = `Weather turns

Rain fell over the hills of the south and farmers were glad of it, for the quomodocunquizing summer had been dry.
`
)

// words are those that secondText alone has.
var words = []string{"zibeline", "vellichor", "quillfish", "brabble", "Quarnstrom"}

func pair(secondRights string) []article {
	return []article{
		{"a.txt", "2019-05-10", "full", firstText},
		{"b.txt", "2019-05-10", secondRights, secondText},
		{"c.txt", "2019-05-11", "passages", asideText},
	}
}

// field is a registry for the articles, so that there is a series, an issue and a term.
func field() *know.Base {
	return &know.Base{
		Series: []know.Series{{ID: "nordic-ministers", Title: "Talks of the ministers", Type: "talks", Level: "minister", Countries: []string{"FI", "NO"}}},
		Issues: []know.Issue{{ID: "cod", Title: "Cod", Phrases: []string{"cod"}}},
		Terms: []know.Term{{ID: "the-sea", Concept: "the sea between them", Issue: "cod", Disputed: true,
			Forms: []string{"northern sea", "quillfish sea"}}},
	}
}

// assemble runs the engine over articles as the compiler does.
func assemble(t testing.TB, base *know.Base, list []article) (*engine.Corpus, []dataset.About) {
	t.Helper()
	var arts []*engine.Article
	var about []dataset.About
	for _, a := range list {
		published, err := when.Parse(a.published)
		if err != nil {
			t.Fatal(err)
		}
		arts = append(arts, engine.Understand(engine.Source{File: a.file, Text: a.text, Outlet: "paper-" + a.file[:1], Language: "en",
			Format: "full", Published: published}, base))
		about = append(about, dataset.About{Rights: a.rights, OutletName: "Paper " + a.file[:1]})
	}
	return engine.Assemble(arts, base), about
}

// build is the dataset of articles.
func build(t testing.TB, base *know.Base, list []article) *dataset.Dataset {
	t.Helper()
	c, about := assemble(t, base, list)
	return dataset.Build(c, base, about)
}

// sources gives the texts as Validate wants them.
func sources(list []article) func(string) []rune {
	return func(file string) []rune {
		for _, a := range list {
			if a.file == file {
				return []rune(a.text)
			}
		}
		return nil
	}
}
