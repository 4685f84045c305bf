package engine_test

import (
	"flag"
	"math/rand/v2"
	"reflect"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/when"
)

// item is an article of the tests: its file, day of publication and text.
type item struct{ file, published, text string }

// Two fields in which the same two articles' worth of news is told: ministers, and a union with a company.
var (
	ahead = item{"ahead.txt", "2019-05-07", `Ministers to talk about cod

OSLO - Norwegian Foreign Minister Anna Berg will meet Finnish Foreign Minister Eero Salo in Helsinki on Thursday, her ministry announced Tuesday.

Berg will urge Finland to cut the cod quota by 20 percent.
`}
	held = item{"held.txt", "2019-05-10", `Berg and Salo hold talks

HELSINKI - Finnish Foreign Minister Eero Salo met Norwegian Foreign Minister Anna Berg in Helsinki on Thursday.

The two sides agreed to cut the cod quota by 30 percent.

"We are content with the quota," Berg told reporters.
`}
	union = item{"union.txt", "2021-03-12", `Dockers and port sit down

ROTTERDAM - Union president Maria Visser met Pieter de Boer, chief executive of Havenbedrijf, in Rotterdam on Wednesday to discuss the wages of 4,000 dockers.

The union asked for 5 percent more.
`}
	company = item{"company.txt", "2021-03-11", `Wage talks at the port

ROTTERDAM - Havenbedrijf chief executive Pieter de Boer sat down with union president Maria Visser in Rotterdam on Wednesday, after a week of rain and a night of little sleep.

The company offered 2 percent more and said that no strike was expected.
`}
	february = item{"february.txt", "2019-02-08", `Ministers meet

OSLO - Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Oslo on Wednesday.

They spoke about the cod quota.
`}
	april = item{"april.txt", "2019-04-05", `Ministers meet

OSLO - Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Oslo on Wednesday.

They spoke about the cod quota.
`}
	korean = item{"korean.txt", "2020-10-30", `한일 국장급 협의 개최

서울 - 김정한 외교부 아시아태평양국장은 29일 서울에서 다키자키 시게키 일본 외무성 아시아대양주국장과 만나 협의를 가졌다.

양측은 강제징용 문제에 대해 기존 입장을 확인했다.
`}
	japanese = item{"japanese.txt", "2020-10-30", `日韓局長協議を開催

ソウル - 滝崎成樹アジア大洋州局長は29日、ソウルで韓国外務省の金丁漢アジア太平洋局長と会談した。

双方は元徴用工問題について従来の立場を確認した。
`}
)

