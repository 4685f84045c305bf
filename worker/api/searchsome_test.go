package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// inShards is a handler of an archive whose search index was made of a dataset.
func inShards(t testing.TB, dataset string) (*Handler, fstest.MapFS) {
	files := fstest.MapFS{}
	plan, err := IndexNow(dataset).writeShards(func(name string, data []byte) error {
		files[name] = &fstest.MapFile{Data: data}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	files[SearchFile] = &fstest.MapFile{Data: plan}
	h := newHandler(t, listDocuments...)
	for _, d := range h.documents {
		_, _ = d.bytes(h.dist) // those that there are stay readable
	}
	h.manifest.packs, h.dist = 1, files
	return h, files
}

// many is a dataset in which some words stand in thousands of places, others in few, and names have forms in two scripts.
func many(passages int) string {
	rng := rand.New(rand.NewPCG(1, 2))
	common := []string{"the", "of", "talks", "minister", "said"}
	var list []string
	for i := range passages {
		var words []string
		for range 6 + rng.IntN(12) {
			switch n := rng.IntN(40); {
			case n < 28:
				words = append(words, common[rng.IntN(len(common))])
			case n < 30:
				words = append(words, []string{"Abe", "Shinzo Abe", "Mr Abe", "Park"}[rng.IntN(4)])
			default:
				words = append(words, fmt.Sprintf("word%d", rng.IntN(600)))
			}
		}
		text := strings.Join(words, " ") + "."
		if i%50 == 7 {
			text = "首相の安倍晋三氏が" + []string{"独島", "竹島", "外務省"}[rng.IntN(3)] + "を訪れた。々々々" + fmt.Sprint(i%3)
		}
		if i == 41 {
			text = "Word1 said word2 and word3 word4, a Word3s of word7."
		}
		list = append(list, fmt.Sprintf(`{"id":"s%d","start":%d,"text":%q}`, i, i*100, text))
	}
	var articles []string
	for i := 0; i < len(list); i += 40 {
		articles = append(articles, fmt.Sprintf(`{"id":"a%d","outlet":"%s","passages":[%s]}`, i/40, []string{"post", "times"}[i/40%2], strings.Join(list[i:min(i+40, len(list))], ",")))
	}
	return `{"articles":[` + strings.Join(articles, ",") + `],"people":[{"id":"abe","name":"Abe Shinzo","native":"安倍晋三","forms":{"a1":["Shinzo Abe","Mr Abe","Abe"]}}],
	 "issues":[{"id":"islets","terms":[{"concept":"the islets","forms":{"a1":["竹島"],"a2":["word17","独島"]}}]}]}`
}

// An index of which a file cannot be written is no index, whichever file it is.
func TestShardsThatCannotBeWritten(t *testing.T) {
	x := IndexNow(many(12_000))
	full := errors.New("the disk is full")
	kinds := map[string]int{}
	all := func(name string, _ []byte) error { kinds[name[:len("_search/a")]]++; return nil }
	if _, err := x.writeShards(all); err != nil || len(kinds) != 4 {
		t.Fatalf("%v, files of %d kinds", err, len(kinds))
	}
	for kind, files := range kinds {
		left := files
		_, err := x.writeShards(func(name string, _ []byte) error {
			if strings.HasPrefix(name, kind) {
				if left--; left == 0 {
					return full
				}
			}
			return nil
		})
		if err != full {
			t.Errorf("the last of %d files %s… failed: %v", files, kind, err)
		}
	}
}

// A search in an archive answers as one in the whole index does, byte for byte, though it reads some files alone.
func TestSearchInShards(t *testing.T) {
	dataset := many(12_000)
	whole := newHandler(t, listDocuments...)
	d := whole.documents["/v1/dataset.json"]
	d.once.Do(func() { d.body = []byte(dataset) })
	h, files := inShards(t, dataset)
	stretches := 0
	for name := range files {
		if strings.HasPrefix(name, "_search/c") {
			stretches++
		}
	}
	if stretches < 10 {
		t.Fatalf("%d stretches: nothing is tried that stands in many places", stretches)
	}
	for _, q := range []string{"word3", "word3 word4", "Word3s", "abe word5", "shinzo abe word7", `"minister said" word9`, `"of the talks" word11`, `"word8 of"`, "独島", "安倍晋三", `"安倍晋三氏が独島"`, `"々々"`, `"々々々1"`,
		`"島を"`, "mr abe 外務省", "word17", "the islets", "zzz", "word3 zzz", `"word3 word4"`, "the word599 of", `"Mr"word12`, "word1 word2 word3", "word3&limit=3", "word3&limit=3&cursor=4", "word5&outlet=post", "word7&article=a1", "word7 the&outlet=times"} {
		words, rest, _ := strings.Cut(q, "&")
		target := "/v1/search?q=" + escape(words) + "&limit=20&"
		if rest != "" {
			target = "/v1/search?q=" + escape(words) + "&" + rest
		}
		a, b := do(whole, "GET", target), do(h, "GET", target)
		if a.Code != b.Code || a.Body.String() != b.Body.String() {
			t.Errorf("%s: %d, in the whole %d\n%.600s\n%.600s", q, b.Code, a.Code, b.Body, a.Body)
		}
		if a.Code == 200 && decode(t, a)["total"] == 0.0 && !strings.Contains(q, "zzz") {
			t.Errorf("%s finds nothing: nothing is tried", q)
		}
	}
}

// What would take too much is refused in words; pages of an archive may be short, and lead on to all that was found.
func TestSearchInShardsIsBounded(t *testing.T) {
	h, _ := inShards(t, many(60_000))
	if w := do(h, "GET", "/v1/search?q="+escape("the of")); w.Code != 422 || !strings.Contains(w.Body.String(), "Add a word that is rarer") {
		t.Errorf("%d %.300s", w.Code, w.Body)
	}
	seen, total, pages := map[string]bool{}, 0.0, 0
	for next := any("/v1/search?q=word3&limit=200"); next != nil; pages++ {
		w := do(h, "GET", next.(string))
		v := decode(t, w)
		if w.Code != 200 || pages > 100 {
			t.Fatalf("%d %.300s", w.Code, w.Body)
		}
		for _, r := range v["results"].([]any) {
			seen[r.(map[string]any)["passage"].(string)] = true
		}
		total, next = v["total"].(float64), v["next"]
	}
	if float64(len(seen)) != total || pages < 3 || total < 200 {
		t.Errorf("%d passages on %d pages, %.0f in all", len(seen), pages, total)
	}
}

// A file that is missing is no answer from the rest, whichever it is; a damaged one ends in no panic.
func TestSearchInShardsWithoutAFile(t *testing.T) {
	dataset := many(12_000)
	h, files := inShards(t, dataset)
	target := "/v1/search?limit=5&q=" + escape(`abe "of the" word7`)
	var want any
	if err := json.Unmarshal(do(h, "GET", target).Body.Bytes(), &want); err != nil {
		t.Fatal(err)
	}
	failed := 0
	for name, f := range files {
		delete(files, name)
		w := do(h, "GET", target)
		var got any
		_ = json.Unmarshal(w.Body.Bytes(), &got)
		if w.Code != 200 {
			failed++
		} else if !reflect.DeepEqual(got, want) {
			t.Errorf("without %s another answer: %.300s", name, w.Body)
		}
		for _, n := range []int{0, len(f.Data) / 2} {
			files[name] = &fstest.MapFile{Data: f.Data[:n]}
			do(h, "GET", target)
		}
		files[name] = f
	}
	if failed < 5 {
		t.Errorf("%d of %d files are needed", failed, len(files))
	}
}
