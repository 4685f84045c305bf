package api

import (
	"readout/data/dataset"

	"github.com/tidwall/gjson"
)

// parseMeeting reads a meeting's document, which the compiler wrote and validated. It is written out by hand because
// encoding/json would cost the module more than all of this package.
func parseMeeting(body string) *dataset.MeetingDocument {
	v := gjson.Parse(body)
	d := &dataset.MeetingDocument{
		Schema:   int(v.Get("schema").Int()),
		Meeting:  readMeeting(v.Get("meeting")),
		Articles: readAll(v.Get("articles"), readArticle),
		Outlets:  readAll(v.Get("outlets"), readOutlet),
		People:   readAll(v.Get("people"), readPerson),
	}
	if s := v.Get("series"); s.IsObject() {
		d.Series = &dataset.Link{ID: strOf(s, "id"), Title: strOf(s, "title"), Names: namesOf(s), Date: strOf(s, "date")}
	}
	return d
}

func readMeeting(v gjson.Result) (m dataset.Meeting) {
	v.ForEach(func(key, v gjson.Result) bool {
		switch key.Str {
		case "id":
			m.ID = v.String()
		case "title":
			m.Title = v.String()
		case "type":
			m.Type = v.String()
		case "level":
			m.Level = v.String()
		case "date":
			m.Date = v.String()
		case "place":
			m.Place = v.String()
		case "countries":
			m.Countries = stringsOf(v)
		case "participants":
			m.Participants = stringsOf(v)
		case "bodies":
			m.Bodies = stringsOf(v)
		case "participants_by_post":
			m.ByPost = v.Bool()
		case "series":
			m.Series = pointer(v)
		case "status":
			m.Status = v.String()
		case "umbrella":
			m.Umbrella = v.Bool()
		case "implied":
			m.Implied = v.Bool()
		case "coverage":
			m.Coverage = readAll(v, readCoverage)
		case "points":
			m.Points = readAll(v, readPoint)
		case "terms":
			m.Terms = readAll(v, readTerm)
		case "voices":
			m.Voices = readAll(v, readVoice)
		case "discrepancies":
			m.Discrepancies = readAll(v, readDiscrepancy)
		case "contrasts":
			m.Contrasts = readAll(v, readDiscrepancy)
		case "order_claims":
			m.OrderClaims = readAll(v, readClaim)
		}
		return true
	})
	return m
}

func readCoverage(v gjson.Result) dataset.Coverage {
	return dataset.Coverage{Article: strOf(v, "article"), Status: strOf(v, "status"), Date: strOf(v, "date"), Place: strOf(v, "place"), Participants: stringsOf(v.Get("participants")),
		Written: strOf(v, "written"), Passages: stringsOf(v.Get("passages")), Evidence: stringsOf(v.Get("evidence"))}
}

func readPoint(v gjson.Result) dataset.Point {
	return dataset.Point{
		ID:    strOf(v, "id"),
		Label: strOf(v, "label"),
		Readings: readAll(v.Get("readings"), func(v gjson.Result) dataset.Reading {
			return dataset.Reading{Article: strOf(v, "article"), Passages: stringsOf(v.Get("passages")), Expects: v.Get("expects").Bool()}
		}),
		Omissions: readAll(v.Get("omissions"), func(v gjson.Result) dataset.Omission {
			return dataset.Omission{Article: strOf(v, "article"), Evidence: strOf(v, "evidence")}
		}),
		Confidence: v.Get("confidence").Float(),
		Clash:      v.Get("clash").Bool(),
		Background: v.Get("background").Bool(),
		Diffs:      nil, // they are made anew
	}
}

func readTerm(v gjson.Result) dataset.Term {
	return dataset.Term{ID: strOf(v, "id"), Concept: strOf(v, "concept"), Names: namesOf(v), Disputed: v.Get("disputed").Bool(), Forms: formsOf(v.Get("forms")),
		Uses: readAll(v.Get("uses"), func(v gjson.Result) dataset.TermUse {
			return dataset.TermUse{Article: strOf(v, "article"), Form: strOf(v, "form"), Count: intOf(v, "count"), Passage: strOf(v, "passage"),
				Start: intOf(v, "start"), End: intOf(v, "end")}
		})}
}

