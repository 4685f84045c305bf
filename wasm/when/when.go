// Package when reads dates: EDTF values, and the expressions of news English ("Thursday", "on the 18th",
// "the day before", "last weekend", "after eight months") resolved against a publication date.
//
// # Dates
//
// A Date is a value of the Extended Date/Time Format (EDTF, ISO 8601-2:2019, Library of Congress levels 0 and 1, and
// the ranges [a..b] of level 2): "2014-02-18", "2014-02?", "2014-XX", "2014-02-15/2014-02-16", "[2014-02-18..2014-02-21]".
// It refuses seasons, exponential years, years before 0000 and lists. A date that is known only by its week is an
// interval from Monday to Sunday: the day lies somewhere inside.
//
// # Expressions
//
// Find marks expressions by TimeML's TIMEX3 (types DATE, TIME, DURATION, SET, with its value notation; the conventions
// are those of the TimeBank corpus) and gives each the EDTF date it stands for. A passage is cut into pieces (runs of
// letters, runs of digits, single marks), and at each piece a small recursive-descent grammar looks for the longest
// expression that begins there. So the work is linear in the length of the text, and nothing hangs on how words were cut before.
//
// What an expression leaves open is filled from the publication date, in the direction that the tense of the clause
// gives: in an article of Thursday 19 September 2019, "will meet on Friday" is 2019-09-20 and "spoke on Monday" is 2019-09-16.
// Expressions that count from the event told before ("the day before", "later in the day") carry a Relative, for only
// the caller knows which event is meant.
//
// In the order in which they run: pieces.go cuts, phrase.go asks the readers of grammar_*.go (with quantity.go and holiday.go) for the
// longest phrase, tense.go finds its tense, resolve.go its date, value.go its TIMEX3 value; find.go goes through the document. east.go does
// the same for Korean and Japanese.
//
// # Publication
//
// Published infers the publication date of an article that states none, and lists its evidence.
package when
