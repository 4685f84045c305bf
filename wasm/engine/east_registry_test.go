package engine_test

import (
	"slices"
	"testing"

	"readout/wasm/engine"
	"readout/wasm/know"
)

// TestEasternRegistry holds that people of the registry are known by their names in their own script, and a surname with a title by the
// post that its holder had.
func TestEasternRegistry(t *testing.T) {
	k := &know.Base{People: []know.Person{
		{ID: "kento-hayami", Name: "Kento Hayami", Native: "速水健人", Country: "JP", Roles: []know.Role{{Title: "Director-General", Level: "director-general", From: "2020"}}},
		{ID: "han-su-ho", Name: "Han Su-ho", Native: "한수호", Country: "KR", Roles: []know.Role{{Title: "Director-General", Level: "director-general", From: "2020"}}},
		{ID: "kazuya-miyoshi", Name: "Kazuya Miyoshi", Native: "三好和也", Country: "JP", Roles: []know.Role{{Title: "Prime Minister", Level: "head", From: "2022"}}},
	}}
	for _, c := range []struct {
		file, published string
		want            []string
	}{
		{"ja-bureau", "2021-06-17", []string{"kento-hayami"}},
		{"ko-bureau", "2021-06-17", []string{"han-su-ho", "kento-hayami"}},
		{"ja-visit", "2023-04-03", []string{"kazuya-miyoshi"}},
	} {
		a := easternArticle(t, c.file, c.published, k)
		var got []string
		for _, p := range a.Who.People {
			if p.Registry {
				got = append(got, p.ID)
			}
		}
		slices.Sort(got)
		if th := a.Threads[a.Main()]; c.file == "ko-bureau" && len(th.People) != 2 {
			t.Errorf("%s: %d people meet, want 2: a name and the same in brackets are one", c.file, len(th.People))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: of the registry are %v, want %v", c.file, got, c.want)
		}
	}
	short := engine.Understand(engine.Source{Language: "ja", Text: "首相と会談\n\n三好首相は10日、東京で韓国の徐度賢外相と会談した。\n"}, k)
	if len(short.Who.People) != 2 || short.Who.People[0].ID != "kazuya-miyoshi" && short.Who.People[1].ID != "kazuya-miyoshi" {
		t.Errorf("the prime minister is not known by the surname: %+v", short.Who.People)
	}
}
