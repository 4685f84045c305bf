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
func (p *progress) bar(what string, n int) {
	if !p.terminal {
		p.step("%s %d %s", what, n, plural(n, "article"))
		return
	}
	p.current = progressbar.NewOptions(n, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(65*time.Millisecond), progressbar.OptionClearOnFinish())
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
