package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/data/dataset/folder"
	"readout/data/dataset/schema"
)

// datasetFile is where the manifest says that /v1/dataset.json is stored.
func datasetFile(t testing.TB, out string) string {
	t.Helper()
	for _, doc := range readManifest(t, out).Documents {
		if doc.Path == "/v1/dataset.json" {
			return doc.File
		}
	}
	t.Fatal("the manifest lists no /v1/dataset.json")
	return ""
}

func readDataset(t testing.TB, out string) *dataset.Dataset {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(out, datasetFile(t, out)))
	if err != nil {
		t.Fatal(err)
	}
	d, err := dataset.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func readManifest(t testing.TB, out string) folder.Manifest {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(out, folder.ManifestName))
	if err != nil {
		t.Fatal(err)
	}
	var m folder.Manifest
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestSameInputSameBytes(t *testing.T) {
	again := filepath.Join(t.TempDir(), "out")
	must(t, "-seeds", shippedSeeds, "-registry", shippedRegistry, "-out", again)
	same(t, tree(t, again), tree(t, compiled(t, shippedRegistry)), "a second run gives another file")
	// and once more over what is there
	must(t, "-seeds", shippedSeeds, "-registry", shippedRegistry, "-out", again)
	same(t, tree(t, again), tree(t, compiled(t, shippedRegistry)), "a run over its own output gives another file")
}

// The compiler validates before it writes; this reads what was written as a stranger would.
func TestShippedSeedsAreValid(t *testing.T) {
	text := map[string][]rune{}
	for name, data := range tree(t, shippedSeeds) {
		text[name] = []rune(data)
	}
	for _, registry := range []string{shippedRegistry, "none"} {
		out := compiled(t, registry)
		d := readDataset(t, out)
		if len(d.Articles) != 5 || len(d.Meetings) < 5 {
			t.Errorf("-registry %s: %d articles, %d meetings", registry, len(d.Articles), len(d.Meetings))
		}
		if err := dataset.Validate(d, func(f string) []rune { return text[f] }); err != nil {
			t.Errorf("-registry %s: %v", registry, err)
		}
		whole, err := os.ReadFile(filepath.Join(out, datasetFile(t, out)))
		if err != nil {
			t.Fatal(err)
		}
		checker, err := schema.NewChecker()
		if err != nil {
			t.Fatal(err)
		}
		if err := checker.Check(whole); err != nil {
			t.Errorf("-registry %s: %v", registry, err)
		}
		if err := checker.Check([]byte(strings.Replace(string(whole), `"status":"held"`, `"status":"over"`, 1))); err == nil {
			t.Error("a wrong status fits the schema")
		}
	}
}

