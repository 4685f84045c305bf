package formats_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"readout/data/dataset"
	"readout/data/dataset/formats"
	"readout/data/dataset/sample"
)

// hostile is the sample with texts that a format could choke on.
func hostile(t *testing.T) *dataset.Dataset {
	t.Helper()
	d := sample.Build(t, sample.Field(), sample.Pair("full"))
	for i, s := range []string{"=HYPERLINK(\"http://evil.example\")", "+1", "-1+1", "@SUM(A1)", "\t=1", "|calc", "%0a", "a\r\nb,\"c\"\rd", "<b>&amp;]]>", "\x00\x0b\ufffe\u202e\u200b", "\xff\xc0"} {
		d.Articles[i%2].Headline = s
		d.Articles[i%2].Passages[i%3].Text = s
		d.Meetings[0].Points = append(d.Meetings[0].Points, d.Meetings[0].Points[0])
		d.Meetings[0].Points[len(d.Meetings[0].Points)-1].Label = s
		d.People[0].Name, d.Outlets[0].Name, d.Series[0].Title, d.Issues[0].Title = s, s, s, s
		d.Meetings = append(d.Meetings, dataset.Meeting{ID: s, Title: s, Place: s, Date: s, Coverage: []dataset.Coverage{}})
	}
	for i := range d.Meetings[0].Points {
		d.Meetings[0].Points[i].ID = "p" + string(rune('a'+i))
	}
	d.Meetings = d.Meetings[:1]
	return d
}

// TestCSVIsInert: every CSV reads back in even lines, with names, and no cell is one that a spreadsheet would run.
func TestCSVIsInert(t *testing.T) {
	cells, hushed := 0, 0
	for path, b := range sample.Formats(t, hostile(t)) {
		if !strings.HasSuffix(path, ".csv") {
			continue
		}
		if strings.Contains(strings.ReplaceAll(string(b), "\r\n", ""), "\r") {
			t.Errorf("%s: a lone CR", path)
		}
		rows, err := csv.NewReader(strings.NewReader(string(b))).ReadAll() // refuses lines of another length
		if err != nil || len(rows) < 1 {
			t.Errorf("%s: %v", path, err)
			continue
		}
		for i, row := range rows {
			for j, cell := range row {
				cells++
				if i == 0 && (cell == "" || slices.Index(row, cell) != j) {
					t.Errorf("%s: column %d is called %q", path, j, cell)
				}
				if cell != "" && strings.ContainsRune("=+-@|%\t\x00\x0b\r\n", rune(cell[0])) {
					t.Errorf("%s: a spreadsheet would run %q", path, cell)
				}
				if strings.HasPrefix(cell, "'=") {
					hushed++
				}
			}
		}
	}
	if cells < 500 || hushed == 0 {
		t.Errorf("%d cells, %d of them hushed: the sample has too little", cells, hushed)
	}
}

// TestNDJSON: every line is one JSON object, and the lines of the dataset are all that is in it.
func TestNDJSON(t *testing.T) {
	d := sample.Build(t, sample.Field(), sample.Pair("full"))
	for path, b := range sample.Formats(t, d) {
		if !strings.HasSuffix(path, ".ndjson") {
			continue
		}
		n := 0
		for line := range strings.Lines(string(b)) {
			var v map[string]any
			if err := json.Unmarshal([]byte(line), &v); err != nil || !strings.HasSuffix(line, "\n") {
				t.Errorf("%s: %v: %s", path, err, line)
			}
			n++
		}
		if path == "dataset.ndjson" {
			want := 1 + len(d.Articles) + len(d.Meetings) + len(d.Series) + len(d.Issues) + len(d.People) + len(d.Outlets) + len(d.Terms)
			if n != want {
				t.Errorf("%s has %d lines, want %d", path, n, want)
			}
		}
	}
}

// teiChildren are the elements that may stand in each element of TEI P5 that is used here, in the order of its content model where it has one.
var teiChildren = map[string]string{
	"": "TEI", "TEI": "teiHeader text", "teiHeader": "fileDesc encodingDesc profileDesc", "fileDesc": "titleStmt publicationStmt sourceDesc",
	"titleStmt": "title", "publicationStmt": "publisher idno", "sourceDesc": "listWit", "listWit": "witness", "witness": "bibl",
	"bibl": "title author publisher date ref", "encodingDesc": "variantEncoding", "profileDesc": "settingDesc particDesc",
	"settingDesc": "setting", "setting": "date locale activity", "particDesc": "listPerson", "listPerson": "person", "person": "persName nationality",
	"text": "body", "body": "ab p", "ab": "app", "app": "rdg", "rdg": "seg gap",
}

// teiNeeds are the elements without which another is not valid.
var teiNeeds = map[string]string{
	"TEI": "teiHeader text", "teiHeader": "fileDesc", "fileDesc": "titleStmt publicationStmt sourceDesc", "titleStmt": "title",
	"publicationStmt": "publisher", "encodingDesc": "variantEncoding", "settingDesc": "setting", "ab": "app", "app": "rdg",
}

