package witness_test

import (
	"flag"
	"strconv"
	"strings"
	"testing"
	"time"

	"readout/data/witness"
	"readout/wasm/know"
)

// together compares n texts that all say the same.
func together(t *testing.T, text string, n int) (cut bool, took time.Duration) {
	t.Helper()
	var ws []witness.Witness
	for i := range n {
		ws = append(ws, witness.Witness{ID: "w" + strconv.Itoa(i), Text: text, Published: "2019-05-10"})
	}
	begun := time.Now()
	d, err := witness.Compare(ws, &know.Base{})
	if err != nil {
		t.Fatal(err)
	}
	return d.CutShort, time.Since(begun)
}

var megabyte = flag.Bool("megabyte", false, "compare texts of the greatest length: five of them are a megabyte; takes minutes")

// TestWorkIsBounded: texts made to cost much, five of a tenth of the greatest length or eight of many sentences, take no more than
// thirty times what ordinary prose of the same length takes, and the document says that they were cut short. Where a stage is
// quadratic again it is some hundred times.
func TestWorkIsBounded(t *testing.T) {
	size := witness.MostText / 10
	if *megabyte {
		size = witness.MostText
	}
	fill := func(unit string) string { return strings.Repeat(unit, size/len([]rune(unit))) }
	var prose strings.Builder
	for i := 0; prose.Len() < size-200; i++ {
		prose.WriteString("On day " + strconv.Itoa(i) + " the minister of county " + strconv.Itoa(i*i%9973) + " said that the union would agree to " + strconv.Itoa(i%97) + " percent after a long night.")
		prose.WriteString([]string{" ", " ", "\n\n"}[i%3])
	}
	_, ordinary := together(t, prose.String(), 5)
	t.Logf("prose: %v", ordinary)
	for _, c := range []struct {
		name, unit string
		n          int
	}{
		{"one word", "word ", 5}, {"one name", "President ", 5}, {"one word of contact", "met ", 5}, {"one date", "last year ", 5}, {"no spaces", "w", 5}, {"Chinese without marks", "会", 5},
		{"quotations in quotations", "“He said ‘she said ", 5}, {"brackets", "a ( ", 5}, {"Japanese brackets", "「会談", 5}, {"countries", "Korea ", 5}, {"hyphens", "a-", 5}, {"speakers", "Kim said ", 5},
		{"short sentences, all alike, in eight", "He met Kim. ", 8},
	} {
		cut, took := together(t, fill(c.unit), c.n)
		t.Logf("%s: %v", c.name, took)
		if took > 30*ordinary {
			t.Errorf("%s: %v; ordinary prose takes %v", c.name, took, ordinary)
		}
		if !cut {
			t.Errorf("%s: does not say that it was cut short", c.name)
		}
	}
	if cut, _ := together(t, prose.String()[:4000], 5); cut {
		t.Error("ordinary articles are said to be cut short")
	}
}
