package engine_test

import (
	"strings"
	"testing"

	"readout/wasm/engine"
)

// FuzzAssemble takes two texts of any bytes from Understand to Assemble: no panic, no index out of place, the same again.
// Run it with -fuzzminimizetime 5x: making each find smaller takes a minute otherwise. Hosts hand over valid UTF-8; what is not is replaced as a JavaScript string would be.
func FuzzAssemble(f *testing.F) {
	f.Add([]byte(ahead.text), []byte(held.text))
	f.Add([]byte(union.text), []byte(company.text))
	f.Add([]byte(february.text), []byte(april.text))
	f.Add([]byte(korean.text), []byte(japanese.text))
	f.Add([]byte(""), []byte("Talks"))
	f.Add([]byte("met met talks the the second talks between and , ; \" after eight months"), []byte("\xff\xfe\x00 Berg met"))
	k := field()
	f.Fuzz(func(t *testing.T, a, b []byte) {
		run := func() *engine.Corpus {
			one := engine.Source{File: "a.txt", Text: strings.ToValidUTF8(string(a), "\ufffd"), Published: date(t, "2019-05-10")}
			two := engine.Source{File: "b.txt", Text: strings.ToValidUTF8(string(b), "\ufffd")}
			return engine.Assemble([]*engine.Article{engine.Understand(one, k), engine.Understand(two, k)}, k)
		}
		c := run()
		sound(t, c)
		if got, want := strings.Join(describe(run()), "\n"), strings.Join(describe(c), "\n"); got != want {
			t.Errorf("a second run gives\n%s\nnot\n%s", got, want)
		}
	})
}
