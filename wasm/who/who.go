// Package who finds who is in an article: people and the forms of their names, the institutions and countries
// that act, the places where things happen, and the voices that speak.
//
// Everything is read from the text: capitalised runs, titles, appositions, verbs of saying and quotation marks.
// A registry (package know) adds what a text alone cannot tell: that "Yiyuan" and "Ihara" are one man, that "Zhao
// Taiyong" is two. With an empty registry the same code runs on the text and the built-in tables of package know.
//
// Precision is more important than recall: a form that fits two people equally well is given to neither.
//
// The steps of Find, in the order in which they run:
//
//	words.go      tokens → words, cut at hyphens, without the debris of spinning
//	classify.go   what each word is by itself: of a country, a city, a role, a name perhaps (lexicon.go has the lists)
//	names.go      full names, by the registry (index.go) and by their marks; bodynames.go takes out clubs and firms that sound like people
//	people.go     names → people, with the titles beside them (titles.go)
//	short.go      "Kim", "Director Takizaki" → those people
//	bodies.go     institutions, and with them places (places.go), which share their words
//	voices.go     verbs of saying and quotations → who says what; sources.go reads those without a name
//
// link.go then finds the people of several articles that are one, spelling.go those whom outlets spell differently. east.go does all of it for Korean and Japanese.
package who

import "readout/wasm/text"

// Mention is one place where an article names a person.
type Mention struct {
	text.Span
	Passage int    // index into Document.Passages
	Form    string // the name as written, without title: "Fumio. Kishida", "Kim"
	Person  int    // index into Article.People, -1 if it fits nobody
	Title   string // the title beside this mention, as written, "" for none
	Level   string // level of Title, "" for none (the levels of package know)
	Country string // ISO code given by the title or the words near it, "" for none
}

// Person is someone whom an article names.
type Person struct {
	ID       string   // kebab-case; the registry's id, or one made from the name (see Link)
	Name     string   // canonical name, or the fullest form of the article
	Native   string   // name in its own script, from the registry
	Country  string   // ISO code, "" where unknown
	Level    string   // level of the role at the article's date, "" where unknown
	Registry bool     // known to the registry
	Forms    []string // as written, in order of first mention, without repetition
}

// The kinds of a Body.
const (
	KindCountry      = "country"      // "Japan", "Seoul" as an actor, "the Japanese side"
	KindGovernment   = "government"   // "the Japanese government", "the Blue House"
	KindMinistry     = "ministry"     // "South Korea's foreign ministry"
	KindDelegation   = "delegation"   // "a delegation sent by …"
	KindOutlet       = "outlet"       // "Yonhap news agency"
	KindOrganisation = "organisation" // parties, companies, unions, agencies, international bodies
)

// Body is one place where an article names a country, a government or another institution.
type Body struct {
	text.Span
	Passage int    // index into Document.Passages
	Form    string // as written
	Name    string // the fullest name that the form stands for; for "the ministry", the ministry named last
	Country string // ISO code, "" where unknown
	Kind    string // one of the kinds above
}

// Place is one place where an article says where something happens.
type Place struct {
	text.Span
	Passage int    // index into Document.Passages
	Name    string // "Tokyo", "The Hague, Netherlands", "Foreign Ministry, Seoul"
	Country string // ISO code, "" where unknown
}

// Utterance is a stretch of text attributed to a speaker, or an unattributed quotation.
type Utterance struct {
	text.Span        // what is said; for indirect speech, the passage with its clause of saying
	Passage   int    // index into Document.Passages of the passage where it begins
	Speaker   string // the speaker's fullest name in the article, "" if unknown
	Person    int    // index into Article.People, -1 for a body or an unnamed source
	Country   string // ISO code of the speaker's side, "" where unknown
	Verb      string // the folded verb of saying: "say", "urge", "according to"
	Direct    bool   // within quotation marks
}

// Article is what Find found in one article. All lists are in source order.
type Article struct {
	People     []Person
	Mentions   []Mention
	Bodies     []Body
	Places     []Place
	Utterances []Utterance
}
