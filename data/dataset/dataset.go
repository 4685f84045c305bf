// Package dataset is the contract between the compiler and everything that reads its output: the shapes
// of the JSON, their encoding and their validation. Offsets count Unicode code points of the source file,
// half open. Dates are EDTF (ISO 8601-2). Ids are kebab-case, unique within their list, and stable while
// the article files keep their names and texts.
package dataset

// SchemaVersion is the major version of the JSON contract. Adding a field does not change it.
const SchemaVersion = 1

// Dataset is the whole: dataset.json.
type Dataset struct {
	Schema   int       `json:"schema"`
	Engine   string    `json:"engine"` // version of the engine that made it
	Articles []Article `json:"articles"`
	Meetings []Meeting `json:"meetings"`
	Series   []Series  `json:"series"`
	Issues   []Issue   `json:"issues"`
	People   []Person  `json:"people"`
	Outlets  []Outlet  `json:"outlets"`
	Terms    []Term    `json:"terms"` // every term of the registry that some article uses, over all articles
}

// Article is one text by one outlet.
type Article struct {
	ID             string    `json:"id"`
	File           string    `json:"file"` // path below the seeds folder, with forward slashes
	Outlet         string    `json:"outlet"`
	Siglum         string    `json:"siglum"` // letters of its outlet and, but for the first article, a number: unique in the dataset
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

// Passage is a sentence, or a clause of one. Text is exactly the slice [start, end) of the file; it is left out
// where the article's rights withhold it.
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
	Bodies        []string      `json:"bodies,omitempty"`               // unions, companies, clubs, councils that meet, as the articles name them
	ByPost        bool          `json:"participants_by_post,omitempty"` // no article names them: they held the posts then
	Series        *string       `json:"series"`
	Status        string        `json:"status"`             // the firmest status an article gives it
	Umbrella      bool          `json:"umbrella,omitempty"` // no occasion of its own: "a summit, some day"
	Implied       bool          `json:"implied,omitempty"`  // told by nobody, but counted from: "after eight months"
	Coverage      []Coverage    `json:"coverage"`
	Points        []Point       `json:"points,omitzero"` // this and all below but counts: left out in lists, see Meeting.Entry
	Terms         []Term        `json:"terms,omitzero"`
	Voices        []Voice       `json:"voices,omitzero"`
	Discrepancies []Discrepancy `json:"discrepancies,omitzero"`
	// Contrasts are what single articles set against each other in what they tell of the meeting: two voices, or a voice and the article
	// itself. Nobody is wrong by it. The value of a side is the voice, "" for the article itself; each passage of what it says is a side.
	Contrasts []Discrepancy `json:"contrasts,omitempty"`
	// OrderClaims are what its articles say of its place in a sequence, whether or not it is of a series.
	OrderClaims []OrderClaim `json:"order_claims,omitempty"`
	// Counts stands in lists instead of the parts.
	Counts *Counts `json:"counts,omitempty"`
}

// Counts says how much the document of a meeting has to compare.
type Counts struct {
	Points        int `json:"points"`
	Shared        int `json:"shared"` // points that several articles tell
	Discrepancies int `json:"discrepancies"`
}

// Coverage is one article's mentions of one meeting.
type Coverage struct {
	Article string `json:"article"`
	Status  string `json:"status"`          // held, scheduled, proposed, denied, not-yet
	Date    string `json:"date,omitempty"`  // as this article has it
	Place   string `json:"place,omitempty"` // as this article has it
	// Participants are the people who meet as this article has it: one may tell of two, another of three.
	Participants []string `json:"participants,omitempty"`
	Written      string   `json:"written,omitempty"`  // before, after or during, relative to the meeting; "" where unknown
	Passages     []string `json:"passages"`           // in source order
	Evidence     []string `json:"evidence,omitempty"` // what led the engine to it, for people ("date: 'on the 18th' → 2014-02-18")
}

// Point is one claim, fact or topic that at least one article tells of a meeting: a row.
type Point struct {
	ID         string     `json:"id"`
	Label      string     `json:"label"`
	Readings   []Reading  `json:"readings"`
	Omissions  []Omission `json:"omissions"`
	Confidence float64    `json:"confidence"`      // 0 to 1, that its readings belong in one row; 1 for a lonely reading
	Clash      bool       `json:"clash,omitempty"` // a discrepancy of the meeting touches it
	Diffs      []Diff     `json:"diffs,omitempty"` // one per pair of readings, base before other in coverage order
	Background bool       `json:"background,omitempty"`
}

// Reading is the passages with which one article tells a point: a cell.
type Reading struct {
	Article  string   `json:"article"`
	Passages []string `json:"passages"`
	Expects  bool     `json:"expects,omitempty"` // told ahead ("will urge"), not as an outcome
}

// Omission is a cell without a reading.
type Omission struct {
	Article  string `json:"article"`
	Evidence string `json:"evidence"` // not-mentioned, excerpt, before
}

// Diff is what two readings of a point share. Mode "edits": most words are shared, Marks are the words that only one has.
// Mode "shared": most differ, Marks are the runs both have. Mode "none": nothing worth a mark. Mode "languages": the readings are in two
// languages, so their words are not compared; Shared is 0 and says nothing.
type Diff struct {
	Base   string  `json:"base"`  // article id
	Other  string  `json:"other"` // article id
	Mode   string  `json:"mode"`
	Shared float64 `json:"shared"` // share of content words in common, 0 to 1
	Edits  []Edit  `json:"edits,omitempty"`
}

