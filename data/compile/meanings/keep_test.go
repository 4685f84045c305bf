package meanings

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"readout/data/model"
)

// What was kept of other meetings stays when something is added, and a run in which the encoder said nothing touches nothing.
func TestKeepAdds(t *testing.T) {
	name := filepath.Join(t.TempDir(), "scores.txt")
	one, two := model.Scores{"a": {{1}}}, model.Scores{"b": {{2}}}
	for _, made := range []model.Scores{nil, one, two, nil} {
		if err := keep(name, made); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := model.ParseScores(string(text)); err != nil || !reflect.DeepEqual(got, model.Scores{"a": {{1}}, "b": {{2}}}) {
		t.Errorf("got %v, %v", got, err)
	}
	if left, err := os.ReadDir(filepath.Dir(name)); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
