package main

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Looking at some hundred files takes a few milliseconds; the system's notices of changes would save them, but miss
// folders that are new and file systems that send none (containers, network folders), and cost a dependency.
const (
	lookEvery = 300 * time.Millisecond
	settle    = 200 * time.Millisecond // editors write in several steps, git in hundreds
)

// stamp tells two states of a file apart.
type stamp struct {
	size     int64
	modified time.Time
}

// state is every watched file, by path.
type state map[string]stamp

// look walks the roots. It leaves out what a build writes (data/dist, build folders), or each build would cause the
// next, and what editors leave about (hidden files, backups).
func look(roots []string) state {
	s := state{}
	for _, root := range roots {
		// An unreadable file or a missing root is not watched; the build says what is wrong with it.
		_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			name := d.Name()
			hidden := strings.HasPrefix(name, ".") && path != root
			if d.IsDir() {
				if hidden || name == "node_modules" || path == filepath.Join("data", "dist") {
					return filepath.SkipDir
				}
				return nil
			}
			if hidden || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".swp") {
				return nil
			}
			if info, err := d.Info(); err == nil {
				s[path] = stamp{info.Size(), info.ModTime()}
			}
			return nil
		})
	}
	return s
}

// changes are the paths that are in one state only or differ, sorted.
func changes(before, after state) (paths []string) {
	for path, was := range before {
		if now, found := after[path]; !found || now != was {
			paths = append(paths, path)
		}
	}
	for path := range maps.Keys(after) {
		if _, found := before[path]; !found {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

// waitForChange returns once the files differ from before and have come to rest, with their new state. A change made
// while something was being built counts, since before is the state from before that build.
func waitForChange(ctx context.Context, roots []string, before state) state {
	for wait(ctx, lookEvery) {
		now := look(roots)
		changed := changes(before, now)
		if len(changed) == 0 {
			continue
		}
		for wait(ctx, settle) {
			later := look(roots)
			if len(changes(now, later)) == 0 {
				break
			}
			now = later
		}
		if changed = changes(before, now); len(changed) == 0 {
			continue // changed and changed back
		}
		more := ""
		if len(changed) > 1 {
			more = fmt.Sprintf(" and %d more", len(changed)-1)
		}
		fmt.Printf("dev: changed: %s%s\n", filepath.ToSlash(changed[0]), more)
		return now
	}
	return before
}

// wait is false when ctx ended first.
func wait(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
