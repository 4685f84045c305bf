package web

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"readout/data/dataset"
)

// read decodes a sample document of examples.
func read(t *testing.T, name string) dataset.MeetingDocument {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("examples", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var doc dataset.MeetingDocument
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// english is a page's renderer for the language without a prefix.
func english[D any](render func(D, string) ([]byte, error)) func(D) ([]byte, error) {
	return func(doc D) ([]byte, error) { return render(doc, "en") }
}

// text is what a reader without styles sees of HTML: tags away, white space in one piece.
func text(page []byte) string {
	s := regexp.MustCompile(`(?s)<(style|script).*?</(style|script)>`).ReplaceAllString(string(page), "")
	s = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(s, "")
	s = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'", "&amp;", "&").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

var inline = regexp.MustCompile(`(?i)\sstyle=|<style|\son[a-z]+=|javascript:|<script(?:[^>]*[^>c])?>[^<]`)

// data is what stands in a script element and is none.
var data = regexp.MustCompile(`(?s)<script type="application/ld\+json">.*?</script>`)

func TestPagesCarryNoInlineStyleOrScript(t *testing.T) {
	for _, name := range []string{"eight", "korean", "japanese"} {
		doc := read(t, name)
		for _, render := range []func(dataset.MeetingDocument) ([]byte, error){english(meetingPage), english(EmbedMeeting)} {
			page, err := render(doc)
			if err != nil {
				t.Fatal(err)
			}
			if found := inline.Find(data.ReplaceAll(page, nil)); found != nil {
				t.Errorf("%s: a strict content security policy refuses %q", name, found)
			}
		}
	}
	if !data.MatchString(`<script type="application/ld+json">{}</script>`) || data.MatchString(`<script type="module">{}</script>`) {
		t.Error("the pattern of data does not see what it is for")
	}
	if !inline.MatchString(`<p style="x">`) || !inline.MatchString(`<script>alert(1)</script>`) || inline.MatchString(`<script type="module" src="/widget.js"></script>`) {
		t.Error("the pattern does not see what it is for")
	}
}

func TestEveryCitedPassageIsQuotedVerbatim(t *testing.T) {
	for _, name := range []string{"eight", "korean", "japanese"} {
		doc := read(t, name)
		page, err := meetingPage(doc, "en")
		if err != nil {
			t.Fatal(err)
		}
		got := text(page)
		told := map[string]bool{}
		for _, p := range doc.Meeting.Points {
			for _, rd := range p.Readings {
				for _, id := range rd.Passages {
					told[rd.Article+"/"+id] = true
				}
			}
		}
		n := 0
		for _, a := range doc.Articles {
			for _, p := range a.Passages {
				if !told[a.ID+"/"+p.ID] {
					continue
				}
				n++
				if want := strings.Join(strings.Fields(p.Text), " "); !strings.Contains(got, want) {
					t.Errorf("%s: %s of %s is not on the page: %q", name, p.ID, a.ID, want)
				}
			}
		}
		if n == 0 {
			t.Errorf("%s: no passage is cited", name)
		}
	}
}

func TestTextsOfArticlesCannotBecomeMarkup(t *testing.T) {
	doc := read(t, "korean")
	evil := `<script>alert("x")</script><img src=x onerror=alert(1)>`
	a := &doc.Articles[0]
	a.Headline, a.URL = evil, "javascript:alert(1)"
	a.Passages[0].Text = evil
	a.Passages[0].End = a.Passages[0].Start + len([]rune(evil))
	doc.Meeting.Points[0].Label, doc.Meeting.Title, doc.Meeting.Place = evil, evil, evil
	doc.Outlets[0].Name = evil
	page, err := meetingPage(doc, "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script>alert", "<img", "javascript:"} {
		if strings.Contains(string(page), bad) {
			t.Errorf("the page contains %q", bad)
		}
	}
	if !strings.Contains(text(page), `alert("x")`) {
		t.Error("the text itself is not shown")
	}
}

// TestBodiesStandInTheHead: a union or a company that meets is named, once: where the title names it, not beside it too.
func TestBodiesStandInTheHead(t *testing.T) {
	doc := read(t, "korean")
	doc.Meeting.Bodies = []string{"Pilots & Cabin Union", "Air Westhaven"}
	doc.Meeting.Title = "Talks with Air Westhaven"
	page, err := meetingPage(doc, "en")
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(text(page), "points")
	if !strings.Contains(head, "Pilots & Cabin Union") || strings.Contains(head, "Union, Air Westhaven") {
		t.Errorf("the head names the bodies otherwise: %s", head)
	}
}

func TestOmissionsSayWhy(t *testing.T) {
	page, err := meetingPage(read(t, "japanese"), "en")
	if err != nil {
		t.Fatal(err)
	}
	if got := text(page); !strings.Contains(got, "媒体あ: Written before the meeting") {
		t.Errorf("the omission of the earlier article is not explained: %s", got)
	}
	page, err = meetingPage(read(t, "korean"), "en")
	if err != nil {
		t.Fatal(err)
	}
	if got := text(page); !strings.Contains(got, "매체 나: Not in this excerpt") {
		t.Errorf("the omission of the excerpt is not explained: %s", got)
	}
}

func TestWithheldTextIsNotShown(t *testing.T) {
	doc := read(t, "korean")
	doc.Articles[0].Passages[0].Text = ""
	page, err := meetingPage(doc, "en")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text(page), "The text may not be shown") || !strings.Contains(string(page), "characters 0 to") {
		t.Error("a withheld passage must leave its place and its offsets")
	}
}

func TestSummaryCounts(t *testing.T) {
	tab := newTable(read(t, "eight"), speak("en"))
	want := "Of 23 points, one is told by all eight, 14 by some and eight by only one; on two the accounts differ."
	if got := plain(tab.summary()); got != want {
		t.Errorf("summary:\n got %s\nwant %s", got, want)
	}
}

// The sentence must read well whatever the counts are: with none, one, two and many of each kind, of two accounts and of more.
func TestSummaryReadsWell(t *testing.T) {
	for _, c := range []struct {
		accounts, all, some, one, differ int
		en, ja, ko                       string
	}{
		{2, 0, 0, 0, 0, "No point could be set beside another.", "並べて比べられる点はない。", "나란히 비교할 항목이 없음."},
		{2, 1, 0, 0, 0, "The only point is told by both.", "唯一の点が両方にある。", "하나뿐인 항목을 두 기사 모두 전한다."},
		{2, 1, 0, 0, 1, "The only point is told by both; on it the accounts differ.", "唯一の点が両方にある。その点で記事の内容が食い違う。", "하나뿐인 항목을 두 기사 모두 전한다. 그 내용은 기사마다 엇갈린다."},
		{2, 2, 0, 0, 2, "All two points are told by both; on all of them the accounts differ.", "", ""},
		{2, 0, 0, 3, 0, "None of three points is told by both.", "3点はどれも1本の記事にしかない。", "3개 항목 모두 한 기사만 전한다."},
		{2, 0, 0, 1, 0, "The only point is told by one alone.", "", ""},
		{2, 1, 0, 2, 0, "Of three points, one is told by both and two by only one.", "3点のうち、両方にあるのは1点、1本だけにあるのは2点。", "3개 항목 가운데 두 기사 모두 전한 것은 1개, 한 기사만 전한 것은 2개."},
		{5, 0, 2, 1, 1, "Of three points, none is told by all five, two by some and one by only one; on one the accounts differ.", "3点のうち、5本すべてにある点はなく、一部だけにあるのは2点、1本だけにあるのは1点。1点で記事の内容が食い違う。", ""},
		{3, 0, 4, 0, 0, "All four points are told by some, none by all three.", "4点はどれも一部の記事にしかない。", "4개 항목 모두 일부 기사만 전한다."},
		{3, 0, 0, 12, 0, "None of 12 points is told by more than one.", "", ""},
		{4, 2, 3, 0, 0, "Of five points, two are told by all four and three by some.", "5点のうち、4本すべてにあるのは2点、一部だけにあるのは3点。", "5개 항목 가운데 4건 모두 전한 것은 2개, 일부만 전한 것은 3개."},
	} {
		for lang, want := range map[string]string{"en": c.en, "ja": c.ja, "ko": c.ko} {
			tab := &table{words: speak(lang), arts: make([]dataset.Article, c.accounts)}
			for band, n := range map[string]int{"all": c.all, "some": c.some, "one": c.one} {
				for range n {
					tab.rows = append(tab.rows, row{band: band})
				}
			}
			for i := range c.differ {
				tab.rows[i].clash = map[string][]dataset.Side{"a": nil, "b": nil}
			}
			if got := plain(tab.summary()); want != "" && got != want {
				t.Errorf("%+v\n got %s\nwant %s", c, got, want)
			}
		}
	}
}

// What links and embeds say of a meeting is what its page says, in the page's language, after the status that each outlet gives it.
func TestMeetingSummary(t *testing.T) {
	doc := read(t, "eight")
	for lang, first := range map[string]string{"en": ": held; ", "ja": "：開催。", "ko": ": 개최. "} {
		tab := newTable(doc, speak(lang))
		got := MeetingSummary(doc, lang)
		if !strings.HasSuffix(got, " "+plain(tab.summary())) || strings.Count(got, strings.Trim(first, "; .")) < 2 || !strings.Contains(got, tab.cite.name(tab.arts[0].ID)+first) {
			t.Errorf("%s: %s", lang, got)
		}
	}
	doc.Articles = doc.Articles[:1]
	if got, want := MeetingSummary(doc, "en"), newTable(doc, speak("en")).cite.name(doc.Articles[0].ID)+": held."; got != want {
		t.Errorf("of one article: %q, want %q", got, want)
	}
}

// A name over an article's words is said to be reported by it: of a voice, not of a number, nor of the article itself.
func TestVoicesAreReported(t *testing.T) {
	doc := read(t, "eight")
	r := doc.Meeting.Points[0].Readings
	pair := func(rule, one, two string) dataset.Discrepancy {
		return dataset.Discrepancy{ID: rule, Rule: rule, Sides: []dataset.Side{{Article: r[0].Article, Passage: r[0].Passages[0], Value: one}, {Article: r[1].Article, Passage: r[1].Passages[0], Value: two}}}
	}
	for rule, want := range map[string][]string{"reply": {"Lee as reported", "Kim as reported"}, "speaker-differs": {"Lee as reported", "Kim as reported"}, "number-differs": {"Lee", "Kim"}} {
		var got []string
		c := newCiter(speak("en"), doc.Articles, doc.Outlets)
		for _, who := range regexp.MustCompile(`<p class="who">.*?</p>`).FindAllString(against(c, "contrast", []dataset.Discrepancy{pair(rule, "Lee", "Kim")}).HTML(), -1) {
			got = append(got, strings.TrimSpace(text([]byte(strings.ReplaceAll(who[strings.Index(who, "<b>"):], "<span>", " ")))))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", rule, got, want)
		}
	}
	own := against(newCiter(speak("en"), doc.Articles, doc.Outlets), "contrast", []dataset.Discrepancy{pair("turn", "", "Kim")}).HTML()
	if strings.Count(own, "as reported") != 1 || !strings.Contains(own, "<b>the article</b>") {
		t.Errorf("the article itself is not reported by anybody: %s", own)
	}
}

// Two outlets without a name are told apart by the words with which their articles begin; one needs no words.
func TestOutletsWithoutAName(t *testing.T) {
	arts := []dataset.Article{{ID: "a", Outlet: "unknown", Headline: "Ministers meet in Seoul after a year"}, {ID: "b", Outlet: "unknown", Headline: "Talks fail"}, {ID: "c", Outlet: "post"}}
	outlets := []dataset.Outlet{{ID: "post", Name: "The Post"}}
	if c := newCiter(speak("en"), arts, outlets); c.name("a") != "Not named: “Ministers meet in Seoul …”" || c.name("b") != "Not named: “Talks fail”" || c.name("c") != "The Post" {
		t.Error(c.name("a"), c.name("b"), c.name("c"))
	}
	if c := newCiter(speak("en"), arts[1:], outlets); c.name("b") != "Outlet not named" {
		t.Error(c.name("b"))
	}
}

func TestOrderOfArticlesDoesNotChangeWhoStandsWhere(t *testing.T) {
	doc := read(t, "eight")
	a := newTable(doc, speak("en"))
	for i, j := 0, len(doc.Meeting.Points)-1; i < j; i, j = i+1, j-1 {
		doc.Meeting.Points[i], doc.Meeting.Points[j] = doc.Meeting.Points[j], doc.Meeting.Points[i]
	}
	b := newTable(doc, speak("en"))
	if a.base != b.base || a.beside != b.beside {
		t.Errorf("the pair is %s, %s and with the points reversed %s, %s", a.base, a.beside, b.base, b.beside)
	}
	for i := range a.rows {
		if a.rows[i].band != b.rows[i].band || len(a.rows[i].by) != len(b.rows[i].by) {
			t.Errorf("row %d: %s of %d, reversed %s of %d", i, a.rows[i].band, len(a.rows[i].by), b.rows[i].band, len(b.rows[i].by))
		}
	}
}

func TestTheEarlierOfTwoStandsLeft(t *testing.T) {
	for _, dates := range [][2]string{{"2014-02-17", "2014-02-19"}, {"[2014-02-17..2014-02-18]", "2014-02-19"}, {"2014-02-17?", "[2014-02-18..2014-02-19]"}} {
		for _, ids := range [][2]string{{"a", "b"}, {"b", "a"}} {
			var doc dataset.MeetingDocument
			for _, id := range ids {
				doc.Articles = append(doc.Articles, dataset.Article{ID: id, Published: map[string]string{"a": dates[0], "b": dates[1]}[id]})
				doc.Meeting.Coverage = append(doc.Meeting.Coverage, dataset.Coverage{Article: id, Written: "after"})
			}
			if tab := newTable(doc, speak("en")); tab.arts[0].ID != "a" {
				t.Errorf("of %q and %q, handed in as %v, the later stands left", dates[0], dates[1], ids)
			}
		}
	}
}

func TestTurningADiffTwiceGivesItBack(t *testing.T) {
	for _, p := range read(t, "eight").Meeting.Points {
		for _, d := range p.Diffs {
			a, _ := json.Marshal(d.Edits)
			b, _ := json.Marshal(turn(turn(d)).Edits)
			if len(d.Edits) > 0 && string(a) != string(b) {
				t.Errorf("%s: %s\n%s", p.ID, a, b)
			}
		}
	}
}

func TestMarksStandOnTheWords(t *testing.T) {
	tab := newTable(read(t, "korean"), speak("ko"))
	got := tab.point(tab.rows[0], "h3").HTML()
	for _, want := range []string{"<del>부당한</del>", "<del>철회</del>", "<ins>외교부 아시아태평양</ins>국장", "<ins>완화</ins>"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

func TestMixKeepsEveryLetter(t *testing.T) {
	p := dataset.Passage{Start: 10, Text: "a𝄞b하나 둘", Kind: "body"}
	for _, marks := range [][]mark{nil, {{start: 0, end: 12, sel: "ins"}}, {{start: 11, end: 12, sel: "mark"}, {start: 11, end: 14, sel: "ins"}}, {{start: 15, end: 99, sel: "del"}}, {{start: 40, end: 50, sel: "del"}}} {
		if got := plain(el("p", mix(p, marks))); got != p.Text {
			t.Errorf("%v: %q", marks, got)
		}
	}
}

func TestLinksLeadToThePlaceInTheSource(t *testing.T) {
	doc := read(t, "korean")
	doc.Articles[0].URL = "https://example.org/a?b=1"
	doc.Articles[0].Passages[0].Text = "One two - three, four five six seven eight nine."
	c := newCiter(speak("en"), doc.Articles, doc.Outlets)
	got, _ := c.link(doc.Articles[0].ID, doc.Articles[0].Passages[0], "x").get("href")
	want := "https://example.org/a?b=1#:~:text=One%20two%20%2D%20three%2C,six%20seven%20eight%20nine."
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, _ := c.link(doc.Articles[1].ID, doc.Articles[1].Passages[0], "x").get("href"); got != "/articles/"+doc.Articles[1].ID+"#"+doc.Articles[1].Passages[0].ID {
		t.Errorf("without an address: %s", got)
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ lang, edtf, want string }{
		{"en", "2014-03-25", "25 March 2014"}, {"en", "2014-03", "March 2014"}, {"en", "2014", "2014"},
		{"en", "2014-02-19~", "about 19 February 2014"}, {"en", "2014-02-07/2014-02-09", "7 to 9 February 2014"}, {"en", "2014-02-27/2014-03-01", "27 February 2014 to 1 March 2014"},
		{"en", "2014-02-19?", "probably 19 February 2014"}, {"ja", "2014-02-07/2014-02-09", "2014年2月7日〜9日"},
		{"en", "../2014-02", "until February 2014"}, {"en", "[2014-02-01,2014-02-02]", "1 February 2014 or 2 February 2014"},
		{"en", "2019-08-29T15:00", "29 August 2019, 15:00"}, {"en", "soon", "soon"}, {"en", "2014-13", "2014-13"},
		{"ja", "2014-03-25", "2014年3月25日"}, {"ko", "2014-03-25?", "2014년 3월 25일(추정)"},
	} {
		if got := speak(c.lang).date(c.edtf); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.lang, c.edtf, got, c.want)
		}
	}
}

// Whoever reads the name of a rule on a page finds it in docs/rules.md.
func TestRulesAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	var documented, said []string
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z-]+)`").FindAllSubmatch(doc, -1) {
		documented = append(documented, string(row[1]))
	}
	for key := range speak("en").text {
		if rule, ok := strings.CutPrefix(key, "r-"); ok {
			said = append(said, rule)
		}
	}
	slices.Sort(documented)
	slices.Sort(said)
	if len(said) < 12 || !slices.Equal(documented, said) {
		t.Errorf("documented: %v\non pages: %v", documented, said)
	}
}

func TestSayPutsValuesInTheirPlaces(t *testing.T) {
	w := &words{text: map[string]string{"x": "{1} of {0}, {", "y": "{2} {a} {"}}
	for want, got := range map[string]string{
		"{0} of 3, {": w.say("x", 3, "{0}"), // a value is no pattern
		"{2} {a} {":   w.say("y", "a", "b"),
		"none":        w.say("none"),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestOrder: what an article says of the place of a meeting in a sequence stands on its page, with the words marked.
func TestOrder(t *testing.T) {
	doc := read(t, "eight")
	a := doc.Articles[0]
	p := a.Passages[len(a.Passages)-1]
	doc.Meeting.OrderClaims = []dataset.OrderClaim{{Article: a.ID, Meeting: doc.Meeting.ID, Passage: p.ID, Start: p.Start, End: p.End, Words: p.Text}}
	page, err := english(meetingPage)(doc)
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(page), `id="order"`)
	if section, _, _ = strings.Cut(section, "</section>"); !ok || !strings.Contains(text([]byte("<"+section)), strings.Join(strings.Fields(p.Text), " ")) || !strings.Contains(section, `<mark>`) {
		t.Errorf("no claim about order: %q", section)
	}
}

// An article without a headline says so wherever its headline would stand: no row without words, no link without a name, no page without a title.
func TestArticlesWithoutAHeadline(t *testing.T) {
	arts := []dataset.Article{{ID: "a", Outlet: "o", Siglum: "O", Language: "fi"}, {ID: "b", Outlet: "p", Siglum: "P", Headline: "Cod", Language: "en"}}
	ds := &dataset.Dataset{Articles: arts, Outlets: []dataset.Outlet{{ID: "o", Name: "Oulu Times"}}}
	c := newCiter(speak("en"), arts, ds.Outlets)
	if got := plain((&table{words: c.words, cite: c}).heading(arts[0])); got != "Without a headline" {
		t.Errorf("in a comparison: %q", got)
	}
	page, err := Article(ds, arts[0])
	if err != nil || !strings.Contains(string(page), "<title>Oulu Times: without a headline") || !strings.Contains(string(page), `<h1 lang="en" class="title">`) && !strings.Contains(string(page), `<h1 class="title" lang="en">`) {
		t.Errorf("its page: %v", err)
	}
	start, err := Start(ds, len(ds.Articles), len(ds.Meetings), "ja")
	if err != nil || !strings.Contains(string(start), `href="/articles/a" lang="ja">見出しなし</a>`) {
		t.Errorf("among the articles: %v", err)
	}
}

// A label that is what an article quotes stands beside the quotation already; its marks are no words.
func TestLabelsThatAreAQuotation(t *testing.T) {
	arts := []dataset.Article{{ID: "a", Passages: []dataset.Passage{{ID: "s1", Text: "“The nets stay empty for a year,” she said."}}}}
	tab := &table{cite: newCiter(speak("en"), arts, nil)}
	for label, want := range map[string]bool{"The nets stay empty": true, "“The nets stay empty": true, "Nets stay empty": false} {
		r := row{Point: dataset.Point{Label: label, Readings: []dataset.Reading{{Article: "a", Passages: []string{"s1"}}}}}
		if got := tab.verbatim(r); got != want {
			t.Errorf("%q: %v", label, got)
		}
		r.by = map[string]dataset.Reading{"a": {}, "b": {}}
		tab.arts = make([]dataset.Article, 3)
		if tab.verbatim(r) {
			t.Errorf("%q: no label where two of three tell the point", label)
		}
		tab.arts = nil
	}
}

// A meeting without a known place is called by its title; its day stands above it then.
func TestDayOfAMeetingWithoutAPlace(t *testing.T) {
	for place, want := range map[string]string{"": "Held\u00a0· 4 February 2019", "Oslo": "Held\u00a0· Talks"} {
		doc := dataset.MeetingDocument{Meeting: dataset.Meeting{ID: "m", Title: "Talks", Status: "held", Date: "2019-02-04", Place: place, Coverage: []dataset.Coverage{{Article: "a", Status: "held"}}},
			Articles: []dataset.Article{{ID: "a"}}}
		if got := plain(newTable(doc, speak("en")).head("h1")); !strings.HasPrefix(got, want) {
			t.Errorf("%q: %s", place, got)
		}
	}
}

// Two articles of one outlet are told apart by their letters, and where nobody speaks for a country there are no "others".
func TestTwoArticlesOfOneOutlet(t *testing.T) {
	doc := dataset.MeetingDocument{
		Meeting: dataset.Meeting{ID: "m", Title: "Talks", Coverage: []dataset.Coverage{{Article: "a"}, {Article: "b"}, {Article: "c"}},
			Voices: []dataset.Voice{{Article: "a", Speaker: "the union", Indirect: 9}}},
		Articles: []dataset.Article{{ID: "a", Outlet: "o", Siglum: "O", Words: 40}, {ID: "b", Outlet: "o", Siglum: "O2"}, {ID: "c", Outlet: "p", Siglum: "P"}},
		Outlets:  []dataset.Outlet{{ID: "o", Name: "Oulu Times"}, {ID: "p", Name: "Port News"}},
	}
	tab := newTable(doc, speak("en"))
	for article, want := range map[string]string{"a": "Oulu Times (O)", "b": "Oulu Times (O2)", "c": "Port News"} {
		if got := tab.cite.name(article); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := plain(tab.voices()); strings.Contains(got, "others") || !strings.Contains(got, "speakers 23%") {
		t.Errorf("who is heard: %s", got)
	}
}

// Of a meeting whose day and place nobody tells the start page says neither, and parts nothing from nothing.
func TestStartOfAMeetingWithoutADate(t *testing.T) {
	two := []dataset.Coverage{{Article: "a"}, {Article: "b"}}
	ds := &dataset.Dataset{Articles: []dataset.Article{{ID: "a", Headline: "A", Outlet: "o"}, {ID: "b", Headline: "B", Outlet: "o"}}, Outlets: []dataset.Outlet{{ID: "o", Name: "O"}}, Meetings: []dataset.Meeting{{ID: "m", Title: "Talks", Coverage: two}}}
	page, err := Start(ds, len(ds.Articles), len(ds.Meetings), "en")
	if err != nil || !strings.Contains(string(page), "<b>Two accounts</b></p>") {
		t.Errorf("%v: %.300s", err, page[max(0, bytes.Index(page, []byte("kick"))):])
	}
}

// Sentences of one paragraph are read as they stand there; those of two paragraphs are two.
func TestRunsOfAParagraph(t *testing.T) {
	arts := []dataset.Article{{ID: "a", Passages: []dataset.Passage{
		{ID: "s1", Sentence: 1, Paragraph: 1, Start: 0, End: 5, Text: "Rain."}, {ID: "s2", Sentence: 2, Paragraph: 1, Start: 6, End: 11, Text: "Wind."},
		{ID: "s3", Sentence: 3, Paragraph: 2, Start: 13, End: 18, Text: "Snow."}, {ID: "s5", Sentence: 5, Paragraph: 2, Start: 30, End: 34, Text: "Ice."}}}}
	if got := len(newCiter(speak("en"), arts, nil).runs("a", []string{"s1", "s2", "s3", "s5"})); got != 3 {
		t.Errorf("%d runs, want “Rain. Wind.”, “Snow.” and “Ice.”", got)
	}
}

// Who takes part is told of the articles that do not have those whom most have, so that it is not told eight times over.
func TestPartiesAreToldWhereTheyAreNotTheUsualOnes(t *testing.T) {
	doc := read(t, "eight")
	doc.People = []dataset.Person{{ID: "a", Name: "Ada Abel"}, {ID: "b", Name: "Ben Bode"}, {ID: "c", Name: "Cai Cole"}}
	with := func(sets ...[]string) int {
		for i := range doc.Meeting.Coverage {
			doc.Meeting.Coverage[i].Participants = nil
			if i < len(sets) {
				doc.Meeting.Coverage[i].Participants = sets[i]
			}
		}
		page, err := meetingPage(doc, "en")
		if err != nil {
			t.Fatal(err)
		}
		return strings.Count(string(page), `class="parties"`)
	}
	two, three := []string{"a", "b"}, []string{"b", "a", "c"}
	for _, c := range []struct {
		sets [][]string
		want int
	}{
		{[][]string{two, two, {"b", "a"}}, 0},
		{[][]string{two, three, two}, 1},
		{[][]string{two, three}, 2},
		{[][]string{two, three, {"a"}}, 2}, // one name is no set: an article that names one side only
	} {
		if got := with(c.sets...); got != c.want {
			t.Errorf("%v: told of %d articles, want %d", c.sets, got, c.want)
		}
	}
}

// Whether a meeting took place is often told with one word on both sides ("met", "never met"): they stand in two columns all the same.
func TestSidesOfAStatusStandApart(t *testing.T) {
	doc := read(t, "eight")
	a, b := doc.Articles[0], doc.Articles[1]
	d := dataset.Discrepancy{ID: "d", Rule: "status-differs", About: "Whether it took place", Sides: []dataset.Side{
		{Article: a.ID, Passage: a.Passages[0].ID, Value: "met"}, {Article: b.ID, Passage: b.Passages[0].ID, Value: "met"}}}
	if got := columns(d); len(got) != 2 {
		t.Errorf("columns of a status: %q, want one for each article", got)
	}
	d.Rule = "number-differs"
	if got := columns(d); len(got) != 1 {
		t.Errorf("columns of one number: %q, want one", got)
	}
}

// The languages that articles are translated from have names, not codes, in every language of the pages.
func TestLanguagesHaveNames(t *testing.T) {
	for lang, want := range map[string]string{"en": "translated from Norwegian", "ja": "ノルウェー語からの翻訳", "ko": "노르웨이어 번역"} {
		c := newCiter(speak(lang), nil, nil)
		if got := c.format(dataset.Article{TranslatedFrom: "no"}); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// What the search field proposes is in the dataset, whatever its field; lists that have nothing are not there.
func TestStartPageProposesWhatItHas(t *testing.T) {
	lone, several := []dataset.Coverage{{Article: "a"}}, []dataset.Coverage{{Article: "a"}, {Article: "b"}}
	for _, c := range []struct {
		meetings []dataset.Meeting
		want     string
	}{
		{[]dataset.Meeting{{ID: "x", Title: "Talks", Date: "2025-06-17", Place: "Lima", Coverage: several}, {ID: "y", Title: "Talks", Date: "2026-01", Place: "Oslo", Coverage: lone}}, "Lima 2025"},
		{[]dataset.Meeting{{ID: "y", Title: "Talks", Date: "2026-01", Place: "Oslo", Coverage: lone}, {ID: "z", Title: "Talks", Date: "2026-02"}}, "Oslo 2026"},
		{[]dataset.Meeting{{ID: "z", Title: "Talks", Date: "2026-02", Coverage: lone}}, ""},
	} {
		page, err := Start(&dataset.Dataset{Outlets: []dataset.Outlet{{ID: "o", Name: "O"}, {ID: "p", Name: "P"}}, Articles: []dataset.Article{{ID: "a", Siglum: "A", Outlet: "o"}, {ID: "b", Siglum: "B", Outlet: "p"}}, Meetings: c.meetings}, 2, len(c.meetings), "en")
		if err != nil {
			t.Fatal(err)
		}
		if got := regexp.MustCompile(`placeholder="([^"]*)"`).FindStringSubmatch(string(page)); got == nil && c.want != "" || got != nil && got[1] != c.want {
			t.Errorf("the search proposes %q, want %q", got, c.want)
		}
		if strings.Contains(string(page), `id="series"`) || strings.Contains(string(page), `id="issues"`) {
			t.Error("a list of nothing is on the page")
		}
	}
}
