package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// invented is a folder of n short articles on n/3 meetings.
func invented(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		m := i / 3
		day := time.Date(2014, 1, 6, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 9*m)
		text := fmt.Sprintf("Ministers meet in Oslo\n\nOSLO - Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Sal%c in Oslo on %s.\n\n"+
			"The two sides agreed to cut the cod quota by %d percent. Outlet %d wrote it.\n", 'a'+rune(m%20), day.Format("January 2"), 5+m, i%3)
		name := filepath.Join(dir, fmt.Sprintf("a%03d", i))
		about := fmt.Sprintf("outlet: Paper %c\npublished: %s\n", 'A'+i%3, day.AddDate(0, 0, 1).Format(time.DateOnly))
		for end, data := range map[string]string{".txt": text, ".yaml": about} {
			if err := os.WriteFile(name+end, []byte(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

// archiveArgs compile seeds as an archive.
func archiveArgs(seeds, dir string) []string {
	return []string{"-seeds", seeds, "-registry", shippedRegistry, "-layout", "packed", "-cache", filepath.Join(dir, "cache"), "-out", filepath.Join(dir, "out")}
}

// A run with a cache, whatever is in it, gives the bytes of a run without.
func TestCacheChangesNothing(t *testing.T) {
	seeds, dir := invented(t, 30), t.TempDir()
	args := archiveArgs(seeds, dir)
	out := filepath.Join(dir, "out")
	undisturbed := func() map[string]string {
		t.Helper()
		clean := filepath.Join(t.TempDir(), "out")
		must(t, "-seeds", seeds, "-registry", shippedRegistry, "-layout", "packed", "-cache", "none", "-out", clean)
		return tree(t, clean)
	}
	must(t, args...)
	same(t, tree(t, out), undisturbed(), "the output")
	if said := must(t, args...); !strings.Contains(said, "; 0 of ") {
		t.Errorf("a second run wrote files anew:\n%s", said)
	}
	change := func(name, from, to string) {
		t.Helper()
		file := filepath.Join(seeds, name)
		data, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(data), from) {
			t.Fatalf("%s: %v", data, err)
		}
		if err := os.WriteFile(file, []byte(strings.Replace(string(data), from, to, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	change("a004.txt", "cut the cod quota", "raise the herring quota")
	if said := must(t, args...); !strings.Contains(said, "29 of 30 articles are known") {
		t.Errorf("one article was changed:\n%s", said)
	}
	want := undisturbed()
	same(t, tree(t, out), want, "the output")
	// a file of the output that somebody has edited is made anew
	if err := os.WriteFile(filepath.Join(out, "index.html"), []byte("edited"), 0o644); err != nil {
		t.Fatal(err)
	}
	must(t, args...)
	same(t, tree(t, out), want, "the output")
	// a cache that is damaged or cut short is mended
	log := filepath.Join(dir, "cache", "log")
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	for _, damage := range []func([]byte) []byte{
		func(b []byte) []byte { return b[:len(b)/2] },
		func(b []byte) []byte { b[len(b)/3] ^= 1; b[2*len(b)/3] ^= 1; return b },
		func(b []byte) []byte { return b[:len("readout cache ")-3] },
		func(b []byte) []byte { return []byte("readout cache " + "0\nof an earlier version") },
		func(b []byte) []byte { return nil },
	} {
		if err := os.WriteFile(log, damage(append([]byte(nil), data...)), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.RemoveAll(filepath.Join(out, "_packs")); err != nil {
			t.Fatal(err)
		}
		must(t, args...)
		same(t, tree(t, out), want, "the output")
	}
	for _, name := range []string{filepath.Dir(log), log} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v %v; others may read the articles there", name, info.Mode(), err)
		}
	}
	// a file that is not ours stays as it is, and the run does without a cache
	if err := os.WriteFile(log, []byte("a diary"), 0o600); err != nil {
		t.Fatal(err)
	}
	if said := must(t, args...); !strings.Contains(said, "no cache of Readout") || !strings.Contains(said, log) {
		t.Errorf("somebody's file in the place of the cache:\n%s", said)
	}
	same(t, tree(t, out), want, "the output")
	if left, err := os.ReadFile(log); err != nil || string(left) != "a diary" {
		t.Errorf("somebody's file became %.40q, %v", left, err)
	}
	if err := os.WriteFile(log, data, 0o600); err != nil {
		t.Fatal(err)
	}
	// an article less and one more
	if err := os.Remove(filepath.Join(seeds, "a007.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(seeds, "a007.yaml"), filepath.Join(seeds, "a999.yaml")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(seeds, "a999.txt"), []byte("Rain\n\nRain fell on the hills of the south, and nobody met anybody there.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	must(t, args...)
	same(t, tree(t, out), undisturbed(), "the output")
}

// Wherever the program is killed, it leaves a whole output, and the next run gives the bytes of an undisturbed one and clears up. It is killed
// at the beginning of each of its steps, as it names them; tools/scale kills it at moments.
func TestKilledAtAnyStep(t *testing.T) {
	seeds, dir := invented(t, 30), t.TempDir()
	args := archiveArgs(seeds, dir)
	out := filepath.Join(dir, "out")
	steps := strings.Count(must(t, args...), "\n") - 1 // the last line says what came out
	want := tree(t, out)
	killed := 0
	for step := range steps {
		if step%2 == 0 {
			if err := os.RemoveAll(filepath.Join(dir, "cache")); err != nil {
				t.Fatal(err)
			}
		}
		if killedAt(t, step, args) {
			killed++
		}
		if _, err := os.Stat(out); err == nil { // between the two renames of a swap there is out.old in its place
			same(t, tree(t, out), want, "the output")
		} else {
			same(t, tree(t, out+".old"), want, "the output")
		}
	}
	must(t, args...)
	same(t, tree(t, out), want, "the output")
	for _, e := range entriesOf(t, dir) {
		if e != "cache" && e != "out" {
			t.Errorf("%s was left behind", e)
		}
	}
	if steps < 8 || killed < steps/2 { // a run may come to its end before the signal: late steps are short
		t.Errorf("%d of %d runs were killed before their end", killed, steps)
	}
}

// killedAt runs the program and kills it when it has said that it begins a step, counted from 0; false where it came to its end.
func killedAt(t *testing.T, step int, args []string) bool {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asCompile+"=1")
	said, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(said)
	for n := 0; lines.Scan(); n++ {
		if n == step {
			_ = cmd.Process.Kill()
		}
	}
	return cmd.Wait() != nil
}

func entriesOf(t testing.TB, dir string) (names []string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

// Ctrl-C is answered in words, leaves the output, and what is finished is not made again.
func TestInterrupted(t *testing.T) {
	seeds, dir := invented(t, 60), t.TempDir()
	args := archiveArgs(seeds, dir)
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asCompile+"=1")
	said, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	buf := make([]byte, 4096)
	sent := false
	for {
		n, err := said.Read(buf)
		all.Write(buf[:n])
		if !sent && strings.Contains(all.String(), "comparing") {
			sent = true
			_ = cmd.Process.Signal(syscall.SIGINT)
		}
		if err != nil {
			break
		}
	}
	if err := cmd.Wait(); err == nil || !strings.Contains(all.String(), "interrupted") {
		t.Errorf("%v\n%s", err, all.String())
	}
	if _, err := os.Stat(filepath.Join(dir, "out")); err == nil {
		t.Error("an interrupted first run wrote an output")
	}
	if said := must(t, args...); !strings.Contains(said, "60 of 60 articles are known") {
		t.Errorf("the next run understood articles again:\n%s", said)
	}
}

// watch compiles an archive many times, and one Ctrl-C ends it in order.
func TestWatchArchive(t *testing.T) {
	seeds, dir := invented(t, 6), t.TempDir()
	cmd := exec.Command(os.Args[0], append([]string{"watch"}, archiveArgs(seeds, dir)...)...)
	cmd.Env = append(os.Environ(), asCompile+"=1")
	said, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	hung := time.AfterFunc(2*time.Minute, func() { _ = cmd.Process.Kill() })
	defer hung.Stop()
	var all strings.Builder
	buf := make([]byte, 4096)
	compiles, sent := 0, false
	for {
		n, err := said.Read(buf)
		all.Write(buf[:n])
		if now := strings.Count(all.String(), "watching;"); now > compiles {
			compiles = now
			name := filepath.Join(seeds, fmt.Sprintf("b%d.txt", compiles))
			if err := os.WriteFile(name, []byte("Rain\n\nRain fell on the hills of the south.\n"), 0o644); err != nil {
				t.Error(err)
			}
		}
		if !sent && strings.Count(all.String(), "reading ") == 3 { // while it compiles: it has the time to fail
			sent = true
			_ = cmd.Process.Signal(syscall.SIGINT)
		}
		if err != nil {
			break
		}
	}
	if err := cmd.Wait(); err != nil || !sent {
		t.Errorf("%v after %d compiles\n%s", err, compiles, all.String())
	}
}

// One broken article of many is named; with -keep-going the others are compiled.
func TestKeepGoing(t *testing.T) {
	seeds, dir := invented(t, 30), t.TempDir()
	if err := os.WriteFile(filepath.Join(seeds, "a010.txt"), []byte("broken \xff\xfe here"), 0o644); err != nil {
		t.Fatal(err)
	}
	args := archiveArgs(seeds, dir)
	status, said := compile(t, args...)
	if status == 0 || !strings.Contains(said, "a010.txt") || !strings.Contains(said, "nothing was written") {
		t.Errorf("status %d\n%s", status, said)
	}
	said = must(t, append(args, "-keep-going")...)
	if !strings.Contains(said, "a010.txt") || !strings.Contains(said, "29 articles,") {
		t.Errorf("the broken article is not named, or others are missing:\n%s", said)
	}
	docs := addresses(t, filepath.Join(dir, "out"))
	if docs["/v1/articles/a010.json"] != "" || docs["/v1/articles/a011.json"] == "" {
		t.Error("the broken article is there, or its neighbour is not")
	}
}

// A folder that cannot be written, and a disk that is full, are told in one line, and the old output stays.
func TestNoRoom(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("mounting a small disk takes root")
	}
	seeds, disk := invented(t, 30), t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=1m"); err != nil {
		t.Skip("no small disk can be mounted here: ", err)
	}
	defer syscall.Unmount(disk, 0)
	args := []string{"-seeds", seeds, "-registry", shippedRegistry, "-layout", "packed", "-cache", filepath.Join(t.TempDir(), "cache"), "-out", filepath.Join(disk, "out")}
	status, said := compile(t, args...)
	if status != 1 || !strings.Contains(said, "no space left on device") {
		t.Errorf("status %d\n%s", status, said)
	}
	if left := entriesOf(t, disk); len(left) > 0 {
		t.Errorf("left on the full disk: %v", left)
	}
	// a cache that finds no room costs time and nothing else
	out := filepath.Join(t.TempDir(), "out")
	said = must(t, "-seeds", seeds, "-registry", shippedRegistry, "-layout", "packed", "-cache", filepath.Join(disk, "cache"), "-out", out)
	if strings.Contains(said, "could not be written") {
		clean := filepath.Join(t.TempDir(), "out")
		must(t, "-seeds", seeds, "-registry", shippedRegistry, "-layout", "packed", "-cache", "none", "-out", clean)
		same(t, tree(t, out), tree(t, clean), "the output")
	}
	if err := syscall.Mount("", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("the disk cannot be made read-only: ", err)
	}
	if status, said = compile(t, args...); status != 1 || !strings.Contains(said, "read-only file system") {
		t.Errorf("read-only: status %d\n%s", status, said)
	}
}
