package review

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"strconv"
	"strings"

	"readout/wasm/align"
)

func itoa(n int) string { return strconv.Itoa(n) }

// plural is a number and its noun.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return itoa(n) + " " + noun + "s"
}

func signed(n int) string {
	if n > 0 {
		return "+" + itoa(n)
	}
	return itoa(n)
}

func percent(p float64) string { return itoa(int(math.Round(100*p))) + "%" }

func decimal(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	if x > 0 {
		return "+" + s
	}
	return s
}

// signals are the most telling of a pair, in words.
func signals(v align.Verdict, most int) []reason {
	var out []reason
	for _, x := range v.Signals[:min(most, len(v.Signals))] {
		out = append(out, reason{decimal(x.Value * x.Weight), x.Name})
	}
	return out
}

// key is a short name for a question that outlives the next compile.
func key(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:6])
}
