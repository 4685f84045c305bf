package main

import "fmt"

// tally counts tests, and keeps a line for each that failed or was skipped, for the end of the run.
type tally struct {
	passed, failed, skipped int
	failures, skips         []string
}

// fail counts one failure and keeps the line that tells of it.
func (t *tally) fail(format string, args ...any) {
	t.failed++
	t.failures = append(t.failures, fmt.Sprintf(format, args...))
}

// check counts one check that has no tests of its own.
func (t *tally) check(name string, err error) {
	if err != nil {
		t.fail("%s: %v", name, err)
		return
	}
	t.passed++
}

func (t *tally) add(u tally) {
	t.passed += u.passed
	t.failed += u.failed
	t.skipped += u.skipped
	t.failures = append(t.failures, u.failures...)
	t.skips = append(t.skips, u.skips...)
}

// explain prints what did not pass: nothing fails or is left out in silence.
func (t tally) explain() {
	for _, s := range t.skips {
		fmt.Println("   skipped", s)
	}
	for _, f := range t.failures {
		fmt.Println("   FAILED ", f)
	}
}

// String is the closing line: "12 passed, 0 failed", and ", 1 skipped" where there is one.
func (t tally) String() string {
	s := fmt.Sprintf("%d passed, %d failed", t.passed, t.failed)
	if t.skipped > 0 {
		s += fmt.Sprintf(", %d skipped", t.skipped)
	}
	return s
}
