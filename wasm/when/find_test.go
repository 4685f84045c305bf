package when

import (
	"testing"

	"readout/wasm/text"
)

// article is a document of which each line is a passage. A line that begins with "# " is a headline.
func article(lines ...string) *text.Document {
	d := &text.Document{Language: "en"}
	for n, s := range lines {
		kind := text.Body
		if len(s) > 2 && s[:2] == "# " {
			kind, s = text.Headline, s[2:]
		}
		start := len(d.Source)
		d.Source = append(d.Source, []rune(s)...)
		d.Passages = append(d.Passages, text.Passage{
			Span: text.Span{Start: start, End: len(d.Source)}, Sentence: n + 1, Paragraph: n + 1, Kind: kind,
		})
		d.Source = append(d.Source, '\n')
	}
	return d
}

func mustParse(t *testing.T, s string) Date {
	t.Helper()
	if s == "" {
		return Date{}
	}
	d, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestFind(t *testing.T) {
	type want struct{ text, value, date string }
	for _, c := range []struct {
		published, source string
		want              []want
	}{
		// Thursday, 19 September 2019.
		{"2019-09-19", "Seoul and Tokyo will hold their first meeting Friday since a shake-up earlier this month.",
			[]want{{"Friday", "2019-09-20", "2019-09-20"}, {"earlier this month", "2019-09", "2019-09"}}},
		{"2019-09-19", "He will hold his first talks in Tokyo on Friday, the ministry announced Thursday.",
			[]want{{"Friday", "2019-09-20", "2019-09-20"}, {"Thursday", "2019-09-19", "2019-09-19"}}},
		{"2019-09-19", "The previous meeting was held last month on Aug. 29 between Kim and Kanasugi.",
			[]want{{"last month", "2019-08", "2019-08"}, {"Aug. 29", "2019-08-29", "2019-08-29"}}},
		{"2019-09-19", "Pompeo in his first phone call with Motegi on Monday emphasized the need.", []want{{"Monday", "2019-09-16", "2019-09-16"}}},
		{"2019-09-19", "“The two sides will discuss areas of mutual concern tomorrow morning.”", []want{{"tomorrow morning", "2019-09-20TMO", "2019-09-20"}}},
		{"2019-09-19", "A meeting at the UN in New York next week.", []want{{"next week", "2019-W39", "2019-09-23/2019-09-29"}}},
		{"2019-09-19", "Stilwell, who visited Seoul and Tokyo in July, said so.", []want{{"July", "2019-07", "2019-07"}}},
		{"2019-09-19", "Lee is set to hold talks with Biegun on Friday in Washington.", []want{{"Friday", "2019-09-20", "2019-09-20"}}},
		{"2019-09-19", "He took on his new post on Sept. 9.", []want{{"Sept. 9", "2019-09-09", "2019-09-09"}}},
		{"2019-09-19", "The talks, which were to be held on Friday, have been put off.", []want{{"Friday", "2019-09-20", "2019-09-20"}}},
		{"2019-09-20", "The talks, which were due to be held on Thursday, did not begin.", []want{{"Thursday", "2019-09-19", "2019-09-19"}}},
		{"2019-09-19", "He flew to Athens, where he meets Petrou on Friday.", []want{{"Friday", "2019-09-20", "2019-09-20"}}},
		{"2019-12-01", "The next round has been set for June 1.", []want{{"June 1", "2020-06-01", "2020-06-01"}}},
		// Wednesday, 19 February 2014.
		{"2014-02-19", "On the 18th, Kishida said at a news conference that he hopes to hold talks.", []want{{"the 18th", "2014-02-18", "2014-02-18"}}},
		{"2014-02-19", "Shimane is scheduled to commemorate on the 22nd, “Bamboo Island Day”.", []want{{"the 22nd", "2014-02-22", "2014-02-22"}}},
		{"2014-02-19", "Last weekend, officials reported that talks were proposed.", []want{{"Last weekend", "2014-W07-WE", "2014-02-15/2014-02-16"}}},
		{"2014-02-19", "Abe visited the shrine at the end of last year.", []want{{"the end of last year", "2013", "2013"}}},
		{"2014-02-19", "Talks during the third nuclear security summit, in March this year.", []want{{"March this year", "2014-03", "2014-03"}}},
		{"2014-02-19", "He met with Kishida on the 7th.", []want{{"the 7th", "2014-02-07", "2014-02-07"}}},
		{"2014-02-19", "He arrived on the 22nd.", []want{{"the 22nd", "2014-01-22", "2014-01-22"}}},
		// Tuesday, 13 May 2014.
		{"2014-05-13", "# Senior diplomats to meet Thursday", []want{{"Thursday", "2014-05-15", "2014-05-15"}}},
		{"2014-05-13", "It is angered by Abe's December visit to the shrine.", []want{{"December", "2013-12", "2013-12"}}},
		{"2014-05-13", "Japan's 1910-45 colonial rule and the 1965 treaty.", []want{{"1910-45", "1910/1945", "1910/1945"}, {"1965", "1965", "1965"}}},
		// Monday, 25 April 2022.
		{"2022-04-25", "The delegation is on a five-day trip to Japan until Thursday ahead of the inauguration on May 10.",
			[]want{{"five-day", "P5D", ""}, {"Thursday", "2022-04-28", "2022-04-28"}, {"May 10", "2022-05-10", "2022-05-10"}}},
		{"2022-04-25", "Officials agreed on Monday to make efforts.", []want{{"Monday", "2022-04-25", "2022-04-25"}}},
		{"2022-04-25", "An incident in December 2018.", []want{{"December 2018", "2018-12", "2018-12"}}},
		// Thursday, 29 October 2020.
		{"2020-10-29", "They met for about two hours on the 29th.", []want{{"about two hours", "PT2H", ""}, {"the 29th", "2020-10-29", "2020-10-29"}}},
		{"2020-10-29", "The summit must be held within this year.", []want{{"within this year", "2020", "2020"}}},
		{"2020-10-29", "It begins at 10:40 a.m. on 2020-10-30.", []want{{"10:40 a.m.", "2020-10-29T10:40", ""}, {"2020-10-30", "2020-10-30", "2020-10-30"}}},
		// Thursday, 28 June 2018: what other fields write.
		{"2018-06-28", "Ministers will gather in New Delhi on July 1-2.", []want{{"July 1-2", "2018-07-01", "2018-07-01/2018-07-02"}}},
		{"2018-06-28", "The talks are scheduled for Sept 24 and 25 in Geneva.", []want{{"Sept 24 and 25", "2018-09-24", "2018-09-24/2018-09-25"}}},
		{"2018-06-28", "The round took place on the 21st and 22nd of this month.", []want{{"the 21st and 22nd of this month", "2018-06-21", "2018-06-21/2018-06-22"}}},
		{"2018-06-28", "Prime Minister Theresa May met Macron on Friday.", []want{{"Friday", "2018-06-22", "2018-06-22"}}},
		{"2018-06-28", "# Trump, Kim May Meet in September", []want{{"September", "2018-09", "2018-09"}}},
		{"2018-06-28", "The summit, planned for June 12, was called off last Thursday.",
			[]want{{"June 12", "2018-06-12", "2018-06-12"}, {"last Thursday", "2018-06-21", "2018-06-21"}}},
		{"2018-06-28", "Negotiators said they would meet at 10 a.m. on Monday.", []want{{"10 a.m. on Monday", "2018-07-02T10:00", "2018-07-02"}}},
		{"2018-06-28", "The two last met in November in Da Nang, two months ago and last March.",
			[]want{{"November", "2017-11", "2017-11"}, {"two months ago", "2018-04", "2018-04"}, {"last March", "2018-03", "2018-03"}}},
		{"2018-06-28", "The meeting on the 15th was cancelled, while that on the 20th will go ahead.",
			[]want{{"the 15th", "2018-06-15", "2018-06-15"}, {"the 20th", "2018-07-20", "2018-07-20"}}},
		{"2018-06-28", "It was on Aug 29, 2017 at 15:00 local time.", []want{{"Aug 29, 2017 at 15:00 local time", "2017-08-29T15:00", "2017-08-29"}}},
		{"2018-06-28", "They meet every Monday or every two years, and did so in the 1990s and in the summer of 1997.",
			[]want{{"every Monday", "XXXX-WXX-1", ""}, {"every two years", "P2Y", ""}, {"the 1990s", "199", "199X"}, {"the summer of 1997", "1997-SU", "1997-06/1997-08"}}},
		{"2018-06-28", "On 9/11 and 24/7, a 62-year-old of 62 years old, 10-12 people, came after two days of talks.", []want{{"two days", "P2D", ""}}},
		// Thursday, 19 September 2019: what nothing else here would notice.
		{"2019-09-19", "They met on Tuesday the 20th.", []want{{"Tuesday the 20th", "2019-08-20", "2019-08-20"}}},
		{"2019-09-19", "They met half a year ago, and two and a half years ago.", []want{{"half a year ago", "2019-03", "2019-03"}, {"two and a half years ago", "2017-03", "2017-03"}}},
		{"2019-09-19", "He was in town till Friday.", []want{{"Friday", "2019-09-20", "2019-09-20"}}},
		{"2019-09-19", "It lay there from 08/09/45 on, half a day, with three quarters of the papers.", []want{{"08/09/45", "1945-08-09", "1945-08-09"}, {"half a day", "P0.5D", ""}}},
		// No publication date.
		{"", "They met on Thursday, Aug. 29.", []want{{"Thursday, Aug. 29", "XXXX-08-29", ""}}},
		{"", "They met on Thursday, and on 3 May 1998.", []want{{"Thursday", "XXXX-WXX-4", ""}, {"3 May 1998", "1998-05-03", "1998-05-03"}}},
		// A publication date that is not one day.
		{"[2014-02-18..2014-02-21]", "He met him on the 18th and yesterday.",
			[]want{{"the 18th", "2014-02-18", "2014-02-18"}, {"yesterday", "XXXX-XX-XX", "[2014-02-17..2014-02-20]"}}},
		// No dates.
		{"2014-05-13", "These are the second of their kind, the 18th round, the 3rd nuclear summit, the 38th parallel and the second round.", nil},
		{"2014-05-13", "They may march on the 7th fleet with 2000 troops, 4.5 percent and $1990.", nil},
	} {
		d := article(c.source)
		got := Find(d, mustParse(t, c.published))
		if len(got) != len(c.want) {
			t.Errorf("%s: %q: found %+v, want %+v", c.published, c.source, got, c.want)
			continue
		}
		for i, w := range c.want {
			if g := got[i]; g.Text != w.text || g.Value != w.value || g.Date.String() != w.date {
				t.Errorf("%s: %q: found %q %s (%s), want %q %s (%s)", c.published, c.source, g.Text, g.Value, g.Date, w.text, w.value, w.date)
			}
		}
	}
}

func TestFindRelative(t *testing.T) {
	for _, c := range []struct {
		source, text string
		want         Relative
	}{
		{"The day before, the ambassador held a working meeting.", "The day before", Relative{Days: -1}},
		{"Later in the day, the delegation met the minister.", "Later in the day", Relative{}},
		{"The meeting was held on the same day.", "the same day", Relative{}},
		{"Two days later, they met again.", "Two days later", Relative{Days: 2}},
		{"The previous day they had met.", "The previous day", Relative{Days: -1}},
		{"They had met the previous day.", "the previous day", Relative{Days: -1}},
		{"He spoke to reporters the next day.", "the next day", Relative{Days: 1}},
		{"Half a year later they met again.", "Half a year later", Relative{Months: 6}},
		{"It was signed a month earlier.", "a month earlier", Relative{Months: -1}},
		{"After eight months, officials held talks.", "After eight months", Relative{Months: -8, Implied: true}},
		{"After 8 Months, Director-General Level Talks", "After 8 Months", Relative{Months: -8, Implied: true}},
	} {
		got := Find(article(c.source), OnDay(MakeDay(2014, 2, 19)))
		if len(got) != 1 || got[0].Text != c.text || got[0].Relative == nil || *got[0].Relative != c.want || !got[0].Date.IsZero() {
			t.Errorf("%q: %+v", c.source, got)
			for _, g := range got {
				t.Logf("%q %+v %v", g.Text, g.Relative, g.Date)
			}
		}
	}
}
