// Package progress tells people what a program is doing.
package progress

import (
	"fmt"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
)

// Progress tells what the compiler is doing: a moving bar on a terminal, plain lines in a pipe.
type Progress struct {
	w        *os.File
	terminal bool
	current  *progressbar.ProgressBar
	started  time.Time
}

// New writes progress to a file, such as os.Stderr.
func New(w *os.File) *Progress {
	info, err := w.Stat()
	return &Progress{w: w, terminal: err == nil && info.Mode()&os.ModeCharDevice != 0, started: time.Now()}
}

// Step begins a new stage.
func (p *Progress) Step(format string, args ...any) {
	p.close()
	fmt.Fprintf(p.w, format+"\n", args...)
}

// Bar begins a stage of n equal parts, each ended by Tick, which may be called from several goroutines.
func (p *Progress) Bar(what string, n int) { p.BarOf(what, n, "article") }

// BarOf is Bar with a name for the things it counts.
func (p *Progress) BarOf(what string, n int, thing string) {
	p.close()
	if !p.terminal {
		p.Step("%s %d %s", what, n, Plural(n, thing))
		return
	}
	p.current = progressbar.NewOptions(n, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
		progressbar.OptionShowIts(), progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(65*time.Millisecond), progressbar.OptionClearOnFinish())
}

// Note adds a line to the stage.
func (p *Progress) Note(format string, args ...any) {
	if p.current != nil {
		_ = p.current.Clear()
	}
	fmt.Fprintf(p.w, format+"\n", args...)
}

// Tick ends one part of a stage.
func (p *Progress) Tick() {
	if p.current != nil {
		_ = p.current.Add(1) // a bar that cannot be drawn is no reason to stop
	}
}

func (p *Progress) close() {
	if p.current != nil {
		_ = p.current.Finish()
		p.current = nil
	}
}

// Done ends the stage with its result.
func (p *Progress) Done(format string, args ...any) {
	p.close()
	fmt.Fprintf(p.w, format+" (%.1f s)\n", append(args, time.Since(p.started).Seconds())...)
}

// Plural is the word for n of a thing, in English.
func Plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}
