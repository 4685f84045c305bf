package who

import (
	"strings"
)

// Outlets spell one foreign name in several ways: Pashinyan and Pashinian, Farmaajo and Farmajo, Zelensky, Zelenskyy and Zelenskiy. What they
// agree on are its consonants.

// soundKey is a full name by its consonants, first and last name alone, "" for one too short to tell anybody or of a pattern
// in which consonants tell little: a Korean or Chinese name.
func soundKey(units []string) string {
	if len(units) < 2 || commonSurnames.Has(units[0]) || commonSurnames.Has(units[len(units)-1]) {
		return ""
	}
	first, last := sound(units[0]), sound(units[len(units)-1])
	if len(last) < 2 || len(first)+len(last) < minSound {
		return ""
	}
	return first + " " + last
}

// The least consonants of a name that tell one person by their sound alone: in the articles on one event, and anywhere.
const (
	minSound     = 5
	minSoundAway = 7
)

// respelled is the one person with a full name whose surname another hand has written in another way, and whose posts do not clash: "President
// Bortnytsky" of an article that names Ivan Bortnytskyi too; -1 for none or several.
func (p *finder) respelled(surname, level string) int {
	key, found := sound(surname), -1
	for n := range p.people {
		x := &p.people[n]
		if len(x.units) < 2 || len(key) < minSound || sound(x.surname) != key || len(x.levels) > 0 && !x.levels[level] {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = n
	}
	return found
}

// sound is a folded name without vowels, doublets and the letters that transcriptions trade for one another.
func sound(unit string) string {
	var out []byte
	before := byte(0)
	for i := 0; i < len(unit); i++ {
		c := unit[i]
		if c == before {
			continue
		}
		before = c
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'j', '-', '\'':
			if i == 0 {
				out = append(out, 'a')
			}
			continue
		case 'w':
			c = 'v'
		case 'q', 'c':
			c = 'k'
		case 'x':
			out = append(out, 'k')
			c = 's'
		}
		if n := len(out); n == 0 || out[n-1] != c {
			out = append(out, c)
		}
	}
	return string(out)
}

// Sounds are the parts of a full name, reduced to their consonants; nil if those say little.
type Sounds []string

// SoundsOf are the sounds of a name as written.
func SoundsOf(name string) Sounds { return soundsOf(nameUnits(name)) }

func soundsOf(units []string) Sounds {
	units = calledFirst(units)
	if len(soundKey(units)) <= minSoundAway {
		return nil
	}
	out := make(Sounds, len(units))
	for i, u := range units {
		out[i] = sound(u)
	}
	return out
}

// Alike reports whether two names may be two spellings of one person's name, one of them with further names: "Mohammed Abdullahi" and
// "Mohamed Abdullahi Farmaajo". Both must begin alike.
func (s Sounds) Alike(t Sounds) bool {
	if len(s) > len(t) {
		s, t = t, s
	}
	if len(s) < 2 || s[0] != t[0] {
		return false
	}
	n := 1
	for _, u := range t[1:] {
		if n < len(s) && s[n] == u {
			n++
		}
	}
	return n == len(s)
}

// shortFirst has the first names that people are called by, and the ones they stand for.
var shortFirst = func() map[string]string {
	m := map[string]string{}
	for pair := range strings.FieldsSeq(`mike:michael bill:william will:william joe:joseph tony:anthony antony:anthony bob:robert rob:robert bobby:robert jim:james
		jimmy:james tom:thomas dave:david dan:daniel danny:daniel sam:samuel chris:christopher nick:nicholas steve:stephen steven:stephen ben:benjamin
		ken:kenneth liz:elizabeth kate:katherine kathy:katherine rick:richard dick:richard chuck:charles jack:john ted:edward ed:edward matt:matthew
		ron:ronald don:donald andy:andrew greg:gregory tim:timothy larry:lawrence phil:philip pete:peter doug:douglas jeff:jeffrey josh:joshua
		ray:raymond fred:frederick gerry:gerald jerry:gerald sue:susan debbie:deborah jen:jennifer becky:rebecca`) {
		short, long, _ := strings.Cut(pair, ":")
		m[short] = long
	}
	return m
}()

// calledFirst is the units of a name with its first one as it is in full: "Mike Pompeo" is Michael Pompeo.
func calledFirst(units []string) []string {
	if len(units) > 1 && shortFirst[units[0]] != "" {
		return append([]string{shortFirst[units[0]]}, units[1:]...)
	}
	return units
}

// endsAlike reports whether of two names of two units and more one ends in the other: "Moallim Fiqi" and "Ahmed Moallim Fiqi".
func endsAlike(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	k := len(b) - len(a)
	if len(a) < 2 || k == 0 {
		return false
	}
	for i, u := range a {
		if b[k+i] != u {
			return false
		}
	}
	return true
}
