package meeting

import (
	"slices"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
)

// home is the thread a mention belongs to, -1 for none.
func (r *reader) home(ts []Thread, m *Mention) int {
	if n := r.joined(ts, m); n >= 0 {
		return n
	}
	need := 4
	if m.Definite || m.Adjunct || len(m.People)+len(m.Countries) == 0 {
		need = 3
	}
	best, score := -1, need-1
	newest := r.newest(ts, m)
	for i := max(0, len(ts)-inMind); i < len(ts); i++ {
		if !r.compatible(&ts[i], m) {
			continue
		}
		if s := r.weigh(&ts[i], m, focus(&ts[i]) >= newest, nil); s > score || s == score && best >= 0 { // of equals the later one
			best, score = i, s
		}
	}
	if r.judged != nil {
		r.judged(ts, m, best, need)
	}
	return best
}

// inMind is how many threads a mention may belong to, the newest ones: nobody remembers more, and an article of a thousand meetings takes no
// longer a meeting than a short one.
const inMind = 200

// newest is where that thread was last in the foreground which, of those that a mention may belong to, was there last; -1 for none. To a mention of
// what is scheduled a meeting that was held is none of them.
func (r *reader) newest(ts []Thread, m *Mention) int {
	newest := -1
	for i := max(0, len(ts)-inMind); i < len(ts); i++ {
		if at := focus(&ts[i]); at > newest && !(m.Status == Scheduled && ts[i].Status == Held) && r.compatible(&ts[i], m) {
			newest = at
		}
	}
	return newest
}

// compatible reports whether nothing speaks against a mention being of a thread's meeting.
func (r *reader) compatible(t *Thread, m *Mention) bool { return r.against(t, m) == "" }

// against is what keeps a mention from being of a thread's meeting, in words, "" for nothing.
func (r *reader) against(t *Thread, m *Mention) string {
	same := m.Bare && t.Type == Talks && t.Status == Held && intersects(m.People, t.People) // "Ek left the meeting with her lawyer": of those who met, more are named
	standing := t.Umbrella || t.Status == Denied && t.Date.IsZero() && !t.Off
	switch {
	case r.parted(t, m):
		return "an editor has parted them"
	case (t.Type == Visit) != (m.Type == Visit) || t.Type == Call && m.Type == Talks && !m.Definite || m.Type == Call && t.Type == Talks:
		return "talks, a visit or a call: they are of two kinds"
	case m.Previous && len(t.Mentions) > 0 && !t.Mentions[0].Previous:
		return "it is the round before"
	case r.fellThrough(m) && t.Status == Scheduled && !(m.Off && t.Date.Overlaps(m.Date)):
		return "what did not take place was another day"
	case m.Again && !t.Mentions[0].Again && (!m.Date.IsZero() && t.Status == Held && m.Status != Held || t.Status == "" && m.Status == Scheduled && len(m.People) == 0):
		return "it is the next round"
	case t.Mentions[0].Again && t.Status == Scheduled && m.Status == Held && !m.Again:
		return "the other is the next round"
	case m.Adjunct && !m.Definite && !m.Date.IsZero() && t.Date.IsZero() && len(m.People)+len(m.Countries) == 0:
		return "it only dates something else"
	case standing && !m.Vague && (!m.Date.IsZero() || !m.Definite || !subset(m.People, t.People) || m.Parties > 0 || m.Order != nil):
		return "one is talk of some day, the other an occasion"
	case !m.Definite && !m.Date.IsZero() && t.Date.IsZero() && t.Status == Denied && !t.Off:
		return "one is denied, the other has a day"
	case (m.Parties > 2) != (t.Parties > 2) && (m.Parties > 2 && len(t.People) >= 2 && len(t.Countries) == 2 || t.Parties > 2 && len(m.Countries) == 2 && len(m.People) != 0):
		return "they are of different numbers of parties"
	case (m.Level == know.LevelHead) != (r.levelOf(t) == know.LevelHead) && m.Level != "" && t.Level == "" && len(t.People) > 1 && r.levelOf(t) != "":
		return "they are on different levels"
	case t.Umbrella != m.Vague && !(m.Definite && m.Vague) && (m.Vague || len(m.People) == 0) && !(t.Umbrella && m.Level == "" && m.Definite):
		return "one is talk of some day, the other an occasion"
	case m.Parties == 2 && len(m.People) == 2 && len(t.People) > 2 && len(t.Countries) > 2 && !m.Definite:
		return "it is of two of the three"
	case t.Level != "" && m.Level != "" && t.Level != m.Level:
		return "they are on different levels"
	case t.Parties > 0 && m.Parties > 0 && t.Parties != m.Parties:
		return "they are of different numbers of parties"
	case !subset(m.People, t.People) && !subset(t.People, m.People) && !same && !(m.Definite && len(m.Chair) == len(m.People)):
		return "they name different people"
	case len(t.Countries) > 1 && len(m.Countries) > 1 && !subset(m.Countries, t.Countries) && !subset(t.Countries, m.Countries):
		return "they are of different countries"
	case t.Parties == 2 && len(union(t.Countries, m.Countries)) > 2:
		return "they are of different numbers of parties"
	case len(t.People) >= 2 && len(m.People) > len(t.People) && !same && !r.mediated(t, m):
		return "it names more people"
	case r.otherCounterpart(t, m):
		return "it is of another counterpart"
	case intersects(m.Groups, t.Groups) && len(t.People) > 0 && !subset(m.People, t.People) && !same:
		return "it is of one delegation and another host"
	case !t.Date.IsZero() && !m.Date.IsZero() && !t.Date.Overlaps(m.Date) && !(t.Date.Uncertain() != m.Date.Uncertain() && gap(t.Date, m.Date) <= newsDays && len(m.People) > 1 && subset(m.People, t.People)):
		return "their dates do not overlap"
	case r.oldDay(t, m):
		return "its day is too old to be that of the news"
	case countedApart(t, m):
		return "they are counted as different rounds"
	case t.Place != "" && m.Place != "" && t.Place != m.Place && t.Type == Talks && !m.Date.IsZero() && t.Date.IsZero() && twoCities(t.Place, m.Place):
		return "its day is that of a meeting in another city"
	case t.Status == Held && m.Status == Scheduled && len(m.People) == 0 && !m.Definite && !(m.Date.Precision() == when.ToDay && m.Date == t.Date),
		t.Status == Scheduled && m.Status == Held && m.Order == nil && !m.Definite,
		t.Status == Held && !m.Definite && m.Type == Talks && m.Date.IsZero() && (m.Status == NotYet || m.Status == Proposed):
		return "one took place, the other is to come"
	}
	return ""
}

