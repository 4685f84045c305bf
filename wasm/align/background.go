package align

import "readout/wasm/wordlist"

// background reports whether all of g tell what was before the meeting: history, or what had happened earlier, in the
// articles' own words. Precision first: what is said at the meeting about the past is not background.
func (m *meeting) background(g group) bool {
	for _, n := range g {
		u := &m.units[n]
		if u.frames&(frameMeets|frameFirst|frameClock|frameLength) != 0 || u.expects || !past(u) {
			return false
		}
	}
	return true
}

// past reports whether a sentence names a year or a past that is over, or says in the past perfect what had happened by then, and
// nobody says, asks or promises anything in it.
func past(u *unit) bool {
	year, had, then := false, false, u.frames&frameHistory != 0
	for i, t := range u.tokens {
		if toldWords.Has(t.Norm) {
			return false
		}
		if len(t.Norm) == 4 && (t.Norm[:2] == "18" || t.Norm[:2] == "19" || t.Norm[:2] == "20") {
			if _, ok := number(t.Norm); ok {
				year = true
			}
		}
		if t.Norm == "had" && i+1 < len(u.tokens) && u.tokens[i+1].Word {
			had = true
		}
		if pastWords.Has(t.Norm) {
			then = true
		}
	}
	return year || had && then || u.frames&frameHistory != 0 && !had
}

var pastWords = wordlist.Of(`ago earlier before previously last previous once already`)