func readVoice(v gjson.Result) dataset.Voice {
	return dataset.Voice{Article: strOf(v, "article"), Speaker: strOf(v, "speaker"), Person: strOf(v, "person"), Country: strOf(v, "country"),
		Direct: intOf(v, "direct"), Indirect: intOf(v, "indirect"), Passages: stringsOf(v.Get("passages"))}
}

func readDiscrepancy(v gjson.Result) dataset.Discrepancy {
	return dataset.Discrepancy{ID: strOf(v, "id"), Rule: strOf(v, "rule"), About: strOf(v, "about"), Point: strOf(v, "point"),
		Sides: readAll(v.Get("sides"), func(v gjson.Result) dataset.Side {
			return dataset.Side{Article: strOf(v, "article"), Passage: strOf(v, "passage"), Value: strOf(v, "value"), Start: intOf(v, "start"), End: intOf(v, "end")}
		})}
}

func readClaim(v gjson.Result) dataset.OrderClaim {
	return dataset.OrderClaim{Article: strOf(v, "article"), Meeting: strOf(v, "meeting"), Passage: strOf(v, "passage"), Start: intOf(v, "start"), End: intOf(v, "end"),
		Words: strOf(v, "words"), Ordinal: intOf(v, "ordinal"), Anchor: strOf(v, "anchor"), Since: strOf(v, "since")}
}

func readArticle(v gjson.Result) dataset.Article {
	return dataset.Article{ID: strOf(v, "id"), File: strOf(v, "file"), Outlet: strOf(v, "outlet"), Siglum: strOf(v, "siglum"),
		Headline: strOf(v, "headline"), Published: strOf(v, "published"), PublishedBasis: strOf(v, "published_basis"),
		PublishedFrom: stringsOf(v.Get("published_evidence")), Format: strOf(v, "format"), Language: strOf(v, "language"),
		TranslatedFrom: strOf(v, "translated_from"), Author: strOf(v, "author"), URL: strOf(v, "url"), Rights: strOf(v, "rights"),
		Note: strOf(v, "note"), Words: intOf(v, "words"), MainMeeting: pointer(v.Get("main_meeting")),
		Passages: readAll(v.Get("passages"), func(v gjson.Result) dataset.Passage {
			return dataset.Passage{ID: strOf(v, "id"), Sentence: intOf(v, "sentence"), Paragraph: intOf(v, "paragraph"),
				Start: intOf(v, "start"), End: intOf(v, "end"), Text: strOf(v, "text"), Kind: strOf(v, "kind")}
		})}
}

func readOutlet(v gjson.Result) dataset.Outlet {
	return dataset.Outlet{ID: strOf(v, "id"), Name: strOf(v, "name"), Siglum: strOf(v, "siglum"), Country: strOf(v, "country"),
		URL: strOf(v, "url"), Articles: stringsOf(v.Get("articles"))}
}

func readPerson(v gjson.Result) dataset.Person {
	return dataset.Person{ID: strOf(v, "id"), Name: strOf(v, "name"), Native: strOf(v, "native"), Country: strOf(v, "country"),
		Roles: stringsOf(v.Get("roles")), Forms: formsOf(v.Get("forms")), Meetings: stringsOf(v.Get("meetings"))}
}

func strOf(v gjson.Result, name string) string { return v.Get(name).String() }
func intOf(v gjson.Result, name string) int    { return int(v.Get(name).Int()) }

// stringsOf are the strings of an array; nil where there is none.
func stringsOf(v gjson.Result) []string {
	return readAll(v, func(v gjson.Result) string { return v.String() })
}

func pointer(v gjson.Result) *string {
	if v.Type != gjson.String {
		return nil
	}
	return &v.Str
}

func formsOf(v gjson.Result) map[string][]string {
	out := map[string][]string{}
	v.ForEach(func(key, v gjson.Result) bool {
		out[key.String()] = stringsOf(v)
		return true
	})
	return out
}

// namesOf is what something is called in other languages, nil where that is not known.
func namesOf(v gjson.Result) map[string]string {
	var out map[string]string
	v.Get("names").ForEach(func(key, v gjson.Result) bool {
		if out == nil {
			out = map[string]string{}
		}
		out[key.String()] = v.String()
		return true
	})
	return out
}

// readAll reads the elements of an array; nil where there is none.
func readAll[T any](v gjson.Result, read func(gjson.Result) T) []T {
	if !v.IsArray() {
		return nil
	}
	out := []T{}
	v.ForEach(func(_, v gjson.Result) bool {
		out = append(out, read(v))
		return true
	})
	return out
}
