// Package dataset is the contract between the compiler and everything that reads its output: the shapes
// of the JSON, their encoding and their validation. Offsets count Unicode code points of the source file;
// ranges are half open. Dates are EDTF (ISO 8601-2). Ids are kebab-case and unique within their list.
// They are stable as long as the article files keep their names and texts.
package dataset

// SchemaVersion is the major version of the JSON contract. Adding a field does not change it.
const SchemaVersion = 1

// Dataset is everything: dataset.json.
type Dataset struct {
	Schema   int       `json:"schema"`
	Engine   string    `json:"engine"` // version of the engine that made it
	Articles []Article `json:"articles"`
	Meetings []Meeting `json:"meetings"`
	Series   []Series  `json:"series"`
	Issues   []Issue   `json:"issues"`
	People   []Person  `json:"people"`
	Outlets  []Outlet  `json:"outlets"`
	Terms    []Term    `json:"terms"` // every term of the registry that an article uses, over all articles
}

// Article is one text by one outlet.
type Article struct {
	ID             string    `json:"id"`
	File           string    `json:"file"` // path below the seeds folder, with forward slashes
	Outlet         string    `json:"outlet"`
	Siglum         string    `json:"siglum"` // letters of its outlet, with a number from the outlet's second article on; unique in the dataset
	Headline       string    `json:"headline"`
	Published      string    `json:"published,omitempty"`
	PublishedBasis string    `json:"published_basis,omitempty"` // "given" (seed file), "text" (inferred; see published_evidence)
	PublishedFrom  []string  `json:"published_evidence,omitempty"`
	Format         string    `json:"format"` // full, excerpt, translation, agency
	Language       string    `json:"language"`
	TranslatedFrom string    `json:"translated_from,omitempty"`
	Author         string    `json:"author,omitempty"`
	URL            string    `json:"url,omitempty"`
	Rights         string    `json:"rights"` // full, passages, quotes, headline
	Note           string    `json:"note,omitempty"`
	Words          int       `json:"words"`
	MainMeeting    *string   `json:"main_meeting"`
	Passages       []Passage `json:"passages"`
}

// Passage is a sentence, or a clause of one. Text is exactly the slice [start, end) of the file. It is left out
// if the article's rights withhold it.
type Passage struct {
	ID        string `json:"id"` // unique in the article: "s12" or, for a clause, "s12b"
	Sentence  int    `json:"sentence"`
	Paragraph int    `json:"paragraph"` // 1-based number of its paragraph in the body; 0 outside the body
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text,omitempty"`
	Kind      string `json:"kind"` // headline, deck, subhead, caption, body
}

// Meeting is a contact between officials or parties.
type Meeting struct {
	ID            string        `json:"id"`
	Title         string        `json:"title"`
	Type          string        `json:"type"`
	Level         string        `json:"level,omitempty"`
	Date          string        `json:"date"`                // "" where nobody tells
	Place         string        `json:"place"`               // "" where nobody tells
	Countries     []string      `json:"countries,omitempty"` // ISO 3166-1 alpha-2, sorted
	Participants  []string      `json:"participants"`
	Bodies        []string      `json:"bodies,omitempty"`               // unions, companies, clubs and councils that meet, as the articles name them
	ByPost        bool          `json:"participants_by_post,omitempty"` // no article names the participants: these people held the posts at the time
	Series        *string       `json:"series"`
	Status        string        `json:"status"`             // the firmest status that any article gives it
	Umbrella      bool          `json:"umbrella,omitempty"` // talk of a meeting in general, with no occasion of its own: "a summit, some day"
	Implied       bool          `json:"implied,omitempty"`  // no article tells of it, but one counts from it: "after eight months"
	Coverage      []Coverage    `json:"coverage"`
	Points        []Point       `json:"points,omitzero"` // this and all below but counts: left out in lists, see Meeting.Entry
	Terms         []Term        `json:"terms,omitzero"`
	Voices        []Voice       `json:"voices,omitzero"`
	Discrepancies []Discrepancy `json:"discrepancies,omitzero"`
	// Contrasts are two voices, or a voice and the article itself, that one article sets against each other when it tells of the meeting.
	// Neither need be wrong. The value of a side is the voice, "" for the article itself; each passage of what it says is a side.
	Contrasts []Discrepancy `json:"contrasts,omitempty"`
	// OrderClaims are what its articles say about its place in a sequence, whether or not it belongs to a series.
	OrderClaims []OrderClaim `json:"order_claims,omitempty"`
	// Counts is in lists, in place of the parts.
	Counts *Counts `json:"counts,omitempty"`
}

