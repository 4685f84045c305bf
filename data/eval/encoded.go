package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"readout/data/model"
)

// keptPairs keeps what the large encoder says of the pairs of the collections, which takes it half an hour: for each few pairs that it
// reads together a line of their key (model.Key) and, in base64, what it says of each, two bytes a number.
const keptPairs = "data/eval/pairs.txt"

// saying is what the large encoder says of a pair, in thousandths: how much of each sentence stands in the other, and the cosine of
// their vectors.
type saying [3]int16

// few are the pairs that an encoder reads together, and their sentences.
func few(pairs []sentences, see func(from int, all []string)) {
	for at := 0; at < len(pairs); at += together {
		var all []string
		for _, p := range pairs[at:min(at+together, len(pairs))] {
			all = append(all, p.A, p.B)
		}
		see(at, all)
	}
}

// readKept reads what encode wrote; nothing where there is no such file.
func readKept(name string) (map[string][]saying, error) {
	kept := map[string][]saying{}
	raw, err := os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	for line := range strings.Lines(string(raw)) {
		key, code, _ := strings.Cut(strings.TrimSpace(line), " ")
		numbers, err := base64.StdEncoding.DecodeString(code)
		if err != nil || len(numbers) == 0 || len(numbers)%binary.Size(saying{}) != 0 {
			return nil, fmt.Errorf("%s: %q is not a key and three numbers a pair; remove the file and make it anew with `go run ./data/eval -encode`", name, line)
		}
		list := make([]saying, len(numbers)/binary.Size(saying{}))
		if _, err := binary.Decode(numbers, binary.BigEndian, list); err != nil {
			return nil, err
		}
		kept[key] = list
	}
	return kept, nil
}

// line is what is kept of a few pairs.
func line(key string, list []saying) (string, error) {
	numbers, err := binary.Append(nil, binary.BigEndian, list)
	return key + " " + base64.StdEncoding.EncodeToString(numbers) + "\n", err
}

// withKept adds what the large encoder says of each pair: how much of each sentence stands in the other, and the cosine. It is nil where
// nobody asked it.
func withKept(features [][]float64, pairs []sentences, kept map[string][]saying) (out [][]float64) {
	missing := false
	few(pairs, func(from int, all []string) {
		list := kept[model.Key(all)]
		if missing = missing || 2*len(list) != len(all); missing {
			return
		}
		for i, s := range list {
			x, y, cosine := float64(s[0])/1000, float64(s[1])/1000, float64(s[2])/1000
			out = append(out, append(append([]float64{}, features[from+i]...), min(x, y), max(x, y), cosine))
		}
	})
	if missing {
		return nil
	}
	return out
}

// encode asks the large encoder about the pairs of the collections and writes what it says to keptPairs. What is there stays, so it may be
// broken off and run again.
func encode(shared string) error {
	dir, err := model.Dir()
	if err != nil {
		return err
	}
	large, err := model.Open(dir)
	if err != nil {
		return err
	}
	kept, err := readKept(keptPairs)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(keptPairs, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer f.Close()
	for _, name := range collections {
		pairs, err := readPairs(filepath.Join(shared, "corpora", name, "dev.jsonl"))
		if err != nil {
			return err
		}
		var failed error
		few(pairs, func(from int, all []string) {
			key := model.Key(all)
			if kept[key] != nil || failed != nil {
				return
			}
			var text string
			if text, failed = line(key, ask(large, all)); failed == nil {
				_, failed = f.WriteString(text)
			}
			fmt.Printf("\r%s: %d of %d pairs", name, from+len(all)/2, len(pairs))
		})
		fmt.Println()
		if failed != nil {
			return failed
		}
	}
	return nil
}

// encoder is the large one; tests have another.
type encoder interface {
	AlikeAndWhole(sentences []string) ([][]int, map[string][]float32)
}

// ask is what the encoder says of pairs, given as their sentences in turn.
func ask(large encoder, all []string) []saying {
	alike, whole := large.AlikeAndWhole(all)
	var list []saying
	for i := 0; i < len(all); i += 2 {
		cosine := 0.0
		for d, x := range whole[all[i]] {
			cosine += float64(x) * float64(whole[all[i+1]][d])
		}
		list = append(list, saying{int16(alike[i][i+1]), int16(alike[i+1][i]), int16(math.Round(1000 * cosine))})
	}
	return list
}
