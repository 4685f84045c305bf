package meeting

import (
	"slices"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
)

// home is the thread a mention belongs to, -1 for none.
func (r *reader) home(ts []Thread, m Mention) int {
	if n := r.joined(ts, &m); n >= 0 {
		return n
	}
	best, score := -1, 0
	for i := range ts {
		if !r.compatible(&ts[i], m) {
			continue
		}
		if s := r.evidence(ts, i, m); s > score || s == score && s > 0 {
			best, score = i, s
		}
	}
	need := 4
	if m.Definite || m.Adjunct || len(m.People)+len(m.Countries) == 0 {
		need = 3
	}
	if score < need {
		return -1
	}
	return best
}

// compatible reports whether nothing speaks against a mention being of a thread's meeting.
func (r *reader) compatible(t *Thread, m Mention) bool {
	if r.parted(t, &m) {
		return false
	}
	if (t.Type == Visit) != (m.Type == Visit) || t.Type == Call && m.Type == Talks && !m.Definite || m.Type == Call && t.Type == Talks {
		return false
	}
	if m.Previous && len(t.Mentions) > 0 && !t.Mentions[0].Previous {
		return false
	}
	if r.calledOff(m) && t.Status == Scheduled {
		return false // that was another day
	}
	if m.Again && !m.Date.IsZero() && !t.Mentions[0].Again && t.Status == Held && m.Status != Held {
		return false
	}
	standing := t.Umbrella || t.Status == Denied && t.Date.IsZero()
	if standing && !m.Vague && (!m.Date.IsZero() || !m.Definite || !subset(m.People, t.People) || m.Parties > 0 || m.Order != nil) {
		return false
	}
	if !m.Definite && !m.Date.IsZero() && t.Date.IsZero() && t.Status == Denied {
		return false
	}
	if (m.Parties > 2) != (t.Parties > 2) && (m.Parties > 2 && len(t.People) >= 2 && len(t.Countries) == 2 || t.Parties > 2 && len(m.Countries) == 2 && len(m.People) != 0) {
		return false
	}
	if (m.Level == "head") != (r.levelOf(t) == "head") && m.Level != "" && t.Level == "" && len(t.People) > 1 && r.levelOf(t) != "" {
		return false
	}
	if t.Umbrella != m.Vague && !(m.Definite && m.Vague) && (m.Vague || len(m.People) == 0) && !(t.Umbrella && m.Level == "" && m.Definite) {
		return false
	}
	if m.Parties == 2 && len(m.People) == 2 && len(t.People) > 2 && len(t.Countries) > 2 && !m.Definite {
		return false // two of the three
	}
	if t.Level != "" && m.Level != "" && t.Level != m.Level {
		return false
	}
	if t.Parties > 0 && m.Parties > 0 && t.Parties != m.Parties {
		return false
	}
	if !subset(m.People, t.People) && !subset(t.People, m.People) {
		return false
	}
	if len(t.Countries) > 1 && len(m.Countries) > 1 && !subset(m.Countries, t.Countries) && !subset(t.Countries, m.Countries) {
		return false
	}
	if t.Parties == 2 && len(union(t.Countries, m.Countries)) > 2 {
		return false
	}
	if len(t.People) >= 2 && len(m.People) > len(t.People) {
		return false
	}
	if intersects(m.Groups, t.Groups) && len(t.People) > 0 && !subset(m.People, t.People) {
		return false // one delegation, another host
	}
	if !t.Date.IsZero() && !m.Date.IsZero() && !t.Date.Overlaps(m.Date) || r.oldDay(t, m) {
		return false
	}
	if n := count(&m); n > 0 && slices.ContainsFunc(t.Mentions, func(o Mention) bool { k := count(&o); return k > 0 && k != n }) {
		return false // "the first meeting" where the second is told
	}
	if t.Place != "" && m.Place != "" && t.Place != m.Place && t.Type == Talks && !m.Date.IsZero() && t.Date.IsZero() && twoCities(t.Place, m.Place) {
		return false // the day is that of a meeting somewhere else
	}
	if t.Status == Held && m.Status == Scheduled && len(m.People) == 0 && !m.Definite || t.Status == Scheduled && m.Status == Held && m.Order == nil && !m.Definite {
		return false
	}
	if !m.Definite && m.Type == Talks && m.Date.IsZero() && t.Status == Held && (m.Status == NotYet || m.Status == Proposed) {
		return false
	}
	return true
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
func (r *reader) oldDay(t *Thread, m Mention) bool {
	pub := r.a.Published
	return t.Date.IsZero() && (t.Status == Held || t.Status == "") && m.Date.Precision() == when.ToDay && !pub.IsZero() && pub.First()-m.Date.Last() > newsWithin && r.inLead(t)
}

// twoCities reports whether two places are both cities: a hall may stand in one of them, and one may lie in a country.
func twoCities(a, b string) bool {
	_, x := know.City(text.Fold(a))
	_, y := know.City(text.Fold(b))
	return x && y
}

// evidence adds up what speaks for it.
func (r *reader) evidence(ts []Thread, i int, m Mention) int {
	t := &ts[i]
	s := 0
	shared := 0
	for _, p := range m.People {
		if slices.Contains(t.People, p) {
			shared++
		}
	}
	s += 3 * min(shared, 2)
	for _, g := range m.Groups {
		if slices.Contains(t.Groups, g) && (shared > 0 || len(m.People) == 0) {
			s++
		}
	}
	if m.Level != "" && m.Level == t.Level {
		s += 2
	}
	if m.Parties > 0 && m.Parties == t.Parties {
		s += 2
	}
	if len(m.Countries) > 1 && len(t.Countries) > 1 && len(m.People) == 0 && subset(m.Countries, t.Countries) {
		s++
	}
	if !m.Date.IsZero() && !t.Date.IsZero() && m.Date.Overlaps(t.Date) {
		s += 2
	}
	if m.Venue != "" && m.Venue == t.Venue {
		s += 2
		if t.Level != "" && m.Level == "" && len(t.People) == 0 && r.levelOf(&Thread{People: m.People}) == t.Level {
			s += 2
		}
	}
	if m.Type == Visit && shared > 0 && !(len(m.Countries) > 2 && len(t.Countries) > 1 && !intersects(m.Countries[1:], t.Countries)) {
		s += 2
	}
	if shared == 1 && len(t.People) > 1 && !m.Definite && !m.Adjunct && len(m.People)+len(m.Groups) > 1 && m.Date.IsZero() {
		s -= 3 // "a group of lawmakers met the delegation": another counterpart, not named
	}
	last := focus(t)
	newest := true
	for j := range ts {
		if j != i && focus(&ts[j]) > last && r.compatible(&ts[j], m) && !(m.Status == Scheduled && ts[j].Status == Held) {
			newest = false
		}
	}
	if m.Definite || m.Adjunct {
		s++
		if newest {
			s += 2
		}
	}
	if len(m.People) == 0 && newest && m.Sentence-r.a.sentenceOf(last) <= 2 {
		s++
	}
	switch {
	case m.Status != "" && m.Status == t.Status:
		s++
	case m.Status == Scheduled && (t.Status == Held || t.Status == Denied):
		s -= 2
	}
	if m.Vague && t.Umbrella && len(m.People) == 0 && (m.Level == t.Level || m.Level == "") {
		s += 2
	}
	return s
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
