package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"readout/tools/process"
)

// startLimit is how long wrangler may take until it answers. Guessed: it takes 2 to 5 s.
const startLimit = 60 * time.Second

// checkPort says what to do when another program has the port. Both loopback addresses count: `localhost` may be either.
func checkPort(port int) error {
	for _, host := range []string{"127.0.0.1", "::1"} {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
		if err == nil {
			l.Close()
			continue
		}
		if host == "::1" && !taken(host, port) {
			continue // no IPv6 here
		}
		return fmt.Errorf("port %d cannot be had (%v); is another `make dev` running? Take another port: make dev PORT=%d",
			port, errors.Unwrap(err), nextPort(port))
	}
	return nil
}

func taken(host string, port int) bool {
	conn, err := net.DialTimeout("tcp", net.JoinHostPort(host, strconv.Itoa(port)), time.Second)
	if err != nil {
		return false
	}
	conn.Close()
	return true
}

// nextPort is the first one above port that nobody has, within reason.
func nextPort(port int) int {
	for p := port + 1; p <= min(port+100, 65535); p++ {
		if !taken("127.0.0.1", p) && !taken("::1", p) {
			return p
		}
	}
	return freePort()
}

// freePort is a port that nobody has at this moment.
func freePort() int {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// serve starts wrangler and returns once it answers. The channel gives why it ended. wrangler reloads by itself when a
// file that it serves changes.
func serve(ctx context.Context, port int, at place) (<-chan error, error) {
	cmd := process.Command(ctx, "wrangler", "dev", "--config", at.conf,
		"--port", strconv.Itoa(port), "--inspector-port", strconv.Itoa(freePort()),
		"--show-interactive-dev-session=false", "--log-level=warn")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("wrangler: %w (make dev puts node_modules/.bin on the PATH; are the tools installed?)", err)
	}
	ended := make(chan error, 1)
	go func() {
		err := cmd.Wait()
		process.Reap(cmd)
		ended <- fmt.Errorf("wrangler ended: %w", errors.Join(err, ctx.Err()))
	}()
	client := http.Client{Timeout: 5 * time.Second}
	for deadline := time.Now().Add(startLimit); time.Now().Before(deadline); {
		select {
		case err := <-ended:
			return nil, err
		case <-time.After(100 * time.Millisecond):
		}
		answer, err := client.Get(address(port, "/"))
		if err == nil {
			answer.Body.Close()
			return ended, nil
		}
	}
	return nil, fmt.Errorf("wrangler does not answer on port %d after %v", port, startLimit)
}

func address(port int, path string) string {
	return "http://localhost:" + strconv.Itoa(port) + path
}

// announce prints the addresses worth opening.
func announce(port int, at place) {
	fmt.Printf("\n  start page             %s\n  article with widget    %s\n  one JSON document      %s\n\nCtrl-C ends it; changes show up after a reload of the page.\n",
		address(port, "/"), address(port, "/examples/article"), address(port, someDocument(at.dist)))
}

// someDocument is the path of the JSON of the meeting that most articles tell of, the first of several; else of the whole dataset.
func someDocument(dist string) string {
	var list struct {
		Meetings []struct {
			ID       string
			Coverage []struct{}
		}
	}
	path, most := "/v1/dataset.json", 0
	text, err := os.ReadFile(filepath.Join(dist, "v1", "meetings.json"))
	if err == nil && json.Unmarshal(text, &list) == nil {
		for _, m := range list.Meetings {
			if len(m.Coverage) > most {
				path, most = "/v1/meetings/"+m.ID+".json", len(m.Coverage)
			}
		}
	}
	return path
}
