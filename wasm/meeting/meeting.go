// Package meeting finds the meetings that articles tell of: who met whom, when, where and on what level, and
// whether the meeting was held, is scheduled, proposed, denied, or only talked of.
//
// It works in three steps, each of which can be read alone:
//
//  1. scan: every sentence is searched for words that name a contact ("met", "held talks", "visited", "a phone call");
//     each becomes a [Mention] with the people, countries, date, place and status that stand in its part of the sentence.
//  2. thread: the mentions of one article are gathered into [Thread]s, one per meeting, by people, level, date and
//     definiteness ("a meeting in April" opens a thread, "the meeting" goes on with one).
//  3. cluster: threads of different articles that tell of one meeting become a [Meeting].
//
// Their files, in the order in which they run:
//
//	scan     scan.go lays out the sentences, refer.go says whom "the king" means; trigger.go finds the words of contact and region.go the part
//	         of the sentence that belongs to each; frame.go reads the mention with people.go, office.go, pairs.go, sides.go,
//	         plain.go, where.go, date.go, status.go, off.go, order.go
//	thread   thread.go gathers, match.go says which thread a mention fits and rounds.go when it is another round; lead.go finds what the
//	         article is chiefly about, resolve.go the dates that count from others, settle.go what is still open, cover.go the passages
//	cluster  block.go lists the pairs that could be one, score.go weighs them, same.go says who is the same in two articles,
//	         cluster.go joins, build.go makes the meeting, name.go its series, title and id
//
// decide.go puts an editor's decisions above all of this, explain.go tells why, and east.go reads the mentions of Korean and Japanese.
//
// Meetings are events of type CONSULT in the PLOVER ontology. Press conferences, hearings and ceremonies are not
// meetings. A wrong merge is worse than a missed one, because the same pairs of people meet again and again. So
// two threads with different days are two meetings, whatever else agrees.
package meeting

import (
	"readout/wasm/east"
	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
)

// Status is what, according to an article, became of a meeting.
type Status string

// The statuses, firmest first.
const (
	Held      Status = "held"
	Scheduled Status = "scheduled"
	Proposed  Status = "proposed"
	Denied    Status = "denied"
	NotYet    Status = "not-yet" // talked of, nothing decided
)

// firmness orders statuses: the firmest that an article gives a meeting is the article's.
var firmness = map[Status]int{Held: 5, Scheduled: 4, Proposed: 3, Denied: 2, NotYet: 1}

// Type is the kind of contact.
type Type string

// The types of contact.
const (
	Talks Type = "talks"
	Visit Type = "visit"
	Call  Type = "call"
)

// Article is what earlier steps found in one article.
type Article struct {
	Doc       *text.Document
	Who       *who.Article
	When      []when.Expr
	Published when.Date
	Inferred  bool // by the text alone is known when it was published
	// Same and Apart are passages that, by an editor's decision, tell of one meeting, or of two.
	Same, Apart []Told
}

// Mention is one place in an article that tells of a meeting.
type Mention struct {
	Sentence     int   // number of the sentence in its article
	Passages     []int // indexes into Doc.Passages
	Trigger      text.Span
	Type         Type
	Level        string // one of package know's role levels; "" if unknown
	Parties      int    // 3 for "trilateral", 2 for "bilateral", 0 if no word says it
	People       []int  // indexes into Who.People
	Chair        []int  // those of them who, by this sentence, only lead it: "mediated by A"
	Countries    []string
	Groups       []string // delegations, parties, companies, unions, folded
	Sides        []string // the bodies that meet, by their fullest names
	Date         when.Date
	Relative     *when.Relative // the date counts from another event
	Before       bool           // it took place before the event of the sentence's adjunct ("met before the talks")
	Place        string
	PlaceCountry string
	Venue        string // host event whose margins it uses, folded: "un general assembly"
	Status       Status // "" if the words do not say
	Definite     bool   // "the meeting", "their talks"
	Bare         bool   // "the meeting", with no word after it about who meets
	Adjunct      bool   // only named to place something else in time: "after the talks"
	Previous     bool   // "the previous meeting", "the last round"
	Again        bool   // a round other than the one told before: "the next meeting", "will meet again"
	Plain        int    // how many parties have no name: "the union and the district met"
	Others       bool   // it says what the other side is, without names: "met union leaders"
	Heir         bool   // its people are those of the meeting told before
	Vague        bool   // "any high-level talks", "a summit some day": no occasion of its own
	Off          bool   // it had been set, and is called off or put off
	Order        *Order
}

// Order is a claim about the place of a meeting in a sequence.
type Order struct {
	text.Span
	Count   text.Span // the words that count, without what they count from: "first director-level meeting"; zero if nothing is counted
	Ordinal int       // 1 for "first"; 0 for "after eight months" and "the previous round"
	Own     bool      // it counts what one person did: "his first talks with Takizaki"
	Anchor  string    // what is counted from, as written
	Since   when.Date // when that was, zero if unknown
	Gap     bool      // the claim implies a round before this one, at Since
}

// Thread is everything that one article tells about one meeting.
type Thread struct {
	Type         Type
	Level        string
	Parties      int
	People       []int
	Countries    []string
	Groups       []string
	Sides        []string
	Date         when.Date
	DateFrom     string // the words that gave the date, for people to read
	Place        string
	PlaceCountry string // ISO code
	Venue        string
	Status       Status
	Umbrella     bool // no occasion of its own
	Off          bool // it had been set, and is called off or put off
	Main         bool // the meeting that the article is chiefly about
	Contact      bool // only for a guess: the article has a word of contact, but none that says who met whom
	Guess        bool // the lead names no contact: this has its people, countries and day, in case other articles tell of a meeting
	Mentions     []Mention
	Passages     []int  // coverage: indexes into Doc.Passages, ascending
	Language     string // "ko" or "ja", else "": names in one language say nothing about names in another
	Equal        bool   // those who meet have one level, or the article names the level
}

// Read finds the threads of an article, in order of first mention.
func Read(a *Article, k *know.Base) []Thread { return newReader(a, k).read() }

func (r *reader) read() []Thread {
	p := east.Of(r.a.Doc.Language)
	for i := range r.sents {
		switch {
		case r.sents[i].aside:
		case p != nil:
			r.eastern(p, i)
		default:
			r.scan(i)
		}
	}
	ts := r.threads()
	for i := range ts {
		if p != nil {
			ts[i].Language = r.a.Doc.Language[:2]
		}
	}
	return ts
}
