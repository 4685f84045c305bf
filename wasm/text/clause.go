package text

// clauses returns the indexes of tokens, ascending, at which a new clause of the sentence begins.
func clauses(tokens []Token) []int { return nil }
