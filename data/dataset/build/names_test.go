package build_test

import (
	"fmt"
	"slices"
	"testing"

	"readout/data/dataset/build"
	"readout/wasm/engine"
	"readout/wasm/know"
)

// sigla are those of articles of the named outlets, whose ids say which outlet's and its how manieth they are.
func sigla(k *know.Base, names ...string) (out []string) {
	sources, about, nth := make([]engine.Source, len(names)), make([]build.About, len(names)), map[string]int{}
	for i, n := range names {
		id, _ := build.OutletNamed(n, k)
		sources[i].Outlet, about[i].OutletName, about[i].ID = id, n, fmt.Sprint(id, nth[n])
		nth[n]++
	}
	build.Name(sources, about, k)
	for _, a := range about {
		out = append(out, a.Siglum)
	}
	return out
}

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
		if got := sigla(&know.Base{}, c.names...); !slices.Equal(got, c.sigla) {
			t.Errorf("%s: %q have the sigla %q, want %q", c.what, c.names, got, c.sigla)
		}
	}
}

// The registry's sigla are its outlets', whether or not these have an article.
func TestSiglaOfTheRegistryAreKept(t *testing.T) {
	k := &know.Base{Outlets: []know.Outlet{{ID: "japan-times", Name: "The Japan Times", Siglum: "JT"}, {ID: "japan-today", Name: "Japan Today", Siglum: "JD"}}}
	if got := sigla(k, "Japan Today (AFP)", "Japan Today", "Japan Today"); !slices.Equal(got, []string{"JTA", "JD", "JD2"}) {
		t.Errorf("got %q", got)
	}
}

// An article more or less in an archive leaves the sigla of nearly all others as they are, and all stay short and different.
func TestSiglaDependOnLittle(t *testing.T) {
	outlets := []string{"Harbour Gazette", "Northern Courier", "TV", "TV2"}
	const n = 2000
	var names []string
	for i := range n {
		names = append(names, outlets[(i*i+i/3)%len(outlets)])
	}
	nth := map[string]int{} // sigla are looked up by the article's id, which must not change when another goes
	sources, about := make([]engine.Source, n), make([]build.About, n)
	for i, name := range names {
		sources[i].Outlet, about[i].OutletName, about[i].ID = build.Kebab(name), name, fmt.Sprint(name, nth[name])
		nth[name]++
	}
	all := slices.Clone(about)
	build.Name(sources, all, &know.Base{})
	seen := map[string]bool{}
	for _, a := range all {
		if seen[a.Siglum] || len(a.Siglum) > 7 {
			t.Errorf("%s: the siglum %s is not unique or not short", a.ID, a.Siglum)
		}
		seen[a.Siglum] = true
	}
	some := slices.Clone(all[n/2 : n/2+3])
	if build.Name(sources[n/2:n/2+3], some, &know.Base{}); !slices.Equal(some, all[n/2:n/2+3]) {
		t.Errorf("three articles by themselves are called otherwise than among all: %v", some)
	}
	total := 0
	for out := 0; out < n; out += 29 {
		rest := slices.Delete(slices.Clone(about), out, out+1)
		build.Name(slices.Delete(slices.Clone(sources), out, out+1), rest, &know.Base{})
		changed := 0
		for i, a := range slices.Delete(slices.Clone(all), out, out+1) {
			if rest[i].Siglum != a.Siglum {
				changed++
			}
		}
		total += changed
		if changed > 20 {
			t.Errorf("without article %d, %d others have another siglum", out, changed)
		}
	}
	if mean := float64(total) / (n / 29); mean > 2 {
		t.Errorf("one article less changes the sigla of %.1f others on the mean", mean)
	} else {
		t.Logf("one article less changes the sigla of %.2f others on the mean", mean)
	}
}

// Files of one name in several folders are told apart by their folders: one more, or another order, changes no address. Each keeps its
// name where no other has it.
func TestIDsOfOneNameInSeveralFolders(t *testing.T) {
	for _, c := range []struct{ files, ids []string }{
		{[]string{"b/talks.txt"}, []string{"talks"}},
		{[]string{"a/talks.txt", "b/talks.txt", "c/visit.txt"}, []string{"a-talks", "b-talks", "visit"}},
		{[]string{"b/talks.txt", "talks.txt", "a/talks.txt"}, []string{"b-talks", "talks", "a-talks"}},
		{[]string{"Talks 1.txt", "talks-1.txt", ".x", "日本/会談.txt"}, []string{"talks-1", "talks-1-2", "x", "会談"}},
	} {
		sources, about := make([]engine.Source, len(c.files)), make([]build.About, len(c.files))
		for i, f := range c.files {
			sources[i].File = f
		}
		build.Name(sources, about, &know.Base{})
		var got []string
		for _, a := range about {
			got = append(got, a.ID)
		}
		if !slices.Equal(got, c.ids) {
			t.Errorf("%q have the ids %q, want %q", c.files, got, c.ids)
		}
	}
}
