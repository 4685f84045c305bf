package web

import (
	"slices"

	"readout/data/dataset"
)

// A meeting with many articles has many pages of pairs, which differ in little. They are made together: what is the same in several of
// them is written once.

// PairPath is the address of a close-up.
func PairPath(meeting string, pair [2]string) string {
	return "/meetings/" + meeting + "/" + pair[0] + "/" + pair[1]
}

// MeetingPairs gives add the pages of a meeting with two of its articles in the columns, with their addresses, in the order of the page:
// for readers without scripts and for links to a pair. A meeting that has two articles or one has none: its page shows all there is.
func MeetingPairs(doc dataset.MeetingDocument, lang string, add func(path string, page []byte)) error {
	t := newTable(doc, speak(lang))
	if len(t.arts) < 3 {
		return nil
	}
	t.paired, t.parts = true, parts{}
	before, after, err := t.frame("").around()
	if err != nil {
		return err
	}
	for i, a := range t.arts {
		for _, b := range t.arts[i+1:] {
			t.base, t.beside = a.ID, b.ID
			body := el("readout-compare", attrs{"meeting": doc.Meeting.ID, "view": "full", "base": a.ID, "beside": b.ID}, t.full())
			add(PairPath(doc.Meeting.ID, [2]string{a.ID, b.ID}), slices.Concat(before, []byte(body.HTML()), after))
		}
	}
	return nil
}

// parts are what several pages of a meeting have in common, as it was written for the first of them, by what it is made of.
type parts map[string]raw

// once is the part that make makes; of several pages only the first has it made. key names all that it rests on beside the document.
func (t *table) once(key string, make func() *node) any {
	if t.parts == nil {
		return make()
	}
	part, ok := t.parts[key]
	if !ok {
		if n := make(); n != nil {
			part = raw(n.within(t.say("lang")))
		}
		t.parts[key] = part
	}
	return part
}

// chosen is what the row of a point takes from the choice of the pair: nothing where one article alone tells it.
func (t *table) chosen(r row) string {
	if len(r.by) == 1 {
		return ""
	}
	return t.base + " " + t.beside
}
