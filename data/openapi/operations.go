package openapi

import (
	"net/url"
	"strings"

	"readout/data/dataset"
	"readout/data/dataset/formats"
	"readout/data/witness"
	"readout/wasm/compare"
)

// Media types.
const (
	mediaJSON    = "application/json"
	mediaCSV     = "text/csv"
	mediaNDJSON  = "application/x-ndjson"
	mediaTEI     = "application/tei+xml"
	mediaLD      = "application/ld+json"
	mediaXML     = "text/xml"
	mediaSchema  = "application/schema+json"
	mediaOpenAPI = "application/vnd.oai.openapi+json"
	mediaLinkset = "application/linkset+json"
)

// samples are ids of the dataset at hand for examples: of the meeting that most articles tell of, and of what belongs to it.
type samples struct {
	meeting, series, issue, article, person, outlet, other, country, status, date, word string
}

func samplesOf(ds *dataset.Dataset) (s samples) {
	best := -1
	for _, m := range ds.Meetings {
		// by what the list of meetings holds too: an archive has no more of them at hand here
		n := 1000*len(m.Coverage) + len(m.Participants)
		if m.Series != nil {
			n += 100
		}
		if n > best {
			best = n
			s.meeting, s.status, s.date, s.word = m.ID, m.Status, m.Date, "talks"
			s.series, s.person, s.country = "", "", ""
			if m.Series != nil {
				s.series = *m.Series
			}
			if len(m.Participants) > 0 {
				s.person = m.Participants[0]
			}
			if len(m.Countries) > 0 {
				s.country = m.Countries[0]
			}
			s.article, s.outlet, s.other = "", "", ""
			for _, c := range m.Coverage {
				for _, a := range ds.Articles {
					switch {
					case a.ID != c.Article:
					case s.article == "":
						s.article, s.outlet = a.ID, a.Outlet
					case s.other == "" && a.Outlet != s.outlet:
						s.other = a.Outlet
					}
				}
			}
		}
	}
	if s.series == "" && len(ds.Series) > 0 {
		s.series = ds.Series[0].ID
	}
	if len(ds.Issues) > 0 {
		s.issue = ds.Issues[0].ID
	}
	if s.person == "" && len(ds.People) > 0 {
		s.person = ds.People[0].ID
	}
	for _, p := range ds.People {
		if p.ID == s.person {
			if words := strings.Fields(p.Name); len(words) > 0 {
				s.word = words[len(words)-1]
			}
		}
	}
	if len(s.date) > 4 {
		s.date = s.date[:4]
	}
	return s
}

// WitnessExample is a body for POST /v1/compare: two invented accounts of one meeting.
const WitnessExample = `{"witnesses":[
{"id":"a","outlet":"Oslo Times","published":"2019-05-07","text":"Ministers to talk about cod\n\nOSLO - Norwegian Foreign Minister Anna Berg will meet Finnish Foreign Minister Eero Salo in Helsinki on Thursday, her ministry announced Tuesday.\n\nBerg will urge Finland to cut the cod quota by 20 percent.\n"},
{"id":"b","outlet":"Helsinki Post","published":"2019-05-10","text":"Berg and Salo hold talks\n\nHELSINKI - Finnish Foreign Minister Eero Salo met Norwegian Foreign Minister Anna Berg in Helsinki on Thursday.\n\nThe two sides agreed to cut the cod quota by 30 percent.\n"}]}`

// Operations are all operations, with examples that fit the dataset.
func Operations(ds *dataset.Dataset) []Operation {
	s := samplesOf(ds)
	ops := documents(s)
	ops = append(ops, collections(s)...)
	ops = append(ops, computed(s)...)
	for i := range ops {
		if ops[i].Example == "" {
			ops[i].Example = ops[i].example()
		}
	}
	return ops
}

// example is the path with the examples of all its parameters that are needed.
func (op *Operation) example() string {
	path := op.Path
	q := url.Values{}
	for _, p := range op.Params {
		switch {
		case p.In == "path":
			path = strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(p.Example))
		case p.Required:
			q.Set(p.Name, p.Example)
		}
	}
	if len(q) > 0 {
		path += "?" + q.Encode()
	}
	return path
}

