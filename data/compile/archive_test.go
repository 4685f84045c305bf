package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/data/compile/cache"
	"readout/data/dataset"
	"readout/data/dataset/folder"
)

// addresses reads a compiled folder as a reader meets it: address → type and bytes, whatever the layout. What a pack says of its
// documents is checked.
func addresses(t testing.TB, out string) map[string]string {
	t.Helper()
	m := readManifest(t, out)
	docs := map[string]string{}
	for _, d := range m.Documents {
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(d.File)))
		if err != nil {
			t.Fatal(err)
		}
		if len(data) != d.Bytes || cache.Sum(data).Hex() != d.SHA256 {
			t.Errorf("%s is not what the manifest says", d.Path)
		}
		docs[d.Path] = d.Type + "\n" + string(data)
	}
	if m.Packs == nil {
		return docs
	}
	for _, d := range m.Documents {
		if folder.PackOf(d.Path, m.Packs.Count) >= 0 {
			t.Errorf("%s is a file, and whoever asks for it looks into a pack", d.Path)
		}
	}
	n := 0
	for k := range m.Packs.Count {
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(folder.PackName(k))))
		if err != nil {
			t.Fatal(err)
		}
		err = folder.ReadPack(data, func(d folder.Document, body []byte) error {
			if folder.PackOf(d.Path, m.Packs.Count) != k {
				t.Errorf("%s is in pack %d", d.Path, k)
			}
			docs[d.Path] = d.Type + "\n" + string(body)
			n++
			return nil
		})
		if err != nil {
			t.Errorf("pack %d: %v", k, err)
		}
	}
	if n != m.Packs.Documents {
		t.Errorf("%d documents in packs, the manifest says %d", n, m.Packs.Documents)
	}
	return docs
}

// Whatever a reader asks for is the same in both layouts; only the whole dataset comes in parts.
func TestLayoutsAgree(t *testing.T) {
	whole := addresses(t, compiled(t, shippedRegistry))
	dir := t.TempDir()
	must(t, "-seeds", shippedSeeds, "-registry", shippedRegistry, "-layout", "packed", "-cache", filepath.Join(dir, "cache"), "-out", filepath.Join(dir, "out"))
	packed := addresses(t, filepath.Join(dir, "out"))
	agree(t, packed, whole, "packed", "whole")
}

func agree(t *testing.T, got, want map[string]string, gotName, wantName string) {
	t.Helper()
	n := 0
	for path, data := range want {
		if strings.HasPrefix(path, "/v1/dataset.") {
			continue // an archive has it in parts
		}
		other, ok := got[path]
		if !ok {
			t.Errorf("%s: only %s has it", path, wantName)
		} else if other != data {
			n++
			if n < 8 {
				t.Errorf("%s differs: %s", path, firstDifference(other, data))
			}
		}
	}
	for path := range got {
		if _, ok := want[path]; !ok && !strings.HasPrefix(path, "/v1/dataset/") {
			t.Errorf("%s: only %s has it", path, gotName)
		}
	}
	if n > 0 || len(want) < 200 {
		t.Errorf("%d of %d documents differ", n, len(want))
	}
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	cut := func(s string) string { return s[max(0, i-60):min(len(s), i+60)] }
	return "…" + cut(a) + "… and …" + cut(b) + "…"
}

