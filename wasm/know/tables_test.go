package know

import (
	"strings"
	"testing"
)

func TestCountry(t *testing.T) {
	for phrase, want := range map[string]string{
		"south korea": "KR", "korea": "KR", "the rok": "KR", "north korean": "KP", "pyongyang": "KP", "dprk": "KP", "japanese": "JP", "tokyo": "JP",
		"the blue house": "KR", "white house": "US", "state department": "US", "u.s.": "US", "U.S": "US", "downing street": "GB", "kremlin": "RU", "the hague": "NL",
		"germans": "DE", "côte d'ivoire": "CI", "timor-leste": "TL", "saudi": "SA", "european union": "EU",
		"us": "", "berlin wall": "", "korean peninsula": "", "": "",
	} {
		if got, ok := Country(phrase); got != want || ok != (want != "") {
			t.Errorf("Country(%q) = %q, %v; want %q", phrase, got, ok, want)
		}
	}
}

// Every line of the tables is well formed: five fields, a code of two capitals given once, and cities of known states.
func TestTables(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.SplitSeq(countryTable, "\n") {
		f := strings.Split(line, "|")
		if len(f) != 5 || len(f[0]) != 2 || seen[f[0]] {
			t.Errorf("bad line %q", line)
			continue
		}
		seen[f[0]] = true
	}
	if len(seen) < 193 {
		t.Errorf("%d states, fewer than the United Nations have", len(seen))
	}
	cityOf := map[string]string{}
	for line := range strings.SplitSeq(cityTable, "\n") {
		iso, list, _ := strings.Cut(line, ":")
		if !seen[iso] {
			t.Errorf("cities of unknown state %q", iso)
		}
		for c := range strings.SplitSeq(list, ",") {
			if other := cityOf[c]; other != "" {
				t.Errorf("%s is in %s and %s", c, other, iso)
			}
			cityOf[c] = iso
		}
	}
	if n := len(cityOf); n < 300 {
		t.Errorf("%d cities", n)
	}
	for _, list := range []string{metonyms, capitals} {
		for name := range strings.SplitSeq(strings.Trim(list, "|"), "|") {
			if _, ok := Country(name); !ok {
				t.Errorf("%q is listed as a seat of power or capital of no state", name)
			}
		}
	}
}

func TestCity(t *testing.T) {
	for name, want := range map[string]string{"seoul": "KR", "geneva": "CH", "new york": "US", "the hague": "NL", "busan": "KR", "singapore": "SG", "smith": "", "são paulo": "BR"} {
		if got, ok := City(name); got != want || ok != (want != "") {
			t.Errorf("City(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestRoleLevel(t *testing.T) {
	for title, want := range map[string]string{
		"foreign minister": LevelMinister, "vice foreign minister": LevelViceMinister, "deputy prime minister": LevelMinister, "secretary of state": LevelMinister,
		"u.s. assistant secretary of state for east asian and pacific affairs": LevelDirectorGeneral, "spokesman for the president": LevelSpokesperson,
		"head of the asian and oceanian affairs bureau": LevelDirectorGeneral, "leader of a delegation": LevelEnvoy, "union president": LevelLeader,
		"south korean president": LevelHead, "head coach": LevelSport, "mayor of london": LevelLocal, "chief executive": LevelLeader, "ambassador to japan": LevelAmbassador,
		"special representative for korean peninsula peace and security affairs": LevelEnvoy, "north korean leader": LevelHead, "tree": "",
	} {
		if got := RoleLevel(title); got != want {
			t.Errorf("RoleLevel(%q) = %q, want %q", title, got, want)
		}
	}
}
