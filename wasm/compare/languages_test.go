package compare_test

import (
	"testing"

	"readout/wasm/compare"
	"readout/wasm/text"
)

// TestTwoLanguages: readings in two languages are not compared by words, with options or without; those of one language in two countries are.
func TestTwoLanguages(t *testing.T) {
	side := func(language, s string) compare.Side {
		return compare.Side{Doc: text.New(s, language, ""), Passages: []int{0}}
	}
	english, korean := side("en-GB", "Norway and Finland agreed on Friday."), side("ko", "노르웨이와 핀란드는 금요일에 합의했다.")
	for _, c := range []struct {
		a, b compare.Side
		mode string
	}{{english, korean, compare.Languages}, {korean, english, compare.Languages}, {english, side("en-US", "Norway and Finland agreed on Monday."), compare.Edits}} {
		for _, d := range []compare.Diff{compare.Readings(c.a, c.b, nil), compare.With(c.a, c.b, nil, compare.Options{Chars: true})} {
			if d.Mode != c.mode || d.Mode == compare.Languages && (len(d.Edits) > 0 || d.Shared != 0) {
				t.Errorf("%s beside %s: %+v, want mode %s", c.a.Doc.Language, c.b.Doc.Language, d, c.mode)
			}
		}
	}
}