// documents are the files: lists and single things in each format that they have.
func documents(s samples) []Operation {
	get := func(path, id, summary string, answers ...Answer) Operation {
		return Operation{Method: "get", Path: path, ID: id, Tag: "Documents", Summary: summary, Answers: answers}
	}
	ops := []Operation{
		get("/v1/dataset.json", "dataset", "The whole dataset", Answer{mediaJSON, "Dataset"}),
		get("/v1/dataset.ndjson", "datasetLines", "The whole dataset, one item per line", Answer{mediaNDJSON, ""}),
		get("/v1/schema.json", "schema", "The JSON Schema of dataset.json", Answer{mediaSchema, ""}),
	}
	type thing struct{ list, one, schema, sample, formats, table string }
	for _, x := range []thing{
		{"meetings", "meeting", "MeetingDocument", s.meeting, "csv ndjson tei.xml jsonld", "meeting"},
		{"series", "series", "SeriesDocument", s.series, "csv ndjson jsonld", "one of series"},
		{"issues", "issue", "IssueDocument", s.issue, "csv ndjson", "issue"},
		{"articles", "article", "Article", s.article, "csv ndjson jsonld", "article"},
		{"people", "person", "Person", s.person, "", ""},
		{"outlets", "outlet", "Outlet", s.outlet, "", ""},
		{"terms", "term", "", "", "", ""},
	} {
		all := "all" + listName(x.list)
		ops = append(ops,
			get("/v1/"+x.list+".json", all, "All "+x.list, Answer{mediaJSON, listName(x.list) + "List"}),
			table(get("/v1/"+x.list+".csv", all+"CSV", "All "+x.list+" as a table", Answer{mediaCSV, ""}), lines[x.list], tables[x.list]()),
			get("/v1/"+x.list+".ndjson", all+"Lines", "All "+x.list+", one per line", Answer{mediaNDJSON, ""}))
		if x.list == "meetings" {
			ops = append(ops, get("/v1/meetings.jsonld", all+"LD", "All meetings as schema.org Events", Answer{mediaLD, ""}))
		}
		if x.schema == "" || x.sample == "" {
			continue
		}
		one := func(ending, id, summary string, a Answer) {
			op := get("/v1/"+x.list+"/{id}."+ending, id, summary, a)
			op.Params = []Parameter{{Name: "id", In: "path", Text: "an id of /v1/" + x.list, Schema: filled(), Example: x.sample}}
			ops = append(ops, op)
		}
		one("json", x.one, oneSummary[x.list], Answer{mediaJSON, x.schema})
		if x.formats == "" {
			ops[len(ops)-1].More = "It has no parts that could be the lines of a table: `/v1/" + x.list + ".csv` and `.ndjson` have it among all."
		}
		for _, f := range strings.Fields(x.formats) {
			switch f {
			case "csv":
				one(f, x.one+"CSV", oneSummary[x.list]+", as a table", Answer{mediaCSV, ""})
				ops[len(ops)-1] = table(ops[len(ops)-1], lines[x.table], tables[x.table]())
			case "ndjson":
				one(f, x.one+"Lines", oneSummary[x.list]+", one part per line", Answer{mediaNDJSON, ""})
			case "tei.xml":
				one(f, x.one+"TEI", "The comparison as TEI P5, parallel segmentation", Answer{mediaTEI, ""})
			case "jsonld":
				one(f, x.one+"LD", oneSummary[x.list]+", in the words of schema.org", Answer{mediaLD, ""})
			}
		}
	}
	return ops
}

// tables are the empty tables of lists and things: they have the names of the columns.
var tables = map[string]func() []byte{
	"meetings": empty(formats.MeetingsCSV), "series": empty(formats.AllSeriesCSV), "issues": empty(formats.IssuesCSV), "articles": empty(formats.ArticlesCSV),
	"people": empty(formats.PeopleCSV), "outlets": empty(formats.OutletsCSV), "terms": empty(formats.TermsCSV),
	"meeting": empty(formats.MeetingCSV), "one of series": empty(formats.SeriesCSV), "issue": empty(formats.IssueCSV), "article": empty(formats.ArticleCSV),
}

// empty makes the table of nothing.
func empty[T any](table func(*T) []byte) func() []byte {
	return func() []byte { return table(new(T)) }
}

// lines say what a line of a table is where it is not what the table is called after.
var lines = map[string]string{
	"people": "A line for each form of a name in an article.", "terms": "A line for each form of a term in an article.", "meeting": "A line for each passage of a reading, and one for each omission.",
	"one of series": "A line for each article on each round.", "issue": "A line for each use.", "article": "A line for each passage.",
}

// table says what is in a table.
func table(op Operation, lines string, csv []byte) Operation {
	columns := strings.ReplaceAll(strings.TrimSpace(string(csv)), ",", ", ")
	op.More = strings.TrimSpace(lines + " Columns: " + columns + ". Several values in a cell are separated by `; `.")
	return op
}

var oneSummary = map[string]string{
	"meetings": "A meeting: its points, who tells which, what differs", "series": "A series: its rounds and how articles count them", "issues": "An issue: who writes what of it",
	"articles": "An article: its passages, as far as its rights allow", "people": "A person and every form of the name", "outlets": "An outlet and its articles",
}

