package know

import "readout/wasm/text"

// Decision is what an editor has decided about articles where the engine cannot tell, or told wrong. It addresses passages by
// their words and not by ids or offsets, which may change with the engine: it holds as long as the words stand in the article.
type Decision struct {
	Kind   DecisionKind
	Quotes []Quote // two for the kinds that are about a pair, else one
	Person string  // id of a person of the registry, for DecidePerson
	At     string  // where the decision is written, as "decisions.yaml:12", for messages
}

// Quote is words of an article. White space counts as one space, so that a quotation may be broken over lines.
type Quote struct {
	Article string // path below the seeds folder
	Text    string
}

// DecisionKind says what is decided.
type DecisionKind string

// The kinds of decisions.
const (
	DecideSameMeeting  DecisionKind = "same-meeting"      // two passages, of two articles or of one, tell of one meeting
	DecideOtherMeeting DecisionKind = "different-meeting" // they tell of two
	DecideSamePoint    DecisionKind = "same-point"        // two passages, of two articles or of one, tell one point
	DecideOtherPoint   DecisionKind = "different-point"   // they tell two
	DecideNotArticle   DecisionKind = "not-article"       // the words are a menu, an advertisement: no part of the article
	DecideArticle      DecisionKind = "article"           // the words are part of the article, though they do not look it
	DecidePerson       DecisionKind = "person"            // the name that is quoted means this person of the registry in this article
)

// WithoutDecisions is the registry without what is decided about particular articles: for hosts that have other articles.
func (b *Base) WithoutDecisions() *Base {
	c := *b
	c.Decisions = nil
	return &c
}

// For is the registry as it stands for one article: a name that an editor gave to a person there is a form of that person and of
// nobody else.
func (b *Base) For(article string) *Base {
	c := b
	for _, d := range b.Decisions {
		if d.Kind != DecidePerson || len(d.Quotes) != 1 || d.Quotes[0].Article != article {
			continue
		}
		if c == b {
			copied := *b
			copied.People = append([]Person(nil), b.People...)
			c = &copied
		}
		c.give(d.Quotes[0].Text, d.Person)
	}
	return c
}

// give makes name a form of the person, and of no other.
func (b *Base) give(name, person string) {
	folded := text.Fold(name)
	kept := b.People[:0]
	for _, p := range b.People {
		var forms []Form
		for _, f := range p.Forms {
			if text.Fold(f.Text) != folded {
				forms = append(forms, f)
			}
		}
		p.Forms = forms
		switch {
		case p.ID == person:
			p.Forms = append(p.Forms, Form{Text: name})
		case text.Fold(p.Name) == folded:
			continue // the article means somebody else by the very name
		}
		kept = append(kept, p)
	}
	b.People = kept
}
