package compare

import (
	"fmt"
	"strings"
	"testing"

	"readout/wasm/know"
	"readout/wasm/text"
)

func TestTerms(t *testing.T) {
	list := []know.Term{
		{ID: "labor", Forms: []string{"forced labor", "forced labo*", "wartime labor", "labor"}},
		{ID: "island", Forms: []string{"takeshima", "dokdo", "dokdo islets"}},
		{ID: "curbs", Forms: []string{"export*", "export controls"}},
	}
	a, b := side("Forced labor and Dokdo: the forced labor issue. Dokdo islets, export controls, exporting. Labor."), side("Takeshima. Forced labour.")
	var got []string
	for _, u := range NewLexicon(list).Terms([]*text.Document{a.Doc, b.Doc}, [][]int{{0}, {0}}) {
		got = append(got, fmt.Sprintf("%s %d %s ×%d at %d", u.Term, u.Doc, u.Form, u.Count, u.First.Start))
	}
	want := `labor 0 Forced labor ×2 at 0
labor 0 Labor ×1 at 90
labor 1 Forced labour ×1 at 11
island 0 Dokdo ×1 at 17
island 0 Dokdo islets ×1 at 48
island 1 Takeshima ×1 at 0
curbs 0 export controls ×1 at 62
curbs 0 exporting ×1 at 79`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

func TestMoved(t *testing.T) {
	a, b := side("The plan of the wage commission costs many jobs, unions in the north fear."), side("Unions in the north fear that the plan costs many jobs, the wage commission says.")
	moved := false
	for _, e := range Readings(a, b, nil).Edits {
		if e.Moved {
			moved = true
			if e.Op == Equal && !strings.EqualFold(a.Doc.Slice(e.Base), b.Doc.Slice(e.Other)) {
				t.Errorf("a moved run is not the same on both sides: %+v", e)
			}
		}
	}
	if !moved {
		t.Error("nothing is moved")
	}
}
