package api

import (
	"net/url"
	"strings"
	"testing"
)

// listDocuments are a small dataset's collections.
var listDocuments = [][3]string{
	{"/v1/articles.json", "application/json", `{"articles":[{"id":"a1","outlet":"post","published":"2014-03-20","language":"en"},
		{"id":"a2","outlet":"times","published":"2014-04?","language":"ja"}]}`},
	{"/v1/outlets.json", "application/json", `{"outlets":[{"id":"post","name":"Post","country":"US","articles":["a1"]},{"id":"times","name":"Times","articles":["a2"]}]}`},
	{"/v1/people.json", "application/json", `{"people":[{"id":"abe","name":"Abe","country":"JP","meetings":["m1"],"forms":{"a1":["Shinzo Abe"],"a2":["安倍"]}},
		{"id":"park","name":"Park","country":"KR"}]}`},
	{"/v1/issues.json", "application/json", `{"issues":[{"id":"labour","title":"Labour","uses":[{"article":"a1","passage":"s1","meeting":"m2"},{"article":"a2","passage":"s1"}]}]}`},
	{"/v1/series.json", "application/json", `{"series":[{"id":"talks","title":"Talks","rounds":["m2"],"countries":["JP","KR"]}]}`},
}

var listMeetings = `{"meetings":[
	{"id":"m1","title":"B","date":"2014-03-25","status":"held","type":"summit","series":null,"participants":["abe","park"],"countries":["JP","KR"],
	 "coverage":[{"article":"a1","status":"proposed"},{"article":"a2","status":"held"}]},
	{"id":"m2","title":"A","date":"[2014-04-01..2014-04-16]","status":"proposed","type":"talks","series":"talks","participants":[],"countries":["JP"],
	 "coverage":[{"article":"a2","status":"proposed"}]},
	{"id":"m3","title":"C","date":"2014-XX","status":"held","type":"talks","series":null,"participants":["abe"],"coverage":[{"article":"a1","status":"held"}]},
	{"id":"m4","title":"D","status":"not-yet","type":"call","series":null,"participants":[],"coverage":[]}]}`

func listHandler(t testing.TB) *Handler {
	fsys := testDist(t, listDocuments...)
	h, err := New(fsys, Options{Build: "b0", Index: IndexNow})
	if err != nil {
		t.Fatal(err)
	}
	d := h.documents["/v1/meetings.json"] // the empty one of testDocuments
	d.once.Do(func() { d.body = []byte(listMeetings) })
	return h
}

func ids(t *testing.T, h *Handler, target string) string {
	t.Helper()
	w := do(h, "GET", target)
	if w.Code != 200 {
		t.Errorf("%s: %d %s", target, w.Code, w.Body)
		return ""
	}
	v := decode(t, w)
	name, _, _ := strings.Cut(strings.TrimPrefix(target, "/v1/"), "?")
	var out []string
	for _, it := range v[name].([]any) {
		out = append(out, it.(map[string]any)["id"].(string))
	}
	return strings.Join(out, " ")
}

func TestLists(t *testing.T) {
	h := listHandler(t)
	for _, test := range []struct{ target, want string }{
		{"/v1/meetings", "m1 m2 m3 m4"},
		{"/v1/meetings?outlet=post", "m1 m3"},
		{"/v1/meetings?outlet=times", "m1 m2"},
		{"/v1/meetings?article=a2&status=held", "m1"},
		{"/v1/meetings?person=park", "m1"},
		{"/v1/meetings?country=KR", "m1"},
		{"/v1/meetings?series=talks", "m2"},
		{"/v1/meetings?issue=labour", "m2"},
		{"/v1/meetings?status=denied", ""},
		{"/v1/meetings?type=talks", "m2 m3"},
		{"/v1/meetings?date=2014-04", "m2 m3"},
		{"/v1/meetings?date=2014-03-25/2014-03-31", "m1 m3"},
		{"/v1/meetings?date=2013", ""},
		{"/v1/meetings?date=2014-04-10/..", "m2 m3"},
		{"/v1/meetings?sort=title", "m2 m1 m3 m4"},
		{"/v1/meetings?sort=-id", "m4 m3 m2 m1"},
		{"/v1/meetings?sort=date", "m4 m3 m1 m2"},
		{"/v1/meetings?sort=-date&status=held", "m1 m3"},
		{"/v1/meetings?limit=2", "m1 m2"},
		{"/v1/meetings?limit=2&cursor=m2", "m3 m4"},
		{"/v1/articles?language=ja", "a2"},
		{"/v1/articles?date=2014-04-05", "a2"},
		{"/v1/articles?meeting=m1", "a1 a2"},
		{"/v1/articles?meeting=m3", "a1"},
		{"/v1/articles?meeting=m4", ""},
		{"/v1/articles?person=abe&sort=-id", "a2 a1"},
		{"/v1/articles?person=park", ""},
		{"/v1/articles?issue=labour", "a1 a2"},
		{"/v1/people?article=a2", "abe"},
		{"/v1/issues?outlet=times", "labour"},
		{"/v1/issues?meeting=m1", ""},
		{"/v1/people?country=JP", "abe"},
		{"/v1/outlets?article=a2", "times"},
		{"/v1/series?country=KR", "talks"},
	} {
		if got := ids(t, h, test.target); got != test.want {
			t.Errorf("%s: %q, want %q", test.target, got, test.want)
		}
	}
}

