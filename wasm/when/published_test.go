package when

import (
	"strings"
	"testing"

	"readout/wasm/text"
)

func TestPublishedEast(t *testing.T) {
	for _, c := range []struct{ language, source, want string }{
		{"ja", "政治 2019年8月29日 21時15分\n| 両局長は29日、会談した。", "2019-08-29"},
		{"ja", "令和元年８月２９日\n| 両局長は29日、会談した。", "2019-08-29"},
		{"ko", "입력 2019년 8월 29일 오후 3:02\n| 두 국장은 29일 만났다.", "2019-08-29"},
		{"ko", "입력 2019.08.29 15:02\n| 두 국장은 29일 만났다.", "2019-08-29"},
		{"ja", "2019年の会談\n| 両局長は29日、会談した。", ""},
	} {
		d := page(c.source)
		d.Language = c.language
		if got, _ := Published(d); got.String() != c.want {
			t.Errorf("%s: %q, want %q", c.source, got, c.want)
		}
	}
}

// page is a document of which only the paragraphs that begin with "| " are article, "^ " caption, "# " headline; the rest is around it.
func page(source string) *text.Document {
	d := &text.Document{Language: "en"}
	for n, s := range strings.Split(source, "\n") {
		body, isBody := strings.CutPrefix(s, "| ")
		body, isCaption := strings.CutPrefix(body, "^ ")
		body, isHeadline := strings.CutPrefix(body, "# ")
		start := len(d.Source)
		d.Source = append(d.Source, []rune(body)...)
		if isBody {
			d.Passages = append(d.Passages, text.Passage{Span: text.Span{Start: start, End: len(d.Source)}, Sentence: n + 1, Kind: text.Body})
		}
		if isCaption {
			d.Passages = append(d.Passages, text.Passage{Span: text.Span{Start: start, End: len(d.Source)}, Sentence: n + 1, Kind: text.Caption})
		}
		if isHeadline {
			d.Passages = append(d.Passages, text.Passage{Span: text.Span{Start: start, End: len(d.Source)}, Sentence: n + 1, Kind: text.Headline})
		}
		d.Source = append(d.Source, '\n')
	}
	return d
}

