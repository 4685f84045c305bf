package meeting

import (
	"slices"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/wordlist"
)

// dates resolves what counts from other events and fills in what the context says.
func (r *reader) dates(ts []Thread) {
	pub := r.a.Published
	// "held on the same day": from the last day named before
	for i := range ts {
		for _, m := range ts[i].Mentions {
			if ts[i].Date.IsZero() && m.Relative != nil && m.Relative.Days == 0 {
				d := r.eventBefore(ts, i, m)
				if d.Precision() != when.ToDay {
					d = r.lastDay(m.Sentence)
				}
				if m.Status == Held && !pub.IsZero() && !d.IsZero() && d.First() > pub.Last() { // "Earlier in the day" after a meeting to come
					d = r.newsDay()
				}
				if !d.IsZero() {
					ts[i].Date, ts[i].DateFrom = d, r.sentenceSlice(m)
				}
			}
		}
	}
	// the article's main meeting, told as past, with no day of its own: the day of its news
	for i := range ts {
		if t := &ts[i]; t.Main && t.Date.IsZero() && (t.Status == Held || t.Status == "") && !t.Umbrella {
			if r.underWay(t) && pub.Precision() == when.ToDay {
				t.Date, t.DateFrom = pub.AsUncertain(), "it goes on as the article is written"
			} else if d := r.newsDay(); !d.IsZero() {
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
		shares := trip != nil && t != trip && (len(t.Groups) > 0 && slices.Contains(trip.Groups, t.Groups[0]) || intersects(t.People, trip.People))
		switch {
		case t.Venue != "" && !venueDate(ts, t.Venue).IsZero():
			t.Date, t.DateFrom = venueDate(ts, t.Venue), "the date of the event in whose margins it falls"
		case shares && t.Status != Held:
			t.Date, t.DateFrom = trip.Date, "within the visit"
		case shares:
			if d := r.priorDay(ts, i); !d.IsZero() {
				t.Date, t.DateFrom = d.AsUncertain(), "told between events of that day"
			} else {
				t.Date, t.DateFrom = trip.Date, "within the visit"
			}
		case t.Status == Held && !t.Umbrella && r.sameDay(t) && !r.mainDay(ts, i).IsZero():
			t.Date, t.DateFrom = r.mainDay(ts, i).AsUncertain(), "told with what happened that day"
		case t.Umbrella || t.Status == Denied && !t.Off:
			if !pub.IsZero() {
				t.Date, t.Umbrella = r.standing(t), true
				t.DateFrom = "no occasion of its own: the years in which both are in office, up to the article's"
				if len(t.People) < 2 {
					t.DateFrom = "no occasion of its own: the year of the article"
				}
			}
		case t.Status == NotYet || t.Status == Scheduled || t.Status == Proposed:
			if d := r.sameParagraph(ts, i); !d.IsZero() && t.Status != Proposed {
				t.Date, t.DateFrom = d, "told together with what is dated so"
			} else if d := r.comingInLead(); t.Main && t.Status == Scheduled && !d.v.Date.IsZero() {
				t.Date, t.DateFrom = d.v.Date, "the coming day that the lead tells of its talks"
			} else if !pub.IsZero() {
				t.Date, t.DateFrom = when.From(r.saidOn(t)), "after it was spoken of"
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

// sameDay reports whether the sentence that opens a thread goes on with the day's events: "In the afternoon, the king met …", "Holm
// had separate talks with …".
func (r *reader) sameDay(t *Thread) bool {
	m := t.Mentions[0]
	if m.Previous || m.Again || len(t.People) < 2 || r.kindOf(m) != text.Body {
		return false
	}
	return r.goesOn(&m)
}

// goesOn reports whether the sentence of a mention goes on with the day's events.
func (r *reader) goesOn(m *Mention) bool {
	for i := range r.sents {
		if s := &r.sents[i]; s.num == m.Sentence {
			for j := range s.toks {
				if goingOn.Has(s.norm(j)) {
					return len(s.dates) == 0 || !s.is(j, "earlier later")
				}
			}
		}
	}
	return false
}

// goingOn are words that go on with the events of a day.
var goingOn = wordlist.Of(`also later separate separately individually beforehand afternoon morning evening afterwards then earlier breakfast lunch dinner sidelines margins`)

// mainDay is the day of the article's main meeting, where it is told before thread i; zero where it is no single day near the publication.
func (r *reader) mainDay(ts []Thread, i int) when.Date {
	for n := range ts {
		if t := &ts[n]; n != i && t.Main && t.Date.Precision() == when.ToDay && near(t.Date, r.a.Published) && len(t.Mentions) > 0 && t.Mentions[0].Trigger.Start < ts[i].Mentions[0].Trigger.Start {
			return t.Date
		}
	}
	return when.Date{}
}

// standing is the time of a matter without an occasion ("has repeatedly refused a summit"): from the year in which, by the registry, the
// last of its people took office to the article's year; that year alone where the registry does not tell.
func (r *reader) standing(t *Thread) when.Date {
	pub := r.a.Published
	year, _, _ := pub.First().Date()
	from := 0
	for _, p := range t.People {
		began := 0
		for i := range r.k.People {
			if r.k.People[i].ID == r.a.Who.People[p].ID {
				began = inOfficeSince(&r.k.People[i], pub)
			}
		}
		if began == 0 {
			return when.Year(year)
		}
		from = max(from, began)
	}
	if from == 0 || from >= year {
		return when.Year(year)
	}
	return when.Years(from, year)
}

// inOfficeSince is the year in which a person took the office held on a day, 0 where none is known.
func inOfficeSince(p *know.Person, on when.Date) int {
	for _, role := range p.Roles {
		from, err := when.Parse(role.From)
		if err != nil || from.IsZero() || from.First() > on.First() {
			continue
		}
		if to, err := when.Parse(role.To); err == nil && !to.IsZero() && to.Last() < on.First() {
			continue
		}
		y, _, _ := from.First().Date()
		return y
	}
	return 0
}

// saidOn is the day on which a coming meeting was first spoken of: the day that its sentence gives the words, else the article's.
func (r *reader) saidOn(t *Thread) when.Day {
	pub := r.a.Published.First()
	for _, s := range r.sents {
		if s.num != t.Mentions[0].Sentence {
			continue
		}
		for _, d := range s.dates {
			if e := d.v.Date; e.Precision() == when.ToDay && e.First() <= pub && pub-e.First() <= 7 {
				return e.First()
			}
		}
	}
	return pub
}

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

// underWay reports whether a thread is told as what happens while the article is written.
func (r *reader) underWay(t *Thread) bool {
	return slices.ContainsFunc(t.Mentions, func(m Mention) bool {
		i := slices.IndexFunc(r.sents, func(s sentence) bool { return s.num == m.Sentence })
		_, ok := r.sents[i].has(underWayCues, 0, len(r.sents[i].toks))
		return ok && !m.Adjunct && !m.Previous
	})
}

var underWayCues = cues("underway|under way|ongoing|currently|have been meeting|are holding|is holding|is meeting|are meeting")

// newsDay is the day that most of the article's reports carry, at most a week before its publication, the days of earlier rounds apart.
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
			if slices.ContainsFunc(r.mentions, func(m Mention) bool { return m.Previous && m.Date == e }) {
				continue // the day of an earlier round
			}
			if s.is(s.back(d.lo, 3, "had", ","), "had") && s.is(d.lo-1, "on") {
				continue // "had on Monday confirmed that they would meet": before the news
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
	return when.OnDay(days[best].First()).AsUncertain()
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

// venueDate is a date that any thread gives the host event.
func venueDate(ts []Thread, venue string) when.Date {
	for i := range ts {
		if ts[i].Venue == venue && !ts[i].Date.IsZero() {
			return ts[i].Date
		}
	}
	return when.Date{}
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

// sameParagraph is the date of what the paragraph of thread i tells just before it; a day opens an interval of ten days.
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
