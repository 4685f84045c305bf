// Package text reads an article: which lines of a saved news page are article and which are menus, comments and
// credits (Strip), which sentences and clauses it has (Segment), and of which words they consist (Tokenize, Fold).
// New does all of it.
//
// All offsets count Unicode code points of the source as received. Nothing is rewritten: a byte order mark and
// carriage returns keep their places, and Document.Slice of any span is a verbatim piece of the file.
//
// # What is article
//
// A page is judged by structure and repetition, not by outlet. Prose is a line that ends like a sentence and is mostly
// in lower case. The article is the run of prose from the first such line to the last one before the comment section,
// the copyright line or the list of other stories. The headline is the line above it that shares most words with it.
// Repeated lines, breadcrumbs, dates, bylines, and prompts to log in or subscribe are dropped.
//
// # Sentences and clauses
//
// Full stops are judged by what follows them, as in Kiss and Strunk's Punkt (2006), but with fixed lists instead of trained ones. A
// stop before a small letter or a comma, or after a title, a month or an initial, ends nothing. After a time of day or a company it
// depends on the words before and after. A few words that only name a thing belong to the sentence before them (spun pages scatter
// stops). A sentence is cut into clauses only where two finite verbs with their own objects are joined outside quotation marks and
// relative clauses. A wrong cut is worse than none, so if the lists of verbs leave a doubt, the sentence stays whole. Clauses are cut
// in English only; other languages keep whole sentences.
//
// # Files
//
// In the order in which New runs them: paragraph.go cuts lines and says how each looks; strip.go finds what is article, with furniture.go and
// imprint.go (what a line is for), picture.go (what stands under pictures) and aside.go (credits and bylines); segment.go asks sentence.go (with abbreviation.go and fragment.go) for
// sentences, token.go (with cjk.go, fold.go and stem.go) for tokens, and clause.go for clauses. words.go has the lists.
//
// # Cost
//
// All functions are linear in the source: each code point is looked at a constant number of times. The limits that ensure this: a token has at most maxToken code points (longer
// runs are cut into pieces of that size), looking ahead within a sentence stops after maxLook tokens, sentences of more than maxTokens tokens are not cut into clauses, and a
// bracketed byline or a credit has at most maxCredit code points.
package text
