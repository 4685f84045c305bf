package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

func workerTests(ctx context.Context) tally {
	return nodeTest(ctx, filepath.Join("worker", "test"))
}

func webTests(ctx context.Context) tally {
	return browserTest(ctx, filepath.Join("web", "test"))
}

func e2eTests(ctx context.Context) tally {
	return browserTest(ctx, filepath.Join("tools", "e2e"))
}

func browserTest(ctx context.Context, dir string) (t tally) {
	if err := haveChromium(ctx); err != nil {
		t.fail("%v", err)
		return t
	}
	return nodeTest(ctx, dir)
}

// nodeTest runs the *.test.mjs files below dir with Node's own runner, which prints for people on standard output and
// for us, in TAP, into a file. One file at a time: each starts servers or browsers, and there may be two cores only.
func nodeTest(ctx context.Context, dir string) (t tally) {
	files, err := testFiles(dir)
	if err != nil {
		t.fail("%v", err)
		return t
	}
	if len(files) == 0 {
		return t // the caller makes a failure of it
	}
	tap, err := os.CreateTemp("", "readout-*.tap")
	if err != nil {
		t.fail("%v", err)
		return t
	}
	defer os.Remove(tap.Name())
	defer tap.Close()
	args := append([]string{"--test", "--test-concurrency=1",
		"--test-reporter=spec", "--test-reporter-destination=stdout",
		"--test-reporter=tap", "--test-reporter-destination=" + tap.Name()}, files...)
	runErr := show(ctx, nil, "node", args...)
	text, err := os.ReadFile(tap.Name())
	if err != nil {
		t.fail("%v", err)
		return t
	}
	t = countTAP(dir, string(text))
	if runErr != nil && t.failed == 0 {
		t.fail("node --test %s: %v", dir, runErr)
	}
	return t
}

func testFiles(dir string) (files []string, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".test.mjs") {
			files = append(files, path)
		}
		return err
	})
	slices.Sort(files)
	return files, err
}

var (
	tapTotal  = regexp.MustCompile(`(?m)^# (pass|fail|cancelled|skipped|todo) (\d+)$`)
	tapResult = regexp.MustCompile(`(?m)^ *(not ok|ok) \d+ - (.*?)(?: # (SKIP|TODO)(.*))?$`)
)

// countTAP takes the totals from the end of Node's TAP report and the names of what did not pass from its lines. Todo
// counts as skipped: it does not pass yet and does not fail the run.
func countTAP(label, report string) (t tally) {
	last := map[string]int{} // what a test prints looks like a total too, but the totals come last
	for _, m := range tapTotal.FindAllStringSubmatch(report, -1) {
		last[m[1]], _ = strconv.Atoi(m[2])
	}
	t.passed = last["pass"]
	t.failed = last["fail"] + last["cancelled"]
	t.skipped = last["skipped"] + last["todo"]
	for _, m := range tapResult.FindAllStringSubmatch(report, -1) {
		switch {
		case m[3] != "":
			t.skips = append(t.skips, fmt.Sprintf("%s: %s: %s", label, m[2], strings.TrimSpace(m[4])))
		case m[1] == "not ok":
			t.failures = append(t.failures, label+": "+m[2])
		}
	}
	return t
}

// haveChromium sees to it that the browser tests find a browser: the one that CHROMIUM names or the first of the usual
// names on the PATH, else Debian's, which it installs where it may. The tests find its path in CHROMIUM.
func haveChromium(ctx context.Context) error {
	if os.Getenv("CHROMIUM") != "" {
		return nil
	}
	if findChromium() {
		return nil
	}
	apt, err := exec.LookPath("apt-get")
	if err != nil || os.Geteuid() != 0 {
		return fmt.Errorf("no Chromium: install it (Debian, as root: apt-get install chromium), or name one in CHROMIUM=/path/of/chromium")
	}
	fmt.Println("no Chromium: installing Debian's with apt-get")
	quiet := []string{"DEBIAN_FRONTEND=noninteractive"}
	if err := show(ctx, quiet, apt, "-qq", "-o", "DPkg::Lock::Timeout=300", "update"); err != nil {
		return fmt.Errorf("apt-get update: %w", err)
	}
	if err := show(ctx, quiet, apt, "-qq", "-y", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0",
		"--no-install-recommends", "install", "chromium", "fonts-liberation"); err != nil {
		return fmt.Errorf("apt-get install chromium: %w", err)
	}
	if !findChromium() {
		return fmt.Errorf("apt-get installed chromium, but there is none on the PATH")
	}
	return nil
}

func findChromium() bool {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return os.Setenv("CHROMIUM", path) == nil
		}
	}
	return false
}
