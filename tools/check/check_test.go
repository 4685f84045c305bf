package main

import (
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What `go test -json` says of a package that passes, one with a failed and a skipped test, one that does not build,
// one that dies outside its tests, and one without tests.
const goEvents = `{"Action":"start","Package":"m/good"}
{"Action":"run","Package":"m/good","Test":"TestA"}
{"Action":"output","Package":"m/good","Test":"TestA","Output":"--- PASS: TestA (0.00s)\n"}
{"Action":"pass","Package":"m/good","Test":"TestA","Elapsed":0}
{"Action":"pass","Package":"m/good","Elapsed":0.1}
{"Action":"run","Package":"m/bad","Test":"TestB"}
{"Action":"output","Package":"m/bad","Test":"TestB","Output":"    b_test.go:5: got 1, want 2\n"}
{"Action":"fail","Package":"m/bad","Test":"TestB","Elapsed":0}
{"Action":"output","Package":"m/bad","Test":"TestC","Output":"    c_test.go:7: no shared corpus: not beside this folder\n"}
{"Action":"skip","Package":"m/bad","Test":"TestC","Elapsed":0}
{"Action":"fail","Package":"m/bad","Elapsed":0.1}
{"ImportPath":"m/broken","Action":"build-output","Output":"broken.go:3:1: syntax error\n"}
{"ImportPath":"m/broken","Action":"build-fail"}
{"Action":"fail","Package":"m/broken","Elapsed":0,"FailedBuild":"m/broken"}
{"Action":"output","Package":"m/dead","Output":"panic: before any test\n"}
{"Action":"fail","Package":"m/dead","Elapsed":0}
{"Action":"skip","Package":"m/none","Elapsed":0}
go: a word of the go command's own
`

func TestCountGo(t *testing.T) {
	var out strings.Builder
	got := countGo("wasm ", strings.NewReader(goEvents), &out)
	want := tally{
		passed: 1, failed: 3, skipped: 1,
		failures: []string{
			"wasm m/bad TestB",
			"wasm m/broken: did not build, or died",
			"wasm m/dead: did not build, or died",
		},
		skips: []string{"wasm m/bad TestC: no shared corpus: not beside this folder"},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(tally{})); d != "" {
		t.Errorf("countGo (-want +got):\n%s", d)
	}
	for _, said := range []string{"got 1, want 2", "syntax error", "panic: before any test", "the go command's own", "pass wasm m/good"} {
		if !strings.Contains(out.String(), said) {
			t.Errorf("output lacks %q:\n%s", said, out.String())
		}
	}
	if strings.Contains(out.String(), "--- PASS") {
		t.Errorf("a test that passed should say nothing:\n%s", out.String())
	}
}

// A report as Node 24 writes it, with a test that prints something like a total.
const tapReport = `TAP version 13
# Subtest: one
# pass 77
ok 1 - one
# Subtest: two
not ok 2 - two
  ---
  failureType: 'testCodeFailure'
  ...
ok 3 - three # SKIP no browser
# Subtest: suite
    # Subtest: inner
    ok 1 - inner
    1..1
ok 4 - suite
1..4
# tests 4
# suites 1
# pass 2
# fail 1
# cancelled 1
# skipped 1
# todo 0
# duration_ms 92.17
`

func TestCountTAP(t *testing.T) {
	got := countTAP("web/test", tapReport)
	want := tally{
		passed: 2, failed: 2, skipped: 1,
		failures: []string{"web/test: two"},
		skips:    []string{"web/test: three: no browser"},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(tally{})); d != "" {
		t.Errorf("countTAP (-want +got):\n%s", d)
	}
}

func TestTallyLine(t *testing.T) {
	sum := countTAP("web/test", tapReport)
	sum.add(countGo("", strings.NewReader(goEvents), io.Discard))
	if got, want := sum.String(), "3 passed, 5 failed, 2 skipped"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := (tally{passed: 4}).String(), "4 passed, 0 failed"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSmallEnv(t *testing.T) {
	got := smallEnv([]string{"PATH=/bin", "SECRET=" + strings.Repeat("x", 9000), "GOPROXY=p", "https_proxy=q", "HOME=/h"})
	if d := cmp.Diff([]string{"PATH=/bin", "GOPROXY=p", "https_proxy=q", "HOME=/h"}, got); d != "" {
		t.Errorf("smallEnv (-want +got):\n%s", d)
	}
}
