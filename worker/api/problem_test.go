package api

import (
	"net/url"
	"strings"
	"testing"
)

// TestWhereNothingIs: what an address without a document suggests, in a dataset that has several formats.
func TestWhereNothingIs(t *testing.T) {
	h := newHandler(t,
		[3]string{"/v1/openapi.json", "application/vnd.oai.openapi+json", "{}"},
		[3]string{"/api", "text/html; charset=utf-8", "<!doctype html>\n"},
		[3]string{"/.well-known/api-catalog", "application/linkset+json", "{}"},
		[3]string{"/v1/meetings.csv", "text/csv; charset=utf-8", "id\n"},
		[3]string{"/v1/meetings/hague-2014.csv", "text/csv; charset=utf-8", "id\n"},
		[3]string{"/v1/meetings/hague-2014.jsonld", "application/ld+json", "{}"},
		[3]string{"/v1/meetings/hague-2014.tei.xml", "application/tei+xml", "<TEI/>"},
	)
	for _, test := range []struct{ target, suggestion string }{
		{"/v1", "/.well-known/api-catalog"}, // which names /v1/ as the API
		{"/v1/", "/.well-known/api-catalog"},
		{"/v1/nothing-of-the-kind", "/v1/openapi.json"},
		{"/v1/meetings.JSON", "/v1/meetings.json"},
		{"/v1/Meetings.json", "/v1/meetings.json"},
		{"/v1/meetings.xml", "/v1/meetings.json"},
		{"/v1/meetings.html", "/v1/meetings.json"},
		{"/v1/meetings.CSV", "/v1/meetings.csv"},
		{"/v1/meetings.json/", "/v1/meetings.json"},
		{"/v1/meetings/hague-2014.xml", "/v1/meetings/hague-2014.tei.xml"},
		{"/v1/meetings/hague-2014.tei", "/v1/meetings/hague-2014.tei.xml"},
		{"/v1/meetings/hague-2014.rdf", "/v1/meetings/hague-2014.json"},
		{"/v1/meetings/Hague-2014.JSONLD", "/v1/meetings/hague-2014.jsonld"},
		{"/v1/meetings/hage-2014.xml", "/v1/meetings/hague-2014.tei.xml"},
	} {
		w := do(h, "GET", test.target)
		if w.Code == 308 {
			if got := w.Header().Get("Location"); got != test.suggestion {
				t.Errorf("%s: sent to %s", test.target, got)
			}
			continue
		}
		p := decode(t, w)
		detail, _ := p["detail"].(string)
		if w.Code != 404 || p["suggestion"] != test.suggestion || !strings.Contains(detail, test.suggestion) {
			t.Errorf("%s: %d %s, want %s", test.target, w.Code, w.Body, test.suggestion)
		}
	}
	w := do(h, "GET", "/v1/nothing-of-the-kind")
	if detail := decode(t, w)["detail"].(string); !strings.Contains(detail, "/api") {
		t.Errorf("the page for people is not named: %s", detail)
	}
}

