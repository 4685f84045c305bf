package when

import (
	"os"
	"path/filepath"
	"testing"

	"readout/wasm/text"
)

// TestSeeds prints what is found in the five articles that ship, for reading.
func TestSeeds(t *testing.T) {
	pub := map[string]string{"000": "2014-02-19", "001": "2022-04-25", "002": "2014-05-14", "003": "2020-10-29", "004": "2019-09-19"}
	files, _ := filepath.Glob("../../seeds/*.txt")
	for _, f := range files {
		b, _ := os.ReadFile(f)
		d := text.New(string(b), "", "")
		p, ev := Published(d)
		t.Log(filepath.Base(f), "published", p)
		for _, e := range ev {
			t.Logf("   %q %s", d.Slice(e.Span), e.Why)
		}
		pd, _ := Parse(pub[filepath.Base(f)[:3]])
		for _, e := range Find(d, pd) {
			t.Logf("%-28q %-8s %-16s %-24s %+v | %s", e.Text, e.Type, e.Value, e.Date, e.Relative, around(d, e.Span))
		}
	}
}
