package align

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"readout/wasm/sorting"
)

// Signal is one feature of a pair of sentences: what it is worth is Value times Weight, added to the log-odds of the pair.
type Signal struct {
	Name          string
	Value, Weight float64
}

// Verdict is two sentences of two articles and why they are held for one point, or not.
type Verdict struct {
	A, B        Place
	Probability float64 // that both tell one point
	Cut         float64 // the least probability that links two sentences
	Signals     []Signal
}

// signals are the features in words, for people.
var signals = [...]string{
	fBias:          "most pairs of sentences tell different things",
	fCos:           "words that both have, rare ones counting more",
	fOverlap:       "how much of the shorter one stands in the longer",
	fGrams:         "words spelled alike",
	fConcept:       "words of like meaning",
	fClause:        "how alike their two most similar clauses are",
	fMutual:        "each is most similar to the other",
	fMarginLow:     "how far behind the most similar pair, at least",
	fMarginHigh:    "how far behind the most similar pair, at most",
	fLocal:         "how much more alike than their other pairs",
	fLeads:         "both open their article",
	fLead:          "only one opens its article",
	fLeadsMeet:     "both open with the meeting itself",
	fPlace:         "one stands early in its article, the other late",
	fShort:         "how many words the shorter one has",
	fLongShort:     "how much longer the other one is",
	fLong:          "how long the sentences of this meeting's articles are",
	fLongCos:       "words they share, where sentences are long",
	fActs:          "both demand, agree, deny, …",
	fNumbers:       "numbers in common",
	fMeaning:       "like in meaning",
	fMeaningMost:   "how much of what one says the other says too",
	fMeaningLeast:  "how much of what either says the other says too, at least",
	fMeaningMutual: "each is most similar to the other in meaning",
	fMeaningLow:    "how far behind the most similar pair in meaning, at least",
	fMeaningHigh:   "how far behind the most similar pair in meaning, at most",
	fMeaningLocal:  "how much more alike in meaning than their other pairs",
}

// companySignals are what a pair shows in its company, in words.
var companySignals = [...]string{
	gAlone:       "all of this about the two sentences alone",
	gBridge:      "a sentence of a third article is similar to both",
	gAlike:       "similar sentences of third articles match both",
	gShared:      "how many of their matches in third articles are the same",
	gRivalLow:    "another sentence of these articles fits as well, the weaker one",
	gRivalHigh:   "another sentence of these articles fits as well, the stronger one",
	gMany:        "they match many other sentences too",
	gFew:         "even the one with fewer matches has many",
	gAloneAlike:  "alike themselves, and so are their matches",
	gAloneShared: "alike themselves, and they have matches in common",
}

// frameNames are the frames in words, in their order.
var frameNames = [...]string{"they meet", "the meeting itself", "the first time", "what was before", "how long", "hopes", "the hour", "what follows",
	"a standstill", "the tone", "the press", "who is host", "a letter", "a protest", "relations", "history"}

// signalOf is feature i in words.
func signalOf(i int) string {
	if i < fBoth || i >= plainCount {
		return signals[i]
	}
	which, f := "both: ", frame(0)
	if i < fOne {
		f = bothFrames[i-fBoth]
	} else {
		which, f = "only one: ", oneFrames[i-fOne]
	}
	return which + frameNames[bits.TrailingZeros32(uint32(f))]
}

// Explain tells why two sentences of a meeting are held for one point or not; ok is false where one of the places is not eligible.
// Signals come in order of what they are worth, the most telling first; what is worth nothing is left out.
func Explain(in Input, a, b Place) (out Verdict, ok bool) {
	m := newMeeting(in)
	x, y := m.unitAt(a), m.unitAt(b)
	if x < 0 || y < 0 || m.units[x].article == m.units[y].article {
		return Verdict{}, false
	}
	x, y = min(x, y), max(x, y)
	around, _ := m.firstPass(func(p *pair) {
		if p.a == x && p.b == y {
			ok = true
			for i, w := range m.choose().again() {
				out.add(signalOf(i), p.v[i], w)
			}
		}
	})
	if !ok {
		return Verdict{}, false
	}
	v := around.fill(x, y)
	for i, w := range m.choose().company() {
		out.add(companySignals[i], v[i], w)
	}
	sorting.By(out.Signals, func(s, t Signal) int {
		return cmp.Compare(math.Abs(t.Value*t.Weight), math.Abs(s.Value*s.Weight))
	})
	out.A, out.B, out.Probability, out.Cut = a, b, m.decide(m.score())[x][y], m.bounds.cut
	return out, true
}

// add adds a signal that is worth something.
func (v *Verdict) add(name string, value, weight float64) {
	if math.Abs(value*weight) >= 0.005 {
		v.Signals = append(v.Signals, Signal{name, value, weight})
	}
}

// Near lists the pairs that fell short of a link but not of least, and stand together in none of the rows: the likeliest first.
// They have no Signals; Explain gives them.
func Near(in Input, rows []Row, least float64) []Verdict {
	m := newMeeting(in)
	p := m.decide(m.score())
	var out []Verdict
	for a := range p {
		for b := m.from[m.units[a].article+1]; b < len(p); b++ {
			if p[a][b] < least || p[a][b] >= m.bounds.cut {
				continue
			}
			x, y := m.placeOf(a), m.placeOf(b)
			if !slices.ContainsFunc(rows, func(r Row) bool { return r.has(x) && r.has(y) }) {
				out = append(out, Verdict{A: x, B: y, Probability: p[a][b], Cut: m.bounds.cut})
			}
		}
	}
	sorting.By(out, func(x, y Verdict) int { return cmp.Compare(y.Probability, x.Probability) })
	return out
}

// placeOf is where a unit begins.
func (m *meeting) placeOf(u int) Place {
	return Place{m.order[m.units[u].article], m.units[u].passages[0]}
}

// has reports whether a row has a passage.
func (r *Row) has(at Place) bool {
	return slices.ContainsFunc(r.Readings, func(x Reading) bool { return x.Article == at.Article && slices.Contains(x.Passages, at.Passage) })
}
