package seed

import "strconv"

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