// The parts of an archive's dataset are together what dataset.json of a small one is.
func TestPartsAreTheWhole(t *testing.T) {
	dir := t.TempDir()
	must(t, "-seeds", shippedSeeds, "-registry", shippedRegistry, "-layout", "packed", "-cache", "none", "-out", filepath.Join(dir, "out"))
	docs := addresses(t, filepath.Join(dir, "out"))
	var index struct{ Parts []string }
	_, text, _ := strings.Cut(docs["/v1/dataset.json"], "\n")
	if err := json.Unmarshal([]byte(text), &index); err != nil || len(index.Parts) == 0 {
		t.Fatalf("%v: %.200s", err, text)
	}
	want := readDataset(t, compiled(t, shippedRegistry))
	articles, meetings := 0, 0
	for _, path := range index.Parts {
		var part dataset.Dataset
		_, text, _ := strings.Cut(docs[path], "\n")
		if err := json.Unmarshal([]byte(text), &part); err != nil {
			t.Fatal(err)
		}
		for i := range part.Articles {
			for j := range want.Articles {
				if a, b := encoded(t, part.Articles[i]), encoded(t, want.Articles[j]); want.Articles[j].ID == part.Articles[i].ID {
					articles++
					if !bytes.Equal(a, b) {
						t.Errorf("article %s: %s", want.Articles[j].ID, firstDifference(string(a), string(b)))
					}
				}
			}
		}
		for i := range part.Meetings {
			for j := range want.Meetings {
				if a, b := encoded(t, part.Meetings[i]), encoded(t, want.Meetings[j]); want.Meetings[j].ID == part.Meetings[i].ID {
					meetings++
					if !bytes.Equal(a, b) {
						t.Errorf("meeting %s: %s", want.Meetings[j].ID, firstDifference(string(a), string(b)))
					}
				}
			}
		}
	}
	if articles != len(want.Articles) || meetings != len(want.Meetings) {
		t.Errorf("%d articles and %d meetings, want %d and %d", articles, meetings, len(want.Articles), len(want.Meetings))
	}
}

func encoded(t testing.TB, v any) []byte {
	t.Helper()
	b, err := dataset.Encode(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Of an archive the documents of issues and series show the newest, and say how many there are.
func TestTotals(t *testing.T) {
	const mostTold = 200 // of the articles that an issue's document names, see docs/scale.md
	seeds := t.TempDir()
	n := mostTold + 10
	for i := range n {
		text := fmt.Sprintf("Ministers meet in Oslo\n\nOSLO - Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Oslo on %s.\n", time.Date(2001, 1, 1+9*i, 0, 0, 0, 0, time.UTC).Format("January 2, 2006"))
		if i != 0 {
			text += fmt.Sprintf("\nThe two talked of cod, item %d.\n", i)
		}
		if err := os.WriteFile(filepath.Join(seeds, fmt.Sprintf("a%03d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	registry := folderOf(t, map[string]string{"issues.yaml": "- id: cod\n  title: Cod\n  phrases: [cod]\n"})
	out := filepath.Join(t.TempDir(), "out")
	must(t, "-seeds", seeds, "-registry", registry, "-model", "none", "-layout", "packed", "-cache", "none", "-out", out)
	docs := addresses(t, out)
	_, text, _ := strings.Cut(docs["/v1/issues/cod.json"], "\n")
	var d dataset.IssueDocument
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		t.Fatal(err)
	}
	if total := (dataset.Total{Articles: n - 1, Of: n}); d.Issue.Total == nil || *d.Issue.Total != total || len(d.Articles) != mostTold {
		t.Errorf("total %+v with %d articles, want %+v", d.Issue.Total, len(d.Articles), total)
	}
	if page := docs["/issues/cod"]; !strings.Contains(page, fmt.Sprintf("%d of %d articles", n-1, n)) || !strings.Contains(page, fmt.Sprintf("The newest %d are shown", mostTold)) {
		t.Errorf("the page does not say how many articles there are: %.1000s", page[strings.Index(page, "kick"):])
	}
}

// An archive says that it makes no use of -keep.
func TestArchiveKeepsNoScores(t *testing.T) {
	seeds, dir := invented(t, 3), t.TempDir()
	name := filepath.Join(dir, "scores.txt")
	if said := must(t, append(archiveArgs(seeds, dir), "-keep", name)...); !strings.Contains(said, "-keep "+name+" is neither read nor written") {
		t.Errorf("said nothing of -keep:\n%s", said)
	}
}
