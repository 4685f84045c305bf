package meeting

import (
	"math"
	"slices"

	"readout/wasm/when"
)

// conflict reports whether two threads cannot be of one meeting.
func (ar *Archive) conflict(a, b *node) bool { return ar.against(a, b) != "" }

// against is what keeps two threads from being of one meeting, in words, "" for nothing.
func (ar *Archive) against(a, b *node) string {
	x, y := a.t, b.t
	if ar.compared(a, b) {
		if ar.daysApart(a, b) {
			return "articles of two days give a day each, and by their words it may be two events"
		}
		return "" // the odds decide, see weigh
	}
	guess := x.Guess || y.Guess
	if !guess && ((x.Type == Visit) != (y.Type == Visit) || (x.Type == Call) != (y.Type == Call) && !oneDay(x, y)) {
		return "talks, a visit or a call: they are of two kinds"
	}
	if x.Umbrella != y.Umbrella {
		return "one is talk of some day, the other an occasion"
	}
	common := inCommon(a, b)
	if d, e := ar.window(a), ar.window(b); !d.IsZero() && !e.IsZero() && !d.Overlaps(e) && !(x.Guess && y.Guess && gap(d, e) <= 2*followDays) &&
		!(common > 1 && d.Uncertain() != e.Uncertain() && gap(d, e) <= newsDays) { // "also met", told with what happened another day
		return "their dates do not overlap"
	}
	if !guess && !strangers(a, b) {
		if len(a.ids) >= 2 && len(b.ids) >= 2 && common < 2 && !(common > 0 && x.Main && y.Main && oneDay(x, y) && sharedCountries(x, y) > 1) {
			return "both name two people or more, and fewer than two of them are the same"
		}
		if len(a.ids) > 0 && len(b.ids) > 0 && common == 0 && !(x.Main && y.Main) {
			return "they name different people"
		}
		if x.Level != "" && y.Level != "" && x.Level != y.Level && common < 2 && !(common > 0 && (x.Main && y.Main || common >= min(len(a.ids), len(b.ids)))) {
			return "they are on different levels"
		}
		if x.Parties > 0 && y.Parties > 0 && x.Parties != y.Parties && common < 2 {
			return "they are of different numbers of parties"
		}
		if len(a.sides) >= 2 && len(b.sides) >= 2 && common == 0 && !(x.Main && y.Main) {
			return "they name different bodies"
		}
	}
	// whom a guess takes for the countries of the meeting are all that its lead names
	if !guess && common < 2 && len(x.Countries) > 1 && len(y.Countries) > 1 && !subset(x.Countries, y.Countries) && !subset(y.Countries, x.Countries) {
		return "they are of different countries"
	}
	if x.PlaceCountry != "" && y.PlaceCountry != "" && x.PlaceCountry != y.PlaceCountry && x.Type != Visit {
		return "they are in different countries"
	}
	return ""
}

// sharedCountries counts the countries that two threads have in common.
func sharedCountries(x, y *Thread) (n int) {
	for _, c := range x.Countries {
		if slices.Contains(y.Countries, c) {
			n++
		}
	}
	return n
}

// compared reports whether the odds by all their words decide whether two articles are chiefly about one thing: articles of one language that came out within
// days of each other, as is known from outside, and that the odds speak for. On pages of real outlets they are right more often than what an article says of days, places and kinds of
// contact (docs/meetings.md). Articles that name people, and nobody in common, may be about two talks of the same week: they are left to what they say. Until
// the odds have been asked for, all such pairs are worth asking for.
func (ar *Archive) compared(a, b *node) bool {
	if !a.t.Main || !b.t.Main || a.t.Umbrella != b.t.Umbrella || a.t.Language != b.t.Language || ar.Odds == nil {
		return false
	}
	p, q := ar.Articles[a.article].Published, ar.Articles[b.article].Published
	if p.IsZero() || q.IsZero() || ar.Articles[a.article].Inferred || ar.Articles[b.article].Inferred || gap(p, q) > compareDays {
		return false
	}
	if len(a.ids) > 0 && len(b.ids) > 0 && inCommon(a, b) == 0 {
		return false
	}
	odds, asked := ar.oddsOf(a.article, b.article)
	return ar.asked == nil || asked && odds >= 0
}

// compareDays is how far apart two articles on one event come out at most.
const compareDays = 3

// daysApart reports whether two articles that came out on different days give their meeting a day each, and the odds leave a doubt: rounds of
// talks follow one another day by day.
func (ar *Archive) daysApart(a, b *node) bool {
	d, e := a.t.Date, b.t.Date
	if d.Precision() != when.ToDay || e.Precision() != when.ToDay || d.Uncertain() || e.Uncertain() || d.Overlaps(e) {
		return false
	}
	if ar.Articles[a.article].Published.Overlaps(ar.Articles[b.article].Published) {
		return false
	}
	odds, asked := ar.oddsOf(a.article, b.article)
	return asked && odds < sureOdds
}

// sureOdds are odds beyond doubt (docs/meetings.md has other values).
const sureOdds = 4

