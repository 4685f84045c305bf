package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"readout/wasm/engine"
	"readout/wasm/know"
)

// events asks the scorer how well the engine finds the documents of ECB+ that tell of one event, all of them in one pile. Answers ""
// where ECB+ is not there. The engine sees the sentences of a document and nothing else of it.
func events(shared, tmp string) (string, error) {
	gold := filepath.Join(shared, "corpora/ecb/dev.jsonl")
	f, err := os.Open(gold)
	if os.IsNotExist(err) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	defer f.Close()
	var names []string
	var cards []*engine.Card
	none := &know.Base{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var d struct {
			Doc       string
			Sentences []string
		}
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return "", fmt.Errorf("%s: %w", gold, err)
		}
		names = append(names, d.Doc)
		cards = append(cards, engine.Understand(engine.Source{Text: strings.Join(d.Sentences, "\n"), Format: "full", Language: "en"}, none).Card())
	}
	if err := lines.Err(); err != nil {
		return "", fmt.Errorf("%s: %w", gold, err)
	}
	var b strings.Builder
	for n, group := range engine.Events(cards, none) {
		for _, i := range group {
			fmt.Fprintf(&b, "{\"doc\":%q,\"group\":%q}\n", names[i], strconv.Itoa(n))
			names[i] = ""
		}
	}
	for _, name := range names { // an article without a main thread stands alone
		if name != "" {
			fmt.Fprintf(&b, "{\"doc\":%q,\"group\":%q}\n", name, name)
		}
	}
	guess := filepath.Join(tmp, "ecb.jsonl")
	if err := os.WriteFile(guess, []byte(b.String()), 0o644); err != nil {
		return "", err
	}
	return command("python3", filepath.Join(shared, "corpora/score.py"), "ecb-group", gold, guess)
}
