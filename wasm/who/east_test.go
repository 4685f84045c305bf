package who_test

import (
	"testing"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/who"
)

// TestEasternOrder: mentions stand in the order of the text, whatever order the registry has.
func TestEasternOrder(t *testing.T) {
	k := &know.Base{People: []know.Person{{ID: "han-su-ho", Name: "Han Su-ho", Native: "한수호", Country: "KR"}, {ID: "kento-hayami", Name: "Kento Hayami", Native: "速水健人", Country: "JP"}}}
	d := text.New("速水健人局長は29日、ソウルで韓国の한수호局長と会談した。速水健人局長は述べた。", "ja", "")
	a := who.Find(d, k, date(t, "2020-10-30"))
	if len(a.Mentions) != 3 {
		t.Fatalf("%+v", a.Mentions)
	}
	for i := range a.Mentions[1:] {
		if a.Mentions[i].Start > a.Mentions[i+1].Start {
			t.Errorf("%q at %d stands before %q at %d", a.Mentions[i].Form, a.Mentions[i].Start, a.Mentions[i+1].Form, a.Mentions[i+1].Start)
		}
	}
}