// oneDay reports whether two threads have one day: what one article calls talks another calls a video call.
func oneDay(x, y *Thread) bool {
	return x.Date.Precision() == when.ToDay && y.Date.Precision() == when.ToDay && x.Date.First() == y.Date.First()
}

// window is when a thread's meeting was, as far as known: its date; for an article's main meeting without a date the days around the
// publication, since what an article is chiefly about is new. Zero where nothing is known.
func (ar *Archive) window(n *node) when.Date {
	pub := ar.Articles[n.article].Published
	switch {
	case n.t.Umbrella || pub.IsZero() || !n.t.Main:
		return n.t.Date
	case n.t.Date.IsZero() || n.t.Guess && n.t.Date.Precision() != when.ToDay:
		return when.Interval(pub.First()-newsDays, pub.Last()+newsDays)
	}
	return n.t.Date
}

// newsDays is how far a meeting may lie from the day of an article that is chiefly about it and does not say when it was.
const newsDays = 2

// followDays is how long before and after its day two articles that name no contact may write of one event: what happened on Monday is
// told with the arrest of Friday. Of 0, 5, 10, 20 and 40, with topics left out: 0 costs .10 of the B-cubed F1 of small piles of ECB+.
const followDays = 10

// gap is the days between two dates, 0 where they overlap.
func gap(a, b when.Date) int {
	switch {
	case a.Overlaps(b):
		return 0
	case a.Last() < b.First():
		return int(b.First() - a.Last())
	}
	return int(a.First() - b.Last())
}

// score is the evidence that two threads are of one meeting; 0 where something speaks against it.
func (ar *Archive) score(a, b *node) int {
	if a.article == b.article || ar.conflict(a, b) {
		return 0
	}
	if x, y := a.t, b.t; x.Language != y.Language && !certain(a, b) {
		return 0
	}
	return ar.weigh(a, b, nil)
}

// strangers reports whether the people of two threads cannot be compared: they are told in two languages, and one
// names somebody in its own script whom the registry does not know.
func strangers(a, b *node) bool {
	return a.t.Language != b.t.Language && (slices.ContainsFunc(a.ids, native) || slices.ContainsFunc(b.ids, native))
}

// native reports whether an id is made of a name in its own script.
func native(id string) bool { return id[len(id)-1] >= 0x80 }

// certain reports whether two threads of different languages, of which no words can be compared, are of one meeting beyond doubt: the
// same two people, or on the same day the same countries on the same level.
func certain(a, b *node) bool {
	x, y := a.t, b.t
	if x.Guess || y.Guess || x.Umbrella || y.Umbrella || x.Type != y.Type || x.Date.Precision() != when.ToDay || x.Date != y.Date {
		return false
	}
	return shared(a, b) > 1 || len(x.Countries) > 1 && sameSet(x.Countries, y.Countries) && x.Level != "" && x.Level == y.Level
}

// weigh adds up what speaks for two threads being of one meeting, and tells say of each part if there is one.
func (ar *Archive) weigh(a, b *node, say func(points int, what string)) int {
	x, y := a.t, b.t
	sum := 0
	add := func(points int, what string) {
		if sum += points; say != nil {
			say(points, what)
		}
	}
	add(4*min(inCommon(a, b), 2), "people and bodies in common, up to two")
	if len(x.Countries) > 1 && sameSet(x.Countries, y.Countries) {
		add(2, "the same countries")
	}
	if x.Level != "" && x.Level == y.Level {
		add(1, "the same level")
	}
	if x.Place != "" && x.Place == y.Place {
		add(1, "the same place")
	}
	if x.Umbrella && x.Level == y.Level && x.Level == levelHigh && sameSet(x.Countries, y.Countries) {
		add(3, "the same talk of high-level contacts")
	}
	mains := x.Main && y.Main
	// what two articles are chiefly about is told by all their words; nobody has asked of pairs that something speaks against
	if odds, asked := ar.oddsOf(a.article, b.article); mains && asked && x.Language == y.Language {
		add(joinScore+int(math.Floor(oddsUnit*min(odds, 6))), "both articles are chiefly about it, and the odds by their words and names that it is one event")
	}
	switch d, e := ar.window(a), ar.window(b); {
	case d.IsZero() || e.IsZero():
		if !mains {
			add(-2, "one of them has no date")
		}
	case x.Umbrella && y.Umbrella:
	case d.Precision() == when.ToDay && e.Precision() == when.ToDay:
		add(3, "the same day")
		if len(a.ids)+len(b.ids) == 0 && len(x.Countries) > 1 && sameSet(x.Countries, y.Countries) {
			add(1, "neither names anybody who would tell them apart")
		}
	case narrow(d) && narrow(e):
		add(2, "dates within a month that overlap")
	default:
		add(-3, "dates too wide to tell")
	}
	return sum
}

// oddsUnit is the points of each unit of Archive.Odds; joinScore is added, so that a pair for which nothing else speaks is joined
// from zero on.
const oddsUnit = 4

// narrow reports whether a date lies within a month.
func narrow(d when.Date) bool { return d.Last()-d.First() <= 31 }
