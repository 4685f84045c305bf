package compiler

import (
	"bytes"
	"testing"

	"readout/data/dataset/build"
	"readout/wasm/meeting"
)

// What is remembered of a meeting holds when an article is put before its own, and not when anything of the meeting is another.
func TestKnownMeeting(t *testing.T) {
	a := &compiler{about: []build.About{{ID: "x"}, {ID: "y"}}}
	m := meeting.Meeting{ID: "m", Title: "Berg and Salo in Oslo", Place: "Oslo", People: []string{"berg"}, Status: meeting.Held, Coverage: []meeting.Coverage{{Article: 0}, {Article: 1, Thread: 2}}}
	want := a.known(&m)
	later, moved := &compiler{about: []build.About{{ID: "first"}, {ID: "x"}, {ID: "y"}}}, m
	moved.Coverage = []meeting.Coverage{{Article: 1}, {Article: 2, Thread: 2}}
	if got := later.known(&moved); !bytes.Equal(got, want) {
		t.Errorf("an article before it makes the meeting another: %s, was %s", got, want)
	}
	for name, change := range map[string]func(m *meeting.Meeting){
		"title":    func(m *meeting.Meeting) { m.Title = "Berg and Salo" },
		"place":    func(m *meeting.Meeting) { m.Place = "Bergen" },
		"people":   func(m *meeting.Meeting) { m.People = []string{"berg", "salo"} },
		"status":   func(m *meeting.Meeting) { m.Status = meeting.Denied },
		"coverage": func(m *meeting.Meeting) { m.Coverage = m.Coverage[:1] },
		"thread":   func(m *meeting.Meeting) { m.Coverage = []meeting.Coverage{{Article: 0}, {Article: 1, Thread: 1}} },
	} {
		other := m
		if change(&other); bytes.Equal(a.known(&other), want) {
			t.Errorf("another %s goes unnoticed", name)
		}
	}
}
