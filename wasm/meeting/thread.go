package meeting

import (
	"readout/wasm/text"
	"readout/wasm/when"
)

// threads gathers the mentions into one thread per meeting.
func (r *reader) threads() []Thread {
	var ts []Thread
	var left []Mention
	for _, m := range r.mentions {
		r.widen(ts, &m)
		n := r.home(ts, m)
		if n < 0 {
			if m.Adjunct || !r.opens(m) {
				left = append(left, m)
				continue
			}
			ts = append(ts, Thread{Type: m.Type})
			n = len(ts) - 1
		}
		r.join(&ts[n], m)
	}
	for _, m := range left { // "the summit" before the sentence that says whose
		for i := range ts {
			if first := ts[i].Mentions[0].Sentence; m.Definite && !m.Adjunct && len(m.People) > 0 && m.Level != "" && first > m.Sentence && first-m.Sentence <= 2 &&
				subset(m.People, ts[i].People) && r.compatible(&ts[i], m) {
				r.join(&ts[i], m)
				break
			}
		}
	}
	main := r.main(ts)
	if main >= 0 && r.inLead(&ts[main]) {
		ts[main].Main = true
	} else if g, ok := r.guess(); ok {
		ts = append(ts, g)
	} else if main >= 0 {
		ts[main].Main = true
	}
	r.dates(ts)
	r.settle(ts)
	r.cover(ts)
	return ts
}

// widen completes "a trilateral summit with the United States" by the two sides of the meeting told just before.
func (r *reader) widen(ts []Thread, m *Mention) {
	if m.Parties != 3 || len(m.Countries) != 1 || len(ts) == 0 {
		return
	}
	for i := len(ts) - 1; i >= 0; i-- {
		t := &ts[i]
		last := t.Mentions[len(t.Mentions)-1].Sentence
		if m.Sentence-last > 2 || contains(t.Countries, m.Countries[0]) && len(t.Countries) != 3 {
			continue
		}
		if n := len(union(t.Countries, m.Countries)); n == 3 {
			m.Countries = union(t.Countries, m.Countries)
			m.People = append(append([]int(nil), m.People...), t.People...)
			return
		}
	}
}

// opens reports whether a mention that fits no thread says enough to be a meeting of its own.
func (r *reader) opens(m Mention) bool {
	sides := len(m.People) + len(m.Groups)
	switch {
	case m.Type == Visit:
		return len(m.People) > 0 || len(m.Groups) > 0
	case len(m.People) >= 2, sides >= 2:
		return true
	case m.Vague:
		return len(m.Countries) > 1 || m.Status == Denied || m.Level == "high"
	case len(m.People) == 1 && len(m.Countries) > 1:
		return true
	case sides >= 1 && m.Level != "" && !m.Definite && (m.Status != "" || !m.Date.IsZero()):
		return true
	case len(m.Countries) > 1:
		return m.Level != "" || !m.Date.IsZero() || m.Parties > 0
	case m.Level != "" && m.Parties > 0 || m.Parties > 2:
		return true
	case !m.Date.IsZero() && (m.Place != "" || m.Level != "") && !m.Definite:
		return true
	case m.Level == "minister" && !m.Definite && (m.Venue != "" || m.Status == NotYet):
		return true
	}
	return false
}

