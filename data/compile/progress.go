package main

import (
	"fmt"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress tells what the compiler is doing: a moving bar on a terminal, plain lines in a pipe.
type progress struct {
	w        *os.File
	terminal bool
	current  *progressbar.ProgressBar
	started  time.Time
}

func newProgress(w *os.File) *progress {
	info, err := w.Stat()
	return &progress{w: w, terminal: err == nil && info.Mode()&os.ModeCharDevice != 0, started: time.Now()}
}

// step begins a new stage.
func (p *progress) step(format string, args ...any) {
	p.close()
	fmt.Fprintf(p.w, format+"\n", args...)
}

// bar begins a stage of n equal parts, each ended by tick, which may be called from several goroutines.
func (p *progress) bar(what string, n int) { p.barOf(what, n, "article") }

// barOf is bar over things of another name.
func (p *progress) barOf(what string, n int, thing string) {
	p.close()
	if !p.terminal {
		p.step("%s %d %s", what, n, plural(n, thing))
		return
	}
	p.current = progressbar.NewOptions(n, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(65*time.Millisecond), progressbar.OptionClearOnFinish())
}

// note adds a line to the stage.
func (p *progress) note(format string, args ...any) {
	if p.current != nil {
		_ = p.current.Clear()
	}
	fmt.Fprintf(p.w, format+"\n", args...)
}

func (p *progress) tick() {
	if p.current != nil {
		_ = p.current.Add(1) // a bar that cannot be drawn is no reason to stop
	}
}

func (p *progress) close() {
	if p.current != nil {
		_ = p.current.Finish()
		p.current = nil
	}
}

// done says what came of it.
func (p *progress) done(format string, args ...any) {
	p.close()
	fmt.Fprintf(p.w, format+" (%.1f s)\n", append(args, time.Since(p.started).Seconds())...)
}
