package build_test

import (
	"slices"
	"testing"

	"readout/data/dataset/build"
	"readout/wasm/engine"
	"readout/wasm/know"
)

// A reader tells outlets by their sigla at a glance, so a number is the last resort: acronyms, initials, letters of the name, what
// stands in brackets. A second article of an outlet has its number.
func TestSigla(t *testing.T) {
	for _, c := range []struct {
		what         string
		names, sigla []string
	}{
		{"acronyms stay, articles count for nothing", []string{"NHK", "KBS World", "The Christian Science Monitor", "AP"}, []string{"NHK", "KBS", "CSM", "AP"}},
		{"one word gives letters, not a number", []string{"Nikkei", "Nippon", "News1", "Yonhap"}, []string{"NI", "NIP", "NE", "YO"}},
		{"copies of an agency differ by what is in brackets", []string{"NHK", "NHK (via Japan Bullet)", "The Korea Herald", "The Korea Herald (Yonhap)"}, []string{"NHK", "NJB", "KH", "KHY"}},
		{"a second article of one outlet", []string{"Le Monde", "Le Monde", "Le Monde"}, []string{"LM", "LM2", "LM3"}},
		{"a name without letters, and one in letters without capitals", []string{"---", "読売新聞", "한겨레"}, []string{"A", "読売", "한겨레"}},
		{"hosts", []string{"example.org", "news.example"}, []string{"EO", "NE"}},
	} {
		sources, about := make([]engine.Source, len(c.names)), make([]build.About, len(c.names))
		for i, n := range c.names {
			sources[i].File, sources[i].Outlet, about[i].OutletName = string(rune('a'+i))+".txt", build.Kebab(n), n
		}
		build.Name(sources, about, &know.Base{})
		var got []string
		for _, a := range about {
			got = append(got, a.Siglum)
		}
		if !slices.Equal(got, c.sigla) {
			t.Errorf("%s: %q have the sigla %q, want %q", c.what, c.names, got, c.sigla)
		}
	}
}