// collections are the lists that are filtered.
func collections(s samples) []Operation {
	of := func(name, list, example string) Parameter {
		return Parameter{Name: name, In: "query", Text: "an id of /v1/" + list, Schema: filled(), Example: example}
	}
	date := Parameter{Name: "date", In: "query", Text: "EDTF date or interval (2014-03, 2014-03-01/2014-05) that the item's date must overlap", Schema: filled(), Example: s.date}
	country := Parameter{Name: "country", In: "query", Text: "ISO 3166-1 alpha-2 code of a party", Schema: str("pattern", "^[A-Z]{2}$"), Example: s.country}
	oneOf := func(name, text, example string, values ...string) Parameter {
		return Parameter{Name: name, In: "query", Text: text, Schema: str("enum", values), Example: example}
	}
	var ops []Operation
	add := func(name, summary string, sorts []string, filters ...Parameter) {
		var orders []string
		for _, x := range sorts {
			orders = append(orders, x, "-"+x)
		}
		ops = append(ops, Operation{Method: "get", Path: "/v1/" + name, ID: "list" + listName(name), Tag: "Lists", Summary: summary, Answers: []Answer{{mediaJSON, listName(name) + "Page"}}, Fails: []int{422},
			More: "Where there are more items than `limit`, `next` and `Link: rel=\"next\"` (RFC 8288) lead to the next page.",
			Params: append(filters, oneOf("sort", "order; a leading - reverses it", orders[0], orders...),
				Parameter{Name: "limit", In: "query", Text: "items per page", Schema: object{"type": "integer", "minimum": 1, "maximum": 200, "default": 50}, Example: "5"},
				Parameter{Name: "cursor", In: "query", Text: "where the page begins: take it from next of the page before", Schema: filled()})})
	}
	add("meetings", "Meetings", []string{"date", "id", "title"}, of("outlet", "outlets", s.outlet), of("article", "articles", s.article), of("person", "people", s.person), country,
		of("series", "series", s.series), of("issue", "issues", ""), oneOf("status", "the firmest status that any article gives the meeting", s.status, "held", "scheduled", "proposed", "denied", "not-yet"),
		Parameter{Name: "type", In: "query", Text: "talks, visit or call, as far as the dataset has them", Schema: filled(), Example: ""}, date)
	add("series", "Series of meetings", []string{"id", "title"}, country, of("meeting", "meetings", ""))
	add("issues", "Issues", []string{"id", "title"}, of("outlet", "outlets", s.outlet), of("article", "articles", s.article), of("meeting", "meetings", ""))
	add("articles", "Articles, without their passages", []string{"date", "id", "headline"}, of("outlet", "outlets", s.outlet), of("meeting", "meetings", s.meeting), of("person", "people", s.person), of("issue", "issues", ""),
		Parameter{Name: "language", In: "query", Text: "BCP 47, as far as the dataset has it", Schema: filled(), Example: ""},
		oneOf("format", "what the text is", "", "full", "excerpt", "translation", "agency"), date)
	add("people", "People, with every form of their names", []string{"id", "name"}, Parameter{Name: "country", In: "query", Text: "ISO 3166-1 alpha-2 code", Schema: str("pattern", "^[A-Z]{2}$"), Example: ""}, of("meeting", "meetings", s.meeting), of("article", "articles", s.article))
	add("outlets", "Outlets", []string{"id", "name"}, Parameter{Name: "country", In: "query", Text: "ISO 3166-1 alpha-2 code", Schema: str("pattern", "^[A-Z]{2}$"), Example: ""}, of("article", "articles", s.article))
	add("terms", "Terms: what each article calls a thing", []string{"id", "concept"}, of("outlet", "outlets", s.outlet), of("article", "articles", s.article))
	ops[0].Example = "/v1/meetings?person=" + url.QueryEscape(s.person) + "&sort=-date"
	return ops
}

