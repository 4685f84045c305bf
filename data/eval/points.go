package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// keptScores is what the encoder says of the development articles: numbers, no words of theirs. So the table needs no encoder.
const keptScores = "data/eval/scores.txt"

// The lines that the learner of package align prints: figures of a set of meetings, each left out of learning in turn, and mistakes.
var (
	figureLine  = regexp.MustCompile(`: (words.*), left out +P \S+ R \S+ F1 (\S+) R@P80 (\S+) .*, right (\S+)$`)
	mistakeLine = regexp.MustCompile(`: words and encoder, (false|missed): (\S+) \| (\S+) (\S+) \| (\S+) (\S+)`)
)

// mistake is a pair of sentences that the rows have and the reference has not, or the other way round.
type mistake struct {
	Kind, Likely, FileA, PassageA, FileB, PassageB string
}

// leftOut runs the learner of package align and gives its figures as the scorers give theirs: as JSON.
func leftOut() (string, error) {
	out, err := command("go", "test", "./wasm/align", "-run", "TestLearn", "-leftout", "-v", "-count=1")
	if err != nil {
		return "", err
	}
	answer := map[string]any{}
	var worst []mistake
	for line := range strings.Lines(out) {
		if m := figureLine.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			f1, err1 := strconv.ParseFloat(m[2], 64)
			r80, err2 := strconv.ParseFloat(m[3], 64)
			right, err3 := strconv.ParseFloat(m[4], 64)
			if err1 != nil || err2 != nil || err3 != nil {
				return "", fmt.Errorf("the learner's line is not understood: %s", line)
			}
			answer[m[1]] = map[string]float64{"f1": f1, "r80": r80, "right": right}
		}
		if m := mistakeLine.FindStringSubmatch(line); m != nil {
			worst = append(worst, mistake{m[1], m[2], m[3], m[4], m[5], m[6]})
		}
	}
	answer["worst"] = worst
	b, err := json.Marshal(answer)
	return string(b), err
}

// worst is the mistakes in the learner's answer as a section of the table, "" where there is none.
func worst(answer string) string {
	var a struct{ Worst []mistake }
	if answer == "" || json.Unmarshal([]byte(answer), &a) != nil || len(a.Worst) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("\n## The worst pairs\n\nOf the development articles, each meeting left out, with the encoder: the likeliest of the false pairs and the least likely of the missed ones, by file and sentence.\n\n")
	b.WriteString("| | held to be likely | one | other |\n| --- | --- | --- | --- |\n")
	for _, m := range a.Worst {
		fmt.Fprintf(&b, "| %s | %s | %s %s | %s %s |\n", m.Kind, m.Likely, m.FileA, m.PassageA, m.FileB, m.PassageB)
	}
	return b.String()
}