// otherCounterpart reports whether a thread tells of a meeting with some who are not named ("met union leaders"), and a mention that goes on with
// the day's events names somebody: "earlier held talks with the mayor".
func (r *reader) otherCounterpart(t *Thread, m *Mention) bool {
	return t.Mentions[0].Others && len(t.People) == 1 && len(m.People) > 1 && !m.Definite && r.goesOn(m)
}

// mediated reports whether a mention names those who met, as told just before, and with them people of no country alone: those who brought
// them together, and those who came along.
func (r *reader) mediated(t *Thread, m *Mention) bool {
	if len(t.Countries) != 2 || m.Parties > 0 || m.Again || m.Sentence-t.Mentions[len(t.Mentions)-1].Sentence > presentWithin {
		return false
	}
	for _, p := range m.People {
		if c := r.a.Who.People[p].Country; !slices.Contains(t.People, p) && c != "" && c != "EU" {
			return false
		}
	}
	return true
}

// countedApart reports whether a mention is of "the first meeting" where the second is told.
func countedApart(t *Thread, m *Mention) bool {
	n := count(m)
	return n > 0 && slices.ContainsFunc(t.Mentions, func(o Mention) bool { k := count(&o); return k > 0 && k != n })
}

// count is which of its kind a mention says a meeting is, 0 where it says nothing or counts from something else.
func count(m *Mention) int {
	if m.Order == nil || m.Order.Own || m.Order.Anchor != "" {
		return 0
	}
	return m.Order.Ordinal
}

// newsWithin is how many days before its article the meeting is at most that headline or lead tell without a day: an article of a weekly
// is a week old.
const newsWithin = 7

