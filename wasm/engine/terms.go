package engine

import (
	"sync/atomic"
	"unsafe"

	"readout/wasm/compare"
	"readout/wasm/know"
)

// lexicons are the words of the registry made ready for counting, once for all articles.
type lexicons struct {
	terms  *compare.Each // the terms of the registry
	issues []issueWords  // one for each issue of the registry; made by the first that asks
	know   *know.Base
}

// issueWords are the words of one issue.
type issueWords struct {
	know.Issue
	phrases, cues, names *compare.Lexicon
	own                  *compare.Each // the terms that name the issue
}

func newLexicons(k *know.Base) *lexicons { return &lexicons{terms: termsOnce(k.Terms), know: k} }

// counted is a list of terms made ready for counting.
type counted struct {
	first *know.Term // with n, the list: who holds it keeps it from being another's
	n     int
	each  *compare.Each
}

// lastCounted is the list that was asked for last. A host has one registry, and asks again for every meeting.
var lastCounted atomic.Pointer[counted]

func termsOnce(terms []know.Term) *compare.Each {
	first := unsafe.SliceData(terms)
	if c := lastCounted.Load(); c != nil && c.first == first && c.n == len(terms) {
		return c.each
	}
	c := &counted{first, len(terms), compare.NewEach(terms)}
	lastCounted.Store(c)
	return c.each
}

// ofIssues are the words of all issues. A comparison that asks for none does not pay for them.
func (l *lexicons) ofIssues() []issueWords {
	if l.issues != nil {
		return l.issues
	}
	for _, is := range l.know.Issues {
		own := termsOf(l.know, is.ID)
		l.issues = append(l.issues, issueWords{
			Issue:   is,
			phrases: compare.NewLexicon([]know.Term{{ID: is.ID, Forms: is.Phrases}}),
			cues:    compare.NewLexicon([]know.Term{{ID: "cue", Forms: is.Cues}}),
			names:   compare.NewLexicon(own),
			own:     compare.NewEach(own),
		})
	}
	return l.issues
}