// Edit is a run of tokens. For "delete" only Base is set, for "insert" only Other; "equal" has both.
// Ranges are [start, end) offsets into the two source files. Noise marks an edit that says nothing: case, punctuation,
// another spelling of one name, another format of one number or date.
type Edit struct {
	Op    string  `json:"op"` // equal, delete, insert
	Base  *[2]int `json:"base,omitempty"`
	Other *[2]int `json:"other,omitempty"`
	Moved bool    `json:"moved,omitempty"`
	Noise bool    `json:"noise,omitempty"`
}

// Term is one concept and the words that each article uses for it.
type Term struct {
	ID       string              `json:"id"`
	Concept  string              `json:"concept"`
	Names    map[string]string   `json:"names,omitempty"` // the concept in other languages, by BCP 47 tag
	Disputed bool                `json:"disputed,omitempty"`
	Forms    map[string][]string `json:"forms"` // article id → forms as written, in order of first mention
	Uses     []TermUse           `json:"uses,omitempty"`
}

// TermUse counts one form in one article and says where it first stands.
type TermUse struct {
	Article string `json:"article"`
	Form    string `json:"form"`
	Count   int    `json:"count"`
	Passage string `json:"passage"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// Voice is who speaks in an article's account of a meeting.
type Voice struct {
	Article  string   `json:"article"`
	Speaker  string   `json:"speaker"`          // as the article names it, at its fullest
	Person   string   `json:"person,omitempty"` // person id
	Country  string   `json:"country,omitempty"`
	Direct   int      `json:"direct"`   // words in quotation marks
	Indirect int      `json:"indirect"` // words reported
	Passages []string `json:"passages"`
}

// Discrepancy is readings that cannot both be right, or that count differently.
type Discrepancy struct {
	ID    string `json:"id"`
	Rule  string `json:"rule"` // documented in docs/rules.md: date-differs, number-differs, speaker-differs, place-differs, status-differs, name-differs, post-differs, office-differs, order-counts; of contrasts reply, two-agendas, turn
	About string `json:"about"`
	Point string `json:"point,omitempty"`
	Sides []Side `json:"sides"`
}

// Side is one party to a discrepancy: the words that clash, quoted and placed.
type Side struct {
	Article string `json:"article"`
	Passage string `json:"passage"`
	Value   string `json:"value"`
	Start   int    `json:"start"` // where the clashing words stand in the source; 0, 0 when the whole passage is meant
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
	Total         *Total            `json:"total,omitempty"` // where these are the newest rounds
}

// Total is how many there are where a document of an archive shows the newest.
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
	Ordinal int    `json:"ordinal,omitempty"` // 1 for "first", 2 for "second"; 0 where it counts none
	Anchor  string `json:"anchor,omitempty"`  // what it counts from, as written
	Since   string `json:"since,omitempty"`   // EDTF of the anchor where known
}

// Issue is a contested topic and who writes what of it.
type Issue struct {
	ID    string            `json:"id"`
	Title string            `json:"title"`
	Names map[string]string `json:"names,omitempty"` // the title in other languages, by BCP 47 tag
	Uses  []Use             `json:"uses"`
	Terms []Term            `json:"terms"`
	Not   []Absent          `json:"absent"`
	Total *Total            `json:"total,omitempty"` // where these are the newest articles that write of it
}

// Use is a passage on an issue.
type Use struct {
	Article string   `json:"article"`
	Passage string   `json:"passage"`
	Meeting string   `json:"meeting,omitempty"`
	Voice   string   `json:"voice,omitempty"` // who is made to say it
	Marks   [][2]int `json:"marks"`           // where the words for it stand in the source
}

// Absent is an article that does not write of an issue.
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

// MeetingDocument is what /v1/meetings/ID.json holds: the meeting and all that is needed to show it.
type MeetingDocument struct {
	Schema int    `json:"schema"`
	Basis  string `json:"basis,omitempty"` // of texts handed in: see package witness
	// CutShort says that texts handed in are longer than what is compared: a sentence that goes on beyond measure was cut, or sentences
	// beyond those that are paired stand alone.
	CutShort bool      `json:"cut_short,omitempty"`
	Meeting  Meeting   `json:"meeting"`
	Articles []Article `json:"articles"` // those of the coverage, in its order, with the passages that are cited
	Outlets  []Outlet  `json:"outlets"`
	People   []Person  `json:"people"`
	Series   *Link     `json:"series"`
	Summary  Summary   `json:"summary,omitempty"`
	// Compare says what was asked for, in answers of /v1/compare.
	Compare *Comparison `json:"compare,omitempty"`
}

// Comparison is how a meeting's document was narrowed.
type Comparison struct {
	Base          string   `json:"base,omitempty"`           // article that the others are compared with; "" for all pairs
	Granularity   string   `json:"granularity"`              // word, char
	Ignore        []string `json:"ignore"`                   // kinds of noise that are left out, see package compare
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

// Summary is what a document comes to, in a sentence or two, by BCP 47 tag: links and embeds say it where there is no room for more.
// Answers of /v1/compare have none: they may show less than it counts.
type Summary map[string]string

// Link names something that has a document of its own.
type Link struct {
	ID    string            `json:"id"`
	Title string            `json:"title"`
	Names map[string]string `json:"names,omitempty"` // the title in other languages, by BCP 47 tag
	Date  string            `json:"date,omitempty"`
}
