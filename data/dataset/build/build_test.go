package build_test

import (
	"testing"

	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/data/dataset/sample"
	"readout/wasm/know"
)

// A use of an issue has the voice that says it, and none where the article itself does.
func TestUsesOfAnIssueHaveTheirVoice(t *testing.T) {
	d := sample.Build(t, sample.Field(), sample.Pair("full"))
	text := map[string]string{}
	for _, a := range d.Articles {
		for _, p := range a.Passages {
			text[a.ID+" "+p.ID] = p.Text
		}
	}
	want := map[string]string{
		"The two sides agreed to cut the cod quota by 20 percent in the northern sea.":    "",
		`"We are content with the cod quota," Norwegian Foreign Minister Anna Berg said.`: "Anna Berg",
		`"The brabble over cod is not over," spokeswoman Ottoline Quarnstrom said.`:       "Ottoline Quarnstrom",
	}
	for _, u := range d.Issues[0].Uses {
		said := text[u.Article+" "+u.Passage]
		if voice, ok := want[said]; ok && u.Voice != voice {
			t.Errorf("%s: the voice is %q, want %q", said, u.Voice, voice)
		}
		delete(want, said)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

// The terms of the whole dataset are told in the registry's words, in its order.
func TestTermsOfAllArticles(t *testing.T) {
	k := &know.Base{Terms: []know.Term{{ID: "unused", Concept: "nothing"}, {ID: "isles", Concept: "the isles", Disputed: true, Names: []know.Name{{Lang: "fi", Text: "saaret"}}}, {ID: "sea", Concept: "the sea"}}}
	counted := [][]build.CountedTerm{
		{{Term: "sea", TermUse: dataset.TermUse{Form: "northern sea", Count: 2}}},
		{{Term: "isles", TermUse: dataset.TermUse{Form: "rocks", Count: 1}}, {Term: "sea", TermUse: dataset.TermUse{Form: "quillfish sea", Count: 1}}},
		{{Term: "isles", TermUse: dataset.TermUse{Form: "secret", Count: 1}}},
	}
	got := build.Terms(len(counted), func(i int) []build.CountedTerm { return counted[i] }, k, []build.About{{ID: "a"}, {ID: "b"}, {ID: "c", Rights: "headline"}})
	want := []dataset.Term{
		{ID: "isles", Concept: "the isles", Disputed: true, Names: map[string]string{"fi": "saaret"}, Forms: map[string][]string{"b": {"rocks"}}, Uses: []dataset.TermUse{{Article: "b", Form: "rocks", Count: 1}}},
		{ID: "sea", Concept: "the sea", Forms: map[string][]string{"a": {"northern sea"}, "b": {"quillfish sea"}},
			Uses: []dataset.TermUse{{Article: "a", Form: "northern sea", Count: 2}, {Article: "b", Form: "quillfish sea", Count: 1}}},
	}
	if g, w := string(sample.Encode(t, got)), string(sample.Encode(t, want)); g != w {
		t.Errorf("got  %s\nwant %s", g, w)
	}
	counted[1] = counted[1][1:]
	if got := build.Terms(len(counted), func(i int) []build.CountedTerm { return counted[i] }, k, []build.About{{ID: "a"}, {ID: "b"}, {ID: "c", Rights: "headline"}}); len(got) != 1 || got[0].ID != "sea" {
		t.Errorf("a term that a closed article alone uses stays: %+v", got)
	}
}

// A reader is told who wrote before the meeting and who after it.
func TestWritten(t *testing.T) {
	list := sample.Pair("full")
	list[0].Published = "2019-05-08"
	list[0].Text = "Ministers to meet\n\nOSLO - Norwegian Foreign Minister Anna Berg will meet Finnish Foreign Minister Eero Salo in Helsinki on Thursday, her ministry said.\n"
	got := map[string]string{}
	for _, m := range sample.Build(t, sample.Field(), list).Meetings {
		if m.Date == "2019-05-09" {
			for _, c := range m.Coverage {
				got[c.Article[:1]] = c.Written
			}
		}
	}
	if len(got) != 2 || got["a"] != "before" || got["b"] != "after" {
		t.Errorf("written %v", got)
	}
}
