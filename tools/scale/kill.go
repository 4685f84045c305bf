package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// killing is an archive of which one article changes between two states, so that each run finds another output than it is to make.
type killing struct {
	compiler   string
	args       []string
	out, cache string
	changed    string // the article that changes
	states     [2][]byte
	want       [2]string // the output of an undisturbed run of each state
}

const (
	coldEvery = 20 // of so many kills one is of a run without a cache
	never     = time.Duration(math.MaxInt64)
)

// killed kills the compiler at random moments, kills times in all, and looks after each whether the output is, byte for byte, one of
// the two that undisturbed runs made. A run that comes to its end must have made its own: those whose moment came too late, one after
// each kill without a cache, and the last.
func killed(o options, kills int) error {
	n := o.sizes[0]
	if _, err := generate(filepath.Join(o.dir, "seeds"), n, o.seed); err != nil {
		return err
	}
	k, took, err := undisturbed(o)
	if err != nil {
		return err
	}
	rng := rand.New(rand.NewPCG(o.seed, 99))
	runs, died := 0, 0
	for died < kills {
		cold, span := died%coldEvery == 0, took[1]
		if cold {
			span = took[0]
			if err := os.RemoveAll(k.cache); err != nil {
				return err
			}
		}
		done, err := k.run(runs%2, time.Duration(rng.Float64()*float64(span)))
		if runs++; err != nil {
			return fmt.Errorf("run %d: %w", runs, err)
		}
		if done {
			continue
		}
		if died++; cold {
			if _, err := k.run(runs%2, never); err != nil {
				return fmt.Errorf("the run after kill %d: %w", died, err)
			}
			runs++
		}
		if died%20 == 0 {
			fmt.Fprintf(os.Stderr, "%d of %d kills in %d runs\n", died, kills, runs)
		}
	}
	if _, err := k.run(runs%2, never); err != nil {
		return fmt.Errorf("the run after the last kill: %w", err)
	}
	left, err := filepath.Glob(k.out + ".*")
	if err != nil || len(left) > 0 {
		return fmt.Errorf("left behind: %v %v", left, err)
	}
	fmt.Printf("%d kills in %d runs on %d articles: after each the output was whole, and byte for byte that of an undisturbed run; nothing was left behind\n", kills, runs+1, n)
	return nil
}

// undisturbed makes both outputs, checks each of their documents, and tells how long a run takes without a cache, and with one that
// knows both states.
func undisturbed(o options) (k killing, took [2]time.Duration, err error) {
	seeds := filepath.Join(o.dir, "seeds")
	k = killing{compiler: o.compiler, out: filepath.Join(o.dir, "out"), cache: filepath.Join(o.dir, "cache"), changed: filepath.Join(seeds, "000", "a000007.txt")}
	k.args = []string{"-layout", "packed", "-seeds", seeds, "-out", k.out, "-cache", k.cache}
	first, err := os.ReadFile(k.changed)
	if err != nil {
		return k, took, err
	}
	k.states = [2][]byte{first, []byte(strings.Replace(string(first), "\n\n", "\n\nA word that was not there before.\n\n", 1))}
	for n, i := range []int{0, 1, 0} {
		if err := os.WriteFile(k.changed, k.states[i], 0o644); err != nil {
			return k, took, err
		}
		start := time.Now()
		if _, err := measure(k.compiler, k.args...); err != nil {
			return k, took, err
		}
		took[n/2] = time.Since(start)
		if _, err := read(k.out, func(string, []byte) error { return nil }); err != nil {
			return k, took, err
		}
		if k.want[i], err = sumOf(k.out); err != nil {
			return k, took, err
		}
	}
	if k.want[0] == k.want[1] {
		err = errors.New("the two states give one output: nothing would be tested")
	}
	return k, took, err
}

// run compiles a state and kills the compiler after some time; done says that it came to its end before.
func (k *killing) run(state int, after time.Duration) (done bool, err error) {
	if err := os.WriteFile(k.changed, k.states[state], 0o644); err != nil {
		return false, err
	}
	cmd := exec.Command(k.compiler, k.args...)
	if err := cmd.Start(); err != nil {
		return false, err
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	done = cmd.Wait() == nil
	if killed := !timer.Stop(); !done && !killed {
		return false, errors.New("the compiler failed by itself")
	}
	served := k.out
	if _, err := os.Stat(served); err != nil { // killed between the two renames of a swap
		served += ".old"
	}
	got, err := sumOf(served)
	if err != nil {
		return done, err
	}
	if got != k.want[state] && (done || got != k.want[1-state]) {
		return done, errors.New("the output is neither the one nor the other")
	}
	return done, nil
}

// sumOf is the digest of all files of a folder, with their names.
func sumOf(dir string) (string, error) {
	all := sha256.New()
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		fmt.Fprintf(all, "%s %x\n", rel, sha256.Sum256(data))
		return err
	})
	return hex.EncodeToString(all.Sum(nil)), err
}