// oldDay reports whether a mention has a day that is too old to be that of the news: the lead tells of a meeting without saying when, and
// this is another one before it.
func (r *reader) oldDay(t *Thread, m *Mention) bool {
	pub := r.a.Published
	return t.Date.IsZero() && (t.Status == Held || t.Status == "") && m.Date.Precision() == when.ToDay && !pub.IsZero() && pub.First()-m.Date.Last() > newsWithin && r.inLead(t)
}

// twoCities reports whether two places are both cities: a hall may stand in one of them, and one may lie in a country.
func twoCities(a, b string) bool {
	_, x := know.City(text.Fold(a))
	_, y := know.City(text.Fold(b))
	return x && y
}

// weigh adds up what speaks for a mention being of a thread's meeting, which may be the newest one, and tells say of each part if there is one.
func (r *reader) weigh(t *Thread, m *Mention, newest bool, say func(points int, what string)) int {
	sum := 0
	add := func(points int, what string) {
		if sum += points; say != nil {
			say(points, what)
		}
	}
	shared := 0
	for _, p := range m.People {
		if slices.Contains(t.People, p) {
			shared++
		}
	}
	add(3*min(shared, 2), "people in common, up to two")
	for _, g := range m.Groups {
		if slices.Contains(t.Groups, g) && (shared > 0 || len(m.People) == 0) {
			add(1, "a body in common")
		}
	}
	if m.Level != "" && m.Level == t.Level {
		add(2, "the same level")
	}
	if m.Parties > 0 && m.Parties == t.Parties {
		add(2, "the same number of parties")
	}
	if len(m.Countries) > 1 && len(t.Countries) > 1 && len(m.People) == 0 && subset(m.Countries, t.Countries) {
		add(1, "the same countries")
	}
	if !m.Date.IsZero() && !t.Date.IsZero() && m.Date.Overlaps(t.Date) {
		add(2, "dates that overlap")
	}
	if m.Venue != "" && m.Venue == t.Venue {
		add(2, "the same place")
		if t.Level != "" && m.Level == "" && len(t.People) == 0 && r.levelOf(&Thread{People: m.People}) == t.Level {
			add(2, "the level of those whom it names")
		}
	}
	if m.Type == Visit && shared > 0 && !(len(m.Countries) > 2 && len(t.Countries) > 1 && !intersects(m.Countries[1:], t.Countries)) {
		add(2, "a visit of the same people")
	}
	if shared == 1 && len(t.People) > 1 && !m.Definite && !m.Adjunct && len(m.People)+len(m.Groups) > 1 && m.Date.IsZero() {
		add(-3, "another counterpart, not named") // "a group of lawmakers met the delegation"
	}
	if m.Definite || m.Adjunct {
		add(1, "it goes on with a meeting told before")
		if newest {
			add(2, "this one was told last")
		}
	}
	if len(m.People) == 0 && newest && m.Sentence-r.a.sentenceOf(focus(t)) <= 2 {
		add(1, "told in the two sentences before")
	}
	switch {
	case m.Status != "" && m.Status == t.Status, t.Off && m.Status == Scheduled:
		add(1, "the same status")
	case m.Status == Scheduled && (t.Status == Held || t.Status == Denied):
		add(-2, "one took place or was denied, the other is scheduled")
	}
	if m.Vague && t.Umbrella && len(m.People) == 0 && (m.Level == t.Level || m.Level == "") {
		add(2, "the same talk of some day")
	}
	return sum
}

// focus is where a thread was last in the foreground: the code point of its last mention that is no aside ("the day before", "the last round").
func focus(t *Thread) int {
	for i := len(t.Mentions) - 1; i >= 0; i-- {
		if m := &t.Mentions[i]; !m.Adjunct && !m.Previous && (m.Relative == nil || m.Relative.Days == 0) {
			return m.Trigger.Start
		}
	}
	return -1
}

// sentenceOf is the number of the sentence at a code point, 0 for none.
func (a *Article) sentenceOf(at int) int {
	all := a.Doc.Passages
	from, to := 0, len(all) // the passage is in here
	for from < to {
		switch mid := (from + to) / 2; {
		case at < all[mid].Start:
			to = mid
		case at >= all[mid].End:
			from = mid + 1
		default:
			return all[mid].Sentence
		}
	}
	return 0
}
