package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"readout/data/compile/input"
	"readout/data/compile/meanings"
	"readout/data/compile/parallel"
	"readout/data/compile/progress"
	"readout/data/registry"
	"readout/data/review"
	"readout/data/seed"
	"readout/wasm/engine"
)

// check says what is to be mended and what is worth a look.
func check(o options) error {
	seeds, base, problems := input.Read(o.Seeds, o.registry)
	bad := seed.Errors(problems)
	problems = append(problems, seed.Guesses(o.Seeds, seeds)...)
	problems = append(problems, registry.Outlets(o.Seeds, seeds, base)...)
	problems = append(problems, registry.Quotes(seeds, base)...)
	for _, p := range problems {
		fmt.Fprintln(os.Stderr, p)
	}
	if bad > 0 {
		return fmt.Errorf("%d %s", bad, progress.Plural(bad, "error"))
	}
	fmt.Fprintf(os.Stderr, "%d %s, nothing to mend", len(seeds), progress.Plural(len(seeds), "article"))
	if n := len(problems); n > 0 {
		fmt.Fprintf(os.Stderr, ", %d %s to look at", n, progress.Plural(n, "thing"))
	}
	fmt.Fprintln(os.Stderr)
	return nil
}

// understood is the state that the review page and explain show.
func understood(o options) (*review.State, error) {
	s := &review.State{SeedsDir: o.Seeds}
	if o.registry != "none" {
		s.RegistryDir = o.registry
	}
	s.Seeds, s.Base, s.Problems = input.Read(o.Seeds, o.registry)
	if seed.Errors(s.Problems) > 0 {
		return s, nil
	}
	arts := make([]*engine.Article, len(s.Seeds))
	parallel.Each(len(s.Seeds), func(i int) {
		src, _ := input.Source(&s.Seeds[i], s.Base)
		arts[i] = engine.Understand(src, s.Base)
	})
	m, err := meanings.New(o.Meanings, true, nil) // as of an archive: the encoder is not asked: it takes longer than an editor waits for a page
	if err != nil {
		return nil, err
	}
	s.Corpus = engine.AssembleBy(arts, s.Base, m.Alike)
	s.Problems = append(s.Problems, registry.Outlets(o.Seeds, s.Seeds, s.Base)...)
	s.Problems = append(s.Problems, registry.Unmet(s.Corpus.Unmet(s.Base))...)
	return s, nil
}

func explain(o options, id string) error {
	s, err := understood(o)
	if err != nil {
		return err
	}
	if s.Corpus == nil {
		return check(o)
	}
	return s.Explain(os.Stdout, id)
}

// lookEvery is how often watch looks for changes: some hundred files take it a few milliseconds.
const lookEvery = 300 * time.Millisecond

// watch compiles at every change. What fails leaves the last good output.
func watch(o options) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	dirs := []string{o.Seeds}
	if o.registry != "none" {
		dirs = append(dirs, o.registry)
	}
	for seen := ""; ; {
		if now := review.Stamp(dirs...); now != seen {
			seen = now
			if err := run(o, progress.New(os.Stderr)); err != nil {
				fmt.Fprintln(os.Stderr, "watch:", err)
			}
			fmt.Fprintln(os.Stderr, "watching; Ctrl-C ends it")
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(lookEvery):
		}
	}
}

// openReview serves the review page until Ctrl-C.
func openReview(o options) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	dirs := []string{o.Seeds}
	if o.registry != "none" {
		dirs = append(dirs, o.registry)
	}
	fmt.Fprintf(os.Stderr, "understanding %s\n", filepath.ToSlash(o.Seeds))
	page, err := review.NewServer(func() (*review.State, error) { return understood(o) }, dirs...)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(o.port)))
	if err != nil {
		return fmt.Errorf("port %d cannot be had: %w; leave -port out to take a free one", o.port, err)
	}
	address := "http://" + l.Addr().String() + "/"
	fmt.Printf("review: %s (Ctrl-C ends it)\n", address)
	if o.open {
		show(address)
	}
	server := &http.Server{Handler: page, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		_ = server.Close() // nothing is under way that could be lost: a decision is written in one step
	}()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// show asks the desktop to open an address; where there is none, the printed address has to do.
func show(address string) {
	var cmd *exec.Cmd
	switch {
	case runtime.GOOS == "darwin":
		cmd = exec.Command("open", address)
	case runtime.GOOS == "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	case os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "":
		cmd = exec.Command("xdg-open", address)
	default:
		return
	}
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }() // whether it opened is for the person to see
	}
}
