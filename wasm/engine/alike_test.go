package engine

import (
	"testing"

	"readout/wasm/text"
)

// TestAlike holds the features and odds of a small pile: two accounts of one strike, two of one flood, one of neither.
func TestAlike(t *testing.T) {
	texts := []string{
		"Nurses at Brigid hospital in Halden walk out. The union of Mary Coyle asks for 11 percent. Talks broke down on Monday.",
		"A flood in Arden drowns the market. The river Stour rose by 4 metres. Mayor Lena Holt calls for help.",
		"Mary Coyle leads nurses out of Brigid hospital. The union wants 11 percent more pay. Halden waits.",
		"Arden under water: the Stour rose 4 metres in a night. Holt, the mayor, asks for boats. The market is closed.",
		"The choir of Vanby sings Handel on Friday. Tickets are sold at the door.",
	}
	same := map[[2]int]bool{{0, 2}: true, {1, 3}: true}
	var s similar
	var cards []*Card
	for _, x := range texts {
		cards = append(cards, &Card{Tallies: tallies(text.New(x, "en", ""))})
	}
	s.fill(cards)
	var pairs, turned [][2]int
	for i := range texts {
		for j := range i {
			pairs = append(pairs, [2]int{j, i})
			turned = append([][2]int{{j, i}}, turned...)
		}
	}
	features := make([][featureCount]float64, len(pairs))
	s.features(pairs, func(i int, f *[featureCount]float64) { features[i] = *f })
	odds, back := s.odds(pairs), s.odds(turned)
	for i, p := range pairs {
		f := features[i]
		if same[p] {
			if f[featureRankLow] != 1 || f[featureView] < .5 || f[featureNames] == 0 || f[featureShare3] == 0 {
				t.Errorf("%v are each other's nearest: %v", p, f)
			}
		} else if f[featureView] > .5 || f[featureRankLow] == 1 {
			t.Errorf("%v are strangers: %v", p, f)
		}
		if (odds[i] >= 0) != same[p] {
			t.Errorf("%v: odds %v, want one event %v", p, odds[i], same[p])
		}
		if odds[i] != back[len(pairs)-1-i] {
			t.Errorf("%v: odds %v, and %v in another order", p, odds[i], back[len(pairs)-1-i])
		}
	}
}
