package meeting

import (
	"readout/wasm/text"
	"readout/wasm/when"
)

// order reads a claim about the place of the meeting in a sequence.
func (r *reader) order(s *sentence, t trigger, lo, hi int) *Order {
	np, at := object(s, t)
	if np < 0 {
		np, at = t.np, t.at
	}
	if s.is(np, "such") { // "the first such meeting"
		np--
	}
	for j := np; j <= at; j++ {
		n := ordinalOf(s.norm(j))
		if n == 0 || s.is(j-1, "of") {
			continue
		}
		o := r.claim(s, j, at, hi, n)
		if w := s.norm(j - 1); oneOf(w, "his her") { // "his first talks with Takizaki"
			o.Own, o.Start = true, s.toks[j-1].Start
			if o.Anchor == "" && s.is(t.at+1, "with") {
				for _, p := range s.people {
					if p.lo == t.at+2 && p.hi <= hi {
						o.End = s.toks[p.hi-1].End
					}
				}
			}
		}
		return o
	}
	for j := lo; j < t.at && !t.noun; j++ { // "It was the second time that A had met B"
		if n := ordinals[s.norm(j)]; n > 0 && s.is(j+1, "time") {
			return r.claim(s, j, t.at, hi, n)
		}
	}
	for j := t.at + 1; j < hi; j++ { // "talks … are the second of their kind", "the first since"
		if n := ordinals[s.norm(j)]; n > 0 && (s.is(j+1, "of") && s.is(j+3, "kind") || s.is(j+1, "since such time")) {
			end := j // "the first since", "the third such"
			switch s.norm(j + 1) {
			case "of":
				end = j + 3
			case "time":
				end = j + 1
			}
			return r.claim(s, j, end, hi, n)
		}
	}
	for j := lo; j < t.at; j++ { // "After eight months, …"
		if s.is(j, "after") || s.is(j, "in") && s.is(j-1, "time first") {
			for _, d := range s.dates {
				if d.lo >= j && d.lo <= j+1 && d.v.Relative != nil && d.v.Relative.Days < -20 || d.lo >= j && d.lo <= j+1 && d.v.Type == "DURATION" && gapLong(d.v.Value) {
					o := &Order{Span: text.Span{Start: s.toks[j].Start, End: d.v.End}, Gap: true, Anchor: d.v.Text}
					o.Since = gapStart(r.a.Published, d.v.Value)
					return o
				}
			}
		}
	}
	return nil
}

// ordinalOf is the number that a word counts with: 35 for "35th", 0 for others.
func ordinalOf(w string) int {
	if n := ordinals[w]; n > 0 || !isDigits(w) || !ordinal(w) {
		return n
	}
	return smallNumber(w[:len(w)-2])
}

// before reads "the previous round", "their last meeting": a claim that counts nothing, but says which round came just before.
// "Last" with a time behind it ("last month's talks") only dates.
func (r *reader) before(s *sentence, t trigger) *Order {
	if !t.noun {
		return nil
	}
	for j := t.np; j < t.at; j++ {
		switch s.norm(j) {
		case "previous", "preceding":
		case "last":
			if j+1 != t.at || !determiners.Has(s.norm(j-1)) {
				continue
			}
		default:
			continue
		}
		return &Order{Span: text.Span{Start: s.toks[j].Start, End: s.toks[t.at].End}}
	}
	return nil
}

// claim builds an order claim from the ordinal at j over the noun at end, with its "since …" where there is one.
func (r *reader) claim(s *sentence, j, end, hi, n int) *Order {
	o := &Order{Ordinal: n}
	stop := end + 1
	for b := end + 1; b < hi && b < end+16; b++ {
		if !s.is(b, "since") {
			continue
		}
		stop = b + 1
		for c := b + 1; c < hi; c++ {
			w := s.norm(c)
			if t := s.toks[c].Text; oneOf(t, ", ; . ... …") || w == "amid" {
				break
			}
			stop = c + 1
		}
		if stop > b+1 {
			o.Anchor = r.a.Doc.Slice(text.Span{Start: s.toks[b+1].Start, End: s.toks[stop-1].End})
			for _, d := range s.dates {
				if d.lo > b && d.hi <= stop && !d.v.Date.IsZero() {
					o.Since = d.v.Date
				}
			}
		}
		break
	}
	o.Span = text.Span{Start: s.toks[j].Start, End: s.toks[stop-1].End}
	o.Count = text.Span{Start: s.toks[j].Start, End: s.toks[end].End}
	return o
}

func smallNumber(w string) int {
	for i, n := range []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		if w == n {
			return i
		}
	}
	n := 0
	for _, c := range w {
		if c < '0' || c > '9' || n > 100 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// gapLong reports whether a TIMEX3 duration is of months or years.
func gapLong(v string) bool {
	_, months := duration(v)
	return months > 0
}

// gapStart is when a gap began that ends with the publication: "after eight months" from 2020-10 gives 2020-02~.
func gapStart(published when.Date, v string) when.Date {
	if published.IsZero() {
		return when.Date{}
	}
	days, months := duration(v)
	y, m, _ := (published.First() - when.Day(days)).Date()
	y, m, _ = when.MakeDay(y, m-months, 1).Date()
	return when.Month(y, m).AsApproximate()
}

// duration reads P8M, P2Y as months and P3W, P10D as days.
func duration(v string) (days, months int) {
	if len(v) < 3 || v[0] != 'P' || v[1] == 'T' {
		return 0, 0
	}
	n := smallNumber(v[1 : len(v)-1])
	switch v[len(v)-1] {
	case 'Y':
		return 0, n * 12
	case 'M':
		return 0, n
	case 'W':
		return n * 7, 0
	case 'D':
		return n, 0
	}
	return 0, 0
}