// Following next from page to page gives every item once, whatever the filters and the order.
func TestPagesOfAList(t *testing.T) {
	h := listHandler(t)
	for _, start := range []string{"/v1/meetings?limit=1", "/v1/meetings?limit=1&sort=-date", "/v1/meetings?limit=1&outlet=post&sort=title"} {
		want := ids(t, h, strings.Replace(start, "limit=1", "limit=200", 1))
		var got []string
		for next := start; next != "" && len(got) < 10; {
			w := do(h, "GET", next)
			v := decode(t, w)
			got = append(got, ids(t, h, next))
			next, _ = v["next"].(string)
			if link := w.Header().Get("Link"); next != "" && link != "<"+next+`>; rel="next"` {
				t.Errorf("%s: Link %q", start, link)
			}
			if _, err := url.Parse(next); err != nil {
				t.Error(err)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", start, got, want)
		}
	}
}

func TestListProblems(t *testing.T) {
	h := listHandler(t)
	for _, test := range []struct{ target, parameter, expected, suggestion string }{
		{"/v1/meetings?outlet=pots", "outlet", "an id of /v1/outlets", "post"},
		{"/v1/meetings?status=hold", "status", "one of held, scheduled, proposed, denied, not-yet", "held"},
		{"/v1/meetings?country=XX", "country", "one of JP, KR", ""},
		{"/v1/meetings?date=yesterday", "date", "an EDTF date", ""},
		{"/v1/meetings?date=2015/2014", "date", "an EDTF date", ""},
		{"/v1/meetings?sort=size", "sort", "one of date, -date, id, -id, title, -title", ""},
		{"/v1/meetings?limit=0", "limit", "a number from 1 to 200", ""},
		{"/v1/meetings?limit=201", "limit", "a number from 1 to 200", ""},
		{"/v1/meetings?cursor=nothing", "cursor", "the value that the page before gave", ""},
		{"/v1/meetings?status=held&cursor=m2", "cursor", "the value that the page before gave", ""},
	} {
		w := do(h, "GET", test.target)
		v := decode(t, w)
		expected, _ := v["expected"].(string)
		suggestion, _ := v["suggestion"].(string)
		if w.Code != 400 || v["parameter"] != test.parameter || !strings.HasPrefix(expected, test.expected) || suggestion != test.suggestion {
			t.Errorf("%s: %d %s", test.target, w.Code, w.Body)
		}
	}
}

// Of an archive some lists are cut and others are not: a filter of a whole list takes ids that a cut one does not hold.
func TestFilterByWhatACutListLacks(t *testing.T) {
	h := newHandler(t,
		[3]string{"/v1/articles.json", "application/json", `{"articles":[{"id":"a1","outlet":"post"},{"id":"a2","outlet":"post"}]}`},
		[3]string{"/v1/series.json", "application/json", `{"series":[{"id":"talks","rounds":["m7"]}]}`},
		[3]string{"/v1/people.json", "application/json", `{"people":[{"id":"abe","forms":{}}],"total":2000}`},
		[3]string{"/v1/people/park.json", "application/json", `{"id":"park","forms":{"a2":["Park"]}}`},
		[3]string{"/v1/meetings/m7.json", "application/json", `{"schema":1,"meeting":{"id":"m7","coverage":[{"article":"a1"}]}}`})
	h.manifest.packs = 1
	meetings := h.documents["/v1/meetings.json"] // the empty one of testDocuments
	meetings.once.Do(func() { meetings.body = []byte(`{"meetings":[{"id":"m9","coverage":[]}],"total":2000}`) })
	for target, want := range map[string]string{
		"/v1/articles?person=park": "a2", "/v1/articles?person=abe": "",
		"/v1/articles?meeting=m7": "a1", "/v1/articles?meeting=m9": "", "/v1/series?meeting=m7": "talks",
	} {
		if got := ids(t, h, target); got != want {
			t.Errorf("%s: %q, want %q", target, got, want)
		}
	}
	for _, target := range []string{"/v1/articles?person=nobody", "/v1/series?meeting=m8", "/v1/articles?meeting=", "/v1/search?q=a&article=a3"} {
		if w := do(h, "GET", target); w.Code != 400 {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
}