// home is the thread a mention belongs to, -1 for none.
func (r *reader) home(ts []Thread, m Mention) int {
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
	if (t.Type == Visit) != (m.Type == Visit) || t.Type == Call && m.Type == Talks && !m.Definite || m.Type == Call && t.Type == Talks {
		return false
	}
	if m.Previous && len(t.Mentions) > 0 && !t.Mentions[0].Previous {
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
	if t.Level != "" && m.Level != "" && t.Level != m.Level {
		return false
	}
	if t.Parties > 0 && m.Parties > 0 && t.Parties != m.Parties {
		return false
	}
	if !subset(m.People, t.People) && !subset(t.People, m.People) {
		return false
	}
	if len(t.Countries) > 1 && len(m.Countries) > 1 && !subsetS(m.Countries, t.Countries) && !subsetS(t.Countries, m.Countries) {
		return false
	}
	if t.Parties == 2 && len(union(t.Countries, m.Countries)) > 2 {
		return false
	}
	if len(t.People) >= 2 && len(m.People) > len(t.People) {
		return false
	}
	if intersectsS(m.Groups, t.Groups) && len(t.People) > 0 && !subset(m.People, t.People) {
		return false // one delegation, another host
	}
	if !t.Date.IsZero() && !m.Date.IsZero() && !t.Date.Overlaps(m.Date) {
		return false
	}
	if t.Status == Held && m.Status == Scheduled && len(m.People) == 0 && !m.Definite || t.Status == Scheduled && m.Status == Held && m.Order == nil && !m.Definite {
		return false
	}
	if !m.Definite && m.Type == Talks && m.Date.IsZero() && t.Status == Held && (m.Status == NotYet || m.Status == Proposed) {
		return false
	}
	return true
}

// evidence adds up what speaks for it.
func (r *reader) evidence(ts []Thread, i int, m Mention) int {
	t := &ts[i]
	s := 0
	shared := 0
	for _, p := range m.People {
		if has(t.People, p) {
			shared++
		}
	}
	s += 3 * min(shared, 2)
	for _, g := range m.Groups {
		if contains(t.Groups, g) && (shared > 0 || len(m.People) == 0) {
			s++
		}
	}
	if m.Level != "" && m.Level == t.Level {
		s += 2
	}
	if m.Parties > 0 && m.Parties == t.Parties {
		s += 2
	}
	if len(m.Countries) > 1 && len(t.Countries) > 1 && len(m.People) == 0 && subsetS(m.Countries, t.Countries) {
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
	if m.Type == Visit && shared > 0 && !(len(m.Countries) > 2 && len(t.Countries) > 1 && !intersectsS(m.Countries[1:], t.Countries)) {
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
	at := -1
	for _, m := range t.Mentions {
		if !m.Adjunct && !m.Previous && (m.Relative == nil || m.Relative.Days == 0) {
			at = m.Trigger.Start
		}
	}
	return at
}

// sentenceOf is the number of the sentence at a code point, 0 for none.
func (a *Article) sentenceOf(at int) int {
	for _, p := range a.Doc.Passages {
		if p.Start <= at && at < p.End {
			return p.Sentence
		}
	}
	return 0
}

func intersectsS(a, b []string) bool {
	for _, x := range a {
		if contains(b, x) {
			return true
		}
	}
	return false
}

// join adds a mention to its thread.
func (r *reader) join(t *Thread, m Mention) {
	t.Mentions = append(t.Mentions, m)
	if m.Vague && len(t.Mentions) == 1 {
		t.Umbrella = true
	}
	for _, p := range m.People {
		if !has(t.People, p) {
			t.People = append(t.People, p)
		}
	}
	t.Countries = union(t.Countries, m.Countries)
	for _, g := range m.Groups {
		if !contains(t.Groups, g) {
			t.Groups = append(t.Groups, g)
		}
	}
	if t.Level == "" {
		t.Level = m.Level
	}
	if t.Parties == 0 {
		t.Parties = m.Parties
	}
	if t.Place == "" && !m.Adjunct {
		t.Place, t.PlaceCountry = m.Place, m.PlaceCountry
	}
	if t.Venue == "" {
		t.Venue = m.Venue
	}
	if !m.Date.IsZero() && (t.Date.IsZero() || width(m.Date) < width(t.Date)) {
		t.Date = m.Date
		t.DateFrom = r.sentenceSlice(m)
	}
	if firmness[m.Status] > firmness[t.Status] {
		t.Status = m.Status
	}
}

func (r *reader) sentenceSlice(m Mention) string {
	p := r.a.Doc.Passages[m.Passages[0]]
	return r.a.Doc.Slice(text.Span{Start: p.Start, End: r.a.Doc.Passages[m.Passages[len(m.Passages)-1]].End})
}

func width(d when.Date) int { return int(d.Last() - d.First()) }

// main is the thread that the article is chiefly about: most mentions, headline and lead counting more.
func (r *reader) main(ts []Thread) int {
	lead := 0
	for _, s := range r.sents {
		if s.kind == text.Body {
			lead = s.num
			break
		}
	}
	best, score := -1, 0
	for i := range ts {
		s := 0
		for _, m := range ts[i].Mentions {
			switch {
			case m.Adjunct:
			case r.kindOf(m) == text.Headline, r.kindOf(m) == text.Deck, m.Sentence == lead:
				s += 4
			case m.Sentence <= lead+2 && m.Sentence > lead:
				s += 3
			default:
				s += 2
			}
		}
		if ts[i].Umbrella || len(ts[i].People) == 0 && len(ts[i].Groups) == 0 {
			s = s * 2 / 3 // talk of a dialogue weighs less than people who met
		}
		if s > score {
			best, score = i, s
		}
	}
	return best
}

func (r *reader) kindOf(m Mention) text.Kind { return r.a.Doc.Passages[m.Passages[0]].Kind }

// dates resolves what counts from other events and fills in what the context says.
func (r *reader) dates(ts []Thread) {
	pub := r.a.Published
	// "held on the same day": from the last day named before
	for i := range ts {
		for _, m := range ts[i].Mentions {
			if ts[i].Date.IsZero() && m.Relative != nil && m.Relative.Days == 0 {
				if d := r.lastDay(m.Sentence); !d.IsZero() {
					ts[i].Date, ts[i].DateFrom = d, r.sentenceSlice(m)
				}
			}
		}
	}
	// the article's main meeting, told as past, with no day of its own: the day of its news
	for i := range ts {
		if t := &ts[i]; t.Main && t.Date.IsZero() && (t.Status == Held || t.Status == "") && !t.Umbrella {
			if d := r.newsDay(); !d.IsZero() {
				t.Date, t.DateFrom = d, "the day of the article's other news"
			}
		}
	}
	// "the day before", "later in the day": from the thread told just before
	for i := range ts {
		t := &ts[i]
		for _, m := range t.Mentions {
			if !t.Date.IsZero() || m.Relative == nil {
				continue
			}
			anchor := r.eventBefore(ts, i, m)
			if anchor.IsZero() {
				anchor = r.lastDay(m.Sentence)
			}
			if anchor.IsZero() || anchor.Precision() != when.ToDay {
				continue
			}
			t.Date = when.OnDay(anchor.First() + when.Day(m.Relative.Days))
			t.DateFrom = r.sentenceSlice(m)
		}
	}
	for i := range ts { // "met A before the talks": the same day as the talks
		t := &ts[i]
		for _, m := range t.Mentions {
			if t.Date.IsZero() && m.Before {
				if d := r.adjunctDate(ts, m); !d.IsZero() {
					t.Date, t.DateFrom = d, r.sentenceSlice(m)
				}
			}
		}
	}
	var trip *Thread
	for i := range ts {
		if ts[i].Type == Visit && ts[i].Date.Precision() == when.WithinInterval {
			trip = &ts[i]
		}
	}
	for i := range ts {
		t := &ts[i]
		if !t.Date.IsZero() {
			continue
		}
		shares := trip != nil && t != trip && (len(t.Groups) > 0 && contains(trip.Groups, t.Groups[0]) || intersects(t.People, trip.People))
		switch {
		case t.Venue != "" && r.venueDate(ts, t.Venue) != "":
			t.Date, _ = when.Parse(r.venueDate(ts, t.Venue))
			t.DateFrom = "the date of the event in whose margins it falls"
		case shares && t.Status != Held:
			t.Date, t.DateFrom = trip.Date, "within the visit"
		case shares:
			if d := r.priorDay(ts, i); !d.IsZero() {
				t.Date, t.DateFrom = uncertain(d), "told between events of that day"
			} else {
				t.Date, t.DateFrom = trip.Date, "within the visit"
			}
		case t.Umbrella || t.Status == Denied:
			if !pub.IsZero() {
				y, _, _ := pub.First().Date()
				t.Date, t.Umbrella = when.Year(y), true
				t.DateFrom = "no occasion of its own: the year of the article"
			}
		case t.Status == NotYet || t.Status == Scheduled || t.Status == Proposed:
			if d := r.sameParagraph(ts, i); !d.IsZero() && t.Status != Proposed {
				t.Date, t.DateFrom = d, "told together with what is dated so"
			} else if !pub.IsZero() {
				t.Date, _ = when.Parse(when.OnDay(pub.First()).String() + "/..")
				t.DateFrom = "after the article was written"
			}
		}
	}
	if pub.IsZero() {
		return
	}
	for i := range ts { // statuses that the date now decides
		t := &ts[i]
		if !t.Date.IsZero() && t.Date.First() > pub.Last() && t.Status == Held {
			t.Status = Scheduled
		}
	}
}

func uncertain(d when.Date) when.Date { return d.AsUncertain() }

// lastDay is the last day named before or in a sentence.
func (r *reader) lastDay(sentence int) when.Date {
	var out when.Date
	for _, s := range r.sents {
		if s.num > sentence {
			break
		}
		for _, d := range s.dates {
			if d.v.Date.Precision() == when.ToDay && !historical(d.v.Date, r.a.Published) {
				out = d.v.Date
			}
		}
	}
	return out
}

// newsDay is the day that most of the article's reports carry, at most a week before its publication.
func (r *reader) newsDay() when.Date {
	pub := r.a.Published
	if pub.IsZero() {
		return when.Date{}
	}
	var days []when.Date
	var count []int
	for _, s := range r.sents {
		for _, d := range s.dates {
			e := d.v.Date
			if e.Precision() != when.ToDay || e.First() > pub.Last() || pub.First()-e.First() > 7 {
				continue
			}
			n := -1
			for i := range days {
				if days[i].First() == e.First() {
					n = i
				}
			}
			if n < 0 {
				days, count = append(days, e), append(count, 0)
				n = len(days) - 1
			}
			count[n]++
		}
	}
	best := -1
	for i := range days {
		if best < 0 || count[i] > count[best] || count[i] == count[best] && days[i].First() > days[best].First() {
			best = i
		}
	}
	if best < 0 {
		return when.Date{}
	}
	return uncertain(when.OnDay(days[best].First()))
}

// eventBefore is the date of the dated thread mentioned last before m, in its sentence or the two before.
func (r *reader) eventBefore(ts []Thread, self int, m Mention) when.Date {
	var out when.Date
	at := -1
	for i := range ts {
		if i == self || ts[i].Date.IsZero() {
			continue
		}
		for _, o := range ts[i].Mentions {
			if o.Sentence <= m.Sentence && m.Sentence-o.Sentence <= 3 && o.Trigger.Start < m.Trigger.Start && o.Trigger.Start > at {
				out, at = ts[i].Date, o.Trigger.Start
			}
		}
	}
	return out
}

// adjunctDate is the date of the thread that the sentence of m names as "the talks" before or after which m was.
func (r *reader) adjunctDate(ts []Thread, m Mention) when.Date {
	for i := range ts {
		for _, o := range ts[i].Mentions {
			if o.Adjunct && o.Sentence == m.Sentence {
				return ts[i].Date
			}
		}
	}
	return when.Date{}
}

// venueDate is a date that any thread or sentence gives the host event.
func (r *reader) venueDate(ts []Thread, venue string) string {
	for i := range ts {
		if ts[i].Venue == venue && !ts[i].Date.IsZero() {
			return ts[i].Date.String()
		}
	}
	return ""
}

// priorDay is the day of the thread told last before thread i.
func (r *reader) priorDay(ts []Thread, i int) when.Date {
	first := ts[i].Mentions[0].Trigger.Start
	var out when.Date
	at := -1
	for j := range ts {
		for _, o := range ts[j].Mentions {
			if j != i && o.Trigger.Start < first && o.Trigger.Start > at && ts[j].Date.Precision() == when.ToDay {
				out, at = ts[j].Date, o.Trigger.Start
			}
		}
	}
	return out
}

// sameParagraph is the date of what the paragraph of thread i tells just before it; "then" opens an interval of two weeks.
func (r *reader) sameParagraph(ts []Thread, i int) when.Date {
	m := ts[i].Mentions[0]
	para := r.a.Doc.Passages[m.Passages[0]].Paragraph
	var out when.Date
	at := -1
	for j := range ts {
		for _, o := range ts[j].Mentions {
			if j != i && !o.Adjunct && !ts[j].Date.IsZero() && r.a.Doc.Passages[o.Passages[0]].Paragraph == para && o.Trigger.Start < m.Trigger.Start && o.Trigger.Start > at {
				out, at = ts[j].Date, o.Trigger.Start
			}
		}
	}
	if out.Precision() == when.ToDay {
		return when.Interval(out.First(), out.First()+10)
	}
	return out
}

// settle gives every thread a status, a level and its series.
func (r *reader) settle(ts []Thread) {
	pub := r.a.Published
	for i := range ts { // "… the second of their kind, and follow a meeting in April": of the same kind as the talks it stands beside
		if t := &ts[i]; len(t.People) == 0 && len(t.Countries) == 0 {
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
		if has(t.People, r.head) {
			t.Groups = without(t.Groups, "delegation") // its head stands for it
		}
		t.Equal = t.Level != ""
		if t.Level == "" {
			t.Level = r.levelOf(t)
			t.Equal = len(t.People) > 1
			for _, p := range t.People {
				t.Equal = t.Equal && r.a.Who.People[p].Level == t.Level
			}
		}
		sortInts(t.People)
	}
}

func without(list []string, x string) []string {
	var out []string
	for _, v := range list {
		if v != x {
			out = append(out, v)
		}
	}
	return out
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
var levelRank = map[string]int{"official": 1, "lawmaker": 2, "ambassador": 3, "director-general": 4, "vice-minister": 5, "minister": 6, "head": 7}

func (r *reader) levelOf(t *Thread) string {
	best, rank := "", 99
	for _, p := range t.People {
		l := r.a.Who.People[p].Level
		if l == "envoy" {
			return "envoy"
		}
		if n := levelRank[l]; n > 0 && n < rank {
			best, rank = l, n
		}
	}
	return best
}

// cover lists each thread's passages: those of its mentions, and the sentences that go on from them. A sentence goes on if no
// contact is named in it and it follows in the same paragraph, or opens the next one with a word that points back.
func (r *reader) cover(ts []Thread) {
	at := map[int]int{} // sentence → thread that was last told in it
	for i := range ts {
		for _, m := range ts[i].Mentions {
			if m.Adjunct && !ts[i].Main {
				continue
			}
			add(&ts[i].Passages, m.Passages)
			if n, ok := at[m.Sentence]; !m.Adjunct && (!ok || focus(&ts[i]) > focus(&ts[n])) {
				at[m.Sentence] = i
			}
		}
	}
	for i := 1; i < len(r.sents); i++ {
		s, before := &r.sents[i], &r.sents[i-1]
		n, told := at[before.num]
		if _, own := at[s.num]; own || !told || ts[n].Type == Visit || ts[n].Umbrella || s.kind != text.Body {
			continue
		}
		if s.para == before.para || s.para == before.para+1 && pointsBack(s) {
			add(&ts[n].Passages, s.passages)
			if s.para != before.para {
				at[s.num] = n
			}
		}
	}
	for i := range ts {
		if ts[i].Main {
			r.remarks(&ts[i], at)
		}
		sortInts(ts[i].Passages)
	}
}

// remarks adds what those who met are made to say, where no other meeting is told: "Director Kim reiterated …" is of the talks that
// the article is about. at gives the thread that owns a sentence.
func (r *reader) remarks(t *Thread, at map[int]int) {
	for _, u := range r.a.Who.Utterances {
		p := r.a.Doc.Passages[u.Passage]
		if _, owned := at[p.Sentence]; owned || u.Person < 0 || !has(t.People, u.Person) || p.Kind != text.Body {
			continue
		}
		for _, s := range r.sents {
			if s.num == p.Sentence {
				add(&t.Passages, s.passages)
			}
		}
	}
}

func add(list *[]int, more []int) {
	for _, p := range more {
		if !has(*list, p) {
			*list = append(*list, p)
		}
	}
}

// pointsBack reports whether a sentence opens with a word that takes up what was told before.
func pointsBack(s *sentence) bool {
	switch s.norm(0) {
	case "their", "they", "both":
		return true
	case "the":
		return s.norm(1) == "two" || s.norm(1) == "three"
	}
	return false
}

func sortInts(l []int) {
	for i := 1; i < len(l); i++ {
		for j := i; j > 0 && l[j] < l[j-1]; j-- {
			l[j], l[j-1] = l[j-1], l[j]
		}
	}
}

func subset(a, b []int) bool {
	for _, x := range a {
		if !has(b, x) {
			return false
		}
	}
	return true
}

func intersects(a, b []int) bool {
	for _, x := range a {
		if has(b, x) {
			return true
		}
	}
	return false
}

func subsetS(a, b []string) bool {
	for _, x := range a {
		if !contains(b, x) {
			return false
		}
	}
	return true
}

func union(a, b []string) []string {
	out := append([]string(nil), a...)
	for _, x := range b {
		if !contains(out, x) {
			out = append(out, x)
		}
	}
	sortStrings(out)
	return out
}
