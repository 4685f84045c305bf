package compare

import (
	"testing"

	"readout/wasm/text"
)

// side is a text as one passage.
func side(s string) Side {
	d := &text.Document{Source: []rune(s), Language: "en"}
	span := text.Span{End: len(d.Source)}
	d.Passages = []text.Passage{{Span: span, Sentence: 1, Paragraph: 1, Kind: text.Body, Tokens: text.Tokenize(d.Source, span)}}
	return Side{d, []int{0}}
}

// drawn writes a Diff as a reader sees it.
func drawn(a, b Side, d Diff) []string {
	var out []string
	for _, e := range d.Edits {
		s := ""
		switch e.Op {
		case Delete:
			s = "-" + a.Doc.Slice(e.Base)
		case Insert:
			s = "+" + b.Doc.Slice(e.Other)
		default:
			s = "=" + a.Doc.Slice(e.Base) + "|" + b.Doc.Slice(e.Other)
		}
		if e.Moved {
			s += " moved"
		}
		if e.Noise {
			s += " noise"
		}
		out = append(out, s)
	}
	return out
}

func TestShow(t *testing.T) {
	for _, c := range [][2]string{
		{"Kim demanded that Japan retract the export curbs immediately.", "Mr. Kim again demanded that Japan retract its export controls at once."},
		{"The talks took 25 minutes from 10:40 a.m.", "The talks started at 10:40 a.m. and lasted around 25 minutes."},
		{"Kim Jung-han met Kenji Kanasugi.", "Kim Jeong-han met Kanasugi Kenji."},
		{"They agreed to continue communicating through diplomatic channels.", "The two sides will keep talking; through diplomatic channels they agreed."},
	} {
		a, b := side(c[0]), side(c[1])
		d := Readings(a, b, nil)
		t.Log(d.Mode, d.Shared, drawn(a, b, d))
	}
}