// Counts says how much there is to compare in the document of a meeting.
type Counts struct {
	Points        int `json:"points"`
	Shared        int `json:"shared"` // points that several articles have
	Discrepancies int `json:"discrepancies"`
}

// Coverage is one article's mentions of one meeting.
type Coverage struct {
	Article string `json:"article"`
	Status  string `json:"status"`          // held, scheduled, proposed, denied, not-yet
	Date    string `json:"date,omitempty"`  // as this article has it
	Place   string `json:"place,omitempty"` // as this article has it
	// Participants are the people who meet according to this article: one article may name two, another three.
	Participants []string `json:"participants,omitempty"`
	Written      string   `json:"written,omitempty"`  // when the article was written, relative to the meeting: before, after or during; "" if unknown
	Passages     []string `json:"passages"`           // in source order
	Evidence     []string `json:"evidence,omitempty"` // what led the engine to this, in words ("date: 'on the 18th' → 2014-02-18")
}

// Point is one claim, fact or topic that at least one article reports about a meeting: a row.
type Point struct {
	ID         string     `json:"id"`
	Label      string     `json:"label"`
	Readings   []Reading  `json:"readings"`
	Omissions  []Omission `json:"omissions"`
	Confidence float64    `json:"confidence"`      // 0 to 1: how likely its readings belong in one row; 1 for a single reading
	Clash      bool       `json:"clash,omitempty"` // a discrepancy of the meeting concerns it
	Diffs      []Diff     `json:"diffs,omitempty"` // one per pair of readings, base before other in coverage order
	Background bool       `json:"background,omitempty"`
}

// Reading is the passages in which one article tells a point: a cell.
type Reading struct {
	Article  string   `json:"article"`
	Passages []string `json:"passages"`
	Expects  bool     `json:"expects,omitempty"` // announced in advance ("will urge"), not reported as an outcome
}

// Omission is a cell without a reading.
type Omission struct {
	Article  string `json:"article"`
	Evidence string `json:"evidence"` // not-mentioned, excerpt, before
}

// Diff compares two readings of a point. Mode "edits": most words are shared, and Edits marks the words that only one has. Mode
// "shared": most words differ, and Edits marks the runs that both have. Mode "none": nothing is worth marking. Mode "languages": the
// readings are in two languages, so their words are not compared; Shared is 0 and means nothing.
type Diff struct {
	Base   string  `json:"base"`  // article id
	Other  string  `json:"other"` // article id
	Mode   string  `json:"mode"`
	Shared float64 `json:"shared"` // share of content words in common, 0 to 1
	Edits  []Edit  `json:"edits,omitempty"`
}

// Edit is a run of tokens. For "delete" only Base is set, for "insert" only Other; "equal" has both. Ranges are
// [start, end) offsets into the two source files. Noise marks an edit without meaning: case, punctuation, another
// spelling of one name, another format of one number or date.
type Edit struct {
	Op    string  `json:"op"` // equal, delete, insert
	Base  *[2]int `json:"base,omitempty"`
	Other *[2]int `json:"other,omitempty"`
	Moved bool    `json:"moved,omitempty"`
	Noise bool    `json:"noise,omitempty"`
}

