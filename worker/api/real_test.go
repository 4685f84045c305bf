package api

import (
	"os"
	"testing"
)

func BenchmarkRealIndex(b *testing.B) {
	raw, err := os.ReadFile("../../data/dist/v1/dataset.json")
	if err != nil {
		b.Skip(err)
	}
	for b.Loop() {
		IndexNow(string(raw))
	}
}
