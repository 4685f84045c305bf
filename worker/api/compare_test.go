package api

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/data/dataset"
	"readout/data/witness"
	"readout/wasm/know"
)

// Three accounts of one meeting, with a clash of numbers, noise of several kinds and a sentence that only one has.
var accounts = []witness.Witness{
	{ID: "post-1", Outlet: "post", Published: "2019-05-07", Text: `Ministers to talk about cod

OSLO - Norwegian Foreign Minister Anna Berg will meet Finnish Foreign Minister Eero Salo in Helsinki on Thursday, her ministry announced Tuesday.

Mr. Salo will urge Norway to cut the cod quota by 20 percent in the northern waters.
`},
	{ID: "times-1", Outlet: "times", Published: "2019-05-10", Text: `Berg and Salo hold talks

HELSINKI - Finnish Foreign Minister Eero Salo met Norwegian Foreign Minister Anna Berg in Helsinki on Thursday.

The ministers agreed to cut the cod quota by 30 percent in the northern waters, Salo told reporters.

"We are content with the quota," Berg told reporters.
`},
	{ID: "echo-1", Outlet: "echo", Published: "2019-05-10", Text: `Cod quota shrinks

HELSINKI - The foreign ministers of Norway and Finland, Anna Berg and Eero Salo, met in Helsinki on Thursday.

The Ministers agreed to cut the cod quota by 25 percent in the northern waters, Mr. Salo told the reporters.
`},
}

// accountsDoc is the document of the accounts' meeting as a compiler would write it.
func accountsDoc(t testing.TB) *dataset.MeetingDocument {
	t.Helper()
	doc, err := witness.Compare(accounts, &know.Base{Terms: []know.Term{{ID: "the-quota", Concept: "the quota", Forms: []string{"cod quota", "quota"}}}})
	if err != nil {
		t.Fatal(err)
	}
	doc.Basis, doc.Meeting.ID = "", "helsinki"
	return doc
}

func accountsHandler(t testing.TB, doc *dataset.MeetingDocument) *Handler {
	t.Helper()
	list, err := dataset.Encode(map[string]any{"meetings": []dataset.Meeting{doc.Meeting}})
	if err != nil {
		t.Fatal(err)
	}
	return newHandler(t, [3]string{"/v1/meetings/helsinki.json", "application/json", string(doc.AppendJSON(nil))},
		[3]string{"/v1/articles.json", "application/json", `{"articles":[]}`}, [3]string{"/v1/list.json", "application/json", string(list)})
}

func compared(t *testing.T, h *Handler, query string) dataset.MeetingDocument {
	t.Helper()
	w := do(h, "GET", "/v1/compare?meeting=helsinki"+query)
	var d dataset.MeetingDocument
	if err := json.Unmarshal(w.Body.Bytes(), &d); w.Code != 200 || err != nil {
		t.Fatalf("%s: %d %v\n%s", query, w.Code, err, w.Body)
	}
	return d
}

// TestParseMeeting: what is read of a document and written again is the document, diffs aside.
func TestParseMeeting(t *testing.T) {
	doc := accountsDoc(t)
	got := parseMeeting(string(doc.AppendJSON(nil)))
	for i := range doc.Meeting.Points {
		doc.Meeting.Points[i].Diffs = nil
	}
	if a, b := string(got.AppendJSON(nil)), string(doc.AppendJSON(nil)); a != b {
		t.Errorf("%s\nnot\n%s", a, b)
	}
}

// TestCompareAll: without conditions the comparison is the one that the compiler made.
func TestCompareAll(t *testing.T) {
	doc := accountsDoc(t)
	h := accountsHandler(t, doc)
	got := compared(t, h, "")
	if got.Compare == nil || got.Compare.Granularity != "word" || got.Compare.LeftOut != 0 {
		t.Errorf("compare: %+v", got.Compare)
	}
	got.Compare = nil
	if diff := cmp.Diff(doc, &got); diff != "" {
		t.Error(diff)
	}
	again := compared(t, h, "") // the second time from what was kept
	if again.Compare = nil; !cmp.Equal(doc, &again) {
		t.Error("asked again, another answer")
	}
	diffs := 0
	for _, p := range got.Meeting.Points {
		diffs += len(p.Diffs)
	}
	if diffs < 4 || len(got.Meeting.Discrepancies) == 0 || len(got.Meeting.Terms) == 0 || len(got.Meeting.Voices) == 0 {
		t.Errorf("the sample shows too little: %d comparisons, %d discrepancies, %d terms, %d voices", diffs,
			len(got.Meeting.Discrepancies), len(got.Meeting.Terms), len(got.Meeting.Voices))
	}
}

