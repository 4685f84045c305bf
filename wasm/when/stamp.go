package when

import "readout/wasm/text"

// stamped looks for a full date in a short line above the body: "2019.08.29 15:02", "Published: May 14, 2014".
func (i *inference) stamped() Date {
	var first phrase
	var at text.Span
	for _, s := range i.lines(0, i.bodyStart(), false) {
		p, span := fullDate(i.doc.Source, s)
		if p.sort == none || i.caption(span) || i.tells(s) {
			continue
		}
		if first.sort == none {
			first, at = p, span
		}
		if s.Start > i.headline() && !i.update(s) { // what stands above the headline can be the day on which the page was opened
			first, at = p, span
			break
		}
	}
	if first.sort != none {
		i.note(Evidence{Span: at, Passage: i.passageAt(at), Why: "a date above the text"})
		return i.dayOrMonth(first, at)
	}
	return i.easternStamp()
}

// update reports whether a line says when an article was changed, and no more.
func (i *inference) update(s text.Span) bool {
	for k, p := range cut(i.doc.Source, s) {
		if p.norm == "updated" || p.norm == "update" || p.norm == "modified" {
			return k < 2
		}
	}
	return false
}

// headline is the offset of the headline, the length of the source where there is none.
func (i *inference) headline() int {
	for _, p := range i.doc.Passages {
		if p.Kind == text.Headline {
			return p.Start
		}
	}
	return len(i.doc.Source)
}
