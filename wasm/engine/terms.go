package engine

import (
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

func newLexicons(k *know.Base) *lexicons { return &lexicons{terms: termsReady.Of(k, newEach), know: k} }

var termsReady know.Made[*compare.Each]

func newEach(k *know.Base) *compare.Each { return compare.NewEach(k.Terms) }

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
