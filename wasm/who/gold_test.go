package who_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"readout/data/registry"
	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
)

// gold is the part of the hand-made reference that is about people.
type gold struct {
	Meta struct {
		FileIDs map[string]string `json:"file_ids"`
	}
	Articles []struct {
		File        string
		Headline    string
		Publication struct{ EDTF string }
	}
	People []struct {
		ID, Canonical string
		Forms         map[string][]string
		Roles         map[string]string
	}
}

// names computes the share of (person, article, form) that is linked to one and the same person, as the yardstick of
// the dataset defines it; press staff left out.
func names(t *testing.T, k *know.Base) (share float64, missing []string, arts map[string]*who.Article) {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "shared", "gold")
	raw, err := os.ReadFile(filepath.Join(dir, "seeds.json"))
	if err != nil {
		t.Skip("no reference beside the project")
	}
	var g gold
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatal(err)
	}
	arts = map[string]*who.Article{}
	var list []*who.Article
	var files []string
	for _, a := range g.Articles {
		src, err := os.ReadFile(filepath.Join("..", "..", "seeds", g.Meta.FileIDs[a.File]))
		if err != nil {
			t.Fatal(err)
		}
		published, err := when.Parse(a.Publication.EDTF)
		if err != nil {
			t.Fatal(err)
		}
		arts[a.File] = who.Find(text.New(string(src), "", ""), k, published)
		list = append(list, arts[a.File])
		files = append(files, a.File)
	}
	who.Link(list, nil)
	type key struct{ file, form string }
	found := map[string]map[key]bool{}
	for n, a := range list {
		for _, p := range a.People {
			if found[p.ID] == nil {
				found[p.ID] = map[key]bool{}
			}
			for _, f := range p.Forms {
				found[p.ID][key{files[n], f}] = true
			}
		}
	}
	type pair struct {
		hits int
		g, d string
	}
	var pairs []pair
	total, got := 0, 0
	want := map[string]map[key]bool{}
	for _, p := range g.People {
		press := false
		for _, r := range p.Roles {
			press = press || strings.Contains(r, "press staff")
		}
		if press {
			continue
		}
		want[p.ID] = map[key]bool{}
		for f, forms := range p.Forms {
			for _, x := range forms {
				want[p.ID][key{f, x}] = true
				total++
			}
		}
		for id, have := range found {
			hits := 0
			for k := range want[p.ID] {
				if have[k] {
					hits++
				}
			}
			if hits > 0 {
				pairs = append(pairs, pair{hits, p.ID, id})
			}
		}
	}
	sort.Slice(pairs, func(a, b int) bool {
		x, y := pairs[a], pairs[b]
		if x.hits != y.hits {
			return x.hits > y.hits
		}
		if x.g != y.g {
			return x.g < y.g
		}
		return x.d < y.d
	})
	assigned, used := map[string]string{}, map[string]bool{}
	for _, p := range pairs {
		if assigned[p.g] == "" && !used[p.d] {
			assigned[p.g], used[p.d] = p.d, true
			got += p.hits
		}
	}
	for id, forms := range want {
		for k := range forms {
			if !found[assigned[id]][k] {
				missing = append(missing, k.file+" "+id+" "+k.form)
			}
		}
	}
	sort.Strings(missing)
	return float64(got) / float64(total), missing, arts
}

func committed(t *testing.T) *know.Base {
	t.Helper()
	b, problems := registry.Load(filepath.Join("..", "..", "data", "registry"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return b
}

// With the registry nearly every form of every name is linked; without it only what the texts tell.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		name  string
		base  *know.Base
		floor float64
	}{{"registry", committed(t), 0.98}, {"none", &know.Base{}, 0.85}} {
		t.Run(c.name, func(t *testing.T) {
			share, missing, arts := names(t, c.base)
			t.Logf("names %.4f; missing %q", share, missing)
			if share < c.floor {
				t.Errorf("share of linked forms %.3f, want at least %.2f", share, c.floor)
			}
			files := make([]string, 0, len(arts))
			for f := range arts {
				files = append(files, f)
			}
			sort.Strings(files)
			for _, f := range files {
				for _, p := range arts[f].People {
					t.Logf("%s %-22s %-3s %-16s %q", f, p.ID, p.Country, p.Level, p.Forms)
				}
				if testing.Verbose() {
					for _, m := range arts[f].Mentions {
						t.Logf("%s     %-20q %-50q %s %s -> %d", f, m.Form, m.Title, m.Level, m.Country, m.Person)
					}
				}
			}
		})
	}
}
