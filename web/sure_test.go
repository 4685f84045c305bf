package web

import (
	"slices"
	"testing"
)

// An uncertain pairing is taken apart, and no sentence is lost by it.
func TestUncertainPairings(t *testing.T) {
	doc := read(t, "eight")
	passages := func(tab *table) int {
		seen := map[string]bool{}
		for _, r := range tab.rows {
			each(r.Point, func(key string) bool { seen[key] = true; return true })
		}
		return len(seen)
	}
	before := newTable(doc, speak("en"))
	if before.parted != 0 {
		t.Fatalf("%d of the sample's pairings are taken apart, none is that uncertain", before.parted)
	}
	for i := range doc.Meeting.Points {
		switch p := &doc.Meeting.Points[i]; p.ID {
		case "pt12", "pt15": // pt15 shares a sentence with pt1
			p.Confidence = 0.4
		}
	}
	after := newTable(doc, speak("en"))
	if after.parted != 2 {
		t.Errorf("%d pairings are taken apart, want 2", after.parted)
	}
	if len(after.rows) != len(before.rows)+1 || passages(after) != passages(before) {
		t.Errorf("%d rows of %d passages were %d of %d", len(after.rows), passages(after), len(before.rows), passages(before))
	}
	for _, r := range after.rows {
		switch r.ID {
		case "pt12":
			if !r.tells("sample-d") || r.tells("sample-g") || r.om["sample-g"] != "unsure" {
				t.Errorf("pt12 must be sample-d's sentence alone, sample-g unsure: %v, %v", r.by, r.om)
			}
		case "pt12.2":
			if !r.tells("sample-g") || r.om["sample-d"] != "unsure" {
				t.Errorf("pt12.2 must be sample-g's sentence alone, sample-d unsure: %v, %v", r.by, r.om)
			}
		case "pt15":
			if r.band != "one" || !r.tells("sample-f") || r.om["sample-g"] != "unsure" {
				t.Errorf("pt15 must be sample-f's sentence alone, sample-g unsure: %v, %v", r.by, r.om)
			}
		}
	}
	var lone []int
	for _, r := range after.inBand("one") {
		if r.tells("sample-f") {
			lone = append(lone, after.begins(r))
		}
	}
	if !slices.IsSorted(lone) {
		t.Errorf("the lone rows of an article stand at %v, not as it goes", lone)
	}
}
