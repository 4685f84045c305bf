package meeting

import (
	"slices"

	"readout/wasm/know"
)

// settle gives every thread a status, a level and its series.
func (r *reader) settle(ts []Thread) {
	pub := r.a.Published
	for i := range ts { // "… the second of their kind, and follow a meeting in April": of the same kind as the talks it stands beside
		if t := &ts[i]; len(t.Mentions) > 0 && len(t.People) == 0 && len(t.Countries) == 0 {
			if n := r.beside(ts, i); n >= 0 {
				t.Countries, t.Level = ts[n].Countries, ts[n].Level
				if t.Level == "" {
					t.Level = r.levelOf(&ts[n])
				}
			} else if t.Umbrella {
				for n := range ts {
					if ts[n].Main {
						t.Countries = ts[n].Countries
					}
				}
			}
		}
	}
	for i := range ts {
		t := &ts[i]
		if t.Status == "" {
			switch {
			case !pub.IsZero() && !t.Date.IsZero() && t.Date.First() > pub.Last():
				t.Status = Scheduled
			case t.Umbrella:
				t.Status = NotYet
			default:
				t.Status = Held
			}
		}
		if slices.Contains(t.People, r.head) {
			t.Groups = slices.DeleteFunc(t.Groups, func(g string) bool { return g == "delegation" }) // its head stands for it
		}
		t.Equal = t.Level != ""
		if t.Level == "" {
			t.Level = r.levelOf(t)
			t.Equal = len(t.People) > 1
			for _, p := range t.People {
				t.Equal = t.Equal && r.a.Who.People[p].Level == t.Level
			}
		}
		slices.Sort(t.People)
	}
}

// beside is the thread whose mention stands in the sentence that opens thread i, -1 for none.
func (r *reader) beside(ts []Thread, i int) int {
	for n := range ts {
		for _, m := range ts[n].Mentions {
			if n != i && m.Sentence == ts[i].Mentions[0].Sentence && len(ts[n].Countries) > 1 {
				return n
			}
		}
	}
	return -1
}

// levelRank orders the levels of people, lowest first; the lowest among those who meet names the meeting.
var levelRank = map[string]int{know.LevelOfficial: 1, know.LevelLawmaker: 2, know.LevelAmbassador: 3, know.LevelDirectorGeneral: 4, know.LevelViceMinister: 5, know.LevelMinister: 6, know.LevelHead: 7}

func (r *reader) levelOf(t *Thread) string {
	best, rank := "", 99
	for _, p := range t.People {
		l := r.a.Who.People[p].Level
		if l == know.LevelEnvoy {
			return know.LevelEnvoy
		}
		if n := levelRank[l]; n > 0 && n < rank {
			best, rank = l, n
		}
	}
	return best
}
