// Package know holds what the engine may know beyond the articles: the registry that editors write
// (people, places, outlets, series, issues, terms), which the host passes in, and small built-in
// tables (countries, capitals, demonyms).
//
// The engine works with an empty Base; a Base only adds to it. This package is data only: it reads no file.
package know

// Base is the registry as the engine sees it. The zero value is an empty registry.
type Base struct {
	People  []Person
	Bodies  []Body
	Places  []Place
	Outlets []Outlet
	Series  []Series
	Issues  []Issue
	Terms   []Term

	Decisions []Decision
}

// Person is someone who can take part in a meeting or speak.
type Person struct {
	ID      string // kebab-case, stable: "fumio-kishida"
	Name    string // canonical name in Latin letters
	Native  string // name in its own script, or ""
	Country string // ISO 3166-1 alpha-2
	Forms   []Form // other ways articles write the name, mistranslations included
	Roles   []Role // posts with the time they were held
}

// Form is one way to write a name. Cues, where given, are folded words of which at least one must stand in the
// same sentence: two people may share a form ("Zhao Taiyong"), and a common word may be a form ("Wood").
// From and To (EDTF, "" open) bound the dates of the articles in which the form may mean this entry.
type Form struct {
	Text     string
	Cues     []string
	From, To string
}

// Role is a post held by a person. From and To are EDTF dates, "" where open.
type Role struct {
	Title    string // "Minister for Foreign Affairs"
	Level    string // one of the levels of package meeting: "head", "minister", "vice-minister", "director-general", "envoy", "ambassador", "spokesperson", "lawmaker", ...
	Country  string // whom the person acts for; "" means the person's country
	From, To string
}

// Body is an institution that speaks or acts: a ministry, a government, a news agency cited as a source.
type Body struct {
	ID, Name, Country string
	Forms             []Form
}

// Place is where meetings are held.
type Place struct {
	ID, Name, Country string
	Forms             []Form
}

// Outlet publishes articles.
type Outlet struct {
	ID      string
	Name    string
	Siglum  string // one to three letters
	Country string
	URL     string
	Forms   []string // names a seed's NAME.yaml may use
}

// Name is what something is called in another language than English.
type Name struct{ Lang, Text string } // BCP 47

// Series is a recurring meeting: its parties and level, by which rounds are recognised.
type Series struct {
	ID        string
	Title     string
	Names     []Name   // the title in other languages, by tag
	Type      string   // meeting type, see package meeting
	Level     string   // level of the people who meet, "" for any (see Role.Level)
	Countries []string // ISO codes of all parties, sorted
	Words     []string // phrases (folded) that name it
	Posts     []string // titles of the roles whose holders meet: who is meant where an article names nobody
	From, To  string
}

// Issue is a contested topic. A passage belongs to it when one of its phrases stands in it.
type Issue struct {
	ID      string
	Title   string   // in words that none of the sides would refuse
	Names   []Name   // the title in other languages, by tag
	Phrases []string // folded phrases; a trailing * matches any ending
	Cues    []string // when not empty, one of them must stand in the same sentence or its neighbours
}

// Term is one concept and the ways to name it.
type Term struct {
	ID       string
	Concept  string   // neutral name
	Names    []Name   // the concept in other languages, by tag
	Issue    string   // issue id, or ""
	Forms    []string // folded phrases, the longest match wins; a trailing * matches any ending
	Not      []string // phrases that hold a form and mean something else: "north korea" holds "korea"
	Disputed bool     // a disputed name: the reader chooses the order
}