// TestCompareSome: two outlets, and nothing that only the third tells.
func TestCompareSome(t *testing.T) {
	h := accountsHandler(t, accountsDoc(t))
	got := compared(t, h, "&outlets=times,echo")
	if w := do(h, "GET", "/v1/compare?meeting=helsinki&outlets=times,echo"); strings.Contains(w.Body.String(), "post") || strings.Contains(w.Body.String(), "urge Norway") {
		t.Errorf("something of the third outlet is left: %s", w.Body)
	}
	if len(got.Articles) != 2 || len(got.Meeting.Coverage) != 2 || len(got.Outlets) != 2 {
		t.Errorf("%d articles, %d coverages, %d outlets", len(got.Articles), len(got.Meeting.Coverage), len(got.Outlets))
	}
	for _, d := range got.Meeting.Discrepancies {
		if len(d.Sides) != 2 {
			t.Errorf("sides %+v", d.Sides)
		}
	}
	if one := compared(t, h, "&outlets=echo"); len(one.Meeting.Discrepancies) > 0 || len(one.Meeting.Points) == 0 {
		t.Errorf("one outlet alone: %+v", one.Meeting)
	}
}

// TestCompareBase: the base comes first in each comparison, and swapping it swaps delete and insert.
func TestCompareBase(t *testing.T) {
	h := accountsHandler(t, accountsDoc(t))
	a := compared(t, h, "&outlets=times,echo&base=times")
	b := compared(t, h, "&outlets=times,echo&base=echo-1")
	if a.Compare.Base != "times-1" || b.Compare.Base != "echo-1" {
		t.Errorf("bases %q, %q", a.Compare.Base, b.Compare.Base)
	}
	seen := 0
	for i, p := range a.Meeting.Points {
		for j, d := range p.Diffs {
			e := b.Meeting.Points[i].Diffs[j]
			if d.Base != "times-1" || e.Base != "echo-1" || d.Shared != e.Shared || len(d.Edits) != len(e.Edits) {
				t.Errorf("%s: %+v, %+v", p.ID, d, e)
			}
			for _, x := range d.Edits {
				seen++
				if !slices.ContainsFunc(e.Edits, func(y dataset.Edit) bool { return cmp.Equal(x.Base, y.Other) && cmp.Equal(x.Other, y.Base) }) {
					t.Errorf("%s: no mirror of %+v in %+v", p.ID, x, e.Edits)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no edits")
	}
}

func TestCompareOptions(t *testing.T) {
	h := accountsHandler(t, accountsDoc(t))
	edits := func(d dataset.MeetingDocument) (noise, marked int) {
		for _, p := range d.Meeting.Points {
			for _, x := range p.Diffs {
				for _, e := range x.Edits {
					if e.Noise {
						noise++
					}
					for _, s := range []*[2]int{e.Base, e.Other} {
						if s != nil {
							marked += s[1] - s[0]
						}
					}
				}
			}
		}
		return noise, marked
	}
	noise, marked := edits(compared(t, h, "&outlets=times,echo"))
	some, _ := edits(compared(t, h, "&outlets=times,echo&ignore=case"))
	none, _ := edits(compared(t, h, "&outlets=times,echo&ignore=case,punctuation,honorifics,names,numbers,particles,spelling"))
	if none != 0 || some == 0 || some >= noise {
		t.Errorf("%d noisy edits, %d without case, %d without all kinds", noise, some, none)
	}
	if _, chars := edits(compared(t, h, "&outlets=times,echo&granularity=char")); chars >= marked {
		t.Errorf("%d characters marked by characters, %d by words", chars, marked)
	}
	all := compared(t, h, "")
	sure := compared(t, h, "&min_confidence=1")
	if n := sure.Compare.LeftOut; n == 0 || n+len(sure.Meeting.Points) != len(all.Meeting.Points) {
		t.Errorf("%d of %d points, %d left out", len(sure.Meeting.Points), len(all.Meeting.Points), n)
	}
	for _, d := range sure.Meeting.Discrepancies {
		if !slices.ContainsFunc(sure.Meeting.Points, func(p dataset.Point) bool { return p.ID == d.Point }) {
			t.Errorf("the discrepancy %s is on a point that was left out", d.ID)
		}
	}
}

func TestCompareProblems(t *testing.T) {
	h := accountsHandler(t, accountsDoc(t))
	for _, c := range []struct{ query, kind, parameter, expected string }{
		{"", "missing-parameter", "", ""},
		{"meeting=oslo", "invalid-parameter", "meeting", "an id of /v1/meetings"},
		{"meeting=../meetings", "invalid-parameter", "meeting", ""},
		{"meeting=helsinki&outlets=times,sun", "invalid-parameter", "outlets", "post, times, echo"},
		{"meeting=helsinki&outlets=times,", "invalid-parameter", "outlets", ""},
		{"meeting=helsinki&base=sun", "invalid-parameter", "base", "post, times, echo"},
		{"meeting=helsinki&outlets=times,echo&base=post", "invalid-parameter", "base", "that are compared"},
		{"meeting=helsinki&granularity=line", "invalid-parameter", "granularity", "word or char"},
		{"meeting=helsinki&ignore=case,all", "invalid-parameter", "ignore", "punctuation"},
		{"meeting=helsinki&min_confidence=1.5", "invalid-parameter", "min_confidence", "0 to 1"},
		{"meeting=helsinki&min_confidence=nan", "invalid-parameter", "min_confidence", "0 to 1"},
		{"meeting=helsinki&outlet=times", "unknown-parameter", "outlet", ""},
	} {
		w := do(h, "GET", "/v1/compare?"+c.query)
		p := decode(t, w)
		right, _ := p["expected"].(string)
		if w.Code != 400 || p["type"] != "/v1/problems#"+c.kind || c.parameter != "" && p["parameter"] != c.parameter || !strings.Contains(right, c.expected) {
			t.Errorf("%s: %d %s", c.query, w.Code, w.Body)
		}
	}
}

// TestCompareKeepsRights: of an article that only its headline is let out of, no word is compared.
func TestCompareKeepsRights(t *testing.T) {
	doc := accountsDoc(t)
	for i := range doc.Articles {
		if a := &doc.Articles[i]; a.Outlet == "echo" {
			a.Rights = "headline"
			for j := range a.Passages {
				a.Passages[j].Text = ""
			}
		}
	}
	for _, p := range compared(t, accountsHandler(t, doc), "").Meeting.Points {
		for _, d := range p.Diffs {
			if d.Base == "echo-1" || d.Other == "echo-1" {
				t.Errorf("%s compares the closed article: %+v", p.ID, d)
			}
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	h := accountsHandler(b, accountsDoc(b))
	r, err := edgeRequest("GET", "/v1/compare?meeting=helsinki&outlets=times,echo", "")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		h.ServeHTTP(discard{h: map[string][]string{}}, r)
	}
}

// TestParseMeetingReadsEveryField: parseMeeting is written out by hand, so that a field that the shape gets could be forgotten.
func TestParseMeetingReadsEveryField(t *testing.T) {
	n := 0
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		n++
		switch v.Kind() {
		case reflect.String:
			v.SetString("text " + strconv.Itoa(n))
		case reflect.Int:
			v.SetInt(int64(n))
		case reflect.Float64:
			v.SetFloat(float64(n) / 1000)
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem())
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0))
		case reflect.Map:
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(key)
			fill(value)
			v.Set(reflect.MakeMap(v.Type()))
			v.SetMapIndex(key, value)
		case reflect.Array:
			for i := range v.Len() {
				fill(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		default:
			t.Fatalf("nothing to fill a %v with", v.Type())
		}
	}
	var want dataset.MeetingDocument
	fill(reflect.ValueOf(&want).Elem())
	got := parseMeeting(string(want.AppendJSON(nil)))
	// Of documents of the dataset none has these; what differs is found anew; and a summary is of the whole.
	want.Basis, want.CutShort, want.Compare, want.Meeting.Counts = "", false, nil, nil
	want.Meeting.Points[0].Diffs, want.Summary = nil, nil
	if d := cmp.Diff(&want, got); d != "" {
		t.Errorf("written and read (-want +got):\n%s", d)
	}
}
