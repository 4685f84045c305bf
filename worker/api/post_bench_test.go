package api

import (
	"os"
	"path/filepath"
	"testing"

	"readout/data/witness"
	"readout/wasm/know"
)

// BenchmarkCompareTexts compares the longest shipped article with others of them, from raw text to the bytes of the document.
func BenchmarkCompareTexts(b *testing.B) {
	files, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(files) < 4 {
		b.Skip("the shipped seeds are not here")
	}
	for _, n := range []int{2, 4} {
		var ws []witness.Witness
		for i, name := range files[:n] {
			text, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			ws = append(ws, witness.Witness{ID: string(rune('a' + i)), Text: string(text)})
		}
		b.Run([]string{2: "two", 4: "four"}[n], func(b *testing.B) {
			for b.Loop() {
				doc, err := witness.Compare(ws, &know.Base{})
				if err != nil {
					b.Fatal(err)
				}
				doc.AppendJSON(nil)
			}
		})
	}
}
