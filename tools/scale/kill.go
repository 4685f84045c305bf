package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// killed kills the compiler at random moments while it works on an archive that changes between two states, and looks after each kill
// whether the output is whole and one of the two. A tenth of the runs begin without a cache.
func killed(o options, kills int) error {
	n := o.sizes[0]
	seeds, out, cache := filepath.Join(o.dir, "seeds"), filepath.Join(o.dir, "out"), filepath.Join(o.dir, "cache")
	if _, err := generate(seeds, n, o.seed); err != nil {
		return err
	}
	changed := filepath.Join(seeds, "000", "a000007.txt")
	first, err := os.ReadFile(changed)
	if err != nil {
		return err
	}
	states := [2][]byte{first, []byte(strings.Replace(string(first), "\n\n", "\n\nA word that was not there before.\n\n", 1))}
	args := []string{"-layout", "packed", "-seeds", seeds, "-out", out, "-cache", cache}
	var want [2]string
	var took [2]time.Duration // without and with a cache
	for i, text := range states {
		if err := os.WriteFile(changed, text, 0o644); err != nil {
			return err
		}
		start := time.Now()
		if _, err := measure(o.compiler, args...); err != nil {
			return err
		}
		took[i] = time.Since(start)
		if want[i], err = sumOf(out); err != nil {
			return err
		}
	}
	if want[0] == want[1] {
		return errors.New("the two states give one output: nothing would be tested")
	}
	rng := rand.New(rand.NewPCG(o.seed, 99))
	died := 0
	for i := range kills {
		if err := os.WriteFile(changed, states[i%2], 0o644); err != nil {
			return err
		}
		span := took[1]
		if i%10 == 0 {
			span = took[0]
			if err := os.RemoveAll(cache); err != nil {
				return err
			}
		}
		cmd := exec.Command(o.compiler, args...)
		if err := cmd.Start(); err != nil {
			return err
		}
		timer := time.AfterFunc(time.Duration(rng.Float64()*float64(span)), func() { _ = cmd.Process.Kill() })
		if cmd.Wait() != nil {
			died++
		}
		timer.Stop()
		served := out
		if _, err := os.Stat(out); err != nil { // killed between the two renames of a swap
			served = out + ".old"
		}
		got, err := sumOf(served)
		if err != nil {
			return fmt.Errorf("after kill %d: %w", i+1, err)
		}
		if got != want[0] && got != want[1] {
			return fmt.Errorf("after kill %d the output is neither the one nor the other", i+1)
		}
	}
	if err := os.WriteFile(changed, states[0], 0o644); err != nil {
		return err
	}
	if _, err := measure(o.compiler, args...); err != nil {
		return err
	}
	got, err := sumOf(out)
	if err != nil {
		return err
	}
	if got != want[0] {
		return errors.New("the run after the last kill gives other bytes than an undisturbed one")
	}
	left, err := filepath.Glob(out + ".*")
	if err != nil || len(left) > 0 {
		return fmt.Errorf("left behind: %v %v", left, err)
	}
	fmt.Printf("%d runs on %d articles, %d of them killed before their end: the output was whole each time, the next run gave the bytes of an undisturbed one, nothing was left behind\n", kills, n, died)
	return nil
}

// sumOf is the digest of all documents of a compiled folder, each of which is checked.
func sumOf(out string) (string, error) {
	all := map[string]string{}
	m, err := read(out, func(path string, data []byte) error {
		sum := sha256.Sum256(data)
		all[path] = hex.EncodeToString(sum[:])
		return nil
	})
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	fmt.Fprintln(sum, m.Digest, all) // maps are printed in order of their keys
	return hex.EncodeToString(sum.Sum(nil)), nil
}
