package align_test

import (
	"strings"
	"testing"

	"readout/wasm/align"
)

// TestLabelsAreShort holds the labels of points that several articles tell to twelve words, all of them words of a reading.
func TestLabelsAreShort(t *testing.T) {
	dev, invented := meetings(t)
	n := 0
	for _, m := range append(dev, invented...) {
		for _, r := range align.Rows(m.In) {
			if len(r.Readings) < 2 {
				continue
			}
			n++
			label := m.In.Articles[r.LabelArticle].Doc.Slice(r.Label)
			words := strings.FieldsFunc(label, func(c rune) bool { return c == ' ' || c == '-' || c == '\'' || c == '’' || c == '.' || c == ':' })
			if len(words) < 3 || len(words) > 16 { // the engine's words are longer than these: "2:10", "U.S."
				t.Errorf("%s: %d words: %s", m.Name, len(words), label)
			}
			if !strings.Contains(told(m.In, r), label) && !strings.Contains(joined(m.In, r), label) {
				t.Errorf("%s: not the words of a reading: %q in\n%s", m.Name, label, told(m.In, r))
			}
		}
	}
	if n == 0 {
		t.Error("no points that several articles tell")
	}
}

// joined is the readings' text without the marks between passages.
func joined(in align.Input, r align.Row) string { return strings.ReplaceAll(told(in, r), "| ", "") }

func TestLabelIsTheSharedCore(t *testing.T) {
	in := articles(
		"After a long evening with little food, Berg demanded that the fishing quota be cut by 20 percent, which surprised even her own delegation and several reporters.",
		"A cut of the fishing quota by 20 percent is what Anna Berg demanded. It rained.",
		"Berg demanded that the fishing quota be cut by 20 percent. Nobody answered.")
	for _, r := range align.Rows(in) {
		if len(r.Readings) == 3 {
			label := in.Articles[r.LabelArticle].Doc.Slice(r.Label)
			if !strings.Contains(label, "fishing quota") || !strings.Contains(label, "demanded") || strings.Contains(label, "evening") {
				t.Errorf("the label is not what all three say: %q", label)
			}
			return
		}
	}
	t.Error("no point told by all three")
}

// TestLabelEnds holds that a label does not stop where its words ask for more.
func TestLabelEnds(t *testing.T) {
	for _, c := range []struct{ sentence, not string }{
		{"Union leader Marieke Vos will keep the dock gates closed as long as the employers refuse her demand.", "as long"},
		{"The union leader Marieke Vos on Friday with great anger asked about the new port contracts.", "asked"},
	} {
		in := articles(c.sentence+" It rained.", c.sentence+" Nobody came.")
		found := false
		for _, r := range align.Rows(in) {
			if len(r.Readings) == 2 {
				found = true
				if label := in.Articles[r.LabelArticle].Doc.Slice(r.Label); strings.HasSuffix(label, c.not) {
					t.Errorf("the label stops in the middle: %q", label)
				}
			}
		}
		if !found {
			t.Errorf("no point: %q", c.sentence)
		}
	}
}
