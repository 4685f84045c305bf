package align

import (
	"testing"

	"readout/wasm/text"
)

func TestExpects(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Kim will likely urge Tokyo to lift the curbs.":                      true,
		"The ministers are to meet in Geneva on Friday.":                     true,
		"They plan to meet again next month.":                                true,
		"The union would walk out if the talks failed.":                      true,
		"The talks scheduled for Friday would be the first since June.":      true,
		"Kim urged Tokyo to lift the curbs.":                                 false,
		"He said the talks would go on.":                                     false,
		"The company raised fears that it would close two plants.":           false,
		"Both sides discussed plans to reopen the border.":                   false,
		"The mayor spoke of the city's plans to widen the road.":             false,
		"The two leaders held talks on a plan to share the water.":           false,
		"The ministry rejected the idea that the export curbs would be kept": false,
	} {
		if got := expects(text.New(sentence, "en", "").Passages[0].Tokens); got != want {
			t.Errorf("%q: %v", sentence, got)
		}
	}
}
