package text

import "strings"

// Verb reports whether token i looks like a finite English verb: an auxiliary, a verb of the lists or a word in "ed" that does not stand
// where a noun does. It is less strict than the rule that cuts clauses: a participle after a noun passes.
func Verb(tokens []Token, i int) bool {
	t := &tokens[i]
	known := auxiliaries.Has(t.Norm) || verbs.Of(t.Norm) != 0 || plainVerbs.Has(t.Norm) || strings.HasSuffix(t.Norm, "ed") && t.Stem != t.Norm
	return known && !nominal(tokens, i)
}

// nominal reports whether token i can be no finite verb, by its capital or by the word before it: an article, a possessive, a preposition.
func nominal(tokens []Token, i int) bool {
	if !tokens[i].Word || tokens[i].Upper && i > 0 {
		return true
	}
	if i == 0 {
		return false
	}
	p := &tokens[i-1]
	return p.Norm == "to" || articles.Has(p.Norm) || determiners.Has(p.Norm) && !pronouns.Has(p.Norm) || Preposition(p.Norm) || p.Owns()
}

// Infinitive reports whether the "would", "will" or "to" before token i makes it a verb, whatever its form.
func Infinitive(tokens []Token, i int) bool {
	return i > 0 && tokens[i].Word && !tokens[i].Upper && (tokens[i-1].Norm == "to" || modals.Has(tokens[i-1].Norm))
}

// Governing is the index of the verb nearest to the tokens [from, to), which likely says something about them; -1 if none is known.
// Of two equally near verbs it is the first.
func Governing(tokens []Token, from, to int) int {
	for near := 1; near <= max(from, len(tokens)-to); near++ {
		for _, i := range [2]int{from - near, to - 1 + near} {
			if i < 0 || i >= len(tokens) {
				continue
			}
			if Infinitive(tokens, i) || Verb(tokens, i) && !auxiliaries.Has(tokens[i].Norm) {
				return i
			}
		}
	}
	return -1
}

// Owns reports whether a word is a possessive that what it owns follows.
func (t *Token) Owns() bool {
	return strings.HasSuffix(t.Text, "’s") || strings.HasSuffix(t.Text, "'s")
}

// Preposition reports whether a folded word is an English preposition.
func Preposition(norm string) bool {
	return prepositions.Has(norm) && norm != "and" && norm != "or" && norm != "than"
}
