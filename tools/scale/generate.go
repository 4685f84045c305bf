package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// truth says of each article which planted meeting it is chiefly about.
type truth map[string]int

// generate writes an archive of n articles below dir, 1,000 a folder, and says what was planted. The same n and seed give the
// same bytes.
func generate(dir string, n int, seed uint64) (truth, error) {
	w := newWorld(n, seed)
	planted := truth{}
	number := 0
	for i, e := range w.events {
		rng := rand.New(rand.NewPCG(seed, uint64(i)+1<<32))
		for _, outlet := range rng.Perm(len(outlets))[:e.articles] {
			wr := &writer{rng: rng, e: e, outlet: outlet, published: e.day.AddDate(0, 0, rng.IntN(3))}
			name := fmt.Sprintf("%03d/a%06d", number/1000, number)
			path := filepath.Join(dir, filepath.FromSlash(name))
			if number%1000 == 0 {
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					return nil, err
				}
			}
			if err := os.WriteFile(path+".txt", []byte(wr.article()), 0o644); err != nil {
				return nil, err
			}
			about := fmt.Sprintf("outlet: %s\npublished: %s\nlanguage: en\n", outlets[outlet], wr.published.Format("2006-01-02"))
			if err := os.WriteFile(path+".yaml", []byte(about), 0o644); err != nil {
				return nil, err
			}
			planted[name+".txt"] = i
			number++
		}
	}
	return planted, nil
}
