package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The gold standard of the seeds lies beside the project and is not part of it.
const goldScore = "../../../shared/gold/score.py"

// score is what score.py prints.
type score struct {
	Lines, Sentences, Names, Date, Status, Participants, Terms float64
	Meetings                                                   struct {
		F1           float64
		Found, Extra int
	}
	HardNegatives struct{ Merged int } `json:"hard_negatives"`
}

// gold scores a compiled folder, or skips the test where that cannot be done.
func gold(t *testing.T, out string) score {
	t.Helper()
	if _, err := os.Stat(goldScore); err != nil {
		t.Skipf("no gold standard at %s: the compiled seeds are not scored", goldScore)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3: the compiled seeds are not scored")
	}
	said, err := exec.Command(python, goldScore, filepath.Join(out, datasetFile(t, out))).Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("score.py: %v\n%s", err, exit.Stderr)
		}
		t.Fatal(err)
	}
	var s score
	if err := json.Unmarshal(said, &s); err != nil {
		t.Fatalf("score.py: %v\n%s", err, said)
	}
	t.Logf("%+v", s)
	return s
}

// The floors are a little below what was measured, so that a change that makes the engine worse is seen.
func TestGold(t *testing.T) {
	s := gold(t, compiled(t, shippedRegistry))
	for _, c := range []struct {
		name       string
		got, floor float64
	}{
		{"lines", s.Lines, 1}, {"sentences", s.Sentences, .99}, {"meetings f1", s.Meetings.F1, .97}, {"meetings found", float64(s.Meetings.Found), 34},
		{"date", s.Date, .97}, {"status", s.Status, .97}, {"participants", s.Participants, .97}, {"names", s.Names, .98}, {"terms", s.Terms, .90},
	} {
		if c.got < c.floor {
			t.Errorf("%s: %v, must be at least %v", c.name, c.got, c.floor)
		}
	}
	if s.Meetings.Extra != 0 || s.HardNegatives.Merged != 0 {
		t.Errorf("%d meetings that are none, %d hard negatives merged; must be 0", s.Meetings.Extra, s.HardNegatives.Merged)
	}
}

// Without any knowledge of the field the engine still finds the meetings.
func TestGoldWithoutRegistry(t *testing.T) {
	s := gold(t, compiled(t, "none"))
	if s.Meetings.F1 < .85 || s.HardNegatives.Merged != 0 {
		t.Errorf("meetings f1 %v, must be at least .85; %d hard negatives merged, must be 0", s.Meetings.F1, s.HardNegatives.Merged)
	}
}
