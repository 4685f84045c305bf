package learn

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Invented is an invented meeting, as several outlets tell it.
type Invented struct {
	Name     string
	Accounts []Account
}

// Account is an article about an invented meeting.
type Account struct {
	Outlet    string
	Sentences []string
	Points    [][]string // Points[i] are the points that sentence i tells
}

// ReadInvented reads the invented meetings in a folder, one in each file. "@OUTLET" begins an account; each line after it is a sentence,
// with its points in braces at the end.
func ReadInvented(dir string) ([]Invented, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no invented meeting (NAME.txt) here", dir)
	}
	var out []Invented
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		m := Invented{Name: strings.TrimSuffix(filepath.Base(file), ".txt")}
		for _, part := range strings.Split("\n"+string(raw), "\n@")[1:] {
			outlet, body, _ := strings.Cut(part, "\n")
			a := Account{Outlet: outlet}
			for line := range strings.Lines(strings.TrimSpace(body)) {
				line = strings.TrimSpace(line)
				sentence, points, ok := strings.Cut(line, " {")
				if !ok {
					return nil, fmt.Errorf("%s: %s: %q: write the points of the sentence in braces at its end", file, outlet, line)
				}
				a.Sentences = append(a.Sentences, sentence)
				a.Points = append(a.Points, strings.Split(strings.TrimSuffix(points, "}"), ","))
			}
			m.Accounts = append(m.Accounts, a)
		}
		out = append(out, m)
	}
	return out, nil
}
