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

	"readout/data/registry"
	"readout/data/review"
	"readout/data/seed"
	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/text"
)

// read is the articles and the registry, with all that is wrong with them.
func read(o options) ([]seed.Seed, *know.Base, []seed.Problem) {
	seeds, problems := seed.Load(o.seeds)
	base := &know.Base{}
	if o.registry != "none" {
		b, more := registry.Load(o.registry)
		base, problems = b, append(problems, more...)
	}
	return seeds, base, problems
}

func errorsIn(problems []seed.Problem) (n int) {
	for _, p := range problems {
		if !p.Warning {
			n++
		}
	}
	return n
}

// check says what is to be mended and what is worth a look.
func check(o options) error {
	seeds, base, problems := read(o)
	bad := errorsIn(problems)
	problems = append(problems, seed.Guesses(o.seeds, seeds)...)
	problems = append(problems, registry.Outlets(o.seeds, seeds, base)...)
	problems = append(problems, quotes(seeds, base)...)
	for _, p := range problems {
		fmt.Fprintln(os.Stderr, p)
	}
	if bad > 0 {
		return fmt.Errorf("%d %s", bad, plural(bad, "error"))
	}
	fmt.Fprintf(os.Stderr, "%d %s, nothing to mend", len(seeds), plural(len(seeds), "article"))
	if n := len(problems); n > 0 {
		fmt.Fprintf(os.Stderr, ", %d %s to look at", n, plural(n, "thing"))
	}
	fmt.Fprintln(os.Stderr)
	return nil
}

// quotes says which decisions quote what is not there; whether the others still apply is known when the articles are compiled.
func quotes(seeds []seed.Seed, base *know.Base) (out []seed.Problem) {
	docs := map[string]*text.Document{}
	for _, s := range seeds {
		docs[s.File] = &text.Document{Source: []rune(s.Text)}
	}
	for _, d := range base.Decisions {
		file, line := registry.Place(d)
		for _, q := range d.Quotes {
			switch doc := docs[q.Article]; {
			case doc == nil:
				out = append(out, seed.Problem{File: file, Line: line, What: "the decision does not apply: there is no article " + q.Article, Fix: "correct the name of the file, or remove the entry", Warning: true})
			case len(doc.Locate(q.Text)) == 0:
				out = append(out, seed.Problem{File: file, Line: line, What: "the decision does not apply: " + q.Article + " no longer has the words it quotes", Fix: "remove the entry, or decide anew on the review page", Warning: true})
			}
		}
	}
	return out
}

// understood is the state that the review page and explain show.
func understood(o options) (*review.State, error) {
	s := &review.State{SeedsDir: o.seeds}
	if o.registry != "none" {
		s.RegistryDir = o.registry
	}
	s.Seeds, s.Base, s.Problems = read(o)
	if errorsIn(s.Problems) > 0 {
		return s, nil
	}
	arts := make([]*engine.Article, len(s.Seeds))
	each(len(s.Seeds), func(i int) {
		src, _ := source(&s.Seeds[i], s.Base)
		arts[i] = engine.Understand(src, s.Base)
	})
	o.layout = layoutPacked // the encoder is not asked: it takes longer than an editor waits for a page
	m, err := newMeanings(o, nil)
	if err != nil {
		return nil, err
	}
	s.Corpus = engine.AssembleBy(arts, s.Base, m.alike)
	s.Problems = append(s.Problems, registry.Outlets(o.seeds, s.Seeds, s.Base)...)
	s.Problems = append(s.Problems, unmet(s.Corpus.Unmet(s.Base))...)
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
	dirs := []string{o.seeds}
	if o.registry != "none" {
		dirs = append(dirs, o.registry)
	}
	for seen := ""; ; {
		if now := review.Stamp(dirs...); now != seen {
			seen = now
			if err := run(o, newProgress(os.Stderr)); err != nil {
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
	dirs := []string{o.seeds}
	if o.registry != "none" {
		dirs = append(dirs, o.registry)
	}
	fmt.Fprintf(os.Stderr, "understanding %s\n", filepath.ToSlash(o.seeds))
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