// date is an EDTF date; "" is none.
func date(t testing.TB, s string) (none when.Date) {
	t.Helper()
	if s == "" {
		return none
	}
	d, err := when.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func understand(t testing.TB, it item, k *know.Base) *engine.Article {
	t.Helper()
	return engine.Understand(engine.Source{File: it.file, Text: it.text, Outlet: it.file, Format: "full", Published: date(t, it.published)}, k)
}

func assemble(t testing.TB, k *know.Base, items ...item) *engine.Corpus {
	t.Helper()
	var arts []*engine.Article
	for _, it := range items {
		arts = append(arts, understand(t, it, k))
	}
	return engine.Assemble(arts, k)
}

// field is a registry for the ministers' articles, with something of each kind.
func field() *know.Base {
	return &know.Base{
		Series: []know.Series{{ID: "nordic-ministers", Title: "Talks of the ministers", Type: "talks", Level: "minister", Countries: []string{"FI", "NO"}}},
		Issues: []know.Issue{{ID: "cod", Title: "Cod", Phrases: []string{"cod"}}},
		Terms:  []know.Term{{ID: "the-quota", Concept: "the quota", Issue: "cod", Forms: []string{"cod quota", "quota"}}},
	}
}

// describe writes a corpus in lines that do not depend on the order of its articles: articles go by file, and what stands
// in no order of its own is sorted.
func describe(c *engine.Corpus) []string {
	cell := func(article int, passages []int) string {
		s := c.Articles[article].File
		for _, p := range passages {
			s += " " + c.Articles[article].Doc.Slice(c.Articles[article].Doc.Passages[p].Span)
		}
		return s
	}
	sorted := func(l []string) string { slices.Sort(l); return strings.Join(l, " | ") }
	var out []string
	for i := range c.Meetings {
		m := &c.Meetings[i]
		out = append(out, strings.Join([]string{"meeting", m.ID, m.Title, string(m.Type), m.Level, m.Date.String(), m.Place, string(m.Status), m.Series,
			sorted(slices.Clone(m.People)), sorted(slices.Clone(m.Countries))}, "; "))
		for _, cov := range m.Coverage {
			if cov.Thread >= 0 {
				th := c.Articles[cov.Article].Threads[cov.Thread]
				out = append(out, m.ID+" coverage: "+string(th.Status)+" "+th.Date.String()+" "+cell(cov.Article, th.Passages))
			}
		}
		for _, p := range m.Points {
			var cells []string
			for _, r := range p.Readings {
				cells = append(cells, cell(m.Coverage[r.Article].Article, r.Passages))
			}
			out = append(out, m.ID+" point: "+sorted(cells))
		}
	}
	for _, p := range c.People {
		out = append(out, "person "+p.ID+" "+p.Name+" "+p.Country)
	}
	for _, s := range c.Series {
		line := "series " + s.ID
		for _, r := range s.Rounds {
			line += " " + c.Meetings[r].ID
		}
		out = append(out, line)
	}
	for _, is := range c.Issues {
		for _, u := range is.Uses {
			out = append(out, "issue "+is.ID+": "+cell(u.Article, []int{u.Passage})+" ×"+strconv.Itoa(len(u.Marks)))
		}
	}
	for _, u := range c.Terms {
		out = append(out, "term "+u.Term+" "+u.Form+" "+c.Articles[u.Doc].File+" "+strconv.Itoa(u.Count))
	}
	slices.Sort(out)
	return out
}

// TestOneMeetingInTwoArticles: what two outlets tell of one meeting is one meeting with both coverages, in politics and elsewhere.
func TestOneMeetingInTwoArticles(t *testing.T) {
	for _, c := range []struct {
		name            string
		items           []item
		day, who, place string
		statuses        []string // of the coverages, which are in order of publication
	}{
		{"ministers", []item{ahead, held}, "2019-05-09", "anna-berg eero-salo", "Helsinki", []string{"scheduled", "held"}},
		{"a union and a company", []item{union, company}, "2021-03-10", "maria-visser pieter-de-boer", "Rotterdam", []string{"held", "held"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			corpus := assemble(t, &know.Base{}, c.items...)
			if len(corpus.Meetings) != 1 {
				t.Fatalf("%d meetings, want 1:\n%s", len(corpus.Meetings), strings.Join(describe(corpus), "\n"))
			}
			m := corpus.Meetings[0]
			var statuses []string
			for _, cov := range m.Coverage {
				statuses = append(statuses, string(corpus.Articles[cov.Article].Threads[cov.Thread].Status))
			}
			people := slices.Clone(m.People)
			slices.Sort(people)
			if m.Status != "held" || m.Date.String() != c.day || m.Place != c.place || strings.Join(people, " ") != c.who || !slices.Equal(statuses, c.statuses) {
				t.Errorf("%s, %s, %s, %q, coverages %q; want held, %s, %s, %s, %q", m.Status, m.Date, m.Place, people, statuses, c.day, c.place, c.who, c.statuses)
			}
			shared := 0
			for _, p := range m.Points {
				if len(p.Readings) == 2 {
					shared++
					if len(p.Diffs) != 1 {
						t.Errorf("a row of two readings has %d comparisons", len(p.Diffs))
					}
				}
			}
			if shared == 0 {
				t.Error("no row has a reading of both")
			}
		})
	}
}

// TestOnlyClaimsArePoints: a page of questions and answers has its answers compared, not its questions.
func TestOnlyClaimsArePoints(t *testing.T) {
	asked := item{"asked.txt", "2019-05-10", `What to know about the talks on cod

HELSINKI - Finnish Foreign Minister Eero Salo met Norwegian Foreign Minister Anna Berg in Helsinki on Thursday. Here is what we know.

Will there be less cod in the shops?

No. The two sides agreed to cut the quota by 30 percent, but prices will stay.

Are both content? "We are," Berg told reporters.
`}
	corpus := assemble(t, &know.Base{}, held, asked)
	if len(corpus.Meetings) != 1 {
		t.Fatalf("%d meetings, want 1:\n%s", len(corpus.Meetings), strings.Join(describe(corpus), "\n"))
	}
	told := map[string]bool{}
	for _, p := range corpus.Meetings[0].Points {
		for _, r := range p.Readings {
			a := corpus.Articles[corpus.Meetings[0].Coverage[r.Article].Article]
			for _, n := range r.Passages {
				told[a.Doc.Slice(a.Doc.Passages[n].Span)] = true
			}
		}
	}
	for words, want := range map[string]bool{
		"Here is what we know.":                false,
		"Will there be less cod in the shops?": false,
		"No.":                                  false,
		"Are both content?":                    false,
		"\"We are,\" Berg told reporters.":     true,
		"The two sides agreed to cut the cod quota by 30 percent.": true,
	} {
		if told[words] != want {
			t.Errorf("%q is in a row: %v, want %v", words, told[words], want)
		}
	}
}

// TestOrderWithoutASeries: what an article says of the place of a meeting in a sequence is kept where no series is known.
func TestOrderWithoutASeries(t *testing.T) {
	corpus := assemble(t, &know.Base{}, item{"a.txt", "2019-05-10", "Fish\n\nNorwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday, their first talks since the border closed.\n"})
	if len(corpus.Meetings) != 1 || len(corpus.Meetings[0].Claims) != 1 || corpus.Meetings[0].Claims[0].Anchor != "the border closed" {
		t.Errorf("%v", describe(corpus))
	}
}

// TestWhatIsCountedIsNamedAsWritten: a discrepancy of two numbers says what they count in the articles' words, not by its stem.
func TestWhatIsCountedIsNamedAsWritten(t *testing.T) {
	const in = "Ministers meet in Helsinki\n\nHELSINKI - Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday.\n\nThe talks of Berg and Salo on the cod quota lasted 25 minutes.\n"
	corpus := assemble(t, &know.Base{}, item{"a.txt", "2019-05-10", in}, item{"b.txt", "2019-05-10", strings.Replace(in, "25", "45", 1)})
	for _, m := range corpus.Meetings {
		for _, d := range m.Discrepancies {
			if d.Rule == "number-differs" && d.About == "How many: minutes" {
				return
			}
		}
	}
	t.Error("no discrepancy of minutes")
}

// TestTheMeetingItselfHasALabel: accounts that tell of their meeting in words of which they share few have a row of it, named in their words.
func TestTheMeetingItselfHasALabel(t *testing.T) {
	corpus := assemble(t, &know.Base{},
		item{"a.txt", "2023-02-28", "Deal without a signature\n\nSerbian President Aleksandar Vukic and Kosovo Prime Minister Arben Krasniqi accepted a plan on Monday, Joaquim Borges said.\n\nBorges hosted the two leaders in Brussels for talks that lasted three and a half hours.\n"},
		item{"b.txt", "2023-02-28", "Leaders agree\n\nThe leaders of Serbia and Kosovo want a deal, foreign policy chief Joaquim Borges said in Brussels on Monday.\n\nPresident Aleksandar Vukic and Prime Minister Arben Krasniqi met Borges separately before they sat down together in the evening.\n"})
	sound(t, corpus)
	for _, m := range corpus.Meetings {
		for _, p := range m.Points {
			if len(p.Readings) == 2 && p.Confidence == 0.65 {
				if label := corpus.Articles[m.Coverage[p.LabelArticle].Article].Doc.Slice(p.Label); label != "Borges hosted the two leaders in Brussels for talks that lasted three and a half hours" {
					t.Errorf("the row of the meeting itself is named %q", label)
				}
				return
			}
		}
	}
	t.Error("no row of the meeting itself")
}

// TestOtherFieldsKeepApart: articles of two fields on four days share nothing.
func TestOtherFieldsKeepApart(t *testing.T) {
	c := assemble(t, field(), ahead, held, union, company)
	if len(c.Meetings) != 2 {
		t.Fatalf("%d meetings, want 2:\n%s", len(c.Meetings), strings.Join(describe(c), "\n"))
	}
	for _, m := range c.Meetings {
		if len(m.Coverage) != 2 {
			t.Errorf("%s: %d coverages, want 2", m.ID, len(m.Coverage))
		}
		if ministers := m.Date.String() == "2019-05-09"; ministers != (m.Series == "nordic-ministers") {
			t.Errorf("%s: series %q", m.ID, m.Series)
		} else if ministers != (len(m.Terms) > 0) {
			t.Errorf("%s: terms %+v; the quota is the ministers' alone", m.ID, m.Terms)
		}
	}
	if len(c.Series) != 1 || len(c.Issues) != 1 || len(c.Terms) == 0 {
		t.Errorf("%d series, %d issues, %d uses of terms", len(c.Series), len(c.Issues), len(c.Terms))
	}
}

// TestTwoRoundsStayTwo: the same two people meet in February and in April, told in the same words.
func TestTwoRoundsStayTwo(t *testing.T) {
	c := assemble(t, field(), february, april)
	var days []string
	for _, m := range c.Meetings {
		days = append(days, m.Date.String())
		if len(m.Coverage) != 1 {
			t.Errorf("%s is told by %d articles, want 1", m.ID, len(m.Coverage))
		}
	}
	slices.Sort(days)
	if !slices.Equal(days, []string{"2019-02-06", "2019-04-03"}) {
		t.Errorf("meetings on %q, want 2019-02-06 and 2019-04-03", days)
	}
	if len(c.Meetings) == 2 && c.Meetings[0].ID == c.Meetings[1].ID {
		t.Errorf("both have the id %s", c.Meetings[0].ID)
	}
	if len(c.Series) != 1 || len(c.Series[0].Rounds) != 2 || c.Meetings[c.Series[0].Rounds[0]].Date.String() != "2019-02-06" {
		t.Errorf("series %+v, want two rounds by date", c.Series)
	}
}

// TestAWeekApartIsAnotherMeeting: nothing but the day tells the two apart.
func TestAWeekApartIsAnotherMeeting(t *testing.T) {
	next := item{"next.txt", "2019-05-17", held.text}
	var days []string
	for _, m := range assemble(t, &know.Base{}, held, next).Meetings {
		days = append(days, m.Date.String())
	}
	slices.Sort(days)
	if !slices.Equal(days, []string{"2019-05-09", "2019-05-16"}) {
		t.Errorf("meetings on %q, want 2019-05-09 and 2019-05-16", days)
	}
}

// TestOrderOfArticles: however the articles come, the corpus is the same up to indexes.
func TestOrderOfArticles(t *testing.T) {
	items := []item{ahead, held, union, company, february, april, korean, japanese}
	want := describe(assemble(t, field(), items...))
	if len(want) < 20 {
		t.Fatalf("%d lines: the articles tell too little", len(want))
	}
	for n := range 8 {
		items = append(items[1:], items[0])
		if n%2 == 1 {
			slices.Reverse(items[2:6])
		}
		if got := describe(assemble(t, field(), items...)); !slices.Equal(got, want) {
			t.Fatalf("another order gives\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestPurity: the same articles give the same corpus, indexes included, also when understood articles are used again.
func TestPurity(t *testing.T) {
	items := []item{ahead, held, union, company, february, april}
	k := field()
	var arts []*engine.Article
	for _, it := range items {
		arts = append(arts, understand(t, it, k))
	}
	first := engine.Assemble(arts, k)
	want := engine.Assemble(arts, k)
	same := func(got *engine.Corpus, how string) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%s:\n%s\nnot\n%s", how, strings.Join(describe(got), "\n"), strings.Join(describe(want), "\n"))
		}
	}
	same(first, "articles that were assembled before give something else")
	for range 5 {
		same(assemble(t, field(), items...), "a second run gives something else")
	}
	engine.Assemble(arts[:2], k)
	engine.Assemble(arts[4:], k)
	same(engine.Assemble(arts, k), "something of a smaller corpus is left behind")
}

// TestOddArticles: nothing that is text stops the engine, alone or beside others.
func TestOddArticles(t *testing.T) {
	odd := []item{
		{"empty.txt", "2019-05-10", ""},
		{"space.txt", "2019-05-10", " \n\n\t\r\n"},
		{"word.txt", "2019-05-10", "Talks"},
		{"mark.txt", "2019-05-10", "\ufeff"},
		{"headline.txt", "", "Ministers meet"},
		{"old.txt", "0001", held.text},
		{"crlf.txt", "2019-05-10", strings.ReplaceAll(held.text, "\n", "\r\n")},
		{"zero.txt", "2019-05-10", "Berg met Salo\x00 on \u202eThursday\u200b, 2019-13-45 and February 30."},
		{"accent.txt", "2019-05-10", "OSLO \u0301 – The ministers met Quorl Brindavian, \u0301, on Thursday.\n\nThey met again in \u0301's house, he said, and spoke for an hour."},
		korean, japanese,
	}
	for _, o := range odd {
		t.Run(o.file, func(t *testing.T) {
			alone := assemble(t, field(), o)
			sound(t, alone)
			beside := assemble(t, field(), ahead, o, held)
			sound(t, beside)
			found := false
			for _, m := range beside.Meetings {
				files := ""
				for _, cov := range m.Coverage {
					files += beside.Articles[cov.Article].File + " "
				}
				found = found || strings.Contains(files, "ahead.txt") && strings.Contains(files, "held.txt")
			}
			if !found {
				t.Error("the other two articles' meeting is not found any more")
			}
		})
	}
	sound(t, engine.Assemble(nil, &know.Base{}))
}

var noisy = flag.Int("noisy", 30, "how many damaged versions of each article TestNoise reads")

// TestNoise: no damage to an article stops the engine, whatever words, marks and pieces of another stand where.
func TestNoise(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	marks := []string{"\u0301", "\u0301's", "'", "’s", "\"", "“", "-", "–", " - ", ".", ". ", ",", ":", ";", "&", "(", ")", "[", "\x00", "\u200d", "\ufffd", "\n", "\n\n", "@", "©", "½", "1,", "2019-", "の", "일", "元"}
	articles := []string{ahead.text, held.text, korean.text, japanese.text}
	for n := range *noisy {
		for i, a := range articles {
			words := strings.SplitAfter(a, " ")
			for range 1 + rng.IntN(len(words)) {
				at := rng.IntN(len(words))
				switch rng.IntN(4) {
				case 0:
					words[at] = marks[rng.IntN(len(marks))]
				case 1:
					words[at] += marks[rng.IntN(len(marks))]
				case 2:
					other := strings.Fields(articles[rng.IntN(len(articles))])
					words[at] = other[rng.IntN(len(other))] + " "
				case 3:
					words[at] = ""
				}
			}
			damaged := item{"damaged.txt", "2019-05-10", strings.Join(words, "")}
			func() {
				defer func() {
					if r := recover(); r != nil {
						t.Fatalf("version %d of article %d: %v in\n%s\n%s", n, i, r, damaged.text, debug.Stack())
					}
				}()
				sound(t, assemble(t, field(), ahead, damaged, held))
			}()
		}
	}
}

// TestDateOfPublicationIsInferred: without a date from outside the article's own dateline counts, and says so.
func TestDateOfPublicationIsInferred(t *testing.T) {
	a := engine.Understand(engine.Source{File: "a.txt", Text: "Ministers meet\n\nMay 10, 2019\n\n" + strings.SplitN(held.text, "\n\n", 2)[1]}, &know.Base{})
	if a.Published.String() != "2019-05-10" || !a.Inferred || len(a.Evidence) == 0 {
		t.Errorf("published %s, inferred %v, evidence %v", a.Published, a.Inferred, a.Evidence)
	}
	if b := understand(t, held, &know.Base{}); b.Inferred || b.Published.String() != held.published {
		t.Errorf("published %s, inferred %v; it is given", b.Published, b.Inferred)
	}
}

// sound checks what holds of every corpus: indexes lie in their lists, spans in their texts.
func sound(t testing.TB, c *engine.Corpus) {
	t.Helper()
	passages := func(article int, ps []int, what string) {
		for _, p := range ps {
			if p < 0 || p >= len(c.Articles[article].Doc.Passages) {
				t.Errorf("%s: passage %d of %d in article %d", what, p, len(c.Articles[article].Doc.Passages), article)
			}
		}
	}
	ids := map[string]bool{}
	for i := range c.Meetings {
		m := &c.Meetings[i]
		if m.ID == "" || ids[m.ID] {
			t.Errorf("meeting %d: id %q is empty or stands twice", i, m.ID)
		}
		ids[m.ID] = true
		if len(m.Coverage) == 0 {
			t.Errorf("%s: nobody tells it", m.ID)
		}
		if m.Status == "" || m.Type == "" {
			t.Errorf("%s: status %q, type %q", m.ID, m.Status, m.Type)
		}
		seen := map[int]bool{}
		for _, cov := range m.Coverage {
			if cov.Article < 0 || cov.Article >= len(c.Articles) || cov.Thread >= len(c.Articles[cov.Article].Threads) || cov.Thread < 0 && !m.Implied {
				t.Fatalf("%s: coverage %+v", m.ID, cov)
			}
			if seen[cov.Article] {
				t.Errorf("%s: article %d covers it twice", m.ID, cov.Article)
			}
			seen[cov.Article] = true
			if cov.Thread >= 0 {
				passages(cov.Article, c.Articles[cov.Article].Threads[cov.Thread].Passages, m.ID)
			}
		}
		for n, p := range m.Points {
			if len(p.Readings) == 0 || p.Confidence < 0 || p.Confidence > 1 {
				t.Errorf("%s, point %d: %d readings, confidence %v", m.ID, n, len(p.Readings), p.Confidence)
			}
			if len(p.Readings) > 1 && (p.LabelArticle < 0 || strings.TrimSpace(c.Articles[m.Coverage[p.LabelArticle].Article].Doc.Slice(p.Label)) == "") {
				t.Errorf("%s, point %d has no label", m.ID, n)
			}
			told := map[int]bool{}
			for _, r := range p.Readings {
				if r.Article < 0 || r.Article >= len(m.Coverage) || told[r.Article] || len(r.Passages) == 0 {
					t.Fatalf("%s, point %d: reading %+v", m.ID, n, r)
				}
				told[r.Article] = true
				passages(m.Coverage[r.Article].Article, r.Passages, m.ID)
			}
			if pairs := len(p.Readings) * (len(p.Readings) - 1) / 2; len(p.Diffs) != pairs {
				t.Errorf("%s, point %d: %d comparisons of %d readings", m.ID, n, len(p.Diffs), len(p.Readings))
			}
		}
		for _, d := range m.Discrepancies {
			if len(d.Sides) < 2 || d.Point >= len(m.Points) {
				t.Errorf("%s: discrepancy %+v", m.ID, d)
			}
			for _, s := range d.Sides {
				passages(s.Article, []int{s.Passage}, m.ID+" discrepancy")
				if doc := c.Articles[s.Article].Doc; doc.Slice(s.Span) == "" && s.Span.End > s.Span.Start {
					t.Errorf("%s: the side %+v lies outside its text", m.ID, s)
				}
			}
		}
	}
}

// TestSpeakerDiffers: the same quoted words given to two people are a discrepancy; given to one under two forms of the name, or to
// nobody in one article, they are none.
func TestSpeakerDiffers(t *testing.T) {
	for speaker, want := range map[string]int{"Salo": 1, "Anna Berg": 0, "Minister Berg": 0, "a diplomat": 0} {
		other := item{"other.txt", "2019-05-10", "Ministers meet in Helsinki\n\nHELSINKI - Norwegian Foreign Minister Anna Berg and Finnish Foreign Minister Eero Salo met in Helsinki on Thursday.\n\n" +
			"They spoke about the cod quota for two hours.\n\n\"Without fish in the sea there is no quota to share,\" " + speaker + " told reporters.\n"}
		one := item{"one.txt", "2019-05-10", strings.Replace(held.text, "We are content with the quota,", "Without fish in the sea there is no quota to share,", 1)}
		got := 0
		for _, m := range assemble(t, field(), one, other).Meetings {
			for _, d := range m.Discrepancies {
				if d.Rule != "speaker-differs" {
					continue
				}
				got++
				if len(d.Sides) != 2 || d.Sides[0].Value != d.Sides[1].Value || !strings.HasPrefix(d.Sides[0].Value, "Without fish") {
					t.Errorf("%s: %+v", speaker, d.Sides)
				}
			}
		}
		if got != want {
			t.Errorf("%s: %d discrepancies of speaker, want %d", speaker, got, want)
		}
	}
}
