package compiler

import (
	"os"
	"strings"
	"testing"

	"readout/data/compile/documents"
	"readout/data/compile/pieces"
	"readout/data/compile/progress"
)

func TestTwoDocumentsOfOneNameAreRefused(t *testing.T) {
	for lay, c := range map[Layout]struct{ docs, want string }{
		Whole:  {"/x /x.html", "/x and /x.html would both be stored as x.html"},
		Packed: {"/v1/people/x.json /v1/people/x.json", "two documents have the address /v1/people/x.json"},
	} {
		var docs []pieces.Doc
		for _, path := range strings.Fields(c.docs) {
			docs = append(docs, pieces.Made(path, documents.TypeHTML, nil))
		}
		cache, err := cacheFor(Options{Cache: "none"})
		if err != nil {
			t.Fatal(err)
		}
		defer cache.Close()
		writes := &compiler{ctx: t.Context(), o: Options{Layout: lay}, cache: cache, p: progress.New(os.Stderr)}
		if _, err := writes.write(outcome{others: docs}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v", lay, err)
		}
	}
}

func TestPacksFor(t *testing.T) {
	for _, c := range []struct{ size, want int }{
		{0, 1}, {aPack, 1}, {aPack + 1, 2}, {130 << 20, 2048}, {1300 << 20, 16384}, // 10,000 articles: the free plan
		{4 << 30, 16384}, {8 << 30, 16384}, {8<<30 + 1, 65536}, {13 << 30, 65536}, {1 << 40, 65536}, // 100,000: the paid one
	} {
		if got := packsFor(c.size); got != c.want {
			t.Errorf("%d bytes: %d packs, want %d", c.size, got, c.want)
		}
	}
}
