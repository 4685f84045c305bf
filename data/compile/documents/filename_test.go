package documents

import "testing"

func TestFileName(t *testing.T) {
	for _, c := range []struct{ path, typ, want string }{
		{"/", TypeHTML, "index.html"}, {"/meetings/a", TypeHTML, "meetings/a.html"}, {"/x.html", TypeHTML, "x.html"}, {"/a/", TypeHTML, "a/index.html"},
		{"/v1/a.json", TypeJSON, "v1/a.json"}, {"/v1/dataset.json", TypeJSON, "dataset.json"}, {"/widget.js", "text/javascript; charset=utf-8", "widget.js"},
	} {
		if got := FileName(c.path, c.typ); got != c.want {
			t.Errorf("%s: %s, want %s", c.path, got, c.want)
		}
	}
}