// TestDocumentsOfListsNameTheEndpoint: who asks a list's document for a part of it is told where parts are given.
func TestDocumentsOfListsNameTheEndpoint(t *testing.T) {
	h := newHandler(t)
	for target, want := range map[string]any{"/v1/meetings.json?limit=2": "/v1/meetings", "/v1/meetings/hague-2014.json?limit=2": nil} {
		w := do(h, "GET", target)
		p := decode(t, w)
		if detail, _ := p["detail"].(string); w.Code != 400 || p["suggestion"] != want || want != nil && !strings.Contains(detail, "/v1/meetings takes outlet, ") {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
}

// TestEmptyValues: a parameter without a value is no parameter that was left out; the problem says what would be right.
func TestEmptyValues(t *testing.T) {
	h := newHandler(t)
	for path, e := range h.endpoints {
		if path == "/search" {
			continue // a form sends what is empty
		}
		for _, name := range e.parameters {
			q := url.Values{name: {""}}
			for other, value := range map[string]string{"path": "a", "q": "a", "meeting": "hague-2014", "url": "http://example.com/meetings/hague-2014"} {
				if other != name && contains(e.parameters, other) {
					q.Set(other, value)
				}
			}
			w := do(h, "GET", path+"?"+q.Encode())
			p := decode(t, w)
			value, given := p["value"]
			expected, _ := p["expected"].(string)
			if w.Code != 400 || p["type"] != "/v1/problems#invalid-parameter" || p["parameter"] != name || !given || value != "" || expected == "" {
				t.Errorf("%s?%s: %d %s", path, q.Encode(), w.Code, w.Body)
			}
		}
	}
}

func contains(list []string, s string) bool {
	return strings.Contains(" "+strings.Join(list, " ")+" ", " "+s+" ")
}

// TestDetailIsEnough: whoever reads the detail alone knows what came, what would be right and what is near.
func TestDetailIsEnough(t *testing.T) {
	h := listHandler(t)
	for _, test := range []struct {
		target string
		says   []string
	}{
		{"/v1/meetings?outlet=pots", []string{"outlet", `"pots"`, "an id of /v1/outlets", `"post"`}},
		{"/v1/meetings?limit=many", []string{"limit", `"many"`, "from 1 to 200"}},
		{"/v1/meetings?limit=1&limit=2", []string{"limit", `"2"`, "once"}},
		{"/v1/meetings?person=", []string{"person", `""`, "an id of /v1/people"}},
		{"/v1/query?path=a&document=meetings/hage-2014", []string{"document", `"meetings/hage-2014"`, "/v1/meetings/hague-2014.json"}},
		{"/v1/meetings?persn=abe", []string{`"persn"`, "person", "Known"}},
	} {
		detail, _ := decode(t, do(h, "GET", test.target))["detail"].(string)
		for _, says := range test.says {
			if !strings.Contains(detail, says) {
				t.Errorf("%s: %q does not say %s", test.target, detail, says)
			}
		}
	}
}

// TestMissingParameterIsNamed: by the member that names a wrong one.
func TestMissingParameterIsNamed(t *testing.T) {
	h := newHandler(t)
	for target, parameter := range map[string]string{"/v1/query": "path", "/v1/search": "q", "/v1/compare": "meeting", "/oembed": "url"} {
		w := do(h, "GET", target)
		p := decode(t, w)
		if expected, _ := p["expected"].(string); w.Code != 400 || p["type"] != "/v1/problems#missing-parameter" || p["parameter"] != parameter || expected == "" {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
}

// TestMembersAreNoParameters: of a body the problem speaks of members, and points to them.
func TestMembersAreNoParameters(t *testing.T) {
	h := newHandler(t)
	for _, test := range []struct{ body, kind, pointer string }{
		{`{"witnesses":[{"id":"a","text":"x","lang":"en"}]}`, "unknown-member", "/witnesses/0/lang"},
		{`{"texts":[]}`, "unknown-member", "/texts"},
		{`{}`, "missing-member", "/witnesses"},
	} {
		w := post(h, "/v1/compare", test.body)
		p := decode(t, w)
		if w.Code != 400 || p["type"] != "/v1/problems#"+test.kind || p["pointer"] != test.pointer || strings.Contains(w.Body.String(), "arameter") {
			t.Errorf("%s: %d %s", test.body, w.Code, w.Body)
		}
	}
}

// TestSurprises: what somebody ran into who used the API for the first time.
func TestSurprises(t *testing.T) {
	h := listHandler(t)
	for _, test := range []struct {
		target     string
		status     int
		suggestion string
		says       string
	}{
		{"/v1/meetings?country=jp", 400, "JP", "JP"},                                // a code in lower case
		{"/v1/meetings?status=HELD", 400, "held", ""},                               // a word in upper case
		{"/v1/meetings?Outlet=post", 400, "outlet", `"outlet"`},                     // a parameter's name, too
		{"/v1/meetings?outlets=post", 400, "outlet", `"outlet"`},                    // or one letter off
		{"/v1/meetings?limit=%2B5", 400, "", "from 1 to 200"},                       // what Go takes for a number
		{"/v1/meetings?limit=05", 400, "", "from 1 to 200"},                         //
		{"/v1/compare?meeting=hague-2014&min_confidence=0x1p-1", 400, "", "0 to 1"}, //
		{"/v1/search?q=...", 400, "", "words"},                                      // nothing to look for was found nowhere
		{"/v1/search?q=%22%22", 400, "", "words"},                                   //
		{"/v1/query?path=meetings%7C@pretty", 404, "", "modifiers"},                 // they are off, which the answer did not say
		{"/oembed?url=/meetings/hague-2014&maxwidth=0300", 400, "", "from 1 on"},    //
	} {
		w := do(h, "GET", test.target)
		p := decode(t, w)
		suggestion, _ := p["suggestion"].(string)
		detail, _ := p["detail"].(string)
		if w.Code != test.status || suggestion != test.suggestion || !strings.Contains(detail, test.says) {
			t.Errorf("%s: %d %s", test.target, w.Code, w.Body)
		}
	}
	for from, to := range map[string]string{"/v1/meetings/?limit=2": "/v1/meetings?limit=2", "/v1/search/": "/v1/search", "/v1/meetings.json//": "/v1/meetings.json"} {
		w := do(h, "GET", from)
		if w.Code != 308 || w.Header().Get("Location") != to || w.Header().Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s: %d %v", from, w.Code, w.Header())
		}
	}
}

// TestBaseAmongTheCompared: of a base that is left out the problem names those that are not.
func TestBaseAmongTheCompared(t *testing.T) {
	s := newSite(t)
	for _, op := range s.ops {
		if op.ID != "compare" {
			continue
		}
		u, _ := url.Parse(op.Example)
		outlets := strings.Split(u.Query().Get("outlets"), ",")
		if len(outlets) < 2 {
			t.Fatal(op.Example)
		}
		p := decode(t, do(s.h, "GET", "/v1/compare?meeting="+u.Query().Get("meeting")+"&outlets="+outlets[0]+"&base="+outlets[1]))
		if expected := p["expected"].(string); !strings.HasSuffix(expected, ": "+outlets[0]) {
			t.Errorf("%v", p)
		}
	}
}
