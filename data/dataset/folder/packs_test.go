package folder

import "testing"

func TestPackKey(t *testing.T) {
	for path, want := range map[string]string{
		"/v1/meetings/x.json": "x", "/meetings/x": "x", "/embed/ja/meetings/x": "x", "/v1/meetings/x.tei.xml": "x", "/cards/x.png": "x", "/h/0123456789abcdef/ko/meetings/x": "x",
		"/meetings/x/a/b": "x", "/v1/dataset/0001.json": "0001", "/meetings/articles/x": "articles", "/meetings/": "",
		"/v1/meetings.json": "-", "/v1/meetings": "-", "/": "-", "/series/meetings": "-", "/v1/outlets/people.json": "-", "meetings/x": "-",
	} {
		got, many := PackKey(path)
		if !many {
			got = "-"
		}
		if got != want || PackOf(path, 8) >= 0 != many {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
