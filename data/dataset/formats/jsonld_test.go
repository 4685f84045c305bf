package formats_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"readout/data/dataset"
	"readout/data/dataset/formats"
	"readout/data/dataset/sample"
)

// graph decodes JSON-LD into its nodes by @id.
func graph(t *testing.T, b []byte, err error) map[string]map[string]any {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var g struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(b, &g); err != nil || g.Context != "https://schema.org" {
		t.Fatalf("%v\n%s", err, b)
	}
	nodes := map[string]map[string]any{}
	for _, n := range g.Graph {
		id := n["@id"].(string)
		if nodes[id] != nil {
			t.Errorf("%s stands twice in the graph", id)
		}
		nodes[id] = n
	}
	return nodes
}

func TestJSONLD(t *testing.T) {
	const site = "https://readout.example"
	d := sample.Build(t, sample.Field(), sample.Pair("headline"))
	doc := d.MeetingDoc(&d.Meetings[0])
	doc.Articles[0].Headline = "</script><b>&"
	b, err := formats.MeetingJSONLD(&doc, site)
	if strings.ContainsAny(string(b), "<>&") {
		t.Errorf("not safe in a page: %s", b)
	}
	nodes := graph(t, b, err)
	e := nodes[site+"/meetings/"+doc.Meeting.ID]
	if e == nil || e["@type"] != "Event" || e["startDate"] != "2019-05-09" || e["endDate"] != nil || e["eventStatus"] != "https://schema.org/EventScheduled" ||
		e["superEvent"].(map[string]any)["@id"] != site+"/series/nordic-ministers" || len(e["attendee"].([]any)) != 2 {
		t.Errorf("event %v", e)
	}
	for _, ref := range e["subjectOf"].([]any) {
		a := nodes[ref.(map[string]any)["@id"].(string)]
		if a == nil || a["@type"] != "NewsArticle" || a["datePublished"] != "2019-05-10" || a["headline"] == "" ||
			a["publisher"].(map[string]any)["name"] == "" || a["about"].([]any)[0].(map[string]any)["@id"] != e["@id"] {
			t.Errorf("article %v", a)
		}
	}
	s := d.SeriesDoc(&d.Series[0])
	b, err = formats.SeriesJSONLD(&s, "")
	nodes = graph(t, b, err)
	if sub := nodes["/series/nordic-ministers"]["subEvent"].([]any); len(sub) != len(s.Rounds) || nodes[sub[0].(map[string]any)["@id"].(string)] == nil {
		t.Errorf("series %v", nodes)
	}
	b, err = formats.ArticleJSONLD(d, "b", site)
	if nodes = graph(t, b, err); nodes[site+"/v1/articles/b.json"]["about"] == nil {
		t.Errorf("article %v", nodes)
	}
	b, err = formats.MeetingsJSONLD(d, site)
	if nodes = graph(t, b, err); len(nodes) != len(d.Meetings) {
		t.Errorf("%d events of %d meetings", len(nodes), len(d.Meetings))
	}
}

// TestJSONLDDates: schema.org's dates are ISO 8601, so an uncertain day loses its mark and a range becomes two days.
func TestJSONLDDates(t *testing.T) {
	for _, c := range []struct{ edtf, want string }{
		{"2014-03-25", "2014-03-25"}, {"2014-03-25?", "2014-03-25"}, {"2014-03", "2014-03"}, {"2014~", "2014"}, {"2014-03-25/2014-03-26", "2014-03-25 2014-03-26"},
		{"[2014-02-18..2014-02-21]", "2014-02-18 2014-02-21"}, {"201X", "2010-01-01 2019-12-31"}, {"2014-03-25/..", ""}, {"", ""},
	} {
		d := &dataset.Dataset{Meetings: []dataset.Meeting{{ID: "m", Date: c.edtf}}}
		b, err := formats.MeetingsJSONLD(d, "")
		n := graph(t, b, err)["/meetings/m"]
		var got []string
		for _, k := range []string{"startDate", "endDate"} {
			if s, ok := n[k].(string); ok {
				got = append(got, s)
			}
		}
		if !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("%s: %q, want %s", c.edtf, got, c.want)
		}
	}
}
