package main

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

type options struct {
	sizes         []int
	seed          uint64
	dir, compiler string
}

// cost is what one compile took.
type cost struct {
	wall, cpu float64 // seconds; cpu is of all cores together
	memory    float64 // MB, the most that was resident
}

// run measures all sizes and prints one line for each.
func run(o options) error {
	fmt.Println("| articles | wall s | CPU s | CPU ms an article | resident MB | output MB | one changed: wall s | CPU s | planted | found again: precision | recall |")
	fmt.Println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
	var first, last cost
	for i, n := range o.sizes {
		seeds, out := filepath.Join(o.dir, fmt.Sprint("seeds-", n)), filepath.Join(o.dir, fmt.Sprint("out-", n))
		planted, err := generate(seeds, n, o.seed)
		if err != nil {
			return err
		}
		args := []string{"-layout", "packed", "-seeds", seeds, "-out", out, "-cache", filepath.Join(o.dir, fmt.Sprint("cache-", n))}
		last, err = measure(o.compiler, args...)
		if err != nil {
			return err
		}
		if i == 0 {
			first = last
		}
		found, err := mainMeetings(out)
		if err != nil {
			return err
		}
		p, r := score(planted, found)
		// one article gets another sentence
		name := filepath.Join(seeds, "000", "a000000.txt")
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(name, append(text, "\nThe ministers shook hands.\n"...), 0o644); err != nil {
			return err
		}
		again, err := measure(o.compiler, args...)
		if err != nil {
			return err
		}
		meetings := map[int]bool{}
		for _, m := range planted {
			meetings[m] = true
		}
		fmt.Printf("| %d | %.1f | %.1f | %.1f | %.0f | %.0f | %.1f | %.1f | %d | %.3f | %.3f |\n", n, last.wall, last.cpu, 1000*last.cpu/float64(n), last.memory,
			float64(size(out))/1e6, again.wall, again.cpu, len(meetings), p, r)
	}
	if k := len(o.sizes); k > 1 {
		grow := math.Log(float64(o.sizes[k-1]) / float64(o.sizes[0]))
		fmt.Printf("\ngrowth exponent of CPU from %d to %d articles: %.2f; of memory: %.2f\n", o.sizes[0], o.sizes[k-1],
			math.Log(last.cpu/first.cpu)/grow, math.Log(last.memory/first.memory)/grow)
	}
	return nil
}

// measure runs the compiler and tells what the system counted.
func measure(compiler string, args ...string) (cost, error) {
	cmd := exec.Command(compiler, args...)
	start := time.Now()
	said, err := cmd.CombinedOutput()
	wall := time.Since(start).Seconds()
	if err != nil {
		return cost{}, fmt.Errorf("compile: %w\n%s", err, said)
	}
	u := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return cost{wall, cmd.ProcessState.UserTime().Seconds() + cmd.ProcessState.SystemTime().Seconds(), float64(u.Maxrss) / 1024}, nil
}

// score compares pairs of articles: those put into one meeting with those that were planted in one.
func score(planted truth, found map[string]string) (precision, recall float64) {
	both, truly, put := map[string]int{}, map[int]int{}, map[string]int{}
	for file, m := range planted {
		truly[m]++
		if id, ok := found[file]; ok {
			put[id]++
			both[fmt.Sprint(m, " ", id)]++
		}
	}
	right, wanted, made := pairs(both), pairs(truly), pairs(put)
	return right / max(1, made), right / max(1, wanted)
}

func pairs[K comparable](sizes map[K]int) float64 {
	sum := 0
	for _, n := range sizes {
		sum += n * (n - 1) / 2
	}
	return float64(sum)
}

// size is the bytes of all files below a folder.
func size(dir string) int64 {
	var sum int64
	_ = filepath.WalkDir(dir, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if info, err := d.Info(); err == nil {
				sum += info.Size()
			}
		}
		return nil
	})
	return sum
}
