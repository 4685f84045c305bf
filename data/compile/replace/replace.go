// Package replace puts a new folder in the place of an old one: all of it or nothing, whatever happens on the way.
package replace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"readout/data/dataset/folder"
)

// Folder lets fill write into a new folder beside out, and then puts it in out's place. A reader of out sees either the
// old content or the new. If anything fails before the swap, the old content stays. Leftovers of killed runs are
// removed.
func Folder(out string, fill func(tmp string) error) error {
	out = filepath.Clean(out)
	old := out + ".old"
	if err := recoverOld(out, old); err != nil {
		return err
	}
	if err := ours(out); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	clean(out)
	tmp, err := os.MkdirTemp(filepath.Dir(out), filepath.Base(out)+newMark)
	if err != nil {
		return fmt.Errorf("cannot write beside %s: %w", out, err)
	}
	defer os.RemoveAll(tmp)                 // what is left of it after an error
	if f, err := os.Open(tmp); err == nil { // locked as long as this run lives; without a lock nothing is cleaned
		defer f.Close()
		_ = syscall.Flock(int(f.Fd()), syscall.LOCK_EX)
	}
	if err := os.Chmod(tmp, 0o755); err != nil {
		return err
	}
	if err := fill(tmp); err != nil {
		return err
	}
	if err := os.Rename(out, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(tmp, out); err != nil {
		_ = os.Rename(old, out)
		return err
	}
	return discard(old)
}

// newMark stands between the name of the output and the random rest of a new folder's name.
const newMark = ".new-"

// clean removes the new folders of runs that were killed: those that no living run has locked.
func clean(out string) {
	left, err := filepath.Glob(globQuote(out) + newMark + "*")
	if err != nil {
		return
	}
	for _, dir := range left {
		f, err := os.Open(dir)
		if err != nil {
			continue
		}
		if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			_ = os.RemoveAll(dir) // what cannot be removed stays: it is in nobody's way
		}
		f.Close()
	}
}

// globQuote makes every letter of a path stand for itself.
func globQuote(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

// recoverOld undoes a swap that a killed run left half done.
func recoverOld(out, old string) error {
	if _, err := os.Stat(old); err != nil {
		return nil
	}
	if err := ours(old); err != nil {
		return err
	}
	if _, err := os.Stat(out); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(old, out)
	}
	return discard(old)
}

// discard removes a folder of ours, the manifest last: if it is interrupted the next run still knows the rest as ours.
func discard(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == folder.ManifestName {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return os.RemoveAll(dir)
}

// ours refuses to replace a folder that holds something and that no run of this program made.
func ours(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(out, folder.ManifestName)); err != nil {
		return fmt.Errorf("%s holds files that were not written by compile (it has no %s); move them elsewhere, or give an empty or new folder with -out", out, folder.ManifestName)
	}
	return nil
}