// Term is a concept and the words that each article uses for it.
type Term struct {
	ID       string              `json:"id"`
	Concept  string              `json:"concept"`
	Names    map[string]string   `json:"names,omitempty"` // the concept in other languages, by BCP 47 tag
	Disputed bool                `json:"disputed,omitempty"`
	Forms    map[string][]string `json:"forms"` // article id → forms as written, in order of first mention
	Uses     []TermUse           `json:"uses,omitempty"`
}

// TermUse counts one form in one article and says where it first occurs.
type TermUse struct {
	Article string `json:"article"`
	Form    string `json:"form"`
	Count   int    `json:"count"`
	Passage string `json:"passage"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// Voice is somebody who speaks in an article's account of a meeting.
type Voice struct {
	Article  string   `json:"article"`
	Speaker  string   `json:"speaker"`          // the fullest name that the article gives
	Person   string   `json:"person,omitempty"` // person id
	Country  string   `json:"country,omitempty"`
	Direct   int      `json:"direct"`   // words in quotation marks
	Indirect int      `json:"indirect"` // words reported
	Passages []string `json:"passages"`
}

// Discrepancy is two or more readings that cannot all be right, or that count differently.
type Discrepancy struct {
	ID    string `json:"id"`
	Rule  string `json:"rule"` // documented in docs/rules.md: date-differs, number-differs, speaker-differs, place-differs, status-differs, name-differs, post-differs, office-differs, order-counts; of contrasts reply, two-agendas, turn
	About string `json:"about"`
	Point string `json:"point,omitempty"`
	Sides []Side `json:"sides"`
}

// Side is one side of a discrepancy: the words that clash, with their place.
type Side struct {
	Article string `json:"article"`
	Passage string `json:"passage"`
	Value   string `json:"value"`
	Start   int    `json:"start"` // where the clashing words are in the source; 0, 0 if the whole passage is meant
	End     int    `json:"end"`
}

// Series is a recurring meeting and its rounds.
type Series struct {
	ID            string            `json:"id"`
	Title         string            `json:"title"`
	Names         map[string]string `json:"names,omitempty"` // the title in other languages, by BCP 47 tag
	Type          string            `json:"type,omitempty"`
	Countries     []string          `json:"countries,omitempty"`
	Rounds        []string          `json:"rounds"` // meeting ids by date
	OrderClaims   []OrderClaim      `json:"order_claims"`
	Terms         []Term            `json:"terms"`
	Discrepancies []Discrepancy     `json:"discrepancies"`
	Total         *Total            `json:"total,omitempty"` // present if only the newest rounds are here
}

// Total is how many there are, if a document of an archive shows only the newest.
type Total struct {
	Articles int `json:"articles"`         // that tell of it
	Of       int `json:"of,omitempty"`     // of an issue: articles in the archive
	Rounds   int `json:"rounds,omitempty"` // of a series
}

// OrderClaim is an article's count of a meeting: "the first since …", "the second of their kind", "after eight months".
type OrderClaim struct {
	Article string `json:"article"`
	Meeting string `json:"meeting"` // the meeting that is counted
	Passage string `json:"passage"`
	Start   int    `json:"start"` // the words of the claim
	End     int    `json:"end"`
	Words   string `json:"words"`
	Ordinal int    `json:"ordinal,omitempty"` // 1 for "first", 2 for "second"; 0 if it gives no number
	Anchor  string `json:"anchor,omitempty"`  // what it counts from, as written
	Since   string `json:"since,omitempty"`   // EDTF date of the anchor, if known
}

// Issue is a contested topic and what each article writes about it.
type Issue struct {
	ID    string            `json:"id"`
	Title string            `json:"title"`
	Names map[string]string `json:"names,omitempty"` // the title in other languages, by BCP 47 tag
	Uses  []Use             `json:"uses"`
	Terms []Term            `json:"terms"`
	Not   []Absent          `json:"absent"`
	Total *Total            `json:"total,omitempty"` // present if only the newest articles on it are here
}

// Use is a passage about an issue.
type Use struct {
	Article string   `json:"article"`
	Passage string   `json:"passage"`
	Meeting string   `json:"meeting,omitempty"`
	Voice   string   `json:"voice,omitempty"` // who says it, according to the article
	Marks   [][2]int `json:"marks"`           // where the words for it are in the source
}

// Absent is an article that does not write about an issue.
type Absent struct {
	Article string `json:"article"`
	Reason  string `json:"reason"` // not-mentioned, excerpt
}

// Person is a person and every form of the name, by article.
type Person struct {
	ID       string              `json:"id"`
	Name     string              `json:"name"`
	Native   string              `json:"native,omitempty"`
	Country  string              `json:"country,omitempty"`
	Roles    []string            `json:"roles,omitempty"`
	Forms    map[string][]string `json:"forms"`
	Meetings []string            `json:"meetings,omitempty"`
}

// Outlet publishes articles.
type Outlet struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Siglum   string   `json:"siglum"`
	Country  string   `json:"country,omitempty"`
	URL      string   `json:"url,omitempty"`
	Articles []string `json:"articles"`
}

// MeetingDocument is what /v1/meetings/ID.json holds: the meeting and everything needed to show it.
type MeetingDocument struct {
	Schema int    `json:"schema"`
	Basis  string `json:"basis,omitempty"` // for texts of the caller's: see package witness
	// CutShort says that the caller's texts are longer than what is compared: an overlong sentence was cut, or sentences beyond the
	// limit were not paired and stand alone.
	CutShort bool      `json:"cut_short,omitempty"`
	Meeting  Meeting   `json:"meeting"`
	Articles []Article `json:"articles"` // those of the coverage, in the same order, with the passages that are cited
	Outlets  []Outlet  `json:"outlets"`
	People   []Person  `json:"people"`
	Series   *Link     `json:"series"`
	Summary  Summary   `json:"summary,omitempty"`
	// Compare is in answers of /v1/compare only, and says what was asked for.
	Compare *Comparison `json:"compare,omitempty"`
}

// Comparison says how a meeting's document was narrowed.
type Comparison struct {
	Base          string   `json:"base,omitempty"`           // article that the others are compared with; "" if all pairs are compared
	Granularity   string   `json:"granularity"`              // word, char
	Ignore        []string `json:"ignore"`                   // kinds of noise that are ignored, see package compare
	MinConfidence float64  `json:"min_confidence,omitempty"` // of the points that are shown
	LeftOut       int      `json:"left_out"`                 // points below it
}

// SeriesDocument is what /v1/series/ID.json holds.
type SeriesDocument struct {
	Schema   int       `json:"schema"`
	Series   Series    `json:"series"`
	Rounds   []Meeting `json:"rounds"` // without points, in the order of series.rounds
	Articles []Article `json:"articles"`
	Outlets  []Outlet  `json:"outlets"`
	People   []Person  `json:"people"`
	Summary  Summary   `json:"summary,omitempty"`
}

// IssueDocument is what /v1/issues/ID.json holds.
type IssueDocument struct {
	Schema   int       `json:"schema"`
	Issue    Issue     `json:"issue"`
	Articles []Article `json:"articles"`
	Outlets  []Outlet  `json:"outlets"`
	Meetings []Link    `json:"meetings"`
	Summary  Summary   `json:"summary,omitempty"`
}

// Summary is the document in a sentence or two, by BCP 47 tag. Links and embeds show it where there is no room for more. Answers of
// /v1/compare have none, because they may show less than it counts.
type Summary map[string]string

// Link names something that has its own document.
type Link struct {
	ID    string            `json:"id"`
	Title string            `json:"title"`
	Names map[string]string `json:"names,omitempty"` // the title in other languages, by BCP 47 tag
	Date  string            `json:"date,omitempty"`
}
