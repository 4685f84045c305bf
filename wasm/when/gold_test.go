package when

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/wasm/text"
)

// shared is where the reference material stands on machines that have it.
const shared = "../../../shared"

// TestGoldMeetings holds the dates of the reference: where an article's phrase for the date of a meeting is found and can be
// resolved, it never speaks against the date that the text licenses, and where the phrase is a day it is that day.
func TestGoldMeetings(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(shared, "gold/seeds.json"))
	if err != nil {
		t.Skip("no reference material here")
	}
	var gold struct {
		Articles []struct {
			File, Filename string
			Publication    struct {
				EDTF  string `json:"edtf"`
				Range string `json:"range_edtf"`
			}
		}
		Meetings []struct {
			ID   string
			Date struct {
				EDTF   string `json:"edtf"`
				Text   string `json:"edtf_text"`
				Phrase string
			}
			Articles map[string]struct{ Sentences []struct{ Text string } }
		}
	}
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	for _, wide := range []bool{false, true} {
		right, coarser, relative := 0, 0, 0
		for _, a := range gold.Articles {
			source, err := os.ReadFile("../../seeds/" + a.Filename)
			if err != nil {
				t.Fatal(err)
			}
			d := text.New(string(source), "en", "")
			pub := mustParse(t, a.Publication.EDTF)
			if wide {
				pub = mustParse(t, a.Publication.Range)
			}
			found := Find(d, pub)
			checkFound(t, d, found)
			for _, m := range gold.Meetings {
				want := mustParse(t, m.Date.EDTF)
				if m.Date.Text != "" {
					want = mustParse(t, m.Date.Text)
				}
				for _, s := range m.Articles[a.File].Sentences {
					for _, e := range found {
						if !strings.Contains(m.Date.Phrase, e.Text) || !strings.Contains(s.Text, e.Text) || !strings.Contains(s.Text, strings.TrimSpace(d.Slice(d.Passages[e.Passage].Span))) {
							continue
						}
						switch {
						case e.Relative != nil:
							relative++
						case e.Date.IsZero():
						case e.Date.First() == want.First() && e.Date.Last() == want.Last():
							right++
						case e.Date.Overlaps(want):
							coarser++
						default:
							t.Errorf("%s: %q of %q is %s, want %s", m.ID, e.Text, m.Date.Phrase, e.Date, want)
						}
					}
				}
			}
		}
		t.Logf("range %v: %d right, %d coarser or finer, %d count from an event", wide, right, coarser, relative)
		if right < 28 || coarser > right/4 {
			t.Errorf("%d right and %d coarser are fewer and more than they were", right, coarser)
		}
	}
}