// An entry of a list has no parts, and says how many the meeting's document has.
func TestEntriesOfListsCountTheParts(t *testing.T) {
	out := compiled(t, shippedRegistry)
	read := func(path string, v any) {
		text, err := os.ReadFile(filepath.Join(out, "v1", path))
		if err == nil {
			err = json.Unmarshal(text, v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var list struct{ Meetings []map[string]any }
	read("meetings.json", &list)
	shared := 0
	for _, e := range list.Meetings {
		for _, part := range []string{"points", "terms", "voices", "discrepancies", "contrasts", "order_claims"} {
			if _, ok := e[part]; ok {
				t.Errorf("%s has %s in the list", e["id"], part)
			}
		}
		var doc dataset.MeetingDocument
		read("meetings/"+e["id"].(string)+".json", &doc)
		want := map[string]any{"points": float64(len(doc.Meeting.Points)), "shared": 0.0, "discrepancies": float64(len(doc.Meeting.Discrepancies))}
		for _, p := range doc.Meeting.Points {
			if len(p.Readings) > 1 {
				want["shared"] = want["shared"].(float64) + 1
				shared++
			}
		}
		if !reflect.DeepEqual(e["counts"], want) {
			t.Errorf("%s: counts %v, its document has %v", e["id"], e["counts"], want)
		}
	}
	if shared == 0 {
		t.Error("no meeting has a shared point: nothing was tested")
	}
}

func TestWithoutRegistry(t *testing.T) {
	d := readDataset(t, compiled(t, "none"))
	if len(d.Series)+len(d.Issues)+len(d.Terms) > 0 {
		t.Errorf("%d series, %d issues, %d terms; they come from the registry alone", len(d.Series), len(d.Issues), len(d.Terms))
	}
	with := readDataset(t, compiled(t, shippedRegistry))
	if len(with.Series) == 0 || len(with.Issues) == 0 || len(with.Terms) == 0 {
		t.Errorf("with the registry: %d series, %d issues, %d terms", len(with.Series), len(with.Issues), len(with.Terms))
	}
}

// What the manifest lists is what is on disk, byte for byte.
func TestManifest(t *testing.T) {
	out := compiled(t, shippedRegistry)
	m, onDisk := readManifest(t, out), tree(t, out)
	delete(onDisk, folder.ManifestName)
	listed, paths := map[string]bool{}, map[string]bool{}
	before := ""
	for _, doc := range m.Documents {
		data, ok := onDisk[doc.File]
		if !ok {
			t.Errorf("%s is listed and not on disk", doc.File)
			continue
		}
		sum := sha256.Sum256([]byte(data))
		if doc.Bytes != len(data) || doc.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: listed with %d bytes and %s, has %d and %x", doc.File, doc.Bytes, doc.SHA256, len(data), sum)
		}
		if listed[doc.File] || paths[doc.Path] {
			t.Errorf("%s, %s: listed twice", doc.Path, doc.File)
		}
		if doc.Path <= before {
			t.Errorf("%s stands behind %s", doc.Path, before)
		}
		if !strings.HasPrefix(doc.Path, "/") || doc.Type == "" {
			t.Errorf("path %q, type %q", doc.Path, doc.Type)
		}
		listed[doc.File], paths[doc.Path], before = true, true, doc.Path
	}
	for name := range onDisk {
		if !listed[name] {
			t.Errorf("%s is on disk and not listed", name)
		}
	}
	sum := sha256.Sum256([]byte(onDisk[datasetFile(t, out)]))
	if m.Digest != hex.EncodeToString(sum[:]) {
		t.Errorf("digest %s, want that of dataset.json, %x", m.Digest, sum)
	}
	if m.Modified != "2022-04-25T00:00:00Z" {
		t.Errorf("modified %s, want the day of the newest article", m.Modified)
	}
	for _, path := range []string{"/", "/widget.js", "/readout.css", "/v1/schema.json", "/v1/meetings.json", "/v1/articles.json"} {
		if !paths[path] {
			t.Errorf("%s is not listed", path)
		}
	}
	for _, meeting := range readDataset(t, out).Meetings {
		for _, path := range []string{"/v1/meetings/" + meeting.ID + ".json", "/meetings/" + meeting.ID, "/embed/meetings/" + meeting.ID} {
			if !paths[path] {
				t.Errorf("%s is not listed", path)
			}
		}
	}
}

// An article about something else leaves the documents of the meetings as they were: readers keep their copies, and only what
// changed is made again.
func TestAnotherArticleLeavesDocumentsAlone(t *testing.T) {
	before := tree(t, compiled(t, shippedRegistry))
	seeds := t.TempDir()
	for name, data := range tree(t, shippedSeeds) {
		if err := os.WriteFile(filepath.Join(seeds, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const other = "Rain in the hills\n\nOSLO - Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Oslo on March 3, 2011.\n"
	if err := os.WriteFile(filepath.Join(seeds, "999.txt"), []byte(other), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	must(t, "-seeds", seeds, "-registry", shippedRegistry, "-out", out)
	after, n := tree(t, out), 0
	for name, data := range before {
		if strings.Contains(name, "meetings/") {
			n++
			if after[name] != data {
				t.Errorf("%s is another", name)
			}
		}
	}
	if n < 90 || after["v1/articles/999.json"] == "" {
		t.Errorf("%d documents looked at, and the new article has %d bytes", n, len(after["v1/articles/999.json"]))
	}
}

// No document holds the text of a passage that the articles' rights withhold, wherever it might have been copied to.
func TestWithheldPassagesStandNowhere(t *testing.T) {
	seeds := t.TempDir()
	for name, data := range tree(t, shippedSeeds) {
		if strings.HasPrefix(name, "004") || strings.HasPrefix(name, "003") {
			data = strings.Replace(data, "rights: passages", "rights: headline", 1)
		}
		if err := os.WriteFile(filepath.Join(seeds, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(t.TempDir(), "out")
	must(t, "-seeds", seeds, "-registry", shippedRegistry, "-out", out)
	files := tree(t, out)
	sources := tree(t, seeds)
	closed, withheld := 0, 0
	for _, a := range readDataset(t, out).Articles {
		if a.Rights == "headline" {
			closed++
		}
		text := []rune(sources[a.File])
		for _, p := range a.Passages {
			words := string(text[p.Start:p.End])
			if p.Text != "" || len(strings.Fields(words)) < 5 || strings.Contains(a.Headline, words) {
				continue // shown, too short to tell, or a caption that repeats the headline
			}
			withheld++
			quoted, _ := json.Marshal(words)
			for name, data := range files {
				if strings.Contains(data, words) || strings.Contains(data, strings.Trim(string(quoted), `"`)) {
					t.Errorf("%s %s is withheld and stands in %s: %s", a.ID, p.ID, name, words)
				}
			}
		}
	}
	if closed != 2 || withheld < 20 {
		t.Errorf("%d closed articles, %d passages withheld: the test looks at too little", closed, withheld)
	}
}

// Where NAME.yaml is silent, only what a comparison cites is let out.
func TestDefaults(t *testing.T) {
	const plain = "Weather turns\n\nRain fell over the hills of the south and farmers were glad of it.\n"
	seeds := folderOf(t, map[string]string{"a.txt": plain, "b.txt": plain + "And again.\n", "b.yaml": "outlet: The Paper\ntranslated_from: fi\nlanguage: en\n"})
	out := filepath.Join(t.TempDir(), "out")
	must(t, "-seeds", seeds, "-registry", "none", "-out", out)
	d := readDataset(t, out)
	if a := d.Articles[0]; a.Rights != "passages" || a.Format != "full" || a.Outlet != "unknown" || a.Language != "en" {
		t.Errorf("without NAME.yaml: rights %s, format %s, outlet %s, language %s", a.Rights, a.Format, a.Outlet, a.Language)
	}
	if b := d.Articles[1]; b.Rights != "passages" || b.Format != "translation" || b.Outlet != "the-paper" {
		t.Errorf("translated: rights %s, format %s, outlet %s", b.Rights, b.Format, b.Outlet)
	}
	for name, data := range tree(t, out) {
		if strings.Contains(data, "Rain fell over") {
			t.Errorf("what nothing cites stands in %s", name)
		}
	}
}

// Names of files are what people give them.
func TestNamesOfFiles(t *testing.T) {
	seeds := folderOf(t, map[string]string{
		"May 10/Paper's report (1).txt": anArticle,
		"may-10/paper-s-report-1.txt":   strings.ReplaceAll(anArticle, "Thursday", "Friday"),
		"日本語の記事.txt":                    strings.ReplaceAll(anArticle, "Thursday", "Wednesday"),
		"%2e%2e.txt":                    strings.ReplaceAll(anArticle, "Thursday", "Tuesday"),
	})
	out := filepath.Join(t.TempDir(), "out")
	must(t, "-seeds", seeds, "-registry", "none", "-out", out)
	seen := map[string]bool{}
	d := readDataset(t, out)
	for _, a := range d.Articles {
		if seen[a.ID] || a.ID != build.Kebab(a.ID) {
			t.Errorf("id %q of %s stands twice or is not in kebab case", a.ID, a.File)
		}
		seen[a.ID] = true
	}
	if len(d.Articles) != 4 {
		t.Errorf("%d articles, want 4", len(d.Articles))
	}
	onDisk := tree(t, out)
	for _, doc := range readManifest(t, out).Documents {
		if _, ok := onDisk[doc.File]; !ok {
			t.Errorf("%s is not on disk", doc.File)
		}
	}
}
