package meeting_test

import (
	"slices"
	"testing"

	"readout/wasm/know"
)

// TestDealt: who came to terms, where an article tells of the terms and names no contact; what is still to come is not its day.
func TestDealt(t *testing.T) {
	for body, want := range map[string][]string{
		"The Port Workers Union reached a tentative deal on Thursday with Delta Shipping Company.":                                {"Port Workers Union", "Delta Shipping Company"},
		"The Port Workers Union said Thursday it has reached a tentative contract agreement with Delta.":                          {"Port Workers Union", "Delta"},
		"The Port Workers Union (PWU) union has finally struck a deal with the Delta Lines that ends a strike.":                   {"Port Workers Union", "Delta Lines"},
		"The PWU and Delta have signed an agreement, both said.":                                                                  {"PWU", "Delta"},
		"A settlement was reached on Thursday between the Port Workers Union and Delta Lines.":                                    {"Port Workers Union", "Delta Lines"},
		"The Port Workers Union announced that it reached an agreement with Delta. Its council votes on the agreement on May 14.": {"Port Workers Union", "Delta"},
		"Norway reached an agreement with Finland on Thursday.":                                                                   nil,
		"Union negotiators have reached a deal with the city on Thursday.":                                                        nil,
		"Anna Berg signed a contract with Delta on Thursday.":                                                                     nil,
		"The Port Workers Union wants an agreement with Delta Lines.":                                                             nil,
	} {
		_, ts := read(t, "2019-05-10", "News of the day\n\n"+body+"\n", &know.Base{})
		var got []string
		for _, th := range ts {
			if got = append(got, th.Sides...); len(want) > 0 && !th.Date.IsZero() && th.Date.String() != "2019-05-09" {
				t.Errorf("%s: it is of %v", body, th.Date)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: sides %q, want %q", body, got, want)
		}
	}
}