func TestPublished(t *testing.T) {
	for _, c := range []struct{ name, source, want, why string }{
		{"stamp above", "Home > Politics\n2019.08.29 15:02\n| Officials met on Thursday.", "2019-08-29", "a date above the text"},
		{"stamp in words", "Published: Aug. 29, 2019\n| Officials met on Thursday.", "2019-08-29", "a date above the text"},
		{"day before month, by what is told", "07/05/2025 - 03:12\n| The talks ended on May 6. They are due to go on until May 14.", "2025-05-07", "a date above the text"},
		{"day before month, by the weekday of the news", "09/01/2025 07:31\n| The president spoke on Thursday.", "2025-01-09", "a date above the text"},
		{"month before day, by the weekday of the news", "01/09/2025 07:31\n| The president spoke on Thursday.", "2025-01-09", "a date above the text"},
		{"spaces behind full stops", "News | 16. 10. 2025 | Office of the Prime Minister\n| The ministers met on Thursday.", "2025-10-16", "a date above the text"},
		{"full stops part day and month", "04.09.2025 08:31\n| Saar called on Wednesday.", "2025-09-04", "a date above the text"},
		{"day with a full stop", "Bureau 16. February 2024 kl. 08:15\n| The ministers met on Thursday.", "2024-02-16", "a date above the text"},
		{"a dash behind the dateline", "| MILL VALLEY, Ore., March 12, 2025 – The board met.", "2025-03-12", "a dateline"},
		{"the year by a picture", "^ Ruth Oye speaks in Lund on Thursday, Oct. 23, 2014.\n| LUND, Feb 19 (Coast News) - The board met on Thursday.", "2015-02-19?", "a dateline"},
		{"month first where the clock is of America", "03/04/2023 | 09:45pm EST\n| The board met on March 5 in Lund.", "2023-03-04", "a date above the text"},
		{"the year by the weekday", "| BUSAN, Nov. 26 (Yonhap) -- The ministers met on Sunday, the first time since December 2019.", "2023-11-26?", "a dateline"},
		{"full dateline", "| BEIJING, Aug. 29, 2019 (Xinhua) -- Officials met.", "2019-08-29", "a dateline"},
		{"dateline and agency year", "| SEOUL, Aug. 29 (Yonhap) -- Officials met.\n(c) 2019 Yonhap", "2019-08-29", "a dateline"},
		{"dateline and a year told", "| SEOUL, Aug. 29 (Yonhap) -- Officials met, as in July 2019.", "2019-08-29?", "a dateline"},
		{"dateline in the next year", "| SEOUL, Jan. 9 (Yonhap) -- Officials met, as in December 2018.", "2019-01-09?", "a dateline"},
		{"dateline without a year", "| SEOUL, Aug. 29 (Yonhap) -- Officials met.", "", "a dateline"},
		{"comment", "| They will meet on Thursday.\n15 Comments\n@reader MAY. 14, 2014 - 11:52PM JST", "[2014-05-13..2014-05-14]", "a stamp below"},
		{"agency year", "| The talks follow a meeting in April.\n| He visited the shrine in December.\n© (c) 2014 AFP", "2014-05?", "the year of an agency"},
		{"agency year and days", "| He said on Feb. 18 that they will meet on Feb. 22.\nCopyright 2014 The Associated Press", "[2014-02-18..2014-02-22]", "a day told as past"},
		{"agency year and days far apart", "| He said on Feb. 18 that they will meet on May 22.\nCopyright 2014 The Associated Press", "2014-02?", "a day told as past"},
		{"footer year", "| The ties were normalised in 1965 after rule that ended in 1945.\n©2024 GPlusMedia Inc.", "", ""},
		{"footer year and a past month", "| The curbs began in July 2019.\n©2024 GPlusMedia Inc.", "", ""},
		{"a day first in the dateline", "| LUND, 13 February 2016 (LNT) – The bishops met.", "2016-02-13", "a dateline"},
		{"put there, below the lead", "| The ministers met in Lund.\nLNT | Updated: 08-01-2021 16:11 IST | Created: 08-01-2021 15:55 IST\n| The last round ended on January 4.", "2021-01-08", "a line that says when"},
		{"put there, below the text", "| The ministers met on Sunday.\nPublished in Lund News, October 19th, 2015", "2015-10-19", "a line that says when"},
		{"under a deck", "| But the union said it had not been told.\nElla Holm\nWednesday 11 January 2023 09:57\n| Doctors are to meet the minister.", "2023-01-11", "a line that says when"},
		{"a list of other days, far below", "| But the union said so.\n| Doctors met.\n| They left.\n| They came.\n| They sat.\nMore on 11 January 2023", "", ""},
		{"a reader posted", "| The ministers met on Sunday.\nTom Hall posted on October 19th, 2015", "", ""},
		{"the day on which the page was opened", "Tuesday, March 11, 2025\n# Ministers put off talks\nNews desk, 14 Jan, 2016 12:24 PM\n| They agreed on Thursday.", "2016-01-14", "a date above the text"},
		{"changed, below the headline", "4 May 2019\n# Ministers put off talks\nUpdated 6 May 2019\n| They agreed on Thursday.", "2019-05-04", "a date above the text"},
		{"a picture above", "Nurses and porters hold a vigil in front of the town hospital, July 19, 2023.\n| They met on Wednesday.", "", ""},
		{"a picture of the day", "^ Nurses hold a vigil in Lund, July 19, 2023.\n| They met on Wednesday.", "2023-07-19?", "the day of a picture"},
		{"a picture of another day", "^ Nurses hold a vigil in Lund, July 19, 2023.\n| They met on Friday.", "", ""},
		{"a picture from the files", "^ FILE - Nurses hold a vigil in Lund, July 19, 2023.\n| They met on Wednesday.", "", ""},
		{"date below without a time", "| They met on Thursday.\nRelated: Talks of May 14, 2014", "", ""},
		{"nothing", "| They met on Thursday.", "", ""},
		{"empty", "", "", ""},
	} {
		d := page(c.source)
		got, evidence := Published(d)
		if got.String() != c.want {
			t.Errorf("%s: %q, want %q (%v)", c.name, got, c.want, evidence)
			continue
		}
		found := c.why == ""
		for _, e := range evidence {
			found = found || strings.HasPrefix(e.Why, c.why)
			if e.Passage >= 0 && !d.Passages[e.Passage].Contains(e.Span) {
				t.Errorf("%s: evidence %+v lies outside its passage", c.name, e)
			}
		}
		if !found {
			t.Errorf("%s: evidence %v lacks %q", c.name, evidence, c.why)
		}
	}
}
