package meeting

import (
	"readout/wasm/know"
)

// officials are those whom the tokens [lo, hi) of a sentence name by the office that they share and their countries: "the foreign secretaries of Norway and
// Finland", "the Norwegian and Finnish presidents". They are those whom the article names elsewhere,
// one for each country; none where one is missing.
func (r *reader) officials(s *sentence, lo, hi int) (out []int) {
	for i := lo; i < hi; i++ {
		level := jointOffices[s.norm(i)]
		if level == "" {
			continue
		}
		if s.is(i, "ministers") && s.is(i-1, "prime") {
			level = know.LevelHead
		}
		var lands []string
		for _, b := range s.bodies {
			if near := b.lo > i && b.lo <= i+9 || b.hi <= i && b.hi >= i-4; near && b.v.Country != "" && b.lo >= lo && b.lo < hi {
				lands = appendNew(lands, b.v.Country)
			}
		}
		if len(lands) < 2 {
			continue
		}
		for _, c := range lands {
			p := r.holder(c, level)
			if p < 0 {
				return nil
			}
			out = append(out, p)
		}
		break
	}
	return out
}

// jointOffices are offices of several and their levels.
var jointOffices = byWord(map[string]string{
	know.LevelHead:     "presidents leaders premiers chancellors kings",
	know.LevelMinister: "ministers secretaries",
	know.LevelEnvoy:    "envoys negotiators",
})

// holder is the one person of the article who acts for a country on a level, -1 for none or several.
func (r *reader) holder(country, level string) int {
	found := -1
	for n := range r.a.Who.People {
		if p := &r.a.Who.People[n]; p.Country == country && p.Level == level {
			if found >= 0 {
				return -1
			}
			found = n
		}
	}
	return found
}