// TestTEI: well-formed, in the namespace and the shape of TEI P5, ids named once and references to them right; in each app every
// witness has one reading, whose text is the passages'.
func TestTEI(t *testing.T) {
	odd := dataset.MeetingDocument{Meeting: dataset.Meeting{ID: "m", Title: "a\x00b\ufffec\rd"}}
	if b := formats.TEI(&odd); !strings.Contains(string(b), "<title>a\uFFFDb\uFFFDc&#13;d</title>") {
		t.Errorf("what XML cannot hold is lost, or stays: %s", b)
	}
	for _, d := range []*dataset.Dataset{sample.Build(t, sample.Field(), sample.Pair("full")), sample.Build(t, sample.Field(), sample.Pair("headline")), hostile(t)} {
		doc := d.MeetingDoc(&d.Meetings[0])
		b := formats.TEI(&doc)
		var path []string
		ids, seen := map[string]bool{}, map[int]map[string]bool{}
		var refs, wits, texts []string
		dec := xml.NewDecoder(strings.NewReader(string(b)))
		for {
			token, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%v\n%s", err, b)
			}
			switch e := token.(type) {
			case xml.StartElement:
				parent := ""
				if len(path) > 0 {
					parent = path[len(path)-1]
				}
				if e.Name.Space != "http://www.tei-c.org/ns/1.0" || !slices.Contains(strings.Fields(teiChildren[parent]), e.Name.Local) {
					t.Errorf("%s within %s", e.Name.Local, parent)
				}
				if seen[len(path)] == nil {
					seen[len(path)] = map[string]bool{}
				}
				seen[len(path)][e.Name.Local] = true
				seen[len(path)+1] = map[string]bool{}
				path = append(path, e.Name.Local)
				if e.Name.Local == "app" {
					wits = nil
				}
				for _, a := range e.Attr {
					switch {
					case a.Name.Local == "id":
						if ids[a.Value] {
							t.Errorf("the id %s stands twice", a.Value)
						}
						ids[a.Value] = true
					case a.Name.Local == "wit":
						refs, wits = append(refs, a.Value), append(wits, a.Value)
					}
				}
			case xml.EndElement:
				path = path[:len(path)-1]
				for _, need := range strings.Fields(teiNeeds[e.Name.Local]) {
					if !seen[len(path)+1][need] {
						t.Errorf("%s without %s", e.Name.Local, need)
					}
				}
				if e.Name.Local == "app" {
					if got := len(slices.Compact(slices.Sorted(slices.Values(wits)))); got != len(wits) || got != len(doc.Articles) {
						t.Errorf("an app with the witnesses %q of %d", wits, len(doc.Articles))
					}
				}
			case xml.CharData:
				if len(path) > 0 && path[len(path)-1] == "seg" {
					texts = append(texts, string(e))
				}
			}
		}
		for _, r := range refs {
			if !ids[strings.TrimPrefix(r, "#")] {
				t.Errorf("no witness %s", r)
			}
		}
		for _, a := range doc.Articles {
			for _, p := range a.Passages {
				cited := slices.ContainsFunc(doc.Meeting.Points, func(x dataset.Point) bool {
					return slices.ContainsFunc(x.Readings, func(r dataset.Reading) bool { return r.Article == a.ID && slices.Contains(r.Passages, p.ID) })
				})
				if cited && p.Text != "" && strings.ToValidUTF8(p.Text, "") == p.Text && !strings.ContainsAny(p.Text, "\x00\ufffe") && !slices.Contains(texts, p.Text) {
					t.Errorf("the passage %q is not in the apparatus", p.Text)
				}
			}
		}
	}
}

// TestBodiesAreInAllFormats: the unions, companies and councils that meet stand in each format of a meeting, not in its JSON alone.
func TestBodiesAreInAllFormats(t *testing.T) {
	const body = "Pilots & Cabin Union"
	d := sample.Build(t, sample.Field(), sample.Pair("full"))
	d.Meetings[0].Bodies = []string{body}
	doc := d.MeetingDoc(&d.Meetings[0])
	b, err := formats.MeetingJSONLD(&doc, "")
	e := graph(t, b, err)["/meetings/"+doc.Meeting.ID]
	organization := func(x any) bool {
		return x.(map[string]any)["@type"] == "Organization" && x.(map[string]any)["name"] == body
	}
	if !slices.ContainsFunc(e["attendee"].([]any), organization) {
		t.Errorf("JSON-LD: attendees %v", e["attendee"])
	}
	if tei := string(formats.TEI(&doc)); !strings.Contains(tei, "<orgName>Pilots &amp; Cabin Union</orgName>") {
		t.Error("TEI lacks it")
	}
	if csv := string(formats.MeetingsCSV(d)); !strings.Contains(csv, body) {
		t.Error("CSV lacks it")
	}
}
