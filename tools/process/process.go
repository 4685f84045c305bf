// Package process starts the programs that the tools run, each in its own process group. Ending one also ends what it
// started: `wrangler` starts `workerd`, a browser test starts a browser, and none may outlive the tool. Unix only, as
// make is.
package process

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

// Grace is how long an ended program may take to clean up before it is killed. Guessed: wrangler takes under one second.
const Grace = 5 * time.Second

// Command is exec.CommandContext, except that the end of ctx asks the program's whole group to end (SIGTERM) and
// kills the program Grace later.
func Command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error {
		err := syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
		if errors.Is(err, syscall.ESRCH) {
			return os.ErrProcessDone
		}
		return err
	}
	cmd.WaitDelay = Grace
	return cmd
}

// Reap kills whatever is left of the group that cmd led. Call it after cmd.Wait; it does nothing where all have ended.
func Reap(cmd *exec.Cmd) {
	if cmd.Process != nil {
		// The group's id is not given away while one member lives; where none does, the error is the good news.
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
}

// Run is cmd.Run followed by Reap.
func Run(cmd *exec.Cmd) error {
	defer Reap(cmd)
	return cmd.Run()
}

// UntilSignal is a context that ends when the user ends the tool: Ctrl-C, a closed terminal, or kill.
func UntilSignal() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
}
