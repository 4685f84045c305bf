package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
)

// Scores are the large encoder's scores of the sentences of meetings, by their Key.
type Scores map[string][][]int

// Key identifies the sentences of a meeting, in their order, and the map that is applied to the encoder's vectors. So scores that
// were kept under another map are not found.
func Key(sentences []string) string {
	h := sha256.Sum256([]byte(mapName() + "\n" + strings.Join(sentences, "\n")))
	return hex.EncodeToString(h[:16])
}

// mapName is the digest of tuned.bin.
var mapName = sync.OnceValue(func() string {
	h := sha256.Sum256([]byte(tunedWeights))
	return hex.EncodeToString(h[:])
})

// ParseScores reads what WriteScores wrote.
func ParseScores(text string) (Scores, error) {
	s := Scores{}
	if text = strings.TrimSpace(text); text == "" {
		return s, nil
	}
	for i, line := range strings.Split(text, "\n") {
		key, code, ok := strings.Cut(line, " ")
		raw, err := base64.StdEncoding.DecodeString(code)
		n := 0
		for n*n*2 < len(raw) {
			n++
		}
		if !ok || err != nil || n*n*2 != len(raw) {
			return nil, fmt.Errorf("line %d of the scores: not a key and a square of numbers; make them anew", i+1)
		}
		m := make([][]int, n)
		for a := range m {
			m[a] = make([]int, n)
			for b := range m[a] {
				at := 2 * (a*n + b)
				m[a][b] = int(raw[at])<<8 | int(raw[at+1])
			}
		}
		s[key] = m
	}
	return s, nil
}

// WriteScores writes one line for each meeting: its key, and the scores row by row, two bytes each, in base64. The file is either
// replaced completely or not changed.
func WriteScores(name string, s Scores) error {
	var keys []string
	for k := range s {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var b bytes.Buffer
	for _, k := range keys {
		var raw []byte
		for _, row := range s[k] {
			for _, x := range row {
				raw = append(raw, byte(x>>8), byte(x))
			}
		}
		fmt.Fprintf(&b, "%s %s\n", k, base64.StdEncoding.EncodeToString(raw))
	}
	fresh := name + ".new"
	if err := os.WriteFile(fresh, b.Bytes(), 0o644); err != nil {
		_ = os.Remove(fresh)
		return err
	}
	return os.Rename(fresh, name)
}
