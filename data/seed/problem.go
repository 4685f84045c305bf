package seed

import (
	"errors"
	"io/fs"
	"strconv"
)

// Problem is one thing to correct. Its String is "FILE:LINE: WHAT; FIX".
type Problem struct {
	File    string // as the reader would open it
	Line    int    // 1-based, 0 for the whole file
	What    string // what is wrong, naming key and value
	Fix     string // what to write or do instead
	Warning bool   // the article is used anyway
}

func (p Problem) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
	}
	if s != "" {
		s += ": "
	}
	if p.Warning {
		s += "warning: "
	}
	s += p.What
	if p.Fix != "" {
		s += "; " + p.Fix
	}
	return s
}

// Errors counts the problems that are no warnings.
func Errors(problems []Problem) (n int) {
	for _, p := range problems {
		if !p.Warning {
			n++
		}
	}
	return n
}

// Reason is an error without the path that a message begins with already.
func Reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
