package schema

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"

	"readout/data/dataset"
)

// said is what the comments of dataset.go say of each type and field, by "Type" and "Type.Field": the schema tells developers the same.
// A function, not a value made once: that would bring the parser into every program that has the dataset's types.
func said() map[string]string {
	file, err := parser.ParseFile(token.NewFileSet(), "dataset.go", dataset.Source, parser.ParseComments)
	if err != nil {
		panic(err) // it compiles
	}
	out := make(map[string]string)
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range g.Specs {
			t, ok := s.(*ast.TypeSpec)
			if !ok {
				continue
			}
			out[t.Name.Name] = flat(g.Doc)
			fields, ok := t.Type.(*ast.StructType)
			if !ok {
				continue
			}
			for _, f := range fields.Fields.List {
				for _, name := range f.Names {
					out[t.Name.Name+"."+name.Name] = strings.TrimSpace(flat(f.Doc) + " " + flat(f.Comment))
				}
			}
		}
	}
	return out
}

// flat is a comment on one line.
func flat(c *ast.CommentGroup) string { return strings.Join(strings.Fields(c.Text()), " ") }

// common says what members are that many types have, by JSON name; a comment of the field goes before it. Offsets are code points of the
// article's file as received.
var common = map[string]string{
	"id": "stable name, used in addresses", "title": "name for people", "name": "name for people", "article": "id of an article", "articles": "the articles", "outlet": "id of an outlet",
	"outlets": "the outlets of the articles", "people": "the people who are named", "meeting": "id of a meeting, or the meeting itself in its document", "meetings": "the meetings",
	"passage": "id of a passage of the article", "passages": "passages of the article, in source order: ids, or the passages themselves in an article",
	"start": "offset of the first code point in the article's file, from 0", "end": "offset after the last code point in the article's file",
	"headline": "as in the article", "published": "EDTF date of publication", "published_evidence": "the words from which the date was inferred", "language": "BCP 47",
	"translated_from": "BCP 47 of the original", "author": "as in the seed file", "url": "address on the publisher's site", "note": "an editor's note, from the seed file",
	"words": "number of words of the article; in an order claim, the words themselves", "main_meeting": "id of the meeting that the article is chiefly about, or null",
	"sentence": "number of the sentence in the article, from 1", "text": "the words; left out if rights withhold them", "date": "EDTF date", "place": "as the articles name it",
	"country": "ISO 3166-1 alpha-2", "countries": "ISO 3166-1 alpha-2, of the sides", "series": "id of the series, the series itself in its document, or null", "type": "talks, visit, call",
	"level": "head, minister, envoy and so on, of those who meet", "status": "held, scheduled, proposed, denied, not-yet", "coverage": "what each article tells about the meeting as a whole",
	"points": "rows of the comparison; those that most articles tell come first", "terms": "concepts and the words that each article uses for them", "voices": "who speaks in each article",
	"discrepancies": "readings that cannot all be right, or that count differently", "participants": "ids of people who meet", "label": "words of one of the readings that name the point",
	"readings": "the cells of the row", "omissions": "articles that do not tell the point, and the evidence for it", "background": "is about what happened before the meeting",
	"edits": "what differs or is shared, in the order of base", "base": "id of the article that the other is compared with; in an edit, the range there, [start, end)",
	"other": "id of the article that is compared; in an edit, the range there, [start, end)", "mode": "edits, shared, none, languages", "moved": "comes in another order in the other reading",
	"noise": "without meaning: case, punctuation, another spelling of one name, another format of one number or date", "concept": "what the words are for",
	"disputed": "the sides use different names for it", "forms": "by article id: the words as written", "uses": "where articles write about it", "form": "as written", "count": "how often",
	"speaker": "the speaker, by the fullest name in the article", "about": "what it is about, in words", "point": "id of a point of the meeting", "sides": "its sides, each with its words and place",
	"value": "the words that clash", "rounds": "ids of meetings by date; the meetings themselves in the document; or how many", "order_claims": "what articles say about a meeting's place in a sequence", "absent": "articles that do not write about it",
	"names": "the title or concept in other languages, by BCP 47 tag", "native": "in the person's own script", "roles": "posts, as articles name them", "summary": "the document in a sentence or two, by BCP 47 tag", "siglum": "one to three letters that stand for the outlet", "schema": "version of these shapes",
	"engine": "version of the engine", "issues": "contested topics and what each article writes about them", "issue": "the issue", "reason": "not-mentioned, excerpt", "evidence": "what it is based on",
	"umbrella": "talk of a meeting some day, without a date", "kind": "headline, deck, subhead, caption, body", "rights": "full, passages, quotes, headline", "format": "full, excerpt, translation, agency",
}
