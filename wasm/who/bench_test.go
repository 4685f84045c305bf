package who_test

import (
	"os"
	"strconv"
	"testing"

	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
)

// BenchmarkFind reads one article, and ten times as much text: the time must grow with the text, not with its square.
func BenchmarkFind(b *testing.B) {
	src, err := os.ReadFile("../../seeds/004_22fc9198068028bd.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := text.New(string(src), "en", "")
	var body []string
	for _, p := range d.Blocks {
		body = append(body, d.Slice(p.Span))
	}
	for _, n := range []int{1, 10, 100} {
		b.Run("x"+strconv.Itoa(n), func(b *testing.B) {
			var all []string
			for range n {
				all = append(all, body...)
			}
			long := read(all...)
			b.SetBytes(int64(len(long.Source)))
			for b.Loop() {
				who.Find(long, nil, when.Date{})
			}
		})
	}
}
