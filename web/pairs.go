package web

import (
	"bytes"

	"readout/data/dataset"
)

// A meeting with many articles has many pages of pairs, which differ in little from each other and from the page of the meeting. They are
// made together: what is the same in several of them is written once.

// PairPath is the address of a close-up.
func PairPath(meeting string, pair [2]string) string {
	return "/meetings/" + meeting + "/" + pair[0] + "/" + pair[1]
}

// MeetingPages calls add with the page of a meeting in a language, and with the pages that have two other articles of it in the columns.
// Those are in English only, for readers without scripts and for links to a pair. A meeting with one or two articles has none of them,
// because its page shows everything. site is the origin that they will be served from, see At.
func MeetingPages(doc dataset.MeetingDocument, lang, site string, add func(path string, page []byte)) error {
	t := newTable(doc, speak(lang))
	t.paired = true
	pairs := len(t.arts) > 2 && lang == Languages[0]
	if pairs {
		t.parts = parts{}
	}
	before, after, err := t.frame("").around()
	if err != nil {
		return err
	}
	before, after = At(site, before), At(site, after)
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	put := func(path string, chosen attrs) {
		body := el("readout-compare", attrs{{"meeting", doc.Meeting.ID}, {"view", "full"}}, chosen, t.full())
		body.tongues("")
		b.Reset()
		b.Write(before)
		body.write(b)
		b.Write(after)
		add(path, bytes.Clone(b.Bytes()))
	}
	put(Path(lang, "/meetings/"+doc.Meeting.ID), nil)
	if !pairs {
		return nil
	}
	for i, a := range t.arts {
		for _, b := range t.arts[i+1:] {
			t.base, t.beside = a.ID, b.ID
			put(PairPath(doc.Meeting.ID, [2]string{a.ID, b.ID}), attrs{{"base", a.ID}, {"beside", b.ID}})
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
