package meeting_test

import (
	"slices"
	"strings"
	"testing"

	"readout/wasm/know"
	"readout/wasm/meeting"
)

// Fits tells what Read did: a mention is in the thread that it chose, and what forbids a meeting is said.
func TestFits(t *testing.T) {
	a, ts := read(t, "2019-05-10", "Foreign Minister Anna Berg of Norway met her Finnish counterpart, Eero Salo, in Helsinki on Thursday. "+
		"Berg met Swedish Foreign Minister Nils Dahl in Stockholm on Wednesday. The meeting with Salo lasted two hours.", &know.Base{})
	var said []string
	for _, f := range meeting.Fits(a, &know.Base{}) {
		words := a.Doc.Slice(f.Mention) + " after " + a.Doc.Slice(f.Meeting)
		switch together := slices.ContainsFunc(ts, func(t meeting.Thread) bool {
			has := func(m meeting.Mention) bool { return m.Trigger == f.Mention }
			return slices.ContainsFunc(t.Mentions, has) && t.Mentions[0].Trigger == f.Meeting
		}); {
		case together != f.Chosen:
			t.Errorf("%s: chosen %v, in one thread %v", words, f.Chosen, together)
		case f.Chosen && (f.Score < f.Need || f.Against != ""):
			t.Errorf("%s: chosen with %d of %d points, against it: %q", words, f.Score, f.Need, f.Against)
		}
		sum := 0
		for _, r := range f.Evidence {
			sum += r.Points
		}
		if sum != f.Score {
			t.Errorf("%s: %d points, the reasons add up to %d", words, f.Score, sum)
		}
		said = append(said, words+": "+f.Against)
	}
	want := "met after met: they name different people; meeting after met: ; meeting after met: they name different people"
	if got := strings.Join(said, "; "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