// computed are the answers that are no list.
func computed(s samples) []Operation {
	query := func(name, text, example string, schema object) Parameter {
		return Parameter{Name: name, In: "query", Text: text, Schema: schema, Example: example}
	}
	needed := func(p Parameter) Parameter { p.Required = true; return p }
	view := []Parameter{
		query("base", "outlet or article to compare the others with; by default every pair is compared", s.outlet, filled()),
		query("granularity", "whether replaced words are compared as words or character by character", "char", str("enum", []string{"word", "char"}, "default", "word")),
		query("ignore", "kinds of differences to leave out, separated by commas: "+strings.Join(compare.Kinds, ", "), "case,punctuation", filled()),
		query("min_confidence", "points that the engine is less sure of are left out; compare.left_out counts them", "0.5", object{"type": "number", "minimum": 0, "maximum": 1}),
	}
	posted := append([]Parameter{}, view...)
	posted[0].Example = "a"
	outlets := s.outlet
	if s.other != "" {
		outlets += "," + s.other
	}
	pair := "/v1/compare?meeting=" + url.QueryEscape(s.meeting) + "&outlets=" + url.QueryEscape(outlets)
	return []Operation{
		{Method: "get", Path: "/v1/compare", ID: "compare", Tag: "Compare", Summary: "A meeting's comparison, narrowed to some outlets", Answers: []Answer{{mediaJSON, "MeetingDocument"}}, Example: pair,
			More: "The shape is that of a meeting's document. Points, terms, voices and discrepancies are those of the chosen outlets; edits are computed for this request.",
			Params: append([]Parameter{needed(query("meeting", "an id of /v1/meetings", s.meeting, filled())),
				query("outlets", "outlets or articles of the meeting, separated by commas; all by default", outlets, filled())}, view...)},
		{Method: "post", Path: "/v1/compare", ID: "compareTexts", Tag: "Compare", Summary: "Compare two to eight texts of your own", Answers: []Answer{{mediaJSON, "MeetingDocument"}},
			Body: "Witnesses", Posted: WitnessExample, Fails: []int{413, 415, 422}, Params: posted, Example: "/v1/compare",
			More: "Nothing is kept. `basis` is `meeting` where more than half of the texts tell of one meeting, which then names the document; else `side-by-side`, and the document has no date, " +
				"place, type or status. A body may have 1 MiB, else 413; all texts together " + itoa(witness.MostPosted) + " characters (Unicode code points), a headline or an outlet " + itoa(witness.MostName) +
				", else 422 with the place of the fault as `pointer`. The body is strict JSON: no name twice, no unknown member, 16 levels."},
		{Method: "get", Path: "/v1/search", ID: "search", Tag: "Search", Summary: "Passages by words, people and terms", Answers: []Answer{{mediaJSON, "SearchAnswer"}}, Fails: []int{422},
			More: "All words must stand in a passage. Any form of a name or term finds all of its forms; quotation marks keep words together and as they are.",
			Params: []Parameter{needed(query("q", "words", s.word, filled("maxLength", 200))), query("outlet", "an id of /v1/outlets", "", filled()), query("article", "an id of /v1/articles", "", filled()),
				query("limit", "results per page", "5", object{"type": "integer", "minimum": 1, "maximum": 200, "default": 50}), query("cursor", "where the page begins: take it from next of the page before", "", filled())}},
		{Method: "get", Path: "/v1/query", ID: "query", Tag: "Search", Summary: "A value by its path in a document", Answers: []Answer{{mediaJSON, ""}}, Fails: []int{422},
			More: "The path is one of [GJSON](https://github.com/tidwall/gjson/blob/master/SYNTAX.md), without modifiers. Its cost is counted before it runs and bounded.",
			Params: []Parameter{needed(query("path", "GJSON path", "meetings.#.id", filled("maxLength", 256))),
				query("document", "path of a JSON document, or its short form meetings/ID; the dataset by default", "/v1/dataset.json", filled())}},
		{Method: "get", Path: "/oembed", ID: "oembed", Tag: "Embedding", Summary: "What to paste for a page (oEmbed 1.0)", Answers: []Answer{{mediaJSON, "OEmbed"}, {mediaXML, ""}}, Fails: []int{501},
			Params: []Parameter{needed(query("url", "address of the page of a meeting, a series or an issue, on this host", "https://"+exampleHost+"/meetings/"+s.meeting, str("format", "uri"))),
				query("format", "json or xml", "json", str("enum", []string{"json", "xml"})), query("maxwidth", "CSS pixels", "600", object{"type": "integer", "minimum": 1}),
				query("maxheight", "CSS pixels", "400", object{"type": "integer", "minimum": 1}),
				query("dnt", "do not track, as WordPress sends it: readers are never followed", "1", str("enum", []string{"0", "1"}))}},
		{Method: "get", Path: "/v1/version", ID: "version", Tag: "About", Summary: "What exactly is served", Answers: []Answer{{mediaJSON, "Version"}}},
		{Method: "get", Path: "/v1/health", ID: "health", Tag: "About", Summary: "Whether it runs", Answers: []Answer{{mediaJSON, "Health"}}},
		{Method: "get", Path: "/v1/problems", ID: "problems", Tag: "About", Summary: "The kinds of errors", Answers: []Answer{{mediaJSON, "Problems"}}},
		{Method: "get", Path: "/v1/openapi.json", ID: "openapi", Tag: "About", Summary: "This description", Answers: []Answer{{mediaOpenAPI, ""}}},
		{Method: "get", Path: "/.well-known/api-catalog", ID: "catalog", Tag: "About", Summary: "Where the API is described (RFC 9727)", Answers: []Answer{{mediaLinkset, "Linkset"}}},
	}
}

// exampleHost stands for the host that the API is served from.
const exampleHost = "readout.example"
