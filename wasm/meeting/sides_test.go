package meeting_test

import (
	"slices"
	"testing"

	"readout/wasm/know"
)

// TestSides: which bodies meet, and which are only named beside those who do.
func TestSides(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"subject and partner", "The Port Workers Union met Delta Shipping Company on Thursday.", []string{"Port Workers Union", "Delta Shipping Company"}},
		{"between", "Talks between the Port Workers Union and Delta Shipping Company were held on Thursday.", []string{"Port Workers Union", "Delta Shipping Company"}},
		{"those who speak for them", "Negotiators for the Port Workers Union met executives of Delta Shipping Company on Thursday.", []string{"Port Workers Union", "Delta Shipping Company"}},
		{"a plural that has its doctors", "Minister Anna Berg met leaders of the Junior Doctors' Alliance on Thursday.", []string{"Junior Doctors' Alliance"}},
		{"whose lawyer it is", "Delta Shipping Company shareholders held talks with the Port Workers Union on Thursday.", []string{"Port Workers Union"}},
		{"a court is no side", "The Port Workers Union met the Supreme Court on Thursday.", []string{"Port Workers Union"}},
		{"the two sides", "The Port Workers Union struck against Delta Shipping Company in May. The two sides met on Thursday.", []string{"Port Workers Union", "Delta Shipping Company"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ts := read(t, "2019-05-10", "News of the day\n\n"+c.body+"\n", &know.Base{})
			var got []string
			for _, th := range ts {
				if !th.Guess {
					got = append(got, th.Sides...)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestDelegationMeetsTwo: a delegation that meets one and then another is a side of both meetings.
func TestDelegationMeetsTwo(t *testing.T) {
	_, ts := read(t, "2019-05-08", "While in Norway, members of the Finnish delegation plan to meet former Norwegian Prime Minister Anna Berg, who leads the largest faction of the ruling party, and Norwegian Prime Minister Nils Dahl.", &know.Base{})
	if len(ts) != 2 {
		t.Fatalf("%d threads, want 2", len(ts))
	}
	for _, m := range ts {
		if !slices.Contains(m.Countries, "FI") {
			t.Errorf("countries %v, want FI among them", m.Countries)
		}
	}
}
