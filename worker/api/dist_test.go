package api

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

const meetingJSON = `{"schema":1,"meeting":{"id":"hague-2014","title":"Leaders <meet> in The Hague","coverage":[
 {"article":"a","status":"proposed","passages":["s1"]},{"article":"b","status":"held","passages":["s1"]}]},
 "articles":[{"id":"a","outlet":"post"},{"id":"b","outlet":"times"}],
 "outlets":[{"id":"post","name":"The Post & Co"},{"id":"times","name":"The Times"}],
 "summary":{"en":"The Post & Co: proposed; The Times: held. Of three points, one is told by both.","ja":"The Post & Co：提案"}}`

// testDocuments are path, media type and content.
var testDocuments = [][3]string{
	{"/", "text/html; charset=utf-8", "<!doctype html><title>Readout</title>\n"},
	{"/embed/meetings/hague-2014", "text/html; charset=utf-8", "<!doctype html><title>Embed</title>\n"},
	{"/embed/ja/meetings/hague-2014", "text/html; charset=utf-8", "<!doctype html><title>Embed</title>\n"},
	{"/meetings/hague-2014", "text/html; charset=utf-8", `<!doctype html><title>The Hague</title>`},
	{"/readout.css", "text/css; charset=utf-8", "h1{color:red}\n"},
	{"/v1/dataset.json", "application/json", `{"schema":1,"meetings":[{"id":"hague-2014"},{"id":"seoul-2015"}]}`},
	{"/v1/meetings.json", "application/json", `[]`},
	{"/v1/meetings/hague-2014.json", "application/json", meetingJSON},
	{"/v1/meetings/2014-04-16-seoul-director-general-talks.json", "application/json", `{}`},
	{"/v1/series/talks.csv", "text/csv; charset=utf-8", "a,b\n"},
	{"/widget.js", "text/javascript; charset=utf-8", "export {};\n"},
}

// testDist makes a dist folder in memory out of testDocuments and whatever is added.
func testDist(t testing.TB, extra ...[3]string) fstest.MapFS {
	t.Helper()
	var documents []map[string]any // folder.Document, without its imports
	fsys := fstest.MapFS{}
	for _, d := range append(testDocuments[:len(testDocuments):len(testDocuments)], extra...) {
		file := "files" + strings.ReplaceAll(d[0], "/", "_")
		sum := sha256.Sum256([]byte(d[2]))
		documents = append(documents, map[string]any{
			"path": d[0], "file": file, "type": d[1], "bytes": len(d[2]), "sha256": hex.EncodeToString(sum[:]),
		})
		fsys[file] = &fstest.MapFile{Data: []byte(d[2])}
	}
	raw, err := json.Marshal(map[string]any{
		"schema": 1, "engine": "test", "digest": "00ff", "modified": "2022-11-14T00:00:00Z", "documents": documents,
	})
	if err != nil {
		t.Fatal(err)
	}
	fsys["manifest.json"] = &fstest.MapFile{Data: raw}
	return fsys
}

func newHandler(t testing.TB, extra ...[3]string) *Handler {
	t.Helper()
	h, err := New(testDist(t, extra...), Options{Build: "b0", Index: IndexNow})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// do sends a request with headers as name, value, name, value…
func do(h http.Handler, method, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// decode reads a JSON answer.
func decode(t *testing.T, w *httptest.ResponseRecorder) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("not a JSON object: %v\n%s", err, w.Body)
	}
	return v
}
