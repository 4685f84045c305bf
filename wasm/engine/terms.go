package engine

import (
	"readout/wasm/compare"
	"readout/wasm/know"
	"readout/wasm/text"
)

// lexicons are the words of the registry made ready for counting, once for all articles.
type lexicons struct {
	terms  []*compare.Lexicon // one for each term of the registry, see count
	issues []issueWords       // one for each issue of the registry; made by the first that asks
	know   *know.Base
}

// issueWords are the words of one issue.
type issueWords struct {
	know.Issue
	phrases, cues, names *compare.Lexicon
	own                  []*compare.Lexicon // one for each term that names the issue
}

func newLexicons(k *know.Base) *lexicons { return &lexicons{terms: each1(k.Terms), know: k} }

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
			own:     each1(own),
		})
	}
	return l.issues
}

func each1(list []know.Term) []*compare.Lexicon {
	out := make([]*compare.Lexicon, len(list))
	for i := range list {
		out[i] = compare.NewLexicon(list[i : i+1])
	}
	return out
}

// count counts the forms of each term for itself: within one term the longest form wins, but "South Korea" counts as a name of
// the country where "South Korea and Japan" counts as a name of the pair. The result is ordered by term.
func count(docs []*text.Document, passages [][]int, list []*compare.Lexicon) []compare.TermUse {
	var out []compare.TermUse
	for _, l := range list {
		out = append(out, l.Terms(docs, passages)...)
	}
	return out
}
